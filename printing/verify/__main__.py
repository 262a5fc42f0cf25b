"""`python -m printing.verify IMAGE_OR_PDF_OR_TEXT --keys FILE`: check a paper without asking a server."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from printing.errors import PaperError
from printing.seal import ended, keys
from printing.seal.checking import check
from printing.seal.cose import PREFIX
from printing.seal.ended import EndedList
from printing.seal.fields import FIELDS, title_of
from printing.seal.findings import WORDS, Finding, Verdict
from printing.seal.keys import BadKeys, Keys
from printing.verify.papers import check_file

EXIT = {
    Verdict.GENUINE: 0,
    Verdict.SUPERSEDED: 1,
    Verdict.CANCELLED: 1,
    Verdict.EXPIRED: 1,
    Verdict.ALTERED: 3,
    Verdict.PRACTICE: 4,
    Verdict.KEY_REVOKED: 4,
    Verdict.NOT_OURS: 4,
    Verdict.UNREADABLE: 5,
}
"""2 is for a command that cannot be understood and for files of keys that cannot be used."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Check what the command line names, print the finding, and return its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        known = Keys()
        for path in asked.keys:
            known = known.joined(keys.read(_text(path)))
        lists: EndedList | None = None
        for path in asked.list:
            one = ended.read(_text(path), known)
            lists = lists.joined(one) if lists else one
        printed = dict(_field(text) for text in asked.field)
    except (PaperError, ValueError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command's own words
        return 2
    given = {"ended": lists, "code": asked.code, "printed": printed}
    if asked.paper.startswith(PREFIX):
        finding = check(asked.paper, known, asked.on, **given)
    else:
        try:
            finding = check_file(_bytes(asked.paper), known, asked.on, **given)
        except OSError as error:
            print(f"打不开{asked.paper}：{error.strerror}", file=sys.stderr)  # noqa: T201
            return 2
    print(_json(finding) if asked.json else _words(finding))  # noqa: T201
    return EXIT[finding.verdict]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m printing.verify", description="脱网核验派出所单据的真伪。"
    )
    parser.add_argument("paper", help="照片、扫描件、PDF，或以RC1:开头的二维码内容；- 表示从标准输入读取文件")
    parser.add_argument(
        "--keys", action="append", required=True, metavar="FILE", help="派出所公钥文件，可以给多个"
    )
    parser.add_argument(
        "--list", action="append", default=[], metavar="FILE", help="失效单据名单，可以给多个"
    )
    parser.add_argument("--code", default="", help="纸面二维码下面的校验码；给出后可以逐项核对")
    parser.add_argument(
        "--field",
        action="append",
        default=[],
        metavar="姓名=…",
        help="纸面上的一项内容，可以给多个；要有校验码",
    )
    parser.add_argument(
        "--on", type=date.fromisoformat, default=_today(), metavar="DAY", help="按哪一天核验，默认今天"
    )
    parser.add_argument("--json", action="store_true", help="输出JSON")
    return parser


def _today() -> date:
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()  # noqa: TID251 - a command has no other clock


def _bytes(path: str) -> bytes:
    return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()


def _text(path: str) -> str:
    try:
        content = Path(path).read_bytes()
        if len(content) > keys.MOST_BYTES:
            raise BadKeys("文件{path}过大，没有读取。", path=path)
        return content.decode()
    except OSError as error:
        raise BadKeys("打不开{path}：{why}", path=path, why=error.strerror or "") from error


def _field(text: str) -> tuple[str, str]:
    """Take a field apart, named as in the program or by its label on the paper."""
    name, sign, value = text.partition("=")
    if not sign:
        raise ValueError(f"“{text}”应写成 名称=内容，如 姓名=王建国")
    fields = [field for fields in FIELDS.values() for field in fields]
    if not any(name in (field.name, field.label) for field in fields):
        labels = "、".join(dict.fromkeys(field.label for field in fields))
        raise ValueError(f"没有“{name}”这一项；可以核对的有：{labels}")
    return name, value


def _words(finding: Finding) -> str:
    lines = [f"【{WORDS[finding.verdict]}】{finding.sentence}"]
    if finding.claims:
        it = finding.claims
        lines += [
            f"  单据　　{title_of(it.kind)}　{it.number}",
            f"  姓名　　{it.masked_name}",
            f"  签发　　{it.issued_on}　{finding.key.station_name if finding.key else it.station}",
            f"  有效至　{it.valid_until or '未注明'}",
        ]
    lines += [f"  {'✓' if it.same else '✗'} {it.label}　{it.text or '（无）'}" for it in finding.compared]
    if finding.claims:
        lines.append(f"  失效名单　截至{finding.as_of}" if finding.as_of else "  失效名单　没有核对")
    return "\n".join(lines)


def _json(finding: Finding) -> str:
    said: dict[str, Any] = {
        "verdict": finding.verdict.value,
        "reason": finding.reason.name.lower(),
        "sentence": finding.sentence,
        "altered": list(finding.altered),
        "compared": [
            {"name": it.name, "label": it.label, "text": it.text, "same": it.same} for it in finding.compared
        ],
        "list_as_of": finding.as_of.isoformat() if finding.as_of else None,
        "paper": None,
    }
    if finding.claims:
        it = finding.claims
        said["paper"] = {
            "kind": it.kind,
            "title": title_of(it.kind),
            "number": it.number,
            "station": it.station,
            "station_name": finding.key.station_name if finding.key else None,
            "key_id": finding.key.key_id if finding.key else None,
            "issued_on": it.issued_on.isoformat(),
            "valid_until": it.valid_until.isoformat() if it.valid_until else None,
            "masked_name": it.masked_name,
        }
    return json.dumps(said, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    sys.exit(main())
