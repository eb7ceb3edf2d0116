"""Typer's own words in the language in use: its English text in, ours out.

Typer prints them fixed in English; a help page or an error is translated when it is finished. Every pattern is held
against Typer's output by a test.
"""

from __future__ import annotations

import re
import sys
from typing import Any

from typer import TyperException
from typer.core import TyperCommand, TyperGroup

from ..diagnostics import wrapped
from ..messages import _
from ..output.terminal import width_of


def _words() -> tuple[tuple[str, str], ...]:
    """What Typer says, as a pattern, and what we say instead."""
    return (
        (r"^Usage:", _("Usage:")),
        (r"^Arguments:$", _("Arguments:")),
        (r"^Options:$", _("Options:")),
        (r"^Commands:$", _("Commands:")),
        (r"\[OPTIONS\]", _("[OPTIONS]")),
        (r"COMMAND \[ARGS\]\.\.\.", _("COMMAND [ARGUMENTS]...")),
        (r"Show this message and exit\.$", _("Show this message and exit.")),
        (r"\[required\]$", _("[required]")),
        (r"\[default: (?P<value>.+)\]$", _("[default: {value}]")),
        (
            r"^Invalid value for '(?P<name>.+?)': '(?P<value>.+)' is not one of ",
            _("{name} cannot be {value}. It is one of: "),
        ),
        (r"^Missing argument '(?P<name>.+?)(?:\.{3})?'\.", _("Argument {name} is missing.")),
        (r"^Missing option '(?P<name>.+?)'\.", _("Option {name} is missing.")),
        (r"^Missing command\.", _("A command is missing.")),
        (r"^No such command '(?P<name>.+?)'\.?", _("There is no command {name}.")),
        (r" Did you mean (?P<names>.+)\?$", _(" Did you mean {names}?")),
        (r"^No such option: (?P<name>\S+)", _("There is no option {name}.")),
        (r" \(Possible options: (?P<names>.+)\)$", _(" Did you mean {names}?")),
        (r"^Got unexpected extra argument\(s\) \((?P<names>.+)\)", _("Too many arguments: {names}")),
        (r"^Option '(?P<name>.+)' requires an argument\.", _("Option {name} needs a value.")),
        (r"^Option '(?P<name>.+)' does not take a value\.", _("Option {name} takes no value.")),
    )


def translated(text: str) -> str:
    """A finished text of Typer's in the language in use, without the names of Python's types."""
    text = re.sub(r" <[a-z\[\]]+>", lambda found: " " * len(found[0]), text)
    text = re.sub(r"\{(\w+(?:\.{3})?)\}", r"\1", text)
    for pattern, ours in _words():
        text = re.sub(pattern, lambda found, ours=ours: ours.format(**found.groupdict()), text, flags=re.MULTILINE)  # type: ignore[misc]
    return text


def usage_error(error: TyperException) -> str:
    """What was wrong with the arguments, below the usage of the command it was given to."""
    context = getattr(error, "ctx", None)
    message = "\n".join(wrapped(translated(error.format_message()), width_of(sys.stderr), "  ")) + "\n"
    if context is None or message.startswith(_("Usage:")):
        return message
    advice = _("'{command} --help' says more.").format(command=context.command_path)
    return f"{translated(context.get_usage())}\n{message}{advice}\n"


class Command(TyperCommand):
    """A command whose help speaks the language in use, and stands in the list of commands unabridged."""

    def get_short_help_str(self, limit: int = 0) -> str:
        return self.help or ""

    def get_help(self, ctx: Any) -> str:
        return translated(super().get_help(ctx))


class Group(TyperGroup):
    """The group of all commands; its help speaks the language in use."""

    def get_help(self, ctx: Any) -> str:
        return translated(super().get_help(ctx))
