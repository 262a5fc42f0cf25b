"""A station with a key, for the tests of the signed code."""

from __future__ import annotations

from datetime import date
from typing import Any

from printing.documents import Document
from printing.seal.algorithms import ED25519, SM2, NotInstalled, Signer, algorithm
from printing.seal.fields import fields_of
from printing.seal.keys import Keys, PublicKey, key_id_of

CODE = "7K3M9QXD4TZP"
PRIVATE = bytes(range(1, 33))
MADE, TODAY = date(2026, 1, 1), date(2026, 11, 22)


def installed() -> list[str]:
    """Name the algorithms that this machine has; SM2 is an optional extra."""
    try:
        algorithm(SM2)
    except NotInstalled:
        return [ED25519]
    return [ED25519, SM2]


def public(signer: Signer, **changes: Any) -> PublicKey:
    """Give the public half of a key as a keys file has it."""
    said: dict[str, Any] = {
        "key_id": key_id_of(signer.algorithm, signer.public),
        "algorithm": signer.algorithm,
        "public": signer.public,
        "station": "370102001",
        "station_name": "解放路派出所",
        "practice": False,
        "made_on": MADE,
    }
    return PublicKey(**{**said, **changes})


def keys_of(signer: Signer, **changes: Any) -> Keys:
    """Give a keys file of one key."""
    return Keys([public(signer, **changes)])


def printed(document: Document) -> dict[str, str]:
    """Give what is on the paper, by the names of its fields."""
    return {field.name: field.text(document) for field in fields_of(document.CODE)}


def text_of(document: Document) -> str:
    """Give what the QR code of a sealed paper says."""
    assert document.seal is not None
    return document.seal.text
