"""How often a window and the station's server speak with each other: on a slow network this is what is felt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.services.counter import Counter
from desktop.services.rows import Actor, RegistrationDone
from tests.servers import round_trips

Register = Callable[..., RegistrationDone]


def test_an_id_number_takes_exactly_one_round_trip(
    station: Counter, clerk: Actor, register: Register, tmp_path: Path
) -> None:
    done = register(1, person={"name": "仇长河"})
    number = station.people.person(done.case.person_id).id_number
    for _ in range(10):  # the account has been read and the statement prepared
        station.lookup.find(clerk, number)
    with round_trips(station.office.database, tmp_path / "trace") as told:
        assert [hit.name for hit in station.lookup.find(clerk, number).hits] == ["仇长河"]
    assert len(told) == 1


def test_a_newcomers_registration_takes_two_round_trips(
    station: Counter, register: Register, tmp_path: Path
) -> None:
    for place in range(10):
        register(place, person={"name": "仇长河"})
    with round_trips(station.office.database, tmp_path / "trace") as told:
        register(10, person={"name": "仇长河"})
    assert len(told) == 2  # all that it asks with the beginning, all that it stores with the end
