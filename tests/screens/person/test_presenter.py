"""The person's page knows where its actions lead, and shows a whole number only as long as allowed."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CaseState
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.screens.person.presenter import SHOWN_MS, PersonPresenter


@pytest.fixture
def open_page(qapp: object, counter: Counter, actor: Actor, inline: Inline):
    def make(name: str) -> PersonPresenter:
        person_id = counter.lookup.find(actor, name).hits[0].person_id
        return PersonPresenter(counter, actor, inline, person_id)

    return make


def test_the_number_is_masked_until_it_is_asked_for_and_masked_again_after_ten_seconds(open_page) -> None:
    page = open_page("单雨桐")
    assert page.number() == "371321********0028"
    page.show_number()
    assert page.number() == "371321199002140028"
    assert page.hiding.isActive()
    assert page.hiding.interval() == SHOWN_MS == 10_000
    page.hiding.timeout.emit()
    assert page.number() == "371321********0028"
    assert not page.hiding.isActive()


def test_showing_the_whole_number_is_written_down(open_page, counter: Counter) -> None:
    page = open_page("单雨桐")
    before = counter.journal.waiting
    page.show_number()
    page.show_number()
    assert counter.journal.waiting == before + 1


def test_asking_for_the_number_twice_hides_it(open_page) -> None:
    page = open_page("单雨桐")
    page.show_number()
    page.show_number()
    assert not page.number_shown


def test_seeing_the_page_again_hides_the_number(open_page) -> None:
    page = open_page("单雨桐")
    page.show_number()
    page.refresh()
    assert not page.number_shown


def test_what_is_possible_leads_on(open_page, qtbot: QtBot) -> None:
    page = open_page("解明月")
    with qtbot.waitSignal(page.register) as asked:
        page.register_residence()
    assert asked.args == [page.person_id]
    with qtbot.waitSignal(page.apply) as asked:
        page.apply_for_permit()
    assert asked.args == [page.person_id]


def test_what_is_not_possible_leads_nowhere(open_page, qtbot: QtBot) -> None:
    page = open_page("单雨桐")  # an application of hers has been accepted
    with qtbot.assertNotEmitted(page.apply), qtbot.assertNotEmitted(page.resume):
        page.apply_for_permit()
        page.resume_application()


def test_an_application_that_waits_is_resumed(open_page, qtbot: QtBot) -> None:
    page = open_page("李𬍛")
    waiting = page.page.cases[0]
    assert waiting.state is CaseState.AWAITING_MATERIALS
    with qtbot.waitSignal(page.resume) as asked:
        page.resume_application()
    assert asked.args == [waiting.case_id]


def test_printing_begins_with_the_newest_case(open_page, qtbot: QtBot) -> None:
    page = open_page("查文轩")
    with qtbot.waitSignal(page.papers) as asked:
        page.print_papers()
    assert asked.args == [page.page.cases[0].case_id]


def test_nobody_is_told_in_words_and_not_as_a_failure(
    counter: Counter, actor: Actor, inline: Inline, qtbot: QtBot
) -> None:
    page = PersonPresenter(counter, actor, inline, 12345)
    with qtbot.assertNotEmitted(page.failed):
        page.refresh()
    assert str(page.missing) == "没有这个人的记录。"
    for deed in (page.show_number, page.register_residence, page.apply_for_permit, page.print_papers):
        deed()


def test_half_a_year_is_counted_from_registration(open_page) -> None:
    page = open_page("单雨桐").page
    assert page.registrations[0].registered_on.isoformat() == "2025-10-16"
    assert (page.full_on.isoformat(), page.full_months) == ("2026-04-16", 6)


def test_no_half_year_is_shown_for_whom_the_permit_is_not_meant(open_page) -> None:
    assert open_page("SAMPLE JOHN").page.full_on is None
