"""The screens that look after the station rather than the people at its counter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from desktop.ui.kit.screen import Screen

if TYPE_CHECKING:
    from desktop.services.connections import ConnectionForm
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor
    from desktop.ui.kit.background import Runner


class OfficeScreens:
    """Makes each of them; its modules are imported when somebody first goes there."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, go: Callable[..., None]) -> None:
        self._with: tuple[Any, Any, Any] = (counter, actor, runner)
        self._go = go

    def retention(self) -> Screen:
        from desktop.ui.screens.retention.presenter import RetentionPresenter
        from desktop.ui.screens.retention.view import RetentionView

        return Screen(RetentionPresenter(*self._with), RetentionView)

    def log_export(self) -> Screen:
        from desktop.ui.screens.log_export.presenter import LogExportPresenter
        from desktop.ui.screens.log_export.view import LogExportView

        return Screen(LogExportPresenter(*self._with), LogExportView)

    def trail(self) -> Screen:
        from desktop.ui.screens.trail.presenter import TrailPresenter
        from desktop.ui.screens.trail.view import TrailView

        return Screen(TrailPresenter(*self._with), TrailView)

    def calendar(self) -> Screen:
        from desktop.ui.screens.calendar.presenter import CalendarPresenter
        from desktop.ui.screens.calendar.view import CalendarView

        return Screen(CalendarPresenter(*self._with), CalendarView)

    def station_settings(self) -> Screen:
        from desktop.ui.screens.station_settings.presenter import StationSettingsPresenter
        from desktop.ui.screens.station_settings.view import StationSettingsView

        return Screen(StationSettingsPresenter(*self._with), StationSettingsView)

    def staff(self) -> Screen:
        from desktop.ui.screens.staff.presenter import StaffPresenter
        from desktop.ui.screens.staff.view import StaffView

        return Screen(StaffPresenter(*self._with), StaffView)

    def second_factors(self) -> Screen:
        from desktop.ui.screens.second_factors.presenter import SecondFactorsPresenter
        from desktop.ui.screens.second_factors.view import SecondFactorsView

        return Screen(SecondFactorsPresenter(*self._with), SecondFactorsView)

    def rights(self) -> Screen:
        from desktop.ui.screens.rights.presenter import RightsPresenter
        from desktop.ui.screens.rights.view import RightsView

        return Screen(RightsPresenter(*self._with), RightsView)

    def own_password(self) -> Screen:
        from desktop.ui.screens.own_password.presenter import OwnPasswordPresenter
        from desktop.ui.screens.own_password.view import OwnPasswordView

        return Screen(OwnPasswordPresenter(*self._with), OwnPasswordView)

    def printers(self) -> Screen:
        from desktop.ui.screens.printers.presenter import PrintersPresenter
        from desktop.ui.screens.printers.view import PrintersView

        return Screen(PrintersPresenter(*self._with), PrintersView)

    def connection(self) -> Screen:
        from desktop.ui.screens.connection.presenter import ConnectionPresenter
        from desktop.ui.screens.connection.view import ConnectionView

        presenter = ConnectionPresenter(*self._with)
        presenter.move_to_station.connect(partial(self._go, "move_to_station"))
        return Screen(presenter, ConnectionView)

    def move_to_station(self, form: ConnectionForm) -> Screen:
        from desktop.ui.screens.move.presenter import MovePresenter
        from desktop.ui.screens.move.view import MoveView

        return Screen(MovePresenter(*self._with, form), MoveView)

    def seal_keys(self) -> Screen:
        from desktop.ui.screens.seal_keys.presenter import SealKeysPresenter
        from desktop.ui.screens.seal_keys.view import SealKeysView

        return Screen(SealKeysPresenter(*self._with), SealKeysView)

    def backups(self) -> Screen:
        from desktop.ui.screens.backups.presenter import BackupsPresenter
        from desktop.ui.screens.backups.view import BackupsView

        return Screen(BackupsPresenter(*self._with), BackupsView)
