"""Milliseconds for the act with the most commands of the corpus on its whole law, and what twice as many cost.

Processor time, the least of several rounds, and that of the first round, in which nothing is known of the words yet.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path

from regelwerk.amendment import parse_act
from regelwerk.commands import Command
from regelwerk.consolidation import consolidate
from regelwerk.diagnostics import DoesNotApply, Source
from regelwerk.provision import Provision
from regelwerk.structure import parse

CASE = Path(__file__).parents[2] / "shared" / "corpus" / "acts" / "fed-lobbyrg-2024-10-restored"
ROUNDS = 15


def milliseconds(work: Callable[[], object]) -> float:
    """The least processor time of several rounds."""
    return min(rounds(work))


def rounds(work: Callable[[], object]) -> list[float]:
    """The processor time of each of several rounds."""
    times = []
    for _round in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return times


def first_half(document: Provision, commands: tuple[Command, ...]) -> tuple[Command, ...]:
    """About half of the commands, cut where what is done so far can stand."""
    for count in range(len(commands) // 2, 0, -1):
        try:
            consolidate(document, commands[:count])
        except DoesNotApply:
            continue
        return commands[:count]
    return commands


def main() -> None:
    gc.set_threshold(200_000)  # as the command line does
    text, act = (Source(name, (CASE / name).read_text(encoding="utf-8")) for name in ("base.txt", "amendment.txt"))
    law = rounds(lambda: parse(text))
    half_act = Source(act.name, act.text[: act.text.index("\n", len(act.text) // 2)])
    document = parse(text).document
    read = rounds(lambda: parse_act(act))
    commands = parse_act(act).for_text(document.heading).commands
    applied = rounds(lambda: consolidate(document, commands))
    for what, pick in (("at best", min), ("the first time", itemgetter(0))):
        parts = [pick(times) for times in (law, read, applied)]
        named = ", ".join(f"{name} {part:.1f} ms" for name, part in zip(("law", "act", "commands"), parts, strict=True))
        print(f"{len(commands)} commands {what}: {sum(parts):.1f} ms ({named})")
    half = first_half(document, commands)
    reading, applying = min(read), min(applied)
    reading_twice = 2 * reading / len(act.text) / (milliseconds(lambda: parse_act(half_act)) / len(half_act.text))
    applying_twice = 2 * applying / len(commands) / (milliseconds(lambda: consolidate(document, half)) / len(half))
    print(f"twice as many: reading costs {reading_twice:.2f} times, applying {applying_twice:.2f} times")


if __name__ == "__main__":
    main()
