"""The tokens of a clause, taken from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from ..commands import NewText
from ..diagnostics import NotUnderstood
from ..messages import _
from .lexicon import Kind, Symbol
from .tokens import Token


class Cursor:
    """A place in the tokens of a clause. `new`: the new text after the sentence, which belongs to the clause."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self.new = next((NewText(token.text, token.span) for token in tokens if token.symbol is Kind.BLOCK), None)

    @property
    def last(self) -> Token:
        """The token taken last."""
        return self._tokens[max(self._at - 1, 0)]

    def peek(self) -> Token | None:
        """The next token, None at the end."""
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    @property
    def word(self) -> str:
        """The next token as it is written, "" at the end."""
        return str(self.peek() or "")

    def sees(self, *symbols: Symbol) -> bool:
        """Whether the next tokens are of these kinds, in this order."""
        return [token.symbol for token in self._tokens[self._at : self._at + len(symbols)]] == list(symbols)

    def take(self, *symbols: Symbol) -> Token | None:
        """The next token, taken, if it is of one of these kinds."""
        token = self.peek()
        return self.next() if token and token.symbol in symbols else None

    def next(self) -> Token:
        """The next token, which must be there, taken."""
        self._at += 1
        return self._tokens[self._at - 1]

    def take_all(self, *symbols: Symbol) -> list[Token]:
        """All next tokens, taken, as long as they are of these kinds."""
        taken = []
        while token := self.take(*symbols):
            taken.append(token)
        return taken

    def misfit(self, token: Token | None = None) -> NotUnderstood:
        """The refusal of a token (else of the next one) that fits nowhere, to be raised."""
        wrong = token or self.peek() or self.last
        return NotUnderstood.of(
            _("„{words}“ does not fit here.").format(words=wrong),
            wrong.span,
            _("Say one change per sentence: place, words in quotation marks, verb."),
        )
