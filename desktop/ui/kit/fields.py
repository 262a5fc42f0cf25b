"""The fields a form is made of: label, input, and one line below for the rule or what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.ui.kit.dates import iso_date, weekday
from desktop.ui.kit.inputs import ChineseInput, DateInput, NumberInput
from desktop.ui.kit.restyle import restyle
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.ui.icons import Icon


class Field(QWidget):
    """A label, its input and a line below. Subclasses give the input.

    `name` is the domain's field name and becomes the input's objectName; `label` and `hint` are in the
    screen's language; the hint is the field's rule, shown while the focus is here and read aloud. What
    was typed is never changed or thrown away because it is wrong. `edited` follows every change by hand.
    """

    edited = Signal()

    def __init__(self, name: str, label: str, box: QWidget, hint: str = "", required: bool = False) -> None:
        super().__init__()
        self.name, self.box, self._label_text = name, box, label
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setAccessibleDescription(hint)
        box.installEventFilter(self)
        self._hint, self._problem, self._advice, self._held = hint, "", "", ""
        self._before: list[Callable[[QEvent], bool]] = []
        self._after: list[Callable[[QEvent], bool]] = []
        self.label = QLabel(f"{label} *" if required and label else label)
        self.label.setProperty("role", "label")
        self.label.setBuddy(box)
        if not label:
            self.label.hide()
        self._mark: Icon | None = None  # few fields are ever wrong
        self._below = QLabel(" ")
        self._below.setProperty("role", "hint")
        self._below.setWordWrap(True)
        self._below.setObjectName(f"{name}_line")
        self._line_below = QHBoxLayout()
        self._line_below.setSpacing(4)
        self._line_below.addWidget(self._below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.label)
        column.addWidget(box)
        column.addLayout(self._line_below)
        column.addStretch(1)
        self.setFocusProxy(box)

    def value(self) -> str:
        """What the form hands on: the text typed, or the code chosen."""
        raise TypeError(f"{type(self).__name__} has no value")

    def set_value(self, value: str) -> None:
        """Show a value; emits no `edited`."""
        raise TypeError(f"{type(self).__name__} has no value")

    @property
    def problem(self) -> str:
        """The sentence now shown as wrong, or ""."""
        return self._problem

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, in red, with a mark and in words; "" takes it back."""
        self._problem = sentence
        wrong = bool(sentence)
        if bool(self.box.property("wrong")) != wrong:
            self.box.setProperty("wrong", wrong)
            restyle(self.box)
        self.box.setAccessibleDescription(sentence or self._held or self._hint)
        self._show_line()

    def show_advice(self, sentence: str) -> None:
        """Say something that is worth a look but no hindrance (a doubtful region, say); "" takes it back."""
        self._advice = sentence
        self._show_line()

    def set_hint(self, hint: str) -> None:
        """State another rule."""
        self._hint = hint
        self._show_line()

    @property
    def held(self) -> bool:
        """Whether what stands here cannot be typed over."""
        return bool(self._held)

    def hold(self, words: str) -> None:
        """Let nobody type over what stands here; `words` say why, and what leads on. "" lets go again."""
        if words != self._held:
            self._held = words
            self._be_held(bool(words))
            self.box.setAccessibleDescription(self._problem or words or self._hint)
            self._show_line()

    def _be_held(self, held: bool) -> None:
        if isinstance(self.box, QLineEdit | QPlainTextEdit):
            self.box.setReadOnly(held)

    def watch_keys(self, watcher: Callable[[QEvent], bool], *, first: bool = False) -> None:
        """Have `watcher` see the keys and the focus of the input, before the field itself or after it.

        It says whether it has taken the event. No second event filter on the input for this: each costs a
        call into Python for every event of the input, and a form's inputs get thousands.
        """
        if first:
            self._before.insert(0, watcher)
        else:
            self._after.append(watcher)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and focus, to whoever watches them, in their order."""
        if not isinstance(event, QKeyEvent | QFocusEvent):
            return False
        return (
            any(take(event) for take in self._before)
            or self.take(event)
            or any(take(event) for take in self._after)
        )

    def take(self, event: QEvent) -> bool:
        """The rule shows while the input has the focus; Ctrl+K is the window's, not "delete to the end"."""
        if isinstance(event, QFocusEvent):
            QTimer.singleShot(0, self, self._show_line)
        elif (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _is_search(event)
        ):
            event.ignore()
            return True
        return False

    def _show_line(self) -> None:
        words, role = self._line()
        if self._below.text() != (words or " "):
            self._below.setText(words or " ")
        if self._below.property("role") != role:
            self._below.setProperty("role", role)
            restyle(self._below)
        if role != "hint":
            self._show_mark("problem" if role == "problem" else "warning")
        elif self._mark is not None:
            self._mark.hide()

    def _show_mark(self, kind: str) -> None:
        if self._mark is None:
            from desktop.ui.icons import Icon  # for start-up time: nothing is wrong yet

            self._mark = Icon(kind, self)
            self._line_below.insertWidget(0, self._mark, 0, Qt.AlignmentFlag.AlignTop)
        elif self._mark.property("kind") != kind:
            self._mark.become(kind)
        self._mark.show()

    def _line(self) -> tuple[str, str]:
        if self._problem:
            return self._problem, "problem"
        if self._advice:
            return self._advice, "warning"
        return (self._held or self._hint if self.box.hasFocus() else self._resting()), "hint"

    def _resting(self) -> str:
        """What the line says while the focus is elsewhere."""
        return ""

    def _by_hand(self, _what: object) -> None:
        # a method, since a lambda on a child's signal would keep a field without a parent alive just until
        # the child's end, and end it in the midst of that
        self._changed()

    def _changed(self) -> None:
        if self._problem:
            self.show_problem("")
        self.edited.emit()


class _LineField(Field):
    """A field with a line of text."""

    box: QLineEdit

    def __init__(
        self, name: str, label: str, line: QLineEdit, hint: str = "", required: bool = False, most: int = 0
    ) -> None:
        super().__init__(name, label, line, hint, required)
        if most:
            line.setMaxLength(most)
        line.textEdited.connect(self._by_hand)

    def value(self) -> str:
        """The text, without space around it."""
        return self.box.text().strip()

    def set_value(self, value: str) -> None:
        """Show this text."""
        self.box.setText(value)
        self.box.setCursorPosition(len(value))
        self._show_line()


class NumberField(_LineField):
    """ID numbers, codes, phone numbers: keeps input methods out, so that a scan arrives whole; x becomes X.

    With `upper` False letters stay as typed (sign-in names).
    """

    def __init__(
        self,
        name: str,
        label: str,
        hint: str = "",
        *,
        required: bool = False,
        most: int = 40,
        upper: bool = True,
    ) -> None:
        super().__init__(name, label, NumberInput(upper=upper), hint, required, most)


class ChineseField(_LineField):
    """Names, addresses, remarks: ordinary text, input method and all."""

    def __init__(
        self, name: str, label: str, hint: str = "", *, required: bool = False, most: int = 200
    ) -> None:
        super().__init__(name, label, ChineseInput(), hint, required, most)


class SecretField(_LineField):
    """A password: dots, never kept in a draft, never trimmed, and a warning while Caps Lock is on."""

    def __init__(self, name: str, label: str, hint: str = "", *, required: bool = False) -> None:
        line = NumberInput(upper=False)
        super().__init__(name, label, line, hint, required, 128)
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.caps_lock.connect(self._warn)

    def value(self) -> str:
        """The password as typed."""
        return self.box.text()

    def _warn(self, on: bool) -> None:
        self.show_advice(text("fields", "大写锁定已打开") if on else "")


class DateField(_LineField):
    """A day, as text: 2026-11-21, 20261121 or 2026年11月21日; rests as 2026-11-21 with the weekday below.

    Up and Down move by a day. `value` is ISO when it can be read as a day, else what was typed.
    """

    def __init__(self, name: str, label: str, hint: str = "", *, required: bool = False) -> None:
        rule = hint or text("fields", "年月日，如 20260131")
        line = DateInput()
        super().__init__(name, label, line, rule, required, 20)
        line.editingFinished.connect(self._settle)
        line.stepped.connect(self._changed)
        line.textChanged.connect(self._tell_weekday)

    def value(self) -> str:
        """The day in ISO form, or the text as typed when it is no day."""
        return iso_date(self.box.text()) or self.box.text().strip()

    def set_value(self, value: str) -> None:
        """Show a day given in ISO form, or any text."""
        super().set_value(iso_date(value) or value)

    def _settle(self) -> None:
        iso = iso_date(self.box.text())
        if iso and iso != self.box.text():
            self.box.setText(iso)
        self._show_line()

    def _resting(self) -> str:
        return weekday(self.box.text())

    def _tell_weekday(self, _typed: str) -> None:
        if not self.box.hasFocus():  # put there by a draft that comes back, or by a switch of language
            self._show_line()


class TextField(Field):
    """Several lines of text."""

    box: QPlainTextEdit

    def __init__(
        self, name: str, label: str, hint: str = "", *, required: bool = False, lines: int = 3
    ) -> None:
        box = QPlainTextEdit()
        super().__init__(name, label, box, hint, required)
        box.setTabChangesFocus(True)
        box.setFixedHeight(round(box.fontMetrics().lineSpacing() * lines + 18))
        self._quiet = False
        box.textChanged.connect(self._noticed)

    def value(self) -> str:
        """The text, without space around it."""
        return self.box.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Show this text."""
        self._quiet = True
        self.box.setPlainText(value)
        self._quiet = False

    def _noticed(self) -> None:
        if not self._quiet:
            self._changed()


class TickField(Field):
    """Yes or no; `value` is "yes" or ""."""

    box: QCheckBox

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        box = QCheckBox(label)
        super().__init__(name, "", box, hint)
        box.setAccessibleName(label)
        box.clicked.connect(self._by_hand)

    def value(self) -> str:
        """ "yes" when ticked."""
        return "yes" if self.box.isChecked() else ""

    def set_value(self, value: str) -> None:
        """Tick for any text but "" and "no"."""
        self.box.setChecked(value not in ("", "no"))


def _is_search(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
