"""What must be so after every step of the walk, read from the tables themselves."""

from __future__ import annotations

from collections import Counter as Tally
from datetime import datetime
from typing import Any

from desktop.domain.blanks import BlankState
from desktop.domain.case_life import DECIDED
from desktop.domain.codes import CaseState
from desktop.domain.permit_life import LIVE, PermitEvent
from desktop.services import permit_records
from tests.services.walk_model import Card, Somebody, Tools

WRITTEN = {
    "produce": "produce_permit",
    PermitEvent.REPRODUCE.value: "produce_permit",
    PermitEvent.HAND_OVER.value: "hand_over_permit",
    PermitEvent.ENDORSE.value: "endorse_permit",
    PermitEvent.RESTORE.value: "restore_permit",
    PermitEvent.SUSPEND.value: "suspend_permit",
    PermitEvent.CHANGE_ADDRESS.value: "change_permit_address",
    PermitEvent.CORRECT.value: "approve_correction",
    PermitEvent.DECLARE_LOST.value: "declare_permit_lost",
    PermitEvent.FIND.value: "find_permit",
    PermitEvent.REPLACE.value: "permit_replaced",
    PermitEvent.CANCEL.value: "cancel_permit",
}
"""Every event of a permit's steps, and what the trail calls it in the same transaction."""

WITHOUT_A_PERMIT = {"approve_correction"}
"""What the trail may tell of somebody without a permit, too."""

_NOT_MADE = (CaseState.ACCEPTED, CaseState.SENT_BACK, CaseState.DENIED)


def ask(tools: Tools, question: str, *values: Any) -> list[Any]:
    """Return rows of the station's database."""
    link: Any = tools.station.office.database.link
    if link.dialect.name == "postgresql":
        question = question.replace("?", "%s")
    return list(link._cursor.execute(question, values).fetchall())


def check(tools: Tools, body: Somebody) -> None:
    """Compare what is stored of a person with the model, table by table."""
    _check_permits(tools, body)
    _check_cases(tools, body)
    for serial, state in body.blanks.items():
        assert ask(tools, "select state from blank where serial = ?", serial) == [(state.value,)]


def check_blanks(tools: Tools) -> None:
    """No blank used twice, none on two permits, none gone: over the whole station."""
    assert (
        ask(
            tools,
            "select first_serial from blank_step where state = 'used' group by first_serial"
            " having count(*) > 1",
        )
        == []
    )
    assert ask(tools, "select serial from permit group by serial having count(distinct permit_id) > 1") == []
    used = {row[0] for row in ask(tools, "select distinct serial from permit")}
    there = dict(ask(tools, "select serial, state from blank where state in ('used', 'spoiled')"))
    assert used <= set(there)
    assert set(there) == tools.spent
    kept = ask(tools, "select serial from blank where state = 'used'")
    assert {row[0] for row in kept} <= used


def stands(tools: Tools, card: Card) -> permit_records.PermitRow:
    return permit_records.find(tools.station.office.database.link, card.permit_id)


def _check_permits(tools: Tools, body: Somebody) -> None:
    asked = "select permit_id, version, state, current_id, holder_id from permit where person_id = ?"
    versions = ask(tools, asked + " order by permit_id, version", body.person_id)
    current = {row[0]: row for row in versions if row[3] is not None}
    assert len(current) == sum(row[3] is not None for row in versions)  # no permit in two states
    assert {permit: row[2] for permit, row in current.items()} == {
        card.permit_id: card.state.value for card in body.cards
    }
    live = [card for card in body.cards if card.state in LIVE]
    assert len(live) <= 1  # no person with two live permits
    assert [row[0] for row in versions if row[4] is not None] == [card.permit_id for card in live]
    told: Tally[tuple[str, datetime]] = Tally()
    body.told = Tally()
    for card in body.cards:
        row = stands(tools, card)
        if card.state in LIVE:
            dates = (row.years_from, row.opens_on, row.due_on)
            assert dates == (card.years_from, card.opens, card.due), (dates, card)
        assert row.replaces_id == (card.replaces.permit_id if card.replaces else None)
        asked = "select event, state, at from permit_step where permit_id = ? order by at, id"
        steps = ask(tools, asked, card.permit_id)
        states = [version[2] for version in versions if version[0] == card.permit_id]
        assert [step[1] for step in steps] == states  # no state without its step
        told.update((WRITTEN[step[0]], step[2]) for step in steps)
        body.told.update(step[0] for step in steps)
    _check_trail(tools, body, told)


def _check_trail(tools: Tools, body: Somebody, told: Tally[tuple[str, datetime]]) -> None:
    """No step without its journal entry of the same moment, and no such entry without its step."""
    for actor in (tools.clerk, tools.officer):
        since = tools.read_to.get(actor.counter_number, 0)
        asked = "select sequence, person_id, action, at from journal_entry where counter_number = ?"
        for row in ask(tools, asked + " and sequence > ?", actor.counter_number, since):
            tools.read_to[actor.counter_number] = max(tools.read_to.get(actor.counter_number, 0), row[0])
            if row[2] in WRITTEN.values():
                tools.written.setdefault(row[1], Tally())[row[2], row[3]] += 1
    written = tools.written.get(body.person_id, Tally())
    assert told <= written, told - written
    assert all(action in WITHOUT_A_PERMIT for action, _ in written - told), written - told


def _check_cases(tools: Tools, body: Somebody) -> None:
    kinds = ", ".join(f"'{kind.value}'" for kind in sorted(DECIDED))
    asked = (
        "select case_file.id, case_file.state, permit.state, permit.handed_over_on, blank.state from case_file"
        " left join permit on permit.case_id = case_file.id and permit.current_id is not null"
        " left join blank on blank.serial = permit.serial"
    )
    rows = ask(tools, f"{asked} where case_file.person_id = ? and kind in ({kinds})", body.person_id)
    assert {row[0]: CaseState(row[1]) for row in rows} == body.cases
    for case_id, state, permit, given, blank in rows:
        last = ask(
            tools, "select state from case_step where case_id = ? order by at desc, id desc limit 1", case_id
        )
        assert last == [(state,)]  # no state of a case without its step
        if permit is not None or CaseState(state) is CaseState.PRODUCED:
            assert _agree(CaseState(state), permit, given is not None, blank), (state, permit, given, blank)


def _agree(case: CaseState, permit: str, given: bool, blank: str) -> bool:
    """Whether a case and the permit that was made for it can stand side by side."""
    if case is CaseState.PRODUCED:
        return (permit, given, blank) == ("produced", False, BlankState.USED)
    if case is CaseState.GRANTED:  # made once, and spoiled
        return (permit, given, blank) == ("produced", False, BlankState.SPOILED)
    if case is CaseState.COMPLETED:
        return permit != "produced" and given and blank == BlankState.USED
    if case is CaseState.WITHDRAWN:
        return permit == "cancelled" and not given
    return case not in _NOT_MADE
