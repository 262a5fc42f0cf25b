"""Papers that are made out for a case when they are asked for, once: the privacy notice, the collection slip.

Where the station has it so, the slip is made out with the permit itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.case_numbers import CaseNumber
from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, PaperKind
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.masking import mask_id
from desktop.domain.retention import DataKind
from desktop.domain.station_settings import WITH_CARD, StationSetting
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Paper
from desktop.services import (
    case_records,
    paper_records,
    people_records,
    permit_records,
    retention_terms,
    setting_records,
)
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.uncollected import collect_by

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor, CaseRow, PersonRow
    from printing.documents import CollectionSlip, Document, PrivacyNotice

_OF_KIND = Prepared(
    select(Paper.id).where(Paper.case_id == bindparam("case"), Paper.kind == bindparam("wanted"))
)
_REGISTRATION = frozenset((CaseKind.REGISTRATION, CaseKind.REGISTRATION_MOVE))
_LAW = "《居住证暂行条例》"


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who asks for a paper of which case, when; what the paper is made of."""

    office: Office
    link: Link
    actor: Actor
    case: CaseRow
    person: PersonRow
    number: CaseNumber
    at: datetime


def privacy_notice(office: Office, journal: Journal, actor: Actor, case_id: int) -> int:
    """Return the case's 个人信息处理告知书 (个人信息保护法 art. 17, 35), made out when there is none yet."""
    return _once(office, journal, actor, case_id, PaperKind.PRIVACY_NOTICE, "tell_privacy", _privacy)


def collection_slip(office: Office, journal: Journal, actor: Actor, case_id: int) -> int:
    """Return the case's 领取凭证, made out when there is none yet; NotPossible unless its permit lies ready."""
    return _once(office, journal, actor, case_id, PaperKind.COLLECTION_SLIP, "tell_collection", _collection)


def slip_with_card(
    office: Office, journal: Journal, link: Link, actor: Actor, case_id: int, at: datetime
) -> bool:
    """Make out the 领取凭证 of a permit just made, in the transaction of its caller, where the station has it so."""
    if setting_records.value_of(link, StationSetting.COLLECTION_SLIP.value) != WITH_CARD:
        return False
    kind = PaperKind.COLLECTION_SLIP
    _made_out(office, journal, link, actor, case_id, kind, "tell_collection", _collection, at)
    return True


def has_slip(link: Link, case_id: int) -> bool:
    """Tell whether a case's 领取凭证 was made out."""
    return link.one(_OF_KIND, case=case_id, wanted=PaperKind.COLLECTION_SLIP.value) is not None


def _once(
    office: Office,
    journal: Journal,
    actor: Actor,
    case_id: int,
    kind: PaperKind,
    action: str,
    draw: Callable[[_Asked], Document],
) -> int:
    at = office.clock.now()
    return in_turn(
        office, lambda link: _made_out(office, journal, link, actor, case_id, kind, action, draw, at)
    )


def _made_out(
    office: Office,
    journal: Journal,
    link: Link,
    actor: Actor,
    case_id: int,
    kind: PaperKind,
    action: str,
    draw: Callable[[_Asked], Document],
    at: datetime,
) -> int:
    there = link.one(_OF_KIND, case=case_id, wanted=kind.value)
    if there is not None:
        return int(there.id)
    case = case_records.find(link, case_id)
    row = people_records.by_id(link, case.person_id)
    if row is None:
        raise NotPossible(sentence("errors", "没有这个人的记录。"))
    person = people_records.person_row(row)
    number = CaseNumber.parse(case.case_number)
    document = draw(_Asked(office, link, actor, case, person, number, at))
    paper_id = paper_records.freeze(
        office, link, actor, document, at, case_id=case_id, person_id=case.person_id
    )
    happening = Happening(
        actor,
        action,
        at,
        person_id=case.person_id,
        case_number=case.case_number,
        paper_number=document.number,
    )
    journal.write(link, happening)
    return paper_id


def _privacy(it: _Asked) -> PrivacyNotice:
    from printing.documents import PrivacyNotice, PrivacyUse

    months = retention_terms.term(it.link, DataKind.PERSON, local_date(it.at)).months
    years, rest = divmod(months, 12)
    kept = f"办理期间和全部终结后{months}个月" if rest else f"办理期间和全部终结后{years}年"
    registration = PrivacyUse(
        purpose="申报、变更、注销居住登记，出具居住登记凭证",
        information="姓名、性别、民族、出生日期、证件类型和号码、常住户口所在地、居住地址、住所类别、居住事由、"
        "联系电话、服务处所、随同居住的未成年人",
        basis=_LAW,
        kept=kept,
    )
    permit = PrivacyUse(
        purpose="居住证的申领、签注、换领、补领、注销",
        information="上列信息，相片，就业、住所、就读的证明材料，证件编号和使用状态",
        basis=_LAW,
        kept=kept,
    )
    return PrivacyNotice(
        **paper_records.standing(it.actor, it.number, PaperKind.PRIVACY_NOTICE, it.at),
        name=it.person.name,
        id_kind=str(label(it.person.id_kind)),
        masked_id=mask_id(it.person.id_number),
        matter=str(label(it.case.kind)),
        uses=(registration,) if it.case.kind in _REGISTRATION else (registration, permit),
    )


def _collection(it: _Asked) -> CollectionSlip:
    from printing.documents import CollectionSlip

    permit = permit_records.of_case(it.link, it.case.case_id)
    if permit is None or it.case.state is not CaseState.PRODUCED:
        raise NotPossible(sentence("errors", "居住证还没有制作完成或者已经领取，不能出具领取凭证。"))
    station = it.actor.station
    return CollectionSlip(
        **paper_records.standing(it.actor, it.number, PaperKind.COLLECTION_SLIP, it.at),
        name=it.person.name,
        id_kind=str(label(it.person.id_kind)),
        masked_id=mask_id(it.person.id_number),
        matter=str(label(it.case.kind)),
        permit_number=permit.permit_number,
        permit_serial=permit.serial,
        ready_on=permit.produced_on,
        collect_at="　".join(part for part in (station.name, station.address) if part),
        collect_by="本人或者代领人",
        bring=("本凭证和受理回执", "本人有效身份证件", "代领的，代领人有效身份证件和委托书"),
        until=_until(it, permit),
    )


def _until(it: _Asked, permit: PermitRow) -> date | None:
    """The last day for collecting by the rules of the place, where they set one."""
    policy = it.office.policies.in_force(it.actor.station.division, local_date(it.at))
    return collect_by(permit.produced_on, policy, it.office.calendar)
