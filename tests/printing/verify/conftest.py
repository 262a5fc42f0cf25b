"""Sealed papers of every kind, drawn."""

from __future__ import annotations

from functools import cache

import pytest

from printing.documents import ORIGINAL, Document, PermitCard
from printing.fonts import Fonts
from printing.render import render
from printing.seal.algorithms import ED25519, algorithm
from printing.seal.fields import FIELDS
from printing.seal.keys import Keys
from printing.seal.sealing import sealed
from tests.printing.seal.station import CODE, PRIVATE, keys_of

SIGNER = algorithm(ED25519).signer(PRIVATE)


@pytest.fixture
def keys() -> Keys:
    """The keys file of the station."""
    return keys_of(SIGNER)


@pytest.fixture(params=sorted(FIELDS))
def paper(request: pytest.FixtureRequest, normal: dict[str, Document], permit: PermitCard) -> Document:
    """An ordinary paper of each kind, sealed."""
    return sealed({**normal, "permit_card": permit}[request.param], SIGNER, CODE)


@pytest.fixture
def certificate(normal: dict[str, Document]) -> Document:
    """A sealed registration certificate."""
    return sealed(normal["registration_certificate"], SIGNER, CODE)


@cache
def _drawn(document: Document, fonts: Fonts) -> bytes:
    return render(document, ORIGINAL, fonts)


@pytest.fixture
def pdf(paper: Document, fonts: Fonts) -> bytes:
    """The paper's PDF."""
    return _drawn(paper, fonts)


@pytest.fixture
def certificate_pdf(certificate: Document, fonts: Fonts) -> bytes:
    """The certificate's PDF."""
    return _drawn(certificate, fonts)
