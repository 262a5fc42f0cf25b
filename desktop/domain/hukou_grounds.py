"""The personal grounds of a route to a hukou: qualification, group, project, relative, an earlier purchase."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.domain.code_words import label
from desktop.domain.codes import MaritalStatus, Sex
from desktop.domain.errors import Sentence, sentence
from desktop.domain.hukou_codes import Honour, Kin
from desktop.domain.hukou_codes import label as hukou_label
from desktop.domain.hukou_conditions import Judged, judged, last_day_of_age
from desktop.domain.hukou_facts import HukouFacts
from desktop.domain.hukou_policy import HukouPolicy, HukouRoute, ParentAges, Prize, Purchase, Qualification
from desktop.domain.times import add_months, age_on


def judge_ground(route: HukouRoute, facts: HukouFacts, policy: HukouPolicy, on: date) -> Iterator[Judged]:
    """Judge what the route is for, and the conditions that belong to it."""
    if route.qualification is not None:
        yield _qualification(route, route.qualification, facts, on)
    if route.group is not None:
        fact = sentence("hukou", "不是{group}。")
        if facts.group is route.group:
            fact = sentence("hukou", "是{group}。")
        change = sentence("hukou", "由相关管理部门调入、接收、安置的，凭其文件申请。")
        met = facts.group is route.group
        fact = fact.fill(group=hukou_label(route.group))
        yield judged("group", route.rule(), met, fact, change, ground=True)
    if route.project:
        fact = sentence("hukou", "不是经市政府同意成建制落户的引进项目单位的职工。")
        if facts.project:
            fact = sentence("hukou", "是经市政府同意成建制落户的引进项目单位的职工。")
        change = sentence("hukou", "由单位报市政府同意后成建制办理。")
        yield judged("project", route.rule(), facts.project, fact, change, ground=True)
    if route.kin is not None:
        yield from _kin(route, route.kin, facts, policy, on)
    if route.purchase is not None:
        yield from _purchase(route, route.purchase, facts, on)


def _qualification(route: HukouRoute, wanted: Qualification, facts: HukouFacts, on: date) -> Judged:
    held = _held(wanted, facts)
    if held is not None:
        fact = sentence("hukou", "具备条件：{held}。").fill(held=held)
        return judged("qualification", route.rule(), True, fact, ground=True)
    for prize in wanted.prizes:
        if facts.honour is prize.honour:
            return _prize(route, prize, prize.honour, facts, on)
    fact = sentence("hukou", "没有这条途径所列的学历、学位、资格或者荣誉。")
    if wanted.full_time and any(facts.education is each for each, _ in wanted.educations):
        fact = sentence("hukou", "学历不是全日制普通大专、中专学历。")
    change = sentence("hukou", "取得这条途径所列的学历、学位、资格或者荣誉之一。")
    return judged("qualification", route.rule(), False, fact, change, ground=True)


def _held(wanted: Qualification, facts: HukouFacts) -> Sentence | None:
    if facts.talent in wanted.talents and facts.talent is not None:
        return hukou_label(facts.talent)
    if facts.degree in wanted.degrees and facts.degree is not None:
        return hukou_label(facts.degree)
    if facts.title in wanted.titles and facts.title is not None:
        return hukou_label(facts.title)
    if facts.skill in wanted.skills and facts.skill is not None:
        return hukou_label(facts.skill)
    for education, _ in wanted.educations:
        if facts.education is education and (facts.full_time or not wanted.full_time):
            return label(education)
    return None


def _prize(route: HukouRoute, wanted: Prize, honour: Honour, facts: HukouFacts, on: date) -> Judged:
    """Judge an honour; 近3年 runs from the day of the prize to the corresponding day three years later."""
    good = not wanted.last_prize or (facts.prize is not None and facts.prize <= wanted.last_prize)
    last = date.max
    if wanted.years:
        last = add_months(facts.honoured_on, 12 * wanted.years) if facts.honoured_on else date.min
    met = good and on <= last and (facts.honoured_on is None or facts.honoured_on <= on)
    fact = sentence("hukou", "{honour}。")
    if wanted.last_prize:
        fact = sentence("hukou", "{honour}，{prize}等奖，{day}获得，规定近{years}年{limit}等奖以上。")
    fact = fact.fill(
        honour=hukou_label(honour),
        prize=facts.prize or "？",
        day=facts.honoured_on.isoformat() if facts.honoured_on else "？",
        years=wanted.years,
        limit=wanted.last_prize,
    )
    change = sentence("hukou", "近{years}年内获得{limit}等奖以上。")
    change = change.fill(years=wanted.years, limit=wanted.last_prize)
    return judged("qualification", route.rule(), met, fact, change, until=last, ground=True)


def _kin(route: HukouRoute, kin: Kin, facts: HukouFacts, policy: HukouPolicy, on: date) -> Iterator[Judged]:
    met = facts.joins is kin
    fact = sentence("hukou", "不是这种投靠：{kin}。")
    if met:
        fact = sentence("hukou", "{kin}。")
    change = sentence("hukou", "有这种关系的亲属在本市落户的，可以申请。")
    yield judged("kin", route.rule(), met, fact.fill(kin=hukou_label(kin)), change, ground=True)
    here = facts.kin_division.startswith(policy.division) and bool(facts.kin_division)
    fact = sentence("hukou", "没有写明被投靠人的常住户口在哪里。")
    if facts.kin_division:
        fact = sentence("hukou", "被投靠人的常住户口在{division}。").fill(division=facts.kin_division)
    change = sentence("hukou", "被投靠人应是本市常住户口居民。")
    yield judged("kin_hukou", route.rule(), here, fact, change)
    if kin is Kin.SPOUSE:
        yield from _spouse(route, facts, on)
    elif kin is Kin.PARENT:
        yield _child(route, facts, policy, on)
        yield _no_chain(facts, policy)
    elif kin is Kin.CHILD:
        yield _grown_child(route, facts, policy, on)
        if route.parent_ages is not None:
            yield _parent_age(route, route.parent_ages, facts, on)
    elif kin is Kin.GRANDPARENT:
        yield _minor(route, facts, policy, on)


def _spouse(route: HukouRoute, facts: HukouFacts, on: date) -> Iterator[Judged]:
    married = facts.married_on
    if married is None:
        fact = sentence("hukou", "没有写明登记结婚的日期。")
        change = sentence("hukou", "登记结婚后可以随时办理。")
        yield judged("married", route.rule(), False, fact, change)
        return
    fact = sentence("hukou", "{day}登记结婚，不受婚龄、年龄限制。").fill(day=married.isoformat())
    yield judged("married", route.rule(), married <= on, fact, fact, since=married)
    if route.remarried_months is None:
        return
    if not facts.joined_spouse_before:
        yield judged("again", route.rule(), True, sentence("hukou", "没有办理过在济夫妻投靠。"))
        return
    full = add_months(married, route.remarried_months)
    fact = sentence("hukou", "办理过在济夫妻投靠，{day}登记结婚，婚姻存续满{months}个月为{full}。").fill(
        day=married.isoformat(), months=route.remarried_months, full=full.isoformat()
    )
    change = sentence("hukou", "{full}起可以申请。").fill(full=full.isoformat())
    yield judged("again", route.rule(), full <= on, fact, change, since=full)


def _child(route: HukouRoute, facts: HukouFacts, policy: HukouPolicy, on: date) -> Judged:
    age, grown = age_on(facts.birth_date, on), policy.adult_age.value
    single = facts.marital_status is MaritalStatus.SINGLE
    fact = sentence("hukou", "{age}周岁，婚姻状况：{status}；未成年或者成年未婚的可以随父或随母落户。")
    fact = fact.fill(age=age, status=label(facts.marital_status))
    change = sentence("hukou", "已婚或者结过婚的成年子女不能按这条途径申请。")
    until = date.max if single else last_day_of_age(facts.birth_date, grown - 1)
    return judged("child", route.rule(), age < grown or single, fact, change, until=until)


def _no_chain(facts: HukouFacts, policy: HukouPolicy) -> Judged:
    fact = sentence("hukou", "被投靠的父母不是以投靠子女落户的。")
    if facts.kin_joined_child:
        fact = sentence("hukou", "被投靠的父母自己是以投靠子女落户的，其他子女不能连环迁入。")
    change = sentence("hukou", "可以看其他途径是否适用。")
    return judged(
        "chain", policy.no_chain, not (policy.no_chain.value and facts.kin_joined_child), fact, change
    )


def _grown_child(route: HukouRoute, facts: HukouFacts, policy: HukouPolicy, on: date) -> Judged:
    grown = policy.adult_age.value
    if facts.kin_birth_date is None:
        fact = sentence("hukou", "没有写明子女的出生日期，按成年子女对待。")
        return judged("grown_child", route.rule(), True, fact)
    full = add_months(facts.kin_birth_date, 12 * grown)
    fact = sentence("hukou", "子女{day}满{grown}周岁。").fill(day=full.isoformat(), grown=grown)
    change = sentence("hukou", "{day}起可以申请。").fill(day=full.isoformat())
    return judged("grown_child", route.rule(), full <= on, fact, change, since=full)


def _parent_age(route: HukouRoute, ages: ParentAges, facts: HukouFacts, on: date) -> Judged:
    needed = {Sex.MALE: ages.male, Sex.FEMALE: ages.female}.get(facts.sex)
    if needed is None:
        fact = sentence("hukou", "没有写明性别。")
        change = sentence("hukou", "男年满{male}周岁、女年满{female}周岁。")
        return judged(
            "parent_age", route.rule(), False, fact, change.fill(male=ages.male, female=ages.female)
        )
    full = add_months(facts.birth_date, 12 * needed)
    fact = sentence("hukou", "{sex}，{age}周岁，规定年满{needed}周岁。")
    fact = fact.fill(sex=label(facts.sex), age=age_on(facts.birth_date, on), needed=needed)
    change = sentence("hukou", "{day}年满{needed}周岁，当日起可以申请。").fill(
        day=full.isoformat(), needed=needed
    )
    return judged("parent_age", route.rule(), full <= on, fact, change, since=full)


def _minor(route: HukouRoute, facts: HukouFacts, policy: HukouPolicy, on: date) -> Judged:
    age, grown = age_on(facts.birth_date, on), policy.adult_age.value
    fact = sentence("hukou", "{age}周岁，规定未满{grown}周岁。").fill(age=age, grown=grown)
    change = sentence("hukou", "已经成年，这条途径不再适用。")
    until = last_day_of_age(facts.birth_date, grown - 1)
    return judged("minor", route.rule(), age < grown, fact, change, until=until)


def _purchase(route: HukouRoute, rule: Purchase, facts: HukouFacts, on: date) -> Iterator[Judged]:
    """Judge a purchase under the older rule.

    公布前 is before the day of publication; two years from it end on the corresponding day, since the day of
    publication itself does not count (民法通则 第一百五十四条，民法典 第二百零一条、第二百零二条).
    """
    bought, last = facts.home_bought_on, add_months(rule.before, rule.months)
    met = bought is not None and bought < rule.before
    fact = sentence("hukou", "没有按原购房落户政策购买商品住房。")
    if bought is not None:
        fact = sentence("hukou", "{day}购买商品住房，规定在{before}公布以前。")
        fact = fact.fill(day=bought.isoformat(), before=rule.before.isoformat())
    change = sentence("hukou", "购房落户限制已经取消，请看其他途径。")
    yield judged("bought", route.rule(), met, fact, change, ground=True)
    fact = sentence("hukou", "过渡期自{before}公布之日起，到{last}为止。")
    fact = fact.fill(before=rule.before.isoformat(), last=last.isoformat())
    change = sentence("hukou", "过渡期已过，请看其他途径。")
    yield judged("in_time", route.rule(), on <= last, fact, change, until=last)
