"""A window's own database moves into the station's: all of it, as it was, and the trail stays whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import psycopg
import pytest

from desktop.domain.errors import NotPossible
from desktop.models import moving_out, server_roles
from desktop.services import move_tables
from desktop.services.counter import STATION_FILE, Counter
from desktop.services.move_entering import StationThere
from desktop.services.move_rows import MoveChoice, Side, StationKey
from desktop.services.rows import Actor
from desktop.services.served import is_served, open_served, settle_move
from installer.scratch_server import OWNER
from tests.servers import Databases
from tests.services.move.desk import Desk, counts, everything, move

pytestmark = pytest.mark.file_only


def test_every_table_either_moves_or_it_is_said_why_not() -> None:
    from desktop.models.tables import Schema

    moved = {table.__tablename__ for table in move_tables.MOVED}
    assert moved.isdisjoint(move_tables.APART)
    assert moved | set(move_tables.APART) == {table.name for table in Schema.metadata.sorted_tables}
    seen: set[str] = set()
    for table in move_tables.MOVED:  # those that others stand on come first
        for column in table.__table__.columns:
            for each in column.foreign_keys:
                assert each.column.table.name in {*seen, table.__tablename__, "staff"}, column
        seen.add(table.__tablename__)


OWN_KEYS = frozenset(
    [
        "id",
        "request_id",
        "decision_request_id",
        "person_row",
        "case_id",
        "resumes_case_id",
        "registration_id",
        "current_id",
        "permit_id",
        "replaces_id",
        "replaced_by",
        "batch_id",
        "paper_id",
        "copy_id",
        "order_id",
    ]
)
"""Columns with keys that stay as they are; `current_id` of a person is one's own and nobody's else's."""


def test_every_key_in_what_moves_is_one_that_is_translated_or_one_that_stays() -> None:
    known = OWN_KEYS | move_tables.PERSON_KEYS | move_tables.STAFF_KEYS
    for table in move_tables.MOVED:
        for column in table.__table__.columns:
            if column.key.endswith(("_id", "_by", "_row")) and column.key != "reported_by":
                assert column.key in known, column


def test_everything_is_at_the_station_afterwards_as_it_was_here(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    done = here.register(1, name="演练某人")
    here.issue(2)
    here.print_paper(done.paper_id, b"%PDF the very bytes")
    there.register(50)
    before, mine = counts(there), everything(here)
    told: list[tuple[int, int]] = []
    result = move(station, boss, entered, progress=lambda *numbers: told.append(numbers))
    after = everything(there)
    for table in move_tables.MOVED:
        name = table.__tablename__
        assert len(after[name]) == before[name] + len(mine[name]), name
    for name in ("name_bigram", "name_reading"):
        assert set(mine[name]) <= set(after[name])
    assert told[-1][0] == told[-1][1] == sum(len(mine[table.__tablename__]) for table in move_tables.MOVED)
    assert sum(moved for _, _, moved, _ in result.counts) == told[-1][1]
    assert (result.papers, result.files, result.same, result.new_accounts) == (1, 1, 0, ())
    stored = there.rows("select pdf from paper_copy where pdf is not null")
    assert [bytes(row[0]) for row in stored] == [b"%PDF the very bytes"]
    [hit] = there.counter.lookup.find(there.clerk, "某人").hits
    page = there.counter.people.page(there.clerk, hit.person_id)
    assert page.person.name == "演练某人"
    document = there.one("select document from paper where id = :key", key=done.paper_id)
    assert document == here.one("select document from paper where id = :key", key=done.paper_id)


def test_papers_sealed_here_are_still_good_at_the_station(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    here.register(1)
    known = {row[0] for row in there.rows("select key_id from seal_key")}
    move(station, boss, entered)
    [(key_id, private, box)] = [
        row for row in there.rows("select key_id, private_key, box from seal_key") if row[0] not in known
    ]
    again = entered.counter.office.key_box
    assert box == again.name != station.office.key_box.name
    from printing.seal.algorithms import algorithm
    from printing.seal.keys import key_id_of

    opened = algorithm("ed25519").signer(again.open(bytes.fromhex(private), key_id))
    assert key_id_of(opened.algorithm, opened.public) == key_id


def test_the_next_start_is_on_the_server_and_the_file_is_laid_aside(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    done = here.register(1)
    result = move(station, boss, entered)
    with pytest.raises(NotPossible, match="已经迁入"):
        here.register(2)
    folders, clock = station.office.folders, station.office.clock
    station.move_to_station.leave(boss, entered)
    station.close()
    path = folders.data / STATION_FILE
    settle_move(folders, clock, path)
    settle_move(folders, clock, path)
    assert is_served(folders)
    assert not path.exists()
    assert result.archive.exists()
    assert result.archive.stat().st_mode & 0o777 == 0o400
    assert not moving_out.moving_folder(folders.data).exists()
    served = open_served(folders, clock)
    assert served is not None
    try:
        actor = served.sign_in.sign_in("one", "test-pass-1", 9)
        assert served.papers.paper(done.paper_id).paper_number
        again = served.registrations.accept(
            actor, "00000000-0000-0000-0000-000000000001", here.person_form(3), here.residence_form()
        )
        assert again.case.case_number
    finally:
        served.close()


def test_the_archive_opens_with_its_keys_and_its_trail_is_whole(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    from desktop.journal.__main__ import WHOLE, main

    here.register(1)
    result = move(station, boss, entered)
    folders, clock = station.office.folders, station.office.clock
    station.close()
    settle_move(folders, clock, folders.data / STATION_FILE)
    assert main(["verify", str(result.trail_file), "--keys", str(result.keys_file)]) == WHOLE
    from desktop.models.copying import fits
    from desktop.models.ring_opening import key_of

    assert fits(result.archive, key_of(result.archive))
    lines = result.trail_file.read_text("utf-8")
    assert "register_residence" in lines
    assert "move_begun" in lines


def test_the_station_s_trail_has_the_heads_of_the_trail_that_stays(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    here.register(1)
    result = move(station, boss, entered)
    told = [row[0] for row in there.rows("select detail from journal_entry where action = 'move_trail_head'")]
    chains = here.rows(
        "select counter_number, max(sequence) from journal_entry where action <> 'move_done' group by 1"
    )
    assert len(told) == len(chains)
    for counter, sequence in chains:
        digest = here.one(
            "select hash from journal_entry where counter_number = :c and sequence = :s",
            c=counter,
            s=sequence,
        )
        signature = here.one(
            "select signature from trail_head where counter_number = :c and sequence = :s",
            c=counter,
            s=sequence,
        )
        [line] = [one for one in told if f"{counter}号窗口留痕{sequence}条" in one]
        assert digest in line
        assert signature in line
    assert there.one("select count(*) from journal_entry where action = 'move_to_station'") == 1
    assert result.root in there.one("select detail from journal_entry where action = 'move_to_station'")
    assert there.one("select digest from op_inbox where op_id = :move", move=result.move_id) == result.root
    assert result.station_entries >= len(told) + 1
    assert (
        there.one(
            "select count(*) from journal_entry where counter_number = 3 and action = 'register_residence'"
        )
        == 0
    )  # noqa: E501


def test_the_programs_own_role_is_enough(
    station: Counter, boss: Actor, here: Desk, there: Desk, key: StationKey, databases: Databases
) -> None:
    settings = there.counter.office.database.settings  # type: ignore[attr-defined]
    with psycopg.connect(
        host=str(databases.server.folder), user=OWNER, dbname=settings.database, autocommit=True
    ) as owner:
        server_roles.make_roles(owner, {server_roles.PROGRAM: "a-long-password"})
        server_roles.make_database(owner, settings.database)
        server_roles.grant(owner)
    there.clock.moment += timedelta(minutes=7, seconds=5)
    permit = here.issue(1, name="演练窗口名")
    there.issue(1, name="演练所里名")
    station.office.rights.seat(boss)
    form = replace(key.form, user=server_roles.PROGRAM, password="a-long-password")
    entered = station.move_to_station.enter(boss, replace(key, form=form))
    try:
        choices = {permit.person_id: MoveChoice(Side.HERE, Side.HERE, Side.HERE)}
        assert move(station, boss, entered, choices).same == 1
    finally:
        entered.counter.close()


def test_numbers_go_on_above_both(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    last = [here.register(serial).case.case_number for serial in (1, 2)][-1]
    move(station, boss, entered)
    at_three = replace(there, clerk=replace(there.clerk, counter_number=here.clerk.counter_number))
    assert int(at_three.register(60).case.case_number) == int(last) + 1


def test_forms_that_are_not_finished_wait_for_their_clerk_at_the_station(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    there.clock.moment += timedelta(minutes=7)
    mine, theirs = here.register(1).case.person_id, there.register(1).case.person_id
    payload = f'{{"person_id":{mine},"typed":"370102199001011234"}}'
    station.drafts.save(here.clerk, "a-draft", "application", "演练", payload)
    move(station, boss, entered)
    [draft] = there.counter.drafts.open(there.clerk)
    assert draft.draft_id == "a-draft"
    [[kept]] = there.rows("select payload from draft where id = 'a-draft'")
    assert kept == payload.replace(str(mine), str(theirs))


def test_other_windows_go_on_while_it_moves(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    here.register(1)
    served: list[int] = []

    def serve(_done: int, _total: int) -> None:
        if len(served) < 3:
            served.append(there.register(60 + len(served)).case.case_id)

    result = move(station, boss, entered, progress=serve)
    assert len(served) == 3
    assert there.one("select count(*) from case_file") == 4
    [(_, before, moved, after)] = [one for one in result.counts if str(one[0]) == "办件"]
    assert (before, moved, after) == (0, 1, 1)  # as of the one moment of the transaction
