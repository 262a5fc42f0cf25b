"""The window leads the clerk about, locks over the work and loses nothing by any of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.domain.errors import EnvironmentTrouble, ServerAway, sentence
from desktop.ui.kit.dialog import Dialog, ask
from desktop.ui.kit.duty import Duty
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.form import Form
from desktop.ui.kit.keys import KeyOverview
from desktop.ui.kit.scanner import Scanner
from desktop.ui.kit.screen import Finder, Gate, Presenter, Screen
from desktop.ui.kit.shell import SearchBox, StatusBar
from desktop.ui.kit.text import Language, Languages
from desktop.ui.kit.theme import Look
from desktop.ui.kit.turns import Slices
from desktop.ui.main_window import MainWindow
from tests.patience import PatientBot


class DeskPresenter(Finder):
    def __init__(self) -> None:
        super().__init__()
        self.searched: list[str] = []
        self.entered: list[str] = []

    def title(self) -> str:
        return "柜台"

    def search(self, typed: str) -> None:
        self.searched.append(typed)

    def enter(self, typed: str) -> None:
        self.entered.append(typed)


class PagePresenter(Presenter):
    edited = Signal()

    def __init__(self, name: str, *what: object) -> None:
        super().__init__()
        self.name, self.what = name, what
        self.may_leave, self.refreshed, self.scanned, self.saved = True, 0, "", 0
        self.takes_scans = False

    def title(self) -> str:
        return f"{self.name} {self.what}"

    def leave(self) -> bool:
        return self.may_leave

    def refresh(self) -> None:
        self.refreshed += 1

    def scan(self, code: str) -> bool:
        self.scanned = code
        return self.takes_scans

    def save(self) -> None:
        self.saved += 1


class DeskView(QWidget):
    def __init__(self, presenter: DeskPresenter) -> None:
        super().__init__()
        results = QPushButton("结果", self)
        results.setObjectName("results")


class PageView(QWidget):
    def __init__(self, presenter: PagePresenter) -> None:
        super().__init__()
        form = Form()
        section = form.section("本人")
        form.add(section, ChineseField("name", "姓名"))
        form.add(section, ChineseField("road", "路"))
        form.edited.connect(presenter.save)
        QVBoxLayout(self).addWidget(form)


class GateView(QWidget):
    def __init__(self, presenter: Gate) -> None:
        super().__init__()
        password = QLineEdit(self)
        password.setObjectName("password")


class Made:
    """What the factories made, to look into."""

    def __init__(self) -> None:
        self.desk = DeskPresenter()
        self.pages: list[PagePresenter] = []
        self.gates: list[Gate] = []

    def page(self, name: str) -> object:
        def make(*what: object) -> Screen:
            presenter = PagePresenter(name, *what)
            self.pages.append(presenter)
            return Screen(presenter, PageView)

        return make

    def gate(self) -> Screen:
        self.gates.append(Gate())
        return Screen(self.gates[-1], GateView)

    def duty(self, *more: str) -> Duty:
        screens = {name: self.page(name) for name in ("open_person", "register", "day", *more)}
        return Duty(
            "测试派出所", 3, "测试一", True,
            {"desk": lambda: Screen(self.desk, DeskView), **screens},  # type: ignore[dict-item]
            self.gate,
        )  # fmt: skip


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def window(look: Look, qtbot: QtBot, made: Made) -> Iterator[MainWindow]:
    languages = Languages()
    shown = MainWindow(look, languages)
    qtbot.addWidget(shown)
    shown.enter(made.duty("export"))
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    languages.use(Language.CHINESE)


def box(window: MainWindow) -> SearchBox:
    [found] = [
        each for each in window.findChildren(SearchBox, "search") if not each.parentWidget().isHidden()
    ]
    return found


def line(window: MainWindow, name: str) -> QLineEdit:
    found = [each for each in window.findChildren(QLineEdit, name) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_work_begins_at_the_one_box(window: MainWindow) -> None:
    assert box(window).hasFocus()
    assert "柜台" in window.windowTitle()
    assert window.findChild(QWidget, "practice_mark") is not None


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)],
)
def test_the_one_box_is_one_key_away_from_inside_a_field(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    window.go("register", None)
    field = line(window, "name")
    field.setText("张三")
    assert field.hasFocus()
    field.setCursorPosition(0)
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key, modifier)
    assert box(window).hasFocus()
    assert field.text() == "张三"


def test_typing_into_the_box_searches_and_the_cursor_stays(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    window.focus_search()
    QTest.keyClicks(box(window), "zs")
    assert made.desk.searched == ["z", "zs"]
    assert box(window).hasFocus()
    QTest.keyClick(box(window), Qt.Key.Key_Return)
    assert made.desk.entered == ["zs"]
    QTest.keyClick(box(window), Qt.Key.Key_Down)
    focus = window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "results"


def test_a_form_left_for_a_search_is_found_again_as_it_was(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    line(window, "road").setText("解放路")
    line(window, "road").setFocus()
    window.focus_search()
    QTest.keyClicks(box(window), "z")
    made.desk.open_person.emit(7)
    assert made.pages[-1].what == (7,)
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_Escape)
    assert line(window, "road").text() == "解放路"
    assert line(window, "road").hasFocus()


def test_what_is_offered_leaves_the_cursor_in_the_one_box(window: MainWindow, made: Made) -> None:
    window.offer("day")
    assert [page.name for page in made.pages] == ["day"]
    assert box(window).hasFocus()
    QTest.keyClicks(box(window), "z")
    window.offer("export")
    assert [page.name for page in made.pages] == ["day"]


def test_the_same_place_is_never_open_twice(window: MainWindow, made: Made) -> None:
    window.go("open_person", 7)
    line(window, "name").setText("张三")
    window.go("day")
    window.go("open_person", 7)
    assert len(made.pages) == 2
    assert line(window, "name").text() == "张三"
    assert made.pages[0].refreshed == 1


def test_a_screen_that_may_not_be_left_stays(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    made.pages[-1].may_leave = False
    window.back()
    assert line(window, "name").isVisible()
    assert not window.close()


def test_a_form_that_is_done_goes_and_leads_on(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    form = made.pages[-1]
    form.closed.emit()
    form.open_person.emit(7)
    assert made.pages[-1].what == (7,)
    window.back()
    assert "柜台" in window.windowTitle()


def test_esc_on_the_desk_goes_to_the_box(window: MainWindow) -> None:
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert box(window).hasFocus()


def test_export_is_theirs_to_whom_it_is_open(look: Look, qtbot: QtBot, made: Made) -> None:
    window = MainWindow(look, Languages())
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.go("export")
    assert not made.pages
    assert window.findChild(QPushButton, "export_log") is None


def test_the_lock_hides_everything_and_keeps_the_form(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    window.go("register", None)
    field = line(window, "road")
    QTest.keyClicks(field, "abc")
    field.setFocus()
    field.setCursorPosition(1)
    with qtbot.waitSignal(window.locked):
        window.lock()
    assert not field.isVisible()
    qtbot.waitUntil(lambda: made.pages[-1].saved == 1)
    assert not any(each.isVisible() for each in window.findChildren(SearchBox))
    assert "register" not in window.windowTitle()
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F4)
    window.go("day")
    assert len(made.pages) == 1
    made.gates[-1].opened.emit(None)
    assert line(window, "road").text() == "abc"
    assert line(window, "road").hasFocus()
    assert line(window, "road").cursorPosition() == 1


def test_the_lock_covers_a_dialog_and_gives_it_back(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    answers: list[str] = []
    dialog = ask(
        window, "注销", "确定吗？", name="cancel_permit", yes="注销", then=lambda: answers.append("yes")
    )
    window.lock()
    assert not dialog.isVisible()
    assert QApplication.activeModalWidget() is None
    made.gates[-1].opened.emit(None)
    assert dialog.isVisible()
    found = dialog.findChild(QPushButton, "cancel_permit")
    assert isinstance(found, QPushButton)
    found.click()
    assert answers == ["yes"]


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


def test_the_lock_closes_menus_and_hides_whatever_else_is_open(
    window: MainWindow, made: Made, qtbot: QtBot
) -> None:
    beside = Dialog(window, "演练乙")
    beside.setModal(False)
    beside.show()
    menu = QMenu(window)
    menu.addAction("演练甲")
    menu.popup(window.mapToGlobal(QPoint(10, 10)))
    qtbot.waitUntil(lambda: menu.isVisible() and beside.isVisible())
    window.lock()
    assert not menu.isVisible()
    assert not beside.isVisible()
    made.gates[-1].opened.emit(None)
    assert beside.isVisible()
    assert not menu.isVisible()


def test_who_takes_the_window_over_finds_nothing_of_the_first(
    window: MainWindow, made: Made, qtbot: QtBot
) -> None:
    window.go("register", None)
    made.pages[-1].may_leave = False  # nobody is there to be asked
    QTest.keyClicks(line(window, "road"), "abc")
    answers: list[str] = []
    dialog = ask(window, "问", "确定吗？", name="yes", yes="是", then=lambda: answers.append("yes"))
    qtbot.waitUntil(dialog.isVisible)
    QGuiApplication.clipboard().setText("演练甲")
    window.lock()
    with qtbot.waitSignal(window.other_wanted):
        made.gates[-1].other.emit()
    over = made.gate()
    window.show_over(over)
    window.scan("113701020012026112101001")
    assert not made.desk.entered
    window.put_by()
    first = window.findChild(QWidget, "shell")
    assert first is not None
    window.give_up()
    assert not first.isVisible()
    assert not window.at_work
    assert line(window, "password").isVisible()
    made.desk = DeskPresenter()
    window.enter(made.duty())
    qtbot.waitUntil(lambda: "柜台" in window.windowTitle())
    assert not dialog.isVisible() if isValid(dialog) else True
    assert not answers
    assert QApplication.activeModalWidget() is None
    assert QGuiApplication.clipboard().text() == ""
    assert not [each for each in window.findChildren(QLineEdit, "road") if each.isVisible()]
    [search] = [each for each in window.findChildren(SearchBox) if each.isVisible()]
    assert search.text() == ""


def test_nobody_takes_a_window_over_that_is_not_locked(window: MainWindow, made: Made) -> None:
    window.go("register", None)
    window.show_over(made.gate())
    window.put_by()
    window.give_up()
    assert window.at_work
    assert line(window, "road").isVisible()


def test_what_leads_on_before_the_desk_is_there_lies_upon_it(look: Look, qtbot: QtBot, made: Made) -> None:
    window = MainWindow(look, Languages())
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.go("register", None)
    window.show()
    for slices in window.findChildren(Slices):
        qtbot.waitUntil(lambda slices=slices: slices.done)
    assert "register" in window.windowTitle()
    window.back()
    assert "柜台" in window.windowTitle()


def test_a_lock_quicker_than_the_desk_gives_the_desk_back(look: Look, qtbot: QtBot, made: Made) -> None:
    window = MainWindow(look, Languages())
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.lock()
    window.show()
    qtbot.waitUntil(window.isVisible)
    assert "柜台" not in window.windowTitle()
    made.gates[-1].opened.emit(None)
    assert "柜台" in window.windowTitle()


def test_idle_time_locks_and_never_signs_out(look: Look, qtbot: QtBot, made: Made) -> None:
    window = MainWindow(look, Languages(), idle_seconds=0.05)
    qtbot.addWidget(window)
    with qtbot.assertNotEmitted(window.signed_out), qtbot.waitSignal(window.locked):
        window.enter(made.duty())
    assert not window.at_work


def test_another_language_keeps_text_cursor_and_focus(look: Look, qtbot: QtBot, made: Made) -> None:
    languages = Languages()
    window = MainWindow(look, languages)
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("register", None)
    old = line(window, "road")
    old.setText("解放路")
    old.setFocus()
    old.setCursorPosition(2)
    languages.switch()
    new = line(window, "road")
    assert new is not old
    assert (new.text(), new.cursorPosition()) == ("解放路", 2)
    assert new.hasFocus()
    window.focus_search()
    QTest.keyClicks(box(window), "z")
    languages.switch()
    assert box(window).text() == "z"
    assert box(window).hasFocus()
    window.back()
    assert line(window, "road").text() == "解放路"


def test_larger_text_rebuilds_and_another_theme_does_not(
    window: MainWindow, look: Look, qtbot: QtBot
) -> None:
    window.go("register", None)
    line(window, "road").setText("解放路")
    before = line(window, "road")
    look.use("dark", 100)
    assert line(window, "road") is before
    with qtbot.waitSignal(window.looks_changed):
        look.use("dark", 150)
    assert line(window, "road") is not before
    assert line(window, "road").text() == "解放路"
    look.use("light", 100)


def test_the_key_for_another_theme_keeps_everything(window: MainWindow, look: Look, qtbot: QtBot) -> None:
    window.go("register", None)
    line(window, "road").setText("解放路")
    line(window, "road").setFocus()
    line(window, "road").setCursorPosition(1)
    handle = window.windowHandle()
    assert handle is not None
    with qtbot.waitSignal(window.looks_changed):
        QTest.keyClick(
            handle, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    assert look.theme.name == "dark"
    assert (line(window, "road").text(), line(window, "road").cursorPosition()) == ("解放路", 1)
    assert line(window, "road").hasFocus()
    window.focus_search()
    with qtbot.waitSignal(window.looks_changed):
        QTest.keyClick(handle, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert look.size == 125
    assert box(window).hasFocus()
    look.use("light", 100)


def test_f1_lists_the_keys(window: MainWindow) -> None:
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F1)
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, KeyOverview)
    shown.close()


def test_a_scan_goes_to_the_screen_that_takes_it_else_to_the_desk(
    look: Look, qtbot: QtBot, made: Made
) -> None:
    clock = [0]

    def tick(_event: QKeyEvent) -> int:
        clock[0] += 5
        return clock[0]

    scanner = Scanner(tick)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    scanner.watch(application)
    window = MainWindow(look, Languages(), scanner)
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    handle = window.windowHandle()
    assert handle is not None

    def scan(code: str) -> None:
        clock[0] += 500
        QTest.keyClicks(window, "")
        for letter in code:
            QTest.keyClick(handle, letter)
        QTest.keyClick(handle, Qt.Key.Key_Return)

    window.go("register", None)
    made.pages[-1].takes_scans = True
    scan("370102199001011234")
    assert made.pages[-1].scanned == "370102199001011234"
    assert line(window, "name").text() == ""
    made.pages[-1].takes_scans = False
    scan("113701020012026112101001")
    assert made.desk.entered == ["113701020012026112101001"]
    assert box(window).text() == "113701020012026112101001"
    made.desk.entered.clear()
    dialog = Dialog(window, "问")
    dialog.add_button("close", "好")
    dialog.open()
    window.scan("113701020012026112101001")
    assert not made.desk.entered
    dialog.close()


def test_trouble_is_told_with_its_time_and_taken_back(window: MainWindow, made: Made) -> None:
    window.tell_state(data="本机数据库，已加密", clock="14:03")
    made.desk.trouble.emit(EnvironmentTrouble(sentence("errors", "打印机没有回应。")))
    shown = [each.words() for each in (window.findChildren(QWidget, "banner")) if hasattr(each, "words")]
    assert any("打印机" in words and "14:03" in words for words in shown)
    made.desk.trouble.emit(None)
    assert all(each.isHidden() for each in window.findChildren(QWidget, "banner"))


def test_signing_out_leaves_nothing_behind(window: MainWindow, made: Made, qtbot: QtBot) -> None:
    window.go("register", None)
    made.pages[-1].may_leave = False
    with qtbot.assertNotEmitted(window.signed_out):
        window.sign_out()
    made.pages[-1].may_leave = True
    with qtbot.waitSignal(window.signed_out):
        window.sign_out()
    window.show_gate(made.gate())
    assert not window.at_work
    made.desk = DeskPresenter()
    window.enter(made.duty())
    assert window.at_work
    qtbot.waitUntil(lambda: "柜台" in window.windowTitle())


def test_a_larger_text_leaves_the_cursor_in_the_one_box(
    window: MainWindow, look: Look, qtbot: PatientBot
) -> None:
    window.go("register", None)
    window.focus_search()
    look.use("light", 200)
    qtbot.rest()
    assert box(window).hasFocus()


def test_a_larger_text_over_the_lock_leaves_the_cursor_in_the_password(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    window.go("register", 1)
    window.go("register", None)  # two forms with the same names: only one of them is seen
    line(window, "road").setFocus()
    before = line(window, "road")
    window.lock()
    look.use("light", 200)
    qtbot.rest()
    assert line(window, "password").hasFocus()
    made.gates[-1].opened.emit(None)
    qtbot.rest()
    after = line(window, "road")
    assert after is not before
    assert after.hasFocus()


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


def test_a_larger_text_over_the_lock_leaves_the_cursor_in_the_one_box(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    window.focus_search()
    window.lock()
    look.use("light", 200)
    qtbot.rest()
    made.gates[-1].opened.emit(None)
    qtbot.rest()
    assert box(window).hasFocus()


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


def press_for_another_theme(window: MainWindow, qtbot: QtBot) -> None:
    handle = window.windowHandle()
    assert handle is not None
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(window.looks_changed):
        QTest.keyClick(handle, Qt.Key.Key_T, modifiers)


def test_the_key_for_another_theme_over_the_lock_dresses_nothing_that_is_not_seen(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    window.go("register", None)
    before = line(window, "road")
    before.setText("解放路")
    before.setFocus()
    before.setCursorPosition(1)
    window.lock()
    line(window, "password").setText("half")
    press_for_another_theme(window, qtbot)
    assert look.theme.name == "dark"
    assert not isValid(before)
    assert line(window, "password").text() == "half"
    assert line(window, "password").hasFocus()
    made.gates[-1].opened.emit(None)
    qtbot.rest()
    assert (line(window, "road").text(), line(window, "road").cursorPosition()) == ("解放路", 1)
    assert line(window, "road").hasFocus()
    look.use("light", 100)


def unlock_in_larger_letters(window: MainWindow, made: Made, look: Look) -> None:
    window.go("register", None)
    window.lock()
    look.use("light", 150)
    made.gates[-1].opened.emit(None)


def test_after_another_look_the_lock_goes_a_turn_after_the_screen_is_begun_anew(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    unlock_in_larger_letters(window, made, look)
    assert not window.at_work
    qtbot.waitUntil(lambda: window.at_work)
    look.use("light", 100)


def test_who_takes_the_window_over_in_that_turn_keeps_it(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    unlock_in_larger_letters(window, made, look)
    window.show_over(made.gate())
    qtbot.rest()
    assert not window.at_work
    look.use("light", 100)


def test_a_dialog_under_the_lock_outlives_another_theme(
    window: MainWindow, made: Made, look: Look, qtbot: PatientBot
) -> None:
    window.go("register", None)
    dialog = ask(
        line(window, "road"), "注销", "确定吗？", name="cancel_permit", yes="注销", then=lambda: None
    )
    window.lock()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press_for_another_theme(window, qtbot)
    made.gates[-1].opened.emit(None)
    assert dialog.isVisible()
    dialog.close()
    look.use("light", 100)
