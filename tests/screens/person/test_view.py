"""The person's page by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.table import TableView
from desktop.ui.kit.theme import Look
from desktop.ui.screens.person.presenter import PersonPresenter
from desktop.ui.screens.person.view import PersonView
from tests.screens.pages import in_front


class Page:
    """A page that is seen, and its presenter."""

    def __init__(self, presenter: PersonPresenter, view: PersonView) -> None:
        self.presenter, self.view = presenter, view

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        found = self.view.findChild(kind, name)
        assert found is not None, name
        return found

    def words(self) -> str:
        return "\n".join(label.text() for label in self.view.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def page_of(
    qtbot: QtBot, look: Look, counter: Counter, actor: Actor, inline: Inline
) -> Callable[[str], Page]:
    def make(name: str) -> Page:
        hits = counter.lookup.find(actor, name).hits
        presenter = PersonPresenter(counter, actor, inline, hits[0].person_id if hits else 12345)
        view = in_front(qtbot, PersonView(presenter), 1200, 700)
        return Page(presenter, view)

    return make


def test_the_page_says_who_and_where(page_of: Callable[[str], Page]) -> None:
    words = page_of("解明月").words()
    for said in (
        "解明月",
        "371427********0041",
        "1993-11-22（32 岁）",
        "汉族",
        "山东省德州市夏津县演练镇演练路***号",
        "演练物流有限公司",
        "租赁住房",
        "演练房主　139****9999",
        "解小舟（子，2018-04-02）",
    ):
        assert said in words, said


def test_a_late_report_is_marked(page_of: Callable[[str], Page]) -> None:
    late = page_of("曾庆澜")
    days = late.presenter.page.registrations[0].late_days
    assert days > 0
    assert f"逾期 {days} 个工作日申报" in late.words()
    assert "逾期" not in page_of("单雨桐").words()


def test_somebody_with_nothing_yet_can_only_register(page_of: Callable[[str], Page]) -> None:
    page = page_of("解明月")
    full = page.presenter.page
    nothing = replace(full, registrations=(), cases=(), papers=(), due=(), full_on=None)
    page.presenter.page = nothing
    page.presenter.loaded.emit()
    finish_building(page.view)
    assert "还没有居住登记。" in page.words()
    assert not page.find(QWidget, "timeline").isVisible()
    assert "居住登记" in page.find(QPushButton, "register_residence").text()
    assert page.find(TableView, "cases").model().rowCount() == 0
    QTest.keyClick(page.find(TableView, "cases"), Qt.Key.Key_Return)


def test_thirty_cases_scroll_inside_their_list(page_of: Callable[[str], Page]) -> None:
    page = page_of("解明月")
    full = page.presenter.page
    cases = tuple(replace(full.cases[0], case_id=number) for number in range(30))
    page.presenter.page = replace(full, cases=cases)
    page.presenter.loaded.emit()
    finish_building(page.view)
    table = page.find(TableView, "cases")
    assert table.model().rowCount() == 30
    assert table.height() < table.verticalHeader().defaultSectionSize() * 9


def test_a_name_of_forty_characters_wraps(page_of: Callable[[str], Page]) -> None:
    page = page_of("解明月")
    full = page.presenter.page
    page.presenter.page = replace(full, person=replace(full.person, name="阿依古丽·买买提江·" * 4))
    page.presenter.loaded.emit()
    finish_building(page.view)
    name = page.find(QLabel, "person_name")
    assert name.height() >= name.heightForWidth(name.width())
    assert name.width() <= page.view.width()


def test_a_foreigner_without_hukou_shows_none(page_of: Callable[[str], Page]) -> None:
    words = page_of("SAMPLE ANNA").words()
    assert "护照等其他证件" in words
    assert "常住户口所在地" not in words
    assert "民族" not in words


@pytest.mark.parametrize(
    ("name", "key", "route"),
    [
        ("解明月", Qt.Key.Key_F6, "register"),
        ("解明月", Qt.Key.Key_F7, "apply"),
        ("李𬍛", Qt.Key.Key_F8, "resume"),
        ("解明月", Qt.Key.Key_F10, "papers"),
    ],
)
def test_each_action_has_its_key(
    page_of: Callable[[str], Page], qtbot: QtBot, name: str, key: Qt.Key, route: str
) -> None:
    page = page_of(name)
    with qtbot.waitSignal(getattr(page.presenter, route)):
        QTest.keyClick(page.find(QWidget, "timeline"), key)


def test_what_is_not_possible_says_why_in_plain_sight(page_of: Callable[[str], Page]) -> None:
    page = page_of("单雨桐")
    button = page.find(QPushButton, "apply_for_permit")
    assert not button.isEnabled()
    why = page.find(QLabel, "apply_for_permit_why_not")
    assert why.isVisible()
    assert "一人一证" in why.text()
    assert "没有待补材料的申领" in page.words()
    assert not page.find(QLabel, "print_paper_why_not").isVisible()


def test_somebody_registered_moves_and_somebody_else_registers(page_of: Callable[[str], Page]) -> None:
    assert "变更住址" in page_of("解明月").find(QPushButton, "register_residence").text()


def test_the_whole_number_is_one_key_away_and_can_be_hidden(page_of: Callable[[str], Page]) -> None:
    page = page_of("单雨桐")
    number = page.find(QLabel, "person_number")
    assert number.text() == "371321********0028"
    QTest.keyClick(page.find(QWidget, "timeline"), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert number.text() == "371321199002140028"
    page.presenter.hiding.timeout.emit()
    assert number.text() == "371321********0028"


def test_enter_on_a_case_opens_its_papers(page_of: Callable[[str], Page], qtbot: QtBot) -> None:
    page = page_of("查文轩")
    cases = page.find(TableView, "cases")
    QTest.keyClick(cases, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.presenter.papers) as asked:
        QTest.keyClick(cases, Qt.Key.Key_Return)
    assert asked.args == [page.presenter.page.cases[1].case_id]


def test_f10_prints_the_case_the_cursor_is_on(page_of: Callable[[str], Page], qtbot: QtBot) -> None:
    page = page_of("查文轩")
    cases = page.find(TableView, "cases")
    cases.setFocus()
    QTest.keyClick(cases, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.presenter.papers) as asked:
        QTest.keyClick(cases, Qt.Key.Key_F10)
    assert asked.args == [page.presenter.page.cases[1].case_id]


def test_enter_on_a_paper_opens_the_papers_of_its_case(page_of: Callable[[str], Page], qtbot: QtBot) -> None:
    page = page_of("李𬍛")
    papers = page.find(TableView, "papers")
    with qtbot.waitSignal(page.presenter.papers) as asked:
        QTest.keyClick(papers, Qt.Key.Key_Return)
    assert asked.args == [page.presenter.page.papers[0].case_id]


@pytest.mark.parametrize(("button", "route"), [("go_on", "resume"), ("open_papers", "papers")])
def test_enter_on_a_case_that_waits_asks_what_to_do(
    page_of: Callable[[str], Page], qtbot: QtBot, button: str, route: str
) -> None:
    page = page_of("李𬍛")
    QTest.keyClick(page.find(TableView, "cases"), Qt.Key.Key_Return)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, QDialog)
    choice = sheet.findChild(QPushButton, button)
    assert choice is not None
    with qtbot.waitSignal(getattr(page.presenter, route)) as asked:
        choice.click()
    assert asked.args == [page.presenter.page.cases[0].case_id]


def test_terms_are_told_in_working_days(page_of: Callable[[str], Page]) -> None:
    page = page_of("仇长河")
    assert "个工作日" in page.words()
    cases = page.find(TableView, "cases").model()
    assert "还剩" in cases.index(0, 4).data()


def test_nobody_leaves_a_sentence_and_the_way_back(page_of: Callable[[str], Page], qtbot: QtBot) -> None:
    page = page_of("没有这个人")
    assert "没有这个人的记录。" in page.words()
    back = page.find(QPushButton, "close_page")
    assert back.isVisible()
    with qtbot.waitSignal(page.presenter.closed):
        QTest.keyClick(back, Qt.Key.Key_Space)
    QTest.keyClick(back, Qt.Key.Key_F6)


def test_a_page_read_again_keeps_the_chosen_case(page_of: Callable[[str], Page]) -> None:
    page = page_of("查文轩")
    cases = page.find(TableView, "cases")
    cases.choose(1)
    page.presenter.refresh()
    finish_building(page.view)
    assert cases.currentIndex().row() == 1


def test_beside_when_wide_and_under_the_name_when_narrow(
    page_of: Callable[[str], Page], qtbot: QtBot
) -> None:
    page = page_of("解明月")
    name, button = page.find(QLabel, "person_name"), page.find(QPushButton, "register_residence")

    def left(widget: QWidget) -> int:
        return widget.mapTo(page.view, widget.rect().topLeft()).x()

    assert left(button) > left(name) + 300
    page.view.resize(700, 700)
    qtbot.waitUntil(lambda: left(button) < left(name) + 100)


def test_no_key_presses_a_button_when_the_page_opens(page_of: Callable[[str], Page]) -> None:
    page = page_of("解明月")
    page.view.setFocus()
    page.view._take_focus()
    assert page.find(QWidget, "timeline").hasFocus()


def test_every_list_and_button_has_a_name_and_says_what_it_is(page_of: Callable[[str], Page]) -> None:
    page = page_of("李𬍛")
    for kind in (TableView, QPushButton):
        for each in page.view.findChildren(kind):
            assert each.objectName(), each
            assert each.accessibleName() or each.text(), each.objectName()
