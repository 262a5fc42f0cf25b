from __future__ import annotations

import shutil
from collections import Counter as Tally
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.domain.blanks import BlankState
from desktop.domain.codes import CaseKind, CaseState, CopyOutcome, IdKind, Role
from desktop.domain.id_numbers import read_id_number
from desktop.services import permit_records
from desktop.services.counter import PRACTICE_FILE, STATION_FILE, Counter, open_counter
from desktop.services.photos import DPI, HEIGHT, WIDTH
from desktop.services.ports import Folders
from desktop.services.practice import fill
from desktop.services.practice_people import PEOPLE
from desktop.services.practice_permits import BATCH
from desktop.services.practice_photo import sample_photo
from desktop.services.production_rows import PhotoSource
from desktop.services.rows import Actor, PersonPage
from printing.freezing import thaw
from tests.services.asked import rows

TODAY = date(2026, 11, 20)


class Standing:
    """A clock that begins on a Friday morning."""

    def __init__(self, moment: datetime = datetime(2026, 11, 20, 2, tzinfo=UTC)) -> None:
        self.moment = moment

    def now(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Folders:
    """A practice station's folder after its first start."""
    folders = Folders(tmp_path_factory.mktemp("practice"), shared_cache)
    open_counter(folders, Standing(), practice=True).close()
    return folders


@pytest.fixture
def practice(filled: Folders, folders: Folders) -> Iterator[Counter]:
    shutil.copytree(filled.data, folders.data)
    counter = open_counter(folders, Standing(), practice=True)
    yield counter
    counter.close()


@pytest.fixture
def clerk(practice: Counter) -> Actor:
    return practice.sign_in.sign_in("wangfang", "yanlian-01", 2)


def pages(practice: Counter, clerk: Actor) -> list[PersonPage]:
    people = rows(practice, "select distinct person_id from person")
    return [practice.people.page(clerk, row.person_id) for row in people]


def test_there_are_fifty_people_of_all_four_kinds_of_document(practice: Counter) -> None:
    people = rows(practice, "select id_kind, id_number, name from person where current_id is not null")
    assert len(people) == len(PEOPLE) == 50
    assert len({row.id_number for row in people}) == 50
    kinds = Tally(row.id_kind for row in people)
    assert set(kinds) == {str(kind) for kind in IdKind}
    assert kinds["resident"] == 45


def test_every_number_passes_the_programs_own_check(practice: Counter) -> None:
    for row in rows(practice, "select id_kind, id_number, birth_date, sex from person"):
        number = read_id_number(row.id_number, IdKind(row.id_kind), today=TODAY)
        assert number.number == row.id_number
        if number.birth_date is not None:
            assert (number.birth_date.isoformat(), str(number.sex)) == (row.birth_date, row.sex)


def test_everything_made_up_says_so(practice: Counter) -> None:
    station = practice.office.station()
    assert station is not None
    assert station.practice
    assert "演练" in station.name
    documents = [thaw(row.document) for row in rows(practice, "select document from paper")]
    assert documents
    assert all(document.practice for document in documents)
    assert all(one.name.startswith("演练") for one in practice.sign_in.welcome().practice_clerks)


def test_the_paper_of_the_practice_station_carries_the_mark(practice: Counter, clerk: Actor) -> None:
    import pypdfium2

    [row] = rows(practice, "select max(id) as id from paper")
    copy = practice.papers.prepare(clerk, "r", row.id)
    document = pypdfium2.PdfDocument(practice.papers.pdf(copy.copy_id))
    try:
        assert "演练" in document[0].get_textpage().get_text_range()
    finally:
        document.close()


def test_every_clerk_the_page_shows_can_sign_in(practice: Counter) -> None:
    welcome = practice.sign_in.welcome()
    assert welcome.counters == (1, 2, 3)
    assert {one.role for one in welcome.practice_clerks} == set(Role) - {Role.NOBODY}
    for one in welcome.practice_clerks:
        actor = practice.sign_in.sign_in(one.sign_in_name, one.password, 1)
        assert (actor.name, actor.role) == (one.name, one.role)


def test_there_is_something_of_everything_to_try(practice: Counter, clerk: Actor) -> None:
    found = pages(practice, clerk)
    states = Tally(case.state for page in found for case in page.cases)
    assert states[CaseState.ACCEPTED] > 3
    assert states[CaseState.AWAITING_MATERIALS] >= 2
    assert sum(len(page.registrations) > 1 for page in found) == 3
    assert sum(bool(page.registrations[0].minors) for page in found) == 2
    assert any(registration.late_days for page in found for registration in page.registrations)
    assert all([row.until for row in page.registrations].count(None) == 1 for page in found)
    assert any(page.due for page in found)
    assert all(len(page.papers) == len(page.cases) > 0 for page in found)


def test_every_screen_of_the_permit_has_something_to_try(practice: Counter, clerk: Actor) -> None:
    officer = practice.sign_in.sign_in("chengang", "yanlian-03", 1)
    waiting = {row.person_name: row for row in practice.production.waiting()}
    assert {name for name, row in waiting.items() if row.ready} == {"任南乔", "姜白石", "钟毓"}
    assert waiting["顾横波"].photo is PhotoSource.NONE
    assert waiting["钟毓"].kind is CaseKind.REPLACE_LOST
    assert len(practice.decisions.queue(officer).rows) >= 3
    assert [row.person_name for row in practice.handing_over.uncollected(clerk)] == ["汪若晨"]
    states = {
        row.name: row.current_state
        for row in rows(
            practice,
            "select person.name, permit.current_state from permit"
            " join person on person.current_id = permit.person_id where permit.current_state is not null",
        )
    }
    assert states == {
        "贺新凉": "valid",
        "龚远山": "valid",
        "邵清和": "valid",
        "钟毓": "lost",
        "汪若晨": "produced",
        "田一苇": "produced",
    }
    link = practice.office.database.link
    held = {
        name: permit_records.held_by(link, practice.lookup.find(clerk, name).hits[0].person_id)
        for name in ("贺新凉", "龚远山", "邵清和")
    }
    late, opens, good = (held[name] for name in ("贺新凉", "龚远山", "邵清和"))
    assert late is not None
    assert opens is not None
    assert good is not None
    assert late.endorsed_on is not None  # once, and overdue again
    assert late.due_on is not None
    assert late.due_on < TODAY
    assert opens.opens_on is not None
    assert opens.due_on is not None
    assert opens.opens_on <= TODAY <= opens.due_on
    assert good.opens_on is not None
    assert good.opens_on > TODAY
    [sent_back] = rows(practice, "select id from case_file where state = 'sent_back'")
    assert sent_back


def test_the_blanks_of_the_practice_station_balance(practice: Counter, clerk: Actor) -> None:
    balance = practice.blanks.balance(TODAY)
    assert balance.balanced
    assert balance.received == 200
    counts = {state: balance.count(state) for state in BlankState}
    assert counts == {
        BlankState.STOCK: 20,
        BlankState.COUNTER: 173,
        BlankState.RESERVED: 0,
        BlankState.USED: 6,
        BlankState.SPOILED: 1,
        BlankState.RETURNED: 0,
    }
    assert [practice.blanks.at_counter(number) for number in (1, 2, 3)] == [53, 60, 60]


def test_a_practice_station_of_an_earlier_program_opens_as_it_was(
    tmp_path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = Folders(tmp_path / "data", shared_cache)
    monkeypatch.setattr("desktop.services.practice.PEOPLE", PEOPLE[:40])
    monkeypatch.setattr("desktop.services.practice.LIVES", {})
    monkeypatch.setattr("desktop.services.practice_permits.stock", lambda counter, staff: None)
    open_counter(folders, Standing(), practice=True).close()
    monkeypatch.undo()
    counter = open_counter(folders, Standing(), practice=True)
    try:
        assert rows(counter, "select count(*) from person where current_id is not null") == [(40,)]
        officer = counter.sign_in.sign_in("chengang", "yanlian-03", 1)
        assert counter.blanks.balance(TODAY).batches == ()
        assert counter.production.waiting() == ()
        counter.blanks.receive(officer, "r", *BATCH)
        assert counter.blanks.balance(TODAY).received == 200
    finally:
        counter.close()


def test_the_past_lies_in_the_past_and_in_order(practice: Counter) -> None:
    cases = rows(practice, "select accepted_on, accepted_at from case_file order by id")
    assert [row.accepted_at for row in cases] == sorted(row.accepted_at for row in cases)
    assert cases[-1].accepted_on < TODAY.isoformat()
    spans = rows(practice, "select arrived_on, registered_on, ended_on from registration")
    assert all(row.arrived_on <= row.registered_on <= (row.ended_on or row.registered_on) for row in spans)


def test_the_practice_day_begins_balanced_and_with_the_first_number(practice: Counter, clerk: Actor) -> None:
    balance = practice.day.balance(TODAY, clerk.counter_number)
    assert balance.balanced
    assert balance.cases == 0
    pending = rows(practice, f"select 1 from paper_copy where outcome = '{CopyOutcome.PENDING.value}'")
    assert pending == []


def test_it_is_filled_once_only(practice: Counter, folders: Folders) -> None:
    before = rows(practice, "select (select count(*) from case_file), (select count(*) from journal_entry)")
    fill(practice)
    practice.close()
    again = open_counter(folders, Standing(datetime(2026, 12, 24, 2, tzinfo=UTC)), practice=True)
    try:
        counts = "select (select count(*) from case_file), (select count(*) from journal_entry)"
        assert rows(again, counts) == before
    finally:
        again.close()


def test_a_filling_that_fails_leaves_nothing_and_the_clock_as_it_was(
    tmp_path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders, clock = Folders(tmp_path / "data", shared_cache), Standing()
    broken = (*PEOPLE[:5], type(PEOPLE[0])("", "1", "resident", {}, {}, registered_days_ago=1))
    monkeypatch.setattr("desktop.services.practice.PEOPLE", broken)
    with pytest.raises(AssertionError, match="breaks a rule"):
        open_counter(folders, clock, practice=True)
    monkeypatch.undo()
    counter = open_counter(folders, clock, practice=True)
    try:
        assert counter.office.clock is clock
        assert rows(counter, "select count(*) from person where current_id is not null") == [(50,)]
    finally:
        counter.close()


def test_the_practice_station_has_a_file_of_its_own(filled: Folders) -> None:
    assert (filled.data / PRACTICE_FILE).exists()
    assert not (filled.data / STATION_FILE).exists()


def test_the_sample_photo_is_a_permit_photo() -> None:
    photo = Image.open(BytesIO(sample_photo()))
    assert (photo.size, photo.format, photo.info["dpi"]) == ((WIDTH, HEIGHT), "JPEG", (DPI, DPI))
