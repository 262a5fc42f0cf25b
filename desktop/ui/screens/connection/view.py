"""The screen of the connection: where the server is, who answers, and the number of this window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.fields import NumberField, SecretField
from desktop.ui.kit.flow import FlowRow
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.connections import ConnectionTried
    from desktop.ui.screens.connection.presenter import ConnectionPresenter


class ConnectionView(QWidget):
    """Two groups of fields, what came of trying them, and the two keys."""

    def __init__(self, presenter: ConnectionPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        built = partial(partial, when_built, self)
        self._try = action(self, "try_connection", "F6", text("connection", "试连"), built(self._try_out))
        self._save = action(
            self, "save_connection", "F7", text("connection", "试连并保存"), built(self._keep)
        )
        self._move = action(
            self, "move_to_station", "F8", text("connection", "迁入本机数据"), built(self._go_on)
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._form = Form()
        self._form.submitted.connect(self._keep)
        Stages(self, [self._build_head, self._build_server, self._build_window, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        self._column.addWidget(title)
        self._now = QLabel(" ")
        self._now.setObjectName("connection_now")
        self._now.setProperty("role", "muted")
        self._now.setWordWrap(True)
        self._column.addWidget(self._now)
        self._told = Strip("connection_told", self, closable=False)
        self._column.addWidget(self._told)
        self._column.addWidget(self._form, 1)

    def _build_server(self) -> None:
        section = self._form.section(text("connection", "本所服务器"), columns=2)
        hint = text("connection", "名称或IP:端口，与证书上的名称一致；有多台时用逗号分开，哪台能写用哪台")
        self._hosts = self._form.add(
            section,
            NumberField(
                "hosts", text("connection", "服务器地址"), hint, required=True, most=400, upper=False
            ),
            2,
        )
        add = partial(self._form.add, section)
        add(NumberField("database", text("connection", "数据库"), "", required=True, most=63, upper=False))
        hint = text("connection", "窗口程序自己的用户，不是管理员")
        add(NumberField("user", text("connection", "用户名"), hint, required=True, most=63, upper=False))
        self._password = add(
            SecretField(
                "password", text("connection", "密码"), text("connection", "封存后存放，只有这台电脑能打开")
            )
        )
        hint = text("connection", "签发服务器证书的CA文件的路径；没有它不连接")
        add(NumberField("ca_file", text("connection", "CA证书文件"), hint, most=400, upper=False))

    def _build_window(self) -> None:
        section = self._form.section(text("connection", "本窗口"), columns=2)
        hint = text("connection", "1 至 99，每个窗口各不相同")
        self._form.add(
            section, NumberField("counter_number", text("connection", "窗口号"), hint, required=True, most=2)
        )
        keys = FlowRow(10)
        keys.addWidget(ActionButton(self._save, "primary"))
        keys.addWidget(ActionButton(self._try))
        if self._presenter.may_move:
            keys.addWidget(ActionButton(self._move))
        self._column.addLayout(keys)

    def _begin(self) -> None:
        it = self._presenter
        it.changed.connect(self._show)
        it.refill.connect(self._fill)
        it.problems.connect(self._form.show_problems)
        it.failed.connect(self._tell)
        self._fill()
        self._show()
        self._hosts.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing ---------------------------------------------------------------------------------------
    def _fill(self) -> None:
        row = self._presenter.row
        if row is None:
            return
        form = row.form
        self._form.set_values(
            {
                "hosts": form.hosts,
                "database": form.database,
                "user": form.user,
                "ca_file": form.ca_file,
                "counter_number": form.counter_number,
            }
        )
        if row.has_password:
            self._password.set_hint(text("connection", "已存有密码；不改则留空"))

    def _show(self) -> None:
        it = self._presenter
        busy = text("connection", "正在连接…")
        for each in (self._try, self._save):
            set_possible(each, not it.busy, busy)
        practice = text("connection", "演练数据不能迁入正式的派出所。")
        set_possible(
            self._move, it.may_move and not it.busy and not it.practice, practice if it.practice else busy
        )
        if it.row is not None:
            self._now.setText(
                text("connection", "已设为使用本所服务器。改动从下次打开程序起生效。")
                if it.row.is_set
                else text(
                    "connection", "这里是演练派出所。试连并保存后，下次打开程序起这台电脑使用本所服务器。"
                )
                if it.practice
                else text(
                    "connection",
                    "数据存放在本机。要把已办的业务带到服务器，填好后不要保存，按F8迁入；"
                    "只保存连接，下次打开程序起使用本所服务器，本机数据留在本机不动。",
                )
            )
        if it.busy:
            self._told.say(busy)
        elif it.refused is not None:
            self._told.say(sentence_text(it.refused.message), "problem")
        elif it.tried is not None:
            self._told.say(_words(it.tried, it.saved), "warning" if it.tried.too_strong else "good")
        else:
            self._told.clear()

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    def _try_out(self) -> None:
        self._presenter.try_out(self._form.values())

    def _go_on(self) -> None:
        self._presenter.move(self._form.values())

    def _keep(self) -> None:
        self._presenter.save(self._form.values())


def _words(tried: ConnectionTried, saved: bool) -> str:
    """Say who answered, in a line or two."""
    told = text(
        "connection", "{host} 已连接：PostgreSQL {version}，{way}，一问一答{ms}毫秒。{station}"
    ).format(
        host=tried.host,
        version=tried.version,
        way=tried.encrypted or text("connection", "本机连接"),
        ms=f"{tried.milliseconds:.1f}",
        station=text("connection", "派出所：{name}。").format(name=tried.station)
        if tried.station
        else text("connection", "还没有设立派出所。"),
    )
    if tried.too_strong:
        told += "\n" + text(
            "connection", "这个用户可以改动留痕，权限过大；请改用授权脚本建立的 counter_program。"
        )
    if saved:
        told += "\n" + text("connection", "已保存，从下次打开程序起生效。")
    return told
