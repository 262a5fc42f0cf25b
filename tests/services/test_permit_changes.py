from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CancelReason, CaseKind, CaseState, MaterialState
from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.services.counter import Counter
from desktop.services.permit_endings import CardFate
from desktop.services.permit_pages import PermitDone
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from tests.services.asked import key

Issue = Callable[..., PermitRow]
Go = Callable[[date], None]
Replace = Callable[..., PermitDone]
PRESENT = MaterialState.PRESENT


@pytest.fixture
def replace(station: Counter, clerk: Actor) -> Replace:
    def make(permit: PermitRow, kind: ReplacementKind = ReplacementKind.DAMAGED, **how: Any) -> PermitDone:
        needs = station.replacements.replacement(clerk, permit.permit_id, kind).materials
        states = {need.code: PRESENT for need in needs}
        states |= dict.fromkeys(how.pop("missing", ()), MaterialState.MISSING)
        return station.replacements.replace(
            clerk,
            how.get("request_id", key()),
            permit.permit_id,
            how.get("seen", permit.version),
            kind,
            how.get("photo", b"a photo"),
            states,
            how.get("reason", "折断，无法辨认"),
        )

    return make


@pytest.fixture
def now(station: Counter, clerk: Actor) -> Callable[[PermitRow], PermitRow]:
    """Return a permit as it stands now."""
    return lambda permit: station.permits.page(clerk, permit.permit_id).permit


def entries(station: Counter, action: str) -> int:
    with station.office.database.engine.connect() as connection:
        found = connection.execute(
            text("select count(*) from journal_entry where action = :action"), {"action": action}
        )
        return int(found.scalar_one())


def test_the_permit_follows_a_move_within_the_county_and_its_years_go_on(
    station: Counter, clerk: Actor, issue: Issue, go: Go, register: Callable[..., Any], now: Any
) -> None:
    permit = issue()
    here = station.registrations.open_registration(permit.person_id)
    assert here is not None
    go(date(2024, 3, 4))
    moved = register(
        residence={"house_number": "9", "arrived_on": "2024-03-01"}, move_from=here.registration_id
    )
    after = now(permit)
    assert after.address == moved.registration.written_address != permit.address
    assert (after.state, after.years_from, after.due_on) == (
        PermitState.VALID,
        permit.years_from,
        permit.due_on,
    )
    step = station.permits.page(clerk, permit.permit_id).steps[-1]
    assert (step.event, step.case_id) == (PermitEvent.CHANGE_ADDRESS.value, moved.case.case_id)
    assert entries(station, "change_permit_address") == 1
    assert [version.address for version in station.permits.page(clerk, permit.permit_id).versions][-2:] == [
        permit.address,
        after.address,
    ]


def test_a_move_out_of_the_county_with_a_permit_is_a_departure(
    station: Counter, issue: Issue, go: Go, register: Callable[..., Any], now: Any
) -> None:
    permit = issue()
    here = station.registrations.open_registration(permit.person_id)
    assert here is not None
    go(date(2024, 3, 4))
    with pytest.raises(NotPossible, match="离开居住地注销"):
        register(
            residence={
                "division": "370124",
                "street": "370124001",
                "community": "",
                "arrived_on": "2024-03-01",
            },
            move_from=here.registration_id,
        )
    assert now(permit) == permit
    assert station.registrations.open_registration(permit.person_id) == here


def test_a_lost_permit_follows_once_it_is_found_again(
    station: Counter, clerk: Actor, issue: Issue, go: Go, register: Callable[..., Any], now: Any
) -> None:
    permit = issue()
    go(date(2024, 3, 1))
    changes = station.permit_changes
    request = key()
    lost = changes.declare_lost(clerk, request, permit.permit_id, permit.version, "公交车上")
    assert changes.declare_lost(clerk, request, permit.permit_id, permit.version) == lost
    assert lost.permit.state is PermitState.LOST
    here = station.registrations.open_registration(permit.person_id)
    assert here is not None
    go(date(2024, 3, 4))
    register(residence={"house_number": "9", "arrived_on": "2024-03-01"}, move_from=here.registration_id)
    assert now(permit).address == permit.address
    with pytest.raises(NotPossible, match="这张居住证已挂失，不能变更居住地址"):
        changes.change_address(clerk, key(), permit.permit_id, now(permit).version)
    found = changes.found_again(clerk, key(), permit.permit_id, now(permit).version)
    assert found.permit.state is PermitState.VALID
    request = key()
    done = changes.change_address(clerk, request, permit.permit_id, found.permit.version)
    assert changes.change_address(clerk, request, permit.permit_id, found.permit.version) == done
    assert done.case is not None
    assert (done.case.kind, done.case.state) == (CaseKind.ADDRESS_CHANGE, CaseState.COMPLETED)
    assert done.permit.address.endswith("演练路9号101室")
    with pytest.raises(NotPossible, match="与居住证一致"):
        changes.change_address(clerk, key(), permit.permit_id, done.permit.version)


def test_a_permit_found_after_its_last_day_is_suspended_at_once(
    station: Counter, clerk: Actor, issue: Issue, go: Go
) -> None:
    permit = issue()
    go(date(2024, 9, 1))
    lost = station.permit_changes.declare_lost(clerk, key(), permit.permit_id, permit.version)
    go(date(2024, 11, 21))
    assert station.permits.suspend_overdue(clerk, date(2024, 11, 21)) == 0
    found = station.permit_changes.found_again(clerk, key(), permit.permit_id, lost.permit.version)
    assert found.permit.state is PermitState.SUSPENDED


@pytest.mark.parametrize("kind", list(ReplacementKind))
def test_a_replacement_is_accepted_with_its_date_its_fee_and_its_receipt(
    station: Counter,
    issue: Issue,
    go: Go,
    replace: Replace,
    document: Callable[[int], Any],
    kind: ReplacementKind,
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    done = replace(permit, kind)
    assert done.case is not None
    assert (done.case.kind.value, done.case.state) == (kind.value, CaseState.ACCEPTED)
    # ten working days (306号令第十七条) over the holidays of October, with 09-29 and 10-12 worked
    assert (done.case.due_on, done.case.due_estimated) == (date(2024, 10, 15), False)
    assert [str(note) for note in done.notes] == ["换领、补领居住证不收取费用。"]
    receipt = document(done.paper_id or 0)
    assert receipt.promised_on == date(2024, 10, 15)
    assert "第十七条" in receipt.promised_basis
    assert receipt.notes == ("换领、补领居住证不收取费用。",)
    lost = kind is ReplacementKind.LOST
    assert receipt.heading == ("居住证补领受理回执" if lost else "居住证换领受理回执")
    assert ("原居住证" in receipt.materials) is not lost
    assert done.permit.state is (PermitState.LOST if lost else PermitState.VALID)
    with pytest.raises(NotPossible, match="一张居住证只能有一件换补"):
        replace(done.permit, kind)


def test_what_is_missing_is_named_and_nothing_is_taken(
    station: Counter, issue: Issue, go: Go, replace: Replace
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    with pytest.raises(NotPossible, match="还缺：本人相片、原居住证。"):
        replace(permit, photo=None, missing=("photo", "old_permit"))
    with pytest.raises(BadInput, match="请填写原因"):
        replace(permit, reason=" ")
    assert [case.kind for case in station.day.cases(date(2024, 9, 26))] == []


def test_the_same_replacement_twice_is_one_case(issue: Issue, go: Go, replace: Replace) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    request = key()
    first = replace(permit, ReplacementKind.LOST, request_id=request)
    assert replace(permit, ReplacementKind.LOST, request_id=request) == first


def test_a_lost_permit_is_not_damaged_nor_found_while_another_is_made(
    station: Counter, clerk: Actor, issue: Issue, go: Go, replace: Replace
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    lost = station.permit_changes.declare_lost(clerk, key(), permit.permit_id, permit.version)
    with pytest.raises(NotPossible, match="已经挂失"):
        replace(lost.permit, ReplacementKind.DAMAGED)
    done = replace(lost.permit, ReplacementKind.LOST)
    with pytest.raises(NotPossible, match="先撤回补领"):
        station.permit_changes.found_again(clerk, key(), permit.permit_id, done.permit.version)


def test_a_replacement_goes_on_with_the_years_and_is_linked_both_ways(
    station: Counter,
    clerk: Actor,
    issue: Issue,
    go: Go,
    replace: Replace,
    produce: Callable[..., PermitRow],
    hand_over: Callable[[PermitRow], PermitRow],
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    done = replace(permit, ReplacementKind.LOST)
    assert done.case is not None
    go(date(2024, 10, 9))
    new = hand_over(produce(done.case, done.permit))
    assert (new.state, new.issued_on, new.years_from, new.due_on) == (
        PermitState.VALID,
        date(2024, 10, 9),
        date(2023, 11, 20),
        date(2024, 11, 20),
    )
    page = station.permits.page(clerk, new.permit_id)
    assert [card.permit_id for card in page.chain] == [permit.permit_id, new.permit_id]
    assert page.chain[0].state is PermitState.REPLACED
    assert page.chain[0].replaced_by == new.permit_id
    with pytest.raises(NotPossible, match="已换发新证"):
        replace(page.chain[0])
    assert station.permits.find(clerk, station.people.person(new.person_id).id_number) == new


@pytest.mark.parametrize("card", [CardFate.RETURNED, CardFate.LOST])
def test_a_permit_is_cancelled_at_once_with_its_certificate(
    station: Counter,
    clerk: Actor,
    issue: Issue,
    go: Go,
    replace: Replace,
    document: Callable[[int], Any],
    card: CardFate,
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    pending = replace(permit)
    assert pending.case is not None
    request = key()

    def cancel() -> PermitDone:
        return station.cancellations.cancel(
            clerk, request, permit.permit_id, permit.version, CancelReason.OWN_WISH, card
        )

    done = cancel()
    assert cancel() == done
    assert done.case is not None
    assert (done.case.kind, done.case.state) == (CaseKind.CANCELLATION, CaseState.COMPLETED)
    assert (done.permit.state, done.permit.end_reason) == (PermitState.CANCELLED, "own_wish")
    told = document(done.paper_id or 0)
    assert told.heading == "居住证注销证明"
    assert told.number == "20" + done.case.case_number
    assert told.card == {CardFate.RETURNED: "已交回", CardFate.LOST: "声明丢失，未交回"}[card]
    assert station.day.case(pending.case.case_id).state is CaseState.WITHDRAWN
    assert station.registrations.open_registration(permit.person_id) is not None
    assert entries(station, "cancel_permit") == entries(station, "withdraw_case") == 1
    for event in station.permits.page(clerk, permit.permit_id).events:
        assert not event.possible
    with pytest.raises(NotPossible, match="这张居住证已经注销"):
        station.cancellations.cancel(
            clerk, key(), permit.permit_id, done.permit.version, CancelReason.OWN_WISH, card
        )


def test_a_cancelled_replacement_takes_the_new_card_with_it(
    station: Counter,
    clerk: Actor,
    issue: Issue,
    go: Go,
    replace: Replace,
    produce: Callable[..., PermitRow],
    now: Any,
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    done = replace(permit)
    assert done.case is not None
    new = produce(done.case, done.permit)
    station.cancellations.cancel(
        clerk, key(), permit.permit_id, permit.version, CancelReason.OWN_WISH, CardFate.RETURNED
    )
    assert now(permit).state is now(new).state is PermitState.CANCELLED
    assert "未发放" in station.permits.page(clerk, new.permit_id).steps[-1].note


def test_a_first_card_cancelled_before_it_is_handed_over_ends_its_case(
    station: Counter,
    clerk: Actor,
    resident: Callable[..., int],
    apply: Callable[..., Any],
    produce: Callable[..., PermitRow],
    go: Go,
) -> None:
    person = resident(1, on=date(2023, 5, 10))
    go(date(2023, 11, 20))
    case = apply(person).case
    made = produce(case)
    station.cancellations.cancel(
        clerk, key(), made.permit_id, made.version, CancelReason.OWN_WISH, CardFate.RETURNED
    )
    assert station.day.case(case.case_id).state is CaseState.WITHDRAWN
    assert apply(person).case.state is CaseState.ACCEPTED


def test_a_reason_the_rules_do_not_know_is_refused_with_its_article(
    station: Counter, clerk: Actor, issue: Issue
) -> None:
    permit = issue()
    for reason, told in (
        (CancelReason.NOT_ELIGIBLE, "没有列明注销原因“不再符合条件”（《居住证暂行条例》"),
        (CancelReason.DEATH, "离开居住地注销"),
        (CancelReason.LEFT, "离开居住地注销"),
    ):
        with pytest.raises(NotPossible, match=told):
            station.cancellations.cancel(
                clerk, key(), permit.permit_id, permit.version, reason, CardFate.RETURNED
            )


def test_the_second_counter_is_told_who_changed_the_permit(
    station: Counter, clerk: Actor, template: Any, issue: Issue
) -> None:
    permit = issue()
    station.permit_changes.declare_lost(clerk, key(), permit.permit_id, permit.version)
    with pytest.raises(NotPossible, match="测试一在3号窗口于2023-11-20 10:00刚刚办理了这张居住证"):
        station.cancellations.cancel(
            template.other,
            key(),
            permit.permit_id,
            permit.version,
            CancelReason.OWN_WISH,
            CardFate.RETURNED,
        )
