"""What there is of a person beside the record: files, drafts, papers, and who looked what up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, or_, select

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.models.prepared import Prepared
from desktop.models.tables import Attachment, CaseFile, Draft, JournalEntry, Paper, PaperCopy, Person
from desktop.services.log_actions import ACTIONS
from desktop.services.own_data_rows import DataLineRow
from desktop.services.own_data_words import label_of, moment_of

if TYPE_CHECKING:
    from desktop.models.database import Link

MOST_LOOKS = 400
"""Lines of the trail on one paper, the newest; a line is a day, an action and a counter."""

_WHOM: Any = bindparam("whom")
_NUMBERS = Prepared(select(Person.id_number).where(Person.person_id == _WHOM))
_FILES = Prepared(
    select(
        Attachment.kind,
        Attachment.sha256,
        Attachment.added_at,
        CaseFile.case_number,
        func.length(Attachment.content).label("size"),
    )
    .join(CaseFile, CaseFile.id == Attachment.case_id)
    .where(CaseFile.person_id == _WHOM)
    .order_by(Attachment.id)
)
_PAPERS = Prepared(
    select(Paper.id, Paper.kind, Paper.paper_number, Paper.issued_at)
    .where(
        or_(
            Paper.person_id == _WHOM,
            Paper.case_id.in_(select(CaseFile.id).where(CaseFile.person_id == _WHOM)),
        )
    )
    .order_by(Paper.id)
)
_COPIES = Prepared(
    select(PaperCopy.paper_id, PaperCopy.number, PaperCopy.outcome, PaperCopy.sha256)
    .join(Paper, Paper.id == PaperCopy.paper_id)
    .where(
        or_(
            Paper.person_id == _WHOM,
            Paper.case_id.in_(select(CaseFile.id).where(CaseFile.person_id == _WHOM)),
        )
    )
    .order_by(PaperCopy.paper_id, PaperCopy.number)
)
_DRAFTS = Prepared(select(Draft.form, Draft.payload, Draft.saved_at))
_LOOKS = Prepared(
    select(JournalEntry.local_time, JournalEntry.action, JournalEntry.matter, JournalEntry.counter_number)
    .where(JournalEntry.person_id == _WHOM)
    .order_by(JournalEntry.id.desc())
)


def files(link: Link, person_id: int) -> list[DataLineRow]:
    """Return photos and signatures by their digest."""
    names = {"photo": "相片", "signature": "签名"}
    return [
        DataLineRow(
            names.get(row.kind, row.kind),
            f"{row.size}字节，SHA-256 {row.sha256}" if row.size else f"内容已清除，SHA-256 {row.sha256}",
            f"{moment_of(row.added_at)}，受理号{row.case_number}",
        )
        for row in link.all(_FILES, whom=person_id)
    ]


def drafts(link: Link, person_id: int) -> list[DataLineRow]:
    """Return forms being filled in that have the person in them."""
    numbers = {row.id_number for row in link.all(_NUMBERS, whom=person_id) if row.id_number}
    return [
        DataLineRow("未办完的表单", "表单中填有您的信息", f"{moment_of(row.saved_at)}保存")
        for row in link.all(_DRAFTS)
        if str(person_id) in row.payload or any(number in row.payload for number in numbers)
    ]


def papers(link: Link, person_id: int) -> list[DataLineRow]:
    """Return papers, and each copy by its digest."""
    copies: dict[int, list[str]] = {}
    for row in link.all(_COPIES, whom=person_id):
        which = "原件" if row.number == 0 else f"补打第{row.number}次"
        digest = f"，SHA-256 {row.sha256}" if row.sha256 else ""
        copies.setdefault(row.paper_id, []).append(f"{which}{label_of(CopyOutcome, row.outcome)}{digest}")
    return [
        DataLineRow(
            label_of(PaperKind, row.kind),
            "；".join(copies.get(row.id, ("没有打印",))),
            f"{moment_of(row.issued_at)}，编号{row.paper_number}",
        )
        for row in link.all(_PAPERS, whom=person_id)
    ]


def looks(link: Link, person_id: int) -> list[DataLineRow]:
    """Who looked is told by counter: the staff's names are theirs, and the station knows them by the trail."""
    seen = Counter(
        (row.local_time[:10], row.action, row.matter, row.counter_number)
        for row in link.all(_LOOKS, whom=person_id)
    )
    lines = [
        DataLineRow(
            str(ACTIONS.get(action, action)),
            "，".join(part for part in (matter, f"{times}次" if times > 1 else "") if part),
            f"{day}，窗口{counter:02d}",
        )
        for (day, action, matter, counter), times in seen.items()
    ]
    left = len(lines) - MOST_LOOKS
    return lines[:MOST_LOOKS] + ([DataLineRow("更早的记录", f"另有{left}项", "")] if left > 0 else [])
