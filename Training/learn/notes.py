"""Labelled notes and sentences, and what the program reads of them."""
import json
import pathlib
import re
import subprocess
import tempfile

import numpy as np

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ROOT / ".build/release/note-features"
SCORE = ROOT.parent / "shared/score.py"


def scorer():
    """The scorer's own functions, so that training counts as found what measuring counts as found."""
    space = {"__name__": "scorer"}
    exec(compile(SCORE.read_text().replace("sys.exit(main())", ""), str(SCORE), "exec"), space)
    return space


S = scorer()


def writer(id):
    """The hand that wrote a case: the letters of its id."""
    return re.match("[a-z]+", id).group()


def is_shared(id):
    """Whether a case is of the shared corpus, by which reading is measured."""
    return len(writer(id)) == 1


def is_drawn(id):
    """Whether the causes of a case were drawn at random before it was written: each plays a part about as often as any other."""
    return is_shared(id) or writer(id)[0] == "g"


def is_brief(id):
    """Whether a case is a note of a few lines, labelled for its causes, its rivals and for coming back; what else it tells may have no label."""
    return len(writer(id)) == 2 and writer(id)[0] == "i"


def has_no_turning_point(case):
    """Whether the labels say that a note has no turning point."""
    return case["label"]["turning_point"] is None and not is_brief(case["label"]["id"])


def load_evidence(folder):
    """What is marked in notes beyond their labels, by id: which words tell a cause, rule one out, or bear on coming back.

    A line is an id, a key (`primary`, `contributing`, `denied`, `winback`), a cause or level, and an anchor, or `-` for none."""
    marks = {}
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text().splitlines():
            id, key, value, anchor = line.split("\t")
            marks.setdefault(id, []).append({"key": key, "value": value, "anchor": anchor})
    return marks


def load_labels(folder, evidence):
    """The labelled cases of a folder, by id: their labels, the note's text and its path."""
    cases, marks = {}, load_evidence(evidence)
    for path in sorted(folder.glob("*.json")):
        if ".answers." in path.name: continue
        label = json.loads(path.read_text())
        label["evidence"] = marks.get(label["id"])
        note = folder / label["note"]
        cases[label["id"]] = {"label": label, "text": note.read_text(), "path": note}
    return cases


NAMES = {}     # the name of each feature, by its hash


def named(features):
    """Features by one name each, the first that was read: forms of one word are one feature."""
    return [NAMES.setdefault(digest, name) for name, _, digest in (f.rpartition("#") for f in features)]


def read(cases, points="-"):
    """What the program reads of the cases, with the points of a folder: units, dates, names and their features, traits."""
    paths = [str(c["path"]) for c in cases.values()]
    out = subprocess.run([TOOL, "features", points, *paths], capture_output=True, text=True, check=True).stdout
    result = {}
    for line in out.splitlines():
        case = json.loads(line)
        for thing in (*case["units"], *case["dates"], *case["names"], *case["trades"]): thing["features"] = named(thing["features"])
        result[case["id"]] = case
    return result


def look(cases, points):
    """What a first look with the points of a folder tells of cases, by id: of each kind of things a matrix, a row a thing."""
    paths = [str(c["path"]) for c in cases.values()]
    told = subprocess.run([TOOL, "look", points, *paths], capture_output=True, text=True, check=True).stdout
    result = {}
    for line in told.splitlines():
        note = json.loads(line)
        result[note["id"]] = {kind: np.array(note[kind]["numbers"].split(), np.float32).reshape(max(1, note[kind]["count"]), -1)
                              for kind in ("units", "dates", "names")}
    return result


def draft(cases, points, out):
    """Writes the post-mortems that the program drafts of the cases."""
    subprocess.run([TOOL, "draft", points, out, *(str(c["path"]) for c in cases.values())], check=True)


def pack(table, out):
    """Packs a table of points."""
    subprocess.run([TOOL, "pack", table, out], check=True)


def load_sentences(folder):
    """The labelled sentences: (label, hand, features). The hand is the file's name up to the last hyphen."""
    rows = []
    for path in sorted(folder.glob("*.txt")):
        groups, label = {}, None
        for line in path.read_text().splitlines():
            line = line.strip()
            if line.startswith("[") and line.endswith("]") and " " not in line: label = line[1:-1]
            elif line and not line.startswith("#"): groups.setdefault(label, []).append(line)
        for label, sentences in groups.items():
            with tempfile.TemporaryDirectory() as temp:
                # A paragraph a sentence, so that the line tells which sentence a unit is of; what Markdown would read as
                # a mark of structure is none here.
                file = pathlib.Path(temp) / "sentences.md"
                file.write_text("\n\n".join(re.sub(r"^([#>*+|-]|\d+[.)])\s*", "", s) for s in sentences) + "\n")
                units = read({"sentences": {"path": file}})["sentences"]["units"]
            features = {}
            for unit in units:
                own = features.setdefault((unit["line"] - 1) // 2, set())
                own |= {f for f in unit["features"] if f.split("=")[0] in ("w", "wb", "ww", "first", "cue")}
            rows += [(label, path.stem.rsplit("-", 1)[0], features[n]) for n in sorted(features)]
    return rows


def item(unit, quote=None):
    return {"evidence": [{"source": unit["source"], "line": unit["line"], "end_line": unit["end_line"], "quote": quote or unit["quote"]}]}


def turning_anchors(label):
    """The anchors of what tells the turning point; none where the note has none."""
    point = label["turning_point"]
    return [point["anchor"], *point["also_acceptable"]] if point else []


def tells_turning_point(case, point):
    """Whether a drafted turning point is the one that the labels name."""
    place_anchors(case)
    return any(S["found"](point, a, case["label"]["answers"]) for a in turning_anchors(case["label"]))


def place_anchors(case):
    """Tells the scorer on which line each anchor of a case stands."""
    S["LINE"].clear()
    def anchors(x):
        if isinstance(x, dict):
            for k, v in x.items():
                if k == "anchor": yield v
                elif k in ("also_acceptable", "not_lessons") and isinstance(v, list): yield from (w for w in v if isinstance(w, str))
                else: yield from anchors(v)
        elif isinstance(x, list):
            for v in x: yield from anchors(v)
    for a in anchors(case["label"]):
        for i, text in enumerate(case["text"].split("\n"), 1):
            if a in text: S["LINE"][a] = i
