"""One key shows the whole numbers of the person that the screen is about, for a short while."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.text import text
from desktop.ui.kit.whose import Whose, whose

if TYPE_CHECKING:
    from desktop.services.whole_numbers import WholeRow
    from desktop.ui.kit.screen import Screen

SHOWN_MS = 30_000
"""They are seen so long; others stand in the queue behind."""
LOOK_MS = 200
"""How often it is looked whether somebody else is chosen meanwhile."""

Answer = Callable[["WholeRow"], None]
Ask = Callable[[Whose, str, Answer, Callable[[CounterError], None]], None]
"""Asks the services: for whom, for which matter, and who takes the answer or the refusal."""


class WholeNumbers(QObject):
    """Shows them in a strip above the screen; they go after thirty seconds, with the person, and under the lock."""

    def __init__(self, parent: QWidget, seen: Callable[[], Screen | None], ask: Ask | None) -> None:
        super().__init__(parent)
        self.strip = Strip("whole_numbers", parent)
        self._seen, self._ask = seen, ask
        self._asked: Whose | None = None
        self._row: WholeRow | None = None
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.setInterval(SHOWN_MS)
        self._over.timeout.connect(self.hide)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._still_chosen)
        self.strip.dismissed.connect(self.hide)

    @property
    def shown(self) -> bool:
        """Whether they are seen."""
        return bool(self.strip.words())

    def toggle(self) -> None:
        """Show the whole numbers of whoever is chosen, after it is written down; hide them where they are shown."""
        if self.shown:
            self.hide()
            return
        screen = self._seen()
        if screen is None or self._ask is None:
            return
        chosen = whose(screen)
        if chosen is None:
            self._say(None)
            self._over.start()
            return
        self._asked = chosen
        self._ask(chosen, screen.presenter.matter(), self._show, self._refused)

    def hide(self) -> None:
        """Take them away; an answer that is still under way is not shown any more."""
        self._asked = self._row = None
        self._over.stop()
        self._look.stop()
        self.strip.say("")

    def say_again(self) -> None:
        """Say what is shown in the present language; it goes when it would have gone."""
        if self.shown:
            self._say(self._row)

    def _show(self, row: WholeRow) -> None:
        if self._asked is None or not self._chosen():
            self.hide()
            return
        self._row = row
        self._say(row)
        self._over.start()
        self._look.start()

    def _say(self, row: WholeRow | None) -> None:
        if row is None:
            self.strip.say(text("kit", "先选中一个人，再按 Ctrl+F11 显示完整号码。"), "info")
            return
        parts = (
            (text("kit", "证件号码"), row.id_number),
            (text("kit", "电话"), row.phone),
            (text("kit", "现住"), row.address),
            (text("kit", "户口所在地"), row.hukou),
        )
        words = "　".join(f"{name} {value}" for name, value in parts if value)
        self.strip.say(
            text("kit", "{name}：{words}（30秒后隐去，已留痕）").format(name=row.name, words=words), "info"
        )

    def _refused(self, error: CounterError) -> None:
        from desktop.ui.kit.messages import tell  # for start-up time: seldom

        self.hide()
        parent = self.parent()
        if isinstance(parent, QWidget):
            tell(parent, error)

    def _still_chosen(self) -> None:
        if not self._chosen():
            self.hide()

    def _chosen(self) -> bool:
        screen = self._seen()
        return screen is not None and whose(screen) == self._asked
