"""Printers by CUPS's own programs `lpstat` and `lp`.

Which server they ask is CUPS's matter (`CUPS_SERVER`, `client.conf`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from printing.errors import JobRejected, NoPrinter, NoPrintingSystem, PrinterStopped
from printing.programs import DEADLINE, ask

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


def printers(*, deadline: float = DEADLINE) -> tuple[Printer, ...]:
    """Give the queues by name; none is an empty tuple. Raises `NoPrintingSystem` or `PrinterTimeout`."""
    answer = ask("lpstat", "-r", "-d", "-a", "-p", deadline=deadline)
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


def send(
    pdf: bytes,
    printer: str,
    title: str,
    *,
    media: str = "A4",
    tray: str = "",
    sides: str = "",
    deadline: float = DEADLINE,
) -> str:
    """Give a PDF to a queue at its true size and return the job's id.

    `tray` is an option as `queue_options` gives it, `sides` one of IPP's words; "" leaves it to the queue.

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
    wanted = [f"media={media}", "print-scaling=none", tray, f"sides={sides}" if sides else ""]
    options = [part for option in wanted if option for part in ("-o", option)]
    answer = ask("lp", "-d", printer, *options, "-t", title, "-", stdin=pdf, deadline=deadline)
    taken = re.search(r"^request id is (\S+)", answer.stdout, re.MULTILINE)
    if answer.returncode != 0 or taken is None:
        reason = answer.stderr.strip().removeprefix("lp: ") or f"lp {answer.returncode}"
        raise JobRejected("打印机“{printer}”没有接受任务：{reason}", printer=printer, reason=reason)
    return taken[1]


_UNABLE = frozenset({PrinterState.STOPPED, PrinterState.REJECTING})


def _state(line: str, *, refusing: bool) -> PrinterState:
    if line.startswith("disabled"):
        return PrinterState.STOPPED
    if refusing:
        return PrinterState.REJECTING
    return PrinterState.PRINTING if line.startswith("now printing") else PrinterState.IDLE
