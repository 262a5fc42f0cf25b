"""A question is answered by the keyboard, and never by a scanner's Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import EnvironmentTrouble, NotPossible, sentence
from desktop.ui.kit import dialog as dialogs
from desktop.ui.kit.dialog import Dialog, ask
from desktop.ui.kit.faults import ProgramFault
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.messages import Banner, FaultNotice, Notice, Strip, tell
from desktop.ui.kit.theme import Look


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def answers() -> list[str]:
    return []


def asked(page: QWidget, answers: list[str], qtbot: QtBot) -> Dialog:
    made = ask(
        page,
        "注销居住证",
        "注销后不能恢复。",
        name="cancel_permit",
        yes="注销",
        then=lambda: answers.append("yes"),
        otherwise=lambda: answers.append("no"),
        danger=True,
    )
    qtbot.waitUntil(made.isActiveWindow)
    return made


def button(dialog: QWidget, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def past_the_guard(qtbot: QtBot, dialog: Dialog) -> None:
    qtbot.waitUntil(lambda: dialog._opened.elapsed() > dialogs.GUARD)  # noqa: SLF001 - waiting, not pinning


def test_the_harmless_button_has_the_focus(page: QWidget, answers: list[str], qtbot: QtBot) -> None:
    dialog = asked(page, answers, qtbot)
    assert button(dialog, "cancel").hasFocus()
    past_the_guard(qtbot, dialog)
    QTest.keyClick(button(dialog, "cancel"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: answers == ["no"])


def test_enter_right_after_opening_does_nothing(page: QWidget, answers: list[str], qtbot: QtBot) -> None:
    dialog = asked(page, answers, qtbot)
    dialog._opened.restart()  # noqa: SLF001 - a slow machine must not outlast the guard
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button(dialog, "cancel"), key)
    assert not answers
    assert dialog.isVisible()


def test_an_arrow_and_enter_say_yes(page: QWidget, answers: list[str], qtbot: QtBot) -> None:
    dialog = asked(page, answers, qtbot)
    past_the_guard(qtbot, dialog)
    QTest.keyClick(button(dialog, "cancel"), Qt.Key.Key_Right)
    assert button(dialog, "cancel_permit").hasFocus()
    QTest.keyClick(button(dialog, "cancel_permit"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: answers == ["yes"])


def test_esc_is_no(page: QWidget, answers: list[str], qtbot: QtBot) -> None:
    dialog = asked(page, answers, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: answers == ["no"])


def test_trouble_says_since_when_and_goes_when_over(page: QWidget) -> None:
    banner = Banner(page)
    banner.trouble(EnvironmentTrouble(sentence("errors", "打印机没有回应。登记照常进行。")), "14:03")
    assert "14:03" in banner.words()
    assert "登记照常进行" in banner.words()
    banner.trouble(None)
    assert banner.words() == ""


def test_a_notice_is_inline_and_can_be_closed(page: QWidget) -> None:
    notice = Notice(page)
    notice.good("已登记。")
    assert notice.words() == "已登记。"
    assert notice.accessibleName() == "已登记。"
    button(notice, "notice_close").click()
    assert notice.words() == ""


def test_a_bug_shows_its_number_and_copies_it(page: QWidget) -> None:
    tell(page, ProgramFault("A1B2C3"))
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, FaultNotice)
    button(shown, "copy_reference").click()
    assert QGuiApplication.clipboard().text() == "A1B2C3"
    button(shown, "close").click()


def test_what_cannot_be_done_is_said_in_the_line_or_in_a_dialog(page: QWidget) -> None:
    line = Strip("problem_line", page)
    error = NotPossible(sentence("errors", "没有居住登记，不能申领居住证。"))
    tell(page, error, line)
    assert line.words() == "没有居住登记，不能申领居住证。"
    tell(page, error)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, Dialog)
    button(shown, "close").click()


def test_a_sheet_is_as_high_as_its_words_and_grows_with_them(page: QWidget, look: Look, qtbot: QtBot) -> None:
    look.use("light", 200)
    sheet = Dialog(page, "作废这一份")
    sheet.say("作废的份数和原因记入当日汇总。作废的纸张请收回，不要交给申报人。")
    reason = ChineseField("reason", "原因", required=True)
    sheet.body.addWidget(reason)
    sheet.add_button("cancel", "取消")
    sheet.open()
    layout = sheet.layout()
    assert layout is not None
    assert sheet.height() == layout.totalHeightForWidth(sheet.width())
    reason.show_problem(
        "请填写作废原因（2至60个字）。写明卡纸、打印不清晰、纸张放错或污损，内容有误的另行更正。"
    )
    needed = sheet.height()
    qtbot.waitUntil(lambda: sheet.height() > needed)
    qtbot.waitUntil(lambda: sheet.height() >= layout.totalHeightForWidth(sheet.width()))
    sheet.close()


def test_a_wide_sheet_stays_inside_its_window(page: QWidget, look: Look) -> None:
    look.use("light", 200)
    sheet = Dialog(page, "存为 PDF")
    sheet.be_wide(90)
    assert sheet.minimumWidth() <= page.width()
    sheet.close()


def test_the_cross_of_a_line_is_as_large_as_its_letters(look: Look, qtbot: QtBot) -> None:
    look.use("light", 200)
    page = QWidget()
    qtbot.addWidget(page)
    line = Strip("wide_line", page)
    line.say("演练")
    page.show()
    cross = line.findChild(QPushButton, "wide_line_close")
    assert cross is not None
    assert cross.iconSize().height() == line.fontMetrics().height()


def test_what_is_shown_once_is_not_closed_by_keys_pressed_ahead(page: QWidget, qtbot: QtBot) -> None:
    dialog = Dialog(page, "一次性密码")
    dialog.shows_once = True
    dialog.say("xctg-79tv-phzn")
    done = dialog.add_button("handed_on", "已交给本人", "primary")
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog._opened.restart()  # noqa: SLF001 - a slow machine must not outlast the guard
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space):
        QTest.keyClick(done, key)
        assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog._opened.elapsed() > dialogs.READ)  # noqa: SLF001 - waiting, not pinning
    QTest.keyClick(done, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(done, Qt.Key.Key_Return)
