"""Whether a permit can be endorsed on a day: registered here, one of the three grounds, the window open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.code_words import label
from desktop.domain.codes import Ground, MaterialState
from desktop.domain.endorsement import EndorsementStanding, EndorsementState
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.permit import MaterialNeed
from desktop.domain.policy import Material, Policy
from desktop.domain.rule import Finding, Rule, finding


@dataclass(frozen=True, slots=True)
class EndorsementFacts:
    """What an endorsement is judged by. `registered_since` is None for somebody not registered here now.

    `proof` says how the proof of the `ground` stands: handed in, supplied by data sharing, missing.
    """

    registered_since: date | None
    ground: Ground
    proof: MaterialState


def assess_endorsement(
    facts: EndorsementFacts, standing: EndorsementStanding | None, policy: Policy, on: date
) -> tuple[Finding, ...]:
    """Judge an endorsement made `on` a day; it can be made when every finding is met.

    It takes a residence here and proof of dwelling, work or study (居住证暂行条例 第十条, 公通字〔2021〕12号
    第七十条); what data sharing supplies is not asked for. Being late forbids nothing. Raises NotPossible where the
    rules know no endorsement.
    """
    if standing is None:
        problem = sentence("permit", "当地的居住证不办理签注。")
        raise NotPossible(problem)
    return (_window(standing, policy, on), _registered(facts, policy), _proof(facts, policy))


def proof_rule(ground: Ground, policy: Policy) -> Rule[Material]:
    """Give the rule of the material that proves a ground; NotPossible where the rules do not know the ground."""
    for _, rule in policy.permit.materials:
        if rule.value.needed_by.value == ground.value:
            return rule
    problem = sentence("permit", "现行规定没有列明{ground}的证明材料。")
    raise NotPossible(problem.fill(ground=label(ground)))


def proof_need(ground: Ground, policy: Policy) -> MaterialNeed:
    """Give what proves a ground as one thing to bring; NotPossible where the rules do not know the ground."""
    rule = proof_rule(ground, policy)
    material = rule.value
    name = Sentence("materials", material.label)
    return MaterialNeed(f"{ground.value}_proof", name, material.alternatives, material.shareable, rule.basis)


def _window(standing: EndorsementStanding, policy: Policy, on: date) -> Finding:
    rule = policy.permit.endorsement_window
    days = {"opens": standing.opens_on.isoformat(), "due": standing.due_on.isoformat(), "on": on.isoformat()}
    fact = sentence("findings", "签注期为{opens}至{due}，{on}在签注期内。")
    change = None
    if standing.state is EndorsementState.NOT_YET:
        fact = sentence("findings", "签注期为{opens}至{due}，{on}还没有到。")
        change = sentence("findings", "{opens}起可以签注。").fill(**days)
    elif standing.state is EndorsementState.OVERDUE:
        fact = sentence("findings", "签注期为{opens}至{due}，{on}已经逾期，办理补办签注。")
    return finding(
        "endorsement_window", rule, standing.state is not EndorsementState.NOT_YET, fact.fill(**days), change
    )


def _registered(facts: EndorsementFacts, policy: Policy) -> Finding:
    rule = policy.permit.endorse_every_months
    if facts.registered_since is None:
        fact = sentence("findings", "在本地没有有效的居住登记。")
        change = sentence("findings", "先办理居住登记；已经离开的，办理注销。")
        return finding("registered", rule, False, fact, change)
    fact = sentence("findings", "自{since}起在现住址登记。").fill(since=facts.registered_since.isoformat())
    return finding("registered", rule, True, fact)


def _proof(facts: EndorsementFacts, policy: Policy) -> Finding:
    rule = proof_rule(facts.ground, policy)
    supplied = facts.proof is MaterialState.PRESENT or (
        facts.proof is MaterialState.SHARED and rule.value.shareable
    )
    fact = sentence("findings", "签注条件：{ground}，{material}{state}。").fill(
        ground=label(facts.ground), material=rule.value.label, state=label(facts.proof)
    )
    change = sentence("findings", "请提交居住、就业、就读三项证明之一，或者改选能够提供证明的条件。")
    return finding(f"{facts.ground.value}_proof", rule, supplied, fact, change)
