"""Signing in at the station on its server, from a counter that has a database of its own."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, CounterError, FactorDue, NotPossible, ServerAway, sentence
from desktop.domain.rights import Right
from desktop.domain.second_factor import FactorKind
from desktop.models.opening import HEAD
from desktop.models.server_reach import why_nobody
from desktop.services import move_trail, passwords
from desktop.services.connections import typed_settings
from desktop.services.set_up import NewStaff

if TYPE_CHECKING:
    from desktop.domain.trail import Head
    from desktop.models.server import ServerDatabase
    from desktop.models.server_settings import ServerSettings
    from desktop.services.counter import Counter
    from desktop.services.move_rows import StationKey
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_NO_STATION = sentence(
    "move",
    "服务器上还没有设立派出所。请再输入一次密码：将在服务器上设立与本机相同的派出所，并以这个密码建立您的账号。",
)
_TWICE = sentence("errors", "两次输入的密码不一样。")
_CODE_WANTED = sentence("move", "这个账号要用第二要素登录。请填写手机上的动态码。")
_TOKEN_ONLY = sentence(
    "move", "这个账号在派出所要用密钥盘登录，这里不能使用。请换一个系统管理员账号，或先登记手机动态码。"
)
_PRACTICE = sentence("move", "本机打开的是演练派出所。演练数据不能迁入正式的派出所。")


@dataclass
class StationThere:
    """The station on its server, signed in to; `chain` is where this window's trail there was before."""

    counter: Counter
    actor: Actor
    settings: ServerSettings
    chain: Head


def enter(office: Office, actor: Actor, key: StationKey) -> StationThere:
    """Connect and sign in; see `MoveToStation.enter`."""
    if actor.station.practice:
        raise NotPossible(_PRACTICE)
    settings = typed_settings(office, key.form)
    from desktop.models.server import ServerDatabase  # here for start-up time: PostgreSQL's driver
    from desktop.services.counter import build_counter

    database = ServerDatabase(settings, office.clock.now, HEAD)
    try:
        _find(database)
        database.attend(lambda _changes: None, lambda _seen: None)
        counter = build_counter(database, office.folders, office.clock)
        assert settings.counter_number is not None
        chain = move_trail.head_of(database.link, settings.counter_number)
        there = _sign_in(counter, actor, key, settings.counter_number)
        counter.office.rights.check(there, Right.KEEP_DATABASE)
    except BaseException:
        database.close()
        raise
    return StationThere(counter, there, settings, chain)


def leave(there: StationThere) -> None:
    """Sign out there, and give the connection back."""
    with contextlib.suppress(CounterError):
        there.counter.sign_in.sign_out(there.actor)
    with contextlib.suppress(CounterError):
        there.counter.journal.flush()
    there.counter.office.database.close()


def _find(database: ServerDatabase) -> None:
    try:
        with database.faults():
            database.check()
    except ServerAway as error:
        raise ServerAway(why_nobody(database.settings, error.__cause__), error.since) from error


def _sign_in(counter: Counter, actor: Actor, key: StationKey, number: int) -> Actor:
    if counter.office.station() is None:
        if not key.again:
            raise BadInput("again", _NO_STATION)
        if key.again != key.password:
            raise BadInput("again", _TWICE)
        passwords.check_new(key.password, sign_in_name=actor.sign_in_name)
        administrator = NewStaff(actor.sign_in_name, actor.name, Role.SYSTEM_ADMINISTRATOR, key.password)
        counter.set_up.establish(actor.station, (administrator,), number)
        return counter.sign_in.sign_in(actor.sign_in_name, key.password, number)
    try:
        return counter.sign_in.sign_in(key.sign_in_name, key.password, number)
    except FactorDue as due:
        if FactorKind.CODE not in due.kinds:
            raise NotPossible(_TOKEN_ONLY) from due
        if not key.code:
            raise BadInput("code", _CODE_WANTED) from due
        return counter.sign_in.sign_in_with_code(due.half, key.code)
