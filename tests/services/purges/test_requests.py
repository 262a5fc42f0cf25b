"""Somebody asks that what is stored of them be deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop.domain.errors import NotPossible
from desktop.domain.retention import DeletionGround, PurgeState
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import key
from tests.services.purges.ending import Go, entries, told_of


def test_a_request_names_what_stands_against_it_with_the_article(
    station: Counter, clerk: Actor, register: Callable[..., Any], go: Go
) -> None:
    person = int(register(1).case.person_id)
    [obstacle] = station.retention.deletion(clerk, person).obstacles
    assert "还没有注销" in str(obstacle.why)
    assert obstacle.law == "《个人信息保护法》第四十七条第一款第一项"
    with pytest.raises(NotPossible, match="还没有注销"):
        station.retention.ask(clerk, key(), person, DeletionGround.PURPOSE_ENDED)


def test_a_request_waits_for_the_legal_term_and_says_until_when(
    station: Counter, clerk: Actor, gone: int, go: Go
) -> None:
    [obstacle] = station.retention.deletion(clerk, gone).obstacles
    assert "2029-09-26" in str(obstacle.why)
    assert obstacle.law == "《个人信息保护法》第四十七条第二款"


def test_a_request_is_approved_by_somebody_else_and_done(
    station: Counter, boss: Actor, clerk: Actor, security: Actor, gone: int, go: Go, words: tuple[str, ...]
) -> None:
    go(date(2029, 9, 26))  # the legal floor is over, the station's own term is not
    request = key()
    order = station.retention.ask(clerk, request, gone, DeletionGround.PURPOSE_ENDED)
    assert station.retention.ask(clerk, request, gone, DeletionGround.PURPOSE_ENDED) == order
    standing = station.retention.deletion(clerk, gone)
    assert (standing.possible, standing.waiting) == (False, order)
    station.retention.approve(security, key(), order.order_id, order.version)
    done = station.retention.carry_out(security, order.order_id)
    assert (done.state, done.done) == (PurgeState.DONE, 1)
    assert told_of(station, *words) == []
    assert [entry["person_id"] for entry in entries(station, "ask_deletion")] == [gone]
