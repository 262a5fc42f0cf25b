"""A real network of two computers on this machine, with a cable between them that can be pulled.

Each is a network namespace, joined to the other by a veth pair: the server is in the one, the window in the other,
and they talk over TCP and TLS. It takes root, and a kernel that lets root make networks; who cannot is told so.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from installer.scratch_server import OWNER, ScratchServer
from tests.models.certificates import Authority

SERVER, WINDOW = "10.213.7.1", "10.213.7.2"
PORT = 5432


class NoNetwork(Exception):
    """A network cannot be made here."""


class Cable:
    """The cable; `silent` while it is pulled, which neither side is told of. See `FlakyWay`."""

    host = f"{SERVER}:{PORT}"

    def __init__(self) -> None:
        self._ends = [_namespace(), _namespace()]
        there, here = self._ends
        _do(
            *inside(here),
            "ip",
            "link",
            "add",
            "eth0",
            "type",
            "veth",
            "peer",
            "name",
            "eth0",
            "netns",
            str(there.pid),
        )
        for end, address in ((there, SERVER), (here, WINDOW)):
            for words in (
                ("link", "set", "lo", "up"),
                ("address", "add", f"{address}/24", "dev", "eth0"),
                ("link", "set", "eth0", "up"),
            ):
                _do(*inside(end), "ip", *words)
        self._pulled = False

    @property
    def at_window(self) -> list[str]:
        """What comes before a command of the window's computer."""
        return inside(self._ends[1])

    @property
    def at_server(self) -> list[str]:
        """What comes before a command of the server's computer."""
        return inside(self._ends[0])

    @property
    def silent(self) -> bool:
        """Whether the cable is pulled."""
        return self._pulled

    @silent.setter
    def silent(self, pulled: bool) -> None:
        _do(*self.at_server, "ip", "link", "set", "eth0", "down" if pulled else "up")
        self._pulled = pulled

    closed = silent

    def close(self) -> None:
        """End both networks."""
        for end in self._ends:
            end.kill()
            end.wait()


class CabledServer(ScratchServer):
    """A server on the other computer, reached over TLS; its socket is reached from here."""

    def __init__(self, folder: Path, cable: Cable, keys: Path) -> None:
        authority = Authority("station")
        self.ca_file = keys / "ca.crt"
        self.ca_file.write_bytes(authority.certificate)
        certificate, key = authority.issue(keys, SERVER)
        super().__init__(folder, port=PORT, certificate=certificate, key=key, address=SERVER)
        self._user = [*cable.at_server, *self._user]

    def make(self) -> None:
        """Make the data folder; the window's computer is let in."""
        super().make()
        self._write("pg_hba.conf", f"local all all trust\nhostssl all {OWNER} {WINDOW}/32 trust\n")


def inside(end: subprocess.Popen[bytes]) -> list[str]:
    """Return what comes before a command to be run on one of the computers."""
    return ["nsenter", f"--net=/proc/{end.pid}/ns/net", "--"]


def _namespace() -> subprocess.Popen[bytes]:
    made = subprocess.Popen(
        ["unshare", "--net", "sh", "-c", "echo made; exec sleep infinity"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert made.stdout is not None
    assert made.stderr is not None
    with made.stdout, made.stderr:
        if made.stdout.readline() != b"made\n":
            raise NoNetwork(
                "This test makes a network of its own, which takes root with CAP_SYS_ADMIN and CAP_NET_ADMIN: "
                + made.stderr.read().decode().strip()
            )
    return made


def _do(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        raise NoNetwork(f"{' '.join(words)}: {done.stderr.strip()}")
