"""The assessment's widgets: the facts at the left, the routes at the right, the notice below."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError, FieldProblem
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.foot import Foot
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.suggest import Offer, Suggest
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.hukou.parts import PARTS, Part, build_part, title_of
from desktop.ui.screens.hukou.presenter import HukouPresenter
from desktop.ui.screens.hukou.reading import PLACES
from desktop.ui.screens.hukou.routes import Routes
from desktop.ui.screens.hukou.words import outcome_words

BESIDE = 50
"""The routes stand beside the form when the screen is wider than so many lines are high."""


class HukouView(QWidget):
    """A form that is judged while it is typed; Ctrl+Enter makes the notice out."""

    def __init__(self, presenter: HukouPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._fields_of: dict[str, list[str]] = {}
        self._sections: dict[str, Section] = {}
        self._submit = action(
            self,
            "tell_hukou_assessment",
            "Ctrl+Return",
            text("hukou_form", "打印告知书"),
            self._hand_in,
            waits=True,
        )
        self._submit.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._other_day = action(
            self, "judge_by_offered_day", "F7", text("hukou_form", "按当时的规定测算"), self._take_offered_day
        )
        self._across = action(self, "go_to_routes", "F8", text("hukou_form", "查看途径"), self._go_across)
        for each in (self._submit, self._other_day):
            set_possible(each, False, presenter.waits_for())
        self._line = Strip("hukou_line", self)
        self._warning = Strip("hukou_warning", self, closable=False)
        self._other = ActionButton(self._other_day, "primary")
        self._other.hide()
        self._turn = ActionButton(self._across)
        self._told = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._told.setSpacing(10)
        self._told.addWidget(self._warning, 1)
        ways = QHBoxLayout()
        ways.setSpacing(10)
        ways.addWidget(self._other)
        ways.addWidget(self._turn)
        ways.addStretch(1)
        self._told.addLayout(ways)
        self._form, self._routes, self._foot = Form(), Routes(), Foot(self._submit)
        self._folded = QLabel()
        self._folded.setObjectName("folded_sections")
        self._folded.setProperty("role", "hint")
        self._folded.setWordWrap(True)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._form, 7)
        body.addWidget(self._routes, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._line)
        column.addLayout(self._told)
        column.addLayout(body, 1)
        column.addWidget(self._foot)
        self._last_field, self._wide, self._at_routes = "division", True, False
        self._make_room()
        parts = [partial(self._build, *part) for part in PARTS]
        Stages(self, [*parts, self._listen, self._show_known, self._begin])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show either the form or the routes where there is no room for both."""
        super().resizeEvent(event)
        wide = self.width() > BESIDE * self.fontMetrics().height()
        if wide != self._wide:
            self._wide = wide
            self._make_room()

    def _make_room(self) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._told.setDirection(beside if self._wide else below)
        self._form.setVisible(self._wide or not self._at_routes)
        self._routes.setVisible(self._wide or self._at_routes)
        self._turn.setHidden(self._wide)
        goes_back = self._at_routes and not self._wide
        self._across.setText(text("hukou_form", "回到填写") if goes_back else text("hukou_form", "查看途径"))

    # -- building ------------------------------------------------------------------------------------
    def _build(self, name: str, part: Part) -> None:
        before = set(self._form.names())
        build_part(self._form, self._sections, name, part)
        new = [each for each in self._form.names() if each not in before]
        self._fields_of.setdefault(name, []).extend(new)
        for each in new:
            box = self._form.field(each).box
            if isinstance(box, QLineEdit):
                box.editingFinished.connect(partial(self._left, each))

    def _listen(self) -> None:
        presenter = self._presenter
        self._form.place(self._folded)
        for name in PLACES:
            field = self._form.field(name)
            if isinstance(field, Suggest):
                field.asked.connect(partial(presenter.ask, name))
                field.picked.connect(presenter.pick)
        self._form.edited.connect(self._keep)
        self._form.submitted.connect(self._hand_in)
        self._routes.toggled.connect(self._toggle)
        presenter.loaded.connect(self._show_known)
        presenter.assessed.connect(self._show)
        presenter.offered.connect(self._offer)
        presenter.faulty.connect(self._show_problems)
        presenter.leaving.connect(self._form.flush)
        presenter.busy_changed.connect(self._show_foot)
        presenter.failed.connect(self._tell)

    def _begin(self) -> None:
        presenter = self._presenter
        kept = presenter.kept_view()
        self._show()
        if kept:
            restore(self, kept)
        elif self.focusWidget() is None or self.hasFocus():
            self._form.go_to(self._last_field)
        presenter.start()
        self._order()

    def _order(self) -> None:
        """Tab goes through the fields, then to the notice, then through the routes."""
        boxes = [self._form.field(name).box for name in self._form.names()]
        for before, after in pairwise([*boxes, self._foot.button, self._other]):
            QWidget.setTabOrder(before, after)

    # -- showing -------------------------------------------------------------------------------------
    def _show_known(self) -> None:
        presenter = self._presenter
        for name, value in presenter.values.items():
            if name not in self._form.names():
                continue
            field = self._form.field(name)
            if isinstance(field, Suggest):
                field.set_chosen(value if value.isdigit() else "", presenter.names.get(value, value))
            else:
                field.set_value(value)

    def _show(self) -> None:
        self._show_fields()
        self._show_standing()
        self._show_foot()
        rows = self._presenter.rows
        if rows is None or rows.assessment is None:
            self._routes.show_nothing(self._presenter.waits_for())
        else:
            self._routes.show_routes(rows.assessment, self._presenter.is_open)

    def _show_fields(self) -> None:
        presenter, folded = self._presenter, []
        for part, names in self._fields_of.items():
            there = [name for name in names if presenter.applies(name)]
            for name in names:
                field = self._form.field(name)
                if field.isHidden() == (name in there):
                    field.setVisible(name in there)
            section = self._sections[part]
            if section.isHidden() == bool(there):
                section.setVisible(bool(there))
            if not there:
                folded.append(title_of(part))
        for name, remark in (presenter.known.remarks if presenter.known else {}).items():
            field = self._form.field(name)  # a remark helps to fill a field in
            field.show_advice("" if field.value() else sentence_text(remark))
        listed = text("hukou_form", "、").join(folded)
        words = text("hukou_form", "这个区域的途径用不到，已收起：{names}").format(names=listed)
        self._folded.setText(words if folded else "")
        self._folded.setVisible(bool(folded))

    def _show_standing(self) -> None:
        rows = self._presenter.rows
        offered = rows.offered if rows else None
        warning = sentence_text(rows.warning) if rows and rows.warning else ""
        words = "　".join(each for each in (self._presenter.obstacle(), warning) if each)
        self._warning.say(words, "warning")
        if offered is not None:
            label = text("hukou_form", "按{day}的规定测算").format(day=offered.isoformat())
            self._other_day.setText(label)
        set_possible(self._other_day, offered is not None, text("hukou_form", "现在就是按有效的规定测算。"))
        self._other.setVisible(offered is not None)

    def _show_foot(self) -> None:
        presenter = self._presenter
        rows = presenter.rows
        found = rows.assessment if rows else None
        why_not = presenter.waits_for()
        if presenter.busy:
            why_not = text("hukou_form", "正在出具告知书……")
        set_possible(self._submit, not why_not, why_not)
        if found is None or why_not:
            self._foot.say(why_not, "info")
        else:
            self._foot.say(outcome_words(found), "good" if found.met else "info")

    def _offer(self, name: str, offers: tuple[Offer, ...]) -> None:
        field = self._form.field(name)
        if isinstance(field, Suggest):
            field.offer(offers)
            nothing = text("hukou_form", "没有找到，请换一种写法") if not offers and field.text() else ""
            field.show_advice(nothing)

    def _show_problems(self, problems: Iterable[FieldProblem]) -> None:
        self._at_routes = False
        self._make_room()
        homeless = self._form.show_problems(problems)
        if homeless:
            self._line.say("　".join(sentence_text(each.message) for each in homeless), "problem")

    def _tell(self, error: CounterError) -> None:
        tell(self, error, self._line)

    # -- doing ---------------------------------------------------------------------------------------
    def _values(self) -> dict[str, str]:
        """What stands in the form; of a place that was not picked, what is typed."""
        values = self._form.values()
        for name in PLACES:
            field = self._form.field(name)
            if isinstance(field, Suggest) and not values[name]:
                values[name] = field.text().strip()
        return values

    def _keep(self) -> None:
        self._line.clear()
        self._presenter.type(self._values())
        self._presenter.save_draft(capture(self))

    def _left(self, name: str) -> None:
        """A field was left: say what is wrong with what stands in it."""
        self._form.flush()
        field = self._form.field(name)
        typed = field.text() if isinstance(field, Suggest) else field.value()
        problems = [each for each in self._presenter.problems if each.field == name]
        field.show_problem(sentence_text(problems[0].message) if problems and typed.strip() else "")

    def _toggle(self, code: str) -> None:
        self._routes.fold(code, self._presenter.toggle(code))

    def _take_offered_day(self) -> None:
        day = self._presenter.judge_by_offered_day()
        if day:
            self._form.field("assessed_on").set_value(day)
            self._form.go_to("birth_date")
            self._keep()

    def _go_across(self) -> None:
        """From the form to the first route, and back to where the clerk was."""
        focus = self.focusWidget()
        if focus is not None and focus.objectName() in self._form.names():
            self._last_field = focus.objectName()
        inside = focus is not None and self._routes.isAncestorOf(focus)
        self._at_routes = not (inside if self._wide else self._at_routes)
        self._make_room()
        if not self._at_routes:
            self._form.go_to(self._last_field)
        elif buttons := self._routes.buttons:
            buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._routes.see(buttons[0])

    def _hand_in(self) -> None:
        self._line.clear()
        self._form.flush()
        self._presenter.submit(self._values())
