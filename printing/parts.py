"""What papers are made of: headings, grids of label and value, tables, lists, signatures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from printing.documents import Document
from printing.layout import (
    FAINT,
    FRAME,
    HAIRLINE,
    LEFT,
    MM,
    QUIET_INK,
    RIGHT,
    TINT,
    WIDTH,
    Pen,
    Row,
    chinese_date,
    gap,
    glue,
    grouped,
)
from printing.lines import SMALLEST, Setting, fit, wrap
from printing.typefaces import Stack

LABEL_WIDTH = 27 * MM
PADDING = 2.4 * MM
SEAL = 40 * MM
BLANK = "—"
"""What stands where there is nothing to say."""


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, its width in points, and how its cells are set.

    `prose` is broken into lines and never set smaller, so that all cells look alike.
    """

    label: str
    width: float
    align: str = "left"
    size: float = 10
    prose: bool = False


class Parts:
    """Makes rows, measured in the faces of one document."""

    def __init__(self, body: Stack, heading: Stack) -> None:
        self._body, self._heading = body, heading

    def section(self, title: str, *, space: float = 3.2 * MM) -> list[Row]:
        """Give a heading that stays with what follows."""

        def draw(pen: Pen, top: float) -> None:
            pen.box(LEFT, top - 13.5, 3, 11.5, fill=0.15, edge=0)
            pen.text(LEFT + 8, top - 12, title, 11, bold=True)

        return glue([gap(space), Row(17, draw), gap(0)])[:-1]

    def grid(self, *lines: Sequence[tuple[str, str]], size: float = 11, floor: float = SMALLEST) -> list[Row]:
        """Give a grid with hairlines; a line holds one pair of label and value, or two side by side.

        Prose takes `floor` equal to `size`, so that all its cells are set alike.
        """
        rows = [self._grid_row(line, size, floor) for pairs in lines for line in self._with_room(pairs, size)]
        return _framed(rows)

    def _with_room(self, pairs: Sequence[tuple[str, str]], size: float) -> list[Sequence[tuple[str, str]]]:
        """Give two pairs a line each where side by side one would be set small or broken."""
        room = WIDTH / 2 - LABEL_WIDTH - 2 * PADDING
        if len(pairs) == 1 or all(self._body.width(value, size - 1.5) <= room for _, value in pairs):
            return [pairs]
        return [[pair] for pair in pairs]

    def _grid_row(self, line: Sequence[tuple[str, str]], size: float, floor: float) -> Row:
        share = WIDTH / len(line)
        cells = []
        for place, (label, value) in enumerate(line):
            room = share - LABEL_WIDTH - 2 * PADDING
            cells.append((LEFT + place * share, label, fit(value or BLANK, room, size, self._body, floor)))
        height = max(8.5 * MM, *(setting.height + 3 * MM for _, _, setting in cells))

        def draw(pen: Pen, top: float) -> None:
            for x, label, setting in cells:
                pen.box(x, top - height, LABEL_WIDTH, height, fill=TINT, edge=0)
                label_top = top - (height - 9.5 * 1.45) / 2
                pen.setting(x + PADDING, label_top, Setting(9.5, (label,)), bold=True, ink=QUIET_INK * 0.7)
                value_top = top - (height - setting.height) / 2
                pen.setting(x + LABEL_WIDTH + PADDING, value_top, setting)
                pen.line(x + LABEL_WIDTH, top, x + LABEL_WIDTH, top - height)
                if x > LEFT:
                    pen.line(x, top, x, top - height)

        return Row(height, draw)

    def table(
        self, columns: Sequence[Column], cells: Sequence[Sequence[str]], *, total: bool = False
    ) -> list[Row]:
        """Give a table whose head comes again on every page; with `total` the last line is set bold."""
        head = self._table_row(columns, [it.label for it in columns], bold=True, fill=TINT)
        rows = [
            self._table_row(columns, line, bold=total and place == len(cells) - 1)
            for place, line in enumerate(cells)
        ]
        return _framed([head, *rows], header=True)

    def _table_row(
        self,
        columns: Sequence[Column],
        cells: Sequence[str],
        *,
        bold: bool = False,
        fill: float | None = None,
    ) -> Row:
        face = self._heading if bold else self._body
        narrow = 1.6 * MM
        set_cells, x = [], LEFT
        for column, cell in zip(columns, cells, strict=True):
            size = 9 if fill is not None else column.size
            floor = size if column.prose else SMALLEST
            setting = fit(cell or BLANK, column.width - 2 * narrow, size, face, floor)
            at = {"left": x + narrow, "right": x + column.width - narrow, "center": x + column.width / 2}[
                column.align
            ]
            set_cells.append((at, x + column.width, column.align, setting))
            x += column.width
        height = max(6.8 * MM, *(setting.height + 2 * MM for *_, setting in set_cells))

        def draw(pen: Pen, top: float) -> None:
            if fill is not None:
                pen.box(LEFT, top - height, WIDTH, height, fill=fill, edge=0)
            for at, end, align, setting in set_cells:
                pen.setting(at, top - (height - setting.height) / 2, setting, bold=bold, align=align)
                if end < RIGHT - 1:
                    pen.line(end, top, end, top - height)

        return Row(height, draw)

    def paragraph(
        self, text: str, size: float = 11, *, ink: float = 0.08, mark: str = "", indent: float = 0
    ) -> list[Row]:
        """Give running text, a row a line; with `mark` the lines hang beside it, `indent` points in."""
        lines = wrap(text, WIDTH - indent, size, self._body)
        step = size * 1.6

        def drawer(place: int, line: str) -> Callable[[Pen, float], None]:
            def draw(pen: Pen, top: float) -> None:
                base = top - step / 2 - size * 0.37
                if mark and place == 0:
                    pen.text(LEFT, base, mark, size, ink=ink)
                pen.text(LEFT + indent, base, line, size, ink=ink)

            return draw

        return glue([Row(step, drawer(place, line)) for place, line in enumerate(lines)])

    def numbered(self, texts: Sequence[str], size: float = 9.5, *, ink: float = 0.2) -> list[Row]:
        """Give a list with numbers, its texts in line."""
        marks = [f"{place}．" for place in range(1, len(texts) + 1)]
        indent = max((self._body.width(mark, size) for mark in marks), default=0)
        pairs = zip(marks, texts, strict=True)
        return [
            row
            for mark, text in pairs
            for row in self.paragraph(text, size, ink=ink, mark=mark, indent=indent)
        ]

    def call(self, text: str) -> list[Row]:
        """Give one boxed sentence that the reader should not miss."""
        setting = fit(text, WIDTH - 10 * MM, 11.5, self._heading, floor=10)
        height = setting.height + 5 * MM

        def draw(pen: Pen, top: float) -> None:
            pen.box(LEFT, top - height, WIDTH, height, edge=FRAME)
            pen.box(LEFT, top - height, 3, height, fill=0.15, edge=0)
            pen.setting(LEFT + 5 * MM, top - 2.5 * MM, setting, bold=True)

        return [Row(height, draw)]

    def signatures(self, document: Document, left: Sequence[str], issued_on: date) -> list[Row]:
        """Give the lines to sign on the left, the station with room for its seal and the day on the right.

        The dashed circle is as wide as a station's seal, 40 mm; the seal goes over name and day, as it must.
        """
        station = fit(document.station_name, 76 * MM, 11.5, self._heading, floor=9)
        above = max((SEAL - station.height) / 2, 12 * MM)
        height = max(SEAL, above + station.height + 10 * MM) + 2 * MM

        def draw(pen: Pen, top: float) -> None:
            y = top - 10 * MM
            for label in left:
                pen.text(LEFT, y, f"{label}：", 10.5)
                end = LEFT + pen.body.width(f"{label}：", 10.5)
                pen.line(end, y - 2, LEFT + 78 * MM, y - 2)
                y -= 11 * MM
            middle = RIGHT - 40 * MM
            pen.canvas.setDash(2, 2)
            pen.canvas.setLineWidth(0.5)
            pen.canvas.setStrokeGray(FAINT)
            pen.canvas.circle(middle, top - SEAL / 2, SEAL / 2, stroke=1, fill=0)
            pen.canvas.setDash()
            pen.text(middle, top - 9 * MM, "（盖章处）", 8.5, ink=0.6, align="center")
            pen.setting(middle, top - above, station, bold=True, align="center")
            pen.text(
                middle,
                top - above - station.height - 7 * MM,
                chinese_date(issued_on),
                10.5,
                align="center",
            )

        return [Row(height, draw)]

    def sign_line(self, labels: Sequence[str]) -> list[Row]:
        """Give places to sign side by side, for a sheet that stays in the house and takes no seal."""
        share = WIDTH / len(labels)

        def draw(pen: Pen, top: float) -> None:
            base = top - 11 * MM
            for place, label in enumerate(labels):
                x = LEFT + place * share
                pen.text(x, base, f"{label}：", 10.5)
                pen.line(x + pen.body.width(f"{label}：", 10.5), base - 2, x + share - 4 * MM, base - 2)

        return [Row(14 * MM, draw)]


def case_line(document: Document) -> tuple[str, str]:
    """Give the pair that shows the case number in groups."""
    return ("受理号", grouped(document.case_number))


def _framed(rows: Sequence[Row], *, header: bool = False) -> list[Row]:
    """Put a frame round rows and hairlines between them, right again wherever a page may end."""
    head: Row | None = None
    framed = []
    for place, row in enumerate(rows):
        new = _edged(row, first=place == 0, last=place == len(rows) - 1, header=head)
        if header and place == 0:
            head = Row(row.height, new.draw)
            new = Row(new.height, new.draw, glued=True)
        framed.append(new)
    return framed


def _edged(row: Row, *, first: bool, last: bool, header: Row | None) -> Row:
    def draw(pen: Pen, top: float) -> None:
        row.draw(pen, top)
        foot = top - row.height
        pen.line(LEFT, top, RIGHT, top, FRAME if first else HAIRLINE)
        pen.line(LEFT, foot, RIGHT, foot, FRAME if last else HAIRLINE)
        for x in (LEFT, RIGHT):
            pen.line(x, top, x, foot, FRAME)

    return Row(row.height, draw, header)
