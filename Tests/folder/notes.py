"""Makes many notes out of the samples and the training notes: no two alike, and the same ones every time.

    python3 Tests/folder/notes.py FOLDER COUNT
"""
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIRST = """Alma Bruno Carla Dario Elin Farid Greta Hamid Ines Jonas Kaja Liam Mira Noor Otto Petra Quinn Rosa Sven Tara
Uma Vera Wim Xenia Yara Zeno Ada Boris Chloe Dana Emil Fiona Gil Hanna Ivo Jana Karl Lena Marco Nina""".split()
STEMS = """Alder Birch Cedar Delta Ember Falcon Granite Harbor Indigo Juniper Kestrel Lumen Meadow Nimbus Orchard
Pioneer Quarry Ridge Summit Timber Umber Vertex Willow Yonder Zephyr Beacon Copper Drift Fjord Grove""".split()
TRADES = """Freight Logistics Foods Health Energy Robotics Textiles Media Airlines Pharma Retail Systems Hotels Bank
Labs Mining Paper Optics Plastics Insurance""".split()
FORMS = ["Ltd", "GmbH", "Inc.", "AB", "BV", "S.A.", "plc", "Oy"]


def sources():
    files = sorted(ROOT.glob("samples/*/note.md")) + sorted(ROOT.glob("Training/notes/*.md"))
    return [file.read_bytes().decode("utf-8", "replace") for file in files]


def account(text):
    """The name that a note gives its account in its front matter or fields, if it does."""
    found = re.search(r"^\W*(?:account|customer|company)\W*:\W*([^\n|#*]{3,60})", text, re.I | re.M)
    return found.group(1).strip(" \t\r\"'*_") if found else None


def varied(text, number):
    dice = random.Random(number)
    name = f"{dice.choice(STEMS)} {dice.choice(TRADES)} {dice.choice(FORMS)}"
    old = account(text)
    if old:
        text = text.replace(old, name)
    years = dice.randint(-2, 2)
    people = dict(zip(FIRST, dice.sample(FIRST, len(FIRST))))

    def figure(match):
        digits = match.group(0)
        if re.fullmatch(r"20[12]\d", digits):
            return str(int(digits) + years)
        if len(digits) < 3 or digits[0] == "0":
            return digits
        return str(dice.randint(1, 9)) + digits[1:]

    text = re.sub(r"\d+", figure, text)
    text = re.sub(r"\b[A-Z][a-z]+\b", lambda match: people.get(match.group(0), match.group(0)), text)
    return text.rstrip("\n") + f"\n\nOur file is CN-{number:06d}.\n"


def write(folder, count, longest=None):
    texts = sources()
    folder = pathlib.Path(folder)
    for number in range(count):
        part = folder / f"{number // 500:03d}"
        if number % 500 == 0:
            part.mkdir(parents=True, exist_ok=True)
        text = varied(texts[number % len(texts)][:longest], number)
        (part / f"note-{number:06d}.md").write_bytes(text.encode())


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
