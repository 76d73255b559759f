#!/usr/bin/env python3
"""Learns the points of `points/` from labelled notes, and says how well they serve writers that were left out.

    train.py NOTES_DIR                 learns from all notes and writes points/
    train.py NOTES_DIR --cross         learns without one writer at a time, drafts that writer's notes, scores all
    train.py NOTES_DIR --cross --show-misses

A note's writer is the first letter of its id. What is learnt is additive: one number a feature and target, by logistic
regression with a quadratic penalty. A feature counts only where at least two writers use it in three notes, so that no
name and no single phrase can be learnt by heart. Needs numpy and scipy (PyPI).
"""
import collections, json, pathlib, subprocess, sys, tempfile

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / ".build/release/note-features"
SCORE = ROOT.parent / "shared/score.py"
sys.argv, ARGS = [str(SCORE), "--help"], sys.argv[1:]

KINDS = ["usage-decline", "unresolved-issue", "missed-touchpoint", "champion-left", "sentiment-drop", "escalation",
         "billing-friction", "competitor-evaluation", "org-change", "scope-reduction"]
LEVELS = ["likely", "possible", "unlikely"]
DATES = ["event", "start_date", "notice_date", "renewal_date", "churn_date"]
NAMES = ["competitor", "account", "csm"]
LEARNT = {"units": ["lesson", "action", "signal", "turning_point", "quote", *("signal/" + k for k in KINDS), *("win_back/" + l for l in LEVELS)],
          "dates": DATES, "names": NAMES}
TARGETS = {"units": "targets", "dates": "date_targets", "names": "name_targets"}
# What counts from a floor that is chosen by leaving out writers; of the others the likeliest is taken.
FLOORED = {"lesson", "action", "signal", "turning_point", "event", "competitor"}
PENALTY = {"lesson": 1.0, "action": 1.0, "signal": 1.5, **dict.fromkeys(DATES + NAMES, 1.0), "competitor": 0.5}


def scorer():
    """The scorer's own functions, so that training counts as found what measuring counts as found."""
    space = {"__name__": "scorer"}
    source = SCORE.read_text().replace("sys.exit(main())", "")
    exec(compile(source, str(SCORE), "exec"), space)
    return space


S = scorer()


def load(folder):
    cases = {}
    for path in sorted(folder.glob("*.json")):
        if ".answers." in path.name: continue
        label = json.loads(path.read_text())
        cases[label["id"]] = {"label": label, "text": (folder / label["note"]).read_text()}
    notes = [str(folder / c["label"]["note"]) for c in cases.values()]
    out = subprocess.run([TOOL, "features", *notes], capture_output=True, text=True, check=True).stdout
    for line in out.splitlines():
        read = json.loads(line)
        cases[read["id"]] |= read
    return cases


def item(unit, quote=None):
    return {"evidence": [{"source": unit["source"], "line": unit["line"], "end_line": unit["end_line"], "quote": quote or unit["quote"]}]}


def anchor_lines(case):
    S["LINE"].clear()
    def anchors(x):
        if isinstance(x, dict):
            for k, v in x.items():
                if k == "anchor": yield v
                elif k in ("also_acceptable", "not_lessons") and isinstance(v, list): yield from (w for w in v if isinstance(w, str))
                else: yield from anchors(v)
        elif isinstance(x, list):
            for v in x: yield from anchors(v)
    for a in anchors(case["label"]):
        for i, text in enumerate(case["text"].split("\n"), 1):
            if a in text: S["LINE"][a] = i


def targets_of(case):
    """For each unit the set of targets that it is, by the labels."""
    anchor_lines(case)
    L, answers = case["label"], case["label"].get("answers")
    hit = lambda unit, anchor, quote=None: anchor != "@answers" and S["found"](item(unit, quote), anchor, answers)
    wanted = {"lesson": [l["anchor"] for l in L["lessons"]], "action": [a["anchor"] for a in L["actions"]]}
    turning = L["turning_point"] and [L["turning_point"]["anchor"], *L["turning_point"]["also_acceptable"]] or []
    result = []
    for unit in case["units"]:
        found = {t for t, anchors in wanted.items() if any(hit(unit, a) for a in anchors)}
        if any(hit(unit, a, unit["told"]) for a in turning): found.add("turning_point")
        for signal in L["signals"]:
            if hit(unit, signal["anchor"], unit["told"]): found |= {"signal", "signal/" + signal["kind"]}
        spoken = unit["speech"] or ([unit["quote"]] if unit["customer"] else [])
        if any(hit(unit, q["anchor"], s) for q in L["quotes"] for s in spoken): found.add("quote")
        if about_return(unit): found.add("win_back/" + L["winback"])
        result.append(found)
    return result


def about_return(unit):
    return any(f in ("ask=win_back", "sec=win-back!", "sec=win-back", "key=win_back") or f.startswith("cue=role/winback") for f in unit["features"])


def scope(target, unit, found):
    """Which units a target is learnt on."""
    if unit["asks"]: return False
    if target.startswith("signal/"): return "signal" in found
    if target.startswith("win_back/"): return about_return(unit)
    if target == "quote": return bool(unit["speech"]) or unit["customer"]
    return True


def date_targets(case):
    anchor_lines(case)
    L, result = case["label"], []
    for d in case["dates"]:
        found = {k for k in DATES[1:] if L["account"].get(k) == d["date"]}
        if any(l["date"] == d["date"] and l["anchor"] != "@answers" and S["found"](item(d), l["anchor"], None) for l in L["timeline"]): found.add("event")
        if any(l["date"] == d["date"] and l["anchor"] == "@answers" and d["source"] == L.get("answers") for l in L["timeline"]): found.add("event")
        result.append(found)
    return result


def name_targets(case):
    L, result = case["label"], []
    for n in case["names"]:
        found = set()
        if any(S["norm"](n["name"]) == S["norm"](c) for c in L["competitors"]): found.add("competitor")
        if S["alike"](n["name"], L["account"].get("name", "")) : found.add("account")
        if L["account"].get("csm") and S["alike"](n["name"], L["account"]["csm"]): found.add("csm")
        result.append(found)
    return result


def learn(cases, kind, names):
    """Learns every target of `names` on the things of one kind: a case's units, dates or names."""
    used = collections.defaultdict(set)
    for id, case in cases.items():
        for thing in case[kind]:
            for f in thing["features"]: used[f].add(id)
    # Forms of a word that share a stem share a row through the tool's own loader.
    keep = sorted(f for f, ids in used.items() if len(ids) >= 3 and len({i[0] for i in ids}) >= 2)
    index = {f: i for i, f in enumerate(keep)}
    rows, cols, things, founds = [], [], [], []
    for case in cases.values():
        for thing, found in zip(case[kind], case[TARGETS[kind]]):
            for f in set(thing["features"]):
                if f in index: rows.append(len(things)); cols.append(index[f])
            things.append(thing); founds.append(found)
    X = csr_matrix((np.ones(len(rows)), (rows, cols)), shape=(len(things), len(index)))
    weights, biases = np.zeros((len(index), len(names))), np.zeros(len(names))
    for t, name in enumerate(names):
        mask = np.array([kind != "units" or scope(name, u, f) for u, f in zip(things, founds)])
        y = np.array([name in f for f in founds], float)[mask]
        w = logistic(X[mask], y, PENALTY.get(name, 2.0), np.ones(len(y)))
        weights[:, t], biases[t] = w[:-1], w[-1]
    return names, keep, weights, biases


def left_out(cases, kind, names):
    """For each target the log-odds of every thing, learnt without its writer: (log-odds, whether it is one, case)."""
    scores = collections.defaultdict(list)
    for writer in sorted({i[0] for i in cases}):
        _, keep, weights, biases = learn({i: c for i, c in cases.items() if i[0] != writer}, kind, names)
        index = {f: i for i, f in enumerate(keep)}
        for id, case in cases.items():
            if id[0] != writer: continue
            for thing, found in zip(case[kind], case[TARGETS[kind]]):
                if thing.get("asks"): continue
                known = [index[f] for f in set(thing["features"]) if f in index]
                for name, value in zip(names, weights[known].sum(axis=0) + biases):
                    scores[name].append((value, name in found, id))
    return scores


def best_floor(name, scores):
    """The log-odds from which a thing counts: the best F1."""
    ranked = sorted(scores, key=lambda s: -s[0])
    total, hits, best = sum(s[1] for s in ranked), 0, (0, 0)
    for n, (value, good, _) in enumerate(ranked, 1):
        hits += good
        f1 = 2 * hits / (n + total)
        if f1 > best[0]: best = (f1, value)
    print(f"  {name}: F1 {best[0]:.3f} from {best[1]:.2f}", file=sys.stderr)
    return best[1]


def save(path, names, features, weights, biases):
    with open(path, "w") as f:
        f.write("# Learnt by Training/train.py: the points that each feature gives each target, as log-odds.\n")
        f.write("\t".join(["targets", *names]) + "\n")
        f.write("\t".join(["bias", *(f"{b:.3f}" for b in biases)]) + "\n")
        for feature, row in zip(features, weights):
            if np.abs(row).max() >= 0.08 and "\t" not in feature:
                f.write("\t".join([feature, *(f"{v:.2f}".rstrip("0").rstrip(".") if abs(v) >= 0.02 else "" for v in row)]) + "\n")


def logistic(X, y, penalty, sample):
    n = X.shape[1]
    signs = 2 * y - 1
    def objective(w):
        margin = signs * (X @ w[:n] + w[n])
        loss = np.logaddexp(0, -margin) * sample
        slope = -signs * sample / (1 + np.exp(np.clip(margin, -50, 50)))
        return loss.sum() + 0.5 * penalty * w[:n] @ w[:n], np.append(X.T @ slope + penalty * w[:n], slope.sum())
    return minimize(objective, np.zeros(n + 1), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x


def turning_floor(cases, scores):
    """A note has a turning point where its best unit reaches the floor that is right most often."""
    tops = collections.defaultdict(lambda: (-99, False))
    for value, good, id in scores: tops[id] = max(tops[id], (value, good))
    none = {i for i, c in cases.items() if c["label"]["turning_point"] is None}
    right = lambda floor: sum((good if value > floor else i in none) for i, (value, good) in tops.items())
    floor = max(sorted(v for v, _ in tops.values()), key=right)
    print(f"  turning point: {right(floor)} of {len(tops)} from {floor:.2f}", file=sys.stderr)
    return floor


CONTEXTS = ["reason", "verdict", "contributing", "excluded", "turning", "consequence", "customer", "opening", "plain"]
STANCES = ["asserted", "denied", "supposed"]
COLUMNS = [f"{s}.{c}" for s in STANCES for c in CONTEXTS]
CATEGORIES = ["product-gap", "product-quality", "onboarding", "adoption", "support", "customer-success", "sales-fit", "pricing",
              "budget", "champion-loss", "competitor", "in-house", "restructuring", "business-closure", "security-compliance"]
START = dict(zip(COLUMNS, [3, 2.5, 1, -1, 2, .4, 1.2, 1, .7, -1.5, -1.5, -1, -3, -1, -.3, -2, -1.5, -1.5, .5, .3, .2, -1, .3, 0, .2, .1, .1]))


def cause_matrix(case):
    """For each category the weight that speaks for or against it, by stance and context; the n-th phrase counts 1/n."""
    M = np.zeros((len(CATEGORIES), len(COLUMNS)))
    best = {}
    for e in case["causes"]:
        key = (e["category"], e["unit"], e["stance"])
        if key not in best or best[key]["weight"] < e["weight"]: best[key] = e
    groups = collections.defaultdict(list)
    for e in best.values():
        if e["category"] in CATEGORIES: groups[e["category"], f"{e['stance']}.{e['context']}"].append(e["weight"])
    for (category, column), weights in groups.items():
        M[CATEGORIES.index(category), COLUMNS.index(column)] = sum(w / n for n, w in enumerate(sorted(weights, reverse=True), 1))
    return M


def learn_causes(cases, penalty=1.0):
    data = []
    for case in cases.values():
        R = case["label"]["root_cause"]
        good = [CATEGORIES.index(c) for c in (R["primary"], *R["also_acceptable"]) if c in CATEGORIES]
        if good: data.append((cause_matrix(case), good[:1]))
    k, start = len(COLUMNS), np.array([START[c] for c in COLUMNS]) * 0.5
    def objective(w):
        loss = 0.5 * penalty * ((w[:k] - start) @ (w[:k] - start)) + 0.5 * 2 * penalty * (w[k:] @ w[k:])
        slope = np.concatenate([penalty * (w[:k] - start), 2 * penalty * w[k:]])
        for M, good in data:
            s = M @ w[:k] + w[k:]
            p = np.exp(s - s.max()); p /= p.sum()
            mass = p[good].sum()
            loss -= np.log(max(mass, 1e-12))
            d = p.copy()
            d[good] -= p[good] / max(mass, 1e-12)
            slope[:k] += M.T @ d; slope[k:] += d
        return loss, slope
    w = minimize(objective, np.concatenate([start, np.zeros(len(CATEGORIES))]), jac=True, method="L-BFGS-B").x
    return w[:k], w[k:]


def contributing(cases, w, prior):
    """The floor and the share from which a cause counts beside the primary: the best F1 of causes."""
    rows = []
    for case in cases.values():
        R = case["label"]["root_cause"]
        s = cause_matrix(case) @ w + prior
        order = np.argsort(-s)
        rows.append(([(CATEGORIES[i], s[i]) for i in order], {R["primary"], *R["contributing"]}, set(R["also_acceptable"])))
    best = (0, 1, .5)
    for floor in np.arange(0, 4, .25):
        for share in np.arange(.1, .9, .05):
            tp = fp = fn = 0
            for ranked, want, may in rows:
                top = ranked[0][1]
                got = {ranked[0][0]} | {c for c, v in ranked[1:4] if v >= floor and v >= share * top}
                tp += len(got & want); fn += len(want - got); fp += len(got - want - may)
            f1 = 2 * tp / (2 * tp + fp + fn)
            if f1 > best[0]: best = (f1, floor, share)
    return best


def write(cases, out):
    out.mkdir(parents=True, exist_ok=True)
    for kind, names in LEARNT.items():
        model = learn(cases, kind, names)
        floored = [n for n in names if n in FLOORED]
        scores = left_out(cases, kind, floored)
        for name in floored:
            if name == "turning_point": floor = turning_floor(cases, scores[name])
            else: model[3][names.index(name)] -= best_floor(name, scores[name])
        save(out / f"{kind}.tsv", *model)
    w, prior = learn_causes(cases)
    f1, least, share = contributing(cases, w, prior)
    print(f"  causes F1 in training {f1:.3f} (floor {least:.2f}, share {share:.2f})", file=sys.stderr)
    with open(out / "causes.tsv", "w") as f:
        f.write("# Learnt by Training/train.py: how much evidence of a stance in a context counts for a cause.\n")
        for column, value in zip(COLUMNS, w): f.write(f"{column}\t{value:.3f}\n")
        for category, value in zip(CATEGORIES, prior): f.write(f"prior.{category}\t{value:.3f}\n")
        f.write(f"floor.primary\t0.3\nfloor.contributing\t{least:.2f}\nshare.contributing\t{share:.2f}\nfloor.turning\t{floor:.3f}\ntemperature\t1\n")


def main():
    folder = pathlib.Path(ARGS[0])
    cases = load(folder)
    for case in cases.values():
        case |= {"targets": targets_of(case), "date_targets": date_targets(case), "name_targets": name_targets(case)}
    if "--cross" not in ARGS:
        write(cases, ROOT / "points"); return
    with tempfile.TemporaryDirectory() as temp:
        temp = pathlib.Path(temp); (temp / "models").mkdir()
        for writer in sorted({i[0] for i in cases}):
            print(f"without {writer}", file=sys.stderr)
            write({i: c for i, c in cases.items() if i[0] != writer}, temp / writer)
            notes = [str(folder / c["label"]["note"]) for i, c in cases.items() if i[0] == writer]
            subprocess.run([TOOL, "draft", temp / writer, temp / "models", *notes], check=True)
        subprocess.run([sys.executable, SCORE, folder, "--models", temp / "models", *(a for a in ARGS[1:] if a != "--cross")])


main()
