"""A full permit decision by the rule packs, beside the same decision written as plain `if`s; loading the packs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from benchmarks.kit import Finding, Ratio, processor, turn_about
from desktop.domain.codes import Ground, IdKind
from desktop.domain.permit import ApplicationFacts, assess_application, assess_obligation, materials_for
from desktop.domain.permit_deadlines import promised_date
from desktop.domain.times import add_months
from desktop.policies import PolicyBook, load_calendar

TITLE = "Permit decision by the rule packs"
LIMIT, LOADING = 0.2, 60.0
_ROUNDS, _EACH, _LOADS = 25, 200, 15
_DIVISION = "370102"


def measure(_rows: int) -> Finding:
    """Decide the applications of a year of days: conditions, obligation, materials, promised day."""
    book, calendar = PolicyBook.load(), load_calendar()
    cases = [_application(number) for number in range(_EACH)]

    def ours(case: tuple[ApplicationFacts, date]) -> Any:
        facts, on = case
        policy = book.in_force(_DIVISION, on)
        findings = assess_application(facts, policy, on)
        obligation = assess_obligation(facts, policy, calendar, on)
        needs = materials_for(facts.ground, agent=False, policy=policy)
        return (
            all(one.met for one in findings),
            obligation.obliged,
            needs,
            promised_date(on, policy, calendar),
        )

    def bare(case: tuple[ApplicationFacts, date]) -> Any:
        return _plain(*case, calendar)

    for case in cases:
        met, _, needs, due = ours(case)
        assert (met, len(needs), due.on) == bare(case), "the plain way decides otherwise"
    one, other = turn_about(ours, bare, [cases] * _ROUNDS)
    loaded, _unused = turn_about(lambda _: PolicyBook.load(), lambda _: None, [range(3)] * _LOADS)
    return Finding(
        TITLE,
        (
            Ratio("a decision", one.percentile(50) / 1000, LIMIT, "ms"),
            Ratio("loading all packs, p50", loaded.percentile(50) / 1000, LOADING, "ms"),
        ),
        {
            "by the packs": one.written(),
            "plain ifs": other.written(),
            "processor time": processor(one, other),
            "packs": str(len(book.packs)),
        },
    )


def _application(number: int) -> tuple[ApplicationFacts, date]:
    on = date(2026, 1, 5) + timedelta(days=number)
    registered = on - timedelta(days=120 + number)
    facts = ApplicationFacts(
        id_kind=IdKind.RESIDENT,
        birth_date=date(1990, 1, 1),
        hukou_division=("371321", "410102", "370102", "330106")[number % 4],
        division=_DIVISION,
        spans=((registered - timedelta(days=400), registered - timedelta(days=90)), (registered, None)),
        ground=tuple(Ground)[number % 3],
        has_permit=number % 7 == 0,
    )
    return facts, on


def _plain(facts: ApplicationFacts, on: date, calendar: Any) -> tuple[bool, int, date]:
    """The decision as somebody would write it who knows only today's rules of this one place."""
    met = True
    if facts.id_kind is not IdKind.RESIDENT:
        met = False
    if facts.hukou_division[:4] == _DIVISION[:4] and facts.hukou_division not in ("370124", "370126"):
        met = False
    if add_months(facts.spans[-1][0], 6) > on:
        met = False
    if facts.ground not in (Ground.EMPLOYMENT, Ground.DWELLING, Ground.STUDY):
        met = False
    if facts.has_permit:
        met = False
    day, left = on, 10
    while left:
        day += timedelta(days=1)
        if calendar.is_working(day):
            left -= 1
    return met, 3, day
