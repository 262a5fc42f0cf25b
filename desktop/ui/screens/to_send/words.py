"""The words of the queue and of the review list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.times import CHINA
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.errors import Sentence
    from desktop.services.conflict_rows import ConflictRow, Queue, QueuedRow


def local_minute(at: datetime) -> str:
    """Give a moment as the station's clock has it: month, day, hour and minute."""
    return at.astimezone(CHINA).strftime("%m-%d %H:%M")


def head_words(queue: Queue) -> str:
    """Say how the line is and how much waits."""
    if queue.copied_at is None and queue.away_since is None and not queue.rows:
        return text("to_send", "本机数据库，没有要上传的")
    if queue.sending:
        return text("to_send", "正在上传，还有 {n} 件业务").format(n=queue.waiting)
    if queue.away_since is not None:
        words = text("to_send", "自 {since} 起连不上服务器，{n} 件业务等待上传")
        return words.format(since=local_minute(queue.away_since), n=queue.waiting)
    return text("to_send", "已连接服务器，没有等待上传的")


def copy_words(queue: Queue) -> str:
    """Say as of when the window's copy is."""
    if queue.copied_at is None:
        return ""
    return text("to_send", "本机副本截至 {at}").format(at=local_minute(queue.copied_at))


def queued_state(row: QueuedRow) -> str:
    """Say what became of an operation."""
    return {
        "waiting": text("to_send", "等待上传"),
        "applied": text("to_send", "已上传"),
        "there": text("to_send", "服务器上已有"),
        "conflict": text("to_send", "需要核对"),
        "void": text("to_send", "已作废"),
    }.get(row.state, row.state)


def queued_tone(row: QueuedRow) -> str:
    """Give the colour of that."""
    return {"conflict": "problem", "waiting": "warning"}.get(row.state, "")


def conflict_state(row: ConflictRow) -> str:
    """Say how a line of the list stands."""
    if row.state == "open":
        return text("to_send", "等待前一项") if row.kind == "follows" else text("to_send", "待核对")
    return {
        "applied": text("to_send", "已补办"),
        "void": text("to_send", "已作废"),
    }.get(row.state, row.state)


def conflict_tone(row: ConflictRow) -> str:
    """Give the colour of that."""
    return "problem" if row.state == "open" else ""


def settled_words(row: ConflictRow) -> str:
    """Say who settled a line, when and with what words; "" while it is open."""
    if row.settled_at is None:
        return ""
    words = text("to_send", "{who} 于 {at} 处理").format(who=row.settled_by, at=local_minute(row.settled_at))
    return f"{words}：{row.note}" if row.note else words


def papers_words(row: ConflictRow) -> str:
    """Name the papers that were printed without the server."""
    if not row.papers:
        return text("to_send", "没有打印单据")
    return text("to_send", "断网时打印：{papers}").format(papers="、".join(row.papers))


def fact(value: Sentence | str) -> str:
    """Give one side of a fact in the screen's language."""
    return value if isinstance(value, str) else sentence_text(value)
