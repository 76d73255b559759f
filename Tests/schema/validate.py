#!/usr/bin/env python3
"""Validates model JSON files against schema/postmortem.schema.json; needs the PyPI package jsonschema.

Usage: validate.py FILE...   Exit status: 0 all valid, 1 some not, 64 usage.
"""

import json
import pathlib
import sys

import jsonschema

SCHEMA = pathlib.Path(__file__).resolve().parents[2] / "schema" / "postmortem.schema.json"


def problems(validator, path):
    """Says what is wrong with a file, a line for each mistake."""
    try:
        model = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        return [f"{path}: {error}"]
    found = sorted(validator.iter_errors(model), key=lambda error: list(map(str, error.absolute_path)))
    return [f"{path}: {error.json_path}: {error.message}" for error in found]


def main(arguments):
    if not arguments:
        print(__doc__.strip(), file=sys.stderr)
        return 64
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    found = [problem for name in arguments for problem in problems(validator, pathlib.Path(name))]
    for problem in found:
        print(problem, file=sys.stderr)
    print(f"schema: {len(arguments)} models, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
