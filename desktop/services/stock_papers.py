"""Papers about blanks: the balance of a day, and the sheet of a batch of cards. Frozen like every other paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop.domain.blanks import STATE_WORDS, BlankState, runs
from desktop.domain.case_numbers import CaseNumber
from desktop.domain.codes import PaperKind
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Paper
from desktop.services import blank_balance, case_records, paper_records, production_steps
from desktop.services.blank_rows import BlankBalance
from desktop.services.blanks import where
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.numbering import next_case_number
from desktop.services.rights import needs

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.blank_rows import BlankBatch, BlankPlace
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.documents import Document, ProductionLine, ProductionSheet, StockBalance, StockBatch

_MADE_TODAY = Prepared(
    select(Paper.id, Paper.document)
    .where(
        Paper.issued_on == bindparam("day"),
        Paper.counter_number == bindparam("counter"),
        Paper.kind == bindparam("which"),
    )
    .order_by(Paper.id)
)
_SERIES = {PaperKind.STOCK_BALANCE: "stock_balance", PaperKind.PRODUCTION_SHEET: "production_sheet"}
_OWN_NUMBER = frozenset(("number", "case_number", "batch"))
_GONE = frozenset((BlankState.USED, BlankState.SPOILED, BlankState.RETURNED))
_WITH_CARD = frozenset((BlankState.RESERVED, BlankState.USED))

_NOT_YET = sentence("blanks", "{day}还没有到，不能出具结存表。")
_NO_CARDS = sentence("permit", "没有预留的空白证，不能出具制证清单。")
_NOT_OF_BATCH = sentence("permit", "空白证{serial}{where}，不在本窗口的制证中，不能列入清单。")
_LEVEL = sentence(
    "blanks",
    "入库{received}张＝在库{stock}张＋在窗口{counter}张＋已预留{reserved}张＋已用{used}张＋作废{spoiled}张"
    "＋退回{returned}张。",
)
_UNLEVEL = sentence(
    "blanks",
    "入库{received}张，各处合计{found}张，请逐号核对。",
)
_BATCH = sentence("blanks", "第{number}批")
_BATCH_NOTED = sentence("blanks", "第{number}批（{note}）")
_PLACE = sentence("blanks", "{state}（{counter}号窗口）")
_TOLD_BALANCE = sentence("log", "{day}结存{left}张")
_TOLD_SHEET = sentence("log", "{count}张，{serials}")


class StockPapers:
    """Makes out 证件空白结存表 and 制证清单.

    The same paper made out twice at one counter on one day is one paper: a further sheet of it is a
    numbered copy.
    """

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.SEE_BLANKS)
    def balance(self, actor: Actor, on: date) -> int:
        """Freeze the balance at the end of a day and return the paper to print; BadInput for a day to come."""
        at = self._office.clock.now()
        if on > local_date(at):
            raise BadInput("on_date", _NOT_YET.fill(day=on.isoformat()))

        def job(link: Link) -> int:
            found = BlankBalance(on, blank_balance.balance(link, on))
            told = _TOLD_BALANCE.fill(day=on.isoformat(), left=sum(map(_left, found.batches)))
            return self._freeze(
                link,
                actor,
                PaperKind.STOCK_BALANCE,
                at,
                lambda number: _stock_balance(actor, number, found, at),
                ("list_blanks", str(told)),
            )

        return in_turn(self._office, job, one_moment=True)

    @needs(Right.PRODUCE)
    def production_sheet(self, actor: Actor, serials: Sequence[str], printer: str = "") -> int:
        """Freeze the sheet of cards that are made at this counter, in order of serial; return the paper.

        NotPossible without any, or for a blank that has no card or is at another counter.
        """
        at = self._office.clock.now()

        def job(link: Link) -> int:
            lines = tuple(_line(link, actor, serial) for serial in sorted(set(serials)))
            if not lines:
                raise NotPossible(_NO_CARDS)
            batch = "、".join(map(str, runs(line.serial for line in lines)))
            told = _TOLD_SHEET.fill(count=len(lines), serials=batch)
            return self._freeze(
                link,
                actor,
                PaperKind.PRODUCTION_SHEET,
                at,
                lambda number: _production_sheet(actor, number, lines, printer, at),
                ("list_production", str(told)),
            )

        return in_turn(self._office, job, one_moment=True)

    def _freeze(
        self,
        link: Link,
        actor: Actor,
        kind: PaperKind,
        at: datetime,
        draw: Callable[[CaseNumber], Document],
        told: tuple[str, str],
    ) -> int:
        from printing.freezing import thaw

        office, today = self._office, local_date(at)
        station = actor.station
        first = CaseNumber(station.division, station.station_code, today, actor.counter_number, 1)
        wanted = _says(draw(first))
        for row in link.all(_MADE_TODAY, day=today, counter=actor.counter_number, which=kind.value):
            if _says(thaw(row.document)) == wanted:
                return int(row.id)
        document = draw(next_case_number(link, actor, today, _SERIES[kind]))
        paper_id = paper_records.freeze(office, link, actor, document, at, case_id=None, person_id=None)
        action, detail = told
        happening = Happening(actor, action, at, paper_number=document.number, detail=detail)
        self._journal.write(link, happening)
        return paper_id


def _says(document: Document) -> dict[str, Any]:
    """Return what a paper says, whatever its own number is."""
    return {one.name: getattr(document, one.name) for one in fields(document) if one.name not in _OWN_NUMBER}


def _stock_balance(actor: Actor, number: CaseNumber, found: BlankBalance, at: datetime) -> StockBalance:
    from printing.documents import StockBalance

    counts = {state.value: found.count(state) for state in BlankState}
    level = _LEVEL.fill(received=found.received, **counts)
    unlevel = _UNLEVEL.fill(received=found.received, found=sum(counts.values()))
    return StockBalance(
        **paper_records.standing(actor, number, PaperKind.STOCK_BALANCE, at),
        day=found.on,
        batches=tuple(_batch(place, batch) for place, batch in enumerate(found.batches, 1)),
        balanced=found.balanced,
        balance=str(level if found.balanced else unlevel),
    )


def _batch(place: int, batch: BlankBatch) -> StockBatch:
    from printing.documents import StockBatch, StockPlace, StockRun

    name = _BATCH_NOTED.fill(number=place, note=batch.note) if batch.note else _BATCH.fill(number=place)
    return StockBatch(
        label=str(name),
        received_on=batch.received_on,
        first=batch.first,
        last=batch.last,
        received=batch.received,
        used=batch.count(BlankState.USED),
        spoiled=batch.count(BlankState.SPOILED),
        returned=batch.count(BlankState.RETURNED),
        left=_left(batch),
        places=tuple(
            StockPlace(
                place=_where(one),
                count=one.count,
                runs=tuple(StockRun(first=run.first, last=run.last, count=run.count) for run in one.runs),
            )
            for one in batch.places
        ),
    )


def _left(batch: BlankBatch) -> int:
    return sum(place.count for place in batch.places if place.state not in _GONE)


def _where(place: BlankPlace) -> str:
    state = STATE_WORDS[place.state]
    if place.counter_number is None:
        return str(state)
    return str(_PLACE.fill(state=state, counter=place.counter_number))


def _line(link: Link, actor: Actor, serial: str) -> ProductionLine:
    from printing.documents import ProductionLine

    blank = production_steps.blank_of(link, serial)
    if BlankState(blank.state) not in _WITH_CARD or blank.counter_number != actor.counter_number:
        raise NotPossible(_NOT_OF_BATCH.fill(serial=blank.serial, where=where(blank)))
    card = production_steps.card_of(link, blank)
    return ProductionLine(
        serial=blank.serial,
        permit_number=card.number,
        name=card.name,
        case_number=case_records.find(link, blank.case_id).case_number,
    )


def _production_sheet(
    actor: Actor, number: CaseNumber, lines: tuple[ProductionLine, ...], printer: str, at: datetime
) -> ProductionSheet:
    from printing.documents import ProductionSheet

    return ProductionSheet(
        **paper_records.standing(actor, number, PaperKind.PRODUCTION_SHEET, at),
        batch=str(_BATCH.fill(number=number.sequence)),
        printer=printer,
        lines=lines,
    )
