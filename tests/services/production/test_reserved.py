"""Granted cases wait by their date, and each gets one blank of this counter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.blanks import BlankState
from desktop.domain.codes import CaseKind, Role
from desktop.domain.errors import BadInput, NotPossible
from desktop.services.counter import Counter
from desktop.services.production_rows import PhotoSource
from desktop.services.rows import Actor
from tests.services.asked import count, key
from tests.services.producing import TODAY, Granted, grant, jpeg
from tests.services.production.making import case_of
from tests.services.rivals import at_once, rivalry


def test_granted_cases_wait_by_due_date(
    station: Counter, granted: Granted, clock: Any, apply: Callable[..., Any], resident: Callable[..., int]
) -> None:
    clock.moment += timedelta(days=4)
    later = granted(1)
    clock.moment -= timedelta(days=4)
    sooner = granted(2, name="演练乙")
    apply(resident(3))  # accepted and not granted yet
    waiting = station.production.waiting()
    assert [row.case_id for row in waiting] == [sooner, later]
    assert [row.person_name for row in waiting] == ["演练乙", "演练甲"]
    assert waiting[0].days_left is not None
    assert waiting[0].days_left > 0
    assert all(row.ready and row.photo is PhotoSource.CASE and not row.serial for row in waiting)
    assert station.production.waiting(CaseKind.REPLACE_LOST) == ()
    assert station.production.waiting(limit=1) == waiting[:1]


def test_what_cannot_be_printed_yet_is_told_and_no_blank_is_taken_for_it(
    blanks: Counter,
    clerk: Actor,
    template: Any,
    granted: Granted,
    resident: Callable[..., int],
    apply: Callable[..., Any],
) -> None:
    rare = granted(1, name="演练\U0003134f")
    shared = apply(resident(2), photo=None, shared=("photo",)).case.case_id
    grant(blanks, template.other, shared)
    told = {row.case_id: row for row in blanks.production.waiting()}
    assert (told[rare].missing_glyphs, told[rare].ready) == (("\U0003134f",), False)
    assert (told[shared].photo, told[shared].ready) == (PhotoSource.NONE, False)
    with pytest.raises(NotPossible, match="没有可用字体"):
        blanks.production.reserve(clerk, key(), [rare])
    with pytest.raises(NotPossible, match="没有相片，不能制证"):
        blanks.production.reserve(clerk, key(), [shared])
    assert blanks.blanks.at_counter(3) == 10
    with pytest.raises(BadInput, match="JPEG"):
        blanks.production.add_photo(clerk, shared, b"no picture")
    for _ in range(2):
        blanks.production.add_photo(clerk, shared, jpeg())
    assert count(blanks, "select count(*) from attachment where kind = 'photo'") == 2
    [card] = blanks.production.reserve(clerk, key(), [shared])
    assert blanks.production.card(shared).photo == jpeg()
    blanks.production.printed(clerk, key(), [card.serial])
    with pytest.raises(NotPossible, match="已制证"):
        blanks.production.add_photo(clerk, shared, jpeg(1))


def test_each_case_gets_the_next_serial_of_this_counter(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    cases = [granted(serial) for serial in (1, 2, 3)]
    request = key()
    reserved = blanks.production.reserve(clerk, request, cases)
    assert [row.serial for row in reserved] == ["JN0001", "JN0002", "JN0003"]
    assert [row.case_id for row in reserved] == cases
    assert blanks.production.reserve(clerk, request, cases) == reserved
    assert blanks.blanks.at_counter(3) == 7
    assert [row.serial for row in blanks.production.waiting()] == ["JN0001", "JN0002", "JN0003"]
    assert blanks.production.unfinished(3) == reserved
    assert blanks.production.unfinished(4) == ()


def test_after_a_power_cut_the_same_serial_comes_back(
    blanks: Counter, clerk: Actor, granted: Granted, clock: Any
) -> None:
    case = granted()
    [first] = blanks.production.reserve(clerk, key(), [case])
    before = blanks.production.card(case)
    clock.moment += timedelta(days=1)
    other = granted(2)
    again = blanks.production.reserve(clerk, key(), [other, case])
    assert [row.serial for row in again] == ["JN0002", first.serial]
    assert blanks.production.card(case) == before
    assert before.issued_on == TODAY
    assert count(blanks, "select count(*) from blank where state = 'reserved'") == 2


def test_too_few_blanks_are_told_by_their_number_and_none_is_reserved(
    blanks: Counter, clerk: Actor, officer: Actor, granted: Granted
) -> None:
    blanks.blanks.take_back(officer, key(), "JN0003", "JN0010")
    cases = [granted(serial) for serial in range(1, 6)]
    with pytest.raises(NotPossible, match="要5张，只有2张，还缺3张"):
        blanks.production.reserve(clerk, key(), cases)
    assert blanks.blanks.at_counter(3) == 2
    assert count(blanks, "select count(*) from attachment where kind like 'card:%'") == 0


def test_a_case_is_made_at_one_counter_only(
    blanks: Counter, clerk: Actor, officer: Actor, granted: Granted
) -> None:
    case = granted()
    [card] = blanks.production.reserve(clerk, key(), [case])
    other = replace(clerk, counter_number=4)
    with pytest.raises(NotPossible, match="已由3号窗口预留空白证JN0001"):
        blanks.production.reserve(other, key(), [case])
    done = blanks.production.printed(other, key(), [card.serial])
    assert not done.produced
    assert "请在该窗口办理" in str(done.problems[0].why)
    with pytest.raises(NotPossible, match="请在制证页办理"):
        blanks.blanks.spoil(officer, key(), card.serial, "划伤")


def test_only_granted_cases_get_a_blank(
    blanks: Counter, clerk: Actor, resident: Callable[..., int], apply: Callable[..., Any], granted: Granted
) -> None:
    accepted = apply(resident(2)).case.case_id
    with pytest.raises(NotPossible, match="现在是“已受理”，不能制证"):
        blanks.production.reserve(clerk, key(), [granted(1), accepted])
    with pytest.raises(NotPossible, match="一次最多制证200件"):
        blanks.production.reserve(clerk, key(), range(201))
    with pytest.raises(NotPossible, match="没有这个办件"):
        blanks.production.reserve(clerk, key(), [7])
    assert blanks.blanks.at_counter(3) == 10


def test_a_card_says_what_the_law_puts_on_it(blanks: Counter, clerk: Actor, granted: Granted) -> None:
    case = granted(7, name="李𬍛")
    with pytest.raises(NotPossible, match="还没有预留"):
        blanks.production.card(case)
    [reserved] = blanks.production.reserve(clerk, key(), [case])
    card = blanks.production.card(case)
    assert (card.name, card.sex, card.ethnicity) == ("李𬍛", "男", "汉族")
    assert card.number == "31" + card.case_number == "31" + case_of(blanks, case).case_number
    assert card.hukou_address.startswith("山东省")
    assert card.hukou_address.endswith("演练镇1号")
    assert "演练路1号" in card.residence_address
    assert card.issuing_authority == "山东省济南市历下区公安机关"
    assert (card.serial, card.issued_on, card.photo) == (reserved.serial, TODAY, jpeg(7))
    with blanks.office.database.engine.begin() as connection:
        connection.execute(
            text("insert into setting (name, value) values ('issuing_authority', '演练市公安局')")
        )
    other = granted(8)
    blanks.production.reserve(clerk, key(), [other])
    assert blanks.production.card(other).issuing_authority == "演练市公安局"


def test_two_counters_that_make_the_same_permits(blanks: Counter, clerk: Actor, granted: Granted) -> None:
    rivalry(blanks, clerk, [granted(serial) for serial in range(1, 6)])


def test_two_threads_of_one_counter_never_print_on_one_blank(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    cases = [granted(serial) for serial in range(1, 7)]
    came = at_once([partial(blanks.production.reserve, clerk, key(), [case]) for case in cases])
    assert len({rows[0].serial for rows in came}) == 6


@pytest.mark.parametrize("role", list(Role))
def test_everybody_at_a_counter_reserves_prints_and_tells_what_became_of_a_card(
    blanks: Counter, clerk: Actor, granted: Granted, role: Role
) -> None:
    by = replace(clerk, role=role)
    cases = [granted(serial) for serial in (1, 2, 3)]
    blanks.production.add_photo(by, cases[0], jpeg(9))
    first, second, third = blanks.production.reserve(by, key(), cases)
    assert len(blanks.production.waiting()) == len(blanks.production.unfinished(3)) == 3
    assert blanks.production.card(cases[0]) == blanks.production.card_on(first.serial)
    assert len(blanks.production.printed(by, key(), [first.serial]).produced) == 1
    assert blanks.production.spoiled(by, key(), second.serial, "折断").state is BlankState.SPOILED
    assert blanks.production.released(by, key(), third.serial).state is BlankState.COUNTER
