"""The page of retention in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.retention import DATA_WORDS, GROUND_WORDS, START_WORDS, STATE_WORDS, PurgeKind
from desktop.domain.times import CHINA
from desktop.services.erasure import COUNTED
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.retention_rows import PurgeOrderRow, TermRow


def kind_words(row: TermRow) -> str:
    """What is kept."""
    return sentence_text(DATA_WORDS[row.retention.kind])


def start_words(row: TermRow) -> str:
    """From which day the term counts."""
    return sentence_text(START_WORDS[row.retention.kind])


def months_words(months: int) -> str:
    """A term in years where it is whole years."""
    if months and months % 12 == 0:
        return text("retention", "{years} 年").format(years=months // 12)
    return text("retention", "{months} 个月").format(months=months)


def floor_words(row: TermRow) -> str:
    """The shortest term that the law allows."""
    return months_words(row.retention.floor) if row.retention.floor else text("retention", "没有规定")


def due_words(row: TermRow) -> str:
    """How much is due by now."""
    return str(row.due) if row.retention.purged else "—"


def law_words(row: TermRow) -> str:
    """What speaks for the term, and who deletes it."""
    it = row.retention
    law = text("retention", "法定最短：{law}。").format(law=it.law) if it.law else ""
    usual = text("retention", "通常 {months}：{why}。").format(months=months_words(it.usual), why=it.why)
    unread = "" if it.read else text("retention", "条文请本所法制部门核对后采用。")
    return f"{law}{usual}{unread}"


def order_words(row: PurgeOrderRow) -> str:
    """What an order is about."""
    if row.kind is PurgeKind.REQUEST:
        return text("retention", "本人申请")
    return sentence_text(DATA_WORDS[row.subject])


def state_words(row: PurgeOrderRow) -> str:
    """Where an order stands."""
    return sentence_text(STATE_WORDS[row.state])


def day_words(row: PurgeOrderRow) -> str:
    """The local day on which it was prepared."""
    return f"{row.prepared_at.astimezone(CHINA):%Y-%m-%d}"


def told_words(row: PurgeOrderRow) -> str:
    """An order told whole: by whom, on which ground, what went, the digest."""
    parts = [text("retention", "编制：{name}").format(name=row.prepared_name)]
    if row.ground is not None:
        parts.append(sentence_text(GROUND_WORDS[row.ground]))
    if row.cutoff is not None:
        parts.append(text("retention", "截至 {day} 终结的").format(day=row.cutoff.isoformat()))
    if row.decided_name:
        parts.append(text("retention", "批准：{name}").format(name=row.decided_name))
    if row.note:
        parts.append(row.note)
    parts += [f"{sentence_text(COUNTED[table])} {count}" for table, count in row.counts.items()]
    parts.append(text("retention", "摘要 {digest}").format(digest=row.digest))
    return "　".join(parts)
