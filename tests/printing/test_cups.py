from __future__ import annotations

import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp

from printing.cups import CARD_MEDIA, PrinterState, printers, send
from printing.documents import ORIGINAL, PermitCard, RegistrationCertificate
from printing.errors import (
    JobRejected,
    NoPrinter,
    NoPrintingSystem,
    PrinterStopped,
    PrinterTimeout,
)
from printing.fonts import Fonts
from printing.layout import A4, MM
from printing.pdfium import opened
from printing.preview import rasterise
from printing.queued_jobs import JobState, job_state
from printing.read_back import check
from printing.render import render
from printing.sheet import BAR_HEIGHT, barcode_place
from tests.printing.print_server import Server, add_queues, run, started

CARD_PPD = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "CARD.PPD"
*Manufacturer: "Test"
*Product: "(Card Printer)"
*ModelName: "Card Printer"
*ShortNickName: "Card Printer"
*NickName: "Card Printer"
*PSVersion: "(3010.107) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*LandscapeOrientation: Plus90
*cupsFilter: "application/vnd.cups-pdf 0 -"
*OpenUI *PageSize/Card: PickOne
*DefaultPageSize: CR80
*PageSize CR80/CR80: "<</PageSize[{w} {h}]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: CR80
*PageRegion CR80/CR80: "<</PageSize[{w} {h}]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: CR80
*ImageableArea CR80/CR80: "0 0 {w} {h}"
*DefaultPaperDimension: CR80
*PaperDimension CR80/CR80: "{w} {h}"
{more}"""

ANY_SIZE = """\
*VariablePaperSize: True
*HWMargins: 0 0 0 0
*MaxMediaWidth: "300"
*MaxMediaHeight: "3000"
*NonUIOrderDependency: 100 AnySetup *CustomPageSize
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]>>setpagedevice"
*ParamCustomPageSize Width: 1 points 100 300
*ParamCustomPageSize Height: 2 points 100 3000
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 3
"""

CARD_QUEUES = {
    "upright": CARD_PPD.format(w=153, h=243, more=""),  # how most card printers feed
    "across": CARD_PPD.format(w=243, h=153, more=""),
    "any_size": CARD_PPD.format(w=153, h=243, more=ANY_SIZE),
}


@pytest.fixture(scope="module")
def queues() -> Iterator[Server]:
    with started() as server:
        add_queues(server)
        yield server


@pytest.fixture
def card_queues() -> Iterator[Server]:
    """A server of its own with printers of cards, for one test: another may be up at the same time."""
    with started() as server:
        for name, description in CARD_QUEUES.items():
            ppd = server.folder / f"{name}.ppd"
            ppd.write_text(description)
            device = f"file:{server.folder}/out/{name}.pdf"
            run("/usr/sbin/lpadmin", "-p", name, "-E", "-v", device, "-P", str(ppd))
        yield server


@pytest.fixture
def pdf(certificate: RegistrationCertificate, fonts: Fonts) -> bytes:
    return render(certificate, ORIGINAL, fonts)


def test_a_server_without_queues_has_no_printers() -> None:
    with started():
        assert printers() == ()


def test_printers_are_listed_with_what_they_would_do_now(queues: Server) -> None:
    found = {it.name: it for it in printers()}
    assert {name: it.state for name, it in found.items()} == {
        "held": PrinterState.IDLE,
        "office": PrinterState.IDLE,
        "refusing": PrinterState.REJECTING,
        "stopped": PrinterState.STOPPED,
    }
    assert [name for name, it in found.items() if it.is_default] == ["office"]
    assert found["office"].state_text == "就绪"
    assert found["stopped"].state_text == "已停止（out of paper）"
    assert found["refusing"].state_text == "不接收任务（moved to room 3）"


def bars_width(page: bytes) -> float:
    """The width of page one's barcode from first to last bar, in mm, measured at 1200 dpi."""
    x, y = barcode_place("113701020012026112101001")
    with opened(page) as document:
        around = (x, y + BAR_HEIGHT / 2 - 2, 20, A4.page_height - y - BAR_HEIGHT / 2 - 2)
        bitmap = document[0].render(scale=1200 / 72, crop=around, grayscale=True)
        line = bytes(bitmap.buffer)[: bitmap.width]
    dark = [place for place, grey in enumerate(line) if grey < 128]
    return (dark[-1] - dark[0] + 1) / 1200 * 25.4


def test_a_certificate_comes_out_at_its_true_size(
    queues: Server, pdf: bytes, certificate: RegistrationCertificate
) -> None:
    job = send(pdf, "office", "居住登记凭证 王建国")
    queues.until(lambda: job_state(job) is JobState.FINISHED)
    printed = queues.printed("office")
    with opened(printed) as document:
        assert document[0].get_size() == pytest.approx((210 * MM, 297 * MM), abs=0.1 * MM)
    assert bars_width(pdf) == pytest.approx(167 * 0.254, abs=0.05)
    assert bars_width(printed) == pytest.approx(bars_width(pdf), abs=0.1)
    check(printed, certificate)
    for dpi in (203, 300):
        picture = rasterise(printed, 0, dpi)
        form = zxingcpp.ImageFormat.RGB
        image = zxingcpp.ImageView(picture.rgb, picture.width, picture.height, form, picture.stride)
        assert [it.text for it in zxingcpp.read_barcodes(image)] == [certificate.number]


@pytest.mark.parametrize("queue", CARD_QUEUES)
def test_a_permit_comes_out_of_a_card_printer_at_its_true_size(
    card_queues: Server, permit: PermitCard, fonts: Fonts, queue: str
) -> None:
    job = send(render(permit, ORIGINAL, fonts), queue, permit.number, media=CARD_MEDIA)
    card_queues.until(lambda: job_state(job) is JobState.FINISHED)
    printed = card_queues.printed(queue)
    with opened(printed) as document:
        assert len(document) == 2
        for page in document:
            # a queue counts in whole points, up or down
            assert sorted(page.get_size()) == pytest.approx([53.98 * MM, 85.60 * MM], abs=0.25 * MM)
        [photo] = [it for it in document[0].get_objects(max_depth=5) if type(it).__name__ == "PdfImage"]
        left, bottom, right, top = photo.get_bounds()
        assert sorted((right - left, top - bottom)) == pytest.approx([23.38 * MM, 28.8 * MM], abs=0.05 * MM)
        assert min(left, bottom) >= 2.8 * MM
    picture = rasterise(printed, 1, 300)
    form = zxingcpp.ImageFormat.RGB
    image = zxingcpp.ImageView(picture.rgb, picture.width, picture.height, form, picture.stride)
    assert [it.text for it in zxingcpp.read_barcodes(image)] == [permit.number]


def test_without_our_options_cups_would_change_the_size(queues: Server, pdf: bytes) -> None:
    """The trap that `send` is there for; when this fails, CUPS has changed and `send` may be simplified."""
    given = subprocess.run(["lp", "-d", "held", "-"], input=pdf, check=True, capture_output=True)
    job = given.stdout.decode().split()[3]
    queues.until(lambda: job_state(job) is JobState.FINISHED)
    with opened(queues.printed("held")) as document:
        assert document[0].get_size() == pytest.approx((612, 792))


@pytest.mark.parametrize(("queue", "reason"), [("stopped", "out of paper"), ("refusing", "moved to room 3")])
def test_a_printer_that_cannot_print_now_gets_no_job(
    queues: Server, pdf: bytes, queue: str, reason: str
) -> None:
    with pytest.raises(PrinterStopped, match=reason) as caught:
        send(pdf, queue, "凭证")
    assert caught.value.kind == "stopped"
    assert not (queues.folder / "out" / f"{queue}.pdf").exists()


@pytest.mark.parametrize("name", ["nowhere", "", "-o", "office; rm"])
def test_a_printer_that_is_not_there_is_named(queues: Server, pdf: bytes, name: str) -> None:
    with pytest.raises(NoPrinter) as caught:
        send(pdf, name, "凭证")
    assert caught.value.kind == "no_printer"


def test_what_the_printer_does_not_take_is_rejected_with_its_reason(queues: Server) -> None:
    with pytest.raises(JobRejected, match="nsupported") as caught:
        send(b"\x7fELF no paper", "office", "凭证")
    assert caught.value.kind == "rejected"


def test_a_job_is_followed_while_it_waits(queues: Server, pdf: bytes) -> None:
    given = subprocess.run(
        ["lp", "-d", "held", "-H", "hold", "-"], input=pdf, check=True, capture_output=True
    )
    job = given.stdout.decode().split()[3]
    assert job_state(job) is JobState.HELD
    run("cancel", job)
    assert job_state(job) is JobState.FINISHED
    given = subprocess.run(["lp", "-d", "stopped", "-"], input=pdf, check=True, capture_output=True)
    job = given.stdout.decode().split()[3]
    assert job_state(job) is JobState.STOPPED
    run("cancel", job)
    assert job_state("office-999999") is JobState.UNKNOWN


def test_without_a_server_the_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pdf: bytes
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none.sock"))
    calls: list[Callable[[], object]] = [
        printers,
        lambda: send(pdf, "office", "凭证"),
        lambda: job_state("office-1"),
    ]
    for call in calls:
        with pytest.raises(NoPrintingSystem, match="没有运行") as caught:
            call()
        assert caught.value.kind == "no_cups"


def test_without_the_programs_the_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoPrintingSystem, match="没有安装"):
        printers()


def test_a_server_that_does_not_answer_is_given_up_at_the_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder, socket.socket(socket.AF_UNIX) as silent:
        silent.bind(f"{folder}/silent.sock")
        silent.listen()
        monkeypatch.setenv("CUPS_SERVER", f"{folder}/silent.sock")
        with pytest.raises(PrinterTimeout, match=r"0\.3秒") as caught:
            printers(deadline=0.3)
    assert caught.value.kind == "timeout"
