"""What the tests of undisturbed and disturbed runs over a folder have in common."""
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import notes as maker

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/postmortem"
NOTES = 200
complaints = []


def complain(what):
    complaints.append(what)
    print(f"  wrong: {what}", flush=True)


def reports(site):
    """What a reader of the site sees: every file that is not the program's own, by its path."""
    found = {}
    for file in sorted(site.rglob("*")):
        name = str(file.relative_to(site))
        if file.is_file() and not name.startswith((".postmortem", "portfolio.sqlite")):
            found[name] = file.read_bytes()
    return found


def rows(site):
    with sqlite3.connect(f"file:{site}/portfolio.sqlite?mode=ro", uri=True) as store:
        return "\n".join(sorted(line for line in store.iterdump() if line.startswith("INSERT")))


def strays(site):
    return [str(file) for file in site.rglob("*")
            if file.name.endswith(("postmortem-tmp", "-journal", "-wal", "-shm", ".old"))]


def run(folder, site, **more):
    environment = dict(os.environ, **more.pop("environment", {}))
    return subprocess.Popen([PROGRAM, "folder", folder, "-o", site, "--fail-on", "never", "--quiet"],
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment,
                            start_new_session=True, **more)


def whole(site, before, after, what):
    """Between the runs: every report is wholly old or wholly new, and none that was there and stays is missing."""
    seen = reports(site)
    for name, content in seen.items():
        if name.endswith("postmortem-tmp"):
            continue
        if name == "index.html" and content.endswith(b"</html>\n"):
            continue  # it tells of what failed
        if content not in (before.get(name), after.get(name)):
            complain(f"{what}: {name} is neither the old report nor the new one")
    for name in before.keys() & after.keys():
        if name not in seen:
            complain(f"{what}: {name} was lost")


def complete(folder, site, after, dump, what):
    process = run(folder, site)
    errors = process.communicate()[1].decode("utf-8", "replace")
    if process.returncode != 0:
        complain(f"{what}: the next run ended with {process.returncode}: {errors[-300:]}")
    seen = reports(site)
    for name in sorted(seen.keys() | after.keys()):
        if seen.get(name) != after.get(name):
            complain(f"{what}: {name} differs from that of an undisturbed run")
    if strays(site):
        complain(f"{what}: left {strays(site)}")
    if rows(site) != dump:
        different = set(rows(site).splitlines()) ^ set(dump.splitlines())
        complain(f"{what}: the store differs from that of an undisturbed run: {[row[:200] for row in sorted(different)[:4]]}")


def library(work):
    target = work / "faults.so"
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", target, ROOT / "Tests/folder/faults.c", "-ldl"],
                   check=True)
    return target


def complete_first(folder, site):
    process = run(folder, site)
    errors = process.communicate()[1].decode("utf-8", "replace")
    if process.returncode != 0:
        sys.exit(f"the first run ended with {process.returncode}: {errors}")


def workplace(name):
    """A folder in memory where that can be: no machine fails here, and flushes to a disk take most of the time."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    return tempfile.TemporaryDirectory(prefix=f"postmortem-{name}-", dir=memory)


def states(work, longest=None):
    """A folder of notes, and what undisturbed runs make of what it was before and of what it is: for `old` and `new`
    the site, its reports, the rows of its store, and the seconds that the run took. Notes have up to `longest` letters."""
    old, new = work / "old", work / "new"
    maker.write(old, NOTES, longest)
    shutil.copytree(old, new)
    files = sorted(new.rglob("*.md"))
    for file in files[::3]:
        file.write_text(file.read_text() + "\nThey may come back next year.\n")
    for file in files[1::20]:
        file.unlink()
    # Both sites are made from one path, as a folder's name is no part of what is compared.
    folder = work / "notes"
    states = {}
    for state in (old, new):
        shutil.copytree(state, folder)
        site = work / f"site-{state.name}"
        begin = time.monotonic()
        complete_first(folder, site)
        states[state.name] = (site, reports(site), rows(site), time.monotonic() - begin)
        shutil.rmtree(folder)
    shutil.copytree(new, folder)
    return folder, states
