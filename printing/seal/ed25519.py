"""Ed25519 (RFC 8032): the same key and message always give the same signature."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from printing.seal.algorithms import ED25519, cose_number


class Ed25519:
    """Keys of 32 bytes, signatures of 64."""

    COSE = cose_number(ED25519)
    PUBLIC_BYTES = 32

    def new_private(self) -> bytes:
        """Make a private key, raw."""
        return Ed25519PrivateKey.generate().private_bytes_raw()

    def signer(self, private: bytes) -> Ed25519Signer:
        """Take up a private key; ValueError for bytes that are none."""
        return Ed25519Signer(private)

    def verifier(self, public: bytes) -> Ed25519Verifier:
        """Take up a public key; ValueError for bytes that are none."""
        return Ed25519Verifier(public)


class Ed25519Signer:
    """Signs with a key held in memory."""

    algorithm = ED25519

    def __init__(self, private: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(private)
        self._public = self._key.public_key().public_bytes_raw()

    @property
    def public(self) -> bytes:
        """The public half, raw."""
        return self._public

    def sign(self, message: bytes) -> bytes:
        """Give the signature, 64 bytes."""
        return self._key.sign(message)


class Ed25519Verifier:
    """Checks signatures of one key."""

    def __init__(self, public: bytes) -> None:
        self._key = Ed25519PublicKey.from_public_bytes(public)

    def verify(self, message: bytes, signature: bytes) -> bool:
        """Tell whether the signature is this key's over this message; never raises."""
        try:
            self._key.verify(signature, message)
        except InvalidSignature:
            return False
        return True
