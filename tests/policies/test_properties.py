"""What holds for all packs, days and facts, whatever the numbers are."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.domain.codes import Ground, IdKind
from desktop.domain.errors import CounterError
from desktop.domain.permit import ApplicationFacts, assess_application
from desktop.domain.policy import Policy, SpanCounting
from desktop.domain.residence import Span
from desktop.domain.rule import DayUnit, Deadline, Rule
from desktop.policies import PolicyBook, load_calendar
from desktop.policies.decide import decide
from tests.policies import decision_table

BOOK = PolicyBook.load()
CALENDAR = load_calendar()
DAY = timedelta(days=1)
FIRST, LAST = date(2004, 1, 1), date(2030, 12, 31)
ROWS = [row for row in decision_table.read(decision_table.SHIPPED) if not row.problem]
LISTS = ("登记", "已签注", "子女出生")
PLACES = sorted({row.cells["place"] for row in ROWS})

some_days = st.dates(FIRST, LAST)
places = st.sampled_from(PLACES)
rows = st.sampled_from(ROWS)


def policies() -> list[Policy]:
    """Every set of rules that was ever in force at any of the places."""
    found = {}
    for place in PLACES:
        for pack in BOOK.packs:
            for day in (pack.layer.effective_from, (pack.layer.effective_to or LAST) + DAY):
                policy = BOOK.in_force(place, day)
                found[place, policy.version, policy.effective_from] = policy
    return list(found.values())


POLICIES = policies()
WITH_PERMITS = [policy for policy in POLICIES if policy.permits is not None]
WITH_HALF_A_YEAR = [policy for policy in WITH_PERMITS if policy.permit.months_registered.value]


@st.composite
def residences(draw: st.DrawFn, on: date) -> tuple[Span, ...]:
    """Some spans of residence within two years of a day, in any order; they may overlap."""
    spans = []
    for _ in range(draw(st.integers(1, 5))):
        start = on - draw(st.integers(0, 730)) * DAY
        length = draw(st.none() | st.integers(0, 400))
        spans.append((start, None if length is None else start + length * DAY))
    return tuple(spans)


@settings(deadline=None)
@given(st.data(), st.sampled_from(WITH_PERMITS), st.sampled_from(SpanCounting), some_days)
def test_more_residence_never_makes_an_eligible_person_ineligible(
    data: st.DataObject, policy: Policy, counting: SpanCounting, on: date
) -> None:
    policy = replace(
        policy, permits=replace(policy.permit, spans=replace(policy.permit.spans, value=counting))
    )
    before, more = data.draw(residences(on)), data.draw(residences(on))
    less = ApplicationFacts(IdKind.RESIDENT, date(1980, 1, 1), "530102", "370602", before, Ground.EMPLOYMENT)
    assume(all(each.met for each in assess_application(less, policy, on)))
    found = assess_application(replace(less, spans=before + more), policy, on)
    assert all(each.met for each in found)


@settings(deadline=None)
@given(st.data(), st.sampled_from(WITH_HALF_A_YEAR), st.sampled_from(SpanCounting), some_days)
def test_who_stays_is_eligible_on_the_day_that_was_promised(
    data: st.DataObject, policy: Policy, counting: SpanCounting, on: date
) -> None:
    policy = replace(
        policy, permits=replace(policy.permit, spans=replace(policy.permit.spans, value=counting))
    )
    start = on - data.draw(st.integers(0, 183)) * DAY
    facts = ApplicationFacts(
        IdKind.RESIDENT,
        date(1980, 1, 1),
        "530102",
        "370602",
        (*data.draw(residences(start)), (start, None)),
        Ground.EMPLOYMENT,
    )
    missing = [each for each in assess_application(facts, policy, on) if not each.met]
    assume([each.code for each in missing] == ["months_registered"])
    promised = date.fromisoformat(missing[0].fact.facts["reached"])
    assert on < promised
    assert not all(each.met for each in assess_application(facts, policy, promised - DAY))
    assert all(each.met for each in assess_application(facts, policy, promised))


def deadlines() -> set[Deadline]:
    return {
        rule.value for policy in POLICIES for _, rule in policy.rules() if isinstance(rule.value, Deadline)
    }


@pytest.mark.parametrize("deadline", sorted(deadlines(), key=lambda it: (it.unit, it.days)), ids=str)
def test_no_last_day_falls_on_a_day_off_or_comes_too_early(deadline: Deadline) -> None:
    start = FIRST
    before = date.min
    while start <= LAST:
        due = deadline.due(start, CALENDAR)
        assert CALENDAR.is_working(due.on), start
        assert before <= due.on, "who starts later is never due earlier"
        if deadline.unit is DayUnit.WORKING_DAYS:
            span = (start + ahead * DAY for ahead in range(1, (due.on - start).days + 1))
            assert sum(map(CALENDAR.is_working, span)) == deadline.days, start
        else:
            last = start + deadline.days * DAY
            span = (last + ahead * DAY for ahead in range((due.on - last).days + 1))
            assert [day for day in span if CALENDAR.is_working(day)] == [due.on], start
        assert due.estimated == CALENDAR.is_estimated(start, due.on)
        before = due.on
        start += DAY


@settings(deadline=None)
@given(places, some_days, st.integers(0, 400), st.integers(0, 200), st.integers(0, 200))
def test_a_later_report_is_never_less_late(place: str, on: date, ago: int, wait: int, more: int) -> None:
    arrived = on - ago * DAY
    first, second = arrived + wait * DAY, arrived + (wait + more) * DAY
    late = []
    for matter, facts in (
        ("registration", {"hukou_division": "530102", "arrived_on": arrived.isoformat()}),
        ("move", {"to_division": place[:6], "moved_on": arrived.isoformat()}),
        ("move", {"to_division": "530102", "moved_on": arrived.isoformat()}),
    ):
        late = [
            decide(BOOK, CALENDAR, place, on, matter, {**facts, "reported_on": day.isoformat()})
            for day in (first, second)
        ]
        assert late[0].more["days_late"] <= late[1].more["days_late"]
        assert late[0].date == late[1].date
        for answer, day in zip(late, (first, second), strict=True):
            assert (answer.more["days_late"] > 0) == (answer.date is not None and day > answer.date)


@settings(deadline=None)
@given(st.data(), rows)
def test_no_decision_depends_on_the_order_of_the_facts(data: st.DataObject, row: decision_table.Row) -> None:
    def decided(facts: dict[str, Any]) -> Any:
        return decide(BOOK, CALENDAR, row.cells["place"], row.day, row.cells["matter"], facts).as_json()

    shuffled = {}
    for name, value in data.draw(st.permutations(list(row.facts.items()))):
        parts = value.split("、") if name in LISTS else [value]
        shuffled[name] = "、".join(data.draw(st.permutations(parts)))
    assert decided(shuffled) == decided(dict(row.facts))


@settings(deadline=None)
@given(rows, places, st.dates(date(1958, 1, 9), date(2035, 12, 31)))
def test_every_finding_of_every_answer_has_its_article(row: decision_table.Row, place: str, on: date) -> None:
    try:
        answer = decide(BOOK, CALENDAR, place, on, row.cells["matter"], row.facts)
    except CounterError:
        return
    assert answer.findings
    assert all(each.basis and str(each.fact) for each in answer.findings)
    assert all(each.verified or each.note for each in answer.findings)
    assert json.loads(json.dumps(answer.as_json()))["outcome"] == answer.outcome


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: f"{policy.place}-{policy.effective_from}")
def test_every_value_has_its_article_and_every_doubt_its_reason(policy: Policy) -> None:
    for key, rule in policy.rules():
        assert isinstance(rule, Rule)
        assert rule.basis, key
        assert rule.verified or rule.note, key
