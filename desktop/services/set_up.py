"""Setting up a station: the short form of the first run. There is no default password."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import insert

from desktop.domain.accounts import lookalike, read_sign_in_name
from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.fields import read_division, read_name, read_phone, read_text
from desktop.models.file_database import FileDatabase
from desktop.models.prepared import Prepared
from desktop.models.tables import Staff, Station
from desktop.services import passwords, seal_keys
from desktop.services.journal import Happening
from desktop.services.keys import keys_changing, read_secret
from desktop.services.rights import open_to
from desktop.services.rows import Actor, StationRow
from desktop.services.sign_in import COUNTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office

_ADD_STATION = Prepared(insert(Station))
_ADD_STAFF = Prepared(insert(Staff))


@dataclass(frozen=True, slots=True)
class NewStaff:
    """Somebody who will sign in, with the password as typed."""

    sign_in_name: str
    name: str
    role: Role
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StationSetup:
    """What the first-run form holds, as typed."""

    division: str
    station_code: str
    name: str
    address: str
    phone: str
    counter_number: int
    administrator_name: str
    sign_in_name: str
    password: str = field(repr=False)
    password_again: str = field(repr=False)
    secret: str = field(default="", repr=False)
    secret_again: str = field(default="", repr=False)


class SetUp:
    """Makes the station and its first administrator in one transaction."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @open_to("there is nobody yet; refused once the station is there")
    def create_station(self, setup: StationSetup) -> StationRow:
        """Check the form and set the station up; BadInput names the field that breaks its rule."""
        division = read_division("division", setup.division)
        if division not in self._office.divisions.known_county_codes():
            raise BadInput(
                "division", sentence("errors", "没有代码为{code}的县（市、区）。").fill(code=division)
            )
        code = setup.station_code.strip()
        if len(code) != 3 or not code.isascii() or not code.isdigit():
            raise BadInput("station_code", sentence("errors", "派出所代码应为3位数字。"))
        if setup.password != setup.password_again:
            raise BadInput("password_again", sentence("errors", "两次输入的密码不一样。"))
        sign_in_name = read_sign_in_name("sign_in_name", setup.sign_in_name)
        passwords.check_new(setup.password, sign_in_name=sign_in_name)
        if setup.counter_number not in COUNTERS:
            raise BadInput("counter_number", sentence("errors", "窗口号应为1至99。"))
        name = read_text("name", setup.name)
        if not name:
            raise BadInput("name", sentence("errors", "请填写派出所名称。"))
        station = StationRow(
            division=division,
            station_code=code,
            name=name,
            address=read_text("address", setup.address),
            phone=read_phone("phone", setup.phone) if setup.phone.strip() else "",
            practice=False,
        )
        administrator = NewStaff(
            sign_in_name,
            read_name("administrator_name", setup.administrator_name),
            Role.SYSTEM_ADMINISTRATOR,
            setup.password,
        )
        self._wrap_keys(setup)
        return self.establish(station, (administrator,), setup.counter_number)

    def _wrap_keys(self, setup: StationSetup) -> None:
        """Let the station's secret open the keys of a database in a file; of a server's none is asked."""
        database = self._office.database
        if not isinstance(database, FileDatabase):
            return
        secret = read_secret(setup.secret, setup.secret_again)
        if self._office.station() is None:
            with keys_changing():
                database.ring.set_secret(secret)

    @open_to("there is nobody yet; refused once the station is there")
    def establish(self, station: StationRow, staff: Sequence[NewStaff], counter_number: int) -> StationRow:
        """Store a station and its staff; NotPossible when this database has one already."""
        office = self._office
        if office.station() is not None:
            raise NotPossible(sentence("errors", "本机的派出所已经设立，不能再设立一次。"))
        hashes = [passwords.hashed(person.password) for person in staff]
        at = office.clock.now()
        with office.database.write() as link:
            link.run(
                _ADD_STATION,
                id=1,
                division=station.division,
                station_code=station.station_code,
                name=station.name,
                address=station.address,
                phone=station.phone,
                practice=station.practice,
                created_at=at,
            )
            for person, password_hash in zip(staff, hashes, strict=True):
                actor = store(office, self._journal, link, station, person, password_hash, counter_number)
                if person.role is Role.SYSTEM_ADMINISTRATOR:
                    seal_keys.signer(office, link, actor, at)
        return station


def store(
    office: Office,
    journal: Journal,
    link: Link,
    station: StationRow,
    person: NewStaff,
    password_hash: str,
    counter_number: int,
) -> Actor:
    """Store somebody who is there from the beginning, with what the trail says of it."""
    at = office.clock.now()
    staff_id = office.key(counter_number, at)
    link.run(
        _ADD_STAFF,
        id=staff_id,
        sign_in_name=person.sign_in_name,
        name=person.name,
        role=person.role.value,
        password_hash=password_hash,
        active=True,
        created_at=at,
        request_id=None,
        lookalike=lookalike(person.sign_in_name),
        one_time=False,
        password_set_at=at,
        version=1,
    )
    actor = Actor(staff_id, person.name, person.sign_in_name, person.role, station, counter_number)
    journal.write(link, Happening(actor, "set_up", at, detail=person.sign_in_name))
    return actor
