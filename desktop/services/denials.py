"""The notice of a permit that was not granted: why, by which article, and what can be done about it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.domain.case_numbers import CaseNumber
from desktop.domain.code_words import label
from desktop.domain.codes import PaperKind, Relation
from desktop.services import case_records, paper_records, people_records

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.judging import Judgement
    from desktop.services.rows import Actor, CaseRow
    from printing.documents import DenialNotice, RefusalReason


def denial_reasons(judged: Judgement, reason: str, clause: str) -> tuple[RefusalReason, ...]:
    """Return the officer's reason with the article of its condition, and every condition not met today."""
    from printing.documents import RefusalReason

    by_code = {one.code: one for one in judged.findings}
    stands_on = by_code.get(clause) or next(iter((*judged.unmet, *judged.findings)))
    others = tuple(
        RefusalReason(fact=str(one.fact), basis=one.basis, change=str(one.change or ""))
        for one in judged.unmet
    )
    return (RefusalReason(fact=reason, basis=stands_on.basis), *others)


def denial_notice(
    link: Link, actor: Actor, case: CaseRow, reasons: tuple[RefusalReason, ...], at: datetime
) -> DenialNotice:
    """Return the notice of a denial, with the agent who applied for somebody."""
    from printing.documents import DenialNotice

    row = people_records.by_id(link, case.person_id)
    assert row is not None
    person = people_records.person_row(row)
    agent = json.loads(case_records.facts_of(link, case.case_id)[0]).get("agent") or {}
    return DenialNotice(
        **paper_records.standing(actor, CaseNumber.parse(case.case_number), PaperKind.DENIAL_NOTICE, at),
        name=person.name,
        id_kind=str(label(person.id_kind)),
        masked_id=person.masked_id_number,
        matter=str(label(case.kind)),
        reasons=reasons,
        agent=f"{agent['agent_name']}（{label(Relation(agent['agent_relation']))}）" if agent else "",
    )
