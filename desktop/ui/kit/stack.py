"""The screens that are open, one upon the other; the topmost is seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop.ui.kit.farewell import Farewell
from desktop.ui.kit.focus import lead_in
from desktop.ui.kit.let_go import let_go
from desktop.ui.kit.screen import Screen
from desktop.ui.kit.stages import is_built, when_built
from desktop.ui.kit.turns import Rank, later
from desktop.ui.kit.unveil import unveil

MOST = 12
"""So many screens are kept open; beyond it the oldest that may be left is closed."""

Place = tuple[Any, ...]


@dataclass(slots=True)
class _Open:
    place: Place
    screen: Screen
    view: QWidget
    kept: dict[str, Any]
    stale: bool = False


class ScreenStack(QStackedWidget):
    """Keeps every open screen with its widgets, so that going back finds the form as it was left.

    A place is the screen's name and what it was opened with; going to a place that is open already brings
    it to the top instead of opening it twice. `moved` tells that another screen is seen.
    """

    moved = Signal()

    def __init__(self, farewell: Farewell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._farewell = farewell
        self.setObjectName("screens")
        self._open: list[_Open] = []
        self._led = self._covered = False
        self._awaited: QWidget | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """What is open, the topmost last."""
        return tuple(each.place for each in self._open)

    def current(self) -> Screen | None:
        """The screen that is seen."""
        return self._open[-1].screen if self._open else None

    def open_screen(self, name: str) -> Screen | None:
        """An open screen by its name, the topmost first."""
        return next((each.screen for each in reversed(self._open) if each.place[0] == name), None)

    def go(self, place: Place, make: Callable[[], Screen], *, focus: bool = True) -> Screen:
        """See the screen of this place, made now if it is not open; `focus` leads the cursor there."""
        self._keep_focus()
        found = next((each for each in self._open if each.place == place), None)
        if found is not None:
            self._open.remove(found)
            self._open.append(found)
            self._see(found, again=True, focus=focus)
            return found.screen
        screen = make()
        opened = _Open(place, screen, screen.view(), {})
        self._open.append(opened)
        if is_built(opened.view):
            self._see(opened, again=False, focus=focus)
        else:  # to begin it was a turn's work, and hiding a large form for it is another's
            opened.view.setParent(self)
            when_built(opened.view, partial(self._built_below, opened))
            later(self, partial(self._see_new, opened, focus=focus), rank=Rank.ANSWER)
            self.moved.emit()
        if len(self._open) > MOST:
            self._thin_out()
        return screen

    def back(self) -> bool:
        """Close the topmost screen if it may be left and is not the last; say whether it was closed."""
        if len(self._open) < 2 or not self._open[-1].screen.leave():
            return False
        self._close(self._open[-1])
        return True

    def close_screen(self, screen: Screen) -> None:
        """Close a screen that is done, wherever it lies; the last one stays."""
        found = next((each for each in self._open if each.screen is screen), None)
        if found is not None and len(self._open) > 1:
            self._close(found)

    def put_away(self) -> None:
        """Close what lies under the screen that is seen and is done with; forms half filled stay."""
        for each in self._open[:-1]:
            if each.screen.presenter.done_with() and each.screen.leave():
                self._open.remove(each)
                each.screen.discard(self._farewell)

    def clear(self) -> bool:
        """Close every screen, if all may be left."""
        if not all(each.screen.leave() for each in self._open):
            return False
        self.drop()
        return True

    def put_by(self) -> None:
        """Have every screen keep what it can; nobody is asked anything."""
        for each in self._open:
            each.screen.presenter.put_by()

    def drop(self) -> None:
        """Close every screen, whether it may be left or not."""
        for each in self._open:
            each.screen.discard(self._farewell)
        self._open = []

    def rebuild(self) -> None:
        """Build the screen that is seen anew, and the others when they are seen again."""
        if not self._open:
            return
        led, top = self._led or self._leads(), self._open[-1]
        self._led = False
        if not self._covered:
            self._keep_focus()
        for each in self._open:
            each.stale = True
        self._refit(top)
        if led:
            self._focus(top)

    def fold(self) -> None:
        """Give up every view before the look changes: dressing hundreds of widgets anew takes 0.1 s and more.

        `rebuild` afterwards builds the one that is seen, in its stages, and the others when they are seen.
        """
        if not self._covered:
            self._led = self._leads()
            self._keep_focus()
        for each in self._open:
            each.screen.fold()
            self.removeWidget(each.view)
            let_go(each.view)
            each.view, each.stale = QWidget(self), True

    def cover(self) -> None:
        """The lock comes over it: whether the cursor is here, and where, is as it is now until `uncover`."""
        self._keep_focus()
        focus = self.window().focusWidget()  # not the application's, which is in a dialog if there is one
        inside = focus is not None and self.isAncestorOf(focus)
        self._led, self._covered = self._awaited is not None or inside, True

    def uncover(self) -> None:
        """The lock is gone."""
        self._led = self._covered = False

    def stay_out(self) -> None:
        """The clerk has put the cursor elsewhere: a view still being built must not take it."""
        self._awaited = None

    def focus_view(self) -> None:
        """Put the focus where it was in the screen that is seen, or on its first input."""
        if self._open:
            self._focus(self._open[-1])

    def _see_new(self, entry: _Open, *, focus: bool) -> None:
        if self._open[-1:] == [entry]:  # else it is seen when the clerk comes back to it
            self._put(entry.view)
            if focus:
                self._focus(entry)

    def _see(self, entry: _Open, *, again: bool, focus: bool = True) -> None:
        if entry.stale:
            self._refit(entry)
        self._put(entry.view)
        if again:
            entry.screen.presenter.refresh()
        if focus:
            self._focus(entry)
        self.moved.emit()

    def _refit(self, entry: _Open) -> None:
        old = entry.view
        entry.view, entry.stale = entry.screen.rebuild(focus=False), False
        self._put(entry.view)
        self._farewell.take(old)

    def _built_below(self, entry: _Open) -> None:
        """A view that is built when another is seen by now must not keep the cursor that it took."""
        if self._open and self._open[-1] is not entry and self._awaited is None:
            focus = QApplication.focusWidget()
            if focus is not None and entry.view.isAncestorOf(focus):
                self._focus(self._open[-1])

    def _put(self, view: QWidget) -> None:
        """Let this view be seen. The others stay children, but out of the layout.

        For a layout asks whatever it holds for its size, seen or not, at each of its turns: with ten
        forms open that took 20 ms for every line that was shown or hidden anywhere.
        """
        before = self.currentWidget()
        if before is view:
            return
        self.addWidget(view)
        self.setCurrentWidget(view)
        if before is not None:
            self.removeWidget(before)
        if is_built(view):  # else its stages do so at their end
            unveil(view)

    def _close(self, entry: _Open) -> None:
        top = entry is self._open[-1]
        self._open.remove(entry)
        if top:
            self._see(self._open[-1], again=True)
        entry.screen.discard(self._farewell)

    def _thin_out(self) -> None:
        oldest = next(
            (each for each in self._open[:-1] if each.place[0] != "desk" and each.screen.leave()), None
        )
        if oldest is not None:
            self._close(oldest)

    def _leads(self) -> bool:
        """Whether the cursor is in the screen that is seen, or on its way there."""
        return self._awaited is not None or self._has_focus()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _keep_focus(self) -> None:
        """Remember where the cursor is; a view still being built has nothing to add to what is known."""
        if not self._open or not is_built(self._open[-1].view):
            return
        view = self._open[-1].view
        focus = view.focusWidget()
        if focus is not None and focus is not view and focus.objectName():
            self._open[-1].kept = {"focus": focus.objectName()}

    def _focus(self, entry: _Open) -> None:
        view, kept = entry.view, entry.kept
        self._awaited = view

        def put() -> None:
            if self._awaited is not view:  # the clerk went elsewhere while the view was being built
                return
            self._awaited = None
            place = view.findChild(QWidget, kept["focus"]) if kept.get("focus") else None
            lead_in(view, place)

        when_built(view, put)
