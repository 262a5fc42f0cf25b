"""Fields that choose: from a short list by typing, and from a long one by asking as the clerk types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from desktop.ui import icons
from desktop.ui.kit.fields import Field, restyle
from desktop.ui.kit.inputs import ChineseInput
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.text import text

PAUSE = 900
"""After so many milliseconds without a key, typing in a choice starts afresh."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of few: the code kept, the label shown in the screen's language, further keys it answers to."""

    code: str
    label: str
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """One of many: the code kept, the label shown in the line, the detail beside it in the list."""

    code: str
    label: str
    detail: str = ""


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


class Suggest(Field):
    """One of many, found while typing: `asked(text)` goes out, `offer(rows)` comes back when it comes.

    `value` is the code of the offer picked, "" as long as the text is only text (a rule for `Suggest` is
    then "pick one from the list"); with `free` the text itself is the value. Down and Up move through the
    offers, Enter or Tab takes the one marked, Esc closes the list and keeps the text. `picked(offer)` tells.
    """

    asked = Signal(str)
    picked = Signal(object)
    box: QLineEdit
    _list: QListView | None = None

    def __init__(
        self, name: str, label: str, hint: str = "", *, required: bool = False, free: bool = False
    ) -> None:
        super().__init__(name, label, ChineseInput(), hint, required)
        self._free = free
        self._offers: tuple[Offer, ...] = ()
        self._stale, self._waits = False, 0
        self.box.textEdited.connect(self._ask)
        self.box.setPlaceholderText("" if free else text("fields", "名称、拼音或代码"))

    def value(self) -> str:
        """The code picked, or the text where free text will do."""
        return self.box.text().strip() if self._free else str(self.box.property("code") or "")

    def set_value(self, value: str) -> None:
        """Set the text of a free field, or a code whose label is not known (better `set_chosen`)."""
        self.set_chosen("" if self._free else value, value)

    def set_chosen(self, code: str, label: str) -> None:
        """Show a choice already made; emits nothing."""
        self.box.setProperty("code", code or None)
        self.box.setText(label)
        self._close()

    def text(self) -> str:
        """What stands in the line, picked or not."""
        return self.box.text()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show what fits the text; an empty sequence closes the list."""
        self._offers, self._stale = tuple(offers), False
        waits, self._waits = self._waits, 0
        if waits and self.box.hasFocus():
            self._pick(0)
            self._close()
            if waits == Qt.Key.Key_Tab:
                self.focusNextPrevChild(True)
            return
        if not offers or not self.box.hasFocus():
            self._close()
            return
        shown = self._open()
        model = shown.model()
        if isinstance(model, QStringListModel):
            model.setStringList(
                [f"{each.label}　{each.detail}" if each.detail else each.label for each in offers]
            )
        shown.setCurrentIndex(model.index(0, 0))
        self._place(shown)

    def take(self, event: QEvent) -> bool:
        """The arrows, Enter, Tab and Esc work in the list while it is open; leaving the field closes it."""
        if self._list is not None and self._list.isVisible():
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
                return True
            if event.type() == QEvent.Type.FocusOut:
                self._close()
        return super().take(event)

    def _key(self, event: QKeyEvent) -> bool:
        key, shown = event.key(), self._open()
        row = shown.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            shown.setCurrentIndex(shown.model().index((row + step) % len(self._offers), 0))
            return True
        if self._stale and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            return self._wait(key)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(row)
            return True
        if key == Qt.Key.Key_Tab:
            self._pick(row)
            return False
        if key == Qt.Key.Key_Escape:
            self._close()
            return True
        return False

    def _wait(self, key: int) -> bool:
        """What is listed fits an older text: take the first of the new ones when they are there.

        Pressed a second time the key does without: whoever should answer may be in trouble.
        """
        again, self._waits = bool(self._waits), key
        if again:
            self._close()
        return not again

    def _ask(self, typed: str) -> None:
        self._stale, self._waits = True, 0
        self.box.setProperty("code", None)
        self._changed()
        if typed.strip():
            self.asked.emit(typed.strip())
        else:
            self.offer(())

    def _clicked(self, index: QModelIndex) -> None:
        self._pick(index.row())

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self._offers):
            offer = self._offers[row]
            self.set_chosen(offer.code, offer.label)
            self._changed()
            self.picked.emit(offer)

    def _open(self) -> QListView:
        if self._list is None:
            # a child of the window rather than a popup: the focus never leaves the line
            shown = QListView(self.window())
            shown.setObjectName("offers")
            shown.setAccessibleName(self._label_text)
            shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            shown.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            shown.setUniformItemSizes(True)
            shown.setModel(QStringListModel(shown))
            shown.clicked.connect(self._clicked)
            self.destroyed.connect(shown.deleteLater)
            self._list = shown
        return self._list

    def _place(self, shown: QListView) -> None:
        window = self.window()
        corner = self.box.mapTo(window, QPoint(0, self.box.height()))
        row = max(shown.sizeHintForRow(0), 1)
        height = row * min(len(self._offers), 10) + 4
        if corner.y() + height > window.height():  # no room below: open upwards
            corner.setY(max(0, self.box.mapTo(window, QPoint(0, 0)).y() - height))
        width = min(max(self.box.width(), shown.sizeHintForColumn(0) + 24), window.width() - corner.x())
        shown.setGeometry(QRect(corner.x(), corner.y(), width, height))
        shown.show()
        shown.raise_()

    def _close(self) -> None:
        self._waits = 0
        if self._list is not None:
            self._list.hide()
