"""Granted cases and blanks, for the tests of what is made of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from desktop.domain.codes import CaseState
from desktop.services import case_records
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import key

TODAY = date(2026, 11, 20)
Granted = Callable[..., int]


def jpeg(shade: int = 200) -> bytes:
    made = BytesIO()
    Image.new("RGB", (358, 441), (shade, shade, shade)).save(made, "JPEG", quality=70)
    return made.getvalue()


def grant(station: Counter, actor: Actor, case_id: int) -> None:
    with station.office.database.write() as link:
        case_records.move_on(
            station.office, link, actor, case_id, CaseState.GRANTED, station.office.clock.now()
        )


@pytest.fixture
def granted(
    station: Counter, clerk: Actor, template: Any, resident: Callable[..., int], apply: Callable[..., Any]
) -> Granted:
    """Take an application of a new resident and grant it; return the case."""

    def make(serial: int = 1, photo: bytes | None = None, **person: str) -> int:
        done = apply(resident(serial, **person), photo=photo or jpeg(serial))
        grant(station, template.other, done.case.case_id)
        return int(done.case.case_id)

    return make


@pytest.fixture
def blanks(station: Counter, officer: Actor) -> Counter:
    """Ten blanks at counter 3, ten at counter 4, ten in stock."""
    station.blanks.receive(officer, key(), "JN0001", "JN0030")
    station.blanks.move_to_counter(officer, key(), "JN0001", "JN0010", 3)
    station.blanks.move_to_counter(officer, key(), "JN0011", "JN0020", 4)
    return station
