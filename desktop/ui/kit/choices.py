"""A field that chooses from a short list by typing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QElapsedTimer, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from desktop.ui import icons
from desktop.ui.kit.fields import Field
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.restyle import restyle
from desktop.ui.kit.text import text

PAUSE = 900
"""After so many milliseconds without a key, typing in a choice starts afresh."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of few: the code kept, the label shown in the screen's language, further keys it answers to."""

    code: str
    label: str
    keys: str = ""


class ChoiceInput(QComboBox):
    """A combo box that is chosen from by typing a code, pinyin initials or the label's first characters.

    The popup is not needed; the wheel does nothing unless the focus is here. Words that are too long for the box
    end in three dots, and its tool tip has them whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._keys: list[tuple[str, ...]] = []
        self._typed, self._since = "", QElapsedTimer()
        self._held = False
        self._tip = self._cut = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(16)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def offer(self, options: Iterable[Option]) -> None:
        """Offer these; what is chosen stays chosen when it is still among them."""
        code = self.currentData()
        self.blockSignals(True)
        self.clear()
        self._options, self._keys = tuple(options), []
        for each in self._options:
            self.addItem(each.label, each.code)
        self.setCurrentIndex(self.findData(code))
        self.blockSignals(False)

    def hold(self, held: bool) -> None:
        """Let nobody choose anything else, or let them again."""
        self._held = held
        self.setProperty("held", held)

    def showPopup(self) -> None:
        """Show the list, unless the choice is held."""
        if not self._held:
            super().showPopup()

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        """No input method here: letters are pinyin initials."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by typing; Backspace takes the last key back, Delete empties the choice."""
        letter = event.text()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if self._held:
            event.ignore()
        elif event.key() == Qt.Key.Key_Delete:
            self._choose(-1)
        elif event.key() == Qt.Key.Key_Backspace:
            self._typed = self._typed[:-1]
        elif plain and letter and letter.isprintable() and not letter.isspace():
            self._type(letter.lower())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form, not the choice, unless the clerk is here."""
        if self.hasFocus() and not self._held:
            super().wheelEvent(event)
        else:
            event.ignore()

    def setToolTip(self, words: str) -> None:
        """Say this; below what the box shows, while that is cut short."""
        self._tip = words
        super().setToolTip("\n".join(part for part in (self._cut, words) if part))

    def shown(self) -> str:
        """What is chosen, as much of it as there is room for: not cut off in the middle of a character."""
        words, metrics = self.currentText(), self.fontMetrics()
        if metrics.horizontalAdvance(words) < self.width() - 3 * self.height():
            return words  # it fits surely: the style need not be asked
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame and text as usual, and a plain chevron."""
        shown = self.shown()
        self._tell_whole(shown)
        if self._cut:
            whole = QStylePainter(self)
            option: Any = QStyleOptionComboBox()
            self.initStyleOption(option)
            option.currentText = shown
            whole.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
            whole.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
            whole.end()
        else:
            super().paintEvent(event)
        painter = QPainter(self)
        side = round(self.fontMetrics().height() * 0.8)
        room = QRect(self.width() - side - 8, (self.height() - side) // 2, side, side)
        icons.draw(painter, "down", room, QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))

    def _tell_whole(self, shown: str) -> None:
        words = self.currentText()
        cut = words if shown != words else ""
        if cut != self._cut:
            self._cut = cut
            self.setToolTip(self._tip)

    def _type(self, letter: str) -> None:
        if not self._since.isValid() or self._since.elapsed() > PAUSE:
            self._typed = ""
        self._since.start()
        for typed in (self._typed + letter, letter):
            found = self._find(typed)
            if found >= 0:
                self._typed = typed
                self._choose(found)
                return

    def _find(self, typed: str) -> int:
        if not self._keys:  # not before somebody types: the initials of a long list take 5 ms
            self._keys = [
                (each.code.lower(), initials(each.label), *each.keys.lower().split(), each.label.lower())
                for each in self._options
            ]
        count, start = len(self._keys), self.currentIndex()
        # one letter again and again walks through all that begin with it
        order = (
            [(start + 1 + step) % count for step in range(count)]
            if len(typed) == 1 and count
            else range(count)
        )
        for exact in (True, False):
            for row in order:
                if any(key == typed if exact else key.startswith(typed) for key in self._keys[row]):
                    return row
        return -1

    def _choose(self, row: int) -> None:
        if row != self.currentIndex():
            self.setCurrentIndex(row)
            self.activated.emit(row)


class Choice(Field):
    """One of a short list; `value` is its code, "" while nothing is chosen."""

    box: ChoiceInput

    def __init__(
        self,
        name: str,
        label: str,
        options: Iterable[Option] = (),
        hint: str = "",
        *,
        required: bool = False,
        value: str = "",
    ) -> None:
        box = ChoiceInput()
        super().__init__(name, label, box, hint or text("fields", "可键入代码或拼音首字母选择"), required)
        box.offer(options)
        box.setCurrentIndex(box.findData(value) if value else -1)
        box.activated.connect(self._by_hand)

    def offer(self, options: Iterable[Option]) -> None:
        """Offer other options."""
        self.box.offer(options)

    def _be_held(self, held: bool) -> None:
        self.box.hold(held)
        restyle(self.box)

    def value(self) -> str:
        """The chosen code."""
        return str(self.box.currentData() or "")

    def set_value(self, value: str) -> None:
        """Choose a code; an unknown one leaves nothing chosen."""
        self.box.setCurrentIndex(self.box.findData(value) if value else -1)
