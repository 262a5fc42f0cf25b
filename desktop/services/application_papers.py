"""The paper that an application leads to: receipt, notice of what is missing, or refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, MaterialState, PaperKind
from desktop.domain.masking import mask_id, mask_phone
from desktop.domain.times import local_date
from desktop.services import paper_records
from desktop.services.law_notes import receipt_notes
from desktop.services.material_words import received

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.case_numbers import CaseNumber
    from desktop.domain.forms import ApplicationForm
    from desktop.domain.permit import MaterialNeed
    from desktop.domain.policy import Policy
    from desktop.domain.rule import Finding
    from desktop.services.rows import Actor, PersonRow
    from printing.documents import Document


def application_paper(
    actor: Actor,
    number: CaseNumber,
    person: PersonRow,
    form: ApplicationForm,
    states: dict[str, MaterialState],
    needs: tuple[MaterialNeed, ...],
    missing: tuple[MaterialNeed, ...],
    findings: tuple[Finding, ...],
    due: Any,
    policy: Policy,
    at: datetime,
) -> Document:
    """Return the refusal where a condition is not met, else the notice of what is missing, else the receipt."""
    from printing import documents

    unmet = tuple(finding for finding in findings if not finding.met)
    there = received((need for need in needs if need not in missing), states)
    about: dict[str, Any] = {
        "name": person.name,
        "id_kind": str(label(person.id_kind)),
        "masked_id": mask_id(person.id_number),
        "matter": str(label(CaseKind.PERMIT_APPLICATION)),
        "agent": f"{form.agent.name}（{label(form.agent.relation)}）" if form.agent else "",
    }
    if unmet:
        return documents.RefusalNotice(
            **paper_records.standing(actor, number, PaperKind.REFUSAL_NOTICE, at),
            **about,
            reasons=tuple(
                documents.RefusalReason(
                    fact=str(one.fact), basis=one.basis, change=str(one.change) if one.change else ""
                )
                for one in unmet
            ),
        )
    if missing:
        return documents.MissingItemsNotice(
            **paper_records.standing(actor, number, PaperKind.MISSING_ITEMS_NOTICE, at),
            **about,
            missing=tuple(
                documents.MissingItem(
                    label=str(need.label), accepted_instead=need.alternatives, basis=need.basis
                )
                for need in missing
            ),
            received=there,
        )
    return documents.AcceptanceReceipt(
        **paper_records.standing(actor, number, PaperKind.ACCEPTANCE_RECEIPT, at),
        **about,
        ground=str(label(form.ground)),
        materials=there,
        accepted_on=local_date(at),
        promised_on=due.on,
        promised_estimated=due.estimated,
        promised_basis=policy.permit.issue_within.basis,
        notes=receipt_notes(policy),
        masked_phone=mask_phone(person.phone) if person.phone else "",
    )
