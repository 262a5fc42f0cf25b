"""The keys that papers are sealed with: looked at, put away, revoked, given out and taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible, Sentence, sentence
from desktop.domain.fields import REMARK_LIMIT, read_line, read_text
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import SealKey
from desktop.services import seal_ends, seal_keys
from desktop.services.in_turn import taking_turns
from desktop.services.journal import Happening
from desktop.services.rights import needs
from desktop.services.seal_rows import KeysTold, SealKeyRow, SealKeyRows
from desktop.services.whole_files import read_bounded, write_whole

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.seal.ended import EndedList
    from printing.seal.keys import Keys, PublicKey

ENDED_FOLDER = "ended"

_OF_REQUEST = Prepared(select(SealKey.id).where(SealKey.request_id == bindparam("request")))
_RETIRE = Prepared(
    update(SealKey).where(SealKey.key_id == bindparam("which")).values(retired_on=bindparam("day"))
)
_END = Prepared(
    update(SealKey)
    .where(SealKey.key_id == bindparam("which"))
    .values(retired_on=bindparam("last"), revoked_on=bindparam("day"), reason=bindparam("why"))
)

_NO_SUCH_KEY = sentence("errors", "本所没有编号为{key}的密钥。")
_NO_REASON = sentence("errors", "请填写吊销原因（2至60个字）。")
_UNREADABLE = sentence("errors", "读不出文件{name}：{reason}。")
_NO_TEXT = sentence("errors", "文件{name}不是文本文件，或者过大。")
_CLAIMS_US = sentence("errors", "文件里有一把自称本所的密钥{key}，不是本所生成的，没有导入。请核对文件来源。")
_WHY = sentence("log", "{key} {reason}")


class Seals:
    """Manages the station's own keys, and what it knows of other stations' keys and ended papers."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.SEE_KEYS)
    def keys(self, actor: Actor) -> SealKeyRows:
        """Return every key known here, this station's first and newest first.

        A station of before that has none yet gets one as soon as somebody who keeps the keys looks at them.
        """
        from printing.seal.keys import fingerprint, written

        if actor.may(Right.KEEP_KEYS):
            self._have_one(actor)
        with self._office.database.faults():
            link = self._office.database.link
            current = self._sealing(link, actor)
            rows = link.all(seal_keys.ALL)
        now = current[0] if current else ""
        shown = [_row(row, now) for row in reversed(rows)]
        own = [seal_keys.public_key(row) for row in rows if row.private_key]
        return SealKeyRows(tuple(sorted(shown, key=lambda row: not row.own)), fingerprint(written(own)))

    @needs(Right.KEEP_KEYS)
    @taking_turns
    def rotate(self, actor: Actor, request_id: str) -> SealKeyRows:
        """Make a new key and put the present one away: what it sealed stays good, it seals no more."""
        with self._office.database.write() as link:
            if link.one(_OF_REQUEST, request=request_id) is None:
                at = self._office.clock.now()
                for key_id in self._sealing(link, actor):
                    link.run(_RETIRE, which=key_id, day=local_date(at))
                    self._journal.write(link, Happening(actor, "retire_seal_key", at, detail=key_id))
                seal_keys.make(self._office, link, actor, at, request_id)
        return self.keys(actor)

    @needs(Right.KEEP_KEYS)
    @taking_turns
    def revoke(self, actor: Actor, request_id: str, key_id: str, reason: str) -> SealKeyRows:
        """Revoke an own key that was lost or seen: nothing that it sealed counts any more, whenever it did.

        The one that seals at present is followed by a new one. Revoking twice is once.
        """
        reason = read_line("reason", reason)
        if not 2 <= len(reason) <= 60:
            raise BadInput("reason", _NO_REASON)
        with self._office.database.write() as link:
            row = next(
                (row for row in link.all(seal_keys.ALL) if row.key_id == key_id and row.private_key), None
            )
            if row is None:
                raise NotPossible(_NO_SUCH_KEY.fill(key=key_id))
            if row.revoked_on is None:
                at = self._office.clock.now()
                today = local_date(at)
                link.run(_END, which=key_id, last=row.retired_on or today, day=today, why=reason)
                told = str(_WHY.fill(key=key_id, reason=reason))
                self._journal.write(link, Happening(actor, "revoke_seal_key", at, detail=told))
                if not self._sealing(link, actor):
                    seal_keys.make(self._office, link, actor, at, request_id)
        return self.keys(actor)

    @needs(Right.SEE_KEYS)
    def export_keys(self, actor: Actor, path: Path) -> KeysTold:
        """Write the file of this station's public keys, for everybody who checks its papers."""
        from printing.seal.keys import fingerprint, written

        with self._office.database.write() as link:
            at = self._office.clock.now()
            seal_keys.signer(self._office, link, actor, at)
            own = [seal_keys.public_key(row) for row in link.all(seal_keys.ALL) if row.private_key]
            text = written(own)
            write_whole(path, text.encode())
            self._journal.write(link, Happening(actor, "export_seal_keys", at, detail=path.name))
        return KeysTold(len(own), fingerprint(text))

    @needs(Right.KEEP_KEYS)
    def import_keys(self, actor: Actor, request_id: str, path: Path) -> KeysTold:
        """Take in another station's file of public keys, all of it or nothing; what is known stays known."""
        from printing.seal.keys import fingerprint, read

        text = _text_of(path)
        taken = read_told(lambda: read(text))
        here = seal_keys.station_number(actor.station)
        with self._office.database.write() as link:
            at = self._office.clock.now()
            before = {row.key_id: row for row in link.all(seal_keys.ALL)}
            for key in taken:
                _check_words(key)
                known = before.get(key.key_id)
                if known is None and key.station == here:
                    raise NotPossible(_CLAIMS_US.fill(key=key.key_id))
                if known is None:
                    seal_keys.add_public(self._office, link, actor, at, request_id, key)
                elif not known.private_key and known.revoked_on is None:
                    _follow(link, key)
            self._journal.write(link, Happening(actor, "import_seal_keys", at, detail=path.name))
        return KeysTold(len(taken), fingerprint(text))

    @needs(Right.SEE_KEYS)
    def export_ended(self, actor: Actor, path: Path) -> KeysTold:
        """Write the signed list of this station's papers that no longer count, as of today."""
        from printing.seal.ended import made, written
        from printing.seal.keys import fingerprint

        with self._office.database.write() as link:
            at = self._office.clock.now()
            signer = seal_keys.signer(self._office, link, actor, at)
            ended = made(seal_keys.station_number(actor.station), local_date(at), seal_ends.every(link))
            text = written(ended, signer)
            write_whole(path, text.encode())
            self._journal.write(link, Happening(actor, "export_ended_papers", at, detail=path.name))
        return KeysTold(len(ended.rows), fingerprint(text))

    @needs(Right.KEEP_KEYS)
    def import_ended(self, actor: Actor, path: Path) -> KeysTold:
        """Take in another station's list of ended papers; the newest one of a station is kept."""
        from printing.seal.keys import fingerprint

        text = _text_of(path)
        with self._office.database.write() as link:
            ended = read_told(lambda: _read_list(text, seal_keys.known(link)))
            kept = self._office.folders.data / ENDED_FOLDER
            kept.mkdir(exist_ok=True)
            write_whole(kept / f"{ended.station}.json", text.encode())
            at = self._office.clock.now()
            self._journal.write(link, Happening(actor, "import_ended_papers", at, detail=path.name))
        return KeysTold(len(ended.rows), fingerprint(text))

    def _have_one(self, actor: Actor) -> None:
        with self._office.database.faults():
            there = self._sealing(self._office.database.link, actor)
        if not there:
            with self._office.database.write() as link:
                seal_keys.signer(self._office, link, actor, self._office.clock.now())

    def _sealing(self, link: Link, actor: Actor) -> list[str]:
        rows = link.all(
            seal_keys.SEALING,
            box_name=self._office.key_box.name,
            station_number=seal_keys.station_number(actor.station),
        )
        return [row.key_id for row in rows]


def lists_here(office: Office, keys: Keys) -> dict[str, EndedList]:
    """Return the lists of ended papers taken in here, by station; one that no longer verifies is left out."""
    from printing.errors import PaperError

    found = {}
    for path in sorted((office.folders.data / ENDED_FOLDER).glob("*.json")):
        try:
            one = _read_list(path.read_text("utf-8"), keys)
        except (OSError, ValueError, PaperError):
            continue
        found[one.station] = one
    return found


def read_told(read: Any) -> Any:
    """Read a file of keys or of ended papers; NotPossible with the reason where it is none."""
    from printing.errors import PaperError

    try:
        return read()
    except PaperError as error:
        raise NotPossible(Sentence("paper", "{reason}", {"reason": str(error)})) from error


def _read_list(text: str, keys: Keys) -> EndedList:
    from printing.seal.ended import read

    return read(text, keys)


def _follow(link: Link, key: PublicKey) -> None:
    link.run(_END, which=key.key_id, last=key.retired_on, day=key.revoked_on, why=key.reason)


def _row(row: Any, current: str) -> SealKeyRow:
    return SealKeyRow(
        key_id=row.key_id,
        algorithm=row.algorithm,
        station=row.station,
        station_name=row.station_name,
        practice=row.practice,
        own=bool(row.private_key),
        current=row.key_id == current,
        made_on=row.made_on,
        retired_on=row.retired_on,
        revoked_on=row.revoked_on,
        reason=row.reason,
    )


def _check_words(key: PublicKey) -> None:
    """Refuse a key whose station's name or reason holds what cannot be seen, or is too long to be one."""
    try:
        read_text("station_name", key.station_name)
        read_text("reason", key.reason, REMARK_LIMIT)
    except BadInput as error:
        raise NotPossible(error.message) from error


def _text_of(path: Path) -> str:
    from printing.seal.keys import MOST_BYTES

    try:
        content = read_bounded(path, MOST_BYTES)
        if len(content) > MOST_BYTES:
            raise ValueError("too large")
        return content.decode()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EnvironmentTrouble(_UNREADABLE.fill(name=path.name, reason=reason)) from error
    except ValueError as error:
        raise NotPossible(_NO_TEXT.fill(name=path.name)) from error
