"""`python -m desktop.policies check` and `decide`: the rules, for lawyers, for cities and for tests."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desktop.domain.errors import BadInput, CounterError, sentence
from desktop.policies import PolicyBook, load_calendar
from desktop.policies.check import check
from desktop.policies.decide import Answer, decide
from desktop.policies.facts import Unreadable, a_day
from desktop.policies.packs import PackError

_CASE = ("place", "day", "matter", "facts")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all is well, 1 when packs have problems, 2 for input that cannot be read."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
    given = _parser().parse_args(arguments)
    try:
        return _check(given.folder) if given.command == "check" else _decide(given.cases, given.folder)
    except CounterError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 2
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desktop.policies", description="规则包的检查和试算")
    commands = parser.add_subparsers(dest="command", required=True)
    checks = commands.add_parser("check", help="检查已发布的规则包，以及文件夹里本地的规则包")
    checks.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="本地规则包的文件夹")
    decides = commands.add_parser("decide", help="按写明的事实判断，打印结果（JSON）")
    decides.add_argument("cases", metavar="FACTS.json", help="一个案例或案例的列表；-为标准输入")
    decides.add_argument("--folder", type=Path, metavar="FOLDER", help="本地规则包的文件夹")
    return parser


def _check(folder: Path | None) -> int:
    _see_folder(folder)
    report = check(folder)
    for problem in report.problems:
        sys.stdout.write(f"{_told(problem)}\n")
    if report.problems:
        sys.stdout.write(f"{report.packs}个规则包，{len(report.problems)}处问题。\n")
        return 1
    sys.stdout.write(f"{report.packs}个规则包，没有问题。\n")
    return 0


def _told(problem: PackError) -> str:
    where = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
    return f"{where}: {problem.key}: {problem.reason}" if problem.key else f"{where}: {problem.reason}"


def _decide(source: str, folder: Path | None) -> int:
    _see_folder(folder)
    cases = _read(source)
    book, calendar = PolicyBook.load(folder), load_calendar()
    for refused in book.refused:
        sys.stderr.write(f"{_told(refused)}\n")
    answers: list[Any] = []
    for number, case in enumerate(cases if isinstance(cases, list) else [cases], start=1):
        try:
            answers.append(_answer(case, book, calendar).as_json())
        except CounterError as trouble:
            if not isinstance(cases, list):
                raise
            problem = sentence("policies", "第{number}个案例：{problem}")
            raise CounterError(problem.fill(number=number, problem=trouble.message)) from None
    answer = answers if isinstance(cases, list) else answers[0]
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    return 0


def _see_folder(folder: Path | None) -> None:
    if folder is not None and not folder.is_dir():
        raise BadInput("folder", sentence("policies", "没有这个文件夹：{folder}").fill(folder=folder))


def _read(source: str) -> Any:
    name = "标准输入" if source == "-" else source
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_once)
    except OSError as trouble:
        problem = sentence("policies", "读不了{file}：{why}")
        raise BadInput("cases", problem.fill(file=name, why=trouble.strerror or trouble)) from None
    except UnicodeDecodeError:
        problem = sentence("policies", "{file}不是UTF-8编码的文字。")
        raise BadInput("cases", problem.fill(file=name)) from None
    except (ValueError, RecursionError) as trouble:
        problem = sentence("policies", "{file}不是JSON：{why}")
        raise BadInput("cases", problem.fill(file=name, why=trouble)) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise BadInput(name, sentence("policies", "“{fact}”写了两次。").fill(fact=name))
        found[name] = value
    return found


def _answer(case: Any, book: PolicyBook, calendar: Any) -> Answer:
    if not isinstance(case, dict):
        problem = sentence("policies", "一个案例应写成有{keys}的对象。")
        raise BadInput("case", problem.fill(keys="、".join(_CASE)))
    for key in _CASE:
        if key not in case:
            raise BadInput(key, sentence("policies", "缺少{key}。").fill(key=key))
    for key in case:
        if key not in _CASE:
            problem = sentence("policies", "没有{key}这一项，可以是：{keys}。")
            raise BadInput(key, problem.fill(key=key, keys="、".join(_CASE)))
    place, matter, facts = case["place"], case["matter"], case["facts"]
    if not isinstance(facts, dict):
        raise BadInput("facts", sentence("policies", "facts应为对象，写作花括号里的键和值。"))
    return decide(book, calendar, str(place), _day(case["day"]), str(matter), facts)


def _day(value: Any) -> date:
    try:
        return a_day(value)
    except Unreadable as trouble:
        problem = sentence("policies", "“{fact}”写的是“{value}”，{hint}")
        raise BadInput("day", problem.fill(fact="day", value=value, hint=trouble.hint)) from None


if __name__ == "__main__":
    raise SystemExit(main())
