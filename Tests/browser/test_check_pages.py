#!/usr/bin/env python3
"""Holds that check_pages.py finds nothing in pages/good.html and, in each pages/bad-CHECK.html, the fault of its name."""
import sys

from check_pages import problems_of
from chrome import HERE

pages = sorted((HERE / "pages").glob("*.html"))
problems, _ = problems_of([str(page) for page in pages])
wrong = 0
for page in pages:
    found = {check for check, list in problems.items() if any(str(page) in problem for problem in list)}
    expected = {page.stem.removeprefix("bad-")} - {"good"}
    if not (found >= expected if expected else not found):
        print(f"pages: {page.name}: expected {sorted(expected)}, found {sorted(found)}")
        wrong += 1
print(f"pages: self-test: {len(pages)} pages with known faults, {wrong} judged wrongly")
sys.exit(wrong > 0)
