"""Materials as a paper names them: which were handed in, and which were looked up instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import MaterialState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.domain.permit import MaterialNeed


def received(needs: Iterable[MaterialNeed], states: Mapping[str, MaterialState]) -> tuple[str, ...]:
    """Return a line for each material; one that another office shares says so."""
    return tuple(
        f"{need.label}（{label(states[need.code])}）"
        if states[need.code] is MaterialState.SHARED
        else str(need.label)
        for need in needs
    )
