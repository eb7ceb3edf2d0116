"""Where sentences end: examples by rule, properties, and the share of a corpus of official sentence numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regelwerk.sentences import split_sentences

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "sentences.jsonl"


def marked(text: str) -> tuple[str, ...]:
    """The sentences of a test text in which ¦ stands where one ends."""
    return tuple(text.split(" ¦ "))


ONE_RULE_EACH = {
    "full stop": "Der Beirat tagt öffentlich. ¦ Gäste dürfen sprechen.",
    "question and exclamation mark": "Wer darf wählen? ¦ Alle Mitglieder! ¦ Gäste nicht.",
    "semicolon and colon end nothing": "Es gilt Folgendes: Der Beirat tagt; Gäste dürfen zuhören. ¦ Er schweigt.",
    "lower case goes on": "Der Beirat prüft die Hefte usw. auf Fehler.",
    "a sentence may begin in lower case": "die Hefte zu prüfen. ¦ Dazu gehören auch Listen;",
    "a sentence may begin with a number": "Das genügt. ¦ 14 Tage später wird gewählt. ¦ § 4 gilt entsprechend.",
    "a sentence may begin with a dash": "Der Beirat tagt. ¦ – Er wählt.",
    "date": "Der Beirat tagt am 3. Januar und am 1. Juli. ¦ Er wählt am 3. und 4. Mai.",
    "date behind a bracket": "Er gilt i. d. F. vom 3. Mai (Amtsbl. S. 4)/17. Dezember 2030. ¦ Er bleibt.",
    "date in digits": "Er tagt bis zum 31.12. eines Jahres. ¦ Am 1.1.2031 wird gewählt. ¦ Das war am 3. 4. 2030.",
    "ordinal": "Die 2. Änderung nennt das 18. Lebensjahr und die 1. Vorsitzende.",
    "number at the end": "Der Beirat hat höchstens 20. ¦ Er darf weniger haben. ¦ Es waren 7. ¦ § 3 gilt.",
    "year at the end": "Er gilt bis 2030. ¦ Mitglieder bleiben im Amt.",
    "amount at the end": "Der Beitrag ist 10.000,-- EUR. ¦ Familien zahlen 7,50. ¦ Gäste EUR 20. ¦ Vereine nie.",
    "reference": "Es gelten Abs. 2 S. 1 Nr. 3 und Art. 5 Abs. 1 Buchst. a i. V. m. § 4 Ziff. 2 lit. b dieser Ordnung.",
    "reference at the end": "Es gilt § 5 Abs. 2. ¦ Alle nach den §§ 3, 4 und 7. ¦ Er nach Buchst. a bis c. ¦ Er nicht.",
    "ordinal after a reference": "Satz 1 2. Halbsatz und § 3 Abs. 2, 1. Alternative gelten nach Absatz 1 bis 31. Mai.",
    "plain word like an abbreviation": "Er fördert Feste jeder Art. ¦ Mitglieder helfen.",
    "place of publication": "Er gilt i. d. F. v. 3. Mai 2030 (Amtsbl. I S. 33, GVBl. Nr. 4 S. 12). ¦ Er gilt lange.",
    "leaning words": "Gem. Plan sind bzw. waren z. B. Die Bunten, d. h. Vereine, ca. 20 Jahre ggf. Mitglied. ¦ Er nie.",
    "titles and initials": "Frau Prof. Dr. A. B. Muster und Dipl.-Ing. K. Beispiel leiten. ¦ Sie wechseln sich ab.",
    "registered association": "Träger ist der Muster e. V. ¦ Er sitzt am Ort. ¦ Der Muster e.V. Neustadt hilft.",
    "and so on": "Er prüft Hefte, Listen usw. ¦ Das dauert. ¦ Er prüft §§ 3 ff. ¦ Sie gelten.",
    "other abbreviations": "Der stv. Vors. wohnt in der Hauptstr. 5, die städt. Räume kosten 2 Mio. Euro.",
    "abbreviations of associations": "Der Württ. Landesverband und die ev.-luth. Kirche zahlen den jährl. Beitrag.",
    "abbreviations of other fields": "Die wiss. Mitarbeiter der Fak. Musik der Univ. Neustadt kommen. ¦ Sie bleiben"
    " bei Sup. Muster an der Univ. ¦ Die Altersk. U 15 des Kreisverb. Nord geht.",
    "unknown abbreviation without a German syllable": "Die gemeindl. Räume und die Zwgst. Nord sind offen.",
    "Roman numerals": "Der I. Nachtrag ändert Abschnitt IV. ¦ Gewässer II. Ordnung bleiben.",
    "label": "1. Der Beirat tagt. ¦ 2. Er wählt. ¦ § 4. Der Vorstand leitet.",
    "label after a colon": "Es wählen: 1. Die Vereine, 2. Die Schulen.",
    "printed sentence numbers": "¹Der Beirat tagt usw. ¦ ²Er wählt 2 Sprecher nach § 3. ¦ 3Er endet.",
    "abbreviation after a printed number": "¹Der Rat hilft. ¦ ²Art. 4 gilt. ¦ ³Abs. 1 Nr. 2 gilt nicht.",
    "address on the net": "Er steht auf www.example.org/ordnung.html oder bei info@example.org. ¦ Er ist frei.",
    "quotation inside": "Der Vorsitz ruft: „Ruhe! Alle setzen sich. Danke.“ ¦ Dann beginnt die Sitzung.",
    "quotation goes on": "Der Verein „Hilf mit! Jetzt.“ und die Gruppe »Wir. Alle.« in Neustadt gehören dazu.",
    "nested quotation": "Das Wort „Rat („kleiner. Rat“). Ende“ fehlt. ¦ Es wird ergänzt.",
    "unclosed quotation": "Der Rat heißt „Runde. ¦ Er tagt.",
    "bracket inside": "Der Rat tagt (vgl. § 3. Das gilt auch sonst.) ¦ Er wählt (er darf. Er muss.) zwei Sprecher.",
    "bracket of its own": "Der Rat tagt. ¦ (Gäste dürfen zuhören.) ¦ Er wählt.",
    "remark belongs to the sentence before": "Der Rat tagt. (vgl. auch § 3) ¦ Er wählt.",
    "gendered words": "Es leitet ein*e Sprecher*in. ¦ Vereine wählen eine/n. ¦ Mitglieder auch eine*n. ¦ Gäste nicht.",
    "omission": "Sie heißt ... ¦ Der Rat tagt am … Mai.",
    "list": "Der Rat kann ␞. ¦ Er muss ␞, soweit er will. ¦ Er darf ␞ Mittel nutzen und ␞ ¦ Die Kosten trägt ␞",
}


@pytest.mark.parametrize("text", ONE_RULE_EACH.values(), ids=ONE_RULE_EACH.keys())
def test_rule(text: str) -> None:
    assert split_sentences(text.replace(" ¦ ", " ")) == marked(text)


def test_white_space_of_any_kind_is_one_space() -> None:
    assert split_sentences("Der Beirat\n\ttagt.\u00a0Er  wählt.\n") == ("Der Beirat tagt.", "Er wählt.")


def test_nothing_in_nothing() -> None:
    assert split_sentences(" \n") == ()


FRAGMENTS = """
    Der Rat tagt er wählt Satz Mai ein*e. ²Er Hauptstr. Zwgst. usw. BGBl. Art. Abs. Nr. Buchst. z. B. e. V. a b.
    3. 12. 2030. 1.1. § 5a IV. Halt! wer? (siehe (Das ) .) „Das “ .“ !“ » « " ‚so ‘ [ ] ␞ ␞. … ... – : ; ²
"""
TEXTS = st.lists(st.sampled_from([*FRAGMENTS.split(), "\n", "\t", "\u00a0"]), max_size=30).map(" ".join) | st.text()


@given(TEXTS)
def test_nothing_is_lost(text: str) -> None:
    assert " ".join(split_sentences(text)) == " ".join(text.split())


@given(TEXTS)
def test_a_sentence_is_one_sentence(text: str) -> None:
    for sentence in split_sentences(text):
        assert split_sentences(sentence) == (sentence,)


@given(TEXTS)
def test_joined_again_it_splits_the_same(text: str) -> None:
    sentences = split_sentences(text)
    assert split_sentences("\n".join(sentences)) == sentences


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not beside this repository")
def test_share_of_corpus() -> None:
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    wrong = [row["text"] for row in rows if list(split_sentences(row["text"])) != row["sentences"]]
    assert len(wrong) <= 0.007 * len(rows), wrong[:3]
