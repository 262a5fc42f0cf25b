"""Read a table of cases (decisions.csv and others of its form): every row, or why it cannot be read."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.errors import CounterError
from desktop.policies.decide import Answer
from desktop.policies.facts import facts_of

SHIPPED = Path(__file__).with_name("decisions.csv")
NEEDED = ("place", "day", "matter", "facts", "outcome", "date", "articles")
ALSO = ("number", "pack", "why")
_ESTIMATED = "暂估"


@dataclass(frozen=True)
class Row:
    """One case and what is expected of it; `problem` says why it cannot be read."""

    line: int
    name: str
    cells: Mapping[str, str]
    problem: str = ""
    day: date = date.min
    facts: Mapping[str, str] = field(default_factory=dict)
    date: date | None = None
    estimated: bool = False
    articles: tuple[str, ...] = ()

    def differences(self, answer: Answer) -> list[str]:
        """Say how an answer differs from what is expected."""
        found = []
        outcome = self.cells["outcome"]
        if outcome not in (str(answer.words), answer.outcome):
            found.append(f"结果应为“{outcome}”，得到“{answer.words}”（{answer.outcome}）")
        expected, got = in_words(self.date, self.estimated), in_words(answer.date, answer.estimated)
        if expected != got:
            found.append(f"日期应为“{expected}”，得到“{got}”")
        named = {finding.basis for finding in answer.findings}
        found += [f"没有引用“{article}”" for article in self.articles if article not in named]
        return found


def chosen(config: pytest.Config) -> Path:
    """Give the table to run: that of `--decisions`, or the shipped one."""
    given = config.getoption("decisions")
    return config.invocation_params.dir / given if given else SHIPPED


def read(path: Path) -> tuple[Row, ...]:
    """Read a table, with or without a byte order mark; a file that is none gives one row with its problem."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(_rows(file)) or (_unreadable(1, "", "没有一行案例"),)
    except (OSError, UnicodeDecodeError, csv.Error) as trouble:
        return (_unreadable(1, "", f"读不出来（应为UTF-8的CSV）：{trouble}"),)


def in_words(day: date | None, estimated: bool) -> str:
    """Say a date as the table writes it."""
    if day is None:
        return ""
    return f"{day.isoformat()} {_ESTIMATED}" if estimated else day.isoformat()


def _rows(file: Iterator[str]) -> Iterator[Row]:
    rows = csv.reader(file)
    header = [cell.strip() for cell in next(rows, [])]
    if trouble := _header_problem(header):
        yield _unreadable(1, "", trouble)
        return
    seen: set[str] = set()
    for cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        line = rows.line_num
        if len(cells) != len(header):
            name = cells[header.index("number")] if "number" in header and len(cells) > 1 else ""
            yield _unreadable(line, name, f"有{len(cells)}列，应为{len(header)}列（含逗号的内容加引号）")
            continue
        row = dict(zip(header, map(str.strip, cells), strict=True))
        name = row.setdefault("number", "") or f"line-{line}"
        if name in seen:
            yield _unreadable(line, f"{name}-line-{line}", f"编号{name}重复")
            continue
        seen.add(name)
        try:
            yield _row(line, name, row)
        except (ValueError, CounterError) as trouble:
            yield _unreadable(line, name, str(trouble))


def _header_problem(header: list[str]) -> str:
    if missing := [name for name in NEEDED if name not in header]:
        return f"第一行缺少列：{'、'.join(missing)}"
    if extra := [name for name in header if name not in (*NEEDED, *ALSO)]:
        return f"第一行有不认识的列：{'、'.join(extra)}"
    if twice := [name for name in dict.fromkeys(header) if header.count(name) > 1]:
        return f"第一行有重复的列：{'、'.join(twice)}"
    return ""


def _row(line: int, name: str, cells: dict[str, str]) -> Row:
    found = re.fullmatch(rf"(?:([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\s*({_ESTIMATED})?)?", cells["date"])
    if found is None:
        raise ValueError(f"date“{cells['date']}”应为2026-06-02或2026-06-02 {_ESTIMATED}")
    if not cells["outcome"]:
        raise ValueError("没有写outcome")
    return Row(
        line,
        name,
        cells,
        day=_day("day", cells["day"]),
        facts=facts_of(cells["facts"]),
        date=_day("date", found[1]) if found[1] else None,
        estimated=bool(found[2]),
        articles=tuple(each.strip() for each in re.split("[；;]", cells["articles"]) if each.strip()),
    )


def _day(column: str, text: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"{column}“{text}”不是日期，应写成2026-06-02")


def _unreadable(line: int, name: str, problem: str) -> Row:
    return Row(line, name or f"line-{line}", {}, problem)
