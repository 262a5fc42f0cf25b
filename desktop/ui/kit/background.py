"""Jobs off the screen's thread: a plain worker a lane, and answers handed back on the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from desktop.domain.errors import CounterError, EnvironmentTrouble, sentence
from desktop.ui.kit.faults import fault
from desktop.ui.kit.turns import Rank, later

if TYPE_CHECKING:
    from queue import SimpleQueue

T = TypeVar("T")
Lane = Literal["interactive", "background", "printing", "export", "upkeep", "line"]
Failed = Callable[[CounterError], None]


class Job:
    """A question on its way; `drop` it and its answer never arrives (nor is it begun, if still waiting)."""

    __slots__ = ("wanted",)

    def __init__(self) -> None:
        self.wanted = True

    def drop(self) -> None:
        """Want the answer no longer."""
        self.wanted = False


class Runner(Protocol):
    """What presenters need: `Background` in the program, `Inline` in tests."""

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        *,
        lane: Lane = "interactive",
        deadline: float | None = None,
    ) -> Job:
        """Do `job` off the screen's thread; then `done(result)` or `failed(error)` on it.

        `failed` gets a `CounterError` always: an unexpected exception is logged and becomes a
        `ProgramFault` with a reference number. `deadline` in seconds from now. Neither is called for a
        dropped job, nor when the QObject whose method they are has been destroyed.
        """
        ...

    def post(self, call: Callable[[], None]) -> None:
        """Have `call` run on the GUI thread soon; a job in a worker reports its progress so."""
        ...


class Background(QObject):
    """A worker thread a lane, each doing its jobs in the order asked: what the clerk waits for, the rest, paper.

    A long export has a lane of its own, so that drafts and the trail never wait for it; so have backups and the line.
    """

    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, _Worker] = {}
        self._closed = False
        self._settled.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        *,
        lane: Lane = "interactive",
        deadline: float | None = None,
    ) -> Job:
        """See `Runner.run`; after `close` nothing is begun any more."""
        asked = Job()
        if self._closed:
            asked.drop()
            return asked
        timer = self._watch(asked, failed, deadline) if deadline is not None else None
        worker = self._lanes.get(lane)
        if worker is None:
            worker = self._lanes[lane] = _Worker(lane)
        worker.jobs.put(partial(self._work, asked, job, done, failed, timer))
        return asked

    def post(self, call: Callable[[], None]) -> None:
        """See `Runner.post`; safe from any thread."""
        if isValid(self):
            self._settled.emit(call)

    def close(self, wait: float = 5.0) -> None:
        """Begin nothing new, finish what is under way, waiting at most `wait` seconds a worker."""
        self._closed = True
        for worker in self._lanes.values():
            worker.jobs.put(None)
        for worker in self._lanes.values():
            worker.thread.join(wait)

    def _work(
        self,
        asked: Job,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        timer: QTimer | None,
    ) -> None:
        if asked.wanted:
            self.post(partial(_settle, asked, _answer(job, done, failed), timer))

    def _watch(self, asked: Job, failed: Failed, deadline: float) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(partial(_give_up, asked, failed, deadline, timer))
        timer.start(round(deadline * 1000))
        return timer

    def _take(self, hand_back: Callable[[], None]) -> None:
        """Hand back one answer a turn: what it leads to is laid out and painted before the next."""
        later(self, hand_back, rank=Rank.ANSWER)


class Inline:
    """The runner for tests: does each job at once and raises our own bugs instead of wrapping them."""

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        *,
        lane: Lane = "interactive",
        deadline: float | None = None,
    ) -> Job:
        """See `Runner.run`; the answer has arrived when this returns."""
        try:
            result = job()
        except CounterError as error:
            failed(error)
        else:
            done(result)
        return Job()

    def post(self, call: Callable[[], None]) -> None:
        """Run `call` at once."""
        call()

    def close(self, wait: float = 5.0) -> None:
        """Nothing is under way."""


class Latest:
    """Asks so that only the latest question is answered: for look-ups while the clerk types."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._asked: Job | None = None

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        *,
        lane: Lane = "interactive",
        deadline: float | None = None,
    ) -> None:
        """Ask, and drop the question before."""
        self.forget()
        self._asked = self._runner.run(job, done, failed, lane=lane, deadline=deadline)

    def forget(self) -> None:
        """Drop the question still open, if any."""
        if self._asked is not None:
            self._asked.drop()


class _Worker:
    def __init__(self, lane: Lane) -> None:
        from queue import SimpleQueue  # for start-up time: nothing is asked before the first paint

        self.jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        # a daemon, so that a server that froze in mid-answer cannot keep the program from ending
        self.thread = threading.Thread(target=self._loop, name=f"counter-{lane}", daemon=True)
        self.thread.start()

    def _loop(self) -> None:
        while (job := self.jobs.get()) is not None:
            job()


def _answer(job: Callable[[], T], done: Callable[[T], None], failed: Failed) -> Callable[[], None]:
    try:
        return partial(done, job())
    except CounterError as error:
        return partial(failed, error)
    except Exception as error:  # our bug: logged with a reference, never lost, never a dead worker
        return partial(failed, fault(error))


def _settle(asked: Job, hand_back: Callable[[], None], timer: QTimer | None) -> None:
    if timer is not None and isValid(timer):
        timer.stop()
        timer.deleteLater()
    if asked.wanted:
        asked.drop()
        _call(hand_back)


def _give_up(asked: Job, failed: Failed, deadline: float, timer: QTimer) -> None:
    timer.deleteLater()
    if asked.wanted:
        asked.drop()
        _call(
            partial(
                failed,
                EnvironmentTrouble(
                    sentence("errors", "{seconds} 秒内没有得到回应。内容没有丢失，请稍后再试。").fill(
                        seconds=f"{deadline:g}"
                    )
                ),
            )
        )


def _call(hand_back: Callable[[], None]) -> None:
    """Call back unless the presenter or view it belongs to has been given up or destroyed meanwhile."""
    if not all(isValid(owner) and not getattr(owner, "gone", False) for owner in _owners(hand_back)):
        return
    try:
        hand_back()
    except RuntimeError as error:  # a bare `signal.emit` does not tell whose it is until it is called
        if "deleted" not in str(error):
            raise


def _owners(callback: object) -> Iterator[QObject]:
    """The QObjects a callback would touch: bound to it, frozen in it, or closed over."""
    while isinstance(callback, partial):
        yield from (each for each in callback.args if isinstance(each, QObject))
        callback = callback.func
    bound = getattr(callback, "__self__", None)
    if isinstance(bound, QObject):
        yield bound
    for cell in getattr(callback, "__closure__", None) or ():
        try:
            held = cell.cell_contents
        except ValueError:  # a name not yet given
            continue
        if isinstance(held, QObject):
            yield held
