"""The table of second factors, and the rule about them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, or_, select, update

from desktop.domain.second_factor import FactorKind, read_roles, roles_text
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import SecondFactor, Setting, Staff
from desktop.services.factor_rows import FactorRow, FactorRule

if TYPE_CHECKING:
    from desktop.models.database import Link

ROLES, OFFLINE_DAYS = "second_factor_roles", "offline_days"
"""Names of the settings."""

_ALL_OF_IT = (
    SecondFactor.id,
    SecondFactor.request_id,
    SecondFactor.staff_id,
    SecondFactor.kind,
    SecondFactor.name,
    SecondFactor.public,
    SecondFactor.secret,
    SecondFactor.registered_at,
    SecondFactor.last_step,
    SecondFactor.last_used_at,
    SecondFactor.ended_at,
    SecondFactor.reason,
    Staff.name.label("owner"),
)
_READ = select(*_ALL_OF_IT).join(Staff, Staff.id == SecondFactor.staff_id)
IN_USE = Prepared(
    _READ.where(SecondFactor.staff_id == bindparam("staff_id"), SecondFactor.ended_at.is_(None)).order_by(
        SecondFactor.id
    )
)
OF_STAFF = Prepared(
    _READ.where(SecondFactor.staff_id == bindparam("staff_id")).order_by(
        SecondFactor.ended_at.is_not(None), SecondFactor.id.desc()
    )
)
EVERY = Prepared(_READ.order_by(SecondFactor.ended_at.is_not(None), Staff.name, SecondFactor.id.desc()))
BY_ID = Prepared(_READ.where(SecondFactor.id == bindparam("factor_id")))
BY_PUBLIC = Prepared(_READ.where(SecondFactor.public == bindparam("public_part")))
BY_REQUEST = Prepared(_READ.where(SecondFactor.request_id == bindparam("request")))
ADD = Prepared(insert(SecondFactor))
USE_STEP = Prepared(
    update(SecondFactor)
    .where(
        SecondFactor.id == bindparam("factor_id"),
        SecondFactor.ended_at.is_(None),
        SecondFactor.last_step < bindparam("step"),
    )
    .values(last_step=bindparam("now_step"), last_used_at=bindparam("at"))
)
"""Takes a code once: nothing is changed when this step's code, or a later one, was used already."""
USE = Prepared(
    update(SecondFactor)
    .where(SecondFactor.id == bindparam("factor_id"), SecondFactor.ended_at.is_(None))
    .values(last_used_at=bindparam("at"))
)
END = Prepared(
    update(SecondFactor)
    .where(SecondFactor.id == bindparam("factor_id"), SecondFactor.ended_at.is_(None))
    .values(ended_at=bindparam("at"), ended_by=bindparam("who"), reason=bindparam("why"))
)
OPEN_ONES = Prepared(
    select(SecondFactor.id, SecondFactor.staff_id, SecondFactor.secret).where(
        SecondFactor.secret.like("open:%")
    )
)
"""Secrets of telephones that were stored on a server before its windows shared a key."""
SEAL = Prepared(
    update(SecondFactor)
    .where(SecondFactor.id == bindparam("factor_id"), SecondFactor.secret == bindparam("before"))
    .values(secret=bindparam("after"))
)
_SETTINGS = Prepared(
    select(Setting.name, Setting.value)
    .where(or_(Setting.name == ROLES, Setting.name == OFFLINE_DAYS))
    .order_by(Setting.name)
)
_DROP = Prepared(delete(Setting).where(Setting.name == bindparam("key")))
_SET = Prepared(insert(Setting))


def rule_of(link: Link) -> FactorRule:
    """Return the rule that holds."""
    found = {row.name: row.value for row in link.all(_SETTINGS)}
    days = found.get(OFFLINE_DAYS, "")
    return FactorRule(
        read_roles(found.get(ROLES, "")), int(days) if days.isdigit() else FactorRule().offline_days
    )


def set_rule(link: Link, rule: FactorRule) -> None:
    """Store a rule."""
    for name, value in ((ROLES, roles_text(rule.roles)), (OFFLINE_DAYS, str(rule.offline_days))):
        link.run(_DROP, key=name)
        link.run(_SET, name=name, value=value)


def row_of(found: Any) -> FactorRow:
    """Return a stored factor as the screens see it."""

    def day(moment: datetime | None) -> Any:
        return None if moment is None else local_date(moment)

    return FactorRow(
        factor_id=found.id,
        staff_id=found.staff_id,
        owner=found.owner,
        kind=FactorKind(found.kind),
        name=found.name,
        registered_on=local_date(found.registered_at),
        used_on=day(found.last_used_at),
        ended_on=day(found.ended_at),
        reason=found.reason,
    )
