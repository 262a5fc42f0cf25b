"""Somebody whose time is over, and the order that takes what is stored of them."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from desktop.domain.codes import CancelReason
from desktop.domain.retention import DataKind
from desktop.services.counter import Counter
from desktop.services.departures import DepartureForm
from desktop.services.rows import Actor

NAME, LATER = "司徒演练", date(2037, 3, 1)
_LEFT = DepartureForm(CancelReason.LEFT, date(2024, 9, 20), "370202", "香港中路1号")


def left_long_ago(station: Counter, clerk: Actor, register: Any, go: Any) -> int:
    """Register somebody who left in 2024, and let it be 2037."""
    go(date(2023, 5, 10))
    done = register(1, person={"name": NAME}, residence={"arrived_on": "2023-05-10"})
    go(date(2024, 9, 26))
    station.departures.leave(clerk, str(uuid.uuid4()), done.case.person_id, _LEFT)
    go(LATER)
    return int(done.case.person_id)


def purge(station: Counter, boss: Actor, security: Actor) -> int:
    """Delete whoever is due, and return the order."""
    found = station.retention.preview(boss, DataKind.PERSON)
    order = station.retention.prepare(boss, str(uuid.uuid4()), DataKind.PERSON, found.digest)
    station.retention.approve(security, str(uuid.uuid4()), order.order_id, order.version)
    done = station.retention.carry_out(security, order.order_id)
    assert done.done == 1
    return order.order_id
