from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import EnvironmentTrouble, NotPossible
from desktop.domain.working_days import DayKind
from desktop.policies import load_calendar
from desktop.services.counter import Counter
from desktop.services.rows import Actor, RegistrationDone

Register = Callable[..., RegistrationDone]


def count(station: Counter, table: str) -> int:
    with station.office.database.engine.connect() as connection:
        return int(connection.execute(text(f"select count(*) from {table}")).scalar_one())


def test_a_registration_makes_a_case_a_span_and_a_certificate(station: Counter, register: Register) -> None:
    done = register()
    assert done.case.kind is CaseKind.REGISTRATION
    assert done.case.state is CaseState.COMPLETED
    assert done.case.case_number == "3701020062026112003001"
    assert done.registration.written_address == "山东省济南市历下区解放路街道解放桥社区演练路1号101室"
    assert done.registration.until is None
    [paper] = station.papers.of_case(done.case.case_id)
    assert paper.paper_number == "11" + done.case.case_number
    assert paper.copies == ()


def test_numbers_count_up_within_a_counter_and_a_day(station: Counter, register: Register, template) -> None:
    numbers = [register(serial).case.case_number[-5:] for serial in (1, 2, 3)]
    assert numbers == ["03001", "03002", "03003"]
    assert register(4, actor=template.other).case.case_number[-5:] == "04001"


def test_the_same_request_twice_gives_the_same_answer_and_one_row(
    station: Counter, register: Register
) -> None:
    first = register(request_id="11111111-1111-1111-1111-111111111111")
    again = register(request_id="11111111-1111-1111-1111-111111111111")
    assert again == first
    assert count(station, "case_file") == count(station, "registration") == count(station, "paper") == 1


CHILDREN = tuple(
    {
        "minor_name": name,
        "minor_sex": sex,
        "minor_birth_date": born,
        "minor_id_number": "",
        "minor_relation": relation,
    }
    for name, sex, born, relation in (
        ("演练小甲", "1", "2018-05-06", "son"),
        ("演练小乙", "2", "2020-01-02", "daughter"),
    )
)


@pytest.mark.parametrize(
    ("person", "residence"),
    [
        ({}, {"arrived_on": "2026-11-02", "intended_until": "2027-11-02"}),
        ({"former_name": "演练旧名", "employer": ""}, {"minors": CHILDREN, "remark": "两个孩子"}),
        ({}, {"road": "路" * 50, "address_remark": "很长的备注" * 20}),
        ({"id_kind": "passport", "id_number": "E12345678", "sex": "2", "birth_date": "1990-05-06"}, {}),
    ],
)
def test_what_is_answered_at_once_is_what_is_stored(
    station: Counter, register: Register, person: dict[str, str], residence: dict[str, Any]
) -> None:
    request = "11111111-1111-1111-1111-111111111111"
    first = register(person=person, residence=residence, request_id=request)
    again = register(person=person, residence=residence, request_id=request)
    assert repr(again) == repr(first)  # down to the types


def test_whoever_comes_back_is_answered_what_is_stored(
    station: Counter, register: Register, clerk: Actor
) -> None:
    before = register()
    with station.office.database.write() as link:
        link._cursor.execute("update registration set open_person_id = null, ended_on = '2026-11-20'")
    request = "11111111-1111-1111-1111-111111111111"
    first = register(residence={"road": "乙路"}, request_id=request)
    assert first.registration.person_id == before.registration.person_id
    assert first.moved_from is None
    assert repr(register(residence={"road": "乙路"}, request_id=request)) == repr(first)


def test_what_the_rules_say_is_asked_anew_when_they_change(
    station: Counter, register: Register, clerk: Actor
) -> None:
    register(1, residence={"arrived_on": "2026-11-16"})
    office = station.office
    office.calendar = load_calendar({date(2026, 11, day): DayKind.HOLIDAY for day in (17, 18, 19)})
    assert register(2, residence={"arrived_on": "2026-11-16"}).registration.late_days == 0


@pytest.mark.parametrize(
    ("arrived", "late"),
    [("2026-11-17", 0), ("2026-11-16", 1), ("2026-11-13", 2), ("2026-11-02", 11)],
)
def test_a_late_report_is_recorded_and_never_refused(register: Register, arrived: str, late: int) -> None:
    assert register(residence={"arrived_on": arrived}).registration.late_days == late


def test_whoever_is_registered_elsewhere_is_not_registered_twice(
    station: Counter, register: Register
) -> None:
    register()
    with pytest.raises(NotPossible, match="已在.*登记"):
        register(residence={"road": "另一条路"})
    assert count(station, "registration") == 1
    assert count(station, "case_file") == 1


def test_a_move_ends_the_old_span_and_keeps_both(station: Counter, register: Register, clock) -> None:
    before = register()
    clock.moment += timedelta(days=30)
    moved = register(
        residence={"road": "新路", "arrived_on": "2026-11-20"}, move_from=before.registration.registration_id
    )
    assert moved.case.kind is CaseKind.REGISTRATION_MOVE
    assert moved.moved_from is not None
    assert moved.moved_from.registration_id == before.registration.registration_id
    assert moved.moved_from.until == date(2026, 12, 20)
    rows = station.people.page(_actor(station), moved.case.person_id).registrations
    assert [row.until for row in rows] == [None, date(2026, 12, 20)]
    with station.office.database.engine.connect() as connection:
        known = connection.execute(
            text("select version, known_until is null, ended_on from registration order by id")
        ).all()
    assert [(version, ended, str(on)) for version, ended, on in known] == [
        (1, False, "None"),
        (2, True, "2026-12-20"),
        (1, True, "None"),
    ]


def test_a_move_from_a_registration_that_ended_meanwhile_is_refused(register: Register) -> None:
    before = register()
    where = before.registration.registration_id
    register(residence={"road": "乙路"}, move_from=where)
    with pytest.raises(NotPossible):
        register(residence={"road": "丙路"}, move_from=where)


def test_a_changed_fact_closes_the_version_and_opens_the_next(station: Counter, register: Register) -> None:
    first = register()
    register(
        person={"phone": "13912345678"},
        residence={"road": "乙路"},
        move_from=first.registration.registration_id,
    )
    with station.office.database.engine.connect() as connection:
        rows = connection.execute(
            text("select version, phone, known_until is null, live_key is null from person order by version")
        ).all()
    assert rows == [(1, "13900000001", 0, 1), (2, "13912345678", 1, 0)]


def test_a_renamed_person_is_found_by_the_new_name_and_not_by_the_old(
    station: Counter, register: Register, clerk: Actor, officer: Actor
) -> None:
    person = register(person={"name": "演练旧名"}).case.person_id
    found = station.corrections.propose(
        clerk, str(uuid.uuid4()), person, 1, {"name": "演练新名"}, "录入错误", "居民户口簿"
    )
    station.corrections.approve(officer, str(uuid.uuid4()), found.case.case_id, 1)
    assert [hit.name for hit in station.lookup.find(clerk, "演练新名").hits] == ["演练新名"]
    assert station.lookup.find(clerk, "旧名").hits == ()
    assert station.lookup.find(clerk, "yanlianjiuming").hits == ()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"name": "演练新名"}, "此人登记的姓名是“演练甲”，与这次的“演练新名”不同"),
        ({"sex": "2"}, "此人登记的性别是“男”，与这次的“女”不同"),
        ({"birth_date": "1990-02-15"}, "此人登记的出生日期是“1990-02-14”"),
        ({"ethnicity": "03"}, "此人登记的民族是“汉族”，与这次的“回族”不同"),
        (
            {"hukou_division": "370102"},
            "此人登记的常住户口所在地是“山东省临沂市沂南县”，与这次的“山东省济南市历下区”",
        ),
        ({"hukou_address": "别处9号"}, "此人登记的户口地详址是"),
    ],
)
def test_a_registration_writes_nothing_over_who_a_known_person_is(
    station: Counter, register: Register, clerk: Actor, changed: dict[str, str], told: str
) -> None:
    first = register()
    before = station.people.person(first.case.person_id)
    with pytest.raises(NotPossible, match=f"{told}.*请办理更正"):
        register(
            person={"phone": "13912345678", **changed},
            residence={"road": "乙路"},
            move_from=first.registration.registration_id,
        )
    assert station.people.person(first.case.person_id) == before
    here = station.registrations.open_registration(first.case.person_id)
    assert here == first.registration
    assert len(station.people.page(clerk, first.case.person_id).cases) == 1


def test_what_was_not_known_of_somebody_is_added_and_what_is_left_empty_stays(
    station: Counter, register: Register, document: Callable[[int], Any]
) -> None:
    first = register(person={"hukou_address": "", "former_name": ""})
    moved = register(
        person={"hukou_address": "演练镇8号", "former_name": "演练小甲", "employer": "演练新厂"},
        residence={"road": "乙路"},
        move_from=first.registration.registration_id,
    )
    person = station.people.person(first.case.person_id)
    assert (person.hukou_address, person.former_name, person.employer) == (
        "演练镇8号",
        "演练小甲",
        "演练新厂",
    )
    again = register(
        person={"hukou_address": ""},
        residence={"road": "丙路"},
        move_from=moved.registration.registration_id,
    )
    assert station.people.person(first.case.person_id).hukou_address == "演练镇8号"
    assert document(again.paper_id).hukou_address == "演练镇8号"


def test_the_decision_is_kept_with_its_articles(station: Counter, register: Register) -> None:
    done = register()
    with station.office.database.engine.connect() as connection:
        facts = json.loads(connection.execute(text("select facts from case_file")).scalar_one())
    assert {finding["code"] for finding in facts["findings"]} >= {"scope", "report_within"}
    assert all(finding["basis"] for finding in facts["findings"])
    assert "shandong@2017-01-01" in done.case.policy


def test_minors_go_with_the_registration_and_onto_the_certificate(
    station: Counter, register: Register
) -> None:
    minors = (
        {
            "minor_name": "演练小甲",
            "minor_sex": "1",
            "minor_birth_date": "2018-05-06",
            "minor_id_number": "",
            "minor_relation": "son",
        },
    )
    done = register(residence={"minors": minors})
    assert [minor.name for minor in done.registration.minors] == ["演练小甲"]
    with station.office.database.engine.connect() as connection:
        document = json.loads(connection.execute(text("select document from paper")).scalar_one())
    assert "演练小甲" in json.dumps(document, ensure_ascii=False)


def test_a_name_that_no_font_has_is_told_while_typing(station: Counter, clerk: Actor) -> None:
    from desktop.domain.codes import LodgingKind

    advice = station.registrations.advise(
        clerk, date(2026, 11, 19), "371321", "370102", LodgingKind.RENTED, printed=("李\U00030041", "王")
    )
    assert [str(note) for note in advice.notes if "U+30041" in str(note)]


def test_a_move_within_the_county_has_the_deadline_of_a_change(
    station: Counter, clerk: Actor, register: Register
) -> None:
    from desktop.domain.codes import LodgingKind

    told = station.registrations.advise(
        clerk, date(2026, 11, 13), "371321", "370102", LodgingKind.RENTED, moved_from="370102"
    )
    codes = [finding.code for finding in told.findings]
    assert codes == ["scope", "min_days", "lodging", "move", "change_within"]
    assert (told.due_on, told.late_days) == (date(2026, 11, 18), 2)
    assert "历下区内搬迁" in str(told.findings[3].fact)
    assert told.findings[4].basis == "《山东省流动人口服务管理暂行办法》第十五条"
    first = register()
    moved = register(
        residence={"arrived_on": "2026-11-13", "road": "新演练路"},
        move_from=first.registration.registration_id,
    )
    assert moved.registration.late_days == 2


def test_a_move_from_another_county_ends_the_registration_there(station: Counter, clerk: Actor) -> None:
    from desktop.domain.codes import LodgingKind

    told = station.registrations.advise(
        clerk, date(2026, 11, 19), "371321", "370102", LodgingKind.RENTED, moved_from="370124"
    )
    assert [finding.code for finding in told.findings][-2:] == ["report_within", "move"]
    assert "平阴县迁到" in str(told.findings[-1].fact)


def test_the_last_address_of_the_counter_and_the_persons_own_are_one_key_away(
    station: Counter, register: Register, clerk: Actor, template
) -> None:
    done = register(residence={"road": "同住路"})
    assert station.registrations.last_address(clerk) == done.registration.address
    assert station.registrations.last_address(template.other) is None
    assert station.registrations.previous_addresses(done.case.person_id) == (done.registration.address,)


@pytest.mark.file_only
def test_a_full_disk_stores_nothing_and_says_so(station: Counter, register: Register) -> None:
    register()
    link = station.office.database.link
    pages = link._cursor.execute("pragma page_count").fetchone()[0]
    link._cursor.execute(f"pragma max_page_count = {pages}")

    def until_it_is_full() -> None:
        for serial in range(2, 200):
            register(serial, residence={"remark": "满" * 150})

    try:
        with pytest.raises(EnvironmentTrouble, match="磁盘已满"):
            until_it_is_full()
        stored = count(station, "case_file")
        assert stored == count(station, "paper") == count(station, "registration")
    finally:
        link._cursor.execute("pragma max_page_count = 1073741823")
    assert register(500).case.case_number


def test_the_thousandth_case_of_a_day_is_told_and_takes_another_counter(
    station: Counter, register: Register, template
) -> None:
    register()
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update counter_sequence set last = 999 where series = 'case'"))
    with pytest.raises(NotPossible, match="999"):
        register(2)
    assert register(2, actor=template.other)


def _actor(station: Counter) -> Actor:
    return station.sign_in.sign_in("one", "test-pass-1", 3)
