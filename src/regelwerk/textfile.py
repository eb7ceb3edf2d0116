"""A file or standard input in; its text as a `Source` out, with what had to be noticed on the way.

Bytes become characters here and nowhere else. White space, line ends, composed letters (NFC) and soft hyphens are made
uniform; whatever could hide another text is refused.
"""

from __future__ import annotations

import codecs
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from .characters import CONTROL, DIRECTION, INVISIBLE, lookalikes, name
from .diagnostics import Diagnostic, NotUnderstood, RegelwerkError, Source
from .messages import _

LIMIT = 20_000_000
"""Longest file in bytes: ten times the longest law of the country."""

STANDARD_INPUT = "-"

_OTHER_KINDS = (  # how files begin that people take for texts; small letters count as capitals
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "DOCX/ODT/ZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"{\\RTF", "RTF"),
    (b"<?XML", "XML"),
    (b"<!DOCTYPE", "HTML"),
    (b"<HTML", "HTML"),
)
_ENCODINGS = {"utf-8-sig": "UTF-8", "cp1252": "Windows-1252 (Latin-1)", "utf-16": "UTF-16"}


class Unreadable(RegelwerkError):
    """The file is not there, or the system does not hand it out."""


def read_source(path: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The text of the file at `path` („-“: standard input), and findings about how it was read.

    Raises Unreadable if there is no such file or it cannot be opened, NotUnderstood as `decode` does.
    """
    if path == STANDARD_INPUT:
        return decode(_("standard input"), sys.stdin.buffer.read(LIMIT + 1))
    return decode(path, read_bytes(Path(path), LIMIT + 1))


def read_bytes(path: Path, most: int = -1) -> bytes:
    """The bytes of a file, only so many of them if `most` says so. Raises Unreadable if they are not to be had."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        problem = _("{file}: there is no such file.")
    except (OSError, ValueError):
        folder = path.is_dir()
        problem = _("{file}: this is a folder, not a file.") if folder else _("{file}: the file may not be read.")
    raise Unreadable.of(problem.format(file=path))


def decode(label: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The text of `data`, known to people as `label`: UTF-8, or UTF-16 with its mark, or else Windows-1252 (Latin-1).

    Raises NotUnderstood for what is empty, too long, no text, or holds characters that mislead the eye.
    """
    if len(data) > LIMIT:
        raise too_large(label, LIMIT)
    beginning = data[:100].removeprefix(codecs.BOM_UTF8).lstrip().upper()
    kind = next((kind for start, kind in _OTHER_KINDS if beginning.startswith(start)), None)
    if kind:
        raise _no_text(label, _("This is a {kind} file, not a text file.").format(kind=kind))
    text, encoding = _characters(label, data)
    source = Source(label, _uniform(text))
    if not source.text.strip():
        raise refusal(label, _("The file is empty."))
    misleading = sorted(_misleading(source), key=lambda found: found[0])
    if misleading:
        raise NotUnderstood(*(diagnostic for _place, diagnostic in misleading))
    return _without_soft_hyphens(source), tuple(_findings(source, encoding))


def refusal(label: str, problem: str, hint: str | None = None) -> NotUnderstood:
    """The refusal of a whole file."""
    return NotUnderstood.of(problem, Source(label, "").span(), hint)


def too_large(label: str, limit: int) -> NotUnderstood:
    """The refusal of a file that is longer than so many bytes."""
    problem = _("The file is larger than {limit} MB.").format(limit=limit // 1_000_000)
    return refusal(label, problem, _("Rules and amending acts are far shorter; is this the right file?"))


def _no_text(label: str, problem: str) -> NotUnderstood:
    return refusal(
        label, problem, _("import and apply read PDF and DOCX: save it as one of these, or as plain text (UTF-8).")
    )


def _characters(label: str, data: bytes) -> tuple[str, str]:
    """The characters of `data`, and the encoding they were read from."""
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text or len(CONTROL.findall(text)) * 10 > len(text):
            break
        return text, encoding
    raise _no_text(label, _("This is not a text file."))


def _uniform(text: str) -> str:
    """Line ends as „\\n“, other white space as the plain space (tabs stay), letters composed with their marks."""
    text = re.sub(r"\r\n|[\r\x85\u2028\u2029]", "\n", text)
    text = re.sub(r"(?m)^\f", "", text)
    text = re.sub(r"[\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", " ", text)
    return unicodedata.normalize("NFC", text)


def _misleading(source: Source) -> Iterator[tuple[int, Diagnostic]]:
    """What misleads the eye: one diagnostic for each such character, with its first place."""
    for pattern, problem in (
        (CONTROL, _("Control character {name}{times}.")),
        (DIRECTION, _("{name} turns the direction of writing{times}.")),
        (INVISIBLE, _("Invisible character {name}{times}.")),
    ):
        for char in set(pattern.findall(source.text)):
            place = source.text.index(char)
            message = problem.format(name=name(char), times=_times(source.text.count(char)))
            hint = _("Delete it: a text must be stored as it reads.")
            yield place, Diagnostic(message, source.span(place, place + 1), hint)
    for place, latin in lookalikes(source.text):
        message = _("{name} only looks like „{latin}“.").format(name=name(source.text[place]), latin=latin)
        hint = _("Type the Latin letter „{latin}“ instead.").format(latin=latin)
        yield place, Diagnostic(message, source.span(place, place + 1), hint)


def _times(count: int) -> str:
    return "" if count == 1 else _(" ({count} times, first here)").format(count=count)


def _findings(source: Source, encoding: str) -> Iterator[Diagnostic]:
    """What was read in a way that a person should look at."""
    if encoding != "utf-8-sig":
        first = next((place for place, char in enumerate(source.text) if char > "\x7f"), 0)
        message = _("The file is not UTF-8; it was read as {encoding}.").format(encoding=_ENCODINGS[encoding])
        hint = _("If this letter is right, save the file as UTF-8; if not, in which program was it written?")
        yield Diagnostic(message, source.span(first, first + 1), hint)
    for char, message in (
        ("\u00ad", _("Soft hyphens are no part of a text and were left out{times}.")),
        ("\ufffd", _("A character was lost before the text came here{times}.")),
    ):
        place = source.text.find(char)
        if place >= 0:
            times = _times(source.text.count(char))
            yield Diagnostic(message.format(times=times), source.span(place, place + 1))


def _without_soft_hyphens(source: Source) -> Source:
    """A soft hyphen is where a word may break, no part of it; at the end of a line it is the hyphen printed there."""
    return Source(source.name, re.sub("\u00ad(?=[ \t]*\n)", "-", source.text).replace("\u00ad", ""))
