"""A window, a key on a stick, and a telephone's secret."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.devices.token import key_file
from desktop.devices.token.key_file import KeyFiles
from desktop.domain import totp
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import key
from tests.services.second_factors.factors import Window, typed, window_of


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(key_file, "KIB", 64)  # a PIN need not be slow here
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def window(station: Counter, stick: Path) -> Window:
    return window_of(station, KeyFiles(lambda: [stick]), stick)


@pytest.fixture
def place(window: Window, clerk: Actor) -> str:
    """The clerk's key, registered; where it is."""
    window.factors.make_token(clerk, key(), typed(window))
    [found] = window.sign_in.keys_present()
    return found


@pytest.fixture
def secret(window: Window, clerk: Actor, clock: Any) -> bytes:
    """The secret of the clerk's telephone, registered a while ago."""
    made = window.factors.new_code(clerk, "test-pass-1")
    code = totp.code(made.secret, totp.step_of(clock.moment))
    window.factors.register_code(clerk, key(), made, "手机", code)
    clock.moment += timedelta(minutes=5)
    return made.secret
