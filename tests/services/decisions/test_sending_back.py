"""What is sent back to the counter is handed in again, and decided by somebody else."""

from __future__ import annotations

import pytest

from desktop.domain.codes import CaseState, MaterialState
from desktop.domain.errors import NotPossible
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import key, rows
from tests.services.decisions.deciding import Take, grant


def test_what_is_sent_back_is_handed_in_again_and_granted(
    station: Counter, clerk: Actor, officer: Actor, taken: Take
) -> None:
    case = taken()
    back = station.decisions.send_back(officer, key(), case.case_id, 1, "相片不清晰").case
    assert back.state is CaseState.SENT_BACK
    request = key()
    again = station.decisions.submit_again(
        clerk, request, case.case_id, back.version, "已重新拍照", photo=b"another photo"
    )
    assert again.case.state is CaseState.ACCEPTED
    assert again.case.due_on == case.due_on
    assert (
        station.decisions.submit_again(
            clerk, request, case.case_id, back.version, "已重新拍照", photo=b"another photo"
        )
        == again
    )
    page = station.decisions.page(officer, case.case_id)
    assert page.photo == b"another photo"
    assert [one.state for one in page.steps] == ["accepted", "sent_back", "accepted"]
    assert [one.note for one in page.steps] == ["", "相片不清晰", "已重新拍照"]
    assert len(rows(station, "select 1 from attachment")) == 2  # the first one is kept
    assert grant(station, officer, again.case).case.state is CaseState.GRANTED


def test_an_officer_who_handed_it_in_again_cannot_decide_it(
    station: Counter, officer: Actor, second: Actor, taken: Take
) -> None:
    case = taken()
    back = station.decisions.send_back(officer, key(), case.case_id, 1, "相片不清晰").case
    again = station.decisions.submit_again(officer, key(), case.case_id, back.version).case
    with pytest.raises(NotPossible, match="不能是同一人"):
        grant(station, officer, again)
    assert grant(station, second, again).case.state is CaseState.GRANTED


def test_only_what_was_sent_back_is_handed_in_again(station: Counter, clerk: Actor, taken: Take) -> None:
    case = taken()
    with pytest.raises(NotPossible, match="已受理”，不能重新提交"):
        station.decisions.submit_again(clerk, key(), case.case_id, 1)


def test_a_material_taken_back_at_the_second_handing_in_keeps_it_from_being_granted(
    station: Counter, clerk: Actor, officer: Actor, taken: Take
) -> None:
    case = taken()
    back = station.decisions.send_back(officer, key(), case.case_id, 1, "就业证明不是原件").case
    states = {"employment_proof": MaterialState.MISSING}
    again = station.decisions.submit_again(clerk, key(), case.case_id, back.version, materials=states).case
    with pytest.raises(NotPossible, match="还缺就业证明"):
        grant(station, officer, again)
    page = station.decisions.page(officer, case.case_id)
    assert [one.need.code for one in page.materials if one.missing] == ["employment_proof"]
