"""From the card to the certificate by keyboard alone, in few keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CaseKind, IdKind
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.form import Form
from desktop.ui.kit.shortcuts import keys_of
from desktop.ui.kit.theme import Look


def test_a_newcomer_is_registered_by_keys_alone(
    open_form: Any, counter: Counter, qtbot: QtBot, newcomer: str
) -> None:
    hand = open_form()
    assert hand.at == "id_number"
    hand.fill_newcomer()
    with qtbot.waitSignal(hand.presenter.notice) as noticed, qtbot.waitSignal(hand.presenter.papers) as led:
        hand.press("Ctrl+Return")
    done = hand.presenter.done
    assert grouped(done.case.case_number) in noticed.args[0]
    assert led.args == [done.case.case_id]
    assert done.case.kind is CaseKind.REGISTRATION
    assert done.registration.written_address == "山东省济南市历下区解放路街道演练路12号"
    person = counter.people.by_number(IdKind.RESIDENT, newcomer)
    assert person is not None
    assert (person.name, person.hukou_division, person.birth_date.isoformat()) == (
        "张小燕",
        "371324",
        "1993-06-18",
    )
    # beside the 18 digits of the number and the three characters of the name
    assert hand.keys - 18 - 3 <= 33, hand.keys


def test_the_next_newcomer_at_the_same_address_takes_two_dozen_keys(open_form: Any) -> None:
    first = open_form()
    first.fill_newcomer().press("Ctrl+Return")
    hand = open_form()
    hand.line("341222200002140033"[:17] + check("34122220000214003")).line("李明").line("h").line("taihe")
    hand.press("F7")
    assert hand.at == "lodging"
    hand.line("d").line("w").type("11-18").press("Ctrl+Return")
    assert hand.presenter.done is not None
    assert hand.keys - 18 - 2 <= 21, hand.keys


def test_a_known_person_moves_in_a_dozen_keys_after_the_card(open_form: Any, counter: Counter) -> None:
    open_form().fill_newcomer().press("Ctrl+Return")
    known = counter.people.by_number(IdKind.RESIDENT, "371326197709090012")
    assert known is not None
    hand = open_form()
    assert hand.presenter.scan(known.id_number)
    assert hand.value("name") == known.name
    assert hand.at == "move_registration"
    hand.press("Ctrl+M", "Enter", "F7").line("d").type("11-18").press("Ctrl+Return")
    done = hand.presenter.done
    assert done is not None
    assert done.moved_from is not None
    assert done.case.kind is CaseKind.REGISTRATION_MOVE
    assert hand.keys <= 11, hand.keys


def test_the_person_of_the_page_is_filled_in_with_the_present_registration_beside(
    open_form: Any, counter: Counter
) -> None:
    known = counter.people.by_number(IdKind.RESIDENT, "371326197709090012")
    hand = open_form(known.person_id)
    assert hand.value("id_number") == known.id_number
    assert hand.value("phone") == known.phone
    assert hand.field("hukou_division").text() == "山东省临沂市平邑县"
    assert hand.value("reason") == "work"
    assert hand.comparison.isVisible()
    assert hand.at == "move_registration"


def test_enter_passes_what_is_filled_in_and_tab_goes_to_every_field(open_form: Any, newcomer: str) -> None:
    hand = open_form()
    hand.line(newcomer)
    assert hand.at == "name"
    hand.line("张小燕")
    assert hand.at == "ethnicity"
    hand.go("name").press("Tab")
    assert hand.at == "sex"


def test_enter_at_the_end_of_the_path_hands_in(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer().press("Enter")
    assert hand.at == "register_residence"
    hand.press("Enter")
    assert hand.presenter.done is not None


def test_the_next_of_the_household_has_address_landlord_and_arrival(
    open_form: Any, counter: Counter, actor: Actor
) -> None:
    hand = open_form()
    hand.fill_newcomer().go("lodging").type("zl").go("landlord_name").type("房主甲").press("Ctrl+Return")
    first = hand.presenter.done
    assert hand.at == "print_paper"
    hand.press("F6")
    assert hand.at == "id_number"
    assert hand.value("name") == hand.value("id_number") == ""
    assert hand.value("landlord_name") == "房主甲"
    hand.line("341222200002140033"[:17] + check("34122220000214003")).line("李明").line("h").line("taihe")
    assert hand.at == "reason"
    hand.type("s").press("Ctrl+Return")
    second = hand.presenter.done
    assert second.case.case_id != first.case.case_id
    assert second.registration.address == first.registration.address
    assert second.registration.landlord_name == "房主甲"
    assert second.registration.arrived_on == first.registration.arrived_on
    assert counter.drafts.open(actor) == ()


def test_coming_back_from_the_papers_shows_what_is_next_and_later_a_new_form(open_form: Any) -> None:
    hand = open_form()
    hand.fill_newcomer().press("Ctrl+Return")
    hand.presenter.refresh()
    assert hand.presenter.done is not None
    hand.presenter.refresh()
    assert hand.presenter.done is None
    assert hand.at == "id_number"
    assert hand.value("name") == ""


def check(first17: str) -> str:
    from desktop.domain.id_numbers import check_digit

    return check_digit(first17)


def test_on_few_lines_the_form_comes_before_the_lesser_keys(open_form: Any, look: Look, qtbot: QtBot) -> None:
    hand = open_form()
    hand.view.resize(1200, 800)
    lesser = hand.view.findChild(QPushButton, "same_address")
    assert lesser is not None
    assert lesser.isVisible()
    look.use("light", 200)
    again = open_form()
    again.view.resize(1100, 600)
    lesser, form = again.view.findChild(QPushButton, "same_address"), again.view.findChild(Form)
    assert lesser is not None
    assert form is not None
    qtbot.waitUntil(lambda: not lesser.isVisible())
    qtbot.waitUntil(lambda: form.height() > again.view.height() // 2)
    assert "F7" in [row.key for row in keys_of(again.view)]
