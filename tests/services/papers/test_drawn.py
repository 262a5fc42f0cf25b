"""A copy is drawn once and kept byte for byte; what cannot be drawn is told."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from sqlalchemy import text

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.errors import EnvironmentTrouble, NotPossible
from desktop.services.counter import Counter
from desktop.services.paper_rows import CopyRow
from desktop.services.rows import Actor
from printing.preview import media_of
from tests.services.papers.reading import NO_FONT_HAS, Register, barcodes, words


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
