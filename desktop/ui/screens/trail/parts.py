"""Parts of the trail's screen: the list that grows, an entry shown in full, how far a check is and what it found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.domain.trail_report import TrailReport
from desktop.services.trail_checks import TrailState
from desktop.services.trail_keeping import ArchiveDone
from desktop.services.trail_pages import TrailRow
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.table import Table
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.trail.words import facts, fault_lines

if TYPE_CHECKING:
    from desktop.ui.screens.trail.presenter import TrailPresenter


class TrailTable(Table[TrailRow]):
    """Entries; older ones are added at the end without disturbing those that are seen."""

    def add(self, rows: Sequence[TrailRow]) -> None:
        """Add entries at the end."""
        if rows:
            first = len(self.rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self.rows += tuple(rows)
            self.endInsertRows()


def show_entry(parent: QWidget, row: TrailRow) -> Dialog:
    """Show an entry in full, in words."""
    dialog = Dialog(parent, text("trail", "留痕原文"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for place, (name, words) in enumerate(facts(row)):
        label = QLabel(name)
        label.setProperty("role", "label")
        value = QLabel(words or text("trail", "无"))
        value.setObjectName(f"fact_{place}")
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if len(words) == 64:
            value.setText(f"{words[:32]}\n{words[32:]}")
        grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, place, 1)
    dialog.body.addLayout(grid)
    dialog.add_button("close", text("trail", "关闭"))
    dialog.be_wide(76)
    dialog.open()
    return dialog


class Working(QFrame):
    """How far a check or an archive is, and the way to stop it; hidden while there is none."""

    def __init__(self, stop: QAction) -> None:
        super().__init__()
        self.setObjectName("working")
        self.setProperty("role", "card")
        self._words = QLabel()
        self._words.setObjectName("working_words")
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("progress")
        self._bar.setAccessibleName(text("trail", "进度"))
        self._bar.setTextVisible(False)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(ActionButton(stop))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.hide()

    def show_work(self, it: TrailPresenter) -> None:
        """Show where it is."""
        self.setVisible(bool(it.running))
        if not it.running:
            return
        share = f"{100 * it.done // it.total}%" if it.total else ""
        if it.stopping:
            words = text("trail", "正在停止……")
        elif it.running == "check":
            words = text("trail", "正在核验留痕：{done} / {total} 条　{share}").format(
                done=f"{it.done:,}", total=f"{it.total:,}", share=share
            )
        elif it.running == "file":
            words = text("trail", "正在核验文件　{share}").format(share=share)
        else:
            words = text("trail", "正在归档　{share}").format(share=share)
        self._words.setText(words)
        # Qt's bars count in 32 bits, a file may have more bytes
        self._bar.setRange(0, 1000 if it.total else 0)
        self._bar.setValue(1000 * it.done // it.total if it.total else 0)


def say_outcome(strip: Strip, it: TrailPresenter) -> None:
    """Say what a check or an archive came to."""
    outcome = it.outcome
    if isinstance(outcome, CounterError):
        strip.say(sentence_text(outcome.message), "problem")
    elif isinstance(outcome, TrailState):
        _say_state(strip, outcome)
    elif isinstance(outcome, TrailReport):
        _say_report(strip, outcome, it.checked_file)
    elif isinstance(outcome, ArchiveDone):
        words = text(
            "trail", "已归档 {entries} 条（{first} 至 {last}），文件已核验：{path}\nSHA-256 {digest}"
        )
        strip.say(
            words.format(
                entries=f"{outcome.entries:,}",
                first=outcome.first_day.isoformat(),
                last=outcome.last_day.isoformat(),
                path=outcome.path,
                digest=outcome.sha256,
            ),
            "good",
        )
    else:
        strip.say("")


def _say_state(strip: Strip, state: TrailState) -> None:
    read = text(
        "trail", "核验了 {counters} 个窗口 {entries} 条，签名链首 {heads} 个，日链首 {days} 个。"
    ).format(
        counters=state.counters,
        entries=f"{state.entries:,}",
        heads=f"{state.heads:,}",
        days=f"{state.days:,}",
    )
    if state.fault_count:
        found = text("trail", "发现 {count} 处被改动：").format(count=f"{state.fault_count:,}")
        strip.say(f"{found}\n{fault_lines(state.faults, state.fault_count)}\n{read}", "problem")
    elif state.doubts:
        doubts = "\n".join(sentence_text(doubt) for doubt in state.doubts)
        strip.say(text("trail", "链条完整，但有签名没有核验。") + f"\n{doubts}\n{read}", "warning")
    else:
        strip.say(text("trail", "留痕完整，没有改动。") + read, "good")


def _say_report(strip: Strip, report: TrailReport, path: str) -> None:
    opening = report.opening
    if opening is None:
        strip.say(text("trail", "{path} 不是留痕文件，或由更新版本的程序导出。").format(path=path), "problem")
        return
    span = opening.first if opening.first == opening.last else f"{opening.first} – {opening.last}"
    about = text("trail", "{path}\n{station}（{number}），{span}，{entries} 条。").format(
        path=path,
        station=opening.station_name,
        number=opening.station,
        span=span,
        entries=f"{report.entries:,}",
    )
    if report.fault_count:
        found = text("trail", "发现 {count} 处被改动：").format(count=f"{report.fault_count:,}")
        strip.say(f"{found}\n{fault_lines(report.faults, report.fault_count)}\n{about}", "problem")
    elif report.doubts:
        doubts = "\n".join(sentence_text(doubt) for doubt in report.doubts)
        strip.say(text("trail", "链条完整，但有签名没有核验。") + f"\n{doubts}\n{about}", "warning")
    else:
        strip.say(text("trail", "文件完整，没有改动，签名有效。") + f"\n{about}", "good")
