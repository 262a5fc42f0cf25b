"""The keys' screen: the list, the fingerprint to read out, and what can be done about them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError, FieldProblem
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.seal_keys.presenter import ENDED_FILE, KEYS_FILE, SealKeysPresenter
from desktop.ui.screens.seal_keys.revoking import RevokeSheet
from desktop.ui.screens.seal_keys.words import days_words, owner_words, standing_words

if TYPE_CHECKING:
    from desktop.services.seal_rows import SealKeyRow

MOST_SEEN = 10
"""Keys seen at once; more are scrolled to."""


class SealKeysView(QWidget):
    """Everybody sees the keys and gives the files out; the rest is the administrator's."""

    def __init__(self, presenter: SealKeysPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._sheet: RevokeSheet | None = None
        save, take = partial(partial, self._save), partial(partial, self._take)
        self._give = [
            action(
                self, "export_seal_keys", "F6", text("seal_keys", "导出公钥文件"), save(KEYS_FILE), waits=True
            ),
            action(
                self,
                "export_ended",
                "F7",
                text("seal_keys", "导出失效单据名单"),
                save(ENDED_FILE),
                waits=True,
            ),
        ]
        self._change = [
            action(
                self, "import_seal_keys", "F8", text("seal_keys", "导入外所公钥"), take(KEYS_FILE), waits=True
            ),
            action(
                self, "import_ended", "F10", text("seal_keys", "导入外所名单"), take(ENDED_FILE), waits=True
            ),
            action(
                self,
                "rotate_seal_key",
                "F11",
                text("seal_keys", "更换本所密钥"),
                self._ask_rotate,
                waits=True,
            ),
        ]
        self._revoke = action(
            self,
            "revoke_seal_key",
            "Ctrl+D",
            text("seal_keys", "吊销选中的密钥"),
            self._ask_revoke,
            waits=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        Stages(self, [self._build_head, self._build_list, self._build_deeds, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        self._column.addWidget(title)
        self._form = Form()
        self._column.addWidget(self._form, 1)
        self._form.place(
            _words(
                "seal_keys_hint",
                text(
                    "seal_keys",
                    "单据上的二维码用本所密钥签名。把公钥文件和失效单据名单发给学校、银行等核验单位，"
                    "对方不联网也能核验；发出后请电话核对文件指纹。",
                ),
            )
        )
        self._print = _words("fingerprint", " ", "number")
        self._form.place(self._print)

    def _build_list(self) -> None:
        columns: list[Column[SealKeyRow]] = [
            Column(text("seal_keys", "密钥"), lambda row: row.key_id),
            Column(text("seal_keys", "单位"), owner_words, stretch=True, least=6),
            Column(text("seal_keys", "状态"), standing_words, least=4),
            Column(text("seal_keys", "使用日期"), days_words, spare=1),
            Column(text("seal_keys", "原因"), lambda row: row.reason or "—", most=14, spare=2),
        ]
        self._rows = Table(columns, self)
        self._list = TableView(
            self._rows,
            "seal_key_list",
            text("seal_keys", "密钥，本所的在前"),
            text("seal_keys", "还没有密钥；出具第一份单据时自动生成。"),
        )
        self._list.hug(MOST_SEEN)
        self._form.place(self._list)

    def _build_deeds(self) -> None:
        section = Section("", 3)
        for each in (*self._give, *self._change):
            section.place(ActionButton(each))
        section.place(ActionButton(self._revoke, "danger"))
        self._form.place(section)

    def _begin(self) -> None:
        it = self._presenter
        self._list.picked.connect(it.look)
        it.changed.connect(self._show)
        it.failed.connect(self._tell)
        it.wrong.connect(self._wrong)
        self._show()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        keys = it.keys
        if keys is not None:
            if self._rows.rows != keys.rows:
                with QSignalBlocker(self._list):
                    self._rows.show(keys.rows)
                self._list.hug(MOST_SEEN)
            if it.at is not None:
                with QSignalBlocker(self._list):
                    self._list.choose(keys.rows.index(it.at))
            words = text("seal_keys", "本所公钥文件指纹：{print}")
            self._print.setText(words.format(print=keys.fingerprint))
        busy = text("seal_keys", "正在办理。")
        mine = text("seal_keys", "由安全管理员办理，请安全管理员登录。")
        for each in self._give:
            set_possible(each, not it.busy, busy)
        for each in self._change:
            set_possible(each, it.can_change and not it.busy, busy if it.can_change else mine)
        own = it.at is not None and it.at.own and it.at.revoked_on is None
        why = text("seal_keys", "只能吊销本所还没有吊销的密钥。") if it.can_change else mine
        set_possible(self._revoke, it.can_change and own and not it.busy, why)

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    def _wrong(self, problem: FieldProblem) -> None:
        if self._presenter.at is not None:
            self._ask_revoke(sentence_text(problem.message))

    # -- the administrator -----------------------------------------------------------------------------
    def _ask_rotate(self) -> None:
        ask(
            self,
            text("seal_keys", "更换本所密钥"),
            text("seal_keys", "今后的单据用新的密钥签名；以前的单据照样有效。换好后请重新导出公钥文件。"),
            name="confirm_rotate",
            yes=text("seal_keys", "更换"),
            then=self._presenter.rotate,
        )

    def _ask_revoke(self, problem: str = "") -> None:
        at = self._presenter.at
        if at is not None:
            self._sheet = RevokeSheet(self, at.key_id, problem)
            self._sheet.revoked.connect(self._presenter.revoke)
            self._sheet.open()

    def _save(self, what: str) -> None:
        words = text("seal_keys", "公钥") if what == KEYS_FILE else text("seal_keys", "失效单据")
        name = f"{self._presenter.station}-{words}.json"
        dialog = self._dialog(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(name)
        dialog.fileSelected.connect(partial(self._presenter.write, what))
        dialog.open()

    def _take(self, what: str) -> None:
        dialog = self._dialog(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(partial(self._presenter.take_in, what))
        dialog.open()

    def _dialog(self, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self.window(), self._presenter.title(), "", "JSON (*.json)")
        dialog.setObjectName("seal_keys_dialog")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(mode)
        return dialog


def _words(name: str, words: str, role: str = "muted") -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
