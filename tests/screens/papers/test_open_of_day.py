"""The papers of a day that are not printed yet: gone to from the day, printed in one go, gone once confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from desktop.domain.codes import CopyOutcome
from desktop.services.counter import Counter
from desktop.services.registrations import RegistrationDone
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.screens.day.presenter import DayPresenter
from desktop.ui.screens.papers.presenter import PapersPresenter


def test_the_day_leads_to_what_is_not_printed(
    qapp: Any, counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    gone: list[Any] = []
    day = DayPresenter(counter, actor, inline)
    day.unprinted.connect(gone.append)
    day.open_unprinted()
    assert gone == [counter.day.today()]
    made = duty(counter, actor, inline, lambda *_: None).screens["unprinted"](gone[0]).presenter
    assert isinstance(made, PapersPresenter)
    assert made.title() == f"{gone[0].isoformat()} 未打印的单据"
    assert done.paper_id in [line.paper.paper_id for line in made.lines]


def test_papers_of_several_cases_are_printed_in_one_go_and_confirmed_one_by_one(
    qapp: Any, counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    counter.sheets.entitlements(actor, "sheet", done.case.person_id)
    today = counter.day.today()
    presenter = PapersPresenter(counter, actor, inline, open_on=today)
    count = len(presenter.lines)
    assert len({line.paper.case_id for line in presenter.lines}) > 1
    presenter.print_all()
    assert len(printers.sheets) == count
    assert presenter.unanswered == count
    presenter.confirm()
    assert len(presenter.lines) == count - 1  # what came out is no longer here
    for _ in range(count - 1):
        presenter.confirm()
    assert presenter.lines == ()
    outcomes = {copy.outcome for copy in counter.papers.paper(done.paper_id).copies}
    assert outcomes == {CopyOutcome.PRINTED}
    assert counter.papers.open_of_day(actor, today - timedelta(days=1)) == ()
    assert "都已经打印" in presenter.empty_words()


def test_another_counters_papers_are_its_own(counter: Counter, actor: Actor, done: RegistrationDone) -> None:
    other = replace(actor, counter_number=actor.counter_number + 1)
    assert done.paper_id not in [
        one.paper_id for one in counter.papers.open_of_day(other, counter.day.today())
    ]
