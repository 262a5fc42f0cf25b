"""Papers of every sealed kind, and signers of every algorithm that is installed."""

from __future__ import annotations

import pytest

from printing.documents import Document, PermitCard
from printing.seal.algorithms import ED25519, Signer, algorithm
from printing.seal.fields import FIELDS
from printing.seal.sealing import sealed
from tests.printing.seal.station import CODE, PRIVATE, installed


@pytest.fixture(params=installed())
def signer(request: pytest.FixtureRequest) -> Signer:
    """A key of each algorithm in turn."""
    return algorithm(request.param).signer(PRIVATE)


@pytest.fixture
def ed25519() -> Signer:
    """A key of the algorithm that is always there."""
    return algorithm(ED25519).signer(PRIVATE)


@pytest.fixture(params=sorted(FIELDS))
def unsealed(request: pytest.FixtureRequest, normal: dict[str, Document], permit: PermitCard) -> Document:
    """An ordinary paper of each kind that is sealed."""
    return {**normal, "permit_card": permit}[request.param]


@pytest.fixture
def paper(unsealed: Document, signer: Signer) -> Document:
    """Each of them, sealed."""
    return sealed(unsealed, signer, CODE)


@pytest.fixture
def certificate(normal: dict[str, Document], signer: Signer) -> Document:
    """A sealed registration certificate."""
    return sealed(normal["registration_certificate"], signer, CODE)


@pytest.fixture
def card(permit: PermitCard, signer: Signer) -> PermitCard:
    """A sealed permit."""
    return sealed(permit, signer, CODE)
