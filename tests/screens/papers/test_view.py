"""The papers screen by keyboard: print, answer, give up with a reason, print again, save."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.services.counter import Counter
from desktop.services.registrations import RegistrationDone
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.draft import capture
from desktop.ui.kit.theme import Look
from desktop.ui.screens.papers.presenter import PapersPresenter
from desktop.ui.screens.papers.saving import SaveSheet
from desktop.ui.screens.papers.sheets import ReasonSheet
from desktop.ui.screens.papers.view import PapersView
from tests.screens.pages import find, in_front


@pytest.fixture
def screen(
    qtbot: QtBot, look: Look, counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone
) -> Any:
    def build(presenter: PapersPresenter | None = None) -> PapersView:
        return in_front(
            qtbot,
            PapersView(presenter or PapersPresenter(counter, actor, inline, done.case.case_id)),
            1200,
            760,
        )

    return build


def copies(counter: Counter, done: RegistrationDone) -> list[tuple[int, CopyOutcome]]:
    return [(copy.number, copy.outcome) for copy in counter.papers.paper(done.paper_id).copies]


def test_enter_prints_and_f6_says_it_came_out(
    screen: Any, printers: Any, counter: Counter, done: RegistrationDone
) -> None:
    view = screen()
    assert find(view, "copies").hasFocus()
    assert not find(view, "question").isVisible()
    QTest.keyClick(find(view, "copies"), Qt.Key.Key_Return)
    assert find(view, "question").isVisible()
    assert copies(counter, done) == [(0, CopyOutcome.PENDING)]
    QTest.keyClick(
        find(view, "copies"), Qt.Key.Key_Return
    )  # a second Enter answers nothing and prints nothing
    assert len(printers.sheets) == 1
    assert copies(counter, done) == [(0, CopyOutcome.PENDING)]
    QTest.keyClick(view, Qt.Key.Key_F6)
    assert copies(counter, done) == [(0, CopyOutcome.PRINTED)]
    assert not find(view, "question").isVisible()


def test_a_spoiled_sheet_is_given_up_with_a_common_reason_and_printed_again(
    screen: Any, printers: Any, counter: Counter, done: RegistrationDone
) -> None:
    view = screen()
    QTest.keyClick(view, Qt.Key.Key_F10)
    QTest.keyClick(view, Qt.Key.Key_F8)
    sheet = view.findChild(ReasonSheet)
    QTest.keyClick(find(sheet, "reason"), Qt.Key.Key_Return)
    assert "2至60个字" in find(sheet, "reason_line").text()  # an empty reason is refused, the sheet stays
    QTest.keyClicks(find(sheet, "common_reason"), "2")
    assert find(sheet, "reason").text() == "打印不清晰"
    QTest.keyClick(find(sheet, "reason"), Qt.Key.Key_Return)
    assert copies(counter, done) == [(0, CopyOutcome.SPOILED)]
    QTest.keyClick(find(view, "copies"), Qt.Key.Key_Return)  # Enter on a settled copy offers another one
    sheet = [each for each in view.findChildren(ReasonSheet) if each.isVisible()][0]
    QTest.keyClicks(find(sheet, "common_reason"), "3")
    QTest.keyClick(find(sheet, "reason"), Qt.Key.Key_Return)
    assert copies(counter, done) == [(0, CopyOutcome.SPOILED), (1, CopyOutcome.PENDING)]
    assert len(printers.sheets) == 2


def test_what_is_not_possible_says_why(screen: Any, printers: Any) -> None:
    view = screen()
    reprint = view.findChild(QPushButton, "reprint_paper")
    assert not reprint.isEnabled()
    assert "没有结果" in reprint.toolTip()
    QTest.keyClick(view, Qt.Key.Key_F10)
    assert "先确认打印结果" in view.findChild(QPushButton, "print_paper").toolTip()


def test_without_a_print_system_a_banner_says_so_and_saving_is_the_main_way(
    screen: Any, no_printers: None, counter: Counter, done: RegistrationDone, tmp_path: Path
) -> None:
    view = screen()
    assert "打印系统没有运行" in view.findChild(QLabel, "no_printing_words").text()
    save = view.findChild(QPushButton, "save_pdf")
    assert save.property("role") == "primary"
    QTest.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    line = find(find(view, "save_dialog"), "path")
    assert line.text().endswith("-测试新.pdf")
    assert line.selectedText() == line.text()
    line.setText(str(tmp_path / "凭证"))
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (tmp_path / "凭证.pdf").read_bytes().startswith(b"%PDF")
    assert copies(counter, done) == [(0, CopyOutcome.SAVED)]
    assert not [sheet for sheet in view.findChildren(SaveSheet) if sheet.isVisible()]


def test_a_file_that_is_there_is_replaced_at_the_second_enter_only(
    screen: Any, printers: Any, tmp_path: Path
) -> None:
    there = tmp_path / "凭证.pdf"
    there.write_bytes(b"older")
    view = screen()
    QTest.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    sheet = find(view, "save_dialog")
    line = find(sheet, "path")
    line.setText(str(there))
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "已经有这个文件" in find(sheet, "path_line").text()
    assert there.read_bytes() == b"older"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert there.read_bytes().startswith(b"%PDF")


def test_a_path_that_is_no_file_is_said_and_kept(screen: Any, printers: Any, tmp_path: Path) -> None:
    view = screen()
    QTest.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    sheet = find(view, "save_dialog")
    line = find(sheet, "path")
    folder = tmp_path / "a.d"
    folder.mkdir()
    for typed, said in (("", "请填写文件名"), (str(folder), "这是一个文件夹")):
        line.setText(typed)
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert said in find(sheet, "path_line").text()
        assert line.text() == typed


def test_the_page_is_drawn_in_its_own_pixels_at_the_size_of_the_frame(
    screen: Any, printers: Any, qtbot: QtBot
) -> None:
    view = screen()
    presenter = view._presenter
    qtbot.waitUntil(lambda: presenter.looking.picture is not None)
    page = find(view, "preview").widget()
    assert presenter.looking.picture.height == pytest.approx(find(view, "preview").height() - 24, abs=4)
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert presenter.looking.picture.width == pytest.approx(view.logicalDpiX() * 210 / 25.4, abs=2)
    assert page.width() >= presenter.looking.picture.width


def test_a_view_built_anew_shows_the_same_copy_and_question(screen: Any, printers: Any) -> None:
    view = screen()
    QTest.keyClick(view, Qt.Key.Key_F10)
    assert capture(view)["focus"] == "copies"
    again = screen(view._presenter)
    assert find(again, "question").isVisible()
    assert find(again, "copies").current() == view._presenter.line


def test_in_large_letters_the_page_goes_below_the_copies(screen: Any, printers: Any, look: Look) -> None:
    view = screen()
    area, preview = find(view, "left"), find(view, "preview")
    assert preview.mapTo(view, preview.rect().topLeft()).x() > area.geometry().right()
    look.use("light", 200)
    view = screen()
    view.resize(1000, 560)
    area, preview = find(view, "left"), find(view, "preview")
    assert area.isAncestorOf(preview)
    assert preview.height() > area.height() // 2
    view.resize(2400, 900)
    assert not area.isAncestorOf(preview)


def test_a_privacy_notice_is_made_out_by_a_key_and_looked_at(
    screen: Any, printers: Any, counter: Counter, done: RegistrationDone
) -> None:
    view = screen()
    assert find(view, "make_privacy_notice").isVisible()
    assert not find(view, "make_collection_slip").isVisible()
    QTest.keyClick(find(view, "copies"), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(find(view, "copies"), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    papers = counter.papers.of_case(done.case.case_id)
    assert [paper.kind for paper in papers] == [
        PaperKind.REGISTRATION_CERTIFICATE,
        PaperKind.PRIVACY_NOTICE,
    ]
    assert view._presenter.line.paper.kind is PaperKind.PRIVACY_NOTICE
    assert not find(view, "make_privacy_notice").isVisible()
    QTest.keyClick(find(view, "copies"), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert len(counter.papers.of_case(done.case.case_id)) == 2
    QTest.keyClick(find(view, "copies"), Qt.Key.Key_Return)
    assert len(printers.sheets) == 1


def test_one_paper_looked_at_alone_offers_no_others(
    screen: Any, printers: Any, counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone
) -> None:
    view = screen(PapersPresenter(counter, actor, inline, paper_id=done.paper_id))
    assert not find(view, "make_privacy_notice").isVisible()
