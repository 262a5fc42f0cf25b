"""What somebody who holds a certificate or a permit is entitled to at a place."""

from __future__ import annotations

from desktop.domain.codes import Holding
from desktop.domain.errors import Sentence, sentence
from desktop.domain.policy import Entitlement, EntitlementKind, Policy
from desktop.domain.rule import Rule

HEADINGS = {
    EntitlementKind.RIGHT: sentence("entitlements", "权利"),
    EntitlementKind.SERVICE: sentence("entitlements", "权益和公共服务"),
    EntitlementKind.CONVENIENCE: sentence("entitlements", "便利"),
    EntitlementKind.SCHOOLING: sentence("entitlements", "子女就学"),
    EntitlementKind.HUKOU: sentence("entitlements", "落户"),
}
"""What the sorts are called, in the order in which the notices have them."""


def entitled(holding: Holding, policy: Policy) -> tuple[tuple[str, Rule[Entitlement]], ...]:
    """List by code what the holder of a paper may ask for, in the packs' order."""
    return tuple((code, rule) for code, rule in policy.entitlements if holding in rule.value.holders)


def by_kind(policy: Policy) -> tuple[tuple[Sentence, tuple[Rule[Entitlement], ...]], ...]:
    """List everything under its heading, whichever paper it takes; sorts without anything are left out."""
    grouped = (
        (heading, tuple(rule for _, rule in policy.entitlements if rule.value.kind is kind))
        for kind, heading in HEADINGS.items()
    )
    return tuple((heading, rules) for heading, rules in grouped if rules)
