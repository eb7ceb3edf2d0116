"""The installed command as the system runs it: streams, signals, language, what start-up loads."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from regelwerk.cli.language import language_of

PROJECT = Path(__file__).parents[1]
REGELWERK = Path(sys.executable).with_name("regelwerk")
BASE = "documents/geschaeftsordnung/base.txt"
ACTS = ("amendments/geschaeftsordnung/01.txt", "amendments/geschaeftsordnung/02.txt")
POSIX_ONLY = pytest.mark.skipif(os.name != "posix", reason="pipes and signals as POSIX has them")


def regelwerk(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [REGELWERK, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=PROJECT,
        env=os.environ | {"REGELWERK_LANG": "en"} | environment,
    )


TEXT = "Hausordnung\n\n§ 1 Ruhe\n    Ab zehn Uhr ist Ruhe.\n"


def test_standard_input_is_a_file():
    run = regelwerk("format", "-", stdin=TEXT)
    assert (run.returncode, run.stdout, run.stderr) == (0, TEXT, "")


def test_an_error_in_standard_input_names_it():
    assert regelwerk("format", "-").stderr == "standard input: The file is empty.\n"
    assert regelwerk("format", "-", REGELWERK_LANG="de").stderr == "Standardeingabe: Die Datei ist leer.\n"


@pytest.mark.parametrize("command", [("format",), ("compare", "base.txt"), ("init",)])
def test_what_the_system_refuses_is_said_in_plain_words(command: tuple[str, ...]):
    run = regelwerk("-C", "documents", *command, "x" * 300, REGELWERK_LANG="de")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.endswith(("x: der Name ist zu lang.\n", "x/.git: der Name ist zu lang.\n"))


def test_output_is_utf_8_whatever_the_locale():
    run = regelwerk("format", "-", stdin=TEXT, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (run.returncode, run.stdout) == (0, TEXT)


@POSIX_ONLY
def test_a_name_that_is_no_text_is_printed_all_the_same():
    run = subprocess.run(
        [REGELWERK, "format", b"f\xfchrung.txt"], capture_output=True, env=os.environ | {"REGELWERK_LANG": "en"}
    )
    assert (run.returncode, run.stderr) == (2, "f\ufffdhrung.txt: there is no such file.\n".encode())


@POSIX_ONLY
def test_a_reader_that_stops_is_no_error():
    with subprocess.Popen(
        [REGELWERK, "format", BASE], cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == -signal.SIGPIPE


@POSIX_ONLY
def test_ctrl_c_stops_without_a_traceback():
    # Where tests run in the background, Ctrl-C may have been switched off for them and all they start.
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys; from regelwerk.cli import main; sys.argv[1:] = ['format', '-']; sys.exit(main())"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin and process.stderr
        process.stdin.write(b"x" * 100_000)  # more than a pipe holds: returns when the command is reading
        time.sleep(0.5)  # and soon it waits for more
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
        assert process.stderr.read() == b""


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "de"),
        ({"LANG": "de_AT"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_DE@euro"}, "de"),
        ({"LC_ALL": "de_DE.UTF-8", "REGELWERK_LANG": "en"}, "en"),
        ({"LANG": "C", "REGELWERK_LANG": "de"}, "de"),
        ({"LANG": "de_DE.UTF-8", "REGELWERK_LANG": ""}, "de"),
    ],
)
def test_the_language_of_messages(environment: dict[str, str], language: str):
    assert language_of(environment) == language


def test_a_language_without_a_catalogue_gives_english():
    assert "there is no such file" in regelwerk("format", "fehlt.txt", REGELWERK_LANG="fr").stderr


HEAVY = ("lark", "rich", "git", "pypdf", "typst", "docx", "lxml", "regelwerk.structure", "regelwerk.commands")


@pytest.mark.parametrize("arguments", [["--help"], ["consolidate", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]):
    code = (
        "import sys\nfrom regelwerk.cli import main\n"
        f"sys.argv[1:] = {arguments}\nmain()\nprint(*sys.modules, file=sys.stderr)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stderr.split()
    assert "regelwerk.cli.consolidate" in loaded
    assert [name for name in loaded if name.startswith(HEAVY)] == []


def test_the_package_loads_what_is_asked_for():
    code = "import sys, regelwerk; regelwerk.Source; print(*(n for n in sys.modules if n.startswith('regelwerk')))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.split()
    assert loaded == ["regelwerk", "regelwerk.characters", "regelwerk.messages", "regelwerk.diagnostics"]


def test_the_version():
    run = regelwerk("--version")
    assert run.stdout == "0.1.0\n"


def test_the_sample():
    run = regelwerk("consolidate", BASE, *ACTS)
    expected = (PROJECT / "documents/geschaeftsordnung/consolidated.txt").read_text(encoding="utf-8")
    assert (run.returncode, run.stdout, run.stderr) == (0, expected, "")


def test_the_acts_of_the_sample_are_understood():
    acts = [json.loads(line) for line in regelwerk("parse", "--json", *ACTS).stdout.splitlines()]
    assert [(act["number"], act["adopted"], act["diagnostics"]) for act in acts] == [
        ("1", "2019-05-14", []),
        ("2", "2023-11-07", []),
    ]
    assert {command["kind"] for act in acts for command in act["commands"]} == {
        "append-units",
        "insert-units",
        "insert-words",
        "prepend-units",
        "recast",
        "renumber",
        "repeal",
        "replace-words",
        "strike-words",
    }
