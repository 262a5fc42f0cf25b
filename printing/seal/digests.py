"""Salted digests of what is printed, and the check code (校验码) that is their salt."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from os import urandom
from typing import Any

CODE_LENGTH = 12
"""Letters and digits of a check code: 60 bits, more than can be tried."""

WHOLE_BYTES, FIELD_BYTES, CODE_BYTES = 10, 4, 2

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U to be misread
_LETTER_OF_BYTE = _LETTERS.encode() * (256 // len(_LETTERS))
_SHA256 = hashlib.sha256()
_INNER, _OUTER = (bytes(byte ^ mask for byte in range(256)) for mask in (0x36, 0x5C))
_MISREAD = str.maketrans("OIL", "011")
_SAME = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x02: "-", 0xFFFE: "-", ord("•"): "·"}
_CANONICAL = re.compile("[0-9A-Z\u4e00-\u5e73\u5e75-\u9fff]*|[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""What is so for certain, and most fields are: digits, capitals and hanzi, but no 年; or one day."""
_DAY = re.compile(r"(\d{4})(?:年(\d{1,2})月(\d{1,2})日|([-/.])(\d{1,2})\4(\d{1,2})(?!\d))")


def new_code() -> str:
    """Make a check code that nobody can foresee."""
    return urandom(CODE_LENGTH).translate(_LETTER_OF_BYTE).decode("ascii")


def read_code(text: str) -> str:
    """Read a check code as somebody types it, with or without hyphens; empty for one that cannot be."""
    code = "".join(it for it in text.upper().translate(_MISREAD) if it.isalnum())
    return code if len(code) == CODE_LENGTH and all(it in _LETTERS for it in code) else ""


def spoken(code: str) -> str:
    """Write a check code as it is printed: `7K3M-9QXD-4TZP`."""
    return "-".join(code[place : place + 4] for place in range(0, CODE_LENGTH, 4))


def canonical(text: str) -> str:
    """Give a text so that it is the same however it was broken into lines, spaced or typed.

    Spaces go, full-width signs become ordinary ones, letters capital, and 2026年11月5日 or 2026/11/5 becomes 2026-11-05.
    """
    return text if _CANONICAL.fullmatch(text) else _made_canonical(text)


def _made_canonical(text: str) -> str:
    plain = "".join(text.split()).translate(_SAME).upper()
    return _DAY.sub(_written_day, plain)


def _written_day(found: re.Match[str]) -> str:
    return f"{found[1]}-{int(found[2] or found[5]):02d}-{int(found[3] or found[6]):02d}"


def of_field(code: str, number: str, name: str, text: str) -> bytes:
    """Give the short digest of one printed field of the paper with this number."""
    [digest] = of_fields(code, number, ((name, text),))
    return digest


def of_fields(code: str, number: str, fields: Iterable[tuple[str, str]]) -> tuple[bytes, ...]:
    """Give the short digest of each printed field of a paper, by its name and its text, as `of_field` does."""
    salted, around = _salted(code)
    start, certain = f"field\n{number}\n", _CANONICAL.fullmatch
    digests = []
    for name, text in fields:
        inner, outer = salted.copy(), around.copy()
        written = text if certain(text) else _made_canonical(text)
        inner.update(f"{start}{name}\n{written}".encode("utf-8", "surrogatepass"))
        outer.update(inner.digest())
        digests.append(outer.digest()[:FIELD_BYTES])
    return tuple(digests)


def of_whole(code: str, document: str) -> bytes:
    """Give the digest of a whole document, in its canonical JSON without its seal."""
    return _digest(code, f"whole\n{document}")[:WHOLE_BYTES]


def of_code(code: str, number: str) -> bytes:
    """Give two bytes by which a mistyped check code is told from an altered field."""
    return _digest(code, f"code\n{number}")[:CODE_BYTES]


def _digest(code: str, text: str) -> bytes:
    salted, around = _salted(code)
    inner, outer = salted.copy(), around.copy()
    inner.update(text.encode("utf-8", "surrogatepass"))
    outer.update(inner.digest())
    digest: bytes = outer.digest()
    return digest


@lru_cache(maxsize=8)
def _salted(code: str) -> tuple[Any, Any]:
    """Give the two halves of HMAC-SHA256 (RFC 2104) under a code of at most 64 letters, for each digest to copy.

    A paper has ten digests under one code, and finding the algorithm costs more than making one of them.
    """
    key = code.encode().ljust(_SHA256.block_size, b"\0")
    inner, outer = _SHA256.copy(), _SHA256.copy()
    inner.update(key.translate(_INNER))
    outer.update(key.translate(_OUTER))
    return inner, outer
