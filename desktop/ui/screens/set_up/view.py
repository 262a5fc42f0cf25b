"""The first-run form: the station, this counter, the first administrator. There is no default password."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.ui.kit.button import Button
from desktop.ui.kit.fields import ChineseField, NumberField, SecretField
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.middle import in_the_middle
from desktop.ui.kit.shortcuts import ActionButton, action
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.suggest import Offer, Suggest
from desktop.ui.kit.text import text
from desktop.ui.screens.set_up.presenter import SetUpPresenter

if TYPE_CHECKING:
    from desktop.services.division_rows import DivisionHit


class SetUpView(QWidget):
    """Two cards of fields, each with its rule; Ctrl+Enter sets the station up."""

    def __init__(self, presenter: SetUpPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._problem = Strip("set_up_problem", self, closable=False)
        self.form = Form()
        create = action(self, "create_station", "F8", text("set_up", "设立派出所"), self._submit)
        self._create = ActionButton(create, "primary")
        self._create.setEnabled(False)  # until there is a form
        self._cancel = cancel = Button(text("set_up", "返回登录"))
        cancel.setObjectName("cancel")
        cancel.clicked.connect(presenter.cancelled)
        title = QLabel(text("set_up", "设立派出所"))
        title.setProperty("role", "title")
        words = QLabel(
            text("set_up", "只在本机第一次使用时填写一次。设立后用下面的管理员登录。")
            if presenter.asks_secret
            else text("set_up", "全所只填写一次，保存在本所服务器上。设立后用下面的管理员登录。")
        )
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        buttons.addWidget(self._create)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(10)
        for each in (title, words, self._problem):
            column.addWidget(each)
        column.addWidget(self.form, 1)
        column.addLayout(buttons)
        in_the_middle(inside, self, 56).setContentsMargins(24, 24, 24, 8)
        Stages(
            self,
            [
                self._station_fields,
                self._counter_fields,
                self._administrator_fields,
                *([self._secret_fields] if presenter.asks_secret else []),
                self._listen,
            ],
        )

    def _listen(self) -> None:
        boxes = [self.form.field(name).box for name in self.form.names()]
        for before, after in pairwise([*boxes, self._cancel, self._create]):
            QWidget.setTabOrder(before, after)
        self.form.submitted.connect(self._submit)
        self._presenter.divisions_found.connect(self._offer)
        self._presenter.busy_changed.connect(self._follow)
        self._presenter.failed.connect(self._tell)
        self._follow()

    def _station_fields(self) -> None:
        self._station = section = self.form.section(text("set_up", "派出所"), columns=2)
        add = self.form.add
        self._division = add(
            section,
            Suggest(
                "division",
                text("set_up", "所在县（市、区）"),
                text("set_up", "6 位行政区划代码：键入名称、拼音或代码，从列表中选择"),
                required=True,
            ),
        )
        self._division.asked.connect(self._presenter.seek)
        add(
            section,
            NumberField(
                "station_code",
                text("set_up", "派出所代码"),
                text("set_up", "3 位数字，由上级公安机关编定"),
                required=True,
                most=3,
            ),
        )
        rule = text("set_up", "公章上的全称")
        add(section, ChineseField("name", text("set_up", "派出所名称"), rule, required=True), span=2)

    def _counter_fields(self) -> None:
        section, add = self._station, self.form.add
        add(
            section, ChineseField("address", text("set_up", "地址"), text("set_up", "印在回执上，供群众查找"))
        )
        add(
            section,
            NumberField("phone", text("set_up", "电话"), text("set_up", "可带区号，如 0531-80000000")),
        )
        add(
            section,
            NumberField(
                "counter_number",
                text("set_up", "本机窗口号"),
                text("set_up", "1 至 99，全所不重复"),
                required=True,
                most=2,
            ),
        )

    def _administrator_fields(self) -> None:
        section = self.form.section(text("set_up", "第一位管理员"), columns=2)
        add = self.form.add
        add(section, ChineseField("administrator_name", text("set_up", "姓名"), required=True))
        rule = text("set_up", "2 至 30 个字母或数字")
        add(section, NumberField("sign_in_name", text("set_up", "登录名"), rule, required=True, upper=False))
        rule = text("set_up", "至少 8 个字符，含字母、数字、符号中的两种")
        add(section, SecretField("password", text("set_up", "密码"), rule, required=True))
        add(
            section,
            SecretField(
                "password_again", text("set_up", "再输一次密码"), text("set_up", "与密码相同"), required=True
            ),
        )

    def _secret_fields(self) -> None:
        section = self.form.section(text("set_up", "数据加密"), columns=2)
        add = self.form.add
        rule = text("set_up", "至少 12 个字符，可用几个词组成的一句话；与登录密码不同，请另行妥善保管")
        add(section, SecretField("secret", text("set_up", "开机口令"), rule, required=True))
        add(
            section,
            SecretField(
                "secret_again", text("set_up", "再输一次口令"), text("set_up", "与口令相同"), required=True
            ),
        )

    def _submit(self) -> None:
        self._problem.clear()
        self.form.show_problems(())
        self._presenter.create(self.form.values())

    def _offer(self, hits: tuple[DivisionHit, ...]) -> None:
        self._division.offer([Offer(hit.code, hit.full_name, hit.code) for hit in hits])

    def _follow(self) -> None:
        self._create.setEnabled(not self._presenter.busy)

    def _tell(self, error: CounterError) -> None:
        if isinstance(error, BadInput) and not self.form.show_problems(
            [FieldProblem(error.field, error.message)]
        ):
            return
        tell(self, error, self._problem)
