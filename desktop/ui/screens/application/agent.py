"""The agent's card: opened by a tick, suggested for children."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.code_words import label
from desktop.domain.codes import AGENT_RELATIONS, AgentReason
from desktop.domain.errors import Sentence
from desktop.domain.fields import rule
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import ChineseField, Field, NumberField, TickField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.text import sentence_text, text


class AgentCard(Section):
    """Who applies for the applicant, and why (居住证暂行条例 第九条第三款)."""

    changed = Signal()
    """The tick, the relation or the reason: what the law asks about."""

    def __init__(self, form: Form) -> None:
        super().__init__(text("application", "代办人"), 3)
        self._form = form
        self.tick = form.add(
            self, TickField("with_agent", text("application", "由监护人、近亲属代为申领")), 3
        )
        relations = [Option(each.value, sentence_text(label(each))) for each in AGENT_RELATIONS]
        self._fields: tuple[Field, ...] = (
            form.add(
                self,
                ChineseField(
                    "agent_name", text("application", "代办人姓名"), _rule("agent_name"), required=True
                ),
                new_row=True,
            ),
            form.add(
                self,
                NumberField(
                    "agent_id_number",
                    text("application", "代办人证件号码"),
                    _rule("agent_id_number"),
                    required=True,
                ),
            ),
            form.add(
                self,
                Choice("agent_relation", text("application", "与申领人关系"), relations, required=True),
            ),
        )
        self.tick.edited.connect(self._ticked)
        self._fields[2].edited.connect(self.changed)
        self._unfold()

    def build_why(self) -> None:
        """The rest of it, in a turn of its own."""
        form = self._form
        reasons = [Option(each.value, sentence_text(label(each))) for each in AgentReason]
        self._fields += (
            form.add(
                self, NumberField("agent_phone", text("application", "代办人电话"), _rule("agent_phone"))
            ),
            form.add(
                self, Choice("agent_reason", text("application", "代办原因"), reasons, required=True), 2
            ),
        )
        self._fields[4].edited.connect(self.changed)
        self._unfold()

    def suggest(self, why: Sentence | None) -> None:
        """Say why there should be an agent, as long as there is none."""
        self._unfold()
        wanted = why is not None and not self.tick.value()
        self.tick.show_advice(sentence_text(why) if why is not None and wanted else "")
        if why is not None and self.tick.value() and not self._fields[4].value():
            self._fields[4].set_value(AgentReason.MINOR.value)

    def stops(self) -> tuple[QWidget, ...]:
        """What the keyboard stops at, in order."""
        return self.tick.box, *(field.box for field in self._fields)

    def _ticked(self) -> None:
        self._unfold()
        self.changed.emit()

    def _unfold(self) -> None:
        for field in self._fields:
            field.setVisible(bool(self.tick.value()))


def _rule(field: str) -> str:
    stated = rule(field)
    return sentence_text(stated) if stated else ""
