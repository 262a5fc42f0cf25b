"""Changing the key of a database that is in use: copied under the new key, put in place between two statements.

At every moment the file that is there is whole under the old key or whole under the new one, and the envelope
has both until it is known which: whatever is killed, the next start opens it.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from desktop.models.copying import copy, faults_of, opened, rekeyed_file, remove
from desktop.models.envelope import sync_folder
from desktop.models.file_database import InUse

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.models.copying import Progress
    from desktop.models.file_database import FileDatabase


class CopyDamaged(Exception):
    """The copy is not what it should be; the file in use is untouched."""


def change_key(
    database: FileDatabase,
    progress: Progress | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> bool:
    """Encrypt the file by the coming key; say whether it is done (True also when none is coming).

    False where somebody stored something meanwhile, or is at work this very moment: try again later. Others
    read and write all the time but for the milliseconds of the change itself.
    """
    import sqlcipher3.dbapi2 as driver

    ring, path = database.ring, database.path
    coming = ring.coming_key
    if coming is None or path is None:
        return True
    name = next(each for each, key in ring.candidates() if key == coming)
    target = rekeyed_file(path)
    try:
        with opened(path, ring.current_key()) as source:
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            moment = source.execute("PRAGMA data_version").fetchone()
            copy(source, target, coming, progress, stopped)
            source.execute("ROLLBACK")
            with opened(target, coming) as made:
                if faults_of(made):
                    raise CopyDamaged
                made.execute("PRAGMA journal_mode = DELETE").fetchone()
            with database.alone():
                source.execute("PRAGMA busy_timeout = 0")
                if source.execute("PRAGMA data_version").fetchone() != moment:
                    return False
                # refused while anybody else, another process too, has the file open; it takes the log in
                if source.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
                    return False
                source.execute("BEGIN EXCLUSIVE")
                if sys.platform == "win32":
                    source.close()  # an open file cannot be replaced there
                os.replace(target, path)
                sync_folder(path.parent)
                ring.take(name)
                return True
    except InUse:
        return False
    except driver.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            return False
        raise
    finally:
        remove(target)
