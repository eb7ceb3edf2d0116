"""The kinds of commands and the names of their arguments in, words for people in the language in use out."""

from __future__ import annotations

from ..commands import Command, InsertUnits, Words
from ..messages import _


def kind_of(command: Command) -> str:
    """What the command does, in two or three words."""
    if isinstance(command, InsertUnits) and command.before:
        return _("insert before")
    return {
        "replace-words": _("replace words"),
        "insert-words": _("insert words"),
        "strike-words": _("strike words"),
        "append-words": _("append words"),
        "prepend-words": _("prepend words"),
        "recast": _("recast"),
        "insert-units": _("insert after"),
        "add-units": _("insert into"),
        "append-units": _("append to"),
        "prepend-units": _("prepend to"),
        "repeal": _("repeal"),
        "renumber": _("renumber"),
        "shift": _("shift numbers"),
        "wrap": _("make one unit of"),
        "unwrap": _("take the label from"),
        "expect": _("compare with"),
        "recast-from-annex": _("recast from an annex"),
        "repeal-text": _("repeal the text"),
    }[command.kind]


def deed_of(command: Command) -> str:
    """What the command did, above what became of the text: there is no place behind it that it could lead to."""
    return {
        "insert-units": _("insert"),
        "add-units": _("insert"),
        "append-units": _("append"),
        "prepend-units": _("prepend"),
        "unwrap": _("take the label away"),
    }.get(command.kind) or kind_of(command)


def argument(name: str) -> str:
    """What an argument of a command is called."""
    return {
        "pairs": _("old and new"),
        "each": _("everywhere"),
        "changing": _("as a change"),
        "anchor": _("after the words"),
        "before": _("before the words"),
        "words": _("words"),
        "new": _("new text"),
        "announced": _("announced as"),
        "expected": _("old text"),
        "to": _("becomes"),
        "by": _("by"),
        "onward": _("and all after it"),
        "text": _("text"),
        "after": _("afterwards"),
        "annex": _("annex"),
        "title": _("title"),
    }[name]


def passage(words: Words) -> str:
    """Words that must stand in the text, and which occurrence of them, in the language of the text."""
    more = (
        words.to and f"bis „{words.to}“",
        words.nth and f"({words.nth}. Stelle)",
        words.after and f"nach „{words.after}“",
        words.before and f"vor „{words.before}“",
        words.position.value,
    )
    return " ".join((f"„{words.text}“", *(str(part) for part in more if part)))
