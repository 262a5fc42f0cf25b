"""A window at which somebody signs in with two factors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.devices.token import key_file
from desktop.domain.errors import (
    BadInput,
    CounterError,
    FactorDue,
    PasswordDue,
)
from desktop.services.counter import Counter
from desktop.services.ports import Token, TokenReader
from desktop.services.second_factors import SecondFactors
from desktop.services.sign_in import SignIn
from tests.services.asked import rows

PIN = "204080"


@dataclass
class Window:
    """The two services of a counter with a stick of the test's in it."""

    sign_in: SignIn
    factors: SecondFactors
    stick: Path


class Card:
    """A key that never leaves its chip, as one behind PKCS#11 would be: the same interface, no file."""

    def __init__(self) -> None:
        self.name, self.pin, self.inside = "警务卡", PIN, True
        self._private = Ed25519PrivateKey.generate()
        self.public = f"Ed25519:{self._private.public_key().public_bytes_raw().hex()}"

    def sign(self, challenge: bytes) -> bytes:
        return self._private.sign(challenge)


class CardReader:
    """One slot."""

    def __init__(self) -> None:
        self.card: Card | None = None

    def drives(self) -> tuple[str, ...]:
        return ("slot 0",)

    def present(self) -> tuple[str, ...]:
        return ("slot 0",) if self.card else ()

    def open(self, place: str, pin: str) -> Token:
        assert self.card is not None
        if pin != self.card.pin:
            raise BadInput("pin", key_file._WRONG_PIN)
        return self.card

    def make(self, drive: str, name: str, pin: str) -> tuple[str, Token]:
        self.card = Card()
        self.card.name, self.card.pin = name, pin
        return drive, self.card

    def take_back(self, place: str) -> None:
        self.card = None


def window_of(station: Counter, reader: TokenReader, stick: Path) -> Window:
    office, journal = station.office, station.journal
    return Window(SignIn(office, journal, reader), SecondFactors(office, journal, reader), stick)


def typed(window: Window, **other: str) -> dict[str, str]:
    return {
        "old_password": "test-pass-1",
        "drive": str(window.stick),
        "factor_name": "蓝色U盘",
        "new_pin": PIN,
        "new_pin_again": PIN,
        **other,
    }


def half(window: Window, name: str = "one", password: str = "test-pass-1", counter: int = 3) -> FactorDue:  # noqa: S107
    with pytest.raises(FactorDue) as caught:
        window.sign_in.sign_in(name, password, counter)
    return caught.value


def refused(call: Callable[[], object]) -> CounterError:
    with pytest.raises(CounterError) as caught:
        call()
    assert not isinstance(caught.value, FactorDue | PasswordDue)
    return caught.value


def rows_of_wrong(window: Window) -> list[Any]:
    return rows(window_station(window), "select * from wrong_password")


def window_station(window: Window) -> Any:
    return type("Station", (), {"office": window.sign_in._office})()
