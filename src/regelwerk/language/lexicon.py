"""The words of amending language: in goes „eingefügt“, out comes what it does in a sentence.

The one table is `ROWS`: who misses a word, or a form of it, adds it there. Brackets hold endings: „folgende(r|s|)“.
"""

from __future__ import annotations

from enum import Enum, auto

from ..citation import Level


class _Kinds(Enum):
    """There is one of each, and tokens are looked up by theirs all the time."""

    __hash__ = object.__hash__


class Operation(_Kinds):
    """What a verb does to the text; the value is its plainest word, for hints."""

    REPLACE = "ersetzt"
    STRIKE = "gestrichen"
    INSERT = "eingefügt"
    APPEND = "angefügt"
    PREPEND = "vorangestellt"
    EXTEND = "ergänzt"
    RECAST = "gefasst"
    READ = "lautet"
    RECEIVE = "erhält"
    CHANGE = "geändert"
    RENAME = "umbenannt"
    RENUMBER = "wird zu"
    SHIFT = "verschieben sich"
    SHIFT_UP = "erhöht"
    SHIFT_DOWN = "verringert"
    NONE = ""


ADDING = (Operation.INSERT, Operation.APPEND, Operation.PREPEND, Operation.EXTEND)
"""Verbs that put something new into the text."""

OF_OLD_WORDS = (Operation.REPLACE, Operation.STRIKE, Operation.CHANGE, Operation.RENAME)
"""Verbs that, if they are about words, are about words that stand in the text."""

OF_NEW_WORDING = (Operation.RECAST, Operation.READ, Operation.RECEIVE)
"""Verbs that give units their words; never about words inside the text."""

ORDERS_AS_NOUNS = {
    "Streichung": Operation.STRIKE,
    "Aufhebung": Operation.STRIKE,
    "Neufassung": Operation.RECAST,
    "Einfügung": Operation.INSERT,
    "Hinzufügung": Operation.APPEND,
    "Ergänzung": Operation.EXTEND,
    "Ersetzung": Operation.REPLACE,
}
"""„Streichung von § 3“: at the beginning of a sentence the noun is as good as its verb."""


class Role(_Kinds):
    """What a preposition says about the thing after it; THEME is the thing without one."""

    THEME = auto()
    IN = auto()
    AT = auto()
    BESIDE = auto()
    AFTER = auto()
    BEFORE = auto()
    BY = auto()
    AROUND = auto()
    FROM = auto()
    ONTO = auto()
    TO = auto()
    AS = auto()
    INSTEAD = auto()


class Kind(_Kinds):
    """All other parts of a sentence. The first block is never in the table: it is found in the sentence itself."""

    PLACE = auto()  # „§ 3 Absatz 2“; also „Satz“ without a number
    QUOTE = auto()
    BLOCK = auto()  # the new text after the sentence
    NUMBER = auto()
    LAW = auto()  # the amended text or another: „die Geschäftsordnung vom 4. Mai 2010“
    CITATION_CLAUSE = auto()  # „, das zuletzt durch … geändert worden ist,“
    BRACKET = auto()
    HEADING = auto()  # „§ 33 Übergangsbestimmungen“
    UNKNOWN = auto()

    NOUN = auto()  # stands before quoted words
    LABEL = auto()  # stands before a quoted number that a unit bears
    MARK = auto()  # spelled punctuation
    WHOLE = auto()  # „der bisherige Wortlaut“
    HERE = auto()  # „wie folgt“: the new text is what comes after the sentence
    ANNEX = auto()  # „aus dem Anhang ersichtlich“: the new text stands elsewhere
    FRESH = auto()  # „folgender“: not in the text yet
    EACH = auto()
    START = auto()
    END = auto()
    LAST = auto()  # „das abschließende Komma“
    NTH = auto()  # „das zweite Wort“
    OCCURRENCE = auto()  # „an der zweiten Stelle“
    ENTIRE = auto()  # „die gesamte Satzung“: every occurrence in it
    UP_TO = auto()
    AUXILIARY = auto()
    HYPOTHETICAL = auto()
    FORMERLY = auto()
    ARTICLE = auto()
    PRONOUN = auto()
    AND = auto()
    COMMA = auto()
    STOP = auto()
    COLON = auto()
    HENCEFORTH = auto()
    ANEW = auto()  # „§ 6 Abs. 2 neu:“
    FILLER = auto()


Symbol = Operation | Role | Kind


ROWS: tuple[tuple[Symbol, str], ...] = (
    # Verbs
    (Operation.REPLACE, "ersetzt, ersetze, ersetzen, zu ersetzen, ausgetauscht, auszutauschen, austauschen, "
                        "tritt, treten, heißt, heißen, zu heißen, gesetzt"),
    (Operation.STRIKE, "gestrichen, streiche, streichen, zu streichen, aufgehoben, aufzuheben, aufheben, "
                       "entfällt, entfallen, fällt weg, fallen weg, fällt fort, fallen fort, "
                       "gelöscht, lösche, löschen, zu löschen, "
                       "entfernt, entferne, entfernen, zu entfernen, getilgt, weggelassen"),
    (Operation.INSERT, "eingefügt, einzufügen, einfügen, füge, eingeschoben, einzuschieben, eingesetzt, aufgenommen, "
                       "aufzunehmen, eingeführt, einzuführen, füge ein"),
    (Operation.APPEND, "angefügt, anzufügen, anfügen, angehängt, anzuhängen, hinzugefügt, hinzuzufügen, hinzufügen"),
    (Operation.PREPEND, "vorangestellt, voranzustellen, voranstellen"),
    (Operation.EXTEND, "ergänzt, ergänze, ergänzen, zu ergänzen, erweitert, zu erweitern"),
    (Operation.RECAST, "gefasst, gefaßt, neugefasst, neugefaßt, fasse, fassen, zu fassen, neuzufassen, "
                       "neu gefasst, neu gefaßt, neu zu fassen, neu fassen, neu formuliert, umformuliert"),
    (Operation.READ, "lautet, lauten, zu lauten"),
    (Operation.RECEIVE, "erhält, erhalt, erhalten, erhielt, erhielten, bekommt, bekommen, zu erhalten, enthält"),
    (Operation.CHANGE, "geändert, geändert und ergänzt, ändere, ändern, zu ändern, abgeändert, abzuändern, "
                       "herabgesetzt, heraufgesetzt, gesenkt, angehoben, verlängert, verkürzt, "
                       "ergibt sich, ergeben sich, vorgenommen"),
    (Operation.RENAME, "umbenannt, umzubenennen"),
    (Operation.SHIFT, "verschiebt sich, verschieben sich, verschoben, rückt auf, rücken auf, rückt nach, rücken nach, "
                      "ändern sich, ändert sich, umnummeriert, umnumeriert, neu nummeriert, neu numeriert, "
                      "durchnummeriert, neu durchnummeriert"),
    (Operation.SHIFT_UP, "erhöht, erhöht sich, erhöhen sich, nach hinten"),
    (Operation.SHIFT_DOWN, "verringert, verringert sich, verringern sich, vermindert, vermindert sich, "
                           "vermindern sich, reduziert, nach vorne, nach vorn"),
    (Kind.AUXILIARY, "wird, werden, wurde, wurden, worden, ist, sind, sei, seien, soll, sollen, sollte, sollten, muss, "
                     "müssen, muß, möge, mögen, rückt, rücken"),
    (Kind.HYPOTHETICAL, "würde, würden"),
    # Prepositions
    (Role.IN, "in, im, ins, unter, aus"),
    (Role.AT, "an, am"),
    (Role.BESIDE, "bei, beim"),
    (Role.AFTER, "nach, hinter"),
    (Role.BEFORE, "vor"),
    (Role.BY, "durch, gegen"),
    (Role.AROUND, "um"),
    (Role.FROM, "von, vom"),
    (Role.ONTO, "auf"),
    (Role.TO, "zu, zum, zur"),
    (Role.AS, "als"),
    (Role.INSTEAD, "statt, anstatt, anstelle, anstelle von, an die Stelle, an Stelle"),
    # Things
    (Kind.NOUN, "Wort(|e|es|en), Wörter(|n), Wortfolge(|n), Wortgruppe(|n), Angabe(|n), Zahl(|en), Zahlenangabe, "
                "Ziffer(|n), Jahreszahl(|en), Betrag(|s|es), Beträge(|n), Geldbetrag, Datum, Datumsangabe(|n), "
                "Zeitangabe(|n), Prozentangabe(|n), Bezeichnung(|en), Begriff(|e|en), Ausdruck, Ausdrücke(|n), "
                "Wendung(|en), Abkürzung(|en), Zitat(|e|en), Verweisung(|en), Verweis(|e|en), Hinweis(|e|en), "
                "Bezugnahme(|n), Verweis auf, Hinweis auf, Verweisung auf, Bezugnahme auf, "
                "Textstelle(|n), Textteil(|e), Textpassage(|n), Passage(|n), Passus, "
                "Formulierung(|en), Klammerzusatz(|es), Klammerzusätze(|n), Klammerzitat, Klammerangabe(|n), Klammer, "
                "Zusatz(|es), Zusätze(|n), Einschub, Name(|n), Namen(|s), Buchstabe(|n|ns), Zeichen, Teilsatz(|es), "
                "Satzteil(|s), Formel(|n), Eintrag(|s|es), Einträge(|n)"),
    (Kind.WHOLE, "Wortlaut(|s|es), bisherige(|r|n) Wortlaut(|s|es), bisherige(|n) (Vorschrift|Bestimmung), "
                 "(|bisherige |bisherigen |bisheriger )Text(|s|es)"),
    (Kind.FRESH, "folgende(|r|s|n|m), nachfolgende(|r|s|n|m), nachstehende(|r|s|n|m), neue(|r|s|n|m), "
                 "weitere(|r|s|n|m), zusätzliche(|r|s|n|m), alle (folgenden|nachfolgenden|weiteren|übrigen), "
                 "übrigen, restlichen"),
    (Kind.HERE, "wie folgt, folgendermaßen, folgende(|r|n|s|m) (|neue |neuen |neuer |neuem )"
                "(Fassung|Neufassung|Wortlaut|Text|Formulierung|Inhalt|Regelung|Vorschrift|Bestimmung|"
                "Regelungen|Vorschriften|Bestimmungen), die Fassung, "
                "die neue Fassung, mit folgende(m|n|r) (|neuen |neuer )(Fassung|Wortlaut|Text|Inhalt), "
                "in folgender (|neuer )Fassung, (nachstehende|nachfolgende)(|r|n) (Fassung|Wortlaut|Text), "
                "in nachstehender Fassung, folgendes, "
                "(folgende|nachfolgende|nachstehende) (Änderung|Änderungen)"),
    # Which of them, where, how often
    (Kind.EACH, "jeweils, an allen Stellen, in allen Fällen, an beiden Stellen, in beiden Fällen, durchgängig, "
                "durchgehend, überall, (im|in dem) (gesamten|ganzen) (Text|Wortlaut|Dokument)"),
    (Kind.ENTIRE, "gesamte(|n|r|s|m), ganze(|n|r|s|m)"),
    (Kind.START, "am Anfang, zu Beginn, am Beginn, am Satzanfang"),
    (Kind.END, "am Ende, am Schluss, am Schluß, am Satzende, am Ende des Satzes"),
    (Kind.LAST, "abschließende(|n|r|s|m), schließende(|n|r|s|m)"),
    (Kind.UP_TO, "bis"),
    # Small words
    (Kind.ARTICLE, "der, die, das, dem, den, des, ein, eine, einen, einem, einer, eines, ihrer, ihres, seiner, seines, "
                   "unserer, unseres"),
    (Kind.PRONOUN, "er, sie, dieser, diese, dieses"),
    (Kind.AND, "und, sowie, und zwar"),
    (Kind.FORMERLY, "bisher, bislang, derzeit, zurzeit, aktuell, gegenwärtig, bisherige(|r|s|n|m), "
                    "ursprüngliche(|r|s|n|m)"),
    (Kind.NUMBER, "(eine|zwei|drei|vier|fünf) (Ziffer|Ziffern|Stelle|Stellen|Position|Positionen)"),
    (Kind.HENCEFORTH, "künftig, zukünftig, nunmehr, nun, jetzt, dann"),
    (Kind.ANEW, "neu"),
    (Kind.FILLER, "es, sich, danach, sodann, damit, dadurch, "
                  "außerdem, zudem, ferner, weiterhin, zugleich, gleichzeitig, demgemäß, dementsprechend, "
                  "bitte, richtig, entsprechend, ersatzlos, "
                  "komplett, vollständig, ganz, insgesamt, hierzu, dazu, hiermit, darin, je, "
                  "(einschließlich|inklusive|samt) (|der |ihrer |seiner )Überschrift, (nebst|mit) Überschrift, "
                  "in der bisherigen (Form|Fassung), der Aufzählung, (bleibt|bleiben) (|im Übrigen )unverändert und, "
                  "(die|in der|in ihrer|ihrer) (Nummerierung|Numerierung), "
                  "unter Verzicht auf eine Untergliederung in Absätze"),
)  # fmt: skip

MARKS = {
    ",": "Komma, Kommas, Kommata, Beistrich",
    ".": "Punkt, Punktes, Punkts, Schlusspunkt",
    ";": "Semikolon, Semikolons, Strichpunkt, Strichpunktes, Strichpunkts",
    ":": "Doppelpunkt, Doppelpunktes",
    "–": "Gedankenstrich, Gedankenstriches, Gedankenstrichs",
    ")": "schließende Klammer, schließenden Klammer",
    "(": "öffnende Klammer, öffnenden Klammer",
}
"""Punctuation that is spelled."""

LABELS = {
    Level.PARAGRAF: "Paragrafenbezeichnung(|en), Paragraphenbezeichnung(|en)",
    Level.SATZ: "Satzbezeichnung(|en), Satznummer(|n), Satznummerierung",
    Level.ABSATZ: "Absatzbezeichnung(|en), Absatznummer(|n), Absatznummerierung, Absatznumerierung",
    Level.NUMMER: "Nummernbezeichnung(|en), Nummerbezeichnung(|en), Nummernangabe",
}
"""Nouns before a quoted label, and the level of the unit that bears it: „die Absatzbezeichnung „(1)““."""

PREFIXED = {
    ("füge", "ein"): Operation.INSERT,
    ("füge", "an"): Operation.APPEND,
    ("füge", "hinzu"): Operation.APPEND,
    ("hebe", "auf"): Operation.STRIKE,
    ("stelle", "voran"): Operation.PREPEND,
    ("fällt", "weg"): Operation.STRIKE,
    ("fallen", "weg"): Operation.STRIKE,
    ("fällt", "fort"): Operation.STRIKE,
    ("fallen", "fort"): Operation.STRIKE,
    ("tausche", "aus"): Operation.REPLACE,
    ("tauschen", "aus"): Operation.REPLACE,
    ("rückt", "auf"): Operation.SHIFT,
    ("rücken", "auf"): Operation.SHIFT,
    ("rückt", "nach"): Operation.SHIFT,
    ("rücken", "nach"): Operation.SHIFT,
}
"""Verbs whose prefix stands at the end of the sentence: „Füge nach Satz 2 … ein“."""

STEMS = frozenset(stem for stem, _prefix in PREFIXED)
