"""Printers by CUPS's own programs `lpstat` and `lp`, each call with a deadline.

The programs are asked in the C locale, so that their answers can be read; which server they ask is
CUPS's matter (`CUPS_SERVER`, `client.conf`).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from enum import StrEnum

from printing.errors import JobRejected, NoPrinter, NoPrintingSystem, PrinterStopped, PrinterTimeout

DEADLINE = 5.0
"""Seconds that one call may take."""

CARD_MEDIA = "Custom.85.6x53.98mm"
"""The medium of a CR80 card. A queue that knows only its own card takes that, at true size and turned if it
feeds cards upright; printing on both sides is the queue's own default, set when it is installed."""


class PrinterState(StrEnum):
    """What a queue would do with a job now."""

    IDLE = "idle"
    PRINTING = "printing"
    STOPPED = "stopped"
    REJECTING = "rejecting"


STATE_TEXTS = {
    PrinterState.IDLE: "就绪",
    PrinterState.PRINTING: "正在打印",
    PrinterState.STOPPED: "已停止",
    PrinterState.REJECTING: "不接收任务",
}


@dataclass(frozen=True, slots=True)
class Printer:
    """A queue; `state_text` is for the clerk and ends with CUPS's own reason where it gives one."""

    name: str
    state: PrinterState
    state_text: str
    is_default: bool


class JobState(StrEnum):
    """Where a job is. `FINISHED` means that it left the queue: printed, cancelled or given up, which
    `lpstat` does not tell apart; whether the sheet came out right is asked of the clerk."""

    WAITING = "waiting"
    HELD = "held"
    PRINTING = "printing"
    STOPPED = "stopped"
    FINISHED = "finished"
    UNKNOWN = "unknown"


def printers(*, deadline: float = DEADLINE) -> tuple[Printer, ...]:
    """Give the queues by name; none is an empty tuple. Raises `NoPrintingSystem` or `PrinterTimeout`."""
    answer = _ask("lpstat", "-r", "-d", "-a", "-p", deadline=deadline)
    said = answer.stdout
    if not re.search(r"^scheduler is running$", said, re.MULTILINE):
        raise NoPrintingSystem(
            "打印服务（CUPS）没有运行，暂时不能打印；可以先另存为PDF。请管理员启动打印服务后重试。"
        )
    default = re.search(r"^system default destination: (\S+)$", said, re.MULTILINE)
    refusing = dict(
        re.findall(r"^(\S+) not accepting requests since [^\n]*\n?(?:\t([^\n]*))?", said, re.MULTILINE)
    )
    found = []
    for name, line, reason in re.findall(r"^printer (\S+) ([^\n]*)(?:\n\t([^\n]*))?", said, re.MULTILINE):
        state = _state(line, refusing=name in refusing)
        why = refusing.get(name) or reason
        text = STATE_TEXTS[state] + (f"（{why}）" if why and state in _UNABLE else "")
        found.append(Printer(name, state, text, is_default=default is not None and default[1] == name))
    return tuple(sorted(found, key=lambda it: it.name))


def send(pdf: bytes, printer: str, title: str, *, media: str = "A4", deadline: float = DEADLINE) -> str:
    """Give a PDF to a queue at its true size and return the job's id.

    Raises `NoPrintingSystem`, `NoPrinter`, `PrinterStopped` before anything is sent (a stopped queue
    would swallow the job and print it on another day), `JobRejected`, or `PrinterTimeout`, after which
    the job may or may not be there.
    """
    queue = next((it for it in printers(deadline=deadline) if it.name == printer), None)
    if queue is None:
        raise NoPrinter("没有名为“{printer}”的打印机，请重新选择打印机。", printer=printer)
    if queue.state in _UNABLE:
        raise PrinterStopped(
            "打印机“{printer}”{state}，任务没有发送。请检查打印机后重试，或者改用其他打印机。",
            printer=printer,
            state=queue.state_text,
        )
    # without these two options CUPS fits the page to the queue's default paper: 85.5 % on Letter
    options = ("-o", f"media={media}", "-o", "print-scaling=none")
    answer = _ask("lp", "-d", printer, *options, "-t", title, "-", stdin=pdf, deadline=deadline)
    taken = re.search(r"^request id is (\S+)", answer.stdout, re.MULTILINE)
    if answer.returncode != 0 or taken is None:
        reason = answer.stderr.strip().removeprefix("lp: ") or f"lp {answer.returncode}"
        raise JobRejected("打印机“{printer}”没有接受任务：{reason}", printer=printer, reason=reason)
    return taken[1]


def job_state(job: str, *, deadline: float = DEADLINE) -> JobState:
    """Tell where a job is. Raises `NoPrintingSystem` or `PrinterTimeout`."""
    queue = job.rpartition("-")[0]
    waiting = _jobs("not-completed", deadline)
    if job in waiting:
        if "job-printing" in waiting[job]:
            return JobState.PRINTING
        if "job-hold" in waiting[job]:
            return JobState.HELD
        stopped = any(
            it.name == queue and it.state is PrinterState.STOPPED for it in printers(deadline=deadline)
        )
        return JobState.STOPPED if stopped else JobState.WAITING
    if job in _jobs("completed", deadline):
        return JobState.FINISHED
    printers(deadline=deadline)  # says so where the whole service is away
    return JobState.UNKNOWN


_UNABLE = frozenset({PrinterState.STOPPED, PrinterState.REJECTING})


def _state(line: str, *, refusing: bool) -> PrinterState:
    if line.startswith("disabled"):
        return PrinterState.STOPPED
    if refusing:
        return PrinterState.REJECTING
    return PrinterState.PRINTING if line.startswith("now printing") else PrinterState.IDLE


def _jobs(which: str, deadline: float) -> dict[str, str]:
    """Give each listed job with what `lpstat` says about it in the lines under it."""
    said = _ask("lpstat", "-l", "-W", which, "-o", deadline=deadline).stdout
    return dict(re.findall(r"^(\S+)([^\n]*(?:\n\t[^\n]*)*)", said, re.MULTILINE))


def _ask(
    program: str, *arguments: str, deadline: float, stdin: bytes | None = None
) -> subprocess.CompletedProcess[str]:
    path = shutil.which(program)
    if path is None:
        raise NoPrintingSystem(
            "这台电脑没有安装打印系统（CUPS），不能打印；可以先另存为PDF。请管理员安装后重试。"
        )
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed program, no shell, arguments as a list
            [path, *arguments],
            input=b"" if stdin is None else stdin,
            capture_output=True,
            timeout=deadline,
            env={**os.environ, "LC_ALL": "C"},
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PrinterTimeout(
            "打印服务{seconds}秒内没有答复。如果刚刚发送了任务，请先查看打印机是否出纸，再决定是否重打。",
            seconds=f"{deadline:g}",
        ) from error
    except OSError as error:
        raise NoPrintingSystem(
            "无法启动打印程序{program}：{reason}", program=program, reason=str(error)
        ) from error
    return subprocess.CompletedProcess(
        answer.args,
        answer.returncode,
        answer.stdout.decode("utf-8", "replace"),
        answer.stderr.decode("utf-8", "replace"),
    )
