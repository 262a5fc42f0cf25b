from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import (
    CancelReason,
    CaseState,
    IdKind,
    MaterialState,
    PaperKind,
    Relation,
)
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.domain.handing_over import Collector, HandOverForm, OldCard, ReceiptFate, SignedOn
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.services import case_records, copy_records, paper_records, permit_records
from desktop.services.counter import Counter
from desktop.services.hand_over_rows import HandedOver
from desktop.services.permit_endings import CardFate
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor, CaseRow
from printing.freezing import thaw
from tests.services.asked import actions, key, rows
from tests.services.conftest import numbered

HOLDER = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED)
WIFE = Collector("演练妻", IdKind.RESIDENT, numbered("37132119910305002"), Relation.SPOUSE)
TODAY = date(2026, 11, 20)


def state_of(station: Counter, permit: PermitRow) -> PermitState:
    return permit_records.find(station.office.database.link, permit.permit_id).state


@pytest.fixture
def made(
    resident: Callable[..., int], apply: Callable[..., Any], produce: Callable[..., PermitRow]
) -> Callable[..., PermitRow]:
    """Take, grant and produce a first permit today."""

    def make(serial: int = 1, on: date = date(2026, 5, 19), **how: Any) -> PermitRow:
        return produce(apply(resident(serial, on=on), **how).case)

    return make


@pytest.fixture
def renewed(
    station: Counter, clerk: Actor, issue: Callable[..., PermitRow], produce: Callable[..., PermitRow]
) -> Callable[..., tuple[PermitRow, PermitRow]]:
    """Issue a permit, take its replacement and produce the new one; return both, the old one first."""

    def make(kind: ReplacementKind = ReplacementKind.DAMAGED) -> tuple[PermitRow, PermitRow]:
        old = issue(on=date(2026, 11, 20), registered=date(2026, 5, 10))
        brought = ["identity", "photo"]
        if kind is not ReplacementKind.LOST:
            brought.append("old_permit")
        if kind is ReplacementKind.CHANGED:
            brought.append("change_proof")
        done = station.replacements.replace(
            clerk,
            key(),
            old.permit_id,
            old.version,
            kind,
            b"photo",
            dict.fromkeys(brought, MaterialState.PRESENT),
            "磨损无法识别",
        )
        assert done.case is not None
        old = permit_records.find(station.office.database.link, old.permit_id)
        return old, produce(done.case, replaces=old)

    return make


def case_of(station: Counter, permit: PermitRow) -> CaseRow:
    return case_records.find(station.office.database.link, permit.case_id)


# -- what a scan is for --------------------------------------------------------------------------------


def test_receipt_case_number_and_permit_number_find_the_same_permit(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow]
) -> None:
    permit = made(photo=b"a face")
    number = case_of(station, permit).case_number
    for code in ("12" + number, number, permit.permit_number, f" {number[:6]} {number[6:]} "):
        found = station.handing_over.find(clerk, code)
        assert found.ready, found.problem
        assert found.permit is not None
        assert found.case is not None
        assert found.permit.permit_id == permit.permit_id
        assert found.case.case_number == number
    assert found.person is not None
    assert (found.person.name, found.photo, found.replaces, found.agent) == ("演练甲", b"a face", None, None)
    assert (found.waiting_days, found.collect_by, found.notes) == (0, None, ())
    station.journal.flush()
    assert actions(station).count("look_up") == 4


def test_the_signed_code_of_a_receipt_is_as_good_as_its_barcode(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow]
) -> None:
    permit = made()
    link = station.office.database.link
    [receipt] = [
        paper
        for paper in paper_records.of_case(link, permit.case_id)
        if paper.kind is PaperKind.ACCEPTANCE_RECEIPT
    ]
    sealed = thaw(link.one(copy_records.DOCUMENT, paper=receipt.paper_id).document)
    assert sealed.seal is not None
    found = station.handing_over.find(clerk, sealed.seal.text)
    assert found.ready, found.problem
    assert found.permit is not None
    assert found.permit.permit_id == permit.permit_id
    half = station.handing_over.find(clerk, sealed.seal.text[:100])
    assert "请扫描受理回执" in str(half.problem)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("", "请扫描受理回执"),
        ("hello", "请扫描受理回执"),
        ("6901234567892", "请扫描受理回执"),
        ("演练甲", "请扫描受理回执"),
        ("1" * 23, "请扫描受理回执"),
        ("1" * 25, "请扫描受理回执"),
        ("１２3701020062026112003999", "没有号码123701020062026112003999的记录"),
        ("3701020062026112003999", "没有号码3701020062026112003999的记录"),
        ("313701020062026112003999", "没有号码313701020062026112003999的记录"),
        ("123701030012026112001001", "不是本所的号码（区划370103，派出所001），请到受理的派出所领取"),
        ("3710030012026112001001", "不是本所的号码（区划371003，派出所001）"),
        ("999999999999999999999999", "不是本所的号码"),
    ],
)
def test_a_foreign_or_unknown_code_gets_a_sentence(
    station: Counter, clerk: Actor, code: str, told: str
) -> None:
    found = station.handing_over.find(clerk, code)
    assert not found.ready
    assert told in str(found.problem)
    assert found.case is None


def test_a_case_in_another_state_says_where_it_stands(
    station: Counter,
    clerk: Actor,
    officer: Actor,
    resident: Callable[..., int],
    apply: Callable[..., Any],
) -> None:
    def told(case: CaseRow) -> str:
        found = station.handing_over.find(clerk, case.case_number)
        assert found.case is not None
        assert found.case.case_id == case.case_id
        return str(found.problem)

    first = apply(resident(1)).case
    assert "还没有审核，应于2026-12-04前办结" in told(first)
    station.decisions.send_back(officer, key(), first.case_id, 1, "相片不清晰")
    assert "于2026-11-20退回补正：相片不清晰" in told(first)
    second = apply(resident(2)).case
    station.decisions.grant(officer, key(), second.case_id, 1)
    assert "已审核通过，还没有制证，应于2026-12-04前办结" in told(second)
    third = apply(resident(3)).case
    station.decisions.deny(officer, key(), third.case_id, 1, "劳动合同不实")
    assert "已于2026-11-20不予签发：劳动合同不实" in told(third)
    assert "待补材料" in told(apply(resident(4), missing=("identity",)).case)
    with pytest.raises(NotPossible, match="还没有制证"):
        station.handing_over.hand_over(clerk, key(), second.case_id, HOLDER)


def test_another_kind_of_paper_is_named(station: Counter, clerk: Actor, register: Callable[..., Any]) -> None:
    case = register().case
    found = station.handing_over.find(clerk, "11" + case.case_number)
    assert "是居住登记的单据，不是领取居住证用的受理回执" in str(found.problem)


def test_what_was_handed_over_says_when_by_whom_and_to_whom(
    station: Counter, clerk: Actor, template: Any, made: Callable[..., PermitRow]
) -> None:
    permit = made()
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED, WIFE)
    station.handing_over.hand_over(clerk, key(), permit.case_id, form)
    case = case_of(station, permit)
    told = "已于2026-11-20 10:00由测试一发放给代领人演练妻（配偶），不能再发"
    for code in ("12" + case.case_number, permit.permit_number):
        assert told in str(station.handing_over.find(clerk, code).problem)
    with pytest.raises(NotPossible, match="由测试一发放给代领人演练妻"):
        station.handing_over.hand_over(template.other, key(), permit.case_id, HOLDER)


def test_a_cancelled_permit_says_since_when(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow]
) -> None:
    permit = made()
    station.cancellations.cancel(
        clerk, key(), permit.permit_id, permit.version, CancelReason.OWN_WISH, CardFate.RETURNED
    )
    for code in (permit.permit_number, "12" + case_of(station, permit).case_number):
        found = station.handing_over.find(clerk, code)
        assert "现在是“已注销”（2026-11-20，测试一办理），不能发放" in str(found.problem)
    with pytest.raises(NotPossible, match="已注销"):
        station.handing_over.hand_over(clerk, key(), permit.case_id, HOLDER)


def test_a_card_spoiled_before_it_was_handed_over_waits_again(
    station: Counter, clerk: Actor, officer: Actor, made: Callable[..., PermitRow]
) -> None:
    permit = made()
    with station.office.database.write() as link:
        case_records.move_on(
            station.office, link, officer, permit.case_id, CaseState.GRANTED, station.office.clock.now()
        )
    found = station.handing_over.find(clerk, permit.permit_number)
    assert "还没有制证" in str(found.problem)
    with pytest.raises(NotPossible, match="还没有制证"):
        station.handing_over.hand_over(clerk, key(), permit.case_id, HOLDER)


def test_a_face_that_was_corrected_since_is_made_again_first(
    station: Counter, clerk: Actor, officer: Actor, made: Callable[..., PermitRow]
) -> None:
    permit = made()
    person = station.people.person(permit.person_id)
    proposed = station.corrections.propose(
        clerk, key(), person.person_id, person.version, {"name": "演练乙"}, "录入错误", "居民身份证"
    )
    station.corrections.approve(officer, key(), proposed.case.case_id, proposed.case.version)
    with pytest.raises(NotPossible, match="证面的姓名与现在登记的不一致，请作废重制"):
        station.handing_over.hand_over(clerk, key(), permit.case_id, HOLDER)


def test_a_move_since_is_a_note_and_no_hindrance(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow], register: Callable[..., Any]
) -> None:
    permit = made()
    here = station.registrations.open_registration(permit.person_id)
    assert here is not None
    register(
        1,
        residence={"arrived_on": "2026-11-20", "house_number": "9"},
        move_from=here.registration_id,
    )
    found = station.handing_over.find(clerk, permit.permit_number)
    assert found.ready, found.problem
    assert "请接着办理居住证地址变更" in str(found.notes[0])
    done = station.handing_over.hand_over(clerk, key(), permit.case_id, HOLDER)
    assert done.notes == found.notes


# -- handing over --------------------------------------------------------------------------------------


def test_the_holder_takes_the_permit(station: Counter, clerk: Actor, made: Callable[..., PermitRow]) -> None:
    permit, request = made(), key()
    done = station.handing_over.hand_over(clerk, request, permit.case_id, HOLDER)
    assert done.case.state is CaseState.COMPLETED
    assert (done.permit.state, done.permit.handed_over_on) == (PermitState.VALID, TODAY)
    assert (done.replaced, done.notes) == (None, ())
    held = permit_records.held_by(station.office.database.link, permit.person_id)
    assert held is not None
    assert held.permit_id == permit.permit_id
    step = rows(station, f"select facts, note from case_step where case_id = {permit.case_id} order by at")[
        -1
    ]
    facts = json.loads(step.facts)
    assert (facts["signed_on"], facts["receipt"], facts["collector"]) == ("paper", "returned", None)
    assert step.note == "本人；在回执上签名；收回回执"
    [entry] = rows(station, "select * from journal_entry where action = 'hand_over_permit'")
    assert permit.permit_number in entry.detail
    assert station.handing_over.hand_over(clerk, request, permit.case_id, HOLDER) == done
    assert actions(station).count("hand_over_permit") == 1


def test_an_agent_is_written_down_with_the_document(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow]
) -> None:
    permit = made()
    form = HandOverForm(SignedOn.SCREEN, ReceiptFate.LOST, WIFE, signature=b"ink")
    station.handing_over.hand_over(clerk, key(), permit.case_id, form)
    step = rows(station, f"select facts, note from case_step where case_id = {permit.case_id} order by at")[
        -1
    ]
    assert json.loads(step.facts)["collector"] == {
        "name": "演练妻",
        "id_kind": "resident",
        "id_number": WIFE.id_number,
        "relation": "spouse",
    }
    assert (
        step.note
        == f"代领人演练妻（配偶） {WIFE.id_number[:6]}********{WIFE.id_number[-4:]}；在屏幕上签名；声明回执丢失"
    )
    [kept] = rows(station, "select content from attachment where kind = 'signature'")
    assert bytes(kept.content) == b"ink"
    [entry] = rows(station, "select detail from journal_entry where action = 'hand_over_permit'")
    assert WIFE.id_number not in entry.detail


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (HandOverForm(SignedOn.SCREEN, ReceiptFate.RETURNED), "signature"),
        (
            HandOverForm(
                SignedOn.PAPER,
                ReceiptFate.RETURNED,
                Collector("", IdKind.RESIDENT, WIFE.id_number, Relation.SPOUSE),
            ),
            "collector_name",
        ),
        (
            HandOverForm(
                SignedOn.PAPER,
                ReceiptFate.RETURNED,
                Collector("演练妻", IdKind.RESIDENT, "370102199103050021", Relation.SPOUSE),
            ),
            "collector_id_number",
        ),
    ],
)
def test_a_field_that_breaks_its_rule_hands_nothing_over(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow], form: HandOverForm, field: str
) -> None:
    permit = made()
    with pytest.raises(BadInput) as told:
        station.handing_over.hand_over(clerk, key(), permit.case_id, form)
    assert told.value.field == field
    assert state_of(station, permit) is PermitState.PRODUCED


def test_two_counters_hand_the_same_permit_over_once(
    station: Counter, clerk: Actor, template: Any, made: Callable[..., PermitRow]
) -> None:
    for serial in range(1, 5):
        permit = made(serial)
        with ThreadPoolExecutor(2) as pool:
            acts = [
                pool.submit(partial(station.handing_over.hand_over, who, key(), permit.case_id, HOLDER))
                for who in (clerk, template.other)
            ]
        errors = [act.exception() for act in acts if act.exception()]
        assert len(errors) == 1
        assert "不能再发" in str(errors[0])
        assert state_of(station, permit) is PermitState.VALID


def test_nothing_is_handed_over_that_could_not_be_stored(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow], read_only: Any
) -> None:
    permit = made()
    with read_only(station), pytest.raises(EnvironmentTrouble):
        station.handing_over.hand_over(clerk, key(), permit.case_id, HOLDER)
    assert state_of(station, permit) is PermitState.PRODUCED
    assert case_of(station, permit).state is CaseState.PRODUCED


# -- replacements --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [ReplacementKind.DAMAGED, ReplacementKind.CHANGED])
def test_the_old_card_comes_back_when_the_new_one_goes_out(
    station: Counter, clerk: Actor, renewed: Callable[..., tuple[PermitRow, PermitRow]], kind: ReplacementKind
) -> None:
    old, new = renewed(kind)
    assert old.state is PermitState.VALID
    found = station.handing_over.find(clerk, old.permit_number)  # the old card is what the holder brings
    assert found.ready, found.problem
    assert found.permit is not None
    assert found.replaces is not None
    assert (found.permit.permit_id, found.replaces.permit_id) == (new.permit_id, old.permit_id)
    with pytest.raises(BadInput) as told:
        station.handing_over.hand_over(clerk, key(), new.case_id, HOLDER)
    assert told.value.field == "old_card"
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED, old_card=OldCard.RETURNED)
    request = key()
    done = station.handing_over.hand_over(clerk, request, new.case_id, form)
    assert done.replaced is not None
    assert (done.permit.state, done.replaced.state) == (PermitState.VALID, PermitState.REPLACED)
    assert (done.replaced.replaced_by, done.replaced.end_reason) == (new.permit_id, "returned")
    assert done.permit.years_from == old.years_from
    steps = permit_records.steps(station.office.database.link, old.permit_id)
    assert (steps[-1].event, steps[-1].note, steps[-1].case_id) == ("replace", "收回旧证", new.case_id)
    assert actions(station).count("permit_replaced") == 1
    assert station.handing_over.hand_over(clerk, request, new.case_id, form) == done
    assert "已换发新证" in str(station.handing_over.find(clerk, old.permit_number).problem)


def test_a_lost_card_is_replaced_and_may_be_found_after_all(
    station: Counter, clerk: Actor, renewed: Callable[..., tuple[PermitRow, PermitRow]]
) -> None:
    old, new = renewed(ReplacementKind.LOST)
    assert old.state is PermitState.LOST
    done = station.handing_over.hand_over(clerk, key(), new.case_id, HOLDER)
    assert done.replaced is not None
    assert (done.replaced.state, done.replaced.end_reason) == (PermitState.REPLACED, "lost")


def test_a_new_card_of_a_permit_that_ended_meanwhile_is_not_handed_over(
    station: Counter, clerk: Actor, renewed: Callable[..., tuple[PermitRow, PermitRow]]
) -> None:
    old, new = renewed()
    with station.office.database.write() as link:
        permit_records.happen(
            station.office, link, clerk, key(), old, PermitEvent.CANCEL, station.office.clock.now()
        )
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED, old_card=OldCard.RETURNED)
    assert "已注销" in str(station.handing_over.find(clerk, new.permit_number).problem)
    with pytest.raises(NotPossible, match="要换的旧证.*已注销"):
        station.handing_over.hand_over(clerk, key(), new.case_id, form)
    assert state_of(station, new) is PermitState.PRODUCED
    assert case_of(station, new).state is CaseState.PRODUCED


def test_a_permit_whose_endorsement_fell_due_meanwhile_is_suspended_at_once(
    station: Counter,
    clerk: Actor,
    renewed: Callable[..., tuple[PermitRow, PermitRow]],
    go: Callable[[date], None],
) -> None:
    _, new = renewed()
    go(date(2027, 12, 1))
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED, old_card=OldCard.RETURNED)
    done = station.handing_over.hand_over(clerk, key(), new.case_id, form)
    assert done.permit.state is PermitState.SUSPENDED
    assert "请接着补办签注" in str(done.notes[-1])


# -- who has not come ----------------------------------------------------------------------------------


def test_permits_not_collected_are_listed_for_a_call(
    station: Counter,
    clerk: Actor,
    made: Callable[..., PermitRow],
    go: Callable[[date], None],
) -> None:
    first, second, third = made(1), made(2), made(3)
    station.handing_over.hand_over(clerk, key(), third.case_id, HOLDER)
    go(date(2026, 12, 19))
    assert station.handing_over.uncollected(clerk) == ()
    assert len(station.handing_over.uncollected(clerk, 29)) == 2
    go(date(2026, 12, 20))
    one, other = station.handing_over.uncollected(clerk)
    assert [one.permit_id, other.permit_id] == [first.permit_id, second.permit_id]
    assert (one.waiting_days, one.masked_phone, one.collect_by) == (30, "139****0001", None)
    assert one.calls == ()
    assert station.handing_over.phone(clerk, first.case_id) == "13900000001"
    request = key()
    for _ in range(2):
        station.handing_over.called(clerk, request, first.case_id, " 无人 接听 ")
    station.handing_over.called(clerk, key(), first.case_id, "明天来取")
    [called, *_] = station.handing_over.uncollected(clerk)
    assert [(one.staff_name, one.note) for one in called.calls] == [
        ("测试一", "无人 接听"),
        ("测试一", "明天来取"),
    ]
    station.journal.flush()
    done = actions(station)
    assert (done.count("call_holder"), done.count("show_phone")) == (2, 1)
    station.handing_over.hand_over(clerk, key(), first.case_id, HOLDER)
    assert len(station.handing_over.uncollected(clerk)) == 1
    with pytest.raises(NotPossible, match="不能再发"):
        station.handing_over.called(clerk, key(), first.case_id, "再次通知")


@pytest.mark.parametrize("note", ["", " ", "长" * 201])
def test_a_call_takes_a_note(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow], note: str
) -> None:
    with pytest.raises(BadInput, match="请填写通知的情况"):
        station.handing_over.called(clerk, key(), made().case_id, note)


def test_the_station_sets_after_how_many_days_it_calls(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow], go: Callable[[date], None]
) -> None:
    made()
    with station.office.database.engine.begin() as connection:
        connection.execute(text("insert into setting (name, value) values ('uncollected_days', '7')"))
    go(date(2026, 11, 26))
    assert station.handing_over.uncollected(clerk) == ()
    go(date(2026, 11, 27))
    assert len(station.handing_over.uncollected(clerk)) == 1


def test_a_call_does_not_change_the_case(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow]
) -> None:
    permit = made()
    before = case_of(station, permit)
    station.handing_over.called(clerk, key(), permit.case_id, "明天来取")
    assert case_of(station, permit) == before
    done = station.handing_over.hand_over(clerk, key(), permit.case_id, HOLDER)
    assert isinstance(done, HandedOver)
