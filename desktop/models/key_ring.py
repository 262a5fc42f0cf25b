"""A database's keys, opened: which one encrypts it now, which comes next, and who else can open them.

Under the station key, which the envelope has wrapped in several ways, are sealed: every key that the file was
ever encrypted by (an old copy stays readable), the root of the box that private keys are in, and the station
keys that this one replaced (an old backup stays readable).
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop.domain import recovery_code
from desktop.domain.errors import NotPossible, sentence
from desktop.models import envelope as envelopes
from desktop.models.cipher import new_file_key
from desktop.models.envelope import Envelope
from desktop.models.key_files import envelope_file, user_file
from desktop.models.plain_key import read_key
from desktop.models.ring_content import Content, written
from desktop.models.unlock import Unlock, open_by
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
    wrap_by_secret,
    wrap_by_token,
    wrap_by_user,
)

ID_BYTES = 6
RECOVERY_BYTES = 18

_LAST = sentence("errors", "请先设置开机口令并打印恢复密钥，再停用免口令启动。")
_CANNOT = sentence("errors", "这个密钥盘每次签名都不同，不能用来保管密钥。请换一个。")


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
                name = secrets.token_hex(ID_BYTES)
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
            name = secrets.token_hex(ID_BYTES)
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
                user = read_key(user_file(self.path), create=True)
                self._put(wrap_by_user(self._station_key, self._envelope.key_id, user))
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
            station_key, key_id = secrets.token_bytes(KEY_BYTES), secrets.token_hex(ID_BYTES)
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
            name = secrets.token_hex(ID_BYTES)
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
