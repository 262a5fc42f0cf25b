"""The card of one's own second factors on the page of one's own password."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain.errors import CounterError
from desktop.domain.second_factor import KIND_WORDS
from desktop.ui.kit.cards import plain
from desktop.ui.kit.factor_sheets import ask_password_sheet, code_sheet, token_sheet
from desktop.ui.kit.fields_sheet import FieldsSheet
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import when_built
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.factor_rows import CodeSecret, FactorRow
    from desktop.ui.screens.own_password.factors import OwnFactorsPresenter


def state_words(row: FactorRow) -> str:
    """Whether it lets its owner in, and since when not."""
    if row.ended_on is not None:
        return text("own_password", "✗ {day} 停用").format(day=row.ended_on.isoformat())
    return text("own_password", "在用")


def used_words(row: FactorRow) -> str:
    """When it was last used."""
    return row.used_on.isoformat() if row.used_on is not None else text("own_password", "还没有用过")


class FactorsPart(QFrame):
    """A list and three keys; built in steps by the page, since all at once is more than a turn's work."""

    def __init__(self, page: QWidget, presenter: OwnFactorsPresenter) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._page, self._presenter = page, presenter
        self._sheet: FieldsSheet | None = None
        built = partial(partial, when_built, page)
        self._token = action(
            page,
            "register_token",
            "F7",
            text("own_password", "登记密钥U盘"),
            built(presenter.look_for_drives),
            waits=True,
        )
        self._code = action(
            page,
            "register_code",
            "F8",
            text("own_password", "登记手机动态码"),
            built(self._ask_self),
            waits=True,
        )
        self._end = action(
            page, "end_factor", "F10", text("own_password", "停用"), built(self._ask_to_end), waits=True
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 14)
        self._column.setSpacing(8)

    def build_head(self) -> None:
        """The heading and what it is for."""
        self._column.addWidget(plain("heading", text("own_password", "第二要素")))
        hint = text("own_password", "登记后，登录时除了密码还要用它。遗失请立即联系安全管理员停用。")
        self._hint = plain("muted", hint, "factors_hint")
        self._column.addWidget(self._hint)

    def build_list(self) -> None:
        """What is registered."""
        columns: list[Column[FactorRow]] = [
            Column(text("own_password", "名称"), lambda row: row.name, stretch=True, least=4),
            Column(text("own_password", "种类"), lambda row: sentence_text(KIND_WORDS[row.kind])),
            Column(text("own_password", "登记日期"), lambda row: row.registered_on.isoformat(), spare=1),
            Column(text("own_password", "最近使用"), used_words, spare=2),
            Column(text("own_password", "状态"), state_words),
        ]
        self._table = Table(columns, self)
        nothing = text("own_password", "还没有登记，登录只用密码。")
        self._list = TableView(self._table, "factors", text("own_password", "第二要素"), nothing)
        self._list.picked.connect(lambda _: self._follow())
        self._column.addWidget(self._list)

    def build_keys(self) -> None:
        """What can be done."""
        row = QHBoxLayout()
        row.setSpacing(10)
        for each in (self._token, self._code, self._end):
            row.addWidget(ActionButton(each))
        row.addStretch(1)
        self._column.addLayout(row)
        it = self._presenter
        it.changed.connect(self._show)
        it.drives_found.connect(self._ask_token)
        it.code_made.connect(self._ask_code)
        it.done.connect(self._close)
        it.failed.connect(self._tell)
        self._show()

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        self._table.show(self._presenter.rows)
        self._list.hug()
        if self._list.current() is None and self._presenter.rows:
            self._list.choose(0)
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.wait(self._presenter.busy)
        self._follow()

    def _follow(self) -> None:
        row, busy = self._current(), text("own_password", "正在办理。")
        over = text("own_password", "请先选一个在用的。")
        set_possible(self._token, not self._presenter.busy, busy)
        set_possible(self._code, not self._presenter.busy, busy)
        ended = row is None or row.ended_on is not None
        set_possible(self._end, not self._presenter.busy and not ended, over if ended else busy)

    def _current(self) -> FactorRow | None:
        row: FactorRow | None = self._list.current()
        return row

    def _tell(self, error: CounterError) -> None:
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.wrong(error)
        else:
            tell(self._page, error)

    # -- asking ----------------------------------------------------------------------------------------
    def _take(self, sheet: FieldsSheet) -> None:
        self._sheet = sheet
        sheet.finished.connect(partial(self._forget, sheet))

    def _forget(self, sheet: FieldsSheet, _answer: int) -> None:
        if self._sheet is sheet:
            self._sheet = None

    def _close(self) -> None:
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.accept()

    def _ask_token(self, drives: tuple[str, ...]) -> None:
        if self._sheet is None:
            self._take(token_sheet(self._page, drives, self._presenter.make_token, asks_password=True))

    def _ask_self(self) -> None:
        if self._sheet is None:
            words = text("own_password", "登记手机动态码前，请输入登录密码。")
            self._take(ask_password_sheet(self._page, words, self._presenter.make_code))

    def _ask_code(self, made: CodeSecret) -> None:
        if self._sheet is None:
            sheet = code_sheet(self._page, made, self._presenter.register_code)
            sheet.finished.connect(lambda _: self._presenter.forget_code())
            self._take(sheet)

    def _ask_to_end(self) -> None:
        row = self._current()
        if row is not None and self._sheet is None:
            words = text("own_password", "停用“{name}”后不能再用它登录。请输入登录密码确认。")
            then = partial(self._presenter.give_up, row)
            self._take(ask_password_sheet(self._page, words.format(name=row.name), then))
