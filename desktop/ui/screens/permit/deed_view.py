"""The sheet of a deed: its fields, what the rules make of them, what will happen, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import BadInput, CounterError
from desktop.ui.kit.cards import card, copied
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.findings import FindingRow
from desktop.ui.kit.foot import Foot
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.suggest import Offer, Suggest
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.permit.deed import DeedPresenter, deed_words
from desktop.ui.screens.permit.deeds.base import Input
from desktop.ui.screens.permit.deeds.replacing import KEPT_PHOTO
from desktop.ui.screens.permit.fields import about, build_field
from desktop.ui.screens.permit.parts import Sentences
from desktop.ui.screens.permit.words import number_words, state_words

PHOTO_LINES = 6
A_SLICE = 3


class DeedView(QWidget):
    """Ctrl+Enter does it; Esc goes back and nothing has happened."""

    def __init__(self, presenter: DeedPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        name = presenter.deed.name
        self._submit = action(self, name, "Ctrl+Return", deed_words(name), self._hand_in, waits=True)
        self._submit.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        set_possible(self._submit, False, text("permit_page", "正在读取……"))
        self._line = Strip("deed_line", self)
        self._form, self._foot = Form(), Foot(self._submit)
        self._findings: dict[str, FindingRow] = {}
        self._inputs: tuple[Input, ...] = ()
        self._whole = False
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._line)
        column.addWidget(self._form, 1)
        column.addWidget(self._foot)
        self._form.submitted.connect(self._hand_in)
        self._form.edited.connect(self._keep)
        presenter.loaded.connect(self._build)
        presenter.judged.connect(self._show)
        presenter.offered.connect(self._offer)
        presenter.faulty.connect(self._fault)
        presenter.busy_changed.connect(self._show)
        presenter.failed.connect(self._tell)
        presenter.leaving.connect(self._form.flush)
        self._build_head()  # at once: what is asked may be known before the first stage's turn
        Stages(self, [self._build])

    # -- building ------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        frame, column = card()
        self._title, self._about = copied("title"), copied("muted")
        self._title.setObjectName("deed_title")
        self._about.setObjectName("deed_about")
        column.addWidget(self._title)
        column.addWidget(self._about)
        self._form.place(frame)

    def _build(self) -> None:
        """Build the fields, once it is known what is asked."""
        presenter = self._presenter
        if presenter.missing is not None:
            self._line.say(sentence_text(presenter.missing), "warning")
            self._foot.say(sentence_text(presenter.missing), "warning")
            return
        if not presenter.ready or self._inputs or self._whole:
            return
        self._inputs = presenter.deed.inputs()
        slices = [self._head_words]
        if self._inputs:
            self._section = self._form.section("", 2)
        for at in range(0, len(self._inputs), A_SLICE):
            rows = self._inputs[at : at + A_SLICE]
            slices.append(lambda rows=rows: self._add(rows))  # type: ignore[misc]
        Stages(self, [*slices, self._build_rest, self._begin])

    def _head_words(self) -> None:
        deed = self._presenter.deed
        person = deed.person
        self._title.setText(deed_words(deed.name))
        words = [person.name, person.masked_id_number] if person is not None else []
        if deed.page is not None:
            permit = deed.page.permit
            words += [number_words(permit.permit_number), state_words(permit.state)]
        self._about.setText("　".join(words))

    def _add(self, rows: tuple[Input, ...]) -> None:
        for row in rows:
            wide = row.kind in ("tick", "line", "photo", "place")
            field = self._form.add(self._section, build_field(row), 2 if wide else 1)
            value = self._presenter.values.get(row.name, "")
            if isinstance(field, Suggest):
                field.set_chosen(value, self._presenter.names.get(value, value))
                field.asked.connect(self._presenter.ask)
                field.picked.connect(self._presenter.pick)
            else:
                field.set_value(value)
            if row.need is not None:
                basis = copied("hint", about(row.need))
                self._section.place(basis, 2)
            if row.name == KEPT_PHOTO:
                self._section.place(self._picture(), 2)

    def _picture(self) -> QLabel:
        shown = QLabel()
        shown.setObjectName("kept_photo")
        shown.setAccessibleName(text("permit_page", "存档照片"))
        picture = QPixmap()
        if picture.loadFromData(self._presenter.deed.photo or b""):
            height = self.fontMetrics().height() * PHOTO_LINES
            shown.setPixmap(picture.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation))
        else:
            shown.setText(text("permit_page", "存档照片打不开，请换新照片。"))
        return shown

    def _build_rest(self) -> None:
        frame, self._judged = card(text("permit_page", "办理结果"))
        self._told = Sentences("deed_told")
        self._judged.addWidget(self._told)
        self._form.place(frame)

    def _begin(self) -> None:
        self._whole = True
        self._show()
        kept = self._presenter.kept_view()
        if kept:
            restore(self, kept)
        elif self._inputs and (self.focusWidget() is None or self.hasFocus()):
            empty = next((row.name for row in self._inputs if not row.value), "")
            self._form.go_to(empty or self._inputs[0].name)
        elif not self._inputs:
            self._foot.button.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -------------------------------------------------------------------------------------
    def _show(self) -> None:
        if not self._whole:
            return
        presenter, verdict = self._presenter, self._presenter.verdict
        why_not = sentence_text(why) if (why := presenter.why_not()) is not None else ""
        if verdict is not None and verdict.missing:
            listed = text("permit_page", "、").join(sentence_text(each) for each in verdict.missing)
            why_not = text("permit_page", "还缺：{missing}。").format(missing=listed)
        if verdict is None:
            why_not = text("permit_page", "正在核对……")
        elif presenter.busy:
            why_not = text("permit_page", "正在办理……")
        set_possible(self._submit, not why_not, why_not)
        told = [sentence_text(each) for each in verdict.told] if verdict is not None else []
        self._told.say(told)
        self._foot.say(
            why_not or (told[0] if told else deed_words(presenter.deed.name)), "info" if why_not else "good"
        )
        if verdict is not None:
            self._show_findings()
            self._show_need()

    def _show_findings(self) -> None:
        verdict = self._presenter.verdict
        found = verdict.findings if verdict is not None else ()
        while len(self._findings) < len(found):
            row = FindingRow()
            self._findings[str(len(self._findings))] = row
            self._judged.addWidget(row)
        for row, finding in zip(self._findings.values(), found, strict=False):
            row.show_finding(finding)
        for at, row in enumerate(self._findings.values()):
            row.setHidden(at >= len(found))

    def _show_need(self) -> None:
        """The proof's tick says which paper it is."""
        verdict = self._presenter.verdict
        need = verdict.need if verdict is not None else None
        if need is None or "proof" not in self._form.names():
            return
        tick, shared = self._form.field("proof").box, self._form.field("proof_shared")
        words = text("permit_page", "已查验：{material}").format(material=sentence_text(need.label))
        if tick.accessibleName() != words:
            tick.setAccessibleName(words)
            tick.setText(words)  # type: ignore[attr-defined]
            self._form.field("proof").set_hint(about(need))
        shared.setVisible(need.shareable)

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        field = self._form.field("to_division")
        if isinstance(field, Suggest):
            field.offer(offers)

    def _fault(self, error: BadInput) -> None:
        if error.field in self._form.names():
            self._form.field(error.field).show_problem(sentence_text(error.message))
            self._form.go_to(error.field)
        else:
            self._line.say(sentence_text(error.message), "problem")

    def _tell(self, error: CounterError) -> None:
        tell(self, error, self._line)

    # -- doing ---------------------------------------------------------------------------------------
    def _values(self) -> dict[str, str]:
        values = self._form.values()
        for name in self._form.names():
            field = self._form.field(name)
            if isinstance(field, Suggest) and not values[name]:
                values[name] = field.text().strip()
        return values

    def _keep(self) -> None:
        self._line.clear()
        self._presenter.type(self._values())
        if self._whole:
            self._presenter.save_draft(capture(self))

    def _hand_in(self) -> None:
        if self._whole:
            self._line.clear()
            self._form.flush()
            self._presenter.submit(self._values())
