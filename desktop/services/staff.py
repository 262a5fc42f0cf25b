"""Who may sign in: accounts, one-time passwords and the password rule; what somebody may do is in `roles`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert

from desktop.domain.accounts import (
    RULE_LIMITS,
    PasswordRule,
    lookalike,
    read_limited,
    read_sign_in_name,
    still_to_wait,
)
from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.fields import read_name
from desktop.domain.rights import ADMINISTRATORS, RIGHTS, Right
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Setting
from desktop.services import passwords, staff_records
from desktop.services.administrators import check_may_lose, check_seen, manage, may_give, theirs
from desktop.services.journal import Happening
from desktop.services.rights import needs
from desktop.services.sign_in_guard import forgive
from desktop.services.staff_rows import AccountMade, NewAccount, StaffPage, StaffRow

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.administrators import Holders
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_DROP_SETTING = Prepared(delete(Setting).where(Setting.name == bindparam("key")))
_ADD_SETTING = Prepared(insert(Setting))

_TAKEN = sentence("errors", "登录名“{name}”已经有人用（{who}）。")
_ALIKE = sentence("errors", "与{who}的登录名“{name}”容易看错（0和o、1和l、i），请换一个。")
_OWN_PASSWORD = sentence("errors", "自己的密码请用“修改密码”更换。")
_NOT_HIS = sentence("errors", "{who}是管理员，密码由安全管理员重置。")
_NOT_YOURS = sentence("errors", "{who}的密码由系统管理员重置。")
_DISABLED = sentence("errors", "{who}的账号已停用，请先启用。")
_RULE_MEANWHILE = sentence("errors", "密码规定刚刚改过，这一次没有保存。请核对后再改。")

_WHO = sentence("log", "{name}（{sign_in_name}）")
_CHANGED = sentence("log", "“{before}”改为“{after}”")
_RULE = sentence(
    "log",
    "至少{shortest}个字符，{kinds}种字符，{days}天一换（0为不限），最近{remembered}次不重复，输错{tries}次暂停",
)


class StaffAccounts:
    """The system administrator's accounts; the security administrator's passwords."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.MANAGE_ACCOUNTS, Right.GIVE_ROLES, Right.SET_PASSWORD_RULE)
    def list(self, actor: Actor) -> StaffPage:
        """Return everybody who has or had an account."""
        with self._office.database.faults():
            link = self._office.database.link
            rule = staff_records.rule_of(link)
            rows = link.all(staff_records.ALL)
        found = tuple(self._row(actor, each, rule) for each in rows)
        holders = {row.staff_id: row.role for row in found if row.active and row.role in ADMINISTRATORS}
        return StaffPage(found, rule, may_give(holders.get(actor.staff_id, Role.NOBODY), holders))

    @needs(Right.MANAGE_ACCOUNTS)
    def add(self, actor: Actor, request_id: str, account: NewAccount) -> AccountMade:
        """Add somebody with a one-time password; the same request again adds nobody and shows none.

        They may do nothing until a role is given to them (`Roles.give`). BadInput names the field: a sign-in
        name is nobody else's, not even one that looks like it.
        """
        sign_in_name = read_sign_in_name("sign_in_name", account.sign_in_name)
        name = read_name("name", account.name)
        office, once = self._office, self._one_time()
        password_hash = passwords.hashed(once)

        def job(link: Link, at: datetime, _: Holders) -> AccountMade:
            before = link.one(staff_records.BY_REQUEST, request=request_id)
            if before is not None:
                return AccountMade(self._row(actor, before), "")
            _check_free(link, sign_in_name)
            key = office.key(actor.counter_number, at)
            link.run(
                staff_records.ADD,
                id=key,
                sign_in_name=sign_in_name,
                name=name,
                role=Role.NOBODY.value,
                password_hash=password_hash,
                active=True,
                created_at=at,
                request_id=request_id,
                lookalike=lookalike(sign_in_name),
                one_time=True,
                password_set_at=at,
                version=1,
            )
            row = link.one(staff_records.BY_ID, staff_id=key)
            self._write(link, actor, "add_staff", row, at)
            return AccountMade(self._row(actor, row), once)

        return manage(office, actor, (Right.MANAGE_ACCOUNTS,), job)

    @needs(Right.MANAGE_ACCOUNTS)
    def change(self, actor: Actor, staff_id: int, seen: int, name: str) -> StaffRow:
        """Call somebody otherwise; nothing happens when they are called so already."""
        wanted = read_name("name", name)

        def job(link: Link, at: datetime, _: Holders) -> StaffRow:
            row = theirs(link, actor, staff_id)
            if row.name != wanted:
                check_seen(row, seen)
                staff_records.change(link, row, name=wanted, role=Role(row.role), active=bool(row.active))
                told = _CHANGED.fill(before=row.name, after=wanted)
                self._write(link, actor, "change_staff", row, at, told)
            return self._row(actor, link.one(staff_records.BY_ID, staff_id=staff_id))

        return manage(self._office, actor, (Right.MANAGE_ACCOUNTS,), job)

    @needs(Right.MANAGE_ACCOUNTS)
    def disable(self, actor: Actor, staff_id: int, seen: int) -> StaffRow:
        """Let somebody sign in no more; what they did stays. Never the last of a kind, nor oneself."""
        return self._serve(actor, staff_id, seen, active=False)

    @needs(Right.MANAGE_ACCOUNTS)
    def enable(self, actor: Actor, staff_id: int, seen: int) -> StaffRow:
        """Let somebody sign in again, with the password they had; a wait after wrong ones is over."""
        return self._serve(actor, staff_id, seen, active=True)

    @needs(Right.MANAGE_ACCOUNTS, Right.GIVE_ROLES)
    def reset_password(self, actor: Actor, staff_id: int, seen: int) -> AccountMade:
        """Give somebody a one-time password instead of theirs; a wait after wrong ones is over.

        The security administrator does it for administrators, the system administrator for everybody else:
        whoever makes accounts does not come into an administrator's by a password of their own making. Where no
        other security administrator is there, it is the system administrator's after all.
        """
        once = self._one_time()
        password_hash = passwords.hashed(once)

        def job(link: Link, at: datetime, holders: Holders) -> AccountMade:
            row = theirs(link, actor, staff_id)
            if staff_id == actor.staff_id:
                raise NotPossible(_OWN_PASSWORD)
            _check_may_reset(holders, actor, row)
            check_seen(row, seen)
            if not row.active:
                raise NotPossible(_DISABLED.fill(who=row.name))
            staff_records.set_password(self._office, link, actor, row, password_hash, at, one_time=True)
            forgive(link, row.lookalike)
            self._write(link, actor, "reset_password", row, at)
            return AccountMade(self._row(actor, link.one(staff_records.BY_ID, staff_id=staff_id)), once)

        return manage(self._office, actor, (Right.MANAGE_ACCOUNTS, Right.GIVE_ROLES), job)

    @needs(Right.SET_PASSWORD_RULE)
    def set_rule(self, actor: Actor, typed: Mapping[str, str], seen: PasswordRule) -> PasswordRule:
        """Ask something else of passwords from now on, all of it or nothing; BadInput names the part."""
        parts = {name: read_limited(name, typed[name]) for name in RULE_LIMITS}
        wanted = PasswordRule(**{name.removeprefix("password_"): part for name, part in parts.items()})

        def job(link: Link, at: datetime, _: Holders) -> PasswordRule:
            now = staff_records.rule_of(link)
            if now == wanted:
                return wanted
            if now != seen:
                raise NotPossible(_RULE_MEANWHILE)
            for name, part in parts.items():
                link.run(_DROP_SETTING, key=name)
                link.run(_ADD_SETTING, name=name, value=str(part))
            words = str(_CHANGED.fill(before=told(now), after=told(wanted)))
            self._journal.write(link, Happening(actor, "set_password_rule", at, detail=words))
            return wanted

        return manage(self._office, actor, (Right.SET_PASSWORD_RULE,), job)

    # -- inside ------------------------------------------------------------------------------------
    def _serve(self, actor: Actor, staff_id: int, seen: int, *, active: bool) -> StaffRow:
        def job(link: Link, at: datetime, holders: Holders) -> StaffRow:
            row = theirs(link, actor, staff_id)
            if bool(row.active) is not active:
                check_seen(row, seen)
                if not active:
                    check_may_lose(holders, actor, row)
                staff_records.change(link, row, name=row.name, role=Role(row.role), active=active)
                forgive(link, row.lookalike)
                self._write(link, actor, "enable_staff" if active else "disable_staff", row, at)
            return self._row(actor, link.one(staff_records.BY_ID, staff_id=staff_id))

        return manage(self._office, actor, (Right.MANAGE_ACCOUNTS,), job)

    def _one_time(self) -> str:
        with self._office.database.faults():
            shortest = staff_records.rule_of(self._office.database.link).shortest
        return staff_records.new_one_time_password(shortest)

    def _row(self, actor: Actor, row: Any, rule: PasswordRule | None = None) -> StaffRow:
        left = 0.0
        if rule is not None and row.tries is not None:
            left = still_to_wait(row.tries, row.last_at, self._office.clock.now(), rule).total_seconds()
        return StaffRow(
            staff_id=row.id,
            sign_in_name=row.sign_in_name,
            name=row.name,
            role=Role(row.role),
            active=bool(row.active),
            one_time=bool(row.one_time),
            password_on=local_date(row.password_set_at or row.created_at),
            wait_minutes=-(-int(left) // 60),
            sample=staff_records.is_sample(actor.station, row.sign_in_name),
            version=row.version,
        )

    def _write(
        self, link: Link, actor: Actor, action: str, row: Any, at: datetime, told: Sentence | None = None
    ) -> None:
        whom = _WHO.fill(name=row.name, sign_in_name=row.sign_in_name)
        detail = "" if told is None else str(told)
        self._journal.write(link, Happening(actor, action, at, matter=str(whom), detail=detail))


def _check_free(link: Link, sign_in_name: str) -> None:
    same = link.one(staff_records.BY_NAME, sign_in_name=sign_in_name)
    if same is not None:
        raise BadInput("sign_in_name", _TAKEN.fill(name=same.sign_in_name, who=same.name))
    alike = link.one(staff_records.BY_LOOKALIKE, alike=lookalike(sign_in_name))
    if alike is not None:
        raise BadInput("sign_in_name", _ALIKE.fill(name=alike.sign_in_name, who=alike.name))


def _check_may_reset(holders: Holders, actor: Actor, row: Any) -> None:
    gives = Right.GIVE_ROLES in RIGHTS[holders[actor.staff_id]]
    somebody_else = any(
        role is Role.SECURITY_ADMINISTRATOR and staff_id != row.id for staff_id, role in holders.items()
    )
    for_security = Role(row.role) in ADMINISTRATORS and somebody_else
    if for_security is not gives:
        raise NotPossible((_NOT_HIS if for_security else _NOT_YOURS).fill(who=row.name))


def told(rule: PasswordRule) -> Sentence:
    """Say a rule as the trail does."""
    return _RULE.fill(
        shortest=rule.shortest,
        kinds=rule.kinds,
        days=rule.days,
        remembered=rule.remembered,
        tries=rule.tries,
    )
