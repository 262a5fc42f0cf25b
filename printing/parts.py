"""What papers are made of: headings, grids of label and value, tables, lists, signatures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from printing import bars, signing
from printing.documents import Document
from printing.layout import (
    A4,
    FRAME,
    HAIRLINE,
    MM,
    QUIET_INK,
    TINT,
    Measure,
    Pen,
    Row,
    gap,
    glue,
    grouped,
)
from printing.lines import SMALLEST, fit, wrap
from printing.typefaces import Stack
from printing.wording import Wording

LABEL_WIDTH = 27 * MM
PADDING = 2.4 * MM
LEAST_AIR = 0.9 * MM
"""Over and under a value of several lines together, however close the rows are."""
BLANK = "—"
"""What stands where there is nothing to say."""

Pair = tuple[str, str]
"""A field and its value; a field of a list has its place after a blank, as in `fact 2`."""


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, its width in points on A4, and how its cells are set.

    `prose` is broken into lines and never set smaller, so that all cells look alike.
    """

    label: str
    width: float
    align: str = "left"
    size: float = 10
    prose: bool = False


class Parts:
    """Makes rows, measured in the faces of one document, in the words of one layout, for one kind of paper."""

    def __init__(self, body: Stack, heading: Stack, wording: Wording, measure: Measure = A4) -> None:
        self._body, self._heading = body, heading
        self._wording, self._measure = wording, measure

    def say(self, name: str) -> str:
        """Give a sentence of the layout."""
        return self._wording.sentence(name)

    def points(self, name: str) -> tuple[str, ...]:
        """Give a list of sentences of the layout."""
        return self._wording.sentences(name)

    def section(self, title: str, *, space: float = 3.2 * MM) -> list[Row]:
        """Give a heading that stays with what follows."""
        left, size = self._measure.left, self._measure.size(11)
        space *= self._measure.row / A4.row

        def draw(pen: Pen, top: float) -> None:
            pen.box(left, top - 13.5, 3, 11.5, fill=0.15, edge=0)
            pen.text(left + 8, top - 12, title, size, bold=True)

        return glue([gap(space), Row(17, draw), gap(0)])[:-1]

    def grid(self, *lines: Sequence[Pair], size: float = 11, floor: float = SMALLEST) -> list[Row]:
        """Give a grid with hairlines; a line holds one pair of field and value, or two side by side.

        Prose takes `floor` equal to `size`, so that all its cells are set alike.
        """
        size, floor = self._measure.size(size), self._measure.size(floor)
        ordered = self._wording.ordered(lines)
        rows = [
            self._grid_row(line, size, floor) for pairs in ordered for line in self._with_room(pairs, size)
        ]
        return self._framed(rows)

    def _with_room(self, pairs: Sequence[Pair], size: float) -> list[Sequence[Pair]]:
        """Give two pairs a line each where side by side one would be set small or broken."""
        room = self._measure.width / 2 - LABEL_WIDTH - 2 * PADDING
        smaller = max(SMALLEST, size - 1.5)
        if len(pairs) == 1 or all(self._body.width(value, smaller) <= room for _, value in pairs):
            return [pairs]
        return [[pair] for pair in pairs]

    def _grid_row(self, line: Sequence[Pair], size: float, floor: float) -> Row:
        left, label_size = self._measure.left, self._measure.size(9.5)
        share = self._measure.width / len(line)
        cells = []
        for place, (field, value) in enumerate(line):
            room = share - LABEL_WIDTH - 2 * PADDING
            label = fit(self._wording.label(field), LABEL_WIDTH - PADDING - 2, label_size, self._heading)
            cells.append((left + place * share, label, fit(value or BLANK, room, size, self._body, floor)))
        air = max(LEAST_AIR, self._measure.row - 5.5 * MM)
        height = max(
            self._measure.row,
            *(max(value.height, label.height) + air for _, label, value in cells),
        )

        def draw(pen: Pen, top: float) -> None:
            for x, label, value in cells:
                pen.box(x, top - height, LABEL_WIDTH, height, fill=TINT, edge=0)
                label_top = top - (height - label.height) / 2
                pen.setting(x + PADDING, label_top, label, bold=True, ink=QUIET_INK * 0.7)
                value_top = top - (height - value.height) / 2
                pen.setting(x + LABEL_WIDTH + PADDING, value_top, value)
                pen.line(x + LABEL_WIDTH, top, x + LABEL_WIDTH, top - height)
                if x > left:
                    pen.line(x, top, x, top - height)

        return Row(height, draw)

    def table(
        self, columns: Sequence[Column], cells: Sequence[Sequence[str]], *, total: bool = False
    ) -> list[Row]:
        """Give a table whose head comes again on every page; with `total` the last line is set bold."""
        head = self._table_row(
            columns, [self._wording.heading(it.label) for it in columns], bold=True, fill=TINT
        )
        rows = [
            self._table_row(columns, line, bold=total and place == len(cells) - 1)
            for place, line in enumerate(cells)
        ]
        return self._framed([head, *rows], header=True)

    def _table_row(
        self,
        columns: Sequence[Column],
        cells: Sequence[str],
        *,
        bold: bool = False,
        fill: float | None = None,
    ) -> Row:
        measure = self._measure
        face = self._heading if bold else self._body
        narrow = (1.6 if measure.name == A4.name else 1.1) * MM
        share = 1.0 if measure.name == A4.name else measure.width / sum(column.width for column in columns)
        set_cells, x = [], measure.left
        for column, cell in zip(columns, cells, strict=True):
            size = measure.size(9 if fill is not None else column.size)
            floor = size if column.prose else SMALLEST
            width = column.width * share
            setting = fit(cell or BLANK, width - 2 * narrow, size, face, floor)
            at = {"left": x + narrow, "right": x + width - narrow, "center": x + width / 2}[column.align]
            set_cells.append((at, x + width, column.align, setting))
            x += width
        least = min(6.8 * MM, measure.row)
        air = max(LEAST_AIR, least - 4.8 * MM)
        height = max(least, *(setting.height + air for *_, setting in set_cells))

        def draw(pen: Pen, top: float) -> None:
            if fill is not None:
                pen.box(measure.left, top - height, measure.width, height, fill=fill, edge=0)
            for at, end, align, setting in set_cells:
                pen.setting(at, top - (height - setting.height) / 2, setting, bold=bold, align=align)
                if end < measure.right - 1:
                    pen.line(end, top, end, top - height)

        return Row(height, draw)

    def paragraph(
        self, text: str, size: float = 11, *, ink: float = 0.08, mark: str = "", indent: float = 0
    ) -> list[Row]:
        """Give running text, a row a line; with `mark` the lines hang beside it, `indent` points in."""
        left, size = self._measure.left, self._measure.size(size)
        lines = wrap(text, self._measure.width - indent, size, self._body)
        step = size * self._measure.leading

        def drawer(place: int, line: str) -> Callable[[Pen, float], None]:
            def draw(pen: Pen, top: float) -> None:
                base = top - step / 2 - size * 0.37
                if mark and place == 0:
                    pen.text(left, base, mark, size, ink=ink)
                pen.text(left + indent, base, line, size, ink=ink)

            return draw

        return glue([Row(step, drawer(place, line)) for place, line in enumerate(lines)])

    def numbered(self, texts: Sequence[str], size: float = 9.5, *, ink: float = 0.2) -> list[Row]:
        """Give a list with numbers, its texts in line."""
        marks = [f"{place}．" for place in range(1, len(texts) + 1)]
        set_at = self._measure.size(size)
        indent = max((self._body.width(mark, set_at) for mark in marks), default=0)
        pairs = zip(marks, texts, strict=True)
        return [
            row
            for mark, text in pairs
            for row in self.paragraph(text, size, ink=ink, mark=mark, indent=indent)
        ]

    def call(self, text: str) -> list[Row]:
        """Give one boxed sentence that the reader should not miss."""
        left, width = self._measure.left, self._measure.width
        largest, least = self._measure.size(11.5), self._measure.size(10)
        setting = fit(text, width - 10 * MM, largest, self._heading, floor=least)
        height = setting.height + 5 * MM

        def draw(pen: Pen, top: float) -> None:
            pen.box(left, top - height, width, height, edge=FRAME)
            pen.box(left, top - height, 3, height, fill=0.15, edge=0)
            pen.setting(left + 5 * MM, top - 2.5 * MM, setting, bold=True)

        return [Row(height, draw)]

    def bars(self, title: str, digits: str) -> list[Row]:
        """Give a number as a barcode with its title."""
        return [bars.row(title, digits, self._measure, self._heading)]

    def signatures(self, document: Document, left: Sequence[str], issued_on: date) -> list[Row]:
        """Give the lines to sign, the signed code of a sealed document, and the station with room for its seal."""
        return signing.block(document, left, issued_on, self._measure, self._body, self._heading)

    def sign_line(self, labels: Sequence[str]) -> list[Row]:
        """Give places to sign side by side, for a sheet that stays in the house and takes no seal."""
        return signing.side_by_side(labels, self._measure, self._body)

    def _framed(self, rows: Sequence[Row], *, header: bool = False) -> list[Row]:
        """Put a frame round rows and hairlines between them, right again wherever a page may end."""
        head: Row | None = None
        framed = []
        for place, row in enumerate(rows):
            new = self._edged(row, first=place == 0, last=place == len(rows) - 1, header=head)
            if header and place == 0:
                head = Row(row.height, new.draw)
                new = Row(new.height, new.draw, glued=True)
            framed.append(new)
        return framed

    def _edged(self, row: Row, *, first: bool, last: bool, header: Row | None) -> Row:
        left, right = self._measure.left, self._measure.right

        def draw(pen: Pen, top: float) -> None:
            row.draw(pen, top)
            foot = top - row.height
            pen.line(left, top, right, top, FRAME if first else HAIRLINE)
            pen.line(left, foot, right, foot, FRAME if last else HAIRLINE)
            for x in (left, right):
                pen.line(x, top, x, foot, FRAME)

        return Row(row.height, draw, header)


def case_line(document: Document) -> Pair:
    """Give the pair that shows the case number in groups."""
    return ("case_number", grouped(document.case_number))
