"""The form of handing over: who takes the card, what came back, where it is signed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.code_words import label
from desktop.domain.codes import IdKind, Relation
from desktop.domain.errors import Sentence
from desktop.domain.fields import rule
from desktop.domain.handing_over import OLD_CARD_WORDS, RECEIPT_WORDS, SIGNED_WORDS, SignedOn
from desktop.ui.kit.cards import copied
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import ChineseField, NumberField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.hand_over.pad import SignaturePad
from desktop.ui.screens.hand_over.reading import AGENT, AGENT_FIELDS, HOLDER

COLUMNS = 4


class Filling:
    """Builds the fields into a form, a slice at a time, and folds away those that are not asked."""

    def __init__(self, form: Form, clear: QAction, redo: QAction) -> None:
        self._form, self._clear, self._redo = form, clear, redo
        self._section: Section | None = None
        self.pad: SignaturePad | None = None
        self._sheet = QWidget()
        self._problem = copied("problem")
        self._problem.setObjectName("signature_line")

    def build_first(self) -> None:
        """The ordinary case in one line: who takes it, what comes back, where it is signed."""
        self._section = self._form.section(text("hand_over", "领取"), COLUMNS)
        who = [
            Option(HOLDER, text("hand_over", "持证人本人"), "1 br"),
            Option(AGENT, text("hand_over", "代领人"), "2 dl"),
        ]
        self._form.add(self._section, Choice("collector", text("hand_over", "领取人"), who))
        for name, spoken, words in (
            ("receipt", text("hand_over", "受理回执"), RECEIPT_WORDS),
            ("signed_on", text("hand_over", "签收"), SIGNED_WORDS),
            ("old_card", text("hand_over", "旧证"), OLD_CARD_WORDS),
        ):
            field = Choice(name, spoken, _options(words), required=name == "old_card")
            self._form.add(self._section, field)

    def build_agent(self) -> None:
        """Whoever takes it for the holder."""
        assert self._section is not None
        self._form.add(
            self._section,
            ChineseField(
                "collector_name",
                text("hand_over", "代领人姓名"),
                _rule("agent_name"),
                required=True,
                most=50,
            ),
            new_row=True,
        )
        kinds = [Option(kind.value, sentence_text(label(kind))) for kind in IdKind]
        self._form.add(self._section, Choice("collector_id_kind", text("hand_over", "代领人证件种类"), kinds))
        self._form.add(
            self._section,
            NumberField(
                "collector_id_number",
                text("hand_over", "代领人证件号码"),
                _rule("agent_id_number"),
                required=True,
            ),
        )
        relations = [Option(each.value, sentence_text(label(each))) for each in Relation]
        self._form.add(
            self._section,
            Choice("collector_relation", text("hand_over", "代领人与持证人的关系"), relations, required=True),
        )

    def build_pad(self) -> None:
        """The pad, its buttons beside it."""
        assert self._section is not None
        self.pad = SignaturePad()
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.pad)
        buttons = QVBoxLayout()
        buttons.addWidget(ActionButton(self._clear))
        buttons.addWidget(ActionButton(self._redo, "quiet"))
        buttons.addStretch(1)
        across.addLayout(buttons)
        across.addStretch(1)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(copied("label", text("hand_over", "领取人签名")))
        column.addLayout(across)
        column.addWidget(self._problem)
        self._section.place(self._sheet, COLUMNS, True)

    def folding(self, values: Mapping[str, str], *, old_card: bool) -> list[Callable[[], None]]:
        """Give the steps, one for a turn each, that show the fields asked and fold the others away."""
        by_agent = values.get("collector") == AGENT
        folded: list[tuple[QWidget, bool]] = [(self._form.field(name), not by_agent) for name in AGENT_FIELDS]
        folded.append((self._form.field("old_card"), not old_card))
        folded.append((self._sheet, values.get("signed_on") != SignedOn.SCREEN.value))
        return [partial(each.setHidden, fold) for each, fold in folded if each.isHidden() != fold]

    def see_pad(self) -> None:
        """Bring the pad into sight, once it has been laid out."""
        if self.pad is not None:
            self.pad.updateGeometry()
            QTimer.singleShot(0, self.pad, self._seen)

    def _seen(self) -> None:
        if self.pad is not None:
            self._form.ensureWidgetVisible(self.pad, 0, 12)

    def show_signature_problem(self, words: str) -> None:
        """Say under the pad what is wrong with the signature."""
        self._problem.setText(words)


def _options(words: Mapping[Any, Sentence]) -> list[Option]:
    return [
        Option(str(code), sentence_text(each), f"{at} {initials(str(each))}")
        for at, (code, each) in enumerate(words.items(), 1)
    ]


def _rule(field: str) -> str:
    stated = rule(field)
    return sentence_text(stated) if stated else ""
