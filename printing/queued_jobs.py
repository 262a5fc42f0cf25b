"""Jobs in a queue: where one is, what its printer complains of, whether it had begun; and taking one back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from printing.cups import PrinterState, printers
from printing.programs import DEADLINE, ask


class JobState(StrEnum):
    """Where a job is. `FINISHED` means that it left the queue: printed, cancelled or given up, which
    `lpstat` does not tell apart; whether the sheet came out right is asked of the clerk."""

    WAITING = "waiting"
    HELD = "held"
    PRINTING = "printing"
    STOPPED = "stopped"
    FINISHED = "finished"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class JobLook:
    """A job now. `begun` says that its printer had it in hands, so that a sheet may have come out.

    `alerts` are what the printer complains of, in IPP's words without their degree: `media-empty`, `offline`.
    """

    state: JobState
    begun: bool
    alerts: tuple[str, ...] = ()


def job_state(job: str, *, deadline: float = DEADLINE) -> JobState:
    """Tell where a job is. Raises `NoPrintingSystem` or `PrinterTimeout`."""
    return look(job, deadline=deadline).state


def look(job: str, *, deadline: float = DEADLINE) -> JobLook:
    """Tell where a job is, and what its printer says. Raises `NoPrintingSystem` or `PrinterTimeout`."""
    return look_at_all((job,), deadline=deadline)[job]


def look_at_all(jobs: Iterable[str], *, deadline: float = DEADLINE) -> dict[str, JobLook]:
    """Tell where jobs are, with as few questions as for one. Raises `NoPrintingSystem` or `PrinterTimeout`."""
    wanted = tuple(dict.fromkeys(jobs))
    found: dict[str, JobLook] = {}
    coming = _jobs("not-completed", deadline) if wanted else {}
    queues: dict[str, tuple[bool, tuple[str, ...]]] = {}
    for job in wanted:
        if job in coming:
            queue, told = job.rpartition("-")[0], coming[job]
            if queue not in queues:
                queues[queue] = (_stopped(queue, deadline), _alerts(queue, deadline))
            stopped, alerts = queues[queue]
            found[job] = JobLook(_where(told, stopped=stopped), _begun(told), alerts)
    gone = [job for job in wanted if job not in found]
    over = _jobs("completed", deadline) if gone else {}
    for job in gone:
        if job in over:
            found[job] = JobLook(JobState.FINISHED, _begun(over[job]))
        else:
            found[job] = JobLook(JobState.UNKNOWN, begun=True)
    if any(one.state is JobState.UNKNOWN for one in found.values()):
        printers(deadline=deadline)  # says so where the whole service is away
    return found


def cancel(job: str, *, deadline: float = DEADLINE) -> bool:
    """Take a job back; True when it had not begun, so that nothing of it was printed.

    False when it had begun or was over, or where nobody knows. Raises `NoPrintingSystem` or `PrinterTimeout`.
    """
    if job not in _jobs("not-completed", deadline):
        printers(deadline=deadline)
        return False
    ask("cancel", job, deadline=deadline)
    if job in _jobs("not-completed", deadline):
        return False
    told = _jobs("completed", deadline).get(job)
    return told is not None and not _begun(told)


def _where(told: str, *, stopped: bool) -> JobState:
    if "job-hold" in told:
        return JobState.HELD
    if stopped:
        return JobState.STOPPED
    return JobState.PRINTING if "job-printing" in told else JobState.WAITING


def _stopped(queue: str, deadline: float) -> bool:
    return any(it.name == queue and it.state is PrinterState.STOPPED for it in printers(deadline=deadline))


def _begun(told: str) -> bool:
    """CUPS gives a job the printer's words, even empty ones, from the moment its filters run."""
    return "\tStatus:" in told or "job-printing" in told


def _alerts(queue: str, deadline: float) -> tuple[str, ...]:
    said = ask("lpstat", "-l", "-p", queue, deadline=deadline).stdout
    found = re.search(r"^\tAlerts: ([^\n]+)", said, re.MULTILINE)
    words = found[1].split() if found is not None else []
    return tuple(dict.fromkeys(_DEGREE.sub("", word) for word in words if word != "none"))


_DEGREE = re.compile(r"-(error|warning|report)$")


def _jobs(which: str, deadline: float) -> dict[str, str]:
    """Give each listed job with what `lpstat` says about it in the lines under it."""
    said = ask("lpstat", "-l", "-W", which, "-o", deadline=deadline).stdout
    return dict(re.findall(r"^(\S+)([^\n]*(?:\n\t[^\n]*)*)", said, re.MULTILINE))
