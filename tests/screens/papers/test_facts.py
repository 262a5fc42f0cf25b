"""What a paper's page says of facts that have changed since shows no whole number and no house."""

from __future__ import annotations

import pytest

from desktop.services.correction_pages import SupersededRow
from desktop.services.permit_pages import Change
from desktop.ui.screens.papers.facts import superseded_words
from desktop.ui.screens.papers.lines import Superseded


@pytest.mark.parametrize(
    ("field", "old", "new", "told"),
    [
        ("phone", "13911112222", "13833334444", "由“139****2222”改为“138****4444”"),
        (
            "id_number",
            "371321199002140011",
            "371321199002150018",
            "由“371321********0011”改为“371321********0018”",
        ),
        ("hukou_address", "演练镇1号", "演练路28号", "由“演练镇***号”改为“演练路***号”"),
        ("phone", "", "13833334444", "由“—”改为“138****4444”"),
        ("name", "演练甲", "演练乙", "由“演练甲”改为“演练乙”"),
    ],
)
def test_what_is_no_longer_so_is_told_masked(field: str, old: str, new: str, told: str) -> None:
    row = SupersededRow(1, (Change(field, old, new),), None)
    assert told in superseded_words(Superseded(row, {}))
