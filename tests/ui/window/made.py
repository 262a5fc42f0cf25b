"""What a window is made of here: a desk, pages with a form, a gate; and hands that find their inputs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.duty import Duty
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.form import Form
from desktop.ui.kit.screen import Finder, Gate, Presenter, Screen
from desktop.ui.kit.shell import SearchBox
from desktop.ui.main_window import MainWindow


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
        self.moved = 0
        self.takes_scans = self.keeps_draft = self.is_served = False

    def title(self) -> str:
        return f"{self.name} {self.what}"

    def leave(self) -> bool:
        return self.may_leave

    def unfinished(self) -> bool:
        return self.keeps_draft

    def done_with(self) -> bool:
        return self.is_served

    def refresh(self) -> None:
        self.refreshed += 1

    def line_moved(self) -> None:
        self.moved += 1

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


def box(window: MainWindow) -> SearchBox:
    [found] = [
        each for each in window.findChildren(SearchBox, "search") if not each.parentWidget().isHidden()
    ]
    return found


def line(window: MainWindow, name: str) -> QLineEdit:
    found = [each for each in window.findChildren(QLineEdit, name) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def press_for_another_theme(window: MainWindow, qtbot: QtBot) -> None:
    handle = window.windowHandle()
    assert handle is not None
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(window.looks_changed):
        QTest.keyClick(handle, Qt.Key.Key_T, modifiers)


def press_for_the_other_language(window: MainWindow) -> None:
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(
        handle, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
