"""A print system of two small programs, and a case of today with its paper."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.domain.forms import read_person, read_registration
from desktop.services.counter import Counter
from desktop.services.registrations import RegistrationDone
from desktop.services.rows import Actor

_LPSTAT = """\
import sys, pathlib
print("scheduler is running")
print("system default destination: office")
for name in ("office", "window2"):
    print(f"{name} accepting requests since today")
    state = "disabled since today -" if (pathlib.Path(__file__).parent / f"{name}.stopped").exists() else "is idle."
    print(f"printer {name} {state}  enabled since today")
"""
_LP = """\
import sys, pathlib
folder = pathlib.Path(__file__).parent
count = len(list(folder.glob("job-*.pdf"))) + 1
(folder / f"job-{count}.pdf").write_bytes(sys.stdin.buffer.read())
(folder / "last_queue").write_text(sys.argv[sys.argv.index("-d") + 1])
print(f"request id is office-{count} (1 file(s))")
"""


@dataclass
class FakePrinters:
    """Where the programs leave what was printed."""

    folder: Path

    @property
    def sheets(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self.folder.glob("job-*.pdf"))]

    @property
    def last_queue(self) -> str:
        return (self.folder / "last_queue").read_text()

    def stop(self, queue: str) -> None:
        (self.folder / f"{queue}.stopped").touch()


@pytest.fixture
def printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakePrinters:
    """Two queues, office (the usual one) and window2."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, body in (("lpstat", _LPSTAT), ("lp", _LP)):
        program = folder / name
        program.write_text(f"#!{sys.executable} -S\n{body}")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return FakePrinters(folder)


@pytest.fixture
def no_printers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a print system."""
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))


@pytest.fixture
def done(counter: Counter, actor: Actor) -> RegistrationDone:
    """A registration taken just now, whose certificate is not printed yet."""
    return registered(counter, actor, "request-new", house_number="1")


@pytest.fixture
def moved(counter: Counter, actor: Actor, done: RegistrationDone) -> RegistrationDone:
    """The same person at another address, with a certificate of its own."""
    here = done.registration.registration_id
    return registered(counter, actor, "request-moved", house_number="2", move_from=here)


def registered(
    counter: Counter, actor: Actor, request: str, house_number: str, move_from: int | None = None
) -> RegistrationDone:
    """Register 测试新 at a house of 测试路."""
    today = counter.day.today()
    person = read_person(
        {
            "id_kind": "resident",
            "id_number": "110105199003077518",
            "name": "测试新",
            "sex": "1",
            "birth_date": "1990-03-07",
            "ethnicity": "01",
            "hukou_division": "110105",
            "hukou_address": "测试街1号",
            "phone": "13800000000",
        },
        today,
    )
    residence = read_registration(
        {
            "division": "370102",
            "street": "370102001",
            "road": "测试路",
            "house_number": house_number,
            "lodging": "rented",
            "landlord_name": "测试房主",
            "landlord_phone": "13900000000",
            "reason": "work",
            "arrived_on": today.isoformat(),
            "reported_by": "self",
        },
        (),
        today,
    )
    assert person.value is not None, person.problems
    assert residence.value is not None, residence.problems
    return counter.registrations.accept(actor, request, person.value, residence.value, move_from=move_from)
