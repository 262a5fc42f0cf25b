"""The index of divisions is built whole, once, and answers by ranges."""

from __future__ import annotations

import csv
import io
import lzma
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.errors import EnvironmentTrouble
from desktop.models.divisions import DATA, LEVELS, DivisionIndex, build


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("divisions") / "cache")


@pytest.fixture(scope="module")
def index(built: Path) -> Iterator[DivisionIndex]:
    index = DivisionIndex(built)
    yield index
    index.close()


@pytest.fixture(scope="module")
def table() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(lzma.decompress(DATA.read_bytes()).decode())))


def test_every_division_lies_in_a_larger_one(table: list[dict[str, str]]) -> None:
    codes = {row["code"] for row in table}
    assert len(codes) == len(table) == 159_155
    larger = dict(zip(LEVELS[1:], LEVELS[:-1], strict=True))
    assert all(len(code) == 2 or code[: larger[len(code)]] in codes for code in codes)


def test_every_division_can_be_typed(table: list[dict[str, str]]) -> None:
    letters = set("abcdefghijklmnopqrstuvwxyz ")
    assert all(row["pinyin"] and set(row["pinyin"] + row["initials"]) <= letters for row in table)
    assert not any({"，", '"', "\n"} & set(row["name"]) for row in table)


PLACES = [
    ("50", "chongqingshi"),
    ("370113", "changqingqu"),
    ("370116", "laiwuqu"),
    ("371722", "shanxian"),
    ("371524", "dongexian"),
    ("371481", "laolingshi"),
    ("3415", "luanshi"),
    ("3310", "taizhoushi"),
    ("3416", "bozhoushi"),
    ("3403", "bengbushi"),
    ("3311", "lishuishi"),
    ("370405", "taierzhuangqu"),
    ("371522", "shenxian"),
    ("410122", "zhongmuxian"),
    ("410182", "xingyangshi"),
    ("4111", "luoheshi"),
    ("410621", "xunxian"),
    ("411726", "biyangxian"),
    ("6531", "kashidiqu"),
    ("5227", "qiannanbuyizumiaozuzizhizhou"),
    ("440113", "panyuqu"),
    ("4419", "dongguanshi"),
    ("340621", "suixixian"),
    ("130726", "yuxian"),
    ("141024", "hongtongxian"),
    ("140428", "changzixian"),
    ("330382", "yueqingshi"),
    ("510181", "dujiangyanshi"),
    ("220173", "changchungaoxinjishuchanyekaifaqu"),
]
FROM_HERE = {"140428": "zhangzixian", "220173": "changchungaoxinjishuchanyekaifaqu"}


@pytest.mark.parametrize(("code", "pinyin"), PLACES)
def test_a_place_is_read_as_people_there_read_it(table: list[dict[str, str]], code: str, pinyin: str) -> None:
    rows = {row["code"]: row["pinyin"].split()[0] for row in table if len(row["code"]) <= 6}
    assert rows[code] == FROM_HERE.get(code, pinyin)


def test_a_second_start_takes_the_file_that_is_there(built: Path) -> None:
    before = built.stat()
    assert build(built.parent) == built
    assert built.stat() == before or built.stat().st_mtime_ns == before.st_mtime_ns
    assert [path.name for path in built.parent.iterdir()] == [built.name]


def test_two_programs_that_start_at_once_both_get_a_whole_file(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from desktop.models.divisions import DivisionIndex, build;"
        "i = DivisionIndex(build(pathlib.Path(sys.argv[1]))); assert i.names(['370102']); i.close()"
    )
    programs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)]) for _ in range(2)]
    assert [program.wait(600) for program in programs] == [0, 0]
    assert [path.suffix for path in tmp_path.iterdir()] == [".sqlite"]


def test_half_a_file_is_made_again(built: Path, tmp_path: Path) -> None:
    half = tmp_path / built.name
    half.write_bytes(built.read_bytes()[: 1 << 20])
    assert build(tmp_path) == half
    assert half.stat().st_size == built.stat().st_size


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(EnvironmentTrouble, match="行政区划索引"):
        build(tmp_path / "file")


def test_a_damaged_file_is_told_in_a_sentence(built: Path, tmp_path: Path) -> None:
    broken = tmp_path / built.name
    data = bytearray(built.read_bytes())
    data[8192:] = b"\x55" * (len(data) - 8192)
    broken.write_bytes(data)
    index = DivisionIndex(broken)
    with pytest.raises(EnvironmentTrouble, match="行政区划索引"):
        index.names(["370102"])
    index.close()


def test_names_pinyin_and_initials_are_found_from_their_beginnings(index: DivisionIndex) -> None:
    assert index.starting("name", "历下", 6, "", 9) == [("370102", "历下区")]
    assert ("370102", "lixiaqu") in index.starting("pinyin", "lixia", 6, "37", 9)
    assert ("370102", "lxq") in index.starting("initials", "lx", 6, "3701", 9)


def test_a_further_reading_is_found_too(index: DivisionIndex) -> None:
    assert ("3415", "liuanshi") in index.starting("pinyin", "liuan", 4, "", 9)
    assert ("3415", "luanshi") in index.starting("pinyin", "luan", 4, "", 9)


def test_a_part_of_a_name_is_found_inside_a_place(index: DivisionIndex) -> None:
    assert ("370102001", "解放路街道") in index.containing("放路", 9, "", 99)
    assert index.containing("放路", 9, "370102", 99) == [("370102001", "解放路街道")]
    assert index.containing("放路", 12, "370102", 99) == [("370102008002", "解放路社区居民委员会")]
    assert index.containing("放", 9, "", 99) == index.containing("放路", 12, "", 99) == []


def test_communities_by_initials_are_found_inside_a_city(index: DivisionIndex) -> None:
    assert ("370102008002", "jflsq") in index.starting("initials", "jfl", 12, "3701", 9)
    assert index.starting("initials", "jfl", 12, "", 9) == []


def test_codes_are_found_by_level(index: DivisionIndex) -> None:
    assert index.coded("3701", 6, 2) == [("370102", "历下区"), ("370103", "市中区")]
    assert index.coded("370102001", 12, 1)[0][0].startswith("370102001")


def test_grouping_rows_and_zones_are_marked(index: DivisionIndex) -> None:
    assert {"1101", "5002", "4290"} <= index.marked("grouping", 4)
    assert {"370176", "371371", "410171"} <= index.marked("statistical", 6)
    assert "370102" in index.marked("", 6)


def test_every_question_is_answered_by_an_index(built: Path) -> None:
    """No question walks through the whole table, however the planner is minded."""
    import sqlite3

    from desktop.models import divisions

    database = sqlite3.connect(built)
    questions = [q for group in divisions._STARTS.values() for q in group] + [
        *divisions._STARTS_BELOW.values()
    ]
    for question in questions:
        steps = database.execute(f"EXPLAIN QUERY PLAN {question}", [6, "a", "b", "37", "38", 9]).fetchall()
        assert all(step[3].startswith("SEARCH") for step in steps), (question, steps)
    database.close()


def test_threads_ask_at_once(built: Path) -> None:
    index = DivisionIndex(built)
    found: list[list[tuple[str, str]]] = []
    threads = [
        threading.Thread(target=lambda: found.append(index.starting("name", "历下", 6, "", 9)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    index.close()
    assert found == [[("370102", "历下区")]] * 4
    assert index.names(["37"]) == {"37": "山东省"}, "it opens again after closing"
    index.close()
