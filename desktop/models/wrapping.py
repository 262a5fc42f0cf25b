"""The station key wrapped: by the station's secret, by the recovery key, by a token, by the machine's user."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
_NONCE, _SALT = 12, 16
_MOST_ROUNDS, _MOST_KIB, _MOST_LANES = 20, 1_048_576, 16
"""A damaged envelope must not have the machine count for ever or take all its memory."""


class Way(StrEnum):
    """What opens a wrapping; SERVER is the password by which the station's windows reach its server."""

    SECRET = "secret"  # noqa: S105 - the name of a way
    RECOVERY = "recovery"
    TOKEN = "token"  # noqa: S105 - the name of a way
    USER = "user"
    SERVER = "server"


class Token(Protocol):
    """A key in a device or a file of its own, which never leaves it.

    `sign` must give the same signature for the same message each time, as Ed25519 and RSA PKCS #1 v1.5 do: the
    signature is what opens the wrapping.
    """

    @property
    def name(self) -> str:
        """Which one it is, as it is marked."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Sign a message."""
        ...


class CannotWrap(Exception):
    """This token signs the same message in another way each time, so that nothing can be wrapped by it."""


class WrongKey(Exception):
    """What was given does not open this wrapping."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What guessing a secret once costs: argon2id's rounds, KiB of memory and lanes (RFC 9106, 4)."""

    rounds: int = 3
    memory: int = 65_536
    lanes: int = 4


@dataclass(frozen=True, slots=True)
class Wrapping:
    """A station key, sealed in one way. `cost` belongs to secrets, `token` is the name of one."""

    way: Way
    salt: bytes
    sealed: bytes
    cost: Cost | None = None
    token: str = ""


def seal(key: bytes, secret: bytes, what: str) -> bytes:
    """Encrypt bytes under a key so that they open only as `what` (AES-256-GCM, the nonce in front)."""
    return Sealing(key).seal(secret, what)


def unseal(key: bytes, sealed: bytes, what: str) -> bytes:
    """Decrypt what `seal` gave; WrongKey where it was sealed by another key, or as something else."""
    aes_gcm, invalid_tag = _aes_gcm()
    try:
        return aes_gcm(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], what.encode())
    except (ValueError, invalid_tag) as error:
        raise WrongKey from error


class Sealing:
    """A key that seals again and again, taken up once: any thread may seal with it, as `seal` does."""

    def __init__(self, key: bytes) -> None:
        aes_gcm, _ = _aes_gcm()
        self._cipher = aes_gcm(key)

    def seal(self, secret: bytes, what: str) -> bytes:
        """See `seal`."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, secret, what.encode())


def wrap_by_secret(station_key: bytes, key_id: str, way: Way, secret: str, cost: Cost) -> Wrapping:
    """Wrap by something typed: a secret or a recovery key. Takes a fifth of a second on purpose."""
    salt = secrets.token_bytes(_SALT)
    return Wrapping(
        way, salt, seal(_stretched(secret, salt, cost), station_key, _what(way, key_id, cost)), cost
    )


def wrap_by_token(station_key: bytes, key_id: str, token: Token) -> Wrapping:
    """Wrap by a token. Raises CannotWrap for one that cannot give the same signature twice."""
    salt = secrets.token_bytes(_SALT)
    asked = _asked(salt)
    signature = token.sign(asked)
    if not hmac.compare_digest(signature, token.sign(asked)):
        raise CannotWrap
    key = hmac.digest(signature, b"residence-counter: wrapped by token", hashlib.sha256)
    return Wrapping(Way.TOKEN, salt, seal(key, station_key, _what(Way.TOKEN, key_id, None)), token=token.name)


def wrap_by_user(station_key: bytes, key_id: str, user_key: bytes) -> Wrapping:
    """Wrap by a key that only the machine's user can read."""
    salt = secrets.token_bytes(_SALT)
    key = hmac.digest(user_key, b"residence-counter: wrapped by user" + salt, hashlib.sha256)
    return Wrapping(Way.USER, salt, seal(key, station_key, _what(Way.USER, key_id, None)))


def unwrap(wrapping: Wrapping, key_id: str, by: str | bytes | Token) -> bytes:
    """Return the station key; WrongKey where `by` is not what wrapped it."""
    what = _what(wrapping.way, key_id, wrapping.cost)
    if isinstance(by, str):
        if wrapping.cost is None:
            raise WrongKey
        key = _stretched(by, wrapping.salt, wrapping.cost)
    elif isinstance(by, bytes):
        key = hmac.digest(by, b"residence-counter: wrapped by user" + wrapping.salt, hashlib.sha256)
    else:
        signature = by.sign(_asked(wrapping.salt))
        key = hmac.digest(signature, b"residence-counter: wrapped by token", hashlib.sha256)
    return unseal(key, wrapping.sealed, what)


def acceptable(cost: Cost) -> bool:
    """Whether a cost read from a file is one that a machine can bear."""
    return (
        1 <= cost.rounds <= _MOST_ROUNDS
        and 8 * cost.lanes <= cost.memory <= _MOST_KIB
        and (1 <= cost.lanes <= _MOST_LANES)
    )


@cache
def _aes_gcm() -> tuple[type[AESGCM], type[Exception]]:
    """Give the cipher, and what it raises where nothing opens.

    Imported when it is first needed, for start-up time, and once: with Qt an import in a function takes 13 µs.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM, InvalidTag


def _stretched(secret: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret.encode(), salt, cost.rounds, cost.memory, cost.lanes, KEY_BYTES, Type.ID)


def _asked(salt: bytes) -> bytes:
    return b"residence-counter: open the station key " + salt.hex().encode()


def _what(way: Way, key_id: str, cost: Cost | None) -> str:
    counted = "" if cost is None else f" {cost.rounds} {cost.memory} {cost.lanes}"
    return f"station key {key_id} {way.value}{counted}"
