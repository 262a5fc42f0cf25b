"""Papers in the print queue: where a job is, what its printer complains of, and taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import EnvironmentTrouble, NotPossible, Sentence, sentence
from desktop.services import copy_records as copies
from desktop.services.journal import Happening
from desktop.services.paper_faults import paper_faults

if TYPE_CHECKING:
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor


class JobStanding(StrEnum):
    """Where a job is; AWAY where the print service does not answer."""

    WAITING = "waiting"
    HELD = "held"
    PRINTING = "printing"
    STOPPED = "stopped"
    FINISHED = "finished"
    UNKNOWN = "unknown"
    AWAY = "away"


STANDING_WORDS: dict[JobStanding, Sentence] = {
    JobStanding.WAITING: sentence("print_jobs", "在队列中等待打印"),
    JobStanding.HELD: sentence("print_jobs", "任务被挂起，打印机不会打印它"),
    JobStanding.PRINTING: sentence("print_jobs", "正在打印"),
    JobStanding.STOPPED: sentence("print_jobs", "打印机已停用，任务还在队列里"),
    JobStanding.FINISHED: sentence("print_jobs", "打印机已处理完，请看出纸"),
    JobStanding.UNKNOWN: sentence("print_jobs", "打印系统没有这个任务的记录，请看出纸"),
    JobStanding.AWAY: sentence("print_jobs", "打印系统没有回答，不知道任务到了哪一步"),
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
_TAKEN_BACK = sentence("log", "{job} 未出纸")
_STOPPED = sentence("log", "{job} 可能已出纸")


@dataclass(frozen=True, slots=True)
class JobRow:
    """A copy's job now. `begun` says that the printer had it in hands, so that a sheet may have come out."""

    copy_id: int
    job: str
    standing: JobStanding
    begun: bool
    alerts: tuple[Sentence, ...] = ()

    @property
    def running(self) -> bool:
        """Whether something of it may still come."""
        return self.standing in _RUNNING

    @property
    def words(self) -> Sentence:
        """Where it is."""
        return STANDING_WORDS[self.standing]


class PrintJobs:
    """Follows the jobs that this program sent, for as long as it runs. Slow: for the printing worker."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal
        self._jobs: dict[int, str] = {}

    def sent(self, copy_id: int, job: str) -> None:
        """Remember the job of a copy."""
        self._jobs[copy_id] = job

    def look(self, copy_id: int) -> JobRow | None:
        """Return how the newest job of a copy stands; None where this program sent none."""
        from printing.queued_jobs import look

        job = self._jobs.get(copy_id)
        if job is None:
            return None
        try:
            with paper_faults():
                found = look(job)
        except EnvironmentTrouble:
            return JobRow(copy_id, job, JobStanding.AWAY, begun=True)
        return JobRow(copy_id, job, JobStanding(found.state.value), found.begun, _words(found.alerts))

    def cancel(self, actor: Actor, copy_id: int) -> bool:
        """Take a copy's job back; True when nothing of it was printed: the copy waits again, under its number.

        False when a sheet may have come out: what came of it is still to be told. NotPossible when there is no
        job any more, EnvironmentTrouble when the print service does not answer.
        """
        job = self._jobs.get(copy_id)
        if job is None:
            raise NotPossible(_NO_JOB)
        return self._take_back(actor, copy_id, job)

    def make_way(self, actor: Actor, copy_id: int) -> None:
        """Before a copy is sent once more: take back what still waits, so that it comes out once.

        NotPossible while the printer has it in hands.
        """
        row = self.look(copy_id)
        if row is None or not row.running or row.standing is JobStanding.AWAY:
            return  # where the print service is away, the sending itself will say so
        if row.begun or not self._take_back(actor, copy_id, row.job):
            raise NotPossible(_IN_HANDS)

    def _take_back(self, actor: Actor, copy_id: int, job: str) -> bool:
        from printing.queued_jobs import cancel

        with paper_faults():
            unprinted = cancel(job)
        with self._office.database.write() as link:
            copy = link.one(copies.COPY, copy=copy_id)
            if copy is None:
                raise NotPossible(_NO_JOB)
            if unprinted and copy.outcome == CopyOutcome.PENDING.value:
                link.run(copies.SENT, copy=copy_id, queue="")
            told = _TAKEN_BACK if unprinted else _STOPPED
            happening = Happening(
                actor,
                "cancel_print",
                self._office.clock.now(),
                person_id=copy.person_id,
                paper_number=copy.paper_number,
                detail=str(told.fill(job=job)),
            )
            self._journal.write(link, happening)
        if unprinted:
            self._jobs.pop(copy_id, None)
        return unprinted


def _words(alerts: tuple[str, ...]) -> tuple[Sentence, ...]:
    """Say what a printer complains of, each once; what only concerns the print system is left out."""
    words: list[Sentence] = []
    for one in alerts:
        said = _ALERTS.get(one) or _OTHER.fill(reason=one)
        if one not in _SILENT and not one.startswith("cups-") and said not in words:
            words.append(said)
    return tuple(words)
