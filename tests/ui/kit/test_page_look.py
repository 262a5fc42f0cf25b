"""A paper looked at: the latest question only, every size seen whole, a strip as wide as it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import CounterError, NotPossible, sentence
from desktop.services.paper_rows import PagePicture
from desktop.ui.kit.background import Inline
from desktop.ui.kit.page_look import PageLook
from desktop.ui.kit.page_preview import A4, AIR, Preview
from desktop.ui.kit.theme import Look

SIZES = {"a4": A4, "a5": (148 / 25.4, 210 / 25.4), "roll": (80 / 25.4, 320 / 25.4)}


def pixels(inches: tuple[float, float], _pdf: bytes, page: int, dpi: float) -> PagePicture:
    width, height = (round(side * dpi) for side in inches)
    return PagePicture(width, height, 3 * width, bytes(3 * width * height), page, 2)


class Later(Inline):
    """Answers when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []

    def run(self, job: Any, done: Any, failed: Any, **how: Any) -> Any:
        given = super().run(lambda: None, lambda _: None, failed)

        def answer() -> None:
            if given.wanted:
                done(job())

        self.waiting.append(answer)
        return given


def see(qtbot: QtBot, size: str) -> tuple[PageLook, Preview]:
    look, preview = PageLook(partial(pixels, SIZES[size]), Inline()), Preview("单据预览")
    qtbot.addWidget(preview)
    preview.wanted.connect(look.look_at)
    look.seen.connect(lambda: preview.show_picture(look.picture, "", look.inches))
    preview.resize(600, 700)
    preview.show()
    look.show(lambda: b"%PDF")
    preview.ask()
    return look, preview


@pytest.mark.parametrize("size", ["a4", "a5"])
def test_a_page_of_any_size_is_seen_whole_and_as_large_as_there_is_room(
    qtbot: QtBot, look: Look, size: str
) -> None:
    shown, preview = see(qtbot, size)
    room = preview.contentsRect().size()

    def fits() -> None:
        picture = shown.picture
        assert picture is not None
        assert picture.width <= room.width() - 2 * AIR + 1
        assert picture.height <= room.height() - 2 * AIR + 1
        over = (room.width() - 2 * AIR - picture.width, room.height() - 2 * AIR - picture.height)
        assert min(over) <= 2

    qtbot.waitUntil(fits)


def test_a_strip_is_seen_as_wide_as_it_is_and_scrolled(qtbot: QtBot, look: Look) -> None:
    shown, preview = see(qtbot, "roll")
    qtbot.waitUntil(lambda: preview.verticalScrollBar().maximum() > 0)
    picture = shown.picture
    assert picture is not None
    assert picture.width == pytest.approx(SIZES["roll"][0] * preview.logicalDpiX(), abs=2)


def test_only_what_is_looked_at_now_is_answered(qapp: object) -> None:
    runner = Later()
    look = PageLook(partial(pixels, A4), runner)
    look.look_at(50.0)
    look.show(lambda: b"first")
    look.show(None)
    for answer in runner.waiting:
        answer()
    assert (look.ready, look.picture) == (False, None)


def test_what_cannot_be_drawn_says_why_and_the_next_is_seen(qapp: object) -> None:
    look = PageLook(partial(pixels, A4), Inline())
    look.look_at(50.0)

    def broken() -> bytes:
        raise NotPossible(sentence("errors", "没有这份单据。"))

    look.show(broken)
    assert isinstance(look.unseen, CounterError)
    look.show(lambda: b"whole")
    assert look.unseen is None
    assert (look.page, look.pages) == (0, 2)
    look.turn_over()
    look.turn(5)
    assert look.page == 1
    look.turn_over()
    assert look.page == 0
