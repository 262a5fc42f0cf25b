"""A page to measure a printer by: rulers that count from the paper's edge, crosses, a barcode and a QR symbol."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from printing import barcode
from printing.fonts import Fonts, missing_glyphs
from printing.layout import HAIRLINE, INK, MM, QUIET_INK, Pen
from printing.lines import wrap
from printing.seal import symbol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

BARCODE_TEXT, SHORT_TEXT = "123456789012345678901234", "1234567890"
"""As long as a paper's number, and what fits on a card."""
QR_TEXT = "RC-TEST"
CROSS = 5.0
"""How long the arms of a cross are, in mm."""
BAR_HEIGHT = 11.0


@dataclass(frozen=True, slots=True)
class TestPage:
    """What a page is printed with: its paper in mm, the queue and its options, the offset already set in mm.

    `both_sides` adds a second page, to be held against the light with the first.
    """

    __test__ = False

    width: float
    height: float
    printer: str
    options: str
    right: float
    down: float
    day: date
    both_sides: bool = False

    @property
    def inset(self) -> float:
        """How far the crosses and the beginnings of the rulers are from the edges."""
        return 10.0 if min(self.width, self.height) >= 140 else 6.0

    @property
    def marks(self) -> tuple[int, int]:
        """The marks, in mm from the left and from the upper edge, that are measured."""
        return (100 if self.width >= 140 else 40), (100 if self.height >= 140 else 30)


def draw(page: TestPage, fonts: Fonts) -> bytes:
    """Draw the page as a PDF, without the offset: that is the sender's. Raises `FontTrouble`."""
    from printing.archive import About, open_canvas  # here for start-up time
    from printing.typefaces import DRAWING, stacks

    with DRAWING:
        body, heading = stacks(fonts)
        about = About(
            title="打印测试页", author=page.printer, subject="打印测试页", keywords="", day=page.day
        )
        out = BytesIO()
        canvas = open_canvas(out, (page.width * MM, page.height * MM), body.name, about)
        pen = Pen(canvas, body, heading)
        _marks(pen, page)
        _inside(pen, page, fonts)
        canvas.showPage()
        if page.both_sides:
            _marks(pen, page)
            canvas.showPage()
        canvas.save()
    return out.getvalue()


def _marks(pen: Pen, page: TestPage) -> None:
    """Draw the crosses and the two rulers; a place is told from the left and upper edge in mm."""
    inset, right, low = page.inset, page.width - page.inset, page.height - page.inset
    for x in (inset, right):
        for y in (inset, low):
            _line(pen, page, x - CROSS, y, x + CROSS, y)
            _line(pen, page, x, y - CROSS, x, y + CROSS)
    across, along = page.marks
    for place in range(int(inset), int(right) + 1):
        long = _tick(place)
        _line(pen, page, place, inset, place, inset + long * (1.5 if place == across else 1))
        if place % 10 == 0 and place > inset + 4:
            _number(pen, page, place, inset + long + 3.4, place, place == across)
    for place in range(int(inset), int(low) + 1):
        long = _tick(place)
        _line(pen, page, inset, place, inset + long * (1.5 if place == along else 1), place)
        if place % 10 == 0 and place > inset + 9:
            _number(pen, page, inset + long + 3.2, place + 0.9, place, place == along)


def _tick(place: int) -> float:
    return 4.0 if place % 10 == 0 else 2.8 if place % 5 == 0 else 1.8


def _line(pen: Pen, page: TestPage, x1: float, y1: float, x2: float, y2: float) -> None:
    high = page.height
    pen.line(x1 * MM, (high - y1) * MM, x2 * MM, (high - y2) * MM, HAIRLINE, INK)


def _number(pen: Pen, page: TestPage, x: float, y: float, number: int, bold: bool) -> None:
    pen.text(x * MM, (page.height - y) * MM, str(number), 7, bold=bold, align="center")


def _inside(pen: Pen, page: TestPage, fonts: Fonts) -> None:
    """Write what it was printed with and what to do, and draw the two codes under it."""
    small = page.inset < 10
    left, base = page.inset + (10 if small else 16), page.inset + (13 if small else 18)
    pen.text(left * MM, (page.height - base) * MM, "打印测试页", 9 if small else 16, bold=True)
    size = 6.5 if small else 10
    room = page.width - page.inset - left - (symbol.SIDE * symbol.ON_CARD / MM + 3 if small else 4)
    for words in _lines(page, small):
        for line in wrap(_printable(words, fonts), room * MM, size, pen.body) or ("",):
            base += 3.6 if small else 6.2
            pen.text(left * MM, (page.height - base) * MM, line, size)
    _codes(pen.canvas, pen, page, left, base, small)


def _lines(page: TestPage, small: bool) -> Sequence[str]:
    across, along = page.marks
    offset = f"已设偏移：向右 {page.right:+.1f} 毫米，向下 {page.down:+.1f} 毫米"
    if small:
        return (
            f"{page.printer}　右{page.right:+.1f} 下{page.down:+.1f}",
            f"横{across}、竖{along}的刻度线距纸边多少？",
        )
    measured = page.width - 2 * page.inset
    return (
        f"打印机：{page.printer}　{page.options}".rstrip(),
        offset,
        "",
        f"一、把直尺的0对准纸的左边，上方标尺“{across}”的刻度线在直尺上的读数是 L 毫米。",
        f"“向右”应填：{page.right:+.1f} ＋（{across} － L）",
        f"二、把直尺的0对准纸的上边，左方标尺“{along}”的刻度线在直尺上的读数是 T 毫米。",
        f"“向下”应填：{page.down:+.1f} ＋（{along} － T）",
        f"三、左右两个十字相距应为 {measured:.1f} 毫米；不是这个数说明打印机缩放了页面，偏移纠正不了，"
        "请在打印机驱动中关闭“适合页面”。",
        "四、用扫码枪扫下面两个码，都应当读出。",
    )


def _codes(canvas: Canvas, pen: Pen, page: TestPage, left: float, base: float, small: bool) -> None:
    module = symbol.ON_CARD if small else symbol.ON_SHEET
    number = SHORT_TEXT if small else BARCODE_TEXT
    bars = len(barcode.modules(number)) * barcode.MODULE / MM
    side = symbol.SIDE * module / MM
    foot = page.height - page.inset
    top = foot - side - 6 if small else base + 10
    y = (page.height - top - (side if small else BAR_HEIGHT)) * MM
    left += 4 if small else 0  # the numbers of the ruler keep out of the quiet zone
    barcode.draw(canvas, number, left * MM - barcode.QUIET * barcode.MODULE, y, BAR_HEIGHT * MM)
    words = f"{number}，宽 {bars:.1f} 毫米"
    if small:
        pen.text(left * MM, y - 8, words, 6, ink=QUIET_INK)
        symbol.draw(canvas, QR_TEXT, (page.width - page.inset - side) * MM, y, module)
        return
    pen.text(left * MM, y - 12, words, 9, ink=QUIET_INK)
    x = (left + bars + 20) * MM
    symbol.draw(canvas, QR_TEXT, x, (page.height - top - side) * MM, module)
    pen.text(x, (page.height - top - side) * MM - 18, f"{QR_TEXT}，宽 {side:.1f} 毫米", 9, ink=QUIET_INK)


def _printable(words: str, fonts: Fonts) -> str:
    """A queue may be called anything: what no font has becomes a question mark."""
    for missing in missing_glyphs(words, fonts.own):
        words = words.replace(missing.character, "?")
    return words
