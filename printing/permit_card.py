"""居住证, drawn on a CR80 card: the person on the front, the permit on the back.

A neutral layout of our own; it imitates no official card. All type is black, which card printers print with
their resin panel, and sans-serif, whose thin strokes survive 300 dpi.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import product
from typing import TYPE_CHECKING

from printing import barcode, jpeg
from printing.documents import PermitCard
from printing.errors import BadDocument
from printing.layout import MM, Pen, chinese_date, grouped
from printing.lines import fit, wrap
from printing.seal import symbol

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from printing.typefaces import Stack

CARD_WIDTH, CARD_HEIGHT = 85.60 * MM, 53.98 * MM
"""ID-1 by ISO/IEC 7810, which card printers call CR80; across."""

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

SIZES = (8.5, 8.0, 7.5, 7.0, 6.5)
"""Sizes of type tried one after the other. Below 6.5 points a card is not read at arm's length."""

SMALL = SIZES[-1]
NAME_SIZE = 12.5
TIGHT = 1.2
"""Distance of base lines, in sizes: a card is read in short lines."""

BLACK = 0.0
FRAME_INK = 0.45

FIELDS = {
    "name": ("姓名",),
    "sex": ("性别",),
    "ethnicity": ("民族",),
    "birth_date": ("出生日期",),
    "id_number": ("公民身份号码",),
    "hukou_address": ("常住户口", "所在地住址"),
    "residence_address": ("居住地住址",),
    "issuing_authority": ("签发机关",),
    "issued_on": ("签发日期",),
    "valid_until": ("有效期限",),
    "endorsed_on": ("签注",),
    "station_name": ("受理单位",),
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """A label and its value, set into lines; `bold` for the name."""

    label: tuple[str, ...]
    lines: tuple[str, ...]
    size: float
    bold: bool = False

    @property
    def height(self) -> float:
        return max(len(self.lines) * self.size, len(self.label) * SMALL) * TIGHT


class Card:
    """One permit's two pages."""

    def __init__(self, document: PermitCard, face: Stack, heading: Stack) -> None:
        self._document, self._face, self._heading = document, face, heading

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
        pen.canvas.setFillGray(BLACK)
        pen.canvas.setFont(self._heading.name, 14)
        pen.canvas.drawString(left, base, it.TITLE, charSpace=4)
        if it.practice:
            _practice_mark(pen, RIGHT, base)
        rule = base - 5.5
        pen.line(left, rule, RIGHT, rule, 0.8, BLACK)

        labels = self._label_width("id_number")
        person = [
            ("name", it.name),
            ("sex", it.sex),
            ("ethnicity", it.ethnicity),
            ("birth_date", chinese_date(it.birth_date) if it.birth_date else ""),
            ("id_number", it.id_number),
        ]
        self._entries(pen, person, left, RIGHT, rule - 3, TOP - PHOTO_HEIGHT, labels)
        homes = [("hukou_address", it.hukou_address), ("residence_address", it.residence_address)]
        self._entries(pen, homes, LEFT, RIGHT, TOP - PHOTO_HEIGHT - 1.6 * MM, BOTTOM, labels)

    def _back(self, pen: Pen) -> None:
        it = self._document
        bars = BOTTOM + NUMBER_HEIGHT
        barcode.draw(pen.canvas, it.number, *barcode_place(), BAR_HEIGHT)
        pen.text(LEFT, BOTTOM + 1.5, grouped(it.number), 7.5, ink=BLACK)
        right = RIGHT - ROOM - 2 * MM
        permit = [
            ("issuing_authority", it.issuing_authority),
            ("issued_on", chinese_date(it.issued_on)),
            ("valid_until", f"至{chinese_date(it.valid_until)}" if it.valid_until else ""),
            ("endorsed_on", "、".join(chinese_date(day) for day in it.endorsed_on)),
            ("station_name", " ".join(part for part in (it.station_name, it.station_phone) if part)),
        ]
        floor = bars + BAR_HEIGHT + 1.5 * MM
        self._entries(pen, permit, LEFT, right, TOP, floor, self._label_width("issued_on"), it.notes)
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
        pen.text(RIGHT, base + 1, "证件流水号", SMALL, ink=BLACK, align="right")

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

    def _label_width(self, widest: str) -> float:
        return max(self._face.width(line, SMALL) for line in FIELDS[widest]) + 5

    def _entries(
        self,
        pen: Pen,
        pairs: Sequence[tuple[str, str]],
        left: float,
        right: float,
        top: float,
        floor: float,
        labels: float,
        notes: Sequence[str] = (),
    ) -> None:
        """Set labels and values under each other at the largest size at which all of them have room.

        A name gives way before the rest does. What is left of the room goes between them, up to half a line
        each.
        """
        room = top - floor
        under = [_Entry((), wrap(note, right - left, SMALL, self._face), SMALL) for note in notes]
        for size, most in product(SIZES, (NAME_SIZE, 0)):
            width = right - left - labels
            entries = [self._entry(name, value, width, size, most) for name, value in pairs if value] + under
            spare = room - sum(entry.height for entry in entries) - (len(entries) - 1)
            if spare >= 0:
                break
        else:
            raise BadDocument(
                "“{name}”的证件内容过长，一面证卡排不下，请核对住址等项目是否可以精简。",
                name=self._document.name,
            )
        air = 1 + min(spare / max(1, len(entries) - 1), size / 2)
        for entry in entries:
            self._write(pen, entry, left, left + labels if entry.label else left, top)
            top -= entry.height + air

    def _entry(self, name: str, value: str, room: float, size: float, most: float) -> _Entry:
        if name == "name":
            setting = fit(value, room, max(most, size), self._heading, floor=size)
            return _Entry(FIELDS[name], setting.lines, setting.size, bold=True)
        lines = self._listed(value.split("、"), room, size) if name == "endorsed_on" else None
        return _Entry(FIELDS[name], lines or wrap(value, room, size, self._face), size)

    def _listed(self, days: Sequence[str], room: float, size: float) -> tuple[str, ...]:
        """Set days one after the other, none broken at the end of a line."""
        lines = [days[0]]
        for day in days[1:]:
            longer = f"{lines[-1]}、{day}"
            if self._face.width(f"{longer}、", size) <= room:
                lines[-1] = longer
            else:
                lines[-1] += "、"
                lines.append(day)
        return tuple(lines)

    def _write(self, pen: Pen, entry: _Entry, left: float, value: float, top: float) -> None:
        """Write an entry, its label on the first base line of its value."""
        base = top - entry.size * (TIGHT / 2 + 0.37)
        for place, line in enumerate(entry.label):
            pen.text(left, base - place * SMALL * TIGHT, line, SMALL, ink=BLACK)
        for place, line in enumerate(entry.lines):
            pen.text(value, base - place * entry.size * TIGHT, line, entry.size, bold=entry.bold, ink=BLACK)


def barcode_place() -> tuple[float, float]:
    """Give the lower left corner of the symbol with its quiet zone; its bars begin at the margin."""
    return LEFT - barcode.QUIET * barcode.MODULE, BOTTOM + NUMBER_HEIGHT


def _practice_mark(pen: Pen, right: float, base: float) -> None:
    pen.box(right - 11 * MM, base - 2.5, 11 * MM, 13, edge=0.9)
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
