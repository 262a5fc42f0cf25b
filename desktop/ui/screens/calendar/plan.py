"""Where the months and days of a year are on the screen."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect

COLUMNS = (4, 3, 2, 1)
"""How many months may stand side by side: parts of twelve."""
_HEAD = 2
"""Lines above the days: the month's name and the weekdays."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Twelve rooms, and the size of a day in them; `height` is that of the whole year."""

    year: int
    rooms: tuple[QRect, ...]
    width: int
    line: int
    height: int
    _before: tuple[int, ...]

    def cell(self, day: date) -> QRect:
        """Where a day of the year is drawn."""
        room = self.rooms[day.month - 1]
        week, column = divmod(self._before[day.month - 1] + day.day - 1, 7)
        return QRect(
            room.x() + column * self.width, room.y() + (week + _HEAD) * self.line, self.width, self.line
        )

    def day_at(self, at: QPoint) -> date | None:
        """Return the day that is drawn there, if any."""
        for month, room in enumerate(self.rooms, 1):
            week, column = (at.y() - room.y()) // self.line - _HEAD, (at.x() - room.x()) // self.width
            if room.contains(at) and week >= 0 and column < 7:
                day = date(self.year, month, 1) + timedelta(days=week * 7 + column - self._before[month - 1])
                return day if day.month == month and day.year == self.year else None
        return None


def narrowest(text_height: int) -> int:
    """Return the least width of a month and the gap beside it."""
    return round(text_height * 1.45) * 7 + _gap(text_height)


@lru_cache(maxsize=8)
def plan_of(year: int, width: int, text_height: int) -> Plan:
    """Lay a year out in a width, by the height of its text; a row of months is as high as its longest."""
    gap, line = _gap(text_height), round(text_height * 1.16)
    columns = next((count for count in COLUMNS if width + gap >= count * narrowest(text_height)), 1)
    room = (width + gap) // columns
    before = tuple(date(year, month, 1).weekday() for month in range(1, 13))
    weeks = [-(-(before[month] + monthrange(year, month + 1)[1]) // 7) for month in range(12)]
    rooms: list[QRect] = []
    top = 0
    for first in range(0, 12, columns):
        height = (max(weeks[first : first + columns]) + _HEAD) * line
        rooms += [QRect(column * room, top, room - gap, height) for column in range(columns)]
        top += height + gap
    return Plan(year, tuple(rooms), (room - gap) // 7, line, top - gap, before)


def _gap(text_height: int) -> int:
    return round(text_height * 0.7)
