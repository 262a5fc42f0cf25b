"""The same window and station as the service's tests have."""

from __future__ import annotations

from tests.services.conftest import person_form, residence_form
from tests.services.move.conftest import boss, here, key, there

__all__ = ["boss", "here", "key", "person_form", "residence_form", "there"]
