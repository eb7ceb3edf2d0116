"""What becomes of a workspace when two people record at once, and when `apply` is killed anywhere: counts of a run."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
from collections import Counter
from multiprocessing.synchronize import Barrier
from pathlib import Path

from regelwerk.archive import open_archive
from regelwerk.cli import run
from regelwerk.cli.workplace import now
from regelwerk.diagnostics import DoesNotApply
from regelwerk.rulebook.registration import propose_gap
from regelwerk.workspace import Workspace
from regelwerk.workspace.recording import add, writing
from regelwerk.workspace.steps import unkept

ROUNDS = 1000
PER_RULEBOOK = 10
POINTS = 200
FILE_OPERATIONS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.scandir", "fcntl.flock")
BASE = "Ordnung des Rates\n\n§ 1 Sitzungen\n    Der Rat tagt jährlich.\n"
ACT = """\
{number}. Änderung der Ordnung des Rates

1. Dem § 1 wird folgender Satz angefügt: „Die {number}. Sitzung ist öffentlich.“

Diese Änderung tritt am 1. Januar {year} in Kraft.
"""


def quietly(*arguments: str) -> int:
    """A command of ours, in this process, without its output."""
    out, err = sys.stdout, sys.stderr
    with Path(os.devnull).open("w") as nowhere:
        sys.stdout = sys.stderr = nowhere
        try:
            return run(arguments)
        finally:
            sys.stdout, sys.stderr = out, err


def write_act(folder: Path, number: int) -> str:
    """The act of this number as a file."""
    path = folder / f"{number}.txt"
    path.write_text(ACT.format(number=number, year=2000 + number), encoding="utf-8")
    return str(path)


def writer(root: Path, start: Barrier, done: multiprocessing.Queue[str]) -> None:
    """Record one entry in each round, at the same moment as the other; say what became of it."""
    place = Workspace(root)
    for number in range(ROUNDS):
        id = f"ordnung-{number // PER_RULEBOOK}"
        start.wait()
        before = place.load(id)
        rulebook = before.rulebook
        proposal = propose_gap(rulebook, str(len(before.register.entries)), f"{os.getpid()}", now())
        start.wait()
        try:
            with writing(place, before):
                add(place, before, proposal.entry, {}, proposal.text)
        except DoesNotApply:
            done.put("told that somebody else was first")
        else:
            done.put("recorded")


def two_writers(folder: Path) -> None:
    """Two processes, so many rounds; after ten of them they go on to the next rulebook."""
    os.chdir(folder)
    quietly("init", "zwei")
    os.chdir("zwei")
    (folder / "base.txt").write_text(BASE, encoding="utf-8")
    for number in range(ROUNDS // PER_RULEBOOK):
        quietly("import", "../base.txt", "--id", f"ordnung-{number}", "--adopted", "1999-01-01", "--yes")
    done: multiprocessing.Queue[str] = multiprocessing.Queue()
    start = multiprocessing.Barrier(2)
    writers = [multiprocessing.Process(target=writer, args=(Path.cwd(), start, done)) for _one in range(2)]
    for process in writers:
        process.start()
    counts = Counter(done.get() for _round in range(2 * ROUNDS))
    for process in writers:
        process.join()
    place = Workspace(Path.cwd())
    kept = sum(len(place.load(id).register.entries) - 1 for id in place.ids)
    told = ", ".join(f"{count} {what}" for what, count in sorted(counts.items()))
    print(f"{ROUNDS} rounds of two writers: {told}; entries in the registers {kept}, lost {counts['recorded'] - kept}")


def killed_at(point: int, act: str) -> bool:
    """Whether `apply` was killed before its file operation of this number."""
    child = os.fork()
    if child == 0:
        seen = 0

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if (event in FILE_OPERATIONS and not str(arguments[0]).endswith(".pyc")) or event == "subprocess.Popen":
                seen += 1
                if seen == point:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            quietly("apply", act, "--yes")
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def killed(folder: Path) -> None:
    """`apply` killed before each of its file operations in turn, and begun again on what that left."""
    os.chdir(folder)
    quietly("init", "ganz")
    os.chdir("ganz")
    quietly("import", "../base.txt", "--id", "ordnung", "--adopted", "1999-01-01", "--yes")
    quietly("apply", write_act(folder, 1), "--dry-run")  # all modules are loaded before anything is counted
    place, number, states, points = Workspace(Path.cwd()), 1, Counter[str](), 0
    archive = open_archive(place.root)
    assert archive
    while points < POINTS:
        shutil.copytree(place.root, folder / "vorher")
        point = 0
        while killed_at(point := point + 1, write_act(folder, number)):
            points += 1
            entries = len(place.load("ordnung").register.entries)
            states["old" if entries == number else "new" if entries == number + 1 else "neither"] += 1
            code = quietly("apply", write_act(folder, entries), "--yes")
            left = unkept(archive, place.load("ordnung").register)
            states["next command failed" if code or left else "next command worked"] += 1
            os.chdir(folder)
            shutil.rmtree(place.root)
            shutil.copytree(folder / "vorher", place.root)
            os.chdir(place.root)
        shutil.rmtree(folder / "vorher")
        number += 1
    print(
        f"killed at {points} points of apply:", ", ".join(f"{state} {count}" for state, count in sorted(states.items()))
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["GIT_CONFIG_GLOBAL"] = os.devnull
        path, os.environ["PATH"] = os.environ["PATH"], ""
        two_writers(Path(temporary))
        os.environ["PATH"] = path
        killed(Path(temporary))
        os.chdir("/")


if __name__ == "__main__":
    main()
