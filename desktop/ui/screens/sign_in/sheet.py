"""Setting another password before one is let in: after a one-time password, or when the old one is too old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import BadInput, CounterError
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import SecretField
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import Slices

if TYPE_CHECKING:
    from desktop.domain.errors import PasswordDue
    from desktop.ui.screens.sign_in.presenter import SignInPresenter


class NewPasswordSheet(Dialog):
    """The new password twice; stays open until it is taken and somebody is signed in.

    It opens by itself once it is built, a part a turn.
    """

    def __init__(self, parent: QWidget, presenter: SignInPresenter, due: PasswordDue) -> None:
        super().__init__(parent, text("sign_in", "设置自己的密码"))
        self.setObjectName("new_password_sheet")
        self._presenter, self._due = presenter, due
        Slices(self, [self._add_fields, self._add_buttons, self.ensurePolished, self.open])

    def _add_fields(self) -> None:
        self.say(sentence_text(self._due.message))
        self._strip = Strip("new_password_problem", self, closable=False)
        self.body.addWidget(self._strip)
        rule = sentence_text(self._due.rule)
        self._new = SecretField("new_password", text("sign_in", "新密码"), rule, required=True)
        again = text("sign_in", "再输一次新密码")
        self._again = SecretField("new_password_again", again, rule, required=True)
        for field in (self._new, self._again):
            self.body.addWidget(field)

    def _add_buttons(self) -> None:
        self.add_button("cancel", text("kit", "取消"))
        self._button = self.add_button("set_password", text("sign_in", "设置并登录"), "primary", closes=False)
        self._button.clicked.connect(self._hand_in)
        self._new.box.returnPressed.connect(self._again.box.setFocus)
        self._again.box.returnPressed.connect(self._hand_in)
        self._presenter.refused.connect(self._tell)
        self._presenter.busy_changed.connect(self._follow)
        self._presenter.opened.connect(self.accept)
        self._presenter.step.connect(self.accept)
        self._new.box.setFocus()

    def _hand_in(self) -> None:
        self._strip.clear()
        for field in (self._new, self._again):
            field.show_problem("")
        self._presenter.set_password(self._new.value(), self._again.value())

    def _follow(self) -> None:
        self._button.setEnabled(not self._presenter.busy)

    def _tell(self, error: CounterError) -> None:
        fields = {field.name: field for field in (self._new, self._again)}
        field = fields.get(error.field) if isinstance(error, BadInput) else None
        if field is None:
            tell(self, error, self._strip)
            return
        field.show_problem(sentence_text(error.message))
        field.box.setFocus()
