"""The frame of the window at work: what stands around the screens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.kit.duty import Duty
from desktop.ui.kit.messages import Banner, Notice, Strip
from desktop.ui.kit.shell import Rail, StatusBar, TopBar, settings_menu
from desktop.ui.kit.stack import ScreenStack
from desktop.ui.kit.stages import is_built
from desktop.ui.kit.unveil import unveil

_WAYS = (
    ("desk", "desk", "desk"),
    ("work_list", "work_list", "work_list"),
    ("day", "day", "day"),
    ("hand_over", "hand_over", "hand_over"),
    ("decide", "decide", "decide"),
    ("export_log", "export", "export"),
    ("rules", "rules", "rules"),
)
"""Ways on the rail: the action, the screen, the picture; everybody sees those that are open to them."""
_OFFICE = (
    ("trail", "trail", "trail"),
    ("staff", "staff", "staff"),
    ("second_factors", "second_factors", "factor"),
    ("rights", "rights", "rights"),
    ("seal_keys", "seal_keys", "seal"),
    ("backups", "backups", "backup"),
    ("station_settings", "station_settings", "home"),
    ("connection", "connection", "server"),
    ("retention", "retention", "bin"),
)
"""Ways on the rail of those who do not work the counter; nine buttons of all fill it at 200 %."""

FEW = 4
"""So many buttons of the rail are built in one turn, as many in the next, and the few that are left in a third."""


class Frame(QWidget):
    """The stack of screens with everything around it; `dressing` builds what is around in the present language."""

    top: TopBar
    rail: Rail
    status: StatusBar

    def __init__(self, stack: ScreenStack) -> None:
        super().__init__()
        self.setObjectName("shell")
        self._stack, self._grid = stack, QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.banner, self.notice = Banner(self), Notice(self)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(24, 12, 24, 0)
        self._lines.setSpacing(6)
        for line in (self.banner, self.notice):
            self.add_line(line)
        middle.addLayout(self._lines)
        middle.addWidget(stack, 1)
        self._grid.addLayout(middle, 1, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(1, 1)
        stack.show()

    def add_line(self, line: Strip) -> None:
        """Have one more line above the screens."""
        self._lines.addWidget(line)
        line.moves.connect(self._unveil)

    def _unveil(self) -> None:
        """Have the screen painted a band a turn that a line is about to move; one still being built will be anyway."""
        seen = self._stack.currentWidget()
        if seen is not None and is_built(seen):
            unveil(seen)

    def dressing(
        self, duty: Duty, actions: Mapping[str, QAction], on_rail: QColor
    ) -> list[Callable[[], None]]:
        """The steps that build the bars anew: all of them make a turn too long."""
        return [
            partial(self._dress_top, duty),
            partial(self._begin_rail, duty, actions, on_rail),
            lambda: self.rail.build(FEW),
            lambda: self.rail.build(),
            self._finish_rail,
            partial(self._dress_status, duty),
        ]

    def _dress_top(self, duty: Duty) -> None:
        self._drop("top")
        self.top = TopBar(practice=duty.practice, finds="desk" in duty.screens)
        self._put(self.top, 0, 1)

    def _begin_rail(self, duty: Duty, actions: Mapping[str, QAction], on_rail: QColor) -> None:
        self._drop("rail")
        all_ways = _WAYS if "desk" in duty.screens else (*_OFFICE, *_WAYS)
        ways = [(actions[action], drawn) for action, route, drawn in all_ways if route in duty.screens]
        self.rail = Rail(on_rail, ways, [(actions["lock"], "lock"), (actions["settings"], "settings")])
        self.rail.build(FEW)

    def _finish_rail(self) -> None:
        self.rail.be_as_wide()
        self._put(self.rail, 0, 0, rows=3)
        QWidget.setTabOrder(self.top.search, next(iter(self.rail.buttons.values())))

    def _dress_status(self, duty: Duty) -> None:
        self._drop("status")
        self.status = StatusBar(duty.station, duty.counter_number, duty.clerk)
        self._put(self.status, 2, 1)

    def _drop(self, name: str) -> None:
        old = getattr(self, name, None)
        if old is not None:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _put(self, bar: QWidget, row: int, column: int, rows: int = 1) -> None:
        self._grid.addWidget(bar, row, column, rows, 1)
        bar.show()  # now rather than in the next turn: the focus may be wanted at once

    def open_settings(self, actions: Mapping[str, QAction]) -> None:
        """Open the settings menu beside its button, with what is open to whoever works here."""
        all_groups = [
            [actions["switch_language"], actions["switch_theme"]],
            [actions["text_larger"], actions["text_smaller"]],
            [actions["calendar"], actions["blanks"], actions["produce"], actions["uncollected"]],
            [actions["verify"], actions["printers"], actions["to_send"]],
            [
                actions["station_settings"],
                actions["staff"],
                actions["second_factors"],
                actions["connection"],
                actions["own_password"],
            ],
            [actions["help"], actions["sign_out"]],
        ]
        possible = ([each for each in group if each.isEnabled()] for group in all_groups)
        groups = [group for group in possible if group]
        menu = settings_menu(self, groups)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.rail.buttons["settings"]
        corner = button.mapToGlobal(QPoint(button.width(), button.height()))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))
        menu.setActiveAction(menu.actions()[0])
