"""What was known of somebody, version by version: what changed, by whom, from when, under which case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.code_words import label
from desktop.services.person_versions import FIELDS
from desktop.ui.kit.cards import card, plain
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.table import Column, Table
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.person.lists import List, fill_list
from desktop.ui.screens.person.words import changed_words, fact_text, moment

if TYPE_CHECKING:
    from desktop.services.correction_pages import PersonVersionRow
    from desktop.services.rows import PersonPage


class History:
    """The versions, newest first; Enter opens one with everything that was known then."""

    def __init__(self) -> None:
        self._places: Mapping[str, str] = {}
        self.card: QFrame
        column: QVBoxLayout
        self.card, column = card(text("person", "登记内容的历次变动"))
        columns: list[Column[PersonVersionRow]] = [
            Column(text("person", "版本"), lambda one: str(one.version), right=True),
            Column(text("person", "自"), lambda one: moment(one.known_from)),
            Column(text("person", "变动"), self._changed, tip=self._changed, stretch=True, least=6),
            Column(text("person", "经办人"), lambda one: one.changed_by, most=5, spare=1),
            Column(text("person", "依据的办件"), _case, most=10, spare=2),
        ]
        self._versions = Table(columns)
        self.view = List(
            self._versions, "history", text("person", "登记内容的历次变动"), text("person", "还没有登记。")
        )
        column.addWidget(self.view)

    def fill(self, page: PersonPage) -> None:
        """Show these versions, the cursor where it was."""
        self._places = page.places
        fill_list(self.view, self._versions, page.versions)

    def _changed(self, version: PersonVersionRow) -> str:
        return changed_words(version, self._places)


class VersionSheet(Dialog):
    """Everything that was known in one version; what changed with it says what it was before."""

    def __init__(self, parent: QWidget, version: PersonVersionRow, places: Mapping[str, str]) -> None:
        title = text("person", "第 {version} 版登记内容").format(version=version.version)
        super().__init__(parent, title)
        self.be_wide(72)
        until = moment(version.known_until) if version.known_until else text("person", "今")
        said = text("person", "{start} 至 {until}　{who}")
        self.say(said.format(start=moment(version.known_from), until=until, who=version.changed_by))
        if version.case_number:
            self.say(_case(version) + "　" + grouped(version.case_number))
        before = {one.field: one.old for one in version.changes}
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 6, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        named = [name for name in FIELDS if version.facts.get(name) or name in before]
        for row, name in enumerate(named):
            value = plain("", fact_text(name, version.facts.get(name, ""), places))
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if name in before:
                was = fact_text(name, before[name], places)
                value.setText(text("person", "{value}（原为：{was}）").format(value=value.text(), was=was))
                _bold(value)
            what = plain("label", sentence_text(FIELDS[name]))
            grid.addWidget(what, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
        scroll = QScrollArea()
        scroll.setObjectName("version_facts")
        scroll.setAccessibleName(title)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setMinimumHeight(min(inside.sizeHint().height() + 4, round(parent.window().height() * 0.5)))
        self.body.addWidget(scroll)
        self.add_button("close", text("person", "知道了"))
        if version.case_id is not None:
            self.add_button("open_case", text("person", "查看办件"))


def _case(version: PersonVersionRow) -> str:
    return sentence_text(label(version.case_kind)) if version.case_kind is not None else "—"


def _bold(words: QLabel) -> None:
    font = words.font()
    font.setBold(True)
    words.setFont(font)
