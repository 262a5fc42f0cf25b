"""The papers screen's widgets: the copies and what to do with them at the left, the page at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.code_words import label
from desktop.domain.errors import BadInput, CounterError
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.focus import begin_at
from desktop.ui.kit.hand_over_way import HandOverWay
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.restyle import restyle
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.papers.batch_bar import BatchBar
from desktop.ui.screens.papers.compared import ComparedSheet, why_not_compare
from desktop.ui.screens.papers.facts import Facts, facts_of, out_of_date_words
from desktop.ui.screens.papers.lines import Line, Stage, columns
from desktop.ui.screens.papers.more_papers import MorePapers
from desktop.ui.screens.papers.page_side import PageSide
from desktop.ui.screens.papers.printers import queue_name
from desktop.ui.screens.papers.question import Question
from desktop.ui.screens.papers.saving import SaveSheet
from desktop.ui.screens.papers.sheets import ReasonSheet, another, spoiled
from desktop.ui.screens.papers.under_way import UnderWay

if TYPE_CHECKING:
    from desktop.services.paper_comparison import ComparedPaper
    from desktop.ui.screens.papers.presenter import PapersPresenter


LEAST_PAGE = 11
"""The page is shown beside the copies where it is at least so many lines of text wide."""


class PapersView(QWidget):
    """Copies, preview, printing and the question that follows it."""

    def __init__(self, presenter: PapersPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._sheet: ReasonSheet | SaveSheet | None = None
        self._right: PageSide | None = None
        self._declare()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 16, 24, 16)
        self._row.setSpacing(18)
        presenter.failed.connect(self._tell)
        presenter.reason_taken.connect(self._close_sheet)
        presenter.reason_wrong.connect(self._wrong)
        left = (
            self._build_left,
            self._build_ways,
            self._build_copies,
            self._build_more,
            self._build_question,
            self._build_printing,
            self._build_facts,
        )
        Stages(self, [*left, self._build_right, self._show_copies, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _declare(self) -> None:
        it = self._presenter
        self._print = action(self, "print_paper", "F10", text("papers", "打印"), it.print)
        self._save = action(self, "save_pdf", "Ctrl+S", text("papers", "存为 PDF"), self._ask_path)
        self._reprint = action(self, "reprint_paper", "F11", text("papers", "补打"), self._ask_another)
        self._good = action(self, "copy_printed", "F6", text("papers", "打印成功"), it.confirm)
        self._again = action(self, "print_again", "F7", text("papers", "没有出纸，再打一次"), it.print_again)
        self._spoil = action(self, "copy_spoiled", "F8", text("papers", "作废"), self._ask_spoiled)
        self._cancel = action(self, "cancel_print", "Ctrl+U", text("papers", "取消打印"), it.cancel_print)
        self._compare = action(
            self, "compare_paper", "Ctrl+M", text("papers", "与现在的登记比较"), it.compare
        )
        self._ask_queues = action(self, "find_printers", "Ctrl+R", text("papers", "重找打印机"), it.refresh)

    def _build_left(self) -> None:
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        self._title = QLabel()
        self._title.setProperty("role", "title")
        self._title.setWordWrap(True)
        self._no_printing = Strip("no_printing", inner, closable=False)
        self._superseded = Strip("superseded", inner, closable=False)
        column.addWidget(self._title)
        column.addWidget(self._superseded)
        column.addWidget(self._no_printing)
        self._area = area = QScrollArea()
        area.setObjectName("left")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self._row.addWidget(area, 5)

    def _build_ways(self) -> None:
        inner = self._area.widget()
        self._under_way = UnderWay(self, self._presenter, inner)
        self._column.addWidget(HandOverWay(self._presenter, inner))
        self._column.addWidget(self._under_way)

    def _build_copies(self) -> None:
        self._table = Table(columns(), self)
        self._copies = TableView(
            self._table, "copies", text("papers", "单据和各份"), self._presenter.empty_words()
        )
        self._copies.opened.connect(self._enter)
        self._copies.picked.connect(self._pick)
        self._column.addWidget(self._copies)

    def _build_more(self) -> None:
        self._more = MorePapers(self, self._presenter, self._area.widget())
        self._column.addWidget(self._more)

    def _build_question(self) -> None:
        self._question = Question(self._area.widget(), self._good, self._again, self._spoil, self._cancel)
        self._column.addWidget(self._question)

    def _build_facts(self) -> None:
        self._facts = Facts()
        self._column.addWidget(self._facts)
        self._column.addStretch(1)
        area, inner = self._area, self._area.widget()
        widest = max(inner.minimumSizeHint().width(), self._question.minimumSizeHint().width())
        area.setMinimumWidth(widest + area.verticalScrollBar().sizeHint().width() + 8)

    def _build_printing(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        self._queues = Choice("printer", text("papers", "打印机"))
        self._queues.edited.connect(self._choose_printer)
        column.addWidget(self._queues)
        self._save_button = ActionButton(self._save, "plain")
        for buttons in (
            (ActionButton(self._print, "primary"), self._save_button),
            (ActionButton(self._reprint), ActionButton(self._ask_queues, "quiet")),
            (ActionButton(self._compare, "quiet"),),
        ):
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button, 1)
            column.addLayout(row)
        self._batch = BatchBar(self, self._presenter)
        column.addWidget(self._batch)
        self._column.addWidget(card)

    def _build_right(self) -> None:
        self._right = PageSide(self, self._presenter)
        self._row.addWidget(self._right, 6)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page goes below the copies where there is no room beside them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._right is None:
            return
        room = self.width() - self._area.minimumWidth() - self._row.spacing() - 48
        beside = room > self.fontMetrics().height() * LEAST_PAGE
        if beside != (self._row.indexOf(self._right) >= 0):
            if beside:
                self._row.addWidget(self._right, 6)
            else:
                self._column.insertWidget(self._column.count() - 1, self._right)
        # below, the whole page is seen at once when it is scrolled to
        self._right.setMinimumHeight(0 if beside else self._area.height())

    def _begin(self) -> None:
        self._show()
        presenter = self._presenter
        presenter.changed.connect(self._show)
        presenter.compared.connect(self._show_compared)
        presenter.retitled.connect(self._retitle)
        begin_at(self, self._copies)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        self._retitle()
        self._show_copies()
        self._queues.offer(Option(each.name, queue_name(each)) for each in it.printers.printers)
        self._queues.set_value(it.printer)
        self._queues.setVisible(bool(it.printers.printers))
        self._batch.follow()
        trouble = it.printers.trouble
        self._no_printing.say(sentence_text(trouble.message) if trouble else "", "warning")
        self._emphasise_saving(trouble is not None)
        job = it.following
        self._question.ask(it.asking, it.line, it.unanswered, job.words(), job.can_cancel)
        self._facts.show_facts(facts_of(it.line, it.case))
        self._superseded.say(out_of_date_words(it), "warning")
        self._under_way.follow()
        self._more.follow()
        self._show_possible()

    def _show_copies(self) -> None:
        it = self._presenter
        if self._table.rows != it.lines:
            self._table.show(it.lines)
            self._copies.hug(7)
        if self._copies.currentIndex().row() != it.at:
            self._copies.choose(it.at)

    def _show_possible(self) -> None:
        it = self._presenter
        set_possible(self._print, it.can_print, _why_not_print(it))
        set_possible(self._compare, it.about_somebody and not it.busy, why_not_compare(it))
        set_possible(self._save, it.line is not None and not it.busy, text("papers", "没有单据。"))
        why = text("papers", "这一份还没有结果：先打印并确认，或作废。")
        set_possible(self._reprint, it.can_reprint, why)
        nothing = text("papers", "没有等待确认的单据。")
        set_possible(self._good, it.asking and not it.busy, nothing)
        set_possible(self._again, it.asking and bool(it.printer) and not it.busy, nothing)
        no_job = text("papers", "没有正在进行的打印任务。")
        set_possible(self._cancel, it.following.can_cancel and not it.busy, no_job)
        set_possible(self._spoil, it.can_spoil and not it.busy, nothing)

    def _emphasise_saving(self, main: bool) -> None:
        """Without a printer a file is the way out."""
        role = "primary" if main else "plain"
        if self._save_button.property("role") != role:
            self._save_button.setProperty("role", role)
            restyle(self._save_button)

    def _retitle(self) -> None:
        self._title.setText(self._presenter.title())

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- the clerk -------------------------------------------------------------------------------------
    def _pick(self, line: Line | None) -> None:
        if line is not None and line in self._presenter.lines:
            self._presenter.choose(self._presenter.lines.index(line))

    def _enter(self, line: Line) -> None:
        if line.stage is Stage.SETTLED:
            self._ask_another()
        else:
            self._presenter.print()

    def _choose_printer(self) -> None:
        self._presenter.choose_printer(self._queues.value())

    def _show_compared(self, found: ComparedPaper) -> None:
        line = self._presenter.line
        name = sentence_text(label(line.paper.kind)) if line is not None else ""
        ComparedSheet(self, text("papers", "{paper}与现在的登记").format(paper=name), found).open()

    def _ask_spoiled(self) -> None:
        self._open(spoiled(self, self._presenter.spoil))

    def _ask_another(self) -> None:
        if self._presenter.can_reprint:
            self._open(another(self, self._presenter.reprint))

    def _open(self, sheet: ReasonSheet | SaveSheet) -> None:
        self._sheet = sheet
        sheet.answered.connect(self._forget_sheet)
        sheet.open()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.accept()

    def _wrong(self, error: BadInput) -> None:
        if self._sheet is not None:
            self._sheet.wrong(error)
        else:
            tell(self, error)

    def _ask_path(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._open(SaveSheet(self, folder, self._presenter.file_name(), self._presenter.save))


def _why_not_print(it: PapersPresenter) -> str:
    if it.line is None:
        return text("papers", "没有单据。")
    if it.line.stage is Stage.ASKING:
        return text("papers", "已发送打印，请先确认打印结果。")
    if it.line.stage is Stage.SETTLED:
        return text("papers", "这一份已经有结果，再打一份请用补打。")
    if not it.printer:
        return text("papers", "没有可用的打印机，可以存为 PDF。")
    return text("papers", "正在处理。")
