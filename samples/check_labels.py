#!/usr/bin/env python3
"""Checks that every label of the samples points at its note: each anchor stands there once, on one line."""
import json
import pathlib
import sys

CATEGORIES = set("""product-gap product-quality onboarding adoption support customer-success sales-fit pricing budget
champion-loss competitor in-house restructuring business-closure security-compliance other""".split())
DEPARTMENTS = set("""customer-success account-management product engineering support sales marketing finance
implementation security legal leadership""".split())
SIGNALS = set("""usage-decline unresolved-issue missed-touchpoint champion-left sentiment-drop escalation
billing-friction competitor-evaluation org-change scope-reduction""".split())


def anchors(value):
    """Every anchor of the labels, wherever it stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "anchor":
                yield inner
            else:
                yield from anchors(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from anchors(inner)


def problems(labels, folder):
    """What is wrong with one case's labels."""
    note = (folder / labels["note"]).read_text(encoding="utf-8")
    if labels["answers"] and not (folder / labels["answers"]).exists():
        yield f"no answers file {labels['answers']}"
    turning = labels["turning_point"]
    every = [*anchors(labels), *labels["not_lessons"], *(turning["also_acceptable"] if turning else [])]
    for anchor in every:
        if anchor == "@answers":
            if not labels["answers"]:
                yield "an anchor in the answers, but there are none"
        elif "\n" in anchor or note.count(anchor) != 1:
            yield f"{note.count(anchor)} times on a line of the note: {anchor!r}"
    cause = labels["root_cause"]
    used = {cause["primary"], *cause["also_acceptable"], *cause["contributing"], *cause["denied"]}
    for what, words, known in (
        ("cause", used, CATEGORIES),
        ("department", {*labels["departments_must"], *labels["departments_may"]}, DEPARTMENTS),
        ("signal", {signal["kind"] for signal in labels["signals"]}, SIGNALS),
    ):
        for word in sorted(words - known):
            yield f"unknown {what} {word!r}"


def main():
    failed = cases = 0
    for file in sorted(pathlib.Path(__file__).parent.glob("*/labels.json")):
        cases += 1
        for problem in problems(json.loads(file.read_text(encoding="utf-8")), file.parent):
            print(f"{file.parent.name}: {problem}")
            failed += 1
    print(f"samples: {cases} cases, {failed} problems")
    return failed > 0


sys.exit(main())
