"""The permit in the whole window: scanned, endorsed, and the papers seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from tests.patience import PatientBot


def test_scan_f6_space_enter_and_the_slip_is_seen(
    qtbot: PatientBot,
    look: Look,
    inline: Inline,
    counter: Counter,
    actor: Actor,
    permit: PermitRow,
    go: Callable[[date], None],
) -> None:
    go(date(2024, 11, 1))
    window = MainWindow(look, Languages())
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.enter(duty(counter, actor, inline, window.go))
    qtbot.waitUntil(lambda: window.findChild(QWidget, "search") is not None)
    qtbot.rest()

    window.scan(permit.permit_number)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "permit_steps") is not None)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "endorse").isEnabled())
    qtbot.rest()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: (at := QApplication.focusWidget()) is not None and at.objectName() == "proof")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "签注" in window.windowTitle() or "单据" in window.windowTitle())
    assert counter.permits.page(actor, permit.permit_id).permit.endorsed_on == date(2024, 11, 1)
    # the sheet is closed behind the papers
    qtbot.waitUntil(lambda: window.findChild(QWidget, "deed_title") is None)
