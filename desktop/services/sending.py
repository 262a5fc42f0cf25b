"""A PDF on its way to a queue, as the counter has it set: tray, sides, and moved by its offset."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.domain.codes import PaperKind
from desktop.services.print_settings import on_queue, setting_of

if TYPE_CHECKING:
    from desktop.domain.print_settings import PrintSetting
    from desktop.models.database import Link
    from desktop.services.rows import Actor

OUT_SECONDS, LOOK_SECONDS = 20.0, 0.2
"""How long a secret's sheet is waited for to leave the queue, and how often it is looked for."""


def way(link: Link, actor: Actor, kind: PaperKind, printer: str) -> PrintSetting:
    """Return how this counter prints a kind of paper on a queue; a queue that it has not set is left as it is."""
    return on_queue(setting_of(link, actor.counter_number, kind), printer)


def send(setting: PrintSetting, pdf: bytes, title: str) -> str:
    """Send a PDF as the setting says and return the job's name; the PDF itself stays as it is stored.

    Raises a `PaperError`.
    """
    from printing import cups
    from printing.offset import moved
    from printing.preview import media_of

    return str(
        cups.send(
            moved(pdf, setting.right / 10, setting.down / 10),
            setting.printer,
            title,
            media=cups.CARD_MEDIA if setting.kind is PaperKind.PERMIT_CARD else media_of(pdf),
            tray=setting.tray,
            sides=setting.sides.value,
        )
    )


def send_secret(setting: PrintSetting, pdf: bytes, title: str) -> str:
    """Send a sheet of which the print service is to keep nothing: it would lie in its folder for a day, unsealed.

    Waits until the sheet has left the queue, 20 seconds at most; a printer without paper keeps it longer.
    """
    from printing.errors import PaperError
    from printing.queued_jobs import JobState, job_state
    from printing.spool import forget

    job = send(setting, pdf, title)
    until = time.monotonic() + OUT_SECONDS
    with suppress(PaperError):  # it was sent: what cannot be asked now does not undo that
        while job_state(job) not in (JobState.FINISHED, JobState.UNKNOWN) and time.monotonic() < until:
            time.sleep(LOOK_SECONDS)
        forget(job)
    return job
