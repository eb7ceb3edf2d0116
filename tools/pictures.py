"""The pictures in the documents, made from the sample: PDFs as they come out of the press, the terminal, the website.

Needs pdftoppm (poppler-utils) and Chromium. The check code in the pictures is that of the workspace made for them here.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.text import Text

from regelwerk.cli.paging import fitted
from regelwerk.output.choices import View
from regelwerk.output.columns import side_by_side
from regelwerk.output.inline import above, redline
from regelwerk.output.publication import Publication, shortened
from regelwerk.output.registered import change_between
from regelwerk.output.terminal import STYLES, text_of
from regelwerk.rulebook.history import Rulebook
from regelwerk.workspace import find_workspace

PROJECT = Path(__file__).parents[1]
PICTURES = PROJECT / "docs" / "pictures"
REASONS = """§ 4 Absatz 1: Die Vertretung soll auf mehreren Schultern liegen.
§ 5 Absatz 2: Wer einlädt, war bisher nicht geregelt.
§ 6a: Wer weit weg wohnt, soll teilnehmen können.
"""
PAGES = (
    ("start", "index.html"),
    ("rulebook", "geschaeftsordnung/index.html"),
    ("synopsis", "geschaeftsordnung/fassung-2024-01-01-2-synopse.html"),
    ("section", "geschaeftsordnung/par-5.html"),
)
WINDOWS = ((360, 860), (1280, 860))
"""How many dots the windows are wide and high in which the website is shown: a phone, a desk."""
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
RESOLUTION = 80
"""Dots per inch of a picture of a page."""
COLOURS = 48
MARGIN = 24
"""Dots that are left white around a page."""


def main() -> None:
    """Make all pictures anew."""
    for program, package in (("pdftoppm", "poppler-utils"), ("chromium", "chromium")):
        if shutil.which(program) is None:
            sys.exit(f"{program} is missing: install {package}.")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        rulebook = _workspace(Path(folder))
        for name, options, page in (
            ("lesefassung", "", 1),
            ("aenderungen", "--as redline", 1),
            ("synopse", "--as synopsis --reasons reasons.txt", 3),
        ):
            _regelwerk(Path(folder), f"export {options} -o {name}.pdf")
            _page(Path(folder) / f"{name}.pdf", page, PICTURES / f"{name}.png")
        _website(Path(folder))
        old, new = rulebook.versions[-2:]
        change = shortened(change_between(rulebook, View.REDLINE, old, new, new.in_force))
    _terminal("regelwerk compare --only-changed", change, 80, PICTURES / "terminal-80.svg")
    _terminal("regelwerk compare --only-changed", change, 140, PICTURES / "terminal-140.svg")


def _workspace(folder: Path) -> Rulebook:
    """A workspace with the sample."""
    (folder / "reasons.txt").write_text(REASONS, encoding="utf-8")
    _regelwerk(folder, "init . --example")
    stored = find_workspace(folder).load("geschaeftsordnung")
    return Rulebook(stored.register, stored.text)


def _regelwerk(folder: Path, command: str) -> None:
    program = Path(sys.executable).with_name("regelwerk")
    environment = os.environ | {"REGELWERK_LANG": "de", "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run([program, *command.split()], cwd=folder, env=environment, check=True, capture_output=True)


def _page(pdf: Path, number: int, picture: Path) -> None:
    """One page as a small picture, without most of its margins."""
    which = ("-f", str(number), "-l", str(number), "-r", str(RESOLUTION))
    made = subprocess.run(["pdftoppm", "-png", *which, pdf], check=True, capture_output=True)
    page = Image.open(io.BytesIO(made.stdout)).convert("RGB")
    inked = page.convert("L").point(lambda shade: 255 if shade < 250 else 0).getbbox() or (0, 0, *page.size)
    left, top, right, bottom = inked
    ends = min(page.width, right + MARGIN), min(page.height, bottom + MARGIN)
    cut = (max(0, left - MARGIN), max(0, top - MARGIN), *ends)
    _save(page.crop(cut), picture)


def _website(folder: Path) -> None:
    """Pages of the website of the sample, in a narrow and in a wide window."""
    _regelwerk(folder, "site website --on 2025-06-01")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        for width, height in WINDOWS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            for name, address in PAGES:
                page.goto((folder / "website" / address).as_uri())
                shown = Image.open(io.BytesIO(page.screenshot()))
                _save(shown.convert("RGB"), PICTURES / f"website-{name}-{width}.png")
        browser.close()


def _save(picture: Image.Image, file: Path) -> None:
    """As a small file: few colours are enough for text."""
    picture.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=3).save(file, optimize=True)


def _terminal(command: str, change: Publication, columns: int, picture: Path) -> None:
    """What the command prints on a terminal of so many columns, as a picture that needs nothing from elsewhere."""
    console = Console(record=True, width=columns, file=io.StringIO(), color_system="truecolor", force_terminal=True)
    parts = redline(change.blocks, columns) if columns < 100 else side_by_side(change.blocks, columns)
    shown = (*fitted(above(change), columns), *parts)
    styled = [(part, "") if isinstance(part, str) else (text_of(part), STYLES[part[1]]) for part in shown]
    console.print(Text.assemble((f"$ {command}\n", "bold"), *styled), end="", soft_wrap=True)
    drawn = re.sub(r"@font-face \{.*?\}", "", console.export_svg(title="regelwerk"), flags=re.DOTALL)
    drawn = re.sub(r"terminal-[0-9]+-", f"terminal-{columns}-", drawn).replace("Fira Code", "DejaVu Sans Mono")
    picture.write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
