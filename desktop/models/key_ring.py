"""A database's keys, opened: which one encrypts it now, which comes next, and who else can open them.

Under the station key, which the envelope has wrapped in several ways, are sealed: every key that the file was
ever encrypted by (an old copy stays readable), the root of the box that private keys are in, and the station
keys that this one replaced (an old backup stays readable).
"""

from __future__ import annotations

import contextlib
import json
import secrets
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain import recovery_code
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible, Sentence, sentence
from desktop.models import envelope as envelopes
from desktop.models.cipher import new_file_key
from desktop.models.envelope import Envelope
from desktop.models.plain_key import gone, plain_key, read_key
from desktop.models.wrapping import (
    KEY_BYTES,
    CannotWrap,
    Cost,
    Token,
    Way,
    Wrapping,
    WrongKey,
    seal,
    unseal,
    unwrap,
    wrap_by_secret,
    wrap_by_token,
    wrap_by_user,
)

_ID_BYTES = 6
RECOVERY_BYTES = 18

_LOCKED = sentence("errors", "这台电脑上的数据已加密锁定，请输入开机口令。")
_WRONG: dict[Way, tuple[str, Sentence]] = {
    Way.SECRET: ("secret", sentence("errors", "口令不对，数据没有打开。请重新输入。")),
    Way.RECOVERY: ("recovery", sentence("errors", "这不是本机现用的恢复密钥。请核对纸面上的编号和日期。")),
    Way.TOKEN: ("token", sentence("errors", "这个密钥盘打不开本机数据，请换一个。")),
}
_NOT_SUCH = sentence("errors", "本机没有设置过这种开启方式，请换一种。")
_LAST = sentence("errors", "请先设置开机口令并打印恢复密钥，再停用免口令启动。")
_CANNOT = sentence("errors", "这个密钥盘每次签名都不同，不能用来保管密钥。请换一个。")


class KeysLocked(EnvironmentTrouble):
    """The keys are there, and this machine alone cannot open them; `ways` says what can."""

    def __init__(self, ways: frozenset[Way]) -> None:
        super().__init__(_LOCKED)
        self.ways = ways


@dataclass(frozen=True, slots=True)
class Unlock:
    """What somebody opens the keys with: one of these."""

    secret: str = ""
    recovery: str = ""
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What is sealed under the station key, keys by their short names; `made` once there was a database."""

    keys: dict[str, bytes]
    current: str
    coming: str
    box: bytes
    stations: dict[str, bytes]
    made: bool = False


class KeyRing:
    """The opened keys of the database at `path`; changes are stored at once, whole or not at all."""

    def __init__(self, path: Path, station_key: bytes, envelope: Envelope, content: Content) -> None:
        self.path = path
        self._station_key, self._envelope, self._content = station_key, envelope, content
        self._guard = threading.RLock()

    # -- what it knows -----------------------------------------------------------------------------
    @property
    def envelope(self) -> Envelope:
        """The envelope as it is stored."""
        return self._envelope

    @property
    def ways(self) -> frozenset[Way]:
        """What opens it."""
        return self._envelope.ways

    @property
    def tokens(self) -> tuple[str, ...]:
        """The names of the tokens that open it."""
        return tuple(each.token for each in self._envelope.wrappings if each.way is Way.TOKEN)

    @property
    def box(self) -> bytes:
        """The root of the box of private keys; it stays when the file's key changes."""
        return self._content.box

    @property
    def made(self) -> bool:
        """Whether there was a database already: one that is not there any more is gone."""
        return self._content.made

    @property
    def current_id(self) -> str:
        """The short name of the key that the file is encrypted by."""
        return self._content.current

    @property
    def coming_key(self) -> bytes | None:
        """The key that the file is to be encrypted by, if it is to change."""
        return self._content.keys.get(self._content.coming)

    def current_key(self) -> bytes:
        """Return the key that the file is encrypted by."""
        return self._content.keys[self._content.current]

    def candidates(self) -> Iterator[tuple[str, bytes]]:
        """Give every key that may fit the file, the likeliest first."""
        it = self._content
        first = [name for name in (it.current, it.coming) if name]
        for name in (*first, *(name for name in reversed(it.keys) if name not in first)):
            yield name, it.keys[name]

    def seal(self, secret: bytes, what: str) -> tuple[str, bytes]:
        """Encrypt something under the station key; return that key's name too."""
        return self._envelope.key_id, seal(self._station_key, secret, what)

    def unseal(self, key_id: str, sealed: bytes, what: str) -> bytes:
        """Decrypt it again, also when the station key has changed since; WrongKey where that is not ours."""
        return unseal(self.station_key(key_id or "?"), sealed, what)

    def note_made(self) -> None:
        """Remember that there is a database now."""
        with self._guard:
            if not self._content.made:
                self._store(replace(self._content, made=True))

    # -- the file's key ----------------------------------------------------------------------------
    def come(self) -> bytes:
        """Make the key that the file is to be encrypted by, unless there is one; return it."""
        with self._guard:
            if not self._content.coming:
                name = secrets.token_hex(_ID_BYTES)
                keys = {**self._content.keys, name: new_file_key()}
                self._store(replace(self._content, keys=keys, coming=name))
            return self._content.keys[self._content.coming]

    def take(self, name: str) -> None:
        """The file is encrypted by this key now."""
        with self._guard:
            coming = "" if name == self._content.coming else self._content.coming
            if name != self._content.current:
                self._store(replace(self._content, current=name, coming=coming))

    def adopt(self, key: bytes) -> None:
        """The file is encrypted by a key that was not known here; keep it."""
        with self._guard:
            name = secrets.token_hex(_ID_BYTES)
            self._store(
                replace(self._content, keys={**self._content.keys, name: key}, current=name, coming="")
            )

    # -- who can open it ---------------------------------------------------------------------------
    def set_secret(self, secret: str, cost: Cost | None = None) -> None:
        """Let this secret open the keys, and the one before no longer. Takes a fifth of a second."""
        with self._guard:
            key_id = self._envelope.key_id
            made = wrap_by_secret(self._station_key, key_id, Way.SECRET, secret, cost or Cost())
            self._put(made)

    def new_recovery(self, cost: Cost | None = None) -> str:
        """Make a recovery key and return it, the only time that it is told; the one before opens no longer."""
        code = recovery_code.written(secrets.token_bytes(RECOVERY_BYTES))
        with self._guard:
            key_id = self._envelope.key_id
            self._put(wrap_by_secret(self._station_key, key_id, Way.RECOVERY, code, cost or Cost()))
        return code

    def add_token(self, token: Token) -> None:
        """Let a token open the keys too. NotPossible for one that signs otherwise each time."""
        with self._guard:
            try:
                made = wrap_by_token(self._station_key, self._envelope.key_id, token)
            except CannotWrap as error:
                raise NotPossible(_CANNOT) from error
            self._put(made)

    def open_by_user(self, wanted: bool) -> None:
        """Let the machine's user open the keys without being asked, or no longer.

        NotPossible to end it while nothing else opens them, both a secret (or token) and a recovery key.
        """
        with self._guard:
            if wanted:
                self._put(wrap_by_user(self._station_key, self._envelope.key_id, _user_key(self.path)))
                return
            others = self.ways - {Way.USER}
            if not others - {Way.RECOVERY} or Way.RECOVERY not in others:
                raise NotPossible(_LAST)
            self._drop(Way.USER)
            user_file(self.path).unlink(missing_ok=True)

    def drop_token(self, name: str) -> None:
        """Let a token that was lost open the keys no longer."""
        with self._guard:
            self._drop(Way.TOKEN, name)

    def renew(self, secret: str = "", token: Token | None = None, cost: Cost | None = None) -> str:
        """Put another station key in place of this one, and begin to change the file's; return a recovery key.

        `secret` is the present or another one. Whatever is not given opens the keys no longer; only the
        machine's user still does where it did. What was copied before, the old envelope with what opened it,
        opens nothing that is written from now on.
        """
        with self._guard:
            ways, old = self.ways, self._envelope
            code = recovery_code.written(secrets.token_bytes(RECOVERY_BYTES))
            station_key, key_id = secrets.token_bytes(KEY_BYTES), secrets.token_hex(_ID_BYTES)
            how = cost or Cost()
            wrappings = [wrap_by_secret(station_key, key_id, Way.RECOVERY, code, how)]
            if secret:
                wrappings.append(wrap_by_secret(station_key, key_id, Way.SECRET, secret, how))
            if token is not None:
                try:
                    wrappings.append(wrap_by_token(station_key, key_id, token))
                except CannotWrap as error:
                    raise NotPossible(_CANNOT) from error
            if Way.USER in ways or len(wrappings) == 1:
                user = read_key(user_file(self.path), create=True)
                wrappings.append(wrap_by_user(station_key, key_id, user))
            name = secrets.token_hex(_ID_BYTES)
            content = replace(
                self._content,
                keys={**self._content.keys, name: new_file_key()},
                coming=name,
                stations={**self._content.stations, old.key_id: self._station_key},
            )
            sealed = seal(station_key, written(content), key_id)
            made = Envelope(old.number + 1, key_id, tuple(wrappings), sealed)
            self._keep(made)
            self._station_key, self._envelope, self._content = station_key, made, content
        return code

    def check(self, by: Unlock) -> None:
        """Check that somebody knows what opens the keys; BadInput names the field that does not."""
        open_by(self._envelope, by)

    def station_key(self, key_id: str = "") -> bytes:
        """Return the station key of this name, the present one by default; WrongKey where it was never ours."""
        if key_id in ("", self._envelope.key_id):
            return self._station_key
        try:
            return self._content.stations[key_id]
        except KeyError as error:
            raise WrongKey from error

    # -- inside ------------------------------------------------------------------------------------
    def _keep(self, envelope: Envelope) -> None:
        """Store the envelope; whoever raises here has changed nothing."""
        envelopes.write(envelope_file(self.path), envelope)

    def _put(self, wrapping: Wrapping) -> None:
        kept = [
            each
            for each in self._envelope.wrappings
            if each.way is not wrapping.way or each.token != wrapping.token
        ]
        self._write(tuple([*kept, wrapping]))

    def _drop(self, way: Way, token: str = "") -> None:
        self._write(
            tuple(
                each
                for each in self._envelope.wrappings
                if each.way is not way or (token and each.token != token)
            )
        )

    def _write(self, wrappings: tuple[Wrapping, ...]) -> None:
        made = replace(self._envelope, number=self._envelope.number + 1, wrappings=wrappings)
        self._keep(made)
        self._envelope = made

    def _store(self, content: Content) -> None:
        sealed = seal(self._station_key, written(content), self._envelope.key_id)
        made = replace(self._envelope, number=self._envelope.number + 1, content=sealed)
        self._keep(made)
        self._envelope, self._content = made, content


def envelope_file(path: Path) -> Path:
    """Return where the envelope of a database is."""
    return path.with_suffix(".keys")


def user_file(path: Path) -> Path:
    """Return where the key is that only the machine's user may read."""
    return path.with_suffix(".user")


def plain_file(path: Path) -> Path:
    """Return where an older program kept the file's key."""
    return path.with_suffix(".key")


def open_ring(path: Path, *, create: bool, by: Unlock | None = None) -> KeyRing:
    """Open the keys of the database at `path`, making them when `create` is set and there are none.

    An older program's plain key is taken over into an envelope. Raises KeysLocked where somebody must be asked,
    BadInput where what was given is wrong, EnvironmentTrouble where the keys are gone or damaged.
    """
    found = envelopes.read(envelope_file(path))
    if found is None:
        plain = plain_key(plain_file(path))
        if plain is None and not create:
            raise gone(envelope_file(path))
        return _made(path, plain)
    station_key = _opened_here(found, path)
    if station_key is None and by is not None:
        station_key = open_by(found, by)
    if station_key is None:
        raise KeysLocked(found.ways)
    ring = ring_of(path, found, station_key)
    _forget_plain(ring)
    return ring


def ring_of(path: Path, envelope: Envelope, station_key: bytes) -> KeyRing:
    """Return the ring of an envelope that this station key opens."""
    return KeyRing(
        path, station_key, envelope, read_content(unseal(station_key, envelope.content, envelope.key_id))
    )


def open_envelope(path: Path, envelope: Envelope, by: Unlock) -> KeyRing:
    """Open an envelope that came from elsewhere, such as with a backup, by what is given alone."""
    return ring_of(path, envelope, open_by(envelope, by))


def key_of(path: Path, *, create: bool = False) -> bytes:
    """Return the key that the file is encrypted by, where this machine may open it without asking."""
    return open_ring(path, create=create).current_key()


def _made(path: Path, plain: bytes | None) -> KeyRing:
    key = plain or new_file_key()
    name, key_id = secrets.token_hex(_ID_BYTES), secrets.token_hex(_ID_BYTES)
    content = Content({name: key}, name, "", key if plain else secrets.token_bytes(KEY_BYTES), {})
    station_key = secrets.token_bytes(KEY_BYTES)
    wrapping = wrap_by_user(station_key, key_id, _user_key(path))
    made = Envelope(1, key_id, (wrapping,), seal(station_key, written(content), key_id))
    envelopes.write(envelope_file(path), made)
    return open_ring(path, create=False)  # as the next start will: the plain key is only given up after it


def _user_key(path: Path) -> bytes:
    return read_key(user_file(path), create=True)


def _opened_here(envelope: Envelope, path: Path) -> bytes | None:
    user = plain_key(user_file(path))
    if user is not None:
        for each in envelope.wrappings:
            if each.way is Way.USER:
                try:
                    return unwrap(each, envelope.key_id, user)
                except WrongKey:
                    continue
    if envelope.ways == {Way.USER}:
        raise gone(user_file(path))
    return None


def open_by(envelope: Envelope, by: Unlock) -> bytes:
    """Return the station key that what was given opens; BadInput names what is wrong."""
    if by.token is not None:
        way, given = Way.TOKEN, by.token
    elif by.recovery:
        way, given = Way.RECOVERY, recovery_code.read(by.recovery)  # type: ignore[assignment]
    else:
        way, given = Way.SECRET, by.secret  # type: ignore[assignment]
    field, wrong = _WRONG[way]
    asked = [each for each in envelope.wrappings if each.way is way]
    if not asked:
        raise BadInput(field, _NOT_SUCH)
    for each in asked:
        try:
            return unwrap(each, envelope.key_id, given)
        except WrongKey:
            continue
    raise BadInput(field, wrong)


def _forget_plain(ring: KeyRing) -> None:
    """Remove an older program's key file once the envelope has its key."""
    path = plain_file(ring.path)
    left = plain_key(path)
    if left is not None and left in dict(ring.candidates()).values():
        with contextlib.suppress(OSError):  # another start will
            path.write_bytes(bytes(2 * KEY_BYTES))
            path.unlink()


def written(content: Content) -> bytes:
    """Return what is sealed under a station key."""
    return json.dumps(
        {
            "keys": {name: key.hex() for name, key in content.keys.items()},
            "current": content.current,
            "coming": content.coming,
            "box": content.box.hex(),
            "stations": {name: key.hex() for name, key in content.stations.items()},
            "made": content.made,
        }
    ).encode()


def read_content(kept: bytes) -> Content:
    """Read what was sealed under a station key."""
    told = json.loads(kept)
    return Content(
        {str(name): bytes.fromhex(key) for name, key in told["keys"].items()},
        str(told["current"]),
        str(told["coming"]),
        bytes.fromhex(told["box"]),
        {str(name): bytes.fromhex(key) for name, key in told["stations"].items()},
        bool(told.get("made", False)),
    )
