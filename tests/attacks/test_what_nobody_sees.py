"""Right-to-left marks, zero-width and control characters: refused by their code point wherever a text is taken in.

What may be seen stays: a name's own letters, dots and accents, hanzi of every block.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import String, inspect, text

from desktop.domain.characters import is_hidden
from desktop.domain.codes import Role
from desktop.domain.errors import BadInput
from desktop.domain.fields import read_name, read_text
from desktop.domain.forms import read_person, read_registration
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.attacks.walk import Ids, walk

HIDDEN = {
    "right to left override": "\u202e",
    "left to right isolate": "\u2066",
    "right to left mark": "\u200f",
    "arabic letter mark": "\u061c",
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "null": "\x00",
    "escape": "\x1b",
    "backspace": "\x08",
    "delete": "\x7f",
    "next line's cousin": "\x9b",
    "tag letter": "\U000e0041",
    "variation selector": "\ufe0f",
    "ideographic variation": "\U000e0100",
    "hangul filler": "\u3164",
    "combining grapheme joiner": "\u034f",
    "private use": "\ue000",
    "half of a pair": "\ud842",
}


@pytest.mark.parametrize("character", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_no_name_and_no_line_takes_what_nobody_sees(character: str, place: str) -> None:
    name = {"first": f"{character}王建国", "middle": f"王{character}建国", "last": f"王建国{character}"}[
        place
    ]
    for read in (read_name, read_text):
        with pytest.raises(BadInput, match=f"U\\+{ord(character):04X}"):
            read("name", name)


@pytest.mark.parametrize(
    "name",
    [
        "王建国",
        "阿卜杜热西提·买买提",
        "O’Neill-Smith",
        "José María",
        "Jose\u0301",
        "Nguyễn Thị Minh",
        "李\U0002c35b",
        "\U0002ebf0\U00030000",
        "李〇",
    ],
)
def test_what_is_seen_in_a_name_stays_in_it(name: str) -> None:
    assert read_name("name", name) == name


@pytest.mark.parametrize("name", ["王\u0301", "e\u0301\u0301\u0301\u0301\u0301", "\u0301王建国"])
def test_accents_that_belong_to_no_letter_or_pile_up_are_refused(name: str) -> None:
    with pytest.raises(BadInput, match="不是汉字或字母"):
        read_name("name", name)


def fields() -> dict[str, str]:
    return {
        "id_number": "371321199002140011",
        "name": "演练甲",
        "former_name": "演练乙",
        "ethnicity": "01",
        "hukou_division": "371321",
        "hukou_address": "演练镇1号",
        "phone": "13900000001",
        "employer": "演练厂",
    }


def places() -> dict[str, str]:
    return {
        "division": "370102",
        "street": "370102001",
        "community": "370102001002",
        "road": "演练路",
        "house_number": "1",
        "building": "1",
        "unit": "1",
        "room": "101",
        "address_remark": "旁边",
        "lodging": "rented",
        "landlord_name": "演练丙",
        "landlord_phone": "13900000002",
        "reason": "work",
        "arrived_on": "2026-11-19",
        "intended_until": "2027-11-19",
        "reported_by": "agent",
        "reporter_name": "演练丁",
        "reporter_phone": "13900000003",
        "remark": "说明",
    }


@pytest.mark.parametrize("field", [*fields(), *places()])
def test_every_field_of_the_registration_refuses_a_turned_text(field: str) -> None:
    today = date(2026, 11, 20)
    here, values = (fields(), read_person) if field in fields() else (places(), read_registration)
    typed = {**here, field: here[field][:1] + "\u202e" + here[field][1:]}
    reading: Any = values(typed, today) if values is read_person else values(typed, (), today)  # type: ignore[operator,call-arg,arg-type]
    assert field in {problem.field for problem in reading.problems}, reading.problems


AS_TYPED = {("draft", "payload"), ("draft", "subject"), ("draft", "form"), ("draft", "id")}
"""What a clerk has not handed in yet is kept as it was typed."""


@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\x1b"], ids=["turned", "zero width", "control"])
def test_whatever_service_is_given_one_nothing_of_it_is_stored(
    station: Counter, ids: Ids, actors: dict[Role, Actor], character: str, tmp_path: Path
) -> None:
    calls = list(walk(station, actors, ids, f"测试{character}用字", tmp_path))
    assert len(calls) > 150
    kept = []
    engine = station.office.database.engine
    with engine.connect() as connection:
        for table in inspect(connection).get_table_names():
            names = [
                it["name"]
                for it in inspect(connection).get_columns(table)
                if isinstance(it["type"], String)
                and it["name"] != "request_id"  # the program's own, never shown
                and (table, it["name"]) not in AS_TYPED
            ]
            for name in names:
                for [value] in connection.execute(text(f"select {name} from {table}")):
                    told = json.loads(value) if str(value).startswith(("{", "[")) else value
                    if any(is_hidden(one) for one in _words(told)):
                        kept.append((table, name, value))
    assert kept == []


def _words(told: Any) -> str:
    if isinstance(told, dict):
        return "".join(_words(one) for pair in told.items() for one in pair)
    return "".join(_words(one) for one in told) if isinstance(told, list) else str(told)
