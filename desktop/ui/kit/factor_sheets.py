"""The sheets in which a second factor is registered: a key on a stick, or a telephone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.second_factor import NAME_LIMIT
from desktop.ui.kit.cards import copied, plain
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import ChineseField, Field, NumberField, SecretField
from desktop.ui.kit.fields_sheet import FieldsSheet, Then
from desktop.ui.kit.qr import QrCode
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.factor_rows import CodeSecret


def _password() -> Field:
    return SecretField("old_password", text("factors", "登录密码"), required=True)


def _drive(drives: Sequence[str]) -> Field:
    options = [Option(drive, drive) for drive in drives]
    field = Choice("drive", text("factors", "放在哪个U盘"), options, required=True)
    if drives:
        field.set_value(drives[0])
    return field


def _called(usual: str) -> Field:
    field = ChineseField("factor_name", text("factors", "名称"), required=True, most=NAME_LIMIT)
    field.set_value(usual)
    return field


def _pin(name: str, label: str) -> Field:
    return SecretField(name, label, text("factors", "6位以上，不用连号；它只保护这个密钥"), required=True)


def token_sheet(parent: QWidget, drives: Sequence[str], then: Then, *, asks_password: bool) -> FieldsSheet:
    """Ask where to put a new key, what it is called, and for its PIN twice."""
    fields: list[Callable[[], Field]] = [partial(_password)] if asks_password else []
    fields += [
        partial(_drive, drives),
        partial(_called, text("factors", "我的U盘")),
        partial(_pin, "new_pin", text("factors", "设PIN")),
        partial(_pin, "new_pin_again", text("factors", "再输一次PIN")),
    ]
    words = text("factors", "密钥存在U盘的一个文件里，登录时插上并输入PIN。U盘离开窗口请随身带走。")
    if not drives:
        words = text("factors", "没有看到U盘。请插好后关闭本窗，再选一次。")
    title, yes = text("factors", "登记密钥U盘"), text("factors", "生成并登记")
    return FieldsSheet(parent, title, words, fields, "register_token", yes, then)


def ask_password_sheet(parent: QWidget, words: str, then: Then) -> FieldsSheet:
    """Ask for the password before a telephone is registered or something is given up."""
    title, yes = text("factors", "确认是本人"), text("factors", "继续")
    return FieldsSheet(parent, title, words, [_password], "confirm_self", yes, then)


def code_sheet(parent: QWidget, made: CodeSecret, then: Then) -> FieldsSheet:
    """Show the secret as a QR code and spelled, and ask for the first code."""

    def show(dialog: Dialog) -> None:
        code = QrCode(made.lines, text("factors", "手机扫描的二维码"))
        code.setObjectName("code_qr")
        side = QVBoxLayout()
        side.addWidget(plain("muted", text("factors", "扫不了码的，手工输入：")))
        side.addWidget(copied("number", made.spelled, "code_secret"))
        note = text("factors", "只显示这一次。请不要拍照、抄写给别人。")
        side.addWidget(plain("muted", note))
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side, 1)
        dialog.body.addLayout(row)

    def digits() -> Field:
        hint = text("factors", "手机上现在显示的6位数字")
        return NumberField("code", text("factors", "动态码"), hint, required=True, most=7)

    words = text("factors", "用手机上的验证器扫描二维码，再输入它显示的6位数字。")
    title, yes = text("factors", "登记手机动态码"), text("factors", "登记")
    fields: list[Callable[[], Field]] = [partial(_called, text("factors", "我的手机")), digits]
    return FieldsSheet(parent, title, words, fields, "register_code", yes, then, above=[show])
