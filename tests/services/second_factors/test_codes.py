"""Codes of a telephone: each lets in once, and wrong ones count to the wait."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from desktop.domain import totp
from desktop.domain.errors import (
    BadInput,
)
from desktop.domain.second_factor import FactorKind
from desktop.services.rows import Actor
from tests.services.rivals import at_once
from tests.services.second_factors.factors import Window, half, refused, rows_of_wrong


def test_a_code_lets_in_once_and_wrong_ones_do_not(
    window: Window, secret: bytes, clerk: Actor, clock: Any
) -> None:
    def now(off: int = 0) -> str:
        return totp.code(secret, totp.step_of(clock.moment) + off)

    due = half(window)
    assert due.kinds == (FactorKind.CODE,)
    wrong = refused(lambda: window.sign_in.sign_in_with_code(due.half, now(5)))
    assert isinstance(wrong, BadInput)
    assert (wrong.field, "动态码不对" in str(wrong)) == ("code", True)
    used = now()
    assert window.sign_in.sign_in_with_code(due.half, used) == clerk
    assert "已经用过" in str(refused(lambda: window.sign_in.sign_in_with_code(half(window).half, used)))
    assert "已经用过" in str(refused(lambda: window.sign_in.sign_in_with_code(half(window).half, now(-1))))
    assert window.sign_in.sign_in_with_code(half(window).half, now(1)) == clerk
    clock.moment += timedelta(minutes=2)
    assert window.sign_in.sign_in_with_code(half(window).half, now(-1)) == clerk


def test_the_same_code_at_two_counters_at_once_lets_one_in(window: Window, secret: bytes, clock: Any) -> None:
    code = totp.code(secret, totp.step_of(clock.moment))
    names = [half(window, counter=number).half for number in (3, 4, 5)]
    came = at_once([lambda name=name: window.sign_in.sign_in_with_code(name, code) for name in names])
    assert sum(isinstance(one, Actor) for one in came) == 1
    assert all(isinstance(one, Actor) or "已经用过" in str(one) for one in came)


def test_a_clock_set_back_lets_no_old_code_in(
    window: Window, secret: bytes, clerk: Actor, clock: Any
) -> None:
    old, then = totp.code(secret, totp.step_of(clock.moment)), clock.moment
    clock.moment += timedelta(days=1)
    now = totp.code(secret, totp.step_of(clock.moment))
    assert window.sign_in.sign_in_with_code(half(window).half, now) == clerk
    clock.moment = then
    assert "校准时钟" in str(refused(lambda: window.sign_in.sign_in_with_code(half(window).half, old)))


def test_wrong_codes_count_to_the_wait_and_the_right_password_does_not_help(
    window: Window, secret: bytes, clock: Any, clerk: Actor
) -> None:
    for _ in range(4):
        refused(lambda: window.sign_in.sign_in_with_code(half(window).half, "000000"))
    assert "还要等1分钟" in str(
        refused(lambda: window.sign_in.sign_in_with_code(half(window).half, "000000"))
    )
    assert "还要等" in str(refused(lambda: window.sign_in.sign_in("one", "test-pass-1", 3)))
    clock.moment += timedelta(seconds=61)
    due = half(window)  # the right password neither forgives the wrong codes nor counts as one
    assert "还要等2分钟" in str(refused(lambda: window.sign_in.sign_in_with_code(due.half, "000000")))
    clock.moment += timedelta(minutes=2, seconds=1)
    code = totp.code(secret, totp.step_of(clock.moment))
    assert window.sign_in.sign_in_with_code(half(window).half, code) == clerk
    assert not rows_of_wrong(window)
