"""Putting the seal on a document: digests of what will be printed, signed."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from printing.documents import Document
from printing.freezing import freeze
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
    key_id = key_id_of(signer.algorithm, signer.public)
    payload = claims_of(document, code).written()
    number = cose_number(signer.algorithm)
    signature = signer.sign(cose.message_of(number, key_id, payload))
    return replace(document, seal=Seal(text=cose.text_of(number, key_id, payload, signature), code=code))


def claims_of(document: Document, code: str) -> Claims:
    """Give what a document's code says under a check code."""
    number = document.number
    return Claims(
        kind=document.CODE,
        number=number,
        station=number[2:11],
        issued_on=document.issued_on,
        valid_days=valid_days(document),
        masked_name=masked(getattr(document, "name", "")),
        whole=digests.of_whole(code, freeze(replace(document, seal=None))),
        code=digests.of_code(code, number),
        fields=tuple(
            digests.of_field(code, number, field.name, field.text(document))
            for field in FIELDS[document.KIND]
        ),
    )


def masked(name: str) -> str:
    """Keep the first character of a name, and hide how many follow."""
    return f"{name.strip()[:1]}**"
