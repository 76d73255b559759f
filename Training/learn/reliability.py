"""Whether confidence means what it says: of what was said with so much confidence, how much was right."""
import json

from .notes import tells_turning_point

EDGES = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]


def judged(case, model):
    """What of a drafted model carries a confidence and whether it is right: (what, confidence, right)."""
    L, cause, point = case["label"], model["root_cause"]["primary"], model.get("turning_point")
    if cause["category"] != "undetermined":
        yield "primary cause", cause["confidence"], cause["category"] in (L["root_cause"]["primary"], *L["root_cause"]["also_acceptable"])
    if point:
        yield "turning point", point["confidence"], tells_turning_point(case, point)


def report(cases, models):
    """Prints for steps of confidence how many verdicts there were, what confidence said on average, and how many were right."""
    verdicts = [v for id, case in cases.items() for v in judged(case, json.loads((models / f"{id}.json").read_text()))]
    print("\nconfidence        said       right")
    for what in ("primary cause", "turning point"):
        for low, high in zip(EDGES, EDGES[1:]):
            own = [(said, right) for name, said, right in verdicts if name == what and low <= said < high]
            if not own: continue
            print(f"{what}  {low:.1f}-{min(high, 1):.1f}  {100 * sum(s for s, _ in own) / len(own):5.1f} %  "
                  f"{100 * sum(r for _, r in own) / len(own):5.1f} %  ({sum(r for _, r in own)} of {len(own)})")
