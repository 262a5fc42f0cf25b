"""What a printer is asked for, and what is told of a job while it runs, against a print service of our own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from printing import print_socket
from printing.barcode import modules
from printing.cups import send
from printing.documents import ORIGINAL, RegistrationCertificate
from printing.errors import BadDocument, BadPdf, NoPrinter, PrinterStopped
from printing.fonts import Fonts
from printing.layout import MM
from printing.offset import moved
from printing.pdfium import opened
from printing.preview import rasterise
from printing.queue_options import TRAY, QueueOptions, queue_options
from printing.queued_jobs import JobState, cancel, job_state, look
from printing.render import render
from printing.test_page import BARCODE_TEXT, QR_TEXT, SHORT_TEXT, TestPage, draw
from tests.printing.print_server import Server, add_queues, add_slow, asked_for, refill, run, started

TEN = 254
"""Dots an inch that are ten a millimetre."""


@pytest.fixture(scope="module")
def queues() -> Iterator[Server]:
    with started(by_port=True) as server:
        add_queues(server)
        add_slow(server)
        yield server


@pytest.fixture
def pdf(certificate: RegistrationCertificate, fonts: Fonts) -> bytes:
    return render(certificate, ORIGINAL, fonts)


def page(fonts: Fonts, width: float = 210, height: float = 297, **changed: float) -> bytes:
    offset = {"right": 0.0, "down": 0.0, **changed}
    made = TestPage(width, height, "office", "Tray2", offset["right"], offset["down"], date(2026, 11, 20))
    return draw(made, fonts)


def ink(pdf: bytes, number: int = 0) -> tuple[int, int, int, int]:
    """Where the ink begins and ends, from the left and upper edge in tenths of a millimetre."""
    box = image(pdf, TEN, number).convert("L").point(lambda value: 255 * (value < 128)).getbbox()
    assert box is not None
    return box


def image(pdf: bytes, dpi: float, number: int = 0) -> Image.Image:
    it = rasterise(pdf, number, dpi)
    return Image.frombytes("RGB", (it.width, it.height), it.rgb, "raw", "RGB", it.stride)


def test_a_queue_tells_its_trays_and_sides(queues: Server) -> None:
    trays = ("InputSlot=Auto", "InputSlot=Tray1", "InputSlot=Tray2")
    assert queue_options("slow") == QueueOptions(trays, two_sided=True)
    assert queue_options("office") == QueueOptions((), two_sided=True)
    with pytest.raises(NoPrinter, match="nowhere"):
        queue_options("nowhere")


def test_a_print_service_with_nothing_but_a_socket_tells_them_too() -> None:
    with started() as server:
        add_queues(server)
        add_slow(server)
        assert os.environ["CUPS_SERVER"] == str(server.folder / "cups.sock")
        trays = ("InputSlot=Auto", "InputSlot=Tray1", "InputSlot=Tray2")
        assert queue_options("slow") == QueueOptions(trays, two_sided=True)
        assert queue_options("office") == QueueOptions((), two_sided=True)
        with pytest.raises(NoPrinter, match="nowhere"):
            queue_options("nowhere")


def test_the_socket_is_the_one_that_cups_itself_would_ask(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "client.conf"
    monkeypatch.setattr(print_socket, "SETTINGS", (tmp_path / "none.conf", settings))
    monkeypatch.setattr(print_socket, "USUAL", (tmp_path / "none.sock",))
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    assert print_socket.place() is None
    settings.write_text("# ours\nServerName /run/ours.sock\n")
    assert print_socket.place() == Path("/run/ours.sock")
    settings.write_text("ServerName print.station\n")
    assert print_socket.place() is None
    monkeypatch.setenv("CUPS_SERVER", "/run/theirs.sock")
    assert print_socket.place() == Path("/run/theirs.sock")
    assert print_socket.offered("slow", ("InputSlot",), 1.0) == {}  # nobody answers there
    monkeypatch.setenv("CUPS_SERVER", "print.station:631")
    assert print_socket.place() is None


@pytest.mark.parametrize("option", ["InputSlot=", "InputSlot=a b", "media=A4", "InputSlot=Tray1,media=A5"])
def test_only_a_tray_is_a_tray(option: str) -> None:
    assert TRAY.fullmatch(option) is None


def test_tray_and_sides_are_asked_for_with_the_job(queues: Server, pdf: bytes) -> None:
    job = _sent_and_taken_back(queues, pdf)
    told = asked_for(queues, job)
    assert b"InputSlot\x00\x05Tray2" in told
    assert b"sides\x00\x13two-sided-long-edge" in told
    assert b"print-scaling\x00\x04none" in told
    assert b"media\x00\x02A4" in told


def _sent_and_taken_back(server: Server, pdf: bytes) -> str:
    job = send(pdf, "slow", "凭证", tray="InputSlot=Tray2", sides="two-sided-long-edge")
    cancel(job)
    server.until(lambda: job_state(job) is JobState.FINISHED)
    return job


def test_out_of_paper_is_told_while_the_job_waits_for_it(queues: Server, pdf: bytes) -> None:
    first, second = send(pdf, "slow", "一"), send(pdf, "slow", "二")
    queues.until(lambda: "media-empty" in look(first).alerts)
    now = look(first)
    assert (now.state, now.begun) == (JobState.PRINTING, True)
    assert (look(second).state, look(second).begun) == (JobState.WAITING, False)
    assert cancel(second)  # nothing of it can be in the tray
    assert look(second).state is JobState.FINISHED
    assert not look(second).begun
    assert not cancel(second)  # it was over: nobody says that again
    refill(queues)
    queues.until(lambda: job_state(first) is JobState.FINISHED)
    assert look(first).begun
    assert not cancel(first)


def test_a_job_taken_back_at_work_may_have_left_a_sheet(queues: Server, pdf: bytes) -> None:
    job = send(pdf, "slow", "一")
    queues.until(lambda: look(job).begun)
    assert not cancel(job)
    assert job_state(job) is JobState.FINISHED


def test_a_job_that_waits_in_a_stopped_queue_is_taken_back_unprinted(queues: Server, pdf: bytes) -> None:
    first = send(pdf, "slow", "一")
    queues.until(lambda: look(first).begun)
    second = send(pdf, "slow", "二")
    run("/usr/sbin/cupsdisable", "slow")
    try:
        assert look(second).state is JobState.STOPPED
        with pytest.raises(PrinterStopped):
            send(pdf, "slow", "三")
        assert cancel(second)
    finally:
        cancel(first)
        run("/usr/sbin/cupsenable", "slow")


def test_nobody_knows_a_job_that_is_not_there(queues: Server) -> None:
    assert look("office-99999").state is JobState.UNKNOWN
    assert not cancel("office-99999")


@pytest.mark.parametrize(("right", "down"), [(0.1, 0.0), (-3.2, 5.7), (4.0, -4.0)])
def test_the_page_moves_by_what_was_set_and_its_paper_stays(
    queues: Server, pdf: bytes, right: float, down: float
) -> None:
    job = send(moved(pdf, right, down), "office", "凭证")
    queues.until(lambda: job_state(job) is JobState.FINISHED)
    printed = queues.printed("office")
    with opened(printed) as document:
        assert document[0].get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.1 * MM)
    was, now = ink(pdf), ink(printed)
    # one tenth of a millimetre is one dot here; a dot at either end may fall the other way
    assert [b - a for a, b in zip(was, now, strict=True)] == pytest.approx(
        [round(10 * right), round(10 * down)] * 2, abs=1
    )


def test_every_page_moves_and_no_offset_leaves_the_bytes(fonts: Fonts) -> None:
    both = draw(TestPage(210, 297, "office", "", 0, 0, date(2026, 11, 20), both_sides=True), fonts)
    assert moved(both, 0, 0) is both
    there = moved(both, -2.5, 1.5)
    for number in (0, 1):
        was, now = ink(both, number), ink(there, number)
        assert (now[0] - was[0], now[1] - was[1]) == pytest.approx((-25, 15), abs=1)


@pytest.mark.parametrize("offset", [(10.1, 0), (0, -10.1), (float("nan"), 0)])
def test_an_offset_is_bounded(pdf: bytes, offset: tuple[float, float]) -> None:
    with pytest.raises(BadDocument, match="10毫米"):
        moved(pdf, *offset)


def test_what_is_no_pdf_is_not_moved() -> None:
    with pytest.raises(BadPdf):
        moved(b"no pdf", 1, 1)


def test_the_test_page_comes_out_true(queues: Server, fonts: Fonts) -> None:
    """Its crosses are 10 mm from the edges, its codes are read at 203 and 300 dpi and are as wide as it says."""
    job = send(page(fonts), "office", "测试页")
    queues.until(lambda: job_state(job) is JobState.FINISHED)
    printed = queues.printed("office")
    # the arms of the crosses reach 5 mm outwards
    assert ink(printed) == pytest.approx((50, 50, 2050, 2920), abs=1)
    for dpi in (203, 300):  # a head prints black or nothing
        dots = image(printed, dpi).convert("L").point(lambda value: 255 * (value > 127))
        found = {it.text: it for it in zxingcpp.read_barcodes(dots)}
        assert set(found) == {BARCODE_TEXT, QR_TEXT}
    at, dot = found[BARCODE_TEXT].position.top_left, 600 / 25.4
    fine = image(printed, 600).convert("L")
    line = fine.crop((round(20 * dot), 2 * at.y + 40, round(75 * dot), 2 * at.y + 41))
    bars = line.point(lambda value: 255 * (value < 128)).getbbox()
    assert bars is not None
    assert (bars[2] - bars[0]) / dot == pytest.approx(len(modules(BARCODE_TEXT)) * 0.254, abs=0.1)


@pytest.mark.parametrize("size", [(148, 210), (85.6, 53.98), (80, 120)])
def test_smaller_papers_have_their_own_test_page(fonts: Fonts, size: tuple[float, float]) -> None:
    made = page(fonts, *size)
    inset = 50 if min(size) >= 140 else 10
    box = ink(made)
    assert box == pytest.approx((inset, inset, 10 * size[0] - inset, 10 * size[1] - inset), abs=2)
    found = {it.text for it in zxingcpp.read_barcodes(image(made, 300))}
    assert found == {BARCODE_TEXT if min(size) >= 140 else SHORT_TEXT, QR_TEXT}


def test_a_queue_with_a_name_that_no_font_has_still_gets_its_page(fonts: Fonts) -> None:
    strange = TestPage(210, 297, "打印机\U000f0000", "", 0, 0, date(2026, 11, 20))
    assert draw(strange, fonts).startswith(b"%PDF")
