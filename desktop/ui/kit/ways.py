"""Which screens are for whom: the right that each way of the main window asks for, and where somebody begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop.domain.rights import Right

if TYPE_CHECKING:
    from desktop.services.rows import Actor
    from desktop.ui.kit.screen import Screen

Screens = Mapping[str, "Callable[..., Screen]"]

WAYS: Mapping[str, tuple[Right, ...]] = {
    "desk": (Right.LOOK_UP,),
    "open_person": (Right.LOOK_UP,),
    "permit": (Right.LOOK_UP,),
    "register": (Right.REGISTER_RESIDENCE,),
    "apply": (Right.ACCEPT,),
    "resume": (Right.ACCEPT,),
    "hukou": (Right.ACCEPT,),
    "correction": (Right.ACCEPT,),
    "correction_case": (Right.ACCEPT, Right.DECIDE),
    "permit_deed": (Right.ACCEPT, Right.ENDORSE, Right.CHANGE_PERMIT, Right.END_PERMIT),
    "open_case": (Right.PRINT,),
    "papers": (Right.PRINT, Right.KEEP_BLANKS),
    "paper": (Right.PRINT, Right.KEEP_BLANKS),
    "unprinted": (Right.PRINT,),
    "day": (Right.WORK_DAY,),
    "work_list": (Right.WORK_DAY,),
    "to_send": (Right.WORK_DAY,),
    "hand_over": (Right.HAND_OVER,),
    "uncollected": (Right.HAND_OVER,),
    "produce": (Right.PRODUCE,),
    "verify": (Right.VERIFY_PAPER,),
    "decide": (Right.DECIDE,),
    "blanks": (Right.SEE_BLANKS,),
    "printers": (Right.SET_PRINTING,),
    "own_password": (Right.OWN_DESK,),
    "station_settings": (Right.WORK_DAY, Right.SET_STATION),
    "staff": (Right.MANAGE_ACCOUNTS, Right.GIVE_ROLES),
    "rights": (Right.LIMIT_RIGHTS,),
    "second_factors": (Right.SET_PASSWORD_RULE,),
    "connection": (Right.SET_STATION,),
    "move_to_station": (Right.KEEP_DATABASE,),
    "seal_keys": (Right.SEE_KEYS,),
    "backups": (Right.KEEP_DATABASE, Right.KEEP_KEYS),
    "own_data": (Right.TELL_OWN_DATA,),
    "retention": (Right.SEE_RETENTION,),
    "export": (Right.EXPORT_LOG,),
    "trail": (Right.READ_TRAIL,),
}
"""Any one of the rights is enough; a way that is not here is open to everybody who works here."""

HOMES = ("desk", "staff", "trail", "export")
"""Where somebody begins: the first of these that is theirs."""


def open_to(actor: Actor, screens: Screens) -> Screens:
    """Return the screens that somebody may go to; the services ask for the rights themselves."""
    return {
        name: make
        for name, make in screens.items()
        if name not in WAYS or any(actor.may(right) for right in WAYS[name])
    }


def home_of(screens: Screens) -> str:
    """Return the name of the screen that lies under everything."""
    return next((name for name in HOMES if name in screens), "own_password")
