"""What is scanned finds the permit to hand over, or a sentence that says why there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.codes import (
    CancelReason,
    CaseState,
    PaperKind,
)
from desktop.domain.errors import NotPossible
from desktop.domain.handing_over import HandOverForm, ReceiptFate, SignedOn
from desktop.services import case_records, copy_records, paper_records
from desktop.services.counter import Counter
from desktop.services.permit_endings import CardFate
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor, CaseRow
from printing.freezing import thaw
from tests.services.asked import actions, key
from tests.services.handing_over.collecting import HOLDER, WIFE, case_of


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
