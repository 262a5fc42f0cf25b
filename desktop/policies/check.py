"""Check packs before they are used: every file, how they lie over one another, and what was published."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import Sentence, sentence
from desktop.policies.book import FOLDER, PolicyBook, files_of, name_of
from desktop.policies.division_codes import streets
from desktop.policies.packs import Pack, PackError, read_pack

_LIST = "PUBLISHED.sha256"


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
    problems = list(_published(published))
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


def _published(folder: Path) -> Iterator[PackError]:
    """Compare the packs with the list of their fingerprints: a published one is never edited."""
    try:
        lines = (folder / _LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as trouble:
        yield PackError(_LIST, None, "", sentence("policies", "读不出来：{why}").fill(why=trouble))
        return
    listed: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if found := re.fullmatch(r"([0-9a-f]{64})  (\S.*)", line):
            listed[found[2]] = found[1]
            if not (folder / found[2]).is_file():
                reason = sentence("policies", "列在发布清单里，但是没有这个文件。")
                yield PackError(_LIST, number, found[2], reason)
        else:
            yield PackError(_LIST, number, "", sentence("policies", "应为校验值、两个空格、文件名。"))
    for path in files_of(folder):
        name = path.relative_to(folder).as_posix()
        if name not in listed:
            yield _unlisted(name, sentence("policies", "没有列入发布清单{list}。"))
        elif hashlib.sha256(path.read_bytes()).hexdigest() != listed[name]:
            reason = sentence(
                "policies", "与发布清单{list}不符：已发布的规则包不能修改，法律有变的，另写一个。"
            )
            yield _unlisted(name, reason)


def _unlisted(name: str, reason: Sentence) -> PackError:
    return PackError(name, None, _LIST, reason.fill(list=_LIST))
