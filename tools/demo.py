"""The main job on the sample, step by step: from a PDF to the text of any date, in a fresh workspace under build/demo.

Each command is shown as somebody would type it, then its output. Stops at the first command that does not do its job.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[1]
FOLDER = PROJECT / "build" / "demo"
SAMPLE = PROJECT / "documents" / "geschaeftsordnung" / "base.txt"
ACTS = PROJECT / "amendments" / "geschaeftsordnung"
DIFFERENT = 1

PAGE = """
#set page(paper: "a4", margin: 2.5cm, footer: align(center)[Seite #context counter(page).display()])
#set text(lang: "de", size: 11pt)
#for words in json(bytes(sys.inputs.paragraphs)) { par(words) }
"""


def main() -> None:
    """Make the documents an office would have, then do its work with them."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    _print_as_pdf(SAMPLE, FOLDER / "Geschaeftsordnung.pdf")
    for number in ("01", "02"):
        shutil.copy(ACTS / f"{number}.txt", FOLDER / f"{number}-aenderung.txt")
    shutil.copy(SAMPLE, FOLDER / "Geschaeftsordnung.txt")

    _say("A workspace, and the rules taken in from a PDF")
    _run("init praeventionsrat", FOLDER)
    workspace = FOLDER / "praeventionsrat"
    _run("import ../Geschaeftsordnung.pdf --id geschaeftsordnung --adopted 2012-03-20 --yes", workspace)
    _say("The same rules from a text file: nothing differs")
    _run("import ../Geschaeftsordnung.txt --id aus-text --adopted 2012-03-20 --yes", workspace)
    texts = ("documents/geschaeftsordnung/consolidated.txt", "documents/aus-text/consolidated.txt")
    _run(f"compare --only-changed {' '.join(texts)}", workspace)
    _say("Two amendments: looked at first, then recorded")
    _run("apply ../01-aenderung.txt --id geschaeftsordnung --dry-run", workspace)
    _run("apply ../01-aenderung.txt --id geschaeftsordnung --yes", workspace)
    _run("apply ../02-aenderung.txt --id geschaeftsordnung --yes", workspace)
    _say("What applies, and why")
    _run("status", workspace)
    _run('show geschaeftsordnung "§ 3 Abs. 2" --on 2018-06-01', workspace)
    _run('show geschaeftsordnung "§ 3 Abs. 2"', workspace)
    _run('history geschaeftsordnung "§ 4 Abs. 3"', workspace)
    _run("compare geschaeftsordnung 1 2 --only-changed", workspace, DIFFERENT)
    _say("For the files, the members and the council")
    for options, name in (
        ("--format pdf", "lesefassung.pdf"),
        ("--format html", "lesefassung.html"),
        ("--format docx", "lesefassung.docx"),
        ("--as redline --format pdf", "aenderungen.pdf"),
        ("--as synopsis --format pdf", "synopse.pdf"),
    ):
        _run(f"export geschaeftsordnung {options} -o ../{name}", workspace)
    _run("verify", workspace)
    _say(f"Done. The files are in {FOLDER.relative_to(PROJECT)}: {', '.join(sorted(p.name for p in FOLDER.iterdir()))}")


def _say(words: str) -> None:
    print(f"\n== {words}\n", flush=True)


def _run(command: str, folder: Path, code: int = 0) -> None:
    """Show the command and run it. It must end with `code`."""
    print(f"$ regelwerk {command}", flush=True)
    environment = os.environ | {"PAGER": "cat"}
    program = Path(sys.executable).with_name("regelwerk")
    result = subprocess.run([program, *shlex.split(command)], cwd=folder, env=environment, check=False)
    print(flush=True)
    if result.returncode != code:
        sys.exit(f"„regelwerk {command}“ ended with {result.returncode}, not with {code}.")


def _print_as_pdf(text: Path, pdf: Path) -> None:
    """The text as an office would print it: one paragraph for a heading, an Absatz or a list item; page numbers."""
    import json

    import typst

    paragraphs: list[str] = []
    in_words = False
    for line in filter(str.strip, text.read_text(encoding="utf-8").splitlines()):
        goes_on = line.startswith(" ") and not re.match(r"\s*(?:[0-9]+\.|[a-z]\))\s", line)
        if goes_on and in_words:
            paragraphs[-1] += " " + line.strip()
        else:
            paragraphs.append(line.strip())
        in_words = line.startswith((" ", "("))
    pdf.write_bytes(typst.compile(PAGE.encode(), sys_inputs={"paragraphs": json.dumps(paragraphs)}))


if __name__ == "__main__":
    main()
