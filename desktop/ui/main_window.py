"""The window: who may see what, where the clerk goes, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.duty import ROUTES, Duty
from desktop.ui.kit.farewell import Farewell
from desktop.ui.kit.faults import ProgramFault
from desktop.ui.kit.idle import IdleWatch
from desktop.ui.kit.messages import FaultNotice
from desktop.ui.kit.pages import Curtain, Pages
from desktop.ui.kit.screen import Finder, Gate, Screen
from desktop.ui.kit.shortcuts import key_rows, keys_of
from desktop.ui.kit.stack import ScreenStack
from desktop.ui.kit.text import Languages, text
from desktop.ui.kit.theme import Look
from desktop.ui.kit.window_actions import AT_THE_GATE, declare, label

if TYPE_CHECKING:
    from desktop.ui.kit.frame import Frame
    from desktop.ui.kit.scanner import Scanner

IDLE_SECONDS = 300


class MainWindow(QWidget):
    """One window: at its gate (sign-in, set-up), at work, or locked over the work.

    `app.py` shows it a gate, and `enter`s a duty once the gate has opened. The window emits what others
    must write down: `locked`, `signed_out`, `closing`; it decides nothing.
    """

    locked = Signal()
    signed_out = Signal()
    closing = Signal()
    looks_changed = Signal()
    """Language, theme or text size is another one: worth keeping in the settings."""

    def __init__(
        self,
        look: Look,
        languages: Languages,
        scanner: Scanner | None = None,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self._look, self._languages, self._size = look, languages, look.size
        self._folded = self._rebuild_later = False
        self._duty: Duty | None = None
        self._farewell = Farewell(self)
        self._stack = self._new_stack()
        self._just_noticed = False
        self._words = {"data": "", "clock": "", "search": ""}
        self._pages, self._curtain = Pages(self, self._farewell), Curtain()
        self._idle = IdleWatch(idle_seconds, self)
        self._idle.idle.connect(self.lock)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            self._idle.watch(application)
        if scanner is not None:
            self.listen(scanner)
        self._actions = self._declare()
        languages.changed.connect(self._relabel)
        look.changed.connect(self._relook)
        self.setMinimumSize(960, 640)
        self.resize(1280, 800)
        self._title()

    def listen(self, scanner: Scanner) -> None:
        """Take what this scanner reads."""
        scanner.scanned.connect(self.scan)

    # -- at the gate -------------------------------------------------------------------------------
    def show_gate(self, gate: Screen) -> None:
        """Show a gate alone: nobody is signed in."""
        self._leave_duty()
        self._put_gate(gate)

    def enter(self, duty: Duty) -> None:
        """Begin work: the shell around the desk."""
        self._pages.drop_gate()
        self._duty = duty
        self._dress()
        self._home()
        self._idle.start()

    @property
    def at_work(self) -> bool:
        """Whether somebody is signed in and the screen is not locked."""
        return self._duty is not None and self._pages.gate is None

    # -- going about -------------------------------------------------------------------------------
    def go(self, name: str, *what: object, focus: bool = True) -> None:
        """See a screen: "desk" or another name of the duty's, with what it carries."""
        if not self.at_work or self._duty is None or name not in self._duty.screens:
            return
        if name == "export" and not self._duty.administrator:
            return
        if not self._just_noticed:  # what was said of the last deed goes with it
            self._notice("")
        place = (name, *what)
        make = self._duty.screens[name]
        known = place in self._stack.places
        screen = self._stack.go(place, lambda: make(*what), focus=focus)
        if not known:
            self._listen(screen)

    def back(self) -> None:
        """Close the screen that is seen; on the last one, go to the one box."""
        self._notice("")
        if not self._stack.back():
            self.focus_search()

    def focus_search(self) -> None:
        """Put the cursor into the one box, its text selected."""
        if self.at_work and self._frame is not None:
            self._stack.stay_out()
            self._frame.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._frame.top.search.selectAll()

    def scan(self, code: str) -> None:
        """Take a scanned code: to the screen that is seen, if it wants it, else to the one box."""
        if not self.at_work or QApplication.activeModalWidget() is not None:
            return
        current = self._stack.current()
        if current is not None and current.presenter.scan(code):
            return
        if self._frame is not None:
            self._frame.top.search.setText(code)
        self._ask(code, for_good=True)

    # -- locking -----------------------------------------------------------------------------------
    def lock(self) -> None:
        """Cover everything, dialogs too, until the same clerk unlocks; nothing is closed."""
        if not self.at_work or self._duty is None:
            return
        self._curtain.draw(self)
        self._idle.stop()
        gate = self._duty.lock()
        self._put_gate(gate)
        if isinstance(gate.presenter, Gate):
            gate.presenter.opened.connect(self._unlock)
        self.locked.emit()

    def sign_out(self) -> None:
        """Leave the duty, if every open screen may be left."""
        if self._duty is not None and self._stack.clear():
            self._leave_duty()
            self.signed_out.emit()

    # -- what others tell --------------------------------------------------------------------------
    def tell_state(self, data: str | None = None, clock: str | None = None) -> None:
        """Show how the data is ("本机数据，已加密") and the time in the status bar."""
        self._words |= {
            name: words for name, words in (("data", data), ("clock", clock)) if words is not None
        }
        if self._frame is not None:
            self._frame.status.data.setText(self._words["data"])
            self._frame.status.clock.setText(self._words["clock"])

    def tell_trouble(self, error: CounterError | None, since: str = "") -> None:
        """Show trouble with the environment as a banner; our own bugs as a notice with their number."""
        if isinstance(error, ProgramFault):
            FaultNotice(self, error).open()
        elif self._frame is not None:
            self._frame.banner.trouble(error, since)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody inside wanted goes back."""
        if event.key() == Qt.Key.Key_Escape and self.at_work:
            self.back()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when every screen may be left."""
        if self._stack.clear():
            self.closing.emit()
            event.accept()
        else:
            event.ignore()

    @property
    def _frame(self) -> Frame | None:
        return self._pages.frame

    # -- inside ------------------------------------------------------------------------------------
    def _new_stack(self) -> ScreenStack:
        stack = ScreenStack(self._farewell, self)
        stack.hide()
        stack.moved.connect(self._moved)
        return stack

    def _listen(self, screen: Screen) -> None:
        presenter = screen.presenter
        for route in ROUTES:
            getattr(presenter, route).connect(partial(self.go, route))
        presenter.closed.connect(lambda: self._stack.close_screen(screen))
        presenter.trouble.connect(lambda error: self.tell_trouble(error, self._words["clock"]))
        presenter.notice.connect(self._notice)
        presenter.retitled.connect(self._title)

    def _notice(self, words: str) -> None:
        if words:  # a deed may say that it went well and lead on in one breath
            self._just_noticed = True
            QTimer.singleShot(0, self._noticed_before)
        if self._frame is not None:
            self._frame.notice.say(words, "good")

    def _noticed_before(self) -> None:
        self._just_noticed = False

    def _ask(self, typed: str, *, for_good: bool = False) -> None:
        """Hand what stands in the one box to the desk."""
        self._words["search"] = typed
        if for_good or self._stack.places[-1:] != (("desk",),):
            self.go("desk", focus=for_good)  # while the clerk types, the cursor stays in the one box
        desk = self._stack.open_screen("desk")
        if desk is None or not isinstance(desk.presenter, Finder):
            return
        if for_good:
            desk.presenter.enter(typed)
        else:
            desk.presenter.search(typed)

    def _down(self) -> None:
        current = self._stack.current()
        results = current.view().findChild(QWidget, "results") if current is not None else None
        if results is not None and results.isVisible():
            results.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._stack.focus_view()

    def _moved(self) -> None:
        place = self._stack.places[-1][0] if self._stack.places else ""
        if self._frame is not None:
            self._frame.rail.mark({"export": "export_log"}.get(place, place))
        self._title()

    def _title(self) -> None:
        current = self._stack.current() if self.at_work else None
        parts = [current.title() if current else "", text("shell", "居住登记与居住证窗口")]
        parts.append(self._duty.station if self._duty else "")
        self.setWindowTitle(" · ".join(part for part in parts if part))

    def _put_gate(self, gate: Screen) -> None:
        self._pages.put_gate(gate, self._actions)
        self._enable_actions()
        self._title()

    def _unlock(self, _who: object) -> None:
        self._pages.drop_gate()
        if self._frame is not None:
            self._curtain.lift(self._frame)
        if self._rebuild_later:
            self._rebuild_later = False
            self._stack.rebuild()
        self._enable_actions()
        self._idle.start()
        self._title()

    def _leave_duty(self) -> None:
        self._idle.stop()
        self._rebuild_later = False
        self._pages.drop_gate()
        self._stack.clear()
        self._duty, self._words["search"] = None, ""
        if self._frame is not None:
            self._pages.drop_frame()
            self._stack = self._new_stack()

    def _dress(self) -> None:
        """Put the frame's words and pictures in the present language, size and theme."""
        if self._duty is None:
            return
        if self._frame is None:
            from desktop.ui.kit.frame import Frame  # for start-up time: not needed at the gate

            self._pages.put_frame(Frame(self._stack))
        frame = self._frame
        if frame is None:
            return
        frame.dress(self._duty, self._actions, self._look.colour("on_rail"))
        search = frame.top.search
        search.setText(self._words["search"])
        search.asked.connect(self._ask)
        search.entered.connect(lambda typed: self._ask(typed, for_good=True))
        search.down.connect(self._down)
        self.tell_state()
        self._enable_actions()
        self._moved()

    def _relabel(self) -> None:
        """Another language: everything with words is built again; what was typed, and the focus, stay."""
        label(self._actions)
        self._notice("")  # said in the other language
        self._redress(rebuild=True)

    def _relook(self) -> None:
        """Another theme colours the frame's pictures anew; another text size changes every width."""
        self._redress(rebuild=self._folded or self._look.size != self._size)
        self._size, self._folded = self._look.size, False

    def _redress(self, *, rebuild: bool) -> None:
        at_box = self._frame is not None and self._frame.top.search.hasFocus()
        self._dress()
        if (
            at_box and self._frame is not None
        ):  # at once: hiding the old box has led the cursor into the screen
            self._frame.top.search.setFocus(Qt.FocusReason.OtherFocusReason)
        gate = self._pages.gate
        if (
            rebuild and gate is not None
        ):  # a form built behind the lock would take the cursor from the password
            self._rebuild_later = self._duty is not None
            gate.rebuild()
            self._put_gate(gate)
        elif rebuild:
            self._stack.rebuild()
        self._title()
        self.looks_changed.emit()

    def _enable_actions(self) -> None:
        for name, each in self._actions.items():
            each.setEnabled(self.at_work or name in AT_THE_GATE)
        administrator = self._duty is not None and self._duty.administrator
        self._actions["export_log"].setEnabled(self.at_work and administrator)

    def _declare(self) -> dict[str, QAction]:
        return declare(
            self,
            {
                "search": self.focus_search,
                "desk": self._home,
                "day": partial(self.go, "day"),
                "export_log": partial(self.go, "export"),
                "back": self.back,
                "lock": self.lock,
                "sign_out": self.sign_out,
                "help": self._help,
                "settings": self._settings,
                "switch_language": self._languages.switch,
                "switch_theme": partial(self._change_look, self._look.next_theme),
                "text_larger": partial(self._change_look, partial(self._look.larger, 1)),
                "text_smaller": partial(self._change_look, partial(self._look.larger, -1)),
            },
        )

    def _change_look(self, change: Callable[[], None]) -> None:
        if self._pages.gate is None:
            self._stack.fold()
            self._folded = True
        QTimer.singleShot(0, self, change)  # when the views are gone

    def _home(self) -> None:
        """The next person: the desk with an empty box, nobody's record left on the screen."""
        if self._frame is not None and self._words["search"]:
            self._frame.top.search.clear()
            self._ask("")
        self.go("desk", focus=False)
        self.focus_search()

    def _settings(self) -> None:
        if self._frame is not None:
            self._frame.open_settings(self._actions)

    def _help(self) -> None:
        if QApplication.activeModalWidget() is not None:
            return
        from desktop.ui.kit.keys import KeyOverview  # for start-up time: seldom wanted

        current = self._stack.current() if self.at_work else self._pages.gate
        here = keys_of(current.view()) if current is not None else ()
        KeyOverview(self, here, key_rows(self._actions.values())).open()
