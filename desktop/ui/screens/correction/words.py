"""Corrections in words: facts, changes, papers, where a case stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CaseState
from desktop.domain.times import CHINA
from desktop.services.fact_words import fact_words
from desktop.services.person_versions import FIELDS
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.correction_pages import CorrectionPage, PaperOutOfDate
    from desktop.services.permit_pages import Change


def heading(field: str) -> str:
    """What a fact of a person is called."""
    return sentence_text(FIELDS[field])


def fact(field: str, value: str, places: Mapping[str, str]) -> str:
    """A fact as it is read out; a dash for nothing."""
    said = fact_words(field, value, places)
    return (said if isinstance(said, str) else sentence_text(said)) or "—"


def headings(changes: tuple[Change, ...]) -> str:
    """What changes, one after the other."""
    return text("correction", "、").join(heading(one.field) for one in changes)


def moment(at: datetime) -> str:
    """A local day and time."""
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def paper_words(paper: PaperOutOfDate) -> str:
    """A paper that will be out of date, and by what."""
    words = text("correction", "{kind}（{on}）　{number}：{fields}")
    return words.format(
        kind=sentence_text(label(paper.kind)),
        on=f"{paper.issued_at.astimezone(CHINA):%Y-%m-%d}",
        number=grouped(paper.paper_number),
        fields=headings(paper.changes),
    )


def standing(page: CorrectionPage) -> tuple[str, str]:
    """What comes next with a correction, or what became of it, and its kind."""
    case = page.correction.case
    last = page.steps[-1]
    if case.state is CaseState.ACCEPTED:
        words = text(
            "correction",
            "已提出，等待另一名民警审核。审核通过以前，登记的内容、居住证和打印过的单据都不变。",
        )
        return words, "info"
    told = {"who": last.staff_name, "at": moment(last.at)}
    if case.state is CaseState.COMPLETED:
        words = text(
            "correction",
            "{who}于{at}同意更正，登记的内容已经更新。以前打印的单据照原样保存，并标明已被更正取代。",
        )
        return words.format(**told), "good"
    if case.state is CaseState.DENIED:
        words = text("correction", "{who}于{at}不予更正：{reason}。登记的内容没有变。")
        return words.format(**told, reason=last.note.rstrip("。")), "warning"
    return sentence_text(label(case.state)), "info"


def step_words(page: CorrectionPage) -> list[tuple[str, str]]:
    """What happened to the case: when, and who did what."""
    rows = []
    for one in page.steps:
        words = f"{one.staff_name}　{sentence_text(label(one.state))}"
        rows.append((moment(one.at), f"{words}　{one.note}" if one.note else words))
    return rows
