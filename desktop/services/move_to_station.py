"""From local to station: a window's own database moves into the station's, and stays behind as an archive."""

from __future__ import annotations

import contextlib
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.errors import (
    CounterError,
    EnvironmentTrouble,
    NotPossible,
    ServerAway,
    sentence,
)
from desktop.domain.rights import Right
from desktop.domain.times import CHINA
from desktop.models import moving_out
from desktop.models.file_database import FileDatabase
from desktop.models.moving_out import Move
from desktop.services import move_entering, move_look, move_trail, seal_keys, served
from desktop.services.journal import Happening
from desktop.services.move_people import CHANGED
from desktop.services.move_rows import MoveChoice, MoveDone, MoveLook, StationKey
from desktop.services.move_writing import Writing, told_counts
from desktop.services.rights import needs

if TYPE_CHECKING:
    from desktop.services.journal import Journal
    from desktop.services.move_entering import StationThere
    from desktop.services.office import Office
    from desktop.services.rows import Actor

PATIENCE = 60.0
"""Seconds that one statement of a move may take: nobody waits for it at a counter."""
ASKED_AGAIN, PAUSE = 3, 1.0
_MEANWHILE = frozenset(("40001", "40P01"))  # SQLSTATE: could not serialize, deadlock

_ON_SERVER = sentence("move", "本窗口已经使用派出所的服务器，没有本机数据可以迁入。")
_UNDER_WAY = sentence("move", "正在迁入，请稍候。")
_MOVED = sentence("move", "本机数据已经迁入派出所的服务器。请关闭程序后重新打开，之后就在服务器上办理。")
_MOVING = sentence("move", "正在把本机数据迁入派出所的服务器，这时不能办理。请等迁入结束。")
_UNDECIDED = sentence("move", "还有{count}人没有选定以哪一边为准。")
_HINDERED = sentence("move", "还有{count}项问题没有解决，不能迁入。")
_UNSURE = sentence(
    "move",
    "服务器在最后一步断开，现在不能确认是否已经迁入。请关闭程序，服务器恢复后再打开：程序会自己查清，已迁入的转到服务器，没有迁入的仍在本机办理。",
)
_NOT_PREPARED = sentence("move", "数据文件夹不能写入（{reason}）。没有迁入任何内容，请检查磁盘空间后再试。")


class MoveToStation:
    """For the system administrator of a counter that has a database of its own. One move is made at a time."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal
        self._moving = threading.Lock()

    @needs(Right.KEEP_DATABASE)
    def enter(self, actor: Actor, key: StationKey) -> StationThere:
        """Sign in at the station on the server; it takes the station's own account and its right.

        Where the server has no station yet, one like here is set up, if the password is given twice. BadInput
        names a field; ServerAway, EnvironmentTrouble as for any connection. `leave` is to follow.
        """
        self._database()
        return move_entering.enter(self._office, actor, key)

    @needs(Right.KEEP_DATABASE)
    def look(self, actor: Actor, there: StationThere) -> MoveLook:
        """Look at both sides; nothing is written. Blocks for some seconds, for a worker."""
        self._database()
        self._journal.flush()
        with self._office.database.faults(), there.counter.office.database.faults():
            return move_look.look(self._office, there.counter, actor.station)

    @needs(Right.KEEP_DATABASE)
    def move(
        self,
        actor: Actor,
        there: StationThere,
        looked: MoveLook,
        choices: Mapping[int, MoveChoice],
        progress: Callable[[int, int], None],
        stopped: Callable[[], bool],
    ) -> MoveDone:
        """Move everything, in one transaction on the server; blocks until done, for the background.

        `choices` are by the key here, one for everybody of whom something is to be decided; `progress(done, total)`
        counts rows. Stopped, NotPossible, EnvironmentTrouble: nothing was moved, everything is as before, but
        for `unsure` ServerAway: then the next start of the program finds out. Afterwards the database here takes
        no more business, and the next start is on the server.
        """
        database = self._database()
        there.counter.office.rights.check(there.actor, Right.KEEP_DATABASE)
        if not self._moving.acquire(blocking=False):
            raise NotPossible(_UNDER_WAY)
        try:
            if moving_out.under_way(self._office.folders.data) is not None:
                raise NotPossible(_MOVED)
            if looked.hindrances:
                raise NotPossible(_HINDERED.fill(count=len(looked.hindrances)))
            undecided = [one for one in looked.same if not one.harmless and one.person_id not in choices]
            if undecided:
                raise NotPossible(_UNDECIDED.fill(count=len(undecided)))
            whole = {one.person_id: choices.get(one.person_id, MoveChoice()) for one in looked.same}
            return self._move(database, actor, there, looked, whole, progress, stopped)
        finally:
            self._moving.release()

    @needs(Right.KEEP_DATABASE)
    def leave(self, actor: Actor, there: StationThere) -> None:
        """Sign out at the station and give the connection back."""
        move_entering.leave(there)

    # -- inside ------------------------------------------------------------------------------------
    def _move(
        self,
        database: FileDatabase,
        actor: Actor,
        there: StationThere,
        looked: MoveLook,
        choices: Mapping[int, MoveChoice],
        progress: Callable[[int, int], None],
        stopped: Callable[[], bool],
    ) -> MoveDone:
        office, data = self._office, self._office.folders.data
        at = office.clock.now()
        move = Move(str(uuid.uuid4()), f"station-archive-{at.astimezone(CHINA):%Y%m%d-%H%M%S}")
        trail_file, keys_file = data / f"{move.archive}.jsonl", data / f"{move.archive}-keys.json"
        assert database.path is not None
        with self._as_before_unless_done(database, actor, move):
            with office.database.write() as link:  # it may have to be made, which a shut database refuses
                seal_keys.signer(office, link, actor, at)
            database.shut(_MOVING)
            self._journal.flush()
            heads = move_trail.end(office, self._journal, actor, move.move_id)
            kept = move_trail.keep(office, actor, heads, trail_file, keys_file, lambda _done: None)
            try:
                moving_out.begin(data, move, there.settings, served.box_of(office.folders))
            except OSError as error:
                reason = error.strerror or type(error).__name__
                raise EnvironmentTrouble(_NOT_PREPARED.fill(reason=reason)) from error
            writing = self._write(actor, there, looked, choices, move, kept, progress, stopped)
        database.shut(_MOVED)
        with contextlib.suppress(OSError):  # the next start asks the server then
            moving_out.mark_done(data)
        with contextlib.suppress(CounterError), office.database.write() as link:
            self._journal.write(link, Happening(actor, "move_done", office.clock.now(), detail=move.move_id))
        station = there.counter.office.database
        with station.faults():
            checked = move_trail.check_since(station.link, there.chain)
        return MoveDone(
            move.move_id,
            at,
            looked.station,
            there.actor.counter_number,
            told_counts(writing),
            writing.papers,
            writing.files,
            len(looked.same),
            tuple(writing.new_accounts),
            kept.entries,
            kept.root,
            checked,
            moving_out.archive_file(database.path, move),
            trail_file,
            keys_file,
            tuple(writing.ended),
        )

    @contextlib.contextmanager
    def _as_before_unless_done(self, database: FileDatabase, actor: Actor, move: Move) -> Iterator[None]:
        """Whatever fails inside leaves everything here as it was; only what nobody can know stays shut."""
        data = self._office.folders.data
        try:
            yield
        except BaseException as error:
            if isinstance(error, ServerAway) and error.unsure:
                database.shut(_UNSURE)
                raise
            moving_out.give_up(data)
            for left in data.glob(f"{move.archive}*"):
                left.unlink(missing_ok=True)
            database.shut(None)
            with contextlib.suppress(CounterError), self._office.database.write() as link:
                told = str(error.message) if isinstance(error, CounterError) else type(error).__name__
                at = self._office.clock.now()
                self._journal.write(link, Happening(actor, "move_given_up", at, detail=told))
            raise

    def _write(
        self,
        actor: Actor,
        there: StationThere,
        looked: MoveLook,
        choices: Mapping[int, MoveChoice],
        move: Move,
        kept: move_trail.KeptTrail,
        progress: Callable[[int, int], None],
        stopped: Callable[[], bool],
    ) -> Writing:
        database = there.counter.office.database
        driver = database.engine.dialect.loaded_dbapi
        stored = False
        try:
            with database.faults(), database.link.patiently(PATIENCE):
                with database.write() as link:
                    link.hold_still()
                    now = self._as_reviewed(actor, there, looked)
                    at = there.counter.office.clock.now()
                    writing = Writing(
                        self._office,
                        there.counter,
                        there.actor,
                        link,
                        at,
                        move.move_id,
                        now,
                        choices,
                        progress,
                        stopped,
                    )
                    writing.write()
                    aliases = {one.person_id: one.station_id for one in now.same}
                    writing.mark(kept.heads, kept.root, move.archive, aliases)
                stored = True
        except ServerAway as error:
            if not error.unsure and not stored:
                raise
            if not stored:
                self._find_out(there, move, error)
        except driver.Error as error:
            if isinstance(error, driver.IntegrityError) or getattr(error, "sqlstate", None) in _MEANWHILE:
                raise NotPossible(CHANGED) from error
            raise
        return writing

    def _as_reviewed(self, actor: Actor, there: StationThere, looked: MoveLook) -> MoveLook:
        """Look once more, as of the transaction: what was decided on must be as it was shown."""
        now = move_look.look(self._office, there.counter, actor.station)
        before = {one.person_id: one for one in looked.same}
        if now.hindrances or any(before.get(one.person_id) != one for one in now.same):
            raise NotPossible(CHANGED)
        return replace(now, looked_at=looked.looked_at)

    def _find_out(self, there: StationThere, move: Move, error: ServerAway) -> None:
        """The server went away while it stored everything: ask it; the error itself while nobody answers."""
        database = there.counter.office.database
        for _ in range(ASKED_AGAIN):
            try:
                with database.faults():
                    taken = served.is_taken(database, move.move_id, self._office.clock.now())
            except ServerAway:
                time.sleep(PAUSE)
                continue
            if not taken:
                raise ServerAway(error.message, error.since) from error
            return
        raise ServerAway(_UNSURE, error.since, unsure=True) from error

    def _database(self) -> FileDatabase:
        database = self._office.database
        if not isinstance(database, FileDatabase):
            raise NotPossible(_ON_SERVER)
        return database
