"""Backups of the station's server as a window makes, lists and tries them; one of the windows has the duty."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from desktop.domain.backups import OLD, BackupPlan, is_due, kept
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.models import dump_programs, station_file
from desktop.models.dump_programs import Ended, WayIn
from desktop.models.prepared import Prepared
from desktop.models.server_roles import BACKUP
from desktop.models.server_session import session
from desktop.models.switch import Switch
from desktop.models.tables import DayClose, StationBackup
from desktop.models.unlock import KeysLocked, open_by
from desktop.models.wrapping import Way, WrongKey
from desktop.services import station_drill, station_keys, station_making
from desktop.services.backup_making import Stopped
from desktop.services.backup_rows import BackupRow, BackupsPage, DrillResult, StationStanding
from desktop.services.kept_sentences import kept_sentence

if TYPE_CHECKING:
    from desktop.models.server import ServerDatabase
    from desktop.models.unlock import Unlock
    from desktop.services.office import Office
    from desktop.services.rows import Actor

SHOWN = 60
"""Backups listed."""
_NAMED = re.compile(r"station-[0-9]{8}-[0-9]{6}" + re.escape(station_file.SUFFIX))
"""What a backup is called: a row that says another name, a path for instance, is not followed."""
SEALED_AS = "the backup user's password"

_CLOSED = Prepared(select(func.max(DayClose.closed_at).label("at")))
_LAST = Prepared(
    select(func.max(StationBackup.at).label("at")).where(
        StationBackup.kind == station_making.BACKUP,
        StationBackup.passed,
        StationBackup.at <= bindparam("now"),
    )
)
_ROWS = Prepared(
    select(StationBackup.at, StationBackup.host, StationBackup.file_name, StationBackup.size)
    .where(StationBackup.kind == station_making.BACKUP, StationBackup.passed)
    .order_by(StationBackup.at.desc())
    .limit(SHOWN)
)
_NEWEST = Prepared(
    select(StationBackup.at, StationBackup.passed, StationBackup.detail, StationBackup.host)
    .where(StationBackup.kind == bindparam("what"))
    .order_by(StationBackup.at.desc())
    .limit(1)
)
_NO_PASSWORD = sentence(
    "backups", "本窗口没有备份用户（{user}）的密码，读不到那里存的密码。请在“备份安排”里重新填写。"
)
_ONLY_THERE = sentence(
    "backups", "这份备份只能用本所当时的密钥打开，而当时没有恢复密钥。请到做备份时在用的窗口上演练。"
)
_OTHER_HOST = sentence("backups", "这份备份存在“{host}”上，请到那台电脑做恢复演练，或先把文件复制过来。")
_FAILED_AT = sentence("backups", "{host}上一次备份没有做成：{reason}")


def way_of(office: Office, told: Mapping[str, Any]) -> WayIn:
    """Return the way of the backup's role to the server that this window is on."""
    server = _server(office)
    settings = replace(server.settings, user=BACKUP, password=_password(office, told))
    each = [settings.parameters(place, {}, 10) for place in range(len(settings.hosts))]
    together = {name: ",".join(str(one[name]) for one in each) for name in ("host", "port")}
    return WayIn({**each[0], **together})


def page(office: Office, told: Mapping[str, Any], plan: BackupPlan, folder: Path) -> BackupsPage:
    """Return how the station's backups stand, whoever made them."""
    server, now = _server(office), office.clock.now()
    with server.faults():
        link = server.link
        rows = [row for row in link.all(_ROWS) if _NAMED.fullmatch(row.file_name)]
        last = link.one(_LAST, now=now)
        newest, drill = (
            link.one(_NEWEST, what=station_making.BACKUP),
            link.one(_NEWEST, what=station_making.DRILL),
        )
    keep, own = kept([row.at for row in rows], plan), socket.gethostname()
    found = tuple(
        one
        for one in (_row(row, folder, plan) for row in rows)
        if one.opens or (one.host != own and one.made_at in keep)  # the others were thinned out
    )
    at = last.at if last is not None else None
    failed = None
    if newest is not None and not newest.passed:
        failed = _FAILED_AT.fill(host=newest.host, reason=_read(newest.detail))
    failed = station_keys.altered(office) or failed
    known = station_keys.standing(office)
    return BackupsPage(
        rows=found,
        last=at,
        overdue=at is None or now - at > OLD,
        failed=failed,
        second_failed=kept_sentence(told.get("second_failed")),
        plan=plan,
        folder=folder,
        recoverable=known is not None and Way.RECOVERY in known[1].ways,
        replaced=False,
        station=StationStanding(
            duty=has_duty(told),
            drilled_at=drill.at if drill is not None else None,
            drill_passed=drill is not None and bool(drill.passed),
        ),
    )


def has_duty(told: Mapping[str, Any]) -> bool:
    """Tell whether this window looks after the station's backups."""
    return bool(told.get("station", {}).get("duty"))


def kept_duty(office: Office, told: Mapping[str, Any], *, duty: bool, password: str) -> dict[str, Any]:
    """Return what is kept of the duty; a password that is not typed stays as it was."""
    kept = dict(told.get("station", {}))
    kept["duty"] = duty
    if password:
        kept["password"] = office.key_box.seal(password.encode(), SEALED_AS).hex()
    return kept


def try_way(office: Office, told: Mapping[str, Any]) -> None:
    """Sign in as the backup's role, and look for pg_dump: what would fail tonight fails now, with its sentence."""
    with session(way_of(office, told)) as held:
        for name in ("pg_dump", "pg_restore"):
            dump_programs.find(name, held.version)
        held.value("SELECT count(*) FROM station_backup")


def due(office: Office, told: Mapping[str, Any], plan: BackupPlan) -> bool:
    """Tell whether this window should back the station up now; cheap, and never while the server is away."""
    database = office.database
    if not has_duty(told) or (isinstance(database, Switch) and database.away):
        return False
    server, now = _server(office), office.clock.now()
    with server.faults():
        last, closed = server.link.one(_LAST, now=now), server.link.one(_CLOSED)
    return is_due(now, last.at if last else None, plan, closed.at if closed else None)


def make(
    office: Office,
    actor: Actor,
    told: Mapping[str, Any],
    plan: BackupPlan,
    folder: Path,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
    *,
    only_if_due: bool,
) -> BackupRow | None:
    """Back the station up into a folder here; None where another window was quicker."""
    station_keys.ring(office)  # there must be a key to seal it to, and the one that the windows hold
    wrong = station_keys.altered(office)
    if wrong is not None:
        raise NotPossible(wrong)
    try:
        made = station_making.make(
            way_of(office, told),
            folder,
            plan,
            office.clock.now,
            progress,
            stopped,
            counter_number=actor.counter_number,
            only_if_due=only_if_due,
        )
    except Ended as error:
        raise Stopped from error
    if made is None:
        return None
    return BackupRow(made.path, made.at, made.size, True, False, True, socket.gethostname())


def drill(
    office: Office,
    actor: Actor,
    told: Mapping[str, Any],
    path: Path,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
    by: Unlock | None,
) -> DrillResult:
    """Try whether a backup of the station can be restored; the outcome is written down at the server too."""
    if not path.exists():
        raise NotPossible(_OTHER_HOST.fill(host=_host_of(office, path.name)))
    way, key = way_of(office, told), key_for(office, path, by)
    try:
        result = station_drill.run(office, actor, way, path, key, progress, stopped)
    except Ended as error:
        raise Stopped from error
    trouble = result.faults[0] if result.faults else None
    with session(way) as held:
        station_making.note(
            held,
            station_making.DRILL,
            result.began_at,
            actor.counter_number,
            result.name,
            (result.size, ""),
            trouble,
        )
    return result


def key_for(office: Office, path: Path, by: Unlock | None) -> bytes:
    """Return the key of a backup: by the station's key, or its own envelope opened by what somebody typed.

    Raises KeysLocked where nothing was typed yet, BadInput where it is wrong.
    """
    head = station_file.read_head(path)
    try:
        return station_file.open_key(head, station_keys.ring(office).station_key(head.key_id))
    except (WrongKey, NotPossible):
        return foreign_key(path, by)


def foreign_key(path: Path, by: Unlock | None) -> bytes:
    """Return the key of a backup by its own envelope alone."""
    head = station_file.read_head(path)
    ways = head.envelope.ways - {Way.USER, Way.SERVER}
    if not ways:
        raise NotPossible(_ONLY_THERE)
    if by is None:
        raise KeysLocked(ways)
    return station_file.open_key(head, open_by(head.envelope, by))


# -- inside --------------------------------------------------------------------------------------------------
def _server(office: Office) -> ServerDatabase:
    found = station_keys.server_of(office.database)
    assert found is not None
    return found


def _password(office: Office, told: Mapping[str, Any]) -> str:
    sealed = told.get("station", {}).get("password", "")
    try:
        return office.key_box.open(bytes.fromhex(sealed), SEALED_AS).decode() if sealed else ""
    except ValueError as error:
        raise NotPossible(_NO_PASSWORD.fill(user=BACKUP)) from error


def _row(row: Any, folder: Path, plan: BackupPlan) -> BackupRow:
    places = [folder, *([Path(plan.second)] if plan.second else [])]
    lying = [_lies(place / row.file_name, row.size) for place in places]
    first = next((place for place, there in zip(places, lying, strict=True) if there), folder)
    here, elsewhere = lying[0], any(lying[1:])
    return BackupRow(first / row.file_name, row.at, row.size, here, elsewhere, here or elsewhere, row.host)


def _lies(path: Path, size: int) -> bool:
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def _host_of(office: Office, name: str) -> str:
    server = _server(office)
    with server.faults():
        return next((row.host for row in server.link.all(_ROWS) if row.file_name == name), "?")


def _read(detail: str) -> Sentence | None:
    """Return what was written down with an outcome, as a sentence."""
    try:
        return kept_sentence(json.loads(detail))
    except ValueError:
        return kept_sentence(detail)
