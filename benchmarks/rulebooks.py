"""How long reading takes when a rulebook, or a workspace, has grown: medians and ratios of one run.

`show` on a rulebook with 200 amendments beside one with 2; `status` of 100 rulebooks; the texts of all versions out of
git beside `git cat-file --batch` alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from regelwerk.archive import open_archive
from regelwerk.cli import run
from regelwerk.workspace import Workspace
from regelwerk.workspace.steps import tags_of, texts

REGELWERK = Path(sys.executable).with_name("regelwerk")
ROUNDS = 9
PARAGRAPHS = 40
AMENDMENTS = 200
RULEBOOKS = 100


def base() -> str:
    """A text of as many §§ as a rulebook has, two sentences each."""
    sections = (
        f"§ {n} Aufgabe {n}\n    Der Rat nimmt die Aufgabe {n} wahr.\n    Er berichtet darüber jährlich {n} Mal.\n"
        for n in range(1, PARAGRAPHS + 1)
    )
    return "Ordnung des Rates\n\n" + "\n".join(sections)


def act(number: int) -> str:
    """An amendment that changes one number in one §."""
    section, turn = (number - 1) % PARAGRAPHS + 1, (number - 1) // PARAGRAPHS
    old, new = section + turn * 1000, section + (turn + 1) * 1000
    year, month = 2000 + number // 12, number % 12 + 1
    return (
        f"{number}. Änderung der Ordnung des Rates\n\n"
        f"1. In § {section} Satz 2 wird die Angabe „{old} Mal“ durch die Angabe „{new} Mal“ ersetzt.\n\n"
        f"Diese Änderung tritt am 1.{month}.{year} in Kraft.\n"
    )


def quietly(*arguments: str) -> None:
    """A command of ours, in this process, without its output."""
    out, err = sys.stdout, sys.stderr
    with Path(os.devnull).open("w") as nowhere:
        sys.stdout = sys.stderr = nowhere
        try:
            code = run(arguments)
        finally:
            sys.stdout, sys.stderr = out, err
    assert code == 0, arguments


def record(folder: Path, id: str, amendments: int) -> None:
    """A rulebook with so many amendments, recorded one by one."""
    (folder / "text").write_text(base(), encoding="utf-8")
    quietly("import", str(folder / "text"), "--id", id, "--adopted", "1999-01-01", "--yes")
    for number in range(1, amendments + 1):
        (folder / "act").write_text(act(number), encoding="utf-8")
        quietly("apply", str(folder / "act"), "--id", id, "--yes")


def seconds(work: Callable[[], object]) -> float:
    """The median time of a piece of work."""
    times = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def command(*arguments: str) -> float:
    """The median time of the installed command."""
    return seconds(lambda: subprocess.run((REGELWERK, *arguments), stdout=subprocess.DEVNULL, check=True))


def reading(place: Workspace, id: str) -> tuple[float, float]:
    """The times that reading all versions takes: by us, and by git alone."""
    archive, register = open_archive(place.root), place.load(id).register
    assert archive
    given = "".join(f"{tag}:documents/{id}/consolidated.txt\n" for tag in tags_of(register)).encode()
    git = ("git", "cat-file", "--batch")
    theirs = seconds(lambda: subprocess.run(git, input=given, cwd=place.root, stdout=subprocess.PIPE, check=True))
    return seconds(lambda: texts(archive, register)), theirs


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        os.chdir(folder)
        quietly("init", "rat")
        os.chdir("rat")
        record(folder, "lang", AMENDMENTS)
        record(folder, "kurz", 2)
        long, short = command("show", "lang"), command("show", "kurz")
        print(f"show: {AMENDMENTS} amendments {long:.3f} s, 2 amendments {short:.3f} s, ratio {long / short:.2f}")
        ours, theirs = reading(Workspace(Path.cwd()), "lang")
        print(f"all {AMENDMENTS + 1} texts: {ours:.3f} s, git cat-file {theirs:.3f} s, ratio {ours / theirs:.2f}")
        os.environ["PATH"] = ""
        os.chdir(folder)
        quietly("init", "viele")
        os.chdir("viele")
        for number in range(RULEBOOKS):
            record(folder, f"ordnung-{number}", 1)
        print(f"status of {RULEBOOKS} rulebooks: {command('status'):.3f} s")


if __name__ == "__main__":
    main()
