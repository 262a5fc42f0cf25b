"""A box for private keys: what is stored of one is useless to whoever has only the database."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from pathlib import Path

from desktop.models.plain_key import read_key
from desktop.models.wrapping import Sealing, WrongKey, unseal


class RootKeyBox:
    """Seals with a key derived from a root, which never enters the database.

    `name` tells boxes apart: what one sealed no other opens. The root is asked for when it is first needed.
    """

    def __init__(self, root: Callable[[], bytes]) -> None:
        self._root = root
        self._keys: tuple[bytes, str] | None = None
        self._sealing: Sealing | None = None

    @property
    def name(self) -> str:
        """Which box this is: eight hexadecimal digits."""
        return self._derived()[1]

    def seal(self, secret: bytes, what: str) -> bytes:
        """Encrypt a secret so that only this box opens it, and only as `what` it was sealed for."""
        if self._sealing is None:
            self._sealing = Sealing(self._derived()[0])
        return self._sealing.seal(secret, what)

    def open(self, sealed: bytes, what: str) -> bytes:
        """Give the secret again; ValueError where this box did not seal it, or not for that."""
        try:
            return unseal(self._derived()[0], sealed, what)
        except WrongKey as error:
            raise ValueError("this box did not seal it") from error

    def _derived(self) -> tuple[bytes, str]:
        if self._keys is None:
            kept = self._root()
            key = hmac.digest(kept, b"residence-counter: seal keys, 1", hashlib.sha256)
            name = hmac.digest(kept, b"residence-counter: name of the box", hashlib.sha256)
            self._keys = key, name[:4].hex()
        return self._keys


class FileKeyBox(RootKeyBox):
    """A box whose root is in a file of its own: this machine's for a server's database."""

    def __init__(self, key_file: Path, *, create: bool = False) -> None:
        super().__init__(lambda: read_key(key_file, create=create and not key_file.exists()))
