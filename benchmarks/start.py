"""How long `regelwerk --help` and whole commands on small files take beside an empty Typer application.

Processor time, the least of several rounds, with all modules compiled before, as an installation has them.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 15
SAMPLE = Path(__file__).parents[1]
TEXT, ACT = SAMPLE / "documents/geschaeftsordnung/base.txt", SAMPLE / "amendments/geschaeftsordnung/01.txt"
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef nothing():\n    pass\napp()\n"


def milliseconds(environment: dict[str, str], *command: str | Path) -> float:
    """The least processor time of several runs, the first of which is not counted."""
    times, nowhere = [], subprocess.DEVNULL
    for _round in range(ROUNDS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, stdout=nowhere, stderr=nowhere, check=True, env=environment)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    return min(times[1:])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY, encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = folder
        regelwerk = Path(sys.executable).with_name("regelwerk")
        theirs = milliseconds(environment, sys.executable, empty, "--help")
        ours = milliseconds(environment, regelwerk, "--help")
        print(f"regelwerk --help {ours:.0f} ms, empty typer app {theirs:.0f} ms, ratio {ours / theirs:.2f}")
        for command in (("format", TEXT), ("compare", TEXT, TEXT), ("parse", ACT), ("consolidate", TEXT, ACT)):
            print(f"regelwerk {command[0]} {milliseconds(environment, regelwerk, *command):.0f} ms")


if __name__ == "__main__":
    main()
