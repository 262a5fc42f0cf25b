"""What has to wait while the station's server is away is not possible meanwhile, and says why."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Outage(QObject):
    """The one place that knows why what waits is not possible now; told by whoever watches the line."""

    changed = Signal()

    why = ""
    """The reason in the screen's language; "" while nothing waits."""

    def tell(self, why: str) -> None:
        """From now on what waits is not possible for this reason, or is again: ""."""
        if why != self.why:
            self.why = why
            self.changed.emit()


class WaitingAction(QAction):
    """Possible when its screen says so and the server is there; what its screen says first, it says first."""

    def __init__(self, view: QWidget, label: str) -> None:
        super().__init__(view, text=label)
        self._possible, self._why_not = True, ""
        self._outage = outage()
        self._outage.changed.connect(self._follow)
        self._follow()

    @property
    def waits(self) -> str:
        """Why it has to wait, though the screen would do it; "" when it need not."""
        return self._outage.why if self._possible else ""

    def setEnabled(self, possible: bool) -> None:
        """As the screen has it; the server may still be away."""
        self.want(possible, self._why_not)

    def want(self, possible: bool, why_not: str) -> None:
        """See `kit.shortcuts.set_possible`."""
        self._possible, self._why_not = possible, why_not
        self._follow()

    def _follow(self) -> None:
        why = self.waits if self._possible else self._why_not
        become(self, self._possible and not self.waits, why)


def become(which: QAction, possible: bool, why: str) -> None:
    """Have an action possible, or not and say why; whoever shows it is told once, and only of a change."""
    said = "" if possible else why
    differs = which.statusTip() != said
    if differs:
        before = which.blockSignals(True)
        which.setToolTip(said)
        which.setStatusTip(said)
        which.blockSignals(before)
    if which.isEnabled() != possible:
        QAction.setEnabled(which, possible)
    elif differs:
        which.changed.emit()


def outage() -> Outage:
    """Return the program's."""
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("an action needs the program")
    if not (_kept and isValid(_kept[0]) and _kept[0].parent() is application):
        # kept here: to look for it among the program's children makes a `QStyle` of one, 5 ms at start-up
        _kept[:] = [Outage(application)]
    return _kept[0]


_kept: list[Outage] = []
