"""The calendar's days in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.times import CHINA
from desktop.domain.working_days import DayKind
from desktop.services.calendar_rows import DaySource
from desktop.ui.kit.dates import weekday
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.calendar_rows import CalendarDayRow, YearRow, YearStanding


def kind_words(kind: DayKind | None, *, working: bool) -> str:
    """What a day is, in a word or two."""
    if kind is DayKind.HOLIDAY:
        return text("calendar", "放假")
    if kind is DayKind.WORKDAY:
        return text("calendar", "上班")
    if kind is DayKind.STATUTORY:
        return text("calendar", "法定休息（暂估）")
    return text("calendar", "工作日") if working else text("calendar", "周末")


def day_words(row: CalendarDayRow) -> str:
    """What a day is, and why."""
    what = kind_words(row.kind, working=row.working)
    return text("calendar", "{what}：{note}").format(what=what, note=row.note) if row.note else what


def source_words(row: CalendarDayRow) -> str:
    """Where that comes from, and who changed it when."""
    if row.changed_at is None:
        if row.source is DaySource.SHIPPED:
            return text("calendar", "来自随程序提供的表")
        return text("calendar", "只按星期")
    at = row.changed_at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
    if row.source is DaySource.STATION:
        words = text("calendar", "本所修改：{who}，{at}，窗口 {counter}")
    else:
        words = text("calendar", "本所的修改已撤销：{who}，{at}，窗口 {counter}")
    return words.format(who=row.changed_by, at=at, counter=row.counter_number)


def date_words(day: date) -> str:
    """A day with its weekday."""
    iso = day.isoformat()
    return text("calendar", "{day}　{weekday}").format(day=iso, weekday=weekday(iso))


def year_words(year: YearRow) -> str:
    """What counts in this year."""
    if year.published:
        return text("calendar", "国务院办公厅的放假安排已在表中。")
    return text(
        "calendar", "这一年的放假安排还没有导入：周末和法定节假日照推算休息，算到这一年的日期都标“暂估”。"
    )


def standing_words(year: YearStanding) -> str:
    """Whether a year of a notice counts as published once it is in."""
    if year.after:
        words = (
            text("calendar", "{year} 年：已公布，导入后不变。")
            if year.before
            else text("calendar", "{year} 年：导入后算作已公布，不再标“暂估”。")
        ).format(year=year.year)
    else:
        days = text("calendar", "、").join(day.strftime("%m-%d") for day in year.unstated)
        words = text("calendar", "{year} 年：导入后仍是暂估，还没有写明 {days}。").format(
            year=year.year, days=days
        )
    if year.kept:
        words += text("calendar", "表中另有 {count} 天不在这份文件里，保持不变。").format(count=year.kept)
    return words
