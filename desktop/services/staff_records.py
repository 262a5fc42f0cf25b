"""The staff table: who may sign in, what changes of them, and the passwords they had before."""

from __future__ import annotations

import secrets
import string
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, or_, select, update

from desktop.domain.accounts import MIN_SHORTEST, RULE_LIMITS, PasswordRule
from desktop.domain.codes import Role
from desktop.domain.rights import ADMINISTRATORS
from desktop.models.prepared import Prepared
from desktop.models.tables import OldPassword, Setting, Staff, WrongPassword
from desktop.services import passwords
from desktop.services.in_turn import Overtaken
from desktop.services.practice_staff import PRACTICE_CLERKS

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor, StationRow

ONE_TIME_LASTS = timedelta(days=7)
_MOST_KEPT = RULE_LIMITS["password_remembered"][1]
_CLEAR = "abcdefghjkmnpqrstuvwxyz", "23456789"
"""Letters and digits that cannot be mistaken for one another when read out or copied by hand."""

_OF_STAFF = (
    Staff.id,
    Staff.sign_in_name,
    Staff.name,
    Staff.role,
    Staff.password_hash,
    Staff.active,
    Staff.created_at,
    Staff.request_id,
    Staff.lookalike,
    Staff.one_time,
    Staff.password_set_at,
    Staff.version,
)
ALL = Prepared(
    select(*_OF_STAFF, WrongPassword.tries, WrongPassword.last_at)
    .select_from(Staff)
    .outerjoin(WrongPassword, WrongPassword.account == Staff.lookalike)
    .order_by(Staff.active.desc(), Staff.sign_in_name)
)
BY_NAME = Prepared(select(*_OF_STAFF).where(Staff.sign_in_name == bindparam("sign_in_name")))
BY_ID = Prepared(select(*_OF_STAFF).where(Staff.id == bindparam("staff_id")))
BY_REQUEST = Prepared(select(*_OF_STAFF).where(Staff.request_id == bindparam("request")))
BY_LOOKALIKE = Prepared(select(*_OF_STAFF).where(Staff.lookalike == bindparam("alike")))
HOLDING = Prepared(
    select(Staff.id, Staff.role)
    .where(or_(*(Staff.role == role.value for role in ADMINISTRATORS)), Staff.active.is_(True))
    .order_by(Staff.id)
    .with_for_update()
)
"""The administrators of the three kinds, who stand still until the transaction ends."""
ADD = Prepared(insert(Staff))
_HERE = (Staff.id == bindparam("staff_id"), Staff.version == bindparam("seen"))
_CHANGE = Prepared(
    update(Staff)
    .where(*_HERE)
    .values(
        name=bindparam("new_name"),
        role=bindparam("new_role"),
        active=bindparam("now_active"),
        version=Staff.version + 1,
    )
)
_SET_PASSWORD = Prepared(
    update(Staff)
    .where(*_HERE)
    .values(
        password_hash=bindparam("hashed"),
        one_time=bindparam("only_once"),
        password_set_at=bindparam("set_at"),
        version=Staff.version + 1,
    )
)
_KEEP = Prepared(insert(OldPassword))
_EARLIER = Prepared(
    select(OldPassword.id, OldPassword.password_hash)
    .where(OldPassword.staff_id == bindparam("staff_id"))
    .order_by(OldPassword.id.desc())
)
_FORGET = Prepared(delete(OldPassword).where(OldPassword.id == bindparam("key")))
_RULE = Prepared(
    select(Setting.name, Setting.value).where(Setting.name >= "password_", Setting.name < "password`")
)


def rule_of(link: Link) -> PasswordRule:
    """Return what the station asks of passwords."""
    found = {row.name: row.value for row in link.all(_RULE)}
    return PasswordRule(
        **{
            name.removeprefix("password_"): int(found[name])
            for name in RULE_LIMITS
            if found.get(name, "").isdigit()
        }
    )


def is_sample(station: StationRow, sign_in_name: str) -> bool:
    """Tell the practice station's sample clerks, whose passwords stand on the sign-in page."""
    return station.practice and any(one.sign_in_name == sign_in_name for one in PRACTICE_CLERKS)


def new_one_time_password(shortest: int = MIN_SHORTEST) -> str:
    """Return a password for one sign-in: groups of four letters and digits, at least three of them."""
    while True:
        groups = max(3, -(-shortest // 5))
        drawn = ["".join(secrets.choice("".join(_CLEAR)) for _ in range(4)) for _ in range(groups)]
        made = "-".join(drawn)
        if any(each in string.digits for each in made) and any(each.isalpha() for each in made):
            return made


def change(link: Link, row: Any, *, name: str, role: Role, active: bool) -> None:
    """Change somebody as they were read; Overtaken when they are not any more."""
    if not link.run(
        _CHANGE, staff_id=row.id, seen=row.version, new_name=name, new_role=role.value, now_active=active
    ):
        raise Overtaken


def set_password(
    office: Office, link: Link, actor: Actor, row: Any, password_hash: str, at: datetime, *, one_time: bool
) -> None:
    """Give somebody another password, and keep their own earlier one; Overtaken when the row is another one."""
    if not link.run(
        _SET_PASSWORD,
        staff_id=row.id,
        seen=row.version,
        hashed=password_hash,
        only_once=one_time,
        set_at=at,
    ):
        raise Overtaken
    if not row.one_time:
        link.run(
            _KEEP,
            id=office.key(actor.counter_number, at),
            staff_id=row.id,
            password_hash=row.password_hash,
            replaced_at=at,
        )
    for old in link.all(_EARLIER, staff_id=row.id)[_MOST_KEPT:]:
        link.run(_FORGET, key=old.id)


def was_used(link: Link, row: Any, password: str, rule: PasswordRule) -> bool:
    """Tell whether a password is the present one or among the last so many; some 0.2 s for each."""
    earlier = [old.password_hash for old in link.all(_EARLIER, staff_id=row.id)]
    mine = earlier if row.one_time else [row.password_hash, *earlier]
    hashes = dict.fromkeys((row.password_hash, *mine[: rule.remembered]))
    return any(passwords.matches(each, password) for each in hashes)
