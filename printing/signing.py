"""Where a paper is signed and sealed: lines to sign, room for the station's seal, the signed code."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from printing.documents import Document
from printing.layout import FAINT, MM, Measure, Pen, Row, chinese_date, glue
from printing.lines import Setting, fit_name
from printing.seal import symbol
from printing.typefaces import Stack

SEAL = 40 * MM
"""A station's seal is as wide; it goes over the station's name and the day, as it must."""

_STEP = 11 * MM
_FIRST = 10 * MM
_TO_WRITE = 46 * MM
"""What a line to sign takes at least, its label included."""


def block(
    document: Document,
    labels: Sequence[str],
    issued_on: date,
    measure: Measure,
    body: Stack,
    heading: Stack,
) -> list[Row]:
    """Give lines to sign on the left, the station with room for its seal on the right, its code between."""
    size = measure.size(10.5)
    code = symbol.WIDTH if document.seal else 0
    half = min(33 * MM if code else 40 * MM, (measure.width - code - _TO_WRITE) / 2)
    station = fit_name(document.station_name, 2 * half - 2 * MM, measure.size(11.5), heading)
    above = max((SEAL - station.height) / 2, 12 * MM)
    end = min(measure.right - 2 * half - code - 3 * MM, measure.left + 78 * MM)
    begin = _begin(labels, measure.left, size, body)

    def draw(pen: Pen, top: float) -> None:
        for place, label in enumerate(labels):
            _to_sign(pen, label, measure.left, (begin, end), top - _FIRST - _STEP * place, size)
        if document.seal:
            symbol.on_sheet(pen, document.seal, measure.right - 2 * half - code / 2, top - 2 * MM)
        _to_stamp(pen, measure, measure.right - half, top, station, above, issued_on)

    return [Row(max(SEAL, above + station.height + 10 * MM) + 2 * MM, draw)]


def side_by_side(labels: Sequence[str], measure: Measure, body: Stack) -> list[Row]:
    """Give places to sign in one line, for a sheet that stays in the house and takes no seal."""
    share, size = measure.width / len(labels), measure.size(10.5)

    def draw(pen: Pen, top: float) -> None:
        for place, label in enumerate(labels):
            left = measure.left + place * share
            end = measure.right if place == len(labels) - 1 else left + share - 4 * MM
            _to_sign(pen, label, left, (_begin([label], left, size, body), end), top - _STEP, size)

    return [Row(14 * MM, draw)]


def under_each_other(labels: Sequence[str], measure: Measure, body: Stack) -> list[Row]:
    """Give places to sign on a strip, none of them alone where it is torn off."""
    size = 9.0
    begin = _begin(labels, measure.left, size, body)

    def line(label: str) -> Row:
        return Row(
            _STEP,
            lambda pen, top: _to_sign(pen, label, measure.left, (begin, measure.right), top - 9 * MM, size),
        )

    return glue([line(label) for label in labels])


def strip(
    document: Document,
    labels: Sequence[str],
    issued_on: date,
    measure: Measure,
    body: Stack,
    heading: Stack,
) -> list[Row]:
    """Give all of it one under the other, as a roll of paper has it."""
    middle = (measure.left + measure.right) / 2
    station = fit_name(document.station_name, measure.width, 9.5, heading)
    above = (SEAL - station.height) / 2

    def draw(pen: Pen, top: float) -> None:
        _to_stamp(pen, measure, middle, top - 3 * MM, station, above, issued_on)

    rows = [*under_each_other(labels, measure, body), Row(SEAL + 6 * MM, draw)]
    if document.seal:
        rows.append(symbol.row(document.seal, middle))
    return rows


def _begin(labels: Sequence[str], left: float, size: float, body: Stack) -> float:
    """Give where lines begin that stand under each other: after the widest label."""
    return left + max((body.width(f"{label}：", size) for label in labels), default=0)


def _to_sign(pen: Pen, label: str, left: float, line: tuple[float, float], base: float, size: float) -> None:
    pen.text(left, base, f"{label}：", size)
    pen.line(line[0], base - 2, line[1], base - 2)


def _to_stamp(
    pen: Pen, measure: Measure, middle: float, top: float, station: Setting, above: float, issued_on: date
) -> None:
    """Draw the seal's circle with the station and the day in it."""
    pen.canvas.setDash(2, 2)
    pen.canvas.setLineWidth(0.5)
    pen.canvas.setStrokeGray(FAINT)
    pen.canvas.circle(middle, top - SEAL / 2, SEAL / 2, stroke=1, fill=0)
    pen.canvas.setDash()
    pen.text(middle, top - 9 * MM, "（盖章处）", measure.size(8.5), ink=0.6, align="center")
    pen.setting(middle, top - above, station, bold=True, align="center")
    day = top - above - station.height - (7 * MM if not measure.roll else 5 * MM)
    pen.text(middle, day, chinese_date(issued_on), measure.size(10.5), align="center")
