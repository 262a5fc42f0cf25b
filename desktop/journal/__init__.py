"""An exported trail, checked on any machine with nothing but the file and the station's public keys."""

from __future__ import annotations

from desktop.journal.checking import check_file, verifier

__all__ = ["check_file", "verifier"]
