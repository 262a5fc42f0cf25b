"""A PostgreSQL of one's own in a scratch folder: started, frozen, killed and swept away; for tests and trying out."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "counter"
_PROGRAMS = Path("/usr/lib/postgresql")


class NoServer(Exception):
    """There is no PostgreSQL server to start here."""


def programs() -> Path:
    """Return the folder of the newest server's programs; NoServer where Debian's package is not installed."""
    found = sorted(_PROGRAMS.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if not found:
        raise NoServer("PostgreSQL's server is missing: `make test` installs Debian's package postgresql")
    return found[-1].parent


def as_server_user() -> list[str]:
    """Return what comes before a command that PostgreSQL refuses to run as root: its own user does it then."""
    if os.getuid() != 0:
        return []
    user = pwd.getpwnam("postgres")
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


class ScratchServer:
    """One server with its data and its socket in a folder; whoever reaches the socket is let in: its user, and root.

    `port` opens it on the loopback too, or at another `address`, `certificate` and `key` with TLS, where passwords are asked for.
    Nothing is synced to the disk: what it holds is of no value. It sorts by codes, or as `order` tells initdb.
    """

    def __init__(
        self,
        folder: Path,
        *,
        port: int = 0,
        certificate: Path | None = None,
        key: Path | None = None,
        address: str = "127.0.0.1",
        order: tuple[str, ...] = ("--locale=C",),
    ) -> None:
        self._order = order
        self.folder, self.data, self.port = folder, folder / "data", port
        self._address = address
        self._certificate, self._key = certificate, key
        self._programs, self._user = programs(), as_server_user()

    def make(self) -> None:
        """Make the data folder, and nobody else on this machine gets to the socket in it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        if self._user:
            shutil.chown(self.folder, "postgres", "postgres")
        asked = ("-D", str(self.data), "-A", "trust", "-U", OWNER, "-E", "UTF8", "--no-sync")
        self._do("initdb", *asked, *self._order)
        if self.port:
            rules = "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n"
            self._write("pg_hba.conf", rules)
        if self._certificate is not None and self._key is not None:
            for source, name in ((self._certificate, "server.crt"), (self._key, "server.key")):
                self._write(name, source.read_text())
                (self.data / name).chmod(0o600)

    def start(self) -> None:
        """Start it and wait until it answers."""
        address = self._address if self.port else ""
        options = f"-k {self.folder} -h '{address}' -F -c max_connections=120"
        if self.port:
            options += f" -p {self.port}"
        if self._certificate is not None:
            options += " -c ssl=on"
        self._do("pg_ctl", "-D", str(self.data), "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, how: str = "immediate") -> None:
        """Stop it: "fast" as an administrator does, "immediate" as a crash does."""
        self._do("pg_ctl", "-D", str(self.data), "-w", "-m", how, "stop")

    @property
    def running(self) -> bool:
        """Whether it is there."""
        return (self.data / "postmaster.pid").exists()

    def processes(self) -> tuple[int, ...]:
        """Return the process numbers of the server and of everything it has begun."""
        first = int((self.data / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return (first, *(int(child) for child in children))

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Freeze every process of it meanwhile: its sockets stay open, and nobody answers."""
        stopped = self.processes()
        for process in stopped:
            os.kill(process, signal.SIGSTOP)
        try:
            yield
        finally:
            for process in reversed(stopped):
                os.kill(process, signal.SIGCONT)

    def remove(self) -> None:
        """Stop it, if it runs, and sweep its folder away."""
        if self.running:
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write(self, name: str, words: str) -> None:
        path = self.data / name
        path.write_text(words)
        if self._user:
            shutil.chown(path, "postgres", "postgres")

    def _do(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [*self._user, str(self._programs / program), *words],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        if done.returncode:
            raise NoServer(f"{program} failed: {done.stderr.strip()}")
