"""Replacing a permit: for what, with which materials, by when."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from desktop.domain.codes import CaseKind
from desktop.domain.errors import Sentence, sentence
from desktop.domain.permit import MaterialNeed
from desktop.domain.permit_deadlines import PermitStep, promised_date, step_due
from desktop.domain.policy import NeededBy, Policy
from desktop.domain.working_days import Calendar, Due

OLD_PERMIT, CHANGE_PROOF = "old_permit", "change_proof"


class ReplacementKind(StrEnum):
    """Why a permit is replaced (居住证暂行条例 第十一条); the values are those of the cases' kinds."""

    DAMAGED = CaseKind.REPLACE_DAMAGED.value
    CHANGED = CaseKind.REPLACE_CHANGED.value
    LOST = CaseKind.REPLACE_LOST.value


def replacement_materials(kind: ReplacementKind, policy: Policy) -> tuple[MaterialNeed, ...]:
    """List what to bring: what everybody brings, the old card where there is one, proof of what changed."""
    needs = [
        MaterialNeed(
            code,
            Sentence("materials", rule.value.label),
            rule.value.alternatives,
            rule.value.shareable,
            rule.basis,
        )
        for code, rule in policy.permit.materials
        if rule.value.needed_by is NeededBy.EVERYONE
    ]
    basis = policy.permit.replaced_for.basis
    if kind is not ReplacementKind.LOST:
        needs.append(MaterialNeed(OLD_PERMIT, sentence("materials", "原居住证"), (), False, basis))
    if kind is ReplacementKind.CHANGED:
        needs.append(MaterialNeed(CHANGE_PROOF, sentence("materials", "变更内容的证明材料"), (), True, basis))
    return tuple(needs)


def replaced_by_when(accepted_on: date, policy: Policy, calendar: Calendar) -> tuple[Due, str]:
    """Give the last day for making a replacement and its article: that of a first issue where the law is silent."""
    found = step_due(PermitStep.REPLACE, accepted_on, policy, calendar)
    if found.due is not None:
        return found.due, found.basis
    return promised_date(accepted_on, policy, calendar), policy.permit.issue_within.basis
