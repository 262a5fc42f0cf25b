from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.codes import Role
from desktop.domain.errors import BadInput
from desktop.domain.second_factor import (
    LASTS,
    Challenge,
    read_factor_name,
    read_pin,
    read_roles,
    roles_text,
)

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
ASKED = Challenge("370102006", 3, 7, NOW, b"n" * 32)


@pytest.mark.parametrize(
    "other",
    [
        {"station": "370102007"},
        {"counter_number": 4},
        {"staff_id": 8},
        {"at": NOW + timedelta(microseconds=1)},
        {"nonce": b"m" * 32},
    ],
)
def test_what_is_signed_is_bound_to_station_counter_person_time_and_nonce(other: dict[str, object]) -> None:
    assert replace(ASKED, **other).to_sign() != ASKED.to_sign()  # type: ignore[arg-type]
    assert replace(ASKED).to_sign() == ASKED.to_sign()


def test_a_challenge_ends_and_never_begins_before_it_was_made() -> None:
    assert ASKED.fresh(NOW)
    assert ASKED.fresh(NOW + LASTS)
    assert not ASKED.fresh(NOW + LASTS + timedelta(microseconds=1))
    assert not ASKED.fresh(NOW - timedelta(microseconds=1))


@pytest.mark.parametrize("typed", ["12345", "111111", "123456", "654321", "abcdef", "", "9" * 65])
def test_a_pin_that_is_easily_guessed_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="6至64个字符") as caught:
        read_pin(typed, typed)
    assert caught.value.field == "new_pin"


def test_a_pin_is_typed_twice() -> None:
    assert read_pin("204080", "204080") == "204080"
    with pytest.raises(BadInput) as caught:
        read_pin("204080", "204081")
    assert caught.value.field == "new_pin_again"


def test_a_key_has_a_name() -> None:
    assert read_factor_name(" 蓝色U盘 ") == "蓝色U盘"
    with pytest.raises(BadInput):
        read_factor_name("  ")


def test_roles_are_stored_and_read_and_those_of_another_program_passed_over() -> None:
    roles = frozenset(role for role in Role if role.value)
    assert read_roles(roles_text(roles)) == roles
    assert read_roles("officer,wizard") == {Role.OFFICER}
    assert read_roles("") == frozenset()
