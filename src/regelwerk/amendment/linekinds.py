"""The kinds of whole lines in an act: a line of masked text goes in, its `Kind` comes out."""

from __future__ import annotations

import re
from functools import lru_cache

from ..smallwords import OTHER_WORD
from .dates import DATE
from .phrases import NAME, PLACE, any_of, is_command
from .prose import Kind

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
_VOTE = rf"(?=[^§]*\b{_VOTED}|\W*\w+\W*$)(?:[Ee]instimmig|[Mm]ehrheitlich|[Mm]it\s+(?:\w+\s+)?Mehrheit)\b[^§]{{0,80}}"
"""„Einstimmig“, „mit großer Mehrheit angenommen“."""
_STAYS = (
    r"(?=.*\b(?:unverändert|beibehalten|unberührt|bestehen)\b)"
    rf"(?!.*[a-zäöüß]{{4}}[.!?]\s+[A-ZÄÖÜ])[^:]*{PLACE}[^:]*"
    r"\b(?:(?:bleibt|bleiben)\s+(?:im\s+Übrigen\s+|von\s+de[rn]\s+Änderung(?:en)?\s+)?(?:unverändert|unberührt|bestehen)"
    r"|gelten?\s+unverändert\s+fort|wird\s+beibehalten)\b[^:§]*"
)
"""„§ 3 bleibt im Übrigen unverändert“, in one sentence. First its last word is looked for: most lines have none."""
_PLACE_AND_DAY = (
    r"(?:[A-ZÄÖÜ(][\w.)/-]*\s+|(?:am|an\s+der|im|in)\s+){0,4}[A-ZÄÖÜ(][\w.)/-]*(?:,|,?\s+den|,\s+am)\s+"
    rf"{DATE}\b[^:§„]{{0,80}}"
)
"""„Neustadt an der Aue, den 3. Mai 2030“."""
_SIGNATURE = (
    rf"(?=[A-ZÄÖÜ(])(?=.{{0,60}}(?i:{_OFFICE}))"
    r"(?:(?:[A-ZÄÖÜ(][\w*:/_-]*\)?|der|des|die|den|für|und|am|stellv\.|[0-9]\.)[ \t]*)+"
)
"""„Der Vorsitzende des Vorstands“."""


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
        _VOTE,
        r"(?:Annahme|[Aa]ngenommen)\s*(?:\([^()]*\))?\.?",
        r"(?:Der|Die|Dem)\s[^§]{0,80}\b(?:\w*[Aa]ntrag|Änderung)\b[^§]{0,80}\b(?:angenommen|zugestimmt|beschlossen)\.?",
        r"(?:Der|Die)\s[^§]{0,60}\bstimm(?:t|en|te)\b[^§]{0,60}\bzu\.?",
        r"Seite\s+[0-9]+(?:\s*(?:/|von)\s*[0-9]+)?|[-–—]\s*[0-9]+\s*[-–—]|[0-9]{1,3}|©.*|\W*[Zz]urück\b.{0,20}|<\s.*",
        r"[-–—_=*.|\s]+|https?://\S+|-\s*Beschluss\s*-",
        _STAYS,
    ),
    _line(
        Kind.CLOSING,
        _PLACE_AND_DAY,
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
        _SIGNATURE,
    ),
)
"""Kinds of whole lines. The first that fits counts."""

_NO_TITLE_WORD = re.compile(OTHER_WORD)
"""A word in lower case that makes a sentence of what looks like a title."""

_REFERS = (
    r"(?:[Bb]etr(?:ifft|\.)?\s*:\s*|[Zz]u\s+"
    r"|(?:Antrag\s+[\w.]+\s*:\s*)?\w*[Ää]nderung(?:en)?\s+(?:(?:de[rs]|von|zu|in)\s+)?)?"
)
_OF_TEXT = re.compile(rf"de[rs]\s+(?:\w+\s+)?{NAME}[^:;]*")
_ADDRESS = re.compile(rf"{_REFERS}{PLACE}\s*[0-9IVX(][^:;!?„]*?(?<![.]):?")
_CITED = re.compile(
    rf"{_REFERS}(?:{PLACE}|[0-9IVX]+[a-z]?[.)]?(?=\W|$)|\(\w+\)|\b[a-z]\)|\b(?:und|bis|erster|zweiter|letzter)\b|[\s,./:–-])*"
)
_VERB = re.compile(
    r"\b(?:[Ww]ird|[Ww]erden|wurden?|ist|sind|hat|haben|soll|sollen|tritt|treten|kann|muss|darf|gilt|gelten)\b"
)
_ABBREVIATION = re.compile(r"\b(?:Abs|Nrn?|Buchst|Ziff|Art|lit|S|Betr)\.|[0-9]\.")


def _is_address(line: str) -> bool:
    """Whether the line is only a place, perhaps with the heading printed after it."""
    if not _ADDRESS.fullmatch(line) or "." in _ABBREVIATION.sub("", line) or _VERB.search(line) or is_command(line):
        return False
    cited = _CITED.match(line)
    heading = line[cited.end() :] if cited else line
    return not heading or heading[0].isupper() or bool(_OF_TEXT.fullmatch(heading))


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
    return kind or (Kind.ADDRESS if _is_address(line) else None)


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
