"""The way to the station's server: what is set, whether it works, and setting it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import BadInput, EnvironmentTrouble, ServerAway, sentence
from desktop.domain.rights import Right
from desktop.models.opening import HEAD
from desktop.models.server_reach import why_nobody
from desktop.models.server_settings import COUNTERS, ServerSettings, check, write
from desktop.services import served
from desktop.services.journal import Happening
from desktop.services.rights import needs
from desktop.services.without_server import at_this_window

if TYPE_CHECKING:
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_APART = re.compile(r"[,，;；、\s]+")
_COUNTER = sentence("errors", "请填写本窗口的号码（1至99），每个窗口各不相同。")
_NOT_KEPT = sentence("errors", "连接设置没有存成（{reason}）。原有设置没有改动，请管理员检查数据文件夹。")


@dataclass(frozen=True, slots=True)
class ConnectionForm:
    """What is typed of a connection; an empty password means the one that is kept."""

    hosts: str
    database: str
    user: str
    password: str = field(repr=False)
    ca_file: str
    counter_number: str


@dataclass(frozen=True, slots=True)
class ConnectionRow:
    """What is set, as it is typed; `is_set` where anything is, `has_password` where one is kept.

    `trouble` says why what is set cannot be read.
    """

    form: ConnectionForm
    is_set: bool
    has_password: bool
    trouble: EnvironmentTrouble | None = None


@dataclass(frozen=True, slots=True)
class ConnectionTried:
    """What a server answered: who it is, how the way is encrypted ("" for a socket), how long an answer takes.

    `station` is "" where none is set up there. `too_strong` when the user may change the trail: the program's
    own role may not.
    """

    host: str
    version: str
    encrypted: str
    milliseconds: float
    station: str
    too_strong: bool


class Connections:
    """For the system administrator; what is saved holds from the next start of the program."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.SET_STATION)
    def read(self, actor: Actor) -> ConnectionRow:
        """Return what is set now; a password is never shown."""
        empty = ConnectionForm("", "residence", "counter_program", "", "", "")
        try:
            kept = served.settings_of(self._office.folders)
        except EnvironmentTrouble as error:
            return ConnectionRow(empty, True, False, error)
        if kept is None:
            return ConnectionRow(empty, False, False)
        form = ConnectionForm(
            ", ".join(kept.hosts),
            kept.database,
            kept.user,
            "",
            str(kept.ca_file or ""),
            str(kept.counter_number or ""),
        )
        return ConnectionRow(form, True, bool(kept.password))

    @needs(Right.SET_STATION)
    def try_out(self, actor: Actor, form: ConnectionForm) -> ConnectionTried:
        """Connect as typed and say who answers; blocks for some seconds, for a worker.

        BadInput names the field that cannot be; ServerAway, with what is wrong at each address, when nobody
        answers, EnvironmentTrouble when the server or its database is not as it should be. Nothing is stored.
        """
        return self._tried(typed_settings(self._office, form))

    @needs(Right.SET_STATION)
    def save(self, actor: Actor, form: ConnectionForm) -> ConnectionTried:
        """Store the connection, the password sealed, after it was tried: what does not work is not stored.

        Raises what `try_out` raises. It does not wait for the server that is set now: that may let nobody in.
        """
        settings = typed_settings(self._office, form)
        tried = self._tried(settings)
        try:
            self._keep(actor, settings)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise EnvironmentTrouble(_NOT_KEPT.fill(reason=reason)) from error
        return tried

    # -- inside ------------------------------------------------------------------------------------
    @at_this_window
    def _keep(self, actor: Actor, settings: ServerSettings) -> None:
        """Write it down and store it: both or neither, at the server or in this window's own store."""
        office = self._office
        detail = f"{', '.join(settings.hosts)} {settings.database} {settings.user}"
        with office.database.write() as link:
            self._journal.write(link, Happening(actor, "set_connection", office.clock.now(), detail=detail))
            write(office.folders.data, settings, served.box_of(office.folders))

    def _tried(self, settings: ServerSettings) -> ConnectionTried:
        from desktop.models.server import ServerDatabase  # here for start-up time: PostgreSQL's driver

        database = ServerDatabase(settings, self._office.clock.now, HEAD)
        try:
            with database.faults():
                return ConnectionTried(*database.describe())
        except ServerAway as error:
            raise ServerAway(why_nobody(settings, error.__cause__), error.since) from error
        finally:
            database.close()


def typed_settings(office: Office, form: ConnectionForm) -> ServerSettings:
    """Return the settings that a form says; BadInput names the field that cannot be."""
    number = form.counter_number.strip()
    if not (number.isascii() and number.isdigit() and int(number) in COUNTERS):
        raise BadInput("counter_number", _COUNTER)
    return check(
        ServerSettings(
            tuple(host for host in _APART.split(form.hosts) if host),
            form.database.strip(),
            form.user.strip(),
            form.password or _kept_password(office),
            Path(form.ca_file.strip()) if form.ca_file.strip() else None,
            int(number),
        )
    )


def _kept_password(office: Office) -> str:
    try:
        kept = served.settings_of(office.folders)
    except EnvironmentTrouble:
        return ""
    return "" if kept is None else kept.password
