"""One rule in full: value, article, note, source, and every earlier value."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.rule_rows import RuleRow, Standing
from desktop.ui.kit.chips import dress
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.rules.words import earlier_words, from_words, pack_words, span_words, standing_words

_KINDS = {
    Standing.VERIFIED: "good",
    Standing.UNVERIFIED: "warning",
    Standing.SILENT: "quiet",
    Standing.STATEMENT: "quiet",
    Standing.GONE: "quiet",
}


def words_of(parent: QWidget, role: str, name: str = "") -> QLabel:
    """A label that wraps and can be copied from."""
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class Lines:
    """Paragraphs one below the other; labels are kept for the next ones, since making and styling them is slow."""

    def __init__(self, parent: QWidget, column: QVBoxLayout) -> None:
        self._parent, self._column = parent, column
        self._labels: dict[tuple[str, str], list[QLabel]] = {}

    def show(self, lines: Sequence[tuple[str, str, str]], most: int = 100) -> bool:
        """Show these, each by its role, its name and its words; False: more than `most` would be new, go on."""
        made = 0
        spare = {kind: list(labels) for kind, labels in self._labels.items()}
        for place, (role, name, words) in enumerate(lines):
            kept = spare.get((role, name))
            if kept:
                label = kept.pop(0)
            elif made == most:
                return False
            else:
                made += 1
                label = words_of(self._parent, role, name)
                self._labels.setdefault((role, name), []).append(label)
            if self._column.indexOf(label) != place:
                self._column.removeWidget(label)
                self._column.insertWidget(place, label)
            label.setContentsMargins(0, 10 if role == "heading" and place else 0, 0, 0)
            if label.text() != words:
                label.setText(words)
            label.show()
        for left in spare.values():
            for label in left:
                label.hide()
        return True


class RuleDetail(QFrame):
    """A card about one rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule_detail")
        self.setProperty("role", "card")
        self._label = words_of(self, "label", "rule_label")
        self._value = words_of(self, "heading", "rule_value")
        self._standing, self._level = QLabel(self), QLabel(self)
        for chip in (self._standing, self._level):
            chip.setProperty("role", "chip")
        self._level.setProperty("kind", "quiet")
        self._since = words_of(self, "muted", "rule_since")
        chips = QHBoxLayout()
        chips.setSpacing(8)
        for chip in (self._standing, self._level):
            chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        chips.addStretch(1)
        self._doubt = Strip("rule_doubt", self, closable=False)
        self._basis = words_of(self, "", "rule_basis")
        self._note = words_of(self, "", "rule_note")
        self._source = words_of(self, "", "rule_source")
        self._document = words_of(self, "muted", "rule_document")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addWidget(self._label)
        column.addWidget(self._value)
        column.addWidget(self._since)
        column.addLayout(chips)
        column.addWidget(self._doubt)
        self._parts = [
            self._part(column, text("rules", "依据"), self._basis),
            self._part(column, text("rules", "说明"), self._note),
            self._part(column, text("rules", "出处"), self._source, self._document),
        ]
        self._earlier_title = words_of(self, "label")
        self._earlier_title.setText(text("rules", "此前"))
        self._earlier_title.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._earlier_title)
        earlier = QVBoxLayout()
        earlier.setSpacing(2)
        column.addLayout(earlier)
        self._earlier = Lines(self, earlier)

    def show_rule(self, row: RuleRow | None) -> None:
        """Show a rule without what it was before; hidden while there is none."""
        self.setVisible(row is not None)
        self._earlier_title.hide()  # what was said of another rule is gone at once
        self._earlier.show(())
        if row is None:
            return
        self._label.setText(sentence_text(row.label))
        self._value.setText(sentence_text(row.value))
        self._since.setText(
            text("rules", "{day} 起不再规定").format(day=row.since.isoformat())
            if row.standing is Standing.GONE
            else text("rules", "{day} 起如此").format(day=row.since.isoformat())
        )
        self._standing.setText(standing_words(row.standing))
        dress(self._standing, _KINDS[row.standing])
        self._level.setText(from_words(row.pack))
        self._level.setVisible(row.pack is not None)
        self._doubt.say(*self._doubtful(row))
        source = (row.pack.title, pack_words(row.pack)) if row.pack is not None else ("", "")
        note = "" if row.standing in (Standing.UNVERIFIED, Standing.SILENT) else row.note
        for shown, words in zip(self._parts, ((row.basis,), (note,), source), strict=True):
            for label, said in zip(shown[1:], words, strict=True):
                label.setText(said)
            for label in shown:
                label.setVisible(bool(words[0]))

    def _doubtful(self, row: RuleRow) -> tuple[str, str]:
        if row.standing is Standing.UNVERIFIED:
            return text("rules", "未能核实：{why}").format(why=row.note), "warning"
        if row.standing is Standing.SILENT:
            return text("rules", "法律没有规定：{why}").format(why=row.note), "info"
        return "", "info"

    def _part(self, column: QVBoxLayout, title: str, *labels: QLabel) -> tuple[QLabel, ...]:
        heading = words_of(self, "label")
        heading.setText(title)
        heading.setContentsMargins(0, 6, 0, 0)
        for label in (heading, *labels):
            column.addWidget(label)
        return (heading, *labels)

    def show_earlier(self, row: RuleRow | None) -> None:
        """Show what the rule was before: in a turn of its own, for it is as much again."""
        if row is None:
            return
        self._earlier_title.setVisible(bool(row.earlier))
        lines = []
        for each in row.earlier:
            what = text("rules", "{dates}　{value}").format(
                dates=span_words(each.since, each.until), value=sentence_text(each.words)
            )
            lines.append(("", "earlier_rule", what))
            if why := earlier_words(each):
                lines.append(("hint", "", why))
        self._earlier.show(lines)
