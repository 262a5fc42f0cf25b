"""The registration form's widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError, FieldProblem
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.leaving import read_person_name, tell_when_left
from desktop.ui.kit.messages import tell
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.suggest import Offer, Suggest
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import later
from desktop.ui.screens.registration import parts
from desktop.ui.screens.registration.done import DonePage
from desktop.ui.screens.registration.hints import whole_rule
from desktop.ui.screens.registration.keys import Deeds, KeyRow
from desktop.ui.screens.registration.minors import MinorRows
from desktop.ui.screens.registration.page import FormPage
from desktop.ui.screens.registration.path import EnterPath
from desktop.ui.screens.registration.presenter import RegistrationPresenter
from desktop.ui.screens.registration.previous import PreviousAddresses, each_once
from desktop.ui.screens.registration.sheet import MOVE, RARE
from desktop.ui.screens.registration.showing import Showing

PLACES = ("hukou_division", "division", "street", "community")
DAYS = ("birth_date", "arrived_on", "intended_until", "minor_birth_date")


class RegistrationView(QWidget):
    """The form with the rules' advice beside it; once stored, what comes next."""

    def __init__(self, presenter: RegistrationPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._whole = False
        self._begin_at = self._focus_kept = ""
        self._pages = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.addWidget(self._pages)
        self._sections: dict[str, Section] = {}
        rows = [partial(self._build_row, *row) for row in parts.ROWS]
        Stages(
            self,
            [
                self._build_page,
                self._build_advice,
                self._build_keys,
                *rows,
                self._build_done,
                self._listen,
                self._fill_in,
                self._show_fields,
                self._take_up,
                self._show_facts,
                self._show_present,
                self._finish,
            ],
        )

    # -- building --------------------------------------------------------------------------------
    def _build_page(self) -> None:
        presenter, page = self._presenter, FormPage()
        self._page = page
        self._form, self._said = page.form, page.said
        self._path = EnterPath(self, self._wrong)
        self._minors = MinorRows(self._form, presenter, self._watch, self._path.forget)
        self._pages.addWidget(page)

    def _build_advice(self) -> None:
        self._advice = self._page.build_advice()
        self._showing = Showing(self._form, self._advice, self._presenter)

    def _build_keys(self) -> None:
        self._keys = KeyRow(
            self._page,
            Deeds(
                self._submit,
                self._presenter.places.copy_last,
                self._previous,
                self._add_minor,
                self._remove_minor,
                self._toggle_more,
                self._toggle_move,
                self._presenter.correct_person,
            ),
        )
        self._page.cramped.connect(self._keys.be_cramped)
        self._path.press(self._keys.button)
        self._page.column.addLayout(self._keys)
        if self._page.is_cramped:
            self._keys.be_cramped(cramped=True)

    def _build_row(self, name: str, row: Callable[[Form, Section], None]) -> None:
        before = set(self._form.names())
        parts.build_row(self._form, self._sections, name, row)
        for each in self._form.names():
            if each not in before:
                self._watch(each)

    def _build_done(self) -> None:
        self._done = DonePage(self._presenter)
        self._pages.addWidget(self._done)

    def _fill_in(self) -> None:
        self._minors.show()
        self._show_values(self._presenter.sheet.values)

    def _show_fields(self) -> None:
        self._showing.fields()  # to show and hide a dozen of them takes a turn of its own

    def _take_up(self) -> None:
        self._begin_at, kept = self._start_field(), self._presenter.kept
        if kept is not None:
            restore(self, kept.view)
            self._focus_kept = str(kept.view.get("focus") or "id_number")
            self._presenter.restored(self._form.values())

    def _finish(self) -> None:
        presenter = self._presenter
        if self._focus_kept:
            restore(self, {"focus": self._focus_kept})
        elif not presenter.shown:
            self._form.go_to(self._begin_at)
        presenter.shown = True
        self._show_page()
        self._order()
        self._whole = True

    def _order(self) -> None:
        """Tab goes through the fields as they stand, then through the keys below."""
        boxes = [self._form.field(name).box for name in self._form.names()]
        for before, after in pairwise([*boxes, *self._keys.buttons, self._advice]):
            QWidget.setTabOrder(before, after)

    def _listen(self) -> None:
        presenter = self._presenter
        for name in PLACES:
            field = self._form.field(name)
            if isinstance(field, Suggest):
                field.asked.connect(partial(presenter.places.ask, name))
                field.picked.connect(partial(self._picked, name))
        self._form.edited.connect(self._settled)
        self._form.submitted.connect(self._submit)
        self._path.onward.connect(self._onward)
        self._path.left.connect(self._left)
        presenter.filled.connect(self._fill)
        presenter.told.connect(self._refresh)
        presenter.refused.connect(self._show_problems)
        presenter.busy_changed.connect(self._refresh)
        presenter.accepted.connect(self._show_page)
        presenter.restarted.connect(self._start_again)
        presenter.leaving.connect(self._form.flush)
        presenter.failed.connect(self._tell)
        presenter.places.offered.connect(self._offer)
        presenter.places.missing.connect(self._no_address)

    def _watch(self, name: str) -> None:
        field = self._form.field(name)
        field.box.setToolTip(whole_rule(name))
        self._path.watch(field)
        if name == "name":
            tell_when_left(field, read_person_name)
        field.edited.connect(partial(self._typed, name))

    # -- what the clerk does ---------------------------------------------------------------------
    def _tell_typed(self) -> None:
        """Tell what stands in the form; half a form, being built or given up, has nothing to tell."""
        if self._whole:
            self._presenter.typed(self._form.values())

    def _typed(self, name: str) -> None:
        self._minors.fill_from_number(name)
        self._tell_typed()
        self._showing.fields()

    def _settled(self) -> None:
        self._said.clear()
        self._presenter.settled(capture(self))

    def _left(self, name: str) -> None:
        if name.startswith(DAYS):
            field = self._form.field(name)
            day = self._presenter.review.day(name, field.value())
            if day != field.value():
                field.set_value(day)
                self._tell_typed()
        self._presenter.left(name)

    def _wrong(self, name: str) -> str:
        presenter = self._presenter
        found = presenter.identity.problem if name == "id_number" else None
        field = self._form.field(name)
        typed = field.text() if isinstance(field, Suggest) else field.value()
        if found is None and typed.strip():
            found = presenter.review.problem_at(name, presenter.sheet)
        return sentence_text(found) if found else ""

    def _onward(self, name: str) -> None:
        target = self._presenter.review.next_after(name, self._presenter.sheet)
        if target:
            self._go_to(target)
        else:
            self._keys.button.setFocus()

    def _picked(self, name: str, offer: Offer) -> None:
        self._presenter.places.pick(name, offer.code, offer.label)

    def _submit(self) -> None:
        self._form.flush()
        self._tell_typed()
        self._said.clear()
        self._presenter.submit()

    def _previous(self) -> None:
        known = self._presenter.identity.known
        rows = each_once(known.registrations) if known else ()
        if rows:
            PreviousAddresses(self, rows, self._presenter.places.copy).open()

    def _add_minor(self) -> None:
        self._go_to(self._minors.add())
        self._after_rows()

    def _remove_minor(self) -> None:
        self._go_to(self._minors.drop(self.focusWidget()))
        self._after_rows()

    def _after_rows(self) -> None:
        self._tell_typed()
        self._keys.follow(self._presenter)
        self._order()
        later(self, self._keep)  # the rows themselves have taken their turn

    def _keep(self) -> None:
        self._presenter.settled(capture(self))

    def _toggle_more(self) -> None:
        self._presenter.more = not self._presenter.more
        self._refresh()
        self._go_to(RARE[0] if self._presenter.more else "phone")

    def _toggle_move(self) -> None:
        field = self._form.field(MOVE)
        field.set_value("" if field.value() else "yes")
        field.show_problem("")
        self._tell_typed()
        self._settled()

    # -- what the presenter tells ----------------------------------------------------------------
    def _fill(self, values: Mapping[str, str]) -> None:
        self._show_values(values)
        self._refresh()
        focus = self.focusWidget()
        name = focus.objectName() if focus is not None else ""
        if values.get(name) and not self._presenter.sheet.by_hand(name):
            self._onward(name)

    def _show_values(self, values: Mapping[str, str]) -> None:
        for name in self._form.names():
            if name not in values:
                continue
            field, value = self._form.field(name), values[name]
            if isinstance(field, Suggest):
                field.set_chosen(value, self._presenter.places.names.get(value, value))
            elif field.value() != value:
                field.set_value(value)
            field.show_problem("")
        self._showing.fields()

    def _refresh(self) -> None:
        self._show_facts()
        self._show_present()

    def _show_facts(self) -> None:
        self._showing.everything(self._sections["present"])
        self._keys.follow(self._presenter)

    def _show_present(self) -> None:
        self._showing.present(self._sections["present"])

    def _show_problems(self, problems: Iterable[FieldProblem]) -> None:
        problems = tuple(problems)
        if any(each.field in RARE for each in problems):
            self._presenter.more = True
            self._refresh()
        homeless = self._form.show_problems(problems)
        words = text("registration", "还有{count}处要补充或更正，已在各项下说明。").format(
            count=len(problems)
        )
        self._said.say(sentence_text(homeless[0].message) if homeless else words, "problem")

    def _show_page(self) -> None:
        done = self._presenter.done is not None
        self._pages.setCurrentIndex(1 if done else 0)
        if done:
            self._done.first.setFocus()

    def _start_again(self) -> None:
        self._minors.show()
        values = self._presenter.sheet.values
        self._show_values({name: values.get(name, "") for name in self._form.names()})
        self._said.clear()
        self._show_page()
        self._refresh()
        self._go_to("id_number")
        self._form.verticalScrollBar().setValue(0)

    def _offer(self, name: str, offers: tuple[Offer, ...]) -> None:
        field = self._form.field(name)
        if isinstance(field, Suggest):
            field.offer(offers)
            nothing = text("registration", "没有找到，请换一种写法") if not offers and field.text() else ""
            field.show_advice(nothing)

    def _no_address(self) -> None:
        self._said.say(text("registration", "本窗口今天还没有登记过别人，没有住址可以沿用。"), "info")

    def _tell(self, error: CounterError) -> None:
        tell(self, error, self._said)

    # -- small things ----------------------------------------------------------------------------
    def _start_field(self) -> str:
        """Where to begin: at the number, or at what is missing when somebody is filled in already."""
        presenter = self._presenter
        if not presenter.sheet.values.get("id_number"):
            return "id_number"
        return presenter.review.next_after("id_number", presenter.sheet) or "id_number"

    def _go_to(self, name: str) -> None:
        if not name:
            return
        if name in RARE and not self._presenter.more:
            self._presenter.more = True
            self._refresh()
        self._form.go_to(name)
