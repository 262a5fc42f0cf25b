"""Which host of a server is tried first, and which not for a while."""

from __future__ import annotations

from desktop.models.hosts import HUNG_SECONDS, Hosts


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_whoever_served_last_is_tried_first() -> None:
    hosts = Hosts(3)
    assert hosts.order() == (0, 1, 2)
    hosts.serves(2)
    assert hosts.order() == (2, 0, 1)


def test_after_nobody_answered_another_begins() -> None:
    hosts = Hosts(3)
    hosts.nobody()
    assert hosts.order() == (1, 2, 0)


def test_who_hung_stands_last_for_a_while_and_then_in_its_turn() -> None:
    clock = Clock()
    hosts = Hosts(3, clock)
    hosts.refuses(0, after=2.0, patience=1.8)
    assert hosts.hangs(0)
    assert hosts.order() == (1, 2, 0)
    clock.now += HUNG_SECONDS
    assert hosts.order() == (0, 1, 2)
    assert not hosts.hangs(0)


def test_a_quick_refusal_and_serving_again_clear_it() -> None:
    hosts = Hosts(2)
    for clear in (lambda: hosts.refuses(0, after=0.01, patience=1.8), lambda: hosts.serves(0)):
        hosts.refuses(0, after=2.0, patience=1.8)
        clear()
        assert not hosts.hangs(0)
        assert hosts.order() == (0, 1)
