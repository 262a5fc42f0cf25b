"""What was changed behind the program's back: a bit of the database, a rule pack, a setting, the clock."""

from __future__ import annotations

import random
import shutil
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from desktop.domain.accounts import PasswordRule
from desktop.domain.codes import PaperKind
from desktop.domain.errors import EnvironmentTrouble
from desktop.domain.print_settings import PrintSetting
from desktop.domain.station_settings import StationSetting
from desktop.policies import PackError, PolicyBook
from desktop.policies import book as book_module
from desktop.services.counter import STATION_FILE, Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor

FLIPS = 120


def everything(station: Counter) -> dict[str, list[Any]]:
    with station.office.database.engine.connect() as connection:
        return {
            name: [tuple(row) for row in connection.execute(text(f"select * from {name}"))]
            for name in sorted(inspect(connection).get_table_names())
        }


@pytest.mark.file_only
def test_a_flipped_bit_of_the_database_is_never_read_as_something_else(
    station: Counter, folders: Folders, clock: Any, register: Callable[..., Any], tmp_path: Path
) -> None:
    for serial in range(1, 4):
        register(serial)
    whole = everything(station)
    station.close()
    path = folders.data / STATION_FILE
    content = path.read_bytes()
    chosen, noticed = random.Random(6), 0
    for flip in range(FLIPS):
        place = chosen.randrange(len(content))
        other = tmp_path / f"flip{flip}"
        shutil.copytree(folders.data, other)
        damaged = bytearray(content)
        damaged[place] ^= 1 << chosen.randrange(8)
        (other / STATION_FILE).write_bytes(damaged)
        try:
            again = open_counter(Folders(other, folders.cache), clock, practice=False)
        except EnvironmentTrouble:
            noticed += 1
            continue
        try:
            assert everything(again) == whole, place  # what is not noticed reads as it was
            with again.office.database.engine.connect() as connection:
                noticed += bool(connection.exec_driver_sql("PRAGMA cipher_integrity_check").all())
        except (EnvironmentTrouble, DBAPIError):
            noticed += 1
        finally:
            again.office.database.close()
            shutil.rmtree(other)
    assert noticed == FLIPS


@pytest.mark.parametrize("change", ["a digit", "a line more", "a file more", "a file less"])
def test_a_changed_pack_of_the_published_rules_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, change: str
) -> None:
    rules = tmp_path / "policies"
    shutil.copytree(Path(book_module.__file__).parent, rules)
    monkeypatch.setattr(book_module, "FOLDER", rules)
    assert PolicyBook.load().packs
    path = next(iter(sorted(rules.glob("shandong/*.toml"))))
    if change == "a digit":
        written = path.read_text("utf-8")
        assert "value = 1" in written
        path.write_text(written.replace("value = 1", "value = 2", 1), "utf-8")
    elif change == "a line more":
        path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    elif change == "a file more":
        (rules / "shandong" / "2030-01-01.toml").write_bytes(path.read_bytes())
    else:
        path.unlink()
    with pytest.raises(PackError, match="发布清单"):
        PolicyBook.load()


def set_behind(station: Counter, name: str, value: str | None) -> None:
    with station.office.database.engine.begin() as connection:
        connection.execute(text("delete from setting where name = :name"), {"name": name})
        if value is not None:
            connection.execute(text("insert into setting (name, value) values (:name, :value)"), locals())


def told(station: Counter, template: Any) -> list[str]:
    return [str(one) for one in station.station_settings.read(template.administrator).untold]


def test_a_setting_that_was_set_here_is_told_by_the_trail(station: Counter, template: Any) -> None:
    boss, safe, clerk = template.administrator, template.security, template.clerk
    assert told(station, template) == []
    seen = dict.fromkeys(StationSetting, "")
    station.station_settings.change(boss, {**seen, StationSetting.UNCOLLECTED_DAYS: "45"}, seen)
    station.staff.set_rule(safe, {**RULE, "password_shortest": "10"}, PasswordRule())
    card = PrintSetting(PaperKind.PERMIT_CARD)
    station.print_settings.change(clerk, [PrintSetting(PaperKind.PERMIT_CARD, "cards")], [card])
    assert told(station, template) == []


RULE = {
    "password_shortest": "8",
    "password_kinds": "2",
    "password_days": "90",
    "password_remembered": "3",
    "password_tries": "5",
}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("uncollected_days", "365", "“制证后多少日未领即通知”现在是“365”"),
        ("uncollected_days", None, "“制证后多少日未领即通知”现在是“（未设置）”"),
        ("issuing_authority", "某某市公安局", "“签发机关”现在是“某某市公安局”"),
        ("password_tries", "9999", "“密码规定”现在是“至少10个字符"),
        ("printer/03/31", None, "“3号窗口居住证的打印设置”现在是“（未设置）”"),
        (
            "printer/04/11",
            '{"down":0,"printer":"elsewhere","right":0,"sides":"","tray":""}',
            "“4号窗口居住登记凭证的打印设置”现在是“elsewhere",
        ),
    ],
)
def test_a_setting_changed_behind_the_programs_back_is_named(
    station: Counter, template: Any, name: str, value: str | None, said: str
) -> None:
    test_a_setting_that_was_set_here_is_told_by_the_trail(station, template)
    set_behind(station, name, value)
    [one] = told(station, template)
    assert one.startswith(said)
    assert "留痕里没有这次修改" in one


def test_a_clock_set_back_repeats_no_number_and_is_seen_in_the_trail(
    station: Counter, clock: Any, register: Callable[..., Any], folders: Folders, template: Any
) -> None:
    first = register(1)
    clock.moment -= timedelta(days=400)
    second = register(2)
    clock.moment += timedelta(days=400) - timedelta(minutes=5)
    third = register(3)
    numbers = [one.case.case_number for one in (first, second, third)]
    assert len(set(numbers)) == 3
    assert [one.case.case_id for one in (first, second, third)] == sorted(
        one.case.case_id for one in (first, second, third)
    )
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        rows = connection.execute(
            text("select sequence, at from journal_entry where counter_number = 3 order by sequence")
        ).all()
    assert [row.sequence for row in rows] == list(range(rows[0].sequence, rows[0].sequence + len(rows)))
    assert date(2026, 11, 20) == station.office.today()


@pytest.mark.parametrize("other", ["another person", "another place", "another clerk"])
def test_a_request_sent_again_with_other_contents_gives_the_first_answer_and_stores_nothing(
    station: Counter, register: Callable[..., Any], template: Any, other: str
) -> None:
    request = str(uuid.uuid4())
    first = register(1, request_id=request)
    before = {name: len(rows) for name, rows in everything(station).items()}
    how: dict[str, Any] = {
        "another person": {"serial": 2, "person": {"name": "演练乙"}},
        "another place": {"residence": {"room": "999"}},
        "another clerk": {"actor": template.other},
    }[other]
    again = register(how.pop("serial", 1), request_id=request, **how)
    assert (again.case, again.paper_id) == (first.case, first.paper_id)
    station.journal.flush()
    assert {name: len(rows) for name, rows in everything(station).items()} == before


def test_every_deed_sent_again_with_other_words_is_done_once(
    station: Counter, clerk: Actor, register: Callable[..., Any]
) -> None:
    done = register(1)
    copy = station.papers.prepare(clerk, "request", done.paper_id)
    assert station.papers.prepare(clerk, "request", done.paper_id).copy_id == copy.copy_id
    station.papers.settle(clerk, copy.copy_id, _printed())
    further = station.papers.again(clerk, "further", done.paper_id, "本人遗失")
    same = station.papers.again(clerk, "further", done.paper_id, "别的原因")
    assert (same.copy_id, same.reason, same.number) == (further.copy_id, "本人遗失", 1)
    assert len(station.papers.paper(done.paper_id).copies) == 2


def _printed() -> Any:
    from desktop.domain.codes import CopyOutcome

    return CopyOutcome.PRINTED
