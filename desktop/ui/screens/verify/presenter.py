"""What the checking of papers knows: which paper was scanned or chosen last, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem, sentence
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.duty import SEALED
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor
    from desktop.services.seal_rows import CheckedPaper


CODE = "check_code"
"""The field for the check code; the others are named as on the paper's kind."""
PATIENCE_S = 30.0
"""A large photo is tried in several ways."""

_NOTHING = sentence("verify", "请扫单据上的二维码，或者选择照片、扫描件、PDF文件。")
_NO_CHECK_CODE = sentence("verify", "请先填写二维码下面的校验码，才能逐项核对。")
_NOTHING_TYPED = sentence("verify", "请至少填写一项纸面上的内容。")


class VerifyPresenter(Presenter):
    """Checks one paper after the other; a scan on this screen or on any other begins a new one."""

    seal_keys = Signal()
    """Go to the keys that papers are checked with."""
    changed = Signal()
    """Another paper, or another finding of the same one."""
    wrong = Signal(object)
    """What is wrong with what was typed (FieldProblem)."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._verification, self._actor = counter.verification, actor
        self._asking = Latest(runner)
        self.source = ""
        self.found: CheckedPaper | None = None
        self.busy = False

    def title(self) -> str:
        """See `Presenter.title`."""
        return text("verify", "验证单据")

    def scan(self, code: str) -> bool:
        """Take the code of a paper; any other scan is the one box's."""
        if not code.startswith(SEALED):
            return False
        self.carry(code)
        return True

    def carry(self, what: object) -> None:
        """Check what was scanned elsewhere."""
        self.check(str(what))

    def check(self, source: str) -> None:
        """Check a paper by its code's text, or by a file's path."""
        source = source.strip()
        if not source:
            self.wrong.emit(FieldProblem("verify_source", _NOTHING))
            return
        self.source, self.found, self.busy = source, None, True
        self.changed.emit()
        it = self._verification
        if source.startswith(SEALED):
            self._asking.run(partial(it.check_code, self._actor, source), self._show, self._failed)
        else:
            job = partial(it.check_file, self._actor, Path(source))
            self._asking.run(job, self._show, self._failed, lane="printing", deadline=PATIENCE_S)

    def compare(self, code: str, printed: Mapping[str, str]) -> None:
        """Set what was typed off the paper against what was signed; fields left empty are not compared."""
        if self.found is None or not self.found.number or self.busy:
            return
        typed = {name: value for name, value in printed.items() if value.strip()}
        if not code.strip():
            self.wrong.emit(FieldProblem(CODE, _NO_CHECK_CODE))
            return
        if not typed:
            self.wrong.emit(FieldProblem(self.found.fields[0].name, _NOTHING_TYPED))
            return
        self.busy = True
        job = partial(self._verification.check_code, self._actor, self.found.text, code=code, printed=typed)
        self._asking.run(job, self._show, self._failed)

    def next_paper(self) -> None:
        """Be ready for another paper."""
        self._asking.forget()
        self.source, self.found, self.busy = "", None, False
        self.changed.emit()

    def open_record(self) -> None:
        """Go to the person whose paper it is, where it is ours."""
        if self.found is not None and self.found.person_id is not None:
            self.open_person.emit(self.found.person_id)

    # -- inside ----------------------------------------------------------------------------------------
    def _show(self, found: CheckedPaper) -> None:
        self.found, self.busy = found, False
        self.changed.emit()

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.wrong.emit(FieldProblem(error.field, error.message))
        else:
            self.fail(error)
