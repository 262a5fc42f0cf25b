"""The line to the station's server: while it is down the window goes on by itself, and sends what it did after."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import (
    NO_SERVER,
    EnvironmentTrouble,
    ServerRefuses,
    sentence,
)
from desktop.models.keys import beyond
from desktop.models.server_faults import Occupied
from desktop.services import added, seal_keys
from desktop.services.conflict_steps import Steps
from desktop.services.given import CURRENT, Given, giving
from desktop.services.inbox import AGAIN, CONFLICT
from desktop.services.line_state import LineState
from desktop.services.operation_form import is_matter, keys_in
from desktop.services.reading_ahead import ReadingAhead
from desktop.services.taking_in import foresee, take_in
from desktop.services.working_copy import LATELY, Busy

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.models.database import Link
    from desktop.models.switch import Switch
    from desktop.services.inbox import Inbox
    from desktop.services.kept_given import KeptGiven
    from desktop.services.office import Office
    from desktop.services.on_own_store import OnOwnStore
    from desktop.services.outbox import Outbox
    from desktop.services.own_numbers import OwnNumbers
    from desktop.services.rows import Actor
    from desktop.services.set_back import SetBack
    from desktop.services.without_server import GoesOn
    from desktop.services.working_copy import WorkingCopy

WHOLE_EVERY = timedelta(minutes=5)
"""How old the working copy may become."""

_STUCK = sentence("away", "断网期间办理的暂时传不上去，都在本机保存着，会自动再传。原因：{why}")


@dataclass
class Line:
    """Does operations on the server or, while it is away, on the window's store, sealed into the outbox.

    The window is away until its outbox is empty: a chain and a series of numbers have one writer. `tell` is
    called from any thread when the state changes or the whole copy is a new one. `ping` raises ServerAway when there
    is no sign of life.
    """

    office: Office
    switch: Switch
    outbox: Outbox
    ping: Callable[[], None]
    copy: WorkingCopy
    inbox: Inbox
    numbers: OwnNumbers
    alone: OnOwnStore
    kept: KeptGiven
    back: SetBack
    tell: Callable[[LineState], None] | None = None
    _whole_at: datetime | None = None
    _subjects: set[str] = field(default_factory=set)
    _steps: Steps = field(default_factory=Steps)
    _actor: Actor | None = None
    _state: LineState = LineState(None)
    _doing: threading.Lock = field(default_factory=threading.Lock)
    _tending: threading.Lock = field(default_factory=threading.Lock)

    @property
    def state(self) -> LineState:
        """How the line is now."""
        return self._state

    @property
    def away(self) -> bool:
        """Whether the window goes on by itself."""
        return self.switch.away

    def refusal(self) -> Exception:
        """Return the error for what has to wait until the server is back."""
        return self._state.refusal(self.office.clock.now())

    def start(self, since: datetime | None) -> None:
        """Begin as things stand when the program starts, `since` when the server is away: what waits is sent first."""
        for given in self.kept.all():
            self.numbers.note_given(given)
            if given.times:
                most = beyond(given.times[-1], self.office.clock.now())
                usual = (key for key in given.keys if key < most)
                self.office.keys_above = max(self.office.keys_above, *usual, 0)
        self._state = LineState(None, gone=self.back.said())
        if since is not None or self.outbox.count():
            self._lost(since or self.office.clock.now())

    def at_counter(self, counter_number: int, actor: Actor | None = None) -> None:
        """Have the store follow this counter's numbers and chain; with `actor` its sealing key is made, if need be."""
        self.copy.at_counter(counter_number)
        self._whole_at, self._actor = None, actor or self._actor
        if actor is not None and not self.switch.away:
            with self.switch.on(self.switch.server), self.switch.server.write() as link:
                seal_keys.signer(self.office, link, actor, self.office.clock.now())

    def do(
        self,
        entry: GoesOn,
        call: Callable[[], Any],
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
    ) -> Any:
        """Do an operation where it can be done now.

        One that the server went away from is done again on the store, given the same: should the server have
        stored it in its last moment, both are one. So is one that is asked again after the program died.
        """
        given = Given(asked=entry.asked(args, kwargs))
        if not self.switch.away:
            try:
                return self._on_server(call, given)
            except NO_SERVER as error:
                self._lost(error.since)
                if not self.switch.away:
                    raise
        with self._doing:
            if self.switch.away:
                given = (self.kept.find(given.asked) or given).again()
                given.told = bool(given.keys)  # the end of the chain may be here already, and the rows not
                done = self.alone.do(entry, call, args, kwargs, given, self._state.away_since)
                if done.sealed:
                    self._say(sending=self._state.sending)
                return done.answer
        return self._on_server(call, given.again())  # it came back while this waited

    def here(self, call: Callable[[], Any]) -> Any:
        """Do what is about this window alone: on the server, or on the store, where only its trail is sent."""
        if not self.switch.away:
            try:
                with self.switch.on(self.switch.server):
                    return call()
            except NO_SERVER as error:
                self._lost(error.since)
                if not self.switch.away:
                    raise
        with self._doing:
            done = self.alone.about_this_window(call)
        if done.sealed:
            self._say(sending=self._state.sending)
        if done.refused is not None:
            raise done.refused
        return done.answer

    def lost(self, since: datetime) -> None:
        """Go on without the server from now on."""
        self._lost(since)

    def settled(self, left: int) -> None:
        """So many lines of the review list are open: what came of the last outage is told until there are none."""
        if self._state.conflicts and left < self._state.conflicts:
            self._state = (
                replace(self._state, conflicts=left) if left else LineState(None, gone=self._state.gone)
            )
            self._tell()

    def tend(self) -> None:
        """Look after the line once; for a worker, every second or so. Never raises for a server that lets nobody in.

        While somebody at this window is storing something, it is left for the next time, and so is what another
        window came in between of.
        """
        with self._tending:
            try:
                self.ping()
                if self.back.look() and not self.switch.away:
                    self._lost(self.office.clock.now())
                if not self.switch.away:
                    self._follow()
                    return
                self._say(sending=True)
                waiting = self.reading_ahead()
                while self._send(waiting):
                    self._say(sending=True)
                self._come_back()
            except NO_SERVER as error:
                self._lost(error.since)
                self._keep_why(error.message if isinstance(error, ServerRefuses) else None)
            except Occupied:
                return
            except EnvironmentTrouble as error:  # it is there, and takes nothing in
                if not self.switch.away:
                    raise
                self._keep_why(_STUCK.fill(why=error.message))
            except self.switch.server.engine.dialect.loaded_dbapi.Error as error:
                if getattr(error, "sqlstate", None) not in AGAIN:
                    raise
            finally:
                if self._state.sending:
                    self._say(sending=False)

    def reading_ahead(self) -> ReadingAhead:
        """Return what reads what waits, from its beginning."""
        return ReadingAhead(self.outbox, lambda: added.rules_of(self.office))

    def storing(self, link: Link) -> None:
        """Keep what the operation under way is given, just before it is stored at the server."""
        self.numbers.note(link.changes)
        given = CURRENT.get()
        if given is not None and given.used:
            self.kept.keep(given)

    def stored(self, link: Link) -> None:
        """Have the copy follow whom a transaction at the server was about."""
        for change in link.changes:
            if change.person_id is not None:
                self.copy.served({"person_id": change.person_id})

    # -- inside ------------------------------------------------------------------------------------
    def _on_server(self, call: Callable[[], Any], given: Given) -> Any:
        with self.switch.on(self.switch.server), giving(given):
            answer = call()
        self.copy.served(keys_in(answer))
        return answer

    def _send(self, ahead: ReadingAhead) -> int:
        inbox, waiting = self.inbox, ahead.portion()
        if not waiting:
            return 0
        with (
            self.switch.on(self.switch.server) as server,
            server.link.meanwhile(ahead.step),
            server.write() as link,
        ):
            foresee(inbox, link, self.outbox.window_id, waiting)
            aliases = inbox.aliases(link, self.outbox.window_id)
            became = take_in(inbox, link, waiting, aliases)
        outcomes = [(one.operation.sequence, outcome) for one, outcome in zip(waiting, became, strict=True)]
        self._subjects.update(one.operation.subject for one in waiting if one.operation.subject)
        self.outbox.told(outcomes, self.office.clock.now())
        state = self._state
        needing = sum(
            self._steps.head(place, one.operation) == place
            for one, (place, outcome) in zip(waiting, outcomes, strict=True)
            if outcome == CONFLICT
        )
        self._state = replace(
            state,
            sent=state.sent + len(outcomes),
            conflicts=state.conflicts + needing,
            done=state.done + sum(is_matter(one.operation.name) for one in waiting),
        )
        return len(waiting)

    def _come_back(self) -> None:
        """Go over to the server when nothing waits any more."""
        try:
            gone = self.back.gone(self._actor)
            self.copy.after_outage(self._subjects)
        except Busy:
            return
        with self._doing:
            if self.outbox.count():
                return
            self._subjects.clear()
            self._steps = Steps()
            self.switch.away = False
            state = self._state
            self._state = LineState(
                None,
                sent=state.sent,
                conflicts=state.conflicts,
                done=state.done,
                gone=gone or self.back.said(),
            )
            self.numbers.seen()
            self._whole_at = None
        self._tell()

    def _follow(self) -> None:
        """Keep the working copy like the server: whom this window served at once, all of it now and then."""
        now = self.office.clock.now()
        try:
            if self._whole_at is None or now - self._whole_at > WHOLE_EVERY:
                self.copy.everything()
                self.numbers.seen()
                self.outbox.forget(now - LATELY)
                self.kept.forget(now - LATELY)
                self._whole_at = now
                self._tell()  # the state is the same, and the copy is of now
            self.copy.follow()
        except Busy:  # something was just done without the server: the store is ahead
            return

    def _lost(self, since: datetime) -> None:
        """Go on without the server, unless there is no copy yet to go on with."""
        with self._doing:
            if self.copy.as_of() is None:
                return
            self.back.silence()
            if self._state.away_since is not None and not self._state.sending:
                return
            before = self._state
            self.switch.away = True
            if before.away_since is None:
                self._state = LineState(since, copied_at=self.copy.as_of())
            self._count(sending=False)
        self._tell()

    def _keep_why(self, why: Sentence | None) -> None:
        if self.switch.away and why != self._state.because:
            self._state = replace(self._state, because=why)
            self._tell()

    def _say(self, *, sending: bool) -> None:
        self._count(sending=sending)
        self._tell()

    def _count(self, *, sending: bool) -> None:
        waiting, matters = self.outbox.count(), self.outbox.matters()
        self._state = replace(self._state, waiting=waiting, matters=matters, sending=sending)

    def _tell(self) -> None:
        if self.tell is not None:
            self.tell(self._state)
