"""Which screen each way leads to; a screen's modules are imported when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.ui.counter_screens import CounterScreens
from desktop.ui.day_screens import DayScreens
from desktop.ui.kit.duty import Duty
from desktop.ui.kit.ways import home_of, open_to
from desktop.ui.office_screens import OfficeScreens

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor
    from desktop.ui.kit.background import Runner

MODULES = (
    *("desktop.ui.screens.set_up.presenter", "desktop.ui.screens.set_up.view"),
    *("desktop.domain.fields", "desktop.domain.dates"),
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


def duty(counter: Counter, actor: Actor, runner: Runner, go: Callable[..., None]) -> Duty:
    """Return the duty of somebody who signed in; `go(route, what)` takes the window somewhere."""
    given = (counter, actor, runner, go)
    made, work, office = CounterScreens(*given), DayScreens(*given), OfficeScreens(*given)
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
            "day": work.day,
            "work_list": work.work_list,
            "to_send": work.to_send,
            "export": office.log_export,
            "trail": office.trail,
            "rules": work.rules,
            "calendar": office.calendar,
            "station_settings": office.station_settings,
            "own_data": made.own_data,
            "retention": office.retention,
            "printers": office.printers,
            "connection": office.connection,
            "move_to_station": office.move_to_station,
            "own_password": office.own_password,
            "blanks": work.blanks,
            "produce": work.produce,
            "hukou": made.hukou,
            "permit": made.permit,
            "permit_deed": made.permit_deed,
            "correction": made.correction,
            "correction_case": made.correction_case,
            "hand_over": work.hand_over,
            "uncollected": work.uncollected,
            "verify": work.verify,
            "seal_keys": office.seal_keys,
            "decide": work.decide,
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
