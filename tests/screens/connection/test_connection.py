"""The connection on the screen: tried, told who answers, stored; what is wrong stands at its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.codes import Role
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.services.served import settings_of
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.connection.presenter import ConnectionPresenter
from desktop.ui.screens.connection.view import ConnectionView
from installer.scratch_server import OWNER
from tests.servers import Databases


@pytest.fixture
def boss(counter: Counter) -> Actor:
    signed: Actor = counter.sign_in.sign_in("zhoutao", "yanlian-07", 2)
    return signed


@pytest.fixture
def presenter(qapp: object, counter: Counter, boss: Actor, inline: Inline) -> ConnectionPresenter:
    return ConnectionPresenter(counter, boss, inline)


@pytest.fixture
def screen(qtbot: QtBot, look: Look, presenter: ConnectionPresenter) -> ConnectionView:
    made = ConnectionView(presenter)
    qtbot.addWidget(made)
    finish_building(made)
    made.resize(1300, 800)
    made.show()
    return made


def box(view: QWidget, name: str) -> QLineEdit:
    found = view.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def told(view: QWidget) -> str:
    strip: Any = view.findChild(QWidget, "connection_told")
    return str(strip.words())


def test_a_practice_station_is_told_what_saving_does_and_that_nothing_moves(screen: ConnectionView) -> None:
    now: Any = screen.findChild(QWidget, "connection_now")
    assert "演练派出所" in now.text()
    assert "F8" not in now.text()


@pytest.fixture
def fill(screen: ConnectionView, databases: Databases, server_template: Any) -> Callable[..., None]:
    def type_in(**other: str) -> None:
        values = {
            "hosts": str(databases.server.folder),
            "database": server_template.database,
            "user": OWNER,
            "counter_number": "5",
            **other,
        }
        for name, value in values.items():
            box(screen, name).setText(value)

    return type_in


def test_f6_tries_it_and_says_who_answers(screen: ConnectionView, fill: Callable[..., None]) -> None:
    fill()
    QTest.keyClick(screen, Qt.Key.Key_F6)
    assert "PostgreSQL" in told(screen)
    assert "派出所：测试派出所" in told(screen)
    assert "可以改动留痕" in told(screen)  # the owner's role, which is too strong
    assert "已保存" not in told(screen)


def test_f7_stores_it_and_the_password_is_not_shown_again(
    screen: ConnectionView, fill: Callable[..., None], counter: Counter, boss: Actor, inline: Inline
) -> None:
    fill(password="a-secret")
    QTest.keyClick(screen, Qt.Key.Key_F7)
    assert "已保存，从下次打开程序起生效" in told(screen)
    kept = settings_of(counter.office.folders)
    assert kept is not None
    assert (kept.counter_number, kept.password) == (5, "a-secret")
    again = ConnectionView(ConnectionPresenter(counter, boss, inline))
    finish_building(again)
    assert box(again, "counter_number").text() == "5"
    assert box(again, "password").text() == ""
    again.deleteLater()


def test_what_cannot_be_stands_at_its_field(screen: ConnectionView, fill: Callable[..., None]) -> None:
    fill(hosts="db1.station")
    QTest.keyClick(screen, Qt.Key.Key_F7)
    assert told(screen) == ""
    field: Any = box(screen, "ca_file").parent()
    assert "CA文件" in field.problem


def test_a_server_that_does_not_answer_is_told(
    screen: ConnectionView, fill: Callable[..., None], tmp_path: Any
) -> None:
    fill(hosts=str(tmp_path))
    QTest.keyClick(screen, Qt.Key.Key_F6)
    assert f"文件夹“{tmp_path}”里没有端口5432的PostgreSQL在应答" in told(screen)


def test_the_way_is_open_to_system_administrators_alone(
    counter: Counter, actor: Actor, inline: Inline
) -> None:
    def screens(role: Role) -> Any:
        return duty(counter, replace(actor, role=role), inline, lambda *_: None).screens

    assert "connection" in screens(Role.SYSTEM_ADMINISTRATOR)
    for other in (Role.OFFICER, Role.AUXILIARY, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR):
        assert "connection" not in screens(other)
