"""The audit administrator looks for entries, reads one in full, checks the trail, and stops it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from desktop.services import trail_pages
from desktop.services.counter import Counter
from desktop.services.day_log import LogFormat, LogRequest
from desktop.services.journal import Happening
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.choices import Choice
from desktop.ui.kit.shortcuts import EVERYWHERE
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.trail.presenter import TrailPresenter
from desktop.ui.screens.trail.view import TrailView

Show = Callable[[], tuple[TrailPresenter, TrailView]]


@pytest.fixture
def boss(counter: Counter) -> Actor:
    """The audit administrator of the practice station."""
    return counter.sign_in.sign_in("zhaomin", "yanlian-09", 9)


@pytest.fixture
def show(qtbot: QtBot, look: Look, counter: Counter, inline: Inline, boss: Actor) -> Show:
    def make() -> tuple[TrailPresenter, TrailView]:
        presenter = TrailPresenter(counter, boss, inline)
        view = TrailView(presenter)
        qtbot.addWidget(view)
        view.resize(1300, 780)
        view.show()
        finish_building(view)
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        return presenter, view

    return make


def named(view: QWidget, name: str) -> Any:
    found = view.findChild(QWidget, name)
    assert found is not None, name
    return found


def field(view: TrailView, name: str) -> Any:
    return view._fields[name]


def words(view: QWidget, name: str) -> str:
    label = named(view, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_the_newest_entries_are_seen_and_older_ones_when_scrolled(
    show: Show, counter: Counter, boss: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(130):
        counter.journal.note(Happening(boss, "look_up", counter.office.clock.now(), matter="核查"))
    counter.journal.flush()
    monkeypatch.setattr(trail_pages, "PAGE", 60)
    trail_pages._statement.cache_clear()
    presenter, view = show()
    assert len(presenter.rows) >= 60
    first = len(presenter.rows)
    view.lines.verticalScrollBar().setValue(view.lines.verticalScrollBar().maximum())
    assert len(presenter.rows) > first
    assert view.lines.model().rowCount() == len(presenter.rows)
    trail_pages._statement.cache_clear()


def test_filters_narrow_the_list_by_keyboard_alone(show: Show) -> None:
    presenter, view = show()
    choice = field(view, "action")
    assert isinstance(choice, Choice)
    choice.set_value("register_residence")
    choice.box.setFocus()
    QTest.keyClick(choice.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert {row.action for row in presenter.rows} == {"register_residence"}
    assert "条" in words(view, "count")


def test_a_number_that_nobody_has_is_told_at_its_field(show: Show) -> None:
    presenter, view = show()
    QTest.keyClicks(field(view, "id_number").box, "370102199001011234")
    QTest.keyClick(field(view, "id_number").box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert presenter.rows == ()
    assert "没有这个证件号码" in field(view, "id_number").problem


def test_on_a_low_page_only_what_is_wrong_has_its_line(show: Show) -> None:
    _, view = show()
    view.resize(1250, 12 * view.fontMetrics().height())
    line = view.findChild(QLabel, "id_number_line")
    assert line is not None
    assert line.isHidden()
    QTest.keyClicks(field(view, "id_number").box, "370102199001011234")
    QTest.keyClick(field(view, "id_number").box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert line.isVisible()
    assert "没有这个证件号码" in line.text()
    assert view.findChild(QLabel, "first_day_line").isHidden()  # type: ignore[union-attr]


def test_enter_shows_an_entry_in_full(show: Show, qtbot: QtBot) -> None:
    presenter, view = show()
    view.lines.setFocus()
    view.lines.choose(0)
    QTest.keyClick(view.lines, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    seen = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert presenter.rows[0].local_time in seen
    assert presenter.rows[0].hash[:32] in seen
    dialog.close()


def test_a_check_tells_that_the_trail_is_whole(show: Show) -> None:
    presenter, view = show()
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert presenter.running == ""
    assert words(view, "outcome_words").startswith("留痕完整，没有改动。")


def test_what_was_altered_is_told_to_the_entry(show: Show, counter: Counter) -> None:
    with counter.office.database.engine.begin() as connection:
        for name in (
            connection.execute(text("select name from sqlite_master where type = 'trigger'")).scalars().all()
        ):
            connection.execute(text(f"drop trigger {name}"))
        counters = connection.execute(text("select min(counter_number) from journal_entry")).scalar_one()
        connection.execute(
            text("update journal_entry set detail = 'x' where counter_number = :c and sequence = 2"),
            {"c": counters},
        )
    _, view = show()
    QTest.keyClick(view, Qt.Key.Key_F8)
    said = words(view, "outcome_words")
    assert "发现 1 处被改动" in said
    assert f"窗口 {counters:02d} 第 2 条：内容被改动" in said


def test_a_file_is_checked_here_too(show: Show, counter: Counter, boss: Actor, tmp_path: Path) -> None:
    path = tmp_path / "day.jsonl"
    day = counter.day.today()
    request = LogRequest(date(2020, 1, 1), day, LogFormat.TRAIL, path, False)
    counter.day_log.export(boss, request, lambda done, total: None, lambda: False)
    presenter, view = show()
    presenter.check_file(str(path))
    assert words(view, "outcome_words").startswith("文件完整，没有改动，签名有效。")
    path.write_bytes(path.read_bytes().replace("演练".encode(), "演绎".encode(), 1))
    presenter.check_file(str(path))
    assert "处被改动" in words(view, "outcome_words")
    presenter.check_file(str(tmp_path / "none.jsonl"))
    assert "打不开文件" in words(view, "outcome_words")


def test_a_check_that_runs_keeps_its_screen_and_can_be_stopped(show: Show) -> None:
    presenter, view = show()
    presenter.running, presenter.done, presenter.total = "check", 1_000, 4_000_000_000
    presenter.worked.emit()
    assert not presenter.leave()
    assert "0%" in words(view, "working_words")
    assert not named(view, "check_trail").isEnabled()
    named(view, "stop").click()
    assert presenter.stopping
    assert words(view, "working_words") == "正在停止……"
    presenter.running = ""
    presenter.worked.emit()
    assert presenter.leave()
    assert not named(view, "working").isVisible()


def test_without_anything_old_nothing_can_be_archived(show: Show, counter: Counter) -> None:
    with counter.office.database.engine.begin() as connection:
        connection.execute(text("insert into setting (name, value) values ('retention.trail', '600')"))
    _, view = show()
    button = named(view, "archive_trail")
    assert isinstance(button, QPushButton)
    assert not button.isEnabled()
    assert words(view, "kept") == "留痕保存 600 个月；没有到期要归档的。"


def test_what_is_old_is_archived_into_the_file_that_is_chosen(
    show: Show, counter: Counter, boss: Actor, tmp_path: Path
) -> None:
    old = counter.office.clock.now().replace(year=2021)
    for number in (41, 41, 41):
        counter.journal.note(Happening(replace(boss, counter_number=number), "look_up", old))
    counter.journal.flush()
    presenter, view = show()
    assert presenter.due is not None
    assert "条可以归档" in words(view, "kept")
    assert named(view, "archive_trail").isEnabled()
    QTest.keyClick(view, Qt.Key.Key_F6)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    presenter.archive(str(tmp_path / "old.jsonl"))
    assert words(view, "outcome_words").startswith("已归档")
    assert (tmp_path / "old.jsonl").exists()
    assert "没有到期要归档的" in words(view, "kept")


def test_a_span_that_ends_before_it_begins_is_told(show: Show) -> None:
    _, view = show()
    field(view, "last_day").set_value("2020-01-01")
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field(view, "last_day").problem


def test_the_way_to_it_is_the_audit_administrators_alone(
    counter: Counter, boss: Actor, actor: Actor, inline: Inline, qtbot: QtBot, look: Look
) -> None:
    """It is where they begin, and nobody at the counter has it."""
    here = duty(counter, boss, inline, lambda *what: None)
    assert here.home == "trail"
    presenter = here.screens["trail"]().presenter
    assert isinstance(presenter, TrailPresenter)
    assert presenter.rows
    assert "trail" not in duty(counter, actor, inline, lambda *what: None).screens
    assert EVERYWHERE["trail"] == "Ctrl+Shift+J"
