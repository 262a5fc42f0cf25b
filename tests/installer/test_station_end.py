"""What `make station` began is swept away however it is ended."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

_PROGRAM = """
import time
from installer.station import end_in_order

end_in_order()
try:
    print("begun", flush=True)
    time.sleep(600)
finally:
    print("swept away", flush=True)
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_was_begun_is_swept_away(name: str) -> None:
    number = getattr(signal, name)
    with subprocess.Popen([sys.executable, "-c", _PROGRAM], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "begun\n"
        program.send_signal(number)
        assert program.stdout.read() == "swept away\n"
    assert program.returncode == 128 + number
