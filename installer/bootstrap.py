"""Set-up before `make run` and `make test`: system libraries, virtual environment, locked requirements.

It runs on whatever python3 the machine has, so it imports the standard library only and keeps to what
Python 3.7 understands: an old one must get as far as the sentence that says so.
"""

from __future__ import annotations

import fcntl
import os
import sys
from pathlib import Path

from installer import environment, pythons, system_packages
from installer.trouble import SetUpError

PROJECT = Path(__file__).resolve().parent.parent


def set_up(purpose: str, project: Path = PROJECT, status_file: Path = system_packages.STATUS_FILE) -> None:
    """Make the machine ready to `run`, to `test` or to `test-slow`; does nothing when it is, SetUpError when it cannot."""
    ours = environment.Environment(project)
    present = system_packages.present_here(status_file)
    python = None if ours.state() == environment.READY else pythons.find()
    wanted = list(system_packages.NEEDED[purpose])
    if python is not None and not python.has_venv:
        wanted.append(python.venv_package)
    if present is None:
        if python is not None:
            print(f"This is no Debian-like system. See to it that it has what these hold: {' '.join(wanted)}")
    else:
        lacking = system_packages.missing(wanted, present)
        if lacking:
            system_packages.install(lacking, as_root=os.geteuid() == 0)
    if python is not None:
        ours.complete(python)


def main(arguments: list[str]) -> int:
    """Run from make with the purpose, a key of system_packages.NEEDED; 1 and a sentence when set-up cannot go on."""
    one_at_a_time = os.open(PROJECT, os.O_RDONLY)
    try:
        fcntl.flock(one_at_a_time, fcntl.LOCK_EX)
        set_up(arguments[0])
    except SetUpError as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next make takes up from here.", file=sys.stderr)
        return 1
    finally:
        os.close(one_at_a_time)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
