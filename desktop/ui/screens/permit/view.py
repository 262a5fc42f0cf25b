"""The permit's page: how it stands, its days, what happened, its line of cards, what can be done now."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.cards import card, copied
from desktop.ui.kit.chips import chip, set_chip
from desktop.ui.kit.hand_over_way import HandOverWay
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.scrolled import scrolled_area
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.why_not import WhyNot
from desktop.ui.screens.permit.deed import deed_words
from desktop.ui.screens.permit.parts import Facts, Sentences
from desktop.ui.screens.permit.presenter import PermitPresenter
from desktop.ui.screens.permit.words import (
    at_words,
    by_words,
    facts,
    number_words,
    state_kind,
    state_words,
    step_words,
    term,
)

BESIDE = 48
"""So many times the height of a line must fit across, for the deeds to stand beside the rest."""
MOST_STEPS = 12
MOST_CARDS = 5
KEYS = (
    ("endorse", "F6"),
    ("declare_lost", "F7"),
    ("found_again", "Ctrl+F"),
    ("replace_lost", "F8"),
    ("replace_damaged", "F10"),
    ("replace_changed", "F11"),
    ("change_address", "Ctrl+B"),
    ("cancel_permit", "Ctrl+E"),
)


class PermitView(QWidget):
    """One permit; F6 endorses, and every other deed has its key or says why not."""

    def __init__(self, presenter: PermitPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._shown: dict[str, object] = {}
        self._actions: dict[str, QAction] = {
            name: action(
                self, name, key, deed_words(name), partial(presenter.do, name), everywhere=True, waits=True
            )
            for name, key in KEYS
        }
        self._see_person = action(
            self,
            "see_person",
            "Ctrl+O",
            text("permit_page", "此人页面"),
            presenter.see_person,
            everywhere=True,
        )
        for each in self._actions.values():
            each.setEnabled(False)
        self._missing = Strip("permit_missing", self, closable=False)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._grid.setSpacing(14)
        self._scroll = scrolled_area("permit_page", self._grid)
        self._top, self._rest, self._side = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for layout in (self._top, self._rest, self._side):
            layout.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._missing)
        column.addWidget(self._scroll, 1)
        self._built: set[str] = set()
        self._rows: list[tuple[str, ActionButton, WhyNot]] = []
        self._wide: bool | None = None
        self._arrange()
        presenter.loaded.connect(self._fill)
        presenter.failed.connect(self._tell)
        Stages(self, [self._build_head, self._build_side, self._build_steps, self._build_chain, self._begin])

    # -- building ------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        frame, column = card()
        self._name, self._state, self._term = copied("title"), chip(), chip()
        self._name.setObjectName("permit_holder")
        self._state.setObjectName("permit_state")
        self._term.setObjectName("permit_term")
        self._number = copied("number")
        self._number.setObjectName("permit_number")
        self._warnings = Sentences("permit_warning", "problem")
        self._facts = Facts()
        chips = QHBoxLayout()
        chips.setSpacing(10)
        for each in (self._state, self._term):
            chips.addWidget(each)
        chips.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(ActionButton(self._see_person, "quiet"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addLayout(chips)
        for widget in (self._number, self._warnings, self._facts):
            column.addWidget(widget)
        self._top.addWidget(frame)
        self._built.add("head")
        self._fill_head()

    def _build_side(self) -> None:
        frame, column = card(text("permit_page", "现在可以办理"))
        column.setSpacing(6)
        column.addWidget(HandOverWay(self._presenter, frame))
        for at, (name, which) in enumerate(self._actions.items()):
            role = "primary" if at == 0 else "danger" if name == "cancel_permit" else "plain"
            button, why = ActionButton(which, role), WhyNot(which, frame)
            column.addWidget(button)
            column.addWidget(why)
            self._rows.append((name, button, why))
        self._side.addWidget(frame)
        self._side.addStretch(1)
        self._built.add("side")
        self._fill_side()

    def _build_steps(self) -> None:
        frame, column = card(text("permit_page", "办理经过"))
        columns: list[Column[Any]] = [
            Column(text("permit_page", "时间"), at_words),
            Column(text("permit_page", "事项"), step_words, least=5),
            Column(text("permit_page", "经办人"), by_words, most=12, spare=1),
            Column(
                text("permit_page", "说明"),
                lambda row: row.note,
                tip=lambda row: row.note,
                stretch=True,
                least=6,
            ),
        ]
        self._steps = Table(columns, self)
        self._steps_view = TableView(
            self._steps,
            "permit_steps",
            text("permit_page", "办理经过"),
            text("permit_page", "还没有办理过。"),
        )
        self._steps_view.opened.connect(self._open_step)
        column.addWidget(self._steps_view)
        self._rest.addWidget(frame)
        self._built.add("steps")
        self._fill_steps()

    def _build_chain(self) -> None:
        self._chain_card, column = card(text("permit_page", "换补链"))
        columns: list[Column[Any]] = [
            Column(text("permit_page", "居住证编号"), lambda row: number_words(row.permit_number)),
            Column(text("permit_page", "签发日期"), lambda row: row.issued_on.isoformat(), spare=1),
            Column(text("permit_page", "证件流水号"), lambda row: row.serial, spare=2),
            Column(text("permit_page", "状态"), lambda row: state_words(row.state), stretch=True, least=5),
        ]
        self._chain = Table(columns, self)
        self._chain_view = TableView(self._chain, "permit_chain", text("permit_page", "换补链"))
        self._chain_view.opened.connect(self._open_card)
        column.addWidget(self._chain_view)
        self._rest.addWidget(self._chain_card)
        self._rest.addStretch(1)
        self._built.add("chain")
        self._fill_chain()

    def _begin(self) -> None:
        self._fill()

    # -- showing -------------------------------------------------------------------------------------
    def _fill(self) -> None:
        """The page was read, perhaps anew: show it part by part."""
        presenter = self._presenter
        self._missing.say(
            sentence_text(presenter.missing) if presenter.missing is not None else "", "warning"
        )
        self._scroll.setHidden(presenter.page is None)
        if presenter.page is not None:
            parts = [self._fill_head, self._fill_side, self._fill_steps, self._fill_chain, self._take_focus]
            filling = Stages(self, parts)
            filling.built.connect(filling.deleteLater)

    def _news(self, part: str) -> Any:
        """What is known, unless this part is not built, or shows it already."""
        known = self._presenter.known
        if known is None or part not in self._built or self._shown.get(part) is known:
            return None
        self._shown[part] = known
        return known.page

    def _fill_head(self) -> None:
        page = self._news("head")
        if page is None:
            return
        permit = page.permit
        self._name.setText(page.person.name)
        set_chip(self._state, state_words(permit.state), state_kind(permit.state))
        set_chip(self._term, *term(page))
        self._number.setText(number_words(permit.permit_number))
        said = [sentence_text(page.to_replace)] if page.to_replace is not None else []
        if page.open_replacement is not None:
            words = text("permit_page", "正在换补新证：受理号 {number}，{on}受理。")
            case = page.open_replacement
            said.append(words.format(number=case.case_number, on=case.accepted_on.isoformat()))
        if page.registration is None:
            said.append(text("permit_page", "现在没有居住登记。"))
        self._warnings.say(said)
        self._facts.show_facts(facts(page))

    def _fill_side(self) -> None:
        if self._news("side") is None:
            return
        presenter = self._presenter
        endorse = text("permit_page", "补办签注") if presenter.late() else deed_words("endorse")
        self._actions["endorse"].setText(endorse)
        for name, button, why in self._rows:
            reason = presenter.why_not(name)
            words = sentence_text(reason) if reason is not None else ""
            set_possible(self._actions[name], presenter.possible(name), words)
            beside = (name == "found_again") != presenter.lost() and name in ("found_again", "declare_lost")
            button.setHidden(beside)
            why.leave_out(beside)

    def _fill_steps(self) -> None:
        page = self._news("steps")
        if page is None:
            return
        self._steps.show(tuple(reversed(page.steps)))
        self._steps_view.choose(0)
        self._steps_view.hug(MOST_STEPS)

    def _fill_chain(self) -> None:
        page = self._news("chain")
        if page is None:
            return
        self._chain_card.setHidden(len(page.chain) < 2)
        self._chain.show(page.chain)
        here = [at for at, row in enumerate(page.chain) if row.permit_id == page.permit.permit_id]
        self._chain_view.choose(here[0] if here else 0)
        self._chain_view.hug(MOST_CARDS)

    def _take_focus(self) -> None:
        """On what happened: Enter pressed once too often must not begin anything."""
        if self.hasFocus():
            self._steps_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    def _open_step(self, row: Any) -> None:
        if row.case_id is not None:
            self._presenter.papers.emit(row.case_id)

    def _open_card(self, row: Any) -> None:
        if row.permit_id != self._presenter.permit_id:
            self._presenter.permit.emit(row.permit_id)

    # -- room ----------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the deeds beside the rest where they fit, else right under the head."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self.fontMetrics().height() * BESIDE
        if wide == self._wide:
            return
        self._wide = wide
        for layout in (self._top, self._side, self._rest):
            self._grid.removeItem(layout)
        self._grid.addLayout(self._top, 0, 0)
        self._grid.addLayout(self._side, *((0, 1, 2, 1) if wide else (1, 0, 1, 1)))
        self._grid.addLayout(self._rest, 1 if wide else 2, 0)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 2 if wide else 0)
        self._grid.setRowStretch(1 if wide else 2, 1)
        self._grid.setRowStretch(2 if wide else 1, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp and PageDown leaf through the page."""
        bar = self._scroll.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown:
            bar.setValue(bar.value() + bar.pageStep())
        elif event.key() == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep())
        else:
            super().keyPressEvent(event)
