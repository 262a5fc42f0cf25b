"""The keys seen, changed, revoked; the files for verifiers written and taken in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.seal_keys.presenter import SealKeysPresenter
from desktop.ui.screens.seal_keys.view import SealKeysView
from desktop.ui.screens.seal_keys.words import standing_words
from printing.seal import keys
from printing.seal.algorithms import algorithm
from printing.seal.keys import PublicKey

Show = Callable[[Actor], SealKeysView]


@pytest.fixture
def boss(counter: Counter) -> Actor:
    """Security administrator 演练 孙洁 at counter 9."""
    return counter.sign_in.sign_in("sunjie", "yanlian-08", 9)


@pytest.fixture
def show(qtbot: QtBot, look: Look, counter: Counter, inline: Inline) -> Show:
    def make(who: Actor) -> SealKeysView:
        made = SealKeysView(SealKeysPresenter(counter, who, inline))
        qtbot.addWidget(made)
        made.resize(1100, 700)
        made.show()
        made.activateWindow()
        finish_building(made)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return made

    return make


def standing(view: SealKeysView) -> list[str]:
    rows = view._presenter.keys
    assert rows is not None
    return [standing_words(row) for row in rows.rows]


def choose(view: SealKeysView, key: Qt.Key, path: Path) -> None:
    QTest.keyClick(view, key)
    dialog = view.window().findChild(QFileDialog, "seal_keys_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    dialog.setObjectName("done")


def test_the_key_in_use_and_the_files_fingerprint_are_seen(show: Show, boss: Actor) -> None:
    view = show(boss)
    assert standing(view) == ["正在使用"]
    label = view.findChild(QLabel, "fingerprint")
    assert label is not None
    assert view._presenter.keys is not None
    assert view._presenter.keys.fingerprint in label.text()


def test_a_new_key_is_made_after_asking(show: Show, boss: Actor) -> None:
    view = show(boss)
    QTest.keyClick(view, Qt.Key.Key_F11)
    button = view.findChild(QPushButton, "confirm_rotate")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert standing(view) == ["正在使用", "已停用，仍可核验"]


def test_a_key_is_revoked_with_its_reason_which_is_asked_for_again(show: Show, boss: Actor) -> None:
    view = show(boss)
    QTest.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    for typed in ("", "电脑被盗"):
        assert view._sheet is not None
        line = view._sheet.findChild(QLineEdit, "reason")
        button = view._sheet.findChild(QPushButton, "confirm_revoke")
        assert line is not None
        assert button is not None
        line.setText(typed)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert standing(view) == ["正在使用", "已吊销"]


def test_a_clerk_sees_and_gives_out_and_changes_nothing(show: Show, actor: Actor, tmp_path: Path) -> None:
    view = show(actor)
    assert [each.isEnabled() for each in (*view._give, *view._change, view._revoke)] == [
        *(True, True),
        *(False, False, False, False),
    ]
    choose(view, Qt.Key.Key_F6, tmp_path / "keys.json")
    assert len(keys.read((tmp_path / "keys.json").read_text("utf-8"))) == 1


def test_the_list_is_written_and_a_neighbours_keys_taken_in(
    show: Show, boss: Actor, tmp_path: Path, qtbot: QtBot
) -> None:
    view = show(boss)
    notices: list[str] = []
    view._presenter.notice.connect(notices.append)
    choose(view, Qt.Key.Key_F7, tmp_path / "ended.json")
    assert "失效单据的名单" in notices[-1]
    assert (tmp_path / "ended.json").read_text("utf-8").startswith("{")
    signer = algorithm("ed25519").signer(bytes(range(3, 35)))
    theirs = PublicKey(
        key_id=keys.key_id_of("ed25519", signer.public),
        algorithm="ed25519",
        public=signer.public,
        station="370103002",
        station_name="邻近派出所",
        practice=False,
        made_on=date(2026, 1, 1),
    )
    text = keys.written([theirs])
    (tmp_path / "theirs.json").write_text(text, "utf-8")
    choose(view, Qt.Key.Key_F8, tmp_path / "theirs.json")
    assert keys.fingerprint(text) in notices[-1]
    assert standing(view) == ["正在使用", "可核验"]
    failed: list[Any] = []
    view._presenter.failed.disconnect()
    view._presenter.failed.connect(failed.append)
    choose(view, Qt.Key.Key_F10, tmp_path / "theirs.json")
    assert "不是失效单据名单" in str(failed[0])
