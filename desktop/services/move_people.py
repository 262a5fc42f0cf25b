"""Somebody whom both databases know becomes one at the station: the versions of both, and what was chosen last."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from desktop.domain.codes import CancelReason
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.permit_life import PermitEvent
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import NameBigram, NameReading, Permit, Person, Registration, Schema
from desktop.services import permit_records, registration_records
from desktop.services.journal import Happening
from desktop.services.move_rows import MoveChoice, SamePerson, Side
from desktop.services.people_records import wait_for
from desktop.services.person_versions import FIELDS
from desktop.services.registrations import MOVED

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

_CURRENT = Prepared(select(*Person.__table__.columns).where(Person.current_id == bindparam("person")))
_CLOSE = Prepared(
    update(Person)
    .where(Person.id == bindparam("row"), Person.current_id.is_not(None))
    .values(known_until=bindparam("until"), current_id=None, live_key=None)
)
_ADD = Prepared(insert(Person))
_NAMES = {
    table: (
        Prepared(select(*table.__table__.columns).where(table.person_id == bindparam("person"))),
        Prepared(delete(table).where(table.person_id == bindparam("person"))),
        Prepared(insert(table)),
    )
    for table in (NameBigram, NameReading)
}
_RESIDENCE = Prepared(
    select(*Registration.__table__.columns).where(Registration.current_id == bindparam("span"))
)
_OPEN_HERE = Prepared(
    select(Registration.registration_id).where(Registration.open_person_id == bindparam("person"))
)
_HELD_HERE = Prepared(select(Permit.permit_id).where(Permit.holder_id == bindparam("person")))

CHANGED = sentence("move", "在您查看之后，派出所或本机的数据有了变动，没有迁入任何内容。请重新核对后再迁入。")
_TOLD = sentence("move", "本机编号{key}，并入此人；{what}")
_EQUAL = sentence("move", "两边登记内容相同")
_FACTS = sentence("move", "{fields}以{side}的为准")
_RESIDENCE_KEPT = sentence("move", "两边都有居住登记，保留{side}的，另一处自{on}终止")
_PERMIT_KEPT = sentence("move", "两边都有有效的居住证，保留{side}的，注销{number}")
_SIDES = {Side.STATION: sentence("move", "派出所"), Side.HERE: sentence("move", "本窗口")}
_TWO = sentence("move", "迁入时发现一人两证，保留{side}的居住证；本证收回注销")


@dataclass
class People:
    """Makes one of two, within one transaction on the server.

    `added` counts the rows that this makes beside the moved ones, `ended` names the permits that ended.
    """

    there: Counter
    actor: Actor
    here: Link
    link: Link
    at: datetime
    same: Mapping[int, SamePerson]
    choices: Mapping[int, MoveChoice]
    added: dict[type[Schema], int] = field(default_factory=dict)
    ended: list[str] = field(default_factory=list)
    _versions: dict[int, int] = field(default_factory=dict)
    _losing: dict[type[Schema], dict[int, int]] = field(default_factory=dict)
    _told: dict[int, list[Sentence]] = field(default_factory=dict)

    def keys(self) -> dict[int, int]:
        """Return the keys here that are others at the station."""
        return {key: one.station_id for key, one in self.same.items()}

    def prepare(self) -> None:
        """End what the station has and this window's takes the place of; remember what here gives way."""
        for key, one in self.same.items():
            if wait_for(self.link, one.station_id) != one.seen:
                raise NotPossible(CHANGED)
            current = self.link.one(_CURRENT, person=one.station_id)
            assert current is not None
            self._versions[key] = int(current.version)
            self._told[key] = []
            if one.residence is not None:
                self._residence(key, one)
            if one.permit is not None:
                self._permit(key, one)

    def row(self, table: type[Schema], before: Mapping[str, Any], made: dict[str, Any]) -> dict[str, Any]:
        """Return a row as the station stores it; `before` is as it was here, `made` with the station's keys."""
        if table is Person and before["person_id"] in self.same:
            made["version"] += self._versions[before["person_id"]]
            if before["current_id"] is not None:
                made.update(current_id=None, live_key=None, known_until=self.at)
        elif before.get("current_id") in self._losing.get(table, ()):
            made["open_person_id" if table is Registration else "holder_id"] = None
        return made

    def names(self, people: Sequence[int]) -> None:
        """Move the names of newcomers, for the search."""
        newcomers = [person for person in people if person not in self.same]
        for page, _, add in _NAMES.values():
            rows = [row._asdict() for person in newcomers for row in self.here.all(page, person=person)]
            if rows:
                self.link.run_many(add, rows)

    def settle(self) -> None:
        """After all rows are there: end what gives way, and open the version that holds from now on."""
        for table, losing in self._losing.items():
            for thing, key in losing.items():
                if table is Registration:
                    self._end_span(self.link.one(_RESIDENCE, span=thing))
                else:
                    self._cancel(permit_records.find(self.link, thing), self.same[key], Side.STATION)
        for key, one in self.same.items():
            self._settle(key, one, self.choices[key])

    # -- inside ------------------------------------------------------------------------------------
    def _residence(self, key: int, one: SamePerson) -> None:
        side = self.choices[key].residence
        if side is Side.HERE:
            self._end_span(registration_records.open_of(self.link, one.station_id))
        else:
            row = self.here.one(_OPEN_HERE, person=key)
            assert row is not None
            self._losing.setdefault(Registration, {})[row.registration_id] = key
        on = local_date(self.at).isoformat()
        self._told[key].append(_RESIDENCE_KEPT.fill(side=_SIDES[side], on=on))

    def _permit(self, key: int, one: SamePerson) -> None:
        side = self.choices[key].permit
        if side is Side.HERE:
            held = permit_records.held_by(self.link, one.station_id)
            assert held is not None
            self._cancel(held, one, side)
            number = held.permit_number
        else:
            row = self.here.one(_HELD_HERE, person=key)
            assert row is not None
            self._losing.setdefault(Permit, {})[row.permit_id] = key
            number = permit_records.find(self.here, row.permit_id).permit_number
        self._told[key].append(_PERMIT_KEPT.fill(side=_SIDES[side], number=number))

    def _end_span(self, row: Any) -> None:
        day = max(local_date(self.at), row.registered_on)
        registration_records.end_span(self.there.office, self.link, self.actor, row, day, MOVED, self.at)
        self._count(Registration)

    def _cancel(self, permit: Any, one: SamePerson, side: Side) -> None:
        note = str(_TWO.fill(side=_SIDES[side]))
        permit_records.happen(
            self.there.office,
            self.link,
            self.actor,
            str(uuid.uuid4()),
            permit,
            PermitEvent.CANCEL,
            self.at,
            note=note,
            end_reason=CancelReason.NOT_ELIGIBLE.value,
        )
        told = Happening(
            self.actor,
            "cancel_permit",
            self.at,
            person_id=one.station_id,
            detail=f"{permit.permit_number}，{note}",
        )
        self.there.journal.write(self.link, told)
        self.ended.append(permit.permit_number)
        self._count(Permit)

    def _settle(self, key: int, one: SamePerson, choice: MoveChoice) -> None:
        link = self.link
        current = link.one(_CURRENT, person=one.station_id)
        mine = self.here.one(_CURRENT, person=key)
        assert current is not None
        assert mine is not None
        if not link.run(_CLOSE, row=current.id, until=self.at):
            raise NotPossible(CHANGED)
        facts = mine if choice.facts is Side.HERE else current
        row = self.there.office.key(self.actor.counter_number, self.at)
        link.run(
            _ADD,
            **{
                **current._asdict(),
                **{name: getattr(facts, name) for name in FIELDS},
                "id": row,
                "version": self._versions[key] + mine.version + 1,
                "known_from": self.at,
                "known_until": None,
                "changed_by": self.actor.staff_id,
            },
        )
        self._count(Person)
        if facts.name != current.name:
            for page, drop, add in _NAMES.values():
                link.run(drop, person=one.station_id)
                rows = [row._asdict() for row in self.here.all(page, person=key)]
                link.run_many(add, [{**each, "person_id": one.station_id} for each in rows])
        told = list(self._told[key])
        if one.differences:
            fields = "、".join(str(each.heading) for each in one.differences)
            told.insert(0, _FACTS.fill(fields=fields, side=_SIDES[choice.facts]))
        what = "；".join(map(str, told)) or str(_EQUAL)
        happening = Happening(
            self.actor,
            "move_same_person",
            self.at,
            person_id=one.station_id,
            person_row=row,
            detail=str(_TOLD.fill(key=readable(key), what=what)),
        )
        self.there.journal.write(link, happening)

    def _count(self, table: type[Schema]) -> None:
        self.added[table] = self.added.get(table, 0) + 1


def readable(key: int) -> str:
    """Return a key in groups of six digits: a trail would take it for a document's number and mask it."""
    digits = str(key)
    return "-".join(digits[place : place + 6] for place in range(0, len(digits), 6))
