"""Each verdict, and that nothing that was touched is called genuine."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from printing.documents import Document, PermitCard
from printing.seal import base45, cose
from printing.seal.algorithms import Signer, algorithm, cose_number
from printing.seal.checking import check
from printing.seal.ended import End, Ended, EndedList, made
from printing.seal.findings import WORDS, Reason, Verdict
from printing.seal.keys import Keys, key_id_of
from printing.seal.sealing import claims_of, sealed
from tests.printing.seal.station import CODE, PRIVATE, TODAY, keys_of, printed, text_of


def test_a_paper_as_it_was_issued_is_genuine(paper: Document, signer: Signer) -> None:
    found = check(text_of(paper), keys_of(signer), TODAY, code="7k3m-9qxd-4tzp", printed=printed(paper))
    assert (found.verdict, found.reason) == (Verdict.GENUINE, Reason.ALL_SAME)
    assert found.claims is not None
    assert found.claims.number == paper.number
    assert found.claims.issued_on == paper.issued_on
    assert all(it.same for it in found.compared)


def test_the_sentence_says_what_was_not_compared(certificate: Document, signer: Signer) -> None:
    keys = keys_of(signer)
    assert check(text_of(certificate), keys, TODAY).reason is Reason.SIGNED
    some = check(text_of(certificate), keys, TODAY, code=CODE, printed={"name": "王建国"})
    assert (some.verdict, some.reason) == (Verdict.GENUINE, Reason.SOME_SAME)
    assert some.facts == {"count": "1", "left": "7"}


def test_every_altered_field_is_named(paper: Document, signer: Signer) -> None:
    for name, text in printed(paper).items():
        altered = {**printed(paper), name: text[:-1] + "改" if text else "添上的"}
        found = check(text_of(paper), keys_of(signer), TODAY, code=CODE, printed=altered)
        assert found.verdict is Verdict.ALTERED
        assert found.altered == (name,)
        label = next(it.label for it in found.compared if not it.same)
        assert label in found.sentence


def test_another_papers_code_on_a_paper_shows_in_its_barcode(certificate: Document, signer: Signer) -> None:
    keys, other = keys_of(signer), "11" + "3701020012026112101002"
    found = check(text_of(certificate), keys, TODAY, barcode=other)
    assert (found.verdict, found.reason) == (Verdict.ALTERED, Reason.NUMBER_ALTERED)
    assert check(text_of(certificate), keys, TODAY, barcode=certificate.number).verdict is Verdict.GENUINE


def test_a_wrong_check_code_is_told_from_altered_fields(certificate: Document, signer: Signer) -> None:
    for code in ("7K3M9QXD4TZQ", "7K3M", "!"):
        found = check(text_of(certificate), keys_of(signer), TODAY, code=code, printed=printed(certificate))
        assert (found.verdict, found.reason) == (Verdict.ALTERED, Reason.WRONG_CODE)


@pytest.mark.parametrize(
    ("end", "verdict"), [(End.SUPERSEDED, Verdict.SUPERSEDED), (End.CANCELLED, Verdict.CANCELLED)]
)
def test_a_paper_on_the_list_no_longer_counts(
    certificate: Document, signer: Signer, end: End, verdict: Verdict
) -> None:
    ended = made("370102001", TODAY, [Ended(certificate.number, end, TODAY)])
    found = check(text_of(certificate), keys_of(signer), TODAY, ended=ended)
    assert (found.verdict, found.as_of) == (verdict, TODAY)
    assert "2026-11-22" in found.sentence
    assert check(text_of(certificate), keys_of(signer), TODAY, ended=EndedList()).verdict is Verdict.GENUINE


def test_an_altered_paper_is_altered_even_when_it_is_on_the_list(
    certificate: Document, signer: Signer
) -> None:
    ended = made("370102001", TODAY, [Ended(certificate.number, End.CANCELLED, TODAY)])
    altered = {"name": "李四"}
    found = check(text_of(certificate), keys_of(signer), TODAY, ended=ended, code=CODE, printed=altered)
    assert found.verdict is Verdict.ALTERED


def test_a_permit_past_its_last_day_is_expired(permit: PermitCard, signer: Signer) -> None:
    last = date(2027, 11, 20)
    card = sealed(replace(permit, valid_until=last), signer, CODE)
    assert check(text_of(card), keys_of(signer), last).verdict is Verdict.GENUINE
    found = check(text_of(card), keys_of(signer), last + timedelta(days=1))
    assert (found.verdict, found.facts) == (Verdict.EXPIRED, {"day": "2027-11-20"})


def test_a_practice_stations_paper_proves_nothing(certificate: Document, signer: Signer) -> None:
    assert check(text_of(certificate), keys_of(signer, practice=True), TODAY).verdict is Verdict.PRACTICE


def test_a_revoked_key_is_never_gone_by(certificate: Document, signer: Signer) -> None:
    keys = keys_of(signer, revoked_on=date(2027, 3, 1), reason="电脑被盗")
    found = check(text_of(certificate), keys, TODAY)
    assert (found.verdict, found.reason) == (Verdict.KEY_REVOKED, Reason.REVOKED)
    assert "电脑被盗" in found.sentence


def test_a_key_signs_only_in_its_own_time(certificate: Document, signer: Signer) -> None:
    issued, day = certificate.issued_on, timedelta(days=1)
    text = text_of(certificate)
    assert check(text, keys_of(signer, retired_on=issued), TODAY).verdict is Verdict.GENUINE
    assert check(text, keys_of(signer, made_on=issued + day), TODAY).verdict is Verdict.GENUINE
    for keys in (keys_of(signer, retired_on=issued - day), keys_of(signer, made_on=issued + 32 * day)):
        assert check(text, keys, TODAY).reason is Reason.OUT_OF_TERM


def test_a_key_that_is_not_in_the_file_is_not_ours(certificate: Document, signer: Signer) -> None:
    other = algorithm(signer.algorithm).signer(PRIVATE[::-1])
    for keys in (Keys(), keys_of(other)):
        found = check(text_of(certificate), keys, TODAY)
        assert (found.verdict, found.claims) == (Verdict.NOT_OURS, None)


def test_a_stations_key_signs_its_own_papers_only(certificate: Document, signer: Signer) -> None:
    found = check(text_of(certificate), keys_of(signer, station="370103002"), TODAY)
    assert (found.verdict, found.reason) == (Verdict.NOT_OURS, Reason.OTHER_STATION)


def test_a_forger_who_names_the_stations_key_is_found_out(certificate: Document, signer: Signer) -> None:
    forger = algorithm(signer.algorithm).signer(PRIVATE[::-1])
    number, key_id = cose_number(signer.algorithm), key_id_of(signer.algorithm, signer.public)
    payload = claims_of(replace(certificate, name="李四"), CODE).written()
    text = cose.text_of(number, key_id, payload, forger.sign(cose.message_of(number, key_id, payload)))
    found = check(text, keys_of(signer), TODAY)
    assert (found.verdict, found.reason, found.claims) == (Verdict.ALTERED, Reason.CODE_ALTERED, None)


def test_what_a_station_signed_and_is_no_paper_is_no_paper(signer: Signer) -> None:
    number, key_id = cose_number(signer.algorithm), key_id_of(signer.algorithm, signer.public)
    for payload in (b"", b"\xa0", b"\xf6", b"hello", b"\xd8\x23\x61a"):
        text = cose.text_of(number, key_id, payload, signer.sign(cose.message_of(number, key_id, payload)))
        assert check(text, keys_of(signer), TODAY).verdict is Verdict.UNREADABLE


@pytest.mark.parametrize(
    "text", ["", "RC1:", "RC2:AB", "https://example.com", "HC1:6BF", "rc1:", "RC1:中文", "\ud800"]
)
def test_other_codes_are_not_readable(text: str, signer: Signer) -> None:
    assert check(text, keys_of(signer), TODAY).verdict is Verdict.UNREADABLE


def test_a_code_cut_off_anywhere_is_not_readable(paper: Document, signer: Signer) -> None:
    text, keys = text_of(paper), keys_of(signer)
    for end in range(len(text)):
        assert check(text[:end], keys, TODAY).verdict is Verdict.UNREADABLE
    for more in ("0", "00", "000", " "):
        assert check(text + more, keys, TODAY).verdict is Verdict.UNREADABLE


def test_no_flipped_bit_is_genuine(paper: Document, signer: Signer) -> None:
    content, keys = base45.decode(text_of(paper)[4:]), keys_of(signer)
    seen = set()
    for place in range(len(content) * 8):
        flipped = bytearray(content)
        flipped[place // 8] ^= 1 << place % 8
        found = check(cose.PREFIX + base45.encode(bytes(flipped)), keys, TODAY)
        seen.add(found.verdict)
    assert seen == {Verdict.ALTERED, Verdict.NOT_OURS, Verdict.UNREADABLE}


def test_every_finding_has_its_words() -> None:
    assert set(WORDS) == set(Verdict)
    assert all(reason.value.endswith("。") for reason in Reason)
