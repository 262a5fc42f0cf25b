"""Who may sign in: administrators add, change, disable and enable accounts and give one-time passwords."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import bindparam, delete, insert

from desktop.domain.accounts import (
    RULE_LIMITS,
    STAFF_NOT_YOURS,
    PasswordRule,
    check_may_manage_staff,
    lookalike,
    read_limited,
    read_sign_in_name,
    still_to_wait,
)
from desktop.domain.codes import Role, label
from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.fields import read_name
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Setting
from desktop.services import passwords, staff_records
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.sign_in_guard import forgive
from desktop.services.staff_rows import AccountMade, NewAccount, StaffPage, StaffRow

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

T = TypeVar("T")

_DROP_SETTING = Prepared(delete(Setting).where(Setting.name == bindparam("key")))
_ADD_SETTING = Prepared(insert(Setting))

_TAKEN = sentence("errors", "登录名“{name}”已经有人用（{who}）。")
_ALIKE = sentence("errors", "与{who}的登录名“{name}”容易看错（0和o、1和l、i），请换一个。")
_MEANWHILE = sentence("errors", "{who}的账号刚刚改过，这一次没有保存。请核对后再办。")
_GONE = sentence("errors", "没有这个人员。")
_SAMPLE = sentence("errors", "演练人员是样例，不能修改。请另外添加人员。")
_NOT_SELF = sentence("errors", "不能停用自己的账号，也不能改自己的身份；请另一位管理员办理。")
_OWN_PASSWORD = sentence("errors", "自己的密码请用“修改密码”更换。")
_LAST = sentence("errors", "{who}是最后一位管理员，不能停用或改为其他身份。")
_DISABLED = sentence("errors", "{who}的账号已停用，请先启用。")
_RULE_MEANWHILE = sentence("errors", "密码规定刚刚改过，这一次没有保存。请核对后再改。")

_WHO = sentence("log", "{name}（{sign_in_name}）")
_ADDED = sentence("log", "身份：{role}")
_CHANGED = sentence("log", "“{before}”改为“{after}”")
_RULE = sentence(
    "log",
    "至少{shortest}个字符，{kinds}种字符，{days}天一换（0为不限），最近{remembered}次不重复，输错{tries}次暂停",
)


class StaffAccounts:
    """Everything here is the administrators'; whoever else asks is refused, whatever their screen shows."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    def list(self, actor: Actor) -> StaffPage:
        """Return everybody who has or had an account."""
        check_may_manage_staff(actor.role)
        with self._office.database.faults():
            link = self._office.database.link
            rule = staff_records.rule_of(link)
            rows = link.all(staff_records.ALL)
        page = StaffPage(tuple(self._row(actor, each, rule) for each in rows), rule)
        if not any(row.staff_id == actor.staff_id and _manages(row) for row in page.rows):
            raise NotPossible(STAFF_NOT_YOURS)
        return page

    def add(self, actor: Actor, request_id: str, account: NewAccount) -> AccountMade:
        """Add somebody with a one-time password; the same request again adds nobody and shows none.

        BadInput names the field: a sign-in name is nobody else's, not even one that looks like it.
        """
        check_may_manage_staff(actor.role)
        sign_in_name = read_sign_in_name("sign_in_name", account.sign_in_name)
        name = read_name("name", account.name)
        office, once = self._office, self._one_time()
        password_hash = passwords.hashed(once)

        def job(link: Link, at: datetime) -> AccountMade:
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
                role=account.role.value,
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
            self._write(link, actor, "add_staff", row, at, _ADDED.fill(role=label(account.role)))
            return AccountMade(self._row(actor, row), once)

        return self._manage(actor, job)

    def change(self, actor: Actor, staff_id: int, seen: int, name: str, role: Role) -> StaffRow:
        """Call somebody otherwise or give them another role; nothing happens when it is so already."""
        check_may_manage_staff(actor.role)
        wanted = read_name("name", name)

        def job(link: Link, at: datetime) -> StaffRow:
            row = self._theirs(link, actor, staff_id)
            if (row.name, row.role) != (wanted, role.value):
                _check_seen(row, seen)
                if role is not Role(row.role):
                    _check_may_lose(link, actor, row)
                staff_records.change(link, row, name=wanted, role=role, active=bool(row.active))
                before, after = (
                    _said(one, Role(part)) for one, part in ((row.name, row.role), (wanted, role.value))
                )
                told = _CHANGED.fill(before=before, after=after)
                self._write(link, actor, "change_staff", row, at, told)
            return self._row(actor, link.one(staff_records.BY_ID, staff_id=staff_id))

        return self._manage(actor, job)

    def disable(self, actor: Actor, staff_id: int, seen: int) -> StaffRow:
        """Let somebody sign in no more; what they did stays. Never the last administrator, nor oneself."""
        return self._serve(actor, staff_id, seen, active=False)

    def enable(self, actor: Actor, staff_id: int, seen: int) -> StaffRow:
        """Let somebody sign in again, with the password they had; a wait after wrong ones is over."""
        return self._serve(actor, staff_id, seen, active=True)

    def reset_password(self, actor: Actor, staff_id: int, seen: int) -> AccountMade:
        """Give somebody a one-time password instead of theirs; a wait after wrong ones is over."""
        check_may_manage_staff(actor.role)
        once = self._one_time()
        password_hash = passwords.hashed(once)

        def job(link: Link, at: datetime) -> AccountMade:
            row = self._theirs(link, actor, staff_id)
            if staff_id == actor.staff_id:
                raise NotPossible(_OWN_PASSWORD)
            _check_seen(row, seen)
            if not row.active:
                raise NotPossible(_DISABLED.fill(who=row.name))
            staff_records.set_password(self._office, link, actor, row, password_hash, at, one_time=True)
            forgive(link, row.lookalike)
            self._write(link, actor, "reset_password", row, at)
            return AccountMade(self._row(actor, link.one(staff_records.BY_ID, staff_id=staff_id)), once)

        return self._manage(actor, job)

    def set_rule(self, actor: Actor, typed: Mapping[str, str], seen: PasswordRule) -> PasswordRule:
        """Ask something else of passwords from now on, all of it or nothing; BadInput names the part."""
        check_may_manage_staff(actor.role)
        parts = {name: read_limited(name, typed[name]) for name in RULE_LIMITS}
        wanted = PasswordRule(**{name.removeprefix("password_"): part for name, part in parts.items()})

        def job(link: Link, at: datetime) -> PasswordRule:
            now = staff_records.rule_of(link)
            if now == wanted:
                return wanted
            if now != seen:
                raise NotPossible(_RULE_MEANWHILE)
            for name, part in parts.items():
                link.run(_DROP_SETTING, key=name)
                link.run(_ADD_SETTING, name=name, value=str(part))
            told = str(_CHANGED.fill(before=_told(now), after=_told(wanted)))
            self._journal.write(link, Happening(actor, "set_password_rule", at, detail=told))
            return wanted

        return self._manage(actor, job)

    # -- inside ------------------------------------------------------------------------------------
    def _manage(self, actor: Actor, job: Callable[[Link, datetime], T]) -> T:
        """Do it in one transaction while the administrators stand still, among them whoever does it."""

        def turn(link: Link) -> T:
            if actor.staff_id not in _administrators(link):
                raise NotPossible(STAFF_NOT_YOURS)
            return job(link, self._office.clock.now())

        return in_turn(self._office, turn)

    def _serve(self, actor: Actor, staff_id: int, seen: int, *, active: bool) -> StaffRow:
        check_may_manage_staff(actor.role)

        def job(link: Link, at: datetime) -> StaffRow:
            row = self._theirs(link, actor, staff_id)
            if bool(row.active) is not active:
                _check_seen(row, seen)
                if not active:
                    _check_may_lose(link, actor, row)
                staff_records.change(link, row, name=row.name, role=Role(row.role), active=active)
                forgive(link, row.lookalike)
                self._write(link, actor, "enable_staff" if active else "disable_staff", row, at)
            return self._row(actor, link.one(staff_records.BY_ID, staff_id=staff_id))

        return self._manage(actor, job)

    def _one_time(self) -> str:
        with self._office.database.faults():
            shortest = staff_records.rule_of(self._office.database.link).shortest
        return staff_records.new_one_time_password(shortest)

    def _theirs(self, link: Link, actor: Actor, staff_id: int) -> Any:
        row = link.one(staff_records.BY_ID, staff_id=staff_id)
        if row is None:
            raise NotPossible(_GONE)
        if staff_records.is_sample(actor.station, row.sign_in_name):
            raise NotPossible(_SAMPLE)
        return row

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


def _manages(row: StaffRow) -> bool:
    return row.active and row.role is Role.SYSTEM_ADMINISTRATOR


def _administrators(link: Link) -> tuple[int, ...]:
    return tuple(row.id for row in link.all(staff_records.ADMINISTRATORS))


def _check_free(link: Link, sign_in_name: str) -> None:
    same = link.one(staff_records.BY_NAME, sign_in_name=sign_in_name)
    if same is not None:
        raise BadInput("sign_in_name", _TAKEN.fill(name=same.sign_in_name, who=same.name))
    alike = link.one(staff_records.BY_LOOKALIKE, alike=lookalike(sign_in_name))
    if alike is not None:
        raise BadInput("sign_in_name", _ALIKE.fill(name=alike.sign_in_name, who=alike.name))


def _check_seen(row: Any, seen: int) -> None:
    if row.version != seen:
        raise NotPossible(_MEANWHILE.fill(who=row.name))


def _check_may_lose(link: Link, actor: Actor, row: Any) -> None:
    """Refuse to take a role away from oneself, or the administrators from the station."""
    if row.id == actor.staff_id:
        raise NotPossible(_NOT_SELF)
    if set(_administrators(link)) <= {row.id}:
        raise NotPossible(_LAST.fill(who=row.name))


def _said(name: str, role: Role) -> Sentence:
    return sentence("log", "{name}，{role}").fill(name=name, role=label(role))


def _told(rule: PasswordRule) -> Sentence:
    return _RULE.fill(
        shortest=rule.shortest,
        kinds=rule.kinds,
        days=rule.days,
        remembered=rule.remembered,
        tries=rule.tries,
    )
