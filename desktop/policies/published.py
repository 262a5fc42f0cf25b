"""The packs that come with the program, and whether they are as they were published."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from desktop.domain.errors import Sentence, sentence
from desktop.policies.packs import PackError

FOLDER = Path(__file__).parent
_LIST = "PUBLISHED.sha256"


def files_of(folder: Path) -> list[Path]:
    """List the packs of a folder; those that lie in no place's folder too, so that they are refused."""
    return sorted(folder.rglob("*.toml"))


def name_of(path: Path) -> str:
    """Give what a file is called in messages: `shandong/2017-01-01.toml`."""
    return f"{path.parent.name}/{path.name}"


def differences(folder: Path) -> Iterator[PackError]:
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
