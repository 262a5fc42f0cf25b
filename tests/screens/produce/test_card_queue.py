"""The cards on their way as the queue tells of them, after the page is opened anew too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.codes import PaperKind
from desktop.domain.print_settings import PrintSetting
from desktop.services.counter import Counter
from desktop.services.paper_rows import PrinterRow
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.screens.produce.presenter import ProducePresenter
from desktop.ui.screens.produce.view import ProduceView
from printing import cups, queued_jobs
from printing.queued_jobs import JobLook, JobState
from tests.screens.produce.test_produce import find, granted, keeper, show

__all__ = ["granted", "keeper", "show"]


class Queue:
    """A card printer that takes jobs and tells what it is told to tell."""

    def __init__(self) -> None:
        self.looks: dict[str, JobLook] = {}
        self.cancelled: list[str] = []

    def send(self, pdf: bytes, printer: str, title: str, **options: str) -> str:
        job = f"{printer}-{len(self.looks) + 1}"
        self.looks[job] = JobLook(JobState.WAITING, False, ("media-empty",))
        return job

    def look_at_all(self, jobs: Any, **_how: Any) -> dict[str, JobLook]:
        return {job: self.looks[job] for job in jobs}

    def cancel(self, job: str, **_how: Any) -> bool:
        self.cancelled.append(job)
        return not self.looks[job].begun


@pytest.fixture
def queue(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Queue:
    one = Queue()
    monkeypatch.setattr(cups, "send", one.send)
    monkeypatch.setattr(queued_jobs, "look_at_all", one.look_at_all)
    monkeypatch.setattr(queued_jobs, "cancel", one.cancel)
    rows = (PrinterRow("office", True, "空闲", True), PrinterRow("cards", True, "空闲", False))
    monkeypatch.setattr(counter.papers, "printers", lambda: rows)
    return one


@pytest.fixture
def presenter(
    qapp: object, counter: Counter, actor: Actor, inline: Inline, granted: object, queue: Queue
) -> ProducePresenter:
    setting = PrintSetting(PaperKind.PERMIT_CARD, "cards")
    counter.print_settings.change(actor, [setting], [PrintSetting(PaperKind.PERMIT_CARD)])
    made = ProducePresenter(counter, actor, inline)
    made.tick_all()
    made.reserve()
    return made


def test_the_printer_set_for_cards_is_chosen_not_the_usual_one(presenter: ProducePresenter) -> None:
    assert presenter.printers.chosen == "cards"


def test_each_card_says_where_its_job_is_also_when_the_page_is_opened_anew(
    presenter: ProducePresenter, counter: Counter, actor: Actor, inline: Inline, queue: Queue
) -> None:
    presenter.print()
    assert presenter.going.short_words("JN0001") == "排队中"
    assert presenter.going.words("JN0001") == "在队列中等待打印（缺纸）"
    queue.looks["cards-2"] = JobLook(JobState.FINISHED, True)
    again = ProducePresenter(counter, actor, inline)
    assert [again.going.short_words(card.serial) for card in again.reserved] == ["排队中", "待核对", "排队中"]
    assert (again.to_send, again.doubtful) == ((), 0)  # nothing goes out a second time by F7


def test_a_card_taken_back_can_be_sent_again_and_one_in_hands_is_asked_about(
    presenter: ProducePresenter, queue: Queue, show: Callable[[ProducePresenter], ProduceView]
) -> None:
    view = show(presenter)
    presenter.print()
    presenter.look(presenter.reserved[0])
    line = find(view, "card_job")
    assert line.isVisible()
    assert "缺纸" in find(view, "card_job_state").words()
    said: list[str] = []
    presenter.notice.connect(said.append)
    presenter.cancel_print()
    assert queue.cancelled == ["cards-1"]
    assert "可以重新打印" in said[-1]
    assert presenter.to_send == ("JN0001",)
    assert not line.isVisible()
    presenter.look(presenter.reserved[1])
    queue.looks["cards-2"] = JobLook(JobState.PRINTING, True)
    presenter.cancel_print()
    assert "可能已经打印" in said[-1]
    assert presenter.to_send == ("JN0001",)
