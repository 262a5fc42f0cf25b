"""What is signed of the trail while the server is away, and when what was done is sent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.domain.errors import EnvironmentTrouble
from desktop.models.server_faults import away
from desktop.services import journal
from desktop.services.counter import Counter
from tests.conftest import Template
from tests.services.outage import chain_faults, line_of, register, rows
from tests.services.test_taking_in import (
    Way,
    alone,
    asked_one_by_one,
    back,
    look,
    print_paper,
    stored_set_wise,
    way,
    window,
)

__all__ = ["way", "window"]


def test_a_head_that_is_due_between_services_is_signed(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = line_of(window).switch.server
    [(last,)] = rows(server, "select max(sequence) from journal_entry where counter_number = 3")
    monkeypatch.setattr("desktop.services.trail_stretches.finish", lambda *_: None)
    way.cut = True
    line_of(window).tend()
    made = register(window, server_template.clerk, 1)
    print_paper(window, server_template, made.case.case_id)
    monkeypatch.setattr(journal, "SIGNED_EVERY", last + 2)
    taken = asked_one_by_one(monkeypatch)
    back(window, way)
    assert taken == []
    assert rows(server, "select sequence from trail_head where counter_number = 3") == [(last + 2,)]
    assert chain_faults(server) == []


def test_the_head_that_is_due_on_the_way_is_signed(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = line_of(window).switch.server
    [(last,)] = rows(server, "select max(sequence) from journal_entry where counter_number = 3")
    monkeypatch.setattr(journal, "SIGNED_EVERY", last + 4)
    alone(window, way, server_template, 1, 1)
    stored = stored_set_wise(monkeypatch)
    for number in range(2):
        look(window, server_template, f"第{number}次")
    key, *fields = line_of(window).outbox.waiting(1)[0].operation.given.trail[0]
    with line_of(window).switch.on(server), server.write() as link:  # the end of the chain has moved
        window.journal.append(link, [(key - 1, *fields)])
    monkeypatch.setattr("desktop.services.trail_stretches.finish", lambda *_: None)
    back(window, way)
    assert stored == [0]
    assert rows(server, "select sequence from trail_head where counter_number = 3") == [(last + 4,)]
    assert chain_faults(server) == []


def test_entries_that_fill_a_stretch_without_the_server_are_signed_when_it_is_back(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = line_of(window).switch.server
    monkeypatch.setattr(journal, "SIGNED_EVERY", 3)
    alone(window, way, server_template, 1, 1)
    for number in range(6):  # the window's store has all of a stretch of three
        look(window, server_template, f"第{number}次")
    stretches = "select count(*) from trail_stretch where counter_number = 3"
    assert rows(server, stretches) == [(0,)]
    back(window, way)
    window.journal.flush()
    [(last,)] = rows(server, "select max(sequence) from journal_entry where counter_number = 3")
    signed = rows(server, "select last from trail_stretch where counter_number = 3 order by 1")
    assert [sequence for (sequence,) in signed][-2:] == [last // 3 * 3 - 3, last // 3 * 3]
    assert chain_faults(server) == []


def test_a_server_that_goes_away_while_a_stretch_is_signed_is_asked_again(
    window: Counter, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = line_of(window).switch.server
    monkeypatch.setattr(journal, "SIGNED_EVERY", 3)

    def gone(*_: object) -> None:
        raise away(datetime(2026, 11, 20, 2, tzinfo=UTC))

    with monkeypatch.context() as patched:
        patched.setattr("desktop.services.trail_stretches.finish", gone)
        for number in range(3):
            look(window, server_template, f"第{number}次")
    stretches = "select count(*) from trail_stretch where counter_number = 3"
    assert rows(server, stretches) == [(0,)]
    window.journal.flush()
    assert rows(server, stretches) == [(1,)]


def test_a_stretch_that_cannot_be_signed_is_left_to_the_next_check(
    window: Counter, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "SIGNED_EVERY", 3)
    tried: list[object] = []

    def fails(*words: object) -> None:
        tried.append(words)
        raise EnvironmentTrouble("测试")

    monkeypatch.setattr("desktop.services.trail_stretches.finish", fails)

    def three_looks() -> None:
        for number in range(3):
            look(window, server_template, f"第{number}次")

    with pytest.raises(EnvironmentTrouble):
        three_looks()
    look(window, server_template, "又看了一眼")  # nobody waits for it, and no look is refused
    assert len(tried) == 1
