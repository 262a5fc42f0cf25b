"""The addresses a person was registered at before, to pick one from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from desktop.services.rows import RegistrationRow
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.text import text

MOST_ROWS = 6
"""So many addresses are seen without scrolling."""


class PreviousAddresses(Dialog):
    """A list; Enter takes the address marked, Esc none."""

    def __init__(
        self, parent: QWidget, rows: tuple[RegistrationRow, ...], take: Callable[[RegistrationRow], None]
    ) -> None:
        super().__init__(parent, text("registration", "此人以往登记的住址"))
        self.setObjectName("previous_addresses_list")
        self._rows, self._take = rows, take
        self._list = QListWidget()
        self._list.setObjectName("addresses")
        self._list.setAccessibleName(text("registration", "以往住址"))
        self._list.setWordWrap(True)
        for row in rows:
            until = row.until.isoformat() if row.until else text("registration", "至今")
            self._list.addItem(f"{row.written_address}　{row.registered_on.isoformat()} — {until}")
        self._list.setCurrentRow(0)
        self._list.setFixedHeight(self.fontMetrics().height() * 2 * min(MOST_ROWS, len(rows)) + 8)
        self._list.installEventFilter(self)
        self._list.itemDoubleClicked.connect(lambda _: self._pick())
        self.body.addWidget(self._list)
        self.add_button("cancel", text("registration", "不用"))
        use = self.add_button("use_address", text("registration", "填入此住址"), "primary", closes=False)
        use.clicked.connect(self._pick)
        self._list.setFocus()
        self.be_wide(56)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list takes the address."""
        if (
            watched is self._list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._pick()
            return True
        return super().eventFilter(watched, event)

    def _pick(self) -> None:
        row = self._list.currentRow()
        self.accept()
        if 0 <= row < len(self._rows):
            self._take(self._rows[row])


def each_once(rows: tuple[RegistrationRow, ...]) -> tuple[RegistrationRow, ...]:
    """Every address once, the newest registration of each first."""
    seen: dict[str, RegistrationRow] = {}
    for row in rows:
        seen.setdefault(row.written_address, row)
    return tuple(seen.values())
