"""What an act says, in order: its passages go in; for each text it amends come out the sentences of command with their
new text, the checks, and what could not be placed.

Prose of the kinds in `prose.py` is passed over. Anything else among the commands is refused, never dropped.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import assert_never

from ..citation import Citation, Level, Step
from ..diagnostics import Diagnostic, Span
from ..messages import _
from .acttext import ActText
from .items import ActReading, Checked, Exchanged, Explained, Item, Part, Placed, Refused, Said
from .metadata import named_in_title
from .motions import is_nothing, reprinted
from .newtext import Block, doubts_about, run_end, text_after
from .passages import Passage
from .phrases import clause_name, may_frame, shows_old, shows_result, wants_text
from .points import Mark, Path, advance, follows, precedes
from .prose import Kind, decides_change
from .scope import address_in, named_text, places_in, same_name


def read_items(act: ActText, passages: tuple[Passage, ...]) -> ActReading:
    """Read the act. Never raises: what cannot be placed is in the diagnostics of the part where it stands."""
    reader = _Reader(act, passages)
    while reader.at < len(passages):
        reader.step()
    return reader.reading


def _UNCLOSED() -> tuple[str, str]:
    return _("This quotation mark is never closed."), _("Put the closing mark where the quoted text ends.")


def _UNOPENED() -> tuple[str, str]:
    return _("This closing quotation mark has no opening one."), _("Put the opening mark where the quoted text begins.")


_PRONOUN = re.compile(
    r"(?:Er|Sie|Es)\s+(?:wird|werden|erhält|erhalten|lautet|lauten)\s+(?:wie|neu|folgende|gestrichen|aufgehoben|künftig)"
)
_LEADING_ARTICLE = re.compile(r"^(?:[Dd](?:ie|as|er|en|em)|Dazu\s+w[ie]rden?\s+die)\s+")
_FRAGMENT = re.compile(r"(?:wird|werden|entfällt|entfallen|erhält|erhalten|lautet|ist|sind)\b", re.IGNORECASE)
_AFTER_DECISION = (Kind.COMMAND, Kind.CLAUSE, Kind.OLD, Kind.NEW, Kind.ADDRESS)
_ANNEX = re.compile(r"(?:Anhang|Anlage)(?:\s+[0-9IVXA-Z]+)?")
_OWN_PLACE = re.compile(r"(?:(?:In|Nach|Dem|Der|Die|Vor)\s+)?§")


def _is_place(passage: Passage) -> bool:
    lone = passage.start == passage.end and passage.labels[-1:] and passage.labels[-1].mark is Mark.PARAGRAF
    return passage.kind is Kind.ADDRESS or bool(lone)


class _Reader:
    """Goes through the passages once; every method leaves `at` behind what it has read."""

    def __init__(self, act: ActText, passages: tuple[Passage, ...]) -> None:
        self.act = act
        self.passages = passages
        self.at = 0
        self.skips: dict[int, int] = {}
        self.path: Path = ()
        self.article_number: str | None = None
        self.part = Part()
        self.reading = ActReading(parts=[self.part])
        self.begun = self.ended = False
        self.explaining: Passage | None = None
        self.governing: tuple[Citation, ...] = ()
        self.reported: set[int] = set()

    def step(self) -> None:
        """Read the next passage, and what belongs to it."""
        self.at = self.skips.pop(self.at, self.at)
        if self.at >= len(self.passages):
            return
        passage = self.passages[self.at]
        self.at += 1
        if self.explaining and not self._ends_reasons(passage):
            self._explanation(passage)
            return
        self.explaining = None
        match passage.kind:
            case Kind.COMMAND:
                self._command(passage)
            case Kind.CLAUSE:
                self._clause(passage)
            case Kind.ARTICLE | Kind.HEADING:
                self._heading(passage)
            case Kind.ADDRESS:
                self._address(passage)
            case Kind.OLD | Kind.NEW:
                self._versions(passage)
            case Kind.DECISION:
                self._decision(passage)
            case Kind.IN_FORCE:
                self.reading.in_force.append(passage)
                self.ended = self.begun
            case Kind.REASONS:
                self.explaining = passage
            case Kind.MOTION:
                self.path, self.governing, self.ended = (), (), False
            case Kind.CLOSING:
                self.ended = self.begun
            case Kind.REJECTED:
                self._refuse(passage, _("The act says that it was not adopted."), _("Only an adopted act changes a text."))
            case Kind.COMPETING:
                self._refuse(
                    passage,
                    _("The act offers a choice between texts."),
                    _("Leave only what was adopted: one act, one wording."),
                )
            case Kind.QUOTE | Kind.TEXT:
                self._text(passage)
            case Kind.NOTE | Kind.REMARK:
                pass
            case _:
                assert_never(passage.kind)
        if not self.begun:
            self.reading.preamble.append(passage)

    def _masked(self, passage: Passage) -> str:
        return self.act.masked[passage.start : passage.end]

    def _peek(self) -> Passage | None:
        return self.passages[self.at] if self.at < len(self.passages) else None

    def _add(self, item: Item) -> None:
        self.begun = True
        self.part.article = self.part.article or self.article_number
        self.part.items.append(item)

    def _enter(self, passage: Passage) -> None:
        if passage.labels:
            self.path = advance(self.path, passage.labels)
            self.article_number = next((la.number for la in self.path if la.mark is Mark.ARTIKEL), self.article_number)

    def _refuse(self, passage: Passage, message: str, hint: str) -> None:
        span = self.act.span(passage.start, passage.end)
        self.part.diagnostics.append(Diagnostic(message, span, hint))

    def _quotes_sound(self, start: int, end: int) -> bool:
        """Whether every quotation mark in the passage has its partner; reports those that have none."""
        quotations = self.act.quotations
        unclosed = [at for at in quotations.unclosed if start <= at < end]
        unopened = [at for at in quotations.unopened if start <= at < end]
        for at in {*unclosed, *unopened} - self.reported:
            message, hint = _UNCLOSED() if at in unclosed else _UNOPENED()
            self.part.diagnostics.append(Diagnostic(message, self.act.span(at, at + 1), hint))
        self.reported.update(unclosed, unopened)
        return not unclosed and not unopened

    def _decision(self, passage: Passage) -> None:
        self.reading.decisions.append(passage)
        text, following = self._masked(passage), self._peek()
        self.governing = places_in(text) or self.governing
        if decides_change(text) and (following is None or following.kind not in _AFTER_DECISION):
            self._refuse(
                passage,
                _("A change is decided here, but not commanded."),
                _("Write it as a command: „§ 5 wird gestrichen.“"),
            )

    def _command(self, passage: Passage) -> None:
        self._enter(passage)
        self.ended = False
        text = self._masked(passage)
        self._select(named_text(text))
        self.governing = places_in(text) or self.governing
        if shows_result(text) or shows_old(text):
            self._check(passage, after=shows_result(text))
            return
        if not self.begun:
            self._points_before(passage)
        start = passage.start
        goes_on = not passage.labels
        if goes_on and _PRONOUN.match(text) and self.part.items and isinstance(last := self.part.items[-1], Said):
            self.part.items.pop()
            start, goes_on = last.span.start, last.goes_on
        block = self._block(text)
        if self._quotes_sound(passage.start, passage.end) and (block is None or self._block_sound(block)):
            span = self.act.span(start, passage.end)
            self._add(Said(span, self.path, goes_on, block.text if block else None))
        else:
            self._add(Refused(self.path))

    def _points_before(self, first: Passage) -> None:
        """Points before the first that reads like a command, and quotations, are no preamble."""
        for passage in self.reading.preamble:
            missed = passage.kind is Kind.TEXT and passage.labels and precedes(passage.labels, first.labels)
            if missed or passage.kind is Kind.QUOTE:
                self._stray(passage)

    def _block(self, sentence: str) -> Block | None:
        """The new text after the sentence; `at` moves behind it."""
        block = text_after(self.act, self.passages, self.at, sentence)
        if block is not None:
            self.at = block.after
            return block
        return self._block_after_next(sentence)

    def _block_after_next(self, sentence: str) -> Block | None:
        """„… einen neuen Absatz 3 einzufügen. Der bisherige Absatz 3 wird Absatz 4.“, and only then the new text."""
        following = self._peek()
        if following is None or following.kind is not Kind.COMMAND or following.labels or may_frame(sentence):
            return None
        if not wants_text(sentence) or wants_text(self._masked(following)):
            return None
        block = text_after(self.act, self.passages, self.at + 1, sentence)
        if block is not None:
            self.skips[self.at + 1] = block.after
        return block

    def _block_sound(self, block: Block) -> bool:
        if not self._quotes_sound(block.text.span.start, block.text.span.end):
            return False
        self.part.diagnostics.extend(block.doubts)
        return not block.doubts

    def _check(self, passage: Passage, after: bool) -> None:
        block = text_after(self.act, self.passages, self.at, self._masked(passage))
        if block is None or not self.governing:
            self._refuse(passage, _("The text that this sentence shows does not follow."), "")
            return
        self.at = block.after
        if self._block_sound(block):
            self._add(Checked(self.governing, block.text, self.path, after))

    def _clause(self, passage: Passage) -> None:
        self._enter(passage)
        name = clause_name(self._masked(passage)) or ""
        self._select(_LEADING_ARTICLE.sub("", name), clause=self.act.span(passage.start, passage.end))
        self.governing, self.ended = (), False
        self._add(Placed((), self.path))
        end = run_end(self.passages, self.at)
        if self.at < end < len(self.passages) and self.passages[end].kind is Kind.OLD:
            new = self.passages[self.at : end]
            self.at = end + 1
            self._exchange(passage, self._version(), new)

    def _select(self, name: str | None, clause: Span | None = None) -> None:
        """Go on with the part about the text of this name."""
        if name is None:
            return
        fits = [p for p in self.reading.parts if same_name(p.name, name) and not (clause and p.clause and p.name != name)]
        if not fits:
            fits = [Part()]
            self.reading.parts.extend(fits)
        self.part = self.part if self.part in fits else fits[0]
        self.part.name = self.part.name or name
        self.part.clause = self.part.clause or clause

    def _heading(self, passage: Passage) -> None:
        self._enter(passage)
        if passage.kind is Kind.ARTICLE:
            self.ended = False
        if self.begun and (name := named_in_title(" ".join(self._masked(passage).split()))):
            self.governing = ()
            self._select(name)

    def _address(self, passage: Passage) -> None:
        text = self._masked(passage)
        places, following = address_in(text), self._peek()
        if self.ended and (annex := _ANNEX.match(text)):
            self._annex(annex[0])
        elif not places or any(label.mark is Mark.STRICH for label in passage.labels):
            self._text(passage)
        elif following and following.kind is Kind.TEXT and _FRAGMENT.match(self._masked(following)):
            self.at += 1
            self._command(replace(passage, kind=Kind.COMMAND, end=following.end))
        else:
            self._place(passage, places)

    def _place(self, passage: Passage, places: tuple[Citation, ...]) -> None:
        """The place is a heading; under a citation clause, text below it is its new wording."""
        self._enter(passage)
        self.governing = places
        run = self._run() if self.part.clause else ()
        whole = places[0].last.level is Level.PARAGRAF
        if run and whole and any(line.labels and line.labels[0].mark is Mark.KLAMMER for line in run):
            self._refuse(
                passage,
                _("It is not clear whether the whole {place} gets this text or only these Absätze.").format(place=places[0]),
                _("Write „{place} wird wie folgt gefasst:“ or name the Absätze.").format(place=places[0]),
            )
        elif run:
            self._exchange(passage, (), run)
        else:
            self._add(Placed(places, self.path))

    def _run(self) -> tuple[Passage, ...]:
        """The passages of text from here on, quoted or not."""
        start = self.at
        following = self._peek()
        quoted = following is not None and following.kind is Kind.QUOTE
        self.at = start + 1 if quoted else run_end(self.passages, start)
        return self.passages[start : self.at]

    def _version(self) -> tuple[Passage, ...]:
        """The old or the new text, in which places may stand as headings: „§ 5“, „(4) …“, „§ 7“, „(2) …“."""
        start = self.at
        self._run()
        while (following := self._peek()) and _is_place(following):
            self.at += 1
            self._run()
        return self.passages[start : self.at]

    def _versions(self, passage: Passage) -> None:
        """„Alte Fassung: …“ and „Neue Fassung: …“, in any order."""
        blocks: dict[Kind, tuple[Passage, ...]] = {passage.kind: self._version()}
        while (following := self._peek()) and following.kind in (Kind.OLD, Kind.NEW) and following.kind not in blocks:
            self.at += 1
            blocks[following.kind] = self._version()
        old, new = blocks.get(Kind.OLD, ()), blocks.get(Kind.NEW, ())
        last = self.part.items[-1] if self.part.items else None
        if isinstance(last, Said) and (last.payload or not may_frame(last.span.text)):
            self._reprinted(old, after=False)
            self._reprinted(new, after=True)
            return
        if isinstance(last, Said):
            self.part.items.pop()
        self._exchange(passage, old, new)

    def _reprinted(self, run: tuple[Passage, ...], after: bool) -> None:
        """Text shown beside a command that says all itself."""
        if not run:
            return
        text = self.act.new_text(run[0].whole_start, run[-1].end)
        if after and is_nothing(text.text):
            return
        for places, piece in reprinted(self.act, self.governing, run).items():
            self._add(Checked(places, piece, self.path, after))

    def _exchange(self, passage: Passage, old: tuple[Passage, ...], new: tuple[Passage, ...]) -> None:
        if len(self.governing) > 1 or not new:
            self._refuse(
                passage,
                _("Old and new text do not say where they belong."),
                _("Name the place before them: „§ 3 Absatz 2 wird wie folgt geändert:“"),
            )
            return
        doubts = () if new[0].kind is Kind.QUOTE else doubts_about(self.act, new)
        self.part.diagnostics.extend(doubts)
        if self._quotes_sound((old or new)[0].whole_start, new[-1].end) and not doubts:
            self._add(Exchanged(self.governing, old, new, self.act.span(passage.start, passage.end), self.path))

    def _text(self, passage: Passage) -> None:
        if passage.start == passage.end and passage.labels:
            self._lone_label(passage)
        elif self.begun and not self.ended and self._quotes_sound(passage.start, passage.end):
            while (following := self._peek()) and following.kind is Kind.TEXT:
                passage = replace(passage, end=following.end)
                self.at += 1
            self._stray(passage)

    def _stray(self, passage: Passage) -> None:
        self._refuse(
            passage,
            _("This is neither a command nor a part of an act that may be passed over."),
            _("Say what changes where: „In § 3 wird … ersetzt.“ Put explanations under „Begründung“."),
        )

    def _lone_label(self, passage: Passage) -> None:
        """„§ 5“ alone is a point of the act if what follows names its place itself; else it is the place."""
        following = self._peek()
        label = passage.labels[-1]
        is_place = label.mark is Mark.PARAGRAF and following is not None and following.kind is Kind.COMMAND
        if is_place and following is not None:
            named = places_in(self._masked(following))
            is_place = bool(named) and named[0].steps[0].level is not Level.PARAGRAF
        if is_place:
            self._place(replace(passage, labels=passage.labels[:-1]), (Citation((Step(Level.PARAGRAF, label.number),)),))
        else:
            self._enter(passage)

    def _ends_reasons(self, passage: Passage) -> bool:
        """Reasons end at the next article, motion or point, not at commands that they talk about.

        „Begründung: …“ with the reason on its line ends also at the next command that names its own §.
        """
        if passage.kind in (Kind.ARTICLE, Kind.MOTION):
            return True
        if passage.kind not in (Kind.COMMAND, Kind.CLAUSE, Kind.IN_FORCE):
            return False
        continued = bool(passage.labels) and follows(self.path, passage.labels[0])
        own_place = passage.begins_line and bool(_OWN_PLACE.match(self._masked(passage)))
        return continued or own_place and self._explained_on_one_line()

    def _explained_on_one_line(self) -> bool:
        return self.explaining is not None and ":" in self._masked(self.explaining).rstrip(": \n")

    def _explanation(self, passage: Passage) -> None:
        """Nothing among reasons is a command; what could be one is looked at again, so that none is lost."""
        if passage.kind is Kind.COMMAND and passage.begins_line and places_in(self._masked(passage)):
            span = self.act.span(passage.start, passage.end)
            self.part.items.append(Explained(span, self.path, self._explained_on_one_line()))

    def _annex(self, name: str) -> None:
        start = self.at
        while (following := self._peek()) and not _ANNEX.fullmatch(self._masked(following)):
            self.at += 1
        if self.at > start:
            text = self.act.new_text(self.passages[start].whole_start, self.passages[self.at - 1].end)
            self.reading.annexes[" ".join(name.split())] = text
