"""The same page at a window on the station's server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.models import dump_programs
from desktop.models.server import ServerDatabase
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.fields_sheet import FieldsSheet
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.backups.presenter import BackupsPresenter
from desktop.ui.screens.backups.view import BackupsView
from tests.servers import give_roles

pytestmark = pytest.mark.parametrize("stored_on", ["server"], indirect=True)
Show = Callable[[Actor], tuple[BackupsPresenter, BackupsView]]


@pytest.fixture
def show(roles_given: None, station: Counter, inline: Inline, look: Look, qtbot: QtBot) -> Show:
    database = station.office.database
    assert isinstance(database, ServerDatabase)
    give_roles(database.settings.hosts[0], database.settings.database, tables=False)

    def make(actor: Actor) -> tuple[BackupsPresenter, BackupsView]:
        presenter = BackupsPresenter(station, actor, inline)
        view = BackupsView(presenter)
        qtbot.addWidget(view)
        view.resize(1200, 860)
        view.show()
        view.activateWindow()
        finish_building(view)
        qtbot.waitUntil(view.isActiveWindow)
        return presenter, view

    return make


def words(view: QWidget) -> str:
    return "\n".join(each.text() for each in view.findChildren(QLabel) if each.isVisibleTo(view))


def sheet(view: QWidget, qtbot: QtBot) -> FieldsSheet:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in view.findChildren(FieldsSheet)))
    return next(each for each in view.findChildren(FieldsSheet) if each.isVisible())


def press(inside: QWidget, name: str) -> None:
    button = inside.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_the_duty_is_taken_a_backup_made_and_tried(show: Show, template: Any, qtbot: QtBot) -> None:
    presenter, view = show(template.administrator)
    assert "还没有备份" in words(view)
    assert "本窗口不负责备份" in words(view)
    QTest.keyClick(view, Qt.Key.Key_F8)
    asked = sheet(view, qtbot)
    asked.field("duty").set_value("yes")
    press(asked, "set_backup_plan")
    assert "本窗口负责" in words(view)
    assert presenter.page is not None
    press(view, "make_backup")
    assert "不到1小时前" in words(view)
    press(view, "try_backup")
    assert "恢复演练通过" in words(view)
    assert "上次恢复演练在0天前，通过" in words(view)
    assert view.findChild(QPushButton, "restore_backup") is None


def test_without_pg_dump_the_sheet_says_so_and_stays(
    show: Show, template: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter, view = show(template.administrator)
    monkeypatch.setattr(dump_programs, "folders", tuple)
    QTest.keyClick(view, Qt.Key.Key_F8)
    asked = sheet(view, qtbot)
    asked.field("duty").set_value("yes")
    press(asked, "set_backup_plan")
    assert asked.isVisible()
    assert "找不到PostgreSQL的pg_dump" in words(asked)
    assert presenter.page is not None
    assert presenter.page.station is not None
    assert not presenter.page.station.duty


def test_the_stations_recovery_key_is_due_until_it_is_made(
    show: Show, template: Any, station: Counter
) -> None:
    presenter, view = show(template.security)
    assert "本窗口持有密钥" in words(view)
    assert "请生成恢复密钥并封存" in words(view)
    assert "本所还没有恢复密钥" in str(station.keys.due(template.administrator))
    codes: list[str] = []
    presenter.recovery.connect(codes.append)
    presenter.new_recovery()
    assert len(codes) == 1
    assert "恢复密钥：已设" in words(view)
    assert station.keys.due(template.administrator) is None
    presenter.renew({})
    assert len(codes) == 2
    assert view.findChild(QPushButton, "set_station_secret") is None
