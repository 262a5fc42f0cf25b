"""The signed code is read off the finished page: nothing goes out that does not verify."""

from __future__ import annotations

from dataclasses import replace

import pytest

from printing.documents import ORIGINAL, Document
from printing.errors import ReadBackFailed
from printing.fonts import Fonts
from printing.read_back import check
from printing.render import render
from printing.seal.algorithms import Signer, algorithm
from printing.seal.keys import Keys
from printing.seal.mark import Seal
from printing.seal.sealing import sealed
from tests.printing.seal.station import CODE, PRIVATE, keys_of


def test_every_sealed_paper_reads_back(unsealed: Document, ed25519: Signer, fonts: Fonts) -> None:
    document = sealed(unsealed, ed25519, CODE)
    pdf = render(document, ORIGINAL, fonts)
    assert render(document, ORIGINAL, fonts) == pdf
    check(pdf, document, keys_of(ed25519))


@pytest.fixture
def document(normal: dict[str, Document], ed25519: Signer) -> Document:
    """A sealed certificate."""
    return sealed(normal["registration_certificate"], ed25519, CODE)


def wrong(pdf: bytes, document: Document, keys: Keys | None) -> tuple[str, ...]:
    with pytest.raises(ReadBackFailed) as refused:
        check(pdf, document, keys)
    return refused.value.differences


def test_a_page_without_the_code_is_stopped(document: Document, ed25519: Signer, fonts: Fonts) -> None:
    bare = render(replace(document, seal=None), ORIGINAL, fonts)
    assert wrong(bare, document, keys_of(ed25519)) == ("二维码无法识读", "缺少校验码“7K3M-9QXD-4TZP”")


def test_a_code_on_a_page_that_has_none_is_stopped(document: Document, fonts: Fonts) -> None:
    assert wrong(render(document, ORIGINAL, fonts), replace(document, seal=None), None) == (
        "有不该有的二维码",
    )


def test_another_papers_code_is_stopped(document: Document, ed25519: Signer, fonts: Fonts) -> None:
    other = sealed(replace(document, name="李四", seal=None), ed25519, CODE)  # type: ignore[call-arg]
    swapped = replace(document, seal=other.seal)
    assert wrong(render(swapped, ORIGINAL, fonts), document, keys_of(ed25519)) == ("二维码与签名不一致",)
    assert wrong(render(swapped, ORIGINAL, fonts), swapped, keys_of(ed25519)) == ("签名不是这份单据的",)


def test_a_code_that_no_known_key_signed_is_stopped(document: Document, fonts: Fonts) -> None:
    pdf, stranger = render(document, ORIGINAL, fonts), algorithm("ed25519").signer(PRIVATE[::-1])
    assert wrong(pdf, document, Keys()) == ("签名核对不上",)
    assert wrong(pdf, document, keys_of(stranger)) == ("签名核对不上",)


def test_a_spoiled_seal_is_stopped(document: Document, ed25519: Signer, fonts: Fonts) -> None:
    assert document.seal is not None
    spoiled = replace(document, seal=Seal(text=document.seal.text[:-1] + "0", code=CODE))
    assert "签名核对不上" in wrong(render(spoiled, ORIGINAL, fonts), spoiled, keys_of(ed25519))
    mistaken = replace(document, seal=replace(document.seal, code="7K3M9QXD4TZQ"))
    assert wrong(render(mistaken, ORIGINAL, fonts), mistaken, None) == ("签名不是这份单据的",)
