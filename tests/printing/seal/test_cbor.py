"""What is written by hand is what a CBOR library writes, byte for byte."""

from __future__ import annotations

import hmac
from datetime import date

import cbor2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.seal import base45, cbor, digests
from printing.seal.claims import Claims
from printing.seal.cose import message_of, text_of

FIRST_DAY = date(2000, 1, 1)
NUMBERS = st.one_of(
    st.integers(0, 2**64 - 1),
    st.sampled_from([0, 23, 24, 255, 256, 65_535, 65_536, 2**32 - 1, 2**32, 2**64 - 1]),
)


@given(NUMBERS, st.binary(max_size=300), st.text(st.characters(codec="utf-8"), max_size=90))
def test_values_are_written_as_a_library_writes_them(number: int, content: bytes, text: str) -> None:
    assert cbor.number(number) == cbor2.dumps(number, canonical=True)
    assert cbor.octets(content) == cbor2.dumps(content, canonical=True)
    assert cbor.text(text) == cbor2.dumps(text, canonical=True)
    parts = (cbor.number(number), cbor.octets(content), cbor.text(text))
    assert cbor.listed(parts) == cbor2.dumps([number, content, text], canonical=True)
    assert cbor.mapped(parts, 1) == cbor2.dumps({1: number, 2: content, 3: text}, canonical=True)


@pytest.mark.parametrize("value", [-1, 2**64])
def test_what_is_no_such_number_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match="no number"):
        cbor.number(value)


@given(
    st.integers(0, 10**24 - 1),
    st.dates(min_value=FIRST_DAY),
    st.integers(0, 65_535),
    st.lists(st.binary(min_size=4, max_size=4), max_size=8),
)
def test_a_papers_map_is_written_as_a_library_writes_it(number, issued_on, valid_days, fields) -> None:
    claims = Claims(
        kind=f"{number:024d}"[:2],
        number=f"{number:024d}",
        station=f"{number:024d}"[2:11],
        issued_on=issued_on,
        valid_days=valid_days,
        masked_name="张**",
        whole=b"w" * 10,
        code=b"co",
        fields=tuple(fields),
    )
    assert claims.written() == cbor2.dumps(
        {
            1: int(claims.kind),
            2: number.to_bytes(10, "big"),
            3: int(claims.station),
            4: (issued_on - FIRST_DAY).days,
            5: valid_days,
            6: "张**",
            7: b"w" * 10,
            8: b"co" + b"".join(fields),
        },
        canonical=True,
    )


@given(st.binary(max_size=200))
def test_what_is_signed_and_said_is_cose(payload: bytes) -> None:
    protected = cbor2.dumps({1: -8, 4: bytes.fromhex("0a1b2c3d")}, canonical=True)
    assert message_of(-8, "0a1b2c3d", payload) == cbor2.dumps(["Signature1", protected, b"", payload])
    signed = base45.decode(text_of(-8, "0a1b2c3d", payload, b"s" * 64).removeprefix("RC1:"))
    assert signed == b"\xd2" + cbor2.dumps([protected, {}, payload, b"s" * 64], canonical=True)


@given(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=12, max_size=12), st.text(max_size=60))
def test_a_digest_is_the_standards_hmac(code: str, text: str) -> None:
    whole = f"whole\n{text}".encode(errors="surrogatepass")
    assert digests.of_whole(code, text) == hmac.digest(code.encode(), whole, "sha256")[:10]
