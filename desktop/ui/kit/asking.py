"""The one sheet that a page asks with: opened once, told what is wrong, forgotten when it is gone."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.domain.errors import CounterError
from desktop.ui.kit.fields_sheet import FieldsSheet
from desktop.ui.kit.messages import tell


class Asking(QObject):
    """Keeps the sheet that is open over a page; belongs to the page and dies with it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._sheet: FieldsSheet | None = None

    @property
    def open(self) -> bool:
        """Whether a sheet is open: a second press of the key opens no second one."""
        return self._sheet is not None

    def take(self, sheet: FieldsSheet) -> None:
        """This sheet is open from now on."""
        self._sheet = sheet
        sheet.finished.connect(self._forget)

    def close(self) -> None:
        """What was asked is done: the sheet goes."""
        if self._sheet is not None:
            self._sheet.accept()

    def wait(self, busy: bool) -> None:
        """Have the sheet wait while it is being done."""
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.wait(busy)

    def tell(self, error: CounterError) -> None:
        """Tell what went wrong: at the sheet while it is open, else on the page."""
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.wrong(error)
        else:
            tell(self._page, error)

    def _forget(self) -> None:
        self._sheet = None
