"""The desk finds what was meant, and leads where it belongs."""

from __future__ import annotations

import threading
import uuid

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CaseState, CopyOutcome
from desktop.domain.id_numbers import check_digit
from desktop.services.counter import Counter
from desktop.services.rows import Actor, CaseRow
from desktop.ui.kit.background import Background, Inline, Latest
from desktop.ui.screens.desk.presenter import DeskPresenter

NEWCOMER = "37132519930618004"


@pytest.fixture
def desk(qapp: object, counter: Counter, actor: Actor, inline: Inline) -> DeskPresenter:
    return DeskPresenter(counter, actor, inline)


def newcomer() -> str:
    return NEWCOMER + check_digit(NEWCOMER)


def whole_number(counter: Counter, actor: Actor, name: str) -> str:
    return counter.people.person(counter.lookup.find(actor, name).hits[0].person_id).id_number


def application(counter: Counter, actor: Actor, name: str) -> CaseRow:
    page = counter.people.page(actor, counter.lookup.find(actor, name).hits[0].person_id)
    return page.cases[0]


def test_enter_on_an_id_number_opens_the_person(
    desk: DeskPresenter, counter: Counter, actor: Actor, qtbot: QtBot
) -> None:
    number = whole_number(counter, actor, "单雨桐")
    with qtbot.waitSignal(desk.open_person) as opened:
        desk.enter(number)
    assert counter.people.person(opened.args[0]).name == "单雨桐"


def test_two_of_one_name_are_left_to_the_clerk(desk: DeskPresenter, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.open_person), qtbot.waitSignal(desk.listed):
        desk.enter("刘建国")
    assert desk.answer is not None
    assert [hit.exact for hit in desk.answer.hits] == [True, True]


@pytest.mark.parametrize(("typed", "opens"), [("zqbl", True), ("zhaiqiubailu", True), ("zqb", False)])
def test_letters_open_whom_they_name_whole_and_nobody_at_their_beginning(
    desk: DeskPresenter, typed: str, opens: bool
) -> None:
    opened: list[object] = []
    desk.open_person.connect(opened.append)
    desk.enter(typed)
    assert desk.answer is not None
    assert [hit.name for hit in desk.answer.hits] == ["翟秋白露"]
    assert bool(opened) is opens


def test_a_beginning_of_a_name_is_not_opened_on_enter(desk: DeskPresenter, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(desk.open_person), qtbot.waitSignal(desk.listed):
        desk.enter("翟秋")
    assert desk.answer is not None
    assert [hit.name for hit in desk.answer.hits] == ["翟秋白露"]


def test_initials_of_a_surname_read_in_its_own_way_find_the_person(desk: DeskPresenter) -> None:
    for sample in desk.samples():
        if sample.kind != "new":
            desk.search(sample.typed)
            assert desk.answer is not None
            assert "单雨桐" in [hit.name for hit in desk.answer.hits], sample


def test_the_samples_to_register_are_nobody_yet(desk: DeskPresenter) -> None:
    new = [sample.typed for sample in desk.samples() if sample.kind == "new"]
    assert len(new) == 3
    for number in new:
        desk.search(number)
        assert desk.offer is not None
        assert desk.offer.number == number


def test_the_beginning_of_a_number_is_counted_and_not_looked_up(
    desk: DeskPresenter, counter: Counter
) -> None:
    before = counter.journal.waiting
    for length in range(1, 18):
        if length != 11:  # eleven digits may be a telephone
            desk.search(newcomer()[:length])
            assert (desk.digits, desk.answer) == (length, None)
    assert counter.journal.waiting == before


def test_enter_judges_a_number_that_is_too_short(desk: DeskPresenter) -> None:
    desk.enter(newcomer()[:17])
    assert desk.answer is not None
    assert desk.answer.problem is not None
    assert "18" in str(desk.answer.problem)


def test_a_wrong_check_digit_is_told_while_typing_and_nothing_is_offered(desk: DeskPresenter) -> None:
    desk.search(NEWCOMER + ("1" if newcomer()[-1] != "1" else "2"))
    assert desk.answer is not None
    assert "校验码" in str(desk.answer.problem)
    assert desk.offer is None


def test_a_number_nobody_has_is_offered_for_registration(desk: DeskPresenter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.listed):
        desk.enter(newcomer().lower())
    assert desk.offer is not None
    assert desk.offer.birth_date is not None
    with qtbot.waitSignal(desk.register) as asked:
        desk.register_somebody()
    assert asked.args == [newcomer()]


def test_enter_pressed_twice_faster_than_the_answer_registers_the_number_that_was_typed(
    desk: DeskPresenter, counter: Counter, actor: Actor, qtbot: QtBot
) -> None:
    slow = Background()
    try:
        quick, desk._latest = desk._latest, Latest(slow)
        held = threading.Event()
        slow.run(held.wait, lambda _: None, desk.fail)  # the look-up waits behind something long
        desk.enter(newcomer())
        with qtbot.waitSignal(desk.register) as asked:
            desk.register_somebody()
        assert asked.args == [newcomer()]
        held.set()
        qtbot.waitUntil(lambda: desk.offer is not None)
        [another] = [one.typed for one in desk.samples() if one.typed != newcomer() and one.kind == "new"][:1]
        held.clear()
        slow.run(held.wait, lambda _: None, desk.fail)
        desk.enter(another)
        with qtbot.waitSignal(desk.register) as asked:
            desk.register_somebody()
        assert asked.args == [another]  # and never that of the question before
        held.set()
        desk._latest = quick
    finally:
        held.set()
        slow.close()


def test_without_an_offer_somebody_new_is_registered(desk: DeskPresenter, qtbot: QtBot) -> None:
    desk.search("单雨桐")
    with qtbot.waitSignal(desk.register) as asked:
        desk.register_somebody()
    assert asked.args == [None]


def test_the_barcode_of_a_missing_items_notice_resumes_the_application(
    desk: DeskPresenter, counter: Counter, actor: Actor, qtbot: QtBot
) -> None:
    case = application(counter, actor, "李𬍛")
    assert case.state is CaseState.AWAITING_MATERIALS
    [notice] = counter.papers.of_case(case.case_id)
    with qtbot.waitSignal(desk.resume) as resumed:
        desk.enter(notice.paper_number)
    assert resumed.args == [case.case_id]


def test_the_barcode_of_any_other_paper_opens_its_papers(
    desk: DeskPresenter, counter: Counter, actor: Actor, qtbot: QtBot
) -> None:
    case = application(counter, actor, "仇长河")
    [receipt] = counter.papers.of_case(case.case_id)
    with qtbot.waitSignal(desk.paper_scanned) as shown:
        desk.enter(receipt.paper_number)
    assert shown.args == [case.case_id, receipt.paper_id]


def test_a_case_number_opens_the_person_it_is_about(
    desk: DeskPresenter, counter: Counter, actor: Actor, qtbot: QtBot
) -> None:
    case = application(counter, actor, "仇长河")
    with qtbot.waitSignal(desk.open_person) as opened:
        desk.enter(case.case_number)
    assert opened.args == [case.person_id]


def test_while_a_case_number_is_typed_nothing_opens_by_itself(
    desk: DeskPresenter, counter: Counter, actor: Actor, qtbot: QtBot
) -> None:
    number = application(counter, actor, "仇长河").case_number
    with qtbot.assertNotEmitted(desk.open_person):
        for length in range(1, 23):
            desk.search(number[:length])
    assert desk.answer is not None
    assert desk.answer.case is not None


def test_a_summary_of_a_day_leads_to_the_day(
    desk: DeskPresenter, counter: Counter, actor: Actor, qtbot: QtBot
) -> None:
    paper = counter.day.close(actor, str(uuid.uuid4()), counter.day.today(), {})
    with qtbot.waitSignal(desk.day):
        desk.enter(counter.papers.paper(paper).paper_number)


def test_a_foreign_barcode_is_said_to_be_none_of_ours(desk: DeskPresenter) -> None:
    desk.enter("11" + "3701020992026112001001")
    assert desk.answer is not None
    assert "本所没有" in str(desk.answer.problem)


def test_odd_things_typed_break_nothing(desk: DeskPresenter) -> None:
    for typed in ("", " ", "%", "'; drop table person; --", "…" * 80, "1" * 80, "？？？", "\u200b", "ABC"):
        desk.search(typed)
        desk.enter(typed)
    desk.clear()
    assert desk.asked == ""


def test_a_draft_that_is_given_up_is_gone(desk: DeskPresenter, counter: Counter, actor: Actor) -> None:
    counter.drafts.save(actor, "one", "registration", "甲", "{}")
    counter.drafts.save(actor, "two", "application", "乙", "{}")
    desk.refresh()
    assert desk.glance is not None
    assert [draft.subject for draft in desk.glance.drafts] == ["乙", "甲"]
    desk.discard("two")
    assert [draft.subject for draft in desk.glance.drafts] == ["甲"]
    assert [draft.draft_id for draft in counter.drafts.open(actor)] == ["one"]


def test_a_begun_end_of_the_day_leads_to_the_day(
    desk: DeskPresenter, counter: Counter, actor: Actor, qtbot: QtBot
) -> None:
    counter.drafts.save(actor, "one", "end_day", "", "{}")
    desk.refresh()
    assert desk.glance is not None
    with qtbot.waitSignal(desk.day), qtbot.assertNotEmitted(desk.continue_draft):
        desk.take_up(desk.glance.drafts[0])


def test_a_sheet_is_asked_about_until_it_is_settled(
    desk: DeskPresenter, counter: Counter, actor: Actor
) -> None:
    case = application(counter, actor, "仇长河")
    [receipt] = counter.papers.of_case(case.case_id)
    copy = counter.papers.prepare(actor, str(uuid.uuid4()), receipt.paper_id)
    desk.refresh()
    assert desk.glance is not None
    assert [(row.case.case_id, row.printed) for row in desk.glance.unanswered] == [(case.case_id, True)]
    counter.papers.settle(actor, copy.copy_id, CopyOutcome.SPOILED, "卡纸")
    desk.refresh()
    assert desk.glance.unanswered == ()


def test_what_was_found_is_looked_up_anew_when_the_desk_is_seen_again(desk: DeskPresenter) -> None:
    desk.search("单雨桐")
    before = desk.answer
    desk.refresh()
    assert desk.answer is not before
    assert desk.asked == "单雨桐"


@pytest.mark.parametrize("asked", ["仇长河", "number"])
def test_f6_pressed_before_enter_is_answered_registers_whom_it_finds_and_opens_nobody(
    desk: DeskPresenter, counter: Counter, actor: Actor, qtbot: QtBot, asked: str
) -> None:
    known = counter.lookup.find(actor, "仇长河").hits[0].person_id
    number = whole_number(counter, actor, "仇长河")
    slow = Background()
    opened: list[object] = []
    registered: list[object] = []
    desk.open_person.connect(opened.append)
    desk.register.connect(registered.append)
    held = threading.Event()
    try:
        quick, desk._latest = desk._latest, Latest(slow)
        slow.run(held.wait, lambda _: None, desk.fail)  # the look-up waits behind something long
        desk.enter(number if asked == "number" else asked)
        desk.register_somebody()
        held.set()
        qtbot.waitUntil(lambda: desk.answer is not None and len(registered) == 1)
        assert registered == [number if asked == "number" else known]
        assert opened == []
        desk._latest = quick
    finally:
        held.set()
        slow.close()
