"""A paper is checked: scanned anywhere, chosen as a file, compared field by field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text as sql

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.verify.presenter import VerifyPresenter
from desktop.ui.screens.verify.view import VerifyView
from printing.freezing import thaw


@pytest.fixture
def certificate(counter: Counter) -> Any:
    """A sealed certificate of the practice station, taken for a real one's."""
    with counter.office.database.engine.begin() as connection:
        connection.execute(sql("update seal_key set practice = 0"))
        row = connection.execute(sql("select document from paper where kind = '11' order by id desc")).first()
    assert row is not None
    return thaw(row[0])


@pytest.fixture
def view(qtbot: QtBot, look: Look, counter: Counter, actor: Actor, inline: Inline) -> VerifyView:
    made = VerifyView(VerifyPresenter(counter, actor, inline))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    finish_building(made)
    return made


def said(view: QWidget, name: str) -> str:
    label = view.findChild(QLabel, name)
    assert label is not None
    return "" if label.isHidden() else label.text()


def box(view: QWidget, name: str) -> QLineEdit:
    found = view.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_before_anything_is_scanned_it_says_what_to_do(view: VerifyView) -> None:
    assert said(view, "verdict") == "还没有核验"
    assert "F6" in said(view, "verdict_sentence")
    assert view.findChild(QLineEdit, "name") is None
    assert box(view, "verify_source").hasFocus()


def test_a_scanned_paper_is_checked_and_its_fields_compared(view: VerifyView, certificate: Any) -> None:
    assert view._presenter.scan(certificate.seal.text)
    assert said(view, "verdict") == "真实有效"
    assert said(view, "verdict_known") == "本所存有这份单据的档案。"
    assert said(view, "paper_number") == certificate.number
    assert said(view, "masked_name").endswith("**")
    box(view, "check_code").setText(certificate.seal.code.lower())
    box(view, "name").setText(certificate.name)
    QTest.keyClick(box(view, "name"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "已核对的1项" in said(view, "verdict_sentence")
    box(view, "residence_address").setText("别处")
    QTest.keyClick(box(view, "residence_address"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said(view, "verdict") == "已被改动"
    assert "居住地址" in said(view, "verdict_sentence")
    assert box(view, "residence_address").text() == "别处"


def test_other_scans_are_left_to_the_one_box(view: VerifyView) -> None:
    assert not view._presenter.scan("113701020062026112003001")
    assert said(view, "verdict") == "还没有核验"


def test_a_damaged_code_is_said_to_be_unreadable_and_nothing_of_it_is_shown(
    view: VerifyView, certificate: Any
) -> None:
    view._presenter.scan(certificate.seal.text)
    view._presenter.scan(certificate.seal.text[:100])
    assert said(view, "verdict") == "无法识读"
    number = view.findChild(QLabel, "paper_number")
    assert number is not None
    assert not number.isVisible()
    assert view.findChild(QLineEdit, "name") is None or not box(view, "name").isVisible()


def test_a_file_is_checked_by_its_path_or_chosen(
    view: VerifyView, counter: Counter, actor: Actor, certificate: Any, tmp_path: Path
) -> None:
    with counter.office.database.engine.connect() as connection:
        found = connection.execute(
            sql("select id from paper where paper_number = :number"), {"number": certificate.number}
        )
        pdf = counter.papers.draw(found.scalar_one())
    path = tmp_path / "居住登记凭证.pdf"
    path.write_bytes(pdf)
    QTest.keyClicks(box(view, "verify_source"), str(tmp_path / "none.pdf"))
    failed: list[object] = []
    view._presenter.failed.disconnect()
    view._presenter.failed.connect(failed.append)
    QTest.keyClick(box(view, "verify_source"), Qt.Key.Key_Return)
    assert "读不出文件" in str(failed[0])
    QTest.keyClick(view, Qt.Key.Key_F6)
    dialog = view.window().findChild(QFileDialog, "verify_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert said(view, "verdict") == "真实有效"
    assert "与签发时一致" in said(view, "verdict_sentence")
    assert box(view, "name").text() == certificate.name


def test_enter_with_nothing_asks_for_something(view: VerifyView) -> None:
    QTest.keyClick(box(view, "verify_source"), Qt.Key.Key_Return)
    assert said(view, "verdict") == "还没有核验"
    assert any("二维码" in label.text() for label in view.findChildren(QLabel) if "请扫" in label.text())


def test_comparing_takes_the_check_code_and_a_field(view: VerifyView, certificate: Any) -> None:
    view._presenter.scan(certificate.seal.text)
    view._presenter.compare("", {"name": "某人"})
    assert any("先填写二维码下面的校验码" in label.text() for label in view.findChildren(QLabel))
    view._presenter.compare(certificate.seal.code, {})
    assert any("至少填写一项" in label.text() for label in view.findChildren(QLabel))


def test_the_next_paper_begins_empty_and_the_person_is_a_key_away(view: VerifyView, certificate: Any) -> None:
    opened: list[object] = []
    view._presenter.open_person.connect(opened.append)
    view._presenter.scan(certificate.seal.text)
    QTest.keyClick(view, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert len(opened) == 1
    box(view, "check_code").setText("7K3M")
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert said(view, "verdict") == "还没有核验"
    view._presenter.scan(certificate.seal.text)
    assert box(view, "check_code").text() == ""
