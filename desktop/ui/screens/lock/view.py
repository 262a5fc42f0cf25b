"""The lock screen: nothing of the work is seen, and the form behind it stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.ui.icons import Icon
from desktop.ui.kit.button import Button
from desktop.ui.kit.fields import SecretField
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.middle import in_the_middle
from desktop.ui.kit.shortcuts import ActionButton, action
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import text
from desktop.ui.screens.lock.presenter import LockPresenter


class LockView(QWidget):
    """Who locked, one password field, one button."""

    def __init__(self, presenter: LockPresenter) -> None:
        super().__init__()
        self.setObjectName("lock_screen")
        self._presenter = presenter
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        in_the_middle(self._inside, self, 22)
        Stages(self, [self._build_words, self._build_form])

    def _build_words(self) -> None:
        actor = self._presenter.actor
        picture = Icon("lock", lines=2.6)
        heading = QLabel(text("lock", "已锁屏"))
        heading.setProperty("role", "title")
        who = QLabel(
            text("lock", "{clerk} · 窗口 {number} · {station}").format(
                clerk=actor.name, number=actor.counter_number, station=actor.station.name
            )
        )
        who.setProperty("role", "muted")
        kept = QLabel(text("lock", "正在填写的内容都已保留，解锁后接着办；\n换人办理也不会被看到。"))
        self._column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for each in (heading, who, kept):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            each.setWordWrap(True)
            self._column.addWidget(each)

    def _build_form(self) -> None:
        self._problem = Strip("lock_problem", self, closable=False)
        self.form = Form(enter_submits=True)
        section = self.form.section("", columns=1)
        self.form.add(section, SecretField("password", text("lock", "密码")))
        self._button = Button(text("lock", "解锁"))
        self._button.setObjectName("unlock")
        self._button.setProperty("role", "primary")
        section.place(self._button)
        self._other = action(self, "change_clerk", "F6", text("lock", "换人…"), self._presenter.let_other)
        section.place(ActionButton(self._other, "quiet"))
        self._column.addWidget(self._problem)
        self._column.addWidget(self.form, 3)
        self._button.clicked.connect(self._submit)
        self.form.submitted.connect(self._submit)
        self._presenter.busy_changed.connect(self._follow)
        self._presenter.failed.connect(self._tell)
        self.setFocusProxy(self.form.field("password").box)
        self._follow()

    def _submit(self) -> None:
        self._problem.clear()
        self._presenter.unlock(self.form.values()["password"])

    def _follow(self) -> None:
        busy = self._presenter.busy
        self._button.setEnabled(not busy)
        self._button.setText(text("lock", "正在核对…") if busy else text("lock", "解锁"))

    def _tell(self, error: CounterError) -> None:
        if isinstance(error, BadInput) and not self.form.show_problems(
            [FieldProblem(error.field, error.message)]
        ):
            return
        tell(self, error, self._problem)
