"""Signing in while the station's server is away: who may, for how long, and what is known of it afterwards."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.devices.token import key_file
from desktop.devices.token.key_file import KeyFiles
from desktop.domain.errors import BadInput, CounterError, FactorDue, NotPossible, ServerAway
from desktop.services.counter import Counter
from desktop.services.factor_rows import FactorRule
from desktop.services.second_factors import SecondFactors
from desktop.services.seen_here import SeenHere
from desktop.services.sign_in import SignIn
from tests.conftest import FakeClock, Template
from tests.services.outage import CutServer, line_of, make_window, rows
from tests.services.test_without_server import a_server

pytestmark = pytest.mark.file_only
NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)


class Shelf:
    """A place for small things, without a database."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def put(self, name: str, content: bytes) -> None:
        self.kept[name] = content


@pytest.mark.parametrize(
    ("days", "after", "lets"), [(7, 7, True), (7, 8, False), (1, 2, False), (30, 30, True)]
)
def test_it_is_the_last_days_that_count(days: int, after: int, lets: bool) -> None:
    seen = SeenHere(Shelf())
    seen.remember(7, 3, NOW)
    later, rule = NOW + timedelta(days=after), FactorRule(offline_days=days)
    if lets:
        assert seen.check(7, later, rule) == NOW
    else:
        with pytest.raises(NotPossible, match=f"最近{days}天"):
            seen.check(7, later, rule)


def test_a_clock_set_back_makes_no_day_longer() -> None:
    seen, rule = SeenHere(Shelf()), FactorRule(offline_days=7)
    seen.remember(7, 3, NOW)
    with pytest.raises(NotPossible):
        seen.check(8, NOW + timedelta(days=8), rule)
    with pytest.raises(NotPossible):
        seen.check(7, NOW + timedelta(days=1), rule)


def test_a_clock_that_was_ahead_for_a_while_does_no_harm() -> None:
    seen, rule = SeenHere(Shelf()), FactorRule(offline_days=7)
    seen.remember(8, 3, NOW + timedelta(days=9000))
    seen.remember(7, 3, NOW)
    assert seen.check(7, NOW + timedelta(days=1), rule) == NOW
    with pytest.raises(NotPossible):
        seen.check(8, NOW + timedelta(days=1), rule)


def test_nobody_signs_in_where_the_rule_says_no_days_and_the_unknown_are_told_alike() -> None:
    seen = SeenHere(Shelf())
    seen.remember(7, 3, NOW)
    with pytest.raises(NotPossible, match="不能登录"):
        seen.check(7, NOW, FactorRule(offline_days=0))
    told = []
    for who in (8, None):
        with pytest.raises(NotPossible) as caught:
            seen.check(who, NOW, FactorRule())
        told.append(str(caught.value))
    assert told[0] == told[1]


def test_who_was_not_here_for_long_is_forgotten() -> None:
    shelf = Shelf()
    seen = SeenHere(shelf)
    seen.remember(7, 3, NOW)
    seen.remember(8, 3, NOW + timedelta(days=31))
    assert list(json.loads(shelf.kept["signed_in_here"])["staff"]) == ["8"]


@pytest.fixture
def server(template: Template, tmp_path: Path) -> Iterator[CutServer]:
    made = a_server(template, tmp_path / "server")
    yield made
    made.cut = False
    made.close()


@pytest.fixture
def window(server: CutServer, tmp_path: Path, shared_cache: Path, clock: FakeClock) -> Iterator[Counter]:
    """A window at which the first clerk signed in with the server there."""
    (tmp_path / "window").mkdir()
    made = make_window(tmp_path / "window", shared_cache, clock, server)
    made.sign_in.sign_in("one", "test-pass-1", 3)
    line_of(made).tend()
    yield made
    server.cut = False
    made.close()


def refused(window: Counter, name: str, password: str) -> CounterError:
    with pytest.raises(CounterError) as caught:
        window.sign_in.sign_in(name, password, 3)
    return caught.value


def actions(server: CutServer) -> list[str]:
    return [
        row[0] for row in rows(server, "select action from journal_entry order by counter_number, sequence")
    ]


def test_who_was_here_signs_in_and_the_trail_says_how(window: Counter, server: CutServer) -> None:
    server.cut = True
    actor = window.sign_in.sign_in("one", "test-pass-1", 3)
    assert actor.name == "测试一"
    window.sign_in.locked(actor)
    assert isinstance(refused(window, "one", "wrong-one-0"), BadInput)
    window.sign_in.unlock(actor, "test-pass-1")
    window.sign_in.sign_out(actor)
    server.cut = False
    line_of(window).tend()
    found = actions(server)
    at = found.index("sign_in_offline")
    assert found[at : at + 5] == ["sign_in_offline", "lock", "sign_in_failed", "unlock", "sign_out"]
    window.sign_in.sign_in("one", "test-pass-1", 3)
    assert actions(server).count("sign_in_offline") == 1


def test_nobody_else_does_and_none_of_their_verifiers_is_here(window: Counter, server: CutServer) -> None:
    store = line_of(window).switch.store
    kept = rows(store, "select sign_in_name from staff where password_hash <> '' order by sign_in_name")
    assert [row[0] for row in kept] == ["one"]
    server.cut = True
    told = {str(refused(window, name, "test-pass-2")) for name in ("two", "nobody")}
    assert len(told) == 1
    assert "最近7天在本窗口登录过" in told.pop()


def test_not_after_the_days_of_the_rule(window: Counter, server: CutServer, clock: FakeClock) -> None:
    server.cut = True
    clock.moment += timedelta(days=7, hours=1)
    assert "最近7天" in str(refused(window, "one", "test-pass-1"))
    clock.moment -= timedelta(days=7)
    assert "最近7天" in str(refused(window, "one", "test-pass-1"))


def test_who_was_disabled_is_out_from_the_next_contact_on(
    window: Counter, server: CutServer, template: Template
) -> None:
    boss = template.administrator
    row = next(each for each in window.staff.list(boss).rows if each.sign_in_name == "one")
    window.staff.disable(boss, row.staff_id, row.version)
    line_of(window).copy.everything()
    server.cut = True
    assert isinstance(refused(window, "one", "test-pass-1"), BadInput)


def test_wrong_tries_wait_and_a_restart_does_not_help(
    window: Counter, server: CutServer, clock: FakeClock, tmp_path: Path, shared_cache: Path
) -> None:
    server.cut = True
    for _ in range(4):
        assert isinstance(refused(window, "one", "wrong-one-0"), BadInput)
    assert "还要等1分钟" in str(refused(window, "one", "wrong-one-0"))
    clock.moment -= timedelta(hours=1)
    again = make_window(tmp_path / "window", shared_cache, clock, server)
    try:
        assert "还要等1分钟" in str(refused(again, "one", "test-pass-1"))
    finally:
        again.close()


def test_a_second_factor_is_asked_without_the_server_too_and_none_is_registered(
    window: Counter,
    server: CutServer,
    template: Template,
    tmp_path: Path,
    clock: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(key_file, "KIB", 64)
    stick = tmp_path / "stick"
    stick.mkdir()
    reader = KeyFiles(lambda: [stick])
    service = SignIn(window.office, window.journal, reader)
    factors = SecondFactors(window.office, window.journal, reader)
    typed = {
        "old_password": "test-pass-1",
        "drive": str(stick),
        "factor_name": "蓝色U盘",
        "new_pin": "204080",
        "new_pin_again": "204080",
    }
    factors.make_token(template.clerk, str(uuid.uuid4()), typed)
    line_of(window).copy.everything()
    server.cut = True
    with pytest.raises(FactorDue) as caught:
        service.sign_in("one", "test-pass-1", 3)
    [place] = service.keys_present()
    assert service.sign_in_with_token(caught.value.half, place, "204080").name == "测试一"
    with pytest.raises(ServerAway):
        factors.make_token(template.clerk, str(uuid.uuid4()), {**typed, "factor_name": "第二把"})
    assert len(list(stick.iterdir())) == 1


def test_a_password_is_not_changed_without_the_server(window: Counter, server: CutServer) -> None:
    server.cut = True
    actor = window.sign_in.sign_in("one", "test-pass-1", 3)
    with pytest.raises(ServerAway):
        window.own_password.change(actor, "test-pass-1", "willow-22", "willow-22")
