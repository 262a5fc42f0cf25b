"""Pieces of format strings in every field: they are written and shown as they are, and nothing looks into them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import Role
from desktop.domain.errors import CounterError, sentence
from desktop.services.counter import Counter
from desktop.services.day_log import LogFormat, LogRequest
from desktop.services.rows import Actor
from desktop.ui.kit.text import sentence_text
from tests.attacks.walk import Ids, walk

PIECES = (
    "{0.__class__.__mro__}",
    "{name.__init__.__globals__}",
    "{}{0}{nobody}",
    "%s%n%(name)s%",
    "${HOME}`id`$(id)",
    "{{double}}",
    "{0!r:>999999999}",
)

NAMED = ("nobody", "name", "0", "double")
"""What a format would look for."""


@pytest.mark.parametrize("piece", PIECES)
def test_a_sentence_says_what_fills_it_and_does_not_fill_that_again(piece: str) -> None:
    told = sentence("errors", "“{name}”在{place}。").fill(name=piece).fill(place=piece)
    assert str(told) == f"“{piece}”在{piece}。"
    assert sentence_text(told) == f"“{piece}”在{piece}。"
    inside = sentence("errors", "原因：{reason}").fill(reason=told)
    assert str(inside) == f"原因：“{piece}”在{piece}。"


@pytest.mark.parametrize("piece", PIECES[:4])
def test_no_service_trips_over_one_and_what_is_stored_is_what_was_given(
    station: Counter, ids: Ids, actors: dict[Role, Actor], piece: str, tmp_path: Path
) -> None:
    calls = list(walk(station, actors, ids, piece, tmp_path))
    assert len(calls) > 150
    wrong = (IndexError, ValueError, MemoryError)
    assert [call for call in calls if isinstance(call.error, wrong)] == []
    assert [call for call in calls if isinstance(call.error, KeyError) and call.error.args[0] in NAMED] == []
    said = [str(call.error.message) for call in calls if isinstance(call.error, CounterError)]
    assert any(piece in one for one in said)  # what was typed is named as it was typed
    assert not any("<class" in one or "<function" in one for one in said)


def test_a_log_of_them_is_whole(
    station: Counter,
    register: Callable[..., Any],
    template: Any,
    clerk: Actor,
    tmp_path: Path,
) -> None:
    for serial, piece in enumerate(PIECES, 1):
        done = register(serial, person={"hukou_address": piece}, residence={"remark": piece})
        station.papers.prepare(clerk, f"copy {serial}", done.paper_id)
        copy = station.papers.paper(done.paper_id).copies[0]
        station.papers.settle(clerk, copy.copy_id, _spoiled(), piece)
    today = station.office.today()
    path = tmp_path / "log.csv"
    request = LogRequest(today, today, LogFormat.CSV, path, whole_numbers=False)
    done = station.day_log.export(template.auditor, request, lambda *_: None, lambda: False)
    words = path.read_text("utf-8-sig")
    for piece in PIECES:
        assert any(piece in cell for row in csv.reader(words.splitlines()) for cell in row), piece
    assert done.rows > len(PIECES)


def _spoiled() -> Any:
    from desktop.domain.codes import CopyOutcome

    return CopyOutcome.SPOILED


def test_a_name_cannot_hold_one(station: Counter, register: Callable[..., Any]) -> None:
    for piece in PIECES:
        with pytest.raises(AssertionError):  # the form has a problem at the name
            register(1, person={"name": piece})
    with station.office.database.engine.connect() as connection:
        assert connection.execute(text("select count(*) from person")).scalar_one() == 0
