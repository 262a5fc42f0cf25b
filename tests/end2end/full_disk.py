"""A station on a disk of a few megabytes that runs full: what is told, what is kept, how it goes on.

Run in a mount namespace of its own (`unshare -m`); the first argument is where the small disk is mounted.
"""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.domain.codes import Role
from desktop.domain.errors import EnvironmentTrouble
from desktop.domain.forms import read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.models.copying import faults_of, opened
from desktop.models.file_database import FileDatabase
from desktop.services.counter import Counter, open_counter
from desktop.services.journal import Happening
from desktop.services.ports import Folders, SystemClock
from desktop.services.rows import Actor, StationRow
from desktop.services.set_up import NewStaff

SECRET = "four quiet words here"
STATION = StationRow("370102", "006", "测试派出所", "测试路1号", "0531-80000001", practice=False)
STAFF = (
    NewStaff("one", "测试一", Role.AUXILIARY, "test-pass-1"),
    NewStaff("boss", "测试管理员", Role.SYSTEM_ADMINISTRATOR, "test-pass-3"),
    NewStaff("safe", "测试安全员", Role.SECURITY_ADMINISTRATOR, "test-pass-6"),
)


def told(job: Callable[[], object], *words: str) -> None:
    """Do something that the full disk must keep from being done, and hear why."""
    with pytest.raises(EnvironmentTrouble, match="|".join(words)):
        job()


def register(counter: Counter, clerk: Actor, serial: int, request: str = "") -> str:
    today = counter.office.today()
    number = f"37132119900214{serial:03d}"
    person = read_person(
        {
            "id_number": number + check_digit(number),
            "name": "演练甲",
            "ethnicity": "01",
            "hukou_division": "371321",
            "hukou_address": "演练镇1号",
            "phone": f"139000{serial:05d}",
        },
        today,
    )
    residence = read_registration(
        {
            "division": "370102",
            "street": "370102001",
            "community": "370102001002",
            "road": "演练路",
            "house_number": "1",
            "lodging": "rented",
            "reason": "work",
            "arrived_on": today.isoformat(),
            "reported_by": "self",
            "remark": "满" * 150,
        },
        (),
        today,
    )
    assert person.value is not None, person.problems
    assert residence.value is not None, residence.problems
    done = counter.registrations.accept(clerk, request or str(uuid.uuid4()), person.value, residence.value)
    return done.case.case_number


def people(counter: Counter) -> int:
    with counter.office.database.engine.connect() as connection:
        return int(connection.execute(text("select count(*) from person")).scalar_one())


def fill(disk: Path, left: int) -> Path:
    """Take all that is free on the disk but so many bytes."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\1" * 65_536)
        except OSError:
            file.truncate(max(0, file.tell() - left))
    return ballast


def main() -> None:
    """Go through it."""
    disk, cache = Path(sys.argv[1]), Path(sys.argv[2])
    # what is mounted here stays here; inside a changed root there is nothing to be told so, and nobody to see it
    subprocess.run(["mount", "--make-rprivate", "/"], check=False, stderr=subprocess.DEVNULL)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(disk)], check=True)
    folders = Folders(disk / "data", cache)
    counter = open_counter(folders, SystemClock(), practice=False)
    counter.set_up.establish(STATION, STAFF, 1)
    clerk = counter.sign_in.sign_in("one", "test-pass-1", 3)
    boss = counter.sign_in.sign_in("boss", "test-pass-3", 1)
    safe = counter.sign_in.sign_in("safe", "test-pass-6", 1)
    counter.office.rights.seat(clerk)
    register(counter, clerk, 1)
    good = counter.backups.make(boss, lambda _a, _b: None, lambda: False)
    ballast = fill(disk, 200_000)

    def until_full() -> None:
        for serial in range(2, 400):
            requests[serial] = str(uuid.uuid4())
            register(counter, clerk, serial, requests[serial])
            stored.append(serial)

    requests: dict[int, str] = {}
    stored: list[int] = [1]
    told(until_full, "磁盘已满")
    print("told by the form", flush=True)
    assert people(counter) == len(stored)
    assert counter.people.page(clerk, _person(counter)).person is not None
    told(
        lambda: counter.backups.make(boss, lambda _a, _b: None, lambda: False),
        "磁盘空间不足",
        "没有写成",
        "磁盘已满",
    )
    ways = counter.keys._page()
    ballast = fill_again(disk)
    told(lambda: counter.keys.set_secret(safe, SECRET, SECRET), "密钥没有改动")
    assert counter.keys._page() == ways
    counter.journal.note(Happening(clerk, "view_person", counter.office.clock.now(), matter="满盘时"))
    told(counter.journal.flush, "磁盘已满")
    assert counter.journal.waiting
    print("nothing half done", flush=True)

    for each in disk.glob("ballast*"):
        each.unlink()
    del ballast
    last = max(requests)
    number = register(counter, clerk, last, requests[last])
    assert register(counter, clerk, last, requests[last]) == number
    assert people(counter) == len(stored) + 1
    assert counter.journal.flush() >= 1
    made = counter.backups.make(boss, lambda _a, _b: None, lambda: False)
    result = counter.backups.drill(boss, made.path, lambda _a, _b: None, lambda: False)
    assert result.passed, result.faults
    assert good.path == made.path or not good.path.exists() or good.path.stat().st_size
    counter.close()
    database = open_counter(folders, SystemClock(), practice=False).office.database
    assert isinstance(database, FileDatabase)
    with opened(folders.data / "station.db", database.ring.current_key()) as connection:
        assert faults_of(connection) == []
    database.close()
    print("goes on", flush=True)

    fill(disk, 0)
    other = Folders(disk / "another", cache)
    told(lambda: open_counter(other, SystemClock(), practice=False), "数据文件夹", "磁盘已满", "磁盘")
    print("told at the start", flush=True)


def fill_again(disk: Path) -> Path:
    """Take what the failed attempts gave back."""
    more = disk / "ballast-more"
    with more.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\1" * 4_096)
        except OSError:
            return more


def _person(counter: Counter) -> int:
    with counter.office.database.engine.connect() as connection:
        return int(connection.execute(text("select min(person_id) from person")).scalar_one())


if __name__ == "__main__":
    main()
