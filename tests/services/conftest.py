"""Made-up people and residences with overridable fields, in the words of the forms."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop.domain.forms import PersonForm, RegistrationForm, read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.services.counter import Counter
from desktop.services.rows import Actor, RegistrationDone

Register = Callable[..., RegistrationDone]


def numbered(first17: str) -> str:
    return first17 + check_digit(first17)


@pytest.fixture
def person_form() -> Callable[..., PersonForm]:
    def make(serial: int = 1, **changed: str) -> PersonForm:
        values = {
            "id_number": numbered(f"37132119900214{serial:03d}"),
            "name": "演练甲",
            "ethnicity": "01",
            "hukou_division": "371321",
            "hukou_address": "演练镇1号",
            "phone": f"139000{serial:05d}",
            "employer": "演练厂",
            **changed,
        }
        reading = read_person(values, date(2026, 11, 20))
        assert reading.value is not None, reading.problems
        return reading.value

    return make


@pytest.fixture
def residence_form() -> Callable[..., RegistrationForm]:
    def make(minors: tuple[dict[str, str], ...] = (), **changed: str) -> RegistrationForm:
        values = {
            "division": "370102",
            "street": "370102001",
            "community": "370102001002",
            "road": "演练路",
            "house_number": "1",
            "room": "101",
            "lodging": "rented",
            "reason": "work",
            "arrived_on": "2026-11-19",
            "reported_by": "self",
            **changed,
        }
        reading = read_registration(values, minors, date(2026, 11, 20))
        assert reading.value is not None, reading.problems
        return reading.value

    return make


@pytest.fixture
def register(
    station: Counter,
    clerk: Actor,
    person_form: Callable[..., PersonForm],
    residence_form: Callable[..., RegistrationForm],
) -> Register:
    """Register a sample person; `person` and `residence` override fields, the rest goes to accept()."""

    def make(
        serial: int = 1,
        person: dict[str, str] | None = None,
        residence: dict[str, Any] | None = None,
        **how: Any,
    ) -> RegistrationDone:
        return station.registrations.accept(
            how.pop("actor", clerk),
            how.pop("request_id", str(uuid.uuid4())),
            person_form(serial, **(person or {})),
            residence_form(**(residence or {})),
            **how,
        )

    return make
