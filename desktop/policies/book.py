"""Every policy ever published, laid over one another: nation, province, city."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.hukou_policy import HukouPolicy
from desktop.domain.policy import Layer, PermitPolicy, Policy, RegistrationPolicy, StaffingPolicy
from desktop.domain.rule import Rule
from desktop.policies.packs import Pack, PackError, read_pack
from desktop.policies.published import FOLDER, differences, files_of, name_of
from desktop.policies.sections import SECTIONS, TABLES

_MATERIALS = "materials."
_DAY = timedelta(days=1)
_REMEMBERED = 512  # places and days whose rules are kept at hand


class PolicyBook:
    """All packs, so that an old decision stays explainable. They never change, so answers are kept."""

    def __init__(self, packs: Iterable[Pack], refused: Sequence[PackError] = ()) -> None:
        self.packs = tuple(
            sorted(packs, key=lambda it: (len(it.division), it.layer.place, it.layer.effective_from))
        )
        self.refused = tuple(refused)
        self._known: dict[tuple[object, ...], Policy] = {}
        self._asked: dict[tuple[str, date], Policy] = {}
        _check_together(self.packs)
        self._layers = tuple(pack for pack in self.packs if pack.hukou is None)
        for pack in self._layers:
            self._check_complete(pack)

    @classmethod
    def load(cls, extra_folder: Path | None = None) -> PolicyBook:
        """Read the published packs, and the station's own from a folder of the same form.

        A published pack that fails is our bug and raises PackError, and so does one that is not as it was
        published: no case is decided by a law that somebody wrote into the program. One of the station's that fails is left
        out and kept in `refused` with its file, line, key and reason; all others stay in force.
        """
        for changed in differences(FOLDER):
            raise changed
        packs = [read_pack(path, name_of(path)) for path in files_of(FOLDER)]
        book = cls(packs)
        refused: list[PackError] = []
        for path in files_of(extra_folder) if extra_folder else ():
            try:
                book = cls([*book.packs, read_pack(path, name_of(path))])
            except PackError as trouble:
                refused.append(trouble)
        return cls(book.packs, refused) if refused else book

    def in_force(self, division_code: str, on: date) -> Policy:
        """Give the rules for a division (2 to 12 digits) on a day: the nation's, and what lies over them.

        Where nothing below the nation matches it is the nation's alone; `Policy.layers` says which, and
        `Policy.lapsed` whose time was over. Raises NotPossible for a day on which not even the nation has a
        pack.
        """
        asked = self._asked.get((division_code, on))
        if asked is None:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            asked = self._asked[division_code, on] = self._in_force(division_code, on)
        return asked

    def _in_force(self, division_code: str, on: date) -> Policy:
        near = [pack for pack in self._layers if pack.covers(division_code)]
        newest: dict[str, Pack] = {}
        for pack in near:
            if pack.layer.effective_from <= on:
                newest[pack.layer.place] = pack
        layers = [pack for pack in newest.values() if _ends(pack) >= on]
        if not layers or layers[0].division:
            problem = sentence("policies", "没有{on}有效的全国规则包，不能判断。")
            raise NotPossible(problem.fill(on=on.isoformat()))
        over = [pack for pack in newest.values() if _ends(pack) < on]
        begins = max([_ends(pack) + _DAY for pack in over] + [pack.layer.effective_from for pack in layers])
        later = [pack.layer.effective_from - _DAY for pack in near if pack.layer.effective_from > on]
        ends = min(later + [_ends(pack) for pack in layers])
        key = (begins, ends, *map(id, layers))
        if key not in self._known:
            self._known[key] = _lay_over(layers, over, begins, None if ends == date.max else ends)
        return self._known[key]

    def hukou(self, division_code: str, on: date) -> HukouPolicy:
        """Give the rules on hukou transfer for a division (2 to 12 digits) on a day.

        Where several packs apply it is the one of the smallest place, and of these the newest. Raises
        NotPossible, with the dates of the nearest pack, when none is in force.
        """
        near = [pack for pack in self.packs if pack.hukou is not None and pack.covers(division_code)]
        for pack in reversed(near):
            if pack.layer.effective_from <= on <= _ends(pack) and pack.hukou is not None:
                return pack.hukou
        if not near:
            problem = sentence("policies", "没有{division}的落户规则包，不能判断。")
            raise NotPossible(problem.fill(division=division_code))
        layer = near[-1].layer
        problem = sentence("policies", "{document}自{start}起施行，{on}还没有施行，不能判断。")
        if layer.effective_to is not None and layer.effective_to < on:
            problem = sentence(
                "policies", "{document}自{start}起施行，有效期至{end}，{on}已经失效，不能判断。"
            ).fill(end=layer.effective_to.isoformat())
        raise NotPossible(
            problem.fill(document=layer.document, start=layer.effective_from.isoformat(), on=on.isoformat())
        )

    def _check_complete(self, pack: Pack) -> None:
        """Lay over all that the pack meets in its time; PackError names a key that nobody states."""
        place = pack.division.ljust(6, "0")
        for day in sorted(self._turns(pack, place)):
            try:
                self.in_force(place, day)
            except NotPossible as trouble:
                raise _wrong(pack, "effective_from", trouble.message) from None
            except _Missing as missing:
                reason = sentence("policies", "{day}与上层规则包合在一起，{key}没有规定。")
                raise _wrong(pack, missing.key, reason.fill(day=day.isoformat(), key=missing.key)) from None

    def _turns(self, pack: Pack, place: str) -> set[date]:
        """The days in a pack's time on which the layers at its place change."""
        first, last = pack.layer.effective_from, _ends(pack)
        days = {first}
        for other in self._layers:
            if other.covers(place):
                days.add(other.layer.effective_from)
                if other.layer.effective_to is not None:
                    days.add(other.layer.effective_to + _DAY)
        return {day for day in days if first <= day <= last}


class _Missing(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _lay_over(layers: Sequence[Pack], over: Sequence[Pack], begins: date, ends: date | None) -> Policy:
    rules: dict[str, dict[str, Rule[Any]]] = {section: {} for section in (*SECTIONS, *TABLES)}
    for pack in layers:
        for section, stated in pack.rules.items():
            rules[section] |= stated
    materials = {
        key.removeprefix(_MATERIALS): rules["permit"].pop(key)
        for key in tuple(rules["permit"])
        if key.startswith(_MATERIALS)
    }
    lowest = layers[-1].layer
    return Policy(
        place=lowest.place,
        title=lowest.title,
        effective_from=begins,
        effective_to=ends,
        version="+".join(f"{pack.layer.place}@{pack.layer.effective_from}" for pack in layers),
        registration=RegistrationPolicy(**_whole(rules, "registration")),
        permits=PermitPolicy(**_whole(rules, "permit"), materials=_materials(materials))
        if rules["permit"] or materials
        else None,
        entitlements=tuple(rules["entitlements"].items()),
        staffing=StaffingPolicy(**_whole(rules, "staffing")) if rules["staffing"] else None,
        history=tuple(rules["history"].items()),
        zone_rules=tuple(rules["zones"].items()),
        zones={code: rule.value for code, rule in rules["zones"].items()},
        layers=tuple(pack.layer for pack in layers),
        lapsed=tuple(pack.layer for pack in over),
    )


def _whole(rules: dict[str, dict[str, Rule[Any]]], section: str) -> dict[str, Rule[Any]]:
    for key in SECTIONS[section]:
        if key not in rules[section]:
            raise _Missing(f"{section}.{key}")
    return rules[section]


def _materials(found: dict[str, Rule[Any]]) -> tuple[tuple[str, Rule[Any]], ...]:
    if not found:
        raise _Missing("permit.materials")
    return tuple(found.items())


def _check_together(packs: Sequence[Pack]) -> None:
    seen: set[tuple[str, date]] = set()
    divisions: dict[str, str] = {}
    newest: dict[str, Layer] = {}
    for pack in packs:
        layer = pack.layer
        if (layer.place, layer.effective_from) in seen:
            raise _wrong(
                pack, "effective_from", sentence("policies", "同一地区同一天已有规则包，请改生效日期。")
            )
        seen.add((layer.place, layer.effective_from))
        if divisions.setdefault(layer.place, pack.division) != pack.division:
            raise _wrong(pack, "division", sentence("policies", "与同一地区其他规则包的区划代码不同。"))
        before = newest.get(layer.place)
        if before is not None and before.effective_to is not None:
            overlap = layer.effective_from <= before.effective_to
            if overlap and pack.replaces != before.effective_from:
                reason = sentence(
                    "policies", "{day}以前已有规则包在施行；提前取代它的，应写明replaces = {start}。"
                )
                ends, start = before.effective_to.isoformat(), before.effective_from.isoformat()
                raise _wrong(pack, "effective_from", reason.fill(day=ends, start=start))
        newest[layer.place] = layer


def _wrong(pack: Pack, key: str, reason: Sentence) -> PackError:
    return PackError(pack.name, pack.line_of(key), key, reason)


def _ends(pack: Pack) -> date:
    return pack.layer.effective_to or date.max
