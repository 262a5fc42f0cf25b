"""What is done with blanks: the form's card, with the fields that each deed asks for."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.blanks import NOT_A_KEEPER
from desktop.domain.fields import REMARK_LIMIT
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.fields import ChineseField, NumberField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.blanks.presenter import FOR_GOOD, BlanksPresenter, Deed

LONGEST_SERIAL = 24


class DeedCard(Section):
    """Shows the fields of the deed chosen; whoever does not keep the stock reads who does."""

    def __init__(self, presenter: BlanksPresenter, form: Form, do: QAction) -> None:
        super().__init__(text("blanks_page", "办理"), 4)
        self._presenter, self._form, self._do = presenter, form, do
        self._why = QLabel(sentence_text(NOT_A_KEEPER))
        self._why.setObjectName("not_keeper")
        self._why.setProperty("role", "muted")
        self._why.setWordWrap(True)
        self.place(self._why, 3)
        self._choose()

    def build_fields(self) -> None:
        """Build what is asked of the deed; in a turn of its own."""
        form = self._form
        serial = text("blanks_page", "字母部分和数字，如 JN00001001")
        first = text("blanks_page", "起号")
        self.first = form.add(self, NumberField("first", first, serial, required=True, most=LONGEST_SERIAL))
        last, only = text("blanks_page", "止号"), text("blanks_page", "只有一张时不填")
        self._last = form.add(self, NumberField("last", last, only, most=LONGEST_SERIAL))
        self._counter = form.add(
            self, NumberField("counter_number", text("blanks_page", "窗口号"), required=True, most=2)
        )
        self._note = form.add(
            self, ChineseField("note", text("blanks_page", "备注"), most=REMARK_LIMIT), span=3
        )
        self.place(ActionButton(self._do, "primary"))

    def begin(self) -> None:
        """Show what the presenter has."""
        self.deed.set_value(self._presenter.deed)
        self.deed.edited.connect(self._suit)
        self.take_up()

    def take_up(self) -> None:
        """Show what was typed before and not done."""
        self._form.set_values(self._presenter.kept)
        self._suit()

    def clear_for_next(self) -> None:
        """Empty what belongs to the deed just done."""
        for field in (self.first, self._last, self._note):
            field.set_value("")

    def hand_in(self, parent: QWidget) -> None:
        """Do what the form says; what cannot be undone is asked about first."""
        values = self._form.values()
        deed = values["deed"]
        if deed not in FOR_GOOD or not values["first"] or not self._presenter.keeps:
            self._presenter.do(values)
            return
        first, last = values["first"], values["last"] or values["first"]
        spoils = deed == Deed.SPOIL
        words = (
            text("blanks_page", "作废 {first}。作废的空白不能再用，也不能恢复。")
            if spoils
            else text("blanks_page", "退回 {first}—{last}。退回的空白不会再入库。")
        )
        ask(
            parent,
            text("blanks_page", "确认办理"),
            words.format(first=first, last=last),
            name="confirm_deed",
            yes=text("blanks_page", "作废") if spoils else text("blanks_page", "退回"),
            then=partial(self._presenter.do, values),
            danger=True,
        )

    def _choose(self) -> None:
        deeds = [
            Option(Deed.RECEIVE.value, text("blanks_page", "入库"), "1 r"),
            Option(Deed.TO_COUNTER.value, text("blanks_page", "发给窗口"), "2 f"),
            Option(Deed.TAKE_BACK.value, text("blanks_page", "从窗口收回"), "3 s"),
            Option(Deed.GIVE_BACK.value, text("blanks_page", "退回发放单位"), "4 t"),
            Option(Deed.SPOIL.value, text("blanks_page", "作废一张"), "5 z"),
        ]
        self.deed = self._form.add(self, Choice("deed", text("blanks_page", "办理事项"), deeds), new_row=True)

    def _suit(self) -> None:
        """Show the fields that the deed asks for."""
        deed, keeps = self.deed.value(), self._presenter.keeps
        self._presenter.deed = deed
        self._why.setVisible(not keeps)
        self.deed.setVisible(keeps)
        self.first.setVisible(keeps)
        self._last.setVisible(keeps and deed != Deed.SPOIL)
        self._counter.setVisible(keeps and deed == Deed.TO_COUNTER)
        self._note.setVisible(keeps and deed not in (Deed.TO_COUNTER, Deed.TAKE_BACK))
        spoils = deed == Deed.SPOIL
        self._note.label.setText(text("blanks_page", "作废原因 *") if spoils else text("blanks_page", "备注"))
        self._note.box.setAccessibleName(
            text("blanks_page", "作废原因") if spoils else text("blanks_page", "备注")
        )
