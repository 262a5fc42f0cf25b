"""The longest and the rarest of every sealed paper, reprinted too: read back, and checked field by field."""

from __future__ import annotations

from datetime import date

import pytest

from printing.documents import Copy, Document, PermitCard
from printing.fonts import Fonts
from printing.read_back import check
from printing.render import render
from printing.seal.algorithms import ED25519, algorithm
from printing.seal.fields import is_sealed
from printing.seal.findings import Reason, Verdict
from printing.seal.sealing import sealed
from printing.verify.papers import check_file
from tests.printing.samples.papers import PAPERS
from tests.printing.seal.station import CODE, PRIVATE, TODAY, keys_of

SIGNER = algorithm(ED25519).signer(PRIVATE)
AGAIN = Copy(2, "原件丢失", date(2026, 11, 22))


@pytest.mark.parametrize("name", [name for name, paper in PAPERS.items() if is_sealed(paper)])
def test_a_paper_is_checked_whatever_it_says(name: str, fonts: Fonts) -> None:
    _checked(sealed(PAPERS[name], SIGNER, CODE), fonts)


def test_a_permit_is_checked_whatever_it_says(card: PermitCard, fonts: Fonts) -> None:
    _checked(sealed(card, SIGNER, CODE), fonts)


def _checked(document: Document, fonts: Fonts) -> None:
    pdf = render(document, AGAIN, fonts)
    check(pdf, document, keys_of(SIGNER))
    found = check_file(pdf, keys_of(SIGNER), TODAY)
    assert (found.verdict, found.reason) == (Verdict.GENUINE, Reason.ALL_SAME)
