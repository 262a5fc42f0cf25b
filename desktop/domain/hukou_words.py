"""What a notice on hukou transfer asks for, in words: for the list of rules and for printed paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desktop.domain.code_words import label as code_label
from desktop.domain.errors import Sentence, sentence
from desktop.domain.hukou_codes import FamilyMember, label
from desktop.domain.hukou_policy import HukouPolicy, HukouRoute, Onward, Prize, Qualification, ZonePlace
from desktop.domain.rule import Rule

NameOf = Callable[[str], str]
"""From a division code to its name; the code itself will do where there is none."""

_NOTHING = sentence("hukou", "无")


@dataclass(frozen=True, slots=True)
class HukouStatement:
    """One thing that the notice states: what it is called, what it says, and the rule with its article."""

    key: str
    name: Sentence
    says: tuple[Sentence, ...]
    rule: Rule[Any]


def statements(policy: HukouPolicy, name_of: NameOf = str) -> Iterator[HukouStatement]:
    """Give everything that the notice states, in its order; `says` are whole phrases, one a line."""
    rules = dict(policy.rules())
    for zone, rule in policy.zones:
        yield HukouStatement(f"hukou.zones.{zone}", label(zone), tuple(map(_place, rule.value)), rule)
    for key, name, says in (
        ("outside", sentence("hukou", "常住户口不在这些区"), _divisions(policy.outside.value, name_of)),
        ("job", sentence("hukou", "合法稳定就业"), (label(policy.job.value),)),
        ("dwellings", sentence("hukou", "合法稳定住所"), _labels(policy.dwellings.value)),
        ("waived", sentence("hukou", "不判断就业、住所的途径"), _labels(policy.waived.value)),
        ("onward", sentence("hukou", "再迁往市区其他区"), _onward(policy.onward.value, name_of)),
        (
            "native_like",
            sentence("hukou", "与原常住户口居民同等"),
            _onward(policy.native_like.value, name_of),
        ),
        ("adult_age", sentence("hukou", "成年"), (_years(policy.adult_age.value),)),
        ("no_chain", sentence("hukou", "连环迁入"), (_no_chain(policy.no_chain.value),)),
    ):
        yield HukouStatement(f"hukou.base.{key}", name, says, rules[f"hukou.base.{key}"])
    for route in policy.routes:
        says = (*conditions_of(route), family_of(route))
        yield HukouStatement(f"hukou.routes.{route.code}", Sentence("hukou", route.label), says, route.rule())
    for code, history in policy.history:
        says = (Sentence("hukou", "{words}").fill(words=history.value),)
        yield HukouStatement(f"hukou.history.{code}", sentence("hukou", "仅供查阅"), says, history)


def conditions_of(route: HukouRoute) -> tuple[Sentence, ...]:
    """Say each condition of a route in a phrase, those that many routes share too."""
    return tuple(_conditions(route))


def family_of(route: HukouRoute) -> Sentence:
    """Say who may come along."""
    members = [label(each) for each in FamilyMember if each in route.family]
    if not members:
        return sentence("hukou", "没有写随迁人员。")
    return sentence("hukou", "可以随迁：{family}。").fill(family=_joined(members))


def _conditions(route: HukouRoute) -> Iterator[Sentence]:
    if route.outside is not None:
        yield sentence("hukou", "常住户口在市内五区以外")
    if route.qualification is not None:
        says = sentence("hukou", "具备其一：{any_of}")
        yield says.fill(any_of=_joined(_qualification(route.qualification)))
    if route.group is not None:
        yield label(route.group)
    if route.project:
        yield sentence("hukou", "经市政府同意成建制落户的引进项目单位的职工")
    if route.kin is not None:
        yield label(route.kin)
    if route.parent_ages is not None:
        says = sentence("hukou", "男年满{male}周岁、女年满{female}周岁")
        yield says.fill(male=route.parent_ages.male, female=route.parent_ages.female)
    if route.remarried_months is not None:
        says = sentence("hukou", "已办理过在济夫妻投靠的，婚姻存续期满{months}个月")
        yield says.fill(months=route.remarried_months)
    if route.last_age is not None:
        yield sentence("hukou", "{age}周岁以下（含{age}周岁）").fill(age=route.last_age)
    if route.hired:
        yield sentence("hukou", "驻济单位引进、聘用、招收")
    if route.dwelling_or_job:
        yield sentence("hukou", "合法稳定住所、合法稳定就业有其一")
    if route.job is not None:
        says = sentence("hukou", "合法稳定就业：{where}")
        yield says.fill(where=label(route.job.value))
    if route.dwellings is not None:
        says = sentence("hukou", "合法稳定住所：{any_of}")
        yield says.fill(any_of=_joined(_labels(route.dwellings.value)))
    if route.contract:
        yield sentence("hukou", "签订劳动合同")
    if route.pension_months:
        says = sentence("hukou", "参加本市城镇职工养老保险满{months}个月")
        yield says.fill(months=route.pension_months)
    elif route.pension_months is not None:
        yield sentence("hukou", "参加本市城镇职工养老保险")
    if route.permit:
        yield sentence("hukou", "持有居住证")
    if route.onward is not None:
        yield sentence("hukou", "由长清、章丘迁来的，须为原常住户口居民或者落户已满规定年限")
    if route.purchase is not None:
        says = sentence("hukou", "{before}以前按原购房落户政策购买商品住房，自该日起{months}个月内")
        yield says.fill(before=route.purchase.before.isoformat(), months=route.purchase.months)


def _qualification(wanted: Qualification) -> Iterator[Sentence]:
    for table in (wanted.talents, wanted.degrees, wanted.titles, wanted.skills):
        yield from _labels(table)
    for education, months in wanted.educations:
        says = code_label(education)
        if wanted.full_time:
            says = sentence("hukou", "全日制{education}").fill(education=says)
        if months:
            says = sentence("hukou", "{education}（参保满{months}个月）").fill(education=says, months=months)
        yield says
    for prize in wanted.prizes:
        yield _prize(prize)


def _prize(prize: Prize) -> Sentence:
    if not prize.last_prize:
        return label(prize.honour)
    says = sentence("hukou", "{honour}，近{years}年内{limit}等奖以上")
    return says.fill(honour=label(prize.honour), years=prize.years, limit=prize.last_prize)


def _place(place: ZonePlace) -> Sentence:
    says = sentence("hukou", "{name}（{code}）")
    if place.note:
        says = sentence("hukou", "{name}（{code}）：{note}")
    return says.fill(name=place.name, code=place.code, note=place.note)


def _onward(rule: Onward, name_of: NameOf) -> tuple[Sentence, ...]:
    says = sentence("hukou", "{counties}原常住户口居民，或者迁入满{months}个月的，可以迁往：{into}")
    return (
        says.fill(
            counties="、".join(name_of(each) for each in sorted(rule.counties)),
            months=rule.months,
            into="、".join(name_of(each) for each in sorted(rule.into)),
        ),
    )


def _no_chain(forbidden: bool) -> Sentence:
    if forbidden:
        return sentence("hukou", "以投靠子女落户的父母，其他子女不能再投靠他们迁入")
    return sentence("hukou", "没有限制")


def _years(age: int) -> Sentence:
    return sentence("hukou", "年满{age}周岁").fill(age=age)


def _divisions(codes: Iterable[str], name_of: NameOf) -> tuple[Sentence, ...]:
    return tuple(Sentence("hukou", "{name}").fill(name=name_of(each)) for each in sorted(codes))


def _labels(codes: Iterable[StrEnum]) -> tuple[Sentence, ...]:
    """Give the labels of some codes of one table, in the table's order."""
    held = set(codes)
    return tuple(label(each) for table in {type(code) for code in held} for each in table if each in held)


def _joined(parts: Iterable[Sentence]) -> Sentence:
    """Join phrases, each of which is translated by itself."""
    said: Sentence | None = None
    for each in parts:
        said = each if said is None else sentence("hukou", "{first}；{then}").fill(first=said, then=each)
    return said or _NOTHING
