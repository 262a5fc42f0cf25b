"""Deeds about a case under way: handing it in again after it was sent back, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.codes import CaseKind, MaterialState
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.times import local_date
from desktop.services.attachments import PHOTO
from desktop.ui.screens.permit.deeds.base import Deed, Input, Outcome, Values, Verdict
from desktop.ui.screens.permit.deeds.replacing import photo_at

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.decision_rows import CasePage, MaterialRow
    from desktop.services.rows import Actor, CaseStepRow
    from desktop.services.withdrawals import CaseStanding

_OVER = sentence("permit_page", "这件已经不在等待办理，请重新打开。")
_THERE = (MaterialState.PRESENT, MaterialState.SHARED)


class _OfCase(Deed):
    """`about` is a case."""

    def __init__(self, counter: Counter, actor: Actor, about: int) -> None:
        super().__init__(counter, actor, about)
        self.case: CasePage | None = None
        self.standing: CaseStanding | None = None

    def load(self) -> None:
        """Read the case; NotPossible for one that wants nothing any more."""
        self.standing = self.counter.withdrawals.standing(self.about)
        if self.standing is None:
            raise NotPossible(_OVER)
        self.case = self.counter.decisions.page(self.actor, self.about)
        self.person = self.case.person_now


class SubmitAgain(_OfCase):
    """What was sent back goes to its decider again, with what was brought since."""

    name = "submit_again"

    def load(self) -> None:
        """Read the case, which must have been sent back."""
        super().load()
        if self._back() is None:
            raise NotPossible(_OVER)

    def inputs(self) -> tuple[Input, ...]:
        """What was done about it, a tick for each material, a new photo."""
        rows = [Input("line", "brought", required=True)]
        for row in self._materials():
            code, before = row.need.code, row.state
            there = "yes" if before is MaterialState.PRESENT else ""
            rows.append(Input("tick", f"material_{code}", there, need=row.need))
            if row.need.shareable:
                shared = "yes" if before is MaterialState.SHARED else ""
                rows.append(Input("tick", f"share_{code}", shared))
        rows.append(Input("photo", PHOTO))
        return tuple(rows)

    def judge(self, values: Values) -> Verdict:
        """Why it was sent back, what is still missing, and by when it is due as before."""
        assert self.case is not None
        back = self._back()
        assert back is not None
        told = [_REASON.fill(on=local_date(back.at).isoformat(), who=back.staff_name, note=back.note)]
        if self.case.case.due_on is not None:
            due = self.case.case.due_on.isoformat()
            told.append(sentence("permit_page", "重新提交后由民警审核，办结期限不变：{due}。").fill(due=due))
        missing = tuple(row.need.label for row in self._materials() if self._state(row, values) not in _THERE)
        photo = self._needed().get(PHOTO)
        if photo is not None and photo.missing and not values.get(PHOTO, "").strip():
            missing += (photo.need.label,)
        why_not = None
        if missing:
            listed = "、".join(map(str, missing))
            why_not = sentence("permit", "还缺：{missing}。").fill(missing=listed)
        elif len(values.get("brought", "").split()) == 0:
            why_not = sentence("permit_page", "请写明补正了什么。")
        return Verdict(told=tuple(told), why_not=why_not, missing=missing)

    def act(self, request_id: str, values: Values) -> Outcome:
        """Hand it in again; what was taken down at acceptance stays as it was."""
        assert self.case is not None
        path = values.get(PHOTO, "").strip()
        brought = {
            row.need.code: state
            for row in self._materials()
            if (state := self._state(row, values)) is not row.state
        }
        self.counter.decisions.submit_again(
            self.actor,
            request_id,
            self.about,
            self.case.case.version,
            values.get("brought", ""),
            materials=brought,
            photo=photo_at(path) if path else None,
        )
        return Outcome(None, sentence("permit_page", "已重新提交，等待民警审核。"))

    def _back(self) -> CaseStepRow | None:
        return self.standing.sent_back if self.standing is not None else None

    def _needed(self) -> dict[str, MaterialRow]:
        assert self.case is not None
        return {row.need.code: row for row in self.case.materials}

    def _materials(self) -> tuple[MaterialRow, ...]:
        return tuple(row for code, row in self._needed().items() if code != PHOTO)

    def _state(self, row: MaterialRow, values: Values) -> MaterialState:
        code = row.need.code
        if values.get(f"material_{code}"):
            return MaterialState.PRESENT
        return MaterialState.SHARED if values.get(f"share_{code}") else MaterialState.MISSING


class WithdrawCase(_OfCase):
    """The applicant does not want it any more."""

    name = "withdraw_case"

    def inputs(self) -> tuple[Input, ...]:
        """Why."""
        return (Input("line", "reason", str(_ITS_REASON), required=True),)

    def judge(self, values: Values) -> Verdict:
        """What becomes of it, or why it cannot be taken back."""
        assert self.case is not None
        assert self.standing is not None
        told: list[Sentence] = [sentence("permit_page", "撤回后这件不再办理；再要办理的，重新申请。")]
        if self.case.case.kind is CaseKind.REPLACE_LOST:
            told.append(sentence("permit_page", "原居住证仍是挂失；找回的，再撤销挂失。"))
        why_not = self.standing.why_kept
        if why_not is None and len("".join(values.get("reason", "").split())) < 2:
            why_not = sentence("permit_page", "请填写原因。")
        return Verdict(told=tuple(told), why_not=why_not)

    def act(self, request_id: str, values: Values) -> Outcome:
        """Take it back."""
        assert self.case is not None
        self.counter.withdrawals.withdraw(
            self.actor, request_id, self.about, self.case.case.version, values.get("reason", "")
        )
        return Outcome(None, sentence("permit_page", "已按申请人的要求撤回。"))


_REASON = sentence("permit_page", "{on}由{who}退回：{note}")
_ITS_REASON = sentence("permit_page", "申请人要求撤回")
