"""The files that verifiers download: public keys, and papers that ended."""

from __future__ import annotations

import json
from datetime import date

import pytest

from printing.seal import ended, keys
from printing.seal.algorithms import Signer, algorithm
from printing.seal.ended import End, Ended
from printing.seal.keys import BadKeys, Keys
from tests.printing.seal.station import PRIVATE, keys_of, public

ROWS = [
    Ended("31" + "3701020012026112101001", End.SUPERSEDED, date(2026, 11, 20)),
    Ended("11" + "3701020012026112101002", End.CANCELLED, date(2026, 11, 21)),
]


def test_the_keys_file_reads_back(signer: Signer) -> None:
    known = [
        public(signer, retired_on=date(2026, 5, 1), revoked_on=date(2026, 6, 1), reason="遗失"),
        public(algorithm(signer.algorithm).signer(PRIVATE[::-1]), practice=True),
    ]
    text = keys.written(known)
    assert list(keys.read(text)) == sorted(known, key=lambda key: key.key_id)
    assert keys.written(keys.read(text)) == text == keys.written(known[::-1])
    assert len(keys.fingerprint(text)) == 39


@pytest.mark.parametrize(
    "spoil",
    [
        lambda row: row.update(public="00" * 32),
        lambda row: row.update(key_id="00000000"),
        lambda row: row.update(public="zz"),
        lambda row: row.update(station="37010"),
        lambda row: row.update(made_on="昨天"),
        lambda row: row.pop("revoked_on"),
        lambda row: row.update(public=""),
    ],
)
def test_a_spoiled_keys_file_is_refused_whole(ed25519: Signer, spoil: object) -> None:
    content = json.loads(keys.written(keys_of(ed25519)))
    spoil(content["keys"][0])  # type: ignore[operator]
    with pytest.raises(BadKeys):
        keys.read(json.dumps(content))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"format":"residence-keys-2","keys":[]}', "[" * 100_000]
)
def test_what_is_no_keys_file_is_refused(text: str) -> None:
    with pytest.raises(BadKeys):
        keys.read(text)
    with pytest.raises(BadKeys):
        ended.read(text, Keys())


def test_two_keys_of_one_id_are_refused(ed25519: Signer) -> None:
    content = json.loads(keys.written(keys_of(ed25519)))
    content["keys"] *= 2
    with pytest.raises(BadKeys, match="重复"):
        keys.read(json.dumps(content))


def test_a_key_without_a_plain_no_to_practice_is_a_practice_key(ed25519: Signer) -> None:
    content = json.loads(keys.written(keys_of(ed25519)))
    content["keys"][0]["practice"] = ""
    assert next(iter(keys.read(json.dumps(content)))).practice


def test_an_older_keys_file_does_not_undo_a_revocation(ed25519: Signer) -> None:
    revoked = keys_of(ed25519, revoked_on=date(2026, 6, 1))
    assert next(iter(revoked.joined(keys_of(ed25519)))).revoked_on == date(2026, 6, 1)
    assert next(iter(keys_of(ed25519).joined(revoked))).revoked_on == date(2026, 6, 1)


def test_the_list_of_ended_papers_reads_back(signer: Signer) -> None:
    made = ended.made("370102001", date(2026, 11, 21), ROWS)
    read = ended.read(ended.written(made, signer), keys_of(signer))
    assert read == made
    assert read.find(ROWS[0].number) == ROWS[0]
    assert read.find("0" * 24) is None


def test_a_list_with_a_number_struck_out_is_refused(ed25519: Signer) -> None:
    content = json.loads(ended.written(ended.made("370102001", date(2026, 11, 21), ROWS), ed25519))
    struck = {**content, "ended": content["ended"][:1]}
    later = {**content, "as_of": "2027-01-01"}
    bare = {**content, "signature": ""}
    for spoiled in (struck, later, bare):
        with pytest.raises(BadKeys, match="签名不对"):
            ended.read(json.dumps(spoiled), keys_of(ed25519))


def test_a_list_signed_with_an_unknown_foreign_or_revoked_key_is_refused(ed25519: Signer) -> None:
    text = ended.written(ended.made("370102001", date(2026, 11, 21), ROWS), ed25519)
    revoked, foreign = keys_of(ed25519, revoked_on=date(2026, 6, 1)), keys_of(ed25519, station="370103001")
    for known in (Keys(), revoked, foreign):
        with pytest.raises(BadKeys, match="没有采用"):
            ended.read(text, known)


def test_lists_of_two_stations_count_as_of_the_older_one(ed25519: Signer) -> None:
    one = ended.made("370102001", date(2026, 11, 21), ROWS[:1])
    other = ended.made("370103002", date(2026, 11, 20), ROWS[1:])
    both = one.joined(other)
    assert both.as_of == date(2026, 11, 20)
    assert len(both.rows) == 2
