#!/usr/bin/env python3
"""Learns the points of `points/` from labelled notes and sentences, and says how well they serve writers left out.

    train.py                          learns from Training/notes and Training/sentences and writes points/
    train.py --cross [WRITER ...]     learns without one writer at a time, drafts that writer's notes, scores them all;
                                      the writers of the shared corpus unless others are named
    train.py --cross --show-misses    with what was missed and what was too much

A note's writer is the letters of its id. What is learnt is one number a feature and target, by logistic regression with a
quadratic penalty; and networks beside, which read each thing in the light of those around it. A feature counts only where at
least two writers use it, so that no name and no single phrase can be learnt by heart. Floors, and all that is learnt of whole notes, are learnt on notes that the tables of points
have not seen. Needs numpy, scipy and torch (PyPI), and `swift build -c release --product note-features`.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

os.environ["OPENBLAS_NUM_THREADS"] = "1"     # many small products: threads only wait for each other
sys.path.insert(0, str(pathlib.Path(__file__).parent))
from learn import notes, reliability, sentences, verdicts
from learn.labels import label

NOTES, SENTENCES, EVIDENCE = (notes.ROOT / "Training" / folder for folder in ("notes", "sentences", "evidence"))
CORPUS = ["a", "b", "f", "g", "h", "i"]
KINDS = ["units", "dates", "names", "trades"]
FOLDS = 3


def learn_tables(cases, lines):
    """A model of each kind."""
    return {kind: sentences.learn(cases, kind, lines) for kind in KINDS}


def set_floors(folds, kinds):
    """Lets what reaches the floor that is best for writers left out have log-odds above nought: for each kind its floors."""
    result = {}
    for kind in kinds:
        scored = [(thing, values, notes.weight(id)) for held, models in folds for id, case in held.items()
                  for thing, values in sentences.scores(models[kind], case, kind)]
        result[kind] = sentences.floors(kind, scored)
        for _, models in folds: models[kind]["floors"] = result[kind]
    return result


def write(cases, lines, out):
    """Learns from cases and sentences, and writes the points to a folder."""
    out.mkdir(parents=True, exist_ok=True)
    hands = sorted({notes.writer(i) for i in cases})
    folds = []
    for n in range(FOLDS):
        held = {i: c for i, c in cases.items() if hands.index(notes.writer(i)) % FOLDS == n}
        others = {i: c for i, c in cases.items() if i not in held}
        models = learn_tables(others, lines)
        for model in models.values(): sentences.learn_networks(model, others)
        folds.append((held, models))
    points = {}
    with tempfile.TemporaryDirectory() as temp:
        temp = pathlib.Path(temp)
        def save(kinds):
            for n, (_, models) in enumerate(folds):
                (temp / str(n)).mkdir(exist_ok=True)
                for kind in kinds: sentences.save(temp / str(n), kind, models[kind])
        def reread():
            for n, (held, models) in enumerate(folds):
                verdicts.save(temp / str(n), points)
                for id, read in notes.read(held, temp / str(n)).items():
                    cases[id] |= {k: read[k] for k in ("turning_point", "causes", "win_back", "departments")}
                    for unit, again in zip(cases[id]["units"], read["units"]): unit |= {k: again[k] for k in ("cause_traits", "win_back_traits")}
        floors = set_floors(folds, KINDS)
        save(KINDS); reread()
        points |= verdicts.learn_turning_point(cases)
        reread()
        points |= verdicts.learn_causes(cases)
        points |= verdicts.learn_win_back(cases, points)
        weighed = dict(points)
        for held, models in folds: sentences.learn_networks(models["units"], {i: c for i, c in cases.items() if i not in held}, weighed)
        floors |= set_floors(folds, ["units"])
        save(["units"]); reread()
        points |= verdicts.learn_causes(cases)
        points |= verdicts.learn_win_back(cases, points)
        points |= verdicts.learn_standing(cases, points) | verdicts.FIXED
        reread()
        points |= verdicts.learn_departments(cases)
    models = learn_tables(cases, lines)
    for kind in KINDS:
        sentences.learn_networks(models[kind], cases, weighed if kind == "units" else None)
        sentences.save(out, kind, models[kind] | {"floors": floors[kind]})
    verdicts.save(out, points)


def main():
    args = sys.argv[1:]
    cases = notes.load_labels(NOTES, EVIDENCE)
    for id, read in notes.read(cases).items(): cases[id] |= read
    for case in cases.values(): label(case)
    lines = notes.load_sentences(SENTENCES)
    print(f"{len(cases)} notes, {len(lines)} sentences")
    if "--cross" not in args:
        write(cases, lines, notes.ROOT / "points"); return
    with tempfile.TemporaryDirectory() as temp:
        temp = pathlib.Path(temp)
        (temp / "models").mkdir(); (temp / "notes").mkdir()
        for writer in [a for a in args if not a.startswith("-")] or CORPUS:
            print(f"  without {writer}")
            held = {i: c for i, c in cases.items() if notes.writer(i) == writer}
            write({i: c for i, c in cases.items() if i not in held}, lines, temp / writer)
            notes.draft(held, temp / writer, temp / "models")
            for id in held:
                for file in NOTES.glob(f"{id}.*"): (temp / "notes" / file.name).symlink_to(file)
        sys.stdout.flush()
        subprocess.run([sys.executable, notes.SCORE, temp / "notes", "--models", temp / "models", *(a for a in args if a == "--show-misses")])
        reliability.report({i: cases[i] for i in sorted(p.stem for p in (temp / "models").glob("*.json"))}, temp / "models")


main()
