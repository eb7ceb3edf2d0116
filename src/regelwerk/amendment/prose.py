"""The kinds of passages in an act: a line or a sentence of masked text goes in, its `Kind` comes out.

The kinds are a closed list. What is none of them is TEXT: new wording if a command waits for it; anywhere else among
the commands it is refused.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from .dates import DATE
from .phrases import NAME, PLACE, any_of, clause_name, is_command


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


_VERSION = r"\s+(?:Text|Fassung|Formulierung|Wortlaut|Version|Satzungstext|Regelung)\s*:?"
_PAST = any_of("[Aa]lt [Bb]isherig [Aa]ktuell [Dd]erzeitig [Gg]eltend [Uu]rsprünglich [Jj]etzig") + "e[rs]?"
_FUTURE = any_of("[Nn]eu [Vv]orgeschlagen [Bb]eantragt [Gg]eändert [Kk]ünftig [Gg]ewünscht") + "e[rs]?"
_EXPLAINING = any_of(
    "Erläuterung(?:en)? Motivation Hintergrund Anmerkung(?:en)? Gründe Sachverhalt Folgewirkung(?:en)? Hinweise?"
)
_DATA = any_of(r"""
    Abstimmung(?:sergebnis)? Ergebnis Ja Nein Enthaltung(?:en)? Zustimmung (?:Nicht\s+)?[Aa]nwesend (?:\w+\s+)?Beschluss
    Antragss?teller\w*(?:[*:/_]in\w*)? Status Eingereicht Veranstaltung Tagesordnungspunkt Drucksache Vorlage TOP Az\.?
    Aktenzeichen Empfehlung(?:\s+der\s+\w+)? Anlagen? Quelle Stand Überweisungs-PDF
    Annahme PDF
""")
_NOT_ADOPTED = any_of(r"""
    abgelehnt zurückgestellt zurückgezogen nicht\s+angenommen [Vv]ertagt überwiesen [Üü]berweisung
    [Üü]berweisen\s+an\b.* nicht\s+befasst [Ee]rledigt(?=\W)
""")
_VOTED = any_of("angenommen beschlossen verabschiedet zugestimmt gewählt dafür Zustimmung Stimmen? Enthaltung(?:en)?")
_OFFICE = any_of(r"""
    Bürgermeister Präsident Präsidium Vorsitzend Landr[aä]t Schriftführ Geschäftsführ Vorstand Verbandsvorsteh Magistrat
    Versammlungsleit Protokollführ Dekan Rektor Stadtdirektor Gemeindevorsteh Kreistag
""")
_NOTICE = any_of(r"""
    Ausgefertigt Ausfertigung\w* Bekanntmachung\w* Verfahrensvermerke? Genehmigung\w* Unterschrift\w*
""")


def _line(kind: Kind, *patterns: str) -> tuple[Kind, re.Pattern[str]]:
    return kind, re.compile(rf"\s*(?:{'|'.join(patterns)})\s*", re.DOTALL)


_LINES = (
    _line(
        Kind.OLD,
        rf"{_PAST}{_VERSION}",
        r"(?:[Bb]isher|[Aa]lt|[Vv]orher)\s*:",
        rf"{PLACE}[^:„]{{1,40}}\b(?:bisher|alt|lautet\s+bisher|alte\s+Fassung|bisherige\s+Fassung)\s*:",
        rf"{PLACE}[^:„]{{1,40}}\((?:bisher|alt|alte\s+Fassung|bisherige\s+Fassung)\)\s*:?",
        rf"{_PAST}{_VERSION}\s+(?:(?:von|des|zu)\s+)?{PLACE}[^:„]{{1,40}}:?",
    ),
    _line(
        Kind.NEW,
        rf"{_FUTURE}{_VERSION}",
        r"(?:[Nn]eu|[Kk]ünftig|[Nn]achher)\s*:",
        rf"{PLACE}[^:„]{{1,40}}\((?:neu|künftig|neue\s+Fassung)\)\s*:?",
        rf"{_FUTURE}{_VERSION}\s+(?:(?:von|des|zu)\s+)?{PLACE}[^:„]{{1,40}}:?",
    ),
    _line(
        Kind.COMPETING,
        r"(?:Alternativ(?:e|antrag|vorschlag)?|Variante|Option|(?:Gegen|Hilfs|Eventual)antrag|Hilfsweise"
        r"|Minderheitsvotum)\s*(?:[A-Z]|[0-9]+|[IVX]+)?\s*:?",
    ),
    _line(
        Kind.REASONS,
        r"(?:[Aa]llgemeine\s+|[Aa]ntrags)?[Bb]egr(?:ü|ue)ndung(?:en)?\b(?:\s*:.*|[^:.]{0,80}:?)",
        rf"{_EXPLAINING}\b(?:\s*:.*|(?:\s+[^.:]{{0,60}})?:?)",
        r"(?:.*[.!]\s+)?(?:Daher|Deshalb|Deswegen|Somit)\s+(?:der|mein|unser)\s+(?:Vorschlag|Antrag)\b.*",
    ),
    _line(
        Kind.MOTION,
        r"(?:\w+[- ])?(?:[Aa]ntrag|\w*antrag)\s*(?:#|Nr\.?)?\s*[0-9A-Z]{0,5}\s*:?",
        r"Antragstext\s*:?|Beantragte\s+Änderung\s*:?|Beschluss(?:vorschlag|text)?\s*:",
    ),
    _line(
        Kind.REJECTED,
        rf"(?:Beschluss|Abstimmung\w*|Ergebnis|Status|Empfehlung\w*)\b.{{0,40}}\b{_NOT_ADOPTED}[^§]{{0,60}}",
        rf"(?:Der|Dieser)\s+\w*[Aa]ntrag\s+(?:wird|wurde|ist)\b.{{0,40}}\b{_NOT_ADOPTED}[^§]{{0,60}}",
        rf"(?:(?:[Mm]ehrheitlich|[Ee]instimmig)\s+)?{_NOT_ADOPTED}[^§]{{0,60}}",
    ),
    _line(
        Kind.REMARK,
        rf"{_DATA}\s*[:|].*",
        rf"(?=[^§]*\b{_VOTED}|\W*\w+\W*$)(?:[Ee]instimmig|[Mm]ehrheitlich|[Mm]it\s+(?:\w+\s+)?Mehrheit)\b[^§]{{0,80}}",
        r"(?:Annahme|[Aa]ngenommen)\s*(?:\([^()]*\))?\.?",
        r"(?:Der|Die|Dem)\s[^§]{0,80}\b(?:\w*[Aa]ntrag|Änderung)\b[^§]{0,80}\b(?:angenommen|zugestimmt|beschlossen)\.?",
        r"(?:Der|Die)\s[^§]{0,60}\bstimm(?:t|en|te)\b[^§]{0,60}\bzu\.?",
        r"Seite\s+[0-9]+(?:\s*(?:/|von)\s*[0-9]+)?|[-–—]\s*[0-9]+\s*[-–—]|[0-9]{1,3}|©.*|\W*[Zz]urück\b.{0,20}|<\s.*",
        r"[-–—_=*.|\s]+|https?://\S+|-\s*Beschluss\s*-",
        r"(?=.*\b(?:unverändert|beibehalten|unberührt|bestehen)\b)"
        rf"(?!.*[a-zäöüß]{{4}}[.!?]\s+[A-ZÄÖÜ])[^:]*{PLACE}[^:]*"
        r"\b(?:(?:bleibt|bleiben)\s+(?:im\s+Übrigen\s+)?(?:unverändert|unberührt|bestehen)"
        r"|gelten?\s+unverändert\s+fort|wird\s+beibehalten)\b[^:§]*",
    ),
    _line(
        Kind.CLOSING,
        rf"(?:[A-ZÄÖÜ(][\w.)/-]*\s+|(?:am|an\s+der|im|in)\s+){{0,4}}[A-ZÄÖÜ(][\w.)/-]*(?:,|,?\s+den|,\s+am)\s+{DATE}\b[^:§„]{{0,80}}",
        rf"[Vv]om\s+{DATE}",
        r"gez\.?\s.*|\(?(?:Siegel|L\.\s?S\.|Dienstsiegel)\)?.*",
        rf"{_NOTICE}\b(?!\s+(?:wird|werden|ist|sind)\b)[^§]{{0,80}}",
    ),
    _line(
        Kind.HEADING,
        rf"(?:[^§„.:]|[0-9IVX]\.){{0,40}}\bÄnderung(?:en)?\s+(?:der|des|von)\s[^§„:]*?{NAME}[^§„:]*(?<![.])",
    ),
    _line(  # after the headings: „Änderung der Geschäftsordnung des Vorstands“ is no signature
        Kind.CLOSING,
        rf"(?=[A-ZÄÖÜ(])(?=.{{0,60}}(?i:{_OFFICE}))"
        r"(?:(?:[A-ZÄÖÜ(][\w*:/_-]*\)?|der|des|die|den|für|und|am|stellv\.|[0-9]\.)[ \t]*)+",
    ),
)
"""Kinds of whole lines. The first that fits counts."""

_NO_TITLE_WORD = re.compile(
    r"\b(?!(?:der|des|die|das|dem|den|von|vom|in|im|zur|zum|zu|für|über|und|sowie|mit|nach|an|am|bei|auf)\b)[a-zäöüß]\w+"
)
"""A word in lower case that makes a sentence of what looks like a title."""

_REFERS = r"(?:[Bb]etr(?:ifft|\.)?\s*:\s*|[Zz]u\s+)?"
_ADDRESS = re.compile(rf"{_REFERS}{PLACE}\s*[0-9IVX(][^:;!?„]*?(?<![.]):?")
_CITED = re.compile(
    rf"{_REFERS}(?:{PLACE}|[0-9IVX]+[a-z]?[.)]?(?=\W|$)|\(\w+\)|\b[a-z]\)|\b(?:und|bis|erster|zweiter|letzter)\b|[\s,./:–-])*"
)
_VERB = re.compile(
    r"\b(?:[Ww]ird|[Ww]erden|wurden?|ist|sind|hat|haben|soll|sollen|tritt|treten|kann|muss|darf|gilt|gelten)\b"
)
_ABBREVIATION = re.compile(r"\b(?:Abs|Nrn?|Buchst|Ziff|Art|lit|S|Betr)\.|[0-9]\.")


def is_address(line: str) -> bool:
    """Whether the line is only a place, perhaps with the heading printed after it."""
    if not _ADDRESS.fullmatch(line) or "." in _ABBREVIATION.sub("", line) or _VERB.search(line) or is_command(line):
        return False
    cited = _CITED.match(line)
    heading = line[cited.end() :] if cited else line
    return not heading or heading[0].isupper()


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
    r"|\bg(?:ilt|elten)\b[^„]*\bim\s+(?:Land\s+Berlin|Saarland)\b",
    re.DOTALL,
)
_PERMITTED = re.compile(
    r"\bermächtigt\b.*\bbekannt\s?zu\s?(?:machen|geben)\b"
    r"|\b(?:kann|darf)\s+den\s+Wortlaut\b[^„]*\bFassung\b[^„]*\bbekannt\s?(?:machen|geben)\b"
    r"|\b(?:wird|werden)\b[^„]*\bhiermit\b[^„]*\b(?:ausgefertigt|bekannt\s?ge(?:macht|geben)|veröffentlicht)\b"
    r"|\b(?:Lesef|[Gg]eltende\s+F)assung\b[^„]*\bist\b[^„]*\bbeigefügt\b",
    re.DOTALL,
)
_ASIDE = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\.?\s*")
_NOMINAL = re.compile(
    r"(?:Streichung|Aufhebung|Einfügung|Ergänzung|Ersetzung|Neufassung|Änderung)\s+(?:de[rs]|von|in)\s+"
    rf"(?:{PLACE}\s*[0-9(]|(?:Anlage|Anhang|Präambel|Überschrift|Inhalts(?:übersicht|verzeichnis)\w*)\b)"
)


def kind_of_line(line: str) -> Kind | None:
    """The kind of a line that is of one kind as a whole; None if its sentences decide."""
    return None if line.startswith("„") else _kind_of_line(line[:_LONGEST])


_LONGEST = 600
"""How much of a line is looked at: what is of one kind as a whole is short, or can be told by its beginning."""


@lru_cache(maxsize=1024)
def _kind_of_line(line: str) -> Kind | None:
    kind = next((kind for kind, pattern in _LINES if pattern.fullmatch(line)), None)
    if kind is Kind.HEADING and _NO_TITLE_WORD.search(line):
        return None
    if kind in (Kind.REMARK, Kind.CLOSING) and is_command(line):
        return None
    if kind is Kind.REMARK and _is_lost(line):
        return Kind.REJECTED
    return kind or (Kind.ADDRESS if is_address(line) else None)


_FOR = r"(?:[Dd]afür|Ja|Zustimmung(?:en)?)"
_AGAINST = r"(?:[Dd]agegen|Nein|Gegenstimmen?|Ablehnung(?:en)?)"
_COUNTED = tuple(
    re.compile(rf"(?P<before>[0-9]+)(?:\s*[x×])?\s*{vote}\b|\b{vote}(?:-?[Ss]timmen)?\s*:?\s*(?P<behind>[0-9]+)")
    for vote in (_FOR, _AGAINST)
)


def _is_lost(line: str) -> bool:
    """„Ja 3, Nein 5“: no more votes for than against."""
    votes = [pattern.search(line) for pattern in _COUNTED]
    counts = [int(vote["before"] or vote["behind"]) for vote in votes if vote]
    return len(counts) == 2 and counts[0] <= counts[1]


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
