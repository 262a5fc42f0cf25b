"""Codes that change every thirty seconds (TOTP, RFC 6238), from a secret shared once."""

from __future__ import annotations

import base64
import hashlib
import hmac
import unicodedata
from datetime import datetime
from urllib.parse import quote

STEP = 30
"""Seconds that a code holds."""
DIGITS = 6
WINDOW = 1
"""So many steps before and after the present one are taken: clocks of telephones differ."""
SECRET_BYTES = 20


def step_of(at: datetime) -> int:
    """Return the number of the step that a moment lies in."""
    return int(at.timestamp()) // STEP


def code(secret: bytes, step: int, digits: int = DIGITS, digest: str = "sha1") -> str:
    """Return the code of a step (RFC 4226, 5.3)."""
    mac = hmac.digest(secret, step.to_bytes(8, "big"), getattr(hashlib, digest))
    offset = mac[-1] & 15
    number = int.from_bytes(mac[offset : offset + 4], "big") & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def read_code(typed: str) -> str:
    """Return a code as typed, in plain digits without spaces; "" where it is none."""
    digits = "".join(unicodedata.normalize("NFKC", typed).split())
    return digits if len(digits) == DIGITS and digits.isascii() and digits.isdigit() else ""


def matching_step(secret: bytes, typed: str, at: datetime) -> int | None:
    """Return the newest step within the window whose code this is, or None. Takes as long for any code."""
    given, now = read_code(typed).encode(), step_of(at)
    found = None
    for step in range(now - WINDOW, now + WINDOW + 1):
        if hmac.compare_digest(code(secret, step).encode(), given):
            found = step
    return found


def spelled(secret: bytes) -> str:
    """Return a secret as one types it into a telephone: base32 in groups of four."""
    whole = base64.b32encode(secret).decode().rstrip("=")
    return " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def uri(secret: bytes, issuer: str, account: str) -> str:
    """Return what a telephone reads from the QR code."""
    whole = base64.b32encode(secret).decode().rstrip("=")
    label = f"{quote(issuer, safe='')}:{quote(account, safe='')}"
    return f"otpauth://totp/{label}?secret={whole}&issuer={quote(issuer, safe='')}"
