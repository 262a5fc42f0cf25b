"""Keys of the station: rotated, revoked, given out, taken in; lists of papers that no longer count."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.services import seal_ends, seal_keys
from desktop.services.counter import Counter
from printing.freezing import thaw
from printing.seal import ended, keys
from printing.seal.algorithms import algorithm
from printing.seal.checking import check
from printing.seal.ended import End
from printing.seal.findings import Verdict
from printing.seal.keys import PublicKey
from tests.services.asked import actions

FOREIGN = algorithm("ed25519").signer(bytes(range(2, 34)))


@pytest.fixture
def boss(template: Any) -> Any:
    """The security administrator, at counter 1."""
    return template.security


def codes(counter: Counter) -> list[str]:
    with counter.office.database.engine.connect() as connection:
        found = connection.execute(text("select document from paper where kind = '11' order by id"))
        return [thaw(row[0]).seal.text for row in found]  # type: ignore[union-attr]


def verdicts(counter: Counter) -> list[Verdict]:
    known = seal_keys.known(counter.office.database.link)
    return [check(code, known, counter.office.today()).verdict for code in codes(counter)]


def foreign(**changes: Any) -> PublicKey:
    said = {
        "key_id": keys.key_id_of("ed25519", FOREIGN.public),
        "algorithm": "ed25519",
        "public": FOREIGN.public,
        "station": "370103002",
        "station_name": "邻近派出所",
        "practice": False,
        "made_on": date(2026, 1, 1),
    }
    return PublicKey(**{**said, **changes})  # type: ignore[arg-type]


def test_a_key_put_away_seals_no_more_and_what_it_sealed_stays_good(
    station: Counter, boss: Any, register: Callable[..., Any]
) -> None:
    register(1)
    [before] = station.seals.keys(boss).rows
    assert (before.own, before.current, before.retired_on) == (True, True, None)
    for _ in range(2):
        rows = station.seals.rotate(boss, "rotate-1").rows
    assert [(row.current, row.retired_on) for row in rows] == [(True, None), (False, date(2026, 11, 20))]
    register(2)
    assert verdicts(station) == [Verdict.GENUINE, Verdict.GENUINE]
    assert actions(station).count("retire_seal_key") == 1


def test_a_lost_key_is_revoked_with_all_that_it_sealed_and_another_takes_its_place(
    station: Counter, boss: Any, register: Callable[..., Any]
) -> None:
    register(1)
    [lost] = station.seals.keys(boss).rows
    for request in ("revoke-1", "revoke-1", "revoke-2"):
        rows = station.seals.revoke(boss, request, lost.key_id, " 电脑 被盗 ").rows
    assert len(rows) == 2
    assert [(row.current, row.revoked_on, row.reason) for row in rows] == [
        (True, None, ""),
        (False, date(2026, 11, 20), "电脑 被盗"),
    ]
    register(2)
    assert verdicts(station) == [Verdict.KEY_REVOKED, Verdict.GENUINE]
    assert actions(station).count("revoke_seal_key") == 1


def test_keys_are_the_administrators_business(station: Counter, clerk: Any, tmp_path: Path) -> None:
    [row] = station.seals.keys(clerk).rows
    for ask in (
        lambda: station.seals.rotate(clerk, "r"),
        lambda: station.seals.revoke(clerk, "r", row.key_id, "电脑被盗"),
        lambda: station.seals.import_keys(clerk, "r", tmp_path / "keys.json"),
        lambda: station.seals.import_ended(clerk, tmp_path / "ended.json"),
    ):
        with pytest.raises(NotPossible, match="没有“印章和数据库密钥”的权限"):
            ask()


def test_a_revocation_takes_a_reason_and_a_key_of_ours(station: Counter, boss: Any) -> None:
    [row] = station.seals.keys(boss).rows
    with pytest.raises(BadInput, match="吊销原因"):
        station.seals.revoke(boss, "r", row.key_id, " ")
    with pytest.raises(NotPossible, match="没有编号为00000000"):
        station.seals.revoke(boss, "r", "00000000", "电脑被盗")


def test_the_file_of_public_keys_lets_anybody_check_and_has_no_private_half(
    station: Counter, boss: Any, register: Callable[..., Any], tmp_path: Path
) -> None:
    register(1)
    told = station.seals.export_keys(boss, tmp_path / "keys.json")
    written = (tmp_path / "keys.json").read_text("utf-8")
    assert (told.count, told.fingerprint) == (1, keys.fingerprint(written))
    assert told.fingerprint == station.seals.keys(boss).fingerprint
    assert check(codes(station)[0], keys.read(written), date(2026, 11, 20)).verdict is Verdict.GENUINE
    with station.office.database.engine.connect() as connection:
        private = connection.execute(text("select private_key from seal_key")).scalar_one()
    assert private not in written


def test_another_stations_keys_are_taken_in_and_their_revocation_followed(
    station: Counter, boss: Any, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.json"
    for given, expected in (
        (foreign(), (None, None)),
        (foreign(retired_on=date(2026, 11, 1)), (date(2026, 11, 1), None)),
        (foreign(revoked_on=date(2026, 11, 2), reason="遗失"), (None, date(2026, 11, 2))),
        (foreign(), (None, date(2026, 11, 2))),
    ):
        path.write_text(keys.written([given]), "utf-8")
        station.seals.import_keys(boss, "import-1", path)
        row = station.seals.keys(boss).rows[-1]
        assert (row.own, row.current, row.station_name) == (False, False, "邻近派出所")
        assert (row.retired_on, row.revoked_on) == expected


def test_files_that_are_none_or_claim_to_be_ours_change_nothing(
    station: Counter, boss: Any, tmp_path: Path
) -> None:
    path = tmp_path / "keys.json"
    path.write_text(keys.written([foreign(station="370102006")]), "utf-8")
    with pytest.raises(NotPossible, match="自称本所"):
        station.seals.import_keys(boss, "r", path)
    for content in (b"", b"{}", b"\xff\xfe\x00", bytes(5_000_000)):
        path.write_bytes(content)
        with pytest.raises(NotPossible):
            station.seals.import_keys(boss, "r", path)
        with pytest.raises(NotPossible):
            station.seals.import_ended(boss, path)
    with pytest.raises(EnvironmentTrouble, match="读不出文件"):
        station.seals.import_keys(boss, "r", tmp_path / "none.json")
    assert len(station.seals.keys(boss).rows) == 1


def test_a_certificate_is_superseded_by_a_later_one_and_cancelled_when_one_leaves(
    station: Counter, boss: Any, register: Callable[..., Any], tmp_path: Path, clock: Any
) -> None:
    done = register(1)
    register(2)
    assert list(seal_ends.every(station.office.database.link)) == []
    register(1, residence={"house_number": "2"}, move_from=done.registration.registration_id)
    with station.office.database.engine.connect() as connection:
        numbers = [
            row[0]
            for row in connection.execute(text("select paper_number from paper where kind='11' order by id"))
        ]
    found = list(seal_ends.every(station.office.database.link))
    assert [(row.number, row.end, row.on) for row in found] == [
        (numbers[0], End.SUPERSEDED, date(2026, 11, 20))
    ]
    assert seal_ends.of_number(station.office.database.link, numbers[0]) == found[0]
    assert seal_ends.of_number(station.office.database.link, numbers[1]) is None
    told = station.seals.export_ended(boss, tmp_path / "ended.json")
    assert told.count == 1
    known = seal_keys.known(station.office.database.link)
    listed = ended.read((tmp_path / "ended.json").read_text("utf-8"), known)
    assert listed.find(numbers[0]) == found[0]


def test_a_neighbours_list_is_taken_in_when_its_signature_holds(
    station: Counter, boss: Any, tmp_path: Path
) -> None:
    number = "11370103002" + "2026110101001"
    rows = [ended.Ended(number, End.CANCELLED, date(2026, 11, 3))]
    path = tmp_path / "ended.json"
    path.write_text(ended.written(ended.made("370103002", date(2026, 11, 4), rows), FOREIGN), "utf-8")
    with pytest.raises(NotPossible, match="已知的有效密钥"):
        station.seals.import_ended(boss, path)
    (tmp_path / "keys.json").write_text(keys.written([foreign()]), "utf-8")
    station.seals.import_keys(boss, "r", tmp_path / "keys.json")
    assert station.seals.import_ended(boss, path).count == 1
    content = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**content, "ended": []}), "utf-8")
    with pytest.raises(NotPossible, match="签名不对"):
        station.seals.import_ended(boss, path)


def test_a_station_of_before_has_a_key_as_soon_as_its_keeper_looks(station: Counter, template: Any) -> None:
    with station.office.database.engine.begin() as connection:
        connection.execute(text("delete from seal_key"))
    assert station.seals.keys(template.auditor).rows == ()
    [made] = station.seals.keys(template.security).rows
    assert (made.own, made.current) == (True, True)
    assert station.seals.keys(template.security).rows == (made,)
