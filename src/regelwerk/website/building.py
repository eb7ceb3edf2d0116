"""A workspace in, a site in an output folder out. Only what changed since the last time is made and written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files as resources
from importlib.resources.abc import Traversable
from multiprocessing import get_context
from pathlib import Path

from ..days import DAY
from ..diagnostics import Diagnostic, IntegrityBroken, RegelwerkError
from ..messages import _, language, use_language
from ..output.choices import Format
from ..workspace import Workspace
from .addresses import DATA, FEED, IMPRINT, SEARCH, START, STYLE
from .book import Book
from .downloads import downloads
from .links import broken_links
from .manifest import NAME, Manifest, Part, read_manifest
from .pages import files_of
from .settings import Settings
from .sitepages import Shelf, site_files
from .writing import Made, put, refuse_strangers, remove_stale, still_there, write_part

ROOT = ""
ROOT_FILES = (START, SEARCH, IMPRINT, FEED, STYLE)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be built: from which workspace, into which folder, for which day, in which forms."""

    root: Path
    out: Path
    day: date
    settings: Settings
    forms: tuple[Format, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What was done. `failed`: why rulebooks could not be shown, by id. `written` and `removed`: counts of files."""

    rulebooks: int
    files: int
    written: int
    removed: int
    failed: Mapping[str, Sequence[Diagnostic]]


@dataclass(frozen=True, slots=True)
class _Done:
    """What became of one rulebook: its part of the manifest, or why there is no new one."""

    id: str
    part: Part | None
    written: int = 0
    failed: tuple[Diagnostic, ...] = ()


def build(plan: Plan, progress: Callable[[int, int], None], processes: int) -> Built:
    """Write the site. `progress` is told how many rulebooks are done, of how many.

    Raises NotOurs if the folder holds what is another's, Unwritable if it cannot be written.
    """
    before, ids = read_manifest(plan.out), Workspace(plan.root).ids
    refuse_strangers(plan.out, before, ids)
    put(plan.out / NAME, replace(before, unfinished=ids).dumped())
    done: list[_Done] = []
    for one in _each(plan, before, ids, processes):
        done.append(one)
        progress(len(done), len(ids))
    kept = {one.id: one.part or before.parts.get(one.id) for one in done}
    parts = {id: part for id, part in kept.items() if part is not None}
    failed = {one.id: one.failed for one in done if one.failed}
    root, written = _root(plan, before.parts.get(ROOT), parts, tuple(failed))
    after = Manifest({ROOT: root, **parts}, unfinished=tuple(failed))
    removed = remove_stale(plan.out, before, after)
    put(plan.out / NAME, after.dumped())
    count = sum(len(part.files) for part in after.parts.values())
    return Built(len(parts), count, written + sum(one.written for one in done), removed, failed)


def _each(plan: Plan, before: Manifest, ids: Sequence[str], processes: int) -> Iterator[_Done]:
    """Every rulebook, in several processes if there are several of both.

    They start afresh: a copy of this one would wait for ever for threads that are not copied, such as typst's.
    """
    tasks = [(id, None if id in before.unfinished else before.parts.get(id)) for id in ids]
    work = partial(_rulebook, plan, language())
    if min(processes, len(ids)) < 2:
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(min(processes, len(ids)), get_context("spawn")) as pool:
        yield from pool.map(work, tasks)


def _rulebook(plan: Plan, speech: str, task: tuple[str, Part | None]) -> _Done:
    """The folder of one rulebook, made again if anything it is made from has changed."""
    use_language(speech)
    id, before = task
    try:
        stored = Workspace(plan.root).load(id)
        made_from = _made_from(plan, stored.register_text)
        there = still_there(plan.out / id, before) if before else set()
        if before is not None and before.made_from == made_from and there == before.files.keys():
            return _Done(id, before)
        book = Book(stored.rulebook, plan.day, plan.settings, plan.forms)
        prints = downloads(book, _program(), before, there)
        made = replace(prints, files={**files_of(book, stored), **prints.files})
        _refuse_broken_links(made.files, {*ROOT_FILES, *(f"{id}/{name}" for name in made.kept)})
        part, written = write_part(plan.out / id, before, made_from, made)
        return _Done(id, part, written)
    except RegelwerkError as error:
        return _Done(id, None, failed=error.diagnostics)
    except Exception:  # a fault of ours in one rulebook is no reason to keep the others away
        message = _("This rulebook cannot be shown because of a fault in regelwerk itself.")
        hint = _("Send its folder to whoever looks after regelwerk: there the fault can be found.")
        return _Done(id, None, failed=(Diagnostic(message, hint=hint),))


def _root(plan: Plan, before: Part | None, parts: Mapping[str, Part], failed: Sequence[str]) -> tuple[Part, int]:
    """The pages of the whole site, from what the folders of the rulebooks say of themselves."""
    records = [json.loads((plan.out / id / DATA).read_bytes()) for id in sorted(parts)]
    files = site_files(Shelf(records, failed, plan.day, plan.settings))
    _refuse_broken_links(files, {f"{id}/{name}" for id, part in parts.items() for name in part.files})
    return write_part(plan.out, before, "", Made(files))


def _refuse_broken_links(files: Mapping[str, bytes], others: Sequence[str] | set[str]) -> None:
    message = _("A link of the site would lead nowhere: {link}.")
    found = [Diagnostic(message.format(link=link)) for link in broken_links(files, others)]
    if found:
        raise IntegrityBroken(*found)


def _made_from(plan: Plan, register: str) -> str:
    """The seal of all that the pages of a rulebook are made from. The register seals the texts it names.

    Of the day it counts only which of the days in the register have come, and which are over.
    """
    days = {date.fromisoformat(found) for found in re.findall(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", register)}
    come = sum(day <= plan.day for day in days), sum(day + DAY <= plan.day for day in days)
    forms = [form.value for form in plan.forms]
    facts = json.dumps([_program(), asdict(plan.settings), forms, come, register], sort_keys=True)
    return sha256(facts.encode()).hexdigest()


@cache
def _program() -> str:
    """The seal of this program: another one may make other pages."""
    seal = sha256()
    for file in sorted(_files(resources("regelwerk")), key=str):
        seal.update(file.read_bytes())
    return seal.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    for found in folder.iterdir():
        if found.is_dir():
            yield from _files(found)
        elif not found.name.endswith(".pyc"):
            yield found
