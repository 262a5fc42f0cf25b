"""Every policy ever published, laid over one another: nation, province, city."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.policy import PermitPolicy, Policy, RegistrationPolicy, Rule
from desktop.policies.packs import SECTIONS, Pack, PackError, read_pack

FOLDER = Path(__file__).parent
_MATERIALS = "materials."
_DAY = timedelta(days=1)


class PolicyBook:
    """All packs, so that an old decision stays explainable. They never change, so answers are kept."""

    def __init__(self, packs: Iterable[Pack], refused: Sequence[PackError] = ()) -> None:
        self.packs = tuple(
            sorted(packs, key=lambda it: (len(it.division), it.layer.place, it.layer.effective_from))
        )
        self.refused = tuple(refused)
        self._known: dict[tuple[object, ...], Policy] = {}
        _check_together(self.packs)

    @classmethod
    def load(cls, extra_folder: Path | None = None) -> PolicyBook:
        """Read the published packs, and the station's own from a folder of the same form.

        A published pack that fails is our bug and raises PackError. One of the station's that fails is left
        out and kept in `refused` with its file, line, key and reason; all others stay in force.
        """
        packs = [read_pack(path, _name(path)) for path in _files(FOLDER)]
        book = cls(packs)
        refused: list[PackError] = []
        for path in _files(extra_folder) if extra_folder else ():
            try:
                book = cls([*book.packs, read_pack(path, _name(path))])
            except PackError as trouble:
                refused.append(trouble)
        return cls(book.packs, refused)

    def in_force(self, division_code: str, on: date) -> Policy:
        """Give the rules for a division (2 to 12 digits) on a day: the nation's, and what lies over them.

        Where nothing below the nation matches it is the nation's alone; `Policy.layers` says which. Raises
        NotPossible for a day on which not even the nation has a pack.
        """
        near = [pack for pack in self.packs if division_code.startswith(pack.division)]
        newest: dict[str, Pack] = {}
        for pack in near:
            if pack.layer.effective_from <= on:
                newest[pack.layer.place] = pack
        layers = [pack for pack in newest.values() if _ends(pack) >= on]
        if not layers or layers[0].division:
            problem = sentence("policies", "没有{on}有效的全国规则包，不能判断。")
            raise NotPossible(problem.fill(on=on.isoformat()))
        lapsed = [_ends(pack) + _DAY for pack in newest.values() if _ends(pack) < on]
        begins = max(lapsed + [pack.layer.effective_from for pack in layers])
        later = [pack.layer.effective_from - _DAY for pack in near if pack.layer.effective_from > on]
        ends = min(later + [_ends(pack) for pack in layers])
        key = (begins, ends, *map(id, layers))
        if key not in self._known:
            self._known[key] = _lay_over(layers, begins, None if ends == date.max else ends)
        return self._known[key]


def _lay_over(layers: Sequence[Pack], begins: date, ends: date | None) -> Policy:
    rules: dict[str, dict[str, Rule[Any]]] = {section: {} for section in SECTIONS}
    for pack in layers:
        for section, stated in pack.rules.items():
            rules[section] |= stated
    permit = rules["permit"]
    materials = tuple(
        (key.removeprefix(_MATERIALS), rule) for key, rule in permit.items() if key.startswith(_MATERIALS)
    )
    lowest = layers[-1].layer
    return Policy(
        place=lowest.place,
        title=lowest.title,
        effective_from=begins,
        effective_to=ends,
        version="+".join(f"{pack.layer.place}@{pack.layer.effective_from}" for pack in layers),
        registration=RegistrationPolicy(**rules["registration"]),
        permit=PermitPolicy(**{key: permit[key] for key in SECTIONS["permit"]}, materials=materials),
        layers=tuple(pack.layer for pack in layers),
    )


def _check_together(packs: Sequence[Pack]) -> None:
    seen: set[tuple[str, date]] = set()
    divisions: dict[str, str] = {}
    for pack in packs:
        layer = pack.layer
        if (layer.place, layer.effective_from) in seen:
            raise _wrong(
                pack, "effective_from", sentence("policies", "同一地区同一天已有规则包，请改生效日期。")
            )
        seen.add((layer.place, layer.effective_from))
        if divisions.setdefault(layer.place, pack.division) != pack.division:
            raise _wrong(pack, "division", sentence("policies", "与同一地区其他规则包的区划代码不同。"))
    for pack in packs:
        if pack.division:
            continue
        for section, readers in SECTIONS.items():
            for key in readers:
                if key not in pack.rules[section]:
                    raise _wrong(pack, f"{section}.{key}", sentence("policies", "全国规则包应写全每一项。"))
        if not any(key.startswith(_MATERIALS) for key in pack.rules["permit"]):
            raise _wrong(pack, "permit.materials", sentence("policies", "全国规则包应写全每一项。"))


def _wrong(pack: Pack, key: str, reason: Sentence) -> PackError:
    return PackError(pack.name, None, key, reason)


def _ends(pack: Pack) -> date:
    return pack.layer.effective_to or date.max


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*/*.toml"))


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
