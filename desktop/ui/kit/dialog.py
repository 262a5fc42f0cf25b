"""Questions asked over a screen: keyboard first, and safe from a scanner's Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.icons import Icon
from desktop.ui.kit.button import Button
from desktop.ui.kit.text import text

COVERED, HELD_BACK = "covered", "held_back"
"""Properties: of what the lock covers, and of a sheet over it that was opened meanwhile."""
READ = 1_000
"""For so many milliseconds a dialog that shows something once is open at least: no key pressed ahead closes it."""
GUARD = 150
"""For so many milliseconds after opening, Enter and Space do nothing: it may be a scanner's."""


class Dialog(QDialog):
    """A modal sheet over its parent; `open()` it, never `exec()`: nothing waits in a second event loop.

    Add widgets to `self.body`, then buttons with `add_button`. The first button is the harmless one and has
    the focus; Esc is the same as closing. It destroys itself when closed.
    """

    shows_once = False
    """What it shows is never seen again: Esc does not close it, nor does a key in its first second."""

    answered = Signal(str)
    """The name of the button pressed; "" for Esc."""

    def __init__(self, parent: QWidget, title: str, kind: str = "info") -> None:
        super().__init__(parent)
        self.setObjectName("dialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._opened = QElapsedTimer()
        self._answer = ""
        self._hugs = True
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(Icon(kind))
        top.addWidget(heading, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addLayout(top)
        column.addLayout(self.body)
        column.addLayout(self._buttons)
        self.finished.connect(lambda _: self.answered.emit(self._answer))
        self._widest = parent.window().width() - 48 if parent is not None else 10_000
        self.be_wide(48)

    def be_wide(self, characters: int) -> None:
        """Have room for a line of so many characters, but stay inside the window."""
        self.setMinimumWidth(min(self.fontMetrics().averageCharWidth() * characters, self._widest))

    def say(self, words: str) -> QLabel:
        """Add a paragraph."""
        label = QLabel(words)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(label)
        return label

    def add_button(self, name: str, label: str, role: str = "plain", *, closes: bool = True) -> QPushButton:
        """Add a button; pressing it closes with `answered(name)` (or only emits `clicked`)."""
        button = Button(label)
        button.setObjectName(name)
        button.setAccessibleName(label)
        button.setProperty("role", role)
        button.setAutoDefault(False)
        button.installEventFilter(self)
        if closes:
            button.clicked.connect(lambda: self._close_with(name))
        if self._buttons.count() == 1:
            button.setFocus()
        self._buttons.addWidget(button)
        return button

    def setVisible(self, visible: bool) -> None:
        """Under the lock a sheet over what is covered stays unseen: the curtain shows it when the lock goes.

        An answer that comes late opens one at any time; it would stand over the lock with names in it, and
        whoever came by could press its buttons.
        """
        held = visible and is_covered(self)
        self.setProperty(HELD_BACK, held)
        if not held:
            super().setVisible(visible)

    def showEvent(self, event: object) -> None:
        """The guard begins when the dialog is seen; it is as high as its words need at their width, no higher."""
        self._opened.start()
        if self._hugs:
            self.resize(self.width(), self._needed())
        super().showEvent(event)  # type: ignore[arg-type]

    def event(self, event: QEvent) -> bool:
        """Grow when more has to be said, such as what is wrong with a field."""
        if event.type() == QEvent.Type.LayoutRequest and self._hugs and self.isVisible():
            self.resize(self.width(), max(self.height(), self._needed()))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line around the sheet: not every desktop draws a frame, and a sheet looks like what is behind it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @property
    def _guard(self) -> int:
        return READ if self.shows_once else GUARD

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses no button but the one in focus; the arrows go from button to button."""
        if event.key() == Qt.Key.Key_Escape and self.shows_once:
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter presses the button in focus, but not in the first moment."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            pressing = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            if pressing and (event.isAutoRepeat() or self._opened.elapsed() < self._guard):
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, QPushButton):
                watched.click()
                return True
            if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
                return True
        return super().eventFilter(watched, event)

    def _needed(self) -> int:
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return self.sizeHint().height()
        return layout.totalHeightForWidth(self.width())

    def _close_with(self, name: str) -> None:
        self._answer = name
        self.accept()


def is_covered(sheet: QWidget) -> bool:
    """Whether a sheet belongs to what the lock covers, be it over another sheet."""
    above = sheet.parentWidget()
    while above is not None and not above.property(COVERED):
        above = above.parentWidget()
    return above is not None


def ask(
    parent: QWidget,
    title: str,
    words: str,
    *,
    name: str,
    yes: str,
    then: Callable[[], object],
    no: str = "",
    danger: bool = False,
    otherwise: Callable[[], object] | None = None,
) -> Dialog:
    """Ask before something that matters; `then` is called on yes, `otherwise` on no and Esc.

    The button in focus is the harmless one. `name` is the action's name: the yes button's objectName; the
    other is called "cancel".
    """
    dialog = Dialog(parent, title, "warning" if danger else "info")
    dialog.say(words)
    dialog.add_button("cancel", no or text("kit", "取消"))
    dialog.add_button(name, yes, "danger" if danger else "primary")

    def answered(button: str) -> None:
        if button == name:
            then()
        elif otherwise is not None:
            otherwise()

    dialog.answered.connect(answered)
    dialog.open()
    return dialog
