"""The form looked through while it is typed: what is still missing, what the rules make of it so far."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.codes import LodgingKind
from desktop.domain.dates import read_date
from desktop.domain.errors import BadInput, FieldProblem, Sentence
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.screens.registration.readings import Whole, next_needed, read_whole
from desktop.ui.screens.registration.sheet import Sheet

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, RegistrationAdvice
    from desktop.ui.screens.registration.identity import Identity
    from desktop.ui.screens.registration.places import Places

_JUDGED_BY = frozenset(("hukou_division", "division", "lodging", "arrived_on", "intended_until"))
"""While one of these is missing the rules cannot judge the residence yet."""
_PRINTED = ("name", "hukou_address", "employer")


class Review(QObject):
    """Reads the form by the domain's rules, and asks the station's rules about the residence."""

    advised = Signal()
    """`advice` has changed."""
    failed = Signal(object)

    def __init__(
        self,
        counter: Counter,
        actor: Actor,
        runner: Runner,
        today: date,
        identity: Identity,
        places: Places,
    ) -> None:
        super().__init__()
        self._counter, self._actor, self._today = counter, actor, today
        self._identity, self._places = identity, places
        self._latest = Latest(runner)
        self.advice: RegistrationAdvice | None = None
        self.judged = False
        """Whether `advice` judges this residence, or has notes only because too little is known yet."""

    def reading(self, sheet: Sheet) -> Whole:
        """The form as the rules read it now."""
        return read_whole(sheet.values, self._today, registered=self._identity.current is not None)

    def next_after(self, name: str, sheet: Sheet) -> str:
        """The next field that still needs something; "" when the form is complete."""
        return next_needed(name, self.reading(sheet), sheet.values)

    def problem_at(self, name: str, sheet: Sheet) -> Sentence | None:
        """What is wrong with what stands in a field."""
        found = self.reading(sheet).problem(name)
        return found.message if found else None

    def advice_at(self, sheet: Sheet) -> tuple[FieldProblem, ...]:
        """What is worth a second look, at which fields."""
        doubt = self._identity.advice
        region = (FieldProblem("id_number", doubt),) if doubt else ()
        return (*region, *self.reading(sheet).advice)

    def day(self, name: str, typed: str) -> str:
        """A day typed short (6-2) in its full form; what is no day stays as it is."""
        found = self._day(name, typed)
        return found.isoformat() if found else typed

    def consider(self, sheet: Sheet) -> None:
        """Write the address out and ask what the rules make of the residence so far."""
        self._places.write()
        values = sheet.values
        wrong = {each.field for each in self.reading(sheet).problems}
        judged = not wrong & _JUDGED_BY
        names = [name for name in values if name in _PRINTED or name.startswith("minor_name_")]
        self._latest.run(
            partial(
                self._counter.registrations.advise,
                self._actor,
                (self._day("arrived_on", values["arrived_on"]) if judged else None) or self._today,
                values.get("hukou_division", ""),
                values.get("division", ""),
                LodgingKind(values["lodging"]) if judged else LodgingKind.OTHER,
                self._day("intended_until", values.get("intended_until", "")) if judged else None,
                (*(values[name] for name in names), self._places.line),
                self._identity.current.address.division if self._identity.current else "",
            ),
            partial(self._advised, judged),
            self.failed.emit,
        )

    def forget(self) -> None:
        """Another form begins."""
        self._latest.forget()
        self.advice, self.judged = None, False

    def _advised(self, judged: bool, advice: RegistrationAdvice) -> None:
        self.advice, self.judged = advice, judged
        self.advised.emit()

    def _day(self, name: str, typed: str) -> date | None:
        try:
            return read_date(name, typed, self._today, ahead=name == "intended_until")
        except BadInput:
            return None
