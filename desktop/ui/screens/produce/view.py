"""The screen of production: who waits, what is reserved, and the card looked at in its own pixels."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError, FieldProblem
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import Dialog, ask
from desktop.ui.kit.focus import begin_at
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.table import Table
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.unveil import unveil_part
from desktop.ui.screens.produce.body import Body
from desktop.ui.screens.produce.card_job import CardJob
from desktop.ui.screens.produce.card_side import CardSide
from desktop.ui.screens.produce.keys import Keys
from desktop.ui.screens.produce.lists import TickList, reserved_columns, waiting_columns
from desktop.ui.screens.produce.photo_sheet import PhotoSheet
from desktop.ui.screens.produce.reason import ReasonSheet

if TYPE_CHECKING:
    from desktop.ui.screens.produce.presenter import ProducePresenter


class ProduceView(QWidget):
    """Tick who is to be made, reserve, print, tick what came out."""

    def __init__(self, presenter: ProducePresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._sheet: Dialog | None = None
        built = partial(partial, when_built, self)
        asked = {
            "photo": self._ask_photo,
            "print": self._send,
            "save": self._ask_folder,
            "spoil": self._ask_reason,
            "spoil_made": self._ask_serial,
            "release": self._ask_release,
        }
        self._keys = Keys(self, presenter, {name: built(do) for name, do in asked.items()})
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._form = Form()
        self._body = Body()
        Stages(
            self,
            [
                self._build_head,
                self._build_waiting,
                self._build_reserved,
                self._build_results,
                self._build_printing,
                self._build_card,
                self._begin,
                self._begin_card,
            ],
        )

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        self._left = QLabel()
        self._left.setObjectName("blanks_left")
        self._left.setProperty("role", "chip")
        self._left.setProperty("kind", "quiet")
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(title)
        row.addWidget(self._left)
        row.addStretch(1)
        self._column.addLayout(row)
        self._form.place(self._body)
        self._column.addWidget(self._form, 1)

    def _build_waiting(self) -> None:
        card = Section(text("produce", "待制证"), 3)
        self._body.lists.addWidget(card)  # before there is anything in it that would be dressed anew
        self._waiting = Table(waiting_columns(self._presenter), self)
        self._waiting_list = TickList(self._waiting, "waiting", text("produce", "待制证，空格键勾选"), card)
        card.place(self._waiting_list, 3)
        card.place(ActionButton(self._keys.reserve, "primary"), new_row=True)
        card.place(ActionButton(self._keys.all))
        card.place(ActionButton(self._keys.photo))

    def _build_reserved(self) -> None:
        self._here = Section(text("produce", "本窗口已预留，等待结果"), 3)
        self._body.lists.addWidget(self._here)
        self._reserved = Table(reserved_columns(self._presenter), self)
        spoken = text("produce", "已预留的空白，空格键勾选打印好的")
        self._reserved_list = TickList(self._reserved, "reserved", spoken, self._here)
        self._here.place(self._reserved_list, 3)

    def _build_results(self) -> None:
        self._job = CardJob(self._presenter, self._keys.cancel, self._here)
        self._here.place(self._job, 3, new_row=True)
        self._here.place(ActionButton(self._keys.made, "primary"), new_row=True)
        self._here.place(ActionButton(self._keys.spoil, "danger"))
        self._here.place(ActionButton(self._keys.release))

    def _build_printing(self) -> None:
        self._printer = Choice("printer", text("produce", "证卡打印机"), [])
        self._here.place(self._printer, 3, new_row=True)
        self._here.place(ActionButton(self._keys.print), new_row=True)
        self._here.place(ActionButton(self._keys.again))
        self._here.place(ActionButton(self._keys.save))
        self._here.place(ActionButton(self._keys.sheet), new_row=True)
        self._here.place(ActionButton(self._keys.spoil_made))
        self._body.lists.addStretch(1)

    def _build_card(self) -> None:
        self._side = CardSide(self._presenter, self._keys.turn)
        self._body.card.addWidget(self._side)
        self._body.card.addStretch(1)

    def _begin(self) -> None:
        it = self._presenter
        self._waiting_list.ticked.connect(it.tick_waiting)
        self._waiting_list.opened.connect(it.tick_waiting)
        self._waiting_list.picked.connect(it.pick)
        self._reserved_list.ticked.connect(it.tick_card)
        self._reserved_list.picked.connect(it.look)
        self._printer.edited.connect(self._choose_printer)
        it.changed.connect(self._show)
        it.card.seen.connect(self._enable)
        it.scanned.connect(self._ask_serial)
        it.failed.connect(self._tell)
        it.trouble_of.connect(self._tell_lines)
        it.settled.connect(self._close_sheet)
        it.reason_wrong.connect(self._wrong)
        self._show()

    def _begin_card(self) -> None:
        self._side.begin()
        begin_at(self, self._waiting_list)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        if (len(self._waiting.rows), len(self._reserved.rows)) != (len(it.waiting), len(it.reserved)):
            unveil_part(self._form)  # first: lists of another height move all that stands below
        if self._waiting.rows != it.waiting:
            with QSignalBlocker(self._waiting_list):
                self._waiting.show(it.waiting)
                self._waiting_list.choose(0)
            self._waiting_list.hug(8)
        if self._reserved.rows != it.reserved or not it.read:
            with QSignalBlocker(self._reserved_list):
                self._reserved.show(it.reserved)
            self._reserved_list.hug(8)
        if it.looked_at in it.reserved:
            with QSignalBlocker(self._reserved_list):
                self._reserved_list.choose(it.reserved.index(it.looked_at))
        self._job.follow()
        self._waiting_list.viewport().update()
        self._reserved_list.viewport().update()
        self._waiting_list.set_empty(it.at_server.words(text("produce", "没有待制证的业务")))
        self._reserved_list.set_empty(it.at_server.words(text("produce", "没有等待结果的空白")))
        self._left.setVisible(it.read and not it.at_server.away)  # nobody knows how many before
        self._left.setText(
            text("produce", "{counter}号窗口还有{count}张空白").format(
                counter=it.counter_number, count=it.left
            )
        )
        options = [Option(each.name, each.name) for each in it.printers.all]
        if [each.code for each in options] != [
            self._printer.box.itemData(row) for row in range(self._printer.box.count())
        ]:
            self._printer.box.offer(options)
        self._printer.set_value(it.printers.chosen)
        self._printer.show_advice(
            sentence_text(it.printers.trouble.message) if it.printers.trouble is not None else ""
        )
        self._enable()

    def _enable(self) -> None:  # of the view, so that a page drawn later is not told to keys that are gone
        self._keys.enable()

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    def _tell_lines(self, lines: list[str]) -> None:
        dialog = Dialog(self, text("produce", "有证卡没有记为已制成"), "warning")
        for line in lines:
            dialog.say(line)
        dialog.add_button("close", text("produce", "知道了"))
        dialog.open()

    # -- the clerk -------------------------------------------------------------------------------------
    def _send(self) -> None:
        it = self._presenter
        if not it.doubtful:
            it.print()
            return
        words = text(
            "produce",
            "有{count}张是以前预留的，可能已经打印过。请先逐张核对，勾选已打印好的。其余的确实都没有打印吗？",
        )
        ask(
            self,
            text("produce", "打印以前预留的"),
            words.format(count=it.doubtful),
            name="confirm_print",
            yes=text("produce", "没有打印过，打印"),
            then=it.print,
        )

    def _choose_printer(self) -> None:
        self._presenter.printers.choose(self._printer.value())

    def _ask_reason(self) -> None:
        card = self._presenter.looked_at
        if card is not None:
            spoil = partial(_with_reason, self._presenter.spoil)
            self._open(ReasonSheet(self, card.serial, spoil, fixed=True))

    def _ask_serial(self, serial: str = "") -> None:
        self._open(ReasonSheet(self, serial, self._presenter.spoil_made))

    def _ask_photo(self) -> None:
        row = self._presenter.lacks_card
        if row is not None:
            save = partial(self._presenter.add_photo, row.case_id)
            self._open(PhotoSheet(self, row, self._presenter.open_photo(), save))

    def _ask_release(self) -> None:
        card = self._presenter.looked_at
        if card is not None:
            ask(
                self,
                text("produce", "没有打印"),
                text("produce", "请确认 {serial} 上没有打印任何内容，它将留在本窗口待用。").format(
                    serial=card.serial
                ),
                name="confirm_release",
                yes=text("produce", "没有打印"),
                then=self._presenter.release,
            )

    def _ask_folder(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, text("produce", "把证卡存到哪个文件夹"), place)
        dialog.setObjectName("folder_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._presenter.save)
        dialog.open()

    def _wrong(self, problem: FieldProblem) -> None:
        if isinstance(self._sheet, ReasonSheet):
            self._sheet.wrong(problem)

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.accept()

    def _open(self, sheet: Dialog) -> None:
        self._sheet = sheet
        sheet.finished.connect(self._forget_sheet)
        sheet.open()

    def _forget_sheet(self) -> None:
        self._sheet = None


def _with_reason(spoil: Callable[[str], None], _serial: str, reason: str) -> None:
    spoil(reason)
