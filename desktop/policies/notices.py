"""Read the State Council's yearly notice as a clerk types it: one row a day, or one row a span of days.

`2027-01-01,holiday,元旦` or `2027-01-01,2027-01-03,放假,元旦`, with or without a line of headings. Saved by a
spreadsheet it may come with slashes in its days, in GB 18030, with tabs, or with a byte order mark.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.domain.characters import half_width
from desktop.domain.errors import Sentence, sentence
from desktop.domain.working_days import DayKind
from desktop.policies.calendars import FIRST_YEAR, LAST_YEAR, shipped_days

LONGEST = 31
"""Days that one row may span; the longest arrangement so far had ten."""
NOTE_LIMIT = 100
_KINDS = {
    **dict.fromkeys(("holiday", "off", "放假", "放假调休", "休息", "休", "假日", "补休", "补假"), DayKind.HOLIDAY),
    **dict.fromkeys(("workday", "work", "上班", "调休上班", "补班", "班", "工作日"), DayKind.WORKDAY),
    **dict.fromkeys(("statutory", "法定"), DayKind.STATUTORY),
}  # fmt: skip
_BEGINS_WITH_A_YEAR = re.compile(r"[0-9]{4}")
_AFTER_THE_DAY = re.compile(r"(\(.*\)|（.*）|\s+[0-9:]+|(星期|周).)$")
_HAS_DIGIT = re.compile(r"[0-9]")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_WRITTEN = re.compile(r"([0-9]{4})[-./年]([0-9]{1,2})[-./月]([0-9]{1,2})日?")

_NO_DAY = sentence("policies", "“{typed}”不是写全年月日的日期，请写成2027-01-01")
_NO_SUCH_DAY = sentence("policies", "“{typed}”日历上没有这一天")
_OUTSIDE = sentence("policies", "{day}不在{first}年至{last}年之内，请核对年份")
_NO_KIND = sentence("policies", "“{typed}”看不出是放假还是上班，请写“放假”或“上班”")
_BACKWARDS = sentence("policies", "结束日期{last}早于开始日期{first}")
_TOO_LONG = sentence("policies", "{first}至{last}有{days}天，超过{most}天，请核对日期")
_TWICE = sentence("policies", "{day}在第{line}行是“{before}”，这一行又是“{now}”")
_TOO_FEW = sentence("policies", "至少要有日期和“放假”或“上班”两列")
_LONG_NOTE = sentence("policies", "说明超过{most}个字")
_AGAIN = sentence("policies", "{day}在第{line}行已经写过，意思相同")
_IN_THE_WEEK = sentence("policies", "{day}是{weekday}，本来就上班，请核对日期")
_STATUTORY = sentence("policies", "法定日期由程序推算，这一行不导入")
_WEEKENDS = sentence("policies", "写明放假的日子中有{count}天本来就是周末")
_CODING = sentence("policies", "文字编码读不出来，请另存为UTF-8编码的CSV")
_WORKBOOK = sentence("policies", "这是电子表格的工作簿，不是CSV，请在电子表格中另存为CSV")
_EMPTY = sentence("policies", "没有读到任何一天")
_BROKEN = sentence("policies", "读不出来：{why}")
_WORDS = {
    DayKind.HOLIDAY: sentence("policies", "放假"),
    DayKind.WORKDAY: sentence("policies", "上班"),
    DayKind.STATUTORY: sentence("policies", "法定"),
}
_WEEKDAYS = (
    sentence("policies", "星期一"),
    sentence("policies", "星期二"),
    sentence("policies", "星期三"),
    sentence("policies", "星期四"),
    sentence("policies", "星期五"),
)


@dataclass(frozen=True, slots=True)
class NoticeDay:
    """A day that the notice states."""

    day: date
    kind: DayKind
    note: str
    line: int


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a line of the file; line 0 is the file as a whole."""

    line: int
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Notice:
    """What a file says: its days in order; problems, with which it is not to be used; advice."""

    days: tuple[NoticeDay, ...]
    problems: tuple[Remark, ...]
    advice: tuple[Remark, ...]


class _Unreadable(ValueError):  # noqa: N818 - carries the sentence of one row
    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


def parse_notice(data: bytes) -> Notice:
    """Read a notice; never raises: whatever cannot be read is a problem with its line and reason."""
    found: dict[date, NoticeDay] = {}
    problems: list[Remark] = []
    advice: list[Remark] = []
    try:
        rows = _rows(data)
    except _Unreadable as unreadable:
        return Notice((), (Remark(0, unreadable.reason),), ())
    for place, (line, cells) in enumerate(rows):
        if place == 0 and not _HAS_DIGIT.search(cells[0]):
            continue  # headings
        try:
            first, last, kind, note = _read_row(cells)
        except _Unreadable as unreadable:
            problems.append(Remark(line, unreadable.reason))
            continue
        if kind is DayKind.STATUTORY:
            advice.append(Remark(line, _STATUTORY))
            continue
        for ahead in range((last - first).days + 1):
            day = NoticeDay(first + timedelta(days=ahead), kind, note, line)
            before = found.setdefault(day.day, day)
            if before is not day:
                _told_twice(before, day, problems, advice)
            elif _is_ordinary(day):
                words = _IN_THE_WEEK.fill(day=day.day.isoformat(), weekday=_WEEKDAYS[day.day.weekday()])
                advice.append(Remark(line, words))
    if not found and not problems:
        problems.append(Remark(0, _EMPTY))
    weekends = sum(day.kind is DayKind.HOLIDAY and day.day.weekday() >= 5 for day in found.values())
    if weekends:
        advice.append(Remark(0, _WEEKENDS.fill(count=weekends)))
    return Notice(tuple(found[day] for day in sorted(found)), tuple(problems), tuple(advice))


def _told_twice(before: NoticeDay, now: NoticeDay, problems: list[Remark], advice: list[Remark]) -> None:
    day = now.day.isoformat()
    if before.kind is now.kind:
        advice.append(Remark(now.line, _AGAIN.fill(day=day, line=before.line)))
    else:
        words = _TWICE.fill(day=day, line=before.line, before=_WORDS[before.kind], now=_WORDS[now.kind])
        problems.append(Remark(now.line, words))


def _is_ordinary(day: NoticeDay) -> bool:
    """Whether a day said to be worked is a day of the week that nothing makes a day off."""
    return day.kind is DayKind.WORKDAY and day.day.weekday() < 5 and day.day not in shipped_days()


def _rows(data: bytes) -> list[tuple[int, list[str]]]:
    if data.startswith(b"PK"):
        raise _Unreadable(_WORKBOOK)
    written = _decode(data).replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in written.split("\n") if _BEGINS_WITH_A_YEAR.match(line.strip('" '))), "")
    delimiter = max(",\t;", key=first.count)
    reader = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)
    rows: list[tuple[int, list[str]]] = []
    try:
        for row in reader:
            cells = [cell.strip() for cell in (row[0].split("，") if len(row) == 1 else row)]
            if any(cells) and not cells[0].startswith("#"):
                rows.append((reader.line_num, cells))
    except csv.Error as error:
        raise _Unreadable(_BROKEN.fill(why=error)) from error
    return rows


def _decode(data: bytes) -> str:
    codings = ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig", "gb18030"]
    for coding in codings:
        try:
            written = data.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in written:
            return written
    raise _Unreadable(_CODING)


def _read_row(cells: list[str]) -> tuple[date, date, DayKind, str]:
    if len(cells) < 2:
        raise _Unreadable(_TOO_FEW)
    first = _read_day(cells[0])
    if len(cells) > 2 and (not cells[1] or _BEGINS_WITH_A_YEAR.match(half_width(cells[1]))):
        last, rest = _read_day(cells[1]) if cells[1] else first, cells[2:]
    else:
        last, rest = first, cells[1:]
    if last < first:
        raise _Unreadable(_BACKWARDS.fill(first=first.isoformat(), last=last.isoformat()))
    days = (last - first).days + 1
    if days > LONGEST:
        words = _TOO_LONG.fill(first=first.isoformat(), last=last.isoformat(), days=days, most=LONGEST)
        raise _Unreadable(words)
    kind = _KINDS.get(half_width(rest[0]).lower())
    if kind is None:
        raise _Unreadable(_NO_KIND.fill(typed=rest[0][:40]))
    note = " ".join("，".join(cell for cell in rest[1:] if cell).split())
    if len(note) > NOTE_LIMIT:
        raise _Unreadable(_LONG_NOTE.fill(most=NOTE_LIMIT))
    return first, last, kind, note


def _read_day(typed: str) -> date:
    plain = _AFTER_THE_DAY.sub("", half_width(typed).strip()).strip()
    found = _COMPACT.fullmatch(plain) or _WRITTEN.fullmatch(plain)
    if found is None:
        raise _Unreadable(_NO_DAY.fill(typed=typed[:40]))
    year, month, day = map(int, found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _Unreadable(_OUTSIDE.fill(day=typed[:40], first=FIRST_YEAR, last=LAST_YEAR))
    try:
        return date(year, month, day)
    except ValueError:
        raise _Unreadable(_NO_SUCH_DAY.fill(typed=typed[:40])) from None
