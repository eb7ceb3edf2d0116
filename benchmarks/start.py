"""How long `regelwerk --help` takes beside an empty Typer application, in one run: medians and their ratio."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS = 15
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
        ours, theirs = [], []
        for _round in range(ROUNDS):
            ours.append(seconds(Path(sys.executable).with_name("regelwerk"), "--help"))
            theirs.append(seconds(sys.executable, empty, "--help"))
    print(f"regelwerk --help {median(ours) * 1000:.0f} ms, empty typer app {median(theirs) * 1000:.0f} ms,", end=" ")
    print(f"ratio {median(ours) / median(theirs):.2f}")


if __name__ == "__main__":
    main()
