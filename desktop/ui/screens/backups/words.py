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
    if row.host and not places:
        return text("backups", "在{host}").format(host=row.host)
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


def due_words(page: BackupsPage) -> str:
    """What is to be done before the backups can be relied on."""
    if page.station is not None:
        return text(
            "backups", "待办：本所还没有恢复密钥，窗口都坏了时这些备份打不开。请安全管理员在本页生成并封存。"
        )
    return text(
        "backups",
        "待办：还没有恢复密钥，这台电脑坏了，这些备份可能打不开，而拿到这台电脑的人不问口令就能打开数据。"
        "请安全管理员在本页生成并封存。",
    )


def plan_words(page: BackupsPage, now: datetime) -> str:
    """When backups are made, how many are kept, and where."""
    plan = page.plan
    if page.station is not None:
        return _station_words(page, now)
    words = text(
        "backups", "日结之后或每天{hour}时后自动备份，保留{daily}天和{weekly}周的。存于{folder}"
    ).format(hour=plan.hour, daily=plan.daily, weekly=plan.weekly, folder=page.folder)
    if plan.second:
        words += text("backups", "，另存于{folder}").format(folder=plan.second)
    else:
        words += text("backups", "；建议再设一个另存处，以防这台电脑的硬盘损坏")
    return words + text("backups", "。")


def _station_words(page: BackupsPage, now: datetime) -> str:
    plan, station = page.plan, page.station
    assert station is not None
    if station.duty:
        words = text(
            "backups",
            "本窗口负责：日结之后或每天{hour}时后自动备份，保留{daily}天和{weekly}周的。存于{folder}",
        ).format(hour=plan.hour, daily=plan.daily, weekly=plan.weekly, folder=page.folder)
        if plan.second:
            words += text("backups", "，另存于{folder}").format(folder=plan.second)
        words += text("backups", "。")
    else:
        words = text("backups", "本窗口不负责备份；由别的窗口或服务器上的定时任务做。要由本窗口做，请按F8。")
    if station.drilled_at is None:
        return words + "\n" + text("backups", "还没有做过恢复演练。")
    days = max(0, (now - station.drilled_at).days)
    if days == 0:
        passed = text("backups", "上次恢复演练：不到1天前，通过。")
        return f"{words}\n" + (
            passed if station.drill_passed else text("backups", "上次恢复演练：不到1天前，没有通过。")
        )
    told = (
        text("backups", "上次恢复演练在{days}天前，通过。")
        if station.drill_passed
        else text("backups", "上次恢复演练在{days}天前，没有通过。")
    )
    return words + "\n" + told.format(days=days)
