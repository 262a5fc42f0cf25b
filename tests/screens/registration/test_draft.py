"""Nothing typed is lost: a draft comes back with cursor, focus and state; an untouched form leaves none."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.drafting import read_draft
from desktop.ui.kit.form import LONGEST
from desktop.ui.kit.screen import Screen
from desktop.ui.kit.stages import finish_building
from desktop.ui.screens.registration.view import RegistrationView


def test_a_draft_comes_back_with_cursor_focus_and_rows(
    open_form: Any, counter: Counter, actor: Actor
) -> None:
    hand = open_form()
    hand.type("430103199504150041").press("Ctrl+M").go("community").line("jiefangqiao")
    hand.press("F10").type("蒋小宝").press("F11").type("旧名").go("road").type("abc").press("Left").pause()
    [draft] = counter.drafts.open(actor)
    assert (draft.form, draft.subject) == ("registration", "蒋晓岚")
    again = open_form(kept=read_draft(draft))
    assert again.at == "road"
    assert isinstance(again.focus(), QLineEdit)
    assert again.focus().cursorPosition() == 2
    assert again.form.values() == hand.form.values()
    assert again.value("move_registration") == "yes"
    assert again.value("minor_name_1") == "蒋小宝"
    assert again.field("former_name").isVisible()
    assert again.comparison.isVisible()
    assert again.field("community").text().startswith("解放桥社区")
    again.pause()
    assert len(counter.drafts.open(actor)) == 1


def test_the_machine_goes_on_knowing_what_it_filled_in(
    open_form: Any, counter: Counter, actor: Actor, newcomer: str
) -> None:
    hand = open_form()
    hand.type("430103199504150041").pause()
    [draft] = counter.drafts.open(actor)
    again = open_form(kept=read_draft(draft))
    again.go("id_number").focus().selectAll()
    again.type(newcomer)
    assert again.value("name") == ""


def test_a_draft_is_on_disk_within_a_second_of_typing(
    open_form: Any, counter: Counter, actor: Actor, qtbot: QtBot
) -> None:
    hand = open_form()
    hand.type("3713")
    assert LONGEST < 1000
    qtbot.waitUntil(lambda: bool(counter.drafts.open(actor)))


def test_leaving_keeps_what_was_typed_without_asking(open_form: Any, counter: Counter, actor: Actor) -> None:
    hand = open_form()
    hand.go("name").type("张小燕")
    assert hand.presenter.leave()
    [draft] = counter.drafts.open(actor)
    assert draft.subject == "张小燕"


def test_an_untouched_form_leaves_no_draft(open_form: Any, counter: Counter, actor: Actor) -> None:
    hand = open_form()
    assert hand.presenter.done_with()
    assert hand.presenter.leave()
    known = open_form("430103199504150041")
    assert known.presenter.done_with()
    assert known.presenter.leave()
    assert counter.drafts.open(actor) == ()


def test_a_form_in_which_a_letter_was_typed_just_now_is_not_done_with(open_form: Any) -> None:
    hand = open_form()
    hand.type("3")
    assert not hand.presenter.done_with()


def test_a_stored_form_leaves_no_draft(open_form: Any, counter: Counter, actor: Actor) -> None:
    hand = open_form()
    hand.fill_newcomer().pause()
    assert len(counter.drafts.open(actor)) == 1
    hand.press("Ctrl+Return")
    assert hand.presenter.leave()
    assert counter.drafts.open(actor) == ()


def test_another_language_or_size_builds_the_same_form_again(open_form: Any, qtbot: QtBot) -> None:
    hand = open_form()
    hand.type("430103199504150041").press("F10").type("蒋小宝").go("road").type("abc").press("Left").pause()
    before = hand.form.values()
    screen = Screen(hand.presenter, RegistrationView)
    screen._view = hand.view
    view = screen.rebuild()
    qtbot.addWidget(view)
    view.resize(1320, 800)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    finish_building(view)
    hand.view = view
    qtbot.waitUntil(hand.field("remark").isVisible)
    assert hand.form.values() == before
    assert hand.at == "road"
    assert hand.focus().cursorPosition() == 2  # type: ignore[attr-defined]
    assert hand.comparison.isVisible()
    assert hand.field("hukou_division").text() == "湖南省长沙市天心区"
