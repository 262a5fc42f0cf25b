"""Granted cases, and blanks for them."""

from __future__ import annotations

from tests.services.producing import blanks, granted  # noqa: F401
