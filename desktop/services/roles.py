"""What somebody may do: roles given to people, and rights that the station takes away from a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from desktop.domain.code_words import label
from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.fields import read_text
from desktop.domain.rights import RIGHT_WORDS, RIGHTS, Right, may_take
from desktop.models.prepared import Prepared
from desktop.models.tables import WithheldRight
from desktop.services import staff_records
from desktop.services.administrators import check_may_lose, check_seen, manage, may_give, theirs
from desktop.services.journal import Happening
from desktop.services.rights import needs
from desktop.services.role_rows import RightsTable, Taken

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.administrators import Holders
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

LEAST_REASON, MOST_REASON = 2, 60

_TAKEN = Prepared(
    select(
        WithheldRight.role,
        WithheldRight.right.label("withheld"),
        WithheldRight.reason,
        WithheldRight.at,
        WithheldRight.staff_name,
    )
)
_TAKE = Prepared(insert(WithheldRight))
_GIVE_BACK = Prepared(
    delete(WithheldRight).where(
        WithheldRight.role == bindparam("from_role"), WithheldRight.right == bindparam("which")
    )
)

_NOT_TO_GIVE = sentence(
    "errors", "系统管理员只能任命首位安全管理员和首位审计管理员，其他身份由安全管理员授予。"
)
_OUT = sentence("errors", "{who}的账号已停用，请先启用。")
_NOT_TO_TAKE = sentence("errors", "“{right}”只有{role}能办，不能停用：停用后就没有人能办了。")
_NO_REASON = sentence("errors", "请填写原因（{least}至{most}个字）。")
_WHO = sentence("log", "{name}（{sign_in_name}）")
_CHANGED = sentence("log", "“{before}”改为“{after}”")
_OF_ROLE = sentence("log", "{role}：{right}")


class Roles:
    """The security administrator's; the system administrator only appoints the first of the other two."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.GIVE_ROLES, Right.MANAGE_ACCOUNTS)
    def give(self, actor: Actor, staff_id: int, seen: int, role: Role) -> Role:
        """Give somebody another role instead of theirs, and return it; nothing happens when they have it.

        NotPossible for oneself, for the last administrator of a kind, and for a role that is not the actor's
        to give. Whoever is at work loses the rights of the old role at once.
        """
        rights = (Right.GIVE_ROLES, Right.MANAGE_ACCOUNTS)

        def job(link: Link, at: datetime, holders: Holders) -> Role:
            row = theirs(link, actor, staff_id)
            before = Role(row.role)
            if before is role:
                return role
            if role not in (*may_give(holders[actor.staff_id], holders), before):
                raise NotPossible(_NOT_TO_GIVE)
            check_seen(row, seen)
            check_may_lose(holders, actor, row)
            if not row.active:
                raise NotPossible(_OUT.fill(who=row.name))
            staff_records.change(link, row, name=row.name, role=role, active=True)
            whom = _WHO.fill(name=row.name, sign_in_name=row.sign_in_name)
            told = _CHANGED.fill(before=label(before), after=label(role))
            self._journal.write(link, Happening(actor, "give_role", at, matter=str(whom), detail=str(told)))
            return role

        return manage(self._office, actor, rights, job)

    @needs(Right.LIMIT_RIGHTS, Right.GIVE_ROLES, Right.READ_TRAIL)
    def table(self, actor: Actor) -> RightsTable:
        """Return who may do what here, with what the station took away."""
        with self._office.database.faults():
            return _table(self._office.database.link)

    @needs(Right.LIMIT_RIGHTS)
    def take_away(self, actor: Actor, request_id: str, role: Role, right: Right, reason: str) -> RightsTable:
        """Take a right away from everybody of a role, with a reason; taking it twice is once.

        NotPossible for what nobody else could do then. At every counter it holds within two seconds.
        """
        why = read_text("reason", reason)
        if not LEAST_REASON <= len(why) <= MOST_REASON:
            raise BadInput("reason", _NO_REASON.fill(least=LEAST_REASON, most=MOST_REASON))

        def job(link: Link, at: datetime, _: Holders) -> RightsTable:
            now = _table(link)
            if (role, right) in now.taken:
                return now
            if not may_take(role, right, now.taken):
                raise NotPossible(_NOT_TO_TAKE.fill(right=RIGHT_WORDS[right], role=label(role)))
            link.run(
                _TAKE,
                role=role.value,
                right_code=right.value,
                request_id=request_id,
                reason=why,
                at=at,
                staff_id=actor.staff_id,
                staff_name=actor.name,
            )
            self._write(link, actor, "take_right", role, right, why, at)
            return _table(link)

        return manage(self._office, actor, (Right.LIMIT_RIGHTS,), job)

    @needs(Right.LIMIT_RIGHTS)
    def give_back(self, actor: Actor, role: Role, right: Right) -> RightsTable:
        """Let a role have again what was taken away from it; never more than the table says."""

        def job(link: Link, at: datetime, _: Holders) -> RightsTable:
            if link.run(_GIVE_BACK, from_role=role.value, which=right.value):
                self._write(link, actor, "give_back_right", role, right, "", at)
            return _table(link)

        return manage(self._office, actor, (Right.LIMIT_RIGHTS,), job)

    def _write(
        self, link: Link, actor: Actor, action: str, role: Role, right: Right, why: str, at: datetime
    ) -> None:
        what = _OF_ROLE.fill(role=label(role), right=RIGHT_WORDS[right])
        self._journal.write(link, Happening(actor, action, at, matter=str(what), detail=why))


def _table(link: Link) -> RightsTable:
    known = {right.value for right in Right}
    return RightsTable(
        {
            (Role(row.role), Right(row.withheld)): Taken(row.reason, row.staff_name, row.at)
            for row in link.all(_TAKEN)
            if row.withheld in known and Right(row.withheld) in RIGHTS[Role(row.role)]
        }
    )
