"""Nothing of a paper that is done stays behind in the print service's own folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from printing import cups
from printing.documents import ORIGINAL, RegistrationCertificate
from printing.fonts import Fonts
from printing.queued_jobs import JobState, cancel, job_state, look
from printing.render import render
from printing.spool import forget
from tests.printing.print_server import Server, add_queues, add_slow, started

PAGE = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj"


@pytest.fixture
def queues() -> Iterator[Server]:
    with started() as server:
        add_queues(server)
        yield server


@pytest.fixture
def pdf(certificate: RegistrationCertificate, fonts: Fonts) -> bytes:
    return render(certificate, ORIGINAL, fonts)


def left(server: Server, job: str) -> list[str]:
    number = f"{int(job.rpartition('-')[2]):05}"
    return sorted(path.name for path in (server.folder / "spool").glob(f"[cd]{number}*"))


def test_a_finished_jobs_file_is_there_until_it_is_forgotten(queues: Server, pdf: bytes) -> None:
    job, other = (cups.send(pdf, "office", "演练") for _ in range(2))
    queues.until(lambda: {job_state(job), job_state(other)} == {JobState.FINISHED})
    assert left(queues, job) != []
    assert forget(job)
    assert left(queues, job) == []
    assert job_state(job) is JobState.UNKNOWN
    assert left(queues, other) != []
    assert not forget(job)


def test_a_job_that_still_waits_is_left_alone(queues: Server) -> None:
    add_slow(queues)
    first, job = (cups.send(PAGE, "slow", "演练") for _ in range(2))
    queues.until(lambda: look(first).begun)
    assert not forget(job)
    assert job_state(job) is JobState.WAITING
    cancel(job)
    cancel(first)


@pytest.mark.parametrize("job", ["office-77", "office", "office-x", "-", ""])
def test_a_job_that_nobody_knows_is_none(queues: Server, job: str) -> None:
    assert not forget(job)


def test_a_service_that_is_away_or_elsewhere_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("/tmp/no-such-socket", "printer.example"):  # noqa: S108 - a place where nothing is
        monkeypatch.setenv("CUPS_SERVER", place)
        assert not forget("office-1", deadline=0.5)


@pytest.mark.parametrize(("user", "done"), [("王芳", True), ("a\nb", False), ("\udcff", False)])
def test_whoever_sent_it_may_have_any_name(
    queues: Server, pdf: bytes, monkeypatch: pytest.MonkeyPatch, user: str, done: bool
) -> None:
    job = cups.send(pdf, "office", "演练")
    queues.until(lambda: job_state(job) is JobState.FINISHED)
    monkeypatch.setattr("printing.spool.getpass.getuser", lambda: user)
    assert forget(job) is done
    assert (left(queues, job) == []) is done
