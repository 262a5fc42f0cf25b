"""A counter on the station's server: where it is, and the services on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.models.key_box import FileKeyBox
from desktop.models.opening import HEAD
from desktop.models.server_settings import FILE, ServerSettings, read
from desktop.services.counter import Counter, build_counter

if TYPE_CHECKING:
    from desktop.services.ports import Clock, Folders


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

    Raises ServerAway when nobody answers, EnvironmentTrouble when the settings or the server's database are
    not as they should be.
    """
    settings = settings_of(folders)
    if settings is None:
        return None
    from desktop.models.server import ServerDatabase  # here for start-up time: most counters have no server

    database = ServerDatabase(settings, clock.now, HEAD)
    try:
        return build_counter(database, folders, clock)
    except BaseException:
        database.close()
        raise
