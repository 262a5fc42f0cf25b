"""The copy looked at beside what is stored today, over the screen: what would be printed otherwise now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.services.paper_comparison import ComparedField
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.paper_comparison import ComparedPaper
    from desktop.ui.screens.papers.presenter import PapersPresenter


class ComparedSheet(Dialog):
    """Lists the fields that differ; says how many do not."""

    def __init__(self, parent: QWidget, title: str, found: ComparedPaper) -> None:
        changed = found.changed
        super().__init__(parent, title, "warning" if changed else "good")
        self.setObjectName("compared_sheet")
        self.be_wide(78)
        if changed:
            words = text("papers", "有{count}项与现在的登记不同；单据照出具时的原样保存。").format(
                count=len(changed)
            )
        else:
            words = text("papers", "{count}项都与现在的登记相同。").format(count=len(found.fields))
        self.say(words).setObjectName("compared_words")
        if found.state is not None:
            self.say(sentence_text(found.state)).setObjectName("compared_state")
        if changed:
            self.body.addWidget(self._list(found))
            same = text("papers", "、").join(one.label for one in found.fields if one.same)
            if same:
                self.say(text("papers", "相同的：{labels}。").format(labels=same)).setProperty(
                    "role", "muted"
                )
        self.add_button("close", text("papers", "知道了"))

    def _list(self, found: ComparedPaper) -> TableView:
        columns: list[Column[ComparedField]] = [
            Column(text("papers", "项目"), lambda row: row.label, least=4),
            Column(text("papers", "单据上"), lambda row: row.printed or "—", stretch=True, least=8),
            Column(text("papers", "现在的登记"), lambda row: row.today or "—", stretch=True, least=8),
        ]
        table = Table(columns, self)
        view = TableView(table, "compared_fields", text("papers", "与现在的登记不同的项目"))
        table.show(found.changed)
        view.hug(8)
        return view


def why_not_compare(it: PapersPresenter) -> str:
    """Say why the paper looked at is compared with nothing."""
    if it.line is None:
        return text("papers", "没有单据。")
    if it.about_somebody:
        return text("papers", "正在处理。")
    return text("papers", "这份单据不是开给某个人的，没有可以比较的登记。")
