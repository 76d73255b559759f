"""What units, dates and names tell in the light of those around them.

Networks with one layer between (`HiddenLayer`). The features of a thing add up to its hidden numbers; a share of those of its
neighbours is added, another for each distance and for neighbours in the same passage; what is above nought then counts for each
target. Features and hidden numbers are left out at random while learning, so that none is learnt by heart; the chances are the same
ones each time. Two networks that began otherwise are right more often together than either: the mean of both counts."""
import numpy as np
import torch
from torch.nn import functional

from .linear import softmax
from .notes import has_no_turning_point

# Of each kind how many hidden numbers a network has, how many neighbours count on each side, and how many networks there are.
SIZES = {"units": (64, 3, 2), "dates": (32, 2, 2), "names": (32, 0, 1)}
# How much each target counts beside the others, and what whole notes come to beside what is labelled of their units.
WORTH = {"turning_point": 0.0, "stance/denied": 0.5, "stance/supposed": 0.3}
GROUP_WORTH = {"cause": 2.0, "signal": 1.0, "win_back": 1.0}
WHOLE_NOTE, TURNING_POINT = 12.0, 3.0
LEFT_OUT = 0.3
# Steps are of some notes, with as large a part of the sentences; the rate falls to a twentieth from the first step to the last.
NOTES_A_STEP, EPOCHS, RATE = 6, 6, 3e-3
torch.set_num_threads(1)


class Network(torch.nn.Module):
    def __init__(self, features, hidden, reach, targets):
        super().__init__()
        self.reach = reach
        self.points = torch.nn.EmbeddingBag(features, hidden, mode="sum", sparse=True)
        self.shares = torch.nn.Parameter(torch.full((reach, 2, 2, hidden), 0.1))
        self.thresholds = torch.nn.Parameter(torch.zeros(hidden))
        self.readout = torch.nn.Linear(hidden, targets)
        # The log-odds that a note has no turning point, beside those of its units.
        self.no_turning_point = torch.nn.Parameter(torch.zeros(()))
        torch.nn.init.normal_(self.points.weight, 0, 0.05)

    def forward(self, features, starts, notes, passages):
        """The log-odds of every target for things that stand one behind the other: their features, where those of each begin, the
        number of the note of each, and of its passage."""
        kept = functional.dropout(torch.ones(len(features)), LEFT_OUT, self.training)
        own = self.points(features, starts, kept)
        total = own + self.thresholds
        for distance in range(1, min(self.reach, len(own) - 1) + 1):
            beside = (notes[distance:] == notes[:-distance]).unsqueeze(1)
            same = (passages[distance:] == passages[:-distance]).long()
            before, behind = self.shares[distance - 1, :, 0][same], self.shares[distance - 1, :, 1][same]
            total = total + functional.pad(before * own[:-distance] * beside, (0, 0, distance, 0))
            total = total + functional.pad(behind * own[distance:] * beside, (0, 0, 0, distance))
        return self.readout(functional.dropout(functional.relu(total), LEFT_OUT, self.training))


class Labels:
    """Things and sentences as rows: what they are and how much that counts; single targets come first, then groups of which one holds."""

    def __init__(self, things, cases, singles, groups):
        self.singles, self.groups = list(singles), {}
        column, rows = len(self.singles), len(things.things)
        for group, names in groups.items():
            self.groups[group] = slice(column, column + len(names))
            column += len(names)
        self.wanted, self.counted = np.zeros((rows, column), np.float32), np.zeros((rows, len(self.singles)), np.float32)
        for n, name in enumerate(self.singles):
            for row, good, weight in things.single(name): self.wanted[row, n], self.counted[row, n] = good, weight * WORTH.get(name, 1)
        for group, names in groups.items():
            for row, name, weight in things.group(group, cases):
                if name in names: self.wanted[row, self.groups[group].start + names.index(name)] += weight * GROUP_WORTH[group]
        # Each note has a number, each sentence one of its own.
        ids = {id: n for n, id in enumerate(cases)}
        self.note = np.array([len(ids) + row if id is None else ids[id] for row, (id, _) in enumerate(things.things)])
        self.passage = np.array([-1 if thing is None else passage(thing) for _, thing in things.things])
        first = np.searchsorted(self.note, np.arange(len(ids) + 1))
        self.notes = [np.arange(a, b) for a, b in zip(first, first[1:])]
        self.sentences = np.arange(first[-1], rows)
        self.row = {id(thing): row for row, (_, thing) in enumerate(things.things)}
        self.turning = self.singles.index("turning_point") if "turning_point" in singles else None
        if self.turning is None: return
        self.may_turn = np.zeros(rows, bool)
        self.may_turn[[row for row, _, _ in things.single("turning_point")]] = True
        # What is known of a note's turning point: that there is none, or which units tell it.
        self.turns = np.array([has_no_turning_point(case) or self.wanted[own, self.turning].any() for case, own in zip(cases.values(), self.notes)])

    def loss(self, log_odds, rows):
        """How far the log-odds are from what is labelled of single rows."""
        wanted, counted = torch.from_numpy(self.wanted[rows]), torch.from_numpy(self.counted[rows])
        single = slice(0, len(self.singles))
        loss = (functional.binary_cross_entropy_with_logits(log_odds[:, single], wanted[:, single], reduction="none") * counted).sum()
        for columns in self.groups.values(): loss = loss - (wanted[:, columns] * functional.log_softmax(log_odds[:, columns], 1)).sum()
        return loss

    def loss_of_turning(self, log_odds, rows, numbers, none):
        """How far the turning points of notes, whose rows come first, are from standing out among all that the notes tell, and `none` where there is none."""
        if self.turning is None: return 0
        at = places(self, numbers)
        rows, values = rows[:len(at)], log_odds[:len(at), self.turning]
        top = torch.maximum(values.max(), none).detach()
        odds, nothing = torch.exp(values - top) * torch.from_numpy(self.may_turn[rows].astype(np.float32)), torch.exp(none - top)
        def total(of): return torch.zeros(len(numbers)).index_add(0, at, of)
        right = total(odds * torch.from_numpy(self.wanted[rows, self.turning]))
        has = torch.from_numpy(np.array([self.wanted[self.notes[n], self.turning].any() for n in numbers]))
        loss = torch.log(total(odds) + nothing + 1e-30) - torch.log(torch.where(has, right, nothing) + 1e-30)
        return TURNING_POINT * loss[torch.from_numpy(self.turns[numbers])].sum()


class Rows(Labels):
    """Such rows with their features."""

    def __init__(self, things, cases, kind, singles, groups):
        super().__init__(things, cases, singles, groups)
        self.size = SIZES[kind]
        self.starts, self.features = things.X.indptr, things.X.indices.astype(np.int64)

    def batch(self, rows):
        """What the network is given of rows."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        features = np.concatenate([self.features[self.starts[r]:self.starts[r + 1]] for r in rows])
        return tuple(map(torch.from_numpy, (features, np.cumsum(lengths) - lengths, self.note[rows], self.passage[rows])))


def places(units, numbers):
    """For each row of notes of such numbers the place of its note among them."""
    return torch.from_numpy(np.repeat(np.arange(len(numbers)), [len(units.notes[n]) for n in numbers]))


def passage(thing):
    """The number of the passage in which a thing stands; a name stands in many."""
    return thing.get("passage", 0)


class Verdicts:
    """What whole notes come to by their units, for each group its `Notes`."""

    def __init__(self, network, units, notes):
        self.network, self.units, self.notes = network, units, notes
        self.rows = {group: np.array([units.row[id(unit)] for unit in own.units]) for group, own in notes.items()}

    def count(self):
        """Tells anew what each likelihood counts, which is held fixed while the likelihoods move."""
        if not self.notes: return
        self.network.eval()
        with torch.inference_mode():
            log_odds = np.concatenate([self.network(*self.units.batch(rows)).numpy() for rows in self.units.notes])
        self.counts = {}
        for group, own in self.notes.items():
            rows = self.rows[group]
            self.counts[group] = np.zeros((len(log_odds), own.offsets.shape[1]), np.float32)
            self.counts[group][rows] = own.counts(softmax(log_odds[rows][:, self.units.groups[group]]))

    def loss(self, log_odds, rows, numbers):
        """How far the verdicts on notes, whose rows come first, are from being right."""
        at, total = places(self.units, numbers), 0
        for group, own in self.notes.items():
            likely = functional.softmax(log_odds[:len(at), self.units.groups[group]], 1)
            scores = torch.from_numpy(own.offsets[numbers]).index_add(0, at, likely * torch.from_numpy(self.counts[group][rows[:len(at)]]))
            right = torch.from_numpy(own.right[numbers])
            total = total + GROUP_WORTH[group] * WHOLE_NOTE * functional.cross_entropy(scores, right, reduction="sum", ignore_index=-1)
        return total


def learn(rows, features, notes):
    """Networks that have learnt what is labelled of rows, and what whole notes come to: for each group its `Notes`."""
    return [learn_one(rows, features, notes, seed) for seed in range(rows.size[-1])]


def learn_one(units, features, notes, seed):
    chances = np.random.default_rng(seed)
    torch.manual_seed(seed)
    network = Network(features, *units.size[:2], units.wanted.shape[1])
    verdicts = Verdicts(network, units, notes)
    optimizers = [torch.optim.SparseAdam([network.points.weight], RATE),
                  torch.optim.AdamW([p for p in network.parameters() if p is not network.points.weight], RATE)]
    steps = -(-len(units.notes) // NOTES_A_STEP)
    falls = [torch.optim.lr_scheduler.LinearLR(o, 1, 0.05, EPOCHS * steps) for o in optimizers]
    for _ in range(EPOCHS):
        verdicts.count()
        network.train()
        order, sentences = chances.permutation(len(units.notes)), chances.permutation(units.sentences)
        for numbers, apart in zip(np.array_split(order, steps), np.array_split(sentences, steps)):
            rows = np.concatenate([*(units.notes[n] for n in numbers), apart])
            if not len(rows): continue
            log_odds = network(*units.batch(rows))
            loss = units.loss(log_odds, rows) + units.loss_of_turning(log_odds, rows, numbers, network.no_turning_point) + verdicts.loss(log_odds, rows, numbers)
            for optimizer in optimizers: optimizer.zero_grad()
            (loss / 256).backward()
            for each in (*optimizers, *falls): each.step()
    return network.eval()


def read(networks, things, known):
    """The log-odds of every target for the things of one note, by the numbers of the features of each."""
    starts = np.cumsum([0, *map(len, known)])[:-1]
    features = np.array([f for own in known for f in own], np.int64)
    given = (torch.from_numpy(features), torch.from_numpy(starts), torch.zeros(len(known)), torch.tensor([*map(passage, things)]))
    with torch.inference_mode():
        return np.mean([network(*given).numpy() for network in networks], axis=0)


def layer(networks):
    """The networks as one, by the lines of a table (`PointTable`): features' points for each hidden number, thresholds, shares, readout by
    hidden numbers, and the biases of the targets."""
    states = [{name: value.numpy() for name, value in network.state_dict().items()} for network in networks]
    def joined(name, axis): return np.concatenate([state[name] for state in states], axis)
    return (joined("points.weight", 1), joined("thresholds", 0), joined("shares", 3).reshape(-1, len(networks) * networks[0].thresholds.numel()),
            joined("readout.weight", 1).T / len(networks), np.mean([state["readout.bias"] for state in states], axis=0))
