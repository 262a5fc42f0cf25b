"""Which Python the project runs on: the first one found that is neither too old nor too new."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from installer.trouble import SetUpError

OLDEST = (3, 11)
NEWEST = (3, 13)
NAMES = ("python3", "python3.13", "python3.12", "python3.11")

# In a virtual environment the interpreter beneath is meant, or ours would be built on top of another.
_QUESTION = (
    "import sys, importlib.util as u;"
    "print(*sys.version_info[:2], int(u.find_spec('ensurepip') is not None and u.find_spec('venv') is not None),"
    "getattr(sys, '_base_executable', None) or sys.executable)"
)


class Python(NamedTuple):
    """An interpreter on this machine: where it is, its version, and whether it can make environments."""

    path: str
    version: tuple[int, int]
    has_venv: bool

    @property
    def venv_package(self) -> str:
        """The Debian package that lets this interpreter make virtual environments."""
        return "python{}.{}-venv".format(*self.version)


def parse_answer(answer: str) -> Python | None:
    """Read what an interpreter printed about itself, or None when it printed something else."""
    parts = answer.strip().split(" ", 3)
    if len(parts) != 4 or not all(part.isdigit() for part in parts[:3]):
        return None
    return Python(parts[3], (int(parts[0]), int(parts[1])), parts[2] == "1")


def ask(path: str) -> Python | None:
    """Start an interpreter and ask what it is; None when it does not start (a shim of one not installed)."""
    try:
        answer = subprocess.run(
            [path, "-I", "-c", _QUESTION], capture_output=True, text=True, check=False, timeout=60
        )
    except OSError:
        return None
    return parse_answer(answer.stdout) if answer.returncode == 0 else None


def choose(found: Iterable[Python | None]) -> Python:
    """Take the first interpreter in range; SetUpError names the range and what was seen instead."""
    seen = []
    for python in found:
        if python is None:
            continue
        if OLDEST <= python.version <= NEWEST:
            return python
        seen.append("{}.{}".format(*python.version))
    raise SetUpError(
        "The program needs Python {}.{} to {}.{}; this machine has {}. Install one of those "
        "(Debian 12: apt-get install python3), or name one: make PYTHON=/path/to/python3.11 …".format(
            *OLDEST, *NEWEST, ", ".join(dict.fromkeys(seen)) or "none"
        )
    )


def find(which: Callable[[str], str | None] = shutil.which) -> Python:
    """Find a fitting interpreter: the one make was given, then those on the path; SetUpError when none is."""
    paths = dict.fromkeys([sys.executable, *(which(name) for name in NAMES)])
    return choose(ask(path) for path in paths if path)
