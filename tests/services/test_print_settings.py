"""How a counter prints: kept by itself, bounded, written down, and applied to what is sent and to nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop.domain.codes import PaperKind
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.domain.print_settings import PrintSetting, Sides, offset_words, read_offset
from desktop.services.counter import Counter
from desktop.services.paper_rows import CopyRow
from desktop.services.print_settings import QueueOffers
from desktop.services.rows import Actor
from printing import cups
from printing.preview import media_of, rasterise
from tests.services.asked import rows
from tests.services.printed import copy, paper  # noqa: F401
from tests.services.producing import blanks, granted  # noqa: F401
from tests.services.rivals import at_once
from tests.services.test_card_prints import serial  # noqa: F401

CERTIFICATE, CARD = PaperKind.REGISTRATION_CERTIFICATE, PaperKind.PERMIT_CARD
SET = PrintSetting(CERTIFICATE, "laser", "InputSlot=Tray2", Sides.LONG_EDGE, 12, -30)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the print service is given."""
    jobs: list[Any] = []

    def send(pdf: bytes, printer: str, title: str, **options: str) -> str:
        jobs.append((pdf, printer, title, options))
        return f"{printer}-{len(jobs)}"

    monkeypatch.setattr(cups, "send", send)
    return jobs


def setting(station: Counter, actor: Actor, kind: PaperKind = CERTIFICATE) -> PrintSetting:
    return next(one for one in station.print_settings.read(actor) if one.kind is kind)


def trail(station: Counter, action: str) -> list[tuple[Any, ...]]:
    return rows(station, f"select matter, detail from journal_entry where action = '{action}'")  # noqa: S608


def ink(pdf: bytes) -> tuple[int, int, int, int]:
    it = rasterise(pdf, 0, 254)
    picture = Image.frombytes("RGB", (it.width, it.height), it.rgb, "raw", "RGB", it.stride).convert("L")
    box = picture.point(lambda value: 255 * (value < 128)).getbbox()
    assert box is not None
    return box


def test_what_was_never_set_goes_as_the_queue_does(station: Counter, clerk: Actor) -> None:
    assert station.print_settings.read(clerk) == tuple(PrintSetting(kind) for kind in PaperKind)


def test_a_change_is_stored_once_for_this_counter_and_written_down(
    station: Counter, clerk: Actor, template: Any
) -> None:
    settings = station.print_settings
    assert settings.change(clerk, [SET], []) == (CERTIFICATE,)
    assert settings.change(clerk, [SET], []) == ()  # the same request again
    assert setting(station, clerk) == SET
    assert setting(station, template.other) == PrintSetting(CERTIFICATE)
    moved = replace(SET, right=0, down=0)
    assert settings.change(clerk, [moved], [SET]) == (CERTIFICATE,)
    assert settings.change(clerk, [PrintSetting(CERTIFICATE)], [moved]) == (CERTIFICATE,)
    assert setting(station, clerk) == PrintSetting(CERTIFICATE)
    whole = "laser InputSlot=Tray2 two-sided-long-edge 向右1.2毫米 向下-3.0毫米"
    plain = "laser InputSlot=Tray2 two-sided-long-edge 向右0.0毫米 向下0.0毫米"
    assert trail(station, "set_counter_printer") == [
        ("居住登记凭证", f"“（未设置）”改为“{whole}”"),
        ("居住登记凭证", f"“{whole}”改为“{plain}”"),
        ("居住登记凭证", f"“{plain}”改为“（未设置）”"),
    ]


def test_what_somebody_changed_meanwhile_is_not_overwritten(station: Counter, clerk: Actor) -> None:
    station.print_settings.change(clerk, [SET], [])
    other = PrintSetting(PaperKind.ACCEPTANCE_RECEIPT, "laser")
    with pytest.raises(NotPossible, match="居住登记凭证"):
        station.print_settings.change(clerk, [other, replace(SET, right=5)], [])
    assert setting(station, clerk) == SET
    assert setting(station, clerk, PaperKind.ACCEPTANCE_RECEIPT).printer == ""  # all or none


def test_two_at_the_same_moment_one_is_told(station: Counter, clerk: Actor) -> None:
    acts: list[Callable[[], Any]] = [
        partial(station.print_settings.change, clerk, [replace(SET, right=right)], []) for right in (1, 2)
    ]
    done = at_once(acts)
    assert sorted(type(one).__name__ for one in done) == ["NotPossible", "tuple"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (replace(SET, right=101), "right"),
        (replace(SET, down=-101), "down"),
        (replace(SET, kind=CARD, right=21), "right"),
        (replace(SET, tray="media=A5"), "tray"),
        (replace(SET, printer=""), "printer"),
    ],
)
def test_what_no_printer_can_do_is_refused(
    station: Counter, clerk: Actor, sent: list[Any], wrong: PrintSetting, field: str
) -> None:
    for do in (
        lambda: station.print_settings.change(clerk, [wrong], []),
        lambda: station.print_settings.print_test_page(clerk, wrong),
    ):
        with pytest.raises(BadInput) as caught:
            do()
        assert caught.value.field == field
    assert sent == []


@pytest.mark.parametrize(
    ("typed", "tenths"),
    [("", 0), ("0", 0), ("1.5", 15), ("-0.8", -8), ("－0．8", -8), ("+3", 30), ("10.0", 100), ("2.50", 25)],
)
def test_millimetres_are_read_in_tenths(typed: str, tenths: int) -> None:
    assert read_offset("right", typed, CERTIFICATE) == tenths
    assert read_offset("right", offset_words(tenths), CERTIFICATE) == tenths


@pytest.mark.parametrize("typed", ["10.1", "-11", "1.55", "1,5", "x", "1e1", "--1", "99999"])
def test_what_is_no_offset_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="毫米"):
        read_offset("right", typed, CERTIFICATE)


def test_a_card_moves_less_far() -> None:
    assert read_offset("right", "2.0", CARD) == 20
    with pytest.raises(BadInput, match="-2至2"):
        read_offset("right", "2.1", CARD)


def test_the_paper_goes_as_set_and_the_stored_one_stays(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    sent: list[Any],
) -> None:
    station.print_settings.change(clerk, [SET], [])
    assert station.papers.last_printer(clerk, CERTIFICATE) == "laser"
    station.papers.send(clerk, copy.copy_id, "laser")
    [(pdf, printer, _, options)] = sent
    stored = station.papers.pdf(copy.copy_id)
    assert (printer, options["tray"], options["sides"]) == ("laser", SET.tray, SET.sides.value)
    assert media_of(pdf) == media_of(stored) == options["media"] == "A4"
    was, now = ink(stored), ink(pdf)
    assert [b - a for a, b in zip(was, now, strict=True)] == pytest.approx([12, -30, 12, -30], abs=1)


def test_another_queue_is_not_this_printer(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    sent: list[Any],
) -> None:
    station.print_settings.change(clerk, [SET], [])
    station.papers.send(clerk, copy.copy_id, "inkjet")
    [(pdf, printer, _, options)] = sent
    assert (printer, options["tray"], options["sides"]) == ("inkjet", "", "")
    assert pdf == station.papers.pdf(copy.copy_id)


def test_a_card_goes_as_set(station: Counter, clerk: Actor, serial: str, sent: list[Any]) -> None:  # noqa: F811
    station.print_settings.change(clerk, [PrintSetting(CARD, "card", right=-5, down=10)], [])
    station.card_prints.send(clerk, serial, "card")
    [(pdf, printer, title, options)] = sent
    assert (printer, title, options["media"]) == ("card", serial, cups.CARD_MEDIA)
    was, now = ink(station.card_prints.pdf(serial)), ink(pdf)
    assert (now[0] - was[0], now[1] - was[1]) == pytest.approx((-5, 10), abs=1)


@pytest.mark.parametrize(("kind", "media"), [(CERTIFICATE, "A4"), (CARD, cups.CARD_MEDIA)])
def test_the_test_page_goes_as_its_paper_would(
    station: Counter, clerk: Actor, sent: list[Any], kind: PaperKind, media: str
) -> None:
    tried = PrintSetting(kind, "laser", "InputSlot=Tray1", Sides.ONE, 8, -5)
    assert station.print_settings.print_test_page(clerk, tried) == "laser-1"
    [(pdf, printer, _, options)] = sent
    assert (printer, options) == (
        "laser",
        {"media": media, "tray": "InputSlot=Tray1", "sides": "one-sided"},
    )
    was, now = ink(station.print_settings.test_page(tried)), ink(pdf)
    assert (now[2] - was[2], now[1] - was[1]) == pytest.approx((8, -5), abs=1)
    assert len(trail(station, "print_test_page")) == 1
    assert setting(station, clerk, kind) == PrintSetting(kind)  # trying stores nothing


def test_the_test_page_of_a_kind_that_the_station_prints_on_a_roll_is_a_strip(station: Counter) -> None:
    folder = station.office.folders.data / "layouts"
    folder.mkdir(parents=True)
    (folder / "acceptance_receipt.toml").write_text('paper = "roll80"\n', "utf-8")
    page = station.print_settings.test_page(PrintSetting(PaperKind.ACCEPTANCE_RECEIPT, "roll"))
    assert media_of(page) == "Custom.80x120mm"


@pytest.fixture
def queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A machine whose `lpoptions` says this."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def says(words: str) -> None:
        for name, body in (("lpoptions", words), ("lpstat", "scheduler is running")):
            (folder / name).write_text(f"#!/bin/sh\n/bin/cat <<'END'\n{body}\nEND\n")
            (folder / name).chmod(0o755)

    return says


def test_a_queue_offers_its_trays(
    station: Counter, queue: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    queue("InputSlot/Media Source: *Auto Tray1\nDuplex/2-Sided Printing: *None DuplexNoTumble")
    assert station.print_settings.offers("laser") == QueueOffers(
        "laser", ("InputSlot=Auto", "InputSlot=Tray1"), two_sided=True
    )
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(EnvironmentTrouble, match="打印系统"):
        station.print_settings.offers("laser")
