"""Made-up rulebooks for the website: one in force with a gap and a coming change, one with a table and
an act that is partly in force and partly decided, one repealed, one full of markup."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("regelwerk")

FEES = """\
Entschädigungsordnung des Beirats

§ 1 Sitzungsgeld
(1) Die Mitglieder erhalten für jede Sitzung 20 Euro.
(2) Fahrten werden ersetzt
    1. mit der Bahn in voller Höhe,
    2. mit dem Wagen nach Kilometern.

§ 2 Antrag
    Der Antrag ist schriftlich zu stellen.
"""
FEES_FIRST = """\
1. Änderung der Entschädigungsordnung des Beirats

Der Beirat hat am 4. Februar 2016 beschlossen:

1. In § 1 Absatz 1 wird die Angabe „20“ durch die Angabe „25“ ersetzt.

Diese Änderung tritt am 1. März 2016 in Kraft.
"""
FEES_LATER = FEES.replace("20 Euro", "30 Euro").replace("schriftlich", "in Textform")
FEES_COMING = """\
3. Änderung der Entschädigungsordnung des Beirats

Der Beirat hat am 5. Mai 2025 beschlossen:

1. In § 1 Absatz 1 wird die Angabe „30“ durch die Angabe „35“ ersetzt.
2. Nach § 2 wird folgender § 3 eingefügt:
   „§ 3 Frist
   Der Antrag ist binnen eines Monats zu stellen.“

Diese Änderung tritt am 1. Januar 2027 in Kraft.
"""
TARIFF = """\
Gebührensatzung der Musikschule

Teil 1 Grundlagen

§ 1 Pflicht
(1) Für den Unterricht werden Gebühren nach der Anlage erhoben.
(2) Sie sind monatlich zu zahlen.

§ 2 Nachlass
    Geschwister zahlen die Hälfte.

Teil 2 Schluss

§ 3 Ausfall
    Ausgefallener Unterricht wird nachgeholt.

Anlage Gebühren
    Unterricht | Dauer | Gebühr im Monat
    Einzelunterricht | 45 Minuten | 68,00 Euro
    Gruppenunterricht | 45 Minuten | 32,00 Euro
    Früherziehung | 45 Minuten | 19,50 Euro
"""
TARIFF_FIRST = """\
1. Satzung zur Änderung der Gebührensatzung der Musikschule

Der Kreistag hat am 6. Mai 2024 beschlossen:

1. Die Anlage wird wie folgt gefasst:
   „Anlage Gebühren
   Unterricht | Dauer | Gebühr im Monat
   Einzelunterricht | 45 Minuten | 74,00 Euro
   Gruppenunterricht | 45 Minuten | 39,00 Euro“
2. In § 1 Absatz 2 wird das Wort „jährlich“ durch das Wort „wöchentlich“ ersetzt.
3. § 3 wird § 2a.

Diese Satzung tritt am 1. August 2024 in Kraft. Nummer 3 tritt am 1. Januar 2027 in Kraft.
"""
TARIFF_DECISION = """\
[[decision]]
passage = 'In § 1 Absatz 2 wird das Wort „jährlich“ durch das Wort „wöchentlich“ ersetzt.'
place = '§ 1 Absatz 2'
old = 'monatlich'
new = 'wöchentlich'
reason = 'Gemeint ist das Wort, das dort steht.'
by = 'Kreistagsbüro'
on = 2024-05-13
"""
HOUSE = """\
Hausordnung des Beirats

§ 1 Türen
    Türen sind zu schließen.
"""
HOUSE_REPEALED = """\
Beschluss zur Aufhebung der Hausordnung des Beirats

Der Beirat hat am 3. Mai 2022 beschlossen:

1. Die Hausordnung des Beirats wird aufgehoben.

Dieser Beschluss tritt am 1. Juli 2022 in Kraft.
"""
HOSTILE = "<script>alert('Titel')</script> &amp; ${x} <img src=x onerror=alert(2)> </title> <!-- ]]>"
MARKUP = f"""\
Ordnung {HOSTILE}

§ 1 Zeichen " onload="alert(3) {HOSTILE}
    Gezeigt wird {HOSTILE} und vier.
"""
MARKUP_FIRST = f"""\
1. Änderung der Ordnung

Der Beirat hat am 3. Mai 2022 beschlossen:

1. In § 1 wird das Wort „vier“ durch die Wörter „fünf {HOSTILE}“ ersetzt.

Diese Änderung tritt am 1. Juli 2022 in Kraft.
"""

SETTINGS = f"""\
title = "Kreisrecht"
body = "Landkreis Musterland"
contact = "Kreistagsbüro\\nAm Markt 1, Musterstadt"
imprint = "Herausgeber: {HOSTILE.replace('"', "'")}"
"""


def make(folder: Path) -> Path:
    """A workspace in the folder: the sample and these rulebooks."""
    workspace = folder / "workspace"
    regelwerk(folder, "init", workspace, "--example")

    def does(command: str, name: str, text: str, *options: str) -> None:
        paper = folder / name
        paper.write_text(text, encoding="utf-8")
        regelwerk(workspace, command, paper, *options, "--yes")

    does("import", "fees.txt", FEES, "--id", "entschaedigung", "--adopted", "2014-05-06")
    does("apply", "fees-1.txt", FEES_FIRST)
    regelwerk(workspace, "gap", "entschaedigung", "2", "--reason", "Im Protokoll genannt, nicht auffindbar.", "--yes")
    does("import", "fees-2.txt", FEES_LATER, "--id", "entschaedigung", "--as-version", "2", "--in-force", "2020-01-01")
    does("apply", "fees-3.txt", FEES_COMING)
    does("import", "tariff.txt", TARIFF, "--id", "gebuehren", "--adopted", "2012-01-01")
    decisions = folder / "decisions.toml"
    decisions.write_text(TARIFF_DECISION, encoding="utf-8")
    does("apply", "tariff-1.txt", TARIFF_FIRST, "--decisions", str(decisions))
    does("import", "house.txt", HOUSE, "--id", "hausordnung", "--adopted", "2015-01-01")
    does("apply", "house-1.txt", HOUSE_REPEALED)
    does("import", "markup.txt", MARKUP, "--id", "zeichen", "--adopted", "2020-01-01", "--body", HOSTILE)
    does("apply", "markup-1.txt", MARKUP_FIRST, "--id", "zeichen", "--title", f"1. Änderung {HOSTILE}")
    (workspace / "site.toml").write_text(SETTINGS, encoding="utf-8")
    return workspace


def regelwerk(folder: Path, *arguments: str | Path) -> None:
    """A command as typed in that folder. It must do its job."""
    subprocess.run([PROGRAM, *arguments], cwd=folder, check=True, stdout=subprocess.DEVNULL)
