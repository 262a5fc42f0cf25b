"""Blanks at windows of one server: of two that want the same one is told, and without the server all of them wait."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.domain.errors import NotPossible, ServerAway
from desktop.services.ports import Folders
from installer.scratch_server import ScratchServer
from tests.conftest import FakeClock, Template
from tests.patience import Steady
from tests.services.outage import line_of
from tests.services.served_window import Window, made, own

__all__ = ["made", "own"]  # a station on a server of its own


@pytest.fixture
def windows(
    own: ScratchServer, made: Template, tmp_path: Path, shared_cache: Path, clock: FakeClock
) -> Iterator[tuple[Window, Window]]:
    both = [Window(own, made, Folders(tmp_path / name, shared_cache), clock) for name in ("one", "two")]
    yield both[0], both[1]
    for window in both:
        window.counter.close()


def test_the_same_blank_at_two_windows_and_at_one_without_the_server(
    windows: tuple[Window, Window], made: Template, own: ScratchServer, steady: Steady
) -> None:
    one, two = windows
    keeper = made.officer
    for window in windows:
        window.counter.office.rights.seat(keeper)
    one.counter.blanks.receive(keeper, str(uuid.uuid4()), "JN0001", "JN0010")
    one.counter.blanks.move_to_counter(keeper, str(uuid.uuid4()), "JN0001", "JN0005", 3)
    with pytest.raises(NotPossible, match="JN0005在3号窗口"):
        two.counter.blanks.move_to_counter(keeper, str(uuid.uuid4()), "JN0005", "JN0006", 4)
    line_of(two.counter).tend()
    own.stop("fast")
    deeds: tuple[Callable[[], object], ...] = (
        lambda: two.counter.blanks.find("JN0006"),  # whoever looks first does not hear that there is none
        lambda: two.counter.blanks.balance(two.counter.office.today()),
        lambda: two.counter.blanks.at_counter(4),
        lambda: two.counter.blanks.move_to_counter(keeper, str(uuid.uuid4()), "JN0006", "JN0007", 4),
        lambda: two.counter.blanks.receive(keeper, str(uuid.uuid4()), "JN0011", "JN0020"),
    )
    for deed in deeds:
        with pytest.raises(ServerAway, match="这一项要等恢复后再办"):
            deed()
    own.start()
    two.back(steady)
    two.counter.blanks.move_to_counter(keeper, str(uuid.uuid4()), "JN0006", "JN0007", 4)
    assert two.counter.blanks.find("JN0006").counter_number == 4
    assert two.counter.blanks.balance(two.counter.office.today()).balanced
