"""The frame of a page that lists something, each of whose deeds a sheet asks about first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.kit.asking import Asking
from desktop.ui.kit.one_at_a_time import AskedInSheets
from desktop.ui.kit.shortcuts import action
from desktop.ui.kit.stages import when_built
from desktop.ui.kit.table import TableView


class ListPage(QWidget):
    """A list of a presenter's; what can be done with the row under the cursor stands below with its keys.

    A page builds itself in stages: its own, and `_begin` last. Its `_show` shows what the presenter has.
    """

    _list: TableView
    _show: Callable[[], None]

    def __init__(self, presenter: AskedInSheets) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._asking = Asking(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)

    def _deed(self, name: str, key: str, label: str, ask: Callable[[], None]) -> QAction:
        """Declare what a key asks for once the page is whole, unless the station's server is away."""
        return action(self, name, key, label, partial(when_built, self, ask), waits=True)

    def _begin(self) -> None:
        it = self._presenter
        it.changed.connect(self._show)
        it.done.connect(self._asking.close)
        it.failed.connect(self._asking.tell)
        self._show()
        self._list.setFocus()
