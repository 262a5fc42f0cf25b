"""What a queue can be asked for: its trays, and whether it prints on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from printing import print_socket
from printing.cups import printers
from printing.errors import NoPrinter
from printing.programs import DEADLINE, ask

_TRAYS = ("InputSlot", "media-source", "MediaSource")
_SIDES = ("Duplex", "sides", "EFDuplex", "KMDuplex")
_LINE = re.compile(r"^([^/:\s]+)(?:/[^:\n]*)?: ([^\n]*)$", re.MULTILINE)
TRAY = re.compile(f"(?:{'|'.join(_TRAYS)})=[\\w.+-]{{1,80}}")
"""What a tray's option looks like."""


@dataclass(frozen=True, slots=True)
class QueueOptions:
    """`trays` are options as `lp -o` takes them, such as `InputSlot=Tray2`; `two_sided` where there is a way."""

    trays: tuple[str, ...]
    two_sided: bool


def queue_options(queue: str, *, deadline: float = DEADLINE) -> QueueOptions:
    """Ask a queue what it offers. Raises `NoPrinter`, `NoPrintingSystem` or `PrinterTimeout`."""
    answer = ask("lpoptions", "-p", queue, "-l", deadline=deadline)
    offered: dict[str, tuple[str, ...]] = {}
    for name, choices in _LINE.findall(answer.stdout):
        offered.setdefault(name, tuple(one.removeprefix("*") for one in choices.split()))
    if not offered:
        if all(one.name != queue for one in printers(deadline=deadline)):
            raise NoPrinter("没有名为“{printer}”的打印机，请重新选择打印机。", printer=queue)
        offered = print_socket.offered(queue, (*_TRAYS, *_SIDES), deadline)
    trays = next((tuple(f"{name}={one}" for one in offered[name]) for name in _TRAYS if name in offered), ())
    ways = next((offered[name] for name in _SIDES if name in offered), ())
    return QueueOptions(tuple(one for one in trays if TRAY.fullmatch(one)), len(ways) > 1)
