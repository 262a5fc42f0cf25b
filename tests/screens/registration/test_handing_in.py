"""Handing in: problems at their fields, one case however often it is pressed, nothing lost in trouble."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.codes import IdKind
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Background


@pytest.fixture
def background() -> Iterator[Background]:
    runner = Background()
    yield runner
    runner.close()


def test_every_problem_is_at_its_field_and_the_first_has_the_focus(open_form: Any, newcomer: str) -> None:
    hand = open_form()
    hand.line(newcomer).press("Ctrl+Return")
    assert hand.at == "name"
    assert hand.field("name").problem == "请填写姓名。"
    assert hand.field("lodging").problem
    assert "处要补充或更正" in hand.said()
    assert hand.value("id_number") == newcomer


def test_a_problem_in_a_folded_field_unfolds_it(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer().press("F11")
    assert hand.at == "former_name"
    hand.type("张1").press("F11")
    assert not hand.field("former_name").isVisible()
    hand.press("Ctrl+Return")
    assert hand.at == "former_name"
    assert hand.field("former_name").isVisible()


def test_ctrl_enter_twice_makes_one_case(
    open_form: Any, counter: Counter, actor: Actor, background: Background, qtbot: QtBot, newcomer: str
) -> None:
    hand = open_form(runner=background)
    hand.type(newcomer)
    qtbot.waitUntil(lambda: hand.presenter.identity.newcomer)
    hand.press("Enter").line("张小燕").line("h").type("lanling")
    qtbot.waitUntil(lambda: bool(hand.field("hukou_division")._offers))
    hand.press("Enter").type("jfl")
    qtbot.waitUntil(lambda: bool(hand.field("street")._offers))
    hand.press("Enter").line("演练路").line("12").line("d").line("w").type("11-18")
    with qtbot.waitSignal(hand.presenter.accepted):
        hand.press("Ctrl+Return", "Ctrl+Return")
        assert hand.presenter.busy
        assert not hand.view._keys.button.isEnabled()
    person = counter.people.by_number(IdKind.RESIDENT, newcomer)
    assert person is not None
    page = counter.people.page(actor, person.person_id)
    assert len(page.cases) == len(page.registrations) == 1


def test_the_same_draft_handed_in_after_a_crash_is_the_same_case(
    open_form: Any, counter: Counter, actor: Actor
) -> None:
    from desktop.ui.kit.drafting import read_draft

    hand = open_form()
    hand.fill_newcomer().pause()
    [draft] = counter.drafts.open(actor)
    hand.press("Ctrl+Return")
    again = open_form(kept=read_draft(draft))
    again.press("Ctrl+M", "Ctrl+Return")
    assert again.presenter.done.case.case_id == hand.presenter.done.case.case_id


def test_somebody_registered_is_moved_only_on_purpose(open_form: Any, counter: Counter, actor: Actor) -> None:
    hand = open_form("430103199504150041")
    hand.go("community").line("jiefangqiao").go("house_number").type("8").go("lodging").line("d").type(
        "11-18"
    )
    hand.pause()
    [address, lodging, *_] = hand.comparison.lines()
    assert address[2]
    assert address[1] == "山东省济南市历下区解放路街道解放桥社区8号"
    assert lodging == ("租赁住房", "单位宿舍", True)
    hand.press("Ctrl+Return")
    assert hand.presenter.done is None
    assert hand.at == "move_registration"
    assert "变更到新住址" in hand.field("move_registration").problem
    hand.press("Space", "Ctrl+Return")
    done = hand.presenter.done
    assert done.moved_from is not None
    page = counter.people.page(actor, done.case.person_id)
    assert [row.until is None for row in page.registrations] == [True, False]


def test_registered_meanwhile_elsewhere_is_shown_and_nothing_is_lost(open_form: Any, qtbot: QtBot) -> None:
    hand = open_form()
    hand.fill_newcomer()
    open_form().fill_newcomer().press("Ctrl+Return")
    hand.view.activateWindow()
    qtbot.waitUntil(hand.view.isActiveWindow)
    hand.go("arrived_on").press("Ctrl+Return")
    assert hand.presenter.done is None
    assert "变更到新住址" in hand.said()
    assert hand.comparison.isVisible()
    assert hand.value("name") == "张小燕"


def test_trouble_with_the_environment_keeps_the_form(open_form: Any, counter: Counter, qtbot: QtBot) -> None:
    hand = open_form()
    hand.fill_newcomer()
    connection = counter.office.database.link._cursor
    connection.execute("PRAGMA query_only = 1")  # as when the folder has become read-only
    with qtbot.waitSignal(hand.presenter.trouble) as told:
        hand.press("Ctrl+Return")
    assert "只读" in str(told.args[0])
    assert hand.value("name") == "张小燕"
    assert hand.presenter.done is None
    connection.execute("PRAGMA query_only = 0")
    with qtbot.waitSignal(hand.presenter.trouble) as told:
        hand.press("Ctrl+Return")
    assert told.args == [None]
    assert hand.presenter.done is not None
