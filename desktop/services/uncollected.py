"""Permits that were made and that nobody has come for, and the calls that were made about them."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.codes import CaseState
from desktop.domain.masking import mask_id, mask_phone
from desktop.domain.permit_deadlines import PermitStep, step_due
from desktop.domain.permit_life import PermitState
from desktop.domain.station_settings import StationSetting
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, CaseStep, Permit, Person, Staff
from desktop.services import setting_records
from desktop.services.hand_over_rows import CallRow, UncollectedRow

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.policy import Policy
    from desktop.domain.working_days import Calendar
    from desktop.models.database import Link

DEFAULT_DAYS = 30
"""So many calendar days a permit waits before its holder is called, where the station set nothing else."""
CALL = "call"
"""What the step of a call says that it is."""
_PRODUCED = Prepared(
    select(
        Permit.permit_id,
        Permit.permit_number,
        Permit.serial,
        Permit.case_id,
        Permit.produced_on,
        CaseFile.case_number,
        Person.person_id,
        Person.name,
        Person.id_number,
        Person.phone,
    )
    .join(CaseFile, CaseFile.id == Permit.case_id)
    .join(Person, Person.current_id == Permit.person_id)
    .where(
        Permit.current_state == PermitState.PRODUCED.value,
        CaseFile.state == CaseState.PRODUCED.value,
        Permit.produced_on <= bindparam("last"),
    )
    .order_by(Permit.produced_on, Permit.id)
    .limit(bindparam("most"))
)
_CALLS = Prepared(
    select(CaseStep.at, Staff.name, CaseStep.note, CaseStep.facts, CaseStep.case_id)
    .join(CaseFile, CaseFile.id == CaseStep.case_id)
    .join(Staff, Staff.id == CaseStep.staff_id)
    .where(
        CaseFile.state == CaseState.PRODUCED.value,
        CaseStep.state == CaseState.PRODUCED.value,
        CaseStep.request_id.is_not(None),
    )
    .order_by(CaseStep.at, CaseStep.id)
)


def uncollected(
    link: Link, calendar: Calendar, policy: Policy, today: date, days: int | None, limit: int
) -> tuple[UncollectedRow, ...]:
    """Return the permits made `days` calendar days ago or earlier, oldest first.

    Without `days`: those past the rules' own last day for collecting where they set one, else those older
    than the station's setting.
    """
    by_rule = days is None and policy.permit.collect_within.value is not None
    if days is None:
        days = 0 if by_rule else station_days(link)
    rows = link.all(_PRODUCED, last=today - timedelta(days=days), most=limit)
    calls: defaultdict[int, list[CallRow]] = defaultdict(list)
    for row in link.all(_CALLS) if rows else ():
        if json.loads(row.facts or "{}").get("event") == CALL:
            calls[row.case_id].append(CallRow(row.at, row.name, row.note))
    found = (
        UncollectedRow(
            case_id=row.case_id,
            case_number=row.case_number,
            permit_id=row.permit_id,
            permit_number=row.permit_number,
            serial=row.serial,
            person_id=row.person_id,
            person_name=row.name,
            masked_id_number=mask_id(row.id_number),
            masked_phone=mask_phone(row.phone) if row.phone else "",
            produced_on=row.produced_on,
            waiting_days=(today - row.produced_on).days,
            collect_by=collect_by(row.produced_on, policy, calendar),
            calls=tuple(calls[row.case_id]),
        )
        for row in rows
    )
    return tuple(
        one for one in found if not by_rule or (one.collect_by is not None and one.collect_by < today)
    )


def collect_by(produced_on: date, policy: Policy, calendar: Calendar) -> date | None:
    """Return the last day for collecting a permit, or None where the rules set none."""
    due = step_due(PermitStep.COLLECT, produced_on, policy, calendar).due
    return due.on if due else None


def station_days(link: Link) -> int:
    """Return after how many calendar days this station calls: its setting, or 30."""
    written = setting_records.value_of(link, StationSetting.UNCOLLECTED_DAYS.value)
    return int(written) if written.isdigit() else DEFAULT_DAYS
