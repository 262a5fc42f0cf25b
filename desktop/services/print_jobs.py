"""Papers and cards in the print queue: where a job is, what its printer complains of, and taking it back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import EnvironmentTrouble, NotPossible, Sentence, sentence
from desktop.domain.rights import Right
from desktop.services import about_whom
from desktop.services import copy_records as copies
from desktop.services import print_job_records as records
from desktop.services.journal import Happening
from desktop.services.paper_faults import paper_faults
from desktop.services.rights import needs
from desktop.services.without_server import without_server

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor


class JobStanding(StrEnum):
    """Where a job is; AWAY where the print service does not answer, ELSEWHERE where another counter sent it."""

    WAITING = "waiting"
    HELD = "held"
    PRINTING = "printing"
    STOPPED = "stopped"
    FINISHED = "finished"
    UNKNOWN = "unknown"
    AWAY = "away"
    ELSEWHERE = "elsewhere"


STANDING_WORDS: dict[JobStanding, Sentence] = {
    JobStanding.WAITING: sentence("print_jobs", "在队列中等待打印"),
    JobStanding.HELD: sentence("print_jobs", "任务被挂起，打印机不会打印它"),
    JobStanding.PRINTING: sentence("print_jobs", "正在打印"),
    JobStanding.STOPPED: sentence("print_jobs", "打印机已停用，任务还在队列里"),
    JobStanding.FINISHED: sentence("print_jobs", "打印机已处理完，请看出纸"),
    JobStanding.UNKNOWN: sentence("print_jobs", "打印系统没有这个任务的记录，请看出纸"),
    JobStanding.AWAY: sentence("print_jobs", "打印系统没有回答，不知道任务到了哪一步"),
    JobStanding.ELSEWHERE: sentence("print_jobs", "由{counter}号窗口发送，请到该窗口查看或取消"),
}
_DOOR = sentence("print_jobs", "盖子没有关好")
_TONER, _LITTLE = sentence("print_jobs", "墨粉用完"), sentence("print_jobs", "墨粉不足")
_ALERTS: dict[str, Sentence] = {
    "media-empty": sentence("print_jobs", "缺纸"),
    "media-needed": sentence("print_jobs", "缺纸"),
    "media-low": sentence("print_jobs", "纸快用完"),
    "media-jam": sentence("print_jobs", "卡纸"),
    "input-tray-missing": sentence("print_jobs", "纸盒没有装好"),
    "output-area-full": sentence("print_jobs", "出纸口已满"),
    "cover-open": _DOOR,
    "door-open": _DOOR,
    "interlock-open": _DOOR,
    "toner-empty": _TONER,
    "marker-supply-empty": _TONER,
    "toner-low": _LITTLE,
    "marker-supply-low": _LITTLE,
    "offline": sentence("print_jobs", "打印机脱机"),
    "connecting-to-device": sentence("print_jobs", "正在连接打印机"),
    "timed-out": sentence("print_jobs", "打印机没有回答"),
}
_OTHER = sentence("print_jobs", "打印机报告“{reason}”")
_SILENT = frozenset(("paused", "none"))
_RUNNING = frozenset(
    (JobStanding.WAITING, JobStanding.HELD, JobStanding.PRINTING, JobStanding.STOPPED, JobStanding.AWAY)
)
_IN_HANDS = sentence("print_jobs", "这一份还在打印机里，没有再发送。请等它打完，或先取消打印。")
_NO_JOB = sentence("print_jobs", "这一份没有正在进行的打印任务。")
_CARD_IN_HANDS = sentence("print_jobs", "{serial}的证卡还在打印机里，没有再发送。请等它打完，或先取消打印。")
_BY_ANOTHER = sentence(
    "print_jobs",
    "这一份由{counter}号窗口发送过，没有再发送。请到该窗口查看；确实没有出纸的，先记为作废，再补打。",
)
_TAKEN_BACK = sentence("log", "{job} 未出纸")
_STOPPED = sentence("log", "{job} 可能已出纸")


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job now. `begun` says that the printer had it in hands, so that a sheet may have come out.

    `counter` is the one that sent it.
    """

    job: str
    standing: JobStanding
    begun: bool
    counter: int
    alerts: tuple[Sentence, ...] = ()

    @property
    def running(self) -> bool:
        """Whether something of it may still come."""
        return self.standing in _RUNNING

    @property
    def words(self) -> Sentence:
        """Where it is."""
        return STANDING_WORDS[self.standing].fill(counter=self.counter)


class PrintJobs:
    """Follows the jobs that were sent, after a restart too. Slow: for the printing worker."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @without_server("print_jobs.sent", about_whom.of_copy)
    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def sent(self, actor: Actor, copy_id: int, job: str, printer: str) -> None:
        """Store the job that a copy left as."""
        at = self._office.clock.now()
        with self._office.database.write() as link:
            records.add(self._office, link, actor, job, printer, at, copy_id=copy_id)

    @needs(Right.PRODUCE)
    def card_sent(self, actor: Actor, serial: str, job: str, printer: str) -> None:
        """Store the job that the card of a blank left as."""
        at = self._office.clock.now()
        with self._office.database.write() as link:
            records.add(self._office, link, actor, job, printer, at, serial=serial)

    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def look(self, actor: Actor, copy_id: int) -> JobRow | None:
        """Return how the newest job of a copy stands; None where none was sent, or it was taken back."""
        return self._look(actor, partial(records.of_copy, copy_id=copy_id))

    @needs(Right.PRODUCE)
    def look_at_cards(self, actor: Actor, serials: Sequence[str]) -> dict[str, JobRow]:
        """Return how the newest jobs of blanks' cards stand; a card that was not sent, or taken back, is not there."""
        with self._office.database.faults():
            found = {serial: records.of_card(self._office.database.link, serial) for serial in serials}
        kept = {serial: one for serial, one in found.items() if one is not None}
        rows = self._rows(actor, tuple(kept.values()))
        return {serial: rows[one.id] for serial, one in kept.items()}

    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def cancel(self, actor: Actor, copy_id: int) -> bool:
        """Take a copy's job back; True when nothing of it was printed: the copy waits again, under its number.

        False when a sheet may have come out: what came of it is still to be told. NotPossible when there is no
        job of this counter, EnvironmentTrouble when the print service does not answer.
        """
        return self._take_back(actor, self._own(actor, partial(records.of_copy, copy_id=copy_id)), copy_id)

    @needs(Right.PRODUCE)
    def cancel_card(self, actor: Actor, serial: str) -> bool:
        """Take a card's job back, as `cancel`; its blank stays reserved either way."""
        found = self._own(actor, partial(records.of_card, serial=serial))
        return self._take_back_card(actor, found, serial)

    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def make_way(self, actor: Actor, copy_id: int) -> None:
        """Before a copy is sent once more: take back what still waits, so that it comes out once.

        NotPossible while the printer has it in hands, and where another counter sent it.
        """
        find = partial(records.of_copy, copy_id=copy_id)
        row = self._look(actor, find)
        if row is None:
            return
        if row.standing is JobStanding.ELSEWHERE:
            raise NotPossible(_BY_ANOTHER.fill(counter=row.counter))
        if not row.running or row.standing is JobStanding.AWAY:
            return  # where the print service is away, the sending itself will say so
        if row.begun or not self._take_back(actor, self._own(actor, find), copy_id):
            raise NotPossible(_IN_HANDS)

    @needs(Right.PRINT, Right.PRODUCE, Right.KEEP_BLANKS)
    def done_with(self, actor: Actor, copy_id: int | None = None, serials: Sequence[str] = ()) -> None:
        """Have the print service keep nothing of what came to its end: else its PDF lies there for a day."""
        from printing.spool import forget

        kept: list[Any | None] = []
        with suppress(EnvironmentTrouble), self._office.database.faults():
            link = self._office.database.link
            kept = [records.of_card(link, serial) for serial in serials]
            kept += [] if copy_id is None else [records.of_copy(link, copy_id)]
        for one in kept:
            if one is not None and one.counter_number == actor.counter_number:
                forget(one.job)

    @needs(Right.PRODUCE)
    def make_way_for_card(self, actor: Actor, serial: str) -> None:
        """Before a card is sent once more: take back what still waits. NotPossible while the printer has it."""
        find = partial(records.of_card, serial=serial)
        row = self._look(actor, find)
        if row is None or not row.running or row.standing is JobStanding.AWAY:
            return
        if row.begun or not self._take_back_card(actor, self._own(actor, find), serial):
            raise NotPossible(_CARD_IN_HANDS.fill(serial=serial))

    @without_server("print_jobs.taken_back", about_whom.of_copy)
    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def taken_back(self, actor: Actor, copy_id: int, job: str, unprinted: bool) -> None:
        """Write down that a copy's newest job was taken back; `unprinted`: no sheet of it came out."""
        at = self._office.clock.now()
        with self._office.database.write() as link:
            copy = link.one(copies.WHOSE_COPY, copy=copy_id)
            kept = records.of_copy(link, copy_id=copy_id)
            assert copy is not None, copy_id
            assert kept is not None, copy_id
            if unprinted:
                records.taken_back(link, kept.id, at)
                if copy.outcome == CopyOutcome.PENDING.value:
                    link.run(copies.SENT, copy=copy_id, queue="")
            self._journal.write(
                link,
                Happening(
                    actor,
                    "cancel_print",
                    at,
                    person_id=copy.person_id,
                    paper_number=copy.paper_number,
                    detail=_detail(job, unprinted),
                    known=copies.known(copy),
                ),
            )

    # -- inside ------------------------------------------------------------------------------------
    def _look(self, actor: Actor, find: Callable[[Link], Any | None]) -> JobRow | None:
        with self._office.database.faults():
            kept = find(self._office.database.link)
        return None if kept is None else self._rows(actor, (kept,))[kept.id]

    def _rows(self, actor: Actor, kept: Sequence[Any]) -> dict[int, JobRow]:
        """Return how stored jobs stand, by their keys; those of another counter are not asked about."""
        from printing.queued_jobs import look_at_all

        here = [one for one in kept if one.counter_number == actor.counter_number]
        away = False
        try:
            with paper_faults():
                looks = look_at_all(one.job for one in here)
        except EnvironmentTrouble:
            looks, away = {}, True
        rows = {}
        for one in kept:
            if one.counter_number != actor.counter_number or away:
                standing = JobStanding.AWAY if one in here else JobStanding.ELSEWHERE
                rows[one.id] = JobRow(one.job, standing, begun=True, counter=one.counter_number)
                continue
            look = looks[one.job]
            standing = JobStanding(look.state.value)
            rows[one.id] = JobRow(one.job, standing, look.begun, one.counter_number, _words(look.alerts))
        return rows

    def _own(self, actor: Actor, find: Callable[[Link], Any | None]) -> Any:
        """Return the job as it is stored; NotPossible where there is none of this counter."""
        with self._office.database.faults():
            kept = find(self._office.database.link)
        if kept is None or kept.counter_number != actor.counter_number:
            raise NotPossible(_NO_JOB)
        return kept

    def _take_back(self, actor: Actor, kept: Any, copy_id: int) -> bool:
        unprinted = _cancelled(kept.job)
        self.taken_back(actor, copy_id, kept.job, unprinted)
        return unprinted

    def _take_back_card(self, actor: Actor, kept: Any, serial: str) -> bool:
        unprinted = _cancelled(kept.job)
        at = self._office.clock.now()
        with self._office.database.write() as link:
            if unprinted:
                records.taken_back(link, kept.id, at)
            detail = _detail(kept.job, unprinted)
            self._journal.write(link, Happening(actor, "cancel_print", at, matter=serial, detail=detail))
        return unprinted


def _cancelled(job: str) -> bool:
    from printing.queued_jobs import cancel

    with paper_faults():
        return cancel(job)


def _detail(job: str, unprinted: bool) -> str:
    return str((_TAKEN_BACK if unprinted else _STOPPED).fill(job=job))


def _words(alerts: tuple[str, ...]) -> tuple[Sentence, ...]:
    """Say what a printer complains of, each once; what only concerns the print system is left out."""
    words: list[Sentence] = []
    for one in alerts:
        said = _ALERTS.get(one) or _OTHER.fill(reason=one)
        if one not in _SILENT and not one.startswith("cups-") and said not in words:
            words.append(said)
    return tuple(words)
