"""Whole numbers at a window that has lost the server."""

from __future__ import annotations

import pytest

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services import outage
from tests.services.outage import CutServer
from tests.services.test_without_server import back, server, window

__all__ = ["server", "window"]

pytestmark = pytest.mark.file_only


def test_they_are_told_without_the_server_which_knows_of_it_afterwards(
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    clerk: Actor,
) -> None:
    known = outage.register(window, clerk, 1).case
    outage.line_of(window).tend()
    server.cut = True
    newcomer = outage.register(window, clerk, 2).case
    assert window.whole_numbers.of_person(clerk, known.person_id, "发证").phone
    assert window.whole_numbers.of_case(clerk, newcomer.case_id, "居住登记").phone
    back(window, server)
    told = outage.rows(server, "select matter from journal_entry where action = 'show_number'")
    assert sorted(told) == [("发证",), ("居住登记",)]
    assert outage.chain_faults(server) == []
    assert outage.rows(server, "select 1 from op_conflict") == []
