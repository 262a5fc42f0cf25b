"""Operations that are taken in together, with what taking them in needs to know of all of them, made once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.services import set_wise
from desktop.services.set_wise import Lot

if TYPE_CHECKING:
    from desktop.services.operation_form import Operation
    from desktop.services.outbox import Waiting


class Portion(tuple["Waiting", ...]):
    """Operations in their order. What is made of them can be made while a server works on those before."""

    _lot: tuple[str, Lot] | None = None

    @classmethod
    def of(cls, waiting: Sequence[Waiting]) -> Portion:
        """Return operations as a portion: itself, where they are one."""
        return waiting if isinstance(waiting, cls) else cls(waiting)

    @cached_property
    def operations(self) -> list[Operation]:
        """What waits, without how it is written."""
        return [one.operation for one in self]

    @property
    def ids(self) -> list[str]:
        """The operations' own ids."""
        return [operation.op_id for operation in self.operations]

    @cached_property
    def subjects(self) -> list[str]:
        """Whom they are about, where they are about anybody."""
        return [operation.subject for operation in self.operations if operation.subject]

    def lot(self, aliases: Mapping[int, int], rules: str) -> Lot:
        """Return those that may be stored as they were, should nobody know here what they looked for."""
        if self._lot is None or aliases or self._lot[0] != rules:
            every = self.operations
            lot = Lot(set_wise.storable(every, aliases, rules), every)
            if aliases:
                return lot
            self._lot = rules, lot
        return self._lot[1]

    def making_ready(self, rules: str) -> Iterator[None]:
        """Make all of it, a step at a time."""
        if len(self) > 1:  # one is taken in by itself
            for made in ("operations", "subjects"):
                getattr(self, made)
                yield
            yield from self.lot({}, rules).making_ready()
