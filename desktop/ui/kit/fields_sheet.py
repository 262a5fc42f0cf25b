"""A sheet of a few fields over a screen: handed in as typed, open until they are taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.domain.errors import BadInput, CounterError
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import Field
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import Slices

FEW = 3
"""More fields than these stand in two columns, so that the sheet fits the window at 200 %."""
Then = Callable[[dict[str, str]], None]


class FieldsSheet(Dialog):
    """Some fields, handed in as typed; stays open until they are taken.

    It opens by itself once it is built, a part a turn.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        words: str,
        fields: Sequence[Callable[[], Field]],
        name: str,
        yes: str,
        then: Then,
        above: Sequence[Callable[[Dialog], None]] = (),
    ) -> None:
        """`above` add what stands between the words and the fields, a turn each."""
        super().__init__(parent, title)
        self.setObjectName(f"{name}_sheet")
        self._fields: dict[str, Field] = {}
        self._then, self._name, self._yes = then, name, yes
        self._columns = 2 if len(fields) > FEW or above else 1
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        adding = [partial(self._add, make) for make in fields]
        last = [self._add_buttons, self.ensurePolished, self.open]
        parts = [partial(part, self) for part in above]
        Slices(self, [partial(self._add_head, words), *parts, self._add_grid, *adding, *last])

    def _add_head(self, words: str) -> None:
        self.say(words)
        self._strip = Strip("sheet_problem", self, closable=False)
        self.body.addWidget(self._strip)

    def _add_grid(self) -> None:
        self.body.addLayout(self._grid)

    def _add(self, make: Callable[[], Field]) -> None:
        at, field = len(self._fields), make()
        self._fields[field.name] = field
        self._grid.addWidget(field, at // self._columns, at % self._columns)
        field.ensurePolished()
        field.watch_keys(partial(self._go_on, at))

    def _add_buttons(self) -> None:
        self.add_button("cancel", text("kit", "取消"))
        button = self.add_button(self._name, self._yes, "primary", closes=False)
        button.clicked.connect(self._hand_in)
        next(field for field in self._fields.values() if not field.held).box.setFocus()

    def field(self, name: str) -> Field:
        """A field by its name. Raises KeyError."""
        return self._fields[name]

    def wait(self, busy: bool) -> None:
        """Let nothing be handed in twice."""
        button = self.findChild(QPushButton, self._name)
        if isinstance(button, QPushButton):
            button.setEnabled(not busy)

    def wrong(self, error: CounterError) -> None:
        """Say what is wrong, at its field if it has one."""
        field = self._fields.get(error.field) if isinstance(error, BadInput) else None
        if field is None:
            tell(self, error, self._strip)
            return
        field.show_problem(sentence_text(error.message))
        field.box.setFocus()

    def _go_on(self, at: int, event: QEvent) -> bool:
        """Enter goes to the next field; in the last one, or with Ctrl, it hands in."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        boxes = [field.box for field in self._fields.values()]
        if at + 1 < len(boxes) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            boxes[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._hand_in()
        return True

    def _hand_in(self) -> None:
        self._strip.clear()
        for field in self._fields.values():
            field.show_problem("")
        self._then({name: field.value() for name, field in self._fields.items()})
