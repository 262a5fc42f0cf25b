"""What will be refused is told when its field is left, and never while it is still being typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent

from desktop.ui.kit.fields import DateField, Field
from desktop.ui.kit.text import sentence_text

Read = Callable[[str, str], object]
"""Takes a field's name and what stands in it, and raises BadInput for what is refused."""

_WITHOUT_YEAR = re.compile(r"\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?\s*")
_COMES_BACK = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def tell_when_left(field: Field, read: Read | None = None) -> None:
    """Have a field say what is wrong with it when it is left; without `read`, by what its name says it is."""
    reads = read or reader_of(field)
    if reads is not None:
        field.watch_keys(partial(_watch, field, reads))


def reader_of(field: Field) -> Read | None:
    """The rule of a day, a telephone number or somebody's name; None for any other field.

    A field that is only called `name` may be a station's or a printer's: whoever makes it says whose it is.
    """
    if isinstance(field, DateField):
        return read_day
    return _READ.get(re.sub(r"_[0-9]+$", "", field.name))


def read_person_name(name: str, typed: str) -> object:
    """A person's name, as the form reads it when it is handed in."""
    from desktop.domain.fields import read_name  # here and below for start-up time: nothing is left yet

    return read_name(name, typed)


def read_telephone(name: str, typed: str) -> object:
    """A telephone number, as the form reads it when it is handed in."""
    from desktop.domain.fields import read_phone

    return read_phone(name, typed)


def read_day(name: str, typed: str) -> object:
    """A day of the calendar; one without its year is the form's to read, which knows the day it is."""
    from desktop.domain.dates import LATEST, read_date

    return None if _WITHOUT_YEAR.fullmatch(typed) else read_date(name, typed, LATEST)


_READ: Mapping[str, Read] = {
    **dict.fromkeys(
        ("former_name", "landlord_name", "reporter_name", "agent_name", "collector_name", "minor_name"),
        read_person_name,
    ),
    **dict.fromkeys(("phone", "landlord_phone", "reporter_phone", "agent_phone"), read_telephone),
}


def _watch(field: Field, read: Read, event: QEvent) -> bool:
    if (
        isinstance(event, QFocusEvent)
        and event.type() == QEvent.Type.FocusOut
        and event.reason() not in _COMES_BACK
    ):
        QTimer.singleShot(0, field, partial(_judge, field, read))  # when the field has tidied what is in it
    return False


def _judge(field: Field, read: Read) -> None:
    from desktop.domain.errors import BadInput

    typed = field.value()
    if not typed or field.problem or field.held or field.box.hasFocus():
        return
    try:
        read(field.name, typed)
    except BadInput as error:
        field.show_problem(sentence_text(error.message))
