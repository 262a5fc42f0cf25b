"""A fault of the program leaves its reference in the trail, and nothing of what it was about."""

from __future__ import annotations

from desktop.ui.kit.fault_notes import FaultNotes
from desktop.ui.kit.faults import fault


def test_the_reference_alone_is_handed_on() -> None:
    taken: list[str] = []
    notes = FaultNotes(taken.append)
    try:
        told = fault(ValueError("演练甲 370102199001011234"))
    finally:
        notes.stop()
    assert taken == [told.reference]
    fault(ValueError("later"))
    assert taken == [told.reference]
