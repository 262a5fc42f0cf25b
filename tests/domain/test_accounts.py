from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.accounts import (
    PasswordRule,
    check_password,
    delay,
    folded,
    lookalike,
    read_limited,
    read_sign_in_name,
    still_to_wait,
)
from desktop.domain.errors import BadInput

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
RULE = PasswordRule()


@pytest.mark.parametrize("typed", ["Wang01", " wang01　", "ＷＡＮＧ０１", "wAng０1"])
def test_one_name_however_it_is_typed(typed: str) -> None:
    assert read_sign_in_name("sign_in_name", typed) == "wang01"


@pytest.mark.parametrize(
    "typed", ["", "w", "w" * 31, "wаng", "wang mei", "王芳", "wang\u200bmei", "a-b", "ﬀ\u0301"]
)
def test_a_name_of_other_letters_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="2至30个字母或数字") as caught:
        read_sign_in_name("sign_in_name", typed)
    assert caught.value.field == "sign_in_name"


def test_names_that_look_alike_are_one() -> None:
    assert lookalike("wang01") == lookalike("wangol") == lookalike(folded("WANGOI"))
    assert lookalike("wang2") != lookalike("wang3")


@pytest.mark.parametrize(
    ("password", "rule", "right"),
    [
        ("abcdefg1", RULE, True),
        ("abcdef1", RULE, False),
        ("abcdefgh", RULE, False),
        ("abcdefg1", PasswordRule(kinds=3), False),
        ("abcdef1!", PasswordRule(kinds=3), True),
        ("abcdef1!", PasswordRule(shortest=12), False),
        ("xWANG01x!", RULE, False),
        ("ｗａｎｇ０１!9", RULE, False),
    ],
)
def test_what_a_password_must_be(password: str, rule: PasswordRule, right: bool) -> None:
    if right:
        check_password(password, "new_password", rule, "wang01")
    else:
        with pytest.raises(BadInput) as caught:
            check_password(password, "new_password", rule, "wang01")
        assert caught.value.field == "new_password"


def test_a_password_lasts_its_days_and_with_none_for_ever() -> None:
    assert not RULE.expired(NOW, NOW + timedelta(days=90, seconds=-1))
    assert RULE.expired(NOW, NOW + timedelta(days=90))
    assert not PasswordRule(days=0).expired(NOW, NOW + timedelta(days=4000))


def test_the_delay_begins_at_the_limit_doubles_and_ends_at_half_an_hour() -> None:
    minutes = [delay(tries, RULE).total_seconds() / 60 for tries in (0, 4, 5, 6, 7, 8, 9, 10, 11, 4000)]
    assert minutes == [0, 0, 1, 2, 4, 8, 16, 30, 30, 30]


def test_a_clock_set_back_does_not_shorten_the_wait_nor_make_it_endless() -> None:
    assert still_to_wait(5, NOW, NOW + timedelta(seconds=20), RULE) == timedelta(seconds=40)
    assert still_to_wait(5, NOW, NOW + timedelta(seconds=60), RULE) == timedelta()
    assert still_to_wait(5, NOW, NOW - timedelta(days=1000), RULE) == timedelta(seconds=60)


@pytest.mark.parametrize("typed", ["", "7", "65", "-9", "9.5", "八", "99999"])
def test_the_shortest_password_is_never_under_eight(typed: str) -> None:
    with pytest.raises(BadInput, match="8至64"):
        read_limited("password_shortest", typed)
    assert read_limited("password_shortest", " １２ ") == 12
