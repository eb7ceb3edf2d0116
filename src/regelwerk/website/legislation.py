"""A rulebook and its versions in; what machines read of them, as schema.org Legislation in JSON-LD, out."""

from __future__ import annotations

import json
from typing import Any

from ..output.choices import Format
from ..rulebook.timeline import Version
from .addresses import TODAY, Edition
from .bands import last_day
from .book import Book
from .frame import canonical

CONTEXT = "https://schema.org"
TYPES = {
    Format.TXT: "text/plain",
    Format.JSON: "application/json",
    Format.XML: "application/xml",
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def identifier(book: Book, edition: Edition | None = None) -> str:
    """An identifier in the manner of ELI: "eli/geschaeftsordnung/2019-06-01-1/deu"."""
    return "/".join(("eli", book.id, *([edition.key] if edition else []), "deu"))


def of_version(book: Book, edition: Edition) -> str:
    """The JSON of the page of one version."""
    version = edition.version
    found = {
        **_legislation(book, version.document.heading, identifier(book, edition)),
        "@id": _address(book, edition.page),
        "legislationDateVersion": version.in_force.isoformat(),
        "legislationLegalForce": _force(book, version),
        "legislationConsolidates": {"@type": "Legislation", "@id": _address(book, TODAY)},
        **_coverage(version),
        "encoding": [_encoding(book, edition, form) for form in book.forms],
    }
    return dumped(found)


def of_rulebook(book: Book) -> str:
    """The JSON of the page of a rulebook: what it is, and all its versions."""
    adopted = book.rulebook.register.base.adopted
    found = {
        **_legislation(book, book.title, identifier(book)),
        "@id": _address(book, TODAY),
        **({"legislationDate": adopted.isoformat()} if adopted else {}),
        "legislationLegalForce": _force(book, book.shown.version),
        "workExample": [
            {
                "@type": "Legislation",
                "@id": _address(book, edition.page),
                "legislationIdentifier": identifier(book, edition),
            }
            for edition in book.editions
        ],
    }
    return dumped(found)


def dumped(value: dict[str, Any]) -> str:
    """JSON that may stand in a page: nothing in it ends the element around it."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _legislation(book: Book, title: str, name: str) -> dict[str, Any]:
    body = book.rulebook.register.body
    passed = {"legislationPassedBy": {"@type": "Organization", "name": body}} if body else {}
    return {
        "@context": CONTEXT,
        "@type": "Legislation",
        "name": title,
        "inLanguage": "de",
        "legislationIdentifier": name,
        **passed,
    }


def _encoding(book: Book, edition: Edition, form: Format) -> dict[str, Any]:
    address = _address(book, edition.download(form.value))
    return {"@type": "LegislationObject", "encodingFormat": TYPES[form], "contentUrl": address}


def _force(book: Book, version: Version) -> str:
    return f"{CONTEXT}/{'InForce' if version.counts_on(book.day) else 'NotInForce'}"


def _coverage(version: Version) -> dict[str, str]:
    """From which to which day the version counts; nothing for one that counts on no day."""
    if version.until == version.in_force:
        return {}
    end = last_day(version.until).isoformat() if version.until else ".."
    return {"temporalCoverage": f"{version.in_force.isoformat()}/{end}"}


def _address(book: Book, page: str) -> str:
    """The address of a page: whole if the settings say where the site is, else as seen from the page itself."""
    return canonical(f"{book.id}/{page}", book.settings) or page
