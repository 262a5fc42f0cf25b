"""What somebody finds who has the disk: raw bytes of every file, searched for people in every writing."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.models.file_database import FileDatabase
from desktop.models.wrapping import Cost
from desktop.services.counter import Counter
from desktop.services.practice_photo import sample_photo
from desktop.services.rows import Actor

pytestmark = pytest.mark.file_only

NAME, ROAD, EMPLOYER = "欧阳试探", "隐秘胡同", "深藏电子厂"
PHONE = "13987654321"
SECRET = "four quiet words here"


def traces(folder: Path, words: tuple[str, ...]) -> Iterator[str]:
    """Give every file that has one of these words, in whichever writing."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            for word in words:
                for writing in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
                    if word.encode(writing) in content:
                        yield f"{path.name}: {word} in {writing}"


def test_no_file_has_anything_of_anybody(
    station: Counter,
    clerk: Actor,
    template: Any,
    register: Callable[..., Any],
    resident: Callable[..., int],
    apply: Callable[..., Any],
    clock: Any,
) -> None:
    database = station.office.database
    assert isinstance(database, FileDatabase)
    database.ring.set_secret(SECRET, Cost(1, 64, 1))
    code = database.ring.new_recovery(Cost(1, 64, 1))
    register(7, person={"name": NAME, "phone": PHONE, "employer": EMPLOYER}, residence={"road": ROAD})
    person = resident(8, name=NAME)
    photo = sample_photo()
    done = apply(person, photo=photo)
    station.drafts.save(clerk, str(uuid.uuid4()), "registration", NAME, json.dumps({"name": NAME}))
    paper = station.papers.of_case(done.case.case_id)[0]
    assert station.papers.prepare(clerk, str(uuid.uuid4()), paper.paper_id).sha256
    station.lookup.find(clerk, NAME)
    number = "37132119900214007"  # without the check digit
    administrator = template.administrator
    station.backups.make(administrator, lambda _a, _b: None, lambda: False)
    station.journal.flush()
    words = (NAME, ROAD, EMPLOYER, PHONE, number, "测试一", "测试派出所", SECRET, code)

    def look() -> None:
        assert list(traces(station.office.folders.data, words)) == []
        for path in station.office.folders.data.rglob("*"):
            assert not path.is_file() or photo[200:400] not in path.read_bytes()

    look()  # with the log beside the file, as a power cut leaves it
    station.keys.renew(template.security, SECRET)
    assert station.keys.go_on(clerk, lambda: False)
    clock.moment += timedelta(minutes=1)
    look()
    station.close()
    look()


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    for writing in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        (tmp_path / writing).write_bytes(b"\0" * 5 + NAME.encode(writing))
    assert len(list(traces(tmp_path, (NAME,)))) == 4


@pytest.mark.parametrize("name", ["station.keys", "station.keys2", "station.user"])
def test_the_key_files_are_for_their_owner_alone(station: Counter, name: str) -> None:
    assert (station.office.folders.data / name).stat().st_mode & 0o077 == 0
