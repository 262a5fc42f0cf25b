"""The assessment of a hukou transfer: every route of the zone for people to read, and the notice of it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, PaperKind
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.hukou import (
    DISCLAIMER,
    SUMMARY,
    HukouAssessment,
    HukouFacts,
    RouteAssessment,
    assess_hukou,
)
from desktop.domain.hukou_codes import FamilyMember
from desktop.domain.hukou_codes import label as hukou_label
from desktop.domain.masking import mask_id
from desktop.domain.rights import Right
from desktop.services import paper_records
from desktop.services.case_records import NewCase
from desktop.services.findings import named, with_names
from desktop.services.rights import needs, open_to
from desktop.services.sheet_cases import NewSheet, make_out

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.case_numbers import CaseNumber
    from desktop.domain.policy import Layer
    from desktop.services.application_rows import SheetDone
    from desktop.services.divisions import Divisions
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, PersonRow
    from printing.documents import HukouNotice
    from printing.documents import HukouRoute as PrintedRoute

_THERE = frozenset((FamilyMember.MINOR_CHILDREN, FamilyMember.UNMARRIED_CHILDREN))


@dataclass(frozen=True, slots=True)
class HukouRows:
    """What the rules of a day say at a place; `assessment` is None where they say nothing, for `obstacle`.

    `layer` is the notice that was judged by, or the nearest one that is not in force that day; `offered` is
    then its last day, or its first if it is yet to come. `lapsed_on` is the last day of a notice that was
    judged by and is no longer in force today.
    """

    place: str
    on: date
    assessment: HukouAssessment | None
    layer: Layer | None
    obstacle: Sentence | None = None
    offered: date | None = None
    lapsed_on: date | None = None

    @property
    def warning(self) -> Sentence | None:
        """What to say of an assessment by rules that are over."""
        return None if self.lapsed_on is None else _lapsed(self.lapsed_on)


class HukouAssessments:
    """Judges facts by the hukou rules of a day, and tells the outcome on paper; it decides nothing."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @open_to("a date")
    def today(self) -> date:
        """Return the local date."""
        return self._office.today()

    @open_to("the rules are public, and what is typed is not stored")
    def assess(self, facts: HukouFacts, on: date) -> HukouRows:
        """Judge every route at `facts.division` by the rules of a day, with the names of places; stores nothing.

        Where there are no rules that day, or the place lies in no zone of theirs, the row says why.
        """
        divisions = self._office.divisions
        place = divisions.full_name(facts.division) or facts.division
        try:
            policy = self._office.policies.hukou(facts.division, on)
        except NotPossible as trouble:
            layer = self._nearest(facts.division, on)
            offered = None
            if layer is not None:
                offered = layer.effective_from if on < layer.effective_from else layer.effective_to
            said = with_names(trouble.message, divisions)
            return HukouRows(place, on, None, layer, said, offered)
        over = policy.effective_to if policy.effective_to and policy.effective_to < self.today() else None
        try:
            found = assess_hukou(facts, policy, on)
        except NotPossible as trouble:
            said = with_names(trouble.message, divisions)
            return HukouRows(place, on, None, policy.layer, said, lapsed_on=over)
        return HukouRows(place, on, _with_names(found, divisions), policy.layer, lapsed_on=over)

    @needs(Right.ACCEPT)
    def tell(self, actor: Actor, request_id: str, person_id: int, facts: HukouFacts, on: date) -> SheetDone:
        """Freeze the assessment as a notice, in a case of its own that keeps the facts.

        The same `request_id` again gives the same answer. Raises NotPossible where there is nothing to
        judge by, and for somebody who is not known here.
        """
        office = self._office
        at = office.clock.now()
        rows = self.assess(facts, on)
        found = rows.assessment
        if found is None:
            raise NotPossible(rows.obstacle or sentence("errors", "没有可以告知的测算结果。"))
        summary = SUMMARY.fill(zone=found.zone_title, count=len(found.met))
        sheet = NewSheet(
            case=NewCase(
                kind=CaseKind.HUKOU_ASSESSMENT,
                state=CaseState.COMPLETED,
                request_id=request_id,
                summary=str(summary),
                policy=found.version,
                facts={**_stated(facts), "day": on.isoformat()},
            ),
            paper=PaperKind.HUKOU_NOTICE,
            action="tell_hukou_assessment",
            draw=lambda number, person: _notice(actor, number, person, rows, found, at),
        )
        return make_out(office, self._journal, actor, person_id, sheet, at)

    def _nearest(self, division: str, on: date) -> Layer | None:
        """The notice that ended last before a day, or else the first that begins after it."""
        packs = [pack for pack in self._office.policies.packs if pack.hukou and pack.covers(division)]
        over = [pack.layer for pack in packs if pack.layer.effective_from <= on]
        later = [pack.layer for pack in packs if pack.layer.effective_from > on]
        return max(over, key=lambda it: it.effective_to or date.max, default=None) or min(
            later, key=lambda it: it.effective_from, default=None
        )


def family_words(route: RouteAssessment) -> str:
    """Who may come along, in Chinese as printed, with the birthdays of the children that may."""
    return "、".join(_member(each, route.children) for each in route.family)


def _member(member: FamilyMember, children: tuple[date, ...]) -> str:
    name = str(hukou_label(member))
    if member not in _THERE or not children:
        return name
    days = "、".join(f"{born.year}年{born.month}月{born.day}日" for born in children)
    return f"{name}（{days}出生）"


def _lapsed(last: date) -> Sentence:
    said = sentence("hukou", "该规定已于{year}年{month}月{day}日失效，按当时的规定测算，仅供了解。")
    return said.fill(year=last.year, month=last.month, day=last.day)


def _with_names(found: HukouAssessment, divisions: Divisions) -> HukouAssessment:
    routes = tuple(replace(each, findings=named(each.findings, divisions)) for each in found.routes)
    return replace(found, routes=routes)


def _stated(facts: HukouFacts) -> dict[str, Any]:
    """The facts that were stated, as plain data."""
    return {
        each.name: _plain(value)
        for each in fields(facts)
        if (value := getattr(facts, each.name)) not in (None, "", False, 0, ())
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _notice(
    actor: Actor, number: CaseNumber, person: PersonRow, rows: HukouRows, found: HukouAssessment, at: datetime
) -> HukouNotice:
    from printing.documents import HukouNotice

    layer = rows.layer
    return HukouNotice(
        **paper_records.standing(actor, number, PaperKind.HUKOU_NOTICE, at),
        name=person.name,
        id_kind=str(label(person.id_kind)),
        masked_id=mask_id(person.id_number),
        assessed_on=found.on,
        place=rows.place,
        zone=str(found.zone_title),
        routes=tuple(_printed(route) for route in found.routes),
        rules=(f"{layer.title}（{layer.document}）",) if layer else (),
        disclaimer=f"{DISCLAIMER}{rows.warning or ''}",
    )


def _printed(route: RouteAssessment) -> PrintedRoute:
    """A route with all its conditions, or with those that are missing where its personal ground is."""
    from printing.documents import HukouCondition
    from printing.documents import HukouRoute as PrintedRoute

    return PrintedRoute(
        title=str(route.title),
        met=route.met,
        conditions=tuple(
            HukouCondition(
                fact=str(each.fact),
                basis=each.basis,
                met=each.met,
                change=str(each.change) if each.change else "",
            )
            for each in (route.findings if route.grounded else route.missing)
        ),
        family=family_words(route) if route.grounded else "",
        nearest=None if route.met else route.nearest,
    )
