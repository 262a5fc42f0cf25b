"""A box for private keys: what is stored of one is useless to whoever has only the database."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from pathlib import Path

from desktop.models.opening import read_key

_NONCE = 12


class FileKeyBox:
    """Seals with a key derived from the database's own key file, which never enters the database.

    `name` tells boxes apart: what one sealed no other opens. The file is read when it is first needed.
    """

    def __init__(self, key_file: Path, *, create: bool = False) -> None:
        self._file, self._create = key_file, create
        self._keys: tuple[bytes, str] | None = None

    @property
    def name(self) -> str:
        """Which box this is: eight hexadecimal digits."""
        return self._derived()[1]

    def seal(self, secret: bytes, what: str) -> bytes:
        """Encrypt a secret so that only this box opens it, and only as `what` it was sealed for."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # here for start-up time

        nonce = secrets.token_bytes(_NONCE)
        return nonce + AESGCM(self._derived()[0]).encrypt(nonce, secret, what.encode())

    def open(self, sealed: bytes, what: str) -> bytes:
        """Give the secret again; ValueError where this box did not seal it, or not for that."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # here for start-up time

        try:
            return AESGCM(self._derived()[0]).decrypt(sealed[:_NONCE], sealed[_NONCE:], what.encode())
        except (InvalidTag, ValueError) as error:
            raise ValueError("this box did not seal it") from error

    def _derived(self) -> tuple[bytes, str]:
        if self._keys is None:
            kept = read_key(self._file, create=self._create and not self._file.exists())
            key = hmac.digest(kept, b"residence-counter: seal keys, 1", hashlib.sha256)
            name = hmac.digest(kept, b"residence-counter: name of the box", hashlib.sha256)
            self._keys = key, name[:4].hex()
        return self._keys
