"""The page of a proposed correction: old and new side by side, who, when, why, on what evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.case_life import CaseEvent
from desktop.domain.code_words import label
from desktop.domain.codes import CaseState
from desktop.domain.errors import BadInput, CounterError
from desktop.ui.kit.cards import card, copied
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import TextField
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.correction.effects import EffectCard, SideBySide
from desktop.ui.screens.correction.words import moment, standing, step_words

if TYPE_CHECKING:
    from desktop.ui.screens.correction.case_presenter import CorrectionCasePresenter


class RefusalSheet(Dialog):
    """Asks why it is refused; stays open until the reason is accepted. Ctrl+Enter hands it in."""

    def __init__(self, parent: QWidget, name: str, then: Callable[[str], None]) -> None:
        super().__init__(parent, text("correction", "不予更正：{name}").format(name=name), "warning")
        self._then = then
        self.be_wide(64)
        self.say(text("correction", "登记的内容不变，理由留在这件更正里。决定后不能改。"))
        hint = text("correction", "2至200个字")
        self._reason = TextField("reason", text("correction", "理由"), hint, required=True, lines=4)
        self.body.addWidget(self._reason)
        yes = text("correction", "不予更正")
        self.add_button("cancel", text("correction", "取消"))
        button = self.add_button("deny_correction", yes, "danger", closes=False)
        button.clicked.connect(self._hand_in)
        hand_in = action(self, "hand_in", "Ctrl+Return", yes, self._hand_in, waits=True)
        hand_in.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._reason.box.setFocus()

    def wrong(self, error: BadInput) -> None:
        """Say what is wrong with the reason; it stays as typed."""
        self._reason.show_problem(sentence_text(error.message))
        self._reason.box.setFocus()

    def _hand_in(self) -> None:
        self._then(self._reason.value())


class Facts(QFrame):
    """What the case is, who proposed it, when, why, and on what evidence."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("case_facts")
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        self._name, self._state = copied("title"), copied("chip")
        self._name.setObjectName("person_name")
        self._state.setWordWrap(False)
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self._values = []
        for row, words in enumerate(
            (
                text("correction", "证件号码"),
                text("correction", "受理号"),
                text("correction", "提出人"),
                text("correction", "更正理由"),
                text("correction", "证明材料"),
            )
        ):
            name, value = copied("label", words), copied()
            name.setWordWrap(False)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            self._values.append(value)

    def show_page(self, it: CorrectionCasePresenter) -> None:
        """Show the case."""
        if it.page is None:
            return
        found = it.page.correction
        case = found.case
        self._name.setText(it.page.person.name)
        self._state.setText(sentence_text(label(case.state)))
        by = text("correction", "{who}　{at}　窗口 {number}")
        for value, words in zip(
            self._values,
            (
                it.page.person.masked_id_number,
                grouped(case.case_number),
                by.format(who=case.clerk, at=moment(case.accepted_at), number=case.counter_number),
                found.reason,
                found.evidence,
            ),
            strict=True,
        ):
            value.setText(words)


class CorrectionCaseView(QWidget):
    """Ctrl+Enter approves, F7 refuses with a reason; whoever may not is told why."""

    def __init__(self, presenter: CorrectionCasePresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._sheet: RefusalSheet | None = None
        self._grant = action(
            self,
            "approve_correction",
            "Ctrl+Return",
            text("correction", "同意更正"),
            self._approve,
            waits=True,
        )
        self._grant.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._deny = action(
            self, "deny_correction", "F7", text("correction", "不予更正"), self._ask_why, waits=True
        )
        self._person = action(
            self, "open_person", "Ctrl+O", text("correction", "此人页面"), presenter.open_the_person
        )
        self._line = Strip("correction_line", self)
        self._standing = Strip("correction_standing", self, closable=False)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("correction_page")
        self._scroll.setProperty("kept", False)
        self._scroll.setAccessibleName(text("correction", "更正全貌"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 6, 0)
        self._cards.setSpacing(12)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._line)
        column.addWidget(self._standing)
        column.addWidget(self._scroll, 1)
        self._column = column
        presenter.loaded.connect(self._show)
        presenter.decided.connect(self._close_sheet)
        presenter.failed.connect(self._tell)
        Stages(self, [self._build_facts, self._build_changes, self._build_deeds, self._begin])

    def _build_facts(self) -> None:
        self._facts = Facts()
        self._cards.addWidget(self._facts)

    def _build_changes(self) -> None:
        frame, inside = card(text("correction", "更正内容"), "changes")
        self._changes, self._effect = SideBySide(), EffectCard()
        inside.addWidget(self._changes)
        self._cards.addWidget(frame)
        self._cards.addWidget(self._effect)
        steps, inside = card(text("correction", "办理经过"), "steps")
        self._steps = copied()
        inside.addWidget(self._steps)
        self._cards.addWidget(steps)
        self._cards.addStretch(1)

    def _build_deeds(self) -> None:
        self._why = copied("warning")
        self._why.setObjectName("why_not")
        self._column.addWidget(self._why)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(ActionButton(self._grant, "primary"))
        deeds.addWidget(ActionButton(self._deny, "danger"))
        deeds.addStretch(1)
        deeds.addWidget(ActionButton(self._person, "quiet"))
        self._column.addLayout(deeds)

    def _begin(self) -> None:
        self._built = True
        self._show()
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    _built = False

    # -- showing -------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        if not self._built:
            return
        self._scroll.setHidden(it.page is None)
        reasons = [it.why_not(event) for event in (CaseEvent.GRANT, CaseEvent.DENY)]
        for which, why in zip((self._grant, self._deny), reasons, strict=True):
            set_possible(which, not why, why)
        set_possible(self._person, it.page is not None, reasons[0])
        if it.page is None:
            self._why.hide()
            if it.missing is not None:
                self._standing.say(sentence_text(it.missing), "warning")
            return
        page = it.page
        waits = page.correction.case.state is CaseState.ACCEPTED
        told = "\n".join(dict.fromkeys(each for each in reasons if each)) if waits and not it.busy else ""
        self._why.setText(told)
        self._why.setHidden(not told)
        self._standing.say(*standing(page))
        self._facts.show_page(it)
        self._changes.show_changes(page.correction.changes, page.places)
        self._effect.show_effect(page.effect)
        self._effect.setVisible(waits)
        self._steps.setText("\n".join(f"{at}　{words}" for at, words in step_words(page)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp and PageDown leaf through the page wherever the focus is."""
        bar = self._scroll.verticalScrollBar()
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step * bar.pageStep())

    def _tell(self, error: CounterError) -> None:
        if self._sheet is not None and isinstance(error, BadInput):
            self._sheet.wrong(error)
        else:
            tell(self, error, self._line)

    # -- doing ---------------------------------------------------------------------------------------
    def _approve(self) -> None:
        self._line.clear()
        self._presenter.approve()

    def _ask_why(self) -> None:
        page = self._presenter.page
        if page is not None:
            self._line.clear()
            self._sheet = RefusalSheet(self, page.person.name, self._presenter.refuse)
            self._sheet.answered.connect(self._forget_sheet)
            self._sheet.open()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.accept()
