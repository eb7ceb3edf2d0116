"""The text of `site.toml` in; who publishes a site, at which address and in which colour, out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..diagnostics import Source
from ..messages import _
from ..toml import TableReader, parse_toml

FILE = "site.toml"
"""Lies beside the marker of the workspace."""

_PATTERNS = dict.fromkeys(("body", "contact", "imprint", "address", "accent", "accent_dark"), re.compile(r"(?s).*"))
_ADDRESS = re.compile(r"(?:https?://[^\s\"'<>]+/)?")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
PAPERS = {"accent": "#ffffff", "accent_dark": "#16181b"}
"""What each colour stands on."""
CONTRAST = 4.5
"""The least ratio between the colour of a text and what it stands on: WCAG 2.1, 1.4.3."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`title` of the site and `body` that publishes it; `contact` and `imprint` as people read them, line by line.

    `address`: where the site is to be found, with a slash at its end. `accent` and `accent_dark`: the colour of links.
    """

    title: str = "Regelwerke"
    body: str = ""
    contact: str = ""
    imprint: str = ""
    address: str = ""
    accent: str = "#0b4a8f"
    accent_dark: str = "#9cc7ff"


def read_settings(source: Source) -> Settings:
    """The settings. Raises NotUnderstood for keys and values that cannot be, and for colours too pale to be read."""
    reader = TableReader(source, _PATTERNS)
    settings = reader.record(Settings, parse_toml(source), ())
    if settings is not None:
        _check(settings, reader)
    reader.finish()
    assert settings is not None
    return settings


def _check(settings: Settings, reader: TableReader) -> None:
    """Complain about an address that is none, and about colours that are none or can hardly be read."""
    malformed = _("„{key}“ has not the form of such a value.")
    if not _ADDRESS.fullmatch(settings.address):
        hint = _("Write it in full, with a slash at its end: „https://regeln.example.org/“.")
        reader.complain(("address",), malformed.format(key="address"), hint)
    for key, paper in PAPERS.items():
        colour = getattr(settings, key)
        if not _COLOUR.fullmatch(colour):
            hint = _("Write a colour as # and six signs from 0 to 9 and a to f: „#7a1f3d“.")
            reader.complain((key,), malformed.format(key=key), hint)
        elif (ratio := contrast(colour, paper)) < CONTRAST:
            message = _("„{key}“ can hardly be read on {paper}: the contrast is {ratio:.1f}, and must be {least}.")
            hint = _("Take a darker colour for „accent“, a lighter one for „accent_dark“.")
            reader.complain((key,), message.format(key=key, paper=paper, ratio=ratio, least=CONTRAST), hint)


def contrast(colour: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.1 computes it, from 1 to 21."""
    light, dark = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
