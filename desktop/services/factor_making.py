"""Registering a second factor: a key with its public part, a telephone after its first right code."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from desktop.domain import totp
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.second_factor import KIND_WORDS, FactorKind, read_factor_name, read_pin
from desktop.services import factor_records, station_keys
from desktop.services.factor_rows import CodeSecret, FactorRow
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.ports import Token, TokenReader
    from desktop.services.rows import Actor

_OPEN, _SHARED = "open", "station"
MOST = 5
"""So many somebody may have at a time."""

_NO_DRIVE = sentence("errors", "没有插着的U盘。请插好后再试。")
_THEIRS = sentence("errors", "这把密钥已经登记在别人名下，不能再登记。")
_KNOWN = sentence("errors", "这把密钥登记过了。")
_ENDED = sentence("errors", "这把密钥已经挂失或停用，不能再登记。请生成新的密钥。")
_TOO_MANY = sentence("errors", "已经登记了{most}个，请先停用不用的。")
_WRONG_CODE = sentence("errors", "动态码不对。请核对手机的时间是否准确，再输入手机上现在的6位数字。")
_DETAIL = sentence("log", "{kind}“{name}”")


def make_token(
    office: Office,
    journal: Journal,
    tokens: TokenReader,
    actor: Actor,
    request_id: str,
    typed: dict[str, str],
) -> FactorRow:
    """Make a key on a drive and register it; the same request again registers none.

    `typed` has `drive`, `factor_name`, `new_pin` and `new_pin_again`; BadInput names what is wrong. A key that
    cannot be registered is taken off the drive again.
    """
    pin = read_pin(typed["new_pin"], typed["new_pin_again"])
    name = read_factor_name(typed["factor_name"])
    with office.database.faults():
        before = office.database.link.one(factor_records.BY_REQUEST, request=request_id)
    if before is not None:
        return factor_records.row_of(before)
    if not typed["drive"]:
        raise BadInput("drive", _NO_DRIVE)
    place, token = tokens.make(typed["drive"], name, pin)
    try:
        return register_token(office, journal, actor, request_id, token)
    except BaseException:
        tokens.take_back(place)
        raise


def register_token(
    office: Office, journal: Journal, actor: Actor, request_id: str, token: Token
) -> FactorRow:
    """Register an open key; NotPossible when it is somebody's already, or was."""

    def check(link: Link) -> None:
        known = link.one(factor_records.BY_PUBLIC, public_part=token.public)
        if known is not None:
            mine = known.staff_id == actor.staff_id
            raise NotPossible(_ENDED if known.ended_at is not None else _KNOWN if mine else _THEIRS)

    return _store(office, journal, actor, request_id, FactorKind.TOKEN, token.name, token.public, check=check)


def new_code(actor: Actor) -> CodeSecret:
    """Return a new secret for a telephone; nothing is stored yet."""
    from printing.qr import modules  # here for start-up time

    secret = secrets.token_bytes(totp.SECRET_BYTES)
    return CodeSecret(
        secret, totp.spelled(secret), modules(totp.uri(secret, actor.station.name, actor.sign_in_name))
    )


def register_code(
    office: Office, journal: Journal, actor: Actor, request_id: str, made: CodeSecret, name: str, typed: str
) -> FactorRow:
    """Register the telephone that shows this secret's code, which is used up by it; BadInput when it does not."""
    called, at = read_factor_name(name), office.clock.now()
    step = totp.matching_step(made.secret, typed, at)
    if step is None:
        raise BadInput("code", _WRONG_CODE)
    kept = sealed(office, actor.staff_id, made.secret)
    public = f"TOTP:{secrets.token_hex(16)}"
    return _store(office, journal, actor, request_id, FactorKind.CODE, called, public, secret=kept, step=step)


def secret_of(office: Office, staff_id: int, kept: str) -> bytes:
    """Return a telephone's secret; ValueError where no key that this window has sealed it."""
    how, _, content = kept.partition(":")
    if how == _OPEN:  # an older program's, on a server: sealed at the next chance
        return bytes.fromhex(content)
    if how == _SHARED:
        key_id, _, content = content.partition(":")
        return station_keys.unseal(office, key_id, bytes.fromhex(content), _what(staff_id))
    return office.key_box.open(bytes.fromhex(content), _what(staff_id))


def sealed(office: Office, staff_id: int, secret: bytes) -> str:
    """Return a secret as it is stored: sealed by the box of a database file, or by the key that windows share."""
    if station_keys.server_of(office.database) is None:
        return f"box:{office.key_box.seal(secret, _what(staff_id)).hex()}"
    key_id, content = station_keys.seal(office, secret, _what(staff_id))
    return f"{_SHARED}:{key_id}:{content.hex()}"


def seal_open_ones(office: Office) -> int:
    """Seal the secrets that an older program left open on the server; return how many were."""
    server = station_keys.server_of(office.database)
    if server is None:
        return 0
    with server.faults():
        rows = server.link.all(factor_records.OPEN_ONES)
    for row in rows:
        secret = bytes.fromhex(row.secret.removeprefix(f"{_OPEN}:"))
        kept = sealed(office, row.staff_id, secret)
        with server.write() as link:
            link.run(factor_records.SEAL, factor_id=row.id, before=row.secret, after=kept)
    return len(rows)


def _what(staff_id: int) -> str:
    return f"second factor {staff_id}"


def _store(
    office: Office,
    journal: Journal,
    actor: Actor,
    request_id: str,
    kind: FactorKind,
    name: str,
    public: str,
    *,
    secret: str = "",
    step: int = 0,
    check: object = None,
) -> FactorRow:
    def job(link: Link) -> FactorRow:
        before = link.one(factor_records.BY_REQUEST, request=request_id)
        if before is not None:
            return factor_records.row_of(before)
        if callable(check):
            check(link)
        if len(link.all(factor_records.IN_USE, staff_id=actor.staff_id)) >= MOST:
            raise NotPossible(_TOO_MANY.fill(most=MOST))
        at: datetime = office.clock.now()
        key = office.key(actor.counter_number, at)
        link.run(
            factor_records.ADD,
            id=key,
            request_id=request_id,
            staff_id=actor.staff_id,
            kind=kind.value,
            name=name,
            public=public,
            secret=secret,
            registered_at=at,
            last_step=step,
            last_used_at=None,
            ended_at=None,
            ended_by=None,
            reason="",
        )
        detail = str(_DETAIL.fill(kind=KIND_WORDS[kind], name=name))
        journal.write(link, Happening(actor, "register_factor", at, detail=detail))
        return factor_records.row_of(link.one(factor_records.BY_ID, factor_id=key))

    return in_turn(office, job)
