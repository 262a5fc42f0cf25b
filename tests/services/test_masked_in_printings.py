"""What the trail says of a printing is masked by the name that the server knows by now."""

from __future__ import annotations

import uuid

import pytest

from desktop.services.counter import Counter
from tests.conftest import Template
from tests.services.outage import line_of
from tests.services.test_still_so import Known, known
from tests.services.test_taking_in import Way, one_by_one, taken_in, way, window

__all__ = ("known", "way", "window")  # fixtures

RIGHT_NAME = "演练正名"


def test_a_name_corrected_meanwhile_is_masked_in_the_trail_of_a_printing(
    window: Counter, way: Way, server_template: Template, known: Known, monkeypatch: pytest.MonkeyPatch
) -> None:
    way.cut = True
    line_of(window).tend()
    clerk, copies = server_template.clerk, window.papers.copies
    paper = window.papers.of_case(known.mover.case.case_id)[0].paper_id
    copy = copies.next(clerk, str(uuid.uuid4()), paper, reprint=False).copy_id
    copies.drawn(clerk, copy, b"a page", 1)
    copies.saved(clerk, copy, f"{RIGHT_NAME}.pdf")
    with line_of(window).switch.server.engine.begin() as connection:  # as a correction leaves it
        connection.exec_driver_sql(
            f"update person set name = '{RIGHT_NAME}' where current_id = {known.mover.case.person_id}"
        )
    asked = one_by_one(window, monkeypatch)
    assert not any(RIGHT_NAME in entry for entry in asked["journal_entry"])
    assert taken_in(window)["journal_entry"] == asked["journal_entry"]
