"""Additive models: logistic regression, of one or of several classes, with a quadratic penalty."""
import numpy as np


def descend(objective, start, steps, memory=8):
    """The minimum of a smooth convex function that gives its value and slope: L-BFGS (Nocedal and Wright, algorithm 7.5).

    SciPy's own bounds its variables, which costs most of the time on as many as there are here."""
    w, (value, slope), pairs = start, objective(start), []
    for _ in range(steps):
        direction, seen = -slope, []
        for s, y, rho in reversed(pairs):
            a = rho * (s @ direction)
            seen.append(a)
            direction = direction - a * y
        if pairs: direction *= (pairs[-1][0] @ pairs[-1][1]) / (pairs[-1][1] @ pairs[-1][1])
        else: direction /= max(1.0, np.abs(slope).sum())
        for (s, y, rho), a in zip(pairs, reversed(seen)):
            direction = direction + (a - rho * (y @ direction)) * s
        fall, length = slope @ direction, 1.0
        if fall > -1e-9: break
        while True:
            next_value, next_slope = objective(w + length * direction)
            if next_value <= value + 1e-4 * length * fall or length < 1e-6: break
            length /= 2
        s, y = length * direction, next_slope - slope
        if s @ y > 1e-12: pairs = [*pairs[1 - memory:], (s, y, 1 / (s @ y))]
        done = value - next_value < 1e-6 * max(1.0, abs(value))
        w, value, slope = w + s, next_value, next_slope
        if done: break
    return w


def logistic(X, y, penalty, sample):
    """The weights and last the bias of the log-odds of y, 0 or 1."""
    n, signs = X.shape[1], 2 * y - 1
    XT = X.T.tocsr() if hasattr(X, "tocsr") else X.T
    def objective(w):
        margin = signs * (X @ w[:n] + w[n])
        loss = np.logaddexp(0, -margin) * sample
        slope = -signs * sample / (1 + np.exp(np.clip(margin, -50, 50)))
        return loss.sum() + 0.5 * penalty * w[:n] @ w[:n], np.append(XT @ slope + penalty * w[:n], slope.sum())
    return descend(objective, np.zeros(n + 1), 150)


def choice(X, groups, y, penalty, sample):
    """The weights, last the log-odds of none, by which in each group the things that are y stand out from the others; a group
    without such is one of which none is chosen. The things of a group stand together. Pairs (X, y, weight) of `sample` are learnt beside."""
    n, count = X.shape[1], groups[-1] + 1
    XT, starts, own = X.T.tocsr(), np.searchsorted(groups, np.arange(count)), np.bincount(groups, y, count) > 0
    apart, signs, weight = sample
    apartT = apart.T.tocsr()
    def objective(w):
        z, none = X @ w[:n], w[n]
        top = np.maximum(np.maximum.reduceat(z, starts), none)
        e, empty = np.exp(z - top[groups]), np.exp(none - top)
        total = np.add.reduceat(e, starts) + empty
        good = np.add.reduceat(e * y, starts)
        loss = (np.log(total) - np.log(np.where(own, good, empty) + 1e-300)).sum() + 0.5 * penalty * w[:n] @ w[:n]
        slope = XT @ (e / total[groups] - np.where(own[groups], e * y / np.maximum(good, 1e-300)[groups], 0)) + penalty * w[:n]
        margin = signs * (apart @ w[:n] + w[n + 1])
        loss += weight * np.logaddexp(0, -margin).sum()
        pull = -signs * weight / (1 + np.exp(np.clip(margin, -50, 50)))
        return loss, np.concatenate([slope + apartT @ pull, [(empty / total - ~own).sum(), pull.sum()]])
    return descend(objective, np.zeros(n + 2), 200)[:n + 1]


def softmax(z):
    """The likelihoods of classes, a row a thing, by their log-odds."""
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def best_floor(triples, hits=0, taken=0, wanted=None):
    """From triples of a log-odds, whether it is right and a weight, the best F1 and the log-odds from which it is reached.

    Beside them `taken` things may be taken already, `hits` of them rightly; `wanted` is how many there are to find in all."""
    ranked = sorted(triples, key=lambda s: -s[0])
    wanted, best = sum(good * weight for _, good, weight in ranked) if wanted is None else wanted, (0, np.inf)
    for value, good, weight in ranked:
        hits += good * weight
        taken += weight
        f1 = 2 * hits / (taken + wanted)
        if f1 > best[0]: best = (f1, value)
    return best
