"""Judging a case on a day: every finding by the rules in force, what was brought, what is missing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.codes import AgentReason, CaseKind, Ground, MaterialState, Relation
from desktop.domain.errors import sentence
from desktop.domain.permit import (
    ApplicationFacts,
    MaterialNeed,
    assess_application,
    materials_for,
    missing_materials,
)
from desktop.domain.permit_life import LIVE, OPEN, STATE_WORDS, PermitState
from desktop.domain.replacement import ReplacementKind, replacement_materials
from desktop.domain.rule import Finding, finding
from desktop.services import case_records, permit_records, registration_records
from desktop.services.findings import named

if TYPE_CHECKING:
    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import CaseRow, CaseStepRow, PersonRow, RegistrationRow, StationRow


@dataclass(frozen=True, slots=True)
class Judgement:
    """A case as the rules in force on a day see it; `replaces` is the permit that a new one is made for.

    `states` say how each material stands by now, `needs` what the rules of the day ask for.
    """

    policy: Policy
    findings: tuple[Finding, ...]
    needs: tuple[MaterialNeed, ...]
    states: Mapping[str, MaterialState]
    missing: tuple[MaterialNeed, ...]
    replaces: PermitRow | None

    @property
    def unmet(self) -> tuple[Finding, ...]:
        """The conditions that are not met."""
        return tuple(one for one in self.findings if not one.met)

    @property
    def clean(self) -> bool:
        """Whether every condition is met and nothing is missing."""
        return not self.unmet and not self.missing


def application_findings(
    office: Office,
    link: Link,
    station: StationRow,
    person: PersonRow,
    ground: Ground,
    relation: Relation | None,
    reason: AgentReason | None,
    policy: Policy,
    on: date,
) -> tuple[Finding, ...]:
    """Judge an application for a first permit, by what is registered of the person now."""
    registrations = registration_records.of_person(link, person.person_id, "")
    here = _here(registrations)
    facts = ApplicationFacts(
        id_kind=person.id_kind,
        birth_date=person.birth_date or on,
        hukou_division=person.hukou_division,
        division=here.address.division if here else station.division,
        spans=registration_records.spans(registrations),
        ground=ground,
        has_permit=any(in_force(permit, on) for permit in permit_records.of_person(link, person.person_id)),
        agent_relation=relation,
        agent_reason=reason,
    )
    return named(assess_application(facts, policy, on), office.divisions)


def judge(
    office: Office,
    link: Link,
    station: StationRow,
    case: CaseRow,
    person: PersonRow,
    policy: Policy,
    on: date,
    steps: tuple[CaseStepRow, ...],
) -> Judgement:
    """Judge a case on a day. A case of a kind that is decided otherwise has no findings and no materials."""
    facts = json.loads(case_records.facts_of(link, case.case_id)[0])
    states = material_states(facts, steps)
    findings: tuple[Finding, ...] = ()
    needs: tuple[MaterialNeed, ...] = ()
    replaces = None
    if case.kind is CaseKind.PERMIT_APPLICATION:
        agent, ground = facts["agent"], Ground(facts["ground"])
        relation = Relation(agent["agent_relation"]) if agent else None
        reason = AgentReason(agent["agent_reason"]) if agent else None
        findings = application_findings(office, link, station, person, ground, relation, reason, policy, on)
        needs = materials_for(ground, agent=bool(agent), policy=policy)
    elif "replaces_id" in facts:
        replaces = permit_records.find(link, int(facts["replaces_id"]))
        here = _here(registration_records.of_person(link, person.person_id, ""))
        findings = _replacement_findings(replaces, here, policy)
        needs = replacement_materials(ReplacementKind(case.kind.value), policy)
    return Judgement(policy, findings, needs, states, missing_materials(needs, states), replaces)


def material_states(facts: dict[str, Any], steps: tuple[CaseStepRow, ...]) -> dict[str, MaterialState]:
    """Return how each material stands: as at acceptance, and as brought again since."""
    states = dict(facts.get("materials", {}))
    for step in steps:
        states |= step.facts.get("materials", {})
    return {code: MaterialState(state) for code, state in states.items()}


def in_force(permit: PermitRow, on: date) -> bool:
    """Tell whether a permit keeps its holder from another: not at an end, and not run out by itself."""
    return permit.state in OPEN and (permit.valid_until is None or on <= permit.valid_until)


def _here(registrations: tuple[RegistrationRow, ...]) -> RegistrationRow | None:
    return next((row for row in registrations if row.until is None), None)


def _replacement_findings(
    old: PermitRow, here: RegistrationRow | None, policy: Policy
) -> tuple[Finding, ...]:
    rules = policy.permit
    fact = sentence("findings", "原居住证{number}{state}。").fill(
        number=old.permit_number, state=STATE_WORDS[old.state]
    )
    change = sentence("findings", "原居住证已经终结的，请重新申领。")
    kept = old.state in LIVE or old.state is PermitState.LOST
    if here is None:
        told = sentence("findings", "没有有效的居住登记。")
    else:
        told = sentence("findings", "居住登记有效，登记于{on}。").fill(on=here.registered_on.isoformat())
    register = sentence("findings", "请先办理居住登记。")
    return (
        finding("replaced_for", rules.replaced_for, kept, fact, change),
        finding("registered", rules.scope, here is not None, told, register),
    )
