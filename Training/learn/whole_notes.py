"""What whole notes come to, so that it can be learnt from what single units tell.

Few units of a note are labelled: of its cause the one where the cause is given, of coming back none. What the note comes to is
labelled of every note. So what units tell is learnt such that the verdicts, added up as the program adds them up, come out
right as well."""
import numpy as np

from .labels import CAUSES, LEVELS
from .linear import softmax
from .verdicts import CAUSE_TRAITS, WIN_BACK_TRAITS, cause_prior, length

# Less likely evidence is none, and the n-th of a trait counts that much (`CauseReader`, `CauseLedger`, `WinBackLedger`).
LEAST = {"cause": 0.08, "win_back": 0.1}
SHARES = {"cause": np.append((1 + np.arange(20)) ** -0.4, 0), "win_back": np.array([1.0, 0])}
# The log-odds that a note that was lost has no cause.
NO_CAUSE = -50


def returning(case, points):
    """What the root cause says of each level of coming back."""
    prior = cause_prior(case, points)
    return np.array([0, *(prior @ [points[f"win-back-{level}.{cause}"] for cause in CAUSES] for level in LEVELS)])


class Notes:
    """The units of labelled notes that may count for a group, and what counts how much."""

    def __init__(self, group, cases, points):
        self.group = group
        self.traits, names, prefix = {
            "cause": (CAUSE_TRAITS, ["none", *CAUSES], "cause"), "win_back": (WIN_BACK_TRAITS, ["not-stated", *LEVELS], "win-back")}[group]
        biases = np.array([NO_CAUSE if group == "cause" else 0, *(points[f"{prefix}-bias.{name}"] for name in names[1:])])
        self.units, self.spans, self.right, offsets, traits = [], [], [], [], []
        for case in cases.values():
            label = case["label"]["root_cause"]["primary"] if group == "cause" else case["label"]["winback"]
            first = len(self.units)
            for unit in case["units"]:
                own = unit[group + "_traits"]
                if own: self.units.append(unit); traits.append([t in own for t in self.traits])
            self.spans.append((first, len(self.units)))
            self.right.append(names.index(label) if label in names else -1)
            offsets.append(biases * length(case) if group == "cause" else biases + returning(case, points))
        self.has, self.right, self.offsets = np.array(traits, float), np.array(self.right), np.array(offsets, np.float32)
        self.worth = np.array([points[f"{prefix}.{t}"] for t in self.traits])

    def counts(self, likely):
        """How much each unit's likelihood of each class counts for it, as the program adds up evidence."""
        result, shares = np.zeros_like(likely), SHARES[self.group]
        for first, end in self.spans:
            has, p = self.has[first:end], likely[first:end]
            for c in range(1, p.shape[1]):
                order = np.argsort(-p[:, c], kind="stable")
                own = has[order]
                before = (np.cumsum(own, axis=0) - own).astype(int)
                counted = (p[order, c] if self.group == "cause" else p[order, 1:].sum(1)) >= LEAST[self.group]
                result[first + order, c] = (own * shares[np.minimum(before, len(shares) - 1)]) @ self.worth * counted
        return result
