"""The small words of German, which lean on the word after them: patterns, to be put between the ends of words.

And the pattern of a word that is none of them.
"""

ARTICLES = "der|die|das|dem|den|des|ein(?:e[rmns]?)?|vom|zum|zur|am|im|ab|bis|seit|als"
"""Articles, and prepositions that hold one or stand before a date: a number after them counts a noun."""

PREPOSITIONS = "an|auf|aus|bei|durch|für|gegen|gemäß|in|mit|nach|ohne|über|um|unter|von|vor|zu|zwischen"

CONJUNCTIONS = "und|oder|sowie"

SMALL_WORDS = f"{ARTICLES}|{PREPOSITIONS}|{CONJUNCTIONS}"
"""What titles have in lower case: „Bildung der Ausschüsse und Wahl zum Vorstand“."""

OTHER_WORD = rf"\b(?!(?:{SMALL_WORDS})\b)[a-zäöüß]\w+"
"""A word in lower case that titles do not have."""
