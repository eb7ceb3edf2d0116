"""The formats in which a publication is written: a name and a publication in, bytes out.

A new format is a module with a function `render`, a member of `Format` and a line here.
"""

from __future__ import annotations

from importlib import import_module

from ..diagnostics import RegelwerkError
from ..messages import _
from .choices import Format
from .publication import Publication

MODULES = {
    Format.HTML: "html",
    Format.PDF: "pdf",
    Format.DOCX: "docx",
    Format.XML: "legaldocml",
    Format.JSON: "data",
    Format.TXT: "plaintext",
}


def render(publication: Publication, format_: Format) -> bytes:
    """The publication as a file. Only the format that is asked for is loaded.

    Raises DoesNotApply if the format cannot hold the text: a character that no font has, for example. Raises
    RegelwerkError if a package is not installed that writes the format.
    """
    try:
        module = import_module(f".{MODULES[format_]}", __package__)
        content: bytes = module.render(publication)
    except ModuleNotFoundError as error:
        message = _("Files as {form} need the package „{part}“, which is not installed.")
        hint = _("Install it: python -m pip install {part}").format(part=error.name)
        raise RegelwerkError.of(message.format(form=format_.value, part=error.name), hint=hint) from error
    return content
