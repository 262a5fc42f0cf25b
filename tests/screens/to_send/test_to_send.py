"""The queue and the review list: both versions seen, a line applied after all, papers made void."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from desktop.domain.changes import ANYTHING
from desktop.domain.errors import CounterError, EnvironmentTrouble, sentence
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline, Job
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.form import Form
from desktop.ui.kit.line_watch import LineWatch
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.table import TableView
from desktop.ui.kit.text import Language, Languages
from desktop.ui.kit.theme import Look
from desktop.ui.screens.to_send.presenter import ToSendPresenter
from desktop.ui.screens.to_send.view import ToSendView
from desktop.ui.screens.to_send.words import local_minute
from tests.conftest import FakeClock
from tests.patience import PatientBot
from tests.services.outage import CutServer, line_of, register, rows
from tests.services.test_conflicts import Elsewhere, elsewhere
from tests.services.test_without_server import back, server, window
from tests.ui.conftest import inline, look

__all__ = ["elsewhere", "inline", "look", "server", "window"]

See = Callable[[Actor], tuple[ToSendPresenter, ToSendView]]


class Counting(Inline):
    """Counts what it is asked, and fails where it is told to."""

    asked = 0
    fails: CounterError | None = None

    def run(self, job: Any, done: Any, failed: Any, **more: Any) -> Job:
        self.asked += 1
        if self.fails is not None:
            failed(self.fails)
            return Job()
        return super().run(job, done, failed, **more)


@pytest.fixture
def see(qtbot: PatientBot, look: Look, inline: Inline, window: Counter) -> See:  # noqa: F811
    def make(actor: Actor) -> tuple[ToSendPresenter, ToSendView]:
        window.office.rights.seat(actor)
        presenter = ToSendPresenter(window, actor, inline)
        view = ToSendView(presenter)
        qtbot.addWidget(view)
        view.resize(1300, 820)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        finish_building(view)
        qtbot.rest()
        return presenter, view

    return make


def words(view: QWidget, name: str) -> str:
    label = view.findChild(QLabel, name)
    assert label is not None
    return label.text()


def press(qtbot: PatientBot, view: QWidget, key: str, button: str) -> None:
    """Press a key of the screen, and the button of the dialog that asks."""
    [wanted] = [action for action in view.actions() if action.shortcut().toString() == key]
    assert wanted.isEnabled()
    wanted.trigger()
    [dialog] = [dialog for dialog in view.findChildren(Dialog) if dialog.isVisible()]
    QTest.mouseClick(dialog.findChild(QPushButton, button), Qt.MouseButton.LeftButton)
    qtbot.rest()


def test_what_waits_is_counted_and_listed(
    see: See,
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    clerk: Actor,
) -> None:
    server.cut = True
    register(window, clerk, 1)
    presenter, view = see(clerk)
    assert "1 件业务等待上传" in words(view, "line_state")
    assert "截至" in words(view, "copied_at")
    assert [row.state for row in presenter.queue.rows] == ["waiting"]  # type: ignore[union-attr]
    back(window, server)
    presenter.refresh()
    assert "没有等待上传" in words(view, "line_state")


@pytest.fixture
def watch(qtbot: PatientBot, window: Counter) -> Iterator[LineWatch]:  # noqa: F811
    """What tells the program how the line is; who tends it is the test."""
    made = LineWatch(Inline())
    made.begin(line_of(window))
    yield made
    made.stop()


def test_a_page_that_is_seen_follows_the_line(
    qtbot: PatientBot,
    see: See,
    watch: LineWatch,
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    clerk: Actor,
) -> None:
    presenter, view = see(clerk)
    watch.moved.connect(presenter.line_moved)  # as `MainWindow.line_moved` does for the screen that is seen
    assert "没有等待上传" in words(view, "line_state")
    server.cut = True
    register(window, clerk, 1)
    qtbot.waitUntil(lambda: "1 件业务等待上传" in words(view, "line_state"))
    assert [row.state for row in presenter.queue.rows] == ["waiting"]  # type: ignore[union-attr]
    register(window, clerk, 2)
    qtbot.waitUntil(lambda: "2 件业务等待上传" in words(view, "line_state"))
    back(window, server)
    qtbot.waitUntil(lambda: "没有等待上传" in words(view, "line_state"))
    assert [row.state for row in presenter.queue.rows] == ["applied", "applied"]  # type: ignore[union-attr]


def test_the_copys_age_is_the_newest(
    qtbot: PatientBot,
    see: See,
    watch: LineWatch,
    window: Counter,  # noqa: F811
    clock: FakeClock,
    clerk: Actor,
) -> None:
    presenter, view = see(clerk)
    watch.moved.connect(presenter.line_moved)
    clock.moment += timedelta(minutes=6)
    assert local_minute(clock.moment) not in words(view, "copied_at")
    line_of(window).tend()
    qtbot.waitUntil(lambda: local_minute(clock.moment) in words(view, "copied_at"))


def test_the_review_list_stays_while_the_server_is_away(
    qtbot: PatientBot,
    see: See,
    elsewhere: Elsewhere,  # noqa: F811
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    officer: Actor,
) -> None:
    presenter, view = see(officer)
    before = presenter.rows
    assert before
    server.cut = True
    line_of(window).tend()
    presenter.line_moved()
    qtbot.waitUntil(lambda: "连不上服务器" in words(view, "line_state"))
    assert presenter.rows == before
    assert elsewhere


def test_what_moves_at_once_is_read_once(
    qtbot: PatientBot,
    window: Counter,  # noqa: F811
    clerk: Actor,
) -> None:
    window.office.rights.seat(clerk)
    runner = Counting()
    presenter = ToSendPresenter(window, clerk, runner)
    assert runner.asked == 1
    for _ in range(9):
        presenter.line_moved()
    presenter.changed_elsewhere((ANYTHING,))
    assert runner.asked == 1
    qtbot.waitUntil(lambda: runner.asked == 2)
    presenter.refresh()  # what the clerk asks for is not put off
    assert runner.asked == 3


def test_a_look_that_nobody_asked_for_fails_in_silence(
    qtbot: PatientBot,
    window: Counter,  # noqa: F811
    clerk: Actor,
) -> None:
    window.office.rights.seat(clerk)
    runner, heard = Counting(), list[object]()
    presenter = ToSendPresenter(window, clerk, runner)
    presenter.failed.connect(heard.append)
    runner.fails = EnvironmentTrouble(sentence("test", "磁盘已满"))
    presenter.line_moved()
    qtbot.waitUntil(lambda: runner.asked == 2)
    assert heard == []
    presenter.refresh()
    assert heard == [runner.fails]
    runner.fails = None
    presenter.line_moved()  # it does not keep the next one from being read
    qtbot.waitUntil(lambda: runner.asked == 4)


def test_an_officer_applies_a_line_after_all(
    qtbot: PatientBot,
    see: See,
    elsewhere: Elsewhere,  # noqa: F811
    server: CutServer,  # noqa: F811
    officer: Actor,
) -> None:
    presenter, view = see(officer)
    first = presenter.rows[0]
    presenter.look(first)
    assert "77" in words(view, "reason")
    assert elsewhere[0].case.case_number in words(view, "papers")
    press(qtbot, view, "F6", "apply_conflict")
    assert [row.state for row in presenter.rows] == ["applied", "applied"]
    assert len(rows(server, "select 1 from case_file")) == 3


def test_an_officer_makes_the_paper_void_and_has_to_say_why(
    qtbot: PatientBot,
    see: See,
    elsewhere: Elsewhere,  # noqa: F811
    officer: Actor,
) -> None:
    presenter, view = see(officer)
    presenter.look(presenter.rows[0])
    [void] = [action for action in view.actions() if action.shortcut().toString() == "F8"]
    void.trigger()
    assert [dialog for dialog in view.findChildren(Dialog) if dialog.isVisible()] == []
    assert any(
        "作废说明" in label.text() or "请填写说明" in label.text() for label in view.findChildren(QLabel)
    )
    assert presenter.rows[0].state == "open"
    note = view.findChild(QLineEdit, "note")
    assert note is not None
    note.insert("已收回凭证")
    press(qtbot, view, "F8", "void_conflict")
    assert [row.state for row in presenter.rows] == ["open", "void"]
    assert "已收回凭证" in words(view, "settled")
    assert elsewhere


def test_in_english_too_a_line_says_whom_it_is_about(
    see: See,
    elsewhere: Elsewhere,  # noqa: F811
    officer: Actor,
) -> None:
    languages = Languages()
    languages.use(Language.ENGLISH)
    try:
        _, view = see(officer)
        for name, column, characters in (("conflicts", 2, 8), ("queue", 3, 6)):
            table = view.findChild(TableView, name)
            assert table is not None
            assert table.columnWidth(column) >= characters * table.fontMetrics().averageCharWidth()
    finally:
        languages.use(Language.CHINESE)
    assert elsewhere


def test_an_auxiliary_is_told_who_settles_it(
    see: See,
    elsewhere: Elsewhere,  # noqa: F811
    clerk: Actor,
) -> None:
    presenter, view = see(clerk)
    presenter.look(presenter.rows[0])
    [apply] = [action for action in view.actions() if action.objectName() == "apply_conflict"]
    assert not apply.isEnabled()
    assert elsewhere


def test_with_large_letters_whole_rows_are_seen_and_the_page_scrolls(
    qtbot: PatientBot,
    see: See,
    look: Look,  # noqa: F811
    elsewhere: Elsewhere,  # noqa: F811
    officer: Actor,
) -> None:
    look.use("light", 200)
    presenter, view = see(officer)
    view.resize(1250, 590)
    qtbot.rest()
    for name in ("conflicts", "queue"):
        seen = view.findChild(TableView, name)
        assert seen is not None
        last = seen.visualRect(seen.model().index(len(presenter.rows) - 1, 0))
        assert last.isValid()
        assert seen.viewport().rect().contains(last)
        assert seen.width() > view.width() - 120
    form = view.findChild(Form)
    assert form is not None
    assert form.verticalScrollBar().maximum() > 0
    assert elsewhere


def test_a_note_stays_with_the_line_it_was_typed_for(
    qtbot: PatientBot,
    see: See,
    elsewhere: Elsewhere,  # noqa: F811
    officer: Actor,
) -> None:
    presenter, view = see(officer)
    rows_seen, note = view.findChild(TableView, "conflicts"), view.findChild(QLineEdit, "note")
    assert rows_seen is not None
    assert note is not None
    note.setText("已告知本人")
    rows_seen.setFocus()
    QTest.keyClick(rows_seen, Qt.Key.Key_Down)
    assert presenter.page is not None
    assert presenter.page.row == presenter.rows[1]
    assert note.text() == ""
    QTest.keyClick(rows_seen, Qt.Key.Key_Up)
    assert note.text() == "已告知本人"
    assert elsewhere


def test_a_window_made_wider_keeps_the_focus_and_shows_the_line_from_its_top(
    qtbot: PatientBot,
    see: See,
    look: Look,  # noqa: F811
    elsewhere: Elsewhere,  # noqa: F811
    officer: Actor,
) -> None:
    _, view = see(officer)
    lists, form = view.findChild(TableView, "conflicts"), view.findChild(Form)
    assert lists is not None
    assert form is not None
    for width in (700, 1300):
        view.resize(width, 600)
        qtbot.waitUntil(lambda width=width: form.isAncestorOf(lists) is (width == 700))
        assert lists.hasFocus()
        assert form.verticalScrollBar().value() == 0
    assert elsewhere
