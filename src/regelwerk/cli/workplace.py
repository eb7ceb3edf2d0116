"""What all commands on a workspace share: finding it, today's date, asking, recording. Clock and disk come in here."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..characters import visible
from ..diagnostics import RegelwerkError
from ..messages import _
from ..output.terminal import write_diagnostics
from .asking import confirmed, somebody_there
from .exits import DONE, exit_code
from .paging import write_fitted

if TYPE_CHECKING:
    from ..archive import Archive
    from ..rulebook.registration import Proposal
    from ..workspace import Stored, Workspace


class Misused(RegelwerkError):
    """What was asked for cannot be meant."""


def workspace() -> Workspace:
    """The workspace that the current folder is in. Raises NotHere if there is none."""
    from ..workspace import find_workspace

    return find_workspace(Path.cwd())


def chosen_id(place: Workspace, id: str | None) -> str:
    """The rulebook that is meant: the only one, if none is named. Raises Misused if there are none or several."""
    if id is not None:
        return id
    if len(place.ids) == 1:
        return place.ids[0]
    if not place.ids:
        raise none_here()
    message = _("There are several rulebooks here.")
    raise Misused.of(message, hint=_("Name the one you mean: {ids}.").format(ids=", ".join(place.ids)))


def none_here() -> Misused:
    """The refusal where a workspace has no rulebook yet."""
    return Misused.of(_("There is no rulebook here."), hint=_("„regelwerk import FILE --id ID“ records one."))


def now() -> datetime:
    """This moment at the place of the office, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def day_of(text: str) -> date:
    """The day that an option gives: „2024-01-31“ or „31.01.2024“. Raises Misused if it is none."""
    german = re.fullmatch(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})", text.strip())
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text.strip())
    if german:
        day, month, year = german.groups()
    elif iso:
        year, month, day = iso.groups()
    else:
        message = _("„{text}“ is no day.").format(text=text)
        raise Misused.of(message, hint=_("Write it as 2024-01-31 or 31.01.2024."))
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise Misused.of(_("There is no day „{text}“ in the calendar.").format(text=text)) from None


def number_of(text: str) -> str:
    """The number of an amendment that an option gives, "" if it gives none. Raises Misused for anything else."""
    from ..rulebook.register import NUMBER

    if not text or NUMBER.fullmatch(text):
        return text
    message = _("„{text}“ is no number of an amendment.").format(text=text)
    raise Misused.of(message, hint=_("Write it as 2 or 2a."))


def original(file: Path) -> tuple[str, bytes]:
    """A document as it is to be kept: the ending of its name, and its bytes. Raises Unreadable."""
    from ..textfile import read_bytes

    ending = file.suffix.lower()
    return ending if re.fullmatch(r"\.[a-z0-9]{1,8}", ending) else ".bin", read_bytes(file)


def busy(doing: str) -> AbstractContextManager[object]:
    """While this is held, a person at a terminal sees that work goes on."""
    if not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console
    from rich.text import Text

    return Console(stderr=True).status(Text(visible(doing)))


def _agreed(question: str, *, yes: bool) -> bool:
    """Whether the person at the terminal, or the option, agrees. A no is answered by saying that nothing was recorded.

    Raises Misused if nobody can be asked.
    """
    if yes:
        return True
    if not somebody_there():
        message = _("Nothing was recorded, for nobody could be asked.")
        raise Misused.of(message, hint=_("--yes agrees beforehand."))
    agreed = False
    try:
        agreed = confirmed(question)
    finally:  # also after Ctrl-C
        if not agreed:
            say(_("Nothing was recorded."))
    return agreed


def record_if_agreed(
    place: Workspace, before: Stored, proposal: Proposal, question: str, done: str, *, yes: bool
) -> None:
    """The proposal recorded after a yes to the question, and `done` said.

    Raises Misused if nobody can be asked, and what `record` raises.
    """
    if _agreed(question, yes=yes):
        record(place, before, proposal)
        say(done)


def record(place: Workspace, before: Stored, proposal: Proposal) -> Stored:
    """The proposal on the disk, and in git if there is one. Raises ArchiveError if git does not trust the folder."""
    from ..archive import open_archive
    from ..workspace.recording import add, writing

    archive = open_archive(place.root)
    with writing(place, before):
        if before.register.entries:
            _keep(archive, before)
        after = add(place, before, proposal.entry, proposal.files, proposal.text)
        _keep(archive, after)
    return after


def _keep(archive: Archive | None, stored: Stored) -> None:
    """The last step of the rulebook in git, if it is not there yet. What git refuses is said, and hinders nothing."""
    from ..archive import ArchiveError
    from ..workspace.steps import commit_of

    commit = commit_of(stored)
    try:
        if archive is not None and commit.tag not in archive.tags(stored.register.id):
            archive.commit(commit)
    except ArchiveError as error:
        say(_("The step is recorded, but git did not take it; it will be tried again with the next one."))
        write_diagnostics(sys.stderr, error.diagnostics)


def say(*lines: str) -> None:
    """Tell the person something that is no data."""
    write_fitted(sys.stderr, *(f"{line}\n" for line in lines))


def on_each(ids: Iterable[str], work: Callable[[str], None]) -> int:
    """`work` done on each; what is wrong with one of them is said, and hinders none of the others. The exit code."""
    code = DONE
    for id in ids:
        try:
            work(id)
        except RegelwerkError as error:
            write_diagnostics(sys.stderr, error.diagnostics)
            code = max(code, exit_code(error))
    return code
