"""The tour is a test: the real windows go through the day, and what it leaves is read back."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.end2end.paper_check import read_back, words_of
from tests.end2end.traces import found_in

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tour") / "out"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.end2end.tour",
            "--out",
            str(folder),
            "--no-gallery",
            "--day-only",
            "--leave-data",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=1800,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="module")
def steps(out: Path) -> dict[str, dict[str, object]]:
    return {step["name"]: step for step in json.loads((out / "tour.json").read_text("utf-8"))}


def test_the_day_needs_no_mouse(steps: dict[str, dict[str, object]]) -> None:
    assert len(steps) > 20
    assert all(step["mouse_clicks"] == 0 for step in steps.values())


def test_every_screen_has_its_picture(out: Path) -> None:
    names = {path.stem for path in (out / "screens").glob("*.png")}
    assert names >= {
        "sign-in",
        "set-up",
        "desk",
        "settings",
        "found",
        "wrong-number",
        "person",
        "newcomer-offered",
        "registration",
        "registration-late",
        "move",
        "application",
        "application-resumed",
        "application-refused",
        "refusal-asked",
        "paper-certificate",
        "paper-certificate-with-minor",
        "paper-certificate-after-move",
        "paper-receipt",
        "paper-receipt-after-notice",
        "paper-missing-items",
        "paper-refusal",
        "save",
        "reprint-reason",
        "reprint",
        "entitlements",
        "paper-entitlements",
        "hukou",
        "paper-hukou-notice",
        "lock",
        "desk-at-work",
        "keys",
        "rules",
        "rules-before",
        "staffing",
        "permit",
        "endorsement",
        "production",
        "hand-over",
        "handed-over",
        "decision",
        "day",
        "end-of-day",
        "paper-day-summary",
        "calendar",
        "export",
    }


def test_every_numbered_paper_reads_back(out: Path) -> None:
    papers = [path for path in (out / "papers").glob("*.pdf") if re.match(r"\d{24}", path.name)]
    assert len(papers) >= 9
    for path in papers:
        read_back(path, path.name[:24], "演练")


def test_the_entitlements_are_told_with_their_articles(out: Path) -> None:
    [stored] = (out / "papers").glob("16*-0.pdf")
    words = re.sub(r"\s", "", words_of(stored))
    for told in (
        "权益和便利告知单",
        "仇长河",
        "居住登记凭证、居住证",
        "《居住证暂行条例》第十二条",
        "领取人签名",
    ):
        assert told in words
    assert (out / "papers" / "entitlements-saved-by-the-clerk.pdf").read_bytes() == stored.read_bytes()


def test_the_hukou_notice_says_that_it_decides_nothing(out: Path) -> None:
    [stored] = (out / "papers").glob("17*-0.pdf")
    words = re.sub(r"\s", "", words_of(stored))
    for told in (
        "落户条件测算告知书",
        "仇长河",
        "不是审批决定",
        "失效",
        "济政发〔2017〕14号二（一）1（2）",
        "可以随迁",
    ):
        assert told in words


def test_a_saved_paper_is_byte_for_byte_the_stored_one(out: Path) -> None:
    [stored] = (out / "papers").glob("11*001-0.pdf")
    assert (out / "papers" / "certificate-saved-by-the-clerk.pdf").read_bytes() == stored.read_bytes()


def test_the_reprint_says_so_and_the_original_does_not(out: Path) -> None:
    assert "补打" in words_of(out / "papers" / "reprint-saved-by-the-clerk.pdf")
    assert "补打" not in words_of(out / "papers" / "receipt-saved-by-the-clerk.pdf")


def test_the_exported_logs_say_the_same_in_every_format(out: Path) -> None:
    import openpyxl

    written = (out / "day-log.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    csv = written.decode("utf-8-sig")
    numbers = set(re.findall(r"\b370102001\d{13}\b", csv))
    assert len(numbers) >= 7
    with closing(openpyxl.load_workbook(out / "day-log.xlsx", read_only=True)) as book:
        rows = book.worksheets[0].iter_rows(values_only=True)
        cells = {str(cell).strip() for row in rows for cell in row if cell}
    assert numbers <= cells
    pdf = re.sub(r"\s", "", words_of(out / "day-log.pdf"))  # there the digits stand in groups
    assert all(number in pdf for number in numbers)


def test_the_program_keeps_nothing_of_anybody_but_in_its_database(out: Path) -> None:
    words = json.loads((out / "words.json").read_text("utf-8"))["words"]
    assert len(words) > 150
    assert "单雨桐" in words
    data = out / "data"
    written = "".join(path.read_text("utf-8") for path in sorted((data / "log").iterdir()))
    assert written.count("desktop.faults: fault ") > 100  # of every kind, with everybody in them
    assert "uncaught, thread" in written
    assert found_in(data, words) == []
    planted = data / "log" / "crash.txt"
    planted.write_text(f"locals: {words[-1]}", "utf-8")
    assert found_in(data, words) == [f"log/crash.txt: {words[-1]}"]
