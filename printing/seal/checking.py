"""Checking a paper's code: offline, against public keys; no input raises, and no doubt says genuine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from printing.seal import claims as claims_form
from printing.seal import cose, digests
from printing.seal.algorithms import NotInstalled, algorithm, cose_number
from printing.seal.ended import End, EndedList
from printing.seal.fields import fields_of
from printing.seal.findings import Compared, Finding, Reason, Verdict

if TYPE_CHECKING:
    from printing.seal.claims import Claims
    from printing.seal.keys import Keys, PublicKey

CLOCKS_APART = timedelta(days=31)
"""How long before its key was made a paper may say it was issued: a clock put right spoils no papers."""


def check(
    text: str,
    keys: Keys,
    on: date,
    *,
    ended: EndedList | None = None,
    code: str = "",
    printed: Mapping[str, str] | None = None,
    barcode: str = "",
) -> Finding:
    """Find out how the paper stands on a day whose QR code says `text`.

    `printed` are fields typed or read off the paper, by name or by label (`fields_of`), compared with the help of the
    paper's check code; `barcode` is what its barcode says, where that was read. What is not given is not
    compared, and the sentence says so.
    """
    opened = _opened(text, keys)
    if isinstance(opened, Finding):
        return opened
    claims, key = opened
    doubt = _doubt(claims, key)
    if doubt:
        return doubt
    compared = _compared(claims, code, printed or {})
    base = Finding(
        Verdict.ALTERED, Reason.NUMBER_ALTERED, {}, claims, key, compared, ended.as_of if ended else None
    )
    if barcode and barcode != claims.number:
        return base
    if code.strip() and digests.of_code(digests.read_code(code), claims.number) != claims.code:
        return replace(base, reason=Reason.WRONG_CODE, compared=())
    wrong = "、".join(it.label for it in compared if not it.same)
    if wrong:
        return replace(base, reason=Reason.FIELDS_ALTERED, facts={"fields": wrong})
    verdict, reason, facts = _standing(claims, key, on, ended, len(compared))
    return replace(base, verdict=verdict, reason=reason, facts=facts)


def _opened(text: str, keys: Keys) -> Finding | tuple[Claims, PublicKey]:
    """Take the code apart and check its signature."""
    if not text.startswith(cose.PREFIX):
        return Finding(Verdict.UNREADABLE, Reason.NOT_OUR_CODE)
    try:
        signed = cose.read(text)
    except ValueError:
        return Finding(Verdict.UNREADABLE, Reason.DAMAGED)
    key = keys.find(signed.key_id)
    if key is None:
        return Finding(Verdict.NOT_OURS, Reason.UNKNOWN_KEY, {"key": signed.key_id})
    try:
        verifier = algorithm(key.algorithm).verifier(key.public)
        good = cose_number(key.algorithm) == signed.algorithm and verifier.verify(
            signed.message, signed.signature
        )
    except NotInstalled:
        return Finding(Verdict.UNREADABLE, Reason.NO_LIBRARY)
    except ValueError:
        good = False
    if not good:
        return Finding(Verdict.ALTERED, Reason.CODE_ALTERED)
    try:
        return claims_form.read(signed.payload), key
    except ValueError:  # signed by the station, and yet no paper
        return Finding(Verdict.UNREADABLE, Reason.DAMAGED)


def _doubt(claims: Claims, key: PublicKey) -> Finding | None:
    """Say why a good signature is not to be gone by, or None."""
    if claims.station != key.station:
        return Finding(Verdict.NOT_OURS, Reason.OTHER_STATION, {"station": key.station_name}, claims, key)
    if key.revoked_on:
        facts = {"key": key.key_id, "day": key.revoked_on.isoformat(), "why": key.reason or "未说明原因"}
        return Finding(Verdict.KEY_REVOKED, Reason.REVOKED, facts, claims, key)
    if claims.issued_on < key.made_on - CLOCKS_APART or (
        key.retired_on and claims.issued_on > key.retired_on
    ):
        return Finding(Verdict.KEY_REVOKED, Reason.OUT_OF_TERM, {"key": key.key_id}, claims, key)
    return None


def _compared(claims: Claims, code: str, printed: Mapping[str, str]) -> tuple[Compared, ...]:
    salt = digests.read_code(code)
    if not salt:
        return ()
    said = [
        (field, digest, printed.get(field.name, printed.get(field.label)))
        for field, digest in zip(fields_of(claims.kind), claims.fields, strict=False)
    ]
    return tuple(
        Compared(
            field.name,
            field.label,
            text,
            digests.of_field(salt, claims.number, field.name, text) == digest,
        )
        for field, digest, text in said
        if text is not None
    )


def _standing(
    claims: Claims, key: PublicKey, on: date, ended: EndedList | None, count: int
) -> tuple[Verdict, Reason, dict[str, str]]:
    """Say how a paper stands whose signature and fields hold."""
    if key.practice:
        return Verdict.PRACTICE, Reason.PRACTICE, {}
    end = ended.find(claims.number) if ended else None
    if end:
        day = {"day": end.on.isoformat()}
        if end.end is End.SUPERSEDED:
            return Verdict.SUPERSEDED, Reason.SUPERSEDED, day
        return Verdict.CANCELLED, Reason.CANCELLED, day
    if claims.valid_until and on > claims.valid_until:
        return Verdict.EXPIRED, Reason.EXPIRED, {"day": claims.valid_until.isoformat()}
    left = len(claims.fields) - count
    if count and left:
        return Verdict.GENUINE, Reason.SOME_SAME, {"count": str(count), "left": str(left)}
    return Verdict.GENUINE, Reason.ALL_SAME if count else Reason.SIGNED, {"count": str(count)}


def is_signed(text: str, keys: Keys) -> bool:
    """Tell whether a code is signed with one of these keys, whatever has become of the key since."""
    return not isinstance(_opened(text, keys), Finding)


def fits(seal_text: str, code: str, document_whole: str) -> bool:
    """Tell whether a code was made for this very document, in canonical JSON without its seal."""
    try:
        claims = claims_form.read(cose.read(seal_text).payload)
    except ValueError:
        return False
    return digests.of_whole(code, document_whole) == claims.whole
