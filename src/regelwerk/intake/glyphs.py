"""A page of a PDF goes in; the letters drawn on it come out with their places, and the strokes and pictures.

The content stream is interpreted as ISO 32000-1 describes it (8.4 graphics state, 9.4 text objects), as far as
places and visibility of letters need it. Fonts are decoded by pypdf.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject
from pypdf.generic._font import Font

from ..messages import _
from .graphics import IDENTITY, Matrix, State, matrix, multiply, turned, with_operator


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter from `x0` to `x1` on the baseline `y`, in points from the lower left corner of the page as it is read.

    `space`: width of a space in its font. `hidden`: why nobody sees it, "" if it shows. `upright`: not turned.
    `after_space`: a space is drawn before it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    space: float
    bold: bool = False
    hidden: str = ""
    upright: bool = True
    after_space: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal line, drawn from `x0` to `x1` at the height `y`."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page. `pictures`: the part of the page that pictures cover."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    pictures: float = 0.0


def read_drawing(page: PageObject) -> Drawing:
    """What is drawn on the page. Raises what pypdf raises for a damaged one."""
    box = page.cropbox
    corners = (float(box.left), float(box.bottom), float(box.right), float(box.top))
    start, (width, height) = turned(corners, page.rotation)
    drawing = Drawing(width, height)
    if "/Contents" in page:
        contents = ContentStream(page["/Contents"].get_object(), page.pdf, "bytes")
        resources = page.get("/Resources", DictionaryObject()).get_object()
        _Interpreter(drawing, resources, State(start), 0).run(contents)
    return drawing


_DEEPEST_FORM = 8
_READ_AS = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
    | dict.fromkeys("\u00ad\u2010\u2011", "-")
)
"""Ligatures are drawings of letters; fonts draw all hyphens alike, and whichever is drawn is seen."""
_SMALLEST = 3.0
"""Letters smaller than this many points cannot be read on paper."""
_PAINT = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}


class _Interpreter:
    """Interprets one content stream, that of the page or of a form in it, and adds to the drawing."""

    def __init__(self, drawing: Drawing, resources: DictionaryObject, state: State, depth: int) -> None:
        self.drawing = drawing
        self.resources = resources
        self.state = state
        self.depth = depth
        self.stack: list[State] = []
        self.text = self.line = IDENTITY
        self.path: list[tuple[float, float, float, float]] = []
        self.point = (0.0, 0.0)
        self.fonts: dict[str, Font | None] = {}
        self.bold = False

    def run(self, content: ContentStream) -> None:
        for operands, operator in content.operations:
            if not (self._text(operator, operands) or self._path(operator, operands)):
                self._graphics(operator, operands)

    def _graphics(self, operator: bytes, operands: Any) -> None:
        match operator, operands:
            case b"q", _:
                self.stack.append(self.state)
            case b"Q", _:
                self.state = self.stack.pop() if self.stack else self.state
            case b"cm", six:
                self.state = replace(self.state, matrix=multiply(matrix(six), self.state.matrix))
            case b"Tf", [name, size]:
                self.state = replace(self.state, font=name, size=float(size))
            case b"cs", [name]:
                space = self._resource("/ColorSpace", name)
                family = space[0] if isinstance(space, ArrayObject) else name
                self.state = replace(self.state, tinted=family in ("/Separation", "/DeviceN", "/Indexed", "/Pattern"))
            case b"Do", [name]:
                self._draw(name)
            case _:
                self.state = with_operator(self.state, operator, operands)

    def _text(self, operator: bytes, operands: Any) -> bool:
        """Interpret an operator that begins, places or shows text; whether it is one."""
        match operator, operands:
            case b"BT", _:
                self.text = self.line = IDENTITY
            case b"Td", [x, y]:
                self._move(float(x), float(y))
            case b"TD", [x, y]:
                self.state = replace(self.state, leading=-float(y))
                self._move(float(x), float(y))
            case b"Tm", six:
                self.text = self.line = matrix(six)
            case b"T*", _:
                self._move(0, -self.state.leading)
            case b"Tj", [shown]:
                self._show([shown])
            case b"TJ", [ArrayObject() as shown]:
                self._show(shown)
            case b"'", [shown]:
                self._move(0, -self.state.leading)
                self._show([shown])
            case b'"', [word, char, shown]:
                self.state = replace(self.state, word_space=float(word), char_space=float(char))
                self._move(0, -self.state.leading)
                self._show([shown])
            case _:
                return False
        return True

    def _path(self, operator: bytes, operands: Any) -> bool:
        """Interpret an operator that makes or paints a path; whether it is one. Only horizontal lines are kept."""
        match operator, operands:
            case b"m", [x, y]:
                self.point = (float(x), float(y))
            case b"l", [x, y]:
                self.path.append((*self.point, float(x), float(y)))
                self.point = (float(x), float(y))
            case b"re", [x, y, width, height]:
                if abs(float(height) * self.state.matrix[3]) < 2:
                    middle = float(y) + float(height) / 2
                    self.path.append((float(x), middle, float(x) + float(width), middle))
            case paint, _ if paint in _PAINT:
                self.drawing.strokes += _strokes(self.path, self.state.matrix)
                self.path = []
            case b"n", _:
                self.path = []
            case _:
                return False
        return True

    def _move(self, x: float, y: float) -> None:
        self.text = self.line = multiply((1, 0, 0, 1, x, y), self.line)

    def _show(self, shown: list[Any]) -> None:
        """Draw the strings of a text operator and move on (9.4.4)."""
        state, font = self.state, self._font(self.state.font)
        self.bold = font is not None and _is_bold(font)
        for part in shown if font else ():
            if isinstance(part, (int, float)):
                self.text = multiply((1, 0, 0, 1, -float(part) / 1000 * state.size * state.scale, 0), self.text)
            elif font and isinstance(part, (bytes, str)):
                for char, width, is_space in _characters(font, part):
                    step = (width * state.size + state.char_space + (state.word_space if is_space else 0)) * state.scale
                    self._place(char, step, font)
                    self.text = multiply((1, 0, 0, 1, step, 0), self.text)

    def _place(self, char: str, step: float, font: Font) -> None:
        """Note a letter at the present place; its width is what the pen moves on."""
        state = self.state
        m = multiply(multiply((1, 0, 0, 1, 0, state.rise), self.text), state.matrix)
        size = abs(state.size) * (m[2] ** 2 + m[3] ** 2) ** 0.5
        x0, x1, y = m[4], m[4] + step * m[0], m[5]
        hidden = self._hidden(size, x0, x1, y)
        upright = m[0] > 0 and abs(m[1]) < 0.05 * abs(m[0])
        space = font.space_width / 1000 * size
        self.drawing.glyphs.append(Glyph(char.translate(_READ_AS), x0, x1, y, size, space, self.bold, hidden, upright))

    def _hidden(self, size: float, x0: float, x1: float, y: float) -> str:
        """Why nobody sees a letter, "" if it shows."""
        if self.state.mode in (3, 7):
            return _("not drawn")
        if self.state.white and self.state.mode == 0:
            return _("white on white")
        if size < _SMALLEST:
            return _("too small to be read")
        if x1 < 0 or x0 > self.drawing.width or not 0 <= y <= self.drawing.height:
            return _("outside of the page")
        return ""

    def _resource(self, kind: str, name: str) -> Any:
        """The resource of this kind and name, None if there is none."""
        found = self.resources.get(kind, DictionaryObject()).get_object().get(name)
        return None if found is None else found.get_object()

    def _font(self, name: str) -> Font | None:
        """The font known under this name; None if there is none, so that nothing is drawn in it."""
        if name not in self.fonts:
            resource = self._resource("/Font", name)
            self.fonts[name] = None if resource is None else Font.from_font_resource(resource)
        return self.fonts[name]

    def _draw(self, name: str) -> None:
        """Draw a form, or note the part of the page that a picture covers."""
        drawn = self._resource("/XObject", name)
        kind = drawn.get("/Subtype") if drawn is not None else None
        if kind == "/Image":
            a, b, c, d, *_rest = self.state.matrix
            self.drawing.pictures += abs(a * d - b * c) / max(1.0, self.drawing.width * self.drawing.height)
        elif kind == "/Form" and self.depth < _DEEPEST_FORM:
            own = matrix(drawn["/Matrix"]) if "/Matrix" in drawn else IDENTITY
            state = replace(self.state, matrix=multiply(own, self.state.matrix))
            resources = drawn.get("/Resources", self.resources).get_object()
            _Interpreter(self.drawing, resources, state, self.depth + 1).run(ContentStream(drawn, None, "bytes"))


def _strokes(path: list[tuple[float, float, float, float]], place: Matrix) -> Iterator[Stroke]:
    for ax, ay, bx, by in path:
        x0, y0 = multiply((1, 0, 0, 1, ax, ay), place)[4:]
        x1, y1 = multiply((1, 0, 0, 1, bx, by), place)[4:]
        if abs(y0 - y1) < 0.5 and abs(x1 - x0) > 2:
            yield Stroke(min(x0, x1), max(x0, x1), y0)


def _characters(font: Font, shown: bytes | str) -> Iterator[tuple[str, float, bool]]:
    """The letters of a string in a font, each with its width in ems, and whether it is the space that Tw widens."""
    data = shown.encode("latin-1", "replace") if isinstance(shown, str) else shown
    if isinstance(font.encoding, str):
        codes = [(char, char) for char in data.decode(font.encoding, "replace")]
    else:
        codes = [(chr(byte), font.encoding.get(byte, chr(byte))) for byte in data]
    unmapped = None if isinstance(font.encoding, dict) else "\ufffd"
    for raw, char in codes:
        width = font.space_width if raw == font.space_char else font.get_text_width(raw)
        text = font.character_map.get(char, unmapped or char)
        yield str(text), width / 1000, len(codes) == len(data) and raw == " "


def _is_bold(font: Font) -> bool:
    weight = str(font.font_descriptor.weight)
    heavy = weight == "Bold" or (weight.isdigit() and int(weight) >= 600)
    return heavy or any(word in font.name for word in ("Bold", "Black", "Heavy"))
