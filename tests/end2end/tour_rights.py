"""The administrators: an account, its role, and a right taken from a role and given back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.rights import Right
from desktop.ui.kit.dialog import READ
from tests.end2end.hand import breathe
from tests.end2end.stage import Stage


class Rights(Stage):
    """The system administrator makes accounts, the security administrator says what they may do."""

    def accounts(self) -> None:
        hand = self.hand
        with hand.step("the system administrator adds somebody, who may do nothing yet"):
            hand.until(lambda: hand.sees("staff_list"), "the staff is listed")
            hand.until(lambda: bool(self.rows("staff_list")), "the staff is read")
            hand.chord("F6")
            hand.until(lambda: hand.sees("add_staff_sheet"), "somebody is asked for")
            hand.fill("name", "演练新人")
            hand.fill("sign_in_name", "xinren")
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: hand.sees("one_time_password"), "the one-time password is shown")
            breathe(READ + 200)
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: not hand.sees("one_time_password"), "it is gone for good")
            self.gallery("staff")

    def limit_right(self) -> None:
        hand = self.hand
        with hand.step("the security administrator gives a role"):
            hand.until(lambda: hand.sees("staff_list"), "the staff is listed")
            self.down_to("staff_list", lambda row: row.sign_in_name == "xinren")
            hand.chord("Ctrl+R")
            hand.until(lambda: hand.sees("give_role_sheet"), "the role is asked for")
            hand.reach("role")
            hand.type("fj")
            hand.chord("Ctrl+Return")
            hand.until(lambda: not hand.sees("give_role_sheet"), "the role is given")
        with hand.step("a right is taken from a role, and given back"):
            hand.chord("Ctrl+Shift+A")
            hand.until(lambda: hand.sees("rights_table"), "the table of rights opens")
            self.down_to("rights_table", lambda line: line.right is Right.END_PERMIT)
            hand.chord("F6")
            hand.until(lambda: hand.sees("take_right_sheet"), "role and reason are asked for")
            hand.reach("role")
            hand.type("fj")
            hand.fill("reason", "注销改由民警办理")
            hand.chord("Ctrl+Return")
            hand.until(lambda: not hand.sees("take_right_sheet"), "the right is taken away")
            self.gallery("rights")
            hand.chord("F7")
            hand.until(lambda: hand.sees("give_back_right_sheet"), "the role is asked for")
            hand.chord("Ctrl+Return")
            hand.until(lambda: not hand.sees("give_back_right_sheet"), "the right is back")
