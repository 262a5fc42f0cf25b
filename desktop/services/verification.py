"""Checking a paper that somebody brings: its signed code, and what this station's own records say of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, select

from desktop.domain.errors import EnvironmentTrouble, Sentence, sentence
from desktop.domain.rights import Right
from desktop.models.prepared import Prepared
from desktop.models.tables import OpPaper, Paper, Permit
from desktop.services import seal_ends, seal_keys
from desktop.services.journal import Happening
from desktop.services.rights import needs
from desktop.services.seal_rows import CheckedField, CheckedPaper
from desktop.services.seals import lists_here
from desktop.services.verify_words import REASONS, VERDICTS
from desktop.services.whole_files import read_bounded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.seal.ended import EndedList
    from printing.seal.findings import Finding
    from printing.seal.keys import Keys

PERMIT = "31"

_PAPER = Prepared(
    select(Paper.id, Paper.person_id, Paper.issued_on).where(Paper.paper_number == bindparam("wanted"))
)
_PERMIT = Prepared(
    select(Permit.person_id, Permit.issued_on).where(
        and_(Permit.permit_number == bindparam("wanted"), Permit.current_id.is_not(None))
    )
)
_UNAPPLIED = Prepared(select(OpPaper.void_at).where(OpPaper.paper_number == bindparam("wanted")))

_ON_RECORD = sentence("verify", "本所存有这份单据的档案。")
_NOT_ON_RECORD = sentence(
    "verify", "本所没有这份单据的档案：签名是本所密钥的，请立即报告管理员核实密钥是否泄露。"
)
_NOT_IN_COPY = sentence("verify", "连不上服务器，本机副本里没有这份单据的档案。请等服务器恢复后再核验一次。")
_UNDER_REVIEW = sentence(
    "verify", "这份单据是断网时打印的，与服务器上的情况不一致，正等待民警核对（Ctrl+Shift+U）。"
)
_VOID = sentence("verify", "这份单据是断网时打印的，核对后已作废。")
_ELSEWHERE = sentence("verify", "这是{station}出具的单据，本所没有它的档案。")
_UNREADABLE = sentence("errors", "读不出文件{name}：{reason}。")


class Verification:
    """Tells how a paper stands. Reading a photo takes up to seconds: for the printing worker."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.VERIFY_PAPER)
    def check_code(
        self, actor: Actor, text: str, *, code: str = "", printed: Mapping[str, str] | None = None
    ) -> CheckedPaper:
        """Check what a scanner read off a QR code; `code` and `printed` as somebody typed them off the paper."""
        from printing.seal.checking import check

        def run(keys: Keys, ended: EndedList | None) -> Finding:
            on = self._office.today()
            return check(text, keys, on, ended=ended, code=code, printed=printed)

        return replace(self._told(actor, run), text=text)

    @needs(Right.VERIFY_PAPER)
    def check_file(self, actor: Actor, path: Path) -> CheckedPaper:
        """Check a photo, a scan or a PDF; EnvironmentTrouble where the file cannot be opened."""
        from printing.verify.papers import check_sheet
        from printing.verify.sheets import MOST_BYTES, Unreadable, read_sheet

        try:
            content = read_bounded(path, MOST_BYTES)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise EnvironmentTrouble(_UNREADABLE.fill(name=path.name, reason=reason)) from error
        try:
            sheet = read_sheet(content)
        except Unreadable as error:
            return _checked(error.finding)

        def run(keys: Keys, ended: EndedList | None) -> Finding:
            return check_sheet(sheet, keys, self._office.today(), ended=ended)

        return replace(self._told(actor, run), text=next(iter(sheet.codes), ""))

    def _told(self, actor: Actor, run: Any) -> CheckedPaper:
        office = self._office
        with office.database.faults():
            link = office.database.link
            keys = seal_keys.known(link)
            first = run(keys, None)
            if first.claims is None or first.key is None:
                return _checked(first)
            number, station = first.claims.number, first.claims.station
            own = station == seal_keys.station_number(actor.station)
            ended = self._own_end(link, number) if own else lists_here(office, keys).get(station)
            row = link.one(_PERMIT if first.claims.kind == PERMIT else _PAPER, wanted=number) if own else None
            known = self._known(link, number, row) if own else _ELSEWHERE.fill(station=first.key.station_name)
        finding = run(keys, ended) if ended else first
        person_id = row.person_id if row is not None else None
        self._journal.note(
            Happening(
                actor,
                "verify_paper",
                office.clock.now(),
                person_id=person_id,
                paper_number=number,
                detail=str(VERDICTS[finding.verdict.value]),
            )
        )
        return replace(
            _checked(finding),
            known=known,
            person_id=person_id,
            paper_id=getattr(row, "id", None) if row else None,
        )

    def _known(self, link: Link, number: str, row: Any | None) -> Sentence:
        """Say whether a paper of this station's is on record here; one printed without the server may not be yet."""
        if row is not None:
            return _ON_RECORD
        unapplied = link.one(_UNAPPLIED, wanted=number)
        if unapplied is not None:
            return _UNDER_REVIEW if unapplied.void_at is None else _VOID
        line = self._office.line
        return _NOT_ON_RECORD if line is None or not line.away else _NOT_IN_COPY

    def _own_end(self, link: Link, number: str) -> EndedList:
        from printing.seal.ended import made

        end = seal_ends.of_number(link, number)
        return made(number[2:11], self._office.today(), [end] if end else [])


def _checked(finding: Finding) -> CheckedPaper:
    """Put a finding into words and rows."""
    from printing.seal.fields import fields_of, title_of

    told = CheckedPaper(
        verdict=finding.verdict.value,
        words=VERDICTS[finding.verdict.value],
        sentence=REASONS[finding.reason.name].fill(**finding.facts),
    )
    it = finding.claims
    if it is None or finding.key is None:
        return told
    compared = {one.name: one for one in finding.compared}
    fields = tuple(
        CheckedField(
            field.name,
            field.label,
            compared[field.name].text if field.name in compared else "",
            compared[field.name].same if field.name in compared else None,
        )
        for field in fields_of(it.kind)
    )
    return replace(
        told,
        title=title_of(it.kind),
        number=it.number,
        masked_name=it.masked_name,
        station_name=finding.key.station_name,
        issued_on=it.issued_on,
        valid_until=it.valid_until,
        key_id=finding.key.key_id,
        fields=fields,
        list_as_of=finding.as_of,
    )
