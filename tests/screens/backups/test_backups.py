"""The system administrator makes, tries and restores backups; the security administrator keeps the keys."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.devices.token.key_file import KeyFiles
from desktop.domain.errors import BadInput
from desktop.models import restoring
from desktop.models.file_database import FileDatabase
from desktop.services.counter import Counter
from desktop.services.unlocking import unlock_by
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields_sheet import FieldsSheet
from desktop.ui.kit.outage import outage
from desktop.ui.kit.theme import Look
from tests.patience import PatientBot
from tests.screens.backups.conftest import Show
from tests.screens.pages import all_words, find, on_show, press

SECRET = "four quiet words here"


def test_the_first_backup_is_made_with_one_key(show: Show, template: Any) -> None:
    presenter, view = show(template.administrator)
    assert "还没有备份" in all_words(view)
    QTest.keyClick(view, Qt.Key.Key_F6)
    assert presenter.page is not None
    assert len(presenter.page.rows) == 1
    assert "不到1小时前" in all_words(view)
    assert not presenter.busy


def test_a_drill_says_what_it_read_back(show: Show, template: Any) -> None:
    _, view = show(template.administrator)
    QTest.keyClick(view, Qt.Key.Key_F6)
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert "恢复演练通过" in all_words(view)
    assert "人员0（现在0）" in all_words(view)


def test_with_large_letters_the_drills_result_comes_into_sight(
    show: Show, template: Any, look: Look, qtbot: PatientBot
) -> None:
    look.use("light", 200)
    _, view = show(template.administrator)
    view.resize(1200, 520)
    QTest.keyClick(view, Qt.Key.Key_F6)
    verdict = find(view, "drill_verdict")
    QTest.keyClick(view, Qt.Key.Key_F7)
    qtbot.rest()
    assert not verdict.visibleRegion().isEmpty()
    look.use("light", 100)


def test_the_drills_record_is_a_paper_made_out_once(show: Show, template: Any, qtbot: QtBot) -> None:
    presenter, view = show(template.administrator)
    QTest.keyClick(view, Qt.Key.Key_F6)
    QTest.keyClick(view, Qt.Key.Key_F7)
    papers = []
    presenter.paper.connect(papers.append)
    for _ in range(2):
        presenter.print_drill()
    assert len(papers) == 2
    assert papers[0] == papers[1]


def test_the_plan_is_asked_for_and_a_wrong_field_is_told_in_its_sheet(
    show: Show, template: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    presenter, view = show(template.administrator)
    QTest.keyClick(view, Qt.Key.Key_F8)
    asked = on_show(qtbot, view, FieldsSheet)
    asked.field("second").set_value(str(tmp_path / "nowhere"))
    press(asked, "set_backup_plan")
    assert asked.isVisible()
    assert asked.field("second").problem
    asked.field("second").set_value(str(tmp_path))
    asked.field("daily").set_value("30")
    press(asked, "set_backup_plan")
    assert presenter.page is not None
    assert (presenter.page.plan.daily, presenter.page.plan.second) == (30, str(tmp_path))


def test_restoring_asks_first_and_can_be_taken_back(
    show: Show, template: Any, station: Counter, qtbot: QtBot
) -> None:
    presenter, view = show(template.administrator)
    QTest.keyClick(view, Qt.Key.Key_F6)
    QTest.keyClick(view, Qt.Key.Key_F10)
    asked = on_show(qtbot, view, Dialog)
    path = station.office.database.path
    assert path is not None
    assert not restoring.waiting(path)
    press(asked, "confirm_restore")
    qtbot.waitUntil(lambda: presenter.page is not None and presenter.page.replaced)
    QTest.keyClick(view, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert not restoring.waiting(path)


def test_a_backup_of_older_keys_asks_for_what_opened_it(
    show: Show, template: Any, station: Counter, qtbot: QtBot, tmp_path: Path, folders: Any, clock: Any
) -> None:
    database = station.office.database
    assert isinstance(database, FileDatabase)
    database.ring.set_secret(SECRET)
    presenter, view = show(template.administrator)
    QTest.keyClick(view, Qt.Key.Key_F6)
    assert presenter.page is not None
    kept = tmp_path / "kept.rcbackup"
    shutil.copy2(presenter.page.rows[0].path, kept)
    database.ring._content.stations.clear()
    database.ring.renew(SECRET)
    database.ring._content.stations.clear()  # a machine that has never had the old keys
    presenter.ask_restore(kept)
    asked = on_show(qtbot, view, FieldsSheet)
    asked.field("secret").set_value("another secret")
    press(asked, "open_backup")
    assert asked.isVisible()
    asked.field("secret").set_value(SECRET)
    with qtbot.waitSignal(presenter.confirm):
        press(asked, "open_backup")


def test_the_security_administrator_sees_the_keys_and_no_backups(show: Show, template: Any) -> None:
    _, view = show(template.security)
    assert "开机口令：未设" in all_words(view)
    assert view.findChild(QWidget, "backups") is None
    _, other = show(template.administrator)
    assert other.findChild(QWidget, "keys_card") is None


def test_what_is_done_at_the_server_waits_for_it_and_says_why(show: Show, template: Any) -> None:
    pages = [show(actor)[1] for actor in (template.administrator, template.security)]
    waiting = [
        find(pages[0], "make_backup"),
        find(pages[0], "try_backup"),
        find(pages[1], "make_recovery_key"),
    ]
    outage().tell("连不上")
    try:
        assert [(each.isEnabled(), each.toolTip()) for each in waiting[::2]] == [(False, "连不上")] * 2
        assert not waiting[1].isEnabled()  # there is no backup to try
    finally:
        outage().tell("")
    assert waiting[0].isEnabled()
    assert waiting[2].isEnabled()


def test_secret_recovery_key_and_asked_start_one_after_the_other(
    show: Show, template: Any, qtbot: QtBot
) -> None:
    presenter, view = show(template.security)
    QTest.keyClick(view, Qt.Key.Key_F6)
    asked = on_show(qtbot, view, FieldsSheet)
    for name in ("secret", "secret_again"):
        asked.field(name).set_value("short")
    press(asked, "set_station_secret")
    assert asked.field("secret").problem
    for name in ("secret", "secret_again"):
        asked.field(name).set_value(SECRET)
    press(asked, "set_station_secret")
    assert "开机口令：已设" in all_words(view)
    assert "请生成恢复密钥" in all_words(view)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    QTest.keyClick(view, Qt.Key.Key_F7)
    with qtbot.waitSignal(presenter.recovery) as made:
        press(on_show(qtbot, view, Dialog), "confirm_recovery")
    shown = next(one for one in QApplication.topLevelWidgets() if one.objectName() == "recovery_sheet")
    lines = [shown.findChild(QLabel, f"recovery_line_{number}").text() for number in (1, 2)]  # type: ignore[union-attr]
    assert "-".join(" ".join(lines).split()) == made.args[0]
    first = shown.findChild(QLabel, "recovery_line_1")
    assert isinstance(first, QLabel)
    first.setSelection(0, 5)  # for paper alone: it reaches no clipboard
    assert not first.hasSelectedText()
    press(shown, "recovery_kept")
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    QTest.keyClick(view, Qt.Key.Key_F8)
    press(on_show(qtbot, view, Dialog), "confirm_start")
    assert presenter.keys is not None
    qtbot.waitUntil(lambda: presenter.keys is not None and not presenter.keys.by_user)
    assert "启动须输口令" in all_words(view)


def test_every_key_is_changed_with_the_present_secret(
    show: Show, template: Any, station: Counter, qtbot: QtBot
) -> None:
    database = station.office.database
    assert isinstance(database, FileDatabase)
    database.ring.set_secret(SECRET)
    presenter, view = show(template.security)
    QTest.keyClick(view, Qt.Key.Key_F10)
    asked = on_show(qtbot, view, FieldsSheet)
    asked.field("secret").set_value("not the secret at all")
    press(asked, "renew_keys")
    assert asked.field("secret").problem
    asked.field("secret").set_value(SECRET)
    with qtbot.waitSignal(presenter.recovery):
        press(asked, "renew_keys")
    assert "正在等空闲时" in all_words(view)


def test_a_token_is_made_on_a_drive_opens_the_keys_and_can_be_ended(
    show: Show, template: Any, station: Counter, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    station.keys._tokens = KeyFiles(lambda: [stick])
    _, view = show(template.security)
    assert "待办" in all_words(view)
    QTest.keyClick(view, Qt.Key.Key_F11)
    asked = on_show(qtbot, view, FieldsSheet)
    asked.field("new_pin").set_value("246810")
    asked.field("new_pin_again").set_value("246811")
    press(asked, "add_key_token")
    assert asked.isVisible()
    assert not list(stick.iterdir())
    asked.field("new_pin_again").set_value("246810")
    press(asked, "add_key_token")
    assert "密钥盘也能打开：数据密钥盘" in all_words(view)
    database = station.office.database
    assert isinstance(database, FileDatabase)
    database.ring.check(unlock_by("", "", "246810", KeyFiles(lambda: [stick])))
    with pytest.raises(BadInput):
        unlock_by("", "", "999999", KeyFiles(lambda: [stick]))
    press(view, "drop_key_token")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in view.findChildren(FieldsSheet)))
    asked = next(
        each for each in view.findChildren(FieldsSheet) if each.objectName() == "drop_key_token_sheet"
    )
    qtbot.waitUntil(asked.isVisible)
    press(asked, "drop_key_token")
    assert database.ring.tokens == ()
    assert "密钥盘也能打开" not in all_words(view)


def test_what_is_due_of_the_keys_is_told_until_the_recovery_key_is_made(
    station: Counter, template: Any, show: Show, qtbot: QtBot
) -> None:
    for actor in (template.administrator, template.security):
        assert "恢复密钥" in str(station.keys.due(actor))
    presenter, _ = show(template.security)
    with qtbot.waitSignal(presenter.trouble, check_params_cb=lambda error: error is None):
        presenter.new_recovery()
    assert station.keys.due(template.administrator) is None
    practice = dataclasses.replace(
        template.administrator, station=dataclasses.replace(template.administrator.station, practice=True)
    )
    assert station.keys.due(practice) is None
