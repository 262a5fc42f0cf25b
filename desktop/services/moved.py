"""Data that came from another machine is said so, once, to whoever signs in first."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.models.file_database import FileDatabase
from desktop.models.home import settle, this_machine
from desktop.services.journal import Happening
from desktop.services.rights import open_to

if TYPE_CHECKING:
    from desktop.models.home import Machine
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_MOVED = sentence(
    "errors",
    "这份数据是从电脑“{name}”复制来的。两台电脑用同一份数据，受理号会重复，先后办理的内容也合不到一起："
    "请确认那台电脑已经停用；还在使用的，请立即停止在本机办理，并联系系统管理员。",
)


class Moved:
    """Knows whether the data folder was at home elsewhere."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal
        self._looked = False
        self._guard = threading.Lock()

    @open_to("says of the data folder that it was copied, and of nobody anything")
    def look(self, actor: Actor, here: Machine | None = None) -> None:
        """EnvironmentTrouble once where the folder comes from another machine, written down too; else nothing."""
        with self._guard:
            if self._looked or not isinstance(self._office.database, FileDatabase):
                return
            self._looked = True
            try:
                before = settle(self._office.folders.data, here or this_machine())
            except OSError:
                return  # a folder that cannot be written is told by whoever has to store something
        if before is None:
            return
        with self._office.database.write() as link:
            at = self._office.clock.now()
            self._journal.write(link, Happening(actor, "data_moved", at, detail=before.name))
        raise EnvironmentTrouble(_MOVED.fill(name=before.name))
