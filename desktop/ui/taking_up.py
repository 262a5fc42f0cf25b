"""A form that somebody left is taken up again: which way leads to it, filled in as it was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.ui.kit.drafting import read_draft

if TYPE_CHECKING:
    from desktop.services.rows import DraftRow

ROUTE_OF_FORM = {
    "registration": "register",
    "application": "apply",
    "hukou": "hukou",
    "correction": "correction",
    "hand_over": "hand_over",
    "permit_deed": "permit_deed",
}
"""Which way leads to a stored draft's form; the end of the day finds its own draft."""
ROUTE_OF_SCREEN = {"call_note": "uncollected", "blanks": "blanks"}
"""Which way leads to a screen that finds its own draft."""


def take_up(go: Callable[..., None], draft: DraftRow) -> None:
    """Go to the form of a stored draft, filled in as it was left."""
    if draft.form in ROUTE_OF_SCREEN:
        go(ROUTE_OF_SCREEN[draft.form])
        return
    kept = read_draft(draft)
    unreadable = draft.form == "permit_deed" and "deed" not in kept.state  # of which permit nobody knows
    if draft.form in ROUTE_OF_FORM and not unreadable:
        go(ROUTE_OF_FORM[draft.form], kept)
    else:
        go("day")
