"""No list and no page shows a whole number or address unasked; only where the clerk must compare it is whole."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from desktop.domain.codes import CaseKind, CaseState
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.screen import Finder, Screen
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.table import TableView
from desktop.ui.kit.theme import Look

WHOLE = {
    "register": "the form that is filled in, beside the card that was read",
    "apply": "the form: the address is compared with the lease",
    "hukou": "the form: the address decides which rules hold",
    "correction": "the form: the old values are compared with the evidence",
    "correction_case": "whoever approves compares old and new with the evidence",
    "permit_deed": "what the deed changes on the card is compared with it",
    "hand_over": "the address on the card is compared with the card",
    "decide": "the decider compares the address with the proof of residence",
}
"""Screens that keep whole addresses, and why (docs/decisions/013); numbers are masked there too, but in fields."""


@pytest.fixture
def officer(counter: Counter) -> Actor:
    return counter.sign_in.sign_in("chengang", "yanlian-03", 1)


def secrets(counter: Counter) -> tuple[set[str], set[str]]:
    """Every number and telephone number, and every address, that the station knows."""
    numbers, places = set(), set()
    with counter.office.database.engine.connect() as connection:
        for column in ("id_number", "phone"):
            numbers |= set(connection.execute(text(f"select {column} from person")).scalars())
        numbers |= set(connection.execute(text("select landlord_phone from registration")).scalars())
        numbers |= set(connection.execute(text("select id_number from accompanying_minor")).scalars())
        places |= set(connection.execute(text("select written_address from registration")).scalars())
        places |= set(connection.execute(text("select hukou_address from person")).scalars())
    return {one for one in numbers if one}, {one for one in places if one and any(map(str.isdigit, one))}


def seen(view: QWidget) -> str:
    """Every word of a view: labels, buttons, cells, tooltips, what is read aloud; not what stands in fields."""
    words = [each.text() for each in view.findChildren(QLabel)]
    words += [each.text() for each in view.findChildren(QAbstractButton)]
    for each in (view, *view.findChildren(QWidget)):
        words += [each.toolTip(), each.accessibleName(), each.accessibleDescription()]
    for table in view.findChildren(TableView):
        if table.objectName() == "samples":  # what to type at the practice station, made up
            continue
        for row in table._table.rows:
            for column in table._table.columns:
                words += [column.show(row), column.tip(row) if column.tip is not None else ""]
    return "\n".join(words)


def fields(view: QWidget) -> str:
    found = [each.text() for each in view.findChildren(QLineEdit)]
    return "\n".join(found + [each.toPlainText() for each in view.findChildren(QPlainTextEdit)])


@pytest.fixture
def walk(
    qtbot: QtBot, look: Look, counter: Counter, inline: Inline
) -> Callable[[Actor, str, Any], tuple[Screen, QWidget]]:
    def go(who: Actor, name: str, *what: Any) -> tuple[Screen, QWidget]:
        counter.office.rights.seat(who)
        screen = duty(counter, who, inline, lambda *where: None).screens[name](*what)
        view = screen.view()
        qtbot.addWidget(view)
        finish_building(view)
        return screen, view

    return go


def test_lists_and_pages_show_no_whole_number_and_no_whole_address(
    counter: Counter, actor: Actor, officer: Actor, walk: Any
) -> None:
    numbers, places = secrets(counter)
    assert len(numbers) > 80
    assert len(places) > 40
    counter.office.rights.seat(actor)
    people = [counter.lookup.find(actor, name).hits[0].person_id for name in ("单雨桐", "解明月", "仇长河")]
    with counter.office.database.engine.connect() as connection:
        cases = list(connection.execute(text("select id from case_file order by id")).scalars())
        permits = list(
            connection.execute(text("select permit_id from permit where current_id is not null")).scalars()
        )
    assert permits
    visits: list[tuple[Actor, str, tuple[Any, ...]]] = [
        *((actor, "open_person", (person,)) for person in people),
        *((actor, "own_data", (person,)) for person in people),
        *((actor, "permit", (permit,)) for permit in permits[:5]),
        *((actor, "papers", (case,)) for case in cases[:5]),
        *((actor, name, ()) for name in ("desk", "work_list", "day", "uncollected", "produce", "verify")),
        (officer, "decide", ()),
    ]
    told = []
    for who, name, what in visits:
        screen, view = walk(who, name, *what)
        presenter = screen.presenter
        if isinstance(presenter, Finder):
            for asked in ("单雨桐", "演练", "13900000001", "3713"):
                presenter.search(asked)
                told += leaks(name, seen(view), numbers, places)
        told += leaks(name, seen(view), numbers, places if name not in WHOLE else set())
    assert told == []


def leaks(name: str, words: str, numbers: set[str], places: set[str]) -> list[str]:
    return [f"{name}: {one}" for one in sorted(numbers | places) if one in words]


def test_where_addresses_are_compared_numbers_stay_masked(
    counter: Counter, actor: Actor, officer: Actor, walk: Any
) -> None:
    numbers, _ = secrets(counter)
    counter.office.rights.seat(actor)
    person = counter.lookup.find(actor, "单雨桐").hits[0].person_id
    with counter.office.database.engine.connect() as connection:
        case = (
            connection.execute(
                text("select id from case_file where kind = :kind and state = :state"),
                {"kind": CaseKind.PERMIT_APPLICATION.value, "state": CaseState.ACCEPTED.value},
            )
            .scalars()
            .first()
        )
    told = []
    for who, name, what in (
        (actor, "apply", (person,)),
        (actor, "hukou", (person,)),
        (officer, "decide", (case,)),
    ):
        _, view = walk(who, name, *what)
        told += leaks(name, seen(view), numbers, set())
    assert told == []


def test_the_search_would_see_a_whole_number(qtbot: QtBot) -> None:
    view = QWidget()
    qtbot.addWidget(view)
    number = str(uuid.uuid4())
    QLabel(number, view)
    assert leaks("x", seen(view), {number}, set()) == [f"x: {number}"]
