"""What a scan at the counter is for when somebody comes to collect a permit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain.case_numbers import NUMBERED_APART
from desktop.domain.code_words import label
from desktop.domain.permit_life import LIVE, PermitState
from desktop.domain.queries import QueryKind, read_query
from desktop.services import cards, case_records, people_records, permit_records
from desktop.services.hand_over_rows import Collection
from desktop.services.hand_over_standing import (
    FOREIGN,
    NOT_A_CODE,
    OTHER_PAPER,
    UNKNOWN,
    case_problem,
    ended,
    notes,
    problem_of,
    replaced_problem,
)
from desktop.services.permit_facts import open_replacement
from desktop.services.uncollected import collect_by

if TYPE_CHECKING:
    from datetime import date

    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor, CaseRow

PERMIT_NUMBER = "31"
_CASE_DIGITS = 22


def meant(office: Office, link: Link, actor: Actor, code: str, today: date) -> Collection:
    """Return the permit to be handed over that a scan is for, or what the scan is instead.

    A paper's signed code is as good as its barcode; only the number in it counts here.
    """
    asked = read_query(_number_in(code))
    if asked.kind not in (QueryKind.CASE, QueryKind.PAPER):
        return Collection(asked.text, NOT_A_CODE)
    number = asked.text
    apart = next((kind for kind in NUMBERED_APART if number.startswith(kind)), None)
    if asked.kind is QueryKind.PAPER and apart is not None:
        return Collection(number, OTHER_PAPER.fill(number=number, kind=label(apart)))
    scanned = permit_records.by_number(link, number) if number.startswith(PERMIT_NUMBER) else None
    if scanned is not None and scanned.state is not PermitState.PRODUCED:
        return _of_other_card(office, link, actor, number, scanned, today)
    case_number = number[-_CASE_DIGITS:]
    case = case_records.by_number(link, case_number)
    if case is None:
        division, station = case_number[:6], case_number[6:9]
        here = (division, station) == (actor.station.division, actor.station.station_code)
        told = (UNKNOWN if here else FOREIGN).fill(number=number, division=division, station=station)
        return Collection(number, told)
    return _collection(office, link, actor, number, case, today)


def _number_in(code: str) -> str:
    from printing.seal import claims, cose  # here for start-up time

    if not code.startswith(cose.PREFIX):
        return code
    try:
        return claims.read(cose.read(code).payload).number
    except ValueError:
        return ""


def _of_other_card(
    office: Office, link: Link, actor: Actor, number: str, permit: PermitRow, today: date
) -> Collection:
    """Return what a card that is not to be handed over is for: its successor, where one is being made."""
    pending = open_replacement(link, permit.person_id)
    if pending is not None and (permit.state in LIVE or permit.state is PermitState.LOST):
        return _collection(office, link, actor, number, pending, today)
    case = case_records.find(link, permit.case_id)
    if permit.state in LIVE:
        return Collection(number, case_problem(link, case), case, permit)
    return Collection(number, ended(link, permit), case, permit)


def _collection(
    office: Office, link: Link, actor: Actor, code: str, case: CaseRow, today: date
) -> Collection:
    permit = permit_records.of_case(link, case.case_id)
    old = permit_records.find(link, permit.replaces_id) if permit and permit.replaces_id else None
    problem = problem_of(link, case, permit, today)
    if problem is None and old is not None:
        problem = replaced_problem(old)
    if permit is None or problem is not None:
        return Collection(code, problem, case, permit, replaces=old)
    row = people_records.by_id(link, case.person_id)
    assert row is not None
    policy = office.policies.in_force(actor.station.division, today)
    return Collection(
        code=code,
        case=case,
        permit=permit,
        person=people_records.person_row(row),
        photo=cards.photo_of(link, case),
        replaces=old,
        agent=json.loads(case_records.facts_of(link, case.case_id)[0]).get("agent") or None,
        notes=notes(link, permit),
        waiting_days=(today - permit.produced_on).days,
        collect_by=collect_by(permit.produced_on, policy, office.calendar),
    )
