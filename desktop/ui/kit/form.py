"""A form: sections of fields in as many columns as fit, Enter goes on, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TypeVar
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.domain.errors import FieldProblem
from desktop.ui.kit.fields import Field
from desktop.ui.kit.leaving import tell_when_left
from desktop.ui.kit.text import sentence_text

AnyField = TypeVar("AnyField", bound=Field)
QUIET, LONGEST = 300, 500
"""`edited` comes so many milliseconds after the last key, and so many after the first at the latest."""
NARROWEST = 215
"""Width of a column in pixels at 100 % text size below which there is one column less."""


class Section(QFrame):
    """A titled card with fields in columns; fields may span several and wrap when there are fewer."""

    def __init__(self, title: str, columns: int) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._wanted, self._now = columns, columns
        self._placed: list[tuple[QWidget, int, bool]] = []
        self._at = (0, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 10)
        outer.setSpacing(8)
        if title:
            heading = QLabel(title)
            heading.setProperty("role", "heading")
            outer.addWidget(heading)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        for each in range(columns):
            self._grid.setColumnStretch(each, 1)
        outer.addLayout(self._grid)

    def place(self, widget: QWidget, span: int = 1, new_row: bool = False) -> None:
        """Add any widget as wide as `span` columns, at the start of a row if asked."""
        self._placed.append((widget, span, new_row))
        self._lay(widget, span, new_row)

    def clear(self) -> None:
        """Take everything out again, destroying it."""
        for widget, _, _ in self._placed:
            widget.hide()
            widget.deleteLater()
        self._placed, self._at = [], (0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrowest = NARROWEST * self.fontMetrics().height() / 20
        columns = max(1, min(self._wanted, int((self.width() - 32) / narrowest)))
        if columns == self._now:
            return
        self._now, self._at = columns, (0, 0)
        for each in range(self._wanted):
            self._grid.setColumnStretch(each, 1 if each < columns else 0)
        for placed in self._placed:
            self._lay(*placed)

    def _lay(self, widget: QWidget, span: int, new_row: bool) -> None:
        row, column = self._at
        span = min(span, self._now)
        if column and (new_row or column + span > self._now):
            row, column = row + 1, 0
        self._grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._at = (row, column + span)


class Form(QScrollArea):
    """The scroll area that holds a form's sections and knows its fields by name.

    `edited` comes 300 ms after the clerk stops typing, and at most 500 ms after the first key: save the
    draft then. `submitted` is Ctrl+Enter. Enter goes to the next field (in buttons it presses them); the
    field in focus is always scrolled into sight. With `enter_submits`, Enter in the last field hands in.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None, *, enter_submits: bool = False) -> None:
        super().__init__(parent)
        self._enter_submits = enter_submits
        self.setObjectName("form")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        self.setWidget(inner)
        self._fields: dict[str, Field] = {}
        _forms.add(self)
        self._quiet, self._longest = self._timer(QUIET), self._timer(LONGEST)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def section(self, title: str, columns: int = 3) -> Section:
        """Begin a card of fields with at most so many columns."""
        made = Section(title, columns)
        self._column.insertWidget(self._column.count() - 1, made)
        return made

    def place(self, widget: QWidget) -> None:
        """Put a widget of your own across the form, between the sections."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def add(self, section: Section, field: AnyField, span: int = 1, new_row: bool = False) -> AnyField:
        """Put a field into a section and give it back. Raises ValueError at a name used twice."""
        if field.name in self._fields:
            raise ValueError(f"field {field.name} is there already")
        self._fields[field.name] = field
        field.edited.connect(self._touched)
        field.watch_keys(partial(self._at_field, field))
        tell_when_left(field)
        section.place(field, span, new_row)
        return field

    def remove(self, name: str) -> None:
        """Forget a field and destroy it (a minor's line, say)."""
        field = self._fields.pop(name)
        field.hide()
        field.deleteLater()

    def field(self, name: str) -> Field:
        """A field by its name. Raises KeyError."""
        return self._fields[name]

    def names(self) -> tuple[str, ...]:
        """The names of all fields, in order."""
        return tuple(self._fields)

    def values(self) -> dict[str, str]:
        """What every field hands on, by name."""
        return {name: field.value() for name, field in self._fields.items()}

    def set_values(self, values: Mapping[str, str]) -> None:
        """Show values in the fields of these names; names without a field are passed over."""
        for name, value in values.items():
            if name in self._fields:
                self._fields[name].set_value(value)

    def show_problems(self, problems: Iterable[FieldProblem]) -> tuple[FieldProblem, ...]:
        """Say at each field what is wrong and go to the first; gives those that have no field here."""
        first: Field | None = None
        homeless: list[FieldProblem] = []
        said: dict[str, FieldProblem] = {}
        for problem in problems:
            if problem.field in self._fields:
                said.setdefault(problem.field, problem)
            else:
                homeless.append(problem)
        for name, field in self._fields.items():
            found = said.get(name)
            field.show_problem(sentence_text(found.message) if found else "")
            first = first or (field if found else None)
        if first is not None:
            self.go_to(first.name)
        return tuple(homeless)

    def go_to(self, name: str) -> None:
        """Put the focus into a field and bring it into sight."""
        field = self._fields[name]
        field.box.setFocus(Qt.FocusReason.OtherFocusReason)
        # a sentence just shown has made the field taller, which the layout learns in the next turn only
        QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field, 0, 12))

    def flush(self) -> None:
        """Emit a pending `edited` now: before a lock or a switch of language."""
        if self._quiet.isActive() or self._longest.isActive():
            self._settled()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, Ctrl+Enter hands in: for what stands in the form beside its fields."""
        if (  # the class is asked first: `type()` builds an enum member, for every event of every box
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._key(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _at_field(self, field: Field, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        return pressed and self._key(field.box, event)

    def _key(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        last = self._enter_submits and watched is list(self._fields.values())[-1].box
        if last or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.flush()
            self.submitted.emit()
            return True
        if isinstance(watched, QPlainTextEdit | QPushButton):
            return False
        self.focusNextPrevChild(True)
        return True

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self._settled)
        return timer

    def _touched(self) -> None:
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def _settled(self) -> None:
        self._quiet.stop()
        self._longest.stop()
        self.edited.emit()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.widget() is not None and self.widget().isAncestorOf(now):
            around = now.parentWidget()
            self.ensureWidgetVisible(around if isinstance(around, Field) else now, 0, 24)


_forms: WeakSet[Form] = WeakSet()


def forms_in(window: QWidget) -> list[Form]:
    """The forms of a window: looking through all its widgets for them would take 3 ms."""
    return [each for each in _forms if isValid(each) and each.window() is window]
