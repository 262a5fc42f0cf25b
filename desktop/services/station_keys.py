"""The key that the windows of a station on a server share: held by each in its own box, handed on by the password.

The database has it wrapped only: by the password of the server's user, which every window keeps sealed, so that a
new window has the key at once; and by the recovery key, once the security administrator has made one. A copy of the
database opens nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, insert, select, update

from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.models.key_box import RootKeyBox
from desktop.models.prepared import Prepared
from desktop.models.switch import Switch
from desktop.models.tables import StationKey
from desktop.models.wrapping import WrongKey
from desktop.services.whole_files import write_whole

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Any

    from desktop.models.database import Database
    from desktop.models.envelope import Envelope
    from desktop.models.server import ServerDatabase
    from desktop.models.station_ring import StationRing
    from desktop.models.unlock import Unlock
    from desktop.services.office import Office

HELD = "station.held"
"""The file of a window's data folder that has the station's keys, sealed by the window's box."""

_ROW = Prepared(
    select(StationKey.number, StationKey.key_id, StationKey.public, StationKey.envelope).where(
        StationKey.id == 1
    )
)
_ADD = Prepared(insert(StationKey))
_CHANGE = Prepared(
    update(StationKey)
    .where(and_(StationKey.id == 1, StationKey.number == bindparam("before")))
    .values(
        number=bindparam("after"),
        key_id=bindparam("name"),
        public=bindparam("part"),
        envelope=bindparam("kept"),
        changed_at=bindparam("at"),
    )
)

_NOT_HELD = sentence(
    "errors",
    "本窗口还没有本所的密钥：服务器的密码改过。请在用过新密码的窗口登录一次，或请安全管理员在“备份与密钥”页输入恢复密钥。",
)
_ALTERED = sentence(
    "backups",
    "服务器上用来封存备份的公钥与本所的密钥不符，可能被改动过：用它做的备份谁也打不开。请安全管理员立即更换全部密钥，再做一份备份。",
)
_NOT_HERE = sentence("errors", "数据在本机，没有本所各窗口共用的密钥。")
_MEANWHILE = sentence("errors", "本所的密钥刚刚在别的窗口改过，这一次没有保存。请再做一次。")
_AWAY = sentence("errors", "服务器连不上，本所的密钥要等服务器恢复后才能取得。")


def server_of(database: Database) -> ServerDatabase | None:
    """Return the server that a window's database stands on, also while it is away; None for a file."""
    found = database.server if isinstance(database, Switch) else database
    if getattr(found, "settings", None) is None:
        return None
    from desktop.models.server import ServerDatabase  # here for start-up time: most counters have no server

    return found if isinstance(found, ServerDatabase) else None


def seal(office: Office, secret: bytes, what: str) -> tuple[str, bytes]:
    """Encrypt something that every window of the station is to read; return the key's name too."""
    key_id, key = _present(office)
    return key_id, _box(key).seal(secret, what)


def unseal(office: Office, key_id: str, sealed: bytes, what: str) -> bytes:
    """Decrypt it; ValueError where this window has not the key, or it was sealed for something else."""
    key = _held(office)[0].get(key_id)
    if key is None:
        try:
            key = ring(office).station_key(key_id)
        except (NotPossible, WrongKey) as error:
            raise ValueError("this window has not the station's key") from error
        _hold(office, key_id, key)
    return _box(key).open(sealed, what)


def ring(office: Office, by: Unlock | None = None) -> StationRing:
    """Return the station's key opened: by what this window holds, by the server's password, else by what is typed.

    It is made where there is none yet. NotPossible where nothing opens it, BadInput where what was typed is wrong.
    """
    from desktop.models import station_ring

    server = server_of(office.database)
    if server is None:
        raise NotPossible(_NOT_HERE)
    row = _row(office, server)
    if row is None:
        row = _made(office, server)
    envelope, password = station_ring.unpacked(row.envelope), server.settings.password
    key, marked = _opened(office, envelope, password, by)
    made = station_ring.station_ring(key, envelope, _keeper(office, server), password)
    if not marked:
        made.wrap_for_windows()
        _hold(office, envelope.key_id, key, password)
    return made


def standing(office: Office) -> tuple[str, Envelope] | None:
    """Return the public part of the station's key and its envelope, without opening it; None where there is none."""
    from desktop.models import station_ring

    server = server_of(office.database)
    row = None if server is None else _row(office, server)
    return None if row is None else (row.public, station_ring.unpacked(row.envelope))


def altered(office: Office) -> Sentence | None:
    """Say that backups are sealed to another key than this window holds; None where they are not, or it holds none.

    The public part lies open in the database, where whoever has the server's password may change it.
    """
    from desktop.models.station_ring import public_of

    server = server_of(office.database)
    row = None if server is None else _row(office, server)
    key = None if row is None else _held(office)[0].get(row.key_id)
    if row is None or key is None or hmac.compare_digest(row.public, public_of(key)):
        return None
    return _ALTERED


# -- inside --------------------------------------------------------------------------------------------------
def _present(office: Office) -> tuple[str, bytes]:
    opened = ring(office)
    return opened.key_id, opened.station_key()


def _opened(office: Office, envelope: Envelope, password: str, by: Unlock | None) -> tuple[bytes, bool]:
    """Return the key, and whether the present password is known to open it."""
    from desktop.models.station_ring import open_by_password
    from desktop.models.unlock import open_by

    held, mark = _held(office)
    key = held.get(envelope.key_id)
    if key is not None:
        return key, hmac.compare_digest(mark, _mark(key, password))
    try:
        key = open_by_password(envelope, password)
    except WrongKey:
        if by is None:
            raise NotPossible(_NOT_HELD) from None
        return open_by(envelope, by), False
    _hold(office, envelope.key_id, key, password)
    return key, True


def _made(office: Office, server: ServerDatabase) -> Any:
    """Make the station's key; two windows that do so at once come to have the same."""
    from desktop.models import station_ring

    password = server.settings.password
    key, envelope = station_ring.new_station_key(password)
    errors = server.engine.dialect.loaded_dbapi
    try:
        with server.write() as link:
            link.run(
                _ADD,
                id=1,
                number=envelope.number,
                key_id=envelope.key_id,
                public=station_ring.public_of(key),
                envelope=station_ring.packed(envelope),
                changed_at=office.clock.now(),
            )
    except errors.IntegrityError:
        pass  # another window was first: it is that one which holds
    else:
        _hold(office, envelope.key_id, key, password)
    return _row(office, server)


def _keeper(office: Office, server: ServerDatabase) -> Any:
    from desktop.models import station_ring

    def keep(envelope: Envelope, public: str) -> None:
        at: datetime = office.clock.now()
        with server.write() as link:
            changed = link.run(
                _CHANGE,
                before=envelope.number - 1,
                after=envelope.number,
                name=envelope.key_id,
                part=public,
                kept=station_ring.packed(envelope),
                at=at,
            )
        if not changed:
            raise NotPossible(_MEANWHILE)

    return keep


def _row(office: Office, server: ServerDatabase) -> Any | None:
    if isinstance(office.database, Switch) and office.database.away:
        raise NotPossible(_AWAY)
    with server.faults():
        return server.link.one(_ROW)


def _box(key: bytes) -> RootKeyBox:
    from desktop.models.station_ring import box_root

    return RootKeyBox(lambda: box_root(key))


def _mark(key: bytes, password: str) -> bytes:
    return hmac.digest(key, password.encode(), hashlib.sha256)


def _held(office: Office) -> tuple[dict[str, bytes], bytes]:
    """Return the keys that this window holds by their names, and the mark of the password that opens the last."""
    try:
        told = json.loads((office.folders.data / HELD).read_text("utf-8"))
        keys = {
            str(name): office.key_box.open(bytes.fromhex(sealed), _what(name))
            for name, sealed in told["keys"].items()
        }
        return keys, bytes.fromhex(told["mark"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}, b""


def _hold(office: Office, key_id: str, key: bytes, password: str | None = None) -> None:
    keys, mark = _held(office)
    keys[key_id] = key
    told = {
        "keys": {name: office.key_box.seal(each, _what(name)).hex() for name, each in keys.items()},
        "mark": (mark if password is None else _mark(key, password)).hex(),
    }
    write_whole(office.folders.data / HELD, (json.dumps(told) + "\n").encode())


def _what(key_id: str) -> str:
    return f"station key {key_id}"
