"""PDF as another reader finds it: poppler reads the words in their order, the attachments, the tags."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import hostile
import pytest
from samples import NEW, OLD, publication, read

from regelwerk.output import data
from regelwerk.output.choices import View
from regelwerk.output.pdf import render
from regelwerk.output.publication import Masthead, consolidated

pytestmark = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler's programs")


def poppler(*command: str | Path) -> str:
    done = subprocess.run(command, check=True, capture_output=True, timeout=60)
    return done.stdout.decode(errors="replace")  # attributes of tags are printed as they are stored, in UTF-16


def test_the_words_stand_in_their_order(tmp_path: Path):
    file = tmp_path / "text.pdf"
    file.write_bytes(render(consolidated(read(NEW), Masthead())))
    words = poppler("pdftotext", file, "-").removesuffix("\f")
    title, text = NEW.split("\n", 1)
    assert hostile.squeezed(words) == hostile.squeezed(f"{title} Nichtamtliche Lesefassung {text} Seite 1 von 1")


def test_what_is_attached_can_be_taken_out(tmp_path: Path):
    file = tmp_path / "text.pdf"
    found = consolidated(read(NEW), Masthead(sources=(("base.txt", OLD),)))
    file.write_bytes(render(found))
    folder = tmp_path / "attached"
    folder.mkdir()
    poppler("pdfdetach", "-saveall", "-o", folder, file)
    assert {taken.name: taken.read_bytes() for taken in folder.iterdir()} == {
        "base.txt": OLD.encode(),
        "version.json": data.render(found),
    }


def test_the_tags_say_what_a_synopsis_is_made_of(tmp_path: Path):
    file = tmp_path / "synopsis.pdf"
    file.write_bytes(render(publication(View.SYNOPSIS)))
    tags = {line.split()[0].rstrip(":") for line in poppler("pdfinfo", "-struct", file).splitlines()}
    assert {"Document", "H1", "Table", "THead", "TBody", "TR", "TH", "TD"} <= tags
