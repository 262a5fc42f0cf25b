"""The screen of rules: place and day above, the list at the left, one rule and its packs at the right."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.services.rule_rows import RuleRow, Standing
from desktop.ui.kit.beside import beside_inputs
from desktop.ui.kit.dates import read_day
from desktop.ui.kit.fields import ChineseField, DateField
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.sign_button import SignButton
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.suggest import Offer, Suggest
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.unveil import unveil_part
from desktop.ui.screens.rules.listing import RuleList
from desktop.ui.screens.rules.side import Side, WholeRule
from desktop.ui.screens.rules.words import lapsed_words, period_words, refused_words

if TYPE_CHECKING:
    from desktop.ui.screens.rules.presenter import RulesPresenter

BESIDE = 50
"""There is room beside the list where the screen is so many times as wide as a line is high."""

TURN = 8
"""Milliseconds between the list and the cards beside it, so that painting comes in between."""


class RulesView(QWidget):
    """A list to search; the rule under the cursor is shown in full beside it."""

    def __init__(self, presenter: RulesPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._day_shown: date | None = None
        action(self, "find_rule_key", "Ctrl+F", text("rules", "查找规定"), self._go_to_search)
        action(self, "pick_place", "F6", text("rules", "换地区"), self._go_to_place)
        self._today = action(self, "go_to_today", "F8", text("rules", "今天"), presenter.go_to_today)
        self._previous = action(
            self, "previous_change", "Ctrl+PgUp", text("rules", "上一次变动"), presenter.go_to_previous
        )
        self._following = action(
            self, "next_change", "Ctrl+PgDown", text("rules", "下一次变动"), presenter.go_to_following
        )
        self._count = action(self, "count_staff", "F10", text("rules", "人员配备测算"), self._go_to_staff)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 10, 24, 16)
        self._column.setSpacing(6)
        self._row: RuleRow | None = None
        self._row_due = self._earlier_due = self._staff_due = self._packs_due = False
        self._soon = QTimer(self)
        self._soon.setObjectName("soon")
        self._soon.setSingleShot(True)
        self._soon.setInterval(TURN)
        self._soon.timeout.connect(self._catch_up)
        presenter.failed.connect(self._tell)
        Stages(
            self,
            [
                self._build_place,
                self._build_search,
                self._build_list,
                self._build_side,
                self._build_staff,
                self._style_side,
                self._begin,
            ],
        )

    def _build_place(self) -> None:
        self._place = Suggest("division", text("rules", "地区"))
        self._on = DateField("on_date", text("rules", "日期"))
        self._place.asked.connect(self._presenter.ask_place)
        self._place.picked.connect(self._pick_place)
        self._on.edited.connect(self._pick_day)
        self._top = QHBoxLayout()
        self._top.setSpacing(6)
        self._top.addWidget(self._place, 4)
        self._top.addSpacing(8)
        self._top.addWidget(self._on, 3)
        self._top.addWidget(beside_inputs(ActionButton(self._today, "quiet")))
        self._column.addLayout(self._top)

    def _build_search(self) -> None:
        self._search = ChineseField("find_rule", text("rules", "查找"), most=40)
        self._search.box.setText(self._presenter.typed)
        self._search.box.setPlaceholderText(text("rules", "事项、规定、条文或拼音首字母"))
        self._search.edited.connect(self._find)
        self._search.watch_keys(self._leave_search)
        self._top.addSpacing(8)
        self._top.addWidget(self._search, 4)
        self._period = QLabel()
        self._period.setObjectName("period")
        self._period.setWordWrap(True)
        self._notice = Strip("rules_notice", self, closable=False)
        self._steps = [SignButton(self._previous, "‹"), SignButton(self._following, "›")]
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._period, 1)
        for button in self._steps:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(line)
        self._column.addWidget(self._notice)

    def _build_list(self) -> None:
        self._list = RuleList()
        self._list.opened.connect(self._open)
        self._body = QHBoxLayout()
        self._body.setSpacing(12)
        self._body.addWidget(self._list, 9)
        self._column.addLayout(self._body, 1)

    def _build_side(self) -> None:
        self._side = Side(self)
        self._body.addWidget(self._side, 5)
        self._make_room()

    def _build_staff(self) -> None:
        self._side.show_staff(self._presenter)  # now, so that what is typed there comes back into it

    def _style_side(self) -> None:
        for label in self._side.findChildren(QLabel):
            label.ensurePolished()  # in a turn of its own: style sheets are slow

    def _begin(self) -> None:
        it = self._presenter
        self._list.told.connect(self._show_rule)
        it.changed.connect(self._show)
        it.offered.connect(self._place.offer)
        self._list.setUpdatesEnabled(False)  # the first time it is painted in a turn after all the rest
        self._soon.start()
        self._show()
        self._list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the rule in full beside the list where there is room; else Enter opens it over the list."""
        super().resizeEvent(event)
        if hasattr(self, "_side"):
            self._make_room()

    @property
    def _wide(self) -> bool:
        return self.width() >= self.fontMetrics().height() * BESIDE

    def _make_room(self) -> None:
        self._side.setVisible(self._wide)
        before, after = text("rules", "上一次变动"), text("rules", "下一次变动")
        for button, sign in zip(
            self._steps, (f"‹ {before}", f"{after} ›") if self._wide else "‹›", strict=True
        ):
            button.set_sign(sign)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it, rules = self._presenter, self._presenter.rules
        if self._day_shown != it.on:  # a day half typed is left alone
            self._day_shown = it.on
            self._on.set_value(it.on.isoformat())
        if rules is None:
            self._list.set_empty(text("rules", "正在读取……"))
            return
        if not self._place.box.hasFocus() or self._place.value():
            self._place.set_chosen(it.division, it.division_name)
        rows = it.rows
        self._period.setText(self._summary(len(rows)))
        self._notice.say(*self._notable())
        self._list.set_empty(self._empty())
        self._list.show_rows(rows, it.chosen)
        self._staff_due = self._packs_due = True
        self._soon.start()
        set_possible(self._previous, rules.previous is not None, text("rules", "没有更早的规定。"))
        set_possible(
            self._count, rules.names_staff, text("rules", "这一天当地没有规定协管员、管理员的配备标准。")
        )
        set_possible(self._following, rules.following is not None, text("rules", "没有已知的以后的变动。"))

    def _show_rule(self, row: RuleRow | None) -> None:
        if row is not None:
            self._presenter.choose(row.key)
        self._row, self._row_due = row, True
        self._soon.start()

    def _catch_up(self) -> None:
        """Show a card a turn: styling their words takes longer than the list does."""
        if self._row_due:
            self._row_due = False
            self._side.show_rule(self._row)
            self._earlier_due = True
        elif self._earlier_due:
            self._earlier_due = False
            self._side.show_earlier(self._row)
        elif self._staff_due:
            self._staff_due = False
            self._side.show_staff(self._presenter)
        elif self._packs_due:
            self._packs_due = not self._side.show_packs(self._presenter.rules)
        else:
            if not self._list.updatesEnabled():
                self._list.setUpdatesEnabled(True)
                unveil_part(self._list)
            self._side.follow_staff()
            return
        self._soon.start()

    def _open(self, row: object) -> None:
        if not isinstance(row, RuleRow):
            return
        if self._wide:
            self._side.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            WholeRule(self, row, self._presenter).open()

    def _go_to_staff(self) -> None:
        if self._wide:
            self._side.show_staff(self._presenter)
            self._side.go_to_staff()
        else:
            sheet = WholeRule(self, None, self._presenter)
            sheet.open()
            sheet.side.go_to_staff()

    def _summary(self, shown: int) -> str:
        it, rules = self._presenter, self._presenter.rules
        if rules is None or rules.begins is None:
            return ""
        counted = it.counted
        count = text("rules", "共 {count} 项").format(count=counted.total() - counted[Standing.GONE])
        if it.typed.strip():
            count = text("rules", "找到 {shown} 项").format(shown=shown)
        doubt = text("rules", "未核实 {unverified} 项，法无规定 {silent} 项").format(
            unverified=counted[Standing.UNVERIFIED], silent=counted[Standing.SILENT]
        )
        return "　·　".join((period_words(rules), count, doubt))

    def _notable(self) -> tuple[str, str]:
        rules = self._presenter.rules
        if rules is None:
            return "", "info"
        refused = [
            text("rules", "本所的规则包没有采用：{why}").format(why=refused_words(each))
            for each in rules.refused
        ]
        lapsed = [lapsed_words(each) for each in rules.lapsed]
        return "\n".join([*refused, *lapsed]), "warning" if refused else "info"

    def _empty(self) -> str:
        it, rules = self._presenter, self._presenter.rules
        if rules is not None and rules.obstacle is not None:
            return sentence_text(rules.obstacle)
        return text("rules", "没有一项规定含有“{words}”。").format(words=it.typed.strip())

    # -- by hand ---------------------------------------------------------------------------------------
    def _pick_place(self, offer: Offer) -> None:
        self._presenter.pick_place(offer.code, offer.label)

    def _pick_day(self) -> None:
        day = read_day(self._on.box.text())
        if day is not None:
            self._day_shown = day
            self._presenter.go_to(day)

    def _find(self) -> None:
        self._presenter.search(self._search.value())

    def _leave_search(self, event: QEvent) -> bool:
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            self._list.setFocus()
            return True
        return False

    def _go_to_search(self) -> None:
        self._search.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.box.selectAll()

    def _go_to_place(self) -> None:
        self._place.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._place.box.selectAll()

    def _tell(self, error: CounterError) -> None:
        tell(self, error)
