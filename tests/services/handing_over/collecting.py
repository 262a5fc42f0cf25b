"""Who collects a permit, and what became of it."""

from __future__ import annotations

from datetime import date

from desktop.domain.codes import (
    IdKind,
    Relation,
)
from desktop.domain.handing_over import Collector, HandOverForm, ReceiptFate, SignedOn
from desktop.domain.permit_life import PermitState
from desktop.services import case_records, permit_records
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import CaseRow
from tests.services.conftest import numbered

HOLDER = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED)
WIFE = Collector("演练妻", IdKind.RESIDENT, numbered("37132119910305002"), Relation.SPOUSE)
TODAY = date(2026, 11, 20)


def state_of(station: Counter, permit: PermitRow) -> PermitState:
    return permit_records.find(station.office.database.link, permit.permit_id).state


def case_of(station: Counter, permit: PermitRow) -> CaseRow:
    return case_records.find(station.office.database.link, permit.case_id)
