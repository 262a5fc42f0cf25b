"""What is made of operations while a server works on those before: the same as what is made when it is wanted."""

from __future__ import annotations

import uuid

import pytest

from desktop.services import added, reading_ahead, set_wise, taking_in
from desktop.services.counter import Counter
from desktop.services.portion import Portion
from desktop.services.set_wise import Lot
from tests.conftest import Template
from tests.services.outage import line_of
from tests.services.test_taking_in import Way, alone, look, print_paper, way, window

__all__ = ("way", "window")  # fixtures


def told(lot: Lot) -> tuple[object, ...]:
    """Give everything that is made of a lot."""
    return lot.trail, lot.counts, lot.reached, lot.rows, lot.changes


def test_what_was_made_ready_is_what_is_made_when_it_is_wanted(
    window: Counter, way: Way, server_template: Template
) -> None:
    alone(window, way, server_template, 1, 3)
    look(window, server_template, "看了一眼")
    [made] = line_of(window).outbox.waiting(1)
    print_paper(window, server_template, made.operation.keys["case.case_id"])
    waiting, rules = line_of(window).outbox.waiting(9), added.rules_of(window.office)
    ready, plain = Portion(waiting), Portion(waiting)
    steps = len(list(ready.making_ready(rules)))
    assert steps == 6 + len(added.TABLES) - 1  # nothing was handed in
    assert told(ready.lot({}, rules)) == told(plain.lot({}, rules))
    assert ready.lot({}, rules) is ready.lot({}, rules)
    assert (len(ready.lot({}, rules)), ready.lot({}, rules).whole) == (len(waiting), True)


def test_what_was_made_ready_for_other_rules_or_without_an_alias_is_not_used(
    window: Counter, way: Way, server_template: Template
) -> None:
    alone(window, way, server_template, 1, 2)
    look(window, server_template, "看了一眼")
    portion, rules = Portion(line_of(window).outbox.waiting(9)), added.rules_of(window.office)
    list(portion.making_ready("those of yesterday"))
    assert len(portion.lot({}, "those of yesterday")) == 1
    assert len(portion.lot({}, rules)) == 3
    assert portion.lot({1: 2}, rules) is not portion.lot({}, rules)


def test_of_what_services_do_too_no_rows_are_made_ahead(
    window: Counter, way: Way, server_template: Template
) -> None:
    alone(window, way, server_template, 1, 1)
    [made] = line_of(window).outbox.waiting(1)
    print_paper(window, server_template, made.operation.keys["case.case_id"])
    paper = window.papers.of_case(made.operation.keys["case.case_id"])[0].paper_id
    reason = "第一份污损"
    window.papers.copies.next(server_template.clerk, str(uuid.uuid4()), paper, reprint=True, reason=reason)
    portion, rules = Portion(line_of(window).outbox.waiting(9)), added.rules_of(window.office)
    assert len(list(portion.making_ready(rules))) == 6
    lot = portion.lot({}, rules)
    assert not lot.whole
    assert len(lot.rows["case_file"]) == 1


def test_what_is_read_ahead_is_made_ready_too(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "STORED_AT_ONCE", 3)
    monkeypatch.setattr(reading_ahead, "STORED_AT_ONCE", 3)
    alone(window, way, server_template, 1, 5)
    ahead = line_of(window).reading_ahead()
    assert [one.operation.sequence for one in ahead.portion()] == [1, 2, 3]
    while ahead.step():
        pass
    with monkeypatch.context() as patched:
        patched.setattr(set_wise, "only_adds", None)  # not asked again
        portion = ahead.portion()
        assert [one.operation.sequence for one in portion] == [4, 5]
        assert portion.lot({}, added.rules_of(window.office)).whole
    assert ahead.portion() == ()
