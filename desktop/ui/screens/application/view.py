"""The application screen's widgets: ground, materials, photo, agent, and what handing in will do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.codes import MaterialState
from desktop.domain.errors import CounterError, FieldProblem
from desktop.domain.fields import rule
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.fields import TextField
from desktop.ui.kit.foot import Foot
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.photo_card import PhotoCard
from desktop.ui.kit.shortcuts import action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import later
from desktop.ui.kit.unveil import unveil
from desktop.ui.screens.application.agent import AgentCard
from desktop.ui.screens.application.columns import Columns
from desktop.ui.screens.application.findings import Findings
from desktop.ui.screens.application.ground import GroundInput
from desktop.ui.screens.application.header import Header
from desktop.ui.screens.application.materials import Materials
from desktop.ui.screens.application.obstacle_row import ObstacleRow
from desktop.ui.screens.application.outcome import changes_of, kind_of, label_of, reasons_of, words_of
from desktop.ui.screens.application.presenter import PHOTO, ApplicationPresenter

if TYPE_CHECKING:
    from desktop.services.application_rows import Checklist

LOWEST = 24
"""Height in lines of text below which the applicant's card scrolls with the form."""


class ApplicationView(QWidget):
    """Ground → conditions and materials → photo → agent → one button that says what it will do."""

    _photo: PhotoCard
    _agent: AgentCard

    def __init__(self, presenter: ApplicationPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._wanted_focus, self._to_missing = "", False
        self._law_shown: Checklist | None = None
        self._built = False
        self._submit = action(
            self, "apply_for_permit", "Ctrl+Return", text("application", "办理申领"), self._hand_in
        )
        self._submit.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        all_present = text("application", "全部已提交")
        self._all = action(self, "all_present", "F8", all_present, presenter.all_present)
        stages = [self._build_page, self._build_law, self._build_materials, self._build_photo]
        stages += [self._build_agent, self._build_why, self._build_remark, self._build_findings, self._begin]
        Stages(self, stages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low page scrolls the applicant's card along with the form."""
        super().resizeEvent(event)
        if self._built:
            self._arrange()

    def _arrange(self) -> None:
        scrolled = self._form.widget()
        low = self.height() < LOWEST * self.fontMetrics().height()
        wanted, column = (scrolled, scrolled.layout()) if low else (self, self._column)
        if self._header.parentWidget() is not wanted and isinstance(column, QVBoxLayout):
            column.insertWidget(0, self._header)

    # -- building ----------------------------------------------------------------------------------
    def _build_page(self) -> None:
        self._header, self._form = Header(), Form()
        self._obstacle = ObstacleRow(self, self._presenter)
        self._line = Strip("application_line", self)
        self._foot = Foot(self._submit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(12)
        self._column.addWidget(self._header)
        self._column.addWidget(self._obstacle)
        self._column.addWidget(self._line)
        self._column.addWidget(self._form, 1)
        self._column.addWidget(self._foot)
        self._built = True
        self._arrange()

    def _build_law(self) -> None:
        self._columns = Columns()
        self._form.place(self._columns)
        self._ground = GroundInput()
        for button in self._ground.buttons.values():
            button.installEventFilter(self._form)
        self._ground.chosen.connect(self._presenter.set_ground)
        card = Section(text("application", "申领条件（三选一，按 1、2、3）"), 1)
        card.place(self._ground)
        self._columns.put(card)

    def _build_materials(self) -> None:
        self._materials = Materials(self._all)
        self._materials.toggled.connect(self._toggle)
        self._materials.relisted.connect(self._relisted)
        self._columns.put(self._materials)

    def _build_photo(self) -> None:
        choose = action(self, "choose_photo", "F7", text("application", "选择文件…"), self._browse)
        self._photo = PhotoCard(self._presenter.photo, self._form, choose)
        self._columns.put(self._photo, right=True)

    def _build_agent(self) -> None:
        self._agent = AgentCard(self._form)
        self._agent.changed.connect(self._agent_changed)
        self._columns.put(self._agent)

    def _build_why(self) -> None:
        self._agent.build_why()

    def _build_remark(self) -> None:
        card, hint = Section("", 1), rule("remark")
        self._remark = self._form.add(
            card,
            TextField("remark", text("application", "备注"), sentence_text(hint) if hint else "", lines=2),
        )
        self._columns.put(card)

    def _build_findings(self) -> None:
        self._findings = Findings()
        self._columns.put(self._findings, right=True)

    def _begin(self) -> None:
        presenter = self._presenter
        self._form.edited.connect(self._keep)
        self._form.submitted.connect(self._hand_in)
        presenter.loaded.connect(self._show_person)
        presenter.resumed.connect(self._show_resumed)
        presenter.checked.connect(self._show_law)
        presenter.touched.connect(self._keep)
        presenter.leaving.connect(self._form.flush)
        presenter.faulty.connect(self._show_problems)
        presenter.doubted.connect(self._ask_before_refusing)
        presenter.agent_read.connect(self._fill_agent)
        presenter.failed.connect(self._tell)
        self._form.set_values(presenter.state.values)
        self._show_person()
        kept = presenter.kept_view()
        if kept:
            restore(self, kept)
            self._wanted_focus = str(kept.get("focus", ""))
            presenter.type(self._form.values())
        else:
            self._ground.setFocus(Qt.FocusReason.OtherFocusReason)
        presenter.start()

    # -- showing -----------------------------------------------------------------------------------
    def _show_person(self) -> None:
        presenter = self._presenter
        if presenter.page is not None:
            self._header.show_person(presenter.page, presenter.state.resumes)
        self._show_law()

    def _show_resumed(self) -> None:
        self._form.set_values(self._presenter.state.values)
        self._to_missing = True

    def _show_law(self) -> None:
        presenter = self._presenter
        checklist, outcome, why_not = presenter.checklist, presenter.outcome, presenter.why_not()
        if checklist is not self._law_shown:
            self._law_shown = checklist
            later(self, self._show_half_a_year, self._show_findings)
        self._obstacle.follow()
        self._ground.show_ground(presenter.state.ground)
        self._materials.show_needs(presenter.needs(), presenter.state_of)
        self._agent.suggest(checklist.agent_needed if checklist else None)
        self._submit.setText(label_of(outcome) if outcome else text("application", "办理申领"))
        set_possible(self._submit, not why_not, why_not)
        if why_not or outcome is None:
            self._foot.say(why_not, "info")
            return
        self._foot.say(words_of(outcome), kind_of(outcome))
        if self._to_missing:
            self._to_missing = False
            self._go_to_missing()

    def _show_half_a_year(self) -> None:
        checklist = self._presenter.checklist
        if self.isVisible():
            unveil(self)  # first: a line more in the header moves the whole form
        self._header.show_half_a_year(checklist.findings if checklist else ())

    def _show_findings(self) -> None:
        checklist = self._presenter.checklist
        findings, policy = (checklist.findings, checklist.policy) if checklist else ((), "")
        self._findings.show_findings(findings, policy)

    def _go_to_missing(self) -> None:
        code = self._presenter.first_missing()
        row = self._materials.rows.get(code)
        if code == PHOTO:
            self._form.go_to(PHOTO)
        elif row is not None:
            row.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        homeless = self._form.show_problems(problems)
        if homeless:
            self._line.say("　".join(sentence_text(each.message) for each in homeless), "problem")

    def _tell(self, error: CounterError) -> None:
        tell(self, error, self._line)

    def _relisted(self) -> None:
        """Other rows: the tab order anew, and the focus where a draft left it."""
        boxes = [box for row in self._materials.rows.values() for box in row.boxes()]
        for box in boxes:
            box.installEventFilter(self._form)
        order: list[QWidget] = [*self._ground.buttons.values(), *boxes, self._materials.all_button]
        order += [*self._photo.stops(), *self._agent.stops(), self._remark.box, self._foot.button]
        for before, after in zip(order, order[1:], strict=False):
            QWidget.setTabOrder(before, after)
        wanted = self.findChild(QWidget, self._wanted_focus) if self._wanted_focus else None
        if wanted is not None:
            self._wanted_focus = ""
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- doing -------------------------------------------------------------------------------------
    def _typed(self) -> None:
        self._presenter.type(self._form.values())

    def _keep(self) -> None:
        self._typed()
        self._presenter.save_draft(capture(self))

    def _agent_changed(self) -> None:
        self._typed()
        QTimer.singleShot(0, self, self._see_agent)

    def _see_agent(self) -> None:
        self._form.ensureWidgetVisible(self._agent, 0, 24)

    def _toggle(self, code: str, state: str) -> None:
        self._presenter.toggle(code, MaterialState(state))
        if code == PHOTO and state == MaterialState.PRESENT:
            self._show_law()  # the tick follows the photo, not the hand
            self._form.go_to(PHOTO)

    def _browse(self) -> None:
        self._photo.browse()

    def _fill_agent(self, number: str) -> None:
        self._form.field("agent_id_number").set_value(number)
        self._keep()

    def _hand_in(self) -> None:
        self._line.clear()
        self._photo.commit()
        self._form.flush()
        self._presenter.submit(self._form.values())

    def _ask_before_refusing(self) -> None:
        outcome = self._presenter.outcome
        if outcome is not None:
            ask(
                self,
                text("application", "不予受理？"),
                "\n".join((*reasons_of(outcome), *changes_of(outcome))),
                name="refuse_application",
                yes=label_of(outcome),
                no=text("application", "返回修改"),
                then=partial(self._presenter.submit, self._form.values(), certain=True),
                danger=True,
            )
