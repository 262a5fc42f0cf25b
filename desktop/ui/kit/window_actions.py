"""The actions of the main window, named and labelled once."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.shortcuts import EVERYWHERE, action
from desktop.ui.kit.text import text

AT_THE_GATE = frozenset(("help", "switch_language", "switch_theme", "text_larger", "text_smaller"))
"""What is possible while nobody is signed in, or the screen is locked."""

_SCREENS = (
    *("desk", "day", "work_list", "export", "trail", "rules", "decide", "hand_over", "uncollected", "verify"),
    *("station_settings", "retention", "printers", "staff", "second_factors", "rights"),
    *("seal_keys", "backups", "connection", "own_password", "calendar", "blanks", "produce"),
)
GOES_TO = {"export_log" if each == "export" else each: each for each in _SCREENS}
"""Actions that go to a screen, and which."""
LEADS_TO = {"search": "desk", "show_whole": "desk", **GOES_TO}
"""Actions that are possible where the screen they lead to is open to whoever works here."""


class WindowActions:
    """The window's actions: made when first wanted, since nobody presses their many keys before the first paint.

    `deeds` is asked then what each of them does.
    """

    def __init__(self, window: QWidget, deeds: Callable[[], Mapping[str, Callable[[], object]]]) -> None:
        self._window, self._deeds = window, deeds
        self._made: dict[str, QAction] = {}
        self._screens: Container[str] | None = None

    def all(self) -> dict[str, QAction]:
        """Each by its name."""
        if not self._made:
            self._made = declare(self._window, self._deeds())
            self.enable(self._screens)
        return self._made

    def enable(self, screens: Container[str] | None) -> None:
        """Have possible what leads to these screens; None: nobody is signed in, or the screen is locked."""
        self._screens = screens
        for name, each in self._made.items():
            each.setEnabled(screens is not None or name in AT_THE_GATE)
        if screens is not None:
            for name, route in LEADS_TO.items():
                self.all()[name].setEnabled(route in screens)

    def relabel(self) -> None:
        """Say what each does in the screen's language."""
        label(self._made)


def declare(window: QWidget, deeds: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Declare the window's actions with their keys; `deeds` gives what each does."""
    actions = {
        name: action(window, name, EVERYWHERE.get(name, ""), name, do, everywhere=True)
        for name, do in deeds.items()
    }
    for name, more in (("search", "F2"), ("text_larger", "Ctrl+=")):
        actions[name].setShortcuts([QKeySequence(EVERYWHERE[name]), QKeySequence(more)])
    label(actions)
    return actions


def label(actions: Mapping[str, QAction]) -> None:
    """Say what each does in the screen's language."""
    words = {
        "search": text("shell", "查询"),
        "desk": text("shell", "柜台"),
        "day": text("shell", "当日办件"),
        "work_list": text("shell", "待办"),
        "export_log": text("shell", "日志导出"),
        "trail": text("shell", "留痕"),
        "rules": text("shell", "现行规定"),
        "decide": text("shell", "审核"),
        "hand_over": text("shell", "发证"),
        "uncollected": text("shell", "未领取的居住证"),
        "verify": text("shell", "验证单据"),
        "station_settings": text("shell", "本所设置"),
        "retention": text("shell", "保存期限"),
        "printers": text("shell", "打印机设置"),
        "staff": text("shell", "人员管理"),
        "second_factors": text("shell", "第二要素"),
        "rights": text("shell", "权限"),
        "seal_keys": text("shell", "核验密钥"),
        "backups": text("shell", "备份与密钥"),
        "connection": text("shell", "连接"),
        "own_password": text("shell", "密码和第二要素"),
        "calendar": text("shell", "工作日历"),
        "blanks": text("shell", "证件空白"),
        "produce": text("shell", "制证"),
        "to_send": text("shell", "待上传"),
        "show_whole": text("shell", "显示完整号码"),
        "back": text("shell", "返回"),
        "lock": text("shell", "锁屏"),
        "sign_out": text("shell", "退出登录"),
        "help": text("shell", "键盘一览"),
        "settings": text("shell", "设置"),
        "switch_language": text("shell", "中文 / English"),
        "switch_theme": text("shell", "更换配色"),
        "text_larger": text("shell", "放大文字"),
        "text_smaller": text("shell", "缩小文字"),
    }
    for name, each in actions.items():
        each.setText(words[name])
