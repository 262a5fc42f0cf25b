"""What the sheet of a deed knows: what is typed, what the rules make of it, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, NotPossible, Sentence
from desktop.services.division_rows import DivisionLevel
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.drafting import Drafting, Kept
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.suggest import Offer
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.permit.deeds.base import Deed, Outcome, Verdict, Wanted
from desktop.ui.screens.permit.deeds.catalogue import DEEDS

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

MOST_OFFERS = 12
FORM = "permit_deed"
"""What its drafts are called."""


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
    leaving = Signal()
    """The sheet is about to be left: what is typed must be in the draft."""

    def __init__(
        self, counter: Counter, actor: Actor, runner: Runner, wanted: Wanted, kept: Kept | None = None
    ) -> None:
        super().__init__()
        self._counter, self._actor, self._runner = counter, actor, runner
        self._judging, self._asking = Latest(runner), Latest(runner)
        self.deed: Deed = DEEDS[wanted.name](counter, actor, wanted.about)
        self.ready = self.busy = self.done = False
        self.missing: Sentence | None = None
        state = kept.state if kept is not None else {}
        self.values: dict[str, str] = dict(state.get("values") or {})
        self.names: dict[str, str] = dict(state.get("names") or {})
        self.verdict: Verdict | None = None
        self._kept_view = kept.view if kept is not None else {}
        self._at_first: dict[str, str] = {}
        self._drafting = Drafting(counter.drafts, actor, runner, FORM, kept.draft_id if kept else "")
        self._drafting.failed.connect(self.fail)
        self._load()

    def title(self) -> str:
        """What is done, and to whom."""
        person = self.deed.person
        matter = deed_words(self.deed.name)
        return f"{matter} · {person.name}" if person else matter

    def kept_view(self) -> dict[str, Any]:
        """What stood in the view when the draft was kept; given once."""
        kept, self._kept_view = self._kept_view, {}
        return kept

    def leave(self) -> bool:
        """The draft is kept silently; a sheet on which nothing was typed, or nothing can be done, leaves none."""
        self.leaving.emit()
        if not self.done and not self._worth_keeping:
            self._drafting.finish()
        return True

    def unfinished(self) -> bool:
        """See `Presenter.unfinished`."""
        return self._drafting.kept

    def done_with(self) -> bool:
        """See `Presenter.done_with`."""
        self.leaving.emit()
        return self.done or not (self.busy or self._worth_keeping)

    def save_draft(self, view: dict[str, Any]) -> None:
        """Keep the sheet as it stands."""
        if self._worth_keeping and not self.done:
            state = {
                "deed": self.deed.name,
                "about": self.deed.about,
                "values": self.values,
                "names": self.names,
            }
            self._drafting.save(self.title(), view, state)

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
    @property
    def _worth_keeping(self) -> bool:
        return self.missing is None and (not self.ready or self.values != self._at_first)

    def _load(self) -> None:
        self._runner.run(self.deed.load, self._ready, self._not_ready)

    def _ready(self, _: None) -> None:
        self.ready = True
        self._at_first = {each.name: each.value for each in self.deed.inputs()}
        asked = {name: value for name, value in self.values.items() if name in self._at_first}
        self.values = self._at_first | asked
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
        return self.deed.act(self._drafting.draft_id, values)

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
        self._drafting.finish()
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


def kept_deed(kept: Kept) -> Wanted:
    """What a draft is of."""
    return Wanted(str(kept.state.get("deed", "")), int(kept.state.get("about") or 0))


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
