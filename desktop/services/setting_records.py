"""Settings by their names, as they are stored: the station's, a counter's, and marks of the program's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from desktop.models.prepared import Prepared
from desktop.models.tables import Setting
from desktop.services.in_turn import Overtaken

if TYPE_CHECKING:
    from desktop.models.database import Link

_VALUE = Prepared(select(Setting.value).where(Setting.name == bindparam("key")))
_ADD = Prepared(insert(Setting))
_SEEN = (Setting.name == bindparam("key"), Setting.value == bindparam("seen"))
_CHANGE = Prepared(update(Setting).where(*_SEEN).values(value=bindparam("written")))
_TAKE_AWAY = Prepared(delete(Setting).where(*_SEEN))


def value_of(link: Link, name: str) -> str:
    """Return what a setting is set to; "" where nobody has set it."""
    row = link.one(_VALUE, key=name)
    return str(row.value) if row is not None else ""


def put(link: Link, name: str, seen: str, written: str) -> None:
    """Set it in place of what was seen; "" stands for unset, on either side.

    Raises Overtaken where it is not what was seen any more.
    """
    if not seen:
        link.run(_ADD, name=name, value=written)
        return
    stored = (
        link.run(_CHANGE, key=name, seen=seen, written=written)
        if written
        else link.run(_TAKE_AWAY, key=name, seen=seen)
    )
    if not stored:
        raise Overtaken
