"""What is stored about me on the screen: kind by kind, masked, printed, and asked to be deleted."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CancelReason, PaperKind
from desktop.services.counter import Counter
from desktop.services.departures import DepartureForm
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.own_data.presenter import OwnDataPresenter
from desktop.ui.screens.own_data.view import OwnDataView
from tests.screens.pages import in_front

NUMBER = "371321199002140028"
Open = Callable[..., tuple[OwnDataPresenter, OwnDataView]]


@pytest.fixture
def person(counter: Counter, actor: Actor) -> int:
    return counter.lookup.find(actor, "单雨桐").hits[0].person_id


@pytest.fixture
def see(qtbot: QtBot, look: Look, counter: Counter, actor: Actor, inline: Inline, person: int) -> Open:
    def build() -> tuple[OwnDataPresenter, OwnDataView]:
        presenter = OwnDataPresenter(counter, actor, inline, person)
        made = in_front(qtbot, OwnDataView(presenter))
        return presenter, made

    return build


def words(view: QWidget) -> str:
    labels = "\n".join(each.text() for each in view.findChildren(QLabel))
    assert isinstance(view, OwnDataView)
    table = view._table
    cells = "\n".join(
        table.heading(row) + "|".join(column.show(row) for column in table.columns) for row in table.rows
    )
    return f"{labels}\n{cells}"


def test_every_kind_stands_there_and_no_whole_number_or_address(see: Open) -> None:
    _, view = see()
    said = words(view)
    for heading in (
        "身份信息",
        "居住登记",
        "随同居住的未成年人　没有",
        "办件",
        "相片和签名",
        "查看和使用记录",
    ):
        assert heading in said
    assert "371321********0028" in said
    assert NUMBER not in said
    assert "139****0001" in said
    assert "***室" in said
    assert "101室" not in said
    assert "还没有注销" in said


def test_the_line_that_is_chosen_is_told_whole_below(see: Open) -> None:
    _, view = see()
    view._lines.choose(1)
    told = view.findChild(QLabel, "own_data_whole").text()  # type: ignore[union-attr]
    assert "服务处所：演练纺织有限公司" in told
    assert "保存期限" in view.findChild(QLabel, "own_data_since").text()  # type: ignore[union-attr]


def test_a_heading_that_is_chosen_leaves_no_blank_below(see: Open) -> None:
    _, view = see()
    view._lines.choose(0)
    assert view.findChild(QLabel, "own_data_whole").text() == "身份信息　1 项"  # type: ignore[union-attr]


def test_f7_makes_the_paper_out_once_and_goes_to_print_it(see: Open, qtbot: QtBot, counter: Counter) -> None:
    presenter, view = see()
    with qtbot.waitSignal(presenter.paper) as first:
        QTest.keyClick(view, Qt.Key.Key_F7)
    with qtbot.waitSignal(presenter.paper) as second:
        QTest.keyClick(view, Qt.Key.Key_F7)
    assert first.args == second.args
    assert counter.papers.paper(first.args[0]).kind is PaperKind.OWN_DATA_SHEET  # type: ignore[index]


def test_what_is_registered_cannot_be_asked_to_be_deleted(see: Open) -> None:
    _, view = see()
    assert not view._delete.isEnabled()
    assert "还没有注销" in view._delete.toolTip()


def test_a_request_is_taken_by_keyboard_and_waits(
    see: Open, qtbot: QtBot, counter: Counter, actor: Actor, person: int, clock: Any
) -> None:
    form = DepartureForm(CancelReason.LEFT, date(2026, 11, 20), "370202", "香港中路1号")
    counter.departures.leave(actor, str(uuid.uuid4()), person, form)
    clock.moment = datetime(2032, 1, 5, 2, tzinfo=UTC)
    presenter, view = see()
    assert "可以申请删除" in words(view)
    told: list[str] = []
    presenter.notice.connect(told.append)
    QTest.keyClick(view, Qt.Key.Key_F8)
    sheet = view.findChild(QWidget, "ground_sheet")
    assert sheet is not None
    button = sheet.findChild(QWidget, "take_request")
    assert button is not None
    QTest.qWait(200)  # Enter in the first moment may be a scanner's
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert told
    assert "安全管理员批准" in told[0]
    assert not view._delete.isEnabled()
    assert "正待批准" in words(view)
    assert presenter.page is not None
    assert presenter.page.deletion.waiting is not None


def test_correction_is_one_key_away(see: Open, qtbot: QtBot, person: int) -> None:
    presenter, view = see()
    with qtbot.waitSignal(presenter.correction) as asked:
        QTest.keyClick(view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert asked.args[0].person_id == person  # type: ignore[index]


def test_somebody_who_is_gone_is_told_in_a_sentence(
    qtbot: QtBot, look: Look, counter: Counter, actor: Actor, inline: Inline
) -> None:
    presenter = OwnDataPresenter(counter, actor, inline, 5)
    view = OwnDataView(presenter)
    qtbot.addWidget(view)
    finish_building(view)
    assert "没有这个人的记录" in words(view)
    assert not view._print.isEnabled()


def test_the_persons_page_leads_there(counter: Counter, actor: Actor, inline: Inline, person: int) -> None:
    went: list[tuple[object, ...]] = []
    begun = duty(counter, actor, inline, lambda *where: went.append(where))
    page = begun.screens["open_person"](person)
    page.presenter.see_own_data()  # type: ignore[attr-defined]
    assert went == [("own_data", person)]
    assert "own_data" in begun.screens
    assert "retention" not in begun.screens
