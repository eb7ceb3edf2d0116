"""What people see on a terminal: nothing of a text is taken for a command, and everything fits between the edges."""

from __future__ import annotations

from io import StringIO

import pytest

from regelwerk.cli.paging import page
from regelwerk.diagnostics import Diagnostic, Source, render, render_lines
from regelwerk.output.terminal import write, write_diagnostics


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "")
    monkeypatch.delenv("NO_COLOR", raising=False)


HOSTILE = "§ 4 [aufgehoben] [bold]:smile: \x1b[31mrot\u202e \t.\n"


def test_files_and_pipes_get_the_text_as_it_is():
    pipe = StringIO()
    write(pipe, HOSTILE, ("§ 5\n", "new"))
    assert pipe.getvalue() == HOSTILE + "§ 5\n"


def test_a_terminal_gets_no_control_character():
    terminal = Terminal()
    write(terminal, HOSTILE)
    assert terminal.getvalue() == "§ 4 [aufgehoben] [bold]:smile: ␛[31mrot\ufffd \t.\n"


def test_styled_text_is_no_markup_either():
    terminal = Terminal()
    write(terminal, ("§ 4 [aufgehoben] :smile: \x1b[31m\n", "old"))
    assert terminal.getvalue() == "\x1b[31m§ 4 [aufgehoben] :smile: ␛[31m\x1b[0m\n"


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"PAGER": "less"}, True),
        ({"PAGER": "/usr/bin/less -S"}, True),
        ({"PAGER": "less", "LESS": "-FRX"}, True),
        ({"PAGER": "less", "LESS": "-S"}, False),
        ({"PAGER": "more"}, False),
    ],
)
def test_a_pager_gets_colour_if_it_shows_it(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
):
    shown: list[str] = []
    for name in ("PAGER", "MANPAGER", "LESS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout", Terminal())
    monkeypatch.setattr("pydoc.pager", shown.append)
    page([*["§ 4\n"] * 100, ("[aufgehoben] \x1b\n", "old")])
    words = "[aufgehoben] ␛"
    assert shown == ["§ 4\n" * 100 + (f"\x1b[31m{words}\x1b[0m" if coloured else words) + "\n"]


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = Terminal()
    write(terminal, ("§ 4\n", "old"))
    assert terminal.getvalue() == "§ 4\n"


LONG = Source("satzung.txt", "(1) " + "Der Vorstand besteht aus dem Vorsitzenden und vier Beisitzern; " * 4)
DIAGNOSTIC = Diagnostic(
    "The words „fünf Beisitzern“ are not in § 2 Absatz 1 Satz 1, and nothing that comes near them is there either.",
    LONG.span(115, 119),
    "§ 2 Absatz 1 Satz 1 has „vier Beisitzern“ twice, and so has § 4 Absatz 2 Satz 1 Nummer 3 Buchstabe a.",
)


def test_a_diagnostic_fits_80_columns():
    assert (
        render(DIAGNOSTIC, 80)
        == """\
satzung.txt:1:116: The words „fünf Beisitzern“ are not in § 2 Absatz 1 Satz 1,
    and nothing that comes near them is there either.
  |
1 | …orsitzenden und vier Beisitzern; Der Vorstand besteht aus dem Vorsitzenden…
  |                    ^^^^
  = hint: § 2 Absatz 1 Satz 1 has „vier Beisitzern“ twice, and so has § 4
          Absatz 2 Satz 1 Nummer 3 Buchstabe a."""
    )


@pytest.mark.parametrize("width", [40, 80, 140])
def test_the_marker_stands_below_the_passage_at_every_width(width: int):
    lines = [line for _kind, line in render_lines(DIAGNOSTIC, width)]
    marker = next(number for number, line in enumerate(lines) if "^" in line)
    first = lines[marker].index("^")
    assert lines[marker - 1][first : first + 4] == LONG.text[115:119]
    assert max(map(len, lines)) <= width


def test_a_hint_that_several_share_is_said_once_at_a_terminal():
    found = [Diagnostic("Eins.", hint="Sieh nach."), Diagnostic("Zwei.", hint="Sieh nach."), Diagnostic("Drei.")]
    terminal, file = Terminal(), StringIO()
    write_diagnostics(terminal, found)
    write_diagnostics(file, found)
    assert terminal.getvalue().count("Sieh nach.") == 1
    assert file.getvalue().count("Sieh nach.") == 2


def test_a_diagnostic_in_a_file_has_lines_without_end():
    pipe = StringIO()
    write_diagnostics(pipe, [DIAGNOSTIC])
    assert pipe.getvalue() == render(DIAGNOSTIC) + "\n"


def test_an_excerpt_shows_hidden_characters():
    source = Source("a\x1bb.txt", "Rat\u200b tagt.")
    assert (
        render(Diagnostic("Hidden.", source.span(3, 4))) == "a␛b.txt:1:4: Hidden.\n  |\n1 | Rat\ufffd tagt.\n  |    ^"
    )
