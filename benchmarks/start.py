"""How long `regelwerk --help` and a whole `regelwerk consolidate` take beside an empty Typer application: medians."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS = 15
SAMPLE = Path(__file__).parents[1]
TEXT, ACT = SAMPLE / "documents/geschaeftsordnung/base.txt", SAMPLE / "amendments/geschaeftsordnung/01.txt"
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef nothing():\n    pass\napp()\n"


def seconds(*command: str | Path) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY, encoding="utf-8")
        regelwerk = Path(sys.executable).with_name("regelwerk")
        ours, theirs, whole = [], [], []
        for _round in range(ROUNDS):
            ours.append(seconds(regelwerk, "--help"))
            theirs.append(seconds(sys.executable, empty, "--help"))
            whole.append(seconds(regelwerk, "consolidate", TEXT, ACT))
    print(f"regelwerk --help {median(ours) * 1000:.0f} ms, empty typer app {median(theirs) * 1000:.0f} ms,", end=" ")
    print(f"ratio {median(ours) / median(theirs):.2f}; regelwerk consolidate {median(whole) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
