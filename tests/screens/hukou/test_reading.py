"""What the form says: the facts, what is wrong, and which fields apply."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.codes import MaritalStatus
from desktop.domain.hukou_codes import Employment, Honour, Kin
from desktop.policies import PolicyBook
from desktop.ui.screens.hukou.reading import applies, read

TODAY = date(2026, 11, 20)
LEAST = {"division": "370102001", "assessed_on": "2022-07-31", "birth_date": "1990-03-01"}


def test_place_day_and_birth_date_are_enough() -> None:
    found = read(LEAST, TODAY)
    assert found.problems == ()
    assert found.on == date(2022, 7, 31)
    assert found.facts is not None
    assert found.facts.employment is Employment.NONE


@pytest.mark.parametrize("name", ["division", "birth_date"])
def test_without_place_or_birth_date_there_is_nothing_to_judge(name: str) -> None:
    found = read({**LEAST, name: ""}, TODAY)
    assert found.facts is None
    assert [each.field for each in found.problems] == [name]


def test_what_is_wrong_is_named_and_counts_as_empty() -> None:
    wrong = {
        "hukou_division": "费县",
        "insured": "yes",
        "pension_months": "十二",
        "children_born": "2015-03-01、去年",
        "home_bought_on": "2017-02-30",
    }
    found = read({**LEAST, **wrong}, TODAY)
    assert found.facts is not None
    assert {each.field for each in found.problems} == wrong.keys() - {"insured"}
    assert (found.facts.hukou_division, found.facts.pension_months, found.facts.children_born) == ("", 0, ())


def test_children_are_listed_in_any_way_of_writing() -> None:
    found = read({**LEAST, "children_born": "2015-03-01、20180506 2001.7.8,2020年1月2日；"}, TODAY)
    assert found.facts is not None
    assert found.facts.children_born == (
        date(2015, 3, 1),
        date(2018, 5, 6),
        date(2001, 7, 8),
        date(2020, 1, 2),
    )


@pytest.mark.parametrize(
    ("name", "hidden", "shown"),
    [
        ("married_on", {"marital_status": str(MaritalStatus.SINGLE)}, {"joins": str(Kin.SPOUSE)}),
        ("married_on", {}, {"marital_status": str(MaritalStatus.MARRIED)}),
        ("work_division", {"employment": "none"}, {"employment": "own_business"}),
        ("contract", {"employment": "own_business"}, {"employment": "unit"}),
        ("pension_months", {}, {"insured": "yes"}),
        ("full_time", {"education": "20"}, {"education": "40"}),
        ("prize", {"honour": str(Honour.COMMENDED)}, {"honour": str(Honour.CITY_CONTEST)}),
        ("kin_division", {}, {"joins": str(Kin.ADOPTER)}),
        ("kin_birth_date", {"joins": str(Kin.PARENT)}, {"joins": str(Kin.CHILD)}),
        (
            "hukou_since",
            {"division": "370102001", "hukou_division": "371325"},
            {"division": "370102001", "hukou_division": "370113"},
        ),
    ],
)
def test_a_field_applies_only_beside_what_it_is_about(
    name: str, hidden: dict[str, str], shown: dict[str, str]
) -> None:
    assert not applies(name, hidden)
    assert applies(name, shown)


def test_what_does_not_apply_is_not_judged() -> None:
    found = read({**LEAST, "pension_months": "24", "kin_division": "370103"}, TODAY)
    assert found.facts is not None
    assert found.facts.pension_months == 0
    assert found.facts.kin_division == ""


def test_what_no_route_of_the_zone_asks_for_does_not_apply() -> None:
    policy = PolicyBook.load().hukou("370126", date(2022, 7, 31))
    zone = policy.zone_of("370126")
    routes = [route for route in policy.routes if zone in route.zones]
    for name in ("degree", "joins", "group", "project", "insured", "permit", "contract"):
        assert not applies(name, {"employment": "unit"}, routes)
        assert applies(name, {"employment": "unit"}, policy.routes)
    assert applies("home_bought_on", {}, routes)
    assert applies("dwelling", {}, routes)
