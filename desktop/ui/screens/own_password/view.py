"""The page of one's own password: the present one, the new one twice; and one's own second factors."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.fields import SecretField
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.own_password.factors_part import FactorsPart

if TYPE_CHECKING:
    from desktop.ui.screens.own_password.presenter import OwnPasswordPresenter


class OwnPasswordView(QWidget):
    """Three fields and one key; what is wrong is said at its field."""

    def __init__(self, presenter: OwnPasswordPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        built = partial(partial, when_built, self)
        self._save = action(
            self,
            "change_password",
            "F6",
            text("own_password", "修改密码"),
            built(self._hand_in),
            waits=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._form = Form(enter_submits=True)
        self._form.submitted.connect(self._hand_in)
        self._factors = part = FactorsPart(self, presenter.factors)
        factors = [part.build_head, part.build_list, part.build_keys]
        Stages(self, [self._build_head, self._build_fields, self._build_end, *factors, self._begin])

    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        self._column.addWidget(title)
        self._column.addWidget(self._form, 1)

    def _build_fields(self) -> None:
        self._section = section = self._form.section(text("own_password", "密码"), columns=2)
        for name, words in (
            ("old_password", text("own_password", "当前密码")),
            ("new_password", text("own_password", "新密码")),
            ("new_password_again", text("own_password", "再输一次新密码")),
        ):
            new_row = name != "new_password_again"
            self._form.add(section, SecretField(name, words, required=True), new_row=new_row)

    def _build_end(self) -> None:
        self._rule = QLabel(" ")
        self._rule.setObjectName("password_rule")
        self._rule.setProperty("role", "muted")
        self._rule.setWordWrap(True)
        self._section.place(self._rule, 2, new_row=True)
        button = ActionButton(self._save, "primary")
        self._section.place(button, 1, new_row=True)
        self._form.place(self._factors)

    def _begin(self) -> None:
        it = self._presenter
        it.changed.connect(self._show)
        it.problems.connect(self._form.show_problems)
        it.failed.connect(self._tell)
        self._show()
        self._form.field("old_password").box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        it = self._presenter
        set_possible(self._save, not it.busy, text("own_password", "正在核对…"))
        if it.rule is not None:
            self._rule.setText(sentence_text(it.rule))

    def _hand_in(self) -> None:
        self._presenter.change(self._form.values())

    def _tell(self, error: CounterError) -> None:
        tell(self, error)
