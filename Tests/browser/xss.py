#!/usr/bin/env python3
"""Checks in a real browser that no text of a note becomes anything but text in a page.

    xss.py [--whole]

Hostile texts are put into every place of a post-mortem and into every kind of mark-up of a note. The pages that are
made of them are loaded with scripts on and with their Content-Security-Policy taken out: nothing may run, and the
elements, their attributes and the schemes of their links must be those of the same page with harmless words in it.
In a control the same texts go into a page as they are, which must be seen to do harm, or the run is void.
Without --whole every 16th text is taken.
"""
import collections
import concurrent.futures
import html
import json
import multiprocessing.util
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
import zlib

import hostile
from command import RENDER_BATCH, ROOT, draft
from frames import Frames
from models import model

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>', re.IGNORECASE)
JOINED = 40  # texts in one place that holds just one text, such as the page's title
ROWS = 200   # texts in lists of one page

# Where a note can hold a text; § stands for it. Each must be on one line or end a block.
MARKUP = """§

## §

- §
1. §
- [ ] Send § to the customer (§), by 2025-08-01

**§** *§* ~~§~~ `§` \\§

[§](https://example.org "§") [x](§) [x](<§>) <§> ![§](§) [§] [x][§]

[§]: https://example.org '§'

| § | Value |
|---|---|
| § | § |

> "§" - §

```§
§
```

    §

<div title="§" class='§' onclick=§>§</div>

<!-- § -->

**§?**

They left because of §.

Q: §
A: The reason was §, since 4 March 2025.

[00:10:12] §: §

**§:** §

From: § <§>
Subject: §

We should never have § the account.
It turned on 11 February 2025 when §.
"§," said Dana Wu.
They moved to §.
"""


def harmless(text):
    """The same lines with nothing special in them; lines that read differently still do, as a page says a thing only once."""
    def word(line):
        return f"harmless {zlib.crc32(unicodedata.normalize('NFC', line[0]).encode('utf-8', 'surrogatepass'))}"
    return re.sub(r"[^\r\n]+", word, text)


def without_policy(page):
    page, count = POLICY.subn("", page)
    if count != 1:
        sys.exit(f"xss: {count} Content-Security-Policy elements in a page instead of one")
    return page


def chunks(items, size):
    return [items[at:at + size] for at in range(0, len(items), size)]


def one_line(text):
    return re.sub(r"[\r\n]+", " ", text)


# Each worker process has a browser of its own.
frames = None


def start():
    global frames
    frames = Frames()
    # A worker ends without a word to its browser otherwise.
    multiprocessing.util.Finalize(None, frames.browser.driver.quit, exitpriority=1)


def judge(task):
    """Loads pages, the first of which is harmless, and returns what is wrong with the others."""
    name, pages, allowed, patience = task
    results = frames.load(pages, allowed, patience)
    return name, len(pages) - 1, results[1:]


def page_pairs(folder, texts):
    """Writes models for `texts` into `folder`; returns for each page its name, its context and its harmless twin's name."""
    pairs = []

    def write(name, context, page_texts, note=True, **options):
        twins = []
        for kind, make in (("hostile", str), ("harmless", harmless)):
            words = [make(text) for text in page_texts]
            options_made = {key: make(value) for key, value in options.items()}
            lines = "\n".join(words)
            file = folder / f"{name}-{kind}"
            if not note:
                first = model([options_made["one"]], first_line=1, **options_made)
            else:
                first = model(words, first_line=1, **options_made)
            file.with_suffix(".json").write_text(json.dumps(first), encoding="utf-8")
            if note:
                file.with_suffix(".md").write_text(lines, encoding="utf-8", newline="")
            twins.append(file.with_suffix(".html"))
        pairs.append((context, *twins))

    for number, rows in enumerate(chunks(texts, ROWS)):
        write(f"lists-{number}", "lists, chart, source lines", rows, one="harmless")
    for number, rows in enumerate(chunks(texts, JOINED)):
        joined = " \u00a6 ".join(rows)
        write(f"singles-{number}", "title, account, summaries", [], note=False, one=joined)
        write(f"names-{number}", "file names, vocabulary words", [], note=False, one="harmless", source=joined, word=joined)
    return pairs


def model_tasks(folder, texts):
    pairs = page_pairs(folder, texts)
    subprocess.run([RENDER_BATCH, str(folder)], check=True)
    for context, page, twin in pairs:
        yield context, [without_policy(path.read_text(encoding="utf-8")) for path in (twin, page)], None, 60
    # Read as it is, the policy must have nothing to do.
    for context, page, twin in pairs[::8]:
        yield "policy left in: " + context, [path.read_text(encoding="utf-8") for path in (twin, page)], None, 60


def index_tasks(folder, texts):
    for number, rows in enumerate(chunks(texts, ROWS)):
        twins = []
        for kind, make in (("harmless", harmless), ("hostile", str)):
            place = folder / f"index-{number}-{kind}"
            place.mkdir()
            for row, text in enumerate(rows):
                (place / f"{row:04}.json").write_text(json.dumps(model([make(text)], one=make(text))), encoding="utf-8")
            subprocess.run([RENDER_BATCH, str(place)], check=True)
            twins.append(without_policy((place / "index.html").read_text(encoding="utf-8")))
        yield "index page", twins, None, 60


def drafted(note):
    """The page that the command itself makes of a note."""
    run = draft(note)
    if run.status not in (0, 1):
        sys.exit(f"xss: draft of {note} ended with {run.status}: {run.errors[:500]}")
    return without_policy(run.output.decode("utf-8"))


def draft_tasks(folder, texts, allowed):
    for number, rows in enumerate(chunks(texts, ROWS // 4)):
        note = folder / f"draft-{number}.md"
        account = one_line(rows[0])
        body = "\n".join(MARKUP.replace("§", one_line(text)) + "\n" + text + "\n" for text in rows)
        note.write_text(f"---\naccount: {account}\nindustry: {account}\n---\n\n{body}", encoding="utf-8", newline="")
        yield "drafts of notes", ["<!doctype html>", drafted(note)], allowed, 60


def allowed_elements(folder):
    """The elements of pages made of harmless words, with the names of their attributes and the schemes of their links."""
    note = folder / "allowed.md"
    note.write_text("\n".join([MARKUP.replace("§", "harmless")] * 3), encoding="utf-8")
    pages = [drafted(note)] + [drafted(sample) for sample in sorted((ROOT / "samples").glob("*/note.md"))]
    for number, one in enumerate(("harmless", "harmless \u00a6 harmless")):
        (folder / f"allowed-{number}.json").write_text(json.dumps(model([one] * 3, one=one)), encoding="utf-8")
    subprocess.run([RENDER_BATCH, str(folder)], check=True)
    pages += [without_policy((folder / f"allowed-{number}.html").read_text(encoding="utf-8")) for number in range(2)]
    with Frames() as browser:
        return sorted({key for page in pages for key in browser.skeleton(page)})


def escape_graphemes(text):
    """Escapes as a Swift escaper does that compares Characters: not where a mark has joined the special character."""
    escaped = re.sub(r'(?<![\u0600-\u0605\u0d4e])(["<>&\'])(?![\u0300-\u036f\u200d\ufe0f])', lambda m: html.escape(m[1]), text)
    return escaped


def control_tasks(texts, breakouts):
    page = '<!doctype html><title>x</title><p title="§">§</p>'
    for rows in chunks(texts, 250):
        yield "control: not escaped", [page.replace("§", text) for text in ["harmless", *rows]], None, 0.3
    for rows in chunks([text for text in breakouts if escape_graphemes(text) != html.escape(text)], 250):
        yield "control: escaped by Character", [page.replace("§", escape_graphemes(text)) for text in ["harmless", *rows]], None, 0.3


def main():
    whole = "--whole" in sys.argv
    began = time.time()
    public = hostile.public()
    if not public:
        print("Skipped: xss, public payloads: absent (PAYLOADS)")
    breakouts = hostile.breakouts(RENDER_BATCH)
    step = 1 if whole else 16
    public, breakouts = public[::step], breakouts[::step]
    texts = [text.replace("\0", "\ufffd") for text in hostile.OWN + public + breakouts]
    print(f"xss: {len(hostile.OWN)} texts of our own, {len(public)} public, {len(breakouts)} joined to marks")
    pages, ran, foreign, examples = (collections.Counter() for _ in range(3)), None, None, collections.defaultdict(list)
    pages, ran, foreign = pages
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name in ("models", "index", "drafts", "allowed"):
            (folder / name).mkdir()
        allowed = allowed_elements(folder / "allowed")

        def tasks():
            yield from control_tasks(hostile.OWN + public, breakouts)
            yield from model_tasks(folder / "models", texts)
            yield from index_tasks(folder / "index", texts)
            yield from draft_tasks(folder / "drafts", texts, allowed)

        with concurrent.futures.ProcessPoolExecutor(2, initializer=start) as workers:
            for name, count, results in workers.map(judge, tasks()):
                pages[name] += count
                for scripts, differences in results:
                    ran[name] += bool(scripts)
                    foreign[name] += bool(differences)
                    if scripts or differences:
                        examples[name].append((scripts[:3], differences[:3]))
    failed = False
    for name in pages:
        print(f"xss: {name}: {pages[name]} pages, {ran[name]} ran a script, {foreign[name]} with foreign elements")
        if name.startswith("control"):
            failed |= ran[name] < pages[name] / 10
        elif ran[name] or foreign[name]:
            failed = True
            for example in examples[name][:5]:
                print(f"  {example}")
    print(f"xss: {'FAILED' if failed else 'passed'} in {time.time() - began:.0f} s")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
