"""What the environment can do to a database, as sentences with a way on."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.errors import EnvironmentTrouble, Sentence, sentence


class Damaged(EnvironmentTrouble):
    """A database's file is gone, or is not what it was: nothing but another one in its place helps."""


NOT_OURS = sentence(
    "errors",
    "无法打开数据库 {path}：文件已损坏，或与密钥文件不匹配。请勿删除这两个文件，请管理员从备份恢复（python -m desktop.counter_backup）。",
)
_PARTLY = sentence(
    "errors",
    "数据库 {path} 有一部分已损坏。请停止办理，请管理员从备份恢复（python -m desktop.counter_backup）；原文件请保留。",
)
_DAMAGED = (NOT_OURS, _PARTLY)
# Words of the drivers' messages and the sentence for each; the first that matches is told.
_KNOWN: tuple[tuple[str, Sentence], ...] = (
    (
        "disk is full",
        sentence(
            "errors", "磁盘已满，本次操作没有保存，已填内容保留在屏幕上。请清理磁盘 {path} 后再按一次保存。"
        ),
    ),
    (
        "readonly",
        sentence(
            "errors", "数据库文件或文件夹为只读，无法保存：{path}。已填内容保留，请管理员恢复写权限后重试。"
        ),
    ),
    (
        "read-only",
        sentence(
            "errors", "数据库文件或文件夹为只读，无法保存：{path}。已填内容保留，请管理员恢复写权限后重试。"
        ),
    ),
    (
        "locked",
        sentence(
            "errors", "数据库正被另一个程序占用，等待5秒后仍未释放。已填内容保留，请关闭另一个程序后重试。"
        ),
    ),
    (
        "not a database",
        NOT_OURS,
    ),
    (
        "malformed",
        _PARTLY,
    ),
    (
        "hmac",
        _PARTLY,
    ),
    (
        "unable to open",
        sentence("errors", "无法打开数据库 {path}：文件夹不存在或没有权限。请管理员检查该文件夹。"),
    ),
    (
        "disk i/o error",
        sentence(
            "errors", "读写数据库 {path} 时磁盘出错，本次操作没有保存，已填内容保留。请管理员检查磁盘。"
        ),
    ),
)


def trouble(error: BaseException, path: Path | None) -> EnvironmentTrouble | None:
    """Return the sentence for a driver's error, or None when the fault is ours."""
    words = str(error).lower()
    for known, told in _KNOWN:
        if known in words:
            kind = Damaged if told in _DAMAGED else EnvironmentTrouble
            return kind(told.fill(path=str(path or "")))
    return None
