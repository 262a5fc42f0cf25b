"""The whole way through the window: proposed by one, approved by another, seen on every screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.services.counter import Counter
from desktop.services.rows import Actor, PersonRow
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.screen import Screen
from desktop.ui.kit.stages import is_built
from desktop.ui.kit.table import TableView
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from tests.patience import PatientBot

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Clerk:
    """Somebody at a window, by what is seen of it."""

    def __init__(self, qtbot: PatientBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def screen(self) -> Screen:
        work = self.window.work
        assert work is not None
        current = work.stack.current()
        assert current is not None
        return current

    @property
    def view(self) -> QWidget:
        return self.screen.view()

    @property
    def presenter(self) -> Any:
        return self.screen.presenter

    def wait(self, name: str) -> Any:
        self.qtbot.waitUntil(lambda: self.view.findChild(QWidget, name) is not None)
        self.qtbot.waitUntil(lambda: is_built(self.view))
        return self.view.findChild(QWidget, name)

    def press(self, key: Qt.Key, how: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, how)
        self.qtbot.rest()

    def words(self) -> str:
        return "\n".join(each.text() for each in self.view.findChildren(QLabel) if not each.isHidden())


@pytest.fixture
def at_window(qtbot: PatientBot, look: Look, inline: Inline, counter: Counter) -> Callable[[Actor], Clerk]:
    def make(actor: Actor) -> Clerk:
        window = MainWindow(look, Languages())
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.enter(duty(counter, actor, inline, window.go))
        qtbot.waitUntil(lambda: window.findChild(QWidget, "search") is not None)
        qtbot.rest()
        return Clerk(qtbot, window)

    return make


def test_from_the_persons_page_to_the_form_and_on_to_the_case(
    at_window: Any, actor: Actor, person: PersonRow, counter: Counter
) -> None:
    clerk = at_window(actor)
    clerk.window.go("open_person", person.person_id)
    clerk.wait("history")
    clerk.press(Qt.Key.Key_R, CTRL)
    name = clerk.wait("name")
    name.selectAll()
    QTest.keyClicks(name, "X")
    name.setText("蒋小岚")
    name.textEdited.emit("蒋小岚")
    clerk.view.findChild(QWidget, "reason").setPlainText("录入错误")
    clerk.view.findChild(QWidget, "evidence").setPlainText("居民身份证")
    clerk.press(Qt.Key.Key_Return, CTRL)
    clerk.wait("correction_page")
    assert "等待另一名民警审核" in clerk.words()
    clerk.press(Qt.Key.Key_Escape)
    clerk.wait("history")
    assert not clerk.view.findChild(QWidget, "correct_person").isEnabled()
    cases = clerk.view.findChild(TableView, "cases")
    assert cases.current().clerk == actor.name
    cases.setFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.wait("correction_page")


def test_from_the_deciders_desk_to_the_page_and_back(
    at_window: Any, officer: Actor, propose: Any, counter: Counter, person: PersonRow
) -> None:
    propose()
    clerk = at_window(officer)
    clerk.window.go("decide")
    clerk.wait("queue")
    clerk.presenter.filter("correction", "", False)
    clerk.qtbot.waitUntil(lambda: clerk.view.findChild(QWidget, "open_correction").isVisible())
    assert not clerk.view.findChild(QWidget, "grant_case").isEnabled()
    clerk.press(Qt.Key.Key_R, CTRL)
    clerk.wait("correction_page")
    clerk.press(Qt.Key.Key_Return, CTRL)
    assert counter.people.person(person.person_id).name == "蒋小岚"
    clerk.press(Qt.Key.Key_Escape)
    queue = clerk.wait("queue")
    assert queue.current() is None


def test_a_paper_printed_before_says_since_when_and_by_what_it_is_superseded(
    at_window: Any, officer: Actor, actor: Actor, propose: Any, counter: Counter, person: PersonRow
) -> None:
    found = propose()
    counter.corrections.approve(officer, "r-approve", found.case.case_id, found.case.version)
    page = counter.people.page(actor, person.person_id)
    certificate = next(one for one in page.papers if one.kind == "11")
    clerk = at_window(actor)
    clerk.window.go("open_person", person.person_id)
    clerk.wait("history")
    papers = clerk.view.findChild(TableView, "papers")
    shown = [str(papers.model().index(0, column).data()) for column in range(papers.model().columnCount())]
    assert "✗ 已被更正取代" in shown
    clerk.window.scan(certificate.paper_number)
    clerk.qtbot.waitUntil(lambda: clerk.view.findChild(QWidget, "superseded") is not None)
    strip = clerk.wait("superseded")
    clerk.qtbot.waitUntil(lambda: bool(strip.words()))
    assert "已被更正取代：自2026-11-20" in strip.words()
    assert officer.name in strip.words()
    assert "姓名由“蒋晓岚”改为“蒋小岚”" in strip.words()


def test_the_history_is_a_list_and_each_version_opens_whole(
    at_window: Any, officer: Actor, actor: Actor, propose: Any, counter: Counter, person: PersonRow
) -> None:
    found = propose()
    counter.corrections.approve(officer, "r-approve", found.case.case_id, found.case.version)
    clerk = at_window(actor)
    clerk.window.go("open_person", person.person_id)
    history = clerk.wait("history")
    clerk.qtbot.waitUntil(lambda: history.model().rowCount() == 2)
    rows = [
        [str(history.model().index(row, column).data()) for column in range(5)]
        for row in range(history.model().rowCount())
    ]
    assert rows[0][0] == "2"
    assert rows[0][2:] == ["姓名：蒋晓岚 → 蒋小岚", officer.name, "登记内容更正"]
    assert rows[1][0] == "1"
    history.setFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    sheet = QApplication.activeModalWidget()
    assert sheet is not None
    words = "\n".join(each.text() for each in sheet.findChildren(QLabel))
    assert "蒋小岚（原为：蒋晓岚）" in words
    assert "演练镇演练路***号" in words
    clerk.qtbot.wait(200)  # a scanner's Enter is not taken at once
    sheet.findChild(QWidget, "open_case").click()
    clerk.wait("correction_page")


def test_a_registration_leads_to_the_correction_and_keeps_its_draft(
    at_window: Any, actor: Actor, person: PersonRow, counter: Counter
) -> None:
    clerk = at_window(actor)
    clerk.window.go("register", None)
    name = clerk.wait("name")
    clerk.qtbot.waitUntil(lambda: clerk.view.findChild(QWidget, "remark") is not None)
    name.setFocus()
    name.setText("蒋小岚")
    name.textEdited.emit("蒋小岚")
    number = clerk.view.findChild(QWidget, "id_number")
    number.setFocus()
    QTest.keyClicks(number, person.id_number)
    clerk.press(Qt.Key.Key_R, CTRL)
    clerk.wait("name_now")
    assert clerk.view.findChild(QWidget, "name").text() == "蒋小岚"
    assert [one.form for one in counter.drafts.open(actor)] == ["registration"]
    clerk.press(Qt.Key.Key_Escape)
    clerk.wait("remark")
    assert clerk.view.findChild(QWidget, "name").text() == person.name


def test_wherever_a_correction_is_opened_as_a_case_its_page_is_seen(
    at_window: Any, actor: Actor, officer: Actor, propose: Any
) -> None:
    found = propose()
    clerk = at_window(actor)
    clerk.window.go("day")
    clerk.qtbot.rest()
    clerk.window.go("open_case", found.case.case_id)
    clerk.wait("correction_page")
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.window.work is not None
    assert clerk.window.work.stack.places[-1] == ("day",)
    decider = at_window(officer)
    decider.window.go("decide")
    queue = decider.wait("queue")
    decider.presenter.filter("correction", "", False)
    decider.qtbot.waitUntil(lambda: decider.presenter.correction == found.case.case_id)
    queue.setFocus()
    decider.press(Qt.Key.Key_Return)
    decider.wait("correction_page")


def test_a_correction_cannot_be_ticked_for_a_batch(at_window: Any, officer: Actor, propose: Any) -> None:
    found = propose()
    clerk = at_window(officer)
    clerk.window.go("decide")
    queue = clerk.wait("queue")
    clerk.presenter.filter("correction", "", False)
    clerk.qtbot.waitUntil(lambda: clerk.presenter.correction == found.case.case_id)
    queue.setFocus()
    clerk.press(Qt.Key.Key_Space)
    clerk.presenter.tick_all()
    assert clerk.presenter.ticked == {}
    assert queue.model().index(0, 0).data() == "—"
