"""The overview on F1: every key of the screen that is seen, and those that work everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.shortcuts import KeyRow
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import text


def typing_keys() -> tuple[KeyRow, ...]:
    """The keys that work inside every form."""
    return (
        KeyRow("Enter", text("keys", "下一栏"), possible=True),
        KeyRow("Ctrl+Enter", text("keys", "提交表单"), possible=True),
        KeyRow("↑ ↓", text("keys", "在列表中移动；日期加减一天"), possible=True),
        KeyRow("Esc", text("keys", "返回上一页"), possible=True),
        KeyRow("F9", text("keys", "扫码枪前缀键：其后直到回车都算一次扫码"), possible=True),
    )


class KeyOverview(Dialog):
    """Shows keys in groups; closes with Esc or F1."""

    def __init__(self, parent: QWidget, here: Sequence[KeyRow], everywhere: Sequence[KeyRow]) -> None:
        super().__init__(parent, text("keys", "键盘一览"))
        self.setObjectName("help_overview")
        self._hugs = False
        self._inside = inside = QWidget()
        inside.setObjectName("scrolled")
        sides = QHBoxLayout(inside)
        sides.setSpacing(14)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for side in (self._left, self._right):
            sides.addLayout(side, 1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.add_button("close", text("kit", "知道了"))
        groups = [
            partial(self._add, self._left, text("keys", "本页"), here),
            partial(self._add, self._left, text("keys", "填写时"), typing_keys()),
            partial(self._add, self._right, text("keys", "随时"), everywhere),
        ]
        window = parent.window()
        # about as high as it will be, so that it opens where it stays
        lines = max(len(here) + len(typing_keys()) + 2, len(everywhere) + 1)
        self._fit(window, round(self.fontMetrics().height() * lines * 1.9))
        Stages(self, [*groups, partial(self._finish, window)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PageUp and PageDown scroll from the button too."""
        bar = self._area.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            bar.setValue(bar.value() + step)
        else:
            super().keyPressEvent(event)

    def _add(self, side: QVBoxLayout, title: str, rows: Sequence[KeyRow]) -> None:
        if rows:
            side.addWidget(_group(title, rows))

    def _finish(self, window: QWidget) -> None:
        for side in (self._left, self._right):
            side.addStretch(1)
        inside = self._inside.layout()
        if inside is not None:
            self._fit(window, inside.totalHeightForWidth(self._area.viewport().width()))

    def _fit(self, window: QWidget, height: int) -> None:
        around = self.sizeHint().height() - self._area.sizeHint().height()
        self.resize(
            min(round(window.width() * 0.8), self.fontMetrics().height() * 44),
            min(round(window.height() * 0.9), height + around + 2),
        )


def _group(title: str, rows: Sequence[KeyRow]) -> QWidget:
    card = QFrame()
    card.setProperty("role", "card")
    grid = QGridLayout(card)
    grid.setContentsMargins(16, 12, 16, 12)
    grid.setHorizontalSpacing(16)
    heading = QLabel(title)
    heading.setProperty("role", "heading")
    grid.addWidget(heading, 0, 0, 1, 2)
    for line, row in enumerate(rows, start=1):
        key = QLabel(row.key)
        key.setProperty("role", "key")
        does = QLabel(
            row.does if row.possible else text("keys", "{action}（现在不可用）").format(action=row.does)
        )
        does.setWordWrap(True)
        grid.addWidget(key, line, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(does, line, 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, round(card.fontMetrics().height() * 4.2))
    return card
