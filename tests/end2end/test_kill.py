from __future__ import annotations

import json
import os
import random
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.accounts import PasswordRule
from desktop.domain.forms import read_person, read_registration
from desktop.models.database import Database, sqlite_engine
from desktop.models.ring_opening import key_of
from desktop.services.counter import PRACTICE_FILE, Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.practice_people import PEOPLE
from tests.end2end.session import OLD_RESIDENT, POOL_A_RUN, Elapsing, Step, pool_number
from tests.end2end.witness import FILE, NEVER, Witness, laid_aside, unguard

SESSION = Path(__file__).with_name("session.py")
ROOT = Path(__file__).parents[2]
LONG_AGO = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
FIRST_MORNING = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
KILLS, MANY_KILLS = 8, 200
EARLY = 0.15  # of the kills come while the session is still starting
LONGEST_START = 1.0  # seconds
MOST_LINES = 300  # that a session says before it is killed: two for a step
AFTERWARDS = 0.02  # seconds at most between the last of them and the kill
PATIENCE = 300.0  # seconds for a session to say as much


@dataclass(frozen=True)
class Life:
    """When a program is killed: so many seconds after its start, or after it has said enough.

    Counted in what was said and not in seconds, so that a busy machine kills at the same places.
    """

    seconds: float
    enough: Callable[[int], bool] | None = None


def seed() -> int:
    """Return a new seed, or the one to try once more."""
    given = os.environ.get("KILL_SEED") or random.SystemRandom().randrange(10**6)
    print(f"\nKILL_SEED={given}")
    return int(given)


def a_life(dice: random.Random) -> Life:
    if dice.random() < EARLY:
        return Life(dice.uniform(0, LONGEST_START))
    lines = dice.randrange(1, MOST_LINES)
    return Life(dice.uniform(0, AFTERWARDS), lambda heard: heard >= lines)


def run_until_killed(command: list[str], life: Life, hear: Callable[[bytes], None]) -> None:
    """Run a program, hand on each whole line it says, and kill it when its time has come."""
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(
            [sys.executable, *command],
            stdout=subprocess.PIPE,
            stderr=errors,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert child.stdout is not None
        heard, rest, waiting = 0, b"", life.enough is not None
        ends = time.monotonic() + (PATIENCE if waiting else life.seconds)
        try:
            with selectors.DefaultSelector() as talk:
                talk.register(child.stdout, selectors.EVENT_READ)
                while (left := ends - time.monotonic()) > 0:
                    if not talk.select(left):
                        continue
                    more = os.read(child.stdout.fileno(), 1 << 16)
                    if not more:
                        break
                    *lines, rest = (rest + more).split(b"\n")
                    for line in lines:
                        hear(line)
                    heard += len(lines)
                    if waiting and life.enough is not None and life.enough(heard):
                        waiting, ends = False, time.monotonic() + life.seconds
        finally:
            child.kill()
            rest += child.stdout.read()
            child.stdout.close()
            child.wait()
        for line in rest.split(b"\n")[:-1]:
            hear(line)
        errors.seek(0)
        words = errors.read().decode()
    assert child.returncode == -signal.SIGKILL, words
    assert not words, words
    assert not waiting, f"only {heard} lines were said"


LASTING_PASSWORDS = {  # many sessions make many months
    "password_shortest": "8",
    "password_kinds": "2",
    "password_days": "0",
    "password_remembered": "3",
    "password_tries": "5",
}


class Station:
    """A station's folder, the sessions on it, and the witness of what they said."""

    def __init__(self, template: Any, data: Path, cache: Path, runs: int) -> None:
        self.data, self.cache, self.witness = data, cache, Witness()
        shutil.copytree(template.data, data)
        counter = open_counter(Folders(data, cache), Elapsing(LONG_AGO), practice=False)
        counter.office.rights.seat(template.clerk)
        counter.staff.set_rule(template.security, LASTING_PASSWORDS, PasswordRule())
        with counter.office.database.write():
            for place in range(runs * POOL_A_RUN):
                counter.office.clock = Elapsing(LONG_AGO + timedelta(days=place // 900))
                paper = old_resident(counter, template.other, place)
        counter.papers.draw(paper)  # unpacks the fonts once for all sessions
        counter.close()

    def session(self, seed: int, run: int, life: Life) -> None:
        """Let a session work until it is killed."""
        orders = {
            "seed": seed,
            "run": run,
            "begins": (FIRST_MORNING + timedelta(days=run // 2, hours=run % 2)).isoformat(),
            "repeat": self.witness.to_repeat(),
        }
        run_until_killed(
            [str(SESSION), str(self.data), str(self.cache), json.dumps(orders)], life, self.witness.hear
        )
        assert not self.witness.sorry, self.witness.sorry


def old_resident(counter: Counter, actor: Any, place: int) -> int:
    """Register one who will have lived here for more than half a year; return the certificate."""
    today = LONG_AGO.date()
    person = read_person(
        {
            "id_number": pool_number(place),
            "name": OLD_RESIDENT,
            "ethnicity": "01",
            "hukou_division": "371321",
            "phone": "13900000001",
        },
        today,
    )
    residence = read_registration(
        {
            "division": "370102",
            "street": "370102001",
            "community": "370102001002",
            "road": "演练路",
            "house_number": str(place),
            "lodging": "own",
            "reason": "work",
            "arrived_on": today.isoformat(),
        },
        (),
        today,
    )
    assert person.value is not None, person.problems
    assert residence.value is not None, residence.problems
    return counter.registrations.accept(actor, f"pool-{place}", person.value, residence.value).paper_id


def kill_again_and_again(station: Station, aside: Path, kills: int) -> None:
    chosen = seed()
    dice = random.Random(chosen)
    for run in range(kills):
        station.session(chosen, run, a_life(dice))
        left = laid_aside(station.data, aside)
        assert station.witness.complaints(left, station.cache, redraw=2, thorough=run % 10 == 9) == []
    witness = station.witness
    assert witness.complaints(station.data, station.cache, redraw=10) == []
    print(
        f"{kills} kills, {witness.done} steps, {len(witness.cases)} cases, {len(witness.copies)} copies, "
        f"{witness.repeated} steps asked again, {witness.already_stored} of them stored before"
    )
    assert len(witness.cases) > kills
    assert len(witness.copies) > kills / (2 if kills > KILLS else 4)  # how many a short run makes is chance
    assert witness.repeated > kills / 4


def test_a_killed_session_loses_nothing_and_doubles_nothing(
    template: Any, tmp_path: Path, shared_cache: Path
) -> None:
    station = Station(template, tmp_path / "data", shared_cache, KILLS)
    kill_again_and_again(station, tmp_path / "aside", KILLS)


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing_and_double_nothing(
    template: Any, tmp_path: Path, shared_cache: Path
) -> None:
    station = Station(template, tmp_path / "data", shared_cache, MANY_KILLS)
    kill_again_and_again(station, tmp_path / "aside", MANY_KILLS)


# -- the very first start --------------------------------------------------------------------------

FIRST_START = """
import signal, sys
from pathlib import Path
from desktop.services.counter import open_counter
from desktop.services.ports import Folders, SystemClock
print("begun", flush=True)
open_counter(Folders(Path(sys.argv[1]), Path(sys.argv[2])), SystemClock(), practice=True)
signal.pause()
"""


def begin_again_and_again(tmp_path: Path, cache: Path, kills: int) -> None:
    dice = random.Random(seed())
    for run in range(kills):
        data = tmp_path / f"first-{run}"
        life = Life(dice.uniform(0.1, 1.5), lambda heard: heard >= 1)
        run_until_killed(["-c", FIRST_START, str(data), str(cache)], life, lambda _: None)
        counter = open_counter(Folders(data, cache), Elapsing(FIRST_MORNING), practice=True)
        try:
            with counter.office.database.engine.connect() as connection:
                ask = connection.exec_driver_sql
                people = ask("select count(*) from person where current_id is not null").scalar_one()
                assert (people, ask("select count(*) from station").scalar_one()) == (len(PEOPLE), 1)
                assert ask("pragma integrity_check").scalar_one() == "ok"
        finally:
            counter.close()
        assert (data / PRACTICE_FILE).exists()


def test_a_first_start_that_was_killed_is_made_whole_by_the_next(tmp_path: Path, shared_cache: Path) -> None:
    begin_again_and_again(tmp_path, shared_cache, 3)


@pytest.mark.slow
def test_thirty_first_starts_that_were_killed_are_made_whole(tmp_path: Path, shared_cache: Path) -> None:
    begin_again_and_again(tmp_path, shared_cache, 30)


# -- the witness itself: each check can fail ----------------------------------------------------------


@pytest.fixture(scope="module")
def worn(file_template: Any, tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Station:
    """A station killed once everything that a session does was done at least once."""
    station = Station(file_template, tmp_path_factory.mktemp("worn") / "data", shared_cache, 1)
    laid_aside(station.data, station.data.parent / "before")
    witness = station.witness

    def enough(_: int = 0) -> bool:
        duties = [step["duty"] for step in witness.answered]
        return (
            min(duties.count(duty) for duty in ("register", "draft", "look", "again", "end_day")) > 0
            and any(step.get("resumes") for step in witness.answered)
            and any(step.get("move_from") for step in witness.answered)
            and sum(draft is not None for draft in witness.drafts.values()) > 1
            and any(copy.get("outcome") == "spoiled" for copy in witness.copies.values())
        )

    station.session(5, 0, Life(0, enough))
    assert enough()
    assert witness.complaints(laid_aside(station.data, station.data.parent / "aside"), shared_cache) == []
    return station


def loosened(table: str) -> list[str]:
    """Rebuild a table without its constraints, as if the schema had never had them."""
    return [
        f"create table loose as select * from {table}",
        f"drop table {table}",
        f"alter table loose rename to {table}",
    ]


A_CASE = "(select max(id) from case_file where kind = 'registration')"
APPLIED = "(select max(case_id) from attachment)"
A_SHEET = "(select min(id) from paper_copy where outcome = 'printed')"
DAMAGE: dict[str, tuple[str, ...]] = {
    # what the tables forbid, were the constraint not there
    "a case number is given twice": (
        *loosened("case_file"),
        f"update case_file set case_number = (select min(case_number) from case_file) where id = {A_CASE}",
    ),
    "a request made two cases": (
        *loosened("case_file"),
        f"update case_file set request_id = (select min(request_id) from case_file) where id = {A_CASE}",
    ),
    "a paper number is given twice": (
        *loosened("paper"),
        "update paper set paper_number = (select min(paper_number) from paper) where kind = '11'",
    ),
    "a person is registered at two places": (
        *loosened("registration"),
        "insert into registration select * from registration where ended_on is null",
    ),
    "an ID number has two people": (
        *loosened("person"),
        "update person set live_key = (select min(live_key) from person) where live_key is not null",
    ),
    "a copy number is given twice": (
        *loosened("paper_copy"),
        f"insert into paper_copy select * from paper_copy where id = {A_SHEET}",
    ),
    # what a half-done transaction would leave
    "a paper has no case": (f"update paper set case_id = null where case_id = {A_CASE}",),
    "a case has not exactly one paper": (f"delete from paper where case_id = {A_CASE}",),
    "a paper has another case's number": (
        f"update paper set paper_number = '119999999999999999999999' where case_id = {A_CASE}",
    ),
    "a case has no step that says its state": (f"delete from case_step where case_id = {A_CASE}",),
    "a case is not in the trail": (
        f"delete from journal_entry where case_number = (select case_number from case_file where id = {A_CASE})",
    ),
    "a case is resumed by none": ("update case_file set resumes_case_id = null",),
    "a case resumes one that still waits": (
        "update case_file set state = 'awaiting_materials' where state = 'resumed'",
    ),
    "a series of numbers is not where its last case is": (
        "update counter_sequence set last = last - 1 where series = 'case'",
    ),
    "a registration has not exactly one span": (f"delete from registration where case_id = {A_CASE}",),
    "a move left the person nowhere": (
        f"update registration set ended_on = '2026-11-20' where case_id = {A_CASE}",
    ),
    "a person is not known in exactly one way": ("update person set current_id = null",),
    "a person cannot be found by name": ("delete from name_bigram",),
    "a sheet is out whose page is not kept": (f"update paper_copy set pdf = null where id = {A_SHEET}",),
    "a day is closed without its summary": ("update day_close set paper_id = 1",),
    # what was acknowledged and is not there
    "a case that was acknowledged is lost": (f"delete from case_file where id = {A_CASE}",),
    "a case is not what was acknowledged": (f"update case_file set person_id = 1 where id = {A_CASE}",),
    "a case is not in the state that was acknowledged": (
        f"update case_file set state = 'refused' where id = {A_CASE}",
    ),
    "a case was asked for by nobody": (f"update case_file set request_id = 'who' where id = {A_CASE}",),
    "a paper that was acknowledged is lost": (f"delete from paper where case_id = {A_CASE}",),
    "a copy that was acknowledged is lost": (f"delete from paper_copy where id = {A_SHEET}",),
    "a closed day is lost": ("delete from day_close",),
    "a look is lost": ("delete from journal_entry where action = 'look_up'",),
    "a photo is lost": (f"delete from attachment where case_id = {APPLIED}",),
    "a photo has another's hash": (f"update attachment set sha256 = 'x' where case_id = {APPLIED}",),
    "a draft is not as it was acknowledged": ("update draft set payload = '{}'",),
    # what was altered
    "is not the page that was acknowledged": (
        f"update paper_copy set sha256 = replace(sha256, 'a', 'b') where id = {A_SHEET}",
    ),
    "is not the page that was drawn": (f"update paper_copy set pdf = x'25' where id = {A_SHEET}",),
    "is drawn otherwise a second time": ("update paper set document = replace(document, '演练', '演示')",),
    "as acknowledged": (f"update paper_copy set outcome = 'saved' where id = {A_SHEET}",),
    "the trail of counter 3 was changed": (
        "delete from journal_entry where counter_number = 3 and sequence > 9",
    ),
    "the trail of counter 3 is broken": ("delete from journal_entry where sequence = 5",),
    "is not what was written": ("update journal_entry set detail = '没有看过' where sequence = 5",),
    "foreign_key_check": (f"delete from case_file where id = {A_CASE}",),
}
FRESH = ("the trail of counter 3 is broken", "is not what was written")  # seen before the head was noted


def test_every_rule_of_the_witness_is_tried() -> None:
    assert set(NEVER) <= set(DAMAGE)


@pytest.mark.parametrize("complaint", DAMAGE)
def test_the_witness_objects(worn: Station, tmp_path: Path, complaint: str) -> None:
    data = laid_aside(worn.data, tmp_path / "damaged")
    path = data / FILE
    database = Database(sqlite_engine(path, key_of(path)), path)
    connection = database.engine.raw_connection()
    cursor = connection.cursor()
    cursor.execute("pragma foreign_keys = off")
    unguard(cursor)
    touched = 0
    for statement in DAMAGE[complaint]:
        cursor.execute(statement)
        touched = max(touched, cursor.rowcount)
    assert touched > 0
    connection.close()
    database.close()
    witness = deepcopy(worn.witness)
    if complaint in FRESH:
        witness.forget_the_trail()
    rebuilt = len(DAMAGE[complaint]) > len(loosened(""))  # no foreign key can be checked any more
    found = witness.complaints(data, worn.cache, redraw=1, thorough=not rebuilt)
    assert any(complaint in one for one in found), found


def test_the_witness_objects_to_the_file_as_it_was_before(worn: Station, tmp_path: Path) -> None:
    found = deepcopy(worn.witness).complaints(
        laid_aside(worn.data.parent / "before", tmp_path / "old"), worn.cache
    )
    for complaint in ("a case that was acknowledged is lost", "the trail of counter 3 was changed"):
        assert any(complaint in one for one in found), found


def test_the_witness_objects_to_a_flipped_bit(worn: Station, tmp_path: Path) -> None:
    data = laid_aside(worn.data, tmp_path / "flipped")
    assert (
        deepcopy(worn.witness).complaints(data, worn.cache) == []
    )  # and nothing is in the WAL alone any more
    with (data / FILE).open("r+b") as file:
        file.seek(-2000, os.SEEK_END)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))
    assert deepcopy(worn.witness).complaints(data, worn.cache)


def test_the_witness_objects_to_another_answer_for_the_same_request() -> None:
    witness, step = Witness(), {"duty": "prepare", "request": "r", "paper": 1}
    for copy in (7, 8):
        witness.hear(json.dumps({"asked": step}).encode())
        witness.hear(json.dumps({"done": step, "with": {"copy": copy, "sha256": "x"}}).encode())
    assert witness.sorry == ["request r made 7, and 8 when it was asked again"]


def test_the_witness_counts_what_is_asked_again() -> None:
    witness, step = Witness(), {"duty": "draft", "draft": "d", "payload": "{}"}
    witness.hear(json.dumps({"asked": step}).encode())
    repeated: list[Step] = witness.to_repeat()
    assert repeated == [step]
    witness.hear(json.dumps({"done": step, "with": {}}).encode())
    assert witness.to_repeat() == []
