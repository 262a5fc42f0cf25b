"""Who purges, and somebody who left long ago."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop.domain.codes import CopyOutcome
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from tests.services.asked import key
from tests.services.purges.ending import FORMER, LEFT, NAME, PHONE, Go


@pytest.fixture
def security(template: Any) -> Actor:
    actor: Actor = template.security
    return actor


@pytest.fixture
def boss(template: Any) -> Actor:
    actor: Actor = template.administrator
    return actor


@pytest.fixture
def words(person_form: Callable[..., Any]) -> tuple[str, ...]:
    return (
        NAME,
        FORMER,
        PHONE,
        str(person_form(1).id_number),
        "演练路",
        "演练镇",
        "演练厂",
        "样例房主",
        "司徒",
        "situ",
    )


@pytest.fixture
def gone(
    station: Counter,
    clerk: Actor,
    register: Callable[..., Any],
    apply: Callable[..., Any],
    produce: Callable[..., PermitRow],
    hand_over: Callable[[PermitRow], PermitRow],
    go: Go,
) -> int:
    """Somebody with every kind of data, who left in 2024: a permit, papers printed, a look, a draft, a list."""
    go(date(2023, 5, 10))
    done = register(
        1,
        person={"name": NAME, "former_name": FORMER, "phone": PHONE},
        residence={
            "arrived_on": "2023-05-10",
            "landlord_name": "样例房主",
            "landlord_phone": "13987650002",
            "remark": f"{NAME}自述",
        },
    )
    person = int(done.case.person_id)
    copy = station.papers.prepare(clerk, key(), done.paper_id)
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    go(date(2023, 11, 20))
    permit = produce(apply(person).case)
    station.call_lists.make_out(clerk, 0)
    station.day.close(clerk, key(), date(2023, 11, 20), {})
    hand_over(permit)
    station.lookup.find(clerk, NAME)
    station.lookup.find(clerk, PHONE)
    station.people.page(clerk, person, matter=f"{NAME} {PHONE}")
    go(date(2024, 9, 26))
    station.departures.leave(clerk, key(), person, LEFT)
    station.drafts.save(clerk, "d1", "registration", NAME, json.dumps({"phone": PHONE}, ensure_ascii=False))
    return person
