"""How a file is encrypted, told by its key: 32 bytes, and for files made since then a mark behind them.

Every page of a file is sealed by an HMAC. Files of before have SHA-512, SQLCipher's own choice; a key with the mark
stands for SHA-256, which processors have a circuit for: a page is read in two thirds of the time. The mark goes
wherever the key goes, so an old file is opened as it is, and becomes a new one when its key is changed.
"""

from __future__ import annotations

import secrets

_RAW = 32
SHA256_PAGES = b"\x01"
"""The mark of a file whose pages are sealed by HMAC-SHA-256."""


def new_file_key() -> bytes:
    """Make a key for a file that is to be made."""
    return secrets.token_bytes(_RAW) + SHA256_PAGES


def opening_words(key: bytes) -> tuple[str, ...]:
    """Return what a connection must be told before anything is read. ValueError for a mark that is not known."""
    raw, mark = key[:_RAW], key[_RAW:]
    words = (f"PRAGMA key = \"x'{raw.hex()}'\"",)
    if not mark:
        return words
    if mark != SHA256_PAGES:
        raise ValueError("a file of a newer program")
    return (*words, "PRAGMA cipher_hmac_algorithm = HMAC_SHA256")
