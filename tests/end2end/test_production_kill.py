"""Killed while it makes permits: no serial is used twice, no case has two permits, none is lost."""

from __future__ import annotations

import json
import random
import shutil
from collections import Counter as Tally
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import Connection, text

from desktop.domain.codes import CaseState, Ground, IdKind, MaterialState
from desktop.domain.forms import ApplicationForm
from desktop.models.database import Database, sqlite_engine
from desktop.models.ring_opening import key_of
from desktop.services import blank_balance, case_records
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from tests.end2end.session import Elapsing, Step, pool_number
from tests.end2end.test_kill import (
    FIRST_MORNING,
    LONG_AGO,
    Life,
    a_life,
    old_resident,
    run_until_killed,
    seed,
)
from tests.end2end.witness import FILE, laid_aside, unguard

SESSION = Path(__file__).with_name("production_session.py")
KILLS, MANY_KILLS = 5, 100
CASES = 30

# What must never be found, and the query that would find it.
NEVER = {
    "a serial is there twice": "select serial from blank group by 1 having count(*) > 1",
    "a serial is on two permits": """
        select serial from permit group by 1 having count(distinct permit_id) > 1""",
    "a case has two permits": """
        select case_id from permit group by 1 having count(distinct permit_id) > 1""",
    "a permit number is given twice": """
        select permit_number from permit group by 1 having count(distinct permit_id) > 1""",
    "a permit is not known in exactly one way": """
        select permit_id from permit group by 1 having sum(current_id is not null) <> 1""",
    "a used blank is not what a permit is printed on": """
        select serial from blank where state = 'used' and (select count(*) from permit
        where permit.serial = blank.serial and permit.case_id = blank.case_id
        and current_id is not null) <> 1""",
    "a permit is on a blank that is not used": """
        select permit.serial from permit join case_file on case_file.id = permit.case_id
        where current_id is not null and case_file.state = 'produced'
        and permit.serial not in (select serial from blank where state = 'used')""",
    "a produced case has no permit": """
        select case_number from case_file where state = 'produced'
        and id not in (select case_id from permit where current_id is not null)""",
    "a case that waits has a permit on a good blank": """
        select case_number from case_file join permit on permit.case_id = case_file.id
        join blank on blank.serial = permit.serial
        where current_id is not null and case_file.state = 'granted' and blank.state <> 'spoiled'""",
    "a case has two blanks reserved": """
        select case_id from blank where state = 'reserved' group by 1 having count(*) > 1""",
    "a blank is reserved for a case that does not wait": """
        select serial from blank left join case_file on case_file.id = case_id
        where blank.state = 'reserved' and coalesce(case_file.state, '') <> 'granted'""",
    "a reserved blank has no card": """
        select serial from blank where state = 'reserved' and not exists (select 1 from attachment
        where attachment.case_id = blank.case_id and kind = 'card:' || serial)""",
    "a case was lost": """
        select case_number from case_file where kind = 'permit_application'
        and state not in ('granted', 'produced')""",
    "a blank has no step that says its state": """
        select serial from blank where state <> 'counter' and state <> 'stock' and not exists
        (select 1 from blank_step where first_serial = serial and blank_step.state = blank.state)""",
    "a production is not in the trail": """
        select permit_number from permit
        where permit_number not in (select paper_number from journal_entry where action = 'produce_permit')""",
    "a permit has no step that says its state": """
        select permit_id from permit where not exists
        (select 1 from permit_step where permit_step.permit_id = permit.permit_id)""",
}


@dataclass
class Witness:
    """Hears every line of every session and sees every card that comes out of the printer."""

    waiting: dict[str, Step] = field(default_factory=dict)
    state: dict[str, set[str]] = field(default_factory=dict)  # of a serial: what it may be by now
    case: dict[str, int] = field(default_factory=dict)  # what a serial was reserved for
    paper: dict[str, int] = field(default_factory=dict)  # what a card that came out says
    permits: dict[int, int] = field(default_factory=dict)
    reserved: dict[str, list[Any]] = field(default_factory=dict)
    sorry: list[str] = field(default_factory=list)
    done: Tally[str] = field(default_factory=Tally)
    repeated: int = 0

    def hear(self, line: bytes) -> None:
        """Take in one line of a session."""
        said = json.loads(line)
        if "sorry" in said:
            self.sorry.append(f"{said['sorry']}: {said['why']}")
        elif "paper" in said:
            before = self.paper.setdefault(said["paper"], said["case"])
            if before != said["case"]:
                self.sorry.append(f"blank {said['paper']} was printed for {before} and for {said['case']}")
        elif "asked" in said:
            self.waiting[said["asked"]["request"]] = said["asked"]
            for serial, state in _aims(said["asked"]):
                self.state.setdefault(serial, {"stock", "counter", "reserved"}).add(state)
        elif "done" in said and said["done"]["duty"] != "all":
            self.waiting.pop(said["done"]["request"], None)
            self.done[said["done"]["duty"]] += 1
            self._answer(said["done"], said["with"])

    def to_repeat(self) -> list[Step]:
        """Return the steps that never got an answer; the next session asks them again."""
        self.repeated += len(self.waiting)
        return list(self.waiting.values())

    def _answer(self, step: Step, done: Step) -> None:
        for serial, state in _aims(step):
            self.state[serial] = {state}
        if step["duty"] == "reserve":
            if self.reserved.setdefault(step["request"], done["cards"]) != done["cards"]:
                self.sorry.append(f"{step} gave {self.reserved[step['request']]} and {done['cards']}")
            for case, serial in done["cards"]:
                self.case[serial] = case
                self.state[serial] = {"reserved"}
        elif step["duty"] == "printed":
            if done["problems"] or sorted(step["serials"]) != sorted(card[1] for card in done["cards"]):
                self.sorry.append(f"not all was produced: {step}, {done}")
            for case, serial, permit in done["cards"]:
                if self.permits.setdefault(case, permit) != permit or self.case.get(serial, case) != case:
                    self.sorry.append(f"case {case} has two permits: {done}")
        elif step["duty"] == "released":
            self.case.pop(step["serial"], None)

    def complaints(self, data: Path, cases: int) -> Iterator[str]:
        """Give all that is wrong with the database in a folder."""
        path = data / FILE
        database = Database(sqlite_engine(path, key_of(path)), path)
        try:
            with database.engine.connect() as connection:
                for check in ("integrity_check", "foreign_key_check"):
                    for row in connection.exec_driver_sql(f"pragma {check}").all():
                        if tuple(row) != ("ok",):
                            yield f"{check}: {tuple(row)}"
                for what, query in NEVER.items():
                    for row in connection.execute(text(query)).all():
                        yield f"{what}: {tuple(row)}"
                asked = "select count(*) from case_file where kind = 'permit_application'"
                if connection.execute(text(asked)).scalar_one() != cases:
                    yield "a case was lost"
                yield from self._promised(connection)
                told = connection.execute(
                    text("select state, counter_number, count(*) from blank group by 1, 2")
                ).all()
            yield from _unbalanced(database, {(row[0], row[1]): row[2] for row in told})
        finally:
            database.close()

    def _promised(self, connection: Connection) -> Iterator[str]:
        kept = {
            row.serial: row for row in connection.execute(text("select serial, state, case_id from blank"))
        }
        reserving = any(step["duty"] == "reserve" for step in self.waiting.values())
        for serial, states in self.state.items():
            row = kept.get(serial)
            may = states | {"reserved"} if reserving and "counter" in states else states
            if row is None or row.state not in may:
                yield f"blank {serial} is {row and row.state}, not {states}"
        for serial, case in self.case.items():
            releasing = any(
                step["duty"] == "released" and step["serial"] == serial for step in self.waiting.values()
            )
            if kept[serial].case_id != case and not releasing:
                yield f"blank {serial} is not for case {case} as was acknowledged: {tuple(kept[serial])}"
        permits = {
            row.case_id: row.permit_id
            for row in connection.execute(text("select case_id, permit_id from permit"))
        }
        for case, permit in self.permits.items():
            if permits.get(case) != permit:
                yield f"a permit that was acknowledged is lost: {permit}"


def _aims(step: Step) -> list[tuple[str, str]]:
    """Return the serials that a step brings into a state; a reservation chooses its own."""
    if step["duty"] in ("spoiled", "spoil_blank"):
        return [(step["serial"], "spoiled")]
    if step["duty"] == "released":
        return [(step["serial"], "counter")]
    if step["duty"] == "printed":
        return [(serial, "used") for serial in step["serials"]]
    return []


def _unbalanced(database: Database, blanks: dict[tuple[str, int | None], int]) -> Iterator[str]:
    told: Tally[tuple[str, int | None]] = Tally()
    for batch in blank_balance.balance(database.link, (FIRST_MORNING + timedelta(days=400)).date()):
        if not batch.balanced:
            yield f"batch {batch.first} does not balance"
        for place in batch.places:
            told[str(place.state), place.counter_number] += place.count
    if told != blanks:
        yield f"the steps say {dict(told)}, the blanks {blanks}"


class Works:
    """A station's folder with granted cases, the sessions on it, and the witness of what they said."""

    def __init__(self, template: Any, data: Path, cache: Path) -> None:
        self.data, self.cache, self.witness = data, cache, Witness()
        shutil.copytree(template.data, data)
        counter = open_counter(Folders(data, cache), Elapsing(LONG_AGO), practice=False)
        counter.office.rights.seat(template.clerk)
        with counter.office.database.write():
            for place in range(CASES):
                counter.office.clock = Elapsing(LONG_AGO)
                old_resident(counter, template.other, place)
                counter.office.clock = Elapsing(FIRST_MORNING - timedelta(days=1))
                granted_case(counter, template, place)
        counter.close()

    def session(self, seed: int, run: int, life: Life) -> None:
        """Let a session work until it is killed."""
        orders = {
            "seed": seed,
            "run": run,
            "begins": (FIRST_MORNING + timedelta(days=run // 2, hours=run % 2)).isoformat(),
            "repeat": self.witness.to_repeat(),
            "out": sorted(self.witness.paper),
            "made": sorted(serial for serial, may in self.witness.state.items() if may == {"used"}),
        }
        run_until_killed(
            [str(SESSION), str(self.data), str(self.cache), json.dumps(orders)], life, self.witness.hear
        )
        assert not self.witness.sorry, self.witness.sorry


def granted_case(counter: Counter, template: Any, place: int) -> None:
    """Take the application of one of the pool and grant it."""
    picture = BytesIO()
    Image.new("L", (358, 441), place % 256).save(picture, "JPEG")
    person = counter.people.by_number(IdKind.RESIDENT, pool_number(place))
    assert person is not None
    needs = counter.applications.checklist(
        template.clerk, person.person_id, Ground.EMPLOYMENT, None
    ).materials
    states = {need.code: MaterialState.PRESENT for need in needs}
    form = ApplicationForm(Ground.EMPLOYMENT, states, "", None, "")
    request = f"pool-case-{place}"
    done = counter.applications.accept(template.clerk, request, person.person_id, form, picture.getvalue())
    office = counter.office
    with office.database.write() as link:
        case_records.move_on(
            office, link, template.other, done.case.case_id, CaseState.GRANTED, office.clock.now()
        )


def kill_again_and_again(works: Works, aside: Path, kills: int) -> None:
    chosen = seed()
    dice = random.Random(chosen)
    witness = works.witness
    for run in range(kills):
        works.session(chosen, run, a_life(dice))
        left = laid_aside(works.data, aside)
        assert list(witness.complaints(left, CASES)) == []
    print(f"{kills} kills, {dict(witness.done)}, {len(witness.paper)} cards, {witness.repeated} asked again")
    assert len(witness.paper) > 3 * kills
    assert witness.done["spoiled"] > kills / 2


def test_a_counter_killed_while_it_makes_permits_loses_none_and_doubles_none(
    template: Any, tmp_path: Path, shared_cache: Path
) -> None:
    kill_again_and_again(Works(template, tmp_path / "data", shared_cache), tmp_path / "aside", KILLS)


@pytest.mark.slow
def test_a_hundred_kills_lose_no_permit_and_double_none(
    template: Any, tmp_path: Path, shared_cache: Path
) -> None:
    kill_again_and_again(Works(template, tmp_path / "data", shared_cache), tmp_path / "aside", MANY_KILLS)


# -- the witness itself: each check can fail ----------------------------------------------------------

USED = "(select min(serial) from blank where state = 'used')"
WAITS = "(select min(case_id) from blank where state = 'reserved')"
DAMAGE: dict[str, str] = {
    "a serial is on two permits": f"update permit set serial = {USED}",
    "a case has two permits": "update permit set case_id = (select min(case_id) from permit)",
    "a permit number is given twice": "update permit set permit_number = 'x'",
    "a permit is not known in exactly one way": "update permit set current_id = null",
    "a used blank is not what a permit is printed on": "update permit set serial = 'R999B001-01'",
    "a permit is on a blank that is not used": "update blank set state = 'counter' where state = 'used'",
    "a produced case has no permit": "update permit set current_id = null",
    "a case that waits has a permit on a good blank": (
        "update case_file set state = 'granted' where state = 'produced'"
    ),
    "a case has two blanks reserved": f"update blank set case_id = {WAITS} where state = 'reserved'",
    "a blank is reserved for a case that does not wait": (
        f"update case_file set state = 'withdrawn' where id = {WAITS}"
    ),
    "a reserved blank has no card": "delete from attachment where kind like 'card:%'",
    "a case was lost": f"update case_file set state = 'denied' where id = {WAITS}",
    "a blank has no step that says its state": "delete from blank_step where state = 'used'",
    "a production is not in the trail": "update journal_entry set paper_number = ''",
    "a permit has no step that says its state": "delete from permit_step",
    "is not for case": "update blank set case_id = 1 where state in ('reserved', 'used')",
    "a permit that was acknowledged is lost": "update permit set permit_id = permit_id + 1",
    "does not balance": "update blank_step set count = count + 1 where was = ''",
    "the steps say": "delete from blank_step where state = 'spoiled'",
}


@pytest.fixture(scope="module")
def worn(file_template: Any, tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Works:
    """A station killed while cards were being made, some of them not yet told of."""
    works = Works(file_template, tmp_path_factory.mktemp("works") / "data", shared_cache)
    witness = works.witness

    def enough(_: int = 0) -> bool:
        reserved = [state for state in witness.state.values() if state == {"reserved"}]
        return len(witness.permits) > 5 and witness.done["spoiled"] > 1 and len(reserved) > 2

    works.session(3, 0, Life(0, enough))
    assert list(witness.complaints(laid_aside(works.data, works.data.parent / "aside"), CASES)) == []
    return works


def test_every_rule_of_the_witness_is_tried() -> None:
    assert set(NEVER) - set(DAMAGE) == {"a serial is there twice"}  # the table itself forbids it


@pytest.mark.parametrize("complaint", DAMAGE)
def test_the_witness_objects(worn: Works, tmp_path: Path, complaint: str) -> None:
    data = laid_aside(worn.data, tmp_path / "damaged")
    path = data / FILE
    database = Database(sqlite_engine(path, key_of(path)), path)
    connection = database.engine.raw_connection()
    cursor = connection.cursor()
    cursor.execute("pragma foreign_keys = off")
    unguard(cursor)
    cursor.execute(DAMAGE[complaint])
    assert cursor.rowcount > 0
    connection.close()
    database.close()
    found = list(worn.witness.complaints(data, CASES))
    assert any(complaint in one for one in found), found


def test_the_witness_objects_to_a_blank_printed_twice() -> None:
    witness = Witness()
    for case in (1, 2):
        witness.hear(json.dumps({"paper": "JN0001", "case": case}).encode())
    assert witness.sorry == ["blank JN0001 was printed for 1 and for 2"]
