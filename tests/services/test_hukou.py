"""The assessment of a hukou transfer: what is told at the counter, and the notice that keeps it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from sqlalchemy import select

from desktop.domain.codes import CaseKind, Education, PaperKind
from desktop.domain.errors import NotPossible
from desktop.domain.hukou import DISCLAIMER, HukouFacts
from desktop.domain.hukou_codes import Degree, Dwelling, Employment, HukouZone
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, JournalEntry
from desktop.services.counter import Counter
from desktop.services.rows import Actor, RegistrationDone

Register = Callable[..., RegistrationDone]
LAST = date(2022, 7, 31)
MASTER = HukouFacts(
    division="370102001",
    birth_date=date(1990, 3, 1),
    hukou_division="371325",
    dwelling=Dwelling.TITLED,
    employment=Employment.UNIT,
    degree=Degree.MASTER,
    education=Education.POSTGRADUATE,
    children_born=(date(2015, 3, 1), date(2001, 5, 6)),
)


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def test_every_route_is_judged_and_places_have_names(station: Counter) -> None:
    rows = station.hukou.assess(MASTER, LAST)
    found = rows.assessment
    assert found is not None
    assert found.zone is HukouZone.OPTIMISED
    assert found.routes[0].route.code == "talent_2"
    assert found.routes[0].met
    facts = "".join(str(each.fact) for each in found.routes[0].findings)
    assert "山东省济南市历下区" in facts
    assert "费县" in facts
    assert "370102" not in facts
    assert "371325" not in facts
    assert rows.place.startswith("山东省济南市历下区")


def test_a_day_after_the_notice_says_so_and_offers_its_last_day(station: Counter) -> None:
    rows = station.hukou.assess(MASTER, date(2022, 8, 1))
    assert rows.assessment is None
    assert rows.offered == LAST
    assert "2017-08-01" in str(rows.obstacle)
    assert "2022-07-31" in str(rows.obstacle)
    again = station.hukou.assess(MASTER, LAST)
    assert again.lapsed_on == LAST
    assert str(again.warning) == "该规定已于2022年7月31日失效，按当时的规定测算，仅供了解。"


def test_a_day_before_the_notice_offers_its_first_day(station: Counter) -> None:
    rows = station.hukou.assess(MASTER, date(2017, 7, 31))
    assert rows.assessment is None
    assert rows.offered == date(2017, 8, 1)


def test_a_place_without_rules_has_nothing_to_offer(station: Counter) -> None:
    rows = station.hukou.assess(replace(MASTER, division="371302"), LAST)
    assert (rows.assessment, rows.layer, rows.offered) == (None, None, None)
    assert "临沂市兰山区" in str(rows.obstacle)


def test_a_county_of_two_zones_asks_for_the_street(station: Counter) -> None:
    rows = station.hukou.assess(replace(MASTER, division="370112"), LAST)
    assert rows.assessment is None
    assert rows.offered is None
    assert "请选到街道" in str(rows.obstacle)
    assert "历城区" in str(rows.obstacle)


def test_assessing_stores_nothing(station: Counter) -> None:
    station.hukou.assess(MASTER, LAST)
    station.journal.flush()
    assert station.day.cases(station.office.today()) == ()
    with station.office.database.faults():
        rows = station.office.database.link.all(Prepared(select(JournalEntry.action)))
    assert "tell_hukou_assessment" not in {row.action for row in rows}


def test_the_notice_tells_every_route_and_that_it_decides_nothing(
    station: Counter, clerk: Actor, register: Register
) -> None:
    person = register().case.person_id
    done = station.hukou.tell(clerk, "hukou-1", person, MASTER, LAST)
    assert done.case.kind is CaseKind.HUKOU_ASSESSMENT
    assert done.case.policy == "jinan-hukou@2017-08-01"
    [paper] = station.papers.of_case(done.case.case_id)
    assert (paper.paper_id, paper.kind) == (done.paper_id, PaperKind.HUKOU_NOTICE)
    read = words(station.papers.pdf(station.papers.prepare(clerk, "copy-1", done.paper_id).copy_id))
    assert "".join(str(DISCLAIMER).split()) in read
    assert "该规定已于2022年7月31日失效，按当时的规定测算，仅供了解" in read
    found = station.hukou.assess(MASTER, LAST).assessment
    assert found is not None
    for route in found.routes:
        assert "".join(str(route.title).split()) in read
    assert "2001年5月6日、2015年3月1日出生" in read


def test_the_case_keeps_the_facts_and_the_trail_names_it(
    station: Counter, clerk: Actor, register: Register
) -> None:
    person = register().case.person_id
    done = station.hukou.tell(clerk, "hukou-1", person, MASTER, LAST)
    with station.office.database.faults():
        link = station.office.database.link
        [case] = link.all(Prepared(select(CaseFile.facts).where(CaseFile.id == done.case.case_id)))
        actions = {row.action for row in link.all(Prepared(select(JournalEntry.action)))}
    kept = json.loads(case.facts)
    assert kept["day"] == "2022-07-31"
    assert kept["degree"] == "master"
    assert kept["children_born"] == ["2015-03-01", "2001-05-06"]
    assert "married_on" not in kept
    assert "permit" not in kept
    assert "tell_hukou_assessment" in actions


def test_the_same_request_makes_one_notice(station: Counter, clerk: Actor, register: Register) -> None:
    person = register().case.person_id
    first = station.hukou.tell(clerk, "hukou-1", person, MASTER, LAST)
    assert station.hukou.tell(clerk, "hukou-1", person, MASTER, LAST) == first
    assert station.hukou.tell(clerk, "hukou-2", person, MASTER, LAST).paper_id != first.paper_id
    assert station.day.balance(station.office.today(), 1).exceptions == ()


def test_without_rules_that_day_nothing_is_told(station: Counter, clerk: Actor, register: Register) -> None:
    person = register().case.person_id
    before = len(station.day.cases(station.office.today()))
    with pytest.raises(NotPossible, match="已经失效"):
        station.hukou.tell(clerk, "hukou-1", person, MASTER, date(2026, 11, 20))
    with pytest.raises(NotPossible, match="没有这个人的记录"):
        station.hukou.tell(clerk, "hukou-2", 12345, MASTER, LAST)
    assert len(station.day.cases(station.office.today())) == before
