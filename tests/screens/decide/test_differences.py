"""What has changed of somebody since acceptance is told to the decider without whole numbers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from desktop.services.permit_pages import Change
from desktop.ui.screens.decide.words import difference_lines


def test_what_changed_since_acceptance_is_told_masked() -> None:
    changes = (
        Change("phone", "13911112222", "13833334444"),
        Change("hukou_address", "演练镇1号", ""),
        Change("name", "演练甲", "演练乙"),
    )
    page: Any = SimpleNamespace(differences=changes)
    said = " ".join(str(line) for line in difference_lines(page))
    for told in ("139****2222 → 138****4444", "演练镇***号 → （空）", "演练甲 → 演练乙"):
        assert told in said
    for whole in ("13911112222", "13833334444", "演练镇1号"):
        assert whole not in said
