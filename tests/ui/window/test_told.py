"""What the window tells: trouble, the server, the station, the keys."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import EnvironmentTrouble, ServerAway, sentence
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.keys import KeyOverview
from desktop.ui.kit.shell import StatusBar
from desktop.ui.kit.theme import Look
from desktop.ui.kit.turns import at_rest
from desktop.ui.kit.unveil import BAND, is_unveiled
from desktop.ui.main_window import MainWindow
from tests.ui.window.made import Made, press_for_the_other_language


def test_nobody_inside_is_told_that_a_dialog_is_open(window: MainWindow, qtbot: QtBot) -> None:
    told: list[QEvent.Type] = []

    class Told(QWidget):
        def event(self, event: QEvent) -> bool:
            told.append(event.type())
            return super().event(event)

    inside = Told(window)
    inside.show()
    dialog = Dialog(window, "请注意")
    dialog.add_button("close", "知道了")
    told.clear()
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    dialog.accept()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert not {QEvent.Type.WindowBlocked, QEvent.Type.WindowUnblocked} & set(told)


def test_f1_lists_the_keys(window: MainWindow) -> None:
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F1)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, KeyOverview)
    shown.close()


def test_trouble_is_told_with_its_time_and_taken_back(window: MainWindow, made: Made) -> None:
    window.tell_state(data="本机数据库，已加密", clock="14:03")
    made.desk.trouble.emit(EnvironmentTrouble(sentence("errors", "打印机没有回应。")))
    shown = [each.words() for each in (window.findChildren(QWidget, "banner")) if hasattr(each, "words")]
    assert any("打印机" in words and "14:03" in words for words in shown)
    made.desk.trouble.emit(None)
    assert all(each.isHidden() for each in window.findChildren(QWidget, "banner"))


def test_a_long_station_is_shortened_and_nothing_of_the_state_is_cut(look: Look, qtbot: QtBot) -> None:
    look.use("light", 200)
    bar = StatusBar("济南市公安局历下区分局解放路街道测试派出所", 12, "测试一")
    qtbot.addWidget(bar)
    bar.resize(700, 100)
    bar.show()
    bar.data.setText("本机数据库，已加密")
    bar.clock.setText("2026-11-21 17:09")
    qtbot.waitUntil(lambda: bar.data.y() > 20)
    for label in (bar.data, bar.clock):
        assert label.width() >= label.sizeHint().width()
        assert label.geometry().right() <= bar.width()
    station = bar.findChildren(QLabel)[0]
    assert station.toolTip() == "济南市公安局历下区分局解放路街道测试派出所"


def test_that_the_server_is_away_is_said_in_one_place(window: MainWindow, made: Made) -> None:
    window.enter(made.duty())
    banner = window.work.frame.banner  # type: ignore[union-attr]
    away = ServerAway(sentence("test", "连不上"), datetime(2026, 11, 20, 2, tzinfo=UTC))
    window.tell_trouble(away)  # a job in the background found it out first
    assert not banner.isHidden()
    window.tell_line("自 10:02 起连不上本所服务器。", "warning")
    assert banner.isHidden()
    window.tell_trouble(away)
    assert banner.isHidden()
    window.tell_trouble(away, "10:05")  # what a screen was asked to do says so itself
    assert not banner.isHidden()
    window.tell_line("服务器已恢复。", "good")
    assert banner.isHidden()
    window.tell_trouble(EnvironmentTrouble(sentence("test", "磁盘已满")))
    window.tell_line("", "info")
    assert not banner.isHidden()


def test_the_screen_that_is_seen_hears_of_the_line_and_the_others_look_again(
    window: MainWindow, made: Made
) -> None:
    window.line_moved()
    window.go("day")
    window.go("register", None)
    below, top = made.pages
    window.line_moved()
    assert (below.moved, top.moved) == (0, 1)
    window.lock()
    window.line_moved()
    assert (below.moved, top.moved) == (0, 2)
    window.unlock()
    before = below.refreshed
    window.go("day")
    assert below.refreshed == before + 1


def test_what_stands_is_said_in_the_other_language(window: MainWindow) -> None:
    late = sentence("errors", "{seconds} 秒内没有得到回应。内容没有丢失，请稍后再试。")
    window.tell_trouble(EnvironmentTrouble(late.fill(seconds=3)), "14:03")
    banner = window.work.frame.banner  # type: ignore[union-attr]
    close = banner.findChild(QWidget, "banner_close")
    assert close is not None
    chinese = banner.words(), close.accessibleName()
    assert "没有得到回应" in chinese[0]
    press_for_the_other_language(window)
    words = banner.words().replace("　", "")
    assert words.isascii()
    assert "14:03" in words
    assert close.accessibleName().isascii()
    press_for_the_other_language(window)
    assert (banner.words(), close.accessibleName()) == chinese
    window.tell_trouble(None)
    press_for_the_other_language(window)
    assert banner.isHidden()


class Painted(QObject):
    """Notes how high the bands are of a widget that are painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.bands: list[int] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QPaintEvent):
            self.bands.append(event.rect().height())
        return False


def test_a_line_that_appears_or_goes_has_the_screen_painted_a_band_a_turn(
    window: MainWindow, qtbot: QtBot
) -> None:
    work = window.work
    assert work is not None
    qtbot.waitUntil(lambda: at_rest() and is_unveiled(window))
    page = work.stack.currentWidget()
    assert page is not None
    assert page.height() > 2 * BAND
    painted = Painted(page)
    for words in ("已受理。", ""):
        painted.bands.clear()
        work.notice(words)
        assert not is_unveiled(window)
        qtbot.waitUntil(lambda: at_rest() and is_unveiled(window))
        assert max(painted.bands) <= BAND
        assert sum(painted.bands) >= page.height() - BAND
