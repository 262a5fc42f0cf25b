"""What the code of a paper says, as a card of label and value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.kit.form import Section
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.seal_rows import CheckedPaper


class Facts(Section):
    """Kind, number, masked name, station and days; hidden while nothing in a code can be believed."""

    def __init__(self, title: str) -> None:
        super().__init__(title, 3)
        self._values: dict[str, QLabel] = {}
        for name, heading in (
            ("paper_title", text("verify", "单据")),
            ("paper_number", text("verify", "编号")),
            ("masked_name", text("verify", "姓名（隐去）")),
            ("station_name", text("verify", "出具单位")),
            ("issued_on", text("verify", "签发日期")),
            ("valid_until", text("verify", "有效至")),
            ("key_id", text("verify", "密钥编号")),
            ("list_as_of", text("verify", "失效名单")),
        ):
            self.place(self._pair(name, heading))
        self.hide()

    def show_paper(self, found: CheckedPaper | None) -> None:
        """Show what a paper's code says, or nothing."""
        self.setHidden(found is None or not found.number)
        if found is None or not found.number:
            return
        listed = text("verify", "截至{day}").format(day=found.list_as_of) if found.list_as_of else ""
        for name, words in (
            ("paper_title", found.title),
            ("paper_number", found.number),
            ("masked_name", found.masked_name),
            ("station_name", found.station_name),
            ("issued_on", found.issued_on.isoformat() if found.issued_on else ""),
            (
                "valid_until",
                found.valid_until.isoformat() if found.valid_until else text("verify", "没有注明"),
            ),
            ("key_id", found.key_id),
            ("list_as_of", listed or text("verify", "没有这个单位的名单")),
        ):
            self._values[name].setText(words)

    def _pair(self, name: str, heading: str) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        label, value = QLabel(heading), QLabel(" ")
        label.setProperty("role", "label")
        value.setObjectName(name)
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
        column.addWidget(value)
        self._values[name] = value
        return both
