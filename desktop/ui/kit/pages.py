"""What the window shows at a time: a gate alone, or the work; and the curtain between the two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QStackedLayout, QToolTip, QWidget
from shiboken6 import isValid

from desktop.ui.kit.farewell import Farewell
from desktop.ui.kit.first_paint import FirstPaint
from desktop.ui.kit.focus import lead_in
from desktop.ui.kit.form import forms_in
from desktop.ui.kit.gate_page import GatePage
from desktop.ui.kit.screen import Screen
from desktop.ui.kit.stages import when_built
from desktop.ui.kit.turns import Rank, Slices, later
from desktop.ui.kit.unveil import unveil

if TYPE_CHECKING:
    from desktop.ui.kit.dialog import Dialog
    from desktop.ui.kit.frame import Frame


class Pages:
    """The pages of one window: at most one frame, and at most one gate before it."""

    def __init__(self, window: QWidget, farewell: Farewell) -> None:
        self._layout, self._farewell = QStackedLayout(window), farewell
        self._page: GatePage | None = None
        self.frame: Frame | None = None
        self.gate: Screen | None = None

    def put_gate(
        self, gate: Screen, actions: Callable[[], Mapping[str, QAction]], *, blank: bool = False
    ) -> None:
        """Show a gate, or the gate's new view; `blank` has nothing of what was seen before stay for a moment.

        The window's `actions` are asked for, and its foot built of them, once the window has been seen.
        """
        before, view = self._page, gate.view()
        kept = view.focusWidget()  # taken from it as soon as it stands in its page
        if self.gate is not None and self.gate is not gate:
            self.gate.discard(self._farewell)
        self.gate, self._page = gate, GatePage(view)
        page = self._page
        window, lead = self._layout.parentWidget(), partial(lead_in, view, kept)
        seen = window is None or window.isVisible()
        foot = partial(_build_foot, page, actions)
        self._layout.addWidget(self._page)
        self._layout.setCurrentWidget(self._page)
        unveil(self._page, blank=blank)
        self._remove(before)
        if window is None or seen:
            foot()  # before the first band is painted
            when_built(view, lead)
        else:  # looking for the first field touches every widget: the first paint does not wait for it
            FirstPaint(window, partial(when_built, view, lead))
            FirstPaint(window, foot)

    def drop_gate(self) -> None:
        """Take the gate away; the frame, if there is one, is seen."""
        if self.gate is not None:
            self.gate.discard(self._farewell)
            self._remove(self._page)
            self.gate = self._page = None
        if self.frame is not None:
            self._layout.setCurrentWidget(self.frame)
            unveil(self.frame)

    def put_frame(self, frame: Frame) -> None:
        """Show the frame, unless a gate stands before it."""
        self.frame = frame
        self._layout.insertWidget(0, frame)
        if self.gate is None:
            self._layout.setCurrentWidget(frame)
            unveil(frame)

    def drop_frame(self) -> None:
        """Destroy the frame and the screens in it."""
        self._remove(self.frame)
        self.frame = None

    def _remove(self, page: QWidget | None) -> None:
        if page is not None:
            self._layout.removeWidget(page)
            self._farewell.take(page)


def _build_foot(page: GatePage, actions: Callable[[], Mapping[str, QAction]]) -> None:
    """Have the window's actions made in one turn, the first time, and the foot in the next."""

    def make() -> None:
        actions()

    if isValid(page):
        later(page, make, lambda: page.build_foot(actions()), rank=Rank.ANSWER)


class Curtain:
    """Remembers what was going on when the screen was locked: dialogs, and who had the focus."""

    def __init__(self) -> None:
        self._dialogs: list[QWidget] = []
        self._focus: tuple[QWidget, str] | None = None
        self._covered: QWidget | None = None

    def draw(self, window: QWidget, covered: QWidget) -> None:
        """Hide every other window: it would show over the lock, or hold its keys. What is typed is stored next.

        A sheet that is opened over what is `covered` from now on is held back until the lock goes.
        """
        from desktop.ui.kit.dialog import COVERED  # for start-up time: nobody locks before the first paint

        self._covered = covered
        covered.setProperty(COVERED, True)
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        for form in forms_in(window):
            Slices(form, [form.flush])  # when the lock is seen: a form weighs what it stores
        focus = window.focusWidget()
        self._focus = (focus, focus.objectName()) if focus is not None else None
        while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
            dialog.hide()
            self._dialogs.append(dialog)
        for handle in QGuiApplication.topLevelWindows():  # what is not modal is a window all the same
            other = QWidget.find(handle.winId()) if handle.isVisible() else None
            if other is not None and other is not window.window() and other.isVisible():
                other.hide()
                self._dialogs.append(other)

    @property
    def has_dialogs(self) -> bool:
        """Whether it hides one, which would go with the view that it belongs to."""
        return bool(self._dialogs or self._held_back())

    def forget(self) -> None:
        """Somebody else took the window over: the first clerk's dialogs are destroyed unseen and unanswered."""
        for dialog in (*self._dialogs, *self._held_back()):
            if isValid(dialog):
                dialog.blockSignals(True)
                dialog.deleteLater()
        self._dialogs, self._focus, self._covered = [], None, None

    def lift(self, frame: QWidget) -> None:
        """Give the focus back and show the dialogs again, as they were."""
        from desktop.ui.kit.dialog import COVERED  # for start-up time, as above

        if self._focus is not None:
            focus, name = self._focus
            if not isValid(focus) or not frame.isAncestorOf(focus) or not focus.isVisibleTo(frame):
                # a bar built anew: the one box
                again = (
                    [each for each in frame.findChildren(QWidget, name) if each.isVisible()] if name else []
                )
                focus = again[-1] if again else frame
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus = None
        late = self._held_back()
        frame.setProperty(COVERED, False)
        for dialog in (*reversed(self._dialogs), *late):
            if isValid(dialog):
                dialog.show()
        self._dialogs, self._covered = [], None

    def _held_back(self) -> list[Dialog]:
        """The sheets that were opened under the lock, in their order."""
        if self._covered is None or not isValid(self._covered):
            return []
        from desktop.ui.kit.dialog import HELD_BACK, Dialog  # for start-up time, as above

        return [each for each in self._covered.findChildren(Dialog) if each.property(HELD_BACK)]
