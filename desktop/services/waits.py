"""The one order in which a transaction waits for others: people by their keys, then cases by theirs.

Whatever is stored for somebody refers to the row of that person, so on a server it waits for whoever holds
the person. Who held a case first and asked for its person afterwards could stand in a ring with a counter
that holds the person and takes the case further.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile
from desktop.services.people_records import wait_for

if TYPE_CHECKING:
    from desktop.models.database import Link

_WHOSE = Prepared(select(CaseFile.person_id).where(CaseFile.id == bindparam("case")))
_CASE = Prepared(select(CaseFile.id).where(CaseFile.id == bindparam("case")).with_for_update())


def for_people(link: Link, person_ids: Iterable[int]) -> None:
    """Let nobody else do anything with these people before the caller's transaction is over."""
    for person_id in sorted(set(person_ids)):
        wait_for(link, person_id)


def for_cases(link: Link, case_ids: Iterable[int]) -> None:
    """Let no other counter take these cases further, nor do anything with their people, until then.

    SQLite lets none anyway. A case that does not exist is nobody's.
    """
    cases = sorted(set(case_ids))
    whose = [link.one(_WHOSE, case=case_id) for case_id in cases]
    for_people(link, (row.person_id for row in whose if row is not None))
    for case_id in cases:
        link.one(_CASE, case=case_id)
