"""The rows of children who came along: added and taken away by key, always numbered from one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import BadInput
from desktop.domain.id_numbers import read_id_number, tidy
from desktop.ui.kit.fields import Field
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.still import still
from desktop.ui.kit.turns import later
from desktop.ui.kit.unveil import unveil_part
from desktop.ui.screens.registration.parts import build_minor
from desktop.ui.screens.registration.presenter import RegistrationPresenter
from desktop.ui.screens.registration.sheet import MINOR


class MinorRows:
    """Keeps as many rows in the form as the presenter says there are."""

    def __init__(
        self,
        form: Form,
        presenter: RegistrationPresenter,
        watch: Callable[[str], None],
        forget: Callable[[str], None],
    ) -> None:
        self._form, self._presenter = form, presenter
        self._watch, self._forget = watch, forget
        self._parts: list[Section] = []

    def show(self) -> None:
        """Build or take away rows until they are as many as the presenter's."""
        while len(self._parts) < self._presenter.minors:
            self._parts.append(build_minor(self._form, len(self._parts) + 1))
            for name in self._names(len(self._parts)):
                self._watch(name)
        while len(self._parts) > self._presenter.minors:
            for name in self._names(len(self._parts)):
                self._forget(name)
                self._form.remove(name)
            part = self._parts.pop()
            part.hide()
            part.deleteLater()

    def add(self) -> str:
        """One row more; gives the field to go to, "" when there are as many as may be."""
        if not self._presenter.set_minors(self._presenter.minors + 1):
            return ""
        unveil_part(self._form)  # first: a veil that is shown lays out whatever has changed around it
        self.show()
        names = self._names(self._presenter.minors)
        following = [self._form.field(name) for name in names[2:]]
        for field in following:  # dressing and laying them out is as much again
            field.hide()
        later(self._parts[-1], partial(_show, self._parts[-1], following))
        return names[0]

    def drop(self, at: QWidget | None) -> str:
        """Take the row away in which the focus is, else the last; the rows below move up.

        Gives the field to go to: the same of the row that came up, or of the one before.
        """
        count = self._presenter.minors
        if not count:
            return ""
        row = next(
            (each for each in range(1, count + 1) if at and self._parts[each - 1].isAncestorOf(at)), count
        )
        for below in range(row, count):
            for name in MINOR:
                self._form.field(f"{name}_{below}").set_value(self._form.field(f"{name}_{below + 1}").value())
        self._presenter.set_minors(count - 1)
        self.show()
        left = self._presenter.minors
        return f"{MINOR[0]}_{min(row, left)}" if left else "remark"

    def fill_from_number(self, name: str) -> None:
        """A child's number has been typed: sex and birth date follow where they are empty."""
        if not name.startswith("minor_id_number_"):
            return
        row = name.rsplit("_", 1)[1]
        text = self._form.field(name).value()
        if len(tidy(text)) != 18:
            return
        try:
            read = read_id_number(text, today=self._presenter.today, field=name)
        except BadInput:
            return
        said = {"minor_sex": str(read.sex or ""), "minor_birth_date": str(read.birth_date or "")}
        for field, value in said.items():
            box = self._form.field(f"{field}_{row}")
            if value and not box.value():
                box.set_value(value)

    @staticmethod
    def _names(row: int) -> tuple[str, ...]:
        return tuple(f"{name}_{row}" for name in MINOR)


def _show(part: Section, fields: Iterable[Field]) -> None:
    with still(part):
        for field in fields:
            field.show()
