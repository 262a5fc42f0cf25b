"""The screen of the station's settings: the station as it was set up, and what an administrator sets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.code_words import label
from desktop.domain.errors import CounterError
from desktop.domain.station_settings import (
    MOST_AUTHORITY,
    NOT_YOURS,
    ON_DEMAND,
    SETTING_WORDS,
    WITH_CARD,
    StationSetting,
)
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.fields import ChineseField, Field, NumberField
from desktop.ui.kit.flow import FlowRow
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.paper_look import PaperLook
    from desktop.ui.screens.station_settings.presenter import StationSettingsPresenter

MOST_DIGITS = 3


class StationSettingsView(QWidget):
    """What the station is called above, each setting with what holds without it below."""

    def __init__(self, presenter: StationSettingsPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        built = partial(partial, when_built, self)
        self._save = action(
            self,
            "save_settings",
            "F6",
            text("station_settings", "保存"),
            built(self._hand_in),
            waits=True,
        )
        self._undo = action(
            self, "undo_settings", "F7", text("station_settings", "放弃修改"), presenter.discard
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._form = Form()
        self._form.submitted.connect(self._hand_in)
        Stages(self, [self._build_head, self._build_station, self._build_settings, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        self._column.addWidget(title)
        self._why = QLabel(sentence_text(NOT_YOURS))
        self._why.setObjectName("not_yours")
        self._why.setProperty("role", "muted")
        self._why.setWordWrap(True)
        self._column.addWidget(self._why)
        self._why.setVisible(not self._presenter.can_change)
        self._untold = Strip("untold_settings", self, closable=False)
        self._column.addWidget(self._untold)
        self._column.addWidget(self._form, 1)

    def _build_station(self) -> None:
        section = self._form.section(text("station_settings", "派出所"), columns=2)
        self._facts: dict[str, QLabel] = {}
        for name, heading in (
            ("station_name", text("station_settings", "名称")),
            ("station_code", text("station_settings", "代码")),
            ("station_address", text("station_settings", "地址")),
            ("station_phone", text("station_settings", "电话")),
        ):
            both = QWidget()
            column = QVBoxLayout(both)
            column.setContentsMargins(0, 0, 0, 6)
            column.setSpacing(2)
            label, fact = QLabel(heading), QLabel(" ")
            label.setProperty("role", "label")
            fact.setObjectName(name)
            fact.setWordWrap(True)
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
            column.addWidget(fact)
            section.place(both)
            self._facts[name] = fact

    def _build_settings(self) -> None:
        cards = self._form.section(text("station_settings", "证件"), columns=2)
        name = StationSetting.ISSUING_AUTHORITY
        self._authority = self._form.add(
            cards, ChineseField(name.value, sentence_text(SETTING_WORDS[name]), most=MOST_AUTHORITY + 10), 2
        )
        self._usual_authority = self._told(cards, "usual_authority")
        calls = self._form.section(text("station_settings", "领取和催领"), columns=2)
        name = StationSetting.UNCOLLECTED_DAYS
        self._days = self._form.add(
            calls, NumberField(name.value, sentence_text(SETTING_WORDS[name]), most=MOST_DIGITS)
        )
        name = StationSetting.COLLECTION_SLIP
        slips = (
            Option(ON_DEMAND, text("station_settings", "按需出具（单据页 Ctrl+D）"), "ax"),
            Option(WITH_CARD, text("station_settings", "制证时一并出具"), "zz"),
        )
        self._slip = self._form.add(
            calls, Choice(name.value, sentence_text(SETTING_WORDS[name]), slips, value=ON_DEMAND)
        )
        self._usual_days = self._told(calls, "usual_days")
        papers = self._form.section(text("station_settings", "单据的版式和字体"), columns=2)
        self._look = self._told(papers, "paper_look")
        self._look_troubles = Strip("paper_troubles", self, closable=False)
        papers.place(self._look_troubles, 2, new_row=True)
        keys = FlowRow(10)
        keys.addWidget(ActionButton(self._save, "primary"))
        keys.addWidget(ActionButton(self._undo))
        self._column.addLayout(keys)

    def _told(self, section: Section, name: str) -> QLabel:
        told = QLabel(" ")
        told.setObjectName(name)
        told.setProperty("role", "muted")
        told.setWordWrap(True)
        section.place(told, 2, new_row=True)
        return told

    def _begin(self) -> None:
        it = self._presenter
        for field in self._fields():
            field.edited.connect(self._typed)
        it.changed.connect(self._show)
        it.refill.connect(self._fill)
        it.problems.connect(self._form.show_problems)
        it.failed.connect(self._tell)
        it.asked_to_leave.connect(self._ask_to_leave)
        if it.typed:
            self._put(it.typed)
        else:
            self._fill()
        self._show()
        self._authority.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> tuple[Field, ...]:
        return self._authority, self._days, self._slip

    def _values(self) -> dict[str, str]:
        """What stands in the fields, as it is stored: the usual choice is none of the station's own."""
        values = self._form.values()
        if values[StationSetting.COLLECTION_SLIP] == ON_DEMAND:
            values[StationSetting.COLLECTION_SLIP] = ""
        return values

    def _put(self, values: Mapping[str, str]) -> None:
        slip = StationSetting.COLLECTION_SLIP
        self._form.set_values({**values, slip.value: values.get(slip, "") or ON_DEMAND})

    # -- showing ---------------------------------------------------------------------------------------
    def _fill(self) -> None:
        row = self._presenter.row
        if row is not None:
            self._put({one.setting.value: one.value for one in row.settings})

    def _show(self) -> None:
        it = self._presenter
        row = it.row
        busy, none = text("station_settings", "正在办理。"), text("station_settings", "没有改动。")
        why = sentence_text(NOT_YOURS) if not it.can_change else busy if it.busy else none
        possible = it.can_change and not it.busy and it.touched
        set_possible(self._save, possible, why)
        set_possible(self._undo, possible, why)
        held = "" if it.can_change else sentence_text(NOT_YOURS)
        for field in self._fields():
            field.hold(held)
        if row is None:
            return
        self._untold.say("\n".join(sentence_text(each) for each in row.untold), "problem")
        station = row.station
        for name, words in (
            ("station_name", station.name),
            ("station_code", f"{station.division} {station.station_code}"),
            ("station_address", station.address),
            ("station_phone", station.phone),
        ):
            self._facts[name].setText(words or text("station_settings", "没有填写"))
        usual = {one.setting: one.usual for one in row.settings}
        words = text("station_settings", "印在居住证上；不填时印“{usual}”。已经预留空白的证件不变。")
        self._usual_authority.setText(words.format(usual=usual[StationSetting.ISSUING_AUTHORITY]))
        if row.days_by_rule:
            words = text(
                "station_settings", "现行规定（{basis}）另有领取期限，以规定为准，这里的天数不起作用。"
            )
            self._usual_days.setText(words.format(basis=row.days_by_rule))
        else:
            words = text("station_settings", "日历日；不填时为{usual}日。")
            self._usual_days.setText(words.format(usual=usual[StationSetting.UNCOLLECTED_DAYS]))

        self._show_look(row.look)

    def _show_look(self, look: PaperLook) -> None:
        """Say what is the station's own on its papers, and every file that is not used, with the reason."""
        mark = text("station_settings", "、")
        kinds = mark.join(sentence_text(label(kind)) for kind in look.kinds)
        own = text(
            "station_settings", "本所版式：{kinds}。字体：{fonts}。文件在“{folder}”的layouts和fonts文件夹。"
        )
        none = text("station_settings", "无")
        fonts = mark.join(look.fonts)
        self._look.setText(own.format(kinds=kinds or none, fonts=fonts or none, folder=look.folder))
        self._look_troubles.say("\n".join(sentence_text(each) for each in look.troubles), "warning")

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- the administrator -----------------------------------------------------------------------------
    def _typed(self) -> None:
        self._presenter.type(self._values())

    def _hand_in(self) -> None:
        self._presenter.save(self._values())

    def _ask_to_leave(self) -> None:
        ask(
            self,
            text("station_settings", "放弃修改"),
            text("station_settings", "改动还没有保存，要放弃吗？"),
            name="confirm_discard",
            yes=text("station_settings", "放弃修改"),
            no=text("station_settings", "接着填"),
            then=self._leave,
        )

    def _leave(self) -> None:
        self._presenter.discard()
        self._presenter.closed.emit()
