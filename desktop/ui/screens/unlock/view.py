"""The page that asks for the station's secret, or for the recovery key: one field, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.ui.icons import Icon
from desktop.ui.kit.button import Button
from desktop.ui.kit.fields import Field, NumberField, SecretField
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.middle import in_the_middle
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import text
from desktop.ui.screens.unlock.presenter import UnlockPresenter


class UnlockView(QWidget):
    """Why something is asked, the field, and the way for whoever has only the paper."""

    def __init__(self, presenter: UnlockPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(10)
        self._column.addStretch(1)
        in_the_middle(inside, self, 26)
        Stages(self, [self._build_words, self._build_form])

    def _build_words(self) -> None:
        heading, why = QLabel(text("unlock", "开启本机数据")), QLabel()
        heading.setProperty("role", "title")
        why.setObjectName("unlock_words")
        why.setProperty("role", "muted")
        why.setText(text("unlock", "这台电脑上的数据已加密。开启一次，直到程序退出都不再询问。"))
        self._column.addWidget(Icon("lock", lines=2.6), 0, Qt.AlignmentFlag.AlignHCenter)
        for each in (heading, why):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            each.setWordWrap(True)
            self._column.addWidget(each)

    def _build_form(self) -> None:
        self._problem = Strip("unlock_problem", self, closable=False)
        rule = text("unlock", "7 组，每组 5 个字母或数字，印在恢复密钥纸上；横线可以不输")
        stick = text("unlock", "先插好密钥盘")
        fields = (
            SecretField("secret", text("unlock", "开机口令")),
            NumberField("recovery", text("unlock", "恢复密钥"), rule, most=60),
            SecretField("token", text("unlock", "密钥盘的PIN"), stick),
        )
        self._fields = {field.name: field for field in fields}
        self._column.addWidget(self._problem)
        self._forms = {field.name: self._form_of(field) for field in fields}
        self._button = Button(text("unlock", "开启"))
        self._button.setObjectName("unlock_data")
        self._button.setProperty("role", "primary")
        self._other = Button("")
        self._other.setObjectName("other_way")
        self._other.setProperty("role", "quiet")
        self._other.setVisible(bool(self._presenter.another))
        buttons = QVBoxLayout()
        buttons.setContentsMargins(0, 0, 8, 0)  # the form leaves as much for its bar
        buttons.addWidget(self._button)
        buttons.addWidget(self._other)
        self._column.addLayout(buttons)
        self._column.addStretch(3)
        self._button.clicked.connect(self._submit)
        self._other.clicked.connect(self._switch)
        self._presenter.changed.connect(self._follow)
        self._presenter.failed.connect(self._tell)
        self._follow()

    def _form_of(self, field: Field) -> Form:
        form = Form(enter_submits=True)
        form.add(form.section("", columns=1), field)
        form.submitted.connect(self._submit)
        form.setMaximumHeight(form.widget().sizeHint().height() + self.fontMetrics().height() * 2)
        self._column.addWidget(form)
        return form

    @property
    def form(self) -> Form:
        """The form that is asked for now."""
        return self._forms[self._presenter.way]

    def _submit(self) -> None:
        self._problem.clear()
        self.form.show_problems(())
        self._presenter.open(self._fields[self._presenter.way].value())

    def _switch(self) -> None:
        self._problem.clear()
        self._presenter.switch()
        self.form.show_problems(())
        self._fields[self._presenter.way].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        it = self._presenter
        for name, form in self._forms.items():
            form.setVisible(name == it.way)
        self.setFocusProxy(self._fields[it.way].box)
        others = {
            "secret": text("unlock", "改用开机口令"),
            "recovery": text("unlock", "忘记口令，改用恢复密钥"),
            "token": text("unlock", "改用密钥盘"),
        }
        self._other.setText(others.get(it.another, ""))
        self._button.setEnabled(not it.busy and not it.wait)
        words = text("unlock", "开启")
        if it.busy:
            words = text("unlock", "正在核对…")
        elif it.wait:
            words = text("unlock", "请等{seconds}秒再试").format(seconds=it.wait)
        self._button.setText(words)

    def _tell(self, error: CounterError) -> None:
        if isinstance(error, BadInput) and not self.form.show_problems(
            [FieldProblem(error.field, error.message)]
        ):
            return
        tell(self, error, self._problem)
