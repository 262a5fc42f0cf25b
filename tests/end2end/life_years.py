"""A card's years: endorsed, replaced, suspended, restored, and the end of it all."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.codes import CaseKind
from desktop.domain.permit_life import PermitState
from tests.end2end import life_dates as on
from tests.end2end.life_stage import NAME, LifeStage

MOST_KEYS = 6
"""For an endorsement, the scan not counted."""


class Years(LifeStage):
    """What comes after the card is in the holder's hands."""

    def endorse(self, name: str, *, late: bool) -> None:
        """Scan the permit, look, tick the proof, endorse: six keys at most, the scan not counted."""
        hand, permit = self.hand, self.permits()[0]
        hand.chord("F3")
        with hand.step(f"endorsed: {name}") as step:
            hand.scan(permit.permit_number)
            hand.until(lambda: hand.sees("permit_page"), "the permit's page")
            hand.do("endorse", "F6")
            hand.until(lambda: hand.focus_is("proof"), "the proof is asked")
            hand.key(Qt.Key.Key_Space)
            hand.chord("Ctrl+Return")
            hand.until(lambda: hand.sees("copies") and "1 / 1" in self.words_on_screen(), "the slip is drawn")
            assert step.keystrokes <= MOST_KEYS, f"{step.keystrokes} keys"
            hand.picture(f"paper-{name}")
            self.cases.append(self.case(CaseKind.ENDORSEMENT).case_id)
        self.save_pdf("7-late-endorsement.pdf" if late else "4-first-endorsement.pdf")
        after = self.permits()[0]
        assert (after.state, after.endorsed_on) == (PermitState.VALID, self.days.moment.date())
        if late:
            self.dated("居住年限起算日", after.years_from, on.YEARS_FROM)
            self.dated("第三次签注开始日", after.opens_on, on.THIRD_OPENS)
            self.dated("第三次签注截止日", after.due_on, on.THIRD_DUE)
        else:
            assert after.years_from == on.PRODUCED
            self.dated("第二次签注开始日", after.opens_on, on.SECOND_OPENS)
            self.dated("第二次签注截止日", after.due_on, on.SECOND_DUE)
        with hand.step(f"the permit's page after it: {name}"):
            hand.key(Qt.Key.Key_Escape)
            hand.until(lambda: hand.sees("permit_page"), "back at the permit's page")
            self.told((on.THIRD_DUE if late else on.SECOND_DUE).day.isoformat())
            hand.picture(name)

    def replace(self) -> None:
        """The card is damaged: a new one is applied for, the old one stays good until it is there."""
        hand, permit = self.hand, self.permits()[0]
        with hand.step("a damaged card is to be replaced"):
            hand.scan(permit.permit_number)
            hand.until(lambda: hand.sees("permit_page"), "the permit's page")
            hand.do("replace_damaged", "F10")
            hand.until(lambda: hand.sees("material_old_permit"), "what is to be brought")
            for name in ("material_identity", "material_old_permit"):
                hand.reach(name)
                hand.key(Qt.Key.Key_Space)
            self.dated("换证期限", self.on_screen(on.REPLACED_BY), on.REPLACED_BY)
            hand.until(lambda: hand.find("replace_damaged").isEnabled(), "nothing is missing")
            hand.picture("replacement")
            hand.do("replace_damaged", "Ctrl+Return")
            hand.until(lambda: hand.sees("copies") and "1 / 1" in self.words_on_screen(), "the receipt")
            hand.picture("paper-replacement-receipt")
            case = self.case(CaseKind.REPLACE_DAMAGED)
            self.cases.append(case.case_id)
            self.dated("换证承诺日", case.due_on, on.REPLACED_BY)
            assert not case.due_estimated
            assert self.permits()[0].state is PermitState.VALID
        self.save_pdf("5-replacement-receipt.pdf")

    def suspended(self) -> None:
        """At the start of the day the rule has suspended what was not endorsed."""
        hand = self.hand
        with hand.step("the start of a day: what is overdue is suspended"):
            hand.chord("Ctrl+T")
            hand.until(lambda: self.permits()[0].state is PermitState.SUSPENDED, "the rule has suspended it")
            hand.built()
            hand.picture("start-of-day")
        permit = self.permits()[0]
        self.dated("应当签注的最后一日", permit.due_on, on.GOES_ON)
        with hand.step("the suspended permit's page"):
            hand.chord("F3")
            hand.scan(permit.permit_number)
            hand.until(lambda: hand.sees("permit_page"), "the permit's page")
            self.told("使用功能中止", f"已逾期 {on.DAYS_OVERDUE} 天")
            hand.picture("suspended")

    def leave(self) -> None:
        """Three years and six days after he came: registration and permit end together."""
        hand = self.hand
        with hand.step("he leaves for good: registration and permit end in one form"):
            self.open_person(NAME)
            hand.do("leave_residence", "Ctrl+E")
            hand.until(lambda: hand.sees("left_on"), "the form")
            hand.pick("to_division", "feixian")
            hand.fill("card", "1")
            hand.until(lambda: hand.find("leave_residence").isEnabled(), "it can be done")
            hand.picture("leaving")
            hand.chord("Ctrl+Return")
            hand.until(lambda: hand.sees("copies") and "1 / 1" in self.words_on_screen(), "the certificate")
            hand.picture("paper-cancellation")
            case = self.case(CaseKind.DEPARTURE)
            self.cases.append(case.case_id)
        self.save_pdf("8-cancellation-certificate.pdf")
        newest, oldest = self.permits()
        assert (newest.state, oldest.state) == (PermitState.CANCELLED, PermitState.REPLACED)
        person = self.person()
        assert self.read(lambda counter: counter.registrations.open_registration(person)) is None
        with hand.step("what is left: the person's page, and the permit's"):
            hand.key(Qt.Key.Key_Escape)
            hand.until(lambda: hand.sees("person_page"), "the person's page")
            hand.picture("person-at-the-end")
            hand.chord("F3")
            hand.scan(newest.permit_number)
            hand.until(lambda: hand.sees("permit_page"), "the permit's page")
            self.told("已注销")
            hand.picture("permit-at-the-end")
