"""The screen of a move: signing in at the station, who is on both sides, moving, and what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.cards import copied, plain
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.fields import NumberField, SecretField
from desktop.ui.kit.flow import FlowRow
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.move.presenter import HERE, PARTS, STATION, Stage, needed
from desktop.ui.screens.move.words import (
    Counted,
    Line,
    asked_words,
    consequence,
    counts_after,
    counts_of,
    found_words,
    lines_of,
    result_words,
)

if TYPE_CHECKING:
    from desktop.services.move_rows import SamePerson
    from desktop.ui.screens.move.presenter import MovePresenter

MOST_PEOPLE, MOST_COUNTS = 7, 20


class MoveView(QWidget):
    """One page whose parts come as the move goes on."""

    def __init__(self, presenter: MovePresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        built = partial(partial, when_built, self)
        self._enter = action(
            self, "enter_station", "F6", text("move", "登录派出所并核对"), built(self._go_in)
        )
        self._again = action(self, "look_again", "Ctrl+R", text("move", "重新核对"), presenter.look_again)
        self._rest = action(
            self, "rest_to_station", "F8", text("move", "其余以派出所的为准"), presenter.rest_to_station
        )
        self._move = action(self, "move_to_station", "F7", text("move", "迁入"), built(self._ask_move))
        self._stop = action(self, "stop_move", "Ctrl+D", text("move", "停止"), presenter.stop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._form = Form()
        self._form.submitted.connect(self._go_in)
        Stages(
            self,
            [
                self._build_head,
                self._build_entering,
                self._build_deeds,
                self._build_people,
                self._build_choices,
                self._build_counts,
                self._begin,
            ],
        )

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        self._column.addWidget(title)
        self._column.addWidget(
            plain(
                "muted",
                text(
                    "move",
                    "全部办件、人员、证件、单据和附件一次迁入，写入后逐条读回核对；中途停下或出错，两边都和原来一样。"
                    "迁完后本机数据库封存为只读存档，本窗口改用服务器。",
                ),
                "move_about",
            )
        )
        self._told = Strip("move_told", self, closable=False)
        self._column.addWidget(self._told)
        self._column.addWidget(self._form, 1)

    def _build_entering(self) -> None:
        self._entering = self._form.section(text("move", "用您在派出所服务器上的账号登录"), columns=2)
        add = partial(self._form.add, self._entering)
        hint = text("move", "要有“服务器连接、备份和恢复”的权限")
        self._name = add(
            NumberField("sign_in_name", text("move", "登录名"), hint, required=True, most=30, upper=False)
        )
        hint = text("move", "在服务器上的密码，不一定与本机相同")
        self._password = add(SecretField("password", text("move", "密码"), hint, required=True))
        self._extra = {
            "again": add(SecretField("again", text("move", "再输入一次密码"), "")),
            "code": add(NumberField("code", text("move", "动态码"), text("move", "手机上的6位数字"), most=8)),
        }
        self._entering.place(ActionButton(self._enter, "primary"), new_row=True)

    def _build_deeds(self) -> None:
        self._deeds = QWidget()
        keys = FlowRow(10)
        keys.addWidget(ActionButton(self._move, "primary"))
        for each in (self._rest, self._again, self._stop):
            keys.addWidget(ActionButton(each))
        self._deeds.setLayout(keys)
        self._column.addWidget(self._deeds)

    def _build_people(self) -> None:
        self._heading = plain("heading", text("move", "两边都有、要选定的人"))
        columns: list[Column[SamePerson]] = [
            Column(text("move", "姓名"), lambda row: row.name, most=12),
            Column(text("move", "证件号码"), lambda row: row.masked_id_number),
            Column(text("move", "两边不同的"), asked_words, stretch=True, least=8),
            Column(text("move", "选定"), self._standing, least=4),
        ]
        self._people = Table(columns, self)
        self._list = TableView(
            self._people,
            "same_people",
            text("move", "两边都有、要选定的人"),
            text("move", "没有要选定的人。"),
        )
        self._form.place(self._heading)
        self._form.place(self._list)
        lines: list[Column[Line]] = [
            Column(text("move", "项目"), lambda row: row.heading),
            Column(text("move", "派出所的"), lambda row: row.station, stretch=True, most=60, least=8),
            Column(text("move", "本窗口的"), lambda row: row.here, stretch=True, most=60, least=8),
        ]
        self._lines = Table(lines, self)
        self._differing = TableView(
            self._lines, "differences", text("move", "不同之处"), text("move", "先在上面选一个人。")
        )
        self._form.place(self._differing)

    def _build_choices(self) -> None:
        self._choosing = self._form.section(text("move", "选定"), columns=3)
        sides = (
            Option(STATION, text("move", "派出所的"), "p"),
            Option(HERE, text("move", "本窗口的"), "b"),
        )
        labels = (
            text("move", "身份和联系信息以哪边为准"),
            text("move", "居住登记保留哪边的"),
            text("move", "居住证保留哪边的"),
        )
        self._parts = {
            part: self._form.add(self._choosing, Choice(f"keep_{part}", label, sides))
            for part, label in zip(PARTS, labels, strict=True)
        }
        for part, field in self._parts.items():
            field.edited.connect(partial(self._chosen, part))
        self._consequence = plain("", " ", "move_consequence")
        self._choosing.place(self._consequence, 3, new_row=True)

    def _build_counts(self) -> None:
        self._notes = plain("muted", " ", "move_notes")
        self._form.place(self._notes)  # below the people: who is to be decided must not be scrolled for
        columns: list[Column[Counted]] = [
            Column(text("move", "内容"), lambda row: row.words, stretch=True, least=6),
            Column(text("move", "本机"), lambda row: row.here, right=True),
            Column(text("move", "派出所原有"), lambda row: row.before, right=True),
            Column(text("move", "派出所现有"), lambda row: row.after, right=True),
        ]
        self._counts = Table(columns, self)
        self._counted = TableView(
            self._counts, "move_counts", text("move", "条数"), text("move", "本机没有办过业务。")
        )
        self._form.place(self._counted)
        self._result = copied("", " ", "move_result")
        self._form.place(self._result)

    def _begin(self) -> None:
        it = self._presenter
        self._name.set_value(it.sign_in_name)
        self._list.picked.connect(self._pick)
        it.changed.connect(self._show)
        it.found.connect(self._fill)
        it.decided.connect(self._fill_people)
        it.problems.connect(self._form.show_problems)
        it.failed.connect(self._tell)
        self._fill()
        self._show()
        if it.stage is Stage.ENTER:
            self._password.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing ---------------------------------------------------------------------------------------
    def _fill(self) -> None:
        it = self._presenter
        self._fill_people()
        if it.result is not None:
            self._counts.show(counts_after(it.result))
            self._result.setText(result_words(it.result))
        elif it.looked is not None:
            self._counts.show(counts_of(it.looked))
            self._notes.setText("\n".join(map(sentence_text, it.looked.notes)))
        self._counted.hug(MOST_COUNTS)
        if it.stage is Stage.REVIEW:
            (self._list if it.people else self._counted).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_people(self) -> None:
        it = self._presenter
        with QSignalBlocker(self._list):
            self._people.show(it.people)
            if it.at in it.people:
                self._list.choose(it.people.index(it.at))
        self._list.hug(MOST_PEOPLE)

    def _show(self) -> None:
        it = self._presenter
        entering, reviewing, moving, done = (it.stage is stage for stage in Stage)
        self._entering.setVisible(entering)
        for name, field in self._extra.items():
            field.setVisible(name in it.wanted)
        self._deeds.setVisible(reviewing or moving)
        self._notes.setVisible(reviewing)
        some = reviewing and bool(it.people)
        for each in (self._heading, self._list, self._differing, self._choosing):
            each.setVisible(some)
        self._counted.setVisible(not entering and not moving)
        self._result.setVisible(done)
        self._show_person()
        busy = text("move", "正在核对，请稍候。")
        set_possible(self._enter, entering and not it.busy, busy)
        set_possible(self._again, reviewing and not it.busy, busy)
        nobody = text("move", "没有要选定的人。")
        set_possible(self._rest, some and not it.busy, nobody)
        set_possible(self._move, reviewing and not it.why_not(), it.why_not())
        set_possible(self._stop, moving, text("move", "没有正在迁入。"))
        self._say()

    def _show_person(self) -> None:
        it = self._presenter
        one = it.at
        lines = lines_of(one)
        if self._lines.rows != lines:
            self._lines.show(lines)
            self._differing.hug(max(1, len(lines)))
        chosen = {} if one is None else it.choices.get(one.person_id, {})
        asked = () if one is None else needed(one)
        alike = text("move", "两边一样，不用选")
        for part, field in self._parts.items():
            field.hold("" if part in asked else alike)
            if field.value() != chosen.get(part, ""):
                field.set_value(chosen.get(part, ""))
        self._consequence.setText(consequence(one, chosen))

    def _say(self) -> None:
        it = self._presenter
        if it.stage is Stage.MOVING:
            done, total = it.progress
            words = text("move", "正在迁入并读回核对：{done} / {total} 条。写完之前可以停止，两边不变。")
            self._told.say(words.format(done=f"{done:,}", total=f"{total:,}"))
        elif it.busy:
            self._told.say(text("move", "正在连接并核对两边…"))
        elif it.refused is not None:
            self._told.say(sentence_text(it.refused.message), "problem")
        elif it.result is not None:
            words = text(
                "move", "已迁入{station}，两边条数相符。请关闭程序后重新打开，之后就在服务器上办理。"
            )
            self._told.say(words.format(station=it.result.station), "good")
        elif it.looked is not None and it.looked.hindrances:
            self._told.say("\n".join(map(sentence_text, it.looked.hindrances)), "problem")
        elif it.looked is not None:
            self._told.say(
                found_words(it.looked, len(it.people), len(it.open)), "warning" if it.open else "good"
            )
        else:
            self._told.clear()

    def _standing(self, one: SamePerson) -> str:
        it = self._presenter
        if not it.is_decided(one):
            return text("move", "未选定")
        sides = set(it.choices.get(one.person_id, {}).values())
        if len(sides) > 1:
            return text("move", "分项选定")
        return text("move", "派出所的") if sides == {STATION} else text("move", "本窗口的")

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- doing -------------------------------------------------------------------------------------------
    def _pick(self, one: SamePerson) -> None:
        self._presenter.look_at(one)

    def _chosen(self, part: str) -> None:
        it = self._presenter
        if it.at is not None:
            it.choose(it.at, part, self._parts[part].value())

    def _go_in(self) -> None:
        self._presenter.enter(self._form.values())

    def _ask_move(self) -> None:
        it = self._presenter
        if it.looked is None or it.why_not():
            return
        words = text(
            "move",
            "将把{rows}条迁入{station}。写完以后，本机数据库封存为只读存档，不能再在本机办理，也不能退回；"
            "写完之前可以停止。请先确认本机有一份完好的备份。",
        ).format(rows=f"{it.looked.rows:,}", station=it.looked.station)
        ask(
            self,
            text("move", "迁入派出所服务器"),
            words,
            name="confirm_move",
            yes=text("move", "迁入"),
            then=it.move,
            danger=True,
        )
