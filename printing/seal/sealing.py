"""Putting the seal on a document: digests of what will be printed, signed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from printing.documents import Document
from printing.freezing import around_seal, freeze
from printing.seal import cose, digests
from printing.seal.algorithms import Signer, cose_number
from printing.seal.claims import Claims
from printing.seal.fields import FIELDS, is_sealed, valid_days
from printing.seal.keys import key_id_of
from printing.seal.mark import Seal

D = TypeVar("D", bound=Document)


def sealed(document: D, signer: Signer, code: str) -> D:
    """Give the document with its seal; one of a kind that carries none is given back as it is.

    `code` is a fresh check code (`digests.new_code`). With Ed25519 the same document, key and code give the
    same seal.
    """
    if not is_sealed(document):
        return document
    return replace(document, seal=_seal(document, _bare(document), signer, code))


def frozen(document: Document, signer: Callable[[], Signer], code: str = "") -> str:
    """Give the text of a document that has no seal yet, sealed: what `freeze(sealed(…))` gives, in one go.

    The signer is asked for where the kind carries a seal; the check code is a fresh one unless it is given.
    """
    if not is_sealed(document):
        return freeze(document)
    before, after = around_seal(document)
    seal = _seal(document, before + after, signer(), code or digests.new_code())
    # neither has a character that JSON writes in another way
    return f'{before}"seal":{{"code":"{seal.code}","text":"{seal.text}"}},{after}'


def claims_of(document: Document, code: str) -> Claims:
    """Give what a document's code says under a check code."""
    return _claims(document, _bare(document), code)


def _bare(document: Document) -> str:
    return freeze(replace(document, seal=None))


def _seal(document: Document, bare: str, signer: Signer, code: str) -> Seal:
    key_id = key_id_of(signer.algorithm, signer.public)
    payload = _claims(document, bare, code).written()
    number = cose_number(signer.algorithm)
    signature = signer.sign(cose.message_of(number, key_id, payload))
    return Seal(text=cose.text_of(number, key_id, payload, signature), code=code)


def _claims(document: Document, bare: str, code: str) -> Claims:
    number, fields = document.number, FIELDS[document.KIND]
    return Claims(
        kind=document.CODE,
        number=number,
        station=number[2:11],
        issued_on=document.issued_on,
        valid_days=valid_days(document),
        masked_name=masked(getattr(document, "name", "")),
        whole=digests.of_whole(code, bare),
        code=digests.of_code(code, number),
        fields=digests.of_fields(code, number, [(field.name, field.text(document)) for field in fields]),
    )


def masked(name: str) -> str:
    """Keep the first character of a name, and hide how many follow."""
    return f"{name.strip()[:1]}**"
