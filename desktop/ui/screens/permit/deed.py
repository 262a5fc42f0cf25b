"""What the sheet of a deed knows: what is typed, what the rules make of it, and how it ended."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, NotPossible, Sentence
from desktop.services.division_rows import DivisionLevel
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.choices import Offer
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.permit.deeds.base import Deed, Outcome, Verdict, Wanted
from desktop.ui.screens.permit.deeds.catalogue import DEEDS

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

MOST_OFFERS = 12


class DeedPresenter(Presenter):
    """Judges a deed while it is typed and does it once; the law is the services'."""

    loaded = Signal()
    """The deed knows what it is about, or `missing` says why not."""
    judged = Signal()
    """`verdict` has changed."""
    offered = Signal(object)
    """Places to go to: a tuple of Offer."""
    faulty = Signal(object)
    """A field that breaks a rule: BadInput."""
    busy_changed = Signal()

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, wanted: Wanted) -> None:
        super().__init__()
        self._counter, self._actor, self._runner = counter, actor, runner
        self._judging, self._asking = Latest(runner), Latest(runner)
        self.deed: Deed = DEEDS[wanted.name](counter, actor, wanted.about)
        self.ready = self.busy = self.done = False
        self.missing: Sentence | None = None
        self.values: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.verdict: Verdict | None = None
        self._request = str(uuid.uuid4())
        self._load()

    def title(self) -> str:
        """What is done, and to whom."""
        person = self.deed.person
        matter = deed_words(self.deed.name)
        return f"{matter} · {person.name}" if person else matter

    def type(self, values: Mapping[str, str]) -> None:
        """Learn what stands in the form, and judge it anew."""
        self.values = dict(values)
        self._judging.run(partial(self.deed.judge, self.values), self._judged, self._not_judged)

    def ask(self, typed: str) -> None:
        """Find counties to go to."""
        find = partial(
            self._counter.divisions.search, typed, levels={DivisionLevel.COUNTY}, limit=MOST_OFFERS
        )
        self._asking.run(find, self._found, self.fail)

    def pick(self, offer: Offer) -> None:
        """A place was picked: this is what it is called."""
        self.names[offer.code] = offer.label

    def why_not(self) -> Sentence | None:
        """Why it cannot be done as it stands; None when it can."""
        return self.verdict.why_not if self.verdict is not None else None

    def submit(self, values: Mapping[str, str]) -> None:
        """Do it, once; harmless while it is being done."""
        if not self.ready or self.busy or self.done:
            return
        self.values = dict(values)
        self._set_busy(True)
        self._runner.run(partial(self._do, self.values), self._did, self._not_done)

    # -- inside --------------------------------------------------------------------------------------
    def _load(self) -> None:
        self._runner.run(self.deed.load, self._ready, self._not_ready)

    def _ready(self, _: None) -> None:
        self.ready = True
        if not self.values:
            self.values = {each.name: each.value for each in self.deed.inputs()}
        self.retitled.emit()
        self.loaded.emit()
        self.type(self.values)

    def _not_ready(self, error: CounterError) -> None:
        if isinstance(error, NotPossible):
            self.missing = error.message
            self.loaded.emit()
        else:
            self.fail(error)

    def _do(self, values: Mapping[str, str]) -> Outcome:
        verdict = self.deed.judge(values)
        if verdict.problem is not None:
            raise verdict.problem
        if verdict.why_not is not None:
            raise NotPossible(verdict.why_not)
        return self.deed.act(self._request, values)

    def _judged(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.judged.emit()

    def _not_judged(self, error: CounterError) -> None:
        if isinstance(error, NotPossible | BadInput):
            self._judged(Verdict(why_not=error.message))
        else:
            self.fail(error)

    def _found(self, hits: tuple[object, ...]) -> None:
        self.offered.emit(tuple(Offer(hit.code, hit.full_name, hit.code) for hit in hits))  # type: ignore[attr-defined]

    def _did(self, outcome: Outcome) -> None:
        self.done = True
        self._set_busy(False)
        self.notice.emit(sentence_text(outcome.notice))
        if outcome.case_id is not None:
            self.papers.emit(outcome.case_id)
        self.closed.emit()

    def _not_done(self, error: CounterError) -> None:
        self._set_busy(False)
        if isinstance(error, BadInput):
            self.faulty.emit(error)
        else:
            self.fail(error)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()


def deed_words(name: str) -> str:
    """What a deed is called."""
    return {
        "endorse": text("permit_page", "签注"),
        "declare_lost": text("permit_page", "挂失"),
        "found_again": text("permit_page", "撤销挂失"),
        "change_address": text("permit_page", "变更证载地址"),
        "replace_lost": text("permit_page", "补领（遗失）"),
        "replace_damaged": text("permit_page", "换领（损坏）"),
        "replace_changed": text("permit_page", "换领（内容变更）"),
        "cancel_permit": text("permit_page", "注销居住证"),
        "leave_residence": text("permit_page", "离开居住地"),
        "submit_again": text("permit_page", "补正后重新提交"),
        "withdraw_case": text("permit_page", "撤回申请"),
    }[name]
