"""What is our own bug: a reference number for the screen, the details for the log."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from types import TracebackType

from desktop.domain.errors import CounterError, sentence


class ProgramFault(CounterError):
    """Our bug, told with a reference number that leads to the details in the log."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            sentence(
                "errors", "程序出了问题，编号 {reference}。已填写的内容都还在；请记下编号告诉管理员。"
            ).fill(reference=reference)
        )
        self.reference = reference


def fault(error: BaseException) -> ProgramFault:
    """Write the details of an unexpected error to the log; give what the screen may say of it."""
    import logging  # for start-up time: faults are rare

    reference = os.urandom(3).hex().upper()
    logging.getLogger("desktop.faults").error(
        "fault %s", reference, exc_info=(type(error), error, error.__traceback__)
    )
    return ProgramFault(reference)


def catch_all(show: Callable[[ProgramFault], None]) -> None:
    """Have every error that no one caught, in a slot or in a thread, logged and shown by `show`."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show(fault(error))

    sys.excepthook = hook
