"""A register or one more entry in, the text of its rulebook.toml out. What stands there already stays, comments too."""

from __future__ import annotations

import tomlkit

from .chain import facts, head_facts
from .register import Entry, Register

_FIRST = ("kind", "number", "title", "adopted", "promulgated", "in_force", "until")
_LAST = ("reason", "recorded", "result", "chain", "part")
"""How the keys of an entry are ordered for people: first these, then the others, then those."""

_COMMENT = """\
# The register of this rulebook: its base text and all that happened to it since, in the order of recording.
# regelwerk writes it. Comments may be added; other changes are noticed.

"""


def new_register(register: Register) -> str:
    """The text of a register that has nothing but its base text."""
    return _COMMENT + tomlkit.dumps(head_facts(register)) + "\n" + tomlkit.dumps({"base": _row(register.base)})


def with_entry(text: str, entry: Entry) -> str:
    """The text of a register with one more entry at its end."""
    return text.rstrip("\n") + "\n\n" + tomlkit.dumps({"amendment": [_row(entry)]})


def _row(entry: Entry) -> dict[str, object]:
    said = facts(entry)
    others = (name for name in said if name not in (*_FIRST, *_LAST))
    return {name: said[name] for name in (*_FIRST, *others, *_LAST) if name in said}
