"""What units, dates and names are: tables of points, learnt from the things themselves and from single sentences."""
import collections
import pathlib
import tempfile

import numpy as np
from scipy.sparse import csr_matrix, diags

from . import network, whole_notes
from .labels import CAUSES, DATES, KINDS, LEVELS, NAMES, is_day
from .linear import best_floor, choice, logistic
from .notes import has_no_turning_point, pack, writer

# A table's single targets, with the penalty of each. Networks tell them too, and the mean of both counts; they alone tell
# the groups of which one holds.
SINGLE = {"units": {"lesson": 4.0, "action": 4.0, "signal": 8.0, "turning_point": 8.0, "quote": 2.0, "stance/denied": 1.0, "stance/supposed": 1.0},
          "dates": {**dict.fromkeys(DATES, 1.0), "event": 4.0, "churn_date": 2.0}, "names": {"competitor": 4.0, "account": 2.0, "csm": 1.0}, "trades": {"industry": 2.0}}
GROUPS = {"units": {"cause": ["none", *CAUSES], "signal": KINDS, "win_back": ["none", *LEVELS]}, "dates": {}, "names": {}, "trades": {}}
# What counts from a floor that is chosen on writers left out.
FLOORED = {"lesson", "action", "signal", "event", "competitor", "industry"}
# So much more than its floor something needs: to take small talk for a lesson is worse than to miss one. Of the writers of the shared corpus left out
# it brings small talk taken for a lesson from 6 in 120 notes to 3, and F1 of lessons from 85.8 to 87.0; of all hands, 2.7 to 1.5 in 100 and 86.0 to 84.7.
CAUTION = {"lesson": 0.8}
# What else tells one thing from another, such as its place and its form, is penalised less: there is little of it, and all of it matters.
STRUCTURE = ("form", "side", "sec", "key", "ask", "shape")
WEIGHT = {"sentence": 0.5, "anchor": 0.5, "none": 0.1, "bearing": 0.7, "silent": 0.3}


def targets(kind):
    return [*SINGLE[kind], *(f"{group}/{name}" for group, names in GROUPS[kind].items() for name in names)]


class Labelled:
    """The things of one kind in some cases, behind them the sentences, and what is labelled of them."""

    def __init__(self, cases, kind, sentences=()):
        self.things = [(id, thing) for id, case in cases.items() for thing in case[kind]]
        self.labels = [None] * len(self.things)
        if kind == "units":
            self.things += [(None, None)] * len(sentences)
            self.labels += [label for label, _, _ in sentences]

    def single(self, name):
        """For a single target the rows that it is learnt on: (row, whether it is one, weight)."""
        for row, ((_, thing), label) in enumerate(zip(self.things, self.labels)):
            if thing is not None:
                if thing.get("asks") or name in thing.get("unsure", ()): continue
                if name.startswith("stance/"):
                    # Of a sentence that tells a cause it is known whether it rules it out; whether it only supposes it, of none.
                    if name == "stance/denied" and any(t.startswith("cause/") for t in thing["is"]): yield row, name in thing["is"], WEIGHT["anchor"]
                    continue
                if name == "quote" and not (thing["speech"] or thing["customer"]): continue
                if name in ("event", "competitor") and "neutral" in thing["is"]: continue
                yield row, name in thing["is"], 1.0
            elif name.startswith("stance/"):
                if label.startswith("cause/") and label != "cause/none":
                    yield row, label.endswith({"stance/denied": "!", "stance/supposed": "?"}[name]), 1.0
            else:
                plain = name.replace("_", "-")
                if label.split("/")[0] == plain or label == "not-" + plain: yield row, not label.startswith("not-"), WEIGHT["sentence"]

    def group(self, group, cases):
        """For a group the rows that it is learnt on: (row, name, weight)."""
        for row, ((id, thing), label) in enumerate(zip(self.things, self.labels)):
            if label is not None:
                if label.startswith(group + "/"): yield row, label.split("/")[1].rstrip("!?"), 1.0
                elif group == "win_back": yield row, "none", 0.2
                elif group == "cause" and label in ("not-signal", "not-quote", "not-turning-point", "not-lesson", "not-action"): yield row, "none", 0.2
                continue
            if thing["asks"]: continue
            found = sorted(t.split("/")[1] for t in thing["is"] if t.startswith(group + "/"))
            if group == "win_back":
                # Where a note is not marked, what speaks of coming back in form or words bears out its label.
                L = cases[id]["label"]
                told = found if L["evidence"] else [L["winback"]] if thing["may_return"] else []
                for name in told: yield row, "none" if name == "not-stated" else name, WEIGHT["bearing"]
                if not told and row % 4 == 0: yield row, "none", WEIGHT["silent"]
            elif group == "cause":
                for name in found: yield row, name, WEIGHT["anchor"] / len(found)
                if not found and row % 5 == 0: yield row, "none", WEIGHT["none"]
            else:
                for name in found: yield row, name, 1.0


class Things(Labelled):
    """Such things as rows of features."""

    def __init__(self, cases, kind, sentences):
        super().__init__(cases, kind, sentences)
        rows = [set(thing["features"]) for id, thing in self.things if id is not None]
        hands = [(writer(id), id) for id, _ in self.things if id is not None]
        if kind == "units":
            rows += [features for _, _, features in sentences]
            hands += [(hand, n) for n, (_, hand, _) in enumerate(sentences)]
        used = collections.defaultdict(set)
        for features, hand in zip(rows, hands):
            for f in features: used[f].add(hand)
        self.features = sorted(f for f, by in used.items() if len(by) >= 3 and len({h for h, _ in by}) >= 2)
        index = {f: i for i, f in enumerate(self.features)}
        pairs = np.array([(row, index[f]) for row, features in enumerate(rows) for f in features if f in index]).reshape(-1, 2)
        self.X = csr_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(rows), len(self.features)))


def learn(cases, kind, sentences):
    """A model: the features, for each its points for each single target, the biases; and the rows that networks can learn from."""
    things = Things(cases, kind, sentences)
    weights, biases = np.zeros((len(things.features), len(SINGLE[kind]))), np.zeros(len(SINGLE[kind]))
    scale = np.array([2.0 if f.split("=")[0] in STRUCTURE else 1.0 for f in things.features])
    scaled = things.X @ diags(scale)
    for column, (name, penalty) in enumerate(SINGLE[kind].items()):
        rows = list(things.single(name))
        if not any(good for _, good, _ in rows): biases[column] = -10; continue
        at = [r for r, _, _ in rows]
        by_place = kind == "units" or name == "competitor"
        w = logistic((scaled if by_place else things.X)[at], np.array([g for _, g, _ in rows], float), penalty, np.array([s for _, _, s in rows]))
        if by_place: w[:-1] *= scale
        if name == "turning_point": w = np.average([w, standing_out(things, cases)], axis=0, weights=[0.6, 0.4])
        weights[:, column], biases[column] = w[:-1], w[-1]
    model = {"index": {f: i for i, f in enumerate(things.features)}, "weights": weights, "biases": biases, "floors": np.zeros(len(biases))}
    if kind in network.SIZES: model["rows"] = network.Rows(things, cases, kind, SINGLE[kind], GROUPS[kind])
    return model


def learn_networks(model, cases, points=None):
    """Adds the networks to a model of a kind that has any; with the points of verdicts those of units learn from what whole notes come to as well."""
    if "rows" not in model: return
    notes = {group: whole_notes.Notes(group, cases, points) for group in ("cause", "win_back")} if points else {}
    model["networks"] = network.learn(model["rows"], len(model["index"]), notes)


def standing_out(things, cases):
    """The weights, last the bias, by which the turning point of a note stands out from all else that it tells."""
    rows, groups, y, group = [], [], [], {}
    for row, (id, thing) in enumerate(things.things):
        if thing is None or "turning_point" in thing["unsure"]: continue
        rows.append(row); groups.append(id); y.append("turning_point" in thing["is"])
    told = {id for id, good in zip(groups, y) if good} | {id for id, c in cases.items() if has_no_turning_point(c)}
    kept = [n for n, id in enumerate(groups) if id in told]
    numbers = np.array([group.setdefault(groups[n], len(group)) for n in kept])
    beside = [(row, good) for row, good, _ in things.single("turning_point") if things.things[row][1] is None]
    w = choice(things.X[[rows[n] for n in kept]], numbers, np.array([y[n] for n in kept], float), 6.0,
               (things.X[[row for row, _ in beside]], np.array([1 if good else -1 for _, good in beside], float), WEIGHT["sentence"]))
    return np.append(w[:-1], -w[-1])


def scores(model, case, kind):
    """The log-odds of the single targets for each thing of a case."""
    features, weights = model["index"], model["weights"]
    known = [[features[f] for f in set(thing["features"]) if f in features] for thing in case[kind]]
    values = [weights[own].sum(axis=0) + model["biases"] for own in known]
    if "networks" in model and known:
        told = network.read(model["networks"], case[kind], known)
        values = (values + told[:, :len(SINGLE[kind])]) / 2
    return zip(case[kind], values)


def floors(kind, scored):
    """For each single target the log-odds from which it counts, by (thing, log-odds) of writers left out; nought where no floor is chosen."""
    result = np.zeros(len(SINGLE[kind]))
    for column, name in enumerate(SINGLE[kind]):
        if name not in FLOORED: continue
        pairs = [(thing, values[column]) for thing, values in scored
                 if not thing.get("asks") and "neutral" not in thing["is"] and name not in thing.get("unsure", ())]
        once = {"event": once_a_day, "industry": once_a_note}.get(name)
        f1, result[column] = best_floor(once(pairs) if once else [(value, name in thing["is"], 1.0) for thing, value in pairs])
        print(f"    {name}: F1 {f1:.3f} from {result[column]:.2f}")
        result[column] += CAUTION.get(name, 0)
    return result


def once_a_day(pairs):
    """Of the places that date one day the likeliest, as the timeline lists each day once: (log-odds, whether it is an event, 1)."""
    days = {}
    for n, (date, value) in enumerate(pairs):
        key = (date["case"], date["date"]) if is_day(date) else n
        before = days.get(key, (-99, False))
        days[key] = (max(value, before[0]), before[1] or "event" in date["is"], 1.0)
    return list(days.values())


def once_a_note(pairs):
    """Of the words that may name a note's trade the likeliest, as one trade is drafted: (log-odds, whether it is right, 1)."""
    best = {}
    for trade, value in pairs:
        if value > best.get(trade["case"], (-99,))[0]: best[trade["case"]] = (value, "industry" in trade["is"], 1.0)
    return list(best.values())


def save(folder, kind, model):
    """Packs a table of points."""
    order = sorted(model["index"], key=model["index"].get)
    points, biases, lines = model["weights"], model["biases"] - model["floors"], []
    if "networks" in model:
        hidden, thresholds, shares, readout, told = network.layer(model["networks"])
        part = np.where(np.arange(len(targets(kind))) < len(biases), 0.5, 1.0)
        points = np.hstack([points / 2, hidden])
        biases = told * part + np.pad(model["biases"] / 2 - model["floors"], (0, len(part) - len(biases)))
        lines = [("own", [len(model["biases"])]), ("threshold", thresholds), *(("share", row) for row in shares), *(("readout", row * part) for row in readout)]
    with tempfile.TemporaryDirectory() as temp:
        table = pathlib.Path(temp) / "table.tsv"
        with open(table, "w") as f:
            f.write("\t".join(["targets", *targets(kind)]) + "\n")
            for head, numbers in [("bias", biases), *lines]: f.write("\t".join([head, *(f"{v:.5f}" for v in numbers)]) + "\n")
            for feature, row in zip(order, points):
                if np.abs(row).max() >= 0.05 and "\t" not in feature:
                    f.write("\t".join([feature, *(f"{v:.3f}" if abs(v) >= 0.005 else "" for v in row)]) + "\n")
        pack(table, folder / f"{kind}.points")
