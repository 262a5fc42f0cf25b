from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.codes import CaseKind, IdKind, Relation
from desktop.domain.errors import BadInput
from desktop.domain.handing_over import (
    Collector,
    HandOverForm,
    OldCard,
    ReceiptFate,
    SignedOn,
    check_form,
)

TODAY = date(2026, 11, 20)


def form(**changed: object) -> HandOverForm:
    return HandOverForm(**{"signed_on": SignedOn.PAPER, "receipt": ReceiptFate.RETURNED, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "told", "kept"),
    [
        (CaseKind.PERMIT_APPLICATION, None, None),
        (CaseKind.PERMIT_APPLICATION, OldCard.LOST, None),
        (CaseKind.REPLACE_DAMAGED, OldCard.RETURNED, OldCard.RETURNED),
        (CaseKind.REPLACE_DAMAGED, OldCard.LOST, OldCard.LOST),
        (CaseKind.REPLACE_CHANGED, OldCard.RETURNED, OldCard.RETURNED),
        (CaseKind.REPLACE_LOST, None, OldCard.LOST),
        (CaseKind.REPLACE_LOST, OldCard.RETURNED, OldCard.RETURNED),
    ],
)
def test_what_became_of_the_old_card(kind: CaseKind, told: OldCard | None, kept: OldCard | None) -> None:
    assert check_form(form(old_card=told), kind, TODAY).old_card is kept


@pytest.mark.parametrize("kind", [CaseKind.REPLACE_DAMAGED, CaseKind.REPLACE_CHANGED])
def test_a_card_that_is_replaced_is_asked_for(kind: CaseKind) -> None:
    with pytest.raises(BadInput) as told:
        check_form(form(), kind, TODAY)
    assert told.value.field == "old_card"


def test_a_signature_on_the_screen_is_its_picture() -> None:
    with pytest.raises(BadInput) as told:
        check_form(form(signed_on=SignedOn.SCREEN), CaseKind.PERMIT_APPLICATION, TODAY)
    assert told.value.field == "signature"
    signed = check_form(form(signed_on=SignedOn.SCREEN, signature=b"ink"), CaseKind.PERMIT_APPLICATION, TODAY)
    assert signed.signature == b"ink"
    on_paper = check_form(form(signature=b"ink"), CaseKind.PERMIT_APPLICATION, TODAY)
    assert on_paper.signature is None


def test_a_collector_is_read_as_a_form_is() -> None:
    collector = Collector(" 演练 妻 ", IdKind.PASSPORT, " e12345678 ", Relation.SPOUSE)
    kept = check_form(form(collector=collector), CaseKind.PERMIT_APPLICATION, TODAY).collector
    assert kept == Collector("演练妻", IdKind.PASSPORT, "E12345678", Relation.SPOUSE)
