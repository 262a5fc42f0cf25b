"""The administrator exports the log: counted while typed, asked before a file goes, stopped at any time."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.journal import Happening
from desktop.services.rows import Actor
from desktop.ui.kit.background import Background, Inline
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.log_export.presenter import LogExportPresenter
from desktop.ui.screens.log_export.view import LogExportView
from tests.screens.pages import find, in_front


@pytest.fixture
def boss(counter: Counter) -> Actor:
    """Audit administrator 演练 赵敏 at counter 9."""
    return counter.sign_in.sign_in("zhaomin", "yanlian-09", 9)


@pytest.fixture
def values(tmp_path: Path) -> dict[str, str]:
    return {
        "first_day": "2026-11-01",
        "last_day": "2026-11-20",
        "format": "csv",
        "path": str(tmp_path / "out.csv"),
        "whole_numbers": "",
    }


@pytest.fixture
def presenter(qapp: object, counter: Counter, boss: Actor, inline: Inline) -> LogExportPresenter:
    return LogExportPresenter(counter, boss, inline)


@pytest.fixture
def screen(qtbot: QtBot, look: Look, presenter: LogExportPresenter) -> Callable[[], LogExportView]:
    def build() -> LogExportView:
        return in_front(qtbot, LogExportView(presenter), 1200, 760)

    return build


def fill(view: QWidget, name: str, words: str) -> None:
    find(view, name).clear()
    QTest.keyClicks(find(view, name), words)


def test_the_rows_of_the_span_are_counted_while_it_is_typed(
    screen: Any, presenter: LogExportPresenter, counter: Counter, boss: Actor
) -> None:
    view = screen()
    assert find(view, "first_day").hasFocus()
    today = counter.day.today()
    assert presenter.count == counter.day_log.count(boss, today, today)
    fill(view, "first_day", "20251101")
    everything = counter.day_log.count(boss, presenter.today.replace(year=2025, day=1), today)
    assert view.findChild(QLabel, "count").text() == f"这段日期共 {everything:,} 条记录"
    fill(view, "first_day", "2025110")
    assert view.findChild(QLabel, "count").text() == "请填写起止日期。"


def test_the_suggested_name_follows_span_and_format_until_one_is_typed(screen: Any) -> None:
    view = screen()
    QTest.keyClick(view, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert find(view, "path").text().endswith("台账-2026-10-01至2026-10-31.csv")
    QTest.keyClicks(find(view, "format"), "x")
    assert find(view, "path").text().endswith("台账-2026-10-01至2026-10-31.xlsx")
    fill(view, "path", "/tmp/mine.xlsx")
    QTest.keyClick(view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert find(view, "path").text() == "/tmp/mine.xlsx"


def test_the_whole_way_by_keyboard(
    screen: Any, presenter: LogExportPresenter, tmp_path: Path, qtbot: QtBot
) -> None:
    view = screen()
    fill(view, "first_day", "20261101")
    fill(view, "path", str(tmp_path / "out.csv"))
    QTest.keyClick(find(view, "whole_numbers"), Qt.Key.Key_Space)
    with qtbot.waitSignal(presenter.notice):
        QTest.keyClick(view, Qt.Key.Key_F10)
    done = presenter.finished
    assert done is not None
    assert find(view, "result").isVisible()
    assert not find(view, "progress_card").isVisible()
    content = (tmp_path / "out.csv").read_bytes()
    assert content.endswith(f"SHA-256,{done.sha256}\r\n".encode())
    assert hashlib.sha256(content[: content.rindex("记录数,".encode())]).hexdigest() == done.sha256
    QTest.mouseClick(find(view, "copy_sha256"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == done.sha256
    QTest.mouseClick(find(view, "copy_path"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(tmp_path / "out.csv")
    again = screen()  # built anew in another language
    restore(again, capture(view))
    assert find(again, "result").isVisible()
    assert find(again, "path").text() == str(tmp_path / "out.csv")


def test_what_is_wrong_is_said_at_its_field_and_stays_as_typed(screen: Any) -> None:
    view = screen()
    fill(view, "first_day", "2026")
    fill(view, "path", "out.csv")
    QTest.keyClick(view, Qt.Key.Key_F10)
    assert "20260131" in view.findChild(QLabel, "first_day_line").text()
    assert "完整路径" in view.findChild(QLabel, "path_line").text()
    assert find(view, "first_day").text() == "2026"
    assert find(view, "first_day").hasFocus()
    fill(view, "first_day", "20261121")
    fill(view, "path", "/tmp/out.csv")
    QTest.keyClick(view, Qt.Key.Key_F10)
    assert "不能早于开始日期" in view.findChild(QLabel, "last_day_line").text()


def test_a_file_that_is_there_is_asked_about_first(
    presenter: LogExportPresenter, values: dict[str, str]
) -> None:
    path = Path(values["path"])
    path.write_text("before")
    asked: list[str] = []
    presenter.replace_asked.connect(asked.append)
    presenter.begin(values)
    assert asked == [str(path)]
    presenter.keep()
    assert path.read_text() == "before"
    assert not presenter.running
    presenter.begin(values)
    presenter.replace()
    assert presenter.finished is not None
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_the_ending_of_the_format_is_added(presenter: LogExportPresenter, values: dict[str, str]) -> None:
    presenter.begin(values | {"format": "xlsx"})
    assert presenter.finished is not None
    assert presenter.finished.path.endswith("out.csv.xlsx")


def test_a_place_that_takes_no_file_is_told_in_a_sentence(screen: Any, tmp_path: Path) -> None:
    view = screen()
    fill(view, "path", str(tmp_path / "nowhere" / "out.csv"))
    QTest.keyClick(view, Qt.Key.Key_F10)
    assert "请换一个位置再存" in view.findChild(QLabel, "failure_words").text()
    assert view.findChild(QPushButton, "export_log").isEnabled()
    fill(view, "path", str(tmp_path / "out.csv"))
    QTest.keyClick(view, Qt.Key.Key_F10)
    assert not find(view, "failure").isVisible()


def test_the_place_is_chosen_in_a_dialog(screen: Any, tmp_path: Path) -> None:
    view = screen()
    QTest.keyClick(view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = view.findChild(QFileDialog, "save_dialog")
    line = dialog.findChild(QLineEdit)
    assert line.text() == "台账-2026-11-20.csv"
    line.setText(str(tmp_path / "a"))
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert find(view, "path").text() == str(tmp_path / "a.csv")


def test_a_running_export_shows_its_progress_can_be_stopped_and_leaves_the_screen_usable(
    qtbot: QtBot, look: Look, counter: Counter, boss: Actor, values: dict[str, str], tmp_path: Path
) -> None:
    at = counter.office.clock.now()
    with counter.office.database.write() as link:
        counter.journal.write(link, *(Happening(boss, "look_up", at, detail=str(n)) for n in range(20_000)))
    runner = Background()
    presenter = LogExportPresenter(counter, boss, runner)
    view = LogExportView(presenter)
    qtbot.addWidget(view)
    finish_building(view)
    view.show()
    seen: list[tuple[int, int]] = []
    threads: list[threading.Thread] = []

    def look_on() -> None:
        seen.append((presenter.done, presenter.total))
        threads.append(threading.current_thread())

    presenter.changed.connect(look_on)
    presenter.begin(values | {"format": "xlsx"})
    qtbot.waitUntil(lambda: presenter.total > 0)
    assert find(view, "progress_card").isVisible()
    assert not view.findChild(QPushButton, "export_log").isEnabled()
    assert not presenter.leave()
    fill(view, "first_day", "20260101")  # the form takes keys meanwhile
    assert find(view, "first_day").text() == "20260101"
    QTest.keyClick(view, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: not presenter.running)
    assert "没有留下文件" in str(presenter.failure)
    assert not list(tmp_path.glob("*out*"))
    assert presenter.leave()
    presenter.begin(values)
    qtbot.waitUntil(lambda: presenter.finished is not None)
    assert presenter.finished is not None
    assert seen[-2][0] == presenter.finished.rows
    assert set(threads) == {threading.main_thread()}
    runner.close()
