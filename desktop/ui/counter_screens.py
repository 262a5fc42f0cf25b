"""The screens of whoever stands at the counter: found, registered, applying, their permit and papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.ui.kit.drafting import Kept
from desktop.ui.kit.screen import Screen
from desktop.ui.taking_up import take_up

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.errors import CounterError
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor
    from desktop.ui.kit.background import Runner
    from desktop.ui.kit.correcting import Correcting
    from desktop.ui.kit.whole import Answer
    from desktop.ui.kit.whose import Whose
    from desktop.ui.screens.permit.deeds.base import Wanted


class CounterScreens:
    """Makes each of them; its modules are imported when somebody first goes there."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, go: Callable[..., None]) -> None:
        self._with: tuple[Any, Any, Any] = (counter, actor, runner)
        self._go = go

    def desk(self) -> Screen:
        from desktop.ui.screens.desk.presenter import DeskPresenter
        from desktop.ui.screens.desk.view import DeskView

        presenter = DeskPresenter(*self._with)
        presenter.continue_draft.connect(lambda draft: take_up(self._go, draft))
        presenter.permit.connect(partial(self._go, "permit"))
        return Screen(presenter, DeskView)

    def person(self, person_id: int) -> Screen:
        from desktop.ui.screens.person.presenter import PersonPresenter
        from desktop.ui.screens.person.view import PersonView

        presenter = PersonPresenter(*self._with, person_id)
        presenter.hukou.connect(partial(self._go, "hukou"))
        presenter.permit.connect(partial(self._go, "permit"))
        presenter.leaving.connect(self._leave)
        presenter.correction.connect(partial(self._go, "correction"))
        presenter.correction_case.connect(partial(self._go, "correction_case"))
        presenter.own_data.connect(partial(self._go, "own_data"))
        return Screen(presenter, PersonView)

    def own_data(self, person_id: int) -> Screen:
        from desktop.ui.screens.own_data.presenter import OwnDataPresenter
        from desktop.ui.screens.own_data.view import OwnDataView

        presenter = OwnDataPresenter(*self._with, person_id)
        presenter.correction.connect(partial(self._go, "correction"))
        return Screen(presenter, OwnDataView)

    def registration(self, about: int | str | Kept | None) -> Screen:
        from desktop.ui.screens.registration.presenter import RegistrationPresenter
        from desktop.ui.screens.registration.view import RegistrationView

        kept = about if isinstance(about, Kept) else None
        whom = about.state.get("about") if isinstance(about, Kept) else about
        presenter = RegistrationPresenter(*self._with, whom, kept)
        presenter.correction.connect(partial(self._go, "correction"))
        screen = Screen(presenter, RegistrationView)
        if kept is not None:
            screen.restore(kept.view)
        return screen

    def application(self, about: int | Kept) -> Screen:
        return self._application(about, None)

    def resumed_application(self, case_id: int) -> Screen:
        return self._application(None, case_id)

    def _application(self, about: int | Kept | None, resumes: int | None) -> Screen:
        from desktop.ui.screens.application.presenter import ApplicationPresenter
        from desktop.ui.screens.application.view import ApplicationView

        if isinstance(about, Kept):
            state = about.state
            presenter = ApplicationPresenter(*self._with, state.get("person_id"), state.get("resumes"), about)
            return Screen(presenter, ApplicationView)
        return Screen(ApplicationPresenter(*self._with, about, resumes, None), ApplicationView)

    def hukou(self, about: int | Kept) -> Screen:
        from desktop.ui.screens.hukou.presenter import HukouPresenter
        from desktop.ui.screens.hukou.view import HukouView

        if isinstance(about, Kept):
            return Screen(HukouPresenter(*self._with, about.state.get("person_id", 0), about), HukouView)
        return Screen(HukouPresenter(*self._with, about), HukouView)

    def permit(self, permit_id: int) -> Screen:
        from desktop.ui.screens.permit.presenter import PermitPresenter
        from desktop.ui.screens.permit.view import PermitView

        presenter = PermitPresenter(*self._with, permit_id)
        presenter.deed.connect(partial(self._go, "permit_deed"))
        presenter.permit.connect(partial(self._go, "permit"))
        return Screen(presenter, PermitView)

    def permit_deed(self, wanted: Wanted | Kept) -> Screen:
        from desktop.ui.screens.permit.deed import DeedPresenter, kept_deed
        from desktop.ui.screens.permit.deed_view import DeedView

        if isinstance(wanted, Kept):
            return Screen(DeedPresenter(*self._with, kept_deed(wanted), wanted), DeedView)
        return Screen(DeedPresenter(*self._with, wanted), DeedView)

    def correction(self, about: Correcting | Kept) -> Screen:
        from desktop.ui.screens.correction.presenter import CorrectionPresenter
        from desktop.ui.screens.correction.view import CorrectionView

        presenter = CorrectionPresenter(*self._with, about)
        presenter.case.connect(partial(self._go, "correction_case"))
        return Screen(presenter, CorrectionView)

    def correction_case(self, case_id: int) -> Screen:
        from desktop.ui.screens.correction.case_presenter import CorrectionCasePresenter
        from desktop.ui.screens.correction.case_view import CorrectionCaseView

        return Screen(CorrectionCasePresenter(*self._with, case_id), CorrectionCaseView)

    def _leave(self, person_id: int) -> None:
        from desktop.ui.screens.permit.deeds.base import Wanted
        from desktop.ui.screens.permit.deeds.endings import Leave

        self._go("permit_deed", Wanted(Leave.name, person_id))

    def _do(self, deed: str, case_id: int) -> None:
        from desktop.ui.screens.permit.deeds.base import Wanted

        self._go("permit_deed", Wanted(deed, case_id))

    def papers(self, case_id: int) -> Screen:
        from desktop.ui.screens.papers.presenter import PapersPresenter
        from desktop.ui.screens.papers.view import PapersView

        presenter = PapersPresenter(*self._with, case_id)
        presenter.correction_case.connect(partial(self._go, "correction_case"))
        presenter.case_deed.connect(self._do)
        return Screen(presenter, PapersView)

    def paper(self, paper_id: int) -> Screen:
        from desktop.ui.screens.papers.presenter import PapersPresenter
        from desktop.ui.screens.papers.view import PapersView

        presenter = PapersPresenter(*self._with, None, paper_id=paper_id)
        presenter.case_deed.connect(self._do)
        return Screen(presenter, PapersView)

    def unprinted(self, on: date) -> Screen:
        from desktop.ui.screens.papers.presenter import PapersPresenter
        from desktop.ui.screens.papers.view import PapersView

        return Screen(PapersPresenter(*self._with, open_on=on), PapersView)

    def whole(self, of: Whose, matter: str, done: Answer, refused: Callable[[CounterError], None]) -> None:
        counter, actor, runner = self._with
        numbers = counter.whole_numbers
        if of.person_id is not None:
            runner.run(partial(numbers.of_person, actor, of.person_id, matter), done, refused)
        else:
            runner.run(partial(numbers.of_case, actor, of.case_id, matter), done, refused)

    def lock(self) -> Screen:
        from desktop.ui.screens.lock.presenter import LockPresenter
        from desktop.ui.screens.lock.view import LockView

        counter, actor, runner = self._with
        return Screen(LockPresenter(counter.sign_in, actor, runner), LockView)
