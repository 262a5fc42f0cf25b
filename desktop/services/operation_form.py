"""The form of an operation: what was asked for with which arguments, as bytes and back.

Only what is listed here goes in and comes out: plain values, the forms, the enums. No code is ever read back.
"""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from operator import attrgetter
from typing import Any

import cbor2

from desktop.domain import codes, forms
from desktop.domain.addresses import Address
from desktop.domain.rights import Right
from desktop.services import rows
from desktop.services.added import Added, added_of
from desktop.services.given import Given
from desktop.services.journal import Happening

_CLASSES: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        Address,
        Happening,
        Right,
        forms.AgentForm,
        forms.ApplicationForm,
        forms.MinorForm,
        forms.PersonForm,
        forms.RegistrationForm,
        rows.Actor,
        rows.StationRow,
        *(kind for kind in vars(codes).values() if isinstance(kind, enum.EnumMeta) and list(kind)),
    )
}
_MICROSECOND = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_THING, _SEVERAL, _SET, _MOMENT, _DAY = "#", "[", "{", "@", "/"
_BARE, _WITH_VALUES, _WITH_LINES, _FORM = 1, 2, 3, 4
"""The form that is written now, and those before it: what was added stood in two of them otherwise."""
_MORE = {_BARE: 0, _WITH_VALUES: 4, _WITH_LINES: 1}
"""So many parts more than the first those had, of another version of the program: they are not looked at."""
PRINTING = ("copies.", "print_jobs.")
"""How the names of operations begin that print what another made."""


class WrittenByNewer(ValueError):
    """An operation in a form that this program does not know: a newer one sealed it."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation as it was done at a window.

    `name` is the service and method, `given` what it was given, `keys` the keys in its answer by where they
    stand, `subject` whom it is about (kind and number of the document) or "", `basis` the versions that it stood
    on, `previous` the digest of the window's operation before it. `added` is there where it did nothing but add rows.
    """

    op_id: str
    window_id: str
    sequence: int
    counter_number: int
    made_at: datetime
    name: str
    arguments: Mapping[str, Any]
    given: Given
    keys: dict[str, int]
    subject: str
    basis: dict[str, int]
    previous: str
    added: Added | None = None

    def written(self) -> bytes:
        """Give the operation as bytes: the same operation, the same bytes."""
        given, added = self.given, self.added
        return cbor2.dumps(
            (
                _FORM,
                self.op_id,
                self.window_id,
                self.sequence,
                self.counter_number,
                _micros(self.made_at),
                self.name,
                cbor2.dumps({name: _plain(value) for name, value in self.arguments.items()}),
                *plain_given(given),
                given.trail,
                self.keys,
                self.subject,
                self.basis,
                self.previous,
                None if added is None else added.plain(),
            )
        )


class _Unread(Mapping[str, Any]):
    """Arguments as they were written, each made when it is looked at: what is stored as it was needs none."""

    __slots__ = ("_made", "_written")

    def __init__(self, written: bytes | dict[str, Any]) -> None:
        self._written = written
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = _thing(self._plain()[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._plain())

    def __len__(self) -> int:
        return len(self._plain())

    def _plain(self) -> dict[str, Any]:
        if isinstance(self._written, bytes):
            self._written = _mapping(self._written)
        return self._written


def read(written: bytes, *, whole: bool = True) -> Operation:
    """Give the operation that was written; ValueError where the bytes are none, WrittenByNewer where they may be one.

    Unless `whole`, its arguments are made, and seen to be none, when they are looked at.
    """
    try:
        form, *rest = cbor2.loads(written)
        added = None
        if form == _FORM:
            *rest, with_it = rest
            if with_it is not None:
                added = added_of(with_it)
        elif form in _MORE:
            rest = rest[: len(rest) - _MORE[form]]
        else:
            raise WrittenByNewer
        op_id, window, sequence, counter, made_at, action, arguments, *last = rest
        times, given_keys, numbers, documents, trail, found, subject, basis, previous = last
        texts, whole_numbers = (op_id, window, action, subject, previous), (sequence, counter)
        if {*map(type, texts)} != {str} or {
            *map(type, (*whole_numbers, *found.values(), *basis.values()))
        } != {int}:
            raise TypeError  # one such line would keep everybody from the list that it stands in
        return Operation(
            op_id,
            window,
            sequence,
            counter,
            _moment(made_at),
            action,
            dict(_Unread(arguments)) if whole else _Unread(arguments),
            given_of(times, given_keys, numbers, documents, [tuple(entry) for entry in trail]),
            found,
            subject,
            basis,
            previous,
            added,
        )
    except (
        cbor2.CBORDecodeError,
        TypeError,
        LookupError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        raise ValueError("this is not an operation") from error


def plain_given(given: Given) -> tuple[list[int], list[int], list[int], list[str]]:
    """Give what was drawn as plain values: times, keys, numbers, documents."""
    return [_micros(moment) for moment in given.times], given.keys, given.numbers, given.documents


def given_of(
    times: list[int],
    keys: list[int],
    numbers: list[int],
    documents: list[str],
    trail: list[tuple[Any, ...]] | None = None,
) -> Given:
    """Give what was drawn again, from its plain values."""
    return Given([_moment(micros) for micros in times], keys, numbers, documents, trail=trail or [])


def digest(written: bytes) -> str:
    """Return what tells one operation from every other, in hex."""
    return hashlib.sha256(written).hexdigest()


@cache
def is_matter(name: str) -> bool:
    """Tell whether an operation of that name is a piece of business, and no printing of its papers and no look."""
    return not name.startswith((*PRINTING, "journal."))


def keys_in(answer: Any) -> dict[str, int]:
    """Return the keys that an answer names, by where they stand in it."""
    found: dict[str, int] = {}
    _collect(answer, "", found)
    return found


def _mapping(written: bytes) -> dict[str, Any]:
    found = cbor2.loads(written)
    if type(found) is not dict:
        raise TypeError("these are no arguments")
    return found


def _collect(value: Any, place: str, found: dict[str, int]) -> None:
    for name in _with_keys(value.__class__):
        inner = getattr(value, name)
        if type(inner) is int:
            if name.endswith("_id"):
                found[f"{place}{name}"] = inner
        elif is_dataclass(inner):
            _collect(inner, f"{place}{name}.", found)


_WITHOUT = frozenset(
    f"{kind}{none}"
    for kind in ("str", "bool", "int", "bytes", "date", "datetime")
    for none in ("", " | None")
)


@cache
def _with_keys(kind: Any) -> tuple[str, ...]:
    """Return the fields of a type that may be a key, or have one in them; none of a type that has no fields."""
    if not is_dataclass(kind):
        return ()
    return tuple(
        field.name for field in fields(kind) if field.name.endswith("_id") or field.type not in _WITHOUT
    )


_PLAIN = frozenset((str, int, type(None), bool, bytes))


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    return value if kind in _PLAIN else _form_of(kind)(value)


@cache
def _form_of(kind: Any) -> Callable[[Any], Any]:
    """Return what gives values of a type as plain ones."""
    name = kind.__name__
    if issubclass(kind, enum.Enum):
        return lambda value: [_THING, name, value._value_]
    if name in _CLASSES:
        parts = attrgetter(
            *(field.name for field in fields(kind)), "__class__"
        )  # with one more, so that it gives several in any case
        return lambda value: [_THING, name, [*map(_plain, parts(value)[:-1])]]
    if kind is datetime:
        return lambda value: [_MOMENT, _micros(value)]
    if kind is date:
        return lambda value: [_DAY, value.toordinal()]
    if issubclass(kind, Mapping):
        return lambda value: {key: _plain(inner) for key, inner in sorted(value.items())}
    if issubclass(kind, tuple | list):
        return lambda value: [_SEVERAL, *map(_plain, value)]
    if issubclass(kind, frozenset):
        return lambda value: [_SET, *sorted(map(_plain, value), key=repr)]
    raise TypeError(f"{name} is not part of an operation's form")


def _thing(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _thing(inner) for name, inner in value.items()}
    if not isinstance(value, list):
        return value
    mark, *rest = value
    if mark == _THING:
        kind = _CLASSES[rest[0]]
        return kind(*(_thing(inner) for inner in rest[1])) if is_dataclass(kind) else kind(rest[1])
    if mark == _MOMENT:
        return _moment(rest[0])
    if mark == _DAY:
        return date.fromordinal(rest[0])
    several = tuple(_thing(inner) for inner in rest)
    return frozenset(several) if mark == _SET else several


def _micros(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND


def _moment(micros: int) -> datetime:
    return _EPOCH + micros * _MICROSECOND
