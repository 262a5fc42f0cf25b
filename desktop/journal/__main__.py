"""`python -m desktop.journal verify FILE… --keys FILE`: an exported trail checked without asking anybody."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.trail import short_root
from desktop.domain.trail_chain import Fault
from desktop.domain.trail_report import TrailReport, joins
from desktop.journal.checking import check_file

if TYPE_CHECKING:
    from printing.seal.keys import Keys

WHOLE, ALTERED, UNUSABLE, UNSIGNED, NO_TRAIL = 0, 1, 2, 4, 5
"""Exit codes: whole and signed; altered; the command or a key file is unusable; whole, but no known key
of the station vouches for it; not a trail's file."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the files that the command line names, print what was found, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    asked = _parser().parse_args(arguments)
    try:
        return _verify(asked.files, asked.keys, asked.code)
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ALTERED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desktop.journal", description="脱网核验导出的留痕。")
    commands = parser.add_subparsers(dest="command", required=True)
    verify = commands.add_parser(
        "verify",
        help="核验留痕文件",
        description="退出码：0 完整且签名有效；1 被改动；2 命令或公钥文件不能用；4 完整，但签名没有核验；5 不是留痕文件。",
    )
    verify.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="留痕文件；给出多个时按日期顺序，并核对首尾相接"
    )
    verify.add_argument(
        "--keys", action="append", default=[], type=Path, metavar="FILE", help="派出所公钥文件，可以给多个"
    )
    verify.add_argument(
        "--code", default="", metavar="DIGITS", help="当日办件汇总上的留痕日链首（40位数字），与文件核对"
    )
    return parser


def _verify(files: list[Path], key_files: list[Path], code: str) -> int:
    try:
        known = _keys(key_files)
        reports = [(path, check_file(path, known)) for path in files]
    except OSError as error:
        return _unusable(f"打不开{error.filename}：{error.strerror}")
    except ValueError as error:
        return _unusable(str(error))
    worst = max((_told(path, report) for path, report in reports), key=_WORSE.index)
    for (_, before), (path, after) in zip(reports, reports[1:], strict=False):
        if before.opening and after.opening and (faults := joins(before, after)):
            _say(f"{path}：接不上前一个文件。")
            _list(faults)
            worst = max(worst, ALTERED, key=_WORSE.index)
    if code and not any(_has(report, code) for _, report in reports):
        _say(f"没有与纸面相符的留痕日链首{code}。")
        worst = max(worst, ALTERED, key=_WORSE.index)
    return worst


_WORSE = [WHOLE, UNSIGNED, ALTERED, NO_TRAIL]


def _keys(paths: list[Path]) -> Keys:
    """Read the files of public keys; ValueError says what is wrong with one."""
    from printing.errors import PaperError
    from printing.seal import keys

    known = keys.Keys()
    for path in paths:
        with path.open("rb") as file:
            content = file.read(keys.MOST_BYTES + 1)
        if len(content) > keys.MOST_BYTES:
            raise ValueError(f"文件{path}过大，没有读取。")
        try:
            known = known.joined(keys.read(content.decode()))
        except UnicodeDecodeError:
            raise ValueError(f"{path}不是公钥文件。") from None
        except PaperError as error:
            raise ValueError(f"{path}：{error}") from None
    return known


def _told(path: Path, report: TrailReport) -> int:
    opening = report.opening
    if opening is None:
        _say(f"{path}：不是留痕文件，或由更新版本的程序导出。")
        return NO_TRAIL
    span = opening.first if opening.first == opening.last else f"{opening.first}至{opening.last}"
    practice = "（演练）" if opening.practice else ""
    _say(f"{path}：{opening.station_name}（{opening.station}）{practice}，{span}")
    counters = "、".join(f"{it.counter_number:02d}" for it in opening.counters if it.last > it.after) or "无"
    _say(f"  读到{report.entries}条，窗口{counters}；签名链首{report.heads}个，日链首{len(report.days)}个。")
    for day in report.days:
        _say(f"  {day.day} 日链首 {short_root(day.root)}")
    if report.faults:
        _say(f"  被改动：{report.fault_count}处。")
        _list(report.faults)
        if report.fault_count > len(report.faults):
            _say(f"    ……另有{report.fault_count - len(report.faults)}处。")
        return ALTERED
    for doubt in report.doubts:
        _say(f"  {doubt}")
    if not report.signed:
        _say("  链条完整，签名没有核验。")
        return UNSIGNED
    _say(f"  完整，没有改动；签名有效（密钥{'、'.join(report.key_ids)}）。")
    return WHOLE


def _has(report: TrailReport, code: str) -> bool:
    digits = "".join(code.split())
    return any(short_root(day.root) == digits for day in report.days)


def _list(faults: Sequence[Fault]) -> None:
    for fault in faults:
        line = f"第{fault.line}行，" if fault.line else ""
        _say(f"    {line}{where(fault)}{fault.what}")


def where(fault: Fault) -> str:
    """Say in Chinese where a fault is."""
    if fault.counter_number is None:
        return ""
    place = f"窗口{fault.counter_number:02d}"
    if fault.sequence is None:
        return f"{place}："
    if fault.last is not None and fault.last != fault.sequence:
        return f"{place}第{fault.sequence}至{fault.last}条："
    return f"{place}第{fault.sequence}条："


def _unusable(why: str) -> int:
    sys.stderr.write(f"{why}\n")
    return UNUSABLE


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    raise SystemExit(main())
