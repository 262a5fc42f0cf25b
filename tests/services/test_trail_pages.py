"""The audit administrator reads the trail by what is looked for; nobody else does, and reading leaves a trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible
from desktop.services import trail_pages
from desktop.services.counter import Counter
from desktop.services.journal import Happening
from desktop.services.rows import Actor, RegistrationDone
from desktop.services.trail_pages import TrailRow, TrailWanted

DAY = date(2026, 11, 20)
TODAY = TrailWanted(DAY, DAY)
Register = Callable[..., RegistrationDone]


@pytest.fixture
def boss(template: Any) -> Actor:
    return template.auditor


def every(station: Counter, boss: Actor, wanted: TrailWanted) -> list[TrailRow]:
    """Read all pages."""
    page = station.trail_pages.begin(boss, wanted)
    rows = list(page.rows)
    while page.more:
        page = station.trail_pages.older(boss, wanted, rows[-1])
        assert page.rows
        rows += page.rows
    return rows


def look(station: Counter, actor: Actor, times: int, **more: Any) -> None:
    for _ in range(times):
        station.journal.note(Happening(actor, "look_up", station.office.clock.now(), **more))
    station.journal.flush()


def test_pages_give_every_entry_once_the_newest_first(
    station: Counter, clerk: Actor, template: Any, boss: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trail_pages, "PAGE", 7)
    trail_pages._statement.cache_clear()
    for actor in (clerk, template.other, clerk):
        look(station, actor, 9)
    rows = every(station, boss, TODAY)
    trail_pages._statement.cache_clear()
    with station.office.database.engine.connect() as connection:
        count = connection.execute(text("select count(*) from journal_entry")).scalar_one()
    assert len(rows) == len({row.entry_id for row in rows}) == count >= 27
    assert [row.entry_id for row in rows] == sorted((row.entry_id for row in rows), reverse=True)


def test_each_filter_gives_what_it_names(
    station: Counter, clerk: Actor, template: Any, boss: Actor, register: Register
) -> None:
    done = register()
    look(station, template.other, 3, person_id=done.case.person_id)
    number = "371321199002140013"
    with station.office.database.engine.connect() as connection:
        number = connection.execute(text("select id_number from person")).scalar_one()
    ask = partial_every(station, boss)
    assert {row.counter_number for row in ask(counter_number=4)} == {4}
    assert {row.staff_name for row in ask(staff_id=clerk.staff_id)} == {clerk.name}
    assert {row.action for row in ask(action="register_residence")} == {"register_residence"}
    of_person = ask(id_number=number)
    assert {row.person_name for row in of_person} == {"演练甲"}
    assert {row.masked_number for row in of_person} == {f"{number[:6]}********{number[-4:]}"}
    assert len([row for row in of_person if row.action == "look_up"]) == 3
    assert (
        len(ask(id_number=number, staff_id=template.other.staff_id, counter_number=4, action="look_up")) == 3
    )
    yesterday = DAY - timedelta(days=1)
    assert every(station, boss, TrailWanted(yesterday, yesterday)) == []


def partial_every(station: Counter, boss: Actor) -> Callable[..., list[TrailRow]]:
    return lambda **more: every(station, boss, replace(TODAY, **more))


def test_what_failed_is_told_from_what_was_done(station: Counter, clerk: Actor, boss: Actor) -> None:
    with pytest.raises(NotPossible):
        station.trail_pages.begin(clerk, TODAY)
    ask = partial_every(station, boss)
    failed, done = ask(failed=True), ask(failed=False)
    assert {row.action for row in failed} == {"right_refused"}
    assert "right_refused" not in {row.action for row in done}
    assert all(row.failed for row in failed)


def test_reading_is_in_the_trail_without_the_number(
    station: Counter, boss: Actor, register: Register
) -> None:
    register()
    with station.office.database.engine.connect() as connection:
        number = connection.execute(text("select id_number from person")).scalar_one()
    station.trail_pages.begin(boss, replace(TODAY, id_number=number, action="look_up", counter_number=3))
    station.journal.flush()
    [row] = partial_every(station, boss)(action="read_trail")
    assert row.detail == f"2026-11-20至2026-11-20 {number[:6]}********{number[-4:]} counter:03 look_up"
    assert row.person_name == "演练甲"


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in (Role.AUDIT_ADMINISTRATOR, Role.NOBODY)]
)
def test_nobody_else_reads_it(station: Counter, template: Any, role: Role) -> None:
    actor = template.in_role(role)
    for ask in (
        lambda: station.trail_pages.begin(actor, TODAY),
        lambda: station.trail_pages.choices(actor),
        lambda: station.trail_keeping.due(actor),
        lambda: station.trail_files.check(actor, None, lambda done, total: None, lambda: False),  # type: ignore[arg-type]
    ):
        with pytest.raises(NotPossible):
            ask()


def test_what_cannot_be_asked_names_the_field(station: Counter, boss: Actor) -> None:
    with pytest.raises(BadInput) as wrong:
        station.trail_pages.begin(boss, TrailWanted(DAY, DAY - timedelta(days=1)))
    assert wrong.value.field == "last_day"
    with pytest.raises(BadInput) as wrong:
        station.trail_pages.begin(boss, replace(TODAY, id_number="370102199001011234"))
    assert wrong.value.field == "id_number"


@pytest.mark.file_only
@pytest.mark.parametrize(
    ("by", "index"),
    [
        ((), "ix_journal_entry_on_date_id"),
        (("person",), "ix_journal_entry_person_id_on_date_id"),
        (("staff",), "ix_journal_entry_staff_id_on_date_id"),
        (("action",), "ix_journal_entry_action_on_date_id"),
    ],
)
def test_every_way_to_look_goes_by_an_index_and_sorts_nothing(
    station: Counter, by: tuple[str, ...], index: str
) -> None:
    compiled = trail_pages._statement((*by, "key"), None).compiled(station.office.database.link.dialect)
    given = {"first": DAY, "last": DAY, "day": DAY, "key": 1 << 50, "person": 1, "staff": 1, "action": "a"}
    connection = station.office.database.engine.raw_connection()
    cursor = connection.cursor()
    plan = [row[3] for row in cursor.execute(f"explain query plan {compiled.text}", compiled.values(given))]
    connection.close()
    assert any(index in step for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan


def test_choices_are_who_and_where_and_what(station: Counter, clerk: Actor, boss: Actor) -> None:
    choices = station.trail_pages.choices(boss)
    assert (clerk.staff_id, clerk.name) in choices.staff
    assert {3, 4} <= set(choices.counters)
    assert "look_up" in dict(choices.actions)
