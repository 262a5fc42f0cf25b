"""SM2 with SM3 (GB/T 32918.2), by tongsuopy where it is installed. Its default identity is 1234567812345678."""

from __future__ import annotations

from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

from printing.seal.algorithms import SM2, NotInstalled, cose_number

_HALF = 32


class Sm2:
    """Private keys of 32 bytes, public ones of 33, signatures of 64: r and s."""

    COSE = cose_number(SM2)
    PUBLIC_BYTES = 33

    def __init__(self) -> None:
        _library()

    def new_private(self) -> bytes:
        """Make a private key, raw."""
        ec, _, _ = _library()
        value: int = ec.generate_private_key(ec.SM2()).private_numbers().private_value
        return value.to_bytes(_HALF, "big")

    def signer(self, private: bytes) -> Sm2Signer:
        """Take up a private key; ValueError for bytes that are none."""
        return Sm2Signer(private)

    def verifier(self, public: bytes) -> Sm2Verifier:
        """Take up a public key; ValueError for bytes that are none."""
        return Sm2Verifier(public)


class Sm2Signer:
    """Signs with a key held in memory. Two signatures of one message differ: each draws a random number."""

    algorithm = SM2

    def __init__(self, private: bytes) -> None:
        ec, self._hashes, self._forms = _library()
        if len(private) != _HALF:
            raise ValueError("an SM2 private key has 32 bytes")
        self._ec = ec
        self._key = ec.derive_private_key(int.from_bytes(private, "big"), ec.SM2())

    @property
    def public(self) -> bytes:
        """The public half as a compressed point."""
        forms = self._forms
        point: bytes = self._key.public_key().public_bytes(
            forms.Encoding.X962, forms.PublicFormat.CompressedPoint
        )
        return point

    def sign(self, message: bytes) -> bytes:
        """Give the signature, 64 bytes."""
        written = self._key.sign(message, self._ec.ECDSA(self._hashes.SM3()))
        return b"".join(part.to_bytes(_HALF, "big") for part in decode_dss_signature(written))


class Sm2Verifier:
    """Checks signatures of one key."""

    def __init__(self, public: bytes) -> None:
        ec, self._hashes, _ = _library()
        self._ec = ec
        self._key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SM2(), public)

    def verify(self, message: bytes, signature: bytes) -> bool:
        """Tell whether the signature is this key's over this message; never raises."""
        from tongsuopy.crypto.exceptions import InvalidSignature as NotThisSignature

        if len(signature) != 2 * _HALF:
            return False
        parts = (int.from_bytes(signature[:_HALF], "big"), int.from_bytes(signature[_HALF:], "big"))
        try:
            self._key.verify(encode_dss_signature(*parts), message, self._ec.ECDSA(self._hashes.SM3()))
        except (InvalidSignature, NotThisSignature):
            return False
        return True


def _library() -> tuple[Any, Any, Any]:
    try:
        from tongsuopy.crypto import hashes, serialization
        from tongsuopy.crypto.asymciphers import ec
    except ImportError as error:
        raise NotInstalled("tongsuopy") from error
    return ec, hashes, serialization
