"""What is stored with a sealed document: the text of its code, and the check code that is printed beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """`text` is what the QR code says; `code` is the check code (校验码), twelve letters and digits.

    The check code is the salt of every digest in the text and is nowhere in it, so that the QR code alone
    tells nothing of what is printed.
    """

    text: str
    code: str
