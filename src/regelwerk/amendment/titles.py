"""Which amendment is about a text: the names in the act and the title of the text go in, the amendment comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..diagnostics import Diagnostic, NotUnderstood, Source
from ..messages import _
from .model import Amendment
from .scope import is_act, may_abbreviate, nouns, same_noun

_BODY = re.compile(
    r"\b(?:Gemeinde|Stadt|Landkreis(?:es)?|Kreis(?:es)?|Markt(?:es)?|Amt(?:es)?|Bezirk(?:s|es)?|Universität|Hochschule|Ortsteil(?:s|es)?)"
    r"\s+(?P<name>(?:am\s+|im\s+|an\s+der\s+)?[A-ZÄÖÜ][\w-]+)"
)

_ORGAN = re.compile(
    r"\b([\w-]*?)(beirat|rat|ausschu(?:ss|ß)|versammlung|vorstand|kommission|präsidium|konferenz|vertretung|parlament"
    r"|synode|senat|tag|gremium)(?:e?s)?\b"
)
"""An organ in a name in lower case: of what or for what, and what it is."""


def choose(amendments: Sequence[Amendment], source: Source, title: str, article: str | None) -> Amendment:
    """The amendment of the text with this title, or in this article.

    Raises NotUnderstood, naming the candidates, if none or several fit; of several articles the one whose name is most
    like the title is taken. A title without a noun by which texts are
    called fits every amendment.
    """
    if article is not None:
        fitting = [amendment for amendment in amendments if _same_number(amendment.article, article)]
    else:
        fitting = [amendment for amendment in amendments if fits(amendment.target, title)]
        if all(amendment.article for amendment in fitting):
            best = max((_likeness(amendment.target, title) for amendment in fitting), default=0)
            fitting = [amendment for amendment in fitting if _likeness(amendment.target, title) == best]
    if len(fitting) == 1:
        return fitting[0]
    raise NotUnderstood(_none_chosen(amendments, source, title, article))


def fits(target: str, title: str) -> bool:
    """Whether a name in an act can mean the text with this title. It cannot if noun, body or place differ for certain.

    An act that is amended itself is another text than the one that it amends.
    """
    if target and (is_act(target) or is_act(title) or not may_abbreviate(target, title)):
        return False
    ours, theirs = nouns(target)[:1], _nouns_of_title(title)
    if ours and theirs and not any(same_noun(ours[0], noun) for noun in theirs):
        return False
    here, there = _BODY.search(target), _BODY.search(title)
    same_place = not (here and there) or here["name"].rstrip("s") == there["name"].rstrip("s")
    return same_place and _of_one_organ(target, title)


def _of_one_organ(target: str, title: str) -> bool:
    """Whether the names can be of one organ: „Rat“ is short for „Präventionsrat“, but is no „Beirat“."""
    ours, theirs = ([found.groups() for found in _ORGAN.finditer(name.lower())] for name in (target, title))
    return not (ours and theirs) or any(
        head == other_head and (not of or not other_of or of == other_of)
        for of, head in ours
        for other_of, other_head in theirs
    )


def _nouns_of_title(title: str) -> tuple[str, ...]:
    """The first noun of the title, and those in brackets: „Gesetz über … (Lobbyregistergesetz - LobbyRG)“."""
    short = [noun for bracket in re.findall(r"\(([^()]*)\)", title) for noun in nouns(bracket)]
    return (*nouns(re.sub(r"\([^()]*\)", "", title))[:1], *short)


def _likeness(target: str, title: str) -> int:
    """How many words of the name stand in the title, case endings apart; the noun itself counts most."""
    words = {word.rstrip("esn") for word in re.findall(r"\w{4,}", title.lower())}
    shared = sum(word.rstrip("esn") in words for word in re.findall(r"\w{4,}", target.lower()))
    return shared + 10 * any(noun in _nouns_of_title(title) for noun in nouns(target)[:1])


def _same_number(ours: str | None, wanted: str) -> bool:
    return ours is not None and ours.casefold() == re.sub(r"^(?:Artikel|Art\.?)\s*", "", wanted.strip()).casefold()


def _none_chosen(amendments: Sequence[Amendment], source: Source, title: str, article: str | None) -> Diagnostic:
    names = "; ".join(name_of(amendment) for amendment in amendments)
    earlier = [amendment.target for amendment in amendments if is_act(amendment.target)]
    if earlier and len(earlier) == len(amendments):
        return Diagnostic(
            _("The act amends an earlier act, not the text: {names}.").format(names="; ".join(earlier)),
            source.span(0, 0),
            _("Write the earlier act with this change into a file of its own, and apply that file in its place."),
        )
    if article is not None:
        message = _("The act has no article {article} that amends a text.").format(article=article)
    elif len(amendments) > 1:
        message = _("The act amends several texts; none of them is for certain „{title}“.").format(title=title)
    else:
        message = _("The act amends another text, not „{title}“.").format(title=title)
    return Diagnostic(message, source.span(0, 0), _("It amends: {names}.").format(names=names))


def name_of(amendment: Amendment) -> str:
    """What an amendment is about, for people: „article 2: Beitragsordnung des Ortsrats“."""
    article = _("article {number}").format(number=amendment.article) if amendment.article else ""
    return ": ".join(part for part in (article, amendment.target or amendment.title) if part)
