from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.codes import Ground, Holding, LodgingKind
from desktop.domain.policy import Ages, Entitlement, EntitlementKind, LateEndorsement, Material, NeededBy
from desktop.domain.rule import DayUnit, Deadline, Rule, Window, WindowUnit
from desktop.domain.rule_words import (
    KEY_LABELS,
    SECTION_LABELS,
    RuleSection,
    rule_label,
    section_of,
    value_words,
)
from desktop.domain.scope import Scope, ScopeKind
from desktop.policies import PolicyBook
from desktop.policies.sections import KEYED, MAY_BE_SILENT, SECTIONS, TABLES

NAMES = {"370102": "历下区", "370103": "市中区", "370176": "济南高新技术产业开发区"}


def named(code: str) -> str:
    return NAMES.get(code, "")


def words(key: str, value: object) -> str:
    return str(value_words(key, value, named))


def test_every_key_that_a_pack_may_state_has_a_label() -> None:
    stated = {f"{section}.{key}" for section, keys in SECTIONS.items() for key in keys}
    assert set(KEY_LABELS) == stated
    assert len({str(words) for words in KEY_LABELS.values()}) == len(KEY_LABELS)
    assert set(RuleSection) == {*SECTIONS, *KEYED, *TABLES}
    assert list(SECTION_LABELS) == list(RuleSection)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_rule_of_every_published_pack_can_be_said(book: PolicyBook, section: str) -> None:
    for pack in book.packs:
        for name, rules in pack.rules.items():
            for key, rule in rules.items():
                full = f"{name}.{key}"
                told = str(value_words(full, rule.value, named))
                assert told, full
                assert "{" not in told, (full, told)
                assert str(rule_label(full, rule, named)), full
                if name == section and rule.value is None:
                    assert full in MAY_BE_SILENT


def test_every_rule_of_a_place_stands_in_a_section(book: PolicyBook) -> None:
    policy = book.in_force("370102", date(2026, 11, 21))
    found = [section_of(key) for key, _ in policy.rules()]
    assert found == sorted(found, key=list(RuleSection).index)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("registration.report_within", Deadline(3, DayUnit.WORKING_DAYS), "3个工作日"),
        ("permit.issue_within", Deadline(15, DayUnit.CALENDAR_DAYS), "15日"),
        ("registration.change_within", None, "没有规定"),
        ("permit.months_registered", 6, "半年（6个月）以上"),
        ("permit.months_registered", 0, "没有要求"),
        ("permit.validity_months", 36, "3年"),
        ("permit.validity_months", 18, "18个月"),
        ("permit.validity_months", 0, "没有有效期"),
        ("permit.endorse_every_months", 12, "每年一次"),
        ("permit.endorse_every_months", 6, "每半年（6个月）一次"),
        ("permit.endorse_every_months", 0, "不签注"),
        ("permit.endorsement_window", Window(1, WindowUnit.MONTHS), "届满前1个月内"),
        ("permit.renewal_window", Window(30, WindowUnit.CALENDAR_DAYS), "届满前30日内"),
        ("permit.obliged_ages", Ages(16, 69), "16至69周岁"),
        ("permit.obliged_ages", Ages(16, 150), "16周岁以上"),
        ("permit.obliged_ages", Ages(0, 150), "不分年龄"),
        ("permit.free_replacement", False, "收取工本费"),
        ("permit.mainland_only", True, "内地居民；外国人、港澳台居民按其他规定"),
        ("permit.grounds", frozenset(Ground), "合法稳定就业、合法稳定住所、连续就读"),
        ("permit.exempt_reasons", frozenset(), "没有"),
        ("permit.exempt_lodgings", frozenset([LodgingKind.HOSPITAL]), "医疗机构住院"),
        (
            "registration.exempt_lodgings",
            frozenset([LodgingKind.RELIEF_STATION, LodgingKind.HOTEL]),
            "宾馆、酒店、旅店等旅馆业；救助管理机构",
        ),
        ("permit.card_fields", ("姓名", "性别"), "姓名、性别"),
        ("permit.late_endorsement", LateEndorsement.FROM_ISSUE, "自发证之日起连续计算"),
        ("registration.scope", Scope(ScopeKind.COUNTIES), "跨县（市、区）"),
        (
            "registration.scope",
            Scope(ScopeKind.COUNTIES, (frozenset(["370103", "370102"]),)),
            "跨县（市、区）；历下区、市中区视为一地",
        ),
        ("staffing.residents_per_auxiliary", 500, "每500名流动人口配备1名"),
        ("zones.370176", frozenset(["370102", "999999"]), "历下区、原代码999999"),
        ("history.fine", "处以罚款。", "仅供查阅，不据以办理"),
    ],
)
def test_values_are_said_as_a_clerk_says_them(key: str, value: object, said: str) -> None:
    assert words(key, value) == said


def test_a_material_says_who_brings_it_and_what_is_taken_instead() -> None:
    proof = Material("就业证明", NeededBy.EMPLOYMENT, ("劳动合同", "营业执照"), shareable=True)
    assert words("permit.materials.proof", proof) == (
        "以就业为条件的申领人；任选其一（劳动合同、营业执照）；数据共享能取得的不要求提交"
    )
    assert str(rule_label("permit.materials.proof", Rule(proof, "第一条"), named)) == "就业证明"


def test_an_entitlement_says_its_kind_and_its_papers() -> None:
    legal_aid = Entitlement("法律援助", EntitlementKind.SERVICE, frozenset(Holding))
    assert words("entitlements.legal_aid", legal_aid) == "权益和公共服务，凭居住登记凭证、居住证"
    assert str(rule_label("entitlements.legal_aid", Rule(legal_aid, "第一条"), named)) == "法律援助"


def test_a_statement_of_history_is_its_own_label_and_a_zone_has_its_name() -> None:
    assert str(rule_label("history.fine", Rule("处以罚款。", "第一条"), named)) == "处以罚款。"
    zone = Rule(frozenset(["370102"]), "第一条")
    assert str(rule_label("zones.370176", zone, named)) == "济南高新技术产业开发区"
    assert str(rule_label("zones.370171", zone, named)) == "370171"


def test_braces_in_the_words_of_the_law_are_only_words() -> None:
    assert words("registration.term", "{居住}登记") == "{居住}登记"


def test_what_no_pack_can_state_has_no_words() -> None:
    with pytest.raises(TypeError, match="list"):
        words("registration.term", ["居住登记"])


def test_what_is_to_be_brought_is_said_so_that_it_can_be_translated() -> None:
    photo = Material("本人相片", NeededBy.EVERYONE, ("护照", "名字里有{括号}的"), shareable=False)
    told = rule_label("permit.materials.photo", Rule(photo, "第四条"), named)
    assert (told.context, told.template) == ("materials", "本人相片")
    assert "名字里有{括号}的" in words("permit.materials.photo", photo)
