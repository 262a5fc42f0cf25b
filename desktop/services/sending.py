"""A PDF on its way to a queue, as the counter has it set: tray, sides, and moved by its offset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.codes import PaperKind
from desktop.services.print_settings import on_queue, setting_of

if TYPE_CHECKING:
    from desktop.domain.print_settings import PrintSetting
    from desktop.models.database import Link
    from desktop.services.rows import Actor


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
