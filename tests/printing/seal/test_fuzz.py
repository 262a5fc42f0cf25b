"""Whatever is scanned, the verifier answers, and nothing that no station signed is called genuine."""

from __future__ import annotations

import cbor2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from printing.documents import PermitCard
from printing.seal import base45, cose
from printing.seal.algorithms import ED25519, algorithm
from printing.seal.checking import check
from printing.seal.digests import canonical
from printing.seal.findings import Verdict
from printing.seal.sealing import sealed
from tests.printing.seal.station import CODE, PRIVATE, TODAY, keys_of, printed, text_of

SIGNER = algorithm(ED25519).signer(PRIVATE)
KEYS = keys_of(SIGNER)
TRUSTED = {Verdict.GENUINE, Verdict.SUPERSEDED, Verdict.CANCELLED, Verdict.EXPIRED}

edits = st.lists(
    st.tuples(st.sampled_from(["set", "cut", "put", "swap"]), st.integers(0, 400), st.integers(0, 255)),
    min_size=1,
    max_size=6,
)
cbor = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.binary(max_size=80) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.integers(0, 9) | st.text(max_size=3), inner)
    ),
    max_leaves=12,
)
few = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
many = settings(few, max_examples=25_000)


def spoiled(content: bytes, edits: list[tuple[str, int, int]]) -> bytes:
    out = bytearray(content)
    for how, at, value in edits:
        place = at % max(1, len(out))
        if how == "set" and out:
            out[place] = value
        elif how == "cut":
            del out[place : place + 1 + value % 8]
        elif how == "put":
            out[place:place] = bytes([value])
        elif out:
            out[place], out[value % len(out)] = out[value % len(out)], out[place]
    return bytes(out)


def _text(permit: PermitCard) -> str:
    return text_of(sealed(permit, SIGNER, CODE))


def _anything(text: str) -> None:
    found = check(text, KEYS, TODAY, code=CODE, barcode="31")
    assert found.verdict not in TRUSTED
    assert found.sentence


def _spoiled_bytes(permit: PermitCard, edits: list[tuple[str, int, int]]) -> None:
    text = _text(permit)
    content = base45.decode(text[4:])
    found = check(cose.PREFIX + base45.encode(spoiled(content, edits)), KEYS, TODAY)
    assert (found.verdict in TRUSTED) == (spoiled(content, edits) == content)


def _spoiled_text(permit: PermitCard, edits: list[tuple[str, int, int]]) -> None:
    text = _text(permit)
    changed = spoiled(text.encode(), edits).decode("latin-1")
    assert (check(changed, KEYS, TODAY).verdict in TRUSTED) == (changed == text)


def _any_cbor(parts: list[object]) -> None:
    content = b"\xd2" + cbor2.dumps([cbor2.dumps(parts[0]), *parts[1:]])
    assert check(cose.PREFIX + base45.encode(content), KEYS, TODAY).verdict not in TRUSTED


def _field(permit: PermitCard, name: str, text: str) -> None:
    card = sealed(permit, SIGNER, CODE)
    typed = {**printed(card), name: text}
    same = canonical(text) == canonical(printed(card)[name])
    found = check(text_of(card), KEYS, TODAY, code=CODE, printed=typed)
    assert (found.verdict is Verdict.GENUINE) == same


FIELDS = st.sampled_from(["name", "id_number", "residence_address", "valid_until", "serial"])


@few
@given(st.text(max_size=500) | st.text(base45.ALPHABET, max_size=500).map(lambda it: cose.PREFIX + it))
def test_any_text_is_answered(text: str) -> None:
    _anything(text)


@few
@given(edits)
def test_spoiled_bytes_are_never_trusted(permit: PermitCard, edits: list[tuple[str, int, int]]) -> None:
    _spoiled_bytes(permit, edits)


@few
@given(edits)
def test_spoiled_texts_are_never_trusted(permit: PermitCard, edits: list[tuple[str, int, int]]) -> None:
    _spoiled_text(permit, edits)


@few
@given(st.lists(cbor, min_size=1, max_size=5))
def test_well_formed_codes_that_nobody_signed_are_never_trusted(parts: list[object]) -> None:
    _any_cbor(parts)


@few
@given(FIELDS, st.text(max_size=30))
def test_a_field_typed_otherwise_is_never_the_same(permit: PermitCard, name: str, text: str) -> None:
    _field(permit, name, text)


@pytest.mark.slow
@many
@given(st.text(max_size=500) | st.text(base45.ALPHABET, max_size=500).map(lambda it: cose.PREFIX + it))
def test_any_text_at_length(text: str) -> None:
    _anything(text)


@pytest.mark.slow
@many
@given(edits)
def test_spoiled_bytes_at_length(permit: PermitCard, edits: list[tuple[str, int, int]]) -> None:
    _spoiled_bytes(permit, edits)


@pytest.mark.slow
@many
@given(edits)
def test_spoiled_texts_at_length(permit: PermitCard, edits: list[tuple[str, int, int]]) -> None:
    _spoiled_text(permit, edits)


@pytest.mark.slow
@many
@given(st.lists(cbor, min_size=1, max_size=5))
def test_well_formed_codes_at_length(parts: list[object]) -> None:
    _any_cbor(parts)
