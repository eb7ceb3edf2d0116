"""The environment in, the language of the messages out."""

from __future__ import annotations

from collections.abc import Mapping

VARIABLES = ("REGELWERK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""In this order; the first that is set counts, as POSIX has it for the last three."""


def language_of(environment: Mapping[str, str]) -> str:
    """The ISO 639 code in the first variable that is set: "de" for „de_AT.UTF-8“, "en" if none is or it says „C“."""
    value = next((environment[name] for name in VARIABLES if environment.get(name)), "C")
    code = value.split(".")[0].split("_")[0].split("@")[0].lower()
    return "en" if code in ("c", "posix") else code
