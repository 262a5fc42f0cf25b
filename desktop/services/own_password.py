"""Somebody's own password: checked against the rule and the earlier ones, then changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.accounts import check_password
from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.rights import Right
from desktop.services import passwords, staff_records
from desktop.services.in_turn import Overtaken
from desktop.services.journal import Happening
from desktop.services.rights import needs, open_to
from desktop.services.sign_in_guard import is_password_of

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_NOT_TWICE = sentence("errors", "两次输入的密码不一样。")
_USED = sentence("errors", "新密码不能和当前密码一样，也不能是最近{count}次用过的密码。")
_SAME = sentence("errors", "新密码不能和当前密码一样。")
_MEANWHILE = sentence("errors", "这个账号的密码刚刚改过，这一次没有改。请用最新的密码再试。")
_SAMPLE = sentence("errors", "演练人员是样例，密码写在登录页上，不能修改。请添加人员后再试。")
_WRONG = sentence("errors", "当前密码不对。")


class OwnPassword:
    """Changes the password of whoever is signed in."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @open_to("a new password is asked for before anybody is let in")
    def rule(self) -> Sentence:
        """Say what a new password must be."""
        with self._office.database.faults():
            return staff_records.rule_of(self._office.database.link).words()

    @needs(Right.OWN_DESK)
    def change(self, actor: Actor, old: str, new: str, again: str) -> None:
        """Set another password; BadInput names what is wrong, NotPossible waits after wrong old ones."""
        office = self._office
        with office.database.faults():  # before the old one is checked: who changes it meanwhile is noticed
            row = office.database.link.one(staff_records.BY_ID, staff_id=actor.staff_id)
        if not is_password_of(office, self._journal, actor, old):
            raise BadInput("old_password", _WRONG)
        prepared = prepare(office, actor, row, new, again)
        with office.database.write() as link:
            store(office, self._journal, link, actor, row, prepared)


def prepare(office: Office, actor: Actor, row: Any, new: str, again: str) -> str:
    """Check a new password and return its hash, before the transaction that stores it: it takes its time."""
    if staff_records.is_sample(actor.station, row.sign_in_name):
        raise NotPossible(_SAMPLE)
    with office.database.faults():
        link = office.database.link
        rule = staff_records.rule_of(link)
        check_password(new, "new_password", rule, row.sign_in_name)
        if new != again:
            raise BadInput("new_password_again", _NOT_TWICE)
        if staff_records.was_used(link, row, new, rule):
            used = _USED.fill(count=rule.remembered) if rule.remembered > 1 else _SAME
            raise BadInput("new_password", used)
    return passwords.hashed(new)


def store(office: Office, journal: Journal, link: Link, actor: Actor, row: Any, password_hash: str) -> None:
    """Store the hash in the caller's transaction; NotPossible when the account was changed meanwhile."""
    at = office.clock.now()
    try:
        staff_records.set_password(office, link, actor, row, password_hash, at, one_time=False)
    except Overtaken as error:
        raise NotPossible(_MEANWHILE) from error
    journal.write(link, Happening(actor, "change_own_password", at))
