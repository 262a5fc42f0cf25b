from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import EnvironmentTrouble, NotPossible
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from printing import cups
from printing.preview import page_count
from tests.services.producing import Granted, blanks, granted

__all__ = ["blanks", "granted"]


def journal(station: Counter, action: str) -> int:
    with station.office.database.engine.connect() as connection:
        asked = text("select count(*) from journal_entry where action = :action")
        return int(connection.execute(asked, {"action": action}).scalar_one())


@pytest.fixture
def serial(blanks: Counter, clerk: Actor, granted: Granted) -> str:  # noqa: F811 - fixtures
    return blanks.production.reserve(clerk, str(uuid.uuid4()), [granted(1)])[0].serial


def test_a_card_has_two_sides_and_is_the_same_each_time(station: Counter, serial: str) -> None:
    pdf = station.card_prints.pdf(serial)
    assert page_count(pdf) == 2
    assert station.card_prints.pdf(serial) == pdf


def test_nothing_is_drawn_for_a_blank_without_a_card(blanks: Counter) -> None:  # noqa: F811
    with pytest.raises(NotPossible):
        blanks.card_prints.pdf("JN0009")


def test_a_card_goes_to_its_printer_at_its_own_size(
    station: Counter, clerk: Actor, serial: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Any] = []

    def send(pdf: bytes, printer: str, title: str, *, media: str, tray: str, sides: str) -> str:
        sent.append((pdf, printer, title, media, tray, sides))
        return "card-1"

    monkeypatch.setattr(cups, "send", send)
    assert station.card_prints.send(clerk, serial, "card") == "card-1"
    assert sent == [(station.card_prints.pdf(serial), "card", serial, cups.CARD_MEDIA, "", "")]
    assert journal(station, "print_card") == 1


def test_a_card_is_saved_under_its_serial(
    station: Counter, clerk: Actor, serial: str, tmp_path: Path
) -> None:
    path = station.card_prints.save(clerk, serial, tmp_path)
    assert path == tmp_path / f"{serial}.pdf"
    assert path.read_bytes() == station.card_prints.pdf(serial)
    with pytest.raises(EnvironmentTrouble):
        station.card_prints.save(clerk, serial, tmp_path / "nowhere")
    assert journal(station, "save_card") == 1
