"""Options that commands share or that need many words: how they are called, what they take, what the help says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from ..messages import _
from .workplace import day_of, number_of


def day(help: str, *names: str) -> Any:
    """An option that takes a day."""
    return typer.Option(*names, parser=day_of, metavar=_("DAY"), help=help)


def number(help: str, *names: str) -> Any:
    """An option that takes the number of an amendment."""
    return typer.Option(*names, parser=number_of, metavar=_("N"), help=help)


Adopted = Annotated[date | None, day(_("When the body adopted it."))]
Promulgated = Annotated[date | None, day(_("When it was made public."))]
Yes = Annotated[bool, typer.Option("--yes", "-y", help=_("Record without asking."))]

# of `apply`
ActFile = Annotated[Path, typer.Argument(metavar=_("ACT"), help=_("The act: PDF, DOCX, Markdown or plain text."))]
Meant = Annotated[str | None, typer.Option(metavar=_("ID"), help=_("The rulebook; else the one that the act names."))]
ActNumber = Annotated[str, number(_("Its number, if it does not say it."))]
ActTitle = Annotated[str, typer.Option(metavar=_("TITLE"), help=_("Its title, if it does not say it."))]
InForce = Annotated[date | None, day(_("The first day on which it counts."))]
Until = Annotated[date | None, day(_("The last day on which it counts."))]
Points = Annotated[
    list[str] | None,
    typer.Option(metavar=_("POINT=DAY"), help=_("A point with another first day: „3 b=2024-01-31“.")),
]
Article = Annotated[str, typer.Option(metavar=_("N"), help=_("Which article of an act for several texts."))]
Corrects = Annotated[str, number(_("It is a correction of amendment N."))]
Decisions = Annotated[
    Path | None, typer.Option(metavar=_("FILE"), help=_("Decisions on what does not fit; written if not there."))
]
Order = Annotated[
    Literal["in-force", "adoption"] | None,
    typer.Option(metavar="in-force|adoption", help=_("Which order holds, where that matters.")),
]
Overruled = Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Why it is right in spite of objections."))]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Only look; record nothing."))]
AsJson = Annotated[bool, typer.Option("--json", help=_("What the act does as JSON."))]

# of `import`
TextFile = Annotated[Path, typer.Argument(metavar=_("FILE"), help=_("The text: PDF, DOCX, XML, Markdown or plain."))]
Named = Annotated[str | None, typer.Option(metavar=_("ID"), help=_("How the rulebook is called in this workspace."))]
TextInForce = Annotated[
    date | None, day(_("The first day on which it counts; else as the text says, or that of adoption."), "--in-force")
]
Body = Annotated[str, typer.Option(metavar=_("NAME"), help=_("Who adopted it."))]
TextTitle = Annotated[str, typer.Option(metavar=_("TITLE"), help=_("Its title, if not the first line."))]
AsVersion = Annotated[str | None, number(_("It is the full text published after amendment N."))]
Recast = Annotated[bool, typer.Option("--recast", help=_("The body adopted it as a whole (Neufassung)."))]
ReplaceBase = Annotated[
    bool, typer.Option("--replace-base", help=_("The base text was recorded wrongly; this is how it really reads."))
]
Original = Annotated[
    Path | None, typer.Option(metavar=_("FILE"), help=_("The document that FILE is the corrected text of; kept."))
]
Why = Annotated[str, typer.Option(metavar=_("TEXT"), help=_("Why it is recorded so."))]
ProposalFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar=_("FILE"), help=_("Write the proposed text here instead."))
]
