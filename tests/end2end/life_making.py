"""What happens in a permit's life, each at the real windows: from the registration to the last certificate."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.permit_life import PermitState
from tests.end2end import life_dates as on
from tests.end2end.life_stage import NAME, NUMBER, LifeStage


class Making(LifeStage):
    """From the newcomer to the card in the holder's hands."""

    def register(self) -> None:
        """Two days after arriving."""
        hand = self.hand
        with hand.step("a newcomer registers"):
            self.search(NUMBER)
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: hand.focus_is("register_this_person"), "the newcomer is offered")
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens")
            hand.fill("name", NAME)
            hand.fill("ethnicity", "01")
            hand.pick("hukou_division", "feixian")
            hand.fill("hukou_address", "演练镇演练村8号")
            hand.fill("phone", "13900001234")
            hand.pick("street", "jfl")
            hand.pick("community", "jfq")
            hand.fill("road", "演练路")
            hand.fill("house_number", "12")
            hand.fill("room", "301")
            hand.fill("lodging", "zl")
            hand.fill("landlord_name", "演练房主")
            hand.fill("reason", "wg")
            hand.fill("arrived_on", f"{on.ARRIVED:%Y%m%d}")
            hand.key(Qt.Key.Key_Tab)
            self.dated("最迟登记日", self.on_screen(on.REGISTER_BY), on.REGISTER_BY)
            hand.picture("registration")
            hand.chord("Ctrl+Return")
            self.to_papers("certificate")
        self.save_pdf("1-registration-certificate.pdf")

    def apply(self) -> None:
        """On the first working day after half a year."""
        hand = self.hand
        with hand.step("half a year later: the application"):
            self.application(NAME)
            self.set_photo()
            hand.do("all_present", "F8")
            hand.until(lambda: "受理" in self.button_words("apply_for_permit"), "it can be accepted")
            self.dated("满半年", self.on_screen(on.HALF_YEAR), on.HALF_YEAR)
            hand.picture("application")
            hand.chord("Ctrl+Return")
            self.to_papers("receipt")
            case = self.case(CaseKind.PERMIT_APPLICATION)
            assert case.state is CaseState.ACCEPTED
            self.dated("承诺发证日", case.due_on, on.PROMISED)
            assert not case.due_estimated
        self.save_pdf("2-application-receipt.pdf")

    def decide(self, name: str, days_left: int) -> None:
        """Another person looks at everything and grants it."""
        hand = self.hand
        with hand.step(f"the officer decides: {name}"):
            hand.chord("Ctrl+J")
            hand.until(lambda: hand.sees("queue"), "the decider's desk")
            self.down_to("queue", lambda row: row.case.person_name == NAME)
            hand.until(
                lambda: hand.sees("case_name") and self.label_words("case_name") == NAME, "the case is shown"
            )
            self.told(f"还剩{days_left}个工作日")
            hand.picture(name)
            hand.do("grant_case", "Ctrl+Return")
            self.told(f"{NAME} 的办件已审核通过")

    def produce(self, name: str) -> None:
        """A blank for the case, its card drawn, saved and taken down as made."""
        hand = self.hand
        with hand.step(f"made on a numbered blank: {name}"):
            hand.chord("Ctrl+Shift+P")
            hand.until(lambda: hand.sees("waiting"), "what waits to be made")
            self.down_to("waiting", lambda row: row.person_name == NAME)
            hand.key(Qt.Key.Key_Space)
            hand.do("reserve", "F6")
            hand.reach("reserved")
            self.down_to("reserved", lambda row: row.person_name == NAME)
            serial = self.current("reserved").serial
            hand.until(lambda: hand.find("turn_card").isEnabled(), "the card is drawn")
            hand.picture(name)
            hand.do("turn_card", "Ctrl+B")
            hand.picture(f"{name}-back")
            hand.do("save_cards", "Ctrl+S")
            hand.until(lambda: hand.sees("folder_dialog"), "the folder is asked")
            hand.chord("Ctrl+A")
            hand.type(str((self.out / "papers").resolve()))
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: any((self.out / "papers").glob(f"*{serial}*.pdf")), "the card is written")
            hand.until(lambda: not hand.sees("folder_dialog"), "the dialog is gone")
            hand.reach("reserved")
            hand.key(Qt.Key.Key_Space)
            hand.do("made", "F8")
            hand.until(lambda: self.permits()[:1] != () and self.permits()[0].serial == serial, "it is made")
            assert self.permits()[0].state is PermitState.PRODUCED

    def first_card(self) -> None:
        """The days that the first card begins with."""
        permit = self.permits()[0]
        assert permit.issued_on == permit.years_from == on.PRODUCED
        self.dated("首次签注开始日", permit.opens_on, on.FIRST_OPENS)
        self.dated("首次签注截止日", permit.due_on, on.FIRST_DUE)
        assert permit.valid_until is None, "居住证没有有效期，每年签注（《居住证暂行条例》第四条）"

    def hand_over(self, name: str) -> None:
        """The holder comes with the receipt; the old card comes back where there is one."""
        hand = self.hand
        before = self.permits()
        with hand.step(f"handed over to the holder: {name}"):
            hand.chord("Ctrl+G")
            hand.until(lambda: hand.sees("nothing_scanned"), "the hand-over waits for a scan")
            hand.built()
            case_number = before[0].permit_number[2:]
            hand.scan(f"12{case_number}")
            hand.until(lambda: hand.sees("hand_over_permit"), "the card and whose it is")
            if len(before) > 1:
                hand.reach("old_card")
                hand.type("shjz")
            hand.built()
            hand.picture(name)
            hand.do("hand_over_permit", "Ctrl+Return")
            hand.until(lambda: self.permits()[0].state is PermitState.VALID, "it is handed over")
            hand.picture(f"{name}-done")
        permit = self.permits()[0]
        assert permit.handed_over_on == self.days.moment.date()
        if len(before) == 1:
            self.dated("首次签注截止日", permit.due_on, on.FIRST_DUE)
            return
        old = self.permits()[1]
        assert (old.state, old.replaced_by) == (PermitState.REPLACED, permit.permit_id)
        assert (permit.replaces_id, permit.issued_on) == (old.permit_id, on.REPLACEMENT_PRODUCED)
        assert permit.years_from == on.PRODUCED
        self.dated("换证后的签注截止日", permit.due_on, on.GOES_ON)
