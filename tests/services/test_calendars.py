from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.rule import DayUnit
from desktop.domain.working_days import DayKind
from desktop.services.calendar_rows import DaySource
from desktop.services.counter import Counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from tests.servers import again

WORKING, CALENDAR = DayUnit.WORKING_DAYS, DayUnit.CALENDAR_DAYS
SNOW = date(2026, 12, 30)
NOTICE = """date,kind,note
2026-12-31,holiday,元旦
2027-01-01,2027-01-03,放假,元旦
2027-02-05,2027-02-12,放假,春节
2027-01-30,上班,春节调休
2027-04-03,2027-04-05,放假,清明节
2027-05-01,2027-05-05,放假,劳动节
2027-05-08,上班,劳动节调休
2027-06-09,放假,端午节
2027-09-15,放假,中秋节
2027-10-01,2027-10-07,放假,国庆节
2027-10-09,上班,国庆节调休
"""


@pytest.fixture
def boss(template: Any) -> Any:
    """The administrator, at counter 1."""
    return template.administrator


@pytest.fixture
def other_counter(station: Counter, folders: Folders, clock: Any) -> Iterator[Counter]:
    """Another program on the same database."""
    made = again(station, folders, clock)
    yield made
    made.close()


@pytest.fixture
def notice(tmp_path: Path) -> Callable[[str], Path]:
    def write(words: str = NOTICE) -> Path:
        path = tmp_path / "2027.csv"
        path.write_bytes(words.encode("gb18030"))
        return path

    return write


def request() -> str:
    return str(uuid.uuid4())


def stored(station: Counter) -> list[tuple[Any, ...]]:
    with station.office.database.engine.connect() as connection:
        asked = text(
            "select day, version, kind, note, current_day is not null, known_until is not null"
            " from calendar_day order by day, version"
        )
        return [(str(day), *rest) for day, *rest in connection.execute(asked)]


def trail(station: Counter) -> list[tuple[str, str, str]]:
    with station.office.database.engine.connect() as connection:
        asked = text(
            "select action, matter, detail from journal_entry"
            " where action like '%calendar%' order by counter_number, sequence"
        )
        return [tuple(row) for row in connection.execute(asked)]


def on(station: Counter, day: date) -> Any:
    return next(row for row in station.calendars.year(day.year).days if row.day == day)


def test_a_year_has_every_day_and_says_where_each_comes_from(station: Counter) -> None:
    year = station.calendars.year(2026)
    assert (len(year.days), year.published, year.unstated) == (365, True, ())
    spring, worked, plain = on(station, date(2026, 2, 17)), on(station, date(2026, 2, 14)), year.days[11]
    assert (spring.kind, spring.source, spring.working) == (DayKind.HOLIDAY, DaySource.SHIPPED, False)
    assert (worked.kind, worked.working) == (DayKind.WORKDAY, True)
    assert (plain.kind, plain.source, plain.working) == (None, DaySource.WEEK, True)


def test_a_year_to_come_is_estimated_and_names_what_its_notice_must_state(station: Counter) -> None:
    year = station.calendars.year(2027)
    assert not year.published
    assert len(year.unstated) == 13
    assert on(station, date(2027, 2, 5)).kind is DayKind.STATUTORY


def test_beyond_the_table_the_fixed_statutory_days_are_told(station: Counter) -> None:
    assert on(station, date(2099, 5, 1)).kind is DayKind.STATUTORY
    assert not on(station, date(2098, 10, 1)).working


def test_a_day_set_by_the_administrator_counts_at_once(station: Counter, boss: Actor, clock: Any) -> None:
    before = station.calendars.due(date(2026, 12, 29), 1, WORKING)
    row = station.calendars.set_day(boss, request(), SNOW, DayKind.HOLIDAY, " 雪灾  停办 ")
    assert (row.kind, row.note, row.source) == (DayKind.HOLIDAY, "雪灾 停办", DaySource.STATION)
    assert (row.changed_by, row.counter_number, row.working) == (boss.name, boss.counter_number, False)
    assert row.changed_at is not None
    after = station.calendars.due(date(2026, 12, 29), 1, WORKING)
    assert (before.on, after.on, after.estimated) == (SNOW, date(2026, 12, 31), False)
    assert station.office.calendar.is_working(SNOW) is False
    assert trail(station) == [("set_calendar_day", "2026-12-30", "平日改为放假：雪灾 停办")]


def test_every_change_is_a_version_and_none_is_overwritten(station: Counter, boss: Actor) -> None:
    station.calendars.set_day(boss, request(), SNOW, DayKind.HOLIDAY, "雪灾")
    station.calendars.set_day(boss, request(), SNOW, DayKind.WORKDAY, "照常")
    row = station.calendars.clear_day(boss, request(), SNOW)
    assert (row.kind, row.source, row.working) == (None, DaySource.WEEK, True)
    assert (row.changed_by, row.note) == (boss.name, "")
    station.calendars.set_day(boss, request(), SNOW, DayKind.HOLIDAY, "又下雪")
    assert stored(station) == [
        ("2026-12-30", 1, "holiday", "雪灾", 0, 1),
        ("2026-12-30", 2, "workday", "照常", 0, 1),
        ("2026-12-30", 3, "", "", 0, 1),
        ("2026-12-30", 4, "holiday", "又下雪", 1, 0),
    ]
    assert [entry[2] for entry in trail(station)] == [
        "平日改为放假：雪灾",
        "放假改为上班：照常",
        "上班改为平日",
        "平日改为放假：又下雪",
    ]


def test_the_same_request_twice_is_stored_once(station: Counter, boss: Actor) -> None:
    asked, taken_back = request(), request()
    first = station.calendars.set_day(boss, asked, SNOW, DayKind.HOLIDAY, "雪灾")
    assert station.calendars.set_day(boss, asked, SNOW, DayKind.HOLIDAY, "雪灾") == first
    station.calendars.clear_day(boss, taken_back, SNOW)
    station.calendars.clear_day(boss, taken_back, SNOW)
    station.calendars.set_day(boss, asked, SNOW, DayKind.HOLIDAY, "雪灾")
    assert len(stored(station)) == len(trail(station)) == 2
    assert station.office.calendar.is_working(SNOW)


def test_setting_what_already_stands_changes_nothing(station: Counter, boss: Actor) -> None:
    station.calendars.set_day(boss, request(), SNOW, DayKind.HOLIDAY, "雪灾")
    station.calendars.set_day(boss, request(), SNOW, DayKind.HOLIDAY, "雪灾")
    station.calendars.clear_day(boss, request(), date(2026, 12, 29))
    assert len(stored(station)) == 1


def test_a_clerk_may_look_and_change_nothing(station: Counter, clerk: Actor, notice: Any) -> None:
    preview = station.calendars.read_notice(notice())
    for change in (
        lambda: station.calendars.set_day(clerk, request(), SNOW, DayKind.HOLIDAY, ""),
        lambda: station.calendars.clear_day(clerk, request(), SNOW),
        lambda: station.calendars.import_notice(clerk, request(), preview),
    ):
        with pytest.raises(NotPossible, match="没有“工作日历”的权限"):
            change()
    assert stored(station) == []


@pytest.mark.parametrize(
    ("day", "kind", "note", "field"),
    [
        (date(2003, 12, 31), DayKind.HOLIDAY, "", "day"),
        (date(2100, 1, 1), DayKind.HOLIDAY, "", "day"),
        (SNOW, DayKind.STATUTORY, "", "kind"),
        (SNOW, DayKind.HOLIDAY, "长" * 101, "note"),
        (SNOW, DayKind.HOLIDAY, "a\u202eb", "note"),
    ],
)
def test_what_cannot_be_set_is_named_by_field(
    station: Counter, boss: Actor, day: date, kind: DayKind, note: str, field: str
) -> None:
    with pytest.raises(BadInput) as refused:
        station.calendars.set_day(boss, request(), day, kind, note)
    assert refused.value.field == field


def test_a_notice_is_told_before_it_is_stored(station: Counter, notice: Any) -> None:
    preview = station.calendars.read_notice(notice())
    assert stored(station) == []
    assert (preview.name, preview.problems) == ("2027.csv", ())
    assert len(preview.changes) == 1 + 3 + 8 + 1 + 3 + 5 + 1 + 1 + 1 + 7 + 1
    first = preview.changes[0]
    assert (first.before.day, first.before.working, first.kind, first.line) == (
        date(2026, 12, 31),
        True,
        DayKind.HOLIDAY,
        2,
    )
    last_year, year = preview.years
    assert (last_year.year, last_year.before, last_year.after, last_year.kept) == (2026, True, True, 39)
    assert (year.year, year.before, year.after, year.unstated, year.kept) == (2027, False, True, (), 0)


def test_an_imported_notice_publishes_the_year(station: Counter, boss: Actor, notice: Any) -> None:
    assert station.calendars.due(date(2026, 12, 28), 10, WORKING).estimated
    done = station.calendars.import_notice(boss, request(), station.calendars.read_notice(notice()))
    assert (done.stored, done.published) == (32, (2026, 2027))
    due = station.calendars.due(date(2026, 12, 28), 10, WORKING)
    assert (due.on, due.estimated) == (date(2027, 1, 13), False)
    assert station.calendars.year(2027).published
    entries = trail(station)
    assert len(entries) == 33
    assert entries[-1][:2] == ("import_calendar_notice", "2026、2027")
    assert entries[-1][2].startswith("2027.csv，改32天，SHA-256 ")
    assert entries[5] == ("set_calendar_day", "2027-02-05", "法定休息（暂估）改为放假：春节")


def test_importing_the_same_notice_again_changes_nothing(station: Counter, boss: Actor, notice: Any) -> None:
    asked, path = request(), notice()
    preview = station.calendars.read_notice(path)
    first = station.calendars.import_notice(boss, asked, preview)
    assert station.calendars.import_notice(boss, asked, preview) == first
    again = station.calendars.read_notice(path)
    assert again.changes == ()
    assert station.calendars.import_notice(boss, request(), again).stored == 0
    assert len(stored(station)) == 32
    assert len(trail(station)) == 33


def test_a_notice_of_a_year_that_is_in_the_table_changes_nothing(station: Counter, notice: Any) -> None:
    shipped = Path("desktop/policies/calendar.csv").read_text(encoding="utf-8").splitlines()
    words = "\n".join(line for line in shipped if line.startswith(("date", "2026-")))
    preview = station.calendars.read_notice(notice(words))
    assert (preview.problems, preview.changes) == ((), ())


def test_part_of_a_notice_leaves_the_year_estimated(station: Counter, boss: Actor, notice: Any) -> None:
    part = "".join(f"{line}\n" for line in NOTICE.splitlines() if "2027-02" not in line)
    preview = station.calendars.read_notice(notice(part))
    assert not preview.years[-1].after
    assert preview.years[-1].unstated == tuple(date(2027, 2, day) for day in (5, 6, 7, 8))
    done = station.calendars.import_notice(boss, request(), preview)
    assert done.published == (2026,)
    assert not station.office.calendar.is_working(date(2027, 2, 5))
    assert station.calendars.due(date(2026, 12, 28), 10, WORKING).estimated


def test_a_notice_with_a_problem_is_not_imported_at_all(station: Counter, boss: Actor, notice: Any) -> None:
    preview = station.calendars.read_notice(notice(NOTICE + "1月1日,放假\n"))
    [problem] = preview.problems
    assert problem.line == 13
    with pytest.raises(NotPossible, match="1处读不出来"):
        station.calendars.import_notice(boss, request(), preview)
    assert stored(station) == []


def test_a_failed_import_leaves_nothing(
    station: Counter, boss: Actor, notice: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = station.calendars.read_notice(notice())

    def broken(*_: object) -> None:
        raise OSError("cut")

    monkeypatch.setattr(station.journal, "write", broken)
    with pytest.raises(OSError, match="cut"):
        station.calendars.import_notice(boss, request(), preview)
    assert stored(station) == []
    assert not station.calendars.year(2027).published


def test_a_file_that_cannot_be_read_is_told(station: Counter, tmp_path: Path) -> None:
    with pytest.raises(NotPossible, match="2027.csv"):
        station.calendars.read_notice(tmp_path / "2027.csv")
    with pytest.raises(NotPossible, match="读不出文件"):
        station.calendars.read_notice(tmp_path)
    large = tmp_path / "large.csv"
    large.write_bytes(b"x" * 1_000_001)
    with pytest.raises(NotPossible, match="1000001字节"):
        station.calendars.read_notice(large)


def test_another_counter_takes_the_change_up_at_sign_in(
    station: Counter, other_counter: Counter, boss: Actor
) -> None:
    station.calendars.set_day(boss, request(), SNOW, DayKind.HOLIDAY, "雪灾")
    assert other_counter.office.calendar.is_working(SNOW)
    actor = other_counter.sign_in.sign_in("one", "test-pass-1", 3)
    assert not other_counter.office.calendar.is_working(SNOW)
    station.calendars.clear_day(boss, request(), SNOW)
    other_counter.sign_in.unlock(actor, "test-pass-1")
    assert other_counter.office.calendar.is_working(SNOW)


def test_two_administrators_end_with_the_later_word(
    station: Counter, other_counter: Counter, boss: Actor
) -> None:
    station.calendars.set_day(boss, request(), SNOW, DayKind.HOLIDAY, "雪灾")
    elsewhere = replace(boss, counter_number=2)
    row = other_counter.calendars.set_day(elsewhere, request(), SNOW, DayKind.WORKDAY, "照常")
    assert on(station, SNOW) == row
    assert (row.counter_number, len(stored(station))) == (2, 2)


def test_two_counters_that_change_a_day_at_once_are_told(
    station: Counter, boss: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL lets both read before either writes; the day's unique version refuses the second."""
    station.calendars.set_day(boss, request(), SNOW, DayKind.HOLIDAY, "雪灾")
    monkeypatch.setattr("desktop.services.calendar_days.current", lambda *_: {})
    with pytest.raises(NotPossible, match="另一个窗口刚刚改了同一天"):
        station.calendars.set_day(boss, request(), SNOW, DayKind.WORKDAY, "")
    assert len(stored(station)) == len(trail(station)) == 1


def test_the_stations_days_are_there_when_the_program_opens_again(
    station: Counter, boss: Actor, folders: Folders, clock: Any
) -> None:
    station.calendars.set_day(boss, request(), SNOW, DayKind.HOLIDAY, "雪灾")
    station.close()
    reopened = again(station, folders, clock)
    try:
        assert not reopened.office.calendar.is_working(SNOW)
    finally:
        reopened.close()


def test_an_unchanged_calendar_is_not_built_again(station: Counter, boss: Actor) -> None:
    before = station.office.calendar
    assert station.office.refresh_calendar() is before
    station.calendars.set_day(boss, request(), SNOW, DayKind.HOLIDAY, "")
    assert station.office.refresh_calendar() is station.office.calendar is not before


def test_a_case_keeps_the_date_it_was_promised(
    station: Counter, boss: Actor, resident: Any, apply: Any
) -> None:
    case = apply(resident()).case
    assert case.due_on is not None
    for ahead in range(1, 5):
        day = case.due_on - timedelta(days=ahead)
        station.calendars.set_day(boss, request(), day, DayKind.HOLIDAY, "停办")
    assert station.day.case(case.case_id).due_on == case.due_on


@pytest.mark.parametrize(
    ("start", "count", "unit", "due", "estimated"),
    [
        ("2026-12-28", 10, WORKING, "2027-01-12", True),
        ("2026-11-21", 3, WORKING, "2026-11-25", False),
        ("2026-11-06", 15, CALENDAR, "2026-11-23", False),
        ("2026-12-20", 15, CALENDAR, "2027-01-04", True),
        ("2099-12-28", 10, WORKING, "2100-01-12", True),
    ],
)
def test_a_clerk_asks_for_the_end_of_a_term(
    station: Counter, start: str, count: int, unit: DayUnit, due: str, estimated: bool
) -> None:
    found = station.calendars.due(date.fromisoformat(start), count, unit)
    assert (found.on.isoformat(), found.estimated) == (due, estimated)


@pytest.mark.parametrize(("start", "count"), [("2026-01-01", 0), ("2026-01-01", 3661), ("2003-01-01", 1)])
def test_a_term_out_of_bounds_is_refused(station: Counter, start: str, count: int) -> None:
    with pytest.raises(BadInput):
        station.calendars.due(date.fromisoformat(start), count, WORKING)
