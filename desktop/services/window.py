"""A window of the station: the services on the station's server, and on a store of its own while that is away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.errors import NO_SERVER, EnvironmentTrouble, sentence
from desktop.models.faults import Damaged
from desktop.models.opening import open_file
from desktop.models.server_faults import away
from desktop.models.switch import Switch
from desktop.services.counter import Counter, build_counter
from desktop.services.given import GivenClock
from desktop.services.inbox import Inbox
from desktop.services.kept_given import KeptGiven
from desktop.services.line import Line
from desktop.services.on_own_store import OnOwnStore
from desktop.services.outbox import Outbox
from desktop.services.own_numbers import OwnNumbers
from desktop.services.set_back import SetBack
from desktop.services.window_drafts import WindowDrafts
from desktop.services.working_copy import WorkingCopy

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.models.database import Database
    from desktop.models.file_database import FileDatabase
    from desktop.services.ports import Clock, Folders

STORE_FILE = "window.db"
_DAMAGED = sentence(
    "errors",
    "本窗口断网时用的副本（{path}）不见了或已损坏。已上传的业务都在服务器上；断网期间办了还没有上传的只在这个文件里，请勿删除。"
    "请管理员把数据文件夹里名称以window.开头的文件一起移到别处保存，再打开程序：副本会从服务器重新建立。",
)
GIVEN_FOLDER = "given"


def open_window(folders: Folders, clock: Clock, server: Database, ping: Callable[[], None]) -> Counter:
    """Build the services of a window; `ping` raises ServerAway or ServerRefuses when the server is of no use.

    That is raised too when this window never had a copy: there is nothing to go on with.
    """
    store = _open_store(folders, clock)
    copy = WorkingCopy(server, store, clock)
    since: datetime | None = None

    def lost_at_start(at: datetime, error: Exception | None = None) -> None:
        nonlocal since
        if copy.as_of() is None:
            raise error or away(at)
        since, switch.away = since or at, True

    switch = Switch(server, store, lambda: away(since or clock.now()), lost_at_start)
    try:
        try:
            ping()
        except NO_SERVER as error:
            lost_at_start(error.since, error)
        counter = build_counter(switch, folders, GivenClock(clock))
    except BaseException:
        store.close()
        raise
    office = counter.office
    own = replace(office, database=store)
    own.rights = office.rights
    counter = replace(counter, drafts=WindowDrafts(own, office))
    outbox, numbers = Outbox(store, office.key_box), OwnNumbers(store)
    line = Line(
        office=office,
        switch=switch,
        outbox=outbox,
        ping=ping,
        copy=copy,
        numbers=numbers,
        alone=OnOwnStore(office, switch, outbox, numbers),
        kept=KeptGiven(folders.data / GIVEN_FOLDER, office.key_box),
        back=SetBack(store, server, clock, counter.journal, outbox),
        inbox=Inbox(
            office,
            counter.journal,
            {**vars(counter), "copies": counter.papers.copies, "print_jobs": counter.papers.jobs},
        ),
    )
    line.start(since)
    switch.refuse, switch.lost, switch.watcher = line.refusal, line.lost, line
    office.line = line
    return counter


def _open_store(folders: Folders, clock: Clock) -> FileDatabase:
    """Open this window's own store; of one that is damaged there is no backup, and most of it is at the server."""
    path = folders.data / STORE_FILE
    try:
        return open_file(path, clock.now())
    except Damaged as error:
        raise EnvironmentTrouble(_DAMAGED.fill(path=str(path))) from error
