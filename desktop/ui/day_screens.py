"""The screens of the day's work: what is to be done, decided, made, handed over, checked and read up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.ui.kit.screen import Screen

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor
    from desktop.ui.kit.background import Runner


class DayScreens:
    """Makes each of them; its modules are imported when somebody first goes there."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, go: Callable[..., None]) -> None:
        self._with: tuple[Any, Any, Any] = (counter, actor, runner)
        self._go = go

    def day(self) -> Screen:
        from desktop.ui.screens.day.presenter import DayPresenter
        from desktop.ui.screens.day.view import DayView

        presenter = DayPresenter(*self._with)
        presenter.paper.connect(partial(self._go, "paper"))
        presenter.unprinted.connect(partial(self._go, "unprinted"))
        return Screen(presenter, DayView)

    def work_list(self) -> Screen:
        from desktop.ui.screens.work_list.presenter import WorkListPresenter
        from desktop.ui.screens.work_list.view import WorkListView

        presenter = WorkListPresenter(*self._with)
        presenter.go_to.connect(self._go)
        return Screen(presenter, WorkListView)

    def to_send(self) -> Screen:
        from desktop.ui.screens.to_send.presenter import ToSendPresenter
        from desktop.ui.screens.to_send.view import ToSendView

        return Screen(ToSendPresenter(*self._with), ToSendView)

    def decide(self, case_id: int | None = None) -> Screen:
        from desktop.ui.screens.decide.presenter import DecidePresenter
        from desktop.ui.screens.decide.view import DecideView

        presenter = DecidePresenter(*self._with, case_id)
        presenter.correction_case.connect(partial(self._go, "correction_case"))
        return Screen(presenter, DecideView)

    def produce(self) -> Screen:
        from desktop.ui.screens.produce.presenter import ProducePresenter
        from desktop.ui.screens.produce.view import ProduceView

        return Screen(ProducePresenter(*self._with), ProduceView)

    def blanks(self) -> Screen:
        from desktop.ui.screens.blanks.presenter import BlanksPresenter
        from desktop.ui.screens.blanks.view import BlanksView

        return Screen(BlanksPresenter(*self._with), BlanksView)

    def hand_over(self) -> Screen:
        from desktop.ui.screens.hand_over.presenter import HandOverPresenter
        from desktop.ui.screens.hand_over.view import HandOverView

        presenter = HandOverPresenter(*self._with)
        presenter.permit.connect(partial(self._go, "permit"))
        presenter.uncollected.connect(partial(self._go, "uncollected"))
        return Screen(presenter, HandOverView)

    def uncollected(self) -> Screen:
        from desktop.ui.screens.uncollected.presenter import UncollectedPresenter
        from desktop.ui.screens.uncollected.view import UncollectedView

        return Screen(UncollectedPresenter(*self._with), UncollectedView)

    def verify(self) -> Screen:
        from desktop.ui.screens.verify.presenter import VerifyPresenter
        from desktop.ui.screens.verify.view import VerifyView

        presenter = VerifyPresenter(*self._with)
        presenter.seal_keys.connect(partial(self._go, "seal_keys"))
        return Screen(presenter, VerifyView)

    def rules(self) -> Screen:
        from desktop.ui.screens.rules.presenter import RulesPresenter
        from desktop.ui.screens.rules.view import RulesView

        return Screen(RulesPresenter(*self._with), RulesView)
