"""What the three commands print, in whole, on a small text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from regelwerk.cli import run

BASE = """\
Satzung des Fördervereins

§ 1 Vorstand
(1) Der Vorstand besteht aus vier Mitgliedern.
(2) Er tagt im Rathaus.
"""
ACT = """\
2. Änderung der Satzung des Fördervereins

Die Mitgliederversammlung hat am 3. Mai 2021 beschlossen:

Die Satzung des Fördervereins wird wie folgt geändert:

1. § 1 wird wie folgt geändert:
   a) In Absatz 1 wird das Wort „vier“ durch das Wort „fünf“ ersetzt.
   b) Nach Absatz 1 wird folgender Absatz 2 eingefügt:
      „(2) Gewählt wird geheim.“
   c) Der bisherige Absatz 2 wird Absatz 3.

Diese Änderung tritt am 1. Juli 2021 in Kraft.
"""
CONSOLIDATED = """\
Satzung des Fördervereins

§ 1 Vorstand
(1) Der Vorstand besteht aus fünf Mitgliedern.
(2) Gewählt wird geheim.
(3) Er tagt im Rathaus.
"""


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    Path("base.txt").write_text(BASE, encoding="utf-8")
    Path("act.txt").write_text(ACT, encoding="utf-8")


def printed(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> tuple[str, str]:
    assert run(arguments) == code
    return capsys.readouterr()


def test_consolidate(capsys):
    assert printed(capsys, 0, "consolidate", "base.txt", "act.txt") == (CONSOLIDATED, "")


def test_consolidate_with_trace(capsys):
    assert printed(capsys, 0, "consolidate", "--trace", "base.txt", "act.txt") == (
        CONSOLIDATED,
        """\
act.txt:8: point 1 a: replace words
  § 1 Absatz 1 Satz 1
  - Der Vorstand besteht aus vier Mitgliedern.
  + Der Vorstand besteht aus fünf Mitgliedern.
act.txt:9: point 1 b: insert
  § 1 Absatz 2
  + (2) Gewählt wird geheim.
act.txt:11: point 1 c: renumber
  § 1 Absatz 2 → § 1 Absatz 3
  - (2) Er tagt im Rathaus.
  + (3) Er tagt im Rathaus.
""",
    )


def test_consolidate_as_json(capsys):
    out, err = printed(capsys, 0, "consolidate", "--json", "base.txt", "act.txt")
    assert err == ""
    assert json.loads(out) == {
        "title": "Satzung des Fördervereins",
        "text": CONSOLIDATED,
        "acts": [
            {
                "file": "act.txt",
                "title": "2. Änderung der Satzung des Fördervereins",
                "number": "2",
                "effects": [
                    {
                        "point": "1 a",
                        "kind": "replace-words",
                        "citation_before": "§ 1 Absatz 1 Satz 1",
                        "citation_after": "§ 1 Absatz 1 Satz 1",
                        "before": "Der Vorstand besteht aus vier Mitgliedern.",
                        "after": "Der Vorstand besteht aus fünf Mitgliedern.",
                    },
                    {
                        "point": "1 b",
                        "kind": "insert-units",
                        "citation_before": None,
                        "citation_after": "§ 1 Absatz 2",
                        "before": None,
                        "after": "(2) Gewählt wird geheim.",
                    },
                    {
                        "point": "1 c",
                        "kind": "renumber",
                        "citation_before": "§ 1 Absatz 2",
                        "citation_after": "§ 1 Absatz 3",
                        "before": "(2) Er tagt im Rathaus.",
                        "after": "(3) Er tagt im Rathaus.",
                    },
                ],
            }
        ],
    }


def test_parse(capsys):
    assert printed(capsys, 0, "parse", "act.txt") == (
        """\
act.txt: 2. Änderung der Satzung des Fördervereins
  number: 2
  adopted: 2021-05-03
  in force: 2021-07-01
  1 a      replace words: § 1 Absatz 1
           old and new: „vier“ → „fünf“
  1 b      insert after: § 1 Absatz 1
           new text: „(2) Gewählt wird geheim.“
           announced as: § 1 Absatz 2
  1 c      renumber: § 1 Absatz 2
           becomes: § 1 Absatz 3
""",
        "",
    )


def test_parse_as_json_has_one_line_for_each_act(capsys):
    Path("act.txt").write_text(ACT.replace("Absatz 1 wird das Wort", "Absatz 1 blüht das Wort"), encoding="utf-8")
    Path("leer.txt").write_text("", encoding="utf-8")
    out, err = printed(capsys, 3, "parse", "--json", "act.txt", "leer.txt")
    act, empty = map(json.loads, out.splitlines())
    assert {key: act[key] for key in ("file", "title", "number", "adopted", "in_force")} == {
        "file": "act.txt",
        "title": "2. Änderung der Satzung des Fördervereins",
        "number": "2",
        "adopted": "2021-05-03",
        "in_force": [{"of": "", "ends": False, "day": "2021-07-01", "retroactive": False}],
    }
    assert act["commands"][-1] == {
        "point": "1 c",
        "kind": "renumber",
        "citation": "§ 1 Absatz 2",
        "line": 11,
        "column": 7,
        "text": "Der bisherige Absatz 2 wird Absatz 3.",
        "arguments": {"to": ["§ 1 Absatz 3"]},
    }
    assert [(found["line"], found["column"]) for found in act["diagnostics"]] == [(8, 19)]
    assert empty == {
        "file": "leer.txt",
        "title": None,
        "number": None,
        "adopted": None,
        "in_force": None,
        "commands": [],
        "diagnostics": [{"line": 1, "column": 1, "message": "The file is empty.", "hint": None}],
    }
    assert err == ""


def test_format(capsys):
    Path("found.txt").write_text("§ 1 Vorstand\n(1) Er tagt. Er wählt.", encoding="utf-8")
    out, _err = printed(capsys, 0, "format", "found.txt")
    assert out == "§ 1 Vorstand\n(1) Er tagt.\n    Er wählt.\n"


def test_one_article_of_an_act_that_amends_several_texts(capsys):
    Path("act.txt").write_text(
        "Änderung der Ordnungen des Fördervereins\n\n"
        "Artikel 1\nÄnderung der Satzung des Fördervereins\n§ 1 Absatz 2 der Satzung wird aufgehoben.\n\n"
        "Artikel 2\nÄnderung der Hausordnung\n§ 4 der Hausordnung wird aufgehoben.\n",
        encoding="utf-8",
    )
    assert "(2) (weggefallen)" in printed(capsys, 0, "consolidate", "base.txt", "act.txt")[0]
    _out, err = printed(capsys, 4, "consolidate", "--article", "2", "base.txt", "act.txt")
    assert "§ 4 does not exist" in err
