"""Check packs before they are used: every file, how they lie over one another, and what was published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import sentence
from desktop.policies.book import PolicyBook
from desktop.policies.division_codes import streets
from desktop.policies.packs import Pack, PackError, read_pack
from desktop.policies.published import FOLDER, differences, files_of, name_of


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong, and how many packs were looked at."""

    problems: tuple[PackError, ...]
    packs: int


def check(extra_folder: Path | None = None, published: Path = FOLDER) -> Report:
    """Check the published packs and those of a station's folder, by the checks that loading makes and more.

    A file gives one problem at least when anything is wrong with it. Streets are looked up here only, and
    the published packs compared with the list of their fingerprints.
    """
    problems = list(differences(published))
    standing: tuple[Pack, ...] = ()
    count = 0
    for folder in (published, *([extra_folder] if extra_folder else ())):
        read: list[Pack] = []
        for path in files_of(folder):
            count += 1
            try:
                read.append(read_pack(path, name_of(path)))
            except PackError as trouble:
                problems.append(trouble)
        for pack in read:
            problems += _streets(pack)
        standing, trouble_together = _together(standing, read)
        problems += trouble_together
    return Report(tuple(problems), count)


def _together(standing: Sequence[Pack], packs: Iterable[Pack]) -> tuple[tuple[Pack, ...], list[PackError]]:
    """Add pack by pack, upper layers first; one that does not go with the others is left out."""
    problems: list[PackError] = []
    together = tuple(standing)
    for pack in sorted(
        packs, key=lambda it: (len(it.division), it.layer.place, it.layer.effective_from, it.name)
    ):
        try:
            together = PolicyBook((*together, pack)).packs
        except PackError as trouble:
            problems.append(trouble)
    return together, problems


def _streets(pack: Pack) -> Iterator[PackError]:
    for place in pack.hukou.places() if pack.hukou else ():
        if len(place.code) == 9 and place.code not in streets():
            key = f'code = "{place.code}"'
            reason = sentence("policies", "没有这些区划代码：{codes}。").fill(codes=place.code)
            yield PackError(pack.name, _line_with(pack, key), place.name, reason)


def _line_with(pack: Pack, words: str) -> int | None:
    lines = pack.path.read_text(encoding="utf-8").splitlines() if pack.path else []
    return next((number for number, line in enumerate(lines, start=1) if words in line), None)
