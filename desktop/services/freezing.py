"""A document as it is stored: sealed once, and done again as it was printed, byte for byte."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.services import seal_keys
from desktop.services.given import CURRENT

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.documents import Document


class PaperDiffers(Exception):
    """An operation done again would have printed something else; both papers as documents."""

    def __init__(self, printed: Document, now: Document) -> None:
        super().__init__(printed.number)
        self.printed = printed
        self.now = now


def as_stored(office: Office, link: Link, actor: Actor, document: Document, at: datetime) -> str:
    """Return the text of a document with its seal, in the transaction that freezes it.

    An operation that was done before has its paper already: that one is stored, seal and all. Raises
    PaperDiffers where it was printed and does not say what this document says.
    """
    given = CURRENT.get()
    before = None if given is None else given.frozen()
    if before is not None:
        from printing.freezing import thaw  # here for start-up time

        printed = thaw(before)
        if _bare(printed) == document:
            given.froze(before)  # type: ignore[union-attr]
            return before
        if given.replays:  # type: ignore[union-attr]
            raise PaperDiffers(printed, document)
    written = seal_keys.frozen(office, link, actor, document, at)
    if given is not None:
        given.froze(written)
    return written


def _bare(document: Any) -> Any:
    return replace(document, seal=None) if getattr(document, "seal", None) is not None else document
