"""What is known of the copy looked at, as pairs of label and value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind
from desktop.domain.masking import mask_fact
from desktop.services.fact_words import fact_words
from desktop.services.person_versions import FIELDS
from desktop.ui.kit.case_words import grouped, summary_words
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.papers.lines import Line, Superseded, moment

if TYPE_CHECKING:
    from desktop.services.paper_ends import EndedPaper
    from desktop.services.rows import CaseRow
    from desktop.ui.screens.papers.pile import Pile

MOST = 8
"""The most facts there are."""


class Facts(QFrame):
    """A quiet card of facts; values can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("facts")
        self.setProperty("role", "card")
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._pairs: list[tuple[QLabel, QLabel]] = []
        for row in range(MOST):
            name, value = QLabel(self), QLabel(self)
            name.setProperty("role", "label")
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            self._pairs.append((name, value))

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        """Show these pairs; the rest of the rows disappear."""
        for place, (name, value) in enumerate(self._pairs):
            shown = place < len(facts)
            if shown:
                name.setText(facts[place][0])
                value.setText(facts[place][1])
            name.setVisible(shown)
            value.setVisible(shown)
        self.setVisible(bool(facts))


def superseded_words(told: Superseded) -> str:
    """Say since when a paper is out of date, by what, and in what; the paper stays as it was."""
    row, by = told.row, told.row.by
    corrected = by is not None and by.case_kind is CaseKind.CORRECTION
    head = text("papers", "已被更正取代") if corrected else text("papers", "登记的内容已有变动")
    if by is not None:
        since = text("papers", "{head}：自{at}起，{who}经办").format(
            head=head, at=moment(by.known_from), who=by.changed_by
        )
        number = text("papers", "，办件 {number}").format(number=grouped(by.case_number))
        head = since + (number if by.case_number else "")
    changed = [
        text("papers", "{what}由“{old}”改为“{new}”").format(
            what=sentence_text(FIELDS[one.field]),
            old=_fact(one.field, one.old, told.places),
            new=_fact(one.field, one.new, told.places),
        )
        for one in row.changes
    ]
    return text("papers", "{head}。{changes}。单据照出具时的原样保存。").format(
        head=head, changes=text("papers", "；").join(changed)
    )


def out_of_date_words(it: Pile) -> str:
    """Say of the copy looked at whether it still counts and still says what is registered; "" where it does."""
    if it.line is None:
        return ""
    ended, told = it.ended.get(it.line.paper.paper_id), it.superseded.get(it.line.paper.paper_id)
    said = (ended_words(ended) if ended else "", superseded_words(told) if told else "")
    return "\n".join(words for words in said if words)


def ended_words(told: EndedPaper) -> str:
    """Say since when a paper no longer counts, and by which one it was superseded."""
    day = told.since.isoformat()
    if not told.superseded:
        return text("papers", "这份单据自{day}起不再有效：所证明的登记、证件或者申请已经终结。").format(
            day=day
        )
    words = text("papers", "这份单据已被{day}出具的新单据代替，新单据编号 {number}。")
    return words.format(day=day, number=grouped(told.by))


def _fact(field: str, value: str, places: Mapping[str, str]) -> str:
    said = fact_words(field, mask_fact(field, value), places)
    return (said if isinstance(said, str) else sentence_text(said)) or "—"


def facts_of(line: Line | None, case: CaseRow | None) -> list[tuple[str, str]]:
    """Give what there is to say of a copy, in the screen's language."""
    if line is None:
        return []
    facts = [(text("papers", "单据编号"), grouped(line.paper.paper_number))]
    if case is not None:
        facts.append((text("papers", "办件"), f"{sentence_text(label(case.kind))}　{summary_words(case)}"))
    facts.append((text("papers", "出具时间"), moment(line.paper.issued_at)))
    copy = line.copy
    if copy is None:
        return facts
    facts.append((text("papers", "打印"), f"{moment(copy.requested_at)}　{copy.requested_by}"))
    if copy.printer:
        facts.append((text("papers", "打印机"), copy.printer))
    if copy.reason:
        facts.append((text("papers", "补打原因"), copy.reason))
    if copy.outcome_reason:
        facts.append((text("papers", "作废原因"), copy.outcome_reason))
    if copy.sha256:
        facts.append((text("papers", "文件校验"), f"SHA-256 {copy.sha256[:16]}…"))
    return facts
