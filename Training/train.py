#!/usr/bin/env python3
"""Learns the points of `points/` from labelled notes and sentences, and says how well they serve writers left out.

    train.py                          learns from Training/notes and Training/sentences and writes points/
    train.py --cross [WRITER ...]     learns without one writer at a time, drafts that writer's notes, scores them all;
                                      the writers of the shared corpus unless others are named
    train.py --cross --show-misses    with what was missed and what was too much

A note's writer is the letters of its id. What is learnt is one number a feature and target, by logistic regression with a
quadratic penalty; and networks beside, which read each thing in the light of those around it. A feature counts only where at
least two writers use it, so that no name and no single phrase can be learnt by heart. Floors, and all that is learnt of whole
notes, are learnt on notes that the tables of points have not seen. Of the shared corpus tables and networks learn nothing: its
notes are always held back, and tell only floors and what a verdict weighs. Needs numpy, scipy and torch (PyPI), and `swift build -c release --product note-features`.
"""
import multiprocessing
import os
import pathlib
import subprocess
import sys
import tempfile

os.environ["OPENBLAS_NUM_THREADS"] = "1"     # many small products: threads only wait for each other
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from learn import notes, reliability, second_look, sentences, verdicts
from learn.labels import label

NOTES, SENTENCES, EVIDENCE = (notes.ROOT / "Training" / folder for folder in ("notes", "sentences", "evidence"))
CORPUS = ["a", "b", "f", "g", "h", "i"]
KINDS = ["units", "dates", "names", "trades"]
FOLDS = 3


def tables(cases, lines, networks=KINDS):
    """A model of each kind, with the networks that learn from single things for those kinds."""
    models = {kind: sentences.learn(cases, kind, lines) for kind in KINDS}
    for kind in networks: sentences.learn_networks(models[kind], cases)
    return models


class Fold:
    """Notes that were held back, the others, and what was learnt of those: the models of a first look, and second looks."""

    def __init__(self, held, others):
        self.held, self.others, self.models, self.looks = held, others, None, {}


def learn(cases, lines):
    """Learns in folds, and, last, of all our notes. Those of the shared corpus are only ever held back."""
    ours = {i: c for i, c in cases.items() if not notes.is_shared(i)}
    hands, folds = sorted({notes.writer(i) for i in cases}), []
    for n in range(FOLDS):
        held = {i: c for i, c in cases.items() if hands.index(notes.writer(i)) % FOLDS == n}
        folds.append(Fold(held, {i: c for i, c in ours.items() if i not in held}))
    folds.append(Fold({}, ours))
    # Nothing is held back from what is learnt of all: it needs no networks of units before those that learn from whole notes.
    first = [lambda fold=fold: tables(fold.others, lines, KINDS if fold.held else KINDS[1:]) for fold in folds]
    for fold, models in zip(folds, side_by_side(first)): fold.models = models
    points = weigh(folds, ours).points
    # What units tell is learnt once more, from what whole notes come to as well.
    def networks(fold):
        sentences.learn_networks(fold.models["units"], fold.others, points)
        return fold.models["units"]["networks"]
    for fold, told in zip(folds, side_by_side([lambda fold=fold: networks(fold) for fold in folds])): fold.models["units"]["networks"] = told
    for fold in folds[:-1]:
        with tempfile.TemporaryDirectory() as temp:
            save(fold, Weights({}, points), pathlib.Path(temp))
            for id, looks in notes.look(fold.held, temp).items(): cases[id]["looks"] = looks
    # A fold's second looks are learnt on what the other folds held back.
    def looks(fold): return {kind: second_look.learn({i: c for i, c in ours.items() if i not in fold.held}, kind) for kind in second_look.KINDS}
    for fold, told in zip(folds, side_by_side([lambda fold=fold: looks(fold) for fold in folds])): fold.looks = told
    return folds


TASKS = []


def side_by_side(tasks):
    """What functions without arguments return, each run in a copy of this process, as many at a time as there are processors."""
    TASKS[:] = tasks
    with multiprocessing.get_context("fork").Pool(min(len(tasks), os.cpu_count())) as pool:
        return pool.map(run_task, range(len(tasks)), chunksize=1)


def run_task(number): return TASKS[number]()


class Weights:
    """What is told by notes that were held back: the floors of targets, and the points of verdicts."""

    def __init__(self, floors, points): self.floors, self.points = floors, points


def weigh(folds, cases):
    """What notes that were held back tell, those of `cases` alone."""
    points, floors = {}, {}
    folds = [fold for fold in folds if fold.held]
    held = [{i: c for i, c in fold.held.items() if i in cases} for fold in folds]
    for kind in KINDS:
        def scores(fold, case): return second_look.scores(fold.looks[kind], case, kind) if kind in fold.looks else sentences.scores(fold.models[kind], case, kind)
        floors[kind] = sentences.floors(kind, [scored for fold, part in zip(folds, held) for case in part.values() for scored in scores(fold, case)])
    with tempfile.TemporaryDirectory() as temp:
        temp = pathlib.Path(temp)
        for n, fold in enumerate(folds): save(fold, Weights(floors, points), temp / str(n))
        def reread():
            for n, part in enumerate(held):
                verdicts.save(temp / str(n), points)
                for id, read in (notes.read(part, temp / str(n)) if part else {}).items():
                    cases[id] |= {k: read[k] for k in ("turning_point", "causes", "win_back", "departments")}
                    for unit, again in zip(cases[id]["units"], read["units"]): unit |= {k: again[k] for k in ("cause_traits", "win_back_traits")}
        reread()
        points |= verdicts.learn_turning_point(cases)
        reread()
        points |= verdicts.learn_causes(cases)
        points |= verdicts.learn_win_back(cases, points)
        points |= verdicts.learn_standing(cases, points) | verdicts.FIXED
        reread()
        points |= verdicts.learn_departments(cases)
    return Weights(floors, points)


def save(fold, weights, out):
    """Writes a folder of points: what a fold has learnt, and what is weighed. Floors count at the last look that there is."""
    out.mkdir(parents=True, exist_ok=True)
    for kind, model in fold.models.items():
        nowhere = np.zeros(len(sentences.SINGLE[kind]))
        floors = weights.floors.get(kind, nowhere)
        sentences.save(out, kind, model | {"floors": nowhere if kind in fold.looks else floors})
        if kind in fold.looks: second_look.save(out / f"{kind}.look", fold.looks[kind], floors)
    verdicts.save(out, weights.points)


def leave_out(writer, cases, folds, temp):
    """Weighs without a writer's notes and drafts those."""
    print(f"  without {writer}", flush=True)
    held = {i: c for i, c in cases.items() if notes.writer(i) == writer}
    save(folds[-1], weigh(folds, {i: c for i, c in cases.items() if i not in held}), temp / writer)
    notes.draft(held, temp / writer, temp / "models")
    for id in held:
        for file in NOTES.glob(f"{id}.*"): (temp / "notes" / file.name).symlink_to(file)


def main():
    args = sys.argv[1:]
    cases = notes.load_labels(NOTES, EVIDENCE)
    for id, read in notes.read(cases).items(): cases[id] |= read
    for case in cases.values(): label(case)
    lines = notes.load_sentences(SENTENCES)
    print(f"{len(cases)} notes, {len(lines)} sentences")
    if "--cross" not in args:
        folds = learn(cases, lines)
        save(folds[-1], weigh(folds, cases), notes.ROOT / "points"); return
    with tempfile.TemporaryDirectory() as temp:
        temp = pathlib.Path(temp)
        (temp / "models").mkdir(); (temp / "notes").mkdir()
        writers = [a for a in args if not a.startswith("-")] or CORPUS
        # Nothing but floors and verdicts changes with a writer of the shared corpus.
        shared = [w for w in writers if w in CORPUS]
        if shared:
            folds = learn(cases, lines)
            side_by_side([lambda w=w: leave_out(w, cases, folds, temp) for w in shared])
        for writer in writers:
            if writer in shared: continue
            leave_out(writer, cases, learn({i: c for i, c in cases.items() if notes.writer(i) != writer}, lines), temp)
        sys.stdout.flush()
        subprocess.run([sys.executable, notes.SCORE, temp / "notes", "--models", temp / "models", *(a for a in args if a == "--show-misses")])
        reliability.report({i: cases[i] for i in sorted(p.stem for p in (temp / "models").glob("*.json"))}, temp / "models")


main()
