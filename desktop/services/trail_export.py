"""The trail as a file that anybody can check: what it begins with, which entries it has, how it is signed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, select

from desktop.domain.times import CHINA
from desktop.domain.trail import FIRST_HASH, Head, moment, root_of
from desktop.domain.trail_file import FORMAT, DayHead, Ending, Opening, Record, Span, Stretch, line_of
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, TrailDay, TrailHead
from desktop.services import seal_keys, trail_archives, trail_heads, trail_stretches
from desktop.services.trail_pouring import Asked

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_RUNS = Prepared(
    select(
        JournalEntry.counter_number,
        func.min(JournalEntry.sequence).label("first"),
        func.max(JournalEntry.sequence).label("last"),
    )
    .where(JournalEntry.on_date.between(bindparam("first"), bindparam("last")))
    .group_by(JournalEntry.counter_number)
)
_BEFORE = Prepared(
    select(JournalEntry.sequence)
    .where(JournalEntry.counter_number == bindparam("counter"), JournalEntry.on_date < bindparam("first"))
    .order_by(JournalEntry.sequence.desc())
    .limit(1)
)
_HASH = Prepared(
    select(JournalEntry.hash).where(
        JournalEntry.counter_number == bindparam("counter"), JournalEntry.sequence == bindparam("sequence")
    )
)
_HEADS = Prepared(
    select(
        TrailHead.station,
        TrailHead.counter_number,
        TrailHead.sequence,
        TrailHead.hash,
        TrailHead.at,
        TrailHead.key_id,
        TrailHead.signature,
    )
    .where(
        TrailHead.counter_number == bindparam("counter"),
        TrailHead.sequence > bindparam("after"),
        TrailHead.sequence <= bindparam("last"),
    )
    .order_by(TrailHead.sequence)
)
_DAYS = Prepared(
    select(
        TrailDay.station,
        TrailDay.on_date,
        TrailDay.at,
        TrailDay.heads,
        TrailDay.root,
        TrailDay.key_id,
        TrailDay.signature,
    )
    .where(
        TrailDay.at >= bindparam("begin", type_=TrailDay.at.type),
        TrailDay.at < bindparam("end", type_=TrailDay.at.type),
    )
    .order_by(TrailDay.id)
)
ENTRIES = Prepared(
    select(
        JournalEntry.counter_number,
        JournalEntry.sequence,
        JournalEntry.at,
        JournalEntry.staff_id,
        JournalEntry.staff_name,
        JournalEntry.action,
        JournalEntry.person_id,
        JournalEntry.person_row,
        JournalEntry.case_number,
        JournalEntry.paper_number,
        JournalEntry.matter,
        JournalEntry.detail,
        JournalEntry.previous_hash,
        JournalEntry.hash,
    )
    .where(
        and_(
            JournalEntry.counter_number == bindparam("counter"),
            JournalEntry.sequence > bindparam("after"),
            JournalEntry.sequence <= bindparam("last"),
        )
    )
    .order_by(JournalEntry.sequence)
)
"""A counter's entries between two places of its chain, the first left out, in the order of the file's lines."""


def asked(office: Office, actor: Actor, first: date, last: date) -> dict[str, Any]:
    """Return what the writing process needs: the lines before the entries, the entries' runs, the statement.

    A counter's run is whole from its first entry of these days to its last one, or to where a day head of
    these days found it: whatever was stored between them belongs to the chain, whichever day it bears.
    """
    wanted, link = of_days(office, actor, first, last), office.database.link
    compiled = ENTRIES.compiled(link.dialect)
    runs = [
        compiled.values({"counter": span.counter_number, "after": span.after, "last": span.last})
        for span in wanted.spans
        if span.last > span.after
    ]
    return {
        "total": sum(span.last - span.after for span in wanted.spans),
        "lines": [line_of(record).decode() for record in wanted.records],
        "select": compiled.text,
        "runs": [run if isinstance(run, dict) else list(run) for run in runs],
        "covered": [(it.counter_number, it.after, it.last) for it in wanted.stretches],
        "root": wanted.root,
    }


def of_days(office: Office, actor: Actor, first: date, last: date) -> Asked:
    """Return what a file of some days is to have."""
    link = office.database.link
    begin = datetime.combine(first, time(), CHINA)
    end = datetime.combine(last + timedelta(days=1), time(), CHINA)
    days = [trail_heads.day_of(row) for row in link.all(_DAYS, begin=begin, end=end)]
    return _wanted(link, actor, (first, last), _spans(link, first, last, days), days)


def archived(link: Link, actor: Actor, first: date, last: date, spans: tuple[Span, ...]) -> Asked:
    """Return what an archive's file is to have: these parts of the chains, and the day heads wholly in them."""
    begin = datetime.combine(first, time(), CHINA)
    end = datetime.combine(last + timedelta(days=1), time(), CHINA)
    ends = {span.counter_number: span.last for span in spans}
    days = [
        day
        for day in map(trail_heads.day_of, link.all(_DAYS, begin=begin, end=end))
        if all(head.sequence <= ends.get(head.counter_number, 0) for head in day.heads)
    ]
    return _wanted(link, actor, (first, last), spans, days)


def _wanted(
    link: Link, actor: Actor, span_of_days: tuple[date, date], spans: tuple[Span, ...], days: list[DayHead]
) -> Asked:
    heads: list[Record] = []
    stretches: list[Stretch] = []
    for span in spans:
        counter, after, most = span.counter_number, span.after, span.last
        heads += map(trail_heads.head_of, link.all(_HEADS, counter=counter, after=after, last=most))
        stretches += trail_stretches.within(link, counter, after, most)
    first, last = span_of_days
    opening = Opening(
        FORMAT,
        seal_keys.station_number(actor.station),
        actor.station.name,
        actor.station.practice,
        first.isoformat(),
        last.isoformat(),
        spans,
        sum(span.last - span.after for span in spans),
    )
    root = root_of([Head(span.counter_number, span.last, span.last_hash) for span in spans])
    return Asked((opening, *heads, *stretches, *days), tuple(stretches), spans, root)


def ending(office: Office, actor: Actor, entries: int, root: str, sm3: str) -> str:
    """Return a file's last line, signed with the station's key."""
    at = office.clock.now()
    with office.database.write() as link:
        signer = seal_keys.signer(office, link, actor, at)
    station = seal_keys.station_number(actor.station)
    record = Ending(station, entries, moment(at), root, sm3, trail_heads.key_id(signer), "")
    return line_of(trail_heads.signed(record, signer)).decode()


def _spans(link: Link, first: date, last: date, days: list[DayHead]) -> tuple[Span, ...]:
    runs = {row.counter_number: row for row in link.all(_RUNS, first=first, last=last)}
    found, cuts = [], trail_archives.cuts(link)
    for counter in trail_heads.counters(link):
        seen = [head.sequence for day in days for head in day.heads if head.counter_number == counter]
        run = runs.get(counter)
        if run is not None:
            after, end = run.first - 1, run.last
        else:
            before = link.one(_BEFORE, counter=counter, first=first)
            after = end = (
                before.sequence if before is not None else cuts[counter].sequence if counter in cuts else 0
            )
        end = max(end, *seen) if seen else end
        if end:
            found.append(Span(counter, after, _hash(link, counter, after), end, _hash(link, counter, end)))
    return tuple(found)


def _hash(link: Link, counter: int, sequence: int) -> str:
    row = link.one(_HASH, counter=counter, sequence=sequence) if sequence else None
    if row is not None:
        return str(row.hash)
    return trail_archives.hash_at(link, counter, sequence) or FIRST_HASH
