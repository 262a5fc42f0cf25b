"""A counter on the station's server: where it is, and the services on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.models.key_box import FileKeyBox
from desktop.models.opening import HEAD
from desktop.models.server_settings import FILE, ServerSettings, read

if TYPE_CHECKING:
    from desktop.services.counter import Counter
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
