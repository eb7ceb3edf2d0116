"""Bytes as they come from offices: read, read with a finding, or refused with a place and a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from regelwerk.diagnostics import NotUnderstood
from regelwerk.textfile import LIMIT, Unreadable, decode, read_source


def text_of(data: bytes) -> str:
    source, findings = decode("regel.txt", data)
    assert findings == ()
    return source.text


def refusal(data: bytes) -> str:
    with pytest.raises(NotUnderstood) as error:
        decode("regel.txt", data)
    return str(error.value)


def test_utf_8_with_and_without_its_mark():
    assert text_of("§ 1 Über".encode()) == "§ 1 Über"
    assert text_of("§ 1 Über".encode("utf-8-sig")) == "§ 1 Über"


def test_line_ends_and_spaces_become_plain():
    assert (
        text_of("§\u00a01\r\nRat\r10\u202f000\u2028Ende\n\fSeite 2\n".encode()) == "§ 1\nRat\n10 000\nEnde\nSeite 2\n"
    )


def test_letters_are_composed_and_never_replaced_by_similar_ones():
    assert text_of("U\u0308ber m² ﬁnden ½".encode()) == "Über m² ﬁnden ½"


def test_words_of_other_scripts_and_units_are_left_alone():
    assert text_of("10 μg, αβγ, Привет".encode()) == "10 μg, αβγ, Привет"


def test_soft_hyphens_are_left_out_and_reported():
    source, findings = decode("regel.txt", "Vor\u00adstand und Ge\u00adschäfts\u00ad\nstelle".encode())
    assert source.text == "Vorstand und Geschäfts-\nstelle"
    assert [finding.message for finding in findings] == [
        "Soft hyphens are no part of a text and were left out (3 times, first here)."
    ]


def test_latin_1_is_read_and_reported():
    source, findings = decode("regel.txt", "Der Rat führt „§ 1“.".encode("cp1252"))
    assert source.text == "Der Rat führt „§ 1“."
    assert [str(finding) for finding in findings] == [
        """\
regel.txt:1:10: The file is not UTF-8; it was read as Windows-1252 (Latin-1).
  |
1 | Der Rat führt „§ 1“.
  |          ^
  = hint: If this letter is right, save the file as UTF-8; if not, in which program was it written?"""
    ]


def test_utf_16_is_read_and_reported():
    source, findings = decode("regel.txt", "§ 1 Rat".encode("utf-16"))
    assert source.text == "§ 1 Rat"
    assert [finding.message for finding in findings] == ["The file is not UTF-8; it was read as UTF-16."]


def test_a_lost_character_is_reported():
    _source, findings = decode("regel.txt", "Der Rat f\ufffdhrt.".encode())
    assert [finding.message for finding in findings] == ["A character was lost before the text came here."]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes):
    assert refusal(data) == "regel.txt: The file is empty."


ADVICE = "  = hint: import and apply read PDF and DOCX: save it as one of these, or as plain text (UTF-8)."


@pytest.mark.parametrize("data", [b"a\x00b" * 20, bytes(range(256)), b"\x81\x8d\x8f"])
def test_a_binary_file_is_refused(data: bytes):
    assert refusal(data) == (f"regel.txt: This is not a text file.\n{ADVICE}")


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04", "DOCX/ODT/ZIP"),
        (b"{\\rtf1", "RTF"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><book/>', "XML"),
        (b"<!doctype html>", "HTML"),
        (b"\n<html lang=de>", "HTML"),
    ],
)
def test_files_of_other_programs_are_named(start: bytes, kind: str):
    assert refusal(start + b"\x00\x01") == (f"regel.txt: This is a {kind} file, not a text file.\n{ADVICE}")


def test_too_long_a_file_is_refused():
    assert refusal(b"x" * (LIMIT + 1)) == (
        "regel.txt: The file is larger than 20 MB.\n"
        "  = hint: Rules and amending acts are far shorter; is this the right file?"
    )


def test_a_file_of_100_megabytes_is_refused_without_being_read(tmp_path: Path):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(NotUnderstood, match="larger than 20 MB"):
        read_source(str(huge))


def test_control_characters_are_refused_once_for_each_kind():
    assert (
        refusal("Der Rat\x1b[31m tagt.\nEr\x1b lädt ein.".encode())
        == """\
regel.txt:1:8: Control character U+001B (2 times, first here).
  |
1 | Der Rat␛[31m tagt.
  |        ^
  = hint: Delete it: a text must be stored as it reads."""
    )


def test_characters_that_turn_the_direction_are_refused():
    assert (
        refusal("§ 1 Rat\u202e hcuA".encode())
        == """\
regel.txt:1:8: U+202E RIGHT-TO-LEFT OVERRIDE turns the direction of writing.
  |
1 | § 1 Rat� hcuA
  |        ^
  = hint: Delete it: a text must be stored as it reads."""
    )


def test_invisible_characters_are_refused():
    assert (
        refusal("§ 1 Rat\nDer Vor\u200bstand tagt.".encode())
        == """\
regel.txt:2:8: Invisible character U+200B ZERO WIDTH SPACE.
  |
2 | Der Vor�stand tagt.
  |        ^
  = hint: Delete it: a text must be stored as it reads."""
    )


def test_letters_that_only_look_latin_are_refused():
    assert (
        refusal("§ 1 R\u0430t".encode())
        == """\
regel.txt:1:6: U+0430 CYRILLIC SMALL LETTER A only looks like „a“.
  |
1 | § 1 R\u0430t
  |      ^
  = hint: Type the Latin letter „a“ instead."""
    )


def test_all_refusals_come_in_the_order_of_the_text():
    assert [
        line for line in refusal("R\u0430t\u200b\x07 tagt hier".encode()).splitlines() if line.startswith("regel.txt")
    ] == [
        "regel.txt:1:2: U+0430 CYRILLIC SMALL LETTER A only looks like „a“.",
        "regel.txt:1:4: Invisible character U+200B ZERO WIDTH SPACE.",
        "regel.txt:1:5: Control character U+0007.",
    ]


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path: Path):
    for path, message in (
        (tmp_path / "fehlt.txt", "there is no such file."),
        (tmp_path, "this is a folder, not a file."),
        (tmp_path / "fehlt.txt\0", "the file may not be read."),
    ):
        with pytest.raises(Unreadable) as error:
            read_source(str(path))
        assert str(error.value) == f"{path}: {message}".replace("\0", "\u2400")
