"""The work of one duty: the frame, the screens in it, and how the clerk goes about among them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.changes import Change
from desktop.ui.kit.duty import ROUTES, SEALED, TOLD_APART_BY, Duty
from desktop.ui.kit.farewell import Farewell
from desktop.ui.kit.frame import Frame
from desktop.ui.kit.idle import IdleWatch
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.screen import Finder, Screen
from desktop.ui.kit.stack import ScreenStack
from desktop.ui.kit.text import text
from desktop.ui.kit.whole import WholeNumbers


class Work(QObject):
    """What a clerk does between signing in and signing out; the window makes one for each duty.

    While it is `cover`ed by the lock nothing leads anywhere, and everything stays as it is.
    """

    moved = Signal()
    """Another screen is seen, or it is called otherwise."""
    idle = Signal()
    """Nobody has touched keyboard or mouse for a while."""
    trouble = Signal(object)
    """A screen tells that the environment fails, or None: that it is over."""

    def __init__(
        self,
        window: QWidget,
        duty: Duty,
        actions: Mapping[str, QAction],
        farewell: Farewell,
        idle_seconds: float,
    ) -> None:
        super().__init__(window)
        self.duty, self._actions = duty, actions
        self._covered = self._just_noticed = self._rebuild_later = False
        self._searched = ""
        self.stack = ScreenStack(farewell, window)
        self.stack.moved.connect(self._moved)
        self.frame = Frame(self.stack)
        self.whole = WholeNumbers(self.frame, self.stack.current, duty.whole)
        self.frame.add_line(self.whole.strip)
        self.line = Strip("server_line", self.frame)
        self.frame.add_line(self.line)
        self._idle = IdleWatch(idle_seconds, self)
        self._idle.idle.connect(self.idle)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            self._idle.watch(application)
        self._idle.start()

    # -- going about -------------------------------------------------------------------------------
    def begin(self) -> None:
        """See the desk, unless something has been opened already."""
        if not self.stack.places:
            self.home()

    def go(self, name: str, *what: object, focus: bool = True) -> None:
        """See a screen: "desk" or another name of the duty's, with what it carries."""
        if self._covered or name not in self.duty.screens:
            return
        if not self.stack.places and name != self.duty.home:
            self.go(self.duty.home, focus=False)  # it lies under everything
        if not self._just_noticed:  # what was said of the last deed goes with it
            self.notice("")
        apart = TOLD_APART_BY.get(name, len(what))
        carried, what = what[apart:], what[:apart]
        place = (name, *what)
        make = self.duty.screens[name]
        known = place in self.stack.places
        screen = self.stack.go(place, lambda: make(*what), focus=focus)
        if not known:
            self._listen(screen)
        for each in carried:
            screen.presenter.carry(each)

    def hand_over(self) -> None:
        """Go and hand over the permit that the screen is about, or wait there for a scan."""
        current = self.stack.current()
        number = current.presenter.to_hand_over() if current is not None else ""
        self.go("hand_over", *((number,) if number else ()))

    def offer(self, name: str) -> None:
        """See a screen, unless the clerk has gone somewhere or typed something meanwhile."""
        if self.stack.places in ((), ((self.duty.home,),)) and not self.frame.top.search.text():
            self.go(name, focus=False)  # what is typed from now on stays in the one box

    def back(self) -> None:
        """Close the screen that is seen; on the last one, go to the one box."""
        self.notice("")
        left = self.stack.current()
        if not self.stack.back():
            self.focus_search()
        elif left is not None and left.presenter.unfinished() and "desk" in self.duty.screens:
            self.notice(text("shell", "没有办完的表单已保留，可以从柜台（F3）的“未完成的表单”继续。"))

    def home(self) -> None:
        """The next person: the desk with an empty box, nobody's record left on the screen."""
        if self.duty.home != "desk":
            self.go(self.duty.home)
            return
        if self._searched:
            self.frame.top.search.clear()
            self._searched = ""
            desk = self.stack.open_screen("desk")
            if desk is not None and isinstance(desk.presenter, Finder):  # before it is seen: once is enough
                desk.presenter.search("")
        self.go("desk", focus=False)
        if not self._covered:
            self.stack.put_away()
        self.focus_search()

    def show_whole(self) -> None:
        """Show or hide the whole numbers of the person that is chosen on the screen."""
        if not self._covered:
            self.whole.toggle()

    def focus_search(self) -> None:
        """Put the cursor into the one box, its text selected."""
        if not self._covered and "desk" not in self.duty.screens:
            self.stack.focus_view()
        elif not self._covered:
            self.stack.stay_out()
            self.frame.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.frame.top.search.selectAll()

    def scan(self, code: str) -> None:
        """Take a scanned code: to the screen that is seen, if it wants it, else to the one box."""
        if self._covered or QApplication.activeModalWidget() is not None:
            return
        current = self.stack.current()
        if current is not None and current.presenter.scan(code):
            return
        if code.startswith(SEALED) and "verify" in self.duty.screens:
            self.go("verify", code)
            return
        if "desk" not in self.duty.screens:
            return
        self.frame.top.search.setText(code)
        self._ask(code, for_good=True)
        self.focus_search()  # what was scanned may be nobody's, and the next thing is typed over it

    def title(self) -> tuple[str, str]:
        """What the screen that is seen is called, "" under the lock; and the station's name."""
        current = None if self._covered else self.stack.current()
        return current.title() if current else "", self.duty.station

    def matter(self) -> str:
        """What the clerk is doing, for the trail."""
        current = self.stack.current()
        return current.presenter.matter() if current is not None else ""

    def fold(self) -> bool:
        """Give up the views before the look changes; say that it was done."""
        self.stack.fold()
        return True

    # -- what the window does ------------------------------------------------------------------------
    def cover(self) -> None:
        """The lock comes over it."""
        if not self._covered:
            self.stack.cover()
        self._covered = True
        self._idle.stop()
        self.whole.hide()
        current = self.stack.current()
        if current is not None:
            current.presenter.covered()

    def rebuild_late(self) -> bool:
        """Build the screen behind the lock anew if the look has changed meanwhile; say whether it had."""
        late, self._rebuild_later = self._rebuild_later, False
        if late:
            self.stack.rebuild()
        return late

    def uncover(self) -> None:
        """The same clerk is back."""
        self.rebuild_late()
        self._covered = False
        self.stack.uncover()
        self._idle.start()
        self.begin()

    def put_by(self) -> None:
        """Have every screen keep what it can: somebody else takes the window over."""
        self.stack.put_by()

    def drop(self) -> None:
        """Close every screen, whether it may be left or not."""
        self.stack.drop()

    def leave(self) -> bool:
        """Close every screen, if all may be left."""
        return self.stack.clear()

    def dress(self, on_rail: QColor) -> None:
        """Put the frame's words and pictures in the present language, size and theme."""
        for step in self.dressing(on_rail):
            step()

    def dressing(self, on_rail: QColor) -> list[Callable[[], None]]:
        """The same in steps, for a turn each."""
        return [*self.frame.dressing(self.duty, self._actions, on_rail), self._follow_bars]

    def _follow_bars(self) -> None:
        search = self.frame.top.search
        search.setText(self._searched)
        search.asked.connect(self._ask)
        search.entered.connect(lambda typed: self._ask(typed, for_good=True))
        search.down.connect(self._down)
        self._moved()

    def redress(self, on_rail: QColor, *, rebuild: bool) -> None:
        """Dress again, and build the screens anew if asked; what was typed, and the focus, stay."""
        at_box = self.frame.top.search.hasFocus()
        self.dress(on_rail)
        self.frame.banner.say_again()
        self.whole.say_again()
        if at_box:  # at once: hiding the old box has led the cursor into the screen
            self.frame.top.search.setFocus(Qt.FocusReason.OtherFocusReason)
        if rebuild and self._covered:  # a form built behind the lock would take the cursor from the password
            self._rebuild_later = True
        elif rebuild:
            self.stack.rebuild()

    def changed_elsewhere(self, changes: tuple[Change, ...]) -> None:
        """Tell the screen that is seen what other counters did; the others look again when they are seen."""
        current = self.stack.current()
        if current is not None:
            current.presenter.changed_elsewhere(changes)

    def line_moved(self) -> None:
        """Tell the screen that is seen that the line moved; the others look again when they are seen."""
        current = self.stack.current()
        if current is not None:
            current.presenter.line_moved()

    def notice(self, words: str) -> None:
        """Say in one line that something went well; "" takes it away."""
        if words:  # a deed may say that it went well and lead on in one breath
            self._just_noticed = True
            QTimer.singleShot(0, self, self._noticed_before)
        self.frame.notice.say(words, "good")

    # -- inside --------------------------------------------------------------------------------------
    def _listen(self, screen: Screen) -> None:
        presenter = screen.presenter
        for route in ROUTES:
            getattr(presenter, route).connect(partial(self.go, route))
        presenter.paper_scanned.connect(partial(self.go, "papers"))
        presenter.closed.connect(lambda: self.stack.close_screen(screen))
        presenter.trouble.connect(self.trouble)
        presenter.notice.connect(self.notice)
        presenter.retitled.connect(self.moved)

    def _noticed_before(self) -> None:
        self._just_noticed = False

    def _ask(self, typed: str, *, for_good: bool = False) -> None:
        """Hand what stands in the one box to the desk, where there is one."""
        if "desk" not in self.duty.screens:
            return
        self._searched = typed
        if for_good or self.stack.places[-1:] != (("desk",),):
            self.go("desk", focus=False)  # the cursor stays in the one box until there is something to choose
        desk = self.stack.open_screen("desk")
        if desk is None or not isinstance(desk.presenter, Finder):
            return
        if for_good:
            desk.presenter.enter(typed)
        else:
            desk.presenter.search(typed)

    def _down(self) -> None:
        current = self.stack.current()
        results = current.view().findChild(QWidget, "results") if current is not None else None
        if results is not None and results.isVisible():
            results.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.stack.focus_view()

    def _moved(self) -> None:
        place = self.stack.places[-1][0] if self.stack.places else ""
        self.frame.rail.mark({"export": "export_log"}.get(place, place))
        self.moved.emit()
