"""The keys of this machine's database: who can open them, and changing them without stopping work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.codes import PaperKind
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible, Sentence, sentence
from desktop.domain.rights import Right
from desktop.domain.second_factor import read_factor_name, read_pin
from desktop.models.file_database import FileDatabase
from desktop.models.rekeying import CopyDamaged, change_key
from desktop.models.unlock import Unlock
from desktop.models.wrapping import Way
from desktop.services import backup_making, sending, station_keys
from desktop.services.journal import Happening
from desktop.services.paper_faults import paper_faults
from desktop.services.print_settings import on_queue, setting_of
from desktop.services.rights import needs, open_to

if TYPE_CHECKING:
    from desktop.models.key_ring import KeyRing
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.ports import Token, TokenReader
    from desktop.services.rows import Actor

LEAST_SECRET = 12

_ON_SERVER = sentence("keys", "数据在本所服务器上，窗口凭服务器密码取得密钥，没有这一项设置。")
_DUE = sentence(
    "keys",
    "还没有恢复密钥：拿到这台电脑的人能打开数据，电脑坏了备份却打不开。请安全管理员在“备份与密钥”页生成。",
)
_DUE_SHARED = sentence(
    "keys", "本所还没有恢复密钥：窗口都坏了，服务器的备份就打不开。请安全管理员在“备份与密钥”页生成。"
)
_NO_DRIVE = sentence("errors", "没有插着的U盘。请插好后再试。")
_SAME_NAME = sentence("keys", "已有同名的密钥盘，请换一个名称。")
_SHORT = sentence("keys", "口令至少{least}个字符。可以用几个词组成的一句话，便于记忆。")
_OTHER = sentence("keys", "两次输入的口令不一样。")
_SPACES = sentence("keys", "口令首尾不要有空格。")
_NOT_STORED = sentence("keys", "密钥文件没有写成（{reason}），密钥没有改动。请检查磁盘后再试。")
_NO_PRINTER = sentence("keys", "没有默认打印机，恢复密钥没有打印。请抄写下来，核对无误后封存。")
_DAMAGED = sentence("keys", "重新加密的副本核对不符，没有启用，原数据库照常使用。请检查磁盘后再试。")


@dataclass(frozen=True, slots=True)
class KeysPage:
    """What opens the keys, and whether the file is still to be encrypted by the coming one.

    `by_user` is whether the machine's user opens them without being asked. `shared` keys are those of a station on
    a server, which this window has or not (`held`). `drives` is where a new token can be made.
    """

    secret: bool
    recovery: bool
    by_user: bool
    tokens: tuple[str, ...]
    key_id: str
    changing: bool
    shared: bool = False
    held: bool = True
    drives: tuple[str, ...] = ()


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
    """Keeps the keys of the database in a file, or the key that the windows of a station on a server share."""

    def __init__(self, office: Office, journal: Journal, tokens: TokenReader) -> None:
        self._office = office
        self._journal = journal
        self._tokens = tokens

    @needs(Right.KEEP_KEYS)
    def page(self, actor: Actor) -> KeysPage:
        """Return what opens the keys now."""
        del actor
        return self._page()

    @needs(Right.KEEP_DATABASE, Right.KEEP_KEYS)
    def due(self, actor: Actor) -> Sentence | None:
        """Return what is still to be done about the keys of a real station, None once the recovery key is made."""
        if actor.station.practice:
            return None
        if self._served:
            known = station_keys.standing(self._office)
            return None if known is not None and Way.RECOVERY in known[1].ways else _DUE_SHARED
        return None if Way.RECOVERY in self._database().ring.ways else _DUE

    @needs(Right.KEEP_KEYS)
    def take_station_key(self, actor: Actor, recovery: str) -> KeysPage:
        """Give this window the station's key by the recovery key; BadInput where it is another one."""
        station_keys.ring(self._office, Unlock(recovery=recovery))
        self._write(actor, "take_station_key")
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
            code = self._ring().new_recovery()
        self._write(actor, "make_recovery_key")
        return code

    @needs(Right.KEEP_KEYS)
    def print_recovery(self, actor: Actor, code: str) -> str:
        """Print a recovery key that was just made; the sheet is drawn and sent, and kept nowhere.

        Goes by the queue of the day's summary here, else by the default one. NotPossible without any;
        BadInput for a key that is not the present one.
        """
        from printing.cups import printers
        from printing.recovery_sheet import RecoverySheet, draw

        self._ring().check(Unlock(recovery=code))
        sheet = RecoverySheet(actor.station.name, code, actor.name, self._office.today())
        with self._office.database.faults():
            setting = setting_of(self._office.database.link, actor.counter_number, PaperKind.DAY_SUMMARY)
        with paper_faults():
            if not setting.printer:
                found = next((one.name for one in printers() if one.is_default), "")
                if not found:
                    raise NotPossible(_NO_PRINTER)
                setting = on_queue(setting, found)
            job = sending.send_secret(setting, draw(sheet, self._office.fonts()), "RECOVERY")
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
    def make_token(self, actor: Actor, typed: Mapping[str, str]) -> KeysPage:
        """Make a token on a drive and let it open the keys too; BadInput names what is wrong.

        `typed` has `drive`, `factor_name`, `new_pin` and `new_pin_again`. One that cannot be used is taken off the
        drive again.
        """
        pin = read_pin(typed["new_pin"], typed["new_pin_again"])
        name = read_factor_name(typed["factor_name"])
        if not typed["drive"]:
            raise BadInput("drive", _NO_DRIVE)
        if name in self._ring().tokens:
            raise BadInput("factor_name", _SAME_NAME)
        place, token = self._tokens.make(typed["drive"], name, pin)
        try:
            return self.add_token(actor, token)
        except BaseException:
            self._tokens.take_back(place)
            raise

    @needs(Right.KEEP_KEYS)
    def add_token(self, actor: Actor, token: Token) -> KeysPage:
        """Let a token open the keys too."""
        with keys_changing():
            self._ring().add_token(token)
        self._write(actor, "add_key_token", Sentence("log", "{name}", {"name": token.name}))
        return self._page()

    @needs(Right.KEEP_KEYS)
    def drop_token(self, actor: Actor, name: str) -> KeysPage:
        """Let a token open the keys no longer."""
        with keys_changing():
            self._ring().drop_token(name)
        self._write(actor, "drop_key_token", Sentence("log", "{name}", {"name": name}))
        return self._page()

    @needs(Right.KEEP_KEYS)
    def renew(self, actor: Actor, secret: str = "") -> str:
        """Change every key: the station key at once, the file's as soon as nobody is at work on it.

        `secret` is the present one where there is one (BadInput if it is another), and opens the new ones too.
        Returns the new recovery key; the old one, and every token, open nothing that is stored from now on.
        """
        ring = self._ring()
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
        if self._served:
            return self._shared_page()
        ring = self._database().ring
        return KeysPage(
            secret=Way.SECRET in ring.ways,
            recovery=Way.RECOVERY in ring.ways,
            by_user=Way.USER in ring.ways,
            tokens=ring.tokens,
            key_id=ring.current_id,
            changing=ring.coming_key is not None,
            drives=self._tokens.drives(),
        )

    def _shared_page(self) -> KeysPage:
        try:
            envelope, held = station_keys.ring(self._office).envelope, True
        except NotPossible:
            known = station_keys.standing(self._office)
            if known is None:
                raise
            envelope, held = known[1], False
        return KeysPage(
            secret=Way.SECRET in envelope.ways,
            recovery=Way.RECOVERY in envelope.ways,
            by_user=False,
            tokens=tuple(each.token for each in envelope.wrappings if each.way is Way.TOKEN),
            key_id=envelope.key_id,
            changing=False,
            shared=True,
            held=held,
            drives=self._tokens.drives(),
        )

    @property
    def _served(self) -> bool:
        return station_keys.server_of(self._office.database) is not None

    def _ring(self) -> KeyRing:
        return station_keys.ring(self._office) if self._served else self._database().ring

    def _database(self) -> FileDatabase:
        database = self._office.database
        if not isinstance(database, FileDatabase):
            raise NotPossible(_ON_SERVER)
        return database

    def _write(self, actor: Actor, action: str, detail: Sentence | None = None) -> None:
        with self._office.database.write() as link:
            at = self._office.clock.now()
            self._journal.write(link, Happening(actor, action, at, detail=str(detail or "")))
