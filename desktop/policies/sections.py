"""Every key that a pack may state, and how its value is read."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.codes import CancelReason, Ground, LodgingKind, Relation, ResidenceReason
from desktop.domain.policy import LateEndorsement, SpanCounting
from desktop.policies.readers import (
    Read,
    ages,
    deadline,
    entitlement,
    flag,
    list_of_words,
    material,
    number,
    one,
    scope,
    some,
    window,
    words,
    zone,
)

SECTIONS: Mapping[str, Mapping[str, Read]] = {
    "registration": {
        "term": words,
        "certificate": words,
        "mainland_only": flag,
        "scope": scope,
        "min_days": number(1, 366),
        "commuter_months": number(0, 120),
        "report_within": deadline,
        "long_stay_days": number(0, 366),
        "long_stay_report_within": deadline,
        "exempt_lodgings": some(LodgingKind),
        "volunteers_served": flag,
        "change_within": deadline,
        "leave_within": deadline,
        "landlord_within": deadline,
        "employer_within": deadline,
        "landlord_leave_within": deadline,
        "employer_leave_within": deadline,
        "free": flag,
    },
    "permit": {
        "term": words,
        "card": words,
        "card_fields": list_of_words,
        "mainland_only": flag,
        "scope": scope,
        "months_registered": number(0, 120),
        "spans": one(SpanCounting),
        "days_intended": number(0, 366),
        "min_age": number(0, 100),
        "grounds": some(Ground),
        "one_per_person": flag,
        "obligatory": flag,
        "obliged_ages": ages,
        "exempt_reasons": some(ResidenceReason),
        "exempt_lodgings": some(LodgingKind),
        "apply_within": deadline,
        "agent_under_age": number(0, 100),
        "agent_relations": some(Relation),
        "decide_within": deadline,
        "issue_within": deadline,
        "issue_at_most": deadline,
        "extension_reasons": list_of_words,
        "replace_within": deadline,
        "collect_within": deadline,
        "change_within": deadline,
        "replaced_for": list_of_words,
        "validity_months": number(0, 1200),
        "long_validity_months": number(0, 1200),
        "long_validity_for": list_of_words,
        "renewal_window": window,
        "endorse_every_months": number(0, 120),
        "endorsement_window": window,
        "suspended_when_overdue": flag,
        "late_endorsement": one(LateEndorsement),
        "cancel_reasons": some(CancelReason),
        "free_first_issue": flag,
        "free_endorsement": flag,
        "free_replacement": flag,
    },
    "staffing": {
        "residents_per_auxiliary": number(1, 1_000_000),
        "full_time_from": number(0, 1_000_000),
        "full_time_at_least": number(0, 1000),
        "full_time_at_most": number(0, 1000),
        "part_time_at_least": number(0, 1000),
    },
}
"""The sections of fixed keys. Together the layers state a section wholly or not at all."""

KEYED: Mapping[str, Read] = {"permit.materials": material}
"""Tables within a section whose keys are the pack's own."""

TABLES: Mapping[str, Read] = {"entitlements": entitlement, "history": words, "zones": zone}
"""Sections whose keys are the pack's own; a lower layer replaces a key of the same name and adds the others."""

MAY_BE_SILENT = frozenset(
    (
        "registration.change_within",
        "registration.leave_within",
        "registration.landlord_within",
        "registration.employer_within",
        "registration.landlord_leave_within",
        "registration.employer_leave_within",
        "registration.long_stay_report_within",
        "permit.apply_within",
        "permit.decide_within",
        "permit.issue_at_most",
        "permit.replace_within",
        "permit.collect_within",
        "permit.change_within",
        "permit.renewal_window",
        "permit.endorsement_window",
        "permit.late_endorsement",
    )
)
"""Keys for which a pack may say `silent = true`: the law sets nothing, and the note says so."""
