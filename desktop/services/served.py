"""A counter on the station's server: where it is, and the services on it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from desktop.domain.errors import EnvironmentTrouble, ServerAway, sentence
from desktop.models import moving_out
from desktop.models.key_box import FileKeyBox
from desktop.models.opening import HEAD
from desktop.models.prepared import Prepared
from desktop.models.server_settings import FILE, ServerSettings, read
from desktop.models.tables import OpInbox

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop.models.database import Database
    from desktop.services.counter import Counter
    from desktop.services.ports import Clock, Folders

_TAKEN = Prepared(select(OpInbox.outcome).where(OpInbox.op_id == bindparam("move")))
_VOID = Prepared(insert(OpInbox))
VOID = "void"
"""What stands in `op_inbox` of a move that never will be: whoever asked for it may go on without it."""
_IN_DOUBT = sentence(
    "move",
    "上次把本机数据迁入服务器时没有得到最后的答复，要先问清服务器，而服务器现在连不上。请检查网络，服务器恢复后再打开程序；本机数据没有改动。",
)
_NOT_LAID_ASIDE = sentence(
    "move", "本机数据已迁入服务器，但存档没有完成（{reason}）。请管理员检查数据文件夹和磁盘后再打开程序。"
)


def is_served(folders: Folders) -> bool:
    """Whether this counter's data is on the station's server."""
    return (folders.data / FILE).exists()


def settings_of(folders: Folders) -> ServerSettings | None:
    """Return the way to the server, or None for a counter of its own; EnvironmentTrouble where it is wrong."""
    return read(folders.data, box_of(folders))


def box_of(folders: Folders) -> FileKeyBox:
    """Return the box that keeps this counter's own secrets: it is the same before and after a server."""
    return FileKeyBox(folders.data / "seals.key", create=True)


def open_served(folders: Folders, clock: Clock) -> Counter | None:
    """Open the counter on the station's server, or None where none is set.

    While nobody answers it goes on by itself, if it has worked here before (`window`): ServerAway otherwise.
    EnvironmentTrouble when the settings or the server's database are not as they should be.
    """
    settings = settings_of(folders)
    if settings is None:
        return None
    from desktop.models.server import ServerDatabase  # here for start-up time: most counters have no server
    from desktop.services.window import open_window

    database = ServerDatabase(settings, clock.now, HEAD)
    try:
        counter = open_window(folders, clock, database, database.ping)
        counter.office.own_counter = settings.counter_number
        return counter
    except BaseException:
        database.close()
        raise


def settle_move(folders: Folders, clock: Clock, path: Path) -> None:
    """Bring a move of the database at `path` to the server to its end, at a start, before anything is open.

    What the server has is laid aside here, and the counter is on the server from now on; what it has not stays.
    EnvironmentTrouble while that cannot be known or done.
    """
    move = moving_out.under_way(folders.data)
    if move is None:
        return
    if not moving_out.is_done(folders.data) and not _is_there(folders, clock, move.move_id):
        moving_out.give_up(folders.data)
        return
    try:
        moving_out.finish(path, move)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EnvironmentTrouble(_NOT_LAID_ASIDE.fill(reason=reason)) from error


def is_taken(database: Database, move_id: str, at: datetime) -> bool:
    """Say for good whether a server has taken a move in: from now on it never will where it has not.

    A transaction that is still being stored is waited for: it wants the same row.
    """
    for _ in range(2):
        row = database.link.one(_TAKEN, move=move_id)
        if row is not None:
            return bool(row.outcome != VOID)
        with suppress(database.engine.dialect.loaded_dbapi.IntegrityError), database.write() as link:
            link.run(
                _VOID,
                op_id=move_id,
                window_id=move_id,
                sequence=0,
                counter_number=0,
                digest="",
                outcome=VOID,
                made_at=at,
                taken_at=at,
                aliases="",
            )
    return False


def _is_there(folders: Folders, clock: Clock, move_id: str) -> bool:
    settings = read(moving_out.moving_folder(folders.data), box_of(folders))
    if settings is None:
        return is_served(folders)  # its way was taken up already
    from desktop.models.server import ServerDatabase  # here for start-up time, as above

    database = ServerDatabase(settings, clock.now, HEAD)
    try:
        with database.faults():
            return is_taken(database, move_id, clock.now())
    except ServerAway as error:
        raise EnvironmentTrouble(_IN_DOUBT) from error
    finally:
        database.close()
