"""居住证, drawn on a CR80 card: the person on the front, the permit on the back.

A neutral layout of our own; it imitates no official card. All type is black, which card printers print with
their resin panel, and sans-serif, whose thin strokes survive 300 dpi.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from printing import barcode, jpeg
from printing.card_grid import BLACK, BREAK, SMALL, TIGHT, Grid
from printing.documents import PermitCard
from printing.errors import BadDocument
from printing.layout import CR80, MM, Pen, chinese_date, grouped
from printing.lines import fit
from printing.seal import symbol
from printing.wording import Wording

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from printing.logo import Logo
    from printing.typefaces import Stack

CARD_WIDTH, CARD_HEIGHT = CR80.page_width, CR80.page_height
MARGIN = 3 * MM
LEFT, RIGHT = MARGIN, CARD_WIDTH - MARGIN
BOTTOM, TOP = MARGIN, CARD_HEIGHT - MARGIN
MOST_SHIFT = 2.0
"""How far, in mm, a layout may be moved for a printer that is out of line; the margin still holds it."""

PHOTO_WIDTH, PHOTO_HEIGHT = 23.4 * MM, 28.8 * MM
"""The proportions of a permit photo, 26 to 32."""

ROOM = 25 * MM
"""Side of the square on the back that stays white for the signed code."""

BACK = 1
"""The page that the barcode is on, counted from 0."""

BAR_HEIGHT = 8 * MM
NUMBER_HEIGHT = 9.5
"""Height in points of the number under the bars."""

MARK_WIDTH = 11 * MM
"""Of the box that marks a practice card."""

FRAME_INK = 0.45

FIELDS = {
    "name": "姓名",
    "sex": "性别",
    "ethnicity": "民族",
    "birth_date": "出生日期",
    "id_number": "公民身份号码",
    "hukou_address": f"常住户口{BREAK}所在地住址",
    "residence_address": "居住地住址",
    "issuing_authority": "签发机关",
    "issued_on": "签发日期",
    "valid_until": "有效期限",
    "endorsed_on": "签注",
    "station_name": "受理单位",
}
WORDS = {"until": "至", "serial": "证件流水号"}
FRONT = ("name", "sex", "ethnicity", "birth_date", "id_number", "hukou_address", "residence_address")
"""The fields on the side with the photo; the others are on the back."""

TWO_LINES = ("hukou_address", "residence_address", "issuing_authority", "station_name")
"""Fields whose label may go on in a second line: their values have several."""

LINE_OF_LABEL = {name: 6 if name in FRONT else 4 for name in FIELDS}
"""Characters of a line of a label: as many as the neutral layout's widest, so that values keep their room."""

LOGO_WIDTH, LOGO_HEIGHT = 20 * MM, 5.4 * MM
TITLE_SIZES = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0)


class Card:
    """One permit's two pages."""

    def __init__(
        self,
        document: PermitCard,
        face: Stack,
        heading: Stack,
        wording: Wording | None = None,
        *,
        title: str = "",
        logo: Logo | None = None,
    ) -> None:
        self._document, self._face, self._heading = document, face, heading
        self._wording = wording or Wording(FIELDS, WORDS)
        self._grid = Grid(face, heading, self._wording, document.name)
        self._title, self._logo = title or document.TITLE, logo

    def draw(self, canvas: Canvas, shift: tuple[float, float] = (0.0, 0.0)) -> None:
        """Draw front and back and end each, moved right and up by `shift` in mm.

        Raises `BadDocument` where a side cannot hold its texts even at the smallest size, or for a shift
        over 2 mm.
        """
        if max(abs(part) for part in shift) > MOST_SHIFT:
            raise BadDocument("证卡版面偏移最多{most}毫米，请重新校准证卡打印机。", most=f"{MOST_SHIFT:g}")
        pen = Pen(canvas, self._face, self._heading)
        for side in (self._front, self._back):
            canvas.translate(shift[0] * MM, shift[1] * MM)
            if self._document.practice:
                _watermark(canvas, self._heading)
            side(pen)
            canvas.showPage()

    def _front(self, pen: Pen) -> None:
        it = self._document
        self._photo(pen.canvas)
        left = LEFT + PHOTO_WIDTH + 3 * MM
        base = TOP - 12.5
        right = RIGHT
        if it.practice:
            _practice_mark(pen, RIGHT, base)
            right -= MARK_WIDTH + 1.5 * MM
        if self._logo is not None:
            width, height = self._logo.within(LOGO_WIDTH, LOGO_HEIGHT)
            self._logo.draw(pen.canvas, right - width, TOP - height, width, height)
            right -= width + 1.5 * MM
        self._head(pen, left, right - left, base)
        rule = base - 5.5
        pen.line(left, rule, RIGHT, rule, 0.8, BLACK)

        labels = self._grid.label_width(FRONT)
        person = [
            ("name", it.name),
            ("sex", it.sex),
            ("ethnicity", it.ethnicity),
            ("birth_date", chinese_date(it.birth_date) if it.birth_date else ""),
            ("id_number", it.id_number),
        ]
        self._grid.draw(pen, person, left, RIGHT, rule - 3, TOP - PHOTO_HEIGHT, labels)
        homes = [("hukou_address", it.hukou_address), ("residence_address", it.residence_address)]
        self._grid.draw(pen, homes, LEFT, RIGHT, TOP - PHOTO_HEIGHT - 1.6 * MM, BOTTOM, labels)

    def _head(self, pen: Pen, left: float, room: float, base: float) -> None:
        """Write the title, as large as its room lets it be, its letters apart."""
        title = self._title
        for size in TITLE_SIZES:
            apart = size * 2 / 7
            if self._heading.width(title, size) + apart * (len(title) - 1) <= room:
                break
        else:
            raise BadDocument("证件名称“{title}”过长，证卡正面排不下。", title=title)
        pen.canvas.setFillGray(BLACK)
        for font, run in self._heading.runs(title):
            pen.canvas.setFont(font, size)
            pen.canvas.drawString(left, base, run, charSpace=apart)
            left += self._heading.width(run, size) + apart * len(run)

    def _back(self, pen: Pen) -> None:
        it = self._document
        bars = BOTTOM + NUMBER_HEIGHT
        barcode.draw(pen.canvas, it.number, *barcode_place(), BAR_HEIGHT)
        pen.text(LEFT, BOTTOM + 1.5, grouped(it.number), 7.5, ink=BLACK)
        right = RIGHT - ROOM - 2 * MM
        permit = [
            ("issuing_authority", it.issuing_authority),
            ("issued_on", chinese_date(it.issued_on)),
            (
                "valid_until",
                self._wording.sentence("until") + chinese_date(it.valid_until) if it.valid_until else "",
            ),
            ("endorsed_on", "、".join(chinese_date(day) for day in it.endorsed_on)),
            ("station_name", " ".join(part for part in (it.station_name, it.station_phone) if part)),
        ]
        floor = bars + BAR_HEIGHT + 1.5 * MM
        labels = self._grid.label_width([name for name in FIELDS if name not in FRONT])
        self._grid.draw(pen, permit, LEFT, right, TOP, floor, labels, it.notes)
        if it.seal:
            symbol.on_card(pen, it.seal, RIGHT, TOP)
        if it.serial:
            self._serial(pen, RIGHT - LEFT - barcode.width(it.number), BOTTOM + 17)
        if it.practice:
            _practice_mark(pen, RIGHT, BOTTOM + 3)

    def _serial(self, pen: Pen, room: float, base: float) -> None:
        """Write the blank's serial beside the bars, its last line on `base`."""
        setting = fit(self._document.serial, room, 9, self._face, SMALL)
        for line in reversed(setting.lines):
            pen.text(RIGHT, base, line, setting.size, ink=BLACK, align="right")
            base += setting.size * TIGHT
        pen.text(RIGHT, base + 1, self._wording.sentence("serial"), SMALL, ink=BLACK, align="right")

    def _photo(self, canvas: Canvas) -> None:
        """Place the photo's own bytes, never distorted, in its frame."""
        from PIL import Image  # here and below for start-up time
        from reportlab.lib.utils import ImageReader

        photo = self._document.photo
        shape = jpeg.shape(photo)
        assert shape is not None  # the document refuses any other
        scale = min(PHOTO_WIDTH / shape[0], PHOTO_HEIGHT / shape[1])
        width, height = shape[0] * scale, shape[1] * scale
        x, y = LEFT + (PHOTO_WIDTH - width) / 2, TOP - PHOTO_HEIGHT + (PHOTO_HEIGHT - height) / 2
        try:
            Image.open(BytesIO(photo)).load()  # ReportLab copies the file without looking into it
            canvas.drawImage(ImageReader(BytesIO(photo)), x, y, width, height)
        except (OSError, ValueError, SyntaxError) as error:
            raise BadDocument(
                "“{name}”的相片文件已损坏，不能制作居住证。请重新采集相片。", name=self._document.name
            ) from error
        canvas.setLineWidth(0.35)
        canvas.setStrokeGray(FRAME_INK)
        canvas.rect(LEFT, TOP - PHOTO_HEIGHT, PHOTO_WIDTH, PHOTO_HEIGHT, stroke=1, fill=0)


def barcode_place() -> tuple[float, float]:
    """Give the lower left corner of the symbol with its quiet zone; its bars begin at the margin."""
    return LEFT - barcode.QUIET * barcode.MODULE, BOTTOM + NUMBER_HEIGHT


def _practice_mark(pen: Pen, right: float, base: float) -> None:
    pen.box(right - MARK_WIDTH, base - 2.5, MARK_WIDTH, 13, edge=0.9)
    pen.text(right - 5.5 * MM, base + 0.8, "演练", 9, bold=True, ink=BLACK, align="center")


def _watermark(canvas: Canvas, heading: Stack) -> None:
    """Write 演练 large and pale across the card, under everything else."""
    canvas.saveState()
    canvas.setFillGray(0.92)
    canvas.setFont(heading.name, 62)
    canvas.translate(CARD_WIDTH / 2, CARD_HEIGHT / 2)
    canvas.rotate(28)
    canvas.drawCentredString(0, -22, "演练")
    canvas.restoreState()
