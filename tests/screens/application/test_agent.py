"""Somebody applies for another: who may, and what the form asks of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from desktop.domain.codes import CaseState
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.screens.application.applying import (
    ELIGIBLE,
    SPACE,
    OpenDesk,
    Person,
    choose_photo,
    states,
)


def test_a_child_is_told_of_an_agent_and_the_guardian_applies(
    open_desk: OpenDesk, child: int, counter: Counter, actor: Actor, picture: Path
) -> None:
    desk = open_desk(child)
    desk.key("ground", "2")
    assert "可以由监护人、近亲属代为申领" in desk.said
    desk.key("with_agent", SPACE)
    desk.type("agent_name", "申大树")
    desk.type("agent_id_number", "11010519491231002x")
    desk.key("agent_relation", "m")
    desk.key("agent_relation", "f")
    assert desk.find("agent_reason").currentData() == "minor"
    desk.key("ground", Qt.Key.Key_F8)
    choose_photo(desk, picture)
    assert desk.button.startswith("受理")
    desk.submit("agent_name")
    assert states(counter, child, actor) == [CaseState.ACCEPTED]


def test_an_agent_for_an_able_adult_is_refused_by_the_law_not_by_the_form(
    open_desk: OpenDesk, person: Person
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("with_agent", SPACE)
    assert "缺4项" in desk.button
    desk.key("agent_reason", "m")
    assert desk.button.startswith("不予受理")
    desk.key("with_agent", SPACE)
    assert "缺3项" in desk.button


def test_an_agent_ticked_must_be_filled_in_and_is_not_the_applicant(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("with_agent", SPACE)
    desk.submit("ground")
    assert desk.focus() == "agent_name"
    assert states(counter, person(ELIGIBLE), actor) == []
    desk.type("agent_name", "王")
    desk.type("agent_id_number", counter.people.person(person(ELIGIBLE)).id_number)
    desk.key("agent_relation", "s")
    desk.key("agent_reason", "e")
    desk.submit("ground")
    assert desk.focus() == "agent_id_number"
    assert "另一个人" in desk.said
    assert desk.find("agent_name").text() == "王"


def test_the_agents_card_is_scanned_into_the_form_only_while_it_lacks_the_number(
    open_desk: OpenDesk, person: Person
) -> None:
    desk = open_desk(person(ELIGIBLE))
    assert not desk.presenter.scan("11010519491231002X")
    desk.key("with_agent", SPACE)
    assert desk.presenter.scan("11010519491231002X")
    assert desk.find("agent_id_number").text() == "11010519491231002X"
    assert not desk.presenter.scan("11010519491231002X")
