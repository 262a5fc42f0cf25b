"""A page that comes into sight is painted a band a turn, from the top; until then what was seen before stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.unveil import BAND, is_unveiled, unveil, unveil_part

WIDTH, HEIGHT = 300, 3 * BAND + 50
MIDDLES = [BAND // 2, BAND * 3 // 2, BAND * 5 // 2, 3 * BAND + 25]


class Page(QWidget):
    """One colour; remembers which bands it was asked to paint."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.colour, self.bands = "red", list[int]()
        self.resize(WIDTH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is asked for."""
        self.bands.append(event.rect().height())
        QPainter(self).fillRect(event.rect(), QColor(self.colour))


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(WIDTH, HEIGHT)
    made = Page(host)
    host.show()
    qtbot.waitUntil(lambda: bool(made.bands))
    yield made
    host.close()


def seen(page: Page) -> list[str]:
    """The colours on the screen itself, a band each: to grab the widget would paint it."""
    window = page.window()
    picture = QApplication.primaryScreen().grabWindow(window.winId()).toImage()
    return [picture.pixelColor(WIDTH // 2, middle).name() for middle in MIDDLES]


def test_a_band_a_turn_from_the_top_and_the_old_picture_stays_until_then(qtbot: QtBot, page: Page) -> None:
    red, blue = QColor("red").name(), QColor("blue").name()
    page.bands.clear()
    page.colour = "blue"
    page.update()
    unveil(page)
    pictures: list[list[str]] = []

    def done() -> bool:
        now = seen(page)
        if not pictures or pictures[-1] != now:
            pictures.append(now)
        return is_unveiled(page.window()) and now == [blue] * 4

    qtbot.waitUntil(done)
    assert page.bands == [BAND, BAND, BAND, 50]
    assert all(each == [blue] * each.count(blue) + [red] * each.count(red) for each in pictures)


def test_what_is_shown_anew_in_the_middle_begins_again_and_is_whole_at_the_end(
    qtbot: QtBot, page: Page
) -> None:
    page.colour = "blue"
    page.update()
    unveil(page)
    qtbot.waitUntil(lambda: BAND in page.bands)
    page.colour = "green"
    page.update()
    unveil(page)
    qtbot.waitUntil(lambda: is_unveiled(page.window()) and seen(page) == [QColor("green").name()] * 4)


def test_a_blank_veil_hides_at_once_what_was_seen(qtbot: QtBot, page: Page) -> None:
    red = QColor("red").name()
    page.bands.clear()
    page.colour = "blue"
    page.update()
    unveil(page, blank=True)
    qtbot.waitUntil(lambda: bool(page.bands))
    assert red not in seen(page)
    qtbot.waitUntil(lambda: is_unveiled(page.window()))


def test_a_small_part_is_painted_as_it_is(page: Page) -> None:
    page.resize(WIDTH, BAND)
    unveil_part(page)
    assert is_unveiled(page.window())
