"""Verdicts on whole notes: how much each circumstance of the evidence counts, learnt on notes that the tables of points have not seen."""
import numpy as np
from scipy.optimize import minimize

from .labels import CAUSES, LEVELS
from .linear import best_floor, logistic, softmax
from .notes import has_no_turning_point, is_drawn, tells_turning_point

CAUSE_TRAITS = ["excluded", "denied", "supposed", "reason", "verdict", "contributing", "stated", "turning", "lesson", "action", "answer",
                "customer", "opening", "closing", "heading", "told"]
STANDING = ["bias", "points", "behind", "clearest", "asserted", "denied", "excluded", "supposed", "reason", "contributing", "customer",
            "place", "ahead", "length"]
DEPARTMENT_TRAITS = ["addressed", "in-action", "in-lesson", "named", "primary", "also-primary", "contributing", "lesson-topic", "action-topic"]
WIN_BACK_TRAITS = ["asked", "worded", "customer", "told", "closing"]
DEPARTMENTS = ["customer-success", "account-management", "product", "engineering", "support", "sales", "marketing", "finance",
               "implementation", "security", "legal", "leadership"]

# So much more than its floor a cause needs to play a part: to assert one that the note rules out is worse than to miss one. Of the writers of the
# shared corpus left out it brings F1 of all causes from 74.2 to 72.9, and causes that were ruled out and asserted from 6 in 120 notes to 2.
CAUTION = {"contributing": 0.9, "ruled-out": 0.0}

# How much a note counts for what plays a part, and for coming back, whose causes were drawn at random; whoever chooses freely thinks of few.
DRAWN = 8.0

# Not learnt: one sentence that plainly speaks of a cause is worth a point or two, and a verdict; less is none, as what a bare
# "They left in March." comes to (of 351 notes of a few lines this floor leaves eight without a verdict, 0.9 four); and the
# points are odds already, so that confidence needs no other scale.
FIXED = {"floor.primary": 1.1, "scale.confidence": 1.0}


def shared_choice(data, traits, classes, penalty, biased, against=()):
    """Weights of traits that all classes share, and a bias a class; those `against` speak for nothing. Data are (matrix of classes by traits,
    right class, scale of the biases, how much it counts)."""
    k = len(traits)
    def objective(w):
        loss, slope = 0.5 * penalty * (w @ w), penalty * w
        for M, y, scale, count in data:
            s = M @ w[:k] + (scale * w[k:] if biased else 0)
            s = s - s.max()
            p = np.exp(s); p /= p.sum()
            loss -= count * np.log(p[y] + 1e-12)
            p[y] -= 1
            p *= count
            slope[:k] += M.T @ p
            if biased: slope[k:] += scale * p
        return loss, slope
    size = k + (classes if biased else 0)
    bounds = [(None, 0 if n < k and traits[n] in against else None) for n in range(size)]
    return minimize(objective, np.zeros(size), jac=True, method="L-BFGS-B", bounds=bounds).x


def cause_matrix(traits):
    return np.array([[traits.get(c, {}).get(t, 0) for t in CAUSE_TRAITS] for c in CAUSES])


def length(case):
    """What the biases of causes grow with."""
    return len(case["units"]) ** 0.5


def learn_causes(cases):
    """The weights of the traits of evidence for causes, and a bias a cause: some are spoken of more often than they are why, the
    more the longer the note."""
    data = [(cause_matrix(c["causes"]), CAUSES.index(c["label"]["root_cause"]["primary"]), length(c), 1) for c in cases.values()
            if c["label"]["root_cause"]["primary"] in CAUSES]
    k = len(CAUSE_TRAITS)
    w = shared_choice(data, CAUSE_TRAITS, len(CAUSES), 1.0, True, against=("excluded", "denied"))
    right = sum(int((M @ w[:k] + scale * w[k:]).argmax()) == y for M, y, scale, _ in data)
    print(f"    primary cause: {right} of {len(data)}")
    return {f"cause.{t}": v for t, v in zip(CAUSE_TRAITS, w)} | {f"cause-bias.{c}": v for c, v in zip(CAUSES, w[k:])}


def cause_points(case, points):
    """The points of each cause."""
    w = np.array([points[f"cause.{t}"] for t in CAUSE_TRAITS])
    return cause_matrix(case["causes"]) @ w + length(case) * np.array([points[f"cause-bias.{c}"] for c in CAUSES])


# What stands behind the last cause (`CauseLedger`).
NOTHING = -3.0


def standings(case, points):
    """For each cause that anything speaks of, the strongest first: its name, its points and what its standing is told by."""
    M, s = cause_matrix(case["causes"]), cause_points(case, points)
    at = {t: i for i, t in enumerate(CAUSE_TRAITS)}
    ranked = sorted((i for i, c in enumerate(CAUSES) if c in case["causes"]), key=lambda i: -s[i])
    top = max((s[i] for i in ranked), default=0)
    for place, i in enumerate(ranked):
        m, next = M[i], s[ranked[place + 1]] if place + 1 < len(ranked) else NOTHING
        yield CAUSES[i], s[i], [1, s[i], top - s[i], case["causes"][CAUSES[i]]["clearest"], m[at["told"]], m[at["denied"]], m[at["excluded"]], m[at["supposed"]],
                                m[at["reason"]] + m[at["verdict"]], m[at["contributing"]], m[at["customer"]], place, s[i] - next, length(case)]


def learn_standing(cases, points):
    """From what standing a cause counts as contributing, with a bias a cause, and from what as ruled out."""
    beside, out, first, wanted, taken = [], [], 0, 0, 0
    for id, case in cases.items():
        R, weight = case["label"]["root_cause"], DRAWN if is_drawn(id) else 1.0
        own = {R["primary"], *R["contributing"]}
        wanted += weight * len(own)
        taken += weight
        for n, (cause, _, traits) in enumerate(standings(case, points)):
            out.append((traits, cause in R["denied"] and cause not in own, 1.0))
            if n == 0: first += weight * (cause in own)
            elif cause not in R["also_acceptable"]: beside.append(([*traits, *(float(cause == c) for c in CAUSES)], cause in own, weight))
    result = {}
    for group, rows, penalty, found in (("contributing", beside, 2.0, (first, taken, wanted)), ("ruled-out", out, 0.3, (0, 0, None))):
        X, y, weights = np.array([t for t, _, _ in rows]), np.array([g for _, g, _ in rows], float), np.array([w for _, _, w in rows])
        w = logistic(X, y, penalty, weights)
        f1, at = best_floor(list(zip(X @ w[:-1] + w[-1], y, weights)), *found)
        print(f"    {group}: F1 {f1:.3f} from {at:.2f}")
        w[0] += w[-1] - at - CAUTION[group]
        result |= {f"{group}.{t}": v for t, v in zip(STANDING, w)} | {f"{group}-bias.{c}": v for c, v in zip(CAUSES, w[len(STANDING):-1])}
    return result


def cause_prior(case, points):
    """What the root cause alone says of coming back: its confidence, in the place of the cause that it is."""
    odds = softmax(cause_points(case, points)[None])[0]
    return odds * (odds == odds.max())


def learn_win_back(cases, points):
    """What is said of coming back: the weights of its traits; and against that nothing is said, a bias a level and what each root
    cause adds to it: who went under does not come back."""
    classes = ["not-stated", *LEVELS]
    names = [f"win-back.{t}" for t in WIN_BACK_TRAITS] + [f"win-back-bias.{l}" for l in LEVELS] + [f"win-back-{l}.{c}" for l in LEVELS for c in CAUSES]
    data = []
    for id, case in cases.items():
        M, prior = np.zeros((4, len(names))), cause_prior(case, points)
        for i, level in enumerate(LEVELS):
            M[i + 1] = [*(case["win_back"][level][t] for t in WIN_BACK_TRAITS), *np.eye(3)[i], *np.outer(np.eye(3)[i], prior).ravel()]
        data.append((M, classes.index(case["label"]["winback"]), 1, DRAWN if is_drawn(id) else 1.0))
    w = shared_choice(data, names, 4, 2.0, False)
    print(f"    win-back: {sum(int((M @ w).argmax()) == y for M, y, *_ in data)} of {len(data)}")
    return dict(zip(names, w))


def learn_departments(cases):
    """Whom to notify: the weights of what speaks for it, and a bias a department."""
    rows = []
    for case in cases.values():
        must, may = case["label"]["departments_must"], case["label"]["departments_may"]
        for n, d in enumerate(DEPARTMENTS):
            if d in may and d not in must: continue
            rows.append(([case["departments"][d][t] for t in DEPARTMENT_TRAITS] + [float(n == m) for m in range(len(DEPARTMENTS))], d in must))
    X, y = np.array([t for t, _ in rows]), np.array([g for _, g in rows], float)
    w = logistic(X, y, 0.3, np.ones(len(y)))
    f1, floor = best_floor(list(zip(X @ w[:-1] + w[-1], y, np.ones(len(y)))))
    print(f"    departments: F1 {f1:.3f} from {floor:.2f}")
    k = len(DEPARTMENT_TRAITS)
    return {f"department.{t}": v for t, v in zip(DEPARTMENT_TRAITS, w)} | {f"department-bias.{d}": v + w[-1] - floor for d, v in zip(DEPARTMENTS, w[k:])}


# Of notes as they come, one in nine has no turning point (the notes of the shared corpus); of our own, many more.
WITHOUT_TURNING_POINT = 1 / 9


def learn_turning_point(cases):
    """A note has a turning point where its likeliest moment reaches the floor that is right most often; and how likely it is right."""
    tops, weights = [], []
    cases = {i: c for i, c in cases.items() if has_no_turning_point(c) or c["label"]["turning_point"]}
    none = [has_no_turning_point(c) for c in cases.values()]
    share = sum(none) / len(none)
    for case, empty in zip(cases.values(), none):
        if case["turning_point"] is None: continue
        tops.append((case["turning_point"]["score"], tells_turning_point(case, case["turning_point"]), empty))
        weights.append(WITHOUT_TURNING_POINT / share if empty else (1 - WITHOUT_TURNING_POINT) / (1 - share))
    def right(floor): return sum(w * (good if value > floor else empty) for (value, good, empty), w in zip(tops, weights))
    floor = max(sorted(v for v, _, _ in tops), key=right)
    scale, bias = logistic(np.array([[v] for v, _, _ in tops]), np.array([g for _, g, _ in tops], float), 0.01, np.array(weights))
    print(f"    turning point: {right(floor) / sum(weights):.3f} right from {floor:.2f}")
    return {"floor.turning-point": floor, "turning-point.scale": scale, "turning-point.bias": bias}


def save(folder, points):
    with open(folder / "verdicts.tsv", "w") as f:
        f.write("# Learnt by Training/train.py: what each circumstance counts for a verdict on the whole note.\n")
        for name, value in points.items(): f.write(f"{name}\t{value:.3f}\n")
