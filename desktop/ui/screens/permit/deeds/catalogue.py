"""Every deed by the name of its action."""

from __future__ import annotations

from functools import partial
from typing import Any

from desktop.ui.screens.permit.deeds.cases import SubmitAgain, WithdrawCase
from desktop.ui.screens.permit.deeds.changes import ChangeAddress, DeclareLost, Endorse, FoundAgain
from desktop.ui.screens.permit.deeds.endings import Cancel, Leave
from desktop.ui.screens.permit.deeds.replacing import RENEWS, Replace

DEEDS: dict[str, Any] = {
    Endorse.name: Endorse,
    DeclareLost.name: DeclareLost,
    FoundAgain.name: FoundAgain,
    ChangeAddress.name: ChangeAddress,
    **{name: partial(Replace, name) for name in RENEWS},
    Cancel.name: Cancel,
    Leave.name: Leave,
    SubmitAgain.name: SubmitAgain,
    WithdrawCase.name: WithdrawCase,
}
"""How each deed is made, by the action's name."""
