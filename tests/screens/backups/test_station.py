"""The same page at a window on the station's server."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.models import dump_programs
from desktop.models.server import ServerDatabase
from desktop.services.counter import Counter
from desktop.ui.kit.fields_sheet import FieldsSheet
from tests.screens.backups.conftest import Show
from tests.screens.pages import all_words, on_show, press
from tests.servers import give_roles

pytestmark = pytest.mark.parametrize("stored_on", ["server"], indirect=True)


@pytest.fixture
def show(roles_given: None, station: Counter, show: Show) -> Show:
    """The page of a station whose server has the roles."""
    database = station.office.database
    assert isinstance(database, ServerDatabase)
    give_roles(database.settings.hosts[0], database.settings.database, tables=False)
    return show


def test_the_duty_is_taken_a_backup_made_and_tried(show: Show, template: Any, qtbot: QtBot) -> None:
    presenter, view = show(template.administrator)
    assert "还没有备份" in all_words(view)
    assert "本窗口不负责备份" in all_words(view)
    QTest.keyClick(view, Qt.Key.Key_F8)
    asked = on_show(qtbot, view, FieldsSheet)
    asked.field("duty").set_value("yes")
    press(asked, "set_backup_plan")
    assert "本窗口负责" in all_words(view)
    assert presenter.page is not None
    press(view, "make_backup")
    assert "不到1小时前" in all_words(view)
    press(view, "try_backup")
    assert "恢复演练通过" in all_words(view)
    assert "上次恢复演练：不到1天前，通过" in all_words(view)
    assert view.findChild(QPushButton, "restore_backup") is None


def test_without_pg_dump_the_sheet_says_so_and_stays(
    show: Show, template: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter, view = show(template.administrator)
    monkeypatch.setattr(dump_programs, "folders", tuple)
    QTest.keyClick(view, Qt.Key.Key_F8)
    asked = on_show(qtbot, view, FieldsSheet)
    asked.field("duty").set_value("yes")
    press(asked, "set_backup_plan")
    assert asked.isVisible()
    assert "找不到PostgreSQL的pg_dump" in all_words(asked)
    assert presenter.page is not None
    assert presenter.page.station is not None
    assert not presenter.page.station.duty


def test_the_stations_recovery_key_is_due_until_it_is_made(
    show: Show, template: Any, station: Counter
) -> None:
    presenter, view = show(template.security)
    assert "本窗口持有密钥" in all_words(view)
    assert "请生成恢复密钥并封存" in all_words(view)
    assert "本所还没有恢复密钥" in str(station.keys.due(template.administrator))
    codes: list[str] = []
    presenter.recovery.connect(codes.append)
    presenter.new_recovery()
    assert len(codes) == 1
    assert "恢复密钥：已设" in all_words(view)
    assert station.keys.due(template.administrator) is None
    presenter.renew({})
    assert len(codes) == 2
    assert view.findChild(QPushButton, "set_station_secret") is None
