"""The rules in force at a place on a day, for people to read; nobody's record is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import NotPossible, sentence
from desktop.domain.rule_words import RuleSection, rule_label, section_of, value_words
from desktop.domain.staffing import staff_for
from desktop.services.rights import open_to
from desktop.services.rule_rows import (
    EarlierRule,
    HukouPack,
    LapsedPack,
    PackLevel,
    PackRow,
    RefusedPack,
    RuleRow,
    RulesInForce,
    StaffingRow,
    Standing,
)

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.domain.policy import Layer, Policy
    from desktop.domain.rule import Rule
    from desktop.services.office import Office

_DAY = timedelta(days=1)
_LEVELS = {0: PackLevel.NATION, 2: PackLevel.PROVINCE, 4: PackLevel.CITY, 6: PackLevel.COUNTY}
_ORDER = {section: number for number, section in enumerate(RuleSection)}


@dataclass(frozen=True, slots=True)
class _Span:
    """One value of one key from one day to another; the rule is None where nobody stated it."""

    rule: Rule[Any] | None
    pack: PackRow | None
    since: date
    until: date | None


class Rules:
    """Reads the rule packs. It writes nothing, and leaves no trace since it concerns no person."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._book = office.policies

    @open_to("a date")
    def today(self) -> date:
        """Return the local date."""
        return self._office.today()

    @open_to("the law is public")
    def in_force(self, division: str, on: date) -> RulesInForce:
        """Give every rule for a division (2 to 12 digits) on a day, each with what stood before it."""
        changes = self._changes(division)
        name = self._office.divisions.full_name(division)
        refused = tuple(
            RefusedPack(each.file, each.line, each.key, each.reason) for each in self._book.refused
        )
        hukou = self._hukou(division, on)
        try:
            policy = self._book.in_force(division, on)
        except NotPossible as trouble:
            return RulesInForce(
                division, name, on, None, None, (), (), (), hukou, refused, changes, trouble.message
            )
        packs = tuple(self._pack(layer) for layer in policy.layers)
        return RulesInForce(
            division=division,
            division_name=name,
            on=on,
            begins=policy.effective_from,
            ends=policy.effective_to,
            rows=self._rows(division, policy, changes),
            packs=packs,
            lapsed=tuple(self._lapsed(layer, packs) for layer in policy.lapsed),
            hukou=hukou,
            refused=refused,
            changes=changes,
        )

    @open_to("the law is public")
    def staffing(self, division: str, on: date, residents: int) -> StaffingRow:
        """Count who looks after so many newcomers of one community or employer.

        Raises BadInput for a negative number, NotPossible where the rules of the day name no staff.
        """
        found = staff_for(residents, self._book.in_force(division, on))
        return StaffingRow(residents, found.words, found.findings)

    def _changes(self, division: str) -> tuple[date, ...]:
        """The days on which other packs begin to stand together at the division."""
        days = set()
        for pack in self._book.packs:
            if pack.covers(division):
                days.add(pack.layer.effective_from)
                if pack.layer.effective_to is not None:
                    days.add(pack.layer.effective_to + _DAY)
        return tuple(sorted(day for day in days if self._begins(division, day)))

    def _begins(self, division: str, day: date) -> bool:
        policy = self._policy(division, day)
        return policy is not None and policy.effective_from == day

    def _policy(self, division: str, on: date) -> Policy | None:
        try:
            return self._book.in_force(division, on)
        except NotPossible:
            return None

    def _pack(self, layer: Layer) -> PackRow:
        code = next(pack.division for pack in self._book.packs if pack.layer.place == layer.place)
        return PackRow(
            layer.place,
            _LEVELS[len(code)],
            self._office.divisions.name(code) if code else "",
            layer.title,
            layer.document,
            layer.effective_from,
            layer.effective_to,
        )

    def _lapsed(self, layer: Layer, packs: tuple[PackRow, ...]) -> LapsedPack:
        pack, order = self._pack(layer), list(PackLevel)
        above = [each for each in packs if order.index(each.level) < order.index(pack.level)]
        return LapsedPack(pack, above[-1])

    def _hukou(self, division: str, on: date) -> tuple[HukouPack, ...]:
        found = (pack for pack in self._book.packs if pack.hukou is not None and pack.covers(division))
        return tuple(
            HukouPack(row, row.effective_from <= on and (row.effective_to is None or on <= row.effective_to))
            for row in (self._pack(pack.layer) for pack in found)
        )

    def _rows(self, division: str, policy: Policy, changes: tuple[date, ...]) -> tuple[RuleRow, ...]:
        days = [day for day in changes if day <= policy.effective_from]
        policies = [each for day in days if (each := self._policy(division, day)) is not None]
        spans: dict[str, list[_Span]] = {key: [] for key, _ in policy.rules()}
        for each in policies:
            for key, _ in each.rules():
                spans.setdefault(key, [])
        for each in policies:
            self._continue(spans, each)
        rows = (self._row(key, line[::-1]) for key, line in spans.items())
        return tuple(sorted(rows, key=lambda row: (row.standing is Standing.GONE, _ORDER[row.section])))

    def _continue(self, spans: dict[str, list[_Span]], policy: Policy) -> None:
        """Carry each key's line of values through the days of one more policy."""
        rules = dict(policy.rules())
        packs = {layer.place: self._pack(layer) for layer in policy.layers}
        for key, line in spans.items():
            rule = rules.get(key)
            pack = packs[rule.place] if rule is not None else None
            since = policy.effective_from
            if line and _same(line[-1], rule):
                since = line.pop().since
            elif not line and rule is None:
                continue
            line.append(_Span(rule, pack, since, policy.effective_to))

    def _row(self, key: str, line: list[_Span]) -> RuleRow:
        now, *before = line
        first = now.since
        for each in before:
            if not _same_value(each.rule, now.rule):
                break
            first = each.since
        named = now.rule or next(each.rule for each in before if each.rule is not None)
        return RuleRow(
            key=key,
            section=section_of(key),
            label=rule_label(key, named, self._name),
            value=self._words(key, now.rule),
            basis=now.rule.basis if now.rule else "",
            note=now.rule.note if now.rule else "",
            standing=_standing(key, now.rule),
            pack=now.pack,
            since=first,
            earlier=tuple(self._earlier(key, each, now) for each in before),
        )

    def _earlier(self, key: str, span: _Span, now: _Span) -> EarlierRule:
        rule = span.rule
        words = self._words(key, rule)
        if rule is not None and section_of(key) is RuleSection.HISTORY:
            words = rule_label(key, rule, self._name)
        return EarlierRule(
            words=words,
            basis=rule.basis if rule is not None else "",
            since=span.since,
            until=span.until or date.max,
            pack=span.pack,
            differs=not _same_value(rule, now.rule),
        )

    def _words(self, key: str, rule: Rule[Any] | None) -> Sentence:
        if rule is None:
            return sentence("rule", "没有这一项规定")
        return value_words(key, rule.value, self._name)

    def _name(self, code: str) -> str:
        return self._office.divisions.name(code)


def _same(span: _Span, rule: Rule[Any] | None) -> bool:
    """Tell whether nothing about a rule has changed that a reader would see."""
    if span.rule is None or rule is None:
        return span.rule is rule
    return (span.rule.value, span.rule.basis, span.rule.place) == (rule.value, rule.basis, rule.place)


def _same_value(one: Rule[Any] | None, other: Rule[Any] | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(one.value == other.value)


def _standing(key: str, rule: Rule[Any] | None) -> Standing:
    if rule is None:
        return Standing.GONE
    if rule.value is None:
        return Standing.SILENT
    if not rule.verified:
        return Standing.UNVERIFIED
    return Standing.STATEMENT if section_of(key) is RuleSection.HISTORY else Standing.VERIFIED
