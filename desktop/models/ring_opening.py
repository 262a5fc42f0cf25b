"""Opening a database's keys: made at the first start, taken over from an older program, asked for."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from desktop.models import envelope as envelopes
from desktop.models.cipher import new_file_key
from desktop.models.envelope import Envelope
from desktop.models.key_files import envelope_file, plain_file, user_file
from desktop.models.key_ring import ID_BYTES, KeyRing
from desktop.models.plain_key import gone, plain_key, read_key
from desktop.models.ring_content import Content, read_content, written
from desktop.models.unlock import KeysLocked, Unlock, open_by
from desktop.models.wrapping import KEY_BYTES, Way, WrongKey, seal, unseal, unwrap, wrap_by_user


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
    name, key_id = secrets.token_hex(ID_BYTES), secrets.token_hex(ID_BYTES)
    content = Content({name: key}, name, "", key if plain else secrets.token_bytes(KEY_BYTES), {})
    station_key = secrets.token_bytes(KEY_BYTES)
    wrapping = wrap_by_user(station_key, key_id, read_key(user_file(path), create=True))
    made = Envelope(1, key_id, (wrapping,), seal(station_key, written(content), key_id))
    envelopes.write(envelope_file(path), made)
    return open_ring(path, create=False)  # as the next start will: the plain key is only given up after it


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


def _forget_plain(ring: KeyRing) -> None:
    """Remove an older program's key file once the envelope has its key."""
    path = plain_file(ring.path)
    left = plain_key(path)
    if left is not None and left in dict(ring.candidates()).values():
        with contextlib.suppress(OSError):  # another start will
            path.write_bytes(bytes(2 * KEY_BYTES))
            path.unlink()
