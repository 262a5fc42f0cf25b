"""A server whose certificate is not to be trusted: no window speaks to it, each goes on by itself and says why."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from desktop.domain.errors import ServerRefuses
from desktop.models import server_roles
from desktop.models.server_settings import PORT, ServerSettings
from desktop.services.connections import ConnectionForm
from desktop.services.ports import Folders
from installer.scratch_server import OWNER, ScratchServer, as_server_user
from tests.conftest import FakeClock, Template
from tests.models.certificates import Authority
from tests.patience import Steady
from tests.servers import scratch_folder
from tests.services.outage import register
from tests.services.served_window import PROGRAM, Window, a_station

PASSWORD = "window-secret-1"
ADDRESS = f"127.77.{os.getpid() % 200 + 1}.{os.getpid() // 200 % 200 + 1}"
"""One of the loopback's that nobody else has: there the usual port is free, which the socket's name has too."""


@dataclass(frozen=True)
class Trusted:
    """A server, the authority that signs for it, and where certificates are written."""

    server: ScratchServer
    authority: Authority
    folder: Path
    another: Authority = field(default_factory=lambda: Authority("somebody else"))

    @property
    def ca_file(self) -> Path:
        return self.folder / "ca.crt"

    def show(self, kind: str) -> None:
        """Have the server show another certificate from its next start on, which is now."""
        authority = self.another if kind == "unknown" else self.authority
        address = "127.0.0.9" if kind == "another name" else ADDRESS
        certificate, key = authority.issue(self.folder, address, ended=kind == "expired")
        for source, name in ((certificate, "server.crt"), (key, "server.key")):
            there = self.server.data / name
            there.write_bytes(source.read_bytes())
            there.chmod(0o600)
            if as_server_user():
                shutil.chown(there, "postgres", "postgres")
        self.server.stop("fast")
        self.server.start()

    def asking(self, database: str) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(
            host=str(self.server.folder), port=self.server.port, user=OWNER, dbname=database, autocommit=True
        )


@pytest.fixture(scope="module")
def trusted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trusted]:
    folder, authority = tmp_path_factory.mktemp("certificates"), Authority("station")
    (folder / "ca.crt").write_bytes(authority.certificate)
    certificate, key = authority.issue(folder, ADDRESS)
    server = ScratchServer(
        scratch_folder(),
        port=PORT,
        certificate=certificate,
        key=key,
        address=ADDRESS,
    )
    try:
        server.make()
        server.start()
        yield Trusted(server, authority, folder)
    finally:
        server.remove()


@pytest.fixture(scope="module")
def made(trusted: Trusted, tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Template:
    made = a_station(trusted.server, tmp_path_factory.mktemp("station"), shared_cache)
    with trusted.asking("postgres") as owner:
        server_roles.make_roles(owner, {PROGRAM: PASSWORD})
    return made


class TrustedWindow(Window):
    """A window whose way to the station is encrypted."""

    def __init__(self, trusted: Trusted, made: Template, folders: Folders, clock: FakeClock) -> None:
        self.trusted = trusted
        super().__init__(trusted.server, made, folders, clock)

    def settings(self) -> ServerSettings:
        server = self.trusted.server
        return ServerSettings(
            (f"{ADDRESS}:{server.port}",), self.made.database, PROGRAM, PASSWORD, self.trusted.ca_file
        )

    def ask(self, words: str) -> list[tuple[object, ...]]:
        with self.trusted.asking(self.made.database) as owner:
            found = owner.execute(words)
            return found.fetchall() if found.description else []


@pytest.fixture
def window(
    trusted: Trusted, made: Template, tmp_path: Path, shared_cache: Path, clock: FakeClock
) -> Iterator[TrustedWindow]:
    opened = TrustedWindow(trusted, made, Folders(tmp_path / "window", shared_cache), clock)
    yield opened
    opened.counter.close()
    trusted.show("good")


@pytest.mark.parametrize(
    ("place", "kind", "reason"),
    [
        (0, "expired", "它不在有效期内（这台电脑的时间是2026-11-20"),
        (1, "another name", "上面没有“{address}”这个名称或地址"),
        (2, "unknown", "它不是由本窗口所选的CA签发的"),
    ],
)
def test_a_window_speaks_to_no_server_whose_certificate_it_does_not_trust(
    place: int, kind: str, reason: str, window: TrustedWindow, trusted: Trusted, steady: Steady
) -> None:
    serial, reason = 10 * place, reason.format(address=ADDRESS)
    register(window.counter, window.actor, serial + 1)
    trusted.show(kind)
    done = [register(window.counter, window.actor, serial + 2).case.case_number]
    window.tended(steady, lambda: "服务器的证书不能确认" in window.why())
    assert reason in window.why()
    assert "请管理员" in window.why()
    window.counter.close()
    window.open()  # the next start is not stopped by it
    done.append(register(window.counter, window.actor, serial + 3).case.case_number)
    window.tended(steady, lambda: reason in window.why())
    trusted.show("good")
    window.back(steady)
    stored = {number for (number,) in window.ask("select case_number from case_file")}
    assert set(done) <= stored
    assert window.ask("select kind from op_conflict") == []


def test_the_administrator_names_another_authority_while_the_server_is_not_trusted(
    window: TrustedWindow, trusted: Trusted, steady: Steady
) -> None:
    administrator = window.made.administrator
    register(window.counter, window.actor, 101)
    ca_file = trusted.ca_file.read_bytes()
    trusted.show("unknown")
    window.tended(steady, lambda: "服务器的证书不能确认" in window.why())
    window.counter.office.rights.seat(administrator)
    form = ConnectionForm(
        f"{ADDRESS}:{trusted.server.port}", window.made.database, PROGRAM, PASSWORD, str(trusted.ca_file), "3"
    )
    with pytest.raises(ServerRefuses, match="服务器的证书不能确认"):  # what is not trusted is not stored
        window.counter.connections.save(administrator, form)
    assert not (window.folders.data / "server.toml").exists()
    trusted.ca_file.write_bytes(ca_file + trusted.another.certificate)
    try:
        assert window.counter.connections.save(administrator, form).encrypted == "TLSv1.3"
        window.counter.close()
        window.open()
        window.back(steady)
        register(window.counter, window.actor, 102)
    finally:
        trusted.ca_file.write_bytes(ca_file)


def test_a_window_without_a_copy_is_told_that_the_server_is_not_trusted(
    window: TrustedWindow,
    trusted: Trusted,
    made: Template,
    tmp_path: Path,
    shared_cache: Path,
    clock: FakeClock,
) -> None:
    trusted.show("expired")
    with pytest.raises(ServerRefuses, match="服务器的证书不能确认"):
        TrustedWindow(trusted, made, Folders(tmp_path / "new", shared_cache), clock)
