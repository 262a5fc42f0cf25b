"""How the program speaks to the clerk: banners, a line of confirmation, and our own bugs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.domain.errors import BadInput, CounterError, EnvironmentTrouble
from desktop.ui.icons import Icon, icon
from desktop.ui.kit.button import Button
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.faults import ProgramFault
from desktop.ui.kit.restyle import restyle
from desktop.ui.kit.text import sentence_text, text


class Strip(QFrame):
    """A line across the screen with an icon and words, hidden while there is nothing to say.

    `kind` is "info", "good", "warning" or "problem": told by icon and words too, never by colour alone.
    """

    dismissed = Signal()
    moves = Signal()
    """It is about to be seen, or to go: what stands below moves."""

    def __init__(self, name: str, parent: QWidget, *, closable: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "banner")
        self._icon = Icon("info")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setObjectName(f"{name}_words")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = Button()
        self._close.setIcon(icon("close"))
        self._close.setObjectName(f"{name}_close")
        self._close.setAccessibleName(text("kit", "关闭提示"))
        self._close.setProperty("role", "icon")
        if not closable:
            self._close.hide()
        self._close.clicked.connect(self.clear)
        self._close.clicked.connect(self.dismissed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        self._size()
        self.hide()

    def say(self, words: str, kind: str = "info") -> None:
        """Show these words; "" hides the line."""
        if not words:
            self.clear()
            return
        if self.isHidden():
            self.moves.emit()
        self._words.setText(words)
        self.setAccessibleName(words)
        self._close.setAccessibleName(text("kit", "关闭提示"))  # the language may be another one by now
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self._icon.become(kind)
            restyle(self)
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the cross as large as the letters are."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._size()

    def _size(self) -> None:
        side = self.fontMetrics().height()
        self._close.setIconSize(QSize(side, side))

    def words(self) -> str:
        """What is being said; "" while hidden."""
        return "" if self.isHidden() else self._words.text()

    def clear(self) -> None:
        """Say nothing."""
        if not self.isHidden():
            self.moves.emit()
            self.hide()


class Notice(Strip):
    """One inline line that something went well; it stays until the next deed or until it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("notice", parent)

    def good(self, words: str) -> None:
        """Say that it is done."""
        self.say(words, "good")


class Banner(Strip):
    """Trouble with the environment: what, since when, what still works, what to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("banner", parent, closable=False)
        self._told: tuple[CounterError | None, str] = (None, "")

    def trouble(self, error: CounterError | None, since: str = "") -> None:
        """Show a trouble with the local time it began ("14:03"); None when it is over."""
        self._told = (error, since)
        if error is None:
            self.clear()
            return
        words = sentence_text(error.message)
        begun = text("kit", "自 {since} 起").format(since=since) if since else ""
        self.say(f"{begun}　{words}" if begun else words, "warning")

    def say_again(self) -> None:
        """Say what stands here in the present language."""
        self.trouble(*self._told)


class FaultNotice(Dialog):
    """Our own bug: an apology with the reference number, which can be copied; the form is kept."""

    def __init__(self, parent: QWidget, error: ProgramFault) -> None:
        super().__init__(parent, text("kit", "程序出了问题"), "problem")
        self.setObjectName("fault_notice")
        self.say(sentence_text(error.message))
        number = QLabel(error.reference)
        number.setProperty("role", "number")
        number.setObjectName("fault_reference")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(number)
        self.add_button("close", text("kit", "继续"))
        copy = self.add_button("copy_reference", text("kit", "复制编号"), closes=False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(error.reference))


def tell(parent: QWidget, error: CounterError, line: Strip | None = None) -> None:
    """Tell an error in the way its kind deserves.

    A bug opens a `FaultNotice`; everything else goes to `line` (a `Strip` of the screen) if given, else
    into a dialog. Field problems belong to `Form.show_problems`; this is for what concerns no field.
    """
    words = sentence_text(error.message)
    if isinstance(error, ProgramFault):
        FaultNotice(parent, error).open()
    elif line is not None:
        line.say(words, "warning" if isinstance(error, EnvironmentTrouble) else "problem")
    else:
        kind = "problem" if isinstance(error, BadInput) else "warning"
        dialog = Dialog(parent, text("kit", "请注意"), kind)
        dialog.say(words)
        dialog.add_button("close", text("kit", "知道了"))
        dialog.open()
