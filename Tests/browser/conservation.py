#!/usr/bin/env python3
"""Holds that a page shows every visible character of its note, on the line where it stands.

    conservation.py [--whole]

Over the samples, the CommonMark spec's examples, real mails and hostile texts, each drafted by the command within a
second and 256 MB. Without --whole every 16th hostile text and every fourth mail is taken.
"""
import pathlib
import re
import sys
import tempfile
import unicodedata

import hostile
from chrome import Browser
from command import RENDER_BATCH, ROOT, draft, excess, payload_folder

LINES = """return arguments[0].map(page => [...new DOMParser().parseFromString(page, 'text/html')
  .querySelectorAll('ol.lines > li')].map(line => [line.id, line.textContent]));"""


def examples(spec):
    """The Markdown of the spec's examples."""
    for match in re.finditer(r"^`{32} example\n(.*?)^\.\n", spec, re.DOTALL | re.MULTILINE):
        yield match[1].replace("\u2192", "\t")


def notes(step):
    """Notes by name."""
    for sample in sorted((ROOT / "samples").glob("*/note.md")):
        yield str(sample.relative_to(ROOT)), sample.read_bytes()
    texts = hostile.OWN + hostile.public()[::step] + hostile.breakouts(RENDER_BATCH)[::step]
    for at in range(0, len(texts), 200):
        yield f"hostile texts from {at}", "\n\n".join(texts[at:at + 200]).encode("utf-8")
    folder = payload_folder()
    if not folder:
        print("Skipped: conservation, spec examples and mails: absent (PAYLOADS)")
        return
    spec = (folder / "cmark-tests" / "spec.txt").read_text(encoding="utf-8")
    for number, text in enumerate(examples(spec), 1):
        yield f"spec example {number}", text.encode("utf-8")
    for name in ("talon-mails", "email-reply-parser"):
        mails = [file for file in sorted((folder / name).rglob("*")) if file.is_file() and file.name not in ("LICENSE", "SOURCE.txt")]
        for file in mails[::max(1, step // 4)]:
            yield f"{name}/{file.name}", file.read_bytes()


def visible(text):
    """The characters that a reader can see."""
    return [c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf", "Cn", "Co", "Cs") and c != "\ufffd"]


def is_within(expected, found):
    """Whether all of `expected` stands in `found`, in order."""
    rest = iter(found)
    return all(character in rest for character in expected)


def lost(note, shown):
    """The first line of a note that its page does not show."""
    text = note.decode("utf-8", "replace").removeprefix("\ufeff")
    shown = dict(shown)
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        wanted = visible(line)
        if wanted and not is_within(wanted, shown.get(f"L{number}", "")):
            return f"line {number}: {line[:80]!r} is shown as {shown.get(f'L{number}', '')[:80]!r}"
    return None


def main():
    step = 1 if "--whole" in sys.argv else 16
    problems, count, characters = [], 0, 0
    with tempfile.TemporaryDirectory() as temporary, Browser(logs=False) as browser:
        browser.driver.get("about:blank")
        file = pathlib.Path(temporary, "note.md")
        for name, note in notes(step):
            file.write_bytes(note)
            run = draft(file)
            shown = browser.run(LINES, [run.output.decode("utf-8")])[0]
            problem = excess(run, name)
            missing = lost(note, shown)
            problems += ([problem] if problem else []) + ([f"{name}: {missing}"] if missing else [])
            count += 1
            characters += len(visible(note.decode("utf-8", "replace")))
    print(f"conservation: {count} notes, {characters} visible characters, {len(problems)} problems")
    for problem in problems[:20]:
        print(f"  {problem}")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
