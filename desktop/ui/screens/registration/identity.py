"""The number at the head of the form: judged as it is typed, and whose it is looked up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.codes import IdKind
from desktop.domain.errors import BadInput, CounterError, Sentence
from desktop.domain.id_numbers import IdNumber, read_id_number, tidy
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.screens.registration.known import Known, look_up, look_up_person
from desktop.ui.screens.registration.sheet import (
    ABOUT_PERSON,
    FROM_NUMBER,
    IDENTITY,
    NUMBER,
    Sheet,
    person_values,
    still_open,
)

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, RegistrationRow

_FULL, _OLD_FOREIGN = 18, 15


class Identity(QObject):
    """Judges the number, fills in what it says, and what the record of its holder says."""

    judged = Signal()
    """`problem` or `advice` of the number has changed."""
    recognised = Signal()
    """`known` or `current` has changed."""
    filled = Signal(object)
    """Values were filled in: dict of field name to value."""
    failed = Signal(object)

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, sheet: Sheet, today: date) -> None:
        super().__init__()
        self._counter, self._actor, self._today = counter, actor, today
        self._latest = Latest(runner)
        self._sheet = sheet
        self._judged: tuple[str, str] | None = None
        self.problem: Sentence | None = None
        self.advice: Sentence | None = None
        self.known: Known | None = None
        self.names: dict[str, str] = {}
        """Names of divisions by code, as met."""
        self.held: frozenset[str] = frozenset()
        """The fields that say who a known person is: only a correction changes them."""
        self.differing: dict[str, str] = {}
        """What was typed of who a known person is and the record says otherwise, by field."""
        self._opened = False

    @property
    def current(self) -> RegistrationRow | None:
        """Where the person is registered now."""
        return still_open(self.known.registrations) if self.known else None

    @property
    def newcomer(self) -> bool:
        """Whether a good number belongs to nobody yet known."""
        return self.known is not None and self.known.person is None

    def judge(self, *, left: bool = False, quiet: bool = False) -> None:
        """Look at the number as it stands: when it has its full length, or has been `left` as it is.

        `quiet` looks its holder up without filling anything in (a draft taken up again).
        """
        values = self._sheet.values
        number = tidy(values.get("id_number", ""))
        asked = (values.get("id_kind", ""), number)
        if asked == self._judged:
            return
        if not number or not (left or _is_full(number)):
            self._forget()
            return
        try:
            read = self._read(number)
        except BadInput as error:
            self._forget()
            self._judged, self.problem = asked, error.message
            self.judged.emit()
            return
        self._say(None, self.advice)
        if not quiet:
            self._fill(read)
        self._judged = (self._sheet.values.get("id_kind", ""), number)
        self._latest.run(
            partial(look_up, self._counter, self._actor, read), partial(self._know, quiet), self._trouble
        )

    def open_person(self, person_id: int) -> None:
        """Fill in a person's record, number and all; the number stays that person's."""
        self._opened = True
        self._latest.run(
            partial(look_up_person, self._counter, self._actor, person_id),
            self._open_record,
            self._trouble,
        )

    def look_again(self) -> None:
        """The record may have changed meanwhile (another counter): look it up once more, filling nothing."""
        self._judged = None
        self.judge(left=True, quiet=True)

    def take_up(self, differing: dict[str, str], *, opened: bool) -> None:
        """A draft is taken up: what differed when it was kept, and whether it was opened for a person."""
        self.differing, self._opened = dict(differing), opened

    def start_again(self, sheet: Sheet) -> None:
        """Another form begins."""
        self._latest.forget()
        self.held, self.differing, self._opened = frozenset(), {}, False
        self._sheet, self._judged = sheet, None
        self.problem = self.advice = self.known = None

    def _read(self, number: str) -> IdNumber:
        """Read the number by the kind the clerk chose, else by its looks.

        A number all of digits is a resident's that was mistyped, and no passport, until the clerk says so.
        """
        chosen = self._sheet.values.get("id_kind", "")
        if chosen and self._sheet.by_hand("id_kind"):
            return read_id_number(number, IdKind(chosen), today=self._today)
        read = read_id_number(number, today=self._today)
        if read.kind is IdKind.PASSPORT and number.isdigit():
            return read_id_number(number, IdKind.RESIDENT, today=self._today)
        return read

    def _fill(self, read: IdNumber) -> None:
        taken = self._sheet.take_back(FROM_NUMBER)
        said = {
            "sex": str(read.sex or ""),
            "birth_date": read.birth_date.isoformat() if read.birth_date else "",
        }
        filled = self._sheet.put({name: value for name, value in said.items() if value})
        kind = self._sheet.put({"id_kind": str(read.kind)}, over=not self._sheet.by_hand("id_kind"))
        self.filled.emit({**taken, **filled, **kind})

    def _know(self, quiet: bool, found: Known) -> None:
        before = self.known.person.person_id if self.known and self.known.person else None
        now = found.person.person_id if found.person else None
        self.known = found
        self.names |= found.names
        filled: dict[str, str] = {}
        if not quiet and before != now:
            filled = self._sheet.take_back((*ABOUT_PERSON[:1], *ABOUT_PERSON[3:], "employer", "reason"))
        if before not in (None, now):
            filled |= self._give_back()
        if not quiet and found.person is not None:
            filled |= self._sheet.put(self._record(found))
        filled |= self._hold(found)
        self._say(self.problem, found.region)
        self.recognised.emit()
        if filled:
            self.filled.emit(filled)

    def _hold(self, found: Known) -> dict[str, str]:
        """Have the record's word for who a known person is, and remember what was typed otherwise."""
        if found.person is None:
            self.held, self.differing = frozenset(), {}
            return {}
        record = person_values(found.person)
        known = {name: record[name] for name in IDENTITY if record[name]}
        changed, typed = self._sheet.replace(known)
        self.differing = {
            name: value
            for name, value in {**self.differing, **typed}.items()
            if name in known and value.strip() != known[name]
        }
        self.held = frozenset((*known, *(NUMBER if self._opened else ())))
        return changed

    def _give_back(self) -> dict[str, str]:
        """Somebody else is meant: what was typed for them stands in the form again."""
        typed, self.differing = self.differing, {}
        self._sheet.values.update(typed)
        return typed

    def _open_record(self, found: Known) -> None:
        if found.person is None:
            return
        number = {"id_kind": str(found.person.id_kind), "id_number": found.person.id_number}
        self._sheet.put(number, over=True)
        self._judged = (number["id_kind"], tidy(number["id_number"]))
        self.known = found
        self.names |= found.names
        filled = self._sheet.put(self._record(found)) | self._hold(found)
        self.recognised.emit()
        self.filled.emit(number | filled)

    def _record(self, found: Known) -> dict[str, str]:
        if found.person is None:
            return {}
        values = {name: value for name, value in person_values(found.person).items() if value}
        current = still_open(found.registrations)
        return values | ({"reason": current.reason} if current is not None else {})

    def _forget(self) -> None:
        """The number is not whole: nobody is meant. What was filled in stays until somebody else is."""
        self._latest.forget()
        self._judged = None
        self._say(None, None)
        if self.known is not None and self.known.person is None:
            self.known = None
            self.recognised.emit()

    def _say(self, problem: Sentence | None, advice: Sentence | None) -> None:
        if (problem, advice) != (self.problem, self.advice):
            self.problem, self.advice = problem, advice
            self.judged.emit()

    def _trouble(self, error: CounterError) -> None:
        """A look-up failed: ask again at the next chance."""
        self._judged = None
        self.failed.emit(error)


def _is_full(number: str) -> bool:
    return len(number) >= _FULL or (len(number) == _OLD_FOREIGN and number[:3].isalpha())
