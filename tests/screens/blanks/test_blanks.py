"""Blanks at the counter: in, to a window, back, returned, spoiled; the balance of a day; one serial's history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.codes import PaperKind, Role
from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.form import Form
from desktop.ui.kit.shortcuts import EVERYWHERE
from desktop.ui.kit.theme import Look
from desktop.ui.screens.blanks.presenter import BlanksPresenter, Deed
from desktop.ui.screens.blanks.view import BlanksView
from tests.screens.pages import find, in_front, words

FIRST, LAST = "JN00001001", "JN00001020"


@pytest.fixture
def counter(station: Counter) -> Counter:
    """A station whose stock is empty."""
    return station


@pytest.fixture
def actor(template: Any) -> Actor:
    """An officer at counter 2."""
    return replace(template.officer, counter_number=2)


@pytest.fixture
def presenter(qapp: object, counter: Counter, actor: Actor, inline: Inline) -> BlanksPresenter:
    return BlanksPresenter(counter, actor, inline)


@pytest.fixture
def show(qtbot: QtBot, look: Look) -> Callable[[BlanksPresenter], BlanksView]:
    def build(presenter: BlanksPresenter) -> BlanksView:
        return in_front(qtbot, BlanksView(presenter))

    return build


@pytest.fixture
def screen(show: Callable[[BlanksPresenter], BlanksView], presenter: BlanksPresenter) -> BlanksView:
    return show(presenter)


def fill(view: BlanksView, deed: Deed, first: str, last: str = "", **more: str) -> None:
    """Choose the deed by its number and type the rest as a clerk does."""
    QTest.keyClicks(find(view, "deed"), str(list(Deed).index(deed) + 1))
    for name, value in {"first": first, "last": last, **more}.items():
        box = find(view, name)
        if box.isVisible():
            box.clear()
            if value.isascii():
                QTest.keyClicks(box, value)
            else:
                box.insert(value)  # an input method commits it


def hand_in(view: BlanksView) -> None:
    QTest.keyClick(view, Qt.Key.Key_F6)


def confirm(view: BlanksView, qtbot: QtBot) -> None:
    button = find(view, "confirm_deed")
    qtbot.waitUntil(button.isVisible)
    button.click()
    qtbot.waitUntil(lambda: view.findChild(QWidget, "confirm_deed") is None)
    view.activateWindow()  # a window manager would
    qtbot.waitUntil(view.isActiveWindow)


def rows(view: BlanksView, name: str) -> list[list[str]]:
    model = find(view, name).model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_clerks_and_officers_find_the_blanks(
    counter: Counter, actor: Actor, inline: Inline, qapp: object
) -> None:
    screen = duty(counter, actor, inline, lambda *_: None).screens["blanks"]()
    assert screen.title() == "证件空白"
    assert EVERYWHERE["blanks"] == "Ctrl+Shift+B"


def test_a_clerk_sees_the_stock_and_reads_who_keeps_it(
    counter: Counter,
    actor: Actor,
    template: Any,
    inline: Inline,
    show: Callable[[BlanksPresenter], BlanksView],
) -> None:
    counter.blanks.receive(actor, "r", FIRST, LAST)
    screen = show(BlanksPresenter(counter, replace(template.clerk, counter_number=2), inline))
    assert "由民警或系统管理员办理" in words(screen, "not_keeper")
    assert not find(screen, "deed").isVisible()
    assert not find(screen, "first").isVisible()
    key = next(each for each in screen.actions() if each.objectName() == "do_with_blanks")
    assert not key.isEnabled()
    assert "由民警或系统管理员办理" in key.toolTip()
    assert find(screen, "batches").hasFocus()
    hand_in(screen)
    screen.findChild(Form).submitted.emit()
    assert words(screen, "sums").startswith("入库20 ＝ 在库20")


@pytest.mark.parametrize("role", [Role.OFFICER, Role.SYSTEM_ADMINISTRATOR])
def test_who_keeps_the_stock_has_the_form(
    counter: Counter, template: Any, inline: Inline, show: Callable[[BlanksPresenter], BlanksView], role: Role
) -> None:
    keeper = replace(template.in_role(role), counter_number=2)
    screen = show(BlanksPresenter(counter, keeper, inline))
    assert find(screen, "not_keeper").isHidden()
    fill(screen, Deed.RECEIVE, FIRST, LAST)
    hand_in(screen)
    assert words(screen, "sums").startswith("入库20 ＝ 在库20")


def test_an_empty_stock_says_so_and_the_cursor_waits_at_the_deed(screen: BlanksView) -> None:
    assert rows(screen, "batches") == []
    assert find(screen, "deed").hasFocus()
    assert words(screen, "balanced") == "账目相符"


def test_a_batch_comes_in_goes_to_a_window_and_back_and_away(
    screen: BlanksView, presenter: BlanksPresenter, qtbot: QtBot
) -> None:
    said: list[str] = []
    presenter.notice.connect(said.append)
    fill(screen, Deed.RECEIVE, FIRST, LAST, note="市局第三批")
    hand_in(screen)
    assert said == [f"已入库20张：{FIRST}—{LAST}"]
    assert rows(screen, "batches")[0][3:10] == ["20", "20", "0", "0", "0", "0", "0"]
    assert find(screen, "first").hasFocus()
    assert find(screen, "first").text() == ""

    fill(screen, Deed.TO_COUNTER, "JN00001001", "JN00001005", counter_number="2")
    hand_in(screen)
    assert words(screen, "at_counter") == "2号窗口有5张"
    assert ["JN00001001", "JN00001005", "5", "在窗口　2号窗口"] in rows(screen, "runs")

    fill(screen, Deed.TAKE_BACK, "JN00001005")
    hand_in(screen)
    assert words(screen, "at_counter") == "2号窗口有4张"

    fill(screen, Deed.GIVE_BACK, "JN00001020", note="样式改版")
    hand_in(screen)
    assert len(said) == 3  # asked about first
    confirm(screen, qtbot)
    assert said[-1] == "已退回1张：JN00001020"

    fill(screen, Deed.SPOIL, "JN00001001", note="卡面划伤")
    hand_in(screen)
    confirm(screen, qtbot)
    assert said[-1] == "已作废1张：JN00001001"
    assert rows(screen, "batches")[0][3:10] == ["20", "15", "3", "0", "0", "1", "1"]
    assert words(screen, "sums") == "入库20 ＝ 在库15 ＋ 在窗口3 ＋ 已预留0 ＋ 已用0 ＋ 作废1 ＋ 退回1"


def test_what_is_wrong_stands_at_its_field_and_nothing_is_done(
    screen: BlanksView, presenter: BlanksPresenter, qtbot: QtBot
) -> None:
    hand_in(screen)
    assert words(screen, "deed_line") == "请选择办理事项。"
    fill(screen, Deed.RECEIVE, "JN00001020", "JN00001001")
    hand_in(screen)
    assert "是不是填反了" in words(screen, "last_line")
    fill(screen, Deed.TO_COUNTER, FIRST, LAST, counter_number="")
    hand_in(screen)
    assert words(screen, "counter_number_line") == "窗口号应为1至99。"
    fill(screen, Deed.SPOIL, FIRST)
    hand_in(screen)
    confirm(screen, qtbot)
    assert words(screen, "note_line") == "请填写作废的原因。"
    assert presenter.balance is not None
    assert not presenter.balance.batches


def test_a_serial_that_came_in_before_is_refused_in_words(
    screen: BlanksView, presenter: BlanksPresenter, qtbot: QtBot
) -> None:
    for _ in range(2):
        fill(screen, Deed.RECEIVE, FIRST, LAST)
        hand_in(screen)
    dialog = find(screen, "dialog")
    qtbot.waitUntil(dialog.isVisible)
    assert any("重号" in label.text() for label in dialog.findChildren(QLabel))
    assert find(screen, "first").text() == FIRST  # what was typed stays
    assert presenter.balance is not None
    assert presenter.balance.received == 20


def test_handed_in_again_after_a_failure_it_is_the_same_request(
    screen: BlanksView, presenter: BlanksPresenter, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter.failed.disconnect()
    receive, asked = counter.blanks.receive, []

    def once_without_answer(actor: Actor, request: str, *rest: str) -> Any:
        asked.append(request)
        done = receive(actor, request, *rest)
        if len(asked) == 1:
            raise EnvironmentTrouble(sentence("environment", "数据库没有应答。"))
        return done

    monkeypatch.setattr(counter.blanks, "receive", once_without_answer)
    fill(screen, Deed.RECEIVE, FIRST, LAST)
    hand_in(screen)
    hand_in(screen)
    assert len(asked) == 2
    assert asked[0] == asked[1]
    assert presenter.balance is not None
    assert presenter.balance.received == 20


def test_the_balance_of_another_day_is_read_when_its_date_is_typed(
    screen: BlanksView, presenter: BlanksPresenter
) -> None:
    fill(screen, Deed.RECEIVE, FIRST, LAST)
    hand_in(screen)
    box = find(screen, "on_date")
    box.clear()
    QTest.keyClicks(box, "20261101")
    assert rows(screen, "batches") == []
    assert rows(screen, "runs") == []
    box.clear()
    QTest.keyClicks(box, "20261231")
    assert len(rows(screen, "batches")) == 1


def test_the_serials_shown_are_those_of_the_batch_under_the_cursor(
    screen: BlanksView, presenter: BlanksPresenter
) -> None:
    for first, last in ((FIRST, LAST), ("JN00002001", "JN00002003")):
        fill(screen, Deed.RECEIVE, first, last)
        hand_in(screen)
    assert rows(screen, "runs") == [["JN00002001", "JN00002003", "3", "在库"]]  # the newest
    find(screen, "batches").choose(0)
    assert rows(screen, "runs") == [[FIRST, LAST, "20", "在库"]]
    assert words(screen, "batch_shown") == f"{FIRST}—{LAST} 的号码明细"


def test_a_serial_is_found_by_typing_or_scanning_with_what_happened_to_it(
    screen: BlanksView, presenter: BlanksPresenter
) -> None:
    fill(screen, Deed.RECEIVE, FIRST, LAST)
    hand_in(screen)
    fill(screen, Deed.TO_COUNTER, FIRST, counter_number="7")
    hand_in(screen)
    QTest.keyClicks(find(screen, "find_serial"), "jn00001001")
    QTest.keyClick(find(screen, "find_serial"), Qt.Key.Key_Return)
    assert words(screen, "blank_state") == f"{FIRST}　在窗口　7号窗口"
    assert [row[1] for row in rows(screen, "history")] == ["在库", "在窗口　7号窗口"]
    assert presenter.scan("JN00001002")
    assert words(screen, "blank_state") == "JN00001002　在库"
    assert find(screen, "find_serial").text() == "JN00001002"
    assert not presenter.scan("330100199001010011")  # a person's number is for the desk
    presenter.find("JN00009999")
    assert "没有JN00009999的入库记录" in words(screen, "find_serial_line")
    assert rows(screen, "history") == []
    assert words(screen, "blank_state") == ""


def test_another_language_finds_what_was_typed(
    screen: BlanksView, presenter: BlanksPresenter, show: Callable[[BlanksPresenter], BlanksView]
) -> None:
    fill(screen, Deed.TO_COUNTER, FIRST, LAST, counter_number="12")
    kept = capture(screen)
    other = show(presenter)
    restore(other, kept)
    assert find(other, "deed").currentData() == Deed.TO_COUNTER
    assert find(other, "counter_number").text() == "12"
    assert find(other, "counter_number").isVisible()


def test_the_balance_of_the_day_shown_becomes_a_paper(
    screen: BlanksView, presenter: BlanksPresenter, counter: Counter, qtbot: QtBot
) -> None:
    fill(screen, Deed.RECEIVE, FIRST, LAST)
    hand_in(screen)
    papers: list[int] = []
    presenter.paper.connect(papers.append)
    QTest.keyClick(screen, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(screen, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert papers[0] == papers[1]
    assert counter.papers.paper(papers[0]).kind is PaperKind.STOCK_BALANCE
    box = find(screen, "on_date")
    box.clear()
    QTest.keyClicks(box, "20261231")
    QTest.keyClick(screen, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert len(papers) == 2
    assert words(screen, "on_date_line") == "2026-12-31还没有到，不能出具结存表。"


def test_a_clerk_may_make_out_the_balance(
    counter: Counter,
    template: Any,
    inline: Inline,
    show: Callable[[BlanksPresenter], BlanksView],
    qtbot: QtBot,
) -> None:
    presenter = BlanksPresenter(counter, replace(template.clerk, counter_number=2), inline)
    screen = show(presenter)
    with qtbot.waitSignal(presenter.paper):
        QTest.keyClick(screen, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_what_is_typed_and_not_done_comes_back_with_the_screen(
    counter: Counter, actor: Actor, inline: Inline, show: Callable[[BlanksPresenter], BlanksView]
) -> None:
    presenter = BlanksPresenter(counter, actor, inline)
    screen = show(presenter)
    fill(screen, Deed.RECEIVE, FIRST, LAST, note="第二批")
    assert presenter.leave()
    [draft] = counter.drafts.open(actor)
    assert (draft.form, draft.subject) == ("blanks", FIRST)
    again = show(BlanksPresenter(counter, actor, inline))
    texts = [find(again, name).text() for name in ("first", "last", "note")]
    assert texts == [FIRST, LAST, "第二批"]
    hand_in(again)
    assert words(again, "sums").startswith("入库20 ")
    assert counter.drafts.open(actor) == ()


def test_a_deed_without_a_number_is_no_draft(
    counter: Counter, actor: Actor, inline: Inline, show: Callable[[BlanksPresenter], BlanksView]
) -> None:
    presenter = BlanksPresenter(counter, actor, inline)
    screen = show(presenter)
    fill(screen, Deed.TO_COUNTER, "")
    assert presenter.leave()
    assert counter.drafts.open(actor) == ()
