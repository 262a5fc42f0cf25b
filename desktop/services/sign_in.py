"""Who works at which counter: signing in, unlocking, signing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import Staff
from desktop.services import passwords
from desktop.services.journal import Happening
from desktop.services.practice_staff import PRACTICE_CLERKS, PRACTICE_COUNTERS
from desktop.services.rows import Actor, Welcome

if TYPE_CHECKING:
    from desktop.services.journal import Journal
    from desktop.services.office import Office

COUNTERS = tuple(range(1, 100))
_BY_NAME = Prepared(
    select(Staff.id, Staff.name, Staff.sign_in_name, Staff.role, Staff.password_hash, Staff.active).where(
        Staff.sign_in_name == bindparam("sign_in_name")
    )
)
_WRONG = sentence("errors", "登录名或密码不对。请检查大小写后再试。")


class SignIn:
    """Lets staff in; knows nothing of screens."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    def welcome(self) -> Welcome:
        """Return what the sign-in page shows; the sample clerks only at the practice station."""
        station = self._office.station()
        practice = station is not None and station.practice
        return Welcome(
            station=station,
            counters=PRACTICE_COUNTERS if practice else COUNTERS,
            practice_clerks=PRACTICE_CLERKS if practice else (),
        )

    def sign_in(self, sign_in_name: str, password: str, counter_number: int) -> Actor:
        """Return who signed in at which counter. BadInput says the same for a wrong name and password."""
        station = self._office.station()
        if station is None:
            raise NotPossible(sentence("errors", "本机还没有设立派出所，请先完成首次设置。"))
        if not 1 <= counter_number <= 99:
            raise BadInput("counter_number", sentence("errors", "窗口号应为1至99。"))
        with self._office.database.faults():
            row = self._office.database.link.one(_BY_NAME, sign_in_name=sign_in_name.strip())
        if row is None or not row.active or not passwords.matches(row.password_hash, password):
            raise BadInput("password", _WRONG)
        actor = Actor(row.id, row.name, row.sign_in_name, Role(row.role), station, counter_number)
        self._write(actor, "sign_in")
        self._office.refresh_calendar()
        return actor

    def unlock(self, actor: Actor, password: str) -> None:
        """Let the same clerk back to the locked screen; BadInput when the password is wrong."""
        if not is_password_of(self._office, actor, password):
            raise BadInput("password", sentence("errors", "密码不对。锁屏下的内容没有变动，请再试。"))
        self._write(actor, "unlock")
        self._office.refresh_calendar()

    def locked(self, actor: Actor) -> None:
        """Write down that the screen was locked."""
        self._write(actor, "lock")

    def sign_out(self, actor: Actor) -> None:
        """Write down that the clerk left."""
        self._write(actor, "sign_out")

    def _write(self, actor: Actor, action: str) -> None:
        with self._office.database.write() as link:
            self._journal.write(link, Happening(actor, action, self._office.clock.now()))


def is_password_of(office: Office, actor: Actor, password: str) -> bool:
    """Tell whether somebody who is signed in gave their own password once more; some 0.2 s."""
    with office.database.faults():
        row = office.database.link.one(_BY_NAME, sign_in_name=actor.sign_in_name)
    return row is not None and bool(row.active) and passwords.matches(row.password_hash, password)
