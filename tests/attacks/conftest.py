"""The fixtures of the service tests, for whoever means harm; on a file and on a server, as there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.codes import Role
from desktop.domain.rights import RIGHTS
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.attacks.walk import Ids
from tests.services.conftest import (
    apply,
    go,
    hand_over,
    issue,
    person_form,
    produce,
    pytest_generate_tests,
    register,
    residence_form,
    resident,
)

__all__ = [
    "apply",
    "go",
    "hand_over",
    "issue",
    "person_form",
    "produce",
    "pytest_generate_tests",
    "register",
    "residence_form",
    "resident",
]


@pytest.fixture
def ids(station: Counter, clerk: Actor, issue: Callable[..., Any]) -> Ids:  # noqa: F811 - a fixture
    """Somebody with a permit, a paper and a copy of it."""
    permit = issue(1)
    [paper, *_] = station.papers.of_case(permit.case_id)
    copy = station.papers.prepare(clerk, "a copy", paper.paper_id)
    return Ids(
        person_id=permit.person_id,
        case_id=permit.case_id,
        paper_id=paper.paper_id,
        permit_id=permit.permit_id,
        copy_id=copy.copy_id,
        staff_id=clerk.staff_id,
        serial=permit.serial,
    )


@pytest.fixture
def actors(template: Any) -> dict[Role, Actor]:
    """Somebody of each role."""
    return {role: template.in_role(role) for role in RIGHTS if role is not Role.NOBODY}
