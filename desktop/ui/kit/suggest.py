"""A field that chooses from a long list, which is asked for while the clerk types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView

from desktop.ui.kit.fields import Field
from desktop.ui.kit.inputs import ChineseInput
from desktop.ui.kit.text import text


@dataclass(frozen=True, slots=True)
class Offer:
    """One of many: the code kept, the label shown in the line, the detail beside it in the list."""

    code: str
    label: str
    detail: str = ""


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
