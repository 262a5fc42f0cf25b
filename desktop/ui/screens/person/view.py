"""The person's page: who, where, since when, cases and papers, what is due and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.button import Button
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.scrolled import scrolled_area
from desktop.ui.kit.shortcuts import action
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.person.history import History, VersionSheet
from desktop.ui.screens.person.lists import Cases, Papers, Spans
from desktop.ui.screens.person.presenter import PersonPresenter, waits
from desktop.ui.screens.person.side import Deeds, DueList
from desktop.ui.screens.person.who import HomeCard, WhoCard

if TYPE_CHECKING:
    from desktop.services.correction_pages import PersonVersionRow
    from desktop.services.paper_rows import PaperRow
    from desktop.services.rows import CaseRow, PersonPage

WAIT = frozenset(("print_entitlements", "correct_person", "leave_residence"))
"""What has to wait while the station's server is away: these make a case out, or lead to a form that would."""
BESIDE = 48
"""So many times the height of a line must fit across, for the actions to stand beside the rest."""
FIRST = 5
"""So many of what can be done are built in one turn, and the others in the next."""


class PersonView(QWidget):
    """Built in slices; every slice fills itself when the page has been read."""

    def __init__(self, presenter: PersonPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._actions = self._declare()
        self._who: WhoCard | None = None
        self._deeds: Deeds | None = None
        self._spans: Spans | None = None
        self._cases: Cases | None = None
        self._papers: Papers | None = None
        self._history: History | None = None
        self._shown: dict[str, PersonPage] = {}
        self._built = False
        self._wide: bool | None = None
        presenter.failed.connect(self._tell)
        build = [self._build_page, self._build_who, self._fill_who, self._fill_home]
        build += [self._build_side, self._build_more_side, self._fill_side]
        build += [self._build_spans, self._fill_spans]
        build += [self._build_cases, self._fill_cases, self._build_papers, self._fill_papers]
        build += [self._build_history, self._fill_history]
        Stages(self, [*build, self._order_focus, self._take_focus])

    # -- building ----------------------------------------------------------------------------------
    def _declare(self) -> dict[str, QAction]:
        presenter = self._presenter
        made = [
            action(self, name, key, words, do, everywhere=True, waits=name in WAIT)
            for name, key, words, do in (
                ("register_residence", "F6", text("person", "居住登记"), presenter.register_residence),
                ("apply_for_permit", "F7", text("person", "申领居住证"), presenter.apply_for_permit),
                ("resume_application", "F8", text("person", "继续办理"), presenter.resume_application),
                ("print_paper", "F10", text("person", "打印单据"), self._print),
                ("print_entitlements", "F11", text("person", "权益告知单"), presenter.print_entitlements),
                ("assess_hukou", "Ctrl+H", text("person", "落户测算"), presenter.assess_hukou),
                ("open_permit", "Ctrl+P", text("person", "查看居住证"), presenter.open_permit),
                ("correct_person", "Ctrl+R", text("person", "更正"), presenter.correct_person),
                ("leave_residence", "Ctrl+E", text("person", "离开居住地"), presenter.leave_residence),
                ("see_own_data", "Ctrl+Shift+I", text("person", "本人信息"), presenter.see_own_data),
                ("show_number", "Ctrl+I", text("person", "显示完整号码"), presenter.show_number),
            )
        ]
        return {each.objectName(): each for each in made}

    def _build_page(self) -> None:
        presenter = self._presenter
        self._missing = Strip("person_missing", self, closable=False)
        self._back = Button(text("person", "返回"))
        self._back.setObjectName("close_page")
        self._back.clicked.connect(presenter.closed)
        self._back.hide()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(24, 16, 24, 16)
        self._grid.setSpacing(14)
        self._scroll = scrolled_area("person_page", self._grid)
        self._top, self._rest, self._side = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for each in (self._top, self._rest, self._side):
            each.setSpacing(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._gone = QWidget()
        gone = QVBoxLayout(self._gone)
        gone.setContentsMargins(24, 16, 24, 16)
        gone.setSpacing(14)
        gone.addWidget(self._missing)
        gone.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        gone.addStretch(1)
        self._gone.hide()
        column.addWidget(self._gone, 1)
        column.addWidget(self._scroll, 1)
        self._built = True
        self._arrange()
        presenter.loaded.connect(self._fill)
        presenter.number_changed.connect(self._show_number)
        self._show_state()

    def _build_who(self) -> None:
        self._who, self._home = WhoCard(self._presenter, self._actions["show_number"]), HomeCard()
        self._top.addWidget(self._who)
        self._top.addWidget(self._home)

    def _build_side(self) -> None:
        self._deeds, self._due = Deeds(self._presenter), DueList()
        self._side.addWidget(self._deeds)
        self._side.addWidget(self._due)
        self._side.addStretch(1)
        self._deeds.add(self._offered()[:FIRST])

    def _build_more_side(self) -> None:
        if self._deeds is not None:
            self._deeds.add(self._offered()[FIRST:])

    def _offered(self) -> list[QAction]:
        return [each for name, each in self._actions.items() if name != "show_number"]

    def _build_spans(self) -> None:
        self._spans = Spans()
        self._rest.addWidget(self._spans.card)

    def _build_cases(self) -> None:
        self._cases = Cases()
        self._rest.addWidget(self._cases.card)
        self._cases.view.opened.connect(self._open_case)

    def _build_papers(self) -> None:
        self._papers = Papers()
        self._rest.addWidget(self._papers.card)
        self._papers.view.opened.connect(self._open_paper)

    def _build_history(self) -> None:
        self._history = History()
        self._rest.addWidget(self._history.card)
        self._rest.addStretch(1)
        self._history.view.opened.connect(self._open_version)

    def _order_focus(self) -> None:
        """The time line first: Enter pressed once too often must not begin anything."""
        if self._spans is None or self._cases is None or self._papers is None:
            return
        if self._deeds is None or self._who is None:
            return
        following = [self._spans.line, self._cases.view, self._papers.view]
        following += [self._history.view] if self._history is not None else []
        following += self._deeds.findChildren(QPushButton)
        following += self._who.findChildren(QPushButton)
        for before, after in zip(following, following[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _take_focus(self) -> None:
        """The page may have been seen, and given the focus, before there was anything in it."""
        if self.hasFocus() and self._spans is not None and self._cases is not None:
            lived = not self._spans.card.isHidden()
            place: QWidget = self._spans.line if lived else self._cases.view
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -----------------------------------------------------------------------------------
    def _fill(self) -> None:
        """The page was read, perhaps anew: show it part by part."""
        self._show_state()
        if self._presenter.page is not None:
            parts = [self._fill_who, self._fill_home, self._fill_side]
            parts += [self._fill_spans, self._fill_cases, self._fill_papers, self._fill_history]
            filling = Stages(self, [*parts, self._take_focus])
            filling.built.connect(filling.deleteLater)

    def _show_state(self) -> None:
        """The page, or the sentence that says why there is none."""
        presenter, page = self._presenter, self._presenter.page
        gone = presenter.missing is not None
        self._missing.say(
            sentence_text(presenter.missing) if presenter.missing is not None else "", "warning"
        )
        for each in (self._gone, self._back):
            each.setVisible(gone)
        self._scroll.setHidden(page is None)
        self._actions["show_number"].setEnabled(page is not None)
        if page is None:
            for which in self._actions.values():
                which.setEnabled(False)
        if gone:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _news(self, part: str) -> PersonPage | None:
        """The page, unless this part of the view shows it already."""
        page = self._presenter.page
        if page is None or self._shown.get(part) is page:
            return None
        self._shown[part] = page
        return page

    def _fill_who(self) -> None:
        page = self._news("who") if self._who is not None else None
        if self._who is not None and page is not None:
            self._who.fill(page)

    def _fill_home(self) -> None:
        page = self._news("home") if self._who is not None else None
        if page is not None:
            self._home.fill(page)

    def _fill_side(self) -> None:
        page = self._news("side") if self._deeds is not None else None
        if self._deeds is None or page is None:
            return
        here = any(row.until is None for row in page.registrations)
        moves, registers = text("person", "变更住址"), text("person", "居住登记")
        self._actions["register_residence"].setText(moves if here else registers)
        self._deeds.fill()
        self._due.fill(page.due)

    def _fill_spans(self) -> None:
        page = self._news("spans") if self._spans is not None else None
        if self._spans is not None and page is not None:
            self._spans.fill(page)

    def _fill_cases(self) -> None:
        page = self._news("cases") if self._cases is not None else None
        if self._cases is not None and page is not None:
            self._cases.fill(page)

    def _fill_papers(self) -> None:
        page = self._news("papers") if self._papers is not None else None
        if self._papers is not None and page is not None:
            self._papers.fill(page)

    def _fill_history(self) -> None:
        page = self._news("history") if self._history is not None else None
        if self._history is not None and page is not None:
            self._history.fill(page)

    def _show_number(self) -> None:
        if self._who is not None:
            self._who.show_number()

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions beside the rest where they fit, else right under the name."""
        super().resizeEvent(event)
        if self._built:
            self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= self.fontMetrics().height() * BESIDE
        if wide == self._wide:
            return
        self._wide = wide
        for layout in (self._top, self._side, self._rest):
            self._grid.removeItem(layout)
        self._grid.addLayout(self._top, 0, 0)
        if wide:
            self._grid.addLayout(self._side, 0, 1, 2, 1)
            self._grid.addLayout(self._rest, 1, 0)
        else:
            self._grid.addLayout(self._side, 1, 0)
            self._grid.addLayout(self._rest, 2, 0)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 2 if wide else 0)
        self._grid.setRowStretch(1 if wide else 2, 1)
        self._grid.setRowStretch(2 if wide else 1, 0)

    # -- keys --------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp and PageDown leaf through the page."""
        if not self._built:
            super().keyPressEvent(event)
            return
        bar = self._scroll.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown:
            bar.setValue(bar.value() + bar.pageStep())
        elif event.key() == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep())
        else:
            super().keyPressEvent(event)

    def _print(self) -> None:
        """The papers of the case that the cursor is on, else of the newest."""
        chosen: CaseRow | PaperRow | None = None
        if self._papers is not None and self._papers.view.hasFocus():
            chosen = self._papers.view.current()
        elif self._cases is not None:
            chosen = self._cases.view.current()
        self._presenter.print_papers(chosen.case_id if chosen is not None else None)

    def _open_paper(self, paper: PaperRow) -> None:
        if paper.case_id is not None:
            self._presenter.papers.emit(paper.case_id)

    def _open_case(self, case: CaseRow) -> None:
        if not waits(case):
            self._presenter.open_a_case(case)
            return
        sheet = Dialog(self, text("person", "这件申领待补材料"))
        sheet.say(text("person", "材料带齐了就继续办理；告知书丢了可以再打印。"))
        sheet.add_button("open_papers", text("person", "查看单据"))
        sheet.add_button("go_on", text("person", "继续办理"), "primary")
        sheet.answered.connect(lambda answer: self._go(answer, case.case_id))
        sheet.open()

    def _open_version(self, version: PersonVersionRow) -> None:
        page = self._presenter.page
        if page is not None:
            sheet = VersionSheet(self, version, page.places)
            sheet.answered.connect(partial(self._leave_version, version))
            sheet.open()

    def _leave_version(self, version: PersonVersionRow, answer: str) -> None:
        if answer == "open_case" and version.case_id is not None:
            self._presenter.open_by_kind(version.case_id, version.case_kind)

    def _go(self, answer: str, case_id: int) -> None:
        if answer == "go_on":
            self._presenter.resume.emit(case_id)
        elif answer == "open_papers":
            self._presenter.papers.emit(case_id)
