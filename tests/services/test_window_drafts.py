"""Forms follow their clerk from window to window over the station's server, and never wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.conftest import FakeClock, Template
from tests.services.outage import CutServer, rows
from tests.services.test_without_server import a_server, a_window

pytestmark = pytest.mark.file_only


@pytest.fixture
def server(template: Template, tmp_path: Path) -> Iterator[CutServer]:
    made = a_server(template, tmp_path / "server")
    yield made
    made.cut = False
    made.close()


@pytest.fixture
def windows(
    server: CutServer, tmp_path: Path, shared_cache: Path, clock: FakeClock, clerk: Actor
) -> Iterator[tuple[Counter, Counter]]:
    """Two windows, counters 3 and 8."""
    there = replace(clerk, counter_number=8)
    made = (
        a_window(tmp_path / "one", shared_cache, clock, server, clerk),
        a_window(tmp_path / "other", shared_cache, clock, server, there),
    )
    yield made
    server.cut = False
    for each in made:
        each.close()


def ids(window: Counter, actor: Actor) -> list[str]:
    return [draft.draft_id for draft in window.drafts.open(actor)]


def test_who_leaves_a_window_finds_the_forms_at_another_and_back_again(
    windows: tuple[Counter, Counter], server: CutServer, clerk: Actor, template: Template
) -> None:
    one, other = windows
    there = replace(clerk, counter_number=8)
    one.drafts.save(clerk, "mine", "registration", "演练甲", '{"road": "half"}')
    one.drafts.save(clerk, "day", "end_day", "", "{}")
    one.drafts.save(template.other, "theirs", "registration", "", "{}")
    assert ids(other, there) == []
    one.drafts.hand_on(clerk)
    one.drafts.hand_on(clerk)
    assert ids(other, template.other) == []
    [brought] = other.drafts.open(there)
    assert (brought.draft_id, brought.payload) == ("mine", '{"road": "half"}')
    assert rows(server, "select count(*) from draft")[0][0] == 0
    assert ids(one, clerk) == ["day"]
    other.drafts.save(there, "mine", "registration", "演练甲", '{"road": "whole"}')
    other.drafts.hand_on(there)
    assert [draft.payload for draft in one.drafts.open(clerk) if draft.draft_id == "mine"] == [
        '{"road": "whole"}'
    ]


def test_without_the_server_they_stay_where_they_are(
    windows: tuple[Counter, Counter], server: CutServer, clerk: Actor
) -> None:
    one, other = windows
    one.drafts.save(clerk, "mine", "registration", "", "{}")
    server.cut = True
    one.drafts.hand_on(clerk)
    assert ids(one, clerk) == ["mine"]
    assert ids(other, replace(clerk, counter_number=8)) == []


def test_a_server_that_goes_away_in_between_loses_none(
    windows: tuple[Counter, Counter], server: CutServer, clerk: Actor
) -> None:
    one, other = windows
    for number in range(3):
        one.drafts.save(clerk, f"draft {number}", "registration", "", "{}")
    for left in range(12):
        server.cut, server.statements_left = False, left
        one.drafts.hand_on(clerk)
        server.cut, server.statements_left = False, None
        there = {row[0] for row in rows(server, "select id from draft")}
        here = {row[0] for row in rows(one.drafts._office.database, "select id from draft")}
        assert there | here == {"draft 0", "draft 1", "draft 2"}
    assert sorted(ids(other, replace(clerk, counter_number=8))) == ["draft 0", "draft 1", "draft 2"]
