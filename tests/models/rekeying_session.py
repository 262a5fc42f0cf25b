"""A session that encrypts a small database anew, over and over, and says when it has done so; to be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from sqlalchemy import insert

from desktop.models.opening import open_file
from desktop.models.prepared import Prepared
from desktop.models.rekeying import change_key
from desktop.models.tables import Setting
from desktop.services.ports import SystemClock

ADD = Prepared(insert(Setting))


def main() -> None:
    """Store a row, change the key, and tell each once it is done."""
    path, first = Path(sys.argv[1]), int(sys.argv[2])
    database = open_file(path, SystemClock().now())
    print("open", flush=True)
    for number in range(first, first + 1000):
        with database.write() as link:
            link.run(ADD, name=f"row {number}", value="x" * 3000)
        print(f"stored {number}", flush=True)
        database.ring.come()
        print("coming", flush=True)
        if change_key(database):
            print("changed", flush=True)


if __name__ == "__main__":
    main()
