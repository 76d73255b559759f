"""Compares what Spark's `pipe` gives with a single stream and with a run over a folder: compare.py PROGRAM NOTES OUT"""
import glob
import json
import os
import sqlite3
import subprocess
import sys
import time

from draft import draft
from pyspark.sql import SparkSession


def main(program, folder, out):
    program = os.path.abspath(program)
    notes = sorted(glob.glob(os.path.join(folder, "*.md")))[:240]
    os.mkdir(os.path.join(out, "notes"))
    with open(os.path.join(out, "notes.ndjson"), "w", encoding="utf-8", newline="\n") as lines:
        for number, path in enumerate(notes):
            with open(path, encoding="utf-8", newline="") as file:
                text = file.read()
            # The folder names the reports as the stream is told to, so that both give the same models.
            name = f"account-{number:03}"
            with open(os.path.join(out, "notes", f"{name}.md"), "w", encoding="utf-8", newline="") as file:
                file.write(text)
            lines.write(json.dumps({"id": name, "note": text}) + "\n")
            if number == 100:
                lines.write('{"id": "no-note", "note": 5}\nno JSON\n')

    source = os.path.join(out, "notes.ndjson")
    with open(source, "rb") as given:
        single = subprocess.run([program, "stream", "--quiet"], stdin=given, capture_output=True, check=False)
    assert single.returncode == 2, single

    start = time.time()
    spark = (
        SparkSession.builder.master("local[2]").appName("postmortem")
        .config("spark.ui.enabled", "false").config("spark.sql.warehouse.dir", out).getOrCreate()
    )
    draft(spark, source, os.path.join(out, "models"), program)
    spark.stop()
    parts = sorted(glob.glob(os.path.join(out, "models", "part-*")))
    piped = b"".join(open(part, "rb").read() for part in parts)
    assert len(parts) >= 8, parts
    assert piped == single.stdout, "Spark's models differ from those of a single stream"

    site = os.path.join(out, "site")
    run = [program, "folder", os.path.join(out, "notes"), "-o", site, "--quiet", "--fail-on", "never"]
    subprocess.run(run, check=True)
    with sqlite3.connect(os.path.join(site, "portfolio.sqlite")) as store:
        kept = dict(store.execute("SELECT name, json FROM model"))
    models = [line for line in piped.decode().splitlines() if '"error":{' not in line[:60]]
    assert len(models) == len(kept) == len(notes), (len(models), len(kept), len(notes))
    for line in models:
        assert kept[json.loads(line)["id"]] == line, f"Spark's model differs from the folder's: {line[:80]}"
    print(f"Spark: {len(models)} models and 2 bad lines in {len(parts)} partitions, the same as a single run "
          f"({time.time() - start:.0f} s)")


if __name__ == "__main__":
    main(*sys.argv[1:])
