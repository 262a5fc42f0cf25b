"""The checklist of materials: one row each, handed in, missing, or supplied by data sharing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.code_words import label
from desktop.domain.codes import MaterialState
from desktop.domain.errors import Sentence
from desktop.domain.permit import MaterialNeed
from desktop.ui.kit.chips import chip, dress
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.still import still
from desktop.ui.kit.text import sentence_text, text

_KINDS = {MaterialState.PRESENT: "good", MaterialState.SHARED: "good", MaterialState.MISSING: "warning"}
_SIGNS = {MaterialState.PRESENT: "✓", MaterialState.SHARED: "✓", MaterialState.MISSING: "✗"}


class MaterialRow(QWidget):
    """One thing to bring; space on it toggles. Only what may come by data sharing has the second tick."""

    toggled = Signal(str, str)

    def __init__(self, need: MaterialNeed) -> None:
        super().__init__()
        self.need = need
        name = sentence_text(need.label)
        self.box = QCheckBox(name)
        self.box.setObjectName(f"material_{need.code}")
        self.box.setAccessibleName(name)
        self.box.setProperty("kept", False)
        self.box.clicked.connect(lambda: self.toggled.emit(need.code, MaterialState.PRESENT.value))
        self.share: QCheckBox | None = None
        if need.shareable:
            self.share = QCheckBox(sentence_text(label(MaterialState.SHARED)))
            self.share.setObjectName(f"share_{need.code}")
            self.share.setAccessibleName(
                text("application", "{name}：数据共享取得，不要求提交").format(name=name)
            )
            self.share.setProperty("kept", False)
            self.share.clicked.connect(lambda: self.toggled.emit(need.code, MaterialState.SHARED.value))
        self._state = chip()
        about = QLabel(_about(need))
        about.setProperty("role", "hint")
        about.setWordWrap(True)
        about.setIndent(round(about.fontMetrics().height() * 1.35))
        self.box.setAccessibleDescription(about.text())
        self._stands = QHBoxLayout()
        self._stands.setSpacing(12)
        self._stands.addWidget(self.box)
        self._stands.addWidget(self._state, 0, Qt.AlignmentFlag.AlignVCenter)
        self._stands.addStretch(1)
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._first.setSpacing(12)
        self._first.addLayout(self._stands, 1)
        if self.share is not None:
            self._first.addWidget(self.share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._first)
        column.addWidget(about)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the material and its state; the other box then goes below them."""
        return QSize(self._stands.minimumSize().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the box of shared data below where it does not fit beside."""
        super().resizeEvent(event)
        if self.share is None:
            return
        wanted = self._stands.sizeHint().width() + self._first.spacing() + self.share.sizeHint().width()
        narrow = wanted > self.width()
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._first.direction() != direction:
            self._first.setDirection(direction)
            self._first.setSpacing(4 if narrow else 12)

    def boxes(self) -> tuple[QCheckBox, ...]:
        """What the keyboard stops at."""
        return (self.box, self.share) if self.share is not None else (self.box,)

    def show_state(self, state: MaterialState) -> None:
        """Show how it stands; emits nothing."""
        self.box.setChecked(state is MaterialState.PRESENT)
        if self.share is not None:
            self.share.setChecked(state is MaterialState.SHARED)
        self._state.setText(f"{_SIGNS[state]} {sentence_text(label(state))}")
        dress(self._state, _KINDS[state])


class Materials(QFrame):
    """Every material of the ground chosen. `relisted` tells that there are other rows than before."""

    toggled = Signal(str, str)
    relisted = Signal()

    def __init__(self, all_present: QAction) -> None:
        super().__init__()
        self.setObjectName("materials")
        self.setProperty("role", "card")
        heading = QLabel(text("application", "申领材料"))
        heading.setProperty("role", "heading")
        self._empty = QLabel(text("application", "选择申领条件后列出应当提交的材料。"))
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self.all_button = ActionButton(all_present, "quiet")
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.all_button)
        self.rows: dict[str, MaterialRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 12)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._column.addWidget(self._empty)

    def show_needs(
        self, needs: Sequence[MaterialNeed], state_of: Callable[[MaterialNeed], MaterialState]
    ) -> None:
        """Show these rows in this order; rows that stay are kept, focus and all."""
        codes = [need.code for need in needs]
        relisted = codes != list(self.rows) or any(self.rows[need.code].need != need for need in needs)
        with still(self):
            if relisted:
                self._relist(needs, state_of)
            else:
                for need in needs:
                    self.rows[need.code].show_state(state_of(need))
            self._empty.setVisible(not needs)
            self.all_button.setVisible(bool(needs))
        if relisted:
            self.relisted.emit()

    def _relist(
        self, needs: Sequence[MaterialNeed], state_of: Callable[[MaterialNeed], MaterialState]
    ) -> None:
        before, self.rows = self.rows, {}
        for place, need in enumerate(needs):
            row = before.get(need.code)
            if row is None or row.need != need:
                row = MaterialRow(need)
                row.toggled.connect(self.toggled)
            else:
                del before[need.code]
            self.rows[need.code] = row
            row.show_state(state_of(need))  # before it is dressed
            self._column.insertWidget(place + 2, row)
            row.show()  # at once: the focus may be meant for it
        for gone in before.values():
            gone.hide()
            gone.deleteLater()


def _about(need: MaterialNeed) -> str:
    parts = []
    if need.alternatives:
        alternatives = (sentence_text(Sentence("materials", each)) for each in need.alternatives)
        listed = text("application", "、").join(alternatives)
        parts.append(text("application", "任一即可：{listed}。").format(listed=listed))
    parts.append(text("application", "依据：{basis}").format(basis=need.basis))
    return "".join(parts)
