"""Three PostgreSQL servers that stand in for each other, on this machine: Patroni and etcd from Debian.

For trying out and for the tests of a fail-over; what it writes is what `docs/high-availability.md` explains.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.cluster_settings import COPIES, OWNER, Folders, Place, etcd_options, patroni_settings
from installer.scratch_server import NoServer, as_server_user, programs

PASSWORDS = {OWNER: "scratch-owner", COPIES: "scratch-copies"}
"""Of servers that live for a minute on a loopback."""
NODES = ("one", "two", "three")
START_SECONDS = 60


class Node:
    """One server: its Patroni, its PostgreSQL and its member of etcd."""

    def __init__(self, place: Place, folder: Path) -> None:
        self.place, self.name, self.folder = place, place.name, folder / place.name
        self._begun: dict[str, subprocess.Popen[bytes]] = {}

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.folder / "data"

    def begin(self, what: str, command: list[str]) -> None:
        """Start one of its programs."""
        log = (self.folder / f"{what}.log").open("ab")
        with log:
            self._begun[what] = subprocess.Popen(
                command, cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    def processes(self) -> tuple[int, ...]:
        """Return everything of it that runs: etcd, Patroni, PostgreSQL and what PostgreSQL began."""
        found = [each.pid for each in self._begun.values() if each.poll() is None]
        with contextlib.suppress(OSError, ValueError, IndexError):
            first = int((self.data / "postmaster.pid").read_text().split()[0])
            found.append(first)
            found += map(int, Path(f"/proc/{first}/task/{first}/children").read_text().split())
        return tuple(found)

    def kill(self) -> None:
        """Let it die as a machine dies: everything at once, nothing said."""
        _signal(self.processes(), signal.SIGKILL)
        for each in self._begun.values():
            each.wait()
        (self.data / "postmaster.pid").unlink(missing_ok=True)  # a machine that starts again finds none of it

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Freeze everything of it meanwhile: its sockets stay open, and nobody answers."""
        stopped = self.processes()
        _signal(stopped, signal.SIGSTOP)
        try:
            yield
        finally:
            _signal(stopped, signal.SIGCONT)


class Cluster:
    """Three nodes in a scratch folder, all on 127.0.0.1, spoken to with TLS."""

    def __init__(self, folder: Path, certificate: Path, key: Path) -> None:
        for program in ("patroni", "etcd"):
            if shutil.which(program) is None:
                raise NoServer(f"{program} is missing: `make test-slow` installs Debian's packages")
        self.folder, self._certificate, self._key = folder, certificate, key
        ports = _free_ports(4 * len(NODES))
        self.nodes = tuple(
            Node(Place(name, "127.0.0.1", *ports[at : at + 4]), folder)
            for at, name in zip(range(0, len(ports), 4), NODES, strict=True)
        )

    @property
    def _places(self) -> tuple[Place, ...]:
        return tuple(node.place for node in self.nodes)

    @property
    def hosts(self) -> tuple[str, ...]:
        """Where the servers listen, as a counter's settings have it."""
        return tuple(f"127.0.0.1:{node.place.port}" for node in self.nodes)

    def start(self) -> None:
        """Start all of it and wait until there is a leader with a synchronous copy."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for node in self.nodes:
            node.folder.mkdir(exist_ok=True)
            for source, name in ((self._certificate, "server.crt"), (self._key, "server.key")):
                shutil.copy(source, node.folder / name)
                (node.folder / name).chmod(0o600)
            folders = Folders(
                node.data,
                node.folder,
                node.folder / "server.crt",
                node.folder / "server.key",
                programs(),
                node.folder / "pgpass",
            )
            told = patroni_settings(node.place, self._places, folders, PASSWORDS)
            (node.folder / "patroni.json").write_text(json.dumps(told))
            (node.folder / "patroni.json").chmod(0o600)
        if os.getuid() == 0:
            for path in (self.folder, *self.folder.rglob("*")):
                shutil.chown(path, "postgres", "postgres")
        for node in self.nodes:
            self.wake(node)
        self.until(lambda: self.leader() is not None and self.standby() is not None)

    def wake(self, node: Node) -> None:
        """Start a node, or start one that died again."""
        user = as_server_user()
        options = etcd_options(node.place, self._places, node.folder / "etcd")
        node.begin("etcd", [*user, shutil.which("etcd") or "etcd", *options])
        node.begin(
            "patroni", [*user, shutil.which("patroni") or "patroni", str(node.folder / "patroni.json")]
        )

    def leader(self) -> Node | None:
        """Return who takes writes now, or None."""
        return self._of_role("leader")

    def standby(self) -> Node | None:
        """Return whose copy is never behind, or None."""
        return self._of_role("sync_standby")

    def until(self, condition: Callable[[], bool], seconds: float = START_SECONDS) -> None:
        """Wait for something; NoServer when it does not come."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise NoServer(f"the three servers in {self.folder} did not get ready")
            time.sleep(0.1)

    def remove(self) -> None:
        """Stop everything and sweep the folder away."""
        for node in self.nodes:
            node.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    # -- inside ------------------------------------------------------------------------------------
    def _of_role(self, role: str) -> Node | None:
        for node in self.nodes:
            with contextlib.suppress(OSError, ValueError, KeyError):
                with urllib.request.urlopen(
                    f"http://127.0.0.1:{node.place.rest}/cluster", timeout=1
                ) as answer:
                    members = json.load(answer)["members"]
                for member in members:
                    if member["role"] == role and member["state"] in ("running", "streaming"):
                        return next(each for each in self.nodes if each.name == member["name"])
                return None
        return None


def _free_ports(count: int) -> list[int]:
    """Find ports that nobody uses just now."""
    taken = [socket.socket() for _ in range(count)]
    for each in taken:
        each.bind(("127.0.0.1", 0))
    found = [each.getsockname()[1] for each in taken]
    for each in taken:
        each.close()
    return found


def _signal(processes: tuple[int, ...], which: signal.Signals) -> None:
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, which)
