"""What the screen of rules knows: place, day, filter, steps from change to change."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.suggest import Offer
from desktop.ui.screens.rules.presenter import RulesPresenter

ENTRIES = Prepared(select(func.count(JournalEntry.id).label("n")))


@pytest.fixture
def presenter(qapp: object, counter: Counter, actor: Actor, inline: Inline) -> RulesPresenter:
    return RulesPresenter(counter, actor, inline)


def test_it_begins_with_the_stations_own_place_and_today(presenter: RulesPresenter) -> None:
    assert presenter.rules is not None
    assert (presenter.rules.division, presenter.rules.on) == ("370102", date(2026, 11, 20))
    assert presenter.division_name == "山东省济南市历下区"
    assert presenter.title() == "现行规定"
    assert presenter.rows == presenter.rules.rows


def test_reading_the_law_leaves_no_trace(presenter: RulesPresenter, counter: Counter) -> None:
    def trace() -> int:
        row = counter.office.database.link.one(ENTRIES)
        return int(row.n) if row else 0

    before = trace()
    presenter.go_to(date(2018, 1, 1))
    presenter.search("期限")
    counter.journal.flush()
    assert trace() == before


@pytest.mark.parametrize("typed", ["期限", "sbdjdqx", "申报 期限", "3个工作日", "第八条"])
def test_it_finds_by_label_initials_value_and_article(presenter: RulesPresenter, typed: str) -> None:
    presenter.search(typed)
    assert "registration.report_within" in [row.key for row in presenter.rows]
    assert presenter.rules is not None
    assert len(presenter.rows) < len(presenter.rules.rows)


def test_what_is_not_there_is_not_found(presenter: RulesPresenter) -> None:
    presenter.search("没有这样的规定")
    assert presenter.rows == ()
    presenter.search("")
    assert presenter.rows


def test_unverified_rules_are_found_by_that_word(presenter: RulesPresenter) -> None:
    presenter.search("未核实")
    assert presenter.rows
    assert {row.standing.value for row in presenter.rows} == {"unverified"}


def test_one_steps_back_through_the_changes_and_forth_again(presenter: RulesPresenter, qtbot: QtBot) -> None:
    assert presenter.rules is not None
    days = [presenter.rules.begins]
    while presenter.rules.previous is not None:
        with qtbot.waitSignal(presenter.changed):
            presenter.go_to_previous()
        assert presenter.rules.begins == presenter.on
        days.append(presenter.on)
    assert days[-1] == date(1958, 1, 9)
    presenter.go_to_previous()
    assert presenter.on == date(1958, 1, 9)
    for day in reversed(days[:-1]):
        presenter.go_to_following()
        assert presenter.on == day
    presenter.go_to_today()
    assert presenter.on == date(2026, 11, 20)


def test_another_place_is_offered_and_picked(presenter: RulesPresenter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(presenter.offered) as offered:
        presenter.ask_place("淄川")
    assert Offer("370302", "山东省淄博市淄川区", "370302") in offered.args[0]
    presenter.pick_place("370302", "山东省淄博市淄川区")
    presenter.go_to(date(2014, 5, 1))
    assert presenter.rules is not None
    assert [pack.place for pack in presenter.rules.packs] == ["national", "shandong", "zibo"]


def test_a_day_before_all_law_has_no_rules_and_says_why(presenter: RulesPresenter) -> None:
    presenter.go_to(date(1949, 10, 1))
    assert presenter.rows == ()
    assert presenter.rules is not None
    assert presenter.rules.obstacle is not None
    presenter.go_to_following()
    assert presenter.rows


def test_staff_is_counted_as_typed_and_anew_for_another_day(presenter: RulesPresenter, qtbot: QtBot) -> None:
    presenter.pick_place("370302", "山东省淄博市淄川区")
    presenter.go_to(date(2014, 5, 1))
    with qtbot.waitSignal(presenter.staffed):
        presenter.count_staff("501")
    assert presenter.staff is not None
    assert str(presenter.staff.words) == "协管员2名，专职管理员1至3名"
    presenter.go_to_today()
    assert presenter.staff is None
    presenter.go_to(date(2017, 12, 31))
    assert presenter.staff is not None
    assert presenter.staff.residents == 501


def test_a_slip_of_the_hand_is_told(presenter: RulesPresenter) -> None:
    presenter.pick_place("370302", "山东省淄博市淄川区")
    presenter.go_to(date(2014, 5, 1))
    presenter.count_staff("9999999")
    assert presenter.staff is None
    assert "1000000" in str(presenter.staff_problem)
    presenter.count_staff("")
    assert (presenter.staff, presenter.staff_problem) == (None, None)
