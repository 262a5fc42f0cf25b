"""Cases of today at two counters, and machines that keep no printer."""

from __future__ import annotations

import uuid
from collections.abc import Callable

import pytest

from desktop.domain.forms import read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.services.counter import Counter
from desktop.services.rows import Actor, RegistrationDone

Take = Callable[..., RegistrationDone]


@pytest.fixture
def colleague(counter: Counter) -> Actor:
    """Clerk 演练 李强 at counter 3."""
    return counter.sign_in.sign_in("liqiang", "yanlian-02", 3)


@pytest.fixture
def take(counter: Counter) -> Take:
    """Take the n-th new registration of today."""

    def take(serial: int, by: Actor) -> RegistrationDone:
        today = counter.day.today()
        first17 = f"11010519900307{serial:03}"
        person = read_person(
            {
                "id_kind": "resident",
                "id_number": first17 + check_digit(first17),
                "name": f"测试{'甲乙丙丁'[serial]}",
                "ethnicity": "01",
                "hukou_division": "110105",
                "hukou_address": "测试街1号",
                "phone": f"1380000{serial:04}",
            },
            today,
        )
        residence = read_registration(
            {
                "division": "370102",
                "street": "370102001",
                "road": "测试路",
                "house_number": "1",
                "lodging": "rented",
                "landlord_name": "测试房主",
                "landlord_phone": "13900000000",
                "reason": "work",
                "arrived_on": today.isoformat(),
                "reported_by": "self",
            },
            (),
            today,
        )
        assert person.value is not None, person.problems
        assert residence.value is not None, residence.problems
        return counter.registrations.accept(by, str(uuid.uuid4()), person.value, residence.value)

    return take
