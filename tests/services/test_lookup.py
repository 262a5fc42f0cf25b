from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import text

from desktop.services.counter import Counter
from desktop.services.rows import Actor, RegistrationDone

Register = Callable[..., RegistrationDone]


@pytest.fixture
def people(register: Register) -> dict[str, RegistrationDone]:
    names = ("单雨桐", "雨桐", "仇长河", "尉迟若水", "买买提·吐尔逊", "李𬍛", "刘雨桐花")
    return {name: register(serial, person={"name": name}) for serial, name in enumerate(names, start=1)}


def found(station: Counter, actor: Actor, asked: str) -> list[str]:
    return [hit.name for hit in station.lookup.find(actor, asked).hits]


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("雨桐", "雨桐"),  # exact before prefix before middle
        ("单", "单雨桐"),
        ("长\x00河\u200b\t", "仇长河"),  # as it is copied from elsewhere
        ("长河", "仇长河"),
        ("雨桐花", "刘雨桐花"),
        ("吐尔逊", "买买提·吐尔逊"),
        ("买买提吐尔逊", "买买提·吐尔逊"),  # the dot is left out
        ("买买提.吐尔逊", "买买提·吐尔逊"),
        ("tuerxun", "买买提·吐尔逊"),
        ("𬍛", "李𬍛"),
        ("shanyutong", "单雨桐"),
        ("shan yu tong", "单雨桐"),
        ("syt", "单雨桐"),
        ("qiuchanghe", "仇长河"),
        ("yuchi", "尉迟若水"),
        ("ycrs", "尉迟若水"),
        ("YCRS", "尉迟若水"),
        ("13900000003", "仇长河"),
        ("139 0000 0003", "仇长河"),
    ],
)
def test_the_one_box_finds_people_by_whatever_is_known(
    station: Counter, clerk: Actor, people: dict[str, RegistrationDone], asked: str, first: str
) -> None:
    assert found(station, clerk, asked)[:1] == [first]


@pytest.mark.parametrize("limit", [1, 2, 20])  # a list of one is filled by those six
def test_who_is_spoken_just_so_comes_before_whose_name_goes_on_and_the_newest_first(
    station: Counter, clerk: Actor, register: Register, limit: int
) -> None:
    names = ("刘明安", "李明", "罗梅", "林萌", "陆敏", "吕蒙", "黎满", "龙敏安")
    for serial, name in enumerate(names, start=1):
        register(serial, person={"name": name})
    answer = station.lookup.find(clerk, "lm", limit=limit)
    expected = ["黎满", "吕蒙", "陆敏", "林萌", "罗梅", "李明", "龙敏安", "刘明安"]
    assert [hit.name for hit in answer.hits] == expected[:limit]
    assert answer.more is (limit < len(names))


def test_all_who_share_a_part_of_a_name_are_found(station: Counter, clerk: Actor, people: object) -> None:
    assert set(found(station, clerk, "雨桐")) == {"雨桐", "单雨桐", "刘雨桐花"}


def test_an_id_number_finds_exactly_its_person(
    station: Counter, clerk: Actor, people: dict[str, RegistrationDone]
) -> None:
    number = station.people.person(people["仇长河"].case.person_id).id_number
    answer = station.lookup.find(clerk, number.lower())
    assert [hit.name for hit in answer.hits] == ["仇长河"]
    assert answer.hits[0].exact
    assert answer.hits[0].masked_id_number == number[:6] + "********" + number[-4:]
    assert answer.hits[0].birth_year == 1990
    assert answer.hits[0].registration == "registered"


def test_a_wrong_number_says_which_rule_it_breaks(station: Counter, clerk: Actor) -> None:
    assert "校验码" in str(station.lookup.find(clerk, "370102199001011234").problem)
    assert "17位" in str(station.lookup.find(clerk, "37010219900101123").problem)


def test_a_region_that_no_table_knows_is_advice_only(station: Counter, clerk: Actor) -> None:
    from desktop.domain.id_numbers import check_digit

    answer = station.lookup.find(clerk, "37999919900101123" + check_digit("37999919900101123"))
    assert answer.problem is None
    assert answer.advice is not None


def test_a_case_number_opens_its_case_and_a_paper_its_paper(
    station: Counter, clerk: Actor, people: dict[str, RegistrationDone]
) -> None:
    done = people["李𬍛"]
    assert station.lookup.find(clerk, done.case.case_number).case == done.case
    answer = station.lookup.find(clerk, "11" + done.case.case_number)
    assert answer.paper_id == done.paper_id
    assert answer.case == done.case


def test_a_paper_of_another_station_is_told(station: Counter, clerk: Actor) -> None:
    answer = station.lookup.find(clerk, "113701120012026112001001")
    assert answer.hits == ()
    assert "其他派出所" in str(answer.problem)


@pytest.mark.parametrize(
    "asked", ["", "   ", "'; drop table person; --", "%_%", "\x00", "🙂", "，。", "a" * 500]
)
def test_nothing_that_is_typed_makes_it_fail(
    station: Counter, clerk: Actor, people: object, asked: str
) -> None:
    assert station.lookup.find(clerk, asked).hits == ()


def test_more_hits_than_fit_are_told(station: Counter, clerk: Actor, register: Register) -> None:
    for serial in range(1, 8):
        register(serial, person={"name": f"演练同名{'甲乙丙丁戊己庚'[serial - 1]}"})
    answer = station.lookup.find(clerk, "演练", limit=5)
    assert len(answer.hits) == 5
    assert answer.more
    assert not station.lookup.find(clerk, "演练", limit=7).more


def test_a_foreigner_is_found_by_letters_in_whatever_case_the_name_is_kept(
    station: Counter, clerk: Actor, register: Register
) -> None:
    for serial, name in enumerate(("WANG LEI", "Wang Mei", "王雷", "Wu Min"), start=1):
        register(serial, person={"name": name})
    assert found(station, clerk, "wang") == ["王雷", "WANG LEI", "Wang Mei"]
    assert set(found(station, clerk, "w")) == {"WANG LEI", "Wang Mei", "王雷", "Wu Min"}
    assert found(station, clerk, "wang m") == ["Wang Mei"]


@pytest.mark.parametrize("asked", ["maria", "MARIA", "mar", "anne maria", "jose", "silva jose anne maria"])
def test_a_foreigner_is_found_by_any_part_of_the_name(
    station: Counter, clerk: Actor, register: Register, asked: str
) -> None:
    for serial, name in enumerate(("SILVA, JOSE ANNE-MARIA", "AMARIA LU", "玛丽亚"), start=1):
        register(serial, person={"name": name})
    assert found(station, clerk, asked) == ["SILVA, JOSE ANNE-MARIA"]


def test_a_single_letter_finds_nobody_by_a_later_part(
    station: Counter, clerk: Actor, register: Register
) -> None:
    register(1, person={"name": "SAMPLE MARIA"})
    assert found(station, clerk, "s") == ["SAMPLE MARIA"]
    assert found(station, clerk, "sm") == ["SAMPLE MARIA"]
    assert found(station, clerk, "x") == []


def test_a_character_in_the_middle_comes_after_one_at_the_beginning(
    station: Counter, clerk: Actor, register: Register
) -> None:
    for serial, name in enumerate(("李雨雨", "雨桐", "张雨", "雨"), start=1):
        register(serial, person={"name": name})
    names = found(station, clerk, "雨")
    assert names[:2] == ["雨", "雨桐"]
    assert set(names[2:]) == {"李雨雨", "张雨"}


def test_every_look_is_written_down_with_its_matter(station: Counter, clerk: Actor, people: object) -> None:
    station.lookup.find(clerk, "仇长河", matter="补打凭证")
    assert station.journal.waiting == 1
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        row = connection.execute(
            text("select staff_name, matter, person_id from journal_entry where action = 'look_up'")
        ).one()
    assert row.staff_name == "测试一"
    assert row.matter == "补打凭证"
    assert row.person_id is not None
