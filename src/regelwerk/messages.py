"""Messages for people: English in the code, other languages through gettext catalogues.

`_("…")` marks and translates a message; `use_language` is called once by the command line. Inserted values go in by
`str.format` with names, so that translators may reorder them.
"""

from __future__ import annotations

import gettext
from pathlib import Path

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str) -> None:
    """Translate from now on into `language` (an ISO 639 code such as "de"); unknown languages give English."""
    global _catalogue
    folder = Path(__file__).with_name("locale")
    _catalogue = gettext.translation("regelwerk", folder, [language], fallback=True)


def language() -> str:
    """The language in use, as `use_language` takes it: for a child process that speaks to the same person."""
    return _catalogue.info().get("language", "en")


def _(message: str) -> str:
    """The message in the language in use."""
    return _catalogue.gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of the message that fits `count`, with it in the place of {count}."""
    return _catalogue.ngettext(singular, plural, count).replace("{count}", str(count))
