"""Two windows on one PostgreSQL, and one that lost it, serve a whole day: nothing lost, doubled or untrue."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.servers import Databases, reach
from tests.services import simulated_checks as checks
from tests.services.outage import rows
from tests.services.simulated_day import a_day
from tests.services.simulated_window import TODAY


@pytest.mark.parametrize(
    "scale", [pytest.param(1, id="100"), pytest.param(5, id="450", marks=pytest.mark.slow)]
)
def test_a_whole_day_of_three_windows(
    server_template: Any, databases: Databases, tmp_path: Path, shared_cache: Path, scale: int
) -> None:
    with a_day(server_template, databases, tmp_path, shared_cache, scale) as (day, name):
        day.run()
        database = reach(databases.server, name)
        [(served,)] = rows(
            database, "select count(distinct person_id) from case_file where accepted_on = :on", on=TODAY
        )
        assert served > 85 * scale
        assert [len(window.waits) for window in day.windows] == [0, 0, 3]
        assert all("这一项要等恢复后再办" in told for told in day.windows[2].waits)
        kinds = rows(
            database,
            "select kind, state, count(*) from op_conflict where kind <> 'follows' group by kind, state",
        )
        assert sorted(kinds) == [("refused", "applied", 2), ("refused", "void", 4)]
        checks.everything(day, database, server_template, tmp_path)
        database.close()
