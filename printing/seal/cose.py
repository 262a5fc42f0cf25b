"""COSE_Sign1 (RFC 9052) in the one form that papers have: algorithm and key protected, nothing beside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from printing.seal import base45, cbor
from printing.seal.claims import decoded

PREFIX = "RC1:"
KEY_ID_BYTES = 4
MOST_CHARACTERS = 600
"""More than any paper's code has, and little enough to be read without harm."""

_TAG = b"\xd2"  # COSE_Sign1
_CONTEXT, _NOTHING = cbor.text("Signature1"), cbor.octets(b"")
_TO_COME = b""
_ALGORITHM, _KEY_ID = 1, 4
_SIGNATURE_BYTES = 64


@dataclass(frozen=True, slots=True)
class Signed:
    """A code taken apart; nothing of it is believed yet."""

    algorithm: int
    key_id: str
    payload: bytes
    signature: bytes
    message: bytes
    """What the signature is over."""


def message_of(algorithm: int, key_id: str, payload: bytes) -> bytes:
    """Give the Sig_structure that is signed."""
    before, _ = _before_payload(algorithm, key_id)
    return before + cbor.octets(payload)


def text_of(algorithm: int, key_id: str, payload: bytes, signature: bytes) -> str:
    """Give what the QR code says."""
    _, before = _before_payload(algorithm, key_id)
    return PREFIX + base45.encode(before + cbor.octets(payload) + cbor.octets(signature))


def read(text: str) -> Signed:
    """Take a code apart; ValueError for anything that `text_of` never gives."""
    if not text.startswith(PREFIX) or len(text) > MOST_CHARACTERS:
        raise ValueError("not a code of ours")
    content = base45.decode(text[len(PREFIX) :])
    if content[:1] != _TAG:
        raise ValueError("not COSE_Sign1")
    parts = decoded(content[1:])
    if not isinstance(parts, list) or len(parts) != 4:
        raise ValueError("not COSE_Sign1")
    protected, beside, payload, signature = parts
    if not all(type(it) is bytes for it in (protected, payload, signature)) or beside != {}:
        raise ValueError("not COSE_Sign1")
    header = decoded(protected)
    if not isinstance(header, dict) or set(header) != {_ALGORITHM, _KEY_ID}:
        raise ValueError("not our header")
    algorithm, key_id = header[_ALGORITHM], header[_KEY_ID]
    if type(algorithm) is not int or type(key_id) is not bytes or len(key_id) != KEY_ID_BYTES:
        raise ValueError("not our header")
    if len(signature) != _SIGNATURE_BYTES:
        raise ValueError("not a signature")
    if text_of(algorithm, key_id.hex(), payload, signature) != text:
        raise ValueError("not written as papers are")
    return Signed(algorithm, key_id.hex(), payload, signature, message_of(algorithm, key_id.hex(), payload))


@lru_cache(maxsize=64)
def _before_payload(algorithm: int, key_id: str) -> tuple[bytes, bytes]:
    """Give what stands before a payload in what is signed, and in what the QR code says: the same for each key."""
    import cbor2  # here for start-up time

    header = {_ALGORITHM: algorithm, _KEY_ID: bytes.fromhex(key_id)}
    protected = cbor.octets(cbor2.dumps(header, canonical=True))
    return (
        cbor.listed((_CONTEXT, protected, _NOTHING, _TO_COME)),
        _TAG + cbor.listed((protected, cbor.EMPTY_MAP, _TO_COME, _TO_COME)),
    )
