"""Whole numbers and addresses: masked on the screen until somebody asks for one person's, which is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.errors import NotPossible, sentence
from desktop.domain.masking import hide_numbers, mask_id
from desktop.domain.rights import Right
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, Person, Registration
from desktop.services.journal import Happening
from desktop.services.rights import needs, open_to

if TYPE_CHECKING:
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_PERSON = select(
    Person.person_id,
    Person.id,
    Person.name,
    Person.id_number,
    Person.phone,
    Person.hukou_division,
    Person.hukou_address,
    Registration.written_address,
).outerjoin(Registration, Registration.open_person_id == Person.person_id)
_BY_PERSON = Prepared(_PERSON.where(Person.current_id == bindparam("person")))
_BY_CASE = Prepared(
    _PERSON.join(CaseFile, CaseFile.person_id == Person.person_id).where(
        CaseFile.id == bindparam("case"), Person.current_id.is_not(None)
    )
)
_NOBODY = sentence("errors", "没有这个人的记录。")
_MOST = 200
"""Characters of what was copied that the trail keeps, its numbers masked."""


@dataclass(frozen=True, slots=True)
class WholeRow:
    """What identifies a person, whole."""

    person_id: int
    name: str
    id_number: str
    phone: str
    hukou: str
    address: str


class WholeNumbers:
    """Tells one person's whole numbers; each telling and each copy of one is an entry of its own."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.SEE_WHOLE_NUMBERS)
    def of_person(self, actor: Actor, person_id: int, matter: str) -> WholeRow:
        """Return a person's whole numbers for a matter; NotPossible when there is no such person.

        It is stored that they were shown before they are.
        """
        return self._tell(actor, _BY_PERSON, matter, person=person_id)

    @needs(Right.SEE_WHOLE_NUMBERS)
    def of_case(self, actor: Actor, case_id: int, matter: str) -> WholeRow:
        """The same of the person that a case is about."""
        return self._tell(actor, _BY_CASE, matter, case=case_id)

    @open_to("whoever could copy a number saw it already; that it was copied is written down for everybody")
    def copied(self, actor: Actor, words: str, matter: str) -> None:
        """Write down that words with a whole number in them were copied; the number stays masked."""
        at, detail = self._office.clock.now(), hide_numbers(words)[:_MOST]
        self._journal.note(Happening(actor, "copy_number", at, matter=matter, detail=detail))

    def _tell(self, actor: Actor, prepared: Prepared, matter: str, **which: int) -> WholeRow:
        office = self._office
        row = office.database.link.one(prepared, **which)
        if row is None:
            raise NotPossible(_NOBODY)
        self._journal.store(
            (
                Happening(
                    actor,
                    "show_number",
                    office.clock.now(),
                    person_id=row.person_id,
                    person_row=row.id,
                    matter=matter,
                    detail=f"{mask_id(row.id_number)}，电话、地址",
                ),
            )
        )
        hukou = (office.divisions.full_name(row.hukou_division) or "") + row.hukou_address
        return WholeRow(row.person_id, row.name, row.id_number, row.phone, hukou, row.written_address or "")
