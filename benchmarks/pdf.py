"""Seconds for a redline PDF of a ten-page pair from the command line, against LibreOffice; and for a text of 300 pages.

Also says whether all of these are valid as PDF/A-3a and PDF/UA-1.

Needs LibreOffice with its Python module (libreoffice-writer-nogui, python3-uno) and the corpus beside the repository.
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import page
import pypdf

HERE = Path(__file__).parent
PAIR = HERE.parents[1] / "shared" / "corpus" / "pairs" / "schwbav_1988"
SURROUNDING = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Whoever installs the package has its bytecode; where it is never kept, each run would compile the sources anew."""
SECTIONS = 1110
"""So many of these fill 300 pages."""
SECTION = """
§ {number} Regel {number}
(1) Der Rat berät die Gemeinden in allen Fragen der Vorbeugung und fördert Vorhaben an Schulen und in Vereinen.
    Er tritt mindestens zweimal im Jahr zusammen und fasst seine Beschlüsse mit einfacher Mehrheit.
(2) Er hat die Aufgabe,
    1. die Gemeinden zu beraten,
    2. Vorhaben zu fördern, insbesondere
       a) an Schulen,
       b) in Vereinen, und
    3. zu berichten.
(3) Das Nähere regelt die Geschäftsstelle im Benehmen mit dem Vorsitz.
"""


def seconds(*command: str | Path, differs: bool = False) -> float:
    """How long the command takes, from its start to its end."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, env=SURROUNDING, check=False)
    if done.returncode != differs:
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - start


def processor() -> float:
    """The seconds that finished programs have had of a processor: on a busy machine all else is waiting."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compare(folder: Path, old: Path, new: Path) -> float:
    """Our command."""
    before = processor()
    regelwerk = Path(sys.executable).with_name("regelwerk")
    target = folder / f"{time.perf_counter_ns()}.pdf"
    spent = seconds(regelwerk, "compare", old, new, "--format", "pdf", "-o", target, differs=True)
    pdf = target.read_bytes()
    pages = len(pypdf.PdfReader(io.BytesIO(pdf)).pages)
    busy = processor() - before
    print(f"{pages} pages in {spent:.2f} s, {busy:.2f} s of a processor, findings of the validator: {findings(pdf)}")
    return spent


def findings(pdf: bytes) -> list[str]:
    """What the validator has to say against the PDF."""
    profiles = page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1
    reports = (page.validate_pdf_bytes(pdf, profile=name, limits=page.SafetyLimits.unlimited()) for name in profiles)
    return [failure.rule_id for report in reports for failure in report.failures]


def long_pair(folder: Path) -> tuple[Path, Path]:
    """Two texts of 300 pages, with a change in every twentieth §."""
    sections = [SECTION.format(number=number) for number in range(1, SECTIONS)]
    changed = [s.replace("zweimal", "dreimal") if n % 20 == 0 else s for n, s in enumerate(sections)]
    for name, parts in (("old.txt", sections), ("new.txt", changed)):
        (folder / name).write_text("Ordnung des Rates\n" + "".join(parts), encoding="utf-8")
    return folder / "old.txt", folder / "new.txt"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pair = PAIR / "old.txt", PAIR / "new.txt"
        ours = min(compare(folder, *pair) for _ in range(3))
        office = ["/usr/bin/python3", HERE / "office_compare.py", *pair, folder / "office.pdf"]
        theirs = min(seconds(*office) for _ in range(3))
        print(f"ten pages: {ours:.2f} s, LibreOffice {theirs:.2f} s, ratio {ours / theirs:.2f} (at most 0.5)")
        print(f"300 pages: {compare(folder, *long_pair(folder)):.2f} s (under 5 s)")


if __name__ == "__main__":
    main()
