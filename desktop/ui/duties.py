"""Which screen each way leads to; a screen's modules are imported when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.ui.kit.background import Runner
from desktop.ui.kit.drafting import Kept, read_draft
from desktop.ui.kit.duty import Duty
from desktop.ui.kit.screen import Screen
from desktop.ui.kit.ways import home_of, open_to
from desktop.ui.office_screens import OfficeScreens

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.errors import CounterError
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, DraftRow
    from desktop.ui.kit.correcting import Correcting
    from desktop.ui.kit.whole import Answer
    from desktop.ui.kit.whose import Whose
    from desktop.ui.screens.permit.deeds.base import Wanted

MODULES = (
    *(
        f"desktop.ui.screens.{screen}.{part}"
        for screen in (
            *("desk", "work_list", "person", "registration", "papers", "application", "lock", "day"),
            "log_export",
            "trail",
            "station_settings",
            *("own_data", "retention"),
            "printers",
            *("staff", "rights", "own_password", "second_factors"),
            *("rules", "calendar", "hukou", "blanks", "produce", "decide", "hand_over", "uncollected"),
            *("verify", "seal_keys", "backups"),
            "connection",
        )
        for part in ("presenter", "view")
    ),
    *(f"desktop.ui.screens.permit.{part}" for part in ("presenter", "view", "deed", "deed_view")),
    *(
        f"desktop.ui.screens.correction.{part}"
        for part in ("presenter", "view", "case_presenter", "case_view")
    ),
    "desktop.ui.screens.sign_in.sheet",
    "desktop.ui.kit.keys",
    "desktop.services.practice_people",
)
"""What the screens are made of, in the order in which they are likely to be wanted."""

ROUTE_OF_FORM = {
    "registration": "register",
    "application": "apply",
    "hukou": "hukou",
    "correction": "correction",
    "hand_over": "hand_over",
    "permit_deed": "permit_deed",
}
"""Which way leads to a stored draft's form; the end of the day finds its own draft."""


def duty(counter: Counter, actor: Actor, runner: Runner, go: Callable[..., None]) -> Duty:
    """Return the duty of somebody who signed in; `go(route, what)` takes the window somewhere."""
    made, office = _Screens(counter, actor, runner, go), OfficeScreens(counter, actor, runner, go)
    screens = open_to(
        actor,
        {
            "desk": made.desk,
            "open_person": made.person,
            "open_case": made.papers,
            "register": made.registration,
            "apply": made.application,
            "resume": made.resumed_application,
            "papers": made.papers,
            "paper": made.paper,
            "unprinted": made.unprinted,
            "day": made.day,
            "work_list": made.work_list,
            "to_send": made.to_send,
            "export": office.log_export,
            "trail": office.trail,
            "rules": made.rules,
            "calendar": office.calendar,
            "station_settings": office.station_settings,
            "own_data": made.own_data,
            "retention": office.retention,
            "printers": office.printers,
            "connection": office.connection,
            "move_to_station": office.move_to_station,
            "own_password": office.own_password,
            "blanks": made.blanks,
            "produce": made.produce,
            "hukou": made.hukou,
            "permit": made.permit,
            "permit_deed": made.permit_deed,
            "correction": made.correction,
            "correction_case": made.correction_case,
            "hand_over": made.hand_over,
            "uncollected": made.uncollected,
            "verify": made.verify,
            "seal_keys": office.seal_keys,
            "decide": made.decide,
            "staff": office.staff,
            "backups": office.backups,
            "rights": office.rights,
            "second_factors": office.second_factors,
        },
    )
    return Duty(
        station=actor.station.name,
        counter_number=actor.counter_number,
        clerk=actor.name,
        practice=actor.station.practice,
        screens=screens,
        home=home_of(screens),
        lock=made.lock,
        whole=made.whole,
    )


def take_up(go: Callable[..., None], draft: DraftRow) -> None:
    """Go to the form of a stored draft, filled in as it was left."""
    kept = read_draft(draft)
    unreadable = draft.form == "permit_deed" and "deed" not in kept.state  # of which permit nobody knows
    if draft.form in ROUTE_OF_FORM and not unreadable:
        go(ROUTE_OF_FORM[draft.form], kept)
    else:
        go("day")


class _Screens:
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

    def day(self) -> Screen:
        from desktop.ui.screens.day.presenter import DayPresenter
        from desktop.ui.screens.day.view import DayView

        presenter = DayPresenter(*self._with)
        presenter.paper.connect(partial(self._go, "paper"))
        presenter.unprinted.connect(partial(self._go, "unprinted"))
        return Screen(presenter, DayView)

    def work_list(self) -> Screen:
        from desktop.ui.screens.work_list.presenter import WorkListPresenter
        from desktop.ui.screens.work_list.view import WorkListView

        presenter = WorkListPresenter(*self._with)
        presenter.go_to.connect(self._go)
        return Screen(presenter, WorkListView)

    def to_send(self) -> Screen:
        from desktop.ui.screens.to_send.presenter import ToSendPresenter
        from desktop.ui.screens.to_send.view import ToSendView

        return Screen(ToSendPresenter(*self._with), ToSendView)

    def rules(self) -> Screen:
        from desktop.ui.screens.rules.presenter import RulesPresenter
        from desktop.ui.screens.rules.view import RulesView

        return Screen(RulesPresenter(*self._with), RulesView)

    def produce(self) -> Screen:
        from desktop.ui.screens.produce.presenter import ProducePresenter
        from desktop.ui.screens.produce.view import ProduceView

        return Screen(ProducePresenter(*self._with), ProduceView)

    def blanks(self) -> Screen:
        from desktop.ui.screens.blanks.presenter import BlanksPresenter
        from desktop.ui.screens.blanks.view import BlanksView

        return Screen(BlanksPresenter(*self._with), BlanksView)

    def hand_over(self) -> Screen:
        from desktop.ui.screens.hand_over.presenter import HandOverPresenter
        from desktop.ui.screens.hand_over.view import HandOverView

        presenter = HandOverPresenter(*self._with)
        presenter.permit.connect(partial(self._go, "permit"))
        presenter.uncollected.connect(partial(self._go, "uncollected"))
        return Screen(presenter, HandOverView)

    def uncollected(self) -> Screen:
        from desktop.ui.screens.uncollected.presenter import UncollectedPresenter
        from desktop.ui.screens.uncollected.view import UncollectedView

        return Screen(UncollectedPresenter(*self._with), UncollectedView)

    def verify(self) -> Screen:
        from desktop.ui.screens.verify.presenter import VerifyPresenter
        from desktop.ui.screens.verify.view import VerifyView

        presenter = VerifyPresenter(*self._with)
        presenter.seal_keys.connect(partial(self._go, "seal_keys"))
        return Screen(presenter, VerifyView)

    def decide(self, case_id: int | None = None) -> Screen:
        from desktop.ui.screens.decide.presenter import DecidePresenter
        from desktop.ui.screens.decide.view import DecideView

        presenter = DecidePresenter(*self._with, case_id)
        presenter.correction_case.connect(partial(self._go, "correction_case"))
        return Screen(presenter, DecideView)

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
