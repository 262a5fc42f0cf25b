"""Names of several parts stored before each part was indexed: indexed anew once, a little at a time, unseen.

A name is found by any of its parts in letters (`people_records.spoken`). Who was stored before that was so lacks the
later ones; whoever they are is found by the characters that stand between the parts, which begin a pair of the index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from desktop.models.prepared import Prepared
from desktop.models.tables import NameBigram, NameReading, Person
from desktop.services import setting_records
from desktop.services.in_turn import in_turn
from desktop.services.people_records import spoken, wait_for

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office

DONE = "names_indexed"
"""The setting that holds which way of indexing every name has."""
WAY = "parts"
BETWEEN = " ,-·"
"""What stands between the parts of a name, as a name is kept."""
PAGE = 200
_LAST = "\U0010ffff"

_NAME = Prepared(select(Person.name).where(Person.current_id == bindparam("person")))
_KNOWN = Prepared(select(NameReading.reading).where(NameReading.person_id == bindparam("person")))
_ADD = Prepared(insert(NameReading))


@lru_cache
def _pages(most: int) -> tuple[Prepared, Prepared]:
    """Who else has the same pair, and the pairs after it: both are a walk along the index."""
    place = (NameBigram.bigram, NameBigram.person_id)
    same = select(*place).where(
        NameBigram.bigram == bindparam("pair"), NameBigram.person_id > bindparam("person")
    )
    after = select(*place).where(NameBigram.bigram > bindparam("pair"), NameBigram.bigram < bindparam("last"))
    return Prepared(same.order_by(NameBigram.person_id).limit(most)), Prepared(
        after.order_by(*place).limit(most)
    )


def index_anew(office: Office, stopped: Callable[[], bool], *, page: int = PAGE) -> bool:
    """Have every name of several parts found by each of them; False when there is more to do another time.

    Nothing where it was done before. A window that is cut off from the station's server leaves it to another time.
    """
    with office.database.faults():
        if setting_records.value_of(office.database.link, DONE) == WAY:
            return True
        for people in _of_several_parts(office.database.link, page):
            if stopped() or (office.line is not None and office.line.away):
                return False
            behind = [person for person in people if _lacks(office.database.link, person)]
            if behind:
                in_turn(office, partial(_add, people=behind))
        in_turn(office, _finish)
    return True


def _of_several_parts(link: Link, page: int) -> Iterator[list[int]]:
    """The people whose names have a mark between parts, some at a time."""
    same_pair, next_pairs = _pages(page)
    for mark in BETWEEN:
        pair, person = mark, -1
        while rows := link.all(same_pair, pair=pair, person=person) or link.all(
            next_pairs, pair=pair, last=mark + _LAST
        ):
            pair, person = rows[-1].bigram, rows[-1].person_id
            yield sorted({row.person_id for row in rows})


def _lacks(link: Link, person: int) -> frozenset[str]:
    row = link.one(_NAME, person=person)
    if row is None:
        return frozenset()
    known: list[Any] = link.all(_KNOWN, person=person)
    return spoken(row.name) - {each.reading for each in known}


def _add(link: Link, people: Sequence[int]) -> None:
    for person in people:
        if wait_for(link, person) is not None:  # nobody gives them another name meanwhile
            missing = sorted(_lacks(link, person))
            link.run_many(_ADD, ({"reading": each, "person_id": person} for each in missing))


def _finish(link: Link) -> None:
    setting_records.put(link, DONE, setting_records.value_of(link, DONE), WAY)
