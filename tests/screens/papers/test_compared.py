"""Ctrl+M: the paper looked at beside what is stored today."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from sqlalchemy import text

from desktop.services.counter import Counter
from tests.screens.papers.test_view import find, screen

__all__ = ["screen"]


def words(sheet: QWidget, name: str) -> str:
    label = sheet.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def test_what_differs_is_listed_and_what_is_the_same_is_named(
    counter: Counter,
    screen: Any,  # noqa: F811 - a fixture
    printers: Any,
) -> None:
    view = screen()
    looked_at = view._presenter
    QTest.keyClick(view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    sheet = find(view, "compared_sheet")
    assert words(sheet, "compared_words").endswith("项都与现在的登记相同。")
    sheet.reject()
    with counter.office.database.engine.begin() as connection:
        connection.execute(text("update person set employer = '另一家厂' where current_id is not null"))
    looked_at.compare()
    sheets = [one for one in view.findChildren(QWidget, "compared_sheet") if one.isVisible()]
    assert words(sheets[-1], "compared_words").startswith("有1项与现在的登记不同")
    table = find(sheets[-1], "compared_fields")
    assert [table.model().index(0, column).data() for column in (0, 2)] == ["服务处所", "另一家厂"]
