"""How a command is told from other sentences, without being understood: masked sentences in, what they look like out.

In masked text a quotation is „xxx“. The patterns are wide on purpose: what only looks like a command is refused by the
reader of language, what is overlooked would be lost.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..language.lexicon import ORDERS_AS_NOUNS
from .dates import DATE


def any_of(words: str) -> str:
    """A pattern for one of several words (or patterns without blanks)."""
    return f"(?:{'|'.join(words.split())})"


_UNITS = any_of(r"""
    [Pp]aragra(?:f|ph)(?:en|s)? Abs(?:atz(?:es)?|ätzen?|\.) S[aä]tze?[ns]? Halbs[aä]tze?[ns]? Satzteils?
    (?:Doppel|Dreifach)?[Bb]uchst(?:aben?s?|\.) Nummern? Nrn?\. Ziff(?:ern?|\.) lit\. (?:Spiegel|An)strich\w*
    (?:Unter)?[Pp]unkt(?:e[sn]?)? Artikel[sn]? Art\. Anlagen? Anhang(?:s|es)? Anhänge Muster
    Maßgaben?(?!\s+(?:de[rs]|von)\b)
    [ÜU]berschrift(?:en)? Titel Präambel Eingangs(?:formel|satz)\w* Schlussformel Wortlaut(?:s|es)? Absatzbezeichnung\w*
    Inhalts(?:übersicht|verzeichnis)\w* (?:Unter)?[Aa]bschnitt(?:s|es|en?)? Teil(?:s|es|en?)? Kapitel[sn]? Sachgebiet
    Zeilen? Spalten? Tabellen? S\.(?=\s*[0-9])
""")
PLACE = rf"(?:§|\b{_UNITS}(?!\w))"
"""The words that name a unit of a text."""

NOUN = any_of(r"""
    [Ss]atzung [Oo]rdnung [Gg]esetz(?:buch)? [Ss]tatut(?:en)? [Rr]ichtlinien? [Vv]ertrag [Vv]ereinbarung [Rr]eglement
    [Kk]odex [Gg]rundsätzen? [Vv]erfassung [Rr]egelung [Gg]eschäftsanweisung [Ee]rlass [Kk]onzept
""")
NAME = rf"(?:[A-ZÄÖÜ][\wäöüß]*-)*(?:[A-ZÄÖÜ][\wäöüß]*)?{NOUN}(?:e?s|en)?\b"
"""A word by which texts are called: „Geschäftsordnung“, „Abfallsatzung“, „Rehabilitierungsgesetzes“."""

ACT = r"(?:(?:[0-9]{1,3}|[IVXL]+)\.|[A-ZÄÖÜ]\w+te[nr]?)\s+(?:\w*[Ää]nderung\w*|Nachtrags?)\b"
"""How an earlier act is cited: „2. Änderung“, „Ersten Änderungssatzung“, „II. Nachtrags“."""

_WORDS = any_of(r"""
    Wort(?:es)? Worten? Wörtern? Angaben? Zahl(?:en)? Jahreszahl Betr[aä]ge?s? Bezeichnung(?:en)? Begriffe? Text Zitat
    Komma Semikolon Strichpunkt Verweisung Datum Formulierung (?:Klammer)?[Zz]usatz Vorschrift [Ff]olgende[srn]?
""")
_NAMED = re.compile(
    rf"{PLACE}|\b{_WORDS}\b|„x*“|^\s*(?:Er|Sie|Es)\s+(?:wird|werden|erhält|erhalten|lautet)\b"
    rf"|^\s*D(?:ie|er|as)\s[^:]*?{NAME}[^:]*\bgefa(?:ss|ß)t\b"
)
"""What a command can be about: a unit, words, a quotation, the whole text, or what the sentence before was about."""

_CHANGED = any_of(r"""
    ersetzt gestrichen aufgehoben (?:ein|an|hinzu|bei|zu)gef(?:ü|ue)gt eingeführt vorangestellt vorgesetzt
    (?:neu\s?)?gefa(?:ss|ß)t formuliert (?:ab|um)?geändert ergänzt erweitert gekürzt gelöscht entfernt
    (?:ein|herab|herauf)gesetzt verschoben
    umbenannt umgewandelt (?:um|durch|neu\s)?numm?eriert angehoben gesenkt [eE]rhöht vermindert angehängt verlegt
    zusammengefa(?:ss|ß)t berichtigt (?:ver|aus)?getauscht unterteilt angepasst weggelassen reduziert
""")
_TO_CHANGE = any_of(r"""
    zu\s+(?:ersetzen|streichen|fassen|ändern|ergänzen|erweitern|löschen|entfernen|berichtigen) aufzuheben
    (?:ein|an|hinzu)zufügen voranzustellen abzuändern umzubenennen einzusetzen anzuhängen
    (?:ersetzen|ändern|ergänzen)\s+(?:durch|in|um)\b
    (?:[Ee]rsetzen|[Ss]treichen|(?:[Ee]in|[Aa]n|[Hh]inzu)fügen|[Ee]rgänzen)\s*[.:;]?\s*$
    wie\s+folgt\s+(?:ändern|fassen|ergänzen)\b
""")
_IMPERATIVE = any_of(r"""
    [Ee]rsetzen? [Ss]treichen? (?:[Ee]in|[Aa]n|[Hh]inzu)fügen [Ff]ügen? [Ff]assen? [ÄäAa]nder[en]n? [Ee]rgänzen?
    [Hh]eben? [Ll]öschen? [Tt]auschen?
""")
_AUXILIARY = any_of(r"""
    [Ww]ird [Ww]erden wurden? ist sind soll sollen muss müssen möge mögen w[üu]rden? sei bitte
""")
ORDER_NOUN = rf"(?:{'|'.join(ORDERS_AS_NOUNS)})"
_GIVEN = any_of("Fassung Wortlaut [ÜU]berschrift Bezeichnung Nummern? Titel Nummerierung Zusatz Inhalt")

_NUMBERED = any_of(r"""
    (?=\W*[0-9IVX]) (?=\s+(?P<item>[A-Za-z])(?P=item){,2}\b) (?=[\s.,;]*(?:„|$)) (?=\s+(?:eins|zwei|drei|vier|fünf)\b)
""")
"""What shows that a unit gets a number: „wird Absatz 3“, but „wird nach den folgenden Absätzen erhoben“."""

_COMMANDING = re.compile(
    "|".join(
        (
            rf"\b{_AUXILIARY}\b.*?\b{_CHANGED}\b",
            rf"\b{_CHANGED}\s*[:.]?\s*$",
            rf"\b{_TO_CHANGE}",
            r"\bgeändert\s+in\b",
            r"\berg(?:ibt|eben)\s+sich\s+folgende\b|\bfolgende\s+Änderungen?\s+vorgenommen\b",
            rf"(?:^|{PLACE}[^:„]*:)\s*(?:[Bb]itte\s+)?{_IMPERATIVE}[\s:]",
            rf"\b(?:erh(?:[äa]lt|alten|ielt(?:en)?)|bekomm(?:t|en))\b.*?\b{_GIVEN}\b",
            r"\benthält\s+(?:die\s+)?folgende[nrs]?\s",
            r"\bentf(?:ä|a)ll(?:t|en)\b|\bf(?:ä|a)ll(?:t|en)\b.*\b(?:weg|fort)\b",
            r"\b(?:tritt|treten)\s+an\s?(?:die\s+)?[Ss]telle\b|\b[Aa]n\s?(?:die\s+)?[Ss]telle\b.*\b(?:tritt|treten)\b",
            r"\blaute(?:t|n)\b|\b(?:würde|soll|wird|werden)\b.*\blauten\b",
            r"\bneu\s*:|\bin\s+(?:der\s+)?folgende[rn]\s+Fassung\b|\bwie\s+folgt\s+(?:lauten|gefa(?:ss|ß)t|geändert)",
            rf"\b(?:wird|werden|bekommt|bekommen|erhält|erhalten)\b(?:[^.:]|[0-9IVX]\.){{0,60}}?{PLACE}{_NUMBERED}",
            r"\b[Ss]tatt\b[^.:„]*„x*“[^.:„]*„",
            r"\bhei(?:ß|ss)(?:t|en)\b.*„|„.*\bhei(?:ß|ss)(?:t|en)\b",
            r"\bvon\b.*\bauf\b.*\bver(?:längert|kürzt)\b",
            r"\b(?:verschieb|erhöh|verringer|änder)(?:t|en|n)\s+sich\b|\brück(?:t|en)\b",
        )
    ),
    re.DOTALL,
)
_POSSIBLE = re.compile(r"\b(?:kann|können|darf|dürfen)\b")
_HISTORY = re.compile(
    r"\((?:[^()]|\([^()]*\))*\b(?:geändert|S\.|Amtl|Bek)[^()]*\)|\bzuletzt\s+geändert\b|\bgeändert\s+(?:durch|worden|w[ou]rden?)\b"
    r"|\b(?:[Ii]n|[Nn]ach)\s+(?:der|ihrer|seiner)\s+(?:jeweils|derzeit|zurzeit|zur\s+Zeit)\s+(?:geltenden|gültigen)\s+Fassung\b"
    r"|\bdurch\b[^„§,]*?\bgeändert\s+worden\b|\b(?:beschlossen|genehmigt|geändert)\s+(?:von|am|durch|mit|laut)\b(?!\s*„)"
)
"""What a citation tells about earlier changes and about the state of a text: it commands nothing."""


_ORDER = rf"\s*{ORDER_NOUN}\s+(?:(?:von|de[rs]|eine[rs])\s|{PLACE})"
_NOMINAL = re.compile(rf"{_ORDER}[^:]*:\s*$", re.DOTALL)
"""„Neufassung von § 3 Absatz 2:“; without a colon, or the number of a point before it, it may be a heading."""


@lru_cache(maxsize=1024)
def is_command(sentence: str) -> bool:
    """Whether the sentence looks like a command: it names something in a text, and says what becomes of it."""
    if _POSSIBLE.search(sentence) or not _NAMED.search(sentence):
        return False
    return bool(_NOMINAL.match(sentence)) or bool(_COMMANDING.search(_HISTORY.sub(" ", sentence)))


_ENDS_COMMANDING = re.compile(rf"\b{_AUXILIARY}\b.*\b{_CHANGED}\s*[.:]?\s*$|^{_ORDER}.*{PLACE}", re.DOTALL)


def commands_anything(sentence: str) -> bool:
    """Whether the sentence ends like a command, whatever it names: „Die Formel wird gestrichen.“ Enough for a point."""
    return bool(_ENDS_COMMANDING.search(sentence)) and not _POSSIBLE.search(sentence)


_WANTS_TEXT = re.compile(
    r"\b[Ff]olgende[nrms]?\b|\bwie\s+folgt\b|\bneu\s?gefa(?:ss|ß)t\b|\bneue[nrs]?\b(?!.*„)|\b(?:durch|in|um)\s*$"
    r"|\bergänzt\b|\bmit\s+(?:dem|folgendem)\s+Wortlaut\b",
    re.DOTALL,
)
_FRAMING = re.compile(
    r"\bfolgende\s+Änderungen?\b[^.]*:\s*$|\bwie\s+folgt\s+(?:ge|abge|zu\s+|abzu)änder[tn]|\bgeändert\s*:\s*$|\bgeändert\s+werden\s*:?\s*$"
)


def wants_text(sentence: str) -> bool:
    """Whether new text has to follow the command, or commands that say more."""
    if sentence.rstrip().endswith(":"):
        return True
    wanting = list(_WANTS_TEXT.finditer(sentence))
    return bool(wanting) and "„" not in sentence[wanting[-1].start() :]


def may_frame(sentence: str) -> bool:
    """Whether commands may follow that the sentence only gives a place to: „§ 3 wird wie folgt geändert:“."""
    return bool(_FRAMING.search(sentence))


_RESULT = re.compile(r"\bdann\b.*\blaute(?:t|n)\b", re.DOTALL)
_BEFORE = re.compile(
    r"\b[Bb]isherige[nrs]?\b[^„]*\blaute(?:t|n)\b"
    r"|\blaute(?:t|n)\s+(?:bisher|bislang|derzeit|zurzeit|aktuell|momentan)\b",
    re.DOTALL,
)


def shows_result(sentence: str) -> bool:
    """„§ 7 Absatz 1 würde dann wie folgt lauten:“: the text that follows is a check, not a command."""
    return bool(_RESULT.search(sentence))


def shows_old(sentence: str) -> bool:
    """„Der bisherige § 3 lautet wie folgt:“: likewise, of the text before the act."""
    return bool(_BEFORE.search(sentence))


_CLAUSE = re.compile(
    r"\b(?:wird|werden|ist|sind|soll|sollen)\s+(?:(?!wie\b)\w+\s+){0,2}?wie\s+folgt\s+(?:neu\s+)?(?:geändert|abgeändert|ergänzt)"
    r"|\bwie\s+folgt\s+(?:geändert|zu\s+ändern|abzuändern|zu\s+ergänzen)|\b(?:wird|werden)\s+geändert\s*:"
)
_RECAST = re.compile(r"\b(?:wird|werden)\s+wie\s+folgt\s+(?:neu\s?)?gefa(?:ss|ß)t\s*:\s*$")
_CITATION_TAIL = re.compile(
    rf"\s+vom\s+(?:{DATE}|…)|\s+in\s+der\s+(?:im|Fassung|am)\b|\s*\(|\s+[–-]\s"
    r"|,\s+(?:zuletzt|die\s|das\s|der\s|beschlossen|genehmigt)"
)


_BASIS = re.compile(r"\s*(?:Auf\s?[Gg]rund|Auf\s+der\s+Grundlage|Gemäß|Nach)\s")
_AMENDED = re.compile(rf"\b(?:wird|werden)\s+(?:[^§„]*?\s)??(?=[Dd](?:ie|as|er)\s+(?:[a-zäöü]\S+\s+)*{NAME})")


def end_of_basis(clause: str) -> int:
    """Where a citation clause names what is amended, after the law by which it may be; 0 without such words.

    „Aufgrund des § 4 der Gemeindeordnung wird nach Beschluss des Rates vom 3. Mai 2020 | die Satzung …“
    """
    amended = _AMENDED.search(clause) if _BASIS.match(clause) else None
    return amended.end() if amended else 0


def clause_name(sentence: str) -> str | None:
    """What a citation clause calls the text, with its article; None if the sentence is no citation clause."""
    verb = _CLAUSE.search(sentence)
    return _named_before(sentence, verb) if verb else None


def recast_name(sentence: str) -> str | None:
    """The same of a sentence that announces a new wording: „Die Satzung wird wie folgt neu gefasst:“."""
    verb = _RECAST.search(sentence)
    return _named_before(sentence, verb) if verb else None


def _named_before(sentence: str, verb: re.Match[str]) -> str | None:
    head = sentence[end_of_basis(sentence) : verb.start()]
    tail = _CITATION_TAIL.search(head)
    named = head[: tail.start()] if tail else head
    if re.search(PLACE, named) or not re.search(rf"{NAME}|{ACT}", named):
        return None
    return " ".join(named.split())
