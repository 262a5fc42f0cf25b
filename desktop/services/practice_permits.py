"""Permits of the practice station: blanks in the drawer, and a permit in every state there is to try."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.blanks import SerialRange, read_range
from desktop.domain.codes import CaseKind, Ground, MaterialState, Role
from desktop.domain.handing_over import HandOverForm, ReceiptFate, SignedOn
from desktop.domain.replacement import ReplacementKind
from desktop.services import case_records, permit_records
from desktop.services.practice_photo import sample_photo
from desktop.services.practice_staff import PRACTICE_CLERKS, PRACTICE_COUNTERS

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor, CaseRow

BATCH = "YL00000001", "YL00000200"
BLANKS_CAME_IN = 900
"""So many days ago the batch came in."""
PER_COUNTER = 60
"""So many blanks lie at each counter; the rest is in stock."""
_NAMESPACE = uuid.UUID("9d0f4f0b-6a53-4d2f-8a50-0c2f6c1f7f52")


@dataclass(frozen=True, slots=True)
class Staff:
    """Who did it: the clerk takes in, prints and hands over, the officer decides and keeps the blanks."""

    clerk: Actor
    officer: Actor


@dataclass(frozen=True, slots=True)
class _Life:
    counter: Counter
    staff: Staff
    person_id: int

    def request(self, deed: str) -> str:
        return str(uuid.uuid5(_NAMESPACE, f"{deed} {self.case().case_number}"))

    def case(self) -> CaseRow:
        """The newest case of the person that is about making a permit."""
        link = self.counter.office.database.link
        cases = case_records.of_person(link, self.person_id)
        made = (CaseKind.PERMIT_APPLICATION, CaseKind.REPLACE_LOST)
        return max((case for case in cases if case.kind in made), key=lambda case: case.case_id)

    def permit(self) -> PermitRow:
        return permit_records.of_person(self.counter.office.database.link, self.person_id)[-1]


def sign_in(counter: Counter) -> Staff:
    """Sign the first clerk and the officer in at counter 1."""
    by_role = {one.role: one for one in reversed(PRACTICE_CLERKS)}
    clerk, officer = (
        counter.sign_in.sign_in(one.sign_in_name, one.password, 1)
        for one in (by_role[Role.AUXILIARY], by_role[Role.OFFICER])
    )
    return Staff(clerk, officer)


def stock(counter: Counter, staff: Staff) -> None:
    """Take a batch of blanks in, and give every counter its share."""
    request = str(uuid.uuid5(_NAMESPACE, "blanks"))
    counter.blanks.receive(staff.officer, request, *BATCH, "演练批次")
    batch: SerialRange = read_range(*BATCH)
    for place, counter_number in enumerate(PRACTICE_COUNTERS):
        first = batch.first.number + place * PER_COUNTER
        ends = (str(batch.first.at(first)), str(batch.first.at(first + PER_COUNTER - 1)))
        moved = str(uuid.uuid5(_NAMESPACE, f"blanks to {counter_number}"))
        counter.blanks.move_to_counter(staff.officer, moved, *ends, counter_number)


def _grant(it: _Life) -> None:
    case = it.case()
    it.counter.decisions.grant(it.staff.officer, it.request("grant"), case.case_id, case.version)


def _send_back(it: _Life) -> None:
    case = it.case()
    reason = "劳动合同没有单位盖章，请补盖后再报。"
    it.counter.decisions.send_back(
        it.staff.officer, it.request("send back"), case.case_id, case.version, reason
    )


def _make(it: _Life) -> None:
    case, clerk, production = it.case(), it.staff.clerk, it.counter.production
    [card] = production.reserve(clerk, it.request("reserve"), [case.case_id])
    if not production.printed(clerk, it.request("print"), [card.serial]).produced:
        raise AssertionError(f"the sample permit of case {case.case_number} could not be made")


def _spoil_and_make(it: _Life) -> None:
    clerk, production = it.staff.clerk, it.counter.production
    [card] = production.reserve(clerk, it.request("reserve first"), [it.case().case_id])
    production.spoiled(clerk, it.request("spoil"), card.serial, "演练：打印歪斜")
    _make(it)


def _hand_over(it: _Life) -> None:
    form = HandOverForm(signed_on=SignedOn.PAPER, receipt=ReceiptFate.RETURNED)
    it.counter.handing_over.hand_over(it.staff.clerk, it.request("hand over"), it.case().case_id, form)


def _endorse(it: _Life) -> None:
    permit = it.permit()
    it.counter.endorsements.endorse(
        it.staff.clerk,
        it.request(f"endorse {permit.version}"),
        permit.permit_id,
        permit.version,
        Ground.EMPLOYMENT,
        MaterialState.PRESENT,
    )


def _replace_lost(it: _Life) -> None:
    permit, replacements = it.permit(), it.counter.replacements
    kind = ReplacementKind.LOST
    needs = replacements.replacement(it.staff.clerk, permit.permit_id, kind).materials
    replacements.replace(
        it.staff.clerk,
        it.request("replace"),
        permit.permit_id,
        permit.version,
        kind,
        sample_photo(),
        {need.code: MaterialState.PRESENT for need in needs},
        "演练：不慎遗失",
    )


LifeStep = Callable[[_Life], None]
LIVES: dict[str, tuple[tuple[int, LifeStep], ...]] = {
    "贺新凉": ((796, _grant), (795, _make), (790, _hand_over), (440, _endorse)),
    "龚远山": ((356, _grant), (355, _make), (350, _hand_over)),
    "邵清和": ((197, _grant), (195, _make), (190, _hand_over)),
    "钟毓": ((336, _grant), (335, _make), (330, _hand_over), (6, _replace_lost), (4, _grant)),
    "汪若晨": ((66, _grant), (60, _make)),
    "田一苇": ((8, _grant), (3, _spoil_and_make)),
    "任南乔": ((5, _grant),),
    "姜白石": ((4, _grant),),
    "顾横波": ((3, _grant),),
    "段秋水": ((5, _send_back),),
}
"""What became of whose application, and how many days ago."""


def live(counter: Counter, staff: Staff, person_id: int, step: LifeStep) -> None:
    """Let one step of a sample permit's life happen now."""
    step(_Life(counter, staff, person_id))
