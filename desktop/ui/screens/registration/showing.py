"""What the registration form shows of the presenter's state beside the values themselves."""

from __future__ import annotations

from contextlib import ExitStack

from PySide6.QtWidgets import QLabel

from desktop.services.fact_words import fact_words
from desktop.services.person_versions import FIELDS
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.still import still
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.unveil import unveil_part
from desktop.ui.screens.registration.advice import AdvicePanel
from desktop.ui.screens.registration.comparison import Comparison, compare
from desktop.ui.screens.registration.presenter import RegistrationPresenter
from desktop.ui.screens.registration.sheet import (
    IDENTITY,
    LANDLORD,
    MOVE,
    NUMBER,
    RARE,
    REPORTER,
    applies,
)


class Showing:
    """Keeps the form's lines, the comparison and the advice in step with the presenter."""

    def __init__(self, form: Form, panel: AdvicePanel, presenter: RegistrationPresenter) -> None:
        self._form, self._panel, self._presenter = form, panel, presenter
        self._advised: set[str] = set()
        self._line: QLabel | None = None
        self._comparison: Comparison | None = None

    def everything(self, present: Section) -> None:
        """Show all of it again but whether the `present` registration is seen."""
        presenter = self._presenter
        identity, review = presenter.identity, presenter.review
        self.fields()
        if identity.problem is not None:
            self._form.field("id_number").show_problem(sentence_text(identity.problem))
        self._held()
        self._advice()
        self._panel.show_person(*self._who())
        self._panel.show_advice(review.advice, review.judged)
        line = presenter.places.line
        if self._line is None:  # looked for once: it means looking through the whole form
            found = self._form.findChild(QLabel, "written_address")
            self._line = found if isinstance(found, QLabel) else None
        if self._line is not None:
            self._line.setText(text("registration", "打印为：{address}").format(address=line or "—"))
        if identity.current is not None:
            values = {
                name: value
                for name, value in presenter.sheet.values.items()
                if applies(name, presenter.sheet.values)
            }
            arrived = review.day("arrived_on", values.get("arrived_on", ""))
            today = presenter.today.isoformat()
            self._comparison = self._comparison or present.findChild(Comparison)
            if self._comparison is not None:
                self._comparison.show_lines(compare(identity.current, values, line, arrived, today))

    def present(self, section: Section) -> None:
        """Show the section of the present registration if there is one, with its lines, which are filled."""
        shown = self._presenter.identity.current is not None
        if section.isHidden() is shown:
            section.setVisible(shown)
            unveil_part(self._form)

    def fields(self) -> None:
        """Show the fields that apply, and those folded away when they are wanted."""
        presenter, field = self._presenter, self._form.field
        wanted = {field(name): applies(name, presenter.sheet.values) for name in (*LANDLORD, *REPORTER)}
        wanted |= {field(name): presenter.more for name in RARE}
        changed = [(each, shown) for each, shown in wanted.items() if each.isHidden() is shown]
        with ExitStack() as stack:
            for part in {each.parentWidget() for each, _ in changed}:
                if part is not None:
                    stack.enter_context(still(part))
            for each, shown in changed:
                each.setVisible(shown)
        if changed:  # what stands below has moved
            unveil_part(self._form)

    def _advice(self) -> None:
        presenter = self._presenter
        said = {
            each.field: sentence_text(each.message) for each in presenter.review.advice_at(presenter.sheet)
        }
        note = presenter.places.note(presenter.sheet.values.get("hukou_division", ""))
        if note is not None:
            said["hukou_division"] = sentence_text(note)
        otherwise = text("registration", "这次填的是“{value}”：以证件为准的按 Ctrl+R 更正")
        for name, value in presenter.identity.differing.items():
            said[name] = otherwise.format(value=self._words(name, value))
        for name in self._form.names():
            if name in said or name in self._advised:
                self._form.field(name).show_advice(said.get(name, ""))
        self._advised = set(said)

    def _held(self) -> None:
        """What only a correction changes cannot be typed over."""
        held = self._presenter.identity.held
        words = text("registration", "登记过的身份内容，不符的按 Ctrl+R 更正")
        for name in (*IDENTITY, *NUMBER):
            self._form.field(name).hold(words if name in held else "")

    def _words(self, name: str, value: str) -> str:
        said = fact_words(name, value, self._presenter.places.names)
        return said if isinstance(said, str) else sentence_text(said)

    def _who(self) -> tuple[str, str]:
        words, kind = self._known()
        fields = [sentence_text(FIELDS[name]) for name in self._presenter.identity.differing]
        if fields:
            told = text(
                "registration",
                "{fields}与登记的不同，没有改写登记。以证件为准的，按 Ctrl+R 提出更正；此表照登记的内容办理。",
            )
            said = told.format(fields=text("registration", "、").join(fields))
            return f"{said}\n{words}", "warning"
        return words, kind

    def _known(self) -> tuple[str, str]:
        identity = self._presenter.identity
        if identity.current is not None and self._presenter.sheet.values.get(MOVE):
            return text("registration", "变更到新住址：原登记今日结束，两处登记都保留在案。"), "good"
        if identity.current is not None:
            return text(
                "registration",
                "已有记录，资料已填入，请与证件核对。此人已有居住登记：搬了家的选“变更到新住址”。",
            ), "warning"
        if identity.newcomer:
            return text("registration", "没有此人的记录，按初次登记办理。"), "info"
        if identity.known is not None:
            return text("registration", "已有记录，资料已填入，请与证件核对。"), "good"
        return "", "info"
