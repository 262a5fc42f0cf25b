"""A window of the station: the services on the station's server, and on a store of its own while that is away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.errors import NO_SERVER
from desktop.models.opening import open_file
from desktop.models.server_faults import away
from desktop.models.switch import Switch
from desktop.services.counter import Counter, build_counter
from desktop.services.given import GivenClock
from desktop.services.inbox import Inbox
from desktop.services.kept_given import KeptGiven
from desktop.services.line import Line
from desktop.services.outbox import Outbox
from desktop.services.own_numbers import OwnNumbers
from desktop.services.set_back import SetBack
from desktop.services.window_drafts import WindowDrafts
from desktop.services.working_copy import WorkingCopy

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.models.database import Database
    from desktop.services.ports import Clock, Folders

STORE_FILE = "window.db"
GIVEN_FOLDER = "given"


def open_window(folders: Folders, clock: Clock, server: Database, ping: Callable[[], None]) -> Counter:
    """Build the services of a window; `ping` raises ServerAway or ServerRefuses when the server is of no use.

    That is raised too when this window never had a copy: there is nothing to go on with.
    """
    store = open_file(folders.data / STORE_FILE, clock.now())
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
    line = Line(
        office=office,
        switch=switch,
        outbox=Outbox(store, office.key_box),
        ping=ping,
        copy=copy,
        numbers=OwnNumbers(store),
        kept=KeptGiven(folders.data / GIVEN_FOLDER, office.key_box),
        back=SetBack(store, server, clock, counter.journal),
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
