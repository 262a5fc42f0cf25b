"""Where somebody is registered now beside the residence being typed, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desktop.domain.code_words import label
from desktop.domain.codes import LodgingKind, ResidenceReason
from desktop.ui.icons import Icon
from desktop.ui.kit.still import still
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.rows import RegistrationRow


FACTS = 7
"""So many facts are compared."""


@dataclass(frozen=True, slots=True)
class Line:
    """One fact of both registrations; `differs` only when the new one is known."""

    what: str
    now: str
    new: str
    plain: bool = False
    """Never marked: it differs by its nature."""

    @property
    def differs(self) -> bool:
        """Whether the new registration says something else."""
        return bool(self.new) and self.now != self.new and not self.plain


def compare(
    current: RegistrationRow, values: Mapping[str, str], written: str, arrived: str, today: str
) -> tuple[Line, ...]:
    """The facts of the present registration beside those typed; `written` is the new address as printed."""
    return (
        Line(text("registration", "住址"), current.written_address, written),
        Line(
            text("registration", "住所类别"), _lodging(current.lodging), _lodging(values.get("lodging", ""))
        ),
        Line(text("registration", "居住事由"), _reason(current.reason), _reason(values.get("reason", ""))),
        Line(text("registration", "房主"), current.landlord_name, values.get("landlord_name", "").strip()),
        Line(text("registration", "到达日期"), current.arrived_on.isoformat(), arrived),
        Line(text("registration", "服务处所"), current.employer, values.get("employer", "").strip()),
        Line(text("registration", "登记日期"), current.registered_on.isoformat(), today, plain=True),
    )


class Comparison(QWidget):
    """Both registrations in two columns; a line that differs carries a mark and bold words."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("comparison")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._grid.setColumnStretch(3, 1)
        self._rows: list[tuple[Icon, QLabel, QLabel, QLabel]] = []
        for column, words in ((2, text("registration", "现登记")), (3, text("registration", "新登记"))):
            head = QLabel(words)
            head.setProperty("role", "label")
            self._grid.addWidget(head, 0, column)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._grid.addWidget(rule, 1, 0, 1, 4)
        for _ in range(FACTS):  # while the page is built: not in the turn in which somebody is found
            self._add_row()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these facts."""
        with still(self):
            self._show_lines(lines)

    def _show_lines(self, lines: tuple[Line, ...]) -> None:
        for line, (mark, what, now, new) in zip(lines, self._rows, strict=True):
            what.setText(line.what)
            now.setText(line.now or "—")
            new.setText(line.new or "—")
            mark.setVisible(line.differs)
            font = new.font()
            if font.bold() != line.differs:
                font.setBold(line.differs)
                new.setFont(font)
            told = (
                text("registration", "{what}不同：现为{now}，新为{new}")
                if line.differs
                else text("registration", "{what}：{new}")
            )
            new.setAccessibleName(told.format(what=line.what, now=now.text(), new=new.text()))

    def lines(self) -> tuple[tuple[str, str, bool], ...]:
        """What is shown: now, new, whether marked as different."""
        return tuple((now.text(), new.text(), not mark.isHidden()) for mark, _, now, new in self._rows)

    def _add_row(self) -> None:
        at = len(self._rows) + 2
        mark = Icon("warning")
        mark.setToolTip(text("registration", "不同"))
        what, now, new = QLabel(), QLabel(), QLabel()
        what.setProperty("role", "label")
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(mark, at, 0, top)
        self._grid.addWidget(what, at, 1, top)
        for column, words in ((2, now), (3, new)):
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(words, at, column, top)
        policy = mark.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        mark.setSizePolicy(policy)
        mark.hide()
        self._rows.append((mark, what, now, new))


def _lodging(code: str) -> str:
    return sentence_text(label(LodgingKind(code))) if code else ""


def _reason(code: str) -> str:
    return sentence_text(label(ResidenceReason(code))) if code else ""
