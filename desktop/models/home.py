"""Which machine a data folder is at home on: noticed when it was copied to another one.

A folder that two machines work on gives the same numbers twice and loses what one of them stored. It cannot be
told from the inside, but the second machine finds the first one's mark at its first start.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop.models.envelope import write_private

NAME = "machine.json"


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine as it can be told from others: its own number, hashed, and what it is called."""

    number: str
    name: str


def this_machine() -> Machine:
    """Return the machine that the program runs on."""
    told = _own_number() or f"{uuid.getnode():x}"
    return Machine(hashlib.sha256(f"residence-counter {told}".encode()).hexdigest()[:16], platform.node())


def settle(folder: Path, here: Machine) -> Machine | None:
    """Mark a data folder as this machine's; return the other one whose mark it had, None where it had none."""
    before = _mark(folder)
    if before is None or before.number != here.number:
        write_private(folder / NAME, json.dumps(asdict(here), ensure_ascii=False).encode())
    return before if before is not None and before.number != here.number else None


def _mark(folder: Path) -> Machine | None:
    try:
        told = json.loads((folder / NAME).read_text("utf-8"))
        return Machine(str(told["number"]), str(told["name"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _own_number() -> str:
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            return Path(place).read_text("ascii").strip()
        except OSError:
            continue
    return os.environ.get("HOSTNAME", "")
