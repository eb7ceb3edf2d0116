"""`regelwerk site`: the rulebooks of the workspace in; a website in a folder out, or shown on this machine."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..faults import reason
from ..messages import _
from ..output.choices import Format
from ..output.terminal import write_diagnostics
from .exits import DIFFERENT, DONE
from .options import day
from .workplace import Misused, none_here, now, say, workspace

if TYPE_CHECKING:
    from http.server import HTTPServer

    from ..website.building import Built, Plan
    from ..website.settings import Settings
    from ..workspace import Workspace


def run(
    out: Annotated[
        Path | None,
        typer.Argument(metavar=_("FOLDER"), help=_("Where the website is written; new, empty, or its own.")),
    ] = None,
    on: Annotated[date | None, day(_("The day that counts as today."), "--on")] = None,
    text_only: Annotated[
        bool, typer.Option("--text-only", help=_("Each version as text beside its page, no PDF, DOCX, XML and JSON."))
    ] = False,
    serve: Annotated[bool, typer.Option("--serve", help=_("Show it in the browser of this machine."))] = False,
    port: Annotated[int, typer.Option("--port", parser=_port, metavar=_("N"), help=_("The port for --serve."))] = 8000,
) -> int:
    """Write what changed since the last time. What is wrong with one rulebook does not keep the others away."""
    if out is None and not serve:
        raise typer.BadParameter(_("Name the folder to write into, or --serve."))
    place = workspace()
    if not place.ids:
        raise none_here()
    from tempfile import TemporaryDirectory

    with (
        TemporaryDirectory() if out is None else nullcontext(out) as folder,
        _server(Path(folder), port) if serve else nullcontext() as server,
    ):
        code = _build(place, Path(folder), on, text_only=text_only)
        if server:
            say(_("The website is at {address} – Ctrl+C ends it.").format(address=f"http://localhost:{port}/"))
            server.serve_forever()
    return code


def _port(text: str | int) -> int:
    """The port that the option gives. Raises Misused if there can be none of this number."""
    if re.fullmatch("[0-9]{1,5}", str(text)) and 0 < int(text) < 65536:
        return int(text)
    raise Misused.of(_("„{text}“ is no port.").format(text=text), hint=_("It is a number from 1 to 65535."))


def _build(place: Workspace, out: Path, on: date | None, *, text_only: bool) -> int:
    from ..website.building import Plan, build
    from ..website.textpages import FORMS

    forms = (Format.TXT,) if text_only else tuple(FORMS)
    plan = Plan(place.root, out.absolute(), on or now().date(), _settings(place), forms)
    with _progress() as progress:
        built = build(plan, progress, os.cpu_count() or 1)
    return _told(plan, built, out)


def _told(plan: Plan, built: Built, out: Path) -> int:
    message = _("{out}: {rulebooks} rulebooks, {files} files, {written} of them written now, {removed} removed.")
    counts = {"rulebooks": built.rulebooks, "files": built.files, "written": built.written, "removed": built.removed}
    say(message.format(out=out, **counts))
    for id, diagnostics in built.failed.items():
        say(_("„{id}“ could not be shown as it is now:").format(id=id))
        write_diagnostics(sys.stderr, diagnostics)
    return DIFFERENT if built.failed else DONE


def _settings(place: Workspace) -> Settings:
    """What `site.toml` says, if there is one, and what is odd about the file. Raises what reading it raises."""
    from ..textfile import decode, read_bytes
    from ..website.settings import FILE, Settings, read_settings

    path = place.root / FILE
    if not path.exists():
        return Settings()
    source, findings = decode(FILE, read_bytes(path))
    write_diagnostics(sys.stderr, findings)
    return read_settings(source)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar, where a person looks at a terminal."""
    if not sys.stderr.isatty():
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(_("Building the website"), total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


def _server(out: Path, port: int) -> HTTPServer:
    """Shows the folder, once it is told to. Raises Misused if the port is taken."""
    from functools import partial
    from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_said: object) -> None:
            """Nobody needs to read which files the browser asked for."""

    try:
        return ThreadingHTTPServer(("127.0.0.1", port), partial(Quiet, directory=str(out)))
    except OSError as error:
        message = _("Port {port} cannot be used: {reason}.").format(port=port, reason=reason(error))
        raise Misused.of(message, hint=_("Choose another one with --port.")) from error
