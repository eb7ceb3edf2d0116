"""Matrices and the graphics state of a PDF page: an operator and the state go in, the next state comes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class State:
    """The graphics state (ISO 32000-1, 8.4.1) with the text state in it (9.3).

    `font`: the name of the resource. `tinted`: colours are amounts of ink or patterns, so that 1 is not white.
    """

    matrix: Matrix = IDENTITY
    font: str = ""
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    white: bool = False
    tinted: bool = False


def matrix(six: Iterable[Any]) -> Matrix:
    """The matrix of these operands. Raises ValueError or TypeError if they are not six numbers."""
    a, b, c, d, e, f = (float(number) for number in six)
    return (a, b, c, d, e, f)


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """The matrix that does `m` first and then `n`."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def turned(box: tuple[float, float, float, float], rotation: int) -> tuple[Matrix, tuple[float, float]]:
    """The matrix that turns a page as it is to be read, with its lower left corner at 0, 0; its width and height."""
    left, bottom, right, top = box
    match rotation % 360:
        case 90:
            return (0, -1, 1, 0, -bottom, right), (top - bottom, right - left)
        case 180:
            return (-1, 0, 0, -1, right, top), (right - left, top - bottom)
        case 270:
            return (0, 1, -1, 0, top, -left), (top - bottom, right - left)
        case _:
            return (1, 0, 0, 1, -left, -bottom), (right - left, top - bottom)


def with_operator(state: State, operator: bytes, operands: Any) -> State:
    """The state after an operator that sets one thing in it; the same state after any other."""
    match operator, operands:
        case b"Tc", [value]:
            return replace(state, char_space=float(value))
        case b"Tw", [value]:
            return replace(state, word_space=float(value))
        case b"Tz", [value]:
            return replace(state, scale=float(value) / 100)
        case b"TL", [value]:
            return replace(state, leading=float(value))
        case b"Ts", [value]:
            return replace(state, rise=float(value))
        case b"Tr", [value]:
            return replace(state, mode=int(value))
        case b"g" | b"rg" | b"k", values:
            return replace(state, white=_is_white(values), tinted=False)
        case b"sc" | b"scn", values:
            return replace(state, white=not state.tinted and _is_white(values))
        case _:
            return state


def _is_white(values: Any) -> bool:
    """Whether a colour in gray, RGB or CMYK is white."""
    if len(values) == 4:
        return all(float(value) < 0.03 for value in values)
    return len(values) in (1, 3) and all(isinstance(value, (int, float)) and float(value) > 0.97 for value in values)
