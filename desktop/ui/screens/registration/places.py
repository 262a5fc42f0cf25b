"""Divisions for the form: offered while typed, filled in upwards when picked, written out as printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.addresses import Address, read_address, written
from desktop.domain.errors import Sentence
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.screens.registration.known import (
    Found,
    find_counties,
    find_places,
    names_of,
    parents,
    with_names,
)
from desktop.ui.screens.registration.sheet import Sheet, address_so_far, address_values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, RegistrationRow

_FIELDS = ("hukou_division", "division", "street", "community")


class Places(QObject):
    """The address part's state: offers, the written address, addresses to copy."""

    offered = Signal(str, object)
    """For this field these offers (tuple of Offer)."""
    filled = Signal(object)
    """Values were filled in: dict of field name to value."""
    wrote = Signal()
    """`line` has changed."""
    missing = Signal()
    """Nobody was registered at this counter today: there is no address to copy."""
    failed = Signal(object)

    def __init__(
        self, counter: Counter, actor: Actor, runner: Runner, sheet: Sheet, names: dict[str, str]
    ) -> None:
        super().__init__()
        self._counter, self._actor, self._runner, self._sheet = counter, actor, runner, sheet
        self._asking = {name: Latest(runner) for name in _FIELDS}
        self._naming, self._writing = Latest(runner), Latest(runner)
        self._notes: dict[str, Sentence] = {}
        self._paths: dict[str, tuple[str, ...]] = {}
        self.names = names
        """How each division met is shown in its field."""
        self.line = ""
        """The address as it will be printed, as far as it is typed."""

    def note(self, code: str) -> Sentence | None:
        """Something to know of a division picked: that it is none of the standard, say."""
        return self._notes.get(code)

    def start_again(self, sheet: Sheet) -> None:
        """Another form begins."""
        self._sheet = sheet
        self.write()

    def show_names(self, values: Mapping[str, str]) -> None:
        """Have the names of the divisions among these values, then tell that they are filled in."""
        codes = [values[name] for name in _FIELDS if values.get(name)]
        self._naming.run(
            partial(names_of, self._counter, codes), partial(self._named, dict(values)), self.failed.emit
        )

    def ask(self, field: str, typed: str) -> None:
        """Find divisions for a field; only its latest question is answered."""
        station, values = self._actor.station.division, self._sheet.values
        division, street = values.get("division", ""), values.get("street", "")
        if field in ("hukou_division", "division"):
            job = partial(find_counties, self._counter, typed, station)
        else:
            streets = field == "street"
            within = division if streets else street or division
            job = partial(find_places, self._counter, typed, within, station, streets=streets)
        self._asking[field].run(job, partial(self._found, field), self.failed.emit)

    def pick(self, field: str, code: str, label: str) -> None:
        """A division was picked: the larger ones follow, what no longer lies inside goes."""
        self.names[code] = label
        if field == "hukou_division":
            return
        chain = parents(code)
        stale = {
            name: ""
            for name in ("street", "community")
            if name not in chain and not self._sheet.values.get(name, "").startswith(code)
        }
        self._sheet.values.update({**chain, **stale})
        if stale:  # at once: a moment later the clerk may be typing there already
            self.filled.emit(stale)
        self.show_names(chain)

    def copy_last(self) -> None:
        """Take the address of the last person registered at this counter today."""
        job = partial(self._counter.registrations.last_address, self._actor)
        self._runner.run(lambda: with_names(self._counter, job()), self._copied, self.failed.emit)

    def copy(self, row: RegistrationRow) -> None:
        """Take an address the person had before."""
        self._put(row.address)

    def write(self) -> None:
        """Write the address out, as far as it is typed."""
        values = self._sheet.values
        read = read_address(values).value
        address = read or address_so_far(values)
        code = address.community or address.street or address.division
        if code in self._paths or not code:
            self._write(address, self._paths.get(code, ()))
            return
        self._writing.run(
            partial(self._counter.divisions.path, code), partial(self._path, code), self.failed.emit
        )

    def _found(self, field: str, found: Found) -> None:
        self._notes |= found.notes
        self.offered.emit(field, found.offers)

    def _named(self, values: dict[str, str], names: dict[str, str]) -> None:
        self.names |= names
        self.filled.emit(
            {name: value for name, value in values.items() if self._sheet.values.get(name) == value}
        )

    def _copied(self, found: tuple[Address | None, dict[str, str]]) -> None:
        address, names = found
        if address is None:
            self.missing.emit()
            return
        self.names |= names
        self._put(address)

    def _put(self, address: Address) -> None:
        self.show_names(self._sheet.put(address_values(address), over=True))

    def _path(self, code: str, path: tuple[str, ...]) -> None:
        self._paths[code] = path
        self.write()

    def _write(self, address: Address, path: tuple[str, ...]) -> None:
        detail = any((address.street, address.road, address.house_number, address.room, address.remark))
        line = written(address, path) if detail else ""
        if line != self.line:
            self.line = line
            self.wrote.emit()
