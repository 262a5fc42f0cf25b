"""台账, drawn: the log as a table on A4 laid across, every row whole on its page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING

from printing.fonts import Fonts, missing_glyphs
from printing.layout import FRAME, HAIRLINE, INK, MM, QUIET_INK, TINT, Pen, grouped
from printing.lines import wrap

if TYPE_CHECKING:
    from printing.typefaces import Stack

WIDE, HIGH = 297 * MM, 210 * MM
LEFT, RIGHT, TOP, FLOOR = 12 * MM, 285 * MM, 198 * MM, 15 * MM
HEAD = 15 * MM
"""Height of the title and the lines under it, on every page."""
SIZE, STEP, AIR = 7.0, 8.8, 1.2 * MM
"""Of the cells: points of type, points from line to line, room at either side."""
HASH_SHOWN = 16
"""Digits of an entry's hash that are printed."""

COLUMNS: tuple[tuple[str, float], ...] = (
    ("序号", 12),
    ("日期、时间", 18),
    ("窗口", 8),
    ("经办人", 18),
    ("事项", 22),
    ("姓名", 18),
    ("证件号码", 29),
    ("受理号", 25),
    ("单据编号", 26),
    ("事由", 20),
    ("内容", 50),
    ("校验值（前16位）", 27),
)
"""Headings and widths in millimetres, 273 in all."""

_EDGES = [LEFT + edge * MM for edge in accumulate((width for _, width in COLUMNS), initial=0.0)]

Lines = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LogSheet:
    """What the log's paper says. A row has the 13 columns of an export; `facts` go under the title."""

    title: str
    station: str
    practice: bool
    facts: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    sha256: str


def render(sheet: LogSheet, fonts: Fonts, progress: Callable[[int], None]) -> bytes:
    """Draw the log; `progress` gets the number of rows drawn after each page.

    A character that no font has is printed as its code point, 〔U+1F600〕: what was typed into a search is
    no reason to refuse the whole log. Raises `FontTrouble`. The same sheet gives the same bytes.
    """
    from printing.archive import About, open_canvas
    from printing.typefaces import DRAWING, stacks

    with DRAWING:
        body, heading = stacks(fonts)
        stand_ins = _stand_ins(sheet, fonts)
        rows = [_set(_cells(row), stand_ins, body) for row in sheet.rows]
        pages = _pages(rows)
        out = BytesIO()
        title = f"{sheet.title} {sheet.station}"
        canvas = open_canvas(
            out, (WIDE, HIGH), body.name, About(title, sheet.station, sheet.title, sheet.sha256)
        )
        pen = Pen(canvas, body, heading)
        drawn = 0
        for number, page in enumerate(pages, 1):
            _head(pen, sheet)
            _table(pen, page)
            _foot(pen, sheet, number, len(pages))
            canvas.showPage()
            drawn += len(page)
            progress(drawn)
        canvas.save()
    return out.getvalue()


def _cells(row: Sequence[str]) -> list[str]:
    """Give the printed cells of an export's row: day and time in one, the hash shortened."""
    number, time, _day, counter, clerk, action, name, id_number, case, paper, matter, detail, seal = row
    known = (number, time, counter, clerk, action, name, id_number)
    return [*known, grouped(case), grouped(paper), matter, detail, seal[:HASH_SHOWN]]


def _stand_ins(sheet: LogSheet, fonts: Fonts) -> dict[int, str]:
    used = {character for row in sheet.rows for cell in row for character in cell if not character.isspace()}
    missing = missing_glyphs("".join(sorted(used)), fonts.own)
    return {ord(each.character): f"〔{each.code_point}〕" for each in missing}


def _set(cells: Sequence[str], stand_ins: dict[int, str], body: Stack) -> Lines:
    return tuple(
        wrap(cell.translate(stand_ins), width * MM - 2 * AIR, SIZE, body) if cell else ()
        for cell, (_, width) in zip(cells, COLUMNS, strict=True)
    )


def _height(row: Lines) -> float:
    return max(1, *(len(cell) for cell in row)) * STEP + 3.2


def _pages(rows: Sequence[Lines]) -> list[list[Lines]]:
    """Lay the rows on pages; one that is higher than a page is cut into pages by `_torn`."""
    whole = TOP - HEAD - FLOOR - _height(((),))
    pages: list[list[Lines]] = [[]]
    room = whole
    for row in rows:
        for piece in _torn(row, whole):
            height = _height(piece)
            if pages[-1] and height > room:
                pages.append([])
                room = whole
            pages[-1].append(piece)
            room -= height
    return pages


def _torn(row: Lines, room: float) -> list[Lines]:
    most = int((room - 3.2) / STEP)
    if max(len(cell) for cell in row) <= most:
        return [row]
    rest = tuple(cell[most:] for cell in row)
    return [tuple(cell[:most] for cell in row), *_torn(rest, room)]


def _head(pen: Pen, sheet: LogSheet) -> None:
    base = TOP - 5 * MM
    pen.text(LEFT, base, sheet.title, 14, bold=True)
    if sheet.practice:
        x = LEFT + pen.heading.width(sheet.title, 14) + 4 * MM
        pen.box(x, base - 3, 16 * MM, 15, edge=1.0)
        pen.text(x + 8 * MM, base + 1, "演练", 10, bold=True, align="center")
    told = "　".join(f"{name}：{value}" for name, value in sheet.facts)
    pen.text(LEFT, base - 5.2 * MM, told, 8, ink=QUIET_INK)


def _table(pen: Pen, rows: Sequence[Lines]) -> None:
    top = TOP - HEAD
    height = _height(((),))
    pen.box(LEFT, top - height, RIGHT - LEFT, height, fill=TINT, edge=0)
    for x, (label, _) in zip(_EDGES, COLUMNS, strict=False):
        pen.text(x + AIR, top - height + 3.4, label, SIZE, bold=True)
    pen.line(LEFT, top, RIGHT, top, FRAME)
    y = top - height
    pen.line(LEFT, y, RIGHT, y, FRAME)
    for row in rows:
        for x, cell in zip(_EDGES, row, strict=False):
            base = y - STEP + 0.6
            for line in cell:
                pen.text(x + AIR, base, line, SIZE, ink=INK)
                base -= STEP
        y -= _height(row)
        pen.line(LEFT, y, RIGHT, y, HAIRLINE)
    for x in _EDGES:
        pen.line(x, top, x, y, HAIRLINE)
    if not rows:
        pen.text((LEFT + RIGHT) / 2, y - 8 * MM, "这段日期没有记录。", 9, ink=QUIET_INK, align="center")


def _foot(pen: Pen, sheet: LogSheet, number: int, count: int) -> None:
    base = 9 * MM
    pen.text(LEFT, base, f"记录数：{len(sheet.rows)}　SHA-256：{sheet.sha256}", 7, ink=QUIET_INK)
    pen.text(RIGHT, base, f"第{number}页　共{count}页", 8, ink=QUIET_INK, align="right")
