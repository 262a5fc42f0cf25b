"""The screen of handing over: a scan, the card and whose it is, one key, and the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.errors import CounterError, FieldProblem, Sentence
from desktop.ui.kit.cards import copied
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.foot import Foot
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import later
from desktop.ui.screens.hand_over.filling import Filling
from desktop.ui.screens.hand_over.parts import Holder, Sentences
from desktop.ui.screens.hand_over.presenter import HandOverPresenter
from desktop.ui.screens.hand_over.reading import asks_old_card
from desktop.ui.screens.hand_over.scanning import ScanBox
from desktop.ui.screens.hand_over.told import Told
from desktop.ui.screens.hand_over.words import checks, ending, facts


class HandOverView(QWidget):
    """Scan, look, Ctrl+Enter; whatever is in the way stands where the form would be."""

    def __init__(self, presenter: HandOverPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._whole = False
        self._submit = action(
            self,
            "hand_over_permit",
            "Ctrl+Return",
            text("hand_over", "发放"),
            self._hand_in,
            waits=True,
        )
        self._submit.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._see_permit = action(
            self, "see_permit", "F6", text("hand_over", "查看居住证"), presenter.see_permit
        )
        self._see_case = action(self, "see_case", "F7", text("hand_over", "查看办件"), presenter.see_case)
        self._clear = action(
            self, "clear_signature", "F8", text("hand_over", "清除重签"), self._clear_signature
        )
        self._redo = action(
            self, "redo_signature", "F10", text("hand_over", "恢复清除的"), self._redo_signature
        )
        self._give_up = action(self, "give_up", "F11", text("hand_over", "暂不发放"), self._ask_to_give_up)
        self._line = Strip("hand_over_line", self)
        self._form, self._foot = Form(), Foot(self._submit)
        self._filling = Filling(self._form, self._clear, self._redo)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        filling = self._filling
        Stages(
            self,
            [
                self._build_scan,
                self._build_holder,
                filling.build_first,
                filling.build_agent,
                filling.build_pad,
                self._listen,
                self._begin,
            ],
        )

    # -- building ------------------------------------------------------------------------------------
    def _build_scan(self) -> None:
        self._scan = ScanBox()
        self._told = Told(self._see_permit, self._see_case, self._give_up)
        self._empty = copied("muted", text("hand_over", "扫描领证人带来的受理回执，或者拿出的新证。"))
        self._empty.setObjectName("nothing_scanned")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        above: tuple[QWidget, ...] = (self._scan, self._line, self._told)
        for each in above:
            self._column.addWidget(each)
        self._column.addWidget(self._empty, 1)
        self._column.addWidget(self._form, 1)
        self._column.addWidget(self._foot)
        unseen: tuple[QWidget, ...] = (self._told, self._form, self._foot)
        for each in unseen:
            each.hide()

    def _build_holder(self) -> None:
        self._holder = Holder()
        self._checks = Sentences("checks", text("hand_over", "请核对"))
        self._form.place(self._holder)
        self._form.place(self._checks)

    def _listen(self) -> None:
        presenter, pad = self._presenter, self._filling.pad
        assert pad is not None
        self._scan.entered.connect(presenter.scan)
        self._scan.uncollected.connect(presenter.uncollected)
        pad.signed.connect(self._signed)
        self._form.edited.connect(self._keep)
        self._form.submitted.connect(self._hand_in)
        for name in ("collector", "receipt", "old_card", "signed_on"):
            self._form.field(name).edited.connect(self._form.flush)  # chosen, not typed: followed at once
        self._form.field("signed_on").edited.connect(self._to_pad)
        presenter.found.connect(self._show)
        presenter.handed.connect(self._show)
        presenter.asked.connect(self._ask_before)
        presenter.faulty.connect(self._show_problems)
        presenter.told.connect(self._say)
        presenter.leaving.connect(self._form.flush)
        presenter.busy_changed.connect(self._show_foot)
        presenter.failed.connect(self._tell)

    def _begin(self) -> None:
        self._whole = True
        self._show()

    # -- showing -------------------------------------------------------------------------------------
    def _show(self) -> None:
        """Another scan was looked up: the card and the form, or what is in the way; part by part."""
        if not self._whole:
            return
        presenter = self._presenter
        self._line.clear()
        self._scan.show_code(presenter.code)
        quiet = presenter.ready or presenter.problem is not None or presenter.done is not None
        words = text("hand_over", "扫描领证人带来的受理回执，或者拿出的新证。")
        self._empty.setText("" if quiet else words)
        self._empty.setHidden(presenter.ready)
        self._show_foot()
        self._form.hide()  # whoever was here before is not seen while the next card is filled in
        if presenter.ready:
            later(self, self._tell_how, self._show_holder, self._show_form, self._lead)
        else:
            self._scan.wait()
            later(self, self._tell_how)

    def _tell_how(self) -> None:
        self._told.tell(self._presenter)

    def _show_holder(self) -> None:
        found = self._presenter.collection
        if found is not None and found.permit is not None:
            self._holder.show_holder(found.permit.person_name, self._presenter.photo, facts(found))
            self._checks.say(checks(found, self._presenter.values))

    def _show_form(self) -> None:
        presenter, pad, found = self._presenter, self._filling.pad, self._presenter.collection
        if not presenter.ready or pad is None or found is None:
            return
        self._form.set_values(presenter.values)
        self._form.show_problems(())
        pad.show_strokes(presenter.strokes)
        self._show_asked()
        self._form.verticalScrollBar().setValue(0)
        self._form.show()

    def _lead(self) -> None:
        """Put the cursor where something must be told, or else where the holder stays in sight."""
        presenter, kept = self._presenter, self._presenter.kept_view()
        found = presenter.collection
        if not presenter.ready or found is None:
            return
        if kept:
            restore(self, kept)
        elif asks_old_card(found):
            self._form.go_to("old_card")
        elif self._form.verticalScrollBar().maximum():
            self._scan.wait()
        else:
            self._form.go_to("collector")

    def _show_asked(self) -> None:
        presenter = self._presenter
        found = presenter.collection
        if found is None:
            return
        steps = self._filling.folding(presenter.values, old_card=asks_old_card(found))
        if self._form.isHidden():
            for step in steps:
                step()
            self._say_what_is_asked()
        else:
            later(self, *steps, self._say_what_is_asked)

    def _say_what_is_asked(self) -> None:
        found = self._presenter.collection
        if found is not None:
            self._filling.show_signature_problem("")
            self._checks.say(checks(found, self._presenter.values))
            self._show_foot()

    def _show_foot(self) -> None:
        presenter = self._presenter
        pad = self._filling.pad
        self._foot.setHidden(not presenter.ready)
        why_not = "" if presenter.ready else text("hand_over", "先扫描受理回执或者新证。")
        if presenter.busy:
            why_not = text("hand_over", "正在保存……")
        set_possible(self._submit, not why_not, why_not)
        written = presenter.ready and presenter.on_screen and pad is not None
        nothing = text("hand_over", "没有签名。")
        set_possible(self._clear, written and bool(presenter.strokes), nothing)
        set_possible(
            self._redo,
            written and pad is not None and pad.can_redo,
            text("hand_over", "没有可以恢复的签名。"),
        )
        self._foot.say(why_not or ending(presenter.values), "info" if why_not else "good")

    def _show_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        for problem in self._form.show_problems(problems):
            words = sentence_text(problem.message)
            if problem.field == "signature":
                self._filling.show_signature_problem(words)
                if len(problems) == 1:
                    self._form.go_to("signed_on")
            else:
                self._line.say(words, "problem")

    def _say(self, what: Sentence) -> None:
        self._line.say(sentence_text(what), "warning")

    def _tell(self, error: CounterError) -> None:
        tell(self, error, self._line)

    # -- the clerk -----------------------------------------------------------------------------------
    def _keep(self) -> None:
        self._presenter.type(self._form.values())
        self._show_asked()
        self._presenter.save_draft(capture(self))

    def _signed(self) -> None:
        pad = self._filling.pad
        if pad is not None:
            self._presenter.sign(pad.strokes())
            self._filling.show_signature_problem("")
            self._show_foot()

    def _to_pad(self) -> None:
        if self._presenter.on_screen:
            later(self, self._filling.see_pad)

    def _clear_signature(self) -> None:
        if self._filling.pad is not None:
            self._filling.pad.clear()

    def _redo_signature(self) -> None:
        if self._filling.pad is not None:
            self._filling.pad.redo()

    def _ask_before(self, code: str) -> None:
        found = self._presenter.collection
        name = found.person.name if found is not None and found.person is not None else ""
        ask(
            self,
            text("hand_over", "又扫了一个码"),
            text("hand_over", "{name}的发放还没有办完，填写的内容会丢掉。").format(name=name),
            name="take_the_next",
            yes=text("hand_over", "丢掉，办新扫的"),
            no=text("hand_over", "接着办{name}的").format(name=name),
            then=lambda: self._presenter.look(code),
            danger=True,
        )

    def _ask_to_give_up(self) -> None:
        presenter = self._presenter
        self._form.flush()
        if not presenter.half_filled:
            presenter.give_up()
            return
        ask(
            self,
            text("hand_over", "暂不发放"),
            text("hand_over", "填写的内容会丢掉，这张居住证仍然待领取。"),
            name="confirm_give_up",
            yes=text("hand_over", "暂不发放"),
            then=presenter.give_up,
            danger=True,
        )

    def _hand_in(self) -> None:
        if self._whole and self._presenter.ready and not self._form.isHidden():
            self._line.clear()
            self._form.flush()
            pad = self._filling.pad
            self._presenter.submit(self._form.values(), pad.png() if pad is not None else None)
