"""The lists of the screen of blanks: batches, where a batch's serials are, what happened to one blank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.blanks import STATE_WORDS, BlankState
from desktop.domain.times import CHINA
from desktop.ui.kit.table import Column
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.blank_rows import BlankBatch, BlankStepRow


@dataclass(frozen=True, slots=True)
class Run:
    """Serials of a batch without a gap that are in one place."""

    where: str
    first: str
    last: str
    count: int


def where_words(state: BlankState, counter_number: int | None) -> str:
    """The state of a blank, and the counter it is at."""
    words = sentence_text(STATE_WORDS[state])
    if counter_number is None:
        return words
    return text("blanks_page", "{state}　{counter}号窗口").format(state=words, counter=counter_number)


def runs_of(batch: BlankBatch | None) -> tuple[Run, ...]:
    """Where each of a batch's serials is."""
    if batch is None:
        return ()
    return tuple(
        Run(where_words(place.state, place.counter_number), run.first, run.last, run.count)
        for place in batch.places
        for run in place.runs
    )


def batch_columns() -> list[Column[BlankBatch]]:
    """The columns of the batches."""
    columns: list[Column[BlankBatch]] = [
        Column(text("blanks_page", "起号"), lambda row: row.first, most=16),
        Column(text("blanks_page", "止号"), lambda row: row.last, most=16),
        Column(text("blanks_page", "入库日期"), lambda row: row.received_on.isoformat(), spare=3),
        Column(text("blanks_page", "入库"), lambda row: str(row.received), right=True),
        _counted(text("blanks_page", "在库"), BlankState.STOCK),
        _counted(text("blanks_page", "在窗口"), BlankState.COUNTER),
        _counted(text("blanks_page", "已预留"), BlankState.RESERVED, spare=2),
        _counted(text("blanks_page", "已用"), BlankState.USED),
        _counted(text("blanks_page", "作废"), BlankState.SPOILED),
        _counted(text("blanks_page", "退回"), BlankState.RETURNED, spare=1),
        Column(text("blanks_page", "经办"), lambda row: row.received_by, spare=4, most=8),
        Column(text("blanks_page", "备注"), lambda row: row.note, stretch=True, least=4, spare=5),
    ]
    return columns


def run_columns() -> list[Column[Run]]:
    """The columns of a batch's serials."""
    columns: list[Column[Run]] = [
        Column(text("blanks_page", "起号"), lambda row: row.first, most=16),
        Column(text("blanks_page", "止号"), lambda row: row.last, most=16),
        Column(text("blanks_page", "张数"), lambda row: str(row.count), right=True),
        Column(text("blanks_page", "存放或去向"), lambda row: row.where, stretch=True, least=6),
    ]
    return columns


def step_columns() -> list[Column[BlankStepRow]]:
    """The columns of a blank's history."""
    columns: list[Column[BlankStepRow]] = [
        Column(text("blanks_page", "时间"), lambda row: row.at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")),
        Column(text("blanks_page", "变为"), lambda row: where_words(row.state, row.counter_number)),
        Column(text("blanks_page", "业务编号"), lambda row: row.case_number, spare=1),
        Column(text("blanks_page", "经办"), lambda row: row.staff_name, most=8, spare=2),
        Column(text("blanks_page", "原因"), lambda row: row.reason, stretch=True, least=6),
    ]
    return columns


def _counted(heading: str, state: BlankState, spare: int = 0) -> Column[BlankBatch]:
    return Column(heading, lambda row: str(row.count(state)), right=True, spare=spare)
