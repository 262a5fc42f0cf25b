"""What the page of one's own password knows: the rule, and how the change goes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem, Sentence
from desktop.ui.kit.background import Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text
from desktop.ui.screens.own_password.factors import OwnFactorsPresenter

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor


class OwnPasswordPresenter(Presenter):
    """Changes the password of whoever is signed in; keeps none of what is typed."""

    changed = Signal()
    """The rule is known, or it is busy or no longer."""
    problems = Signal(object)
    """What is wrong with the fields (a tuple of FieldProblem)."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._own, self._actor, self._runner = counter.own_password, actor, runner
        self.rule: Sentence | None = None
        self.busy = False
        self.factors = OwnFactorsPresenter(counter, actor, runner, self)
        self.factors.notice.connect(self.notice)
        runner.run(self._own.rule, self._take_rule, self.fail)

    def title(self) -> str:
        """The page's name."""
        return text("own_password", "密码和第二要素")

    def refresh(self) -> None:
        """Shown again: the list may be another one."""
        self.factors.refresh()

    def change(self, values: Mapping[str, str]) -> None:
        """Set another password; one attempt at a time."""
        if self.busy:
            return
        self.busy = True
        self.changed.emit()
        self.problems.emit(())
        asked = (values["old_password"], values["new_password"], values["new_password_again"])
        self._runner.run(partial(self._own.change, self._actor, *asked), self._done, self._failed)

    def _take_rule(self, rule: Sentence) -> None:
        self.rule = rule
        self.changed.emit()

    def _done(self, _nothing: None) -> None:
        self.busy = False
        self.notice.emit(text("own_password", "密码已修改，下次登录用新密码。"))
        self.closed.emit()

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.problems.emit((FieldProblem(error.field, error.message),))
        else:
            self.fail(error)
