"""A private cupsd with queues that print into files, and its printers as the tests want them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from printing.cups import printers
from printing.errors import NoPrintingSystem

PPD = Path("/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd")  # its default paper is Letter

SERVER = """\
Listen {folder}/cups.sock
{listen}LogLevel warn
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
SubscriptionPrivateAccess all
SubscriptionPrivateValues none
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
"""

FILES = """\
FileDevice Yes
ServerRoot {folder}/root
CacheDir {folder}/cache
StateDir {folder}/state
RequestRoot {folder}/spool
TempDir {folder}/tmp
ErrorLog {folder}/log/error
AccessLog {folder}/log/access
PageLog {folder}/log/page
"""


@dataclass(frozen=True)
class Server:
    """A private cupsd with queues that print into files."""

    folder: Path
    process: subprocess.Popen[bytes]

    def printed(self, queue: str) -> bytes:
        return (self.folder / "out" / f"{queue}.pdf").read_bytes()

    def until(self, reached: Callable[[], bool]) -> None:
        """Ask again until it is so, ten seconds at most, without idling longer than needed."""
        for _ in range(200):
            if reached():
                return
            try:
                self.process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
            pytest.fail(f"cupsd ended: {(self.folder / 'log' / 'error').read_text()}")
        pytest.fail("not reached within ten seconds")


def run(program: str, *arguments: str) -> None:
    subprocess.run([program, *arguments], check=True, capture_output=True)


@contextmanager
def started(*, by_port: bool = False) -> Iterator[Server]:
    """Run a cupsd of our own and point CUPS's programs to it, `by_port` as at 631: only so it tells options."""
    cupsd = shutil.which("cupsd", path="/usr/sbin:/sbin:/usr/local/sbin:/usr/bin")
    if cupsd is None or not PPD.exists() or shutil.which("lp") is None:
        pytest.fail(
            "These tests need cupsd, lp and the filters: packages cups-daemon, cups-client, cups-filters."
        )
    folder = Path(
        tempfile.mkdtemp(prefix="cups-", dir="/tmp")
    )  # short, for the socket's path; readable by filters
    folder.chmod(0o755)
    for name in ("root", "cache", "state", "spool", "tmp", "log", "out"):
        (folder / name).mkdir()
    (folder / "tmp").chmod(0o1777)
    place = free_port() if by_port else str(folder / "cups.sock")
    listen = f"Listen {place}\n" if by_port else ""
    for name, text in (("cupsd.conf", SERVER), ("cups-files.conf", FILES)):
        (folder / name).write_text(text.format(folder=folder, listen=listen))
    process = subprocess.Popen(
        [cupsd, "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    one = Server(folder, process)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUPS_SERVER", place)
        try:
            one.until((folder / "cups.sock").exists)
            one.until(answers)
            yield one
        finally:
            process.terminate()
            process.wait(10)
            shutil.rmtree(folder)


def answers() -> bool:
    try:
        printers()
    except NoPrintingSystem:
        return False
    return True


def free_port() -> str:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return f"localhost:{probe.getsockname()[1]}"


def add_queues(server: Server) -> None:
    for name in ("office", "stopped", "refusing", "held"):
        device = f"file:{server.folder}/out/{name}.pdf"
        run("/usr/sbin/lpadmin", "-p", name, "-E", "-v", device, "-P", str(PPD))
    run("/usr/sbin/lpadmin", "-d", "office")
    run("/usr/sbin/cupsdisable", "-r", "out of paper", "stopped")
    run("/usr/sbin/cupsreject", "-r", "moved to room 3", "refusing")


SLOW = """\
#!/bin/sh
echo "STATE: +media-empty-error" >&2
read line < {folder}/go
echo "STATE: -media-empty-error" >&2
exec cat
"""
TRAYS = """\
*OpenUI *InputSlot/Media Source: PickOne
*DefaultInputSlot: Auto
*InputSlot Auto/Automatic: ""
*InputSlot Tray1/Tray 1: ""
*InputSlot Tray2/Tray 2: ""
*CloseUI: *InputSlot
"""


def add_slow(server: Server) -> None:
    """Add the queue `slow`: two trays, out of paper until `refill`."""
    folder = server.folder
    os.mkfifo(folder / "go")
    (folder / "go").chmod(0o666)
    (folder / "slow").write_text(SLOW.format(folder=folder))
    (folder / "slow").chmod(0o755)
    lines = [line for line in PPD.read_text("latin-1").splitlines() if not line.startswith("*cupsFilter")]
    own = f'*cupsFilter: "application/vnd.cups-pdf 0 {folder}/slow"\n'
    (folder / "slow.ppd").write_text("\n".join(lines) + "\n" + own + TRAYS, "latin-1")
    device = f"file:{folder}/out/slow.pdf"
    run("/usr/sbin/lpadmin", "-p", "slow", "-E", "-v", device, "-P", str(folder / "slow.ppd"))


def refill(server: Server) -> None:
    """Put paper in: the job that waits for it goes on."""
    with (server.folder / "go").open("w") as go:
        go.write("\n")


def asked_for(server: Server, job: str) -> bytes:
    """What the print service wrote down of a job's options."""
    written = server.folder / "spool" / f"c{int(job.rpartition('-')[2]):05}"
    server.until(written.exists)
    return written.read_bytes()
