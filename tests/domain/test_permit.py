from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.codes import AgentReason, Ground, IdKind, MaterialState, Relation
from desktop.domain.permit import (
    MATERIAL_LABELS,
    ApplicationFacts,
    assess_application,
    materials_for,
    missing_materials,
)
from desktop.domain.permit_deadlines import promised_date
from desktop.domain.policy import Policy
from desktop.policies import PolicyBook, load_calendar

BOOK, CALENDAR = PolicyBook.load(), load_calendar()
TODAY = date(2026, 11, 21)
SHANDONG, NATION = BOOK.in_force("370202", TODAY), BOOK.in_force("330106", TODAY)


def facts(
    registered: str | None = "2026-05-21",
    *,
    kind: str = "resident",
    born: str = "1990-01-01",
    hukou: str = "410102",
    division: str = "370112",
    ground: str = "employment",
    permit: bool = False,
    agent: str | None = None,
    reason: str | None = None,
) -> ApplicationFacts:
    return ApplicationFacts(
        id_kind=IdKind(kind),
        birth_date=date.fromisoformat(born),
        hukou_division=hukou,
        division=division,
        spans=((date.fromisoformat(registered), None),) if registered else (),
        ground=Ground(ground),
        has_permit=permit,
        agent_relation=Relation(agent) if agent else None,
        agent_reason=AgentReason(reason) if reason else None,
    )


def failed(given: ApplicationFacts, policy: Policy = SHANDONG, on: date = TODAY) -> list[str]:
    return [finding.code for finding in assess_application(given, policy, on) if not finding.met]


@pytest.mark.parametrize(
    ("given", "policy", "not_met"),
    [
        # half a year from registration, six calendar months
        (facts("2026-05-20"), SHANDONG, []),
        (facts("2026-05-21"), SHANDONG, []),
        (facts("2026-05-22"), SHANDONG, ["months_registered"]),
        (facts(None), SHANDONG, ["months_registered"]),
        # each of the three grounds
        (facts(ground="dwelling"), SHANDONG, []),
        (facts(ground="study"), SHANDONG, []),
        # from where to where
        (facts(hukou="370102"), SHANDONG, []),
        (facts(hukou="370112"), SHANDONG, ["scope"]),
        (facts(hukou=""), SHANDONG, ["scope"]),
        (facts(hukou="330102", division="330106"), NATION, ["scope"]),
        (facts(hukou="330122", division="330106"), NATION, []),
        # residents of the mainland only
        (facts(kind="hmt"), SHANDONG, ["mainland_only"]),
        (facts(kind="foreign", hukou=""), SHANDONG, ["mainland_only", "scope"]),
        # one permit a person
        (facts(permit=True), SHANDONG, ["one_per_person"]),
        # agents: under sixteen, the elderly and the disabled
        (facts(born="2010-11-22", agent="mother", reason="minor"), SHANDONG, []),
        (facts(born="2010-11-21", agent="mother", reason="minor"), SHANDONG, ["agent"]),
        (facts(born="2010-11-22"), SHANDONG, []),
        (facts(born="1940-01-01", agent="son", reason="elderly"), SHANDONG, []),
        (facts(agent="spouse", reason="disabled"), SHANDONG, []),
        (facts(agent="spouse"), SHANDONG, ["agent"]),
        (facts(agent="other", reason="elderly"), SHANDONG, ["agent"]),
        (facts(None, permit=True, agent="other"), SHANDONG, ["months_registered", "one_per_person", "agent"]),
    ],
)
def test_who_may_have_a_permit(given: ApplicationFacts, policy: Policy, not_met: list[str]) -> None:
    assert failed(given, policy) == not_met


def test_what_is_not_met_says_the_fact_the_change_and_the_article() -> None:
    [finding] = [each for each in assess_application(facts("2026-06-02"), SHANDONG, TODAY) if not each.met]
    assert str(finding.fact) == "登记于2026-06-02，满半年为2026-12-02。"
    assert str(finding.change) == "2026-12-02起可以申领。"
    assert finding.basis == "《山东省流动人口服务管理暂行办法》第九条"
    assert not finding.verified
    assert "条号为推定" in finding.note


def test_the_day_that_would_change_it_does() -> None:
    assert failed(facts("2026-06-02"), on=date(2026, 12, 1)) == ["months_registered"]
    assert failed(facts("2026-06-02"), on=date(2026, 12, 2)) == []


def test_every_finding_that_fails_says_what_would_change_it() -> None:
    given = facts(None, kind="hmt", hukou="", permit=True, agent="other")
    findings = assess_application(given, SHANDONG, TODAY)
    assert [each.met for each in findings] == [False, False, False, True, False, False]
    assert all(each.change is not None for each in findings if not each.met)
    assert all(each.basis for each in findings)


@pytest.mark.parametrize(
    ("ground", "agent", "codes"),
    [
        ("employment", False, ["identity", "photo", "employment_proof"]),
        ("dwelling", False, ["identity", "photo", "dwelling_proof"]),
        ("study", False, ["identity", "photo", "study_proof"]),
        ("study", True, ["identity", "photo", "study_proof", "agent_identity"]),
    ],
)
def test_each_ground_has_its_materials(ground: str, agent: bool, codes: list[str]) -> None:
    needs = materials_for(Ground(ground), agent=agent, policy=SHANDONG)
    assert [need.code for need in needs] == codes
    assert all(need.basis and need.label in MATERIAL_LABELS for need in needs)


def test_any_one_of_the_alternatives_will_do() -> None:
    needs = materials_for(Ground.DWELLING, agent=False, policy=SHANDONG)
    assert "房屋产权证明文件" in needs[2].alternatives
    assert len(needs[2].alternatives) == 4
    labels = {str(label) for label in MATERIAL_LABELS}
    for ground in Ground:
        for need in materials_for(ground, agent=True, policy=SHANDONG):
            assert labels.issuperset(need.alternatives), "not there for translation"


def test_what_data_sharing_supplies_is_not_demanded() -> None:
    needs = materials_for(Ground.EMPLOYMENT, agent=True, policy=SHANDONG)
    shared = {need.code: MaterialState.SHARED for need in needs}
    # the agent's own document is not among what 公通字〔2021〕12号 第六十六条 lets data sharing supply
    assert [need.code for need in missing_materials(needs, shared)] == ["agent_identity"]
    present = {need.code: MaterialState.PRESENT for need in needs}
    assert missing_materials(needs, present) == ()
    assert missing_materials(needs, {}) == needs
    one_short = {**present, "photo": MaterialState.MISSING}
    assert [need.code for need in missing_materials(needs, one_short)] == ["photo"]


def test_before_october_2021_data_sharing_supplied_nothing() -> None:
    policy = BOOK.in_force("370112", date(2021, 9, 30))
    needs = materials_for(Ground.STUDY, agent=False, policy=policy)
    assert not any(need.shareable for need in needs)
    assert all(need.label in MATERIAL_LABELS for need in needs)


@pytest.mark.parametrize(
    ("policy", "accepted", "due", "estimated"),
    [
        (SHANDONG, "2026-11-21", "2026-12-04", False),  # ten working days
        (SHANDONG, "2026-11-23", "2026-12-07", False),
        (SHANDONG, "2026-09-28", "2026-10-16", False),
        (SHANDONG, "2026-12-28", "2027-01-12", True),
        (NATION, "2026-11-05", "2026-11-20", False),  # fifteen days
        (NATION, "2026-11-06", "2026-11-23", False),
    ],
)
def test_a_permit_is_promised_for_a_day(policy: Policy, accepted: str, due: str, estimated: bool) -> None:
    promised = promised_date(date.fromisoformat(accepted), policy, CALENDAR)
    assert (promised.on.isoformat(), promised.estimated) == (due, estimated)
