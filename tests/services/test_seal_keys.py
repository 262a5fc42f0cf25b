"""Papers are sealed in the transaction that freezes them, with the station's own key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import NotPossible
from desktop.services import seal_keys
from desktop.services.counter import Counter
from desktop.services.ports import Folders
from printing.freezing import freeze, thaw
from printing.seal.checking import check
from printing.seal.findings import Verdict
from printing.verify.papers import check_file
from tests import servers


def all_rows(counter: Counter, query: str) -> list[Any]:
    with counter.office.database.engine.begin() as connection:
        return list(connection.execute(text(query)))


def certificate(counter: Counter) -> Any:
    [row] = all_rows(counter, "select document from paper where kind = '11'")
    return thaw(row[0])


def paper_id_of(counter: Counter) -> int:
    [row] = all_rows(counter, "select id from paper where kind = '11'")
    return int(row[0])


def test_a_certificate_is_sealed_with_the_case_and_verifies(
    station: Counter, clerk: Any, register: Callable[..., Any]
) -> None:
    register()
    document = certificate(station)
    keys = seal_keys.known(station.office.database.link)
    found = check(document.seal.text, keys, station.office.today())
    assert found.verdict is Verdict.GENUINE
    assert found.claims is not None
    assert found.claims.number == document.number
    copy = station.papers.prepare(clerk, "print-1", paper_id_of(station))
    whole = check_file(station.papers.pdf(copy.copy_id), keys, station.office.today())
    assert (whole.verdict, len(whole.compared)) == (Verdict.GENUINE, 8)


def test_set_up_makes_the_key_and_papers_make_no_other(
    station: Counter, register: Callable[..., Any]
) -> None:
    assert [
        tuple(row) for row in all_rows(station, "select station, station_name, practice from seal_key")
    ] == [("370102006", "测试派出所", False)]
    register(1)
    register(2)
    assert len(all_rows(station, "select id from seal_key")) == 1
    made = "select staff_name, detail from journal_entry where action = 'make_seal_key'"
    [(name, key_id)] = all_rows(station, made)
    assert (name, key_id) == ("测试管理员", all_rows(station, "select key_id from seal_key")[0][0])


def test_a_station_of_before_there_were_keys_gets_one_with_its_first_paper(
    station: Counter, register: Callable[..., Any]
) -> None:
    all_rows(station, "delete from seal_key returning id")
    register()
    assert len(all_rows(station, "select id from seal_key")) == 1
    assert certificate(station).seal is not None


def test_the_private_half_is_nowhere_in_the_clear_and_survives_a_restart(
    station: Counter, clerk: Any, folders: Folders, clock: Any
) -> None:
    office = station.office
    with office.database.write() as link:
        made = seal_keys.signer(office, link, clerk, clock.now())
    [(private, key_id)] = all_rows(station, "select private_key, key_id from seal_key")
    secret = office.key_box.open(bytes.fromhex(private), key_id)
    assert secret.hex() not in private
    again = servers.again(station, folders, clock)
    with again.office.database.write() as link:
        assert seal_keys.signer(again.office, link, clerk, clock.now()).public == made.public
    again.close()


def test_beside_another_key_file_a_new_key_is_made_and_the_old_still_verifies(
    station: Counter, register: Callable[..., Any]
) -> None:
    register(1)
    before = certificate(station)
    all_rows(station, "update seal_key set private_key = '00' || private_key returning id")
    register(2)
    assert len(all_rows(station, "select id from seal_key")) == 2
    keys = seal_keys.known(station.office.database.link)
    assert check(before.seal.text, keys, station.office.today()).verdict is Verdict.GENUINE


def test_a_frozen_paper_without_a_seal_still_prints(
    station: Counter, clerk: Any, register: Callable[..., Any]
) -> None:
    register()
    bare = freeze(replace(certificate(station), seal=None))
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update paper set document = :bare where kind = '11'"), {"bare": bare})
    copy = station.papers.prepare(clerk, "print-1", paper_id_of(station))
    keys = seal_keys.known(station.office.database.link)
    found = check_file(station.papers.pdf(copy.copy_id), keys, station.office.today())
    assert found.verdict is Verdict.UNREADABLE


def test_a_paper_whose_seal_does_not_hold_never_goes_out_and_is_logged_by_a_number(
    station: Counter, clerk: Any, register: Callable[..., Any], caplog: pytest.LogCaptureFixture
) -> None:
    register()
    spoiled = freeze(replace(certificate(station), name="别人"))
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update paper set document = :it where kind = '11'"), {"it": spoiled})
    paper_id = paper_id_of(station)
    with pytest.raises(NotPossible, match="签名不是这份单据的") as refused:
        station.papers.prepare(clerk, "print-1", paper_id)
    [record] = caplog.records
    assert str(refused.value.message.facts["reference"]) in record.getMessage()
    assert station.papers.paper(paper_id).copies[0].sha256 == ""


def test_a_practice_stations_papers_are_sealed_as_practice(
    station: Counter, clerk: Any, register: Callable[..., Any]
) -> None:
    all_rows(station, "delete from seal_key returning id")
    register(actor=replace(clerk, station=replace(clerk.station, practice=True)))
    keys = seal_keys.known(station.office.database.link)
    assert [key.practice for key in keys] == [True]
    assert check(certificate(station).seal.text, keys, station.office.today()).verdict is Verdict.PRACTICE
