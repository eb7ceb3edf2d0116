"""The environment in, the language of the messages out."""

from __future__ import annotations

import sys
from collections.abc import Mapping

VARIABLES = ("REGELWERK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""In this order; the first that is set counts, as POSIX has it for the last three."""


def language_of(environment: Mapping[str, str]) -> str:
    """The ISO 639 code in the first variable that is set: "de" for „de_AT.UTF-8“, "en" if it says „C“.

    Where none is set, the language of Windows, "en" on other systems.
    """
    value = next((environment[name] for name in VARIABLES if environment.get(name)), "") or _of_windows()
    code = value.split(".")[0].split("_")[0].split("@")[0].lower()
    return "en" if code in ("c", "posix") else code


def _of_windows() -> str:
    """The language in which Windows speaks to its user, „C“ if this is not Windows."""
    if sys.platform != "win32":
        return "C"
    import ctypes
    from locale import windows_locale

    return windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "C")
