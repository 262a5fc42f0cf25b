"""The correction form's widgets: what is known above what it should be, and beside them what that will mean."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError, FieldProblem
from desktop.ui.kit.cards import card
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.foot import Foot
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.suggest import Offer, Suggest
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.correction.effects import EffectCard, SideBySide
from desktop.ui.screens.correction.parts import PARTS, Now, Part, build_part
from desktop.ui.screens.correction.presenter import PLACE, CorrectionPresenter
from desktop.ui.screens.correction.words import fact

BESIDE = 52
"""What it will mean stands beside the form when the screen is wider than so many lines are high."""


class CorrectionView(QWidget):
    """Change what is wrong, say why and on what evidence; Ctrl+Enter hands it in."""

    def __init__(self, presenter: CorrectionPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._sections: dict[str, Section] = {}
        self._now: Now = {}
        self._wide: bool | None = None
        self._whole = False
        self._submit = action(
            self,
            "propose_correction",
            "Ctrl+Return",
            text("correction", "提交审核"),
            self._hand_in,
            waits=True,
        )
        self._submit.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._open = action(
            self, "open_waiting", "F7", text("correction", "查看待审核的更正"), presenter.open_waiting
        )
        self._line = Strip("correction_line", self)
        self._standing = Strip("correction_standing", self, closable=False)
        self._button = ActionButton(self._open)
        self._form, self._foot = Form(), Foot(self._submit)
        self._side = QScrollArea()
        self._side.setObjectName("meaning")
        self._side.setProperty("kept", False)
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setAccessibleName(text("correction", "更正以后会怎样"))
        told = QHBoxLayout()
        told.setSpacing(10)
        told.addWidget(self._standing, 1)
        told.addWidget(self._button)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self._form, 5)
        body.addWidget(self._side, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._line)
        column.addLayout(told)
        column.addLayout(body, 1)
        column.addWidget(self._foot)
        parts = [partial(self._build, part) for part in PARTS]
        Stages(self, [self._build_meaning, *parts, self._listen, self._show_known, self._begin])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What it will mean goes below the fields where there is no room beside them."""
        super().resizeEvent(event)
        if self._whole:
            self._make_room()

    # -- building ------------------------------------------------------------------------------------
    def _build_meaning(self) -> None:
        self._meaning = QWidget()
        self._meaning.setObjectName("scrolled")
        column = QVBoxLayout(self._meaning)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        frame, inside = card(text("correction", "这次更正"), "changes")
        self._none = inside
        self._changes, self._effect = SideBySide(), EffectCard()
        inside.addWidget(self._changes)
        self._frame = frame
        column.addWidget(frame)
        column.addWidget(self._effect)
        column.addStretch(1)
        self._side.setWidget(self._meaning)

    def _build(self, part: Part) -> None:
        build_part(self._form, self._sections, self._now, part)

    def _listen(self) -> None:
        presenter = self._presenter
        place = self._form.field(PLACE)
        if isinstance(place, Suggest):
            place.asked.connect(presenter.ask)
            place.picked.connect(presenter.pick)
        self._form.edited.connect(self._keep)
        self._form.submitted.connect(self._hand_in)
        presenter.loaded.connect(self._show_known)
        presenter.weighed.connect(self._show_meaning)
        presenter.offered.connect(self._offer)
        presenter.faulty.connect(self._show_problems)
        presenter.leaving.connect(self._form.flush)
        presenter.busy_changed.connect(self._show_foot)
        presenter.failed.connect(self._tell)

    def _begin(self) -> None:
        kept = self._presenter.kept_view()
        if kept:
            restore(self, kept)
        elif self.focusWidget() is None or self.hasFocus():
            self._form.go_to("name")
        self._whole = True
        self._make_room()
        self._presenter.start()
        boxes = [self._form.field(name).box for name in self._form.names()]
        for before, after in pairwise([*boxes, self._foot.button, self._button]):
            QWidget.setTabOrder(before, after)

    def _make_room(self) -> None:
        wide = self.width() > BESIDE * self.fontMetrics().height()
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._side.setWidget(self._meaning)
        else:
            self._side.takeWidget()
            self._form.place(self._meaning)
        self._meaning.show()
        self._side.setVisible(wide)

    # -- showing -------------------------------------------------------------------------------------
    def _show_known(self) -> None:
        presenter = self._presenter
        for name in self._form.names():
            field, value = self._form.field(name), presenter.values.get(name, "")
            if isinstance(field, Suggest):
                if field.value() != value:
                    field.set_chosen(value, presenter.names.get(value, value))
            elif field.value() != value:
                field.set_value(value)
        form = presenter.form
        if presenter.missing is not None:
            self._standing.say(sentence_text(presenter.missing), "warning")
        elif form is not None and form.waiting is not None:
            self._standing.say(presenter.why_not(), "warning")
        else:
            words = text("correction", "改动要更正的内容：提交后由另一名民警审核，通过以前登记的内容不变。")
            self._standing.say(words, "info")
        waits = form is not None and form.waiting is not None
        set_possible(self._open, waits, text("correction", "此人没有等待审核的更正。"))
        self._button.setVisible(waits)
        self._show_meaning()

    def _show_meaning(self) -> None:
        presenter = self._presenter
        form, effect, changed = presenter.form, presenter.effect, presenter.changes()
        for name, line in self._now.items():
            if form is None:
                continue
            known = fact(name, form.facts[name], presenter.names)
            differs = name in changed
            words = (
                text("correction", "已改动，现登记：{known}")
                if differs
                else text("correction", "现登记：{known}")
            )
            line.setText(words.format(known=known))
            font = line.font()
            if font.bold() != differs:
                font.setBold(differs)
                line.setFont(font)
        self._frame.setVisible(effect is not None and bool(effect.changes))
        if effect is not None and effect.changes:
            self._changes.show_changes(effect.changes, presenter.names)
            self._effect.show_effect(effect)
        else:
            self._effect.say_nothing(
                text("correction", "改动以后，这里说明居住证要不要换领、哪些单据会被取代。")
            )
        self._show_foot()

    def _show_foot(self) -> None:
        presenter = self._presenter
        why_not = presenter.why_not()
        set_possible(self._submit, not why_not, why_not)
        if why_not:
            wrong = presenter.effect is not None and bool(presenter.changes())
            self._foot.say(why_not, "warning" if wrong else "info")
        else:
            count = len(presenter.effect.changes) if presenter.effect is not None else 0
            words = text("correction", "更正{count}项，由另一名民警审核后生效。").format(count=count)
            if presenter.reasoned():
                self._foot.say(words, "good")
            else:
                self._foot.say(words + text("correction", "还要填写更正理由和证明材料。"), "info")

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        field = self._form.field(PLACE)
        if isinstance(field, Suggest):
            field.offer(offers)
            nothing = text("correction", "没有找到，请换一种写法") if not offers and field.text() else ""
            field.show_advice(nothing)

    def _show_problems(self, problems: Iterable[FieldProblem]) -> None:
        homeless = self._form.show_problems(problems)
        if homeless:
            self._line.say("　".join(sentence_text(each.message) for each in homeless), "problem")

    def _tell(self, error: CounterError) -> None:
        tell(self, error, self._line)

    # -- doing ---------------------------------------------------------------------------------------
    def _keep(self) -> None:
        if self._presenter.form is not None:
            self._line.clear()
            self._presenter.type(self._form.values())
            self._presenter.save_draft(capture(self))

    def _hand_in(self) -> None:
        self._line.clear()
        self._form.flush()
        self._presenter.submit(self._form.values())
