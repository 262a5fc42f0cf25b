"""The keys of production, and why one of them does nothing now."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.shortcuts import action, set_possible
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.ui.screens.produce.presenter import ProducePresenter


class Keys:
    """Declared once with the view; `asked` are those that the view has to ask something about first."""

    def __init__(
        self, view: QWidget, presenter: ProducePresenter, asked: dict[str, Callable[[], object]]
    ) -> None:
        it = self._presenter = presenter

        def key(
            name: str, which: str, label: str, do: Callable[[], object], *, waits: bool = True
        ) -> QAction:
            return action(view, name, which, label, do, waits=waits)

        self.reserve = key("reserve", "F6", text("produce", "制证"), it.reserve)
        self.all = key("tick_all", "Ctrl+A", text("produce", "全选"), it.tick_all, waits=False)
        self.photo = key("add_photo", "Ctrl+O", text("produce", "补充相片"), asked["photo"])
        self.print = key("print_cards", "F7", text("produce", "打印"), asked["print"])
        self.again = key("print_again", "Ctrl+P", text("produce", "这张再打一次"), it.print_again)
        self.cancel = key("cancel_print", "Ctrl+U", text("produce", "取消打印"), it.cancel_print)
        self.save = key("save_cards", "Ctrl+S", text("produce", "存为 PDF"), asked["save"])
        self.sheet = key("production_sheet", "Ctrl+E", text("produce", "制证清单"), it.make_sheet)
        self.made = key("made", "F8", text("produce", "已制成"), it.made)
        self.spoil = key("spoil_card", "F10", text("produce", "作废"), asked["spoil"])
        self.spoil_made = key(
            "spoil_made_card", "Ctrl+D", text("produce", "作废已制成的"), asked["spoil_made"]
        )
        self.release = key("release", "F11", text("produce", "没有打印"), asked["release"])
        self.turn = key("turn_card", "Ctrl+B", text("produce", "翻面"), it.card.turn_over, waits=False)

    def enable(self) -> None:
        """Say of each key whether it does something now, and why not."""
        it = self._presenter
        busy = text("produce", "正在办理。")
        no_card = text("produce", "没有等待结果的空白。")
        no_printer = text("produce", "没有可用的打印机，可以存为 PDF。")
        sent = text("produce", "没有未送出的证卡。")

        def set_when(each: QAction, possible: bool, why: str) -> None:
            set_possible(each, possible and not it.busy, busy if it.busy else why)

        set_when(self.reserve, bool(it.wanted), text("produce", "先勾选要制证的业务。"))
        set_when(self.all, bool(it.waiting), text("produce", "没有待制证的业务。"))
        set_when(self.photo, it.lacks_card is not None, text("produce", "先选中一件还没有预留空白的业务。"))
        set_when(
            self.print, bool(it.printers.chosen and it.to_send), sent if it.printers.chosen else no_printer
        )
        looked_at = it.looked_at is not None
        set_when(
            self.again, bool(it.printers.chosen) and looked_at, no_card if it.printers.chosen else no_printer
        )
        running = it.looked_at is not None and it.going.running(it.looked_at.serial)
        set_when(self.cancel, running, text("produce", "这张没有正在进行的打印任务。"))
        set_when(self.save, bool(it.to_send), sent)
        set_when(self.sheet, bool(it.reserved), no_card)
        set_when(self.made, bool(it.came_out), text("produce", "先勾选打印好的证卡。"))
        for each in (self.spoil, self.release):
            set_when(each, looked_at, no_card)
        set_when(self.spoil_made, True, "")
        set_when(self.turn, it.card.pages > 1, no_card)
