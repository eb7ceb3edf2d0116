"""Typer's own words: every usage error and every help page in whole, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from regelwerk.cli import run
from regelwerk.messages import use_language


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use_language("en")


def said(capsys: pytest.CaptureFixture[str], language: str, *arguments: str) -> str:
    use_language(language)
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


FORMAT = "Usage: regelwerk format [OPTIONS] FILE\n{}\n'regelwerk format --help' says more.\n"
FORMATIERE = "Aufruf: regelwerk format [OPTIONEN] DATEI\n{}\nMehr sagt „regelwerk format --help“.\n"
GROUP = "Usage: regelwerk [OPTIONS] COMMAND [ARGUMENTS]...\n{}\n'regelwerk --help' says more.\n"
GRUPPE = "Aufruf: regelwerk [OPTIONEN] BEFEHL [ARGUMENTE]...\n{}\nMehr sagt „regelwerk --help“.\n"

ERRORS = [
    (("format",), FORMAT, "Argument FILE is missing.", FORMATIERE, "Das Argument DATEI fehlt."),
    (("format", "a", "b"), FORMAT, "Too many arguments: b", FORMATIERE, "Zu viele Argumente: b"),
    (("format", "-q", "a"), FORMAT, "There is no option -q.", FORMATIERE, "Die Option -q gibt es nicht."),
    (("--jso", "a"), GROUP, "There is no option --jso.", GRUPPE, "Die Option --jso gibt es nicht."),
    (("zeige",), GROUP, "There is no command zeige.", GRUPPE, "Den Befehl zeige gibt es nicht."),
    (
        ("consolidat", "a"),
        GROUP,
        "There is no command consolidat. Did you mean 'consolidate'?",
        GRUPPE,
        "Den Befehl consolidat gibt es nicht. Ist 'consolidate' gemeint?",
    ),
]


@pytest.mark.parametrize(("arguments", "usage", "english", "aufruf", "german"), ERRORS)
def test_usage_errors(capsys, arguments, usage, english, aufruf, german):
    assert said(capsys, "en", *arguments) == usage.format(english)
    assert said(capsys, "de", *arguments) == aufruf.format(german)


OPTIONS = [
    (("parse", "--jso", "a"), "There is no option --jso. Did you mean --json?", "Ist --json gemeint?"),
    (
        ("compare", "--as", "x"),
        "--as cannot be x. It is one of: 'redline', 'synopsis'.",
        "--as kann nicht x sein. Möglich: 'redline', 'synopsis'.",
    ),
    (("parse", "--json=1", "a"), "Option --json takes no value.", "Die Option --json hat keinen Wert."),
    (
        ("consolidate", "a", "b", "--article"),
        "Option --article needs a value.",
        "Die Option --article braucht einen Wert.",
    ),
]


@pytest.mark.parametrize(("arguments", "english", "german"), OPTIONS)
def test_errors_in_options(capsys, arguments, english, german):
    assert english in said(capsys, "en", *arguments).splitlines()
    assert german in said(capsys, "de", *arguments)


def helped(capsys: pytest.CaptureFixture[str], language: str, *arguments: str) -> str:
    use_language(language)
    assert run([*arguments, "--help"]) == 0
    return capsys.readouterr().out


def test_help_in_english(capsys):
    assert (
        helped(capsys, "en", "consolidate")
        == """\
Usage: regelwerk consolidate [OPTIONS] BASE ACT...

  Base text and amending acts in order → consolidated text.

Arguments:
  BASE    The text to amend; „-“ reads standard input.  [required]
  ACT...  The amending acts, in order.  [required]

Options:
  --article N  Which article of an act that amends several texts.
  --json       Text and effects as JSON.
  --trace      Show on standard error what each command changed.
  --help       Show this message and exit.
"""
    )


def test_help_in_german(capsys):
    assert (
        helped(capsys, "de", "consolidate")
        == """\
Aufruf: regelwerk consolidate [OPTIONEN] GRUNDTEXT ÄNDERUNG...

  Grundtext und Änderungen der Reihe nach → Lesefassung.

Argumente:
  GRUNDTEXT    Der zu ändernde Text; „-“ liest die Standardeingabe.
               [erforderlich]
  ÄNDERUNG...  Die Änderungen, der Reihe nach.  [erforderlich]

Optionen:
  --article N  Welcher Artikel einer Änderung, die mehrere Texte ändert.
  --json       Text und Wirkungen als JSON.
  --trace      Zeigt in der Fehlerausgabe, was jeder Befehl geändert hat.
  --help       Zeigt diese Hilfe.
"""
    )


def test_without_a_command_the_help_is_shown(capsys):
    assert said(capsys, "de").startswith("Aufruf: regelwerk [OPTIONEN] BEFEHL [ARGUMENTE]...\n\n  Ändert")
