"""How long a website takes: 100 rulebooks with 50 versions each; time and size, then again after one amendment.

The rulebooks are made up, 20 §§ each, and sealed as recording would, without going through the command line 5000 times.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from regelwerk.diagnostics import Source
from regelwerk.output.choices import Format
from regelwerk.rulebook.chain import sealed
from regelwerk.rulebook.filing import consolidated_file, path_of, register_file
from regelwerk.rulebook.history import Rulebook
from regelwerk.rulebook.register import Act, ActKind, Entry, Register, Text, TextKind
from regelwerk.rulebook.registerwriter import new_register, with_entry
from regelwerk.structure import format_document
from regelwerk.website.building import Plan, build
from regelwerk.website.settings import Settings
from regelwerk.website.textpages import FORMS
from regelwerk.workspace import create_workspace

RULEBOOKS = 100
VERSIONS = 50
PARAGRAPHS = 20
RECORDED = datetime(2020, 1, 1, tzinfo=UTC)
TODAY = date(2026, 1, 1)


def base(name: str) -> str:
    """A text of as many §§ as a rulebook has, with Absätze, sentences and a list."""
    sections = (
        f"§ {n} Aufgabe {n}\n"
        f"(1) Der Beirat nimmt die Aufgabe {n} im ganzen Gebiet wahr.\n"
        f"    Er berichtet darüber jährlich {n} Mal.\n"
        "(2) Der Bericht nennt\n"
        "    1. die Vorhaben des Jahres und\n"
        "    2. die Mittel, die sie gekostet haben.\n"
        for n in range(1, PARAGRAPHS + 1)
    )
    return f"Ordnung des Beirats {name}\n\n" + "\n".join(sections)


def act(name: str, number: int) -> str:
    """An amendment that changes one number in one §."""
    section, turn = (number - 1) % PARAGRAPHS + 1, (number - 1) // PARAGRAPHS
    old, new = section + turn * 1000, section + (turn + 1) * 1000
    return (
        f"{number}. Änderung der Ordnung des Beirats {name}\n\n"
        f"1. In § {section} Absatz 1 Satz 2 wird die Angabe „{old} Mal“ durch die Angabe „{new} Mal“ ersetzt.\n\n"
        f"Diese Änderung tritt am 1. Januar {1970 + number} in Kraft.\n"
    )


def entries(name: str, amendments: int) -> Iterator[tuple[Entry, str]]:
    """The entries of a rulebook, not sealed yet, each with the text of its file."""
    text = base(name)
    facts = {"recorded": RECORDED, "result": ""}
    yield (
        Text(kind=TextKind.BASE, number="0", in_force=date(1970, 1, 1), file="base.txt", sha256=seal(text), **facts),
        text,
    )
    for number in range(1, amendments + 1):
        text = act(name, number)
        title, file = f"{number}. Änderung der Ordnung des Beirats {name}", f"{number:02}.txt"
        kind, day = ActKind.AMENDMENT, date(1970 + number, 1, 1)
        yield Act(kind=kind, number=str(number), title=title, in_force=day, file=file, sha256=seal(text), **facts), text


def record(root: Path, id: str, amendments: int) -> None:
    """A rulebook on the disk, as if recorded."""
    made = list(entries(id, amendments))
    register = Register(id, f"Ordnung des Beirats {id}", tuple(entry for entry, _text in made))
    files = {path_of(register, entry, entry.file): text for entry, text in made if hasattr(entry, "file")}
    texts = [format_document(v.document) for v in Rulebook(register, lambda path: Source(path, files[path])).versions]
    first = Register(id, register.title, ())
    for (entry, _text), result in zip(made, texts, strict=True):
        first = sealed(first, entry, result)
    written = new_register(Register(id, first.title, first.entries[:1]))
    for entry in first.entries[1:]:
        written = with_entry(written, entry)
    files |= {consolidated_file(id): texts[-1], register_file(id): written}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def seal(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def timed(plan: Plan) -> tuple[float, float, int]:
    """The seconds of a build by the clock and on all processors together, and how many files it wrote."""
    start, worked = time.perf_counter(), work()
    built = build(plan, lambda _done, _all: None, os.cpu_count() or 1)
    assert not built.failed, built.failed
    return time.perf_counter() - start, work() - worked, built.written


def work() -> float:
    """The seconds that this process and those it started have worked."""
    return sum(used.ru_utime + used.ru_stime for used in map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN)))


def size(folder: Path) -> tuple[int, float]:
    """How many files there are in a folder, and their size in MB."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 1e6


def main(rulebooks: int, forms: tuple[Format, ...]) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        root, out = Path(temporary, "raete"), Path(temporary, "site")
        create_workspace(root, "")
        for number in range(rulebooks):
            record(root, f"rat-{number}", VERSIONS - 1)
        plan = Plan(root, out, TODAY, Settings(), forms)
        first, worked, _written = timed(plan)
        count, megabytes = size(out)
        print(f"{rulebooks} rulebooks with {VERSIONS} versions: {first:.1f} s ({worked:.1f} s of work)")
        print(f"{count} files, {megabytes:.0f} MB")
        again, worked, _written = timed(plan)
        print(f"again, nothing changed: {again:.2f} s ({worked:.2f} s of work), ratio {again / first:.3f}")
        record(root, "rat-0", VERSIONS)
        amended, worked, written = timed(plan)
        print(f"after one amendment: {amended:.2f} s ({worked:.2f} s of work), ratio {amended / first:.3f}")
        print(f"{written} files written then")


if __name__ == "__main__":
    text_only = "--text-only" in sys.argv
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(numbers[0] if numbers else RULEBOOKS, (Format.TXT,) if text_only else tuple(FORMS))
