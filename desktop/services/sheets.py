"""Sheets that tell a resident something: what the rules entitle to. A case of its own, so that it is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, Holding, PaperKind
from desktop.domain.entitlements import by_kind
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.masking import mask_id
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.services import case_papers, paper_records, staffing_sheets
from desktop.services.case_records import NewCase
from desktop.services.rights import needs
from desktop.services.sheet_cases import NewSheet, make_out

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.domain.case_numbers import CaseNumber
    from desktop.domain.policy import Policy
    from desktop.services.application_rows import SheetDone
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, PersonRow
    from printing.documents import EntitlementSheet


class Sheets:
    """Freezes sheets for people who are registered; the law is read from the rule packs."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.ACCEPT)
    def entitlements(self, actor: Actor, request_id: str, person_id: int) -> SheetDone:
        """Freeze what the rules in force here entitle the holder of a certificate or a permit to.

        The same `request_id` again gives the same answer. Raises NotPossible for somebody who is not
        registered here, or where the rules list nothing.
        """
        office = self._office
        at = office.clock.now()
        policy = office.policies.in_force(actor.station.division, local_date(at))
        if not policy.entitlements:
            problem = sentence("errors", "现行规定没有列明权益和便利，不能出具告知单。")
            raise NotPossible(problem)
        sheet = NewSheet(
            case=NewCase(
                kind=CaseKind.ENTITLEMENTS,
                state=CaseState.COMPLETED,
                request_id=request_id,
                summary=str(label(Holding.CERTIFICATE)),
                policy=policy.version,
                facts={"holding": Holding.CERTIFICATE.value},
            ),
            paper=PaperKind.ENTITLEMENT_SHEET,
            action="tell_entitlements",
            draw=lambda number, person: _entitlement_sheet(
                actor, number, person, Holding.CERTIFICATE, policy, at
            ),
            residents_only=True,
        )
        return make_out(office, self._journal, actor, person_id, sheet, at)

    @needs(Right.ACCEPT)
    def privacy_notice(self, actor: Actor, case_id: int) -> int:
        """Return the paper that tells how a case's personal information is handled; made out once."""
        return case_papers.privacy_notice(self._office, self._journal, actor, case_id)

    @needs(Right.HAND_OVER)
    def collection_slip(self, actor: Actor, case_id: int) -> int:
        """Return the slip to collect a permit with; NotPossible unless it lies ready. Made out once."""
        return case_papers.collection_slip(self._office, self._journal, actor, case_id)

    @needs(Right.WORK_DAY)
    def staffing_sheet(self, actor: Actor, division: str, on: date, residents: int) -> int:
        """Return the paper with the count of staff for so many newcomers, by the rules of a place and day."""
        return staffing_sheets.make_out(self._office, self._journal, actor, division, on, residents)


def _entitlement_sheet(
    actor: Actor, number: CaseNumber, person: PersonRow, holding: Holding, policy: Policy, at: datetime
) -> EntitlementSheet:
    from printing.documents import EntitlementGroup, EntitlementLine, EntitlementSheet

    return EntitlementSheet(
        **paper_records.standing(actor, number, PaperKind.ENTITLEMENT_SHEET, at),
        name=person.name,
        id_kind=str(label(person.id_kind)),
        masked_id=mask_id(person.id_number),
        holding=str(label(holding)),
        groups=tuple(
            EntitlementGroup(
                title=str(heading),
                lines=tuple(
                    EntitlementLine(
                        label=rule.value.label,
                        papers="、".join(str(label(each)) for each in Holding if each in rule.value.holders),
                        basis=rule.basis,
                    )
                    for rule in rules
                ),
            )
            for heading, rules in by_kind(policy)
        ),
        rules=tuple(f"{layer.title}（{layer.document}）" for layer in policy.layers),
    )
