#!/usr/bin/env python3
"""Drafts from inputs that make parsers slow: none may crash, take too long or too much memory.

    blowups.py

How long is too long depends on the machine, so an ordinary note as large as a note can be is drafted first: the samples, one
behind the other. The public list at the largest sizes allowed may take twice as long and 256 MB each, and once more in
pieces that stay just below the limits of the program's guard. Then inputs of our own after cmark's pathological ones, each
as large as a note can be, four times as long and 384 MB; and notes that are nothing but one kind of fact, 128 KiB each, as the list.
"""
import json
import pathlib
import sys
import tempfile

from command import ROOT, draft, excess, payload_folder

NOTE = 1 << 20     # the largest note that is read as Markdown
FACTS = 1 << 17    # forty times a long note
ANSWERS = 1 << 18  # the largest YAML file
MARKERS = 31       # container markers on a line, one less than the guard lets pass
IMAGES = 999       # image openers in a note, as above
TRIES = 5          # the least time of so many runs counts


def size_of(text):
    return len(text.encode("utf-8", "surrogateescape"))


def repeat(parts, size):
    """Joins `[text, count]` pairs; "n" is as often as `size` bytes allow."""
    fixed = sum(size_of(text) * count for text, count in parts if count != "n")
    period = sum(size_of(text) for text, count in parts if count == "n")
    times = max(1, (size - fixed) // period) if period else 0
    return "".join(text * (times if count == "n" else count) for text, count in parts)


def below_guard(parts):
    """The same shape with few enough markers on a line, as often as a note can hold it."""
    opens_image = any("![" in text for text, _ in parts)
    piece = "".join(text * (MARKERS if count == "n" else count) for text, count in parts) + "\n\n"
    times = min(NOTE // len(piece.encode()), IMAGES // piece.count("![")) if opens_image else NOTE // len(piece.encode())
    filler = "x" * (NOTE - times * len(piece.encode()) - 1) + "\n" if opens_image else ""
    return piece * times + filler


def aliases(name, levels):
    """The two YAML inputs that grow at each level."""
    if name == "yaml-billion-laughs":
        lines = ["a0: &a0 [" + ", ".join(['"lol"'] * 9) + "]"]
        lines += [f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 9) + "]" for i in range(1, levels)]
    else:
        lines = ["a0: &a0 {x: y}"] + [f"a{i}: &a{i} {{? [*a{i - 1}, *a{i - 1}] : 1}}" for i in range(1, levels)]
    return "\n".join(lines) + "\n"


TIGHT, WIDE = (2.0, 256), (4.0, 384)  # times as long as an ordinary note, and megabytes

PATHOLOGICAL = {
    "nested strong emphasis": [["*a **a ", "n"], ["b", 1], [" a** a*", "n"]],
    "many emphasis closers with no openers": [["a_ ", "n"]],
    "many emphasis openers with no closers": [["_a ", "n"]],
    "many link closers with no openers": [["a]", "n"]],
    "many link openers with no closers": [["[a", "n"]],
    "mismatched openers and closers": [["*a_ ", "n"]],
    "openers and closers, multiples of three": [["a**b", 1], ["c* ", "n"]],
    "link openers and emphasis closers": [["[ a_", "n"]],
    "bracket and parenthesis": [["[ (](", "n"]],
    "emphasis in a link": [["**x [a*b**c*](d)", "n"]],
    "nested brackets": [["[", "n"], ["a", 1], ["]", "n"]],
    "nested images": [["![", "n"], ["a", 1], ["](b)", "n"]],
    "backticks": [["e`", "n"]],
    "runs of backticks": [["`" * 50 + "x", "n"]],
    "unclosed links": [["[a](<b", "n"]],
    "unclosed links with text": [["[a](b", "n"]],
    "unclosed comments": [["</", 1], ["<!--", "n"]],
    "unclosed processing instructions": [["a <? ", "n"]],
    "unclosed declarations": [["a <!A ", "n"]],
    "unclosed CDATA": [["a <![CDATA[ ", "n"]],
    "empty lines of lists": [["- ", 20], ["x", 1], ["\n", "n"]],
    "reference definitions": [["[a]: u\n", "n"]],
    "references": [["[a]: u\n\n", 1], ["[a] ", "n"]],
    "table columns": [["|a", "n"], ["|\n", 1], ["|-", "n"], ["|\n", 1]],
    "one long line": [["x", "n"]],
    "one long word per line": [["x" * 99 + "\n", "n"]],
    "empty lines": [["\n", "n"]],
    "carriage returns": [["\r", "n"]],
    "spaces": [[" ", "n"], ["x", 1]],
    "headings": [["# a\n", "n"]],
    "quotation marks": [["\"", "n"]],
    "full stops": [["a. ", "n"]],
    "abbreviations": [["e.g. ", "n"]],
    "marks": [["e", 1], ["\u0301\u0323", "n"]],
    "invalid bytes": [["\udcff", "n"]],
    "NUL": [["\0", "n"]],
}

ONE_KIND = {
    "table rows": [["|a|b|\n|-|-|\n", 1], ["|a|b|\n", "n"]],
    "key values": [["**a:** b\n", "n"]],
    "questions": [["**Why?**\n\nBecause.\n\n", "n"]],
    "speakers": [["[00:00:01] A: yes.\n", "n"]],
    "dates": [["4 March 2025, ", "n"]],
    "causes": [["They left because of the price. ", "n"]],
    "lessons": [["- We should have called on 4 March 2025.\n", "n"]],
    "actions": [["- [ ] Jo: call them, by 2025-08-01\n", "n"]],
    "mail quoting": [["> On 4 March 2025 Jo wrote:\n", "n"]],
}


def ordinary():
    """The samples, one behind the other, as often as a note can hold them."""
    samples = b"\n\n".join(path.read_bytes() for path in sorted(ROOT.glob("samples/*/note.md")))
    return (samples * (NOTE // len(samples) + 1))[:NOTE].decode("utf-8", "ignore").encode()


def inputs():
    """Names, notes, answers, of which one is hostile, and what they may cost."""
    plain = "# Acme\n\nThey left because of the price.\n"
    for name, parts in PATHOLOGICAL.items():
        yield name, repeat(parts, NOTE), None, WIDE
    for name, parts in ONE_KIND.items():
        yield name, repeat(parts, FACTS), None, TIGHT
    folder = payload_folder()
    if not folder:
        print("Skipped: blow-ups, public list: absent (PAYLOADS)")
        return
    for entry in json.loads((folder / "blowups" / "blowups.json").read_text(encoding="utf-8")):
        name = entry["name"]
        if "parts" not in entry:
            for levels in (8, 9, 24, 500):
                yield f"{name}, {levels} levels", plain, aliases(name, levels), TIGHT
        elif entry.get("format") == "yaml":
            yield name, plain, repeat(entry["parts"], ANSWERS), TIGHT
        else:
            yield name, repeat(entry["parts"], NOTE), None, TIGHT
            yield f"{name}, below the guard", below_guard(entry["parts"]), None, TIGHT


def main():
    problems, slowest, largest, count = [], (0, ""), (0, ""), 0
    with tempfile.TemporaryDirectory() as temporary:
        note, sheet = pathlib.Path(temporary, "note.md"), pathlib.Path(temporary, "note.yaml")
        note.write_bytes(ordinary())
        pace = min(draft(note).seconds for _ in range(TRIES))
        for name, text, answers, (times, megabytes) in inputs():
            note.write_bytes(text.encode("utf-8", "surrogateescape"))
            if answers is not None:
                sheet.write_text(answers, encoding="utf-8")
            run = draft(note, sheet if answers is not None else None)
            for _ in range(TRIES - 1):  # Other work on the machine makes processor time longer, never shorter.
                if run.seconds > times * pace:
                    run = min(run, draft(note, sheet if answers is not None else None), key=lambda run: run.seconds)
            # Answers that are refused are told of in findings, or end the run as unreadable input.
            problem = excess(run._replace(status=0) if answers is not None and run.status == 66 else run, name, times * pace, megabytes)
            problems += [problem] if problem else []
            slowest, largest = max(slowest, (run.seconds, name)), max(largest, (run.megabytes, name))
            count += 1
    print(f"blow-ups: {count} inputs, {len(problems)} problems; an ordinary note {pace:.2f} s, slowest {slowest[0]:.2f} s "
          f"({slowest[1]}), largest {largest[0]:.0f} MB ({largest[1]})")
    for problem in problems:
        print(f"  {problem}")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
