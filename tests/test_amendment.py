"""Each folder of tests/acts is an act in a shape found in practice, and what is read in it: data, commands."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regelwerk.amendment import Amendment, parse_act
from regelwerk.commands import Command, NewText, Words
from regelwerk.diagnostics import Source

ACTS = sorted(path for path in (Path(__file__).parent / "acts").iterdir() if path.is_dir())
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"


def shown(value: object) -> str:
    """An argument of a command in one line."""
    match value:
        case NewText() | Words():
            return f"„{value.text}“".replace("\n", " / ")
        case str():
            return f"„{value}“"
        case tuple():
            return ", ".join(map(shown, value))
    return str(value)


def command_shown(command: Command) -> str:
    """A command in one line: point, kind, places, arguments that are not empty."""
    own = (f.name for f in fields(command) if f.name not in ("places", "span", "point"))
    arguments = "; ".join(f"{name} {shown(value)}" for name in own if (value := getattr(command, name)))
    places = ", ".join(map(str, command.places))
    return " ".join(
        part for part in (f"[{command.point}]", command.kind, places, f"| {arguments}" if arguments else "") if part
    )


def amendment_shown(amendment: Amendment) -> str:
    """All that was read about one text."""
    data = {
        "title": amendment.title,
        "number": amendment.number,
        "adopted": amendment.adopted,
        "target": amendment.target,
        "last change": amendment.last_change,
        "article": amendment.article,
    }
    rules = amendment.in_force.rules if amendment.in_force else ()
    lines = [f"{name}: {value}" for name, value in data.items() if value]
    lines += [f"{'ends' if rule.ends else 'begins'}: {rule.of or 'all'} | {rule.moment}" for rule in rules]
    lines += [f"annex {name}: {shown(text)}" for name, text in amendment.annexes.items()]
    lines += map(command_shown, amendment.commands)
    return "\n".join([*lines, *map(str, amendment.diagnostics)]) + "\n"


@pytest.mark.parametrize("folder", ACTS, ids=lambda path: path.name)
def test_an_act_is_read_as_a_person_would(folder: Path) -> None:
    act = parse_act(Source("act.txt", (folder / "act.txt").read_text(encoding="utf-8")))
    assert "\n".join(map(amendment_shown, act.amendments)) == (folder / "read.txt").read_text(encoding="utf-8")


def test_spans_point_into_the_act() -> None:
    text = "Änderung der Ordnung\n1. In § 3 wird das Wort „Rat“\ndurch „Beirat“ ersetzt.\n"
    (command,) = parse_act(Source("act.txt", text)).amendments[0].commands
    assert (command.span.line, command.span.column) == (2, 4)
    assert command.span.text == "In § 3 wird das Wort „Rat“\ndurch „Beirat“ ersetzt."


LINES = st.sampled_from(
    [
        "Änderung der Geschäftsordnung des Beirats",
        "Die Geschäftsordnung vom 3. Mai 2020 wird wie folgt geändert:",
        "Artikel 1",
        "Artikel 2 Inkrafttreten",
        "§ 1",
        "1. § 2 wird wie folgt geändert:",
        "a) In Absatz 1 wird „Rat“ durch „Beirat“ ersetzt.",
        "b) Absatz 2 wird wie folgt gefasst:",
        "„(2) Der Beirat tagt.“",
        "„offen",
        "zu.“",
        "(3) Der Beirat ruht.",
        "Alte Fassung:",
        "Neue Fassung:",
        "§ 7 Anträge",
        "entfällt",
        "Begründung",
        "| § 3 | alt | neu |",
        "| Stelle | bisher | neu |",
        "Diese Änderung tritt am 1. Mai 2020 in Kraft.",
        "Anhang",
        "Moorau, den 3. Mai 2020",
        "",
        "…",
    ]
)


@given(st.lists(LINES, max_size=12))
def test_no_act_stops_the_reader(lines: list[str]) -> None:
    source = Source("act.txt", "\n".join(lines))
    for amendment in parse_act(source).amendments:
        assert amendment.commands or amendment.diagnostics
        assert all(diagnostic.span for diagnostic in amendment.diagnostics)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus of real acts is not here")
def test_every_act_of_the_corpus_is_read_or_refused() -> None:
    paths = [
        *CORPUS.glob("acts/*/amendment.txt"),
        *CORPUS.glob("atoms/*/amendment.txt"),
        *CORPUS.glob("local-acts/*.txt"),
    ]
    assert paths
    for path in paths:
        act = parse_act(Source(path.name, path.read_text(encoding="utf-8")))
        assert all(amendment.commands or amendment.diagnostics for amendment in act.amendments)
