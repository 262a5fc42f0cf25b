from __future__ import annotations

import hashlib
import os
import resource
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from sqlalchemy import text

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.paper_rows import CopyRow
from desktop.services.rows import Actor, RegistrationDone
from printing.preview import media_of

Register = Callable[..., RegistrationDone]
Apply = Callable[..., ApplicationDone]
Resident = Callable[..., int]
CODE128 = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.Code128)
NO_FONT_HAS = "\U00030041"


@pytest.fixture
def paper(register: Register) -> int:
    """A certificate that was issued and not printed yet."""
    return register().paper_id


@pytest.fixture
def copy(station: Counter, clerk: Actor, paper: int) -> CopyRow:
    """Its original, drawn."""
    return station.papers.prepare(clerk, "request-0", paper)


def words(pdf: bytes) -> str:
    """Return the text of every page without any blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return "".join("".join(pages).split())


def barcodes(station: Counter, pdf: bytes, dpi: float) -> list[str]:
    page = station.papers.pixels(pdf, 0, dpi)
    image = zxingcpp.ImageView(page.rgb, page.width, page.height, zxingcpp.ImageFormat.RGB, page.stride)
    return [found.text for found in zxingcpp.read_barcodes(image, formats=CODE128)]


def actions(station: Counter, *names: str) -> list[tuple[str, str]]:
    with station.office.database.engine.connect() as connection:
        rows = connection.execute(text("select action, detail from journal_entry order by id")).all()
    return [(row.action, row.detail) for row in rows if row.action in names]


# -- drawn and kept ------------------------------------------------------------------------------------


def test_the_original_is_drawn_and_kept_byte_for_byte(station: Counter, paper: int, copy: CopyRow) -> None:
    pdf = station.papers.pdf(copy.copy_id)
    assert pdf.startswith(b"%PDF-")
    assert copy.sha256 == hashlib.sha256(pdf).hexdigest()
    assert (copy.number, copy.reason, copy.outcome, copy.pages) == (0, "", CopyOutcome.PENDING, 1)
    assert copy.requested_by == "测试一"
    assert station.papers.paper(paper).copies == (copy,)


def test_the_same_document_gives_the_same_bytes_again(station: Counter, paper: int, copy: CopyRow) -> None:
    assert station.papers.draw(paper) == station.papers.draw(paper) == station.papers.pdf(copy.copy_id)


def test_an_unfinished_copy_is_taken_up_and_not_made_twice(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow
) -> None:
    assert station.papers.prepare(clerk, "request-0", paper) == copy
    assert station.papers.prepare(clerk, "another", paper) == copy
    assert station.papers.again(clerk, "a third", paper, "以为要补打") == copy
    assert station.papers.paper(paper).copies == (copy,)


def test_what_was_printed_stays_as_it_was_printed(station: Counter, paper: int, copy: CopyRow) -> None:
    before = station.papers.pdf(copy.copy_id)
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update paper set document = replace(document, '演练甲', '演练乙')"))
    assert station.papers.pdf(copy.copy_id) == before
    with pytest.raises(NotPossible, match="签名不是这份单据的"):
        station.papers.draw(paper)


def test_a_paper_that_does_not_exist_is_told(station: Counter, clerk: Actor) -> None:
    for ask in (
        lambda: station.papers.paper(1),
        lambda: station.papers.draw(1),
        lambda: station.papers.pdf(1),
        lambda: station.papers.prepare(clerk, "r", 1),
        lambda: station.papers.settle(clerk, 1, CopyOutcome.PRINTED),
    ):
        with pytest.raises((NotPossible, EnvironmentTrouble), match="没有这份单据"):
            ask()


@pytest.mark.parametrize("dpi", [96, 203, 300])
def test_a_page_is_shown_in_the_pixels_of_its_pdf(station: Counter, copy: CopyRow, dpi: int) -> None:
    page = station.papers.picture(copy.copy_id, 0, dpi)
    assert abs(page.width - 210 / 25.4 * dpi) < 2
    assert abs(page.height - 297 / 25.4 * dpi) < 2
    assert len(page.rgb) == page.stride * page.height
    assert (page.page, page.pages) == (0, 1)


# -- what stands on the page ---------------------------------------------------------------------------


def check_page(station: Counter, pdf: bytes, number: str, *expected: str) -> None:
    said = words(pdf)
    assert [line for line in expected if "".join(line.split()) not in said] == []
    for dpi in (203, 300):
        found = barcodes(station, pdf, dpi)  # a day's summary has the head of the trail too, of 40 digits
        assert [it for it in found if len(it) == len(number)] == [number]


def test_the_certificate_says_what_the_case_says(station: Counter, clerk: Actor, register: Register) -> None:
    minors = (
        {
            "minor_name": "演练小甲",
            "minor_sex": "2",
            "minor_birth_date": "2018-05-06",
            "minor_id_number": "",
            "minor_relation": "daughter",
        },
    )
    done = register(person={"name": "李𬍛䶮"}, residence={"minors": minors, "intended_until": "2027-06-30"})
    person = station.people.person(done.case.person_id)
    copy = station.papers.prepare(clerk, "r", done.paper_id)
    check_page(
        station,
        station.papers.pdf(copy.copy_id),
        "11" + done.case.case_number,
        done.case.case_number,
        "李𬍛䶮",
        "男",
        "汉族",
        "1990年2月14日",
        "居民身份证",
        person.id_number,
        "山东省临沂市沂南县",
        "演练镇1号",
        done.registration.written_address,
        "租赁住房",
        "务工",
        "2026年11月19日",
        "2026年11月20日",
        "2027年6月30日",
        "演练厂",
        "演练小甲",
        "2018年5月6日",
        "测试派出所",
        "测试路1号",
        "0531-80000001",
        "窗口03",
        "测试一",
    )


def test_the_receipt_says_what_the_case_says(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply
) -> None:
    done = apply(resident(), shared=("identity",))
    copy = station.papers.prepare(clerk, "r", done.paper_id)
    pdf = station.papers.pdf(copy.copy_id)
    check_page(
        station,
        pdf,
        "12" + done.case.case_number,
        done.case.case_number,
        "演练甲",
        "371321********001X",
        "合法稳定就业",
        "承诺办结日期：2026年12月4日",
        "《山东省流动人口服务管理暂行办法》第十七条",
        "本人居民身份证或者居民户口簿（数据共享取得）",
        "本人相片",
        "就业证明",
        "139****0001",
    )
    assert "暂估" not in words(pdf)
    assert station.people.person(done.case.person_id).id_number not in words(pdf)


def test_a_date_beyond_the_published_calendar_says_that_it_is_estimated(
    station: Counter, clerk: Actor, clock: Any, resident: Resident, apply: Apply
) -> None:
    person = resident()
    clock.moment = datetime(2026, 12, 28, 2, tzinfo=UTC)
    done = apply(person)
    copy = station.papers.prepare(clerk, "r", done.paper_id)
    check_page(
        station, station.papers.pdf(copy.copy_id), "12" + done.case.case_number, "2027年1月12日", "暂估"
    )


def test_the_notice_lists_what_the_case_lacks(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply
) -> None:
    done = apply(resident(), missing=("photo", "employment_proof"), photo=None)
    copy = station.papers.prepare(clerk, "r", done.paper_id)
    check_page(
        station,
        station.papers.pdf(copy.copy_id),
        "13" + done.case.case_number,
        done.case.case_number,
        "一次性告知书",
        "本人相片",
        "就业证明",
        "劳动合同",
        "公通字〔2021〕12号第六十六条第（三）项、第二款",
        "1．本人居民身份证或者居民户口簿",
    )


def test_the_refusal_says_the_fact_the_clause_and_what_would_change_it(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply
) -> None:
    done = apply(resident(on=date(2026, 8, 31)))
    copy = station.papers.prepare(clerk, "r", done.paper_id)
    check_page(
        station,
        station.papers.pdf(copy.copy_id),
        "14" + done.case.case_number,
        "登记于2026-08-31，满半年为2027-02-28。",
        "《山东省流动人口服务管理暂行办法》第九条",
        "2027-02-28起可以申领。",
    )


def test_the_day_summary_says_what_the_day_held(station: Counter, clerk: Actor, register: Register) -> None:
    done = register()
    copy = station.papers.prepare(clerk, "p", done.paper_id)
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    paper = station.day.close(clerk, "c", date(2026, 11, 20), {})
    summary = station.papers.prepare(clerk, "s", paper)
    check_page(
        station,
        station.papers.pdf(summary.copy_id),
        "15" + done.case.case_number,
        "当日办件汇总",
        done.case.case_number,
        "371321********001X",
        "办件1件，出具单据1份，例外0项。",
    )


# -- again ---------------------------------------------------------------------------------------------


def test_a_second_original_is_not_printed(station: Counter, clerk: Actor, paper: int, copy: CopyRow) -> None:
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    with pytest.raises(NotPossible, match="补打"):
        station.papers.prepare(clerk, "another", paper)


def test_a_reprint_carries_its_number_and_reason(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow
) -> None:
    assert "补打" not in words(station.papers.pdf(copy.copy_id))
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    for number, reason in ((1, "本人遗失"), (2, "卡纸撕破")):
        again = station.papers.again(clerk, f"again-{number}", paper, f"  {reason} ")
        assert (again.number, again.reason) == (number, reason)
        pdf = station.papers.pdf(again.copy_id)
        assert f"补打第{number}次2026年11月20日原因：{reason}" in words(pdf)
        assert barcodes(station, pdf, 203) == [station.papers.paper(paper).paper_number]
        station.papers.settle(clerk, again.copy_id, CopyOutcome.PRINTED)
    assert [one.number for one in station.papers.paper(paper).copies] == [0, 1, 2]


@pytest.mark.parametrize("reason", ["", "  ", "丢", "丢" * 61])
def test_a_reprint_needs_a_reason(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, reason: str
) -> None:
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    with pytest.raises(BadInput) as caught:
        station.papers.again(clerk, "again", paper, reason)
    assert caught.value.field == "reason"
    assert len(station.papers.paper(paper).copies) == 1


def test_a_reprint_asked_for_twice_is_one(station: Counter, clerk: Actor, paper: int, copy: CopyRow) -> None:
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    first = station.papers.again(clerk, "again", paper, "本人遗失")
    settled = station.papers.settle(clerk, first.copy_id, CopyOutcome.PRINTED)
    assert station.papers.again(clerk, "again", paper, "本人遗失") == settled
    assert len(station.papers.paper(paper).copies) == 2


def test_an_original_asked_for_twice_is_one_though_it_was_settled_meanwhile(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow
) -> None:
    settled = station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    assert station.papers.prepare(clerk, "request-0", paper) == settled


def test_reprints_asked_for_at_the_same_moment_are_numbered_one_after_another(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow
) -> None:
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    together = threading.Barrier(3)

    def reprint(place: int) -> int:
        together.wait()
        again = station.papers.again(clerk, f"again-{place}", paper, "本人遗失")
        station.papers.settle(clerk, again.copy_id, CopyOutcome.PRINTED)
        return again.number

    with ThreadPoolExecutor(3) as workers:
        numbers = set(workers.map(reprint, range(3)))
    copies = station.papers.paper(paper).copies
    assert [one.number for one in copies] == list(range(len(copies)))
    assert numbers == set(range(1, len(copies)))


# -- did it come out right? ----------------------------------------------------------------------------


def test_what_became_of_a_copy_is_kept_with_its_reason(station: Counter, clerk: Actor, copy: CopyRow) -> None:
    settled = station.papers.settle(clerk, copy.copy_id, CopyOutcome.SPOILED, "  卡纸  撕破 ")
    assert (settled.outcome, settled.outcome_reason) == (CopyOutcome.SPOILED, "卡纸 撕破")
    assert settled.sha256 == copy.sha256


@pytest.mark.parametrize("reason", ["", " ", "坏", "坏" * 61])
def test_a_spoiled_sheet_needs_a_reason(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, reason: str
) -> None:
    with pytest.raises(BadInput) as caught:
        station.papers.settle(clerk, copy.copy_id, CopyOutcome.SPOILED, reason)
    assert caught.value.field == "reason"
    assert station.papers.paper(paper).copies == (copy,)


def test_saying_the_same_outcome_twice_is_fine(station: Counter, clerk: Actor, copy: CopyRow) -> None:
    first = station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    assert station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED) == first


def test_every_step_of_a_paper_is_in_the_trail(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, tmp_path: Path
) -> None:
    station.papers.save(clerk, copy.copy_id, tmp_path / "a.pdf")
    again = station.papers.again(clerk, "again", paper, "本人遗失")
    station.papers.settle(clerk, again.copy_id, CopyOutcome.SPOILED, "卡纸撕破")
    assert actions(station, "prepare_paper", "save_paper", "reprint_paper", "settle_paper") == [
        ("prepare_paper", ""),
        ("save_paper", "原件 a.pdf"),
        ("reprint_paper", "本人遗失"),
        ("settle_paper", "补打第1次 作废 卡纸撕破"),
    ]


# -- a character that no font has ------------------------------------------------------------------------


def test_a_character_that_no_font_has_is_refused_by_name_and_code_point(
    station: Counter, clerk: Actor, register: Register
) -> None:
    done = register(person={"name": f"李{NO_FONT_HAS}"})
    with pytest.raises(NotPossible) as caught:
        station.papers.prepare(clerk, "r", done.paper_id)
    assert f"李{NO_FONT_HAS}" in str(caught.value)
    assert "U+30041" in str(caught.value)
    [copy] = station.papers.paper(done.paper_id).copies
    assert (copy.outcome, copy.sha256, copy.pages) == (CopyOutcome.PENDING, "", 0)
    for ask in (
        lambda: station.papers.pdf(copy.copy_id),
        lambda: station.papers.send(clerk, copy.copy_id, "any"),
        lambda: station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED),
    ):
        with pytest.raises(NotPossible):
            ask()
    assert station.papers.paper(done.paper_id).copies == (copy,)
    assert station.day.case(done.case.case_id).state == done.case.state


def test_a_copy_that_cannot_be_drawn_is_tried_again_and_can_be_given_up(
    station: Counter, clerk: Actor, register: Register
) -> None:
    done = register(person={"name": f"李{NO_FONT_HAS}"})
    for request in ("r", "r", "another"):
        with pytest.raises(NotPossible):
            station.papers.prepare(clerk, request, done.paper_id)
    [copy] = station.papers.paper(done.paper_id).copies
    with pytest.raises(NotPossible, match="1份单据"):
        station.day.close(clerk, "c", date(2026, 11, 20), {})
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.SPOILED, "没有字体，改日再打")
    assert station.day.close(clerk, "c", date(2026, 11, 20), {})


# -- saved as a file -----------------------------------------------------------------------------------


def test_a_saved_copy_is_the_stored_bytes(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, tmp_path: Path
) -> None:
    path = tmp_path / "凭证 1.pdf"
    station.papers.save(clerk, copy.copy_id, path)
    assert path.read_bytes() == station.papers.pdf(copy.copy_id)
    [saved] = station.papers.paper(paper).copies
    assert saved.outcome is CopyOutcome.SAVED
    assert set(os.listdir(tmp_path)) == {"data", "凭证 1.pdf"}


def test_saving_a_printed_copy_leaves_it_printed(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, tmp_path: Path
) -> None:
    printed = station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    station.papers.save(clerk, copy.copy_id, tmp_path / "a.pdf")
    assert station.papers.paper(paper).copies == (printed,)


@pytest.mark.file_only
@pytest.mark.usefixtures("ordinary_user")
def test_a_read_only_folder_is_told_and_nothing_changes(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, tmp_path: Path
) -> None:
    folder = tmp_path / "只读"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"before")
    folder.chmod(0o500)
    for name in ("a.pdf", "b.pdf"):
        with pytest.raises(EnvironmentTrouble, match="没有存成.*Permission denied"):
            station.papers.save(clerk, copy.copy_id, folder / name)
    assert os.listdir(folder) == ["a.pdf"]
    assert (folder / "a.pdf").read_bytes() == b"before"
    assert station.papers.paper(paper).copies == (copy,)
    assert actions(station, "save_paper") == []


def test_a_file_that_does_not_fit_leaves_the_old_one_whole(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, tmp_path: Path
) -> None:
    folder = tmp_path / "满"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    pdf = station.papers.pdf(copy.copy_id)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(pdf) // 2, hard))
    try:
        with pytest.raises(EnvironmentTrouble, match="没有存成"):
            station.papers.save(clerk, copy.copy_id, folder / "a.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert os.listdir(folder) == ["a.pdf"]
    assert (folder / "a.pdf").read_bytes() == b"before"
    assert station.papers.paper(paper).copies == (copy,)


@pytest.mark.parametrize("where", ["missing/a.pdf", "folder", "file/a.pdf", "n" * 300 + ".pdf"])
def test_a_place_that_cannot_be_written_is_told(
    station: Counter, clerk: Actor, copy: CopyRow, tmp_path: Path, where: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(EnvironmentTrouble, match="没有存成"):
        station.papers.save(clerk, copy.copy_id, tmp_path / where)
    assert sorted(os.listdir(tmp_path)) == before


# -- printers ------------------------------------------------------------------------------------------


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A print system with the queue `laser`: takes a job to `job.pdf`, refuses while `refusing` is there."""
    folder = tmp_path / "cups"
    folder.mkdir()
    (folder / "lpstat").write_text(
        "#!/bin/sh\necho scheduler is running\necho system default destination: laser\n"
        "echo laser accepting requests since today\necho printer laser is idle.  enabled since today\n"
    )
    (folder / "lp").write_text(
        f"#!/bin/sh\ncd {folder}\nif [ -e refusing ]; then echo lp: no toner >&2; exit 1; fi\n"
        "/bin/cat > job.pdf\necho request id is laser-1\n"
    )
    for program in ("lpstat", "lp"):
        (folder / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_the_queue_gets_the_stored_bytes_and_is_remembered(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, print_system: Path, template: Any
) -> None:
    assert [(one.name, one.ready, one.is_default) for one in station.papers.printers()] == [
        ("laser", True, True)
    ]
    assert station.papers.last_printer(clerk, PaperKind.REGISTRATION_CERTIFICATE) == ""
    assert station.papers.send(clerk, copy.copy_id, "laser") == "laser-1"
    assert (print_system / "job.pdf").read_bytes() == station.papers.pdf(copy.copy_id)
    [sent] = station.papers.paper(paper).copies
    assert (sent.printer, sent.outcome) == ("laser", CopyOutcome.PENDING)
    assert station.papers.last_printer(clerk, PaperKind.REGISTRATION_CERTIFICATE) == "laser"
    assert station.papers.last_printer(clerk, PaperKind.ACCEPTANCE_RECEIPT) == ""
    assert station.papers.last_printer(template.other, PaperKind.REGISTRATION_CERTIFICATE) == ""
    assert actions(station, "print_paper") == [("print_paper", "原件 laser")]


def test_a_copy_that_went_to_a_printer_is_asked_about_though_it_was_saved_too(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, print_system: Path, tmp_path: Path
) -> None:
    station.papers.send(clerk, copy.copy_id, "laser")
    station.papers.save(clerk, copy.copy_id, tmp_path / "a.pdf")
    assert station.papers.paper(paper).copies[0].outcome is CopyOutcome.PENDING


def test_a_job_that_was_refused_left_no_sheet_to_ask_about(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, print_system: Path
) -> None:
    (print_system / "refusing").write_text("")
    with pytest.raises(EnvironmentTrouble, match="没有收下"):
        station.papers.send(clerk, copy.copy_id, "laser")
    assert station.papers.paper(paper).copies == (copy,)


def test_an_unknown_queue_is_told(station: Counter, clerk: Actor, copy: CopyRow, print_system: Path) -> None:
    with pytest.raises(EnvironmentTrouble, match="找不到这台打印机"):
        station.papers.send(clerk, copy.copy_id, "inkjet")


def test_a_settled_copy_is_not_sent_again(
    station: Counter, clerk: Actor, copy: CopyRow, print_system: Path
) -> None:
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    with pytest.raises(NotPossible, match="补打"):
        station.papers.send(clerk, copy.copy_id, "laser")
    assert not (print_system / "job.pdf").exists()


def test_a_machine_without_a_print_system_says_what_still_works(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for ask in (station.papers.printers, lambda: station.papers.send(clerk, copy.copy_id, "laser")):
        with pytest.raises(EnvironmentTrouble, match="先存为PDF"):
            ask()
    assert station.papers.paper(paper).copies == (copy,)


def own_layout(station: Counter, kind: str, text: str) -> None:
    folder = station.office.folders.data / "layouts"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{kind}.toml").write_text(text, "utf-8")


def test_a_stations_own_layout_is_drawn(station: Counter, clerk: Actor, paper: int) -> None:
    own_layout(station, "registration_certificate", 'title = "居住登记单"\npaper = "a5"')
    copy = station.papers.prepare(clerk, "request-0", paper)
    pdf = station.papers.pdf(copy.copy_id)
    assert "居住登记单" in words(pdf)
    assert barcodes(station, pdf, 203) == [station.papers.paper(paper).paper_number]
    assert media_of(pdf) == "A5"


def test_a_wrong_layout_is_not_used_and_the_settings_name_file_line_and_reason(
    station: Counter, clerk: Actor, paper: int
) -> None:
    own_layout(station, "registration_certificate", '\ntitel = "居住登记单"')
    own_layout(station, "call_list", 'title = "催领单"')
    fonts = station.office.folders.data / "fonts"
    fonts.mkdir()
    (fonts / "police.ttf").write_bytes(b"no font")
    copy = station.papers.prepare(clerk, "request-0", paper)
    assert "居住登记凭证" in words(station.papers.pdf(copy.copy_id))
    look = station.station_settings.read(clerk).look
    assert look.kinds == (PaperKind.CALL_LIST,)
    assert look.fonts == ()
    layout, font = map(str, look.troubles)
    assert "registration_certificate.toml" in layout
    assert "第2行“titel”" in layout
    assert "没有这一项" in layout
    assert "police.ttf" in font


def test_a_name_that_no_font_has_is_refused_before_anything_is_stored_as_printed(
    station: Counter, clerk: Actor, register: Register
) -> None:
    fonts = station.office.folders.data / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "police.ttf").write_bytes(b"no font")
    paper = register(person={"name": f"王{NO_FONT_HAS}国"}).paper_id
    with pytest.raises(NotPossible, match=r"U\+30041.*police\.ttf"):
        station.papers.prepare(clerk, "request-0", paper)
    [copy] = station.papers.paper(paper).copies
    assert (copy.outcome, copy.sha256, copy.pages) == (CopyOutcome.PENDING, "", 0)
    with pytest.raises(NotPossible):
        station.papers.pdf(copy.copy_id)
