"""Permits that lie ready, as at the handing over."""

from tests.screens.hand_over.conftest import case, go, made, photo, produce

__all__ = ["case", "go", "made", "photo", "produce"]
