"""Handing over in the whole window: its key, its entry, and a case that another screen carries there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.domain.permit_life import PermitState
from desktop.services import case_records, permit_records
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from desktop.ui.taking_up import take_up
from tests.patience import PatientBot
from tests.screens.hand_over.conftest import Made

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: PatientBot, look: Look, inline: Inline, counter: Counter, actor: Actor) -> MainWindow:
    made = MainWindow(look, Languages())
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.enter(duty(counter, actor, inline, made.go))
    qtbot.waitUntil(lambda: made.findChild(QWidget, "search") is not None)
    qtbot.rest()
    return made


def seen(window: MainWindow) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, held)


def at(name: str) -> Callable[[], bool]:
    return lambda: (focus := QApplication.focusWidget()) is not None and focus.objectName() == name


def test_a_receipt_scanned_at_the_one_box_is_handed_over_with_ctrl_g(
    qtbot: PatientBot, window: MainWindow, counter: Counter, made: Made
) -> None:
    permit = made()
    case = case_records.find(counter.office.database.link, permit.case_id)
    window.scan("12" + case.case_number)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "hand_over_here") is not None)
    way = window.findChild(QWidget, "hand_over_here")
    assert way is not None
    qtbot.waitUntil(way.isVisible)
    press(window, Qt.Key.Key_G, CONTROL)
    qtbot.waitUntil(at("collector"))
    assert "演练甲" in window.windowTitle()
    press(window, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: "）已发放。请告诉领证人" in seen(window))
    assert permit_records.find(counter.office.database.link, permit.permit_id).state is PermitState.VALID
    qtbot.waitUntil(at("scanned_code"))


def test_a_permit_scanned_at_the_one_box_offers_the_way_while_it_lies_ready(
    qtbot: PatientBot, window: MainWindow, counter: Counter, made: Made
) -> None:
    window.scan(made().permit_number)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "permit_steps") is not None)
    way = window.findChild(QWidget, "hand_over_here")
    assert way is not None
    qtbot.waitUntil(way.isVisible)
    way.click()  # type: ignore[attr-defined]
    qtbot.waitUntil(at("collector"))


def test_the_key_alone_waits_for_a_scan_which_the_screen_takes(
    qtbot: PatientBot, window: MainWindow, made: Made
) -> None:
    permit = made()
    press(window, Qt.Key.Key_G, CONTROL)
    qtbot.waitUntil(at("scanned_code"))
    window.scan(permit.permit_number)
    qtbot.waitUntil(at("collector"))
    press(window, Qt.Key.Key_G, CONTROL)  # it is there already
    assert "演练甲" in window.windowTitle()
    press(window, Qt.Key.Key_C, CONTROL | SHIFT)
    qtbot.waitUntil(at("uncollected"))
    assert "未领取的居住证" in window.windowTitle()


def test_a_draft_is_taken_up_from_the_desk_and_never_over_another_form(
    qtbot: PatientBot, window: MainWindow, counter: Counter, actor: Actor, made: Made
) -> None:
    first, second = made(1), made(2)

    def choose(name: str, key: str) -> None:
        [found] = [each for each in window.findChildren(QWidget, name) if each.isVisible()]
        found.setFocus()
        QTest.keyClicks(found, key)

    window.go("hand_over", first.permit_number)
    qtbot.waitUntil(at("collector"))
    choose("receipt", "2")
    qtbot.waitUntil(lambda: len(counter.drafts.open(actor)) == 1)
    window.back()
    [draft] = counter.drafts.open(actor)
    window.go("hand_over", second.permit_number)
    qtbot.waitUntil(at("collector"))
    choose("receipt", "2")
    take_up(window.go, draft)
    qtbot.waitUntil(lambda: "先办完或者放下现在这一张" in seen(window))
    assert "演练乙" in window.windowTitle()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F11)
    qtbot.wait(200)
    window.findChild(QWidget, "confirm_give_up").click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "扫描领证人带来的受理回执" in seen(window))
    take_up(window.go, draft)
    qtbot.waitUntil(lambda: "演练甲" in window.windowTitle())
    qtbot.waitUntil(lambda: "声明回执丢失" in seen(window))
    assert [one.draft_id for one in counter.drafts.open(actor)] == [draft.draft_id]


def test_every_counter_finds_it_in_the_rail(window: MainWindow) -> None:
    rail = window.findChild(QWidget, "rail")
    assert rail is not None
    assert rail.findChild(QWidget, "hand_over") is not None
