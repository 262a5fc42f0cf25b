"""What waits for the server is grey meanwhile with the reason, and back when the server is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.services.line_state import LineState
from desktop.ui.kit.background import Inline
from desktop.ui.kit.foot import Foot
from desktop.ui.kit.line_watch import LineWatch, why_waiting
from desktop.ui.kit.outage import Outage, outage
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.why_not import WhyNot
from tests.ui.kit.test_line_watch import StandIn

SINCE = datetime(2026, 11, 20, 6, 3, tzinfo=UTC)
AWAY = "自 14:03 起连不上本所服务器，恢复后再办。"


@pytest.fixture
def line(qapp: QApplication) -> Iterator[Outage]:
    yield outage()
    outage().tell("")


@pytest.fixture
def view(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def decide(view: QWidget, done: list[str]) -> QAction:
    return action(view, "decide", "F6", "审核通过", lambda: done.append("decided"), waits=True)


def test_it_is_grey_with_the_reason_while_the_server_is_away(view: QWidget, line: Outage) -> None:
    done: list[str] = []
    waiting, usual = decide(view, done), action(view, "print", "F7", "打印", lambda: done.append("printed"))
    button, why = ActionButton(waiting), WhyNot(waiting, view)
    line.tell(AWAY)
    assert not button.isEnabled()
    assert button.toolTip() == AWAY
    assert button.accessibleDescription() == AWAY
    assert why.text() == AWAY
    assert not why.isHidden()
    waiting.trigger()
    usual.trigger()
    assert done == ["printed"]
    line.tell("")
    assert button.isEnabled()
    assert button.toolTip() == ""
    assert why.isHidden()
    waiting.trigger()
    assert done == ["printed", "decided"]


def test_what_is_made_during_an_outage_waits_too(view: QWidget, line: Outage) -> None:
    line.tell(AWAY)
    waiting = decide(view, [])
    assert not ActionButton(waiting).isEnabled()
    line.tell("")
    assert waiting.isEnabled()


def test_what_the_page_says_goes_before_and_is_kept(view: QWidget, line: Outage) -> None:
    waiting, own = decide(view, []), "没有选中的办件。"
    set_possible(waiting, False, own)
    line.tell(AWAY)
    assert waiting.statusTip() == own
    set_possible(waiting, True)
    assert waiting.statusTip() == AWAY
    assert not waiting.isEnabled()
    waiting.setEnabled(False)
    line.tell("")
    assert not waiting.isEnabled()
    waiting.setEnabled(True)
    assert waiting.isEnabled()


def test_a_form_says_below_that_it_would_have_to_wait(view: QWidget, line: Outage) -> None:
    foot = Foot(decide(view, []))
    foot.setParent(view)
    said = foot.findChild(QWidget, "outcome_waits")
    assert said is not None
    assert said.isHidden()
    line.tell(AWAY)
    assert not said.isHidden()
    line.tell("")
    assert said.isHidden()


def test_a_line_under_a_button_that_is_left_out_says_nothing(view: QWidget, line: Outage) -> None:
    why = WhyNot(decide(view, []), view)
    why.leave_out(True)
    line.tell(AWAY)
    assert why.isHidden()
    why.leave_out(False)
    assert not why.isHidden()


def test_a_line_that_has_to_say_something_at_once_is_no_window_of_its_own(
    qtbot: QtBot, view: QWidget, line: Outage
) -> None:
    view.show()
    line.tell(AWAY)
    before = QApplication.topLevelWindows()
    why = WhyNot(decide(view, []), view)
    assert not why.isHidden()
    assert QApplication.topLevelWindows() == before


def test_nothing_follows_that_is_gone(qtbot: QtBot, view: QWidget, line: Outage) -> None:
    waiting = decide(view, [])
    button = ActionButton(waiting, parent=view)
    for each in (button, waiting):
        each.deleteLater()
        qtbot.waitUntil(lambda gone=each: not isValid(gone))
        line.tell(AWAY if each is button else "")


@pytest.mark.parametrize(
    ("state", "why"),
    [
        (LineState(None), ""),
        (LineState(None, sent=3, conflicts=1), ""),
        (LineState(SINCE), AWAY),
        (
            LineState(SINCE, waiting=2, sending=True),
            "服务器已恢复，正在上传断网期间办理的业务，传完即可办理。",
        ),
    ],
)
def test_each_state_has_its_reason(state: LineState, why: str) -> None:
    assert why_waiting(state) == why


def test_whoever_watches_the_line_tells_it(qtbot: QtBot, line: Outage) -> None:
    stand_in, watch = StandIn(), LineWatch(Inline())
    watch.waits.connect(line.tell)
    watch.begin(stand_in)  # type: ignore[arg-type]
    assert line.why == ""
    assert stand_in.tell is not None
    stand_in.tell(LineState(SINCE))
    qtbot.waitUntil(lambda: line.why == AWAY)
    watch.stop()
    assert line.why == ""
