"""The trail read page by page, by day, person, clerk, counter, action and result; whoever reads it leaves a trace."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, not_, or_, select
from sqlalchemy.orm import aliased

from desktop.domain.errors import BadInput, Sentence, sentence
from desktop.domain.masking import mask_id
from desktop.domain.rights import Right
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, Person, Staff
from desktop.services import trail_heads
from desktop.services.journal import Happening
from desktop.services.log_actions import ACTIONS
from desktop.services.rights import needs

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

PAGE = 100
"""Entries read at a time."""

_known, _current = aliased(Person), aliased(Person)
_COLUMNS = (
    JournalEntry.id,
    JournalEntry.counter_number,
    JournalEntry.sequence,
    JournalEntry.on_date,
    JournalEntry.local_time,
    JournalEntry.staff_id,
    JournalEntry.staff_name,
    JournalEntry.action,
    JournalEntry.case_number,
    JournalEntry.paper_number,
    JournalEntry.matter,
    JournalEntry.detail,
    JournalEntry.previous_hash,
    JournalEntry.hash,
    _known.name.label("person_name"),
    _known.id_number.label("id_number"),
)
_AS_STORED = tuple(column.key for column in _COLUMNS[1:14])
_PERSON = Prepared(select(Person.person_id).where(Person.id_number == bindparam("number")).limit(1))
_STAFF = Prepared(select(Staff.id, Staff.name).order_by(Staff.id))

_NOBODY = sentence("errors", "没有这个证件号码的记录，请核对号码。")
_ORDER = sentence("errors", "结束日期不能早于开始日期。")
_LOOKED = sentence("log", "{first}至{last}")


def is_failure(action: str) -> bool:
    """Tell whether an entry is of something that did not succeed."""
    return action.endswith("_failed") or action == "right_refused"


FAILURES = tuple(sorted(name for name in ACTIONS if is_failure(name)))


@dataclass(frozen=True, slots=True)
class TrailWanted:
    """Which entries: of these days, and where given of a person (whole number), a clerk, a counter, an action.

    `failed` True for what did not succeed, False for what did, None for both.
    """

    first: date
    last: date
    id_number: str = ""
    staff_id: int | None = None
    counter_number: int | None = None
    action: str = ""
    failed: bool | None = None


@dataclass(frozen=True, slots=True)
class TrailRow:
    """An entry of the trail; the person's number masked."""

    entry_id: int
    counter_number: int
    sequence: int
    on_date: date
    local_time: str
    staff_id: int
    staff_name: str
    action: str
    case_number: str
    paper_number: str
    matter: str
    detail: str
    previous_hash: str
    hash: str
    person_name: str
    masked_number: str

    @property
    def label(self) -> Sentence | str:
        """What the action is called; its own name where it has none."""
        return ACTIONS.get(self.action, self.action)

    @property
    def failed(self) -> bool:
        """Whether it did not succeed."""
        return is_failure(self.action)


@dataclass(frozen=True, slots=True)
class TrailPage:
    """Entries, the newest first; `more` if there are older ones."""

    rows: tuple[TrailRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class TrailChoices:
    """What can be chosen from: clerks by key and name, counters, actions by name."""

    staff: tuple[tuple[int, str], ...]
    counters: tuple[int, ...]
    actions: tuple[tuple[str, Sentence], ...]


class TrailPages:
    """Reads the trail for the audit administrator."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.READ_TRAIL)
    def choices(self, actor: Actor) -> TrailChoices:
        """Return what can be filtered by."""
        with self._office.database.faults():
            link = self._office.database.link
            staff = tuple((row.id, row.name) for row in link.all(_STAFF))
            return TrailChoices(staff, tuple(trail_heads.counters(link)), tuple(ACTIONS.items()))

    @needs(Right.READ_TRAIL)
    def begin(self, actor: Actor, wanted: TrailWanted) -> TrailPage:
        """Return the newest page of what is wanted; the trail keeps who asked for what.

        BadInput names the field: a span that ends before it begins, a number that nobody has.
        """
        if wanted.last < wanted.first:
            raise BadInput("last_day", _ORDER)
        self._journal.flush()
        with self._office.database.faults():
            person = self._person(wanted)
        told = [str(_LOOKED.fill(first=wanted.first.isoformat(), last=wanted.last.isoformat()))]
        told += [mask_id(wanted.id_number)] if wanted.id_number else []
        told += [f"staff:{wanted.staff_id}"] if wanted.staff_id is not None else []
        told += [f"counter:{wanted.counter_number:02d}"] if wanted.counter_number is not None else []
        told += [wanted.action] if wanted.action else []
        told += [] if wanted.failed is None else ["failed" if wanted.failed else "done"]
        page = self._page(wanted, person, None)
        at = self._office.clock.now()
        self._journal.note(Happening(actor, "read_trail", at, person_id=person, detail=" ".join(told)))
        return page

    @needs(Right.READ_TRAIL)
    def older(self, actor: Actor, wanted: TrailWanted, after: TrailRow) -> TrailPage:
        """Return the page behind an entry of the page before."""
        with self._office.database.faults():
            return self._page(wanted, self._person(wanted), after)

    # -- inside ------------------------------------------------------------------------------------
    def _person(self, wanted: TrailWanted) -> int | None:
        if not wanted.id_number:
            return None
        row = self._office.database.link.one(_PERSON, number=wanted.id_number)
        if row is None:
            raise BadInput("id_number", _NOBODY)
        return int(row.person_id)

    def _page(self, wanted: TrailWanted, person: int | None, after: TrailRow | None) -> TrailPage:
        values: dict[str, Any] = {"first": wanted.first, "last": wanted.last}
        given = {
            "person": person,
            "staff": wanted.staff_id,
            "counter": wanted.counter_number,
            "action": wanted.action or None,
        }
        values |= {name: value for name, value in given.items() if value is not None}
        if after is not None:
            values |= {"day": after.on_date, "key": after.entry_id}
        statement = _statement(tuple(sorted(set(values) - {"first", "last", "day"})), wanted.failed)
        rows = self._office.database.link.all(statement, **values)
        return TrailPage(tuple(_row(row) for row in rows[:PAGE]), len(rows) > PAGE)


@lru_cache(maxsize=128)
def _statement(by: tuple[str, ...], failed: bool | None) -> Prepared:
    """Return the statement for a way to filter: by day and key downwards, as every index of the trail has them."""
    conditions: list[Any] = [JournalEntry.on_date.between(bindparam("first"), bindparam("last"))]
    columns = {
        "person": JournalEntry.person_id,
        "staff": JournalEntry.staff_id,
        "counter": JournalEntry.counter_number,
        "action": JournalEntry.action,
    }
    conditions += [columns[name] == bindparam(name) for name in by if name in columns]
    if "key" in by:
        day: Any = bindparam("day", type_=JournalEntry.on_date.type)
        conditions.append(JournalEntry.on_date <= day)
        conditions.append(
            or_(
                JournalEntry.on_date < day,
                and_(JournalEntry.on_date == day, JournalEntry.id < bindparam("key")),
            )
        )
    if failed is not None:
        among = [JournalEntry.action == name for name in FAILURES]
        conditions.append(or_(*among) if failed else not_(or_(*among)))
    version = func.coalesce(
        JournalEntry.person_row,
        select(_current.id).where(_current.current_id == JournalEntry.person_id).scalar_subquery(),
    )
    return Prepared(
        select(*_COLUMNS)
        .select_from(JournalEntry)
        .outerjoin(_known, _known.id == version)
        .where(*conditions)
        .order_by(JournalEntry.on_date.desc(), JournalEntry.id.desc())
        .limit(PAGE + 1)
    )


def _row(row: Any) -> TrailRow:
    number = mask_id(row.id_number) if row.id_number else ""
    kept: dict[str, Any] = {name: getattr(row, name) for name in _AS_STORED}
    return TrailRow(entry_id=row.id, **kept, person_name=row.person_name or "", masked_number=number)
