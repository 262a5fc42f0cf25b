"""What else has a term: sheets of the house, photos, drafts, the trail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import NotPossible
from desktop.domain.retention import DataKind
from desktop.services.counter import Counter
from desktop.services.erasure_elsewhere import ERASED_NAME
from desktop.services.rows import Actor
from tests.services.asked import key
from tests.services.purges.ending import NAME, Go, order_for, told_of


def test_sheets_keep_their_counts_and_lose_their_names(
    station: Counter, boss: Actor, security: Actor, gone: int, go: Go, document: Callable[[int], Any]
) -> None:
    with station.office.database.engine.connect() as connection:
        [paper] = connection.execute(text("select id from paper where kind = '15'")).scalars()
    copy = station.papers.prepare(boss_of(station), key(), paper)
    station.papers.settle(boss_of(station), copy.copy_id, CopyOutcome.PRINTED)
    before = document(paper)
    assert NAME in str(before)
    go(date(2027, 11, 20))
    order = order_for(station, boss, DataKind.SHEETS)
    station.retention.approve(security, key(), order.order_id, order.version)
    assert station.retention.carry_out(security, order.order_id).counts["sheet"] == 1
    after = document(paper)
    assert (after.lines, after.balance, len(after.cases)) == (before.lines, before.balance, len(before.cases))
    assert [one.case_number for one in after.cases] == [one.case_number for one in before.cases]
    assert {one.name for one in after.cases} == {ERASED_NAME}
    with pytest.raises(NotPossible, match="已经依法删除"):
        station.papers.pdf(copy.copy_id)


def boss_of(station: Counter) -> Actor:
    return station.sign_in.sign_in("one", "test-pass-1", 3)


def test_photos_of_a_refused_application_go_after_a_year_and_leave_their_digest(
    station: Counter,
    boss: Actor,
    security: Actor,
    resident: Callable[..., int],
    apply: Callable[..., Any],
    clerk: Actor,
    go: Go,
) -> None:
    case = apply(resident()).case
    station.withdrawals.withdraw(clerk, key(), case.case_id, case.version, "本人改变主意")
    go(date(2027, 11, 19))
    assert station.retention.preview(boss, DataKind.MATERIALS).count == 0
    go(date(2027, 11, 20))
    order = order_for(station, boss, DataKind.MATERIALS)
    station.retention.approve(security, key(), order.order_id, order.version)
    assert station.retention.carry_out(security, order.order_id).counts == {"attachment": 1}
    with station.office.database.engine.connect() as connection:
        [(content, digest)] = connection.execute(text("select content, sha256 from attachment")).all()
    assert (bytes(content), len(digest)) == (b"", 64)
    assert station.retention.preview(boss, DataKind.MATERIALS).count == 0


def test_a_draft_nobody_finished_goes_after_a_month(
    station: Counter, boss: Actor, security: Actor, clerk: Actor, go: Go
) -> None:
    station.drafts.save(clerk, "d1", "registration", NAME, "{}")
    go(date(2026, 12, 19))
    assert station.retention.preview(boss, DataKind.DRAFTS).count == 0
    go(date(2026, 12, 20))
    order = order_for(station, boss, DataKind.DRAFTS)
    station.retention.approve(security, key(), order.order_id, order.version)
    station.retention.carry_out(security, order.order_id)
    assert station.drafts.open(clerk) == ()
    assert told_of(station, NAME) == []


def test_the_trail_is_shown_with_its_term_and_not_purged(station: Counter, boss: Actor) -> None:
    [trail] = [row for row in station.retention.page(boss).terms if row.retention.kind is DataKind.TRAIL]
    assert (trail.retention.floor, trail.months, trail.retention.purged) == (6, 36, False)
    with pytest.raises(NotPossible, match="归档"):
        station.retention.preview(boss, DataKind.TRAIL)
