"""Accounts whose names look like somebody else's: one form, one letter set, nothing that is easily mistaken."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from desktop.domain.errors import BadInput, CounterError
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.services.staff_rows import NewAccount


@pytest.fixture
def boss(template: Any) -> Actor:
    return template.administrator  # type: ignore[no-any-return]


def add(station: Counter, boss: Actor, sign_in_name: str, name: str = "测试新人") -> Any:
    return station.staff.add(boss, str(uuid.uuid4()), NewAccount(sign_in_name, name))


@pytest.mark.parametrize(
    "name",
    [
        "officer",
        "OFFICER",
        "0fficer",
        "ｏｆｆｉｃｅｒ",
        " officer ",
        "off1cer",
        "offlcer",
        "0FFLCER",
    ],
)
def test_a_sign_in_name_that_looks_like_anothers_is_refused(station: Counter, boss: Actor, name: str) -> None:
    with pytest.raises(BadInput) as caught:
        add(station, boss, name)
    assert caught.value.field == "sign_in_name"
    assert "测试民警" in str(caught.value.message)


@pytest.mark.parametrize(
    "name",
    [
        "оfficer",  # Cyrillic о  # noqa: RUF003
        "οfficer",  # Greek ο  # noqa: RUF003
        "offi\u200bcer",
        "officer\u202e",
        "o\u0301fficer",
        "o-fficer",
        "officer;",
        "ｆ",
        "o" * 31,
    ],
)
def test_a_sign_in_name_of_other_letters_is_none(station: Counter, boss: Actor, name: str) -> None:
    with pytest.raises(BadInput) as caught:
        add(station, boss, name)
    assert caught.value.field == "sign_in_name"


def test_whoever_types_a_lookalike_is_not_let_in_for_another(station: Counter) -> None:
    for name in ("0fficer", "оfficer", "officer\u200b", "officer'--"):  # noqa: RUF001
        with pytest.raises(CounterError):
            station.sign_in.sign_in(name, "test-pass-4", 5)
    assert station.sign_in.sign_in("ＯＦＦＩＣＥＲ", "test-pass-4", 5).name == "测试民警"


def test_a_name_on_the_screen_holds_nothing_that_nobody_sees(station: Counter, boss: Actor) -> None:
    for name in ("测试\u202e民警", "测试\u200b民警", "测试民警\ufeff", "测试\ue000"):
        with pytest.raises(BadInput) as caught:
            add(station, boss, "newone", name)
        assert caught.value.field == "name"
