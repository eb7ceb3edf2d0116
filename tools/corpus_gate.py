"""The score on real acts in, the exit code out: 0 if no figure is below its floor in tests/corpus_floor.toml.

The corpus is not part of the project; without it beside the project there is nothing to measure, and that is said.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1]
CORPUS = PROJECT.parent / "shared" / "corpus"
FLOOR = PROJECT / "tests" / "corpus_floor.toml"
ARGUMENTS: dict[str, list[str | Path]] = {
    "cases": ["cases", CORPUS / "acts", CORPUS / "atoms"],
    "texts": ["texts", CORPUS / "texts"],
    "commands": ["commands", CORPUS / "commands.jsonl"],
}
FEWER_IS_BETTER = ("wrong-but-accepted", "broken")


def figures(printed: str) -> dict[str, int]:
    """The figures in what the score prints, by name: "exact", or "federal, old style" for the groups of commands."""
    named = re.findall(r"^commands, (.+): understood ([0-9]+)", printed, re.MULTILINE)
    counted = re.findall(r"\b(exact|wrong-but-accepted|broken) ([0-9]+)", printed)
    return {name: int(count) for name, count in named or counted}


def below(name: str, found: int, floor: int) -> bool:
    """Whether a figure is worse than its floor."""
    return found > floor if name in FEWER_IS_BETTER else found < floor


def main() -> int:
    """Run the score, print its figures and what is below its floor."""
    if not CORPUS.exists():
        print("corpus gate: no corpus beside the project, nothing measured")
        return 0
    program = shlex.quote(str(Path(sys.executable).with_name("regelwerk")))
    failed = False
    for what, floors in tomllib.loads(FLOOR.read_text(encoding="utf-8")).items():
        command = [sys.executable, CORPUS / "score.py", *ARGUMENTS[what], "--bin", program]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        print(printed, end="")
        found = figures(printed)
        for name, floor in floors.items():
            if below(name, found[name], floor):
                failed = True
                print(f"corpus gate: {what}, {name}: {found[name]}, but the floor is {floor}")
            elif found[name] != floor:
                print(f"corpus gate: {what}, {name}: {found[name]} is better than the floor {floor}; raise it")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
