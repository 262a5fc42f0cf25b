"""Every sheet is accounted for: stored before it leaves, asked about afterwards, never doubled."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desktop.domain.code_words import label
from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.errors import BadInput
from desktop.services.counter import Counter
from desktop.services.registrations import RegistrationDone
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.screens.papers.compared import why_not_compare
from desktop.ui.screens.papers.lines import Stage
from desktop.ui.screens.papers.presenter import PapersPresenter
from printing.documents import KINDS


def opened(counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone) -> PapersPresenter:
    presenter = PapersPresenter(counter, actor, inline, done.case.case_id)
    presenter.looking.look_at(72.0)
    return presenter


def stage(presenter: PapersPresenter) -> Stage:
    assert presenter.line is not None
    return presenter.line.stage


def test_looking_stores_no_copy_but_is_written_down(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    presenter = opened(counter, actor, inline, done)
    assert presenter.looking.picture is not None
    assert (presenter.looking.picture.width, presenter.looking.picture.height) == (596, 842)
    assert counter.papers.paper(done.paper_id).copies == ()
    assert counter.journal.waiting == 1
    assert presenter.title() == "单据　测试新"


def test_what_is_printed_is_what_was_shown_and_what_is_stored(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    presenter = opened(counter, actor, inline, done)
    shown = presenter.looking.picture
    presenter.print()
    [copy] = counter.papers.paper(done.paper_id).copies
    assert printers.sheets == [counter.papers.pdf(copy.copy_id)]
    assert counter.papers.pixels(counter.papers.pdf(copy.copy_id), 0, 72.0) == shown


def test_after_printing_the_screen_asks_until_somebody_answers(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    presenter = opened(counter, actor, inline, done)
    presenter.print()
    assert presenter.asking
    assert not presenter.can_print
    assert not presenter.can_reprint
    again = opened(counter, actor, inline, done)  # as after a crash
    assert again.asking
    again.confirm()
    assert stage(again) is Stage.SETTLED
    assert counter.papers.paper(done.paper_id).copies[0].outcome is CopyOutcome.PRINTED


def test_printing_twice_at_once_makes_one_sheet(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    presenter = opened(counter, actor, inline, done)
    presenter.print()
    presenter.print()
    assert len(printers.sheets) == 1


def test_a_sheet_that_did_not_come_out_is_the_same_copy_again(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    presenter = opened(counter, actor, inline, done)
    presenter.print()
    presenter.print_again()
    assert len(printers.sheets) == 2
    assert len(counter.papers.paper(done.paper_id).copies) == 1
    assert presenter.asking


def test_a_spoiled_sheet_needs_its_reason_and_another_one_says_reprint(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    presenter = opened(counter, actor, inline, done)
    wrong: list[BadInput] = []
    presenter.reason_wrong.connect(wrong.append)
    presenter.print()
    presenter.spoil("卡")
    assert "2至60个字" in str(wrong[0])
    assert presenter.asking
    presenter.spoil("卡纸")
    assert presenter.can_reprint
    presenter.reprint("上一份作废")
    assert presenter.asking
    first, second = counter.papers.paper(done.paper_id).copies
    assert (first.outcome, first.outcome_reason) == (CopyOutcome.SPOILED, "卡纸")
    assert (second.number, second.reason) == (1, "上一份作废")
    assert len(printers.sheets) == 2


def test_the_last_printer_of_a_kind_of_paper_is_taken_again(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    presenter = opened(counter, actor, inline, done)
    assert presenter.printer == "office"
    presenter.choose_printer("window2")
    presenter.print()
    assert printers.last_queue == "window2"
    assert opened(counter, actor, inline, done).printer == "window2"


def test_a_stopped_printer_is_told_and_no_question_is_asked(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    presenter = opened(counter, actor, inline, done)
    told: list[object] = []
    presenter.failed.connect(told.append)
    printers.stop("office")
    presenter.print()
    assert "打印机已停用" in str(told[0])
    assert stage(presenter) is Stage.WAITING
    assert not presenter.busy


def test_without_printers_saving_settles_the_copy(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, no_printers: None, tmp_path: Path
) -> None:
    presenter = opened(counter, actor, inline, done)
    assert presenter.printers.trouble is not None
    assert not presenter.can_print
    name = presenter.file_name()
    assert name == f"居住登记凭证-{counter.papers.paper(done.paper_id).paper_number}-测试新.pdf"
    presenter.save(str(tmp_path / name))
    [copy] = counter.papers.paper(done.paper_id).copies
    assert copy.outcome is CopyOutcome.SAVED
    assert (tmp_path / name).read_bytes() == counter.papers.pdf(copy.copy_id)


def test_saving_a_sheet_in_the_printer_leaves_the_question_open(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any, tmp_path: Path
) -> None:
    presenter = opened(counter, actor, inline, done)
    presenter.print()
    presenter.save(str(tmp_path / "a.pdf"))
    assert presenter.asking


def test_a_file_that_cannot_be_written_settles_nothing(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, no_printers: None, tmp_path: Path
) -> None:
    presenter = opened(counter, actor, inline, done)
    told: list[object] = []
    presenter.failed.connect(told.append)
    presenter.save(str(tmp_path / "nowhere" / "a.pdf"))
    assert "文件没有存成" in str(told[0])
    assert stage(presenter) is Stage.WAITING


def test_a_copy_that_no_font_can_draw_can_be_given_up(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    with counter.office.database.write() as link:  # a document from before a font was lost
        row = link._cursor.execute("SELECT document FROM paper WHERE id = ?", [done.paper_id]).fetchone()
        document = json.loads(row[0])
        text = json.dumps(document, ensure_ascii=False).replace("测试新", "测\U0003ffff新")
        link._cursor.execute("UPDATE paper SET document = ? WHERE id = ?", [text, done.paper_id])
    presenter = opened(counter, actor, inline, done)
    told: list[object] = []
    presenter.failed.connect(told.append)
    assert "U+3FFFF" in str(presenter.looking.unseen)
    presenter.print()
    assert "U+3FFFF" in str(told[0])
    assert printers.sheets == []
    presenter.spoil("缺字，无法打印")
    assert counter.papers.paper(done.paper_id).copies[0].outcome is CopyOutcome.SPOILED


def test_the_summary_of_a_day_is_a_paper_without_a_case(
    counter: Counter, actor: Actor, inline: Inline, printers: Any
) -> None:
    paper_id = counter.day.close(actor, "close", counter.day.today(), {})
    presenter = PapersPresenter(counter, actor, inline, paper_id=paper_id)
    assert presenter.title() == "当日办件汇总"
    assert not presenter.about_somebody
    assert "不是开给某个人的" in why_not_compare(presenter)
    presenter.print()
    presenter.confirm()
    assert stage(presenter) is Stage.SETTLED


def test_a_paper_is_called_what_is_printed_on_it() -> None:
    for kind in PaperKind:
        assert KINDS[kind.name.lower()].TITLE.endswith(str(label(kind)))
