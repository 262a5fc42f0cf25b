"""What is asked for over the list: an account, the password rule; and the one-time password, shown once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.code_words import choices, label
from desktop.domain.codes import Role
from desktop.domain.fields import NAME_LIMIT
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import ChineseField, Field, NumberField
from desktop.ui.kit.fields_sheet import FieldsSheet, Then
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.domain.accounts import PasswordRule
    from desktop.services.staff_rows import AccountMade, StaffRow


def _person(name: str = "") -> Field:
    field = ChineseField("name", text("staff", "姓名"), required=True, most=NAME_LIMIT)
    field.set_value(name)
    return field


def _sign_in_name() -> Field:
    hint = text("staff", "2至30个字母或数字，不分大小写；停用后也不给别人。")
    return NumberField("sign_in_name", text("staff", "登录名"), hint, required=True, upper=False, most=30)


def _role(chosen: Role, gives: tuple[Role, ...]) -> Field:
    options = [Option(code.value, sentence_text(label)) for code, label in choices(Role) if code in gives]
    value = chosen.value if chosen in gives else ""
    return Choice("role", text("staff", "身份"), options, required=True, value=value)


def _number(name: str, called: str, hint: str, value: int) -> Field:
    field = NumberField(name, called, hint, required=True, most=3)
    field.set_value(str(value))
    return field


def add_sheet(parent: QWidget, then: Then) -> FieldsSheet:
    """Ask whom to add."""
    words = text("staff", "添加后给出一次性密码，授予身份之后才能登录，首次登录时自己设置密码。")
    title, yes = text("staff", "添加人员"), text("staff", "添加")
    fields = (_person, _sign_in_name)
    return FieldsSheet(parent, title, words, fields, "add_staff", yes, then)


def change_sheet(parent: QWidget, row: StaffRow, then: Then) -> FieldsSheet:
    """Ask what somebody is called from now on."""
    fields = (partial(_person, row.name),)
    title = text("staff", "修改：{name}").format(name=row.name)
    words = text("staff", "登录名{name}不能改。").format(name=row.sign_in_name)
    return FieldsSheet(parent, title, words, fields, "change_staff", text("staff", "保存"), then)


def role_sheet(parent: QWidget, row: StaffRow, gives: tuple[Role, ...], then: Then) -> FieldsSheet:
    """Ask what somebody is from now on."""
    fields = (partial(_role, row.role, gives),)
    title = text("staff", "授予身份：{name}").format(name=row.name)
    words = text(
        "staff", "现在是{role}。原来的权限马上停止，重新登录后按新身份办理。三种管理员互不兼任，也不办件。"
    ).format(role=sentence_text(label(row.role)))
    return FieldsSheet(parent, title, words, fields, "give_role", text("staff", "授予"), then)


def rule_sheet(parent: QWidget, rule: PasswordRule, then: Then) -> FieldsSheet:
    """Ask what passwords must be."""
    asked = (
        ("password_shortest", text("staff", "至少几个字符"), text("staff", "8至64"), rule.shortest),
        ("password_kinds", text("staff", "字母、数字、符号中要有几种"), text("staff", "2或3"), rule.kinds),
        ("password_days", text("staff", "几天一换"), text("staff", "0至365；0为不限"), rule.days),
        ("password_remembered", text("staff", "不能与最近几次相同"), text("staff", "0至24"), rule.remembered),
        ("password_tries", text("staff", "连续输错几次暂停"), text("staff", "3至10"), rule.tries),
    )
    words = text("staff", "输错到这个次数后，账号先暂停1分钟，再错加倍，最长30分钟。")
    title, yes = text("staff", "密码规定"), text("staff", "保存")
    fields = [partial(_number, *one) for one in asked]
    return FieldsSheet(parent, title, words, fields, "set_password_rule", yes, then)


class OneTimeSheet(Dialog):
    """The one-time password, large, shown once; told or written down, so that it cannot be marked and copied."""

    def __init__(self, parent: QWidget, made: AccountMade) -> None:
        super().__init__(parent, text("staff", "{name}的一次性密码").format(name=made.row.name))
        self.setObjectName("one_time_sheet")
        if not made.one_time_password:
            self.say(text("staff", "这个账号刚才已经添加，密码只显示一次。没有记下的，请重置密码。"))
            self.add_button("close", text("staff", "关闭"), "primary")
            return
        self.shows_once = True
        name = QLabel(text("staff", "登录名　{name}").format(name=made.row.sign_in_name))
        name.setObjectName("new_sign_in_name")
        password = QLabel(made.one_time_password)
        password.setObjectName("one_time_password")
        password.setProperty("role", "title")
        password.setAccessibleName(text("staff", "一次性密码"))
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for each in (name, password):
            self.body.addWidget(each)
        self.say(text("staff", "只显示这一次，请当面交给本人。7天内有效，本人首次登录时改为自己的密码。"))
        self.add_button("handed_on", text("staff", "已交给本人"), "primary")
