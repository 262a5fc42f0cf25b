"""What the main window knows of a screen: where it leads, what it is called, how it is left and kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.farewell import Farewell
from desktop.ui.kit.stages import is_built, when_built

if TYPE_CHECKING:
    from desktop.domain.changes import Change

AnyPresenter = TypeVar("AnyPresenter", bound="Presenter")


class Presenter(QObject):
    """A screen's state. Emits where to go next; the main window takes the clerk there.

    Never imports a view. Override `title`, and `leave`, `scan` or `refresh` where they mean something.
    """

    open_person = Signal(object)
    """Go to a person's page: person id."""
    open_case = Signal(object)
    """Go to a case: case id."""
    register = Signal(object)
    """Take a residence registration: person id, or None for somebody new."""
    apply = Signal(object)
    """Take a permit application: person id."""
    resume = Signal(object)
    """Go on with an application that lacked something: case id."""
    papers = Signal(object)
    """Preview and print the papers of a case: case id."""
    paper_scanned = Signal(object, object)
    """Preview the papers of a case, one of them first: case id, paper id."""
    paper = Signal(object)
    """Preview and print a paper that has no case, such as a day's summary: paper id."""
    day = Signal()
    """Go to the day's cases."""
    export = Signal()
    """Go to the export of the log."""
    hand_over = Signal(object)
    """Hand over the permit of this case, receipt or permit: its number."""
    closed = Signal()
    """This screen is done: go back to the one before."""
    trouble = Signal(object)
    """The environment fails (EnvironmentTrouble): the main window shows a banner; None takes it away."""
    failed = Signal(object)
    """A CounterError the view should tell in words (`kit.messages.tell`)."""
    notice = Signal(str)
    """Something went well: one line, shown by the main window, gone at the next deed."""
    retitled = Signal()
    """`title` has changed."""

    gone = False
    """The screen is closed: answers that are still under way are dropped."""

    def title(self) -> str:
        """What the screen is called, in the screen's language."""
        return ""

    def leave(self) -> bool:
        """Whether the screen may be left for good; False keeps it (and it has asked the clerk)."""
        return True

    def unfinished(self) -> bool:
        """Whether what was typed here, and not handed in, lies among the unfinished forms."""
        return False

    def done_with(self) -> bool:
        """Whether nothing is left to do here, or was begun: gone when the next person is called.

        A form asks first for what was typed a moment ago.
        """
        return False

    def put_by(self) -> None:
        """Somebody else takes the window over: keep what can be kept, and ask nothing."""
        self.leave()

    def scan(self, code: str) -> bool:
        """Take a scanned code; False leaves it to the one box."""
        return False

    def carry(self, what: object) -> None:
        """Take what another screen came with, for a screen that is open already (`kit.duty.TOLD_APART_BY`)."""

    def to_hand_over(self) -> str:
        """The number of the permit or case that lies ready and that this screen is about; "" for none."""
        return ""

    def matter(self) -> str:
        """What the clerk is doing here, for the trail: the title without anybody's name."""
        return re.split(r" · |　", self.title())[0]

    def about(self) -> tuple[int | None, int | None]:
        """Whose record the screen is about: person id, or the case id of theirs; none for a list of many."""
        return None, None

    def covered(self) -> None:
        """The lock has come over the screen: hide what only the clerk may see."""

    def refresh(self) -> None:
        """The screen is shown again after another one: what it shows may be stale."""

    def changed_elsewhere(self, changes: tuple[Change, ...]) -> None:
        """Other counters did something while this screen is seen: what it shows may be stale."""

    def line_moved(self) -> None:
        """While this screen is seen the line to the server is otherwise, or what waits for it: what it shows may be stale."""

    def fail(self, error: CounterError) -> None:
        """Hand an error on to the view: the usual `failed` callback of a job."""
        self.failed.emit(error)


class Finder(Presenter):
    """The desk: what is typed into the one box comes here."""

    def search(self, typed: str) -> None:
        """Look up while the clerk types; "" shows the empty desk."""

    def enter(self, typed: str) -> None:
        """Enter in the one box, or a scan: open the one match, or go to the list."""


class Gate(Presenter):
    """Stands before the desk: signing in, setting up, unlocking. `opened` lets the clerk through."""

    opened = Signal(object)
    other = Signal()
    """Somebody else wants to work at this window."""


class Screen:
    """A presenter and the view built from it; the view may be built anew at any time (another language)."""

    def __init__(self, presenter: AnyPresenter, build: Callable[[AnyPresenter], QWidget]) -> None:
        self.presenter: Presenter = presenter
        self._build: Callable[[Any], QWidget] = build
        self._view: QWidget | None = None
        self._folded: dict[str, Any] = {}
        self._pending: dict[str, Any] | None = None  # what a view still being built has yet to be given

    def title(self) -> str:
        """See `Presenter.title`."""
        return self.presenter.title()

    def view(self) -> QWidget:
        """The present view, built at the first call."""
        if self._view is None:
            self._view = self._build(self.presenter)
        return self._view

    def prepare(self) -> None:
        """Build the view now; it is shown later."""
        self.view()

    def polish(self) -> None:
        """Have the style look at the view's widgets before they are shown: a third of that turn's work."""
        view = self.view()
        for each in (view, *view.findChildren(QWidget)):
            each.ensurePolished()

    def rebuild(self, *, focus: bool = True) -> QWidget:
        """A new view of the same state, with what was typed and the cursor, and the focus unless told not to."""
        kept = self.capture()
        if not focus:
            kept = {**kept, "focus": ""}
        self._view, self._folded = self._build(self.presenter), {}
        self.restore(kept)
        return self._view

    def fold(self) -> None:
        """Give up the view until it is built anew, remembering what is typed in it."""
        self._folded = self.capture()
        self._view, self._pending = None, None

    def capture(self) -> dict[str, Any]:
        """What has been typed, and where the cursor is (see `kit.draft`).

        Of a view still being built it is what that view is to be given, for there is nothing in it yet.
        """
        if self._view is None:
            return self._folded
        if not is_built(self._view):
            return self._pending or {}
        from desktop.ui.kit.draft import capture  # here and below for start-up time: nothing is kept yet

        return capture(self._view)

    def restore(self, kept: dict[str, Any]) -> None:
        """Put back what `capture` gave, once the view is fully built."""
        from desktop.ui.kit.draft import restore

        view, self._pending = self.view(), kept

        def put_back() -> None:
            if view is self._view:
                self._pending = None
                restore(view, kept)

        when_built(view, put_back)

    def leave(self) -> bool:
        """See `Presenter.leave`."""
        return self.presenter.leave()

    def discard(self, farewell: Farewell) -> None:
        """Give up view and presenter: neither is heard of again, and both are destroyed soon."""
        presenter = self.presenter
        presenter.gone = True
        # in the next turn only: a form may say that it is done and lead on in one breath
        QTimer.singleShot(0, presenter, lambda: presenter.blockSignals(True))
        if self._view is None:
            presenter.deleteLater()
            return
        farewell.take(self._view, presenter)
        self._view = None
