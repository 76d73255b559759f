"""The command under test, run as its users run it, with what it cost."""
import collections
import os
import pathlib
import resource
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(os.environ.get("BUILD", ROOT / ".build" / "release"))
POSTMORTEM = str(BUILD / "postmortem")
RENDER_BATCH = str(BUILD / "render-batch")

Run = collections.namedtuple("Run", "status seconds megabytes output errors")


def payload_folder():
    """The folder of public hostile input, or None where it is absent."""
    folder = pathlib.Path(ROOT, os.environ.get("PAYLOADS", "../shared/payloads")).resolve()
    return folder if folder.is_dir() else None


def limit():
    """Ends a run that takes far too long."""
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


def draft(note, answers=None):
    """Drafts a note as HTML: exit status (negative for a signal), processor time, peak memory, page and messages."""
    command = [POSTMORTEM, "draft", str(note), "--format", "html"] + (["--answers", str(answers)] if answers else [])
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, stdout=output, stderr=errors, preexec_fn=limit)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Run(process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.read(),
                   errors.read().decode("utf-8", "replace"))


def excess(run, name, seconds=1.0, megabytes=256):
    """What is wrong with how a run went: a crash, a refusal, too long or too much memory."""
    if run.status not in (0, 1):
        return f"{name}: ended with {run.status}: {run.errors.strip()[:200]}"
    if run.seconds > seconds or run.megabytes > megabytes:
        return f"{name}: {run.seconds:.2f} s, {run.megabytes:.0f} MB"
    return None
