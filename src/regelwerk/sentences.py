"""Where a sentence of German legal text ends: text goes in, its sentences come out.

A mark („.“, „!“, „?“, „…“, or ␞ for a list) before white space and a word that is not in lower case may end a
sentence. It does not inside quotation marks and brackets, nor where it belongs to an abbreviation or a number.
"""

from __future__ import annotations

import re

from .days import MONTH
from .numbers import RAISED


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, in order. Joined with one space they are the text with its white space normalised.

    A list may stand in the text as ␞. Where it is uncertain whether a sentence ends, it does not. Never raises.
    """
    plain = " ".join(text.split())
    if not _MARK.search(plain):
        return (plain,) if plain else ()
    guarded = _ENCLOSED.sub(lambda enclosed: enclosed[0].replace(" ", "\t"), plain)
    sentences = []
    start = 0
    for candidate in _CANDIDATE.finditer(guarded):
        mark = candidate.start()
        before = guarded[max(start, mark - _REACH) : mark]
        if _ends(before, candidate["mark"], candidate["closing"], candidate["next"]):
            sentences.append(plain[start : candidate.end()])
            start = candidate.end() + 1
    return (*sentences, plain[start:])


def _ends(before: str, mark: str, closing: str, following: str) -> bool:
    """Whether `mark` with the quotation marks or brackets `closing` it ends the sentence.

    `before` is the sentence up to the mark (if it is long, its end), `following` the next word.
    """
    if mark in "!?":
        return not closing or begins_sentence(following)
    if following in _COUNTED and before[-1:].isdigit():
        return False
    if mark in "…␞" or before.endswith((".", " ")):
        return begins_sentence(following)
    if _MARKER.fullmatch(before) or _NEVER_ENDING.search(before[-_LONGEST_ABBREVIATION:]):
        return False
    unit = _UNIT_BREAK.split(before.rpartition(" ")[2])[-1]
    if _NUMBERING.fullmatch(unit):
        return _ends_after_numbering(before, unit, following)
    word = _WORD_BREAK.split(unit)[-1]
    if word in _NEVER_ENDS:
        return False
    if word in _BEFORE_NUMBERS:
        return not (following[0].isdigit() or _NUMBERING.fullmatch(following))
    if word in _MAY_END or _LOOKS_ABBREVIATED.search(word):
        return begins_sentence(following)
    return True


def _ends_after_numbering(before: str, unit: str, following: str) -> bool:
    """The same where `unit`, a number or letter, stands before a full stop: „§ 3. Der“ ends there, „am 3. Mai“ not."""
    if following in _COUNTED:
        return False
    if _REFERENCE.search(before):
        return True
    if _LIST_BEFORE.search(before[: len(before) - len(unit)]):
        return False
    return begins_sentence(following) or (unit.isdigit() and following == "§")


def begins_sentence(word: str) -> bool:
    """Whether the word can only begin a sentence: capitalised without being a noun, or numbered („²Der“)."""
    return word in _BEGINNINGS or _SENTENCE_NUMBER.match(word) is not None


_REACH = 80
"""How many characters before a mark are looked at. The longest reference („§§ 3, 5 bis 7 und 9“) fits."""

_ENCLOSED = re.compile(
    r"""  „(?: [^„“”"] | „[^„“”"]*[“”"] )*+ [“”"]  |  “[^“”]*”  |  "[^"]*"  |  »[^»«]*«  |  «[^«»]*»  |  ‚[^‚‘’]*[‘’]
        | \((?: [^()]  | \([^()]*\) )*+ \)  |  \[[^\[\]]*\]
    """,
    re.VERBOSE,
)

_MARK = re.compile(r"[.!?…␞][^ ]* ")
_CANDIDATE = re.compile(
    rf"""(?P<mark>[.!?…␞]) (?P<closing>[)\]“”"«»‘’]*) [*{RAISED}]* (?:[ ]\((?=[a-zß-öø-ÿ])[^ ]*\))?
        (?=[ ] (?:[–—•-][ ])? [„“"«»‚(\[]* (?P<next>§|[^\W_a-zß-öø-ÿ]\w*))
    """,
    re.VERBOSE,
)
"""The end of a sentence, with footnote marks and a remark in brackets („(vgl. § 3)“) that belong to it."""

_UNIT_BREAK = re.compile(r"""[\s(\[„“"»‚]""")
_WORD_BREAK = re.compile(rf"[^\w*/:]|[\d_{RAISED}]")
"""Not at the marks of „Sprecher*in“, „der/die“: the letter after them is no abbreviation."""
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_NUMBER = r"[0-9]{1,3}[a-z]?"
_NUMBERING = re.compile(rf"(?:{_NUMBER}\.?[/–-])*{_NUMBER}|{_ROMAN}|[^\W\d_]|([a-z])\1{{1,2}}")
_MARKER = re.compile(rf"(?:(?:§|[A-ZÄÖÜ]\w+\.?)\s)?(?:(?:[0-9]+\.)*{_NUMBER}|{_ROMAN}|[^\W\d_]|([a-z])\1{{1,2}})")
"""A sentence so far that is only a label: „1.“, „2.1.“, „a.“, „IV.“, „§ 3.“, „Abschnitt II.“"""
_LIST_BEFORE = re.compile(r"[:;,)]\s*$")
_SENTENCE_NUMBER = re.compile(rf"[0-9{RAISED}]{{1,2}}[A-ZÄÖÜ]\w")

_AND = r"(?:\s?[,/–-]\s?|,?\s(?:und|oder|bis|sowie|u\.|od\.|bzw\.)\s)"
_REFERRED = rf"\(?(?:(?:[A-Z]\s?)?[0-9]+[a-z]?|{_ROMAN})\)?"
_REFERENCE = re.compile(
    rf"""(?: (?: § | €
             | \b(?: \w*(?:[Aa]bs|Nrn?|Ziff|Art|Anl|Rn|Kl|Gr|S)\.
                   | \w*(?:[Aa]bs[aä]tz|[Ss][aä]tz)(?:es|en?)?
                   | (?: Nummer | Ziffer | Artikel | Anlage | Anhang | Buch | Teil | Kapitel | Titel | Punkt | TOP
                       | Seite | Spalte | Zeile | Zone | Tabelle | Muster | Phase | Euro | EUR | DM
                       | \w*[Aa]bschnitt | \w*[Aa]lternative | \w*[Ss]tufe | \w*[Gg]ruppe | \w*[Kk]lasse
                       | \w*[Kk]ategorie )(?:e?[ns])?
                   )
             ) \s? {_REFERRED} (?:{_AND}{_REFERRED})*
           | \b(?: [Bb]uchst\. | \w*[Bb]uchstaben? | lit\. ) \s? [a-z]{{1,3}}(?:{_AND}[a-z]{{1,3}})*
         )$
    """,
    re.VERBOSE,
)
"""A number or letter that completes a reference, so that a full stop after it is one."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER_ENDS = _words(
    # What follows is a number or name that the word announces.
    " Abs Absch Abschn Nr Nrn Ziff Buchst lit Lit Rn Rdn Rdnr Rz Tz Anm Anl Anh Kap Abb Tab Pkt Pos Bd Az Tgb Drs"
    " Drucks Anz BAnz Bek Urt Beschl Unterabs UAbs Uabs Tel"
    # Titles and parts of names.
    " Dr Prof Hr Hrn Fr Frl St Dipl Ing Priv Doz rer nat jur med phil theol oec habil geb Fa"
    # Words that lean on what follows.
    " bzw vgl Vgl ca ggf Ggf ggfs gegebenenf evtl Evtl insb insbes Insb bspw Bspw beispielsw sog zzgl abzgl inkl exkl"
    " einschl ausschl max min mind gem Gem entspr betr bzgl lfd Lfd od zw ehem stv stellv Stv Stellv"
)
_NEVER_ENDING = re.compile(r"(?:^|[\s(/–-])(?:z\.\s?B|Z\.\s?B|d\.\s?h|D\.\s?h|u\.\s?a|i\.\s?V\.\s?m|i\.\s?S\.\s?[dv])$")
_LONGEST_ABBREVIATION = 10
"""More characters than any of these has with the one before it."""
_BEFORE_NUMBERS = _words("Art Fax")
"""Abbreviations before a number, plain words otherwise: „nach Art. 5“, „in geeigneter Art. Der“."""
_MAY_END = _words(
    # Closings of an enumeration or reference.
    " usw usf etc dgl dergl ff Alt Hs HS Halbs"
    # Units, times, amounts.
    " Mio Mrd Tsd Std Min Sek Jh Jg Jan Feb Febr Apr Aug Sep Sept Okt Nov Dez Mo Di Mi Do Sa So vorm nachm"
    # Legal forms, streets, offices and countries, taxes.
    " Co Inc Ltd Corp Str Pl Abt Ref Vors Einw Mitgl Ges Hrsg Aufl Ausg Bay Sächs Thür Hess Brem Hamb Brandenb Saarl"
    " Württ Westf Hann Holst Amtl Verw Vorst Kto MwSt USt"
    # Adjectives and endings of signatures.
    " allg städt öff ev evang kath röm red Red gez Unterschr zzt zul Ev Kath luth komm gesch bes techn wissensch"
    " landwirtsch minderj sinngem versch tel"
    # Universities, churches, associations, sports.
    " wiss stud akad Akad iur Univ Fak Inst Sem Präs Sup Landesk Kirchenkr Kirchengem Amtsger Verb Landesverb Kreisverb"
    " Ortsverb Bez Fam Postf Del Geb Mtgl Lehrg Wettk Altersk Tg"
)
"""Abbreviations that end a sentence if the next word can only begin one."""
_LOOKS_ABBREVIATED = re.compile(
    r"^[^\W\d_]$|^[B-DF-HJ-NP-TV-XZ]?[b-df-hj-np-tv-xzß]+$|[Bbcdfkpqtvxz][lrnmw]$|[gs][lr]$|nl$|hrl$|[Bb]I$"
)
"""A single letter, or what no German word ends in: „Pkt“, „Hauptstr“, „gemeindl“; „GVBI“ is „GVBl“ as OCR reads it."""

_COUNTED = frozenset(MONTH.split("|")) | _words(
    " Febr Halbsatz Halbs Hs HS Teilsatz Zeile Spalte Alternative Alt Variante Var Spiegelstrich Unterabsatz Jahrgang"
)
"""What an ordinal counts even where a reference stands before it: „Satz 1 2. Halbsatz“, „§ 3 ist bis 1. Mai“."""

_BEGINNINGS = _words(
    # Articles and pronouns.
    " Der Die Das Den Dem Des Ein Eine Einer Eines Einem Einen Er Sie Es Ihr Ihre Ihrer Ihm Ihnen Sein Seine Seiner"
    " Wir Dies Diese Dieser Dieses Diesem Diesen Jene Jener Jenes Derselbe Dieselbe Dasselbe Deren Dessen Man Jeder"
    " Jede Jedes Jedem Jeden Alle Aller Allen Alles Beide Beides Kein Keine Keiner Keines Keinem Keinen Mehrere"
    " Sämtliche Einige Einzelne Andere Weitere Solche Wer Wen Wem Was Welche Welcher Welches Niemand Jedermann"
    # Prepositions.
    " Ab An Am Auf Aus Außer Außerhalb Bei Beim Binnen Bis Durch Für Gegen Gegenüber Gemäß Hinsichtlich In Im"
    " Innerhalb Ins Infolge Kraft Laut Mit Nach Neben Oberhalb Ohne Seit Statt Trotz Über Um Ungeachtet Unter"
    " Unbeschadet Unterhalb Vom Von Vor Vorbehaltlich Während Wegen Zu Zum Zur Zugunsten Zulasten Zwischen Anlässlich"
    " Anstelle Aufgrund Mittels"
    # Conjunctions and adverbs.
    " Aber Abweichend Allerdings Als Alsdann Also Anschließend Andernfalls Anderenfalls Ansonsten Auch Außerdem Bereits"
    " Besonders Bevor Bisher Da Dabei Dadurch Dafür Dagegen Daher Damit Danach Daneben Dann Daran Darauf Daraus Darin"
    " Darüber Darunter Dass Davon Dazu Demnach Denn Deshalb Dort Ebenfalls Ebenso Einmal Entsprechend Entsprechendes"
    " Erst Falls Ferner Frühestens Gleiches Gleichzeitig Grundsätzlich Hierauf Hierbei Hierdurch Hierfür Hiermit"
    " Hiervon Hierüber Hierzu Höchstens Insbesondere Insofern Insoweit Insgesamt Jedoch Je Jeweils Lediglich Mindestens"
    " Nachdem Näheres Nicht Nichts Nur Ob Obwohl Oder Regelmäßig So Sobald Sodann Sofern Solange Somit Sonst Sonstige"
    " Sooft Sowohl Soweit Spätestens Stets Sodass Trotzdem Und Unverzüglich Vielmehr Vorher Weder Weil Weiterhin Wenn"
    " Werktags Wie Wiederum Wo Wobei Zudem Zuerst Zuletzt Zugleich Zunächst Zusätzlich Zuvor Zwar"
    # Verbs before their subject.
    " Beantragt Bedarf Beginnt Beschließt Besteht Bestehen Betrifft Bleibt Darf Dürfen Endet Entfällt Enthält"
    " Entscheidet Entsteht Erfolgt Ergibt Erhält Erhalten Erreicht Erscheint Fällt Fehlt Fehlen Findet Finden Gehört"
    " Gehören Gibt Gilt Gelten Geht Haben Hat Hatte Ist Kann Kommt Können Konnte Lässt Lassen Legt Liegt Liegen Macht"
    " Muss Müssen Nimmt Scheidet Sind Soll Sollen Sollte Sollten Stehen Steht Stellt Stimmt Tritt Treten Überschreitet"
    " Übersteigt Verliert Versäumt Verzichtet War Waren Weicht Werden Widerspricht Will Wird Wurde Wurden Wäre Zahlt"
)
"""Words that are capitalised only at the beginning of a sentence."""
