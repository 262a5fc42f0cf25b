"""The call list is a paper without a case: found by its barcode, and from what the day must explain."""

from __future__ import annotations

from collections.abc import Callable

from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.screens.day.presenter import BALANCE, DayPresenter
from desktop.ui.screens.desk.presenter import DeskPresenter


def test_its_barcode_opens_it(
    qapp: object, counter: Counter, actor: Actor, inline: Inline, made: Callable[[int], PermitRow]
) -> None:
    made(1)
    paper_id = counter.call_lists.make_out(actor, 0)
    desk = DeskPresenter(counter, actor, inline)
    opened: list[int] = []
    days: list[bool] = []
    desk.paper.connect(opened.append)
    desk.day.connect(lambda: days.append(True))
    desk.enter(counter.papers.paper(paper_id).paper_number)
    assert (opened, days) == ([paper_id], [])


def test_the_days_end_leads_to_it_while_it_is_not_printed(
    qapp: object, counter: Counter, actor: Actor, inline: Inline, made: Callable[[int], PermitRow]
) -> None:
    made(1)
    paper_id = counter.call_lists.make_out(actor, 0)
    day = DayPresenter(counter, actor, inline)
    day.show_page(BALANCE)
    assert day.balance is not None
    [told] = [one for one in day.balance.exceptions if one.paper_id == paper_id]
    assert told.unanswered
    opened: list[int] = []
    day.paper.connect(opened.append)
    day.go_to_exception(told)
    assert opened == [paper_id]
