"""The one kind of error that set-up ends with: a sentence that says what to do."""

from __future__ import annotations


class SetUpError(Exception):
    """Set-up cannot go on; the message tells a person at the terminal what to do about it."""
