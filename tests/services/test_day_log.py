"""The log goes into a file that survives a spreadsheet, is sealed, and is whole or not there."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from sqlalchemy import literal, select
from sqlalchemy.dialects import postgresql

from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.domain.masking import mask_id
from desktop.models.prepared import Prepared
from desktop.services import day_log
from desktop.services.counter import Counter
from desktop.services.day_log import ExportCancelled, LogFormat, LogRequest
from desktop.services.day_rows import ExportDone
from desktop.services.journal import Happening
from desktop.services.log_actions import ACTIONS
from desktop.services.log_columns import HEADINGS, statement
from desktop.services.rows import Actor
from desktop.services.safe_cells import DANGEROUS, masked, safe_number, safe_text

DAY = date(2026, 11, 20)
PYTHON = sys.executable
Write = Callable[..., None]
Run = Callable[..., ExportDone]


@pytest.fixture
def boss(station: Counter) -> Actor:
    return station.sign_in.sign_in("audit", "test-pass-7", 9)


@pytest.fixture
def write(station: Counter, clerk: Actor) -> Write:
    """Write an entry of this day; the staff's name may be changed with `staff`."""

    def write(action: str = "look_up", staff: str = "", **facts: Any) -> None:
        actor = replace(clerk, name=staff) if staff else clerk
        with station.office.database.write() as link:
            station.journal.write(link, Happening(actor, action, station.office.clock.now(), **facts))

    return write


@pytest.fixture
def run(station: Counter, boss: Actor, tmp_path: Path) -> Run:
    def run(kind: LogFormat, whole: bool = True, first: date = DAY, last: date = DAY) -> ExportDone:
        request = LogRequest(first, last, kind, tmp_path / f"out.{kind.value}", whole)
        return station.day_log.export(boss, request, lambda done, total: None, lambda: False)

    return run


def lines_of(path: str) -> list[list[str]]:
    content = Path(path).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.split(b"\r\n")[0].decode("utf-8-sig") == ",".join(HEADINGS)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def last_of(path: str) -> dict[str, str]:
    """The last row that the clerk wrote."""
    rows = [dict(zip(HEADINGS, line, strict=True)) for line in lines_of(path)[1:-2]]
    return [row for row in rows if row["窗口"] == "3"][-1]


def test_every_entry_is_a_row_with_its_headings_in_chinese(
    station: Counter, boss: Actor, write: Write, run: Run
) -> None:
    write("look_up", matter="居住登记", detail="张三，李四")
    count = station.day_log.count(boss, DAY, DAY)
    done = run(LogFormat.CSV)
    lines = lines_of(done.path)
    assert lines[0] == list(HEADINGS)
    assert done.rows == count == len(lines) - 3
    row = last_of(done.path)
    assert row["时间"].startswith("2026-11-20 10:")
    assert (row["日期"], row["窗口"], row["经办人"]) == ("2026-11-20", "3", "测试一")
    assert (row["事项"], row["事由"], row["内容"]) == ("查询", "居住登记", "张三，李四")
    assert len(row["校验值"]) == 64


def test_the_last_lines_are_the_count_and_the_hash_of_all_before_them(write: Write, run: Run) -> None:
    write(matter="a,b", detail='"引号"\n换行')
    done = run(LogFormat.CSV)
    content = Path(done.path).read_bytes()
    assert content.endswith(f"记录数,{done.rows}\r\nSHA-256,{done.sha256}\r\n".encode())
    before = content[: content.rindex("记录数,".encode())]
    assert hashlib.sha256(before).hexdigest() == done.sha256
    assert done.bytes == len(content)


def test_a_span_without_entries_gives_a_file_that_says_so(run: Run) -> None:
    done = run(LogFormat.CSV, first=date(2020, 1, 1), last=date(2020, 1, 31))
    assert done.rows == 0
    assert lines_of(done.path) == [list(HEADINGS), ["记录数", "0"], ["SHA-256", done.sha256]]


@pytest.mark.parametrize("sign", [*DANGEROUS])
def test_what_a_spreadsheet_might_run_is_only_text(write: Write, run: Run, sign: str) -> None:
    write(staff=f"{sign}SUM(1)", matter=f"{sign}cmd|' /C calc'!A0", detail=f"{sign}1+1")
    row = last_of(run(LogFormat.CSV).path)
    assert row["经办人"] == f"'{sign}SUM(1)"
    assert row["事由"] == f"'{sign}cmd|' /C calc'!A0"
    assert row["内容"] == f"'{sign}1+1"


def test_long_numbers_keep_their_last_digits(write: Write, run: Run) -> None:
    case, paper = "3701120072026112003015", "113701120072026112003015"
    write("print_paper", case_number=case, paper_number=paper, detail="138001380001")
    row = last_of(run(LogFormat.CSV).path)
    assert (row["受理号"], row["单据编号"], row["内容"]) == (f"\t{case}", f"\t{paper}", "\t138001380001")


def test_a_person_is_named_as_known_then_and_the_number_is_whole_or_masked(
    station: Counter, clerk: Actor, register: Any, write: Write, run: Run
) -> None:
    done = register(1)
    station.office.rights.seat(clerk)
    person = station.people.person(done.case.person_id)
    write("view_person", person_id=person.person_id)  # a look speaks of the person, not of a version
    for whole, shown in ((True, person.id_number), (False, mask_id(person.id_number))):
        rows = [
            dict(zip(HEADINGS, line, strict=True)) for line in lines_of(run(LogFormat.CSV, whole).path)[1:-2]
        ]
        named = [row for row in rows if row["姓名"] == person.name]
        assert {row["事项"] for row in named} >= {"居住登记", "查看人员"}
        assert {row["证件号码"] for row in named} == {f"\t{shown}"}


def asked(station: Counter, expression: Any) -> Any:
    return station.office.database.link.one(Prepared(select(expression.label("it")))).it


def test_numbers_are_masked_in_sql_as_everywhere_else(station: Counter) -> None:
    for length in range(25):
        number = "37010219900307751X000000"[:length]
        assert asked(station, masked(literal(number))) == mask_id(number), number


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("", ""), ("张三", "张三"), ("A", "A"), ("z=1", "z=1"), ("12", "12"), ("'=1", "'=1"), (" =1", " =1"),
        ("123456789012", "\t123456789012"), ("𬜛", "𬜛"), ("！", "！"),
    ],
)  # fmt: skip
def test_ordinary_cells_are_left_as_they_are(station: Counter, text: str, safe: str) -> None:
    assert asked(station, safe_text(literal(text))) == safe


@pytest.mark.parametrize(
    ("number", "safe"),
    [("", ""), ("E12345678", "E12345678"), ("1E234567", "\t1E234567"), ("-1", "'-1"), ("ABC123456789", "\tABC123456789")],
)  # fmt: skip
def test_short_numbers_that_look_like_powers_stay_text(station: Counter, number: str, safe: str) -> None:
    assert asked(station, safe_number(literal(number))) == safe


def test_the_statement_is_portable_sql() -> None:
    text = statement(whole_numbers=False, cells_too=True).compiled(postgresql.dialect()).text
    assert "instr" not in text
    assert "position(" in text


def test_every_action_of_the_program_has_a_chinese_name(station: Counter) -> None:
    folder = Path(day_log.__file__).parent
    words = "\n".join(
        path.read_text("utf-8") for path in folder.glob("*.py") if path.name != "log_actions.py"
    )
    for action in ("look_up", "view_person", "view_paper", "register_residence", "settle_paper", "end_day"):
        assert f'"{action}"' in words
        assert action in ACTIONS


def test_a_workbook_has_the_cells_as_text_and_the_same_hash(write: Write, run: Run) -> None:
    write(staff="=1+1", matter="居住登记", detail="+86 138", case_number="3701120072026112003015")
    done = run(LogFormat.XLSX)
    book = openpyxl.load_workbook(done.path)
    assert book.sheetnames == ["当日台账", "说明"]
    rows = list(book["当日台账"].iter_rows())
    assert [cell.value for cell in rows[0]] == list(HEADINGS)
    assert len(rows) == done.rows + 1
    [last] = [row for row in rows if row[10].value == "居住登记"]
    assert [cell.value for cell in last][4] == "=1+1"  # as it was, and no formula
    assert {cell.data_type for cell in last if cell.value is not None} == {"s"}
    assert last[8].value == "3701120072026112003015"
    sealed = {row[0].value: row[1].value for row in book["说明"].iter_rows()}
    assert (sealed["记录数"], sealed["SHA-256"]) == (str(done.rows), done.sha256)
    assert sealed["起止日期"] == "2026-11-20 至 2026-11-20"
    content = Path(run(LogFormat.CSV).path).read_bytes()
    as_csv = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    out = io.StringIO(newline="")
    out.write("\ufeff")
    csv.writer(out).writerows(as_csv[: done.rows + 1])
    assert hashlib.sha256(out.getvalue().encode()).hexdigest() == done.sha256


def test_a_pdf_says_what_the_log_says_and_carries_count_and_hash(
    station: Counter, clerk: Actor, register: Any, write: Write, run: Run
) -> None:
    register(1)
    for _ in range(60):
        write("print_paper", paper_number="113701120072026112003015", detail="原件 office\U0001f600")
    done = run(LogFormat.PDF, whole=False)
    pdf = pypdfium2.PdfDocument(done.path)
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in pdf]
    pages = len(texts)
    width, height = pdf[0].get_size()
    pdf.close()
    assert width > height
    assert pages > 1
    for number, text in enumerate(texts, 1):
        assert f"第{number}页共{pages}页" in text
        assert done.sha256 in text
        assert f"记录数：{done.rows}" in text
    whole = "".join(texts)
    assert "测试派出所" in whole
    assert "导出人：测试审计员" in whole
    assert whole.count("打印单据") == 60
    assert "〔U+1F600〕" in whole
    assert "371321********" in whole


def test_a_pdf_of_too_many_rows_is_refused_with_a_way_on(
    station: Counter, write: Write, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    through(monkeypatch, tmp_path, "sed -i s/PDF_ROWS/PDF_ROWS/ /dev/null", prelude="PDF_ROWS = 1")
    write()
    with pytest.raises(NotPossible, match="缩短日期范围，或改用CSV、XLSX格式"):
        run(LogFormat.PDF)
    assert not list(tmp_path.glob("*out*"))


def test_only_the_audit_administrator_may_export(station: Counter, clerk: Actor, tmp_path: Path) -> None:
    assert clerk.role is Role.AUXILIARY
    request = LogRequest(DAY, DAY, LogFormat.CSV, tmp_path / "out.csv", False)
    with pytest.raises(NotPossible, match="没有“导出台账”的权限"):
        station.day_log.export(clerk, request, lambda done, total: None, lambda: False)
    assert not (tmp_path / "out.csv").exists()


def test_a_span_that_ends_before_it_begins_is_refused(run: Run) -> None:
    with pytest.raises(BadInput, match="结束日期不能早于开始日期"):
        run(LogFormat.CSV, first=DAY, last=DAY - timedelta(days=1))


def entries(station: Counter, action: str) -> list[str]:
    cursor = station.office.database.link._cursor
    cursor.execute(f"SELECT staff_name || ' ' || detail FROM journal_entry WHERE action = '{action}'")
    return [str(row[0]) for row in cursor.fetchall()]


def test_the_export_itself_is_in_the_trail(station: Counter, run: Run) -> None:
    done = run(LogFormat.CSV, whole=False)
    [entry] = entries(station, "export_log")
    assert entry.startswith("测试审计员 2026-11-20至2026-11-20 csv ")
    assert f"{done.rows}条" in entry
    assert "已遮盖" in entry
    assert done.sha256 in entry


def test_looks_still_waiting_are_in_the_export(station: Counter, clerk: Actor, run: Run) -> None:
    station.journal.note(Happening(clerk, "view_person", station.office.clock.now(), matter="现场查看"))
    assert "现场查看" in Path(run(LogFormat.CSV).path).read_text("utf-8-sig")


@pytest.mark.file_only
def test_the_key_is_on_no_command_line(
    station: Counter, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    through(monkeypatch, tmp_path, f'echo "$@" > {tmp_path}/said; env >> {tmp_path}/said')
    run(LogFormat.CSV)
    key = station.office.database.ring.current_key().hex()  # type: ignore[attr-defined]
    assert "log_export" in (tmp_path / "said").read_text()
    assert key not in (tmp_path / "said").read_text()


# -- no file is ever half written ----------------------------------------------------------------------------


def through(monkeypatch: pytest.MonkeyPatch, folder: Path, before: str, prelude: str = "") -> None:
    """Start the child through a script, as a machine in a certain state would."""
    program = folder / "python"
    start = f'exec {PYTHON} "$@"'
    if prelude:
        child = f"import desktop.services.log_export as it, sys; it.{prelude}; sys.exit(it.main())"
        start = f"exec {PYTHON} -X utf8 -c '{child}'"
    program.write_text(f"#!/bin/sh\n{before}\n{start}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "executable", str(program))


def many(station: Counter, clerk: Actor, count: int) -> None:
    at = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
    with station.office.database.write() as link:
        station.journal.write(
            link, *(Happening(clerk, "look_up", at, detail=f"第{n}条") for n in range(count))
        )


@pytest.mark.parametrize("kind", list(LogFormat))
def test_a_cancelled_export_leaves_nothing(
    station: Counter, clerk: Actor, boss: Actor, tmp_path: Path, kind: LogFormat
) -> None:
    many(station, clerk, 300)
    folder = tmp_path / "out"
    folder.mkdir()
    request = LogRequest(DAY, DAY, kind, folder / "out", True)
    seen: list[int] = []
    with pytest.raises(ExportCancelled, match="没有留下文件"):
        station.day_log.export(boss, request, lambda done, total: seen.append(total), lambda: bool(seen))
    assert list(folder.iterdir()) == []
    assert entries(station, "export_log") == []
    assert list((station.office.folders.cache / "export").iterdir()) == []


@pytest.mark.parametrize("kind", list(LogFormat))
def test_a_killed_export_leaves_nothing_and_the_old_file(
    station: Counter,
    clerk: Actor,
    boss: Actor,
    tmp_path: Path,
    kind: LogFormat,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many(station, clerk, 300)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "out").write_text("before")
    through(monkeypatch, tmp_path, f"echo $$ > {tmp_path}/pid")
    request = LogRequest(DAY, DAY, kind, folder / "out", True)

    def kill(done: int, total: int) -> None:
        os.kill(int((tmp_path / "pid").read_text()), signal.SIGKILL)

    with pytest.raises(EnvironmentTrouble, match="导出中断"):
        station.day_log.export(boss, request, kill, lambda: False)
    assert [path.name for path in folder.iterdir()] == ["out"]
    assert (folder / "out").read_text() == "before"


def test_a_full_disk_is_told_and_leaves_nothing(
    station: Counter, clerk: Actor, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(station, clerk, 300)
    through(monkeypatch, tmp_path, "ulimit -f 4")
    with pytest.raises(EnvironmentTrouble, match="文件没有存成"):
        run(LogFormat.CSV)
    assert not list(tmp_path.glob("*out*"))


@pytest.mark.parametrize("folder", ["/proc/self", "/nowhere"])
def test_a_folder_that_takes_no_files_is_told(station: Counter, boss: Actor, folder: str) -> None:
    request = LogRequest(DAY, DAY, LogFormat.CSV, Path(folder) / "out.csv", False)
    with pytest.raises(EnvironmentTrouble, match="请换一个位置再存"):
        station.day_log.export(boss, request, lambda done, total: None, lambda: False)


def test_where_nameless_files_are_not_known_the_file_is_whole_too(
    station: Counter, clerk: Actor, boss: Actor, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(station, clerk, 10)
    through(monkeypatch, tmp_path, "", prelude="os.O_TMPFILE = 0")
    done = run(LogFormat.CSV)
    assert len(lines_of(done.path)) == done.rows + 3
    assert not list(tmp_path.glob(".out*"))
    through(monkeypatch, tmp_path, f"echo $$ > {tmp_path}/pid", prelude="os.O_TMPFILE = 0")
    request = LogRequest(DAY, DAY, LogFormat.XLSX, tmp_path / "new.xlsx", True)
    with pytest.raises(EnvironmentTrouble):
        station.day_log.export(
            boss, request, lambda *_: os.kill(int((tmp_path / "pid").read_text()), 9), lambda: False
        )
    assert not list(tmp_path.glob("*new*"))


def test_a_child_whose_parent_is_gone_leaves_nothing(station: Counter, boss: Actor, tmp_path: Path) -> None:
    request = LogRequest(DAY, DAY, LogFormat.CSV, tmp_path / "out.csv", True)
    at = station.office.clock.now()
    asked = station.day_log._asked(boss, request, at, tmp_path / ".out.part", tmp_path)
    ended = subprocess.run(
        [PYTHON, "-m", "desktop.services.log_export"],
        input=json.dumps(asked) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert '"ready"' in ended.stdout
    assert not list(tmp_path.glob("*out*"))


@pytest.mark.parametrize("kind", list(LogFormat))
def test_progress_counts_up_to_all_rows(
    station: Counter, clerk: Actor, boss: Actor, tmp_path: Path, kind: LogFormat
) -> None:
    many(station, clerk, 6000 if kind is LogFormat.CSV else 100)
    seen: list[tuple[int, int]] = []
    request = LogRequest(DAY, DAY, kind, tmp_path / "out", True)
    done = station.day_log.export(boss, request, lambda *each: seen.append(each), lambda: False)
    assert seen[0] == (0, done.rows)
    assert seen[-1] == (done.rows, done.rows)
    assert [each for each, _ in seen] == sorted(each for each, _ in seen)
