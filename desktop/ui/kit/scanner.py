"""Tells a barcode scanner from a hand at the keyboard, so that a scan never lands in a field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

GAP = 50
"""Milliseconds between the keys of a scanner at most; hands are slower."""
SHORTEST = 6
"""Characters of a scan at least."""
PASSED = 2
"""So many quick keys go through before the rest is held back: a hand's double stroke is not delayed."""
PATIENCE = 400
"""After the prefix key: milliseconds without a key after which the capture ends."""
PREFIX = Qt.Key.Key_F9

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock)


def _own_time(event: QKeyEvent) -> int:
    """The time the window system gave the key: true even when the screen was late to read it."""
    return event.timestamp()


class Scanner(QObject):
    """Watches every key as it reaches a window, and emits `scanned(code)` instead of letting a scan through.

    A burst is at least six printable characters, at most 50 ms apart, ended by Enter. Its first two
    characters reach the field in focus like any other; from the third on keys are held, and when Enter
    proves the burst a scan, the field is put back as it was and the Enter goes nowhere. When no Enter
    comes, the held keys are handed on, about 50 ms late; never while other keys still wait to be looked at,
    for the screen may itself have been late. After the prefix key F9 everything up to Enter
    is a scan, whatever its speed, and input methods are kept out meanwhile.

    `clock` gives a key event's time in milliseconds (tests hand in their own); `late` is how long no further
    key may come before the held ones are handed on. Events sent straight to a
    widget, as `QTest.keyClicks(widget, …)` does, never pass here: they are a hand's.
    """

    scanned = Signal(str)

    def __init__(
        self,
        clock: Callable[[QKeyEvent], int] = _own_time,
        parent: QObject | None = None,
        late: int = GAP + 10,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._text, self._last = "", -10_000
        self._held: list[tuple[QWindow, QKeyEvent]] = []
        self._before: Callable[[], None] | None = None
        self._replaying = False
        self._swallowed: set[int] = set()
        self._sink: QWidget | None = None
        self._focus: QWidget | None = None
        self._surely = self._timer(0, self._give_back)
        self._release = self._timer(late, self._surely.start)
        self._end_capture = self._timer(PATIENCE, self._captured)

    def watch(self, application: QGuiApplication) -> None:
        """Begin to watch the program's windows: whichever has the keys.

        A filter on the whole application would cost every event of every widget a call into Python.
        """
        application.focusWindowChanged.connect(self._follow)
        self._follow(application.focusWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle keys where they enter, at the window, and never a second time at the widget."""
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) or not isinstance(watched, QWindow):
            return False
        if self._replaying or not isinstance(event, QKeyEvent):
            return False
        if kind == QEvent.Type.KeyRelease:
            return self._released(event)
        taken = self._capture(event) if self._sink is not None else self._press(watched, event)
        if taken:
            self._swallowed.add(event.key())
        return taken

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time does no harm

    def _press(self, window: QWindow, event: QKeyEvent) -> bool:
        now, key = self._clock(event), event.key()
        quick = 0 <= now - self._last <= GAP
        if key == PREFIX and not event.modifiers():
            self._give_back()
            self._begin_capture()
            return True
        if key in _SHIFTS:
            return False
        if key in _ENTER:
            return self._entered(quick)
        if not self._is_character(event):
            self._give_back()
            return False
        if not quick:
            self._give_back()
            self._before = _snapshot(QApplication.focusWidget())
        self._text += event.text()
        self._last = now
        if len(self._text) <= PASSED:
            return False
        self._held.append((window, _copy(event)))
        self._surely.stop()
        self._release.start()
        return True

    def _entered(self, quick: bool) -> bool:
        if not quick or len(self._text) < SHORTEST:
            self._give_back()
            return False
        code, put_back = self._text, self._before
        self._forget()
        if put_back is not None:
            put_back()
        self.scanned.emit(code)
        return True

    def _released(self, event: QKeyEvent) -> bool:
        if event.key() in self._swallowed and not event.isAutoRepeat():
            self._swallowed.discard(event.key())
            return True
        return False

    def _give_back(self) -> None:
        """It was a hand after all: let the held keys reach the field, in their order."""
        held = self._held
        self._forget()
        self._replaying = True
        try:
            for window, key in held:
                QCoreApplication.sendEvent(window, key)
        finally:
            self._replaying = False

    def _forget(self) -> None:
        self._release.stop()
        self._surely.stop()
        self._held, self._text, self._before, self._last = [], "", None, -10_000

    def _begin_capture(self) -> None:
        self._focus = QApplication.focusWidget()
        window = self._focus.window() if self._focus is not None else QApplication.activeWindow()
        # a plain widget takes no input method, so the keys come as they are even under a Chinese one
        self._sink = QWidget(window)
        self._sink.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sink.setGeometry(0, 0, 1, 1)
        if window is not None:
            self._sink.show()
            self._sink.setFocus(Qt.FocusReason.OtherFocusReason)
        self._end_capture.start()

    def _capture(self, event: QKeyEvent) -> bool:
        self._end_capture.start()
        if event.key() in _ENTER:
            self._captured()
        elif self._is_character(event):
            self._text += event.text()
        return True

    def _captured(self) -> None:
        """The capture is over, by Enter or by silence (a scanner set up without a suffix)."""
        self._end_capture.stop()
        code, sink, focus = self._text, self._sink, self._focus
        self._forget()
        self._sink = self._focus = None
        if sink is not None:
            if focus is not None and sink.hasFocus():
                focus.setFocus(Qt.FocusReason.OtherFocusReason)
            sink.hide()
            sink.deleteLater()
        if len(code) >= SHORTEST:
            self.scanned.emit(code)

    @staticmethod
    def _is_character(event: QKeyEvent) -> bool:
        others = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        letters = event.text()
        return len(letters) == 1 and letters.isprintable() and not event.modifiers() & others

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )


def _snapshot(widget: QWidget | None) -> Callable[[], None] | None:
    """How to put an input back as it is now; None where typing leaves nothing behind."""
    if isinstance(widget, QLineEdit):
        words, cursor = widget.text(), widget.cursorPosition()
        start, length = widget.selectionStart(), len(widget.selectedText())
        code = widget.property("code")

        def line_back() -> None:
            if not isValid(widget):
                return
            if widget.text() != words:
                widget.setText(words)
                widget.setProperty("code", code)
                widget.textEdited.emit(words)  # whoever followed the two letters follows them back
                widget.setProperty("code", code)
            widget.setCursorPosition(cursor)
            if length:
                forward = cursor != start
                widget.setSelection(start if forward else start + length, length if forward else -length)

        return line_back
    if isinstance(widget, QComboBox):
        row = widget.currentIndex()

        def choice_back() -> None:
            if isValid(widget) and widget.currentIndex() != row:
                widget.setCurrentIndex(row)
                widget.activated.emit(row)

        return choice_back
    if isinstance(widget, QPlainTextEdit):
        return _text_back(widget)
    return None


def _text_back(widget: QPlainTextEdit) -> Callable[[], None]:
    words, cursor = widget.toPlainText(), widget.textCursor()
    place, anchor = cursor.position(), cursor.anchor()

    def back() -> None:
        if not isValid(widget):
            return
        if widget.toPlainText() != words:
            widget.setPlainText(words)
        now = widget.textCursor()
        now.setPosition(anchor)
        now.setPosition(place, now.MoveMode.KeepAnchor)
        widget.setTextCursor(now)

    return back
