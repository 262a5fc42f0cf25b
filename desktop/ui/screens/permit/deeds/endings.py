"""Deeds that end a permit: its cancellation, and its holder's departure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.code_words import label
from desktop.domain.codes import CancelReason
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.permit_life import STATE_WORDS, PermitState
from desktop.services.permit_endings import CARD_WORDS, CardFate
from desktop.ui.kit.case_words import grouped
from desktop.ui.screens.permit.deeds.base import Deed, Input, Outcome, Values, Verdict

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.permit_pages import DepartureCheck
    from desktop.services.rows import Actor

_WITH_RESIDENCE = (CancelReason.LEFT, CancelReason.DEATH, CancelReason.LOCAL_HUKOU)


class Cancel(Deed):
    """The permit ends and the registration stays, or has ended before."""

    name = "cancel_permit"

    def inputs(self) -> tuple[Input, ...]:
        """Why, and what became of the card."""
        assert self.page is not None
        with_residence = self.page.registration is not None
        reasons = [each for each in CancelReason if not (with_residence and each in _WITH_RESIDENCE)]
        rows = [
            Input("choice", "reason", "", tuple((each.value, label(each)) for each in reasons), required=True)
        ]
        if self.page.permit.state is not PermitState.PRODUCED:
            rows.append(card_input())
        return (*rows, Input("line", "note"))

    def judge(self, values: Values) -> Verdict:
        """What will end."""
        assert self.page is not None
        told = [sentence("permit_page", "居住证注销后不能恢复；再要领取的，重新申领。")]
        if self.page.open_replacement is not None:
            told.append(sentence("permit_page", "正在办理的换补领一并撤回。"))
        why_not = None if values.get("reason") else sentence("permit_page", "请选择注销原因。")
        if why_not is None and self.page.permit.state is not PermitState.PRODUCED and not values.get("card"):
            why_not = sentence("permit_page", "请选择证件的去向。")
        return Verdict(told=tuple(told), why_not=why_not)

    def act(self, request_id: str, values: Values) -> Outcome:
        """Cancel it; the certificate waits to be printed."""
        permit_id, version = self.seen()
        done = self.counter.cancellations.cancel(
            self.actor,
            request_id,
            permit_id,
            version,
            CancelReason(values["reason"]),
            CardFate(values.get("card") or CardFate.RETURNED),
            values.get("note", ""),
        )
        told = sentence("permit_page", "居住证已注销，请打印注销证明。")
        return Outcome(done.case.case_id if done.case else None, told)


class Leave(Deed):
    """Somebody leaves for good: registration and permit end together. `about` is the person."""

    name = "leave_residence"

    def __init__(self, counter: Counter, actor: Actor, about: int) -> None:
        super().__init__(counter, actor, about)
        self.standing: DepartureCheck | None = None

    def load(self) -> None:
        """Read who leaves, and what there is to end."""
        self.person = self.counter.people.person(self.about)
        today = self.counter.day.today()
        self.standing = self._check({"reason": CancelReason.LEFT.value, "left_on": today.isoformat()})

    def inputs(self) -> tuple[Input, ...]:
        """Why, when, where to, and what became of the card."""
        reasons = tuple((each.value, label(each)) for each in _WITH_RESIDENCE)
        rows = [
            Input("choice", "reason", CancelReason.LEFT.value, reasons, required=True),
            Input("date", "left_on", self.counter.day.today().isoformat(), required=True),
            Input("place", "to_division"),
            Input("line", "to_place"),
        ]
        if self._in_hands():
            rows.append(card_input())
        return (*rows, Input("line", "note"))

    def judge(self, values: Values) -> Verdict:
        """What will end, and how late it is told."""
        try:
            check = self._check(values)
        except BadInput as error:
            return Verdict(why_not=error.message, problem=error)
        except NotPossible as error:
            return Verdict(why_not=error.message)
        told = []
        if check.registration is not None:
            words = sentence("permit_page", "居住登记终止：{address}（{since}起）。")
            told.append(
                words.fill(
                    address=check.registration.written_address,
                    since=check.registration.registered_on.isoformat(),
                )
            )
        for permit in check.permits:
            words = sentence("permit_page", "居住证注销：{number}（{state}）。")
            told.append(words.fill(number=grouped(permit.permit_number), state=STATE_WORDS[permit.state]))
        for case in check.cases:
            words = sentence("permit_page", "正在办理的{kind}一并撤回：{number}。")
            told.append(words.fill(kind=label(case.kind), number=grouped(case.case_number)))
        if check.late is not None:
            told.append(check.late)
        why_not = None
        if self._in_hands() and not values.get("card"):
            why_not = sentence("permit_page", "请选择证件的去向。")
        return Verdict(told=tuple(told), why_not=why_not)

    def act(self, request_id: str, values: Values) -> Outcome:
        """End it all; the certificate waits to be printed."""
        done = self.counter.departures.leave(self.actor, request_id, self.about, self._form(values))
        told = sentence("permit_page", "居住登记和居住证已注销，请打印注销证明。")
        return Outcome(done.case.case_id, told)

    def _in_hands(self) -> bool:
        permits = self.standing.permits if self.standing else ()
        return any(permit.state is not PermitState.PRODUCED for permit in permits)

    def _check(self, values: Values) -> DepartureCheck:
        return self.counter.departures.check(self.actor, self.about, self._form(values))

    @staticmethod
    def _form(values: Values) -> Any:
        from desktop.services.departures import DepartureForm

        try:
            left_on = date.fromisoformat(values.get("left_on", ""))
        except ValueError as error:
            raise BadInput("left_on", sentence("permit_page", "请填写离开的日期。")) from error
        to = values.get("to_division", "")
        if to and not to.isdigit():
            raise BadInput("to_division", sentence("permit_page", "请从列表中选择去往的县（市、区）。"))
        return DepartureForm(
            reason=CancelReason(values.get("reason") or CancelReason.LEFT.value),
            left_on=left_on,
            to_division=to[:6],
            to_place=values.get("to_place", ""),
            card=CardFate(values.get("card") or CardFate.RETURNED),
            note=values.get("note", ""),
        )


def card_input() -> Input:
    """What became of the card: returned or declared lost."""
    fates = (CardFate.RETURNED, CardFate.LOST)
    return Input("choice", "card", "", tuple((each.value, CARD_WORDS[each]) for each in fates), required=True)
