"""Backups, drills and keys in words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from desktop.domain.times import CHINA
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.backup_rows import BackupRow, BackupsPage, DrillResult

_SHOWN = ("person", "registration", "case_file", "permit", "paper", "blank", "staff", "journal_entry")


def moment_words(at: datetime) -> str:
    """A moment as the station's clock showed it."""
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


def size_words(size: int) -> str:
    """A file's size."""
    if size < 10_000_000:
        return text("backups", "{size}KB").format(size=f"{size / 1000:.0f}")
    return text("backups", "{size}MB").format(size=f"{size / 1_000_000:.0f}")


def place_words(row: BackupRow) -> str:
    """Where a backup lies."""
    places = [text("backups", "本机")] if row.here else []
    if row.elsewhere:
        places.append(text("backups", "另存处"))
    return text("backups", "、").join(places)


def age_words(page: BackupsPage, now: datetime) -> tuple[str, str]:
    """How old the last good backup is, and what kind of news that is."""
    if page.last is None:
        return text("backups", "还没有备份"), "problem"
    hours = int((now - page.last).total_seconds() // 3600)
    if hours < 1:
        age = text("backups", "上次备份：不到1小时前")
    elif hours < 48:
        age = text("backups", "上次备份：{count}小时前").format(count=hours)
    else:
        age = text("backups", "上次备份：{count}天前").format(count=hours // 24)
    return age, "problem" if page.overdue else "good"


def table_words(table: str) -> str:
    """What a table holds, in the words of the desk."""
    return {
        "person": text("backups", "人员"),
        "registration": text("backups", "居住登记"),
        "case_file": text("backups", "办件"),
        "permit": text("backups", "居住证"),
        "paper": text("backups", "单据"),
        "blank": text("backups", "空白证"),
        "staff": text("backups", "工作人员"),
        "journal_entry": text("backups", "留痕"),
    }[table]


def drill_words(result: DrillResult) -> str:
    """What a drill found, in a few lines."""
    total, tables = sum(one.found for one in result.counts), len(result.counts)
    words = text(
        "backups", "读回{tables}张表共{total}行，留痕{entries}条{chains}条链，用时{seconds}秒。"
    ).format(
        tables=tables,
        total=total,
        entries=result.entries,
        chains=result.chains,
        seconds=f"{result.seconds:.0f}",
    )
    by_table = {one.table: one for one in result.counts}
    parts = [
        text("backups", "{what}{found}（现在{now}）").format(
            what=table_words(table), found=by_table[table].found, now=by_table[table].now
        )
        for table in _SHOWN
        if table in by_table
    ]
    return words + "\n" + text("backups", "，").join(parts)
