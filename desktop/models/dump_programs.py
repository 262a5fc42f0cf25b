"""PostgreSQL's own programs, pg_dump and pg_restore: found, started, listened to, and ended when nobody waits.

libpq alone waits for a frozen server for ever: whoever says nothing for too long is ended here.
"""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from desktop.domain.errors import CounterError, EnvironmentTrouble, NotPossible, Sentence, sentence

SILENT_SECONDS = 180.0
"""So long a program may say nothing before it is ended; building an index in a drill says nothing."""
LOOK_SECONDS = 0.1
_CHUNK, _AHEAD = 1 << 18, 16
_VERSION = re.compile(r"\b(\d+)(?:\.\d+)*")

_NONE = sentence(
    "backups",
    "找不到PostgreSQL的{name}，没有做成。请在这台电脑上安装PostgreSQL {major}的客户端程序，或改在服务器上备份。",
)
_OLDER = sentence(
    "backups",
    "这台电脑上的{name}是{found}版，服务器是{major}版：旧版读不全新版的数据，没有做成。请安装{major}版的客户端程序。",
)
_SILENT = sentence("backups", "服务器{seconds}秒没有回答，没有做成。请等服务器恢复后再做。")
_LOST = sentence("backups", "与服务器的连接中断，没有做成。原有备份没有改动，请等服务器恢复后再做。")
_RIGHTS = sentence(
    "backups", "备份用户在服务器上的权限不够（{reason}），没有做成。请管理员在服务器上重新运行授权脚本。"
)
_FAILED = sentence("backups", "{name}没有完成（{reason}）。原有备份没有改动。")
_GONE = (
    "server closed the connection",
    "terminating connection",
    "could not receive data",
    "connection to server",
)


class Ended(CounterError):
    """Whoever asked for it does not want it any more."""

    def __init__(self) -> None:
        super().__init__(sentence("backups", "已停止。"))


@dataclass(frozen=True, slots=True)
class WayIn:
    """How one signs in at the server, as libpq's parameters."""

    parameters: Mapping[str, Any] = field(repr=False)

    def to(self, database: str) -> WayIn:
        """Return the way to another database of the same server."""
        return WayIn({**self.parameters, "dbname": database})

    def words(self) -> str:
        """Return it as one text without the password, which nobody may see in a list of processes."""
        from psycopg.conninfo import make_conninfo

        return make_conninfo(**{name: it for name, it in self.parameters.items() if name != "password"})

    def environment(self) -> dict[str, str]:
        """Return a program's environment, the password in it."""
        kept = {name: it for name, it in os.environ.items() if not name.startswith("LC_")}
        kept |= {"LC_ALL": "C", "PGCLIENTENCODING": "UTF8"}
        if self.parameters.get("password"):
            kept["PGPASSWORD"] = str(self.parameters["password"])
        return kept


def folders() -> tuple[Path, ...]:
    """Return where PostgreSQL's programs may be: each version's own, the newest first, then the path."""
    if sys.platform == "win32":
        roots = [Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")) / "PostgreSQL"]
    else:
        roots = [Path("/usr/lib/postgresql"), Path("/opt/pgsql"), Path("/usr/local/pgsql")]
    versions = [folder for root in roots for folder in root.glob("*/bin")]
    versions.sort(key=lambda folder: _number(folder.parent.name), reverse=True)
    on_path = [Path(one) for one in os.environ.get("PATH", "").split(os.pathsep) if one]
    return (*versions, *on_path)


def find(name: str, major: int) -> Path:
    """Return a program that is not older than the server; NotPossible says what is missing."""
    newest = 0
    for folder in folders():
        path = folder / (f"{name}.exe" if sys.platform == "win32" else name)
        if not path.is_file():
            continue
        found = version_of(path)
        if found >= major:
            return path
        newest = max(newest, found)
    if newest:
        raise NotPossible(_OLDER.fill(name=name, found=newest, major=major))
    raise NotPossible(_NONE.fill(name=name, major=major))


def version_of(path: Path) -> int:
    """Return a program's major version, 0 where it does not say."""
    try:
        said = subprocess.run(  # noqa: S603 - a program of PostgreSQL's, found in its folders
            [str(path), "--version"], capture_output=True, text=True, timeout=20, check=False
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    found = _VERSION.search(said)
    return int(found.group(1)) if found else 0


def said_by(
    program: Path,
    words: Sequence[str],
    way: WayIn | None,
    stopped: Callable[[], bool],
    silent: float = SILENT_SECONDS,
) -> Iterator[bytes]:
    """Give what a program writes; Ended, or EnvironmentTrouble with why it did not come to its end."""
    with _running(program, words, way) as (process, complaints):
        out: queue.Queue[bytes] = queue.Queue(_AHEAD)
        given_up = threading.Event()
        assert process.stdout is not None
        reader = threading.Thread(target=_read, args=(process.stdout, out, given_up), daemon=True)
        reader.start()
        try:
            heard = time.monotonic()
            while True:
                try:
                    chunk = out.get(timeout=LOOK_SECONDS)
                except queue.Empty:
                    _wait_on(stopped, heard, silent)
                    continue
                if not chunk:
                    break
                if stopped():
                    raise Ended
                yield chunk
                heard = time.monotonic()
            _settle(process, stopped, silent)
        finally:
            given_up.set()
            process.kill()
            reader.join()
        _check(program, process, complaints)


def told_to(
    program: Path,
    words: Sequence[str],
    way: WayIn | None,
    content: Iterable[bytes],
    stopped: Callable[[], bool],
    silent: float = SILENT_SECONDS,
) -> bytes:
    """Write to a program and return what it said; Ended, or EnvironmentTrouble with why it did not take it.

    What `content` raises is raised, and the program is ended.
    """
    with _running(program, words, way, heard=True) as (process, complaints):
        pipe = process.stdin
        assert pipe is not None
        fed: queue.Queue[bytes | None] = queue.Queue(_AHEAD)
        moved = [time.monotonic()]
        writer = threading.Thread(target=_write, args=(pipe, fed, moved), daemon=True)
        writer.start()
        said: list[bytes] = []
        assert process.stdout is not None
        reader = threading.Thread(
            target=lambda out: said.append(out.read()), args=(process.stdout,), daemon=True
        )
        reader.start()
        try:
            for chunk in content:
                _put(fed, chunk, process, stopped, moved, silent)
            _put(fed, None, process, stopped, moved, silent)
            while writer.is_alive():
                writer.join(LOOK_SECONDS)
                _wait_on(stopped, moved[0], silent)
            _settle(process, stopped, silent)
        finally:
            process.kill()
            process.wait()
            _drain(fed)
            writer.join()
            reader.join()
        _check(program, process, complaints)
        return b"".join(said)


def complaint(name: str, words: str) -> Sentence:
    """Say what a program complained about."""
    line = next((one.strip() for one in words.splitlines() if one.strip()), "")
    line = line.removeprefix(f"{name}: ").removeprefix("error: ")
    if "version mismatch" in words:
        return _OLDER.fill(name=name, found="?", major="?")
    if "permission denied" in words:
        return _RIGHTS.fill(reason=line[:80])
    if any(one in words for one in _GONE):
        return _LOST
    return _FAILED.fill(name=name, reason=line[:80])


# -- inside --------------------------------------------------------------------------------------------------
@contextmanager
def _running(
    program: Path, words: Sequence[str], way: WayIn | None, *, heard: bool = False
) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603 - a program of PostgreSQL's, found in its folders
                [str(program), *words],
                stdin=subprocess.PIPE if heard else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=complaints,
                env=way.environment() if way is not None else None,
                bufsize=0,
            )
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise EnvironmentTrouble(_FAILED.fill(name=program.name, reason=reason)) from error
        try:
            yield process, complaints
        finally:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    try:
                        pipe.close()
                    except OSError:  # what it had not taken yet
                        continue


def _read(out: IO[bytes], into: queue.Queue[bytes], given_up: threading.Event) -> None:
    while True:
        chunk = out.read(_CHUNK)
        while not given_up.is_set():
            try:
                into.put(chunk, timeout=LOOK_SECONDS)
                break
            except queue.Full:
                continue
        if not chunk or given_up.is_set():
            return


def _write(pipe: IO[bytes], fed: queue.Queue[bytes | None], moved: list[float]) -> None:
    try:
        while (chunk := fed.get()) is not None:
            rest = memoryview(chunk)
            while rest:
                rest = rest[pipe.write(rest) or 0 :]
                moved[0] = time.monotonic()
        pipe.close()
    except OSError:  # it has ended: its own words say why
        while fed.get() is not None:
            moved[0] = time.monotonic()


def _put(
    fed: queue.Queue[bytes | None],
    chunk: bytes | None,
    process: subprocess.Popen[bytes],
    stopped: Callable[[], bool],
    moved: list[float],
    silent: float,
) -> None:
    while True:
        _wait_on(stopped, moved[0], silent)
        try:
            fed.put(chunk, timeout=LOOK_SECONDS)
            return
        except queue.Full:
            if process.poll() is not None and chunk is not None:
                return


def _drain(fed: queue.Queue[bytes | None]) -> None:
    """Let the writer come to its end."""
    while True:
        try:
            fed.get_nowait()
        except queue.Empty:
            break
    fed.put(None)


def _settle(process: subprocess.Popen[bytes], stopped: Callable[[], bool], silent: float) -> None:
    since = time.monotonic()
    while True:
        try:
            process.wait(LOOK_SECONDS)
            return
        except subprocess.TimeoutExpired:
            _wait_on(stopped, since, silent)


def _wait_on(stopped: Callable[[], bool], since: float, silent: float) -> None:
    if stopped():
        raise Ended
    if time.monotonic() - since > silent:
        raise EnvironmentTrouble(_SILENT.fill(seconds=f"{silent:.0f}"))


def _check(program: Path, process: subprocess.Popen[bytes], complaints: IO[bytes]) -> None:
    if process.returncode:
        complaints.seek(0)
        words = complaints.read(20_000).decode("utf-8", "replace")
        raise EnvironmentTrouble(complaint(program.stem, words))


def _number(name: str) -> float:
    try:
        return float(name)
    except ValueError:
        return 0.0
