"""Wrong passwords and wrong second factors: each try is counted before it is judged, and after some the next has to wait."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update

from desktop.domain.accounts import delay, still_to_wait
from desktop.domain.errors import BadInput, CounterError, NotPossible, Sentence, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import WrongPassword
from desktop.services import passwords
from desktop.services.in_turn import Overtaken, in_turn
from desktop.services.journal import Happening
from desktop.services.staff_records import BY_NAME, rule_of

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_TRIED = Prepared(
    select(WrongPassword.tries, WrongPassword.last_at).where(WrongPassword.account == bindparam("key"))
)
_FIRST = Prepared(insert(WrongPassword))
_AGAIN = Prepared(
    update(WrongPassword)
    .where(WrongPassword.account == bindparam("key"), WrongPassword.tries == bindparam("seen"))
    .values(tries=bindparam("now_tries"), last_at=bindparam("now_at"))
)
_UNCOUNT_FIRST = Prepared(
    delete(WrongPassword).where(
        WrongPassword.account == bindparam("key"), WrongPassword.tries == bindparam("seen")
    )
)
_FORGIVE = Prepared(delete(WrongPassword).where(WrongPassword.account == bindparam("key")))

_WAIT = sentence("errors", "密码连续输错，这个账号暂停使用，还要等{left}才能再试。")
_WRONG = sentence("errors", "密码不对。")
_MINUTES = sentence("errors", "{minutes}分{seconds}秒")
_WHOLE = sentence("errors", "{minutes}分钟")
_SECONDS = sentence("errors", "{seconds}秒")
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$3PYDsjBOjad0vHfYGcnuZw$8L/x8YAwKaKwSOMEgZGkURy16gLRS13BSD0e1RfHvoM"
"""What a password is compared with where the name is nobody's: the answer takes as long."""


def account_of(row: Any | None, sign_in_name: str) -> str:
    """Return under which account wrong tries are counted; of a name that nobody has, without telling it."""
    if row is not None:
        return str(row.lookalike)
    return f"?{hashlib.new('sm3', sign_in_name.encode()).hexdigest()[:3]}"


def is_right(
    office: Office,
    journal: Journal,
    account: str,
    stored: str | None,
    password: str,
    trying: Actor,
    failed: str,
    *,
    forgives: bool = True,
) -> bool:
    """Judge a password, some 0.2 s; `stored` is None where nobody can be let in, whatever is typed.

    A wrong one is written down as the action `failed`, and the next tries wait the longer: NotPossible tells
    how long. A right one has the wrong ones before it forgotten, unless a second factor has to be right too.
    """

    def judge() -> CounterError | None:
        matched = passwords.matches(stored or _NOBODY, password)
        return None if stored is not None and matched else BadInput("password", _WRONG)

    return judged(office, journal, account, judge, trying, failed, forgives=forgives) is None


def judged(
    office: Office,
    journal: Journal,
    account: str,
    judge: Callable[[], CounterError | None],
    trying: Actor,
    failed: str,
    *,
    forgives: bool = True,
    tell: bool = False,
) -> CounterError | None:
    """Count a try, then judge it: `judge` returns what is wrong with it, or None. NotPossible while one waits.

    What is wrong is written down as the action `failed`, with `tell` in its words. With `forgives` a right one
    has the wrong ones before it forgotten; without, it leaves them as they were. An error that `judge` raises
    is no try.
    """
    now = office.clock.now()
    before: list[Any] = []

    def count(link: Link) -> tuple[timedelta, int]:
        rule, tried = rule_of(link), link.one(_TRIED, key=account)
        before[:] = [tried]
        if tried is None:
            link.run(_FIRST, account=account, tries=1, last_at=now)
            return timedelta(), 1
        left = still_to_wait(tried.tries, tried.last_at, now, rule)
        tries = tried.tries if left else tried.tries + 1
        if (not left or now < tried.last_at) and not link.run(
            _AGAIN, key=account, seen=tried.tries, now_tries=tries, now_at=now
        ):
            raise Overtaken
        return left, tries

    left, tries = in_turn(office, count)
    if left:
        raise NotPossible(_WAIT.fill(left=in_words(left)))
    try:
        wrong = judge()
    except CounterError:
        _uncount(office, account, tries, before[0])
        raise
    if wrong is None:
        if forgives:
            with office.database.write() as link:
                forgive(link, account)
        else:
            _uncount(office, account, tries, before[0])
        return None
    with office.database.write() as link:
        detail = str(wrong.message) if tell else ""
        journal.write(link, Happening(trying, failed, office.clock.now(), detail=detail))
        left = delay(tries, rule_of(link))
    if left:
        raise NotPossible(_WAIT.fill(left=in_words(left)))
    return wrong


def _uncount(office: Office, account: str, tries: int, before: Any | None) -> None:
    """Have a try not counted, unless another one came after it."""
    with office.database.write() as link:
        if before is None:
            link.run(_UNCOUNT_FIRST, key=account, seen=tries)
        else:
            link.run(_AGAIN, key=account, seen=tries, now_tries=before.tries, now_at=before.last_at)


def forgive(link: Link, account: str) -> None:
    """Forget the wrong tries: the right password was given, or an administrator gave another."""
    link.run(_FORGIVE, key=account)


def is_password_of(
    office: Office, journal: Journal, actor: Actor, password: str, failed: str = "confirm_failed"
) -> bool:
    """Tell whether somebody who is signed in gave their own password once more: see `is_right`."""
    with office.database.faults():
        row = office.database.link.one(BY_NAME, sign_in_name=actor.sign_in_name)
    stored = row.password_hash if row is not None and row.active else None
    return is_right(office, journal, account_of(row, actor.sign_in_name), stored, password, actor, failed)


def in_words(left: timedelta) -> Sentence:
    """Say how long there is to wait."""
    whole = -(-int(left.total_seconds() * 1000) // 1000)
    minutes, seconds = divmod(whole, 60)
    if not minutes:
        return _SECONDS.fill(seconds=seconds)
    return _MINUTES.fill(minutes=minutes, seconds=seconds) if seconds else _WHOLE.fill(minutes=minutes)
