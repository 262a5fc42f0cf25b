"""Ways to sign: Ed25519 for everybody, SM2 where its library is installed. More can be added beside them."""

from __future__ import annotations

from typing import Protocol

ED25519, SM2 = "ed25519", "sm2"


class Signer(Protocol):
    """Holds a private key and signs with it, in memory, in a card or in a box."""

    @property
    def algorithm(self) -> str:
        """Which algorithm, by its name in a keys file."""
        ...

    @property
    def public(self) -> bytes:
        """The public half, raw."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Give the signature, 64 bytes."""
        ...


class Verifier(Protocol):
    """Holds a public key and checks signatures with it."""

    def verify(self, message: bytes, signature: bytes) -> bool:
        """Tell whether the signature is this key's over this message; never raises."""
        ...


class Algorithm(Protocol):
    """What makes keys, signers and verifiers of one kind."""

    COSE: int
    PUBLIC_BYTES: int

    def new_private(self) -> bytes:
        """Make a private key, raw."""
        ...

    def signer(self, private: bytes) -> Signer:
        """Take up a private key; ValueError for bytes that are none."""
        ...

    def verifier(self, public: bytes) -> Verifier:
        """Take up a public key; ValueError for bytes that are none."""
        ...


def algorithm(name: str) -> Algorithm:
    """Give an algorithm by its name; `NotInstalled` for SM2 without its library, ValueError for an unknown one."""
    if name == ED25519:
        from printing.seal.ed25519 import Ed25519  # here for start-up time

        return Ed25519()
    if name == SM2:
        from printing.seal.sm2 import Sm2  # an optional extra

        return Sm2()
    raise ValueError(f"no algorithm is called {name}")


def cose_number(name: str) -> int:
    """Give the number of an algorithm in a signed code: EdDSA by RFC 9053; SM2 has none, so a private one."""
    return {ED25519: -8, SM2: -65_537}[name]


class NotInstalled(Exception):
    """The library of an optional algorithm is not there."""
