"""The kinds of passages in an act: a sentence of masked text goes in, its `Kind` comes out.

The kinds are a closed list. What is none of them is TEXT: new wording if a command waits for it; anywhere else among
the commands it is refused.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from .phrases import ORDER_NOUN, PLACE, clause_name, is_command


class Kind(Enum):
    """What a passage of an act is."""

    COMMAND = auto()
    CLAUSE = auto()
    """The citation clause: „Die Geschäftsordnung vom …, zuletzt geändert …, wird wie folgt geändert:“."""
    ARTICLE = auto()
    """„Artikel 2 Inkrafttreten“, without a sentence of its own."""
    HEADING = auto()
    """„Änderung der Geschäftsordnung“."""
    ADDRESS = auto()
    """A line that is only a place, perhaps with its printed heading: „§ 7 Anträge“, „Betrifft: § 2 Absatz 1“."""
    QUOTE = auto()
    OLD = auto()
    NEW = auto()
    DECISION = auto()
    IN_FORCE = auto()
    REASONS = auto()
    """From here on the act explains itself."""
    MOTION = auto()
    """The heading of a motion in a collection of motions; what was before it has ended."""
    CLOSING = auto()
    """A signature, a place with a date: from here on nothing is commanded."""
    NOTE = auto()
    """A sentence about promulgation or approval."""
    REMARK = auto()
    """Passed over: votes, data about a motion, page headers, „Absatz 2 bleibt unverändert“."""
    REJECTED = auto()
    COMPETING = auto()
    TEXT = auto()


_IN_FORCE = re.compile(
    r"\b(?:tritt|treten|trat|traten)\b.*\b(?:in|au(?:ß|ss)er)\s+Kraft\b|^\W*In-?[Kk]raft-?[Tt]reten\b"
    r"|\b(?:gilt|gelten)\s+(?:ab|rückwirkend)\b|\bwird\s+(?:mit|am|zum|ab)\b[^§]*\bwirksam\b",
    re.DOTALL,
)
_DECIDED = re.compile(
    r"\b(?:hat|haben|hatte)\b.*?\b(?:beschlossen|erlassen|verabschiedet)\b|\bbeschlo(?:ss|ß)\b"
    r"|\b(?:möge|mögen|wolle|soll)\b.*?\bbeschlie(?:ß|ss)en\b|\bbeschlie(?:ß|ss)(?:t|en)\b|\berl(?:ä|a)(?:ss|ß)t\b"
    r"|\b(?:wird|werden)\b.*\berlassen\b|\b(?:wird|werden)\b[^§]*?\b(?:beantragt|vorgeschlagen)\b|\bbeantrag(?:t|en|e)\b(?:\s+ich\b)?",
    re.DOTALL,
)
_BASIS = re.compile(
    r"\s*(?:Auf\s?[Gg]rund|Auf\s+der\s+Grundlage|Gemäß|Nach\s+Maßgabe)\b"
    r"(?:[^:]*,\s*$|(?:[^:]|:(?=\s*[a-z]))*\b(?:beschlossen|erlassen|verabschiedet|erl(?:ä|a)(?:ss|ß)t)\b[^:„]*:\s*$)",
    re.DOTALL,
)
_NOTED = re.compile(
    r"\b(?:wird|werden|wurden?|ist|sind|hat)\b.*\b(?:ausgefertigt|bekannt\s?(?:gemacht|gegeben)|veröffentlicht|genehmigt"
    r"|angezeigt|bestätigt|(?:Genehmigung|Zustimmung)\b.*\berteilt)\b|\bbekannt\s?zu\s?(?:machen|geben)\b"
    r"|\bwurden?\s+(?:vo[mn]|durch|in|im)\b[^§„:]*\b(?:empfohlen|vorberaten|vorgeschlagen)\W*$"
    r"|\bg(?:ilt|elten)\b[^„]*\bim\s+(?:Land\s+Berlin|Saarland)\b",
    re.DOTALL,
)
_PERMITTED = re.compile(
    r"\bermächtigt\b.*\bbekannt\s?zu\s?(?:machen|geben)\b"
    r"|\b(?:kann|darf)\s+den\s+Wortlaut\b[^„]*\bFassung\b[^„]*\bbekannt\s?(?:machen|geben)\b"
    r"|\b(?:wird|werden)\b[^„]*\bhiermit\b[^„]*\b(?:ausgefertigt|bekannt\s?ge(?:macht|geben)|veröffentlicht)\b"
    r"|\b(?:Lesef|[Gg]eltende\s+F)assung\b[^„]*\bist\b(?:[^„]|„x*“)*\bbeigefügt\b"
    r"|^(?:\W*Es)?\W*[Ww]ird\b[^„]*?\bhingewiesen\b[^„]*\b(?:Verletzung|Form(?:vorschriften|fehler))",
    re.DOTALL,
)
_ASIDE = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\.?\s*")
_NOMINAL = re.compile(
    rf"(?:{ORDER_NOUN}|Änderung)\s+(?:de[rs]|von|in)\s+"
    rf"(?:{PLACE}\s*[0-9(]|(?:Anlage|Anhang|Präambel|Überschrift|Inhalts(?:übersicht|verzeichnis)\w*)\b)"
)


_MASKED = re.compile(r"„x*“")
_LONGEST_SENTENCE = 4000
"""Longer sentences, their quotations apart, are of no kind: nothing that an act says itself is as long."""


def kind_of_sentence(sentence: str) -> Kind:
    """The kind of one sentence (or of what is left of a line without a full stop)."""
    short = _MASKED.sub("„x“", sentence)
    return Kind.TEXT if len(short) > _LONGEST_SENTENCE else _kind_of_sentence(short)


@lru_cache(maxsize=1024)
def _kind_of_sentence(sentence: str) -> Kind:
    if re.fullmatch(r"„x*“[\s.,;]*", sentence):
        return Kind.QUOTE
    if _IN_FORCE.search(sentence):
        return Kind.IN_FORCE
    if _BASIS.fullmatch(sentence):
        return Kind.DECISION
    if clause_name(sentence):
        return Kind.CLAUSE
    if _PERMITTED.search(sentence):
        return Kind.NOTE
    if is_command(sentence):
        return Kind.COMMAND
    if _DECIDED.search(sentence):
        return Kind.DECISION
    if _NOTED.search(sentence):
        return Kind.NOTE
    return Kind.REMARK if _ASIDE.fullmatch(sentence) else Kind.TEXT


_COMES_INTO_FORCE = re.compile(r"\b(?:tritt|treten|trat|traten)\b.*?\bKraft\b", re.DOTALL)


def commands_too(sentence: str) -> bool:
    """Whether a sentence of entry into force commands as well: „§ 9 wird gestrichen und tritt am … außer Kraft.“"""
    return is_command(_COMES_INTO_FORCE.sub(" ", sentence))


def decides_change(sentence: str) -> bool:
    """„Der Rat beschließt die Streichung des § 5.“: a command as a noun."""
    return bool(_NOMINAL.search(sentence))


def end_of_decision(sentence: str) -> int:
    """The end of the words by which a body decides or a motion asks („… hat beschlossen,“); 0 if there are none.

    What follows them may be a command of its own: „… beschlossen, § 90 wie folgt zu ändern:“.
    """
    match = _DECIDED.search(sentence[:_LONGEST_SENTENCE])
    following = re.compile(r"\s*[,:]?\s*(?:dass\s+)?").match(sentence, match.end()) if match else None
    return following.end() if following else 0
