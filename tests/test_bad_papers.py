"""Papers that cannot be read: said so by `import` and by `apply`, and nothing written."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import intake_documents as documents
import pytest
from pypdf import PdfReader, PdfWriter

from regelwerk.cli import run
from regelwerk.intake import docx_package

BASE = Path(__file__).parents[1] / "documents" / "geschaeftsordnung" / "base.txt"


def locked() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(documents.act_pdf("Ordnung\nDer Rat tagt."))))
    writer.encrypt("geheim", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def bomb() -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * (docx_package.PART + 1))
    return file.getvalue()


PAPERS = {
    "locked.pdf": (
        locked,
        "This PDF is protected by a password.\n"
        "  = hint: Save it without a password in the program that made it, and import that.\n",
    ),
    "scan.pdf": (
        documents.scan_pdf,
        "Page 1 of this PDF is a scan: a picture without text.\n"
        "  = hint: Ask for the original file (DOCX or PDF with text), or have the text recognised (OCR), correct it "
        "letter by letter against the scan, save it as plain text and import that.\n",
    ),
    "bomb.docx": (
        bomb,
        "This DOCX file is far larger unpacked than any rules are.\n"
        "  = hint: Copy its text into a new document, save that, and import it.\n",
    ),
    "picture.pdf": (
        lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "This is not a text file.\n"
        "  = hint: import and apply read PDF and DOCX: save it as one of these, or as plain text (UTF-8).\n",
    ),
    "broken.pdf": (
        lambda: b"%PDF-1.7 nothing",
        "This PDF is damaged.\n  = hint: Open it in a PDF program, print it into a new PDF, and import that.\n",
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_that_cannot_be_read(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make, told = PAPERS[name]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "")
    assert run(["init", "."]) == 0
    assert run(["import", str(BASE), "--id", "ordnung", "--adopted", "2012-03-20", "--yes"]) == 0
    Path(name).write_bytes(make())
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    for command in (["import", name, "--id", "neu", "--adopted", "2012-03-20", "--yes"], ["apply", name, "--yes"]):
        capsys.readouterr()
        assert run(command) == 3
        assert capsys.readouterr() == ("", f"{name}: {told}")
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before
