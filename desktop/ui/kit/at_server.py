"""What a page shows of the server alone: while it is away the page says so, and reads again when it is back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.domain.errors import CounterError, ServerAway
from desktop.ui.kit.outage import outage
from desktop.ui.kit.text import text


class AtServer(QObject):
    """Knows whether the last reading of a page's lists failed because the server is away; one for each page.

    An empty list would say that there is nothing to do, which nobody knows then.
    """

    def __init__(self, read: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._read = read
        self.away = False
        outage().changed.connect(self._follow)

    def read(self) -> None:
        """The lists were read."""
        self.away = False

    def failed(self, error: CounterError) -> None:
        """They could not be read."""
        self.away = isinstance(error, ServerAway)

    def words(self, otherwise: str) -> str:
        """What stands in place of an empty list: `otherwise`, or that it is at the server."""
        if not self.away:
            return otherwise
        return text("kit", "清单在本所服务器上，服务器恢复后自动显示。")

    def _follow(self) -> None:
        if self.away and not outage().why:
            self._read()
