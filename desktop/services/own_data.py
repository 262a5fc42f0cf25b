"""What is stored about me (个人信息保护法 art. 45): read at the counter, and as a paper to take home."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.code_words import label
from desktop.domain.codes import PaperKind
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Paper
from desktop.services import own_data_records, paper_records, people_records, retention_terms
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.numbering import next_case_number
from desktop.services.own_data_rows import GROUP_WORDS, OwnDataGroup, OwnDataPage
from desktop.services.rights import needs

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.documents import OwnDataSheet

SERIES = "own_data_sheet"
"""The series its numbers are taken from."""
_GROWS = frozenset((OwnDataGroup.PAPERS, OwnDataGroup.LOOKS))
"""What telling it changes by itself."""
_MADE_TODAY = Prepared(
    select(Paper.id, Paper.document)
    .where(
        Paper.issued_on == bindparam("day"),
        Paper.person_id == bindparam("person"),
        Paper.counter_number == bindparam("counter"),
        Paper.kind == PaperKind.OWN_DATA_SHEET.value,
        Paper.document != "",
    )
    .order_by(Paper.id)
)

_NOBODY = sentence("errors", "没有这个人的记录。")
_MATTER = sentence("own_data", "本人查阅")
_MAY_GO = "目前没有法定的保存理由，可以在本所窗口申请删除，由另一名工作人员批准后办理。"
_ASKED = "删除申请已经提出，正待批准。"
_MAY_NOT = "现在还不能删除，理由如下。"


class OwnData:
    """Tells residents what is stored of them; each telling is written down."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.TELL_OWN_DATA)
    def read(self, actor: Actor, person_id: int) -> OwnDataPage:
        """Return everything that is stored of a person, also that nothing is; NotPossible for nobody."""
        office = self._office
        at = office.clock.now()
        self._journal.flush()  # who looked a moment ago is told too
        with office.database.faults():
            page = self._page(office.database.link, person_id, at)
        self._journal.note(Happening(actor, "view_own_data", at, person_id=person_id, matter=str(_MATTER)))
        return page

    @needs(Right.TELL_OWN_DATA)
    def issue(self, actor: Actor, person_id: int) -> int:
        """Freeze it as a paper; return the paper to print.

        Asked for again at the same counter on the same day, while nothing else has changed, it is the same
        paper: a further sheet of it is a numbered copy.
        """
        office = self._office
        at = office.clock.now()
        self._journal.flush()

        def job(link: Link) -> int:
            from printing.freezing import thaw

            people_records.wait_for(link, person_id)
            page = self._page(link, person_id, at)
            told = self._document(actor, "0" * 22, page, at)
            today = local_date(at)
            for row in link.all(_MADE_TODAY, day=today, person=person_id, counter=actor.counter_number):
                made = thaw(row.document)
                assert isinstance(made, type(told))
                if made.clerk == actor.name and _steady(made) == _steady(told):
                    return int(row.id)
            number = str(next_case_number(link, actor, today, SERIES))
            document = self._document(actor, number, page, at)
            paper_id = paper_records.freeze(
                office, link, actor, document, at, case_id=None, person_id=person_id
            )
            self._journal.write(
                link,
                Happening(
                    actor,
                    "tell_own_data",
                    at,
                    person_id=person_id,
                    paper_number=document.number,
                    matter=str(_MATTER),
                ),
            )
            return paper_id

        return in_turn(office, job)

    # -- inside ------------------------------------------------------------------------------------
    def _page(self, link: Link, person_id: int, at: datetime) -> OwnDataPage:
        row = people_records.by_id(link, person_id)
        if row is None:
            raise NotPossible(_NOBODY)
        today = local_date(at)
        return OwnDataPage(
            people_records.person_row(row),
            today,
            own_data_records.groups(self._office, link, person_id, retention_terms.terms(link, today)),
            retention_terms.standing(link, person_id, today),
        )

    def _document(self, actor: Actor, number: str, page: OwnDataPage, at: datetime) -> OwnDataSheet:
        from printing.documents import DataGroup, DataLine, OwnDataSheet

        station, deletion = actor.station, page.deletion
        said = _MAY_NOT if deletion.obstacles else _ASKED if deletion.waiting is not None else _MAY_GO
        return OwnDataSheet(
            number=f"{PaperKind.OWN_DATA_SHEET.value}{number}",
            case_number=number,
            station_name=station.name,
            station_phone=station.phone,
            station_address=station.address,
            clerk=actor.name,
            counter_number=actor.counter_number,
            issued_on=local_date(at),
            practice=station.practice,
            day=page.on,
            name=page.person.name,
            id_kind=str(label(page.person.id_kind)),
            id_number=page.person.id_number,
            groups=tuple(
                DataGroup(
                    title=group.title,
                    kept=group.kept,
                    lines=tuple(
                        DataLine(what=one.what, says=one.says, since=one.since) for one in group.lines
                    ),
                )
                for group in page.groups
            ),
            deletion=said,
            obstacles=tuple(f"{one.why}（{one.law}）" for one in deletion.obstacles),
        )


def _steady(document: OwnDataSheet) -> tuple[object, ...]:
    """What of a sheet stays the same however often it is told."""
    grows = {str(GROUP_WORDS[group]) for group in _GROWS}
    return (document.deletion, document.obstacles, [one for one in document.groups if one.title not in grows])
