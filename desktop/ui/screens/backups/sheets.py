"""What is asked for over the page: the plan, a secret, what opens a foreign backup; a recovery key, shown once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.second_factor import NAME_LIMIT
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import ChineseField, Field, NumberField, SecretField, TickField
from desktop.ui.kit.fields_sheet import FieldsSheet, Then
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.domain.backups import BackupPlan


def _number(name: str, called: str, hint: str, value: int) -> Field:
    field = NumberField(name, called, hint, required=True, most=3)
    field.set_value(str(value))
    return field


def _folder(value: str) -> Field:
    hint = text("backups", "如U盘或网络文件夹，完整路径；留空只存本机")
    field = ChineseField("second", text("backups", "另存到"), hint)
    field.set_value(value)
    return field


def _secret(name: str, called: str, hint: str = "") -> Field:
    return SecretField(name, called, hint, required=True)


def plan_sheet(parent: QWidget, plan: BackupPlan, then: Then) -> FieldsSheet:
    """Ask when backups are made and how long they are kept."""
    fields = (
        partial(_number, "hour", text("backups", "每天几时后备份"), text("backups", "0至23时"), plan.hour),
        partial(
            _number, "daily", text("backups", "保留几天的"), text("backups", "每天一份，1至90"), plan.daily
        ),
        partial(
            _number, "weekly", text("backups", "保留几周的"), text("backups", "每周一份，0至104"), plan.weekly
        ),
        partial(_folder, plan.second),
    )
    words = text("backups", "日结之后或到了钟点，程序自己备份，不影响办理；没赶上的，下次启动后补做。")
    title, yes = text("backups", "备份安排"), text("backups", "保存")
    return FieldsSheet(parent, title, words, fields, "set_backup_plan", yes, then)


def station_plan_sheet(parent: QWidget, plan: BackupPlan, duty: bool, then: Then) -> FieldsSheet:
    """Ask whether this window backs the station's server up, when, and how long backups are kept."""
    fields = (
        partial(_duty, duty),
        lambda: SecretField("password", text("backups", "备份用户的密码"), text("backups", "不填则不改")),
        partial(_number, "hour", text("backups", "每天几时后备份"), text("backups", "0至23时"), plan.hour),
        partial(_folder, plan.second),
        partial(
            _number, "daily", text("backups", "保留几天的"), text("backups", "每天一份，1至90"), plan.daily
        ),
        partial(
            _number, "weekly", text("backups", "保留几周的"), text("backups", "每周一份，0至104"), plan.weekly
        ),
    )
    words = text(
        "backups",
        "几个窗口都负责时，由先到的一个做，不会重做。以服务器上的用户counter_backup读取，存前加密。",
    )
    title, yes = text("backups", "备份安排"), text("backups", "试连并保存")
    return FieldsSheet(parent, title, words, fields, "set_backup_plan", yes, then)


def _duty(on: bool) -> Field:
    field = TickField("duty", text("backups", "本窗口负责备份本所服务器"))
    field.set_value("yes" if on else "")
    return field


def token_sheet(parent: QWidget, drives: Sequence[str], then: Then) -> FieldsSheet:
    """Ask where to put a new token, what it is called, and for its PIN twice."""

    def drive() -> Field:
        options = [Option(each, each) for each in drives]
        field = Choice("drive", text("backups", "放在哪个U盘"), options, required=True)
        if drives:
            field.set_value(drives[0])
        return field

    def called() -> Field:
        field = ChineseField("factor_name", text("backups", "名称"), required=True, most=NAME_LIMIT)
        field.set_value(text("backups", "数据密钥盘"))
        return field

    fields = (
        drive,
        called,
        partial(_secret, "new_pin", text("backups", "设PIN"), text("backups", "6位以上，不用连号")),
        partial(_secret, "new_pin_again", text("backups", "再输一次PIN")),
    )
    words = text(
        "backups", "密钥存在U盘的一个文件里，启动程序时插上并输入PIN，就能打开数据。请与这台电脑分开保管。"
    )
    if not drives:
        words = text("backups", "没有看到U盘。请插好后关闭本窗，再选一次。")
    title, yes = text("backups", "增加密钥盘"), text("backups", "生成并登记")
    return FieldsSheet(parent, title, words, fields, "add_key_token", yes, then)


def drop_sheet(parent: QWidget, names: Sequence[str], then: Then) -> FieldsSheet:
    """Ask which token was lost."""

    def which() -> Field:
        options = [Option(each, each) for each in names]
        field = Choice("token", text("backups", "停用哪个密钥盘"), options, required=True)
        field.set_value(names[0])
        return field

    words = text(
        "backups", "停用后它打不开现在的数据。遗失的密钥盘，请停用后再“更换全部密钥”，以前的备份才不怕它。"
    )
    title, yes = text("backups", "停用密钥盘"), text("backups", "停用")
    return FieldsSheet(parent, title, words, (which,), "drop_key_token", yes, then)


def station_key_sheet(parent: QWidget, then: Then) -> FieldsSheet:
    """Ask for the recovery key, which gives this window the station's key."""
    rule = text("backups", "7 组，每组 5 个字母或数字，印在恢复密钥纸上")
    fields = (lambda: NumberField("recovery", text("backups", "恢复密钥"), rule, required=True, most=60),)
    words = text("backups", "输入后本窗口持有本所密钥，以后不再询问。")
    title, yes = text("backups", "取得本所密钥"), text("backups", "取得")
    return FieldsSheet(parent, title, words, fields, "take_station_key", yes, then)


def secret_sheet(parent: QWidget, then: Then) -> FieldsSheet:
    """Ask for another secret."""
    rule = text("backups", "至少12个字符，可用几个词组成的一句话")
    fields = (
        partial(_secret, "secret", text("backups", "新的开机口令"), rule),
        partial(_secret, "secret_again", text("backups", "再输一次"), text("backups", "与上面相同")),
    )
    words = text("backups", "设置后，原来的口令马上失效。口令不存于任何地方，忘记了只能用恢复密钥。")
    title, yes = text("backups", "设置开机口令"), text("backups", "设置")
    return FieldsSheet(parent, title, words, fields, "set_station_secret", yes, then)


def renew_sheet(parent: QWidget, then: Then) -> FieldsSheet:
    """Ask for the present secret, which the new keys open to as well."""
    words = text(
        "backups",
        "全部密钥换成新的：原来的恢复密钥和密钥盘马上失效，另给一份新的恢复密钥；"
        "数据库在空闲时重新加密，照常办理不受影响。",
    )
    title, yes = text("backups", "更换全部密钥"), text("backups", "更换")
    fields = (partial(_secret, "secret", text("backups", "现用的开机口令")),)
    return FieldsSheet(parent, title, words, fields, "renew_keys", yes, then)


def foreign_sheet(parent: QWidget, then: Then) -> FieldsSheet:
    """Ask for what opens a backup that was made under other keys."""
    fields = (
        lambda: SecretField("secret", text("backups", "当时的开机口令")),
        lambda: NumberField("recovery", text("backups", "或当时的恢复密钥"), most=60),
    )
    words = text("backups", "这份备份是在别的电脑上，或在更换密钥之前做的。请输入当时的口令或恢复密钥。")
    title, yes = text("backups", "打开备份"), text("backups", "打开")
    return FieldsSheet(parent, title, words, fields, "open_backup", yes, then)


class RecoverySheet(Dialog):
    """The recovery key, large, in its groups, shown once; for paper, so that it cannot be marked and copied."""

    def __init__(self, parent: QWidget, code: str, print_it: Callable[[str], None]) -> None:
        super().__init__(parent, text("backups", "恢复密钥"))
        self.setObjectName("recovery_sheet")
        self.shows_once = True
        groups = code.split("-")
        for place, line in enumerate((groups[:4], groups[4:])):
            shown = QLabel("  ".join(line))
            shown.setObjectName(f"recovery_line_{place + 1}")
            shown.setProperty("role", "title")
            shown.setAccessibleName(text("backups", "恢复密钥"))
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(shown)
        self.say(
            text(
                "backups",
                "只显示这一次。请打印或抄写一份，封存在保险柜里，不要放在这台电脑旁边。"
                "忘记口令、换电脑恢复备份时要用；以前的恢复密钥从现在起作废。",
            )
        )
        button = self.add_button("print_recovery_key", text("backups", "打印"), closes=False)
        button.clicked.connect(partial(print_it, code))
        self.add_button("recovery_kept", text("backups", "已妥善保存"), "primary")
