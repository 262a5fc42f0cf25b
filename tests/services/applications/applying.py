"""Words of these tests: who applies, how, and what stands on the paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from desktop.domain.codes import (
    AgentReason,
    IdKind,
    Relation,
)
from desktop.domain.forms import AgentForm
from desktop.domain.id_numbers import check_digit
from desktop.services.application_rows import ApplicationDone

Apply = Callable[..., ApplicationDone]
Resident = Callable[..., int]
Document = Callable[[int], Any]
AGENT = AgentForm("演练代办", IdKind.RESIDENT, "x", Relation.SON, "13900000000", AgentReason.ELDERLY)


def number_of(born: date) -> str:
    first17 = f"371321{born:%Y%m%d}001"
    return first17 + check_digit(first17)
