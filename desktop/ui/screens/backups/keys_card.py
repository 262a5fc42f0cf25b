"""The keys: what opens the data on this machine, and changing that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.cards import plain
from desktop.ui.kit.chips import chip, set_chip
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.form import Section
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.text import text
from desktop.ui.screens.backups.sheets import (
    RecoverySheet,
    drop_sheet,
    renew_sheet,
    secret_sheet,
    station_key_sheet,
    token_sheet,
)

if TYPE_CHECKING:
    from desktop.services.keys import KeysPage
    from desktop.ui.kit.fields_sheet import FieldsSheet
    from desktop.ui.screens.backups.presenter import BackupsPresenter


class KeysCard(QWidget):
    """A line for each way the keys are opened, what is still missing, and the deeds."""

    def __init__(self, page: QWidget, presenter: BackupsPresenter) -> None:
        super().__init__()
        self.setObjectName("keys_card")
        it = self._presenter = presenter
        self._sheet: FieldsSheet | None = None
        deeds = [
            (page, "make_recovery_key", "F7", text("backups", "生成恢复密钥"), self._ask_recovery),
            (page, "add_key_token", "F11", text("backups", "增加密钥盘"), self._ask_token),
        ]
        if not it.served:  # its windows have the key by the server's password
            deeds.insert(
                0, (page, "set_station_secret", "F6", text("backups", "设置开机口令"), self._ask_secret)
            )
            self._user = action(page, "start_unasked", "F8", text("backups", "免口令启动"), self._ask_user)
        self._deeds = [*(action(*each, waits=True) for each in deeds), *(() if it.served else (self._user,))]
        self._renew = action(
            page, "renew_keys", "F10", text("backups", "更换全部密钥"), self._ask_renew, waits=True
        )
        self._drop = action(
            page, "drop_key_token", "Ctrl+D", text("backups", "停用密钥盘"), self._ask_drop, waits=True
        )
        self._take_key = action(
            page,
            "take_station_key",
            "Ctrl+R",
            text("backups", "输入恢复密钥"),
            self._ask_station_key,
            waits=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        section = Section(text("backups", "本所密钥") if it.served else text("backups", "密钥"), 3)
        self._chips = {}
        for name in ("recovery", "held") if it.served else ("secret", "recovery", "by_user"):
            self._chips[name] = made = chip()
            made.setObjectName(f"keys_{name}")
            section.place(beginning(made))
        self._hint = plain("muted", " ", "keys_hint")
        section.place(self._hint, 3, new_row=True)
        self._advice = Strip("keys_advice", self, closable=False)
        section.place(self._advice, 3, new_row=True)
        card = Section("", 3)
        buttons = [
            ActionButton(each, "plain" if place else "primary") for place, each in enumerate(self._deeds)
        ]
        self._first = buttons[0]
        self._sometimes = {each: ActionButton(each) for each in (self._drop, self._take_key)}
        for button in (*buttons, ActionButton(self._renew, "danger"), *self._sometimes.values()):
            card.place(button)
        column.addWidget(section)
        column.addWidget(card)
        it.changed.connect(self._show)
        it.sheet_failed.connect(self._wrong)
        it.sheet_done.connect(self._taken)
        it.recovery.connect(self._show_recovery)
        self._show()

    def lead_in(self) -> None:
        """Put the focus on the first deed."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        keys = self._presenter.keys
        for each in (*self._deeds, self._renew):
            set_possible(each, keys is not None and keys.held, text("backups", "正在读取。"))
        for each, button in self._sometimes.items():
            wanted = keys is not None and (bool(keys.tokens) if each is self._drop else not keys.held)
            each.setEnabled(wanted)
            button.setVisible(wanted)
        if keys is None:
            return
        if keys.shared:
            self._show_shared(keys)
        else:
            self._show_own(keys)
        self._advice.say(_advice(keys), "warning")

    def _show_own(self, keys: KeysPage) -> None:
        self._show_chip("secret", text("backups", "开机口令：{state}"), keys.secret)
        self._show_chip("recovery", text("backups", "恢复密钥：{state}"), keys.recovery)
        on, off = text("backups", "免口令启动"), text("backups", "启动须输口令")
        set_chip(self._chips["by_user"], on if keys.by_user else off, "warning" if keys.by_user else "good")
        self._user.setText(
            text("backups", "改为须输口令") if keys.by_user else text("backups", "改为免口令启动")
        )
        words = [text("backups", "本机数据库和备份都已加密，现用密钥{key}。").format(key=keys.key_id)]
        words += _tokens(keys)
        if keys.changing:
            words.append(text("backups", "正在等空闲时用新密钥重新加密，照常办理不受影响。"))
        self._hint.setText("\n".join(words))

    def _show_shared(self, keys: KeysPage) -> None:
        self._show_chip("recovery", text("backups", "恢复密钥：{state}"), keys.recovery)
        held, not_held = text("backups", "本窗口持有密钥"), text("backups", "本窗口没有密钥")
        set_chip(self._chips["held"], held if keys.held else not_held, "good" if keys.held else "problem")
        words = text(
            "backups", "各窗口共用，封存服务器的备份和手机动态码；窗口凭服务器密码自动取得。现用密钥{key}。"
        ).format(key=keys.key_id)
        self._hint.setText("\n".join([words, *_tokens(keys)]))

    def _show_chip(self, name: str, words: str, there: bool) -> None:
        state = text("backups", "已设") if there else text("backups", "未设")
        set_chip(self._chips[name], words.format(state=state), "good" if there else "problem")

    # -- asking ----------------------------------------------------------------------------------------
    def _ask_secret(self) -> None:
        self._take(secret_sheet(self, self._presenter.set_secret))

    def _ask_recovery(self) -> None:
        ask(
            self,
            text("backups", "生成恢复密钥"),
            text("backups", "恢复密钥只显示一次，请先备好打印机或纸笔。以前的恢复密钥马上作废。"),
            name="confirm_recovery",
            yes=text("backups", "生成"),
            then=self._presenter.new_recovery,
        )

    def _ask_token(self) -> None:
        keys = self._presenter.keys
        if keys is not None:
            self._take(token_sheet(self, keys.drives, self._presenter.add_token))

    def _ask_drop(self) -> None:
        keys = self._presenter.keys
        if keys is not None and keys.tokens:
            self._take(drop_sheet(self, keys.tokens, self._presenter.drop_token))

    def _ask_station_key(self) -> None:
        self._take(station_key_sheet(self, self._presenter.take_station_key))

    def _ask_user(self) -> None:
        keys = self._presenter.keys
        if keys is None or not keys.by_user:
            words = text("backups", "启动时不再询问口令。硬盘或整机被盗时，得到的人也能打开数据。")
        else:
            words = text(
                "backups", "今后每次启动程序，先输开机口令，再登录。请确认口令和恢复密钥都已妥善保存。"
            )
        ask(
            self,
            self._user.text(),
            words,
            name="confirm_start",
            yes=self._user.text(),
            then=self._presenter.open_by_user,
        )

    def _ask_renew(self) -> None:
        keys = self._presenter.keys
        if keys is not None and keys.secret:
            self._take(renew_sheet(self, self._presenter.renew))
            return
        ask(
            self,
            text("backups", "更换全部密钥"),
            text("backups", "本所密钥换成新的，并给出新的恢复密钥；以前封存的仍读得出，原恢复密钥马上作废。")
            if self._presenter.served
            else text(
                "backups", "全部密钥换成新的，并给出新的恢复密钥；数据库在空闲时重新加密，不影响办理。"
            ),
            name="confirm_renew",
            yes=text("backups", "更换"),
            then=self._renew_unasked,
        )

    def _renew_unasked(self) -> None:
        self._presenter.renew({})

    def _show_recovery(self, code: str) -> None:
        RecoverySheet(self, code, self._presenter.print_recovery).open()

    def _wrong(self, error: CounterError) -> None:
        if self._sheet is not None:
            self._sheet.wrong(error)
        else:
            self._presenter.fail(error)

    def _take(self, sheet: FieldsSheet) -> None:
        self._sheet = sheet
        sheet.rejected.connect(self._dropped)

    def _dropped(self) -> None:
        self._sheet = None

    def _taken(self) -> None:
        if self._sheet is not None:
            sheet, self._sheet = self._sheet, None
            sheet.accept()


def beginning(label: QWidget) -> QWidget:
    """Keep a label or a button as narrow as its words, at the beginning of its place."""
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label)
    row.addStretch(1)
    return both


def _tokens(keys: KeysPage) -> list[str]:
    if not keys.tokens:
        return []
    names = text("backups", "、").join(keys.tokens)
    return [text("backups", "密钥盘也能打开：{names}。").format(names=names)]


def _advice(keys: KeysPage) -> str:
    """What is still to be done so that a stolen disk tells nothing, and a lost window loses nothing."""
    if not keys.held:
        return text(
            "backups",
            "服务器的密码改过，本窗口还没有本所密钥：请输入恢复密钥，或先在用过新密码的窗口登录一次。",
        )
    if keys.shared:
        return (
            ""
            if keys.recovery
            else text("backups", "请生成恢复密钥并封存：窗口都坏了时没有它，服务器的备份就再也打不开。")
        )
    if not keys.recovery and not keys.secret:
        return text(
            "backups",
            "待办：请设置开机口令并生成恢复密钥。在此之前这台电脑不问口令就打开数据，拿到硬盘的人也能读出。",
        )
    if not keys.secret:
        return text("backups", "请设置开机口令：现在拿到这台电脑硬盘的人，就能读出数据。")
    if not keys.recovery:
        return text("backups", "请生成恢复密钥并封存：忘记口令时没有它，数据就再也打不开。")
    if keys.by_user:
        return text("backups", "口令和恢复密钥都已设好，可以改为启动时须输口令：硬盘被盗也读不出数据。")
    return ""
