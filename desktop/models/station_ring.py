"""The key that a station's windows share on a server: wrapped as a file's keys are, kept in a row of the database.

What a telephone's code is made from is sealed under it, and backups of the server are sealed to its public part, so
that whoever makes one needs no secret and whoever has one reads nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain import recovery_code
from desktop.domain.errors import NotPossible, sentence
from desktop.models import envelope as envelopes
from desktop.models.envelope import Envelope
from desktop.models.key_ring import RECOVERY_BYTES, KeyRing
from desktop.models.ring_content import Content, read_content, written
from desktop.models.wrapping import (
    KEY_BYTES,
    CannotWrap,
    Cost,
    Token,
    Way,
    Wrapping,
    WrongKey,
    seal,
    unseal,
    unwrap,
    wrap_by_secret,
    wrap_by_token,
)

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

_ID_BYTES = 6
_BACKUPS, _BOX = b"residence-counter: opens backups", b"residence-counter: what windows share"

_NO_USER = sentence("errors", "数据在本所服务器上，窗口凭服务器密码取得密钥，没有“免口令启动”。")
_CANNOT = sentence("errors", "这个密钥盘每次签名都不同，不能用来保管密钥。请换一个。")

Keep = Callable[[Envelope, str], None]
"""Stores an envelope and the public part of its key, in place of the one numbered one lower."""


class StationRing(KeyRing):
    """The opened key of a station on a server; `password` is the one by which its windows reach it."""

    def __init__(
        self, station_key: bytes, envelope: Envelope, content: Content, keep: Keep, password: str
    ) -> None:
        super().__init__(Path(), station_key, envelope, content)
        self._store_it, self._password = keep, password

    @property
    def key_id(self) -> str:
        """The short name of the present key."""
        return self.envelope.key_id

    def wrap_for_windows(self) -> None:
        """Let the present password of the server open the key for windows that do not have it yet."""
        with self._guard:
            self._put(self._for_windows(self.station_key(), self.key_id))

    def open_by_user(self, wanted: bool) -> None:
        """A server's windows are never opened by the machine's user: NotPossible."""
        raise NotPossible(_NO_USER)

    def renew(self, secret: str = "", token: Token | None = None, cost: Cost | None = None) -> str:
        """Put another key in place of this one, which goes on opening what it sealed; return a recovery key."""
        with self._guard:
            old, code = self.envelope, recovery_code.written(secrets.token_bytes(RECOVERY_BYTES))
            key, key_id, how = secrets.token_bytes(KEY_BYTES), secrets.token_hex(_ID_BYTES), cost or Cost()
            wrappings = [
                self._for_windows(key, key_id),
                wrap_by_secret(key, key_id, Way.RECOVERY, code, how),
            ]
            if secret:
                wrappings.append(wrap_by_secret(key, key_id, Way.SECRET, secret, how))
            if token is not None:
                try:
                    wrappings.append(wrap_by_token(key, key_id, token))
                except CannotWrap as error:
                    raise NotPossible(_CANNOT) from error
            stations = {**self._content.stations, old.key_id: self._station_key}
            content = Content({}, "", "", b"", stations, made=True)
            sealed = seal(key, written(content), key_id)
            made = Envelope(old.number + 1, key_id, tuple(wrappings), sealed)
            self._store_it(made, public_of(key))
            self._station_key, self._envelope, self._content = key, made, content
        return code

    def _keep(self, envelope: Envelope) -> None:
        self._store_it(envelope, public_of(self._station_key))

    def _for_windows(self, key: bytes, key_id: str) -> Wrapping:
        return wrap_by_secret(key, key_id, Way.SERVER, self._password, Cost())


def new_station_key(password: str) -> tuple[bytes, Envelope]:
    """Make a station's first key, which the server's password opens; return it too."""
    key, key_id = secrets.token_bytes(KEY_BYTES), secrets.token_hex(_ID_BYTES)
    wrapping = wrap_by_secret(key, key_id, Way.SERVER, password, Cost())
    content = Content({}, "", "", b"", {}, made=True)
    return key, Envelope(1, key_id, (wrapping,), seal(key, written(content), key_id))


def open_by_password(envelope: Envelope, password: str) -> bytes:
    """Return the station's key; WrongKey where the password has been another one since it was wrapped."""
    for each in envelope.wrappings:
        if each.way is Way.SERVER:
            return unwrap(each, envelope.key_id, password)
    raise WrongKey


def station_ring(key: bytes, envelope: Envelope, keep: Keep, password: str) -> StationRing:
    """Return the ring of an envelope that this key opens; WrongKey where it does not."""
    content = read_content(unseal(key, envelope.content, envelope.key_id))
    return StationRing(key, envelope, content, keep, password)


def packed(envelope: Envelope) -> str:
    """Return an envelope as the database has it."""
    return json.dumps(envelopes.packed(envelope), separators=(",", ":"))


def unpacked(kept: str) -> Envelope:
    """Return the envelope that the database has; ValueError where it is none, or not whole."""
    return envelopes.unpacked(json.loads(kept))


def box_root(station_key: bytes) -> bytes:
    """Return the root of the box of what the station's windows share."""
    return hmac.digest(station_key, _BOX, hashlib.sha256)


def public_of(station_key: bytes) -> str:
    """Return the public part of a station key, in hex: backups are sealed to it."""
    return _private(station_key).public_key().public_bytes_raw().hex()


def seal_to(public: str, secret: bytes, what: str) -> bytes:
    """Encrypt a secret so that only the station key of this public part opens it (X25519, HKDF, AES-256-GCM)."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    other = X25519PublicKey.from_public_bytes(bytes.fromhex(public))
    first = once.public_key().public_bytes_raw()
    return first + seal(_agreed(once.exchange(other), first, bytes.fromhex(public)), secret, what)


def open_sealed(station_key: bytes, sealed: bytes, what: str) -> bytes:
    """Give the secret again; WrongKey where it was not sealed to this station key."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    private = _private(station_key)
    first, public = sealed[:KEY_BYTES], private.public_key().public_bytes_raw()
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(first))
    except ValueError as error:
        raise WrongKey from error
    return unseal(_agreed(shared, first, public), sealed[KEY_BYTES:], what)


def _private(station_key: bytes) -> X25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey  # for start-up time

    return X25519PrivateKey.from_private_bytes(hmac.digest(station_key, _BACKUPS, hashlib.sha256))


def _agreed(shared: bytes, first: bytes, public: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, None, _BACKUPS + first + public).derive(shared)
