"""Deeds for a permit that stays the same card: endorsement, loss, being found again, its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import Ground, MaterialState
from desktop.domain.errors import Sentence, sentence
from desktop.domain.permit_life import STATE_WORDS
from desktop.ui.screens.permit.deeds.base import Deed, Input, Outcome, Values, Verdict

if TYPE_CHECKING:
    pass


class Endorse(Deed):
    """The yearly endorsement, and the late one that restores."""

    name = "endorse"

    def inputs(self) -> tuple[Input, ...]:
        """The ground and its proof."""
        assert self.page is not None
        grounds = tuple((each.value, label(each)) for each in Ground)
        return (
            Input("tick", "proof"),
            Input("tick", "proof_shared"),
            Input("choice", "ground", self.page.permit.ground or Ground.EMPLOYMENT.value, grounds),
            Input("line", "note"),
        )

    def judge(self, values: Values) -> Verdict:
        """Every finding, and the dates it leads to."""
        assert self.page is not None
        permit_id, _ = self.seen()
        ground, proof = self._chosen(values)
        check = self.counter.endorsements.endorsement(self.actor, permit_id, ground, proof)
        unmet = next((one for one in check.findings if not one.met), None)
        told: Sentence | None = None
        if check.next_opens_on and check.next_due_on:
            told = sentence(
                "permit_page", "签注后：下一签注期{opens}至{due}，居住年限自{start}起算，已满{years}年。"
            )
            if check.late:
                told = sentence(
                    "permit_page",
                    "补办签注并恢复使用功能：下一签注期{opens}至{due}，居住年限自{start}起算，已满{years}年。",
                )
            told = told.fill(
                opens=check.next_opens_on.isoformat(),
                due=check.next_due_on.isoformat(),
                start=check.years_from.isoformat(),
                years=check.full_years,
            )
        why_not = (unmet.change or unmet.fact) if unmet is not None else None
        return Verdict(check.findings, (told,) if told else (), why_not, need=check.need)

    def act(self, request_id: str, values: Values) -> Outcome:
        """Endorse; the slip waits to be printed."""
        permit_id, version = self.seen()
        ground, proof = self._chosen(values)
        done = self.counter.endorsements.endorse(
            self.actor, request_id, permit_id, version, ground, proof, values.get("note", "")
        )
        told = sentence("permit_page", "已签注，签注有效至{due}。")
        due = done.permit.due_on.isoformat() if done.permit.due_on else "—"
        return Outcome(done.case.case_id if done.case else None, told.fill(due=due))

    @staticmethod
    def _chosen(values: Values) -> tuple[Ground, MaterialState]:
        proof = MaterialState.MISSING
        if values.get("proof"):
            proof = MaterialState.PRESENT
        elif values.get("proof_shared"):
            proof = MaterialState.SHARED
        return Ground(values.get("ground") or Ground.EMPLOYMENT.value), proof


class DeclareLost(Deed):
    """The card is lost, and no new one is asked for yet."""

    name = "declare_lost"

    def inputs(self) -> tuple[Input, ...]:
        """What there is to say of it."""
        return (Input("line", "note"),)

    def judge(self, values: Values) -> Verdict:
        """What it leads to."""
        return Verdict(
            told=(sentence("permit_page", "挂失后原证不能使用；找回可以撤销挂失，找不回办理补领。"),)
        )

    def act(self, request_id: str, values: Values) -> Outcome:
        """Declare it lost; there is no paper."""
        permit_id, version = self.seen()
        self.counter.permit_changes.declare_lost(
            self.actor, request_id, permit_id, version, values.get("note", "")
        )
        return Outcome(None, sentence("permit_page", "已挂失。"))


class FoundAgain(DeclareLost):
    """The lost card has turned up."""

    name = "found_again"

    def judge(self, values: Values) -> Verdict:
        """What it leads to."""
        told = sentence("permit_page", "撤销挂失后恢复使用；期间签注逾期的，使用功能中止，须补办签注。")
        return Verdict(told=(told,))

    def act(self, request_id: str, values: Values) -> Outcome:
        """Take it up again; there is no paper."""
        permit_id, version = self.seen()
        done = self.counter.permit_changes.found_again(
            self.actor, request_id, permit_id, version, values.get("note", "")
        )
        told = sentence("permit_page", "已撤销挂失，现在的状态：{state}。")
        return Outcome(None, told.fill(state=STATE_WORDS[done.permit.state]))


class ChangeAddress(Deed):
    """The permit follows to the address registered now."""

    name = "change_address"

    def judge(self, values: Values) -> Verdict:
        """From where to where."""
        assert self.page is not None
        here = self.page.registration
        told = sentence("permit_page", "证载地址由{old}变更为{new}，居住年限不变。")
        told = told.fill(old=self.page.permit.address, new=here.written_address if here else "—")
        return Verdict(told=(told,))

    def act(self, request_id: str, values: Values) -> Outcome:
        """Change it; there is no paper."""
        permit_id, version = self.seen()
        self.counter.permit_changes.change_address(self.actor, request_id, permit_id, version)
        return Outcome(None, sentence("permit_page", "居住证地址已变更。"))
