"""A stream sealed in parts (AES-256-GCM): what is read of it is what was written, to the end and in its order.

Each part is bound to its place and to whether it is the last, so that a stream cut off, put together otherwise or
joined with another one does not open. A key serves one stream only: the nonce counts its parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from desktop.models.wrapping import WrongKey

PART = 1 << 20
"""Bytes of a part before it is sealed."""
_TAG = 16


class Sealer:
    """Writes to a file, sealed; nothing of it opens before `finish`."""

    def __init__(self, file: IO[bytes], key: bytes, about: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # for start-up time

        self._file, self._cipher, self._about = file, AESGCM(key), about
        self._waiting, self._place = bytearray(), 0

    def write(self, content: bytes) -> None:
        """Seal some more."""
        self._waiting += content
        while len(self._waiting) > PART:  # never the last one: that is told by `finish` alone
            self._put(bytes(self._waiting[:PART]), last=False)
            del self._waiting[:PART]

    def finish(self) -> None:
        """Seal what is left, and say that it is the end."""
        self._put(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _put(self, part: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._place, last), part, self._about))
        self._place += 1


def opened(file: IO[bytes], key: bytes, about: bytes) -> Iterator[bytes]:
    """Give what was sealed, part by part; WrongKey where it is not what was written, or not all of it.

    A part is given only once it is known to be whole; that none is missing at the end is known with the last.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher: Any = AESGCM(key)
    place, part = 0, file.read(PART + _TAG)
    while True:
        following = file.read(PART + _TAG)
        try:
            yield cipher.decrypt(_nonce(place, not following), part, about)
        except (InvalidTag, ValueError) as error:
            raise WrongKey from error
        if not following:
            return
        place, part = place + 1, following


def _nonce(place: int, last: bool) -> bytes:
    return bytes((1 if last else 0,)) + place.to_bytes(11, "big")
