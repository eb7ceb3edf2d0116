"""A rulebook and what was made of it before in; each version in other forms out, made again only if it changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from hashlib import sha256

from ..output.choices import Format
from ..output.formats import render
from ..output.registered import caution, text_of_version
from ..rulebook.history import Rulebook
from ..structure import format_document
from .addresses import Edition
from .book import Book
from .manifest import Part
from .writing import Made


def downloads(book: Book, program: str, before: Part | None, there: AbstractSet[str]) -> Made:
    """All versions as text and in the other forms they are offered in, as far as they are not there already.

    A form is printed as the register was when what bears on the version had been recorded, so that it stays the same
    whatever is recorded of later days. `program`: the seal of this program, which may print it otherwise.

    Raises DoesNotApply where a form cannot hold the text.
    """
    files = {f"{book.id}/{edition.download(Format.TXT.value)}": _text(edition) for edition in book.editions}
    others = [form for form in book.forms if form is not Format.TXT]
    old: Mapping[str, str] = before.prints if before else {}
    prints: dict[str, str] = {}
    kept: list[str] = []
    for edition in book.editions if others else ():
        known = book.rulebook.known_for(edition.version)
        prints[edition.key] = _seal(book, edition, known, program)
        names = {form: edition.download(form.value) for form in others}
        if old.get(edition.key) == prints[edition.key] and there >= {*names.values()}:
            kept += names.values()
        else:
            publication = text_of_version(known, edition.version, book.day)
            files |= {f"{book.id}/{name}": render(publication, form) for form, name in names.items()}
    return Made(files, kept, prints)


def _text(edition: Edition) -> bytes:
    return format_document(edition.version.document).encode()


def _seal(book: Book, edition: Edition, known: Rulebook, program: str) -> str:
    """The seal of all that the forms of a version depend on; the chain seals every text recorded until then."""
    facts = (program, known.register.entries[-1].chain, edition.key, caution(edition.version, book.day))
    return sha256(json.dumps(facts).encode()).hexdigest()
