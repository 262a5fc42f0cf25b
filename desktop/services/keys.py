"""The keys of this machine's database: who can open them, and changing them without stopping work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.codes import PaperKind
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible, Sentence, sentence
from desktop.domain.rights import Right
from desktop.models.file_database import FileDatabase
from desktop.models.key_ring import Unlock
from desktop.models.rekeying import CopyDamaged, change_key
from desktop.models.wrapping import Way
from desktop.services import backup_making, sending
from desktop.services.journal import Happening
from desktop.services.paper_faults import paper_faults
from desktop.services.print_settings import on_queue, setting_of
from desktop.services.rights import needs, open_to

if TYPE_CHECKING:
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.ports import Token
    from desktop.services.rows import Actor

LEAST_SECRET = 12

_ON_SERVER = sentence("keys", "数据在派出所的服务器上，本机没有需要管理的数据库密钥。")
_SHORT = sentence("keys", "口令至少{least}个字符。可以用几个词组成的一句话，便于记忆。")
_OTHER = sentence("keys", "两次输入的口令不一样。")
_SPACES = sentence("keys", "口令首尾不要有空格。")
_NOT_STORED = sentence("keys", "密钥文件没有写成（{reason}），密钥没有改动。请检查磁盘后再试。")
_NO_PRINTER = sentence("keys", "没有默认打印机，恢复密钥没有打印。请抄写下来，核对无误后封存。")
_DAMAGED = sentence("keys", "重新加密的副本核对不符，没有启用，原数据库照常使用。请检查磁盘后再试。")


@dataclass(frozen=True, slots=True)
class KeysPage:
    """What opens the keys, and whether the file is still to be encrypted by the coming one.

    `by_user` is whether the machine's user opens them without being asked.
    """

    secret: bool
    recovery: bool
    by_user: bool
    tokens: tuple[str, ...]
    key_id: str
    changing: bool


def read_secret(secret: str, again: str) -> str:
    """Check a secret that is to open the keys; BadInput names the field that breaks the rule."""
    if secret != secret.strip():
        raise BadInput("secret", _SPACES)
    if len(secret) < LEAST_SECRET:
        raise BadInput("secret", _SHORT.fill(least=LEAST_SECRET))
    if secret != again:
        raise BadInput("secret_again", _OTHER)
    return secret


@contextmanager
def keys_changing() -> Iterator[None]:
    """Turn what the disk does while keys are stored into a sentence: they are as they were."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EnvironmentTrouble(_NOT_STORED.fill(reason=reason)) from error


class Keys:
    """Keeps the keys of the database in a file; a server's database has none here."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.KEEP_KEYS)
    def page(self, actor: Actor) -> KeysPage:
        """Return what opens the keys now."""
        del actor
        return self._page()

    @needs(Right.KEEP_KEYS)
    def set_secret(self, actor: Actor, secret: str, again: str) -> KeysPage:
        """Let a secret open the keys, in place of the one before. Takes a fifth of a second."""
        wanted = read_secret(secret, again)
        with keys_changing():
            self._database().ring.set_secret(wanted)
        self._write(actor, "set_station_secret")
        return self._page()

    @needs(Right.KEEP_KEYS)
    def new_recovery(self, actor: Actor) -> str:
        """Make a recovery key, told this once to be put on paper; the one before is worth nothing from now on."""
        with keys_changing():
            code = self._database().ring.new_recovery()
        self._write(actor, "make_recovery_key")
        return code

    @needs(Right.KEEP_KEYS)
    def print_recovery(self, actor: Actor, code: str) -> str:
        """Print a recovery key that was just made; the sheet is drawn and sent, and stored nowhere.

        Goes by the queue of the day's summary here, else by the default one. NotPossible without any;
        BadInput for a key that is not the present one.
        """
        from printing.cups import printers
        from printing.recovery_sheet import RecoverySheet, draw

        self._database().ring.check(Unlock(recovery=code))
        sheet = RecoverySheet(actor.station.name, code, actor.name, self._office.today())
        with self._office.database.faults():
            setting = setting_of(self._office.database.link, actor.counter_number, PaperKind.DAY_SUMMARY)
        with paper_faults():
            if not setting.printer:
                found = next((one.name for one in printers() if one.is_default), "")
                if not found:
                    raise NotPossible(_NO_PRINTER)
                setting = on_queue(setting, found)
            job = sending.send(setting, draw(sheet, self._office.fonts()), "RECOVERY")
        self._write(actor, "print_recovery_key")
        return job

    @needs(Right.KEEP_KEYS)
    def open_by_user(self, actor: Actor, *, wanted: bool) -> KeysPage:
        """Let the program start without being asked, or no longer; NotPossible while nothing else opens the keys."""
        with keys_changing():
            self._database().ring.open_by_user(wanted)
        self._write(actor, "start_unasked" if wanted else "start_asked")
        return self._page()

    @needs(Right.KEEP_KEYS)
    def add_token(self, actor: Actor, token: Token) -> KeysPage:
        """Let a token open the keys too."""
        with keys_changing():
            self._database().ring.add_token(token)
        self._write(actor, "add_key_token", Sentence("log", "{name}", {"name": token.name}))
        return self._page()

    @needs(Right.KEEP_KEYS)
    def drop_token(self, actor: Actor, name: str) -> KeysPage:
        """Let a token open the keys no longer."""
        with keys_changing():
            self._database().ring.drop_token(name)
        self._write(actor, "drop_key_token", Sentence("log", "{name}", {"name": name}))
        return self._page()

    @needs(Right.KEEP_KEYS)
    def renew(self, actor: Actor, secret: str = "") -> str:
        """Change every key: the station key at once, the file's as soon as nobody is at work on it.

        `secret` is the present one where there is one (BadInput if it is another), and opens the new ones too.
        Returns the new recovery key; the old one, and every token, open nothing that is stored from now on.
        """
        ring = self._database().ring
        if Way.SECRET in ring.ways:
            ring.check(Unlock(secret=secret))
        with keys_changing():
            code = ring.renew(secret if Way.SECRET in ring.ways else "")
        self._write(actor, "renew_keys")
        return code

    @open_to("says that the file is to be encrypted anew, and of nobody anything")
    def changing(self) -> bool:
        """Tell whether a coming key waits for the file to be encrypted by it; cheap."""
        database = self._office.database
        return isinstance(database, FileDatabase) and database.ring.coming_key is not None

    @open_to("the program goes on with what the security administrator ordered, whoever works at the counter")
    def go_on(self, actor: Actor, stopped: Callable[[], bool]) -> bool:
        """Encrypt the file by the coming key; False where somebody is at work: try again. For the background."""
        if not self.changing():
            return True
        database = self._database()
        assert database.path is not None
        self._journal.flush()
        try:
            with backup_making.database_faults(database.path.parent):
                done = change_key(database, stopped=stopped)
        except CopyDamaged as error:
            raise EnvironmentTrouble(_DAMAGED) from error
        if done:
            self._write(actor, "encrypted_anew")
        return done

    # -- inside ----------------------------------------------------------------------------------------
    def _page(self) -> KeysPage:
        ring = self._database().ring
        return KeysPage(
            secret=Way.SECRET in ring.ways,
            recovery=Way.RECOVERY in ring.ways,
            by_user=Way.USER in ring.ways,
            tokens=ring.tokens,
            key_id=ring.current_id,
            changing=ring.coming_key is not None,
        )

    def _database(self) -> FileDatabase:
        database = self._office.database
        if not isinstance(database, FileDatabase):
            raise NotPossible(_ON_SERVER)
        return database

    @contextmanager
    def _changing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise EnvironmentTrouble(_NOT_STORED.fill(reason=reason)) from error

    def _write(self, actor: Actor, action: str, detail: Sentence | None = None) -> None:
        with self._office.database.write() as link:
            at = self._office.clock.now()
            self._journal.write(link, Happening(actor, action, at, detail=str(detail or "")))
