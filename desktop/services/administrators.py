"""The administrators in one transaction: who of them is there, and that none of the three kinds runs out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.code_words import label
from desktop.domain.codes import Role
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.rights import ADMINISTRATORS, RIGHTS, Right
from desktop.services import staff_records
from desktop.services.in_turn import in_turn

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

T = TypeVar("T")
Holders = Mapping[int, Role]
"""The administrators in service, with the kind of each."""

_NOT_SELF = sentence("errors", "不能停用自己的账号，也不能改自己的身份；请另一位管理员办理。")
_LAST = sentence("errors", "{who}是最后一位{role}，不能停用或改为其他身份。")
_GONE = sentence("errors", "没有这个人员。")
_SAMPLE = sentence("errors", "演练人员是样例，不能修改。请另外添加人员。")
_MEANWHILE = sentence("errors", "{who}的账号刚刚改过，这一次没有保存。请核对后再办。")
_FIRST = (Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)


def manage(
    office: Office, actor: Actor, rights: tuple[Right, ...], job: Callable[[Link, datetime, Holders], T]
) -> T:
    """Do it in one transaction while the administrators stand still, among them whoever does it.

    The right is asked again inside it, so that of two who put each other out only one does.
    """

    def turn(link: Link) -> T:
        holders = {row.id: Role(row.role) for row in link.all(staff_records.HOLDING)}
        office.rights.forget()
        office.rights.check(actor, *rights)
        return job(link, office.clock.now(), holders)

    done = in_turn(office, turn)
    office.rights.forget()
    return done


def theirs(link: Link, actor: Actor, staff_id: int) -> Any:
    """Return somebody's row; NotPossible when there is none, or when it is a sample of the practice station."""
    row = link.one(staff_records.BY_ID, staff_id=staff_id)
    if row is None:
        raise NotPossible(_GONE)
    if staff_records.is_sample(actor.station, row.sign_in_name):
        raise NotPossible(_SAMPLE)
    return row


def check_seen(row: Any, seen: int) -> None:
    """Refuse when somebody's account was changed since it was read."""
    if row.version != seen:
        raise NotPossible(_MEANWHILE.fill(who=row.name))


def check_may_lose(holders: Holders, actor: Actor, row: Any) -> None:
    """Refuse to take a role away from oneself, or the last administrator of a kind from the station."""
    if row.id == actor.staff_id:
        raise NotPossible(_NOT_SELF)
    role = Role(row.role)
    if role in ADMINISTRATORS and not any(
        kind is role and staff_id != row.id for staff_id, kind in holders.items()
    ):
        raise NotPossible(_LAST.fill(who=row.name, role=label(role)))


def may_give(giver: Role, holders: Holders) -> tuple[Role, ...]:
    """Return the roles that an administrator gives: the security administrator all of them.

    The system administrator appoints the first security administrator and the first audit administrator, and
    only until there is one: a station that was just set up, or that comes from an older program, has neither.
    """
    if Right.GIVE_ROLES in RIGHTS[giver]:
        return tuple(role for role in Role if role is not Role.NOBODY)
    if Right.MANAGE_ACCOUNTS in RIGHTS[giver]:
        return tuple(role for role in _FIRST if role not in holders.values())
    return ()
