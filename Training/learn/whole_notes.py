"""What single units say, learnt on from what whole notes come to.

Few units of a note are labelled: of its cause the one where the cause is given, of coming back none. What the note comes to is
labelled of every note. So the points of a group are first learnt from labelled units and sentences, and then a little
further such that the verdicts, added up as the program adds them up, come out right."""
import numpy as np
from scipy.sparse import csr_matrix

from .labels import CAUSES, LEVELS
from .linear import descend
from .verdicts import CAUSE_TRAITS, WIN_BACK_TRAITS, length

# How much a note's verdict counts beside a labelled sentence, and how far is gone on: further is learnt by heart.
WEIGHT, ROUNDS, STEPS = 12.0, 2, 12
# Less likely evidence is none (`CauseReader`, `WinBackLedger`), and the n-th of a trait counts that much (`CauseLedger`).
LEAST = {"cause": 0.08, "win_back": 0.1}
DISCOUNT = (1 + np.arange(20)) ** -0.4


class Notes:
    """The units of labelled notes that may count for a group, and what counts how much."""

    def __init__(self, group, cases, points):
        self.group, self.traits = group, CAUSE_TRAITS if group == "cause" else WIN_BACK_TRAITS
        self.units, self.spans, self.right, offsets, traits = [], [], [], [], []
        for case in cases.values():
            label = case["label"]["root_cause"]["primary"] if group == "cause" else case["label"]["winback"]
            names = ["none", *CAUSES] if group == "cause" else ["not-stated", *LEVELS]
            if label not in names: continue
            first = len(self.units)
            for unit in case["units"]:
                own = unit[group + "_traits"]
                if own: self.units.append(unit); traits.append([t in own for t in self.traits])
            self.spans.append((first, len(self.units)))
            self.right.append(names.index(label))
            if group == "cause": offsets.append([-50, *(length(case) * points[f"cause-bias.{c}"] for c in CAUSES)])
            else: offsets.append([0, *(points[f"win-back-bias.{level}"] for level in LEVELS)])
        self.has, self.right, self.offsets = np.array(traits, float), np.array(self.right), np.array(offsets)
        self.note = np.repeat(np.arange(len(self.spans)), [end - first for first, end in self.spans])
        self.worth = np.array([points[f"{group.replace('_', '-')}.{t}"] for t in self.traits])

    def counts(self, likely):
        """How much each unit's likelihood of each class counts for it, as the program adds up evidence."""
        result = np.zeros_like(likely)
        for first, end in self.spans:
            has, p = self.has[first:end], likely[first:end]
            for c in range(1, p.shape[1]):
                order = np.argsort(-p[:, c], kind="stable")
                own = has[order]
                before = np.cumsum(own, axis=0) - own
                if self.group == "cause": share = np.where(before < len(DISCOUNT), DISCOUNT[np.minimum(before, 19).astype(int)], 0)
                else: share = before == 0
                counted = (p[order, c] if self.group == "cause" else p[order, 1:].sum(1)) >= LEAST[self.group]
                result[first + order, c] = (own * share) @ self.worth * counted
        return result

    def matrix(self, index):
        """The units as rows of features."""
        pairs = np.array([(row, index[f]) for row, unit in enumerate(self.units) for f in set(unit["features"]) if f in index])
        return csr_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(self.units), len(index)))


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def refine(rows, notes, units, weights, biases, penalty):
    """Weights and biases learnt on from those given: by labelled rows (X, y, sample) and by whole notes with their `units`."""
    X, y, sample = rows
    n, classes = weights.shape
    XT, unitsT, everyone = X.T.tocsr(), units.T.tocsr(), np.arange(len(notes.right))
    for _ in range(ROUNDS):
        # What counts how much is held fixed while the likelihoods move.
        counts = notes.counts(softmax(units @ weights + biases))
        def objective(w):
            W, b = w[:n * classes].reshape(n, classes), w[n * classes:]
            p = softmax(X @ W + b)
            loss = -(sample * np.log(p[np.arange(len(y)), y] + 1e-12)).sum() + 0.5 * penalty * (W ** 2).sum()
            p[np.arange(len(y)), y] -= 1
            p *= sample[:, None]
            q = softmax(units @ W + b)
            scores = notes.offsets.copy()
            np.add.at(scores, notes.note, q * counts)
            verdict = softmax(scores)
            loss -= WEIGHT * np.log(verdict[everyone, notes.right] + 1e-12).sum()
            verdict[everyone, notes.right] -= 1
            pull = WEIGHT * verdict[notes.note] * counts
            slope = q * (pull - (pull * q).sum(1, keepdims=True))
            return loss, np.concatenate([(XT @ p + unitsT @ slope + penalty * W).ravel(), p.sum(0) + slope.sum(0)])
        w = descend(objective, np.concatenate([weights.ravel(), biases]), STEPS)
        weights, biases = w[:n * classes].reshape(n, classes), w[n * classes:]
    return weights, biases
