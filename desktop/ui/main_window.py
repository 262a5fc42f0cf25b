"""The window: who may see what, where the clerk goes, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CounterError, ServerAway
from desktop.ui.kit.farewell import Farewell
from desktop.ui.kit.faults import ProgramFault
from desktop.ui.kit.pages import Curtain, Pages
from desktop.ui.kit.screen import Gate, Screen
from desktop.ui.kit.text import Languages, text
from desktop.ui.kit.theme import Look
from desktop.ui.kit.turns import Rank, Slices, later
from desktop.ui.kit.window_actions import WindowActions

if TYPE_CHECKING:
    from desktop.domain.changes import Change
    from desktop.ui.kit.duty import Duty
    from desktop.ui.kit.scanner import Scanner
    from desktop.ui.work import Work

IDLE_SECONDS = 300
_DIALOG = frozenset((QEvent.Type.WindowBlocked, QEvent.Type.WindowUnblocked))


class MainWindow(QWidget):
    """One window: at its gate (sign-in, set-up), at work, or locked over the work.

    `app.py` shows it a gate, and `enter`s a duty once the gate has opened. The window emits what others
    must write down: `locked`, `signed_out`, `closing`; it decides nothing.
    """

    locked = Signal()
    signed_out = Signal()
    other_wanted = Signal()
    """Somebody else wants to work at the window, which is locked."""
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
        self._idle_seconds, self._folded = idle_seconds, False
        self._farewell = Farewell(self)
        self._state = {"data": "", "clock": ""}
        self._line = ("", "info")
        self._server_trouble = False
        self._pages, self._curtain = Pages(self, self._farewell), Curtain()
        self._work: Work | None = None
        self._prepared: Work | None = None
        if scanner is not None:
            self.listen(scanner)
        self._actions = WindowActions(self, self._deeds)
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

    def prepare(self, duty: Duty) -> list[Callable[[], None]]:
        """The steps that build the shell which `enter` will show, while the gate is still seen."""
        from desktop.ui.work import Work  # for start-up time: not needed at the gate

        work = Work(self, duty, self._actions.all(), self._farewell, self._idle_seconds)
        self._prepared = work
        return work.dressing(self._look.colour("on_rail"))

    def enter(self, duty: Duty) -> None:
        """Begin work: the shell around the desk."""
        if self._prepared is None or self._prepared.duty is not duty:
            for step in self.prepare(duty):
                step()
        work, self._prepared = self._prepared, None
        if work is None:
            return
        self._pages.drop_gate()
        self._work = work
        work.moved.connect(self._title)
        work.idle.connect(self.lock)
        work.trouble.connect(lambda error: self.tell_trouble(error, self._state["clock"]))
        self._pages.put_frame(work.frame)
        self.tell_state()
        self.tell_line(*self._line)
        self._enable_actions()
        Slices(work, [work.begin])  # the desk in a turn of its own

    @property
    def at_work(self) -> bool:
        """Whether somebody is signed in and the screen is not locked."""
        return self._work is not None and self._pages.gate is None

    @property
    def work(self) -> Work | None:
        """What whoever is signed in works in; None before somebody is."""
        return self._work

    @property
    def seen(self) -> Screen | None:
        """The screen that is seen: the gate, or the uppermost of the work."""
        return self._pages.gate or (self._work.stack.current() if self._work is not None else None)

    def actions_by_name(self) -> Mapping[str, QAction]:
        """The actions that work everywhere in the window."""
        return self._actions.all()

    # -- going about: see `Work` -------------------------------------------------------------------
    def go(self, name: str, *what: object, focus: bool = True) -> None:
        """See a screen: "desk" or another name of the duty's, with what it carries."""
        if self._work is not None:
            self._work.go(name, *what, focus=focus)

    @property
    def matter(self) -> str:
        """What the clerk is doing, for the trail; "" at the gate."""
        return self._work.matter() if self._work is not None and self.at_work else ""

    def offer(self, name: str) -> None:
        """See a screen, unless the clerk has begun something meanwhile."""
        if self._work is not None:
            self._work.offer(name)

    def back(self) -> None:
        """Close the screen that is seen; on the last one, go to the one box."""
        if self._work is not None:
            self._work.back()

    def focus_search(self) -> None:
        """Put the cursor into the one box, its text selected."""
        if self._work is not None:
            self._work.focus_search()

    def scan(self, code: str) -> None:
        """Take a scanned code: to the screen that is seen, if it wants it, else to the one box."""
        if self._work is not None:
            self._work.scan(code)

    # -- locking -----------------------------------------------------------------------------------
    def lock(self) -> None:
        """Cover everything, dialogs too, until the same clerk unlocks; nothing is closed."""
        if not self.at_work or self._work is None:
            return
        self._curtain.draw(self, self._work.frame)
        self._work.cover()
        self.lock_again()
        self.locked.emit()

    def lock_again(self) -> None:
        """Show the lock over what it covers: at first, or when nobody else took the window over."""
        if self._work is None:
            return
        gate = self._work.duty.lock()
        self._put_gate(gate, blank=True)
        if isinstance(gate.presenter, Gate):
            gate.presenter.opened.connect(self.unlock)
            gate.presenter.other.connect(self.other_wanted)

    def show_over(self, gate: Screen) -> None:
        """Show another gate in place of the lock; what the lock covers stays covered."""
        if self._work is not None and self._pages.gate is not None:
            self._put_gate(gate)

    def put_by(self) -> None:
        """Have what the lock covers kept as it stands, since somebody else takes the window over."""
        if self._work is not None and self._pages.gate is not None:
            self._work.put_by()

    def give_up(self) -> None:
        """Destroy what the lock covers, unseen, while the gate stands before it."""
        if self._work is not None and self._pages.gate is not None:
            work, self._work = self._work, None
            self._curtain.forget()
            work.drop()
            self._pages.drop_frame()
            work.deleteLater()
            QGuiApplication.clipboard().clear()

    def sign_out(self) -> None:
        """Leave the duty, if every open screen may be left."""
        if self._work is not None and self._work.leave():
            self._leave_duty()
            self.signed_out.emit()

    # -- what others tell --------------------------------------------------------------------------
    def changed_elsewhere(self, changes: tuple[Change, ...]) -> None:
        """Other counters did something: the screen that shows it looks again, or says so."""
        if self._work is not None:
            self._work.changed_elsewhere(changes)

    def line_moved(self) -> None:
        """The line to the server is otherwise, or what waits for it: a screen that shows it looks again."""
        if self._work is not None:
            self._work.line_moved()

    def tell_state(self, data: str | None = None, clock: str | None = None) -> None:
        """Show how the data is ("本机数据，已加密") and the time in the status bar."""
        self._state |= {
            name: words for name, words in (("data", data), ("clock", clock)) if words is not None
        }
        if self._work is not None:
            self._work.frame.status.data.setText(self._state["data"])
            self._work.frame.status.clock.setText(self._state["clock"])

    def tell_line(self, words: str, kind: str = "info") -> None:
        """Say how the line to the station's server is, in a line of its own; "" when there is nothing to say."""
        self._line = (words, kind)
        if self._server_trouble:  # this line says it, or it is over
            self.tell_trouble(None)
        if self._work is not None:
            self._work.line.say(words, kind)

    def tell_trouble(self, error: CounterError | None, since: str = "") -> None:
        """Show trouble with the environment as a banner; our own bugs as a notice with their number.

        That the server is away is said in its own line: again only of what a screen was asked to do (`since`).
        """
        if isinstance(error, ServerAway) and not since and self._line[0]:
            return
        self._server_trouble = isinstance(error, ServerAway)
        if isinstance(error, ProgramFault):
            from desktop.ui.kit.messages import FaultNotice  # for start-up time: faults are rare

            FaultNotice(self, error).open()
        elif self._work is not None:
            self._work.frame.banner.trouble(error, since)

    def event(self, event: QEvent) -> bool:
        """As usual, but nobody in here is told that a dialog is open: of two thousand widgets none asks.

        Telling each took 3 ms at each dialog, and as long again when it closed.
        """
        return True if event.type() in _DIALOG else super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody inside wanted goes back."""
        if event.key() == Qt.Key.Key_Escape and self.at_work:
            self.back()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when every screen may be left."""
        if self._work is None or self._work.leave():
            self.closing.emit()
            event.accept()
        else:
            event.ignore()

    def change_look(self, change: Callable[[], None]) -> None:
        """Change theme or text size; the views are given up first, since each would be dressed anew only to go."""
        self._folded = self._work is not None and not self._curtain.has_dialogs and self._work.fold()
        QTimer.singleShot(0, self, change)  # when the views are gone

    # -- inside ------------------------------------------------------------------------------------
    def _title(self) -> None:
        screen, station = self._work.title() if self._work is not None else ("", "")
        parts = (screen, text("shell", "居住登记与居住证窗口"), station)
        self.setWindowTitle(" · ".join(part for part in parts if part))

    def _put_gate(self, gate: Screen, *, blank: bool = False) -> None:
        self._pages.put_gate(gate, self._actions.all, blank=blank)
        self._enable_actions()
        self._title()

    def unlock(self, _who: object = None) -> None:
        """Let the same clerk go on where the lock came.

        If the look has changed meanwhile, the screen is begun anew behind the lock, which is a turn's work.
        """
        gate = self._pages.gate
        if self._work is not None and not self._curtain.has_dialogs and self._work.rebuild_late():
            later(self, partial(self._open, gate), rank=Rank.ANSWER)
        else:
            self._open(gate)

    def _open(self, gate: Screen | None) -> None:
        if self._pages.gate is not gate:  # another stands before the work now
            return
        self._pages.drop_gate()
        if self._work is not None:
            self._curtain.lift(self._work.frame)
            self._work.uncover()
        self._enable_actions()
        self._title()

    def _leave_duty(self) -> None:
        self._pages.drop_gate()
        if self._work is not None:
            work, self._work = self._work, None
            work.cover()
            work.leave()
            self._pages.drop_frame()
            work.deleteLater()

    def _relabel(self) -> None:
        """Another language: everything with words is built again; what was typed, and the focus, stay."""
        self._actions.relabel()
        if self._work is not None:
            self._work.notice("")  # said in the other language
        self._redress(rebuild=True, gate=True)

    def _relook(self) -> None:
        """Another theme colours the frame's pictures anew; another text size changes every width."""
        resized = self._look.size != self._size
        self._redress(rebuild=self._folded or resized, gate=resized)
        self._size, self._folded = self._look.size, False

    def _redress(self, *, rebuild: bool, gate: bool) -> None:
        if self._work is not None:
            self._work.redress(self._look.colour("on_rail"), rebuild=rebuild)
            self.tell_state()
        if gate and self._pages.gate is not None:
            self._pages.gate.rebuild()
            self._put_gate(self._pages.gate)
        self._title()
        self.looks_changed.emit()

    def _enable_actions(self) -> None:
        self._actions.enable(self._work.duty.screens if self._work is not None and self.at_work else None)

    def _deeds(self) -> Mapping[str, Callable[[], object]]:
        from desktop.ui.window_deeds import deeds_of  # for start-up time: not before the first paint

        return deeds_of(self, self._look, self._languages)
