"""What is signed: everything that names the paper, nothing that names its holder in full."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from printing.documents import Document, PermitCard, RegistrationCertificate
from printing.freezing import freeze, thaw
from printing.seal import claims, cose, digests
from printing.seal.algorithms import Signer
from printing.seal.checking import fits
from printing.seal.fields import FIELDS, is_sealed
from printing.seal.sealing import claims_of, frozen, sealed
from tests.printing.seal.station import CODE, printed, text_of

PLAIN_LENGTH = 262
"""What a QR code of version 9 holds with error correction M."""


def test_the_same_document_and_check_code_give_the_same_seal(unsealed: Document, ed25519: Signer) -> None:
    assert sealed(unsealed, ed25519, CODE) == sealed(unsealed, ed25519, CODE)
    assert sealed(unsealed, ed25519, CODE) != sealed(unsealed, ed25519, "7K3M9QXD4TZQ")


def test_a_sealed_document_is_frozen_and_comes_back(paper: Document) -> None:
    assert thaw(freeze(paper)) == paper


def test_a_document_frozen_before_there_were_seals_is_read(unsealed: Document) -> None:
    assert "seal" not in freeze(unsealed)
    assert thaw(freeze(unsealed)) == unsealed


def test_the_code_fits_a_small_symbol_whatever_the_paper_says(paper: Document, signer: Signer) -> None:
    longest = replace(paper, name="阿卜杜热西提·买买提吐尔逊·阿卜力克木") if hasattr(paper, "name") else paper
    for document in (paper, sealed(replace(longest, seal=None), signer, CODE)):
        assert len(text_of(document)) <= PLAIN_LENGTH


def test_neither_number_nor_address_nor_whole_name_is_in_it(certificate: Document) -> None:
    payload = cose.read(text_of(certificate)).payload
    told = claims.read(payload)
    assert (told.number, told.station, told.masked_name) == (certificate.number, "370102001", "王**")
    for text in ("王建国", "410105199001011234", "解放路", CODE):
        assert text.encode() not in payload


def test_what_is_frozen_in_one_go_is_what_is_sealed_and_then_frozen(
    unsealed: Document, ed25519: Signer
) -> None:
    assert frozen(unsealed, lambda: ed25519, CODE) == freeze(sealed(unsealed, ed25519, CODE))


@pytest.mark.parametrize("text", ['"seal":null,', '{"seal":null,"a":1}', '\\"seal\\":null,', "，"])
def test_no_words_are_taken_for_the_place_of_the_seal(
    certificate: RegistrationCertificate, ed25519: Signer, text: str
) -> None:
    said = replace(certificate, seal=None, name=text, employer=text, notes=(text,), station_name=text)
    assert frozen(said, lambda: ed25519, CODE) == freeze(sealed(said, ed25519, CODE))


def test_without_the_check_code_a_digest_tells_nothing(permit: PermitCard) -> None:
    one, other = claims_of(permit, CODE), claims_of(permit, "7K3M9QXD4TZQ")
    assert not set(one.fields) & set(other.fields)
    assert one.whole != other.whole


def test_kinds_that_carry_no_seal_are_left_as_they_are(normal: dict[str, Document], ed25519: Signer) -> None:
    for document in normal.values():
        assert (sealed(document, ed25519, CODE).seal is None) == (not is_sealed(document))


def test_a_seal_fits_its_own_document_only(certificate: Document) -> None:
    own = freeze(replace(certificate, seal=None))
    assert fits(text_of(certificate), CODE, own)
    assert not fits(text_of(certificate), "7K3M9QXD4TZQ", own)
    assert not fits(text_of(certificate), CODE, own.replace("王建国", "王建设"))
    assert not fits("RC1:", CODE, own)


def test_every_kind_has_fields_and_not_too_many() -> None:
    for kind, fields in FIELDS.items():
        assert 1 <= len(fields) <= claims.MOST_FIELDS, kind
        assert len({field.name for field in fields}) == len(fields)


@pytest.mark.parametrize("text", ["", "济南市 历下区", "阿卜杜·艾山", "2026年11月5日", "６５４０２２x"])
def test_spaces_and_width_and_the_way_of_dates_make_no_difference(text: str) -> None:
    assert (
        digests.canonical("2026年1月5日") == digests.canonical("2026-01-05") == digests.canonical("2026/1/5")
    )
    spaced = "\n".join(text)
    assert digests.canonical(spaced) == digests.canonical(text)


@given(st.text("0123456789AZaz年月日一龥-/. ３Ａ·•", max_size=14) | st.text(max_size=30))
def test_what_is_canonical_for_certain_need_not_be_made_so(text: str) -> None:
    assert digests.canonical(text) == digests._made_canonical(text)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("7k3m-9qxd-4tzp", CODE),
        (" 7K3M 9QXD 4TZP ", CODE),
        ("oil0oil0oil0", "011001100110"),
        ("7K3M-9QXD", ""),
        ("7K3M-9QXD-4TZU", ""),
        ("校验码", ""),
    ],
)
def test_a_check_code_is_read_as_people_type_it(typed: str, code: str) -> None:
    assert digests.read_code(typed) == code


def test_a_new_check_code_is_unforeseen_and_reads_back() -> None:
    codes = {digests.new_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(digests.read_code(digests.spoken(code)) == code for code in codes)


def test_the_symbol_is_of_version_nine(paper: Document) -> None:
    symbol = zxingcpp.create_barcode(text_of(paper), zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    assert memoryview(symbol.to_image(scale=1, add_quiet_zones=False)).shape <= (53, 53)
    assert printed(paper)
