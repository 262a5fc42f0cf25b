"""A copy goes out: to a file or to a printer's queue, whatever stands in its way."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.errors import EnvironmentTrouble, NotPossible
from desktop.services.counter import Counter
from desktop.services.paper_rows import CopyRow
from desktop.services.rows import Actor
from tests.services.papers.reading import Register, actions


def test_a_saved_copy_is_the_stored_bytes(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, tmp_path: Path
) -> None:
    path = tmp_path / "凭证 1.pdf"
    station.papers.save(clerk, copy.copy_id, path)
    assert path.read_bytes() == station.papers.pdf(copy.copy_id)
    [saved] = station.papers.paper(paper).copies
    assert saved.outcome is CopyOutcome.SAVED
    assert set(os.listdir(tmp_path)) == {"data", "凭证 1.pdf"}


def test_saving_a_printed_copy_leaves_it_printed(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, tmp_path: Path
) -> None:
    printed = station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    station.papers.save(clerk, copy.copy_id, tmp_path / "a.pdf")
    assert station.papers.paper(paper).copies == (printed,)


def test_a_file_named_after_the_resident_leaves_no_name_in_the_trail(
    station: Counter, clerk: Actor, register: Register, tmp_path: Path
) -> None:
    done = register()
    whose = station.people.person(done.case.person_id)
    copy = station.papers.prepare(clerk, "request-0", done.paper_id)
    assert len(whose.name) > 1
    station.papers.save(clerk, copy.copy_id, tmp_path / f"{whose.name} {whose.id_number}.pdf")
    [(_, told)] = actions(station, "save_paper")
    assert told.startswith(f"原件 {whose.name[0]}")
    assert "*" in told
    assert whose.name not in told
    assert whose.id_number not in told


@pytest.mark.file_only
@pytest.mark.usefixtures("ordinary_user")
def test_a_read_only_folder_is_told_and_nothing_changes(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, tmp_path: Path
) -> None:
    folder = tmp_path / "只读"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"before")
    folder.chmod(0o500)
    for name in ("a.pdf", "b.pdf"):
        with pytest.raises(EnvironmentTrouble, match="没有存成.*Permission denied"):
            station.papers.save(clerk, copy.copy_id, folder / name)
    assert os.listdir(folder) == ["a.pdf"]
    assert (folder / "a.pdf").read_bytes() == b"before"
    assert station.papers.paper(paper).copies == (copy,)
    assert actions(station, "save_paper") == []


def test_a_file_that_does_not_fit_leaves_the_old_one_whole(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, tmp_path: Path
) -> None:
    folder = tmp_path / "满"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    pdf = station.papers.pdf(copy.copy_id)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(pdf) // 2, hard))
    try:
        with pytest.raises(EnvironmentTrouble, match="没有存成"):
            station.papers.save(clerk, copy.copy_id, folder / "a.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert os.listdir(folder) == ["a.pdf"]
    assert (folder / "a.pdf").read_bytes() == b"before"
    assert station.papers.paper(paper).copies == (copy,)


@pytest.mark.parametrize("where", ["missing/a.pdf", "folder", "file/a.pdf", "n" * 300 + ".pdf"])
def test_a_place_that_cannot_be_written_is_told(
    station: Counter, clerk: Actor, copy: CopyRow, tmp_path: Path, where: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(EnvironmentTrouble, match="没有存成"):
        station.papers.save(clerk, copy.copy_id, tmp_path / where)
    assert sorted(os.listdir(tmp_path)) == before


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A print system with the queue `laser`: takes a job to `job.pdf`, refuses while `refusing` is there."""
    folder = tmp_path / "cups"
    folder.mkdir()
    (folder / "lpstat").write_text(
        "#!/bin/sh\necho scheduler is running\necho system default destination: laser\n"
        "echo laser accepting requests since today\necho printer laser is idle.  enabled since today\n"
    )
    (folder / "lp").write_text(
        f"#!/bin/sh\ncd {folder}\nif [ -e refusing ]; then echo lp: no toner >&2; exit 1; fi\n"
        "/bin/cat > job.pdf\necho request id is laser-1\n"
    )
    for program in ("lpstat", "lp"):
        (folder / program).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_the_queue_gets_the_stored_bytes_and_is_remembered(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, print_system: Path, template: Any
) -> None:
    assert [(one.name, one.ready, one.is_default) for one in station.papers.printers()] == [
        ("laser", True, True)
    ]
    assert station.papers.last_printer(clerk, PaperKind.REGISTRATION_CERTIFICATE) == ""
    assert station.papers.send(clerk, copy.copy_id, "laser") == "laser-1"
    assert (print_system / "job.pdf").read_bytes() == station.papers.pdf(copy.copy_id)
    [sent] = station.papers.paper(paper).copies
    assert (sent.printer, sent.outcome) == ("laser", CopyOutcome.PENDING)
    assert station.papers.last_printer(clerk, PaperKind.REGISTRATION_CERTIFICATE) == "laser"
    assert station.papers.last_printer(clerk, PaperKind.ACCEPTANCE_RECEIPT) == ""
    assert station.papers.last_printer(template.other, PaperKind.REGISTRATION_CERTIFICATE) == ""
    assert actions(station, "print_paper") == [("print_paper", "原件 laser")]


def test_a_copy_that_went_to_a_printer_is_asked_about_though_it_was_saved_too(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, print_system: Path, tmp_path: Path
) -> None:
    station.papers.send(clerk, copy.copy_id, "laser")
    station.papers.save(clerk, copy.copy_id, tmp_path / "a.pdf")
    assert station.papers.paper(paper).copies[0].outcome is CopyOutcome.PENDING


def test_a_job_that_was_refused_left_no_sheet_to_ask_about(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, print_system: Path
) -> None:
    (print_system / "refusing").write_text("")
    with pytest.raises(EnvironmentTrouble, match="没有收下"):
        station.papers.send(clerk, copy.copy_id, "laser")
    assert station.papers.paper(paper).copies == (copy,)


def test_an_unknown_queue_is_told(station: Counter, clerk: Actor, copy: CopyRow, print_system: Path) -> None:
    with pytest.raises(EnvironmentTrouble, match="找不到这台打印机"):
        station.papers.send(clerk, copy.copy_id, "inkjet")


def test_a_settled_copy_is_not_sent_again(
    station: Counter, clerk: Actor, copy: CopyRow, print_system: Path
) -> None:
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    with pytest.raises(NotPossible, match="补打"):
        station.papers.send(clerk, copy.copy_id, "laser")
    assert not (print_system / "job.pdf").exists()


def test_a_machine_without_a_print_system_says_what_still_works(
    station: Counter, clerk: Actor, paper: int, copy: CopyRow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for ask in (station.papers.printers, lambda: station.papers.send(clerk, copy.copy_id, "laser")):
        with pytest.raises(EnvironmentTrouble, match="先存为PDF"):
            ask()
    assert station.papers.paper(paper).copies == (copy,)
