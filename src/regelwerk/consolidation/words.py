"""Commands that change words: replace, insert, strike, append, prepend. Exactly once, or each time with „jeweils“."""

from __future__ import annotations

import re

from ..citation import ITEMS, Level
from ..commands import AppendWords, ChangeWords, InsertWords, Position, PrependWords, ReplaceWords, StrikeWords, Words
from ..diagnostics import DoesNotApply
from ..lookup import Target
from ..messages import _
from ..wording import adopted, beside_slashes, find, plain
from .draft import Draft, reject_repealed, target_of
from .edits import Edit, make_edits
from .nearest import nearest
from .passages import Passage, passages, runs, text_of

_ENTRY = re.compile(r"§|Art(?:ikel|\.)|Anlage|Anhang|Abschnitt|Teil|Kapitel")
_CONJUNCTION = re.compile(r"(und|oder|sowie|beziehungsweise|bzw\.)")


def change_words(draft: Draft, command: ChangeWords) -> Draft:
    """All edits of the command, found in the text as it is before any of them, then made at once."""
    edits: list[Edit] = []
    for place in command.places:
        target = target_of(draft, command, place, lambda target: _fits(draft, command, target))
        edits += _edits(draft, command, target)
    return make_edits(draft, command, edits)


def _fits(draft: Draft, command: ChangeWords, target: Target) -> bool:
    try:
        _edits(draft, command, target)
    except DoesNotApply:
        return False
    return True


def _edits(draft: Draft, command: ChangeWords, target: Target) -> list[Edit]:
    match command:
        case ReplaceWords(pairs=pairs):
            found = [(hit, adopted(new)) for old, new in pairs for hit in hits(draft, command, target, old)]
            return [Edit(passage, start, end, new) for (passage, start, end), new in found]
        case InsertWords(anchor=anchor, words=words, before=before):
            ends = [(p, start if before else end) for p, start, end in hits(draft, command, target, anchor)]
            return [Edit(passage, at, at, adopted(words)) for passage, at in ends]
        case StrikeWords(words=struck):
            return [Edit(*hit, "") for words in struck for hit in hits(draft, command, target, words)]


Hit = tuple[Passage, int, int]


def hits(draft: Draft, command: ChangeWords, target: Target, words: Words) -> list[Hit]:
    """Where the words stand in the place: one hit, or with „jeweils“ at least one.

    Raises DoesNotApply if they are missing or stand there more often than the command says.
    """
    single = passages(draft, target, command)
    found: list[Hit] = []
    for run in (single, runs(draft.document, single)):
        found = [hit for passage in _narrowed(run, words.position) for hit in _in_passage(draft, passage, words)]
        if found:
            break
    if words.nth:
        found = found[words.nth - 1 : words.nth]
    if not found:
        raise _not_there(draft, target, words)
    count = len(found) if _narrows(words) else max(len(found), _as_read(draft, single, words))
    if count > len(found) and command.each:
        raise DoesNotApply.of(
            _("„{words}“ also stands beside a slash here, as in „der/die“.").format(words=plain(words.text)),
            words.span,
            _("Quote the pair as a whole, in a command of its own."),
        )
    if count > 1 and not command.each:
        places = ", ".join(dict.fromkeys(draft.cite(passage.path) for passage, _start, _end in found))
        raise DoesNotApply.of(
            _("„{words}“ stands {count} times in this place: {places}.").format(
                words=plain(words.text), count=count, places=places
            ),
            words.span,
            _("Name the place more exactly, or say „jeweils“ if every one is meant."),
        )
    return found


def _narrows(words: Words) -> bool:
    return bool(words.nth or words.after or words.before or words.to or words.position is not Position.ANYWHERE)


def _as_read(draft: Draft, run: list[Passage], words: Words) -> int:
    """How often a reader finds the words, who takes „der/die“ for two."""
    texts = (text_of(draft.document, passage)[passage.start : passage.end] for passage in run)
    return sum(beside_slashes(text, words.text) for text in texts)


def _narrowed(run: list[Passage], position: Position) -> list[Passage]:
    match position:
        case Position.START:
            return run[:1]
        case Position.END:
            return run[-1:]
        case Position.ANYWHERE:
            return run


def _in_passage(draft: Draft, passage: Passage, words: Words) -> list[Hit]:
    text = text_of(draft.document, passage)[passage.start : passage.end]
    return [(passage, passage.start + start, passage.start + end) for start, end in find(text, words)]


_FINAL = (".", "!", "?")
_SENTENCE = re.compile(r"[A-ZÄÖÜ].*[.!?]", re.DOTALL)


def add_words(draft: Draft, command: AppendWords | PrependWords) -> Draft:
    """Words put at the end or the beginning of each place.

    At the end they go before the final punctuation, unless they bring their own or are a mere „und“ or „oder“.
    """
    for place in command.places:
        target = target_of(draft, command, place)
        run = passages(draft, target, command)
        if not run:
            raise DoesNotApply.of(
                _("{place} has no words to add to.").format(place=place),
                command.span,
                _("Name a sentence or an item of a list."),
            )
        passage = run[-1] if isinstance(command, AppendWords) else run[0]
        reject_repealed(draft, command.span, () if passage.heading else passage.path)
        text = text_of(draft.document, passage)
        if place.last.level is Level.ANGABE and _ENTRY.match(plain(command.words)):
            raise DoesNotApply.of(
                _("It is not clear whether this is a new entry of the table of contents or words for {place}.").format(
                    place=place
                ),
                command.span,
                _("For a new entry write: „Nach der Angabe zu … wird folgende Angabe eingefügt: …“."),
            )
        start, end = (passage.start, passage.start)
        if isinstance(command, AppendWords):
            if text[: passage.end][-1:] in _FINAL and _SENTENCE.fullmatch(plain(command.words)):
                raise DoesNotApply.of(
                    _("It is not clear whether this is a sentence of its own or goes on with the one before."),
                    command.span,
                    _("Say „folgender Satz wird angefügt“, or leave out the full stop at its end."),
                )
            start, end = _end_for(text[: passage.end], command.words, passage, draft)
        draft = make_edits(draft, command, [Edit(passage, start, end, adopted(command.words))])
    return draft


def _end_for(text: str, words: str, passage: Passage, draft: Draft) -> tuple[int, int]:
    """Where words are appended: the final punctuation from-to if they replace it, before it, or behind everything."""
    closing = re.search(r"[.,;]$", text)
    item = any(draft.at(passage.path[:n]).level in ITEMS for n in range(1, len(passage.path)))
    own = plain(words)[-1:]
    if closing and closing[0] in ",;" and _put_there_now(draft, passage, closing[0]):
        return len(text), len(text)
    if not closing or (item and _CONJUNCTION.fullmatch(plain(words))) or (own == "." != closing[0]):
        return len(text), len(text)
    return closing.start(), closing.end() if own == closing[0] else closing.start()


def _put_there_now(draft: Draft, passage: Passage, mark: str) -> bool:
    """Whether this act has made the mark the end: „der Punkt wird durch ein Komma ersetzt und … angefügt“."""
    origin = draft.at(passage.path).origin
    old = next((unit for unit in draft.before.units() if unit.origin == origin), None)
    return old is not None and not old.text.rstrip().endswith(mark)


def _not_there(draft: Draft, target: Target, words: Words) -> DoesNotApply:
    place = draft.cite(target.paths[0])
    message = _where_not(words).format(
        words=plain(words.text), other=plain(words.after or words.before), count=words.nth, place=place
    )
    return DoesNotApply.of(message, words.span, nearest(draft, target, plain(words.text)))


def _where_not(words: Words) -> str:
    """What is said of words that are not where the command says, though they may stand elsewhere in the place."""
    if words.after:
        return _("„{words}“ does not stand right after „{other}“ in {place}.")
    if words.before:
        return _("„{words}“ does not stand right before „{other}“ in {place}.")
    if words.nth > 1:
        return _("„{words}“ does not stand {count} times in {place}.")
    if words.position is Position.END:
        return _("„{words}“ does not stand at the end of {place}.")
    if words.position is Position.START:
        return _("„{words}“ does not stand at the beginning of {place}.")
    return _("„{words}“ does not stand in {place}.")
