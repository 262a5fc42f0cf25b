"""Sheets that tell a resident something: what the rules entitle to. A case of its own, so that it is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.case_numbers import paper_number
from desktop.domain.codes import CaseKind, CaseState, Holding, PaperKind, label
from desktop.domain.entitlements import by_kind
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.masking import mask_id
from desktop.domain.times import local_date
from desktop.services import case_records, paper_records, people_records, registration_records
from desktop.services.journal import Happening
from desktop.services.rows import SheetDone

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.case_numbers import CaseNumber
    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, PersonRow
    from printing.documents import EntitlementSheet


class Sheets:
    """Freezes sheets for people who are registered; the law is read from the rule packs."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

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
        with office.database.write() as link:
            done = case_records.by_request(link, request_id)
            case_id = done.case_id if done else self._tell(link, actor, request_id, person_id, policy, at)
            [paper] = paper_records.of_case(link, case_id)
            return SheetDone(case_records.find(link, case_id), paper.paper_id)

    def _tell(
        self, link: Link, actor: Actor, request_id: str, person_id: int, policy: Policy, at: datetime
    ) -> int:
        office = self._office
        row = people_records.by_id(link, person_id)
        if row is None:
            raise NotPossible(sentence("errors", "没有这个人的记录。"))
        if registration_records.open_of(link, person_id) is None:
            raise NotPossible(
                sentence("errors", "还没有居住登记，没有可以凭以办事的凭证。请先办理居住登记。")
            )
        person = people_records.person_row(row)
        case = case_records.take(
            office,
            link,
            actor,
            people_records.KeptPerson(person_id, row.id),
            case_records.NewCase(
                kind=CaseKind.ENTITLEMENTS,
                state=CaseState.COMPLETED,
                request_id=request_id,
                summary=str(label(Holding.CERTIFICATE)),
                policy=policy.version,
                facts={"holding": Holding.CERTIFICATE.value},
            ),
            at,
        )
        document = _entitlement_sheet(actor, case.number, person, Holding.CERTIFICATE, policy, at)
        paper_records.freeze(office, link, actor, document, at, case_id=case.case_id, person_id=person_id)
        self._journal.write(
            link,
            Happening(
                actor,
                "tell_entitlements",
                at,
                person_id=person_id,
                person_row=row.id,
                case_number=str(case.number),
                paper_number=paper_number(PaperKind.ENTITLEMENT_SHEET, case.number),
            ),
        )
        return case.case_id


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
