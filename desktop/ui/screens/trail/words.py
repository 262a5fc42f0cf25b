"""How the trail's screen says what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import Sentence
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.domain.trail_chain import Fault
    from desktop.services.trail_pages import TrailRow

SHOWN = 12
"""Faults told one by one on the screen; the others are counted."""


def action_words(row: TrailRow) -> str:
    """What was done."""
    return sentence_text(row.label) if isinstance(row.label, Sentence) else row.label


def counter_words(row: TrailRow) -> str:
    """At which counter."""
    return f"{row.counter_number:02d}"


def number_words(row: TrailRow) -> str:
    """Which case or paper it was about."""
    return row.case_number or row.paper_number


def tone(row: TrailRow) -> str:
    """The colour of the words: of what did not succeed."""
    return "problem" if row.failed else ""


def place_words(fault: Fault) -> str:
    """Where a fault is."""
    if fault.counter_number is None:
        return text("trail", "第 {line} 行").format(line=f"{fault.line:,}") if fault.line else ""
    counter = f"{fault.counter_number:02d}"
    if fault.sequence is None:
        return text("trail", "窗口 {counter}").format(counter=counter)
    if fault.last is not None and fault.last != fault.sequence:
        words = text("trail", "窗口 {counter} 第 {first} 至 {last} 条")
        return words.format(counter=counter, first=f"{fault.sequence:,}", last=f"{fault.last:,}")
    return text("trail", "窗口 {counter} 第 {first} 条").format(counter=counter, first=f"{fault.sequence:,}")


def fault_words(fault: Fault) -> str:
    """A fault in a line: where, and what."""
    place, what = place_words(fault), sentence_text(fault.what)
    return text("trail", "{place}：{what}").format(place=place, what=what) if place else what


def fault_lines(faults: tuple[Fault, ...], count: int) -> str:
    """The first faults, a line each, and how many more there are."""
    lines = [fault_words(fault) for fault in faults[:SHOWN]]
    if count > len(lines):
        lines.append(text("trail", "……另有 {count} 处").format(count=f"{count - len(lines):,}"))
    return "\n".join(lines)


def facts(row: TrailRow) -> list[tuple[str, str]]:
    """Everything that an entry says, in words."""
    who = text("trail", "{name}（编号 {key}）").format(name=row.staff_name, key=row.staff_id)
    person = "　".join(words for words in (row.person_name, row.masked_number) if words)
    return [
        (text("trail", "时间"), row.local_time),
        (
            text("trail", "位置"),
            text("trail", "窗口 {counter} 第 {place} 条").format(
                counter=counter_words(row), place=f"{row.sequence:,}"
            ),
        ),
        (text("trail", "经办人"), who),
        (text("trail", "事项"), action_words(row)),
        (text("trail", "结果"), text("trail", "未成") if row.failed else text("trail", "已办")),
        (text("trail", "涉及人员"), person),
        (text("trail", "受理号"), row.case_number),
        (text("trail", "单据编号"), row.paper_number),
        (text("trail", "事由"), row.matter),
        (text("trail", "内容"), row.detail),
        (text("trail", "上一条校验值"), row.previous_hash),
        (text("trail", "本条校验值"), row.hash),
    ]
