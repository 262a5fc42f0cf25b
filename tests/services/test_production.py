from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from sqlalchemy import text

from desktop.domain.blanks import BlankState
from desktop.domain.codes import CaseKind, CaseState, Role
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.services import cards, case_records, permit_records
from desktop.services.counter import Counter
from desktop.services.production_rows import PhotoSource
from desktop.services.rows import Actor
from printing.documents import Copy
from printing.render import render
from tests.services.asked import count, key
from tests.services.rivals import at_once, rivalry

TODAY = date(2026, 11, 20)
Granted = Callable[..., int]


def jpeg(shade: int = 200) -> bytes:
    made = BytesIO()
    Image.new("RGB", (358, 441), (shade, shade, shade)).save(made, "JPEG", quality=70)
    return made.getvalue()


def grant(station: Counter, actor: Actor, case_id: int) -> None:
    with station.office.database.write() as link:
        case_records.move_on(
            station.office, link, actor, case_id, CaseState.GRANTED, station.office.clock.now()
        )


def case_of(station: Counter, case_id: int) -> Any:
    return case_records.find(station.office.database.link, case_id)


def permit_of(station: Counter, case_id: int) -> Any:
    return permit_records.of_case(station.office.database.link, case_id)


def printed_words(station: Counter, serial: str) -> str:
    """Return what stands on both sides of a card."""
    document = pypdfium2.PdfDocument(station.card_prints.pdf(serial))
    try:
        return "".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
    finally:
        document.close()


@pytest.fixture
def granted(
    station: Counter, clerk: Actor, template: Any, resident: Callable[..., int], apply: Callable[..., Any]
) -> Granted:
    """Take an application of a new resident and grant it; return the case."""

    def make(serial: int = 1, photo: bytes | None = None, **person: str) -> int:
        done = apply(resident(serial, **person), photo=photo or jpeg(serial))
        grant(station, template.other, done.case.case_id)
        return int(done.case.case_id)

    return make


@pytest.fixture
def blanks(station: Counter, officer: Actor) -> Counter:
    """Ten blanks at counter 3, ten at counter 4, ten in stock."""
    station.blanks.receive(officer, key(), "JN0001", "JN0030")
    station.blanks.move_to_counter(officer, key(), "JN0001", "JN0010", 3)
    station.blanks.move_to_counter(officer, key(), "JN0011", "JN0020", 4)
    return station


# -- waiting -------------------------------------------------------------------------------------------------


def test_granted_cases_wait_by_due_date(
    station: Counter, granted: Granted, clock: Any, apply: Callable[..., Any], resident: Callable[..., int]
) -> None:
    clock.moment += timedelta(days=4)
    later = granted(1)
    clock.moment -= timedelta(days=4)
    sooner = granted(2, name="演练乙")
    apply(resident(3))  # accepted and not granted yet
    waiting = station.production.waiting()
    assert [row.case_id for row in waiting] == [sooner, later]
    assert [row.person_name for row in waiting] == ["演练乙", "演练甲"]
    assert waiting[0].days_left is not None
    assert waiting[0].days_left > 0
    assert all(row.ready and row.photo is PhotoSource.CASE and not row.serial for row in waiting)
    assert station.production.waiting(CaseKind.REPLACE_LOST) == ()
    assert station.production.waiting(limit=1) == waiting[:1]


def test_what_cannot_be_printed_yet_is_told_and_no_blank_is_taken_for_it(
    blanks: Counter,
    clerk: Actor,
    template: Any,
    granted: Granted,
    resident: Callable[..., int],
    apply: Callable[..., Any],
) -> None:
    rare = granted(1, name="演练\U0003134f")
    shared = apply(resident(2), photo=None, shared=("photo",)).case.case_id
    grant(blanks, template.other, shared)
    told = {row.case_id: row for row in blanks.production.waiting()}
    assert (told[rare].missing_glyphs, told[rare].ready) == (("\U0003134f",), False)
    assert (told[shared].photo, told[shared].ready) == (PhotoSource.NONE, False)
    with pytest.raises(NotPossible, match="没有可用字体"):
        blanks.production.reserve(clerk, key(), [rare])
    with pytest.raises(NotPossible, match="没有相片，不能制证"):
        blanks.production.reserve(clerk, key(), [shared])
    assert blanks.blanks.at_counter(3) == 10
    with pytest.raises(BadInput, match="JPEG"):
        blanks.production.add_photo(clerk, shared, b"no picture")
    for _ in range(2):
        blanks.production.add_photo(clerk, shared, jpeg())
    assert count(blanks, "select count(*) from attachment where kind = 'photo'") == 2
    [card] = blanks.production.reserve(clerk, key(), [shared])
    assert blanks.production.card(shared).photo == jpeg()
    blanks.production.printed(clerk, key(), [card.serial])
    with pytest.raises(NotPossible, match="已制证"):
        blanks.production.add_photo(clerk, shared, jpeg(1))


# -- reserving -----------------------------------------------------------------------------------------------


def test_each_case_gets_the_next_serial_of_this_counter(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    cases = [granted(serial) for serial in (1, 2, 3)]
    request = key()
    reserved = blanks.production.reserve(clerk, request, cases)
    assert [row.serial for row in reserved] == ["JN0001", "JN0002", "JN0003"]
    assert [row.case_id for row in reserved] == cases
    assert blanks.production.reserve(clerk, request, cases) == reserved
    assert blanks.blanks.at_counter(3) == 7
    assert [row.serial for row in blanks.production.waiting()] == ["JN0001", "JN0002", "JN0003"]
    assert blanks.production.unfinished(3) == reserved
    assert blanks.production.unfinished(4) == ()


def test_after_a_power_cut_the_same_serial_comes_back(
    blanks: Counter, clerk: Actor, granted: Granted, clock: Any
) -> None:
    case = granted()
    [first] = blanks.production.reserve(clerk, key(), [case])
    before = blanks.production.card(case)
    clock.moment += timedelta(days=1)
    other = granted(2)
    again = blanks.production.reserve(clerk, key(), [other, case])
    assert [row.serial for row in again] == ["JN0002", first.serial]
    assert blanks.production.card(case) == before
    assert before.issued_on == TODAY
    assert count(blanks, "select count(*) from blank where state = 'reserved'") == 2


def test_too_few_blanks_are_told_by_their_number_and_none_is_reserved(
    blanks: Counter, clerk: Actor, officer: Actor, granted: Granted
) -> None:
    blanks.blanks.take_back(officer, key(), "JN0003", "JN0010")
    cases = [granted(serial) for serial in range(1, 6)]
    with pytest.raises(NotPossible, match="要5张，只有2张，还缺3张"):
        blanks.production.reserve(clerk, key(), cases)
    assert blanks.blanks.at_counter(3) == 2
    assert count(blanks, "select count(*) from attachment where kind like 'card:%'") == 0


def test_a_case_is_made_at_one_counter_only(
    blanks: Counter, clerk: Actor, officer: Actor, granted: Granted
) -> None:
    case = granted()
    [card] = blanks.production.reserve(clerk, key(), [case])
    other = replace(clerk, counter_number=4)
    with pytest.raises(NotPossible, match="已由3号窗口预留空白证JN0001"):
        blanks.production.reserve(other, key(), [case])
    done = blanks.production.printed(other, key(), [card.serial])
    assert not done.produced
    assert "请在该窗口办理" in str(done.problems[0].why)
    with pytest.raises(NotPossible, match="请在制证页办理"):
        blanks.blanks.spoil(officer, key(), card.serial, "划伤")


def test_only_granted_cases_get_a_blank(
    blanks: Counter, clerk: Actor, resident: Callable[..., int], apply: Callable[..., Any], granted: Granted
) -> None:
    accepted = apply(resident(2)).case.case_id
    with pytest.raises(NotPossible, match="现在是“已受理”，不能制证"):
        blanks.production.reserve(clerk, key(), [granted(1), accepted])
    with pytest.raises(NotPossible, match="一次最多制证200件"):
        blanks.production.reserve(clerk, key(), range(201))
    with pytest.raises(NotPossible, match="没有这个办件"):
        blanks.production.reserve(clerk, key(), [7])
    assert blanks.blanks.at_counter(3) == 10


def test_a_card_says_what_the_law_puts_on_it(blanks: Counter, clerk: Actor, granted: Granted) -> None:
    case = granted(7, name="李𬍛")
    with pytest.raises(NotPossible, match="还没有预留"):
        blanks.production.card(case)
    [reserved] = blanks.production.reserve(clerk, key(), [case])
    card = blanks.production.card(case)
    assert (card.name, card.sex, card.ethnicity) == ("李𬍛", "男", "汉族")
    assert card.number == "31" + card.case_number == "31" + case_of(blanks, case).case_number
    assert card.hukou_address.startswith("山东省")
    assert card.hukou_address.endswith("演练镇1号")
    assert "演练路1号" in card.residence_address
    assert card.issuing_authority == "山东省济南市历下区公安机关"
    assert (card.serial, card.issued_on, card.photo) == (reserved.serial, TODAY, jpeg(7))
    with blanks.office.database.engine.begin() as connection:
        connection.execute(
            text("insert into setting (name, value) values ('issuing_authority', '演练市公安局')")
        )
    other = granted(8)
    blanks.production.reserve(clerk, key(), [other])
    assert blanks.production.card(other).issuing_authority == "演练市公安局"


# -- printed -------------------------------------------------------------------------------------------------


def test_what_was_printed_is_produced_with_its_dates(
    blanks: Counter, clerk: Actor, granted: Granted, clock: Any
) -> None:
    case = granted()
    [reserved] = blanks.production.reserve(clerk, key(), [case])
    request = key()
    done = blanks.production.printed(clerk, request, [reserved.serial])
    assert blanks.production.printed(clerk, request, [reserved.serial]) == done
    assert blanks.production.printed(clerk, key(), [reserved.serial.lower()]).produced == done.produced
    [made] = done.produced
    permit = permit_of(blanks, case)
    assert (permit.permit_id, permit.permit_number, permit.serial) == (
        made.permit_id,
        made.permit_number,
        "JN0001",
    )
    assert permit.permit_number == "31" + made.case_number
    assert permit.state is PermitState.PRODUCED
    assert (permit.issued_on, permit.produced_on, permit.years_from) == (TODAY, TODAY, TODAY)
    assert (permit.opens_on, permit.due_on, permit.valid_until) == (
        date(2027, 10, 20),
        date(2027, 11, 20),
        None,
    )
    assert permit.ground == "employment"
    assert case_of(blanks, case).state is CaseState.PRODUCED
    assert blanks.blanks.find("JN0001").state is BlankState.USED
    assert blanks.blanks.find("JN0001").case_number == made.case_number
    assert blanks.production.waiting() == ()
    assert count(blanks, "select count(*) from permit") == 1
    assert count(blanks, "select count(*) from journal_entry where action = 'produce_permit'") == 1


def test_a_printer_out_of_cards_in_the_middle_of_a_batch_leaves_the_rest_waiting(
    station: Counter, clerk: Actor, officer: Actor, granted: Granted
) -> None:
    station.blanks.receive(officer, key(), "JN0001", "JN0050")
    station.blanks.move_to_counter(officer, key(), "JN0001", "JN0050", 3)
    cases = [granted(serial) for serial in range(1, 51)]
    reserved = station.production.reserve(clerk, key(), cases)
    out = [row.serial for row in reserved[:23]]
    assert len(station.production.printed(clerk, key(), out).produced) == 23
    states = [case_of(station, case).state for case in cases]
    assert states == [CaseState.PRODUCED] * 23 + [CaseState.GRANTED] * 27
    assert [row.case_id for row in station.production.waiting()] == cases[23:]
    assert [row.serial for row in station.production.unfinished(3)] == [row.serial for row in reserved[23:]]
    again = station.production.reserve(clerk, key(), cases[23:])
    assert [row.serial for row in again] == [row.serial for row in reserved[23:]]
    balance = station.blanks.balance(TODAY)
    assert balance.balanced
    assert [balance.count(state) for state in (BlankState.USED, BlankState.RESERVED)] == [23, 27]


def test_a_full_disk_in_the_middle_keeps_what_was_stored_and_the_rest_can_be_said_again(
    blanks: Counter, clerk: Actor, granted: Granted, read_only: Callable[..., Any]
) -> None:
    reserved = blanks.production.reserve(clerk, key(), [granted(1), granted(2)])
    request, serials = key(), [row.serial for row in reserved]
    blanks.production.printed(clerk, request, serials[:1])
    with read_only(blanks), pytest.raises(EnvironmentTrouble):
        blanks.production.printed(clerk, request, serials)
    assert blanks.production.unfinished(3) == reserved[1:]
    assert len(blanks.production.printed(clerk, request, serials).produced) == 2
    assert count(blanks, "select count(*) from permit") == 2


@pytest.mark.parametrize(
    ("serial", "why"),
    [("JN0002", "没有为制证预留"), ("JN9999", "没有JN9999的入库记录"), ("证", "不是空白证号码")],
)
def test_a_card_that_was_not_reserved_does_not_keep_the_others_back(
    blanks: Counter, clerk: Actor, granted: Granted, serial: str, why: str
) -> None:
    [reserved] = blanks.production.reserve(clerk, key(), [granted()])
    done = blanks.production.printed(clerk, key(), [serial, reserved.serial])
    assert [row.serial for row in done.produced] == [reserved.serial]
    assert why in str(done.problems[0].why)


def test_a_card_with_what_no_longer_holds_is_not_produced(
    blanks: Counter,
    clerk: Actor,
    granted: Granted,
    register: Callable[..., Any],
) -> None:
    case = granted()
    [reserved] = blanks.production.reserve(clerk, key(), [case])
    person = case_of(blanks, case).person_id
    here = blanks.registrations.open_registration(person)
    assert here is not None
    register(1, residence={"house_number": "99"}, move_from=here.registration_id)
    done = blanks.production.printed(clerk, key(), [reserved.serial])
    assert "在制证期间有变更" in str(done.problems[0].why)
    blanks.production.spoiled(clerk, key(), reserved.serial, "住址已变更")
    [again] = blanks.production.reserve(clerk, key(), [case])
    assert "99号" in blanks.production.card(case).residence_address
    assert len(blanks.production.printed(clerk, key(), [again.serial]).produced) == 1
    assert "99号" in permit_of(blanks, case).address


# -- spoiled and released --------------------------------------------------------------------------------------


def test_a_card_spoiled_in_the_printer_is_printed_on_the_next_blank(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    case = granted()
    [first] = blanks.production.reserve(clerk, key(), [case])
    request = key()
    with pytest.raises(BadInput, match="原因"):
        blanks.production.spoiled(clerk, request, first.serial, " ")
    spoiled = blanks.production.spoiled(clerk, request, first.serial, "打印歪斜")
    assert blanks.production.spoiled(clerk, request, first.serial, "打印歪斜") == spoiled
    assert (spoiled.state, spoiled.case_state) == (BlankState.SPOILED, CaseState.GRANTED)
    assert blanks.blanks.find(first.serial).reason == "打印歪斜"
    assert blanks.production.printed(clerk, key(), [first.serial]).produced == ()
    [second] = blanks.production.reserve(clerk, key(), [case])
    assert second.serial == "JN0002"
    assert blanks.production.card_on(first.serial).serial == first.serial
    assert blanks.production.card(case).serial == second.serial


def test_a_produced_permit_that_is_spoiled_goes_on_another_blank_under_its_number(
    blanks: Counter, clerk: Actor, granted: Granted, clock: Any
) -> None:
    case = granted()
    [first] = blanks.production.reserve(clerk, key(), [case])
    blanks.production.printed(clerk, key(), [first.serial])
    blanks.production.spoiled(clerk, key(), first.serial, "相片模糊")
    assert case_of(blanks, case).state is CaseState.GRANTED
    assert [row.case_id for row in blanks.production.waiting()] == [case]
    clock.moment += timedelta(days=3)
    [second] = blanks.production.reserve(clerk, key(), [case])
    blanks.production.printed(clerk, key(), [second.serial])
    permit = permit_of(blanks, case)
    assert (permit.serial, permit.version, permit.state) == ("JN0002", 2, PermitState.PRODUCED)
    assert permit.issued_on == permit.years_from == TODAY + timedelta(days=3)
    assert permit.due_on == date(2027, 11, 23)
    link = blanks.office.database.link
    assert [step.event for step in permit_records.steps(link, permit.permit_id)] == [
        "produce",
        PermitEvent.REPRODUCE.value,
    ]
    assert [row.state for row in blanks.blanks.find("JN0001").history] == [
        "stock",
        "counter",
        "reserved",
        "used",
        "spoiled",
    ]
    assert blanks.blanks.balance(TODAY + timedelta(days=3)).balanced
    faces = {serial: blanks.production.card_on(serial) for serial in ("JN0001", "JN0002")}
    assert {serial: face.serial for serial, face in faces.items()} == {one: one for one in faces}
    assert {face.number for face in faces.values()} == {permit.permit_number}
    assert faces["JN0002"].issued_on == permit.issued_on
    for serial, other in (("JN0001", "JN0002"), ("JN0002", "JN0001")):
        words = printed_words(blanks, serial)
        assert serial in words
        assert other not in words
    with pytest.raises(NotPossible, match="还没有预留"):
        blanks.production.card(case)  # nothing waits to be printed any more
    assert count(blanks, "select count(distinct permit_number) from permit") == 1
    kept = "select count(distinct kind) from attachment where kind in ('card:JN0001', 'card:JN0002')"
    assert count(blanks, kept) == count(blanks, kept.replace("distinct kind", "*")) == 2


def test_a_permit_that_was_handed_over_is_not_spoiled(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    case = granted()
    [card] = blanks.production.reserve(clerk, key(), [case])
    blanks.production.printed(clerk, key(), [card.serial])
    with blanks.office.database.write() as link:
        at = blanks.office.clock.now()
        permit_records.happen(
            blanks.office, link, clerk, key(), permit_of(blanks, case), PermitEvent.HAND_OVER, at
        )
    with pytest.raises(NotPossible, match="现在是“有效”，不能作废重制"):
        blanks.production.spoiled(clerk, key(), card.serial, "折断")
    assert blanks.blanks.find(card.serial).state is BlankState.USED
    with pytest.raises(NotPossible, match="不在制证中"):
        blanks.production.spoiled(clerk, key(), "JN0009", "折断")


def test_a_blank_on_which_nothing_was_printed_is_used_for_the_next(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    case, other = granted(1), granted(2)
    [card] = blanks.production.reserve(clerk, key(), [case])
    request = key()
    released = blanks.production.released(clerk, request, card.serial)
    assert blanks.production.released(clerk, request, card.serial) == released
    assert (released.state, released.case_id) == (BlankState.COUNTER, case)
    assert blanks.blanks.at_counter(3) == 10
    with pytest.raises(NotPossible, match="没有预留"):
        blanks.production.released(clerk, key(), card.serial)
    assert [row.serial for row in blanks.production.reserve(clerk, key(), [other, case])] == [
        "JN0001",
        "JN0002",
    ]
    assert blanks.production.card(other).name == blanks.production.card_on("JN0001").name
    assert blanks.production.card_on("JN0001").case_number == case_of(blanks, other).case_number


def test_a_case_withdrawn_while_its_card_is_made_gives_its_blank_back(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    cases = [granted(1), granted(2)]
    first, second = blanks.production.reserve(clerk, key(), cases)
    with blanks.office.database.write() as link:
        for case in cases:
            at = blanks.office.clock.now()
            case_records.move_on(blanks.office, link, clerk, case, CaseState.WITHDRAWN, at)
    assert [row.case_state for row in blanks.production.unfinished(3)] == [CaseState.WITHDRAWN] * 2
    assert blanks.production.waiting() == ()
    done = blanks.production.printed(clerk, key(), [first.serial])
    assert "现在是“申请人撤回”，不能制证" in str(done.problems[0].why)
    blanks.production.spoiled(clerk, key(), first.serial, "申请人撤回")
    blanks.production.released(clerk, key(), second.serial)
    assert blanks.production.unfinished(3) == ()
    assert case_of(blanks, cases[0]).state is CaseState.WITHDRAWN
    assert blanks.blanks.at_counter(3) == 9


# -- replacements -------------------------------------------------------------------------------------------


def test_a_replacement_goes_on_with_the_years_of_the_permit_it_replaces(
    blanks: Counter, clerk: Actor, template: Any, granted: Granted, clock: Any
) -> None:
    first = granted()
    [card] = blanks.production.reserve(clerk, key(), [first])
    blanks.production.printed(clerk, key(), [card.serial])
    with blanks.office.database.write() as link:
        old = permit_records.happen(
            blanks.office,
            link,
            clerk,
            key(),
            permit_of(blanks, first),
            PermitEvent.HAND_OVER,
            blanks.office.clock.now(),
        )
        case_records.move_on(
            blanks.office, link, clerk, first, CaseState.COMPLETED, blanks.office.clock.now()
        )
    clock.moment = datetime(2027, 3, 1, 2, tzinfo=UTC)
    case = replacement(blanks, clerk, old)
    grant(blanks, template.other, case)
    [waiting] = blanks.production.waiting(CaseKind.REPLACE_DAMAGED)
    assert waiting.photo is PhotoSource.EARLIER
    [card] = blanks.production.reserve(clerk, key(), [case])
    blanks.production.printed(clerk, key(), [card.serial])
    new = permit_of(blanks, case)
    assert (new.replaces_id, new.ground) == (old.permit_id, old.ground)
    assert (new.issued_on, new.years_from, new.due_on) == (date(2027, 3, 1), old.years_from, old.due_on)
    assert permit_records.held_by(blanks.office.database.link, old.person_id) == old


def replacement(station: Counter, actor: Actor, old: Any) -> int:
    """Take a case to replace a damaged permit, with as much as its production needs."""
    from desktop.services import people_records

    with station.office.database.write() as link:
        person = people_records.by_id(link, old.person_id)
        assert person is not None
        return case_records.take(
            station.office,
            link,
            actor,
            people_records.KeptPerson(old.person_id, person.id),
            case_records.NewCase(
                kind=CaseKind.REPLACE_DAMAGED,
                state=CaseState.ACCEPTED,
                request_id=key(),
                summary="",
                policy=old.policy,
                facts={"replaces_id": old.permit_id},
            ),
            station.office.clock.now(),
        ).case_id


# -- two counters at once ---------------------------------------------------------------------------------------


def test_two_counters_that_make_the_same_permits(blanks: Counter, clerk: Actor, granted: Granted) -> None:
    rivalry(blanks, clerk, [granted(serial) for serial in range(1, 6)])


def test_two_threads_of_one_counter_never_print_on_one_blank(
    blanks: Counter, clerk: Actor, granted: Granted
) -> None:
    cases = [granted(serial) for serial in range(1, 7)]
    came = at_once([partial(blanks.production.reserve, clerk, key(), [case]) for case in cases])
    assert len({rows[0].serial for rows in came}) == 6


def test_a_frozen_card_is_kept_byte_for_byte(blanks: Counter, clerk: Actor, granted: Granted) -> None:
    case = granted()
    [reserved] = blanks.production.reserve(clerk, key(), [case])
    with blanks.office.database.engine.connect() as connection:
        content = connection.execute(
            text("select content from attachment where kind = 'card:JN0001'")
        ).scalar_one()
    assert json.loads(content)["serial"] == reserved.serial
    kept = cards.kept(blanks.office.database.link, case, reserved.serial)
    assert kept == blanks.production.card(case)


def test_a_card_is_drawn_as_it_was_frozen(blanks: Counter, clerk: Actor, granted: Granted) -> None:
    case = granted(name="李𬍛")
    blanks.production.reserve(clerk, key(), [case])
    card, fonts = blanks.production.card(case), blanks.office.fonts()
    drawn = render(card, Copy(), fonts)
    assert drawn.startswith(b"%PDF")
    assert render(blanks.production.card_on("JN0001"), Copy(), fonts) == drawn


# -- who may -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", list(Role))
def test_everybody_at_a_counter_reserves_prints_and_tells_what_became_of_a_card(
    blanks: Counter, clerk: Actor, granted: Granted, role: Role
) -> None:
    by = replace(clerk, role=role)
    cases = [granted(serial) for serial in (1, 2, 3)]
    blanks.production.add_photo(by, cases[0], jpeg(9))
    first, second, third = blanks.production.reserve(by, key(), cases)
    assert len(blanks.production.waiting()) == len(blanks.production.unfinished(3)) == 3
    assert blanks.production.card(cases[0]) == blanks.production.card_on(first.serial)
    assert len(blanks.production.printed(by, key(), [first.serial]).produced) == 1
    assert blanks.production.spoiled(by, key(), second.serial, "折断").state is BlankState.SPOILED
    assert blanks.production.released(by, key(), third.serial).state is BlankState.COUNTER
