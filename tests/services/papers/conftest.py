"""A paper and its first copy."""

from __future__ import annotations

from tests.services.printed import copy, paper  # noqa: F401
