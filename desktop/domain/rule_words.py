"""Every rule of a pack in a clerk's words: what it is called, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from desktop.domain.code_words import LABELS, label
from desktop.domain.codes import Holding
from desktop.domain.entitlements import HEADINGS
from desktop.domain.errors import Sentence, sentence
from desktop.domain.policy import Ages, Entitlement, LateEndorsement, Material, NeededBy, SpanCounting
from desktop.domain.registration import in_words
from desktop.domain.rule import Deadline, Rule, Window, WindowUnit
from desktop.domain.scope import Scope, ScopeKind

NameOf = Callable[[str], str]
"""From a division code to its name; "" for a code that is abolished."""

HALF_A_YEAR, A_YEAR = 6, 12
NO_AGE_LIMIT = 120
"""An upper age beyond which nobody is left out."""


class RuleSection(StrEnum):
    """The groups in which rules are listed, in their order."""

    REGISTRATION = "registration"
    PERMIT = "permit"
    MATERIALS = "permit.materials"
    ENTITLEMENTS = "entitlements"
    STAFFING = "staffing"
    HISTORY = "history"
    ZONES = "zones"


SECTION_LABELS: Mapping[RuleSection, Sentence] = {
    RuleSection.REGISTRATION: sentence("rule", "居住登记"),
    RuleSection.PERMIT: sentence("rule", "居住证"),
    RuleSection.MATERIALS: sentence("rule", "申领材料"),
    RuleSection.ENTITLEMENTS: sentence("rule", "权益和便利"),
    RuleSection.STAFFING: sentence("rule", "人员配备"),
    RuleSection.HISTORY: sentence("rule", "仅供查阅"),
    RuleSection.ZONES: sentence("rule", "开发区"),
}

KEY_LABELS: Mapping[str, Sentence] = {
    "registration.term": sentence("rule", "登记的名称"),
    "registration.certificate": sentence("rule", "登记凭证的名称"),
    "registration.mainland_only": sentence("rule", "登记适用的人员"),
    "registration.scope": sentence("rule", "登记适用的范围"),
    "registration.min_days": sentence("rule", "居住多久应当登记"),
    "registration.commuter_months": sentence("rule", "往返工作人员的登记"),
    "registration.report_within": sentence("rule", "申报登记的期限"),
    "registration.long_stay_days": sentence("rule", "另有申报期限的长住"),
    "registration.long_stay_report_within": sentence("rule", "长住的人申报登记的期限"),
    "registration.exempt_lodgings": sentence("rule", "可以不登记的住所"),
    "registration.volunteers_served": sentence("rule", "可以不登记的人自愿登记"),
    "registration.change_within": sentence("rule", "县内变更住址的申报期限"),
    "registration.leave_within": sentence("rule", "离开居住地的注销期限"),
    "registration.landlord_within": sentence("rule", "出租人的报送期限"),
    "registration.employer_within": sentence("rule", "用人单位的报送期限"),
    "registration.landlord_leave_within": sentence("rule", "出租人报告租住人离开的期限"),
    "registration.employer_leave_within": sentence("rule", "用人单位报告人员离开的期限"),
    "registration.free": sentence("rule", "登记的收费"),
    "permit.term": sentence("rule", "证件的名称"),
    "permit.card": sentence("rule", "证件的式样"),
    "permit.card_fields": sentence("rule", "证件登载的内容"),
    "permit.mainland_only": sentence("rule", "证件适用的人员"),
    "permit.scope": sentence("rule", "证件适用的范围"),
    "permit.months_registered": sentence("rule", "申领前已经登记的时间"),
    "permit.spans": sentence("rule", "居住中断后的计算"),
    "permit.days_intended": sentence("rule", "拟居住的时间"),
    "permit.min_age": sentence("rule", "申领的最低年龄"),
    "permit.grounds": sentence("rule", "申领的条件（具备其一）"),
    "permit.one_per_person": sentence("rule", "每人可以持有的证件"),
    "permit.obligatory": sentence("rule", "是否应当申领"),
    "permit.obliged_ages": sentence("rule", "应当申领的年龄"),
    "permit.exempt_reasons": sentence("rule", "可以不申领的居住事由"),
    "permit.exempt_lodgings": sentence("rule", "可以不申领的住所"),
    "permit.apply_within": sentence("rule", "申领的期限"),
    "permit.agent_under_age": sentence("rule", "由他人代为申领的年龄"),
    "permit.agent_relations": sentence("rule", "可以代为申领的人"),
    "permit.decide_within": sentence("rule", "审核的期限"),
    "permit.issue_within": sentence("rule", "制作发放的期限"),
    "permit.issue_at_most": sentence("rule", "延长后的发放期限"),
    "permit.extension_reasons": sentence("rule", "可以延长发放的情形"),
    "permit.replace_within": sentence("rule", "换领、补领的办理期限"),
    "permit.collect_within": sentence("rule", "领取证件的期限"),
    "permit.change_within": sentence("rule", "居住地址变更的申报期限"),
    "permit.replaced_for": sentence("rule", "换领、补领的情形"),
    "permit.validity_months": sentence("rule", "证件的有效期"),
    "permit.long_validity_months": sentence("rule", "较长的有效期"),
    "permit.long_validity_for": sentence("rule", "适用较长有效期的情形"),
    "permit.renewal_window": sentence("rule", "期满换证的办理时间"),
    "permit.endorse_every_months": sentence("rule", "签注的周期"),
    "permit.endorsement_window": sentence("rule", "签注的办理时间"),
    "permit.suspended_when_overdue": sentence("rule", "逾期未签注的后果"),
    "permit.late_endorsement": sentence("rule", "补办签注后居住年限的起算"),
    "permit.cancel_reasons": sentence("rule", "注销证件的情形"),
    "permit.free_first_issue": sentence("rule", "首次申领的收费"),
    "permit.free_endorsement": sentence("rule", "签注的收费"),
    "permit.free_replacement": sentence("rule", "换领、补领的收费"),
    "staffing.residents_per_auxiliary": sentence("rule", "协管员的配备比例"),
    "staffing.full_time_from": sentence("rule", "配备专职管理员的人数起点"),
    "staffing.full_time_at_least": sentence("rule", "专职管理员最少"),
    "staffing.full_time_at_most": sentence("rule", "专职管理员最多"),
    "staffing.part_time_at_least": sentence("rule", "不足起点的兼职管理员最少"),
}
"""What every fixed key is called."""

SILENT = sentence("rule", "没有规定")
NOT_ENFORCED = sentence("rule", "仅供查阅，不据以办理")

_FLAGS: Mapping[str, tuple[Sentence, Sentence]] = {
    "registration.mainland_only": (
        sentence("rule", "内地居民；外国人、港澳台居民按其他规定"),
        sentence("rule", "内地居民，也包括外国人、港澳台居民"),
    ),
    "registration.volunteers_served": (sentence("rule", "应当办理"), sentence("rule", "不办理")),
    "registration.free": (sentence("rule", "不收费"), sentence("rule", "收费")),
    "permit.one_per_person": (sentence("rule", "一人一证"), sentence("rule", "没有限制")),
    "permit.obligatory": (sentence("rule", "应当申领"), sentence("rule", "可以申领，出于自愿")),
    "permit.suspended_when_overdue": (
        sentence("rule", "使用功能中止，补办签注后恢复"),
        sentence("rule", "不中止使用功能"),
    ),
    "permit.free_first_issue": (sentence("rule", "不收费"), sentence("rule", "收费")),
    "permit.free_endorsement": (sentence("rule", "不收费"), sentence("rule", "收费")),
    "permit.free_replacement": (sentence("rule", "不收费"), sentence("rule", "收取工本费")),
}
_FLAGS_SHARED = {"permit.mainland_only": "registration.mainland_only"}
_YES_NO = (sentence("rule", "是"), sentence("rule", "否"))

_NUMBERS: Mapping[str, tuple[Sentence, Sentence]] = {
    "registration.min_days": (sentence("rule", "{n}日以上"), sentence("rule", "没有要求")),
    "registration.long_stay_days": (sentence("rule", "拟居住{n}日以上"), sentence("rule", "不作区分")),
    "registration.commuter_months": (
        sentence("rule", "跨县（市、区）工作{n}个月以上的登记"),
        sentence("rule", "不登记"),
    ),
    "permit.days_intended": (sentence("rule", "拟居住{n}日以上"), sentence("rule", "没有要求")),
    "permit.min_age": (sentence("rule", "年满{n}周岁"), sentence("rule", "没有最低年龄")),
    "permit.agent_under_age": (sentence("rule", "未满{n}周岁"), sentence("rule", "没有规定")),
    "staffing.residents_per_auxiliary": (
        sentence("rule", "每{n}名流动人口配备1名"),
        sentence("rule", "没有规定"),
    ),
    "staffing.full_time_from": (sentence("rule", "流动人口{n}人以上"), sentence("rule", "没有起点")),
    "staffing.full_time_at_least": (sentence("rule", "{n}名"), sentence("rule", "没有规定")),
    "staffing.full_time_at_most": (sentence("rule", "{n}名"), sentence("rule", "没有规定")),
    "staffing.part_time_at_least": (sentence("rule", "{n}名"), sentence("rule", "没有规定")),
}
"""What a number says, and what 0 says."""

_MONTHS: Mapping[str, tuple[Sentence, Sentence]] = {
    "permit.months_registered": (sentence("rule", "{time}以上"), sentence("rule", "没有要求")),
    "permit.validity_months": (sentence("rule", "{time}"), sentence("rule", "没有有效期")),
    "permit.long_validity_months": (sentence("rule", "{time}"), sentence("rule", "没有有效期")),
    "permit.endorse_every_months": (sentence("rule", "每{time}一次"), sentence("rule", "不签注")),
}
"""What a number of months says, and what 0 says."""

_CODES: Mapping[StrEnum, Sentence] = {
    SpanCounting.CONTINUOUS: sentence("rule", "连续计算，中断后重新起算"),
    SpanCounting.SUM: sentence("rule", "合并计算"),
    LateEndorsement.FROM_ENDORSEMENT: sentence("rule", "自补办签注之日起连续计算"),
    LateEndorsement.FROM_ISSUE: sentence("rule", "自发证之日起连续计算"),
    ScopeKind.COUNTIES: sentence("rule", "跨县（市、区）"),
    ScopeKind.CITIES: sentence("rule", "跨市、县；同一城市的市辖区之间不算"),
    NeededBy.EVERYONE: sentence("rule", "每位申领人"),
    NeededBy.EMPLOYMENT: sentence("rule", "以就业为条件的申领人"),
    NeededBy.DWELLING: sentence("rule", "以住所为条件的申领人"),
    NeededBy.STUDY: sentence("rule", "以就读为条件的申领人"),
    NeededBy.AGENT: sentence("rule", "由他人代为申领的"),
}
_NONE = sentence("rule", "没有")


def section_of(key: str) -> RuleSection:
    """Tell the group of a key such as `permit.materials.photo`."""
    if key.startswith(f"{RuleSection.MATERIALS}."):
        return RuleSection.MATERIALS
    return RuleSection(key.split(".", 1)[0])


def rule_label(key: str, rule: Rule[Any], name_of: NameOf) -> Sentence:
    """Say what a rule is called: a fixed key's label, a material's or an entitlement's own name, a statement."""
    if key in KEY_LABELS:
        return KEY_LABELS[key]
    if isinstance(rule.value, Material):
        return _thing(rule.value.label)
    if isinstance(rule.value, Entitlement):
        return _plain(rule.value.label)
    if isinstance(rule.value, str):
        return _plain(rule.value)
    code = key.rsplit(".", 1)[-1]
    return _plain(name_of(code) or code)


def value_words(key: str, value: Any, name_of: NameOf) -> Sentence:
    """Say what a rule's value says; None is the law's silence, a statement of history is never enforced.

    `name_of` names the divisions in it. TypeError for a value of a kind that no pack can state.
    """
    if value is None:
        return SILENT
    if section_of(key) is RuleSection.HISTORY:
        return NOT_ENFORCED
    if isinstance(value, bool):
        return _FLAGS.get(_FLAGS_SHARED.get(key, key), _YES_NO)[not value]
    if isinstance(value, int):
        return _number(key, value)
    if isinstance(value, StrEnum):
        return _code(value)
    if isinstance(value, str):
        return _plain(value)
    if isinstance(value, Deadline):
        return in_words(value)
    if isinstance(value, Window):
        return _window(value)
    if isinstance(value, Ages):
        return _ages(value)
    if isinstance(value, Scope):
        return _scope(value, name_of)
    if isinstance(value, Material):
        return _material(value)
    if isinstance(value, Entitlement):
        return _entitlement(value)
    return _many(value, name_of)


def joined(words: Iterable[Sentence]) -> Sentence:
    """Join sentences as a list, 甲、乙、丙, or 甲；乙 where one of them is itself such a list; "没有" for none."""
    told = list(words)
    if not told:
        return _NONE
    apart = any("、" in str(each) for each in told)
    both = sentence("rule", "{first}；{rest}") if apart else sentence("rule", "{first}、{rest}")
    *before, last = told
    for each in reversed(before):
        last = both.fill(first=each, rest=last)
    return last


def _plain(words: str) -> Sentence:
    return sentence("rule", "{words}").fill(words=words)


def _thing(words: str) -> Sentence:
    """A thing to bring, as the pack says it; those that are commonly named are known to translators."""
    return Sentence("materials", words.replace("{", "{{").replace("}", "}}"))


def _code(code: StrEnum) -> Sentence:
    return label(code) if type(code) in LABELS else _CODES[code]


def _number(key: str, value: int) -> Sentence:
    if key == "permit.endorse_every_months" and value == A_YEAR:
        return sentence("rule", "每年一次")
    if key in _MONTHS:
        told, nothing = _MONTHS[key]
        return told.fill(time=_time(value)) if value else nothing
    told, nothing = _NUMBERS.get(key, (sentence("rule", "{n}"), sentence("rule", "没有规定")))
    return told.fill(n=value) if value else nothing


def _time(months: int) -> Sentence:
    if months == HALF_A_YEAR:
        return sentence("rule", "半年（6个月）")
    if months % A_YEAR == 0:
        return sentence("rule", "{years}年").fill(years=months // A_YEAR)
    return sentence("rule", "{months}个月").fill(months=months)


def _window(window: Window) -> Sentence:
    if window.unit is WindowUnit.MONTHS:
        return sentence("rule", "届满前{n}个月内").fill(n=window.length)
    return sentence("rule", "届满前{n}日内").fill(n=window.length)


def _ages(ages: Ages) -> Sentence:
    if ages.last >= NO_AGE_LIMIT:
        return (
            sentence("rule", "{first}周岁以上").fill(first=ages.first)
            if ages.first
            else sentence("rule", "不分年龄")
        )
    return sentence("rule", "{first}至{last}周岁").fill(first=ages.first, last=ages.last)


def _scope(scope: Scope, name_of: NameOf) -> Sentence:
    told = _CODES[scope.kind]
    for group in scope.as_one:
        areas = joined(_places(group, name_of))
        told = sentence("rule", "{scope}；{areas}视为一地").fill(scope=told, areas=areas)
    return told


def _material(material: Material) -> Sentence:
    told = _CODES[material.needed_by]
    if material.alternatives:
        things = joined(map(_thing, material.alternatives))
        told = sentence("rule", "{who}；任选其一（{things}）").fill(who=told, things=things)
    if material.shareable:
        told = sentence("rule", "{told}；数据共享能取得的不要求提交").fill(told=told)
    return told


def _entitlement(entitlement: Entitlement) -> Sentence:
    papers = joined(label(each) for each in Holding if each in entitlement.holders)
    return sentence("rule", "{kind}，凭{papers}").fill(kind=HEADINGS[entitlement.kind], papers=papers)


def _many(values: Any, name_of: NameOf) -> Sentence:
    if not isinstance(values, tuple | frozenset):
        raise TypeError(f"no words for {type(values).__name__}")
    if isinstance(values, tuple):
        return joined(map(_plain, values))
    codes = sorted(values)
    if all(isinstance(each, StrEnum) for each in codes):
        return joined(_code(each) for each in (type(codes[0]) if codes else ()) if each in values)
    return joined(_places(codes, name_of))


def _places(codes: Iterable[str], name_of: NameOf) -> list[Sentence]:
    """Name divisions, today's first; those abolished have no name in today's table."""
    codes = sorted(codes)
    named = [_plain(name) for code in codes if (name := name_of(code))]
    return named + [sentence("rule", "原代码{code}").fill(code=code) for code in codes if not name_of(code)]
