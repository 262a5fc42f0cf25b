"""`python -m desktop.station_backup make|list|check|drill|restore`: backups of a station's server, without a window.

For the server itself: run by a timer (installer/residence-backup.timer) as a user of its own, or by hand. Making
one takes no secret: it is sealed to the station's key. Opening one later takes the recovery key.
"""

from __future__ import annotations

import argparse
import getpass
import io
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.backups import BackupPlan, read_plan
from desktop.domain.errors import BadInput, CounterError

if TYPE_CHECKING:
    from desktop.models.dump_programs import WayIn
    from desktop.services.backup_rows import DrillResult

DONE, FAILED, WRONG = 0, 1, 2
"""Exit codes: done, or nothing was due; not done, or a drill that found faults; the command cannot be understood."""

_stop = threading.Event()


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says, print what came of it, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = _parser().parse_args(arguments)
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda _number, _frame: _stop.set())
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "make": _make,
        "list": _list,
        "check": _check,
        "drill": _drill,
        "restore": _restore,
    }
    try:
        return commands[given.command](given)
    except BadInput as error:
        _say(f"{error.field}：{error.message}", wrong=True)
        return WRONG
    except CounterError as error:
        _say(str(error.message), wrong=True)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m desktop.station_backup", description="本所服务器的备份、核对、恢复演练和恢复。"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("make", help="做一份备份（封存、读回核对、按安排保留）")
    _add_way(make, "dbname=residence user=counter_backup")
    make.add_argument("--folder", type=Path, required=True, help="存放的文件夹")
    make.add_argument("--second", default="", help="另存的文件夹")
    make.add_argument("--hour", default="18", help="与 --if-due 同用：每天几时后做")
    make.add_argument("--daily", default="14", help="保留几天的")
    make.add_argument("--weekly", default="8", help="保留几周的")
    make.add_argument("--if-due", action="store_true", help="没到时间、或已有窗口做过，就不做")
    make.add_argument("--drill", action="store_true", help="做好后马上恢复演练（不用恢复密钥）")
    listed = commands.add_parser("list", help="列出文件夹里的备份")
    listed.add_argument("--folder", type=Path, required=True)
    check = commands.add_parser("check", help="用恢复密钥从头到尾读一遍，不恢复")
    check.add_argument("file", type=Path)
    drill = commands.add_parser("drill", help="用恢复密钥恢复到临时数据库，核对后删除")
    _add_way(drill, "dbname=residence user=counter_backup")
    drill.add_argument("file", type=Path)
    restore = commands.add_parser("restore", help="恢复到一个新数据库，原数据库不动")
    _add_way(restore, "dbname=postgres")
    restore.add_argument("file", type=Path)
    restore.add_argument("--into", required=True, help="新数据库的名称，如 residence_restored")
    restore.add_argument(
        "--present", default="", help="现用数据库的名称：备份之后清除过的个人信息，在新数据库里列为待执行"
    )
    restore.add_argument(
        "--unrecorded",
        action="store_true",
        help="现用数据库里没有登记过的备份文件也恢复（文件里的内容以管理员身份执行，只用于确知来历的文件）",
    )
    return parser


def _add_way(parser: argparse.ArgumentParser, usual: str) -> None:
    parser.add_argument(
        "--dsn", default=usual, help=f"连接（默认 {usual!r}）；密码放在 ~/.pgpass，不写在这里"
    )


def _make(given: argparse.Namespace) -> int:
    from desktop.models import station_file
    from desktop.services import station_making
    from desktop.services.ports import SystemClock

    plan = read_plan(given.hour, given.daily, given.weekly, given.second)
    way = _way(given.dsn)
    made = station_making.make(
        way, given.folder, plan, SystemClock().now, _nothing, _stop.is_set, only_if_due=given.if_due
    )
    if made is None:
        _say("没到时间，或别处正在做、已经做过，这次不用做。")
        return DONE
    _say(f"备份已做好并读回核对：{made.path}（{made.size}字节）")
    if given.second:
        station_file.carry(made.path, Path(given.second) / made.path.name)
        _say(f"另存于{given.second}")
    _thin_out(given.folder, made.path, plan)
    return _tried(way, made.path, made.key) if given.drill else DONE


def _thin_out(folder: Path, made: Path, plan: BackupPlan) -> None:
    from desktop.models import station_file
    from desktop.services import station_making

    station = station_file.read_head(made).station
    for each in (folder, *([Path(plan.second)] if plan.second else [])):
        station_making.thin_out(each, station, plan)


def _list(given: argparse.Namespace) -> int:
    from desktop.domain.times import CHINA
    from desktop.models import station_file

    for path in sorted(given.folder.glob(f"station-*{station_file.SUFFIX}")):
        try:
            head = station_file.read_head(path)
        except CounterError as error:
            _say(f"{path.name}  不能使用：{error.message}")
            continue
        at = head.made_at.astimezone(CHINA)
        _say(
            f"{path.name}  {at:%Y-%m-%d %H:%M}  {path.stat().st_size}字节  派出所{head.station}  {head.revision}版"
        )
    return DONE


def _check(given: argparse.Namespace) -> int:
    from desktop.models import station_file
    from desktop.services.backup_making import facts_from

    key = _key(given.file)
    size = sum(len(part) for part in station_file.dump_of(given.file, key))
    facts = facts_from(station_file.open_facts(station_file.read_head(given.file), key))
    rows = sum(facts.counts.values())
    _say(f"{facts.station_name}：完整，{len(facts.counts)}张表{rows}行，封存前{size}字节。")
    return DONE


def _drill(given: argparse.Namespace) -> int:
    return _tried(_way(given.dsn), given.file, _key(given.file))


def _tried(way: WayIn, path: Path, key: bytes) -> int:
    """Hold a drill, print what it came to, and write that down at the server."""
    from desktop.models.server import ServerDatabase
    from desktop.models.server_session import session
    from desktop.services import station_drill, station_making
    from desktop.services.counter import build_counter
    from desktop.services.ports import Folders, SystemClock

    clock = SystemClock()
    with tempfile.TemporaryDirectory(prefix="residence-drill-") as folder:
        database = ServerDatabase(station_drill.settings_of(_named(way)), clock.now)
        counter = build_counter(database, Folders(Path(folder), Path(folder)), clock)
        try:
            actor = station_drill.timer(counter.office)
            result = station_drill.run(counter.office, actor, way, path, key, _nothing, _stop.is_set)
        finally:
            database.close()
    with session(way) as held:
        trouble = result.faults[0] if result.faults else None
        told = (result.size, "")
        station_making.note(held, station_making.DRILL, result.began_at, 0, result.name, told, trouble)
    _tell(result)
    return DONE if result.passed else FAILED


def _tell(result: DrillResult) -> None:
    rows = sum(one.found for one in result.counts)
    _say(
        f"{result.name} 恢复演练{'通过' if result.passed else '没有通过'}：读回{len(result.counts)}张表{rows}行，"
        f"留痕{result.entries}条{result.chains}条链，用时{result.seconds:.0f}秒。"
    )
    for one in result.counts:
        if one.written or one.found or one.now:
            _say(f"  {one.table}：备份时{one.written}，读回{one.found}，现在{one.now}")
    for each in (*result.faults, *result.remarks):
        _say(f"  {each}")


def _restore(given: argparse.Namespace) -> int:
    from desktop.services import station_restore
    from desktop.services.ports import SystemClock

    key = _key(given.file)
    made = station_restore.restore(
        _way(given.dsn),
        given.file,
        key,
        given.into,
        SystemClock().now,
        _stop.is_set,
        given.present,
        unrecorded=given.unrecorded,
    )
    _say(f"已恢复到数据库{made.name}：{made.rows}行，留痕{made.entries}条，原数据库没有改动。")
    if made.purges:
        _say(
            f"备份之后执行过的{len(made.purges)}份清除单在新数据库里列为已批准、未执行：启用后请安全管理员马上在"
            "“保存期限”页执行。"
        )
    elif not given.present:
        _say("没有用 --present 指明现用数据库：备份之后清除过的个人信息又回来了，请对照清除单再清除一次。")
    _say("启用：停用各窗口，把各窗口“连接”页的数据库名称改为这个名称，或由管理员给两个数据库改名。")
    return DONE


def _key(path: Path) -> bytes:
    """Ask for the recovery key, which opens a backup's own."""
    from desktop.models.unlock import Unlock
    from desktop.services import station_backups

    typed = getpass.getpass("恢复密钥：") if sys.stdin.isatty() else sys.stdin.readline().strip()
    return station_backups.foreign_key(path, Unlock(recovery=typed or "-"))


def _way(dsn: str) -> WayIn:
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    from desktop.domain.errors import sentence
    from desktop.models.dump_programs import WayIn

    try:
        parameters = conninfo_to_dict(dsn)
    except ProgrammingError as error:
        raise BadInput(
            "--dsn", sentence("errors", "连接写得不对，如 'host=/var/run/postgresql'。")
        ) from error
    if "password" in parameters:  # whoever lists the processes reads it, and the shell keeps it
        raise BadInput(
            "--dsn",
            sentence("errors", "密码不要写在命令里，别的用户看得到。请放在 ~/.pgpass，并更换这个密码。"),
        )
    return WayIn(parameters)


def _named(way: WayIn) -> WayIn:
    """Return a way in with its host named, as the program's own connections want it."""
    from desktop.models.server_session import session

    with session(way) as held:
        return held.way


def _nothing(_done: int, _total: int) -> None:
    """Progress is of no interest to a timer."""


def _say(words: str, *, wrong: bool = False) -> None:
    print(words, file=sys.stderr if wrong else sys.stdout, flush=True)  # noqa: T201 - a command's words to who ran it


if __name__ == "__main__":
    os.umask(0o077)  # a backup, and what a drill restores, are for whoever runs this alone
    sys.exit(main())
