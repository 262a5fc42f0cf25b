"""The data that the program works on: a station's, on this machine or on its server, or practice data."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.models.unlock import Unlock
    from desktop.services.counter import Counter
    from desktop.services.ports import Clock, Folders

RUNNING = "running"


class StationData:
    """Opens the data once, in a worker; another station may be set up beside it and then take its place.

    `attend` is told of a station's counter that was opened. The thread that makes this one may not ask the data.
    """

    def __init__(
        self, folders: Folders, clock: Clock, *, practice: bool, attend: Callable[[Counter], None]
    ) -> None:
        self._thread = threading.get_ident()
        self._folders, self._clock, self._practice, self._attend = folders, clock, practice, attend
        self._opening = threading.Lock()
        self._set_up: Counter | None = None
        self._unlock_by: Unlock | None = None
        self.opened: Counter | None = None
        """The services, once they are open."""
        self.unclean = (folders.data / RUNNING).exists()
        """The program did not end by itself the last time."""

    def counter(self) -> Counter:
        """Return the services, opened at the first call; for workers only."""
        with self._opening:
            if self.opened is None:
                self.opened = self._open()
                self.opened.office.database.forbid(self._thread)
                (self._folders.data / RUNNING).write_text("")
            return self.opened

    def unlock(self, unlock: Unlock) -> None:
        """Open the data by what somebody typed; what cannot be opened raises as `counter` does."""
        self._unlock_by = unlock
        try:
            self.counter()
        finally:
            self._unlock_by = None

    def being_set_up(self) -> Counter:
        """Return the services of the station that is being set up; for workers only."""
        with self._opening:
            if self._set_up is None:
                self._set_up = self._open_station()
            return self._set_up

    def take_set_up(self) -> Counter | None:
        """Work on the station that was set up from now on; return what was open before, to be closed."""
        with self._opening:
            before, self.opened, self._set_up = self.opened, self._set_up, None
        if self.opened is not None:
            self._attend(self.opened)
        return before

    def close(self) -> None:
        """Close what is open; the program ends by itself."""
        with self._opening:
            for counter in (self.opened, self._set_up):
                if counter is not None:
                    counter.office.database.forbid(None)
                    counter.close()
            self.opened = self._set_up = None
        (self._folders.data / RUNNING).unlink(missing_ok=True)

    # -- inside ------------------------------------------------------------------------------------
    def _open(self) -> Counter:
        import desktop.ui.duties  # what the screen's thread needs next, read in here meanwhile
        import desktop.ui.kit.table
        import desktop.ui.work  # noqa: F401
        from desktop.services.counter import open_counter

        if not self._practice and self._has_station():
            counter = self._open_station()
            if counter.office.station() is not None:
                self._attend(counter)
                return counter
            counter.close()
        return open_counter(self._folders, self._clock, practice=True, by=self._unlock_by)

    def _has_station(self) -> bool:
        from desktop.services.counter import has_station_file
        from desktop.services.served import is_served

        return is_served(self._folders) or has_station_file(self._folders)

    def _open_station(self) -> Counter:
        """Open the station's own database, on its server where one is set."""
        from desktop.services.counter import STATION_FILE, open_counter
        from desktop.services.served import open_served, settle_move

        settle_move(self._folders, self._clock, self._folders.data / STATION_FILE)
        served = open_served(self._folders, self._clock)
        return served or open_counter(self._folders, self._clock, practice=False, by=self._unlock_by)
