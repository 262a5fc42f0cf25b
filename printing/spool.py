"""What a print service keeps of a job that is over: by default the whole PDF, unsealed, for a day more."""

from __future__ import annotations

import getpass
import http.client
import struct

from printing import print_socket
from printing.errors import NoPrintingSystem, PrinterTimeout
from printing.programs import DEADLINE
from printing.queued_jobs import JobState, job_state

_CANCEL_JOB, _SAID = 0x0008, 8
_BEGIN, _END = b"\x01", b"\x03"
_BOOLEAN, _NAME, _URI, _CHARSET, _LANGUAGE = 0x22, 0x42, 0x45, 0x47, 0x48


def forget(job: str, *, deadline: float = DEADLINE) -> bool:
    """Have the service throw a finished job's file away; say whether it did. Nobody knows the job afterwards.

    A job that still waits or prints is left alone. Only a service of this machine is asked, by its socket: as
    whoever sent the job, whom it knows by the socket itself. `cancel -x` does not do this: what it asks for has
    another name than what the service listens to.
    """
    at, number = print_socket.place(), job.rpartition("-")[2]
    try:
        if at is None or not number.isdecimal() or job_state(job, deadline=deadline) is not JobState.FINISHED:
            return False
        user = getpass.getuser()
        answer = print_socket.post(at, "/jobs/", _asked(int(number), user), user, deadline)
    except (OSError, KeyError, ValueError, http.client.HTTPException, NoPrintingSystem, PrinterTimeout):
        return False  # it throws the file away itself, when its own time is over
    return len(answer) >= _SAID and struct.unpack(">H", answer[2:4])[0] < 0x0100


def _asked(number: int, user: str) -> bytes:
    """RFC 8011, 4.3.3, with CUPS's own attribute for a job's file and history."""
    parts = (
        _attribute(_CHARSET, "attributes-charset", b"utf-8"),
        _attribute(_LANGUAGE, "attributes-natural-language", b"en"),
        _attribute(_URI, "job-uri", f"ipp://localhost/jobs/{number}".encode()),
        _attribute(_NAME, "requesting-user-name", user.encode()),
        _attribute(_BOOLEAN, "purge-job", b"\x01"),
    )
    return struct.pack(">BBHI", 1, 1, _CANCEL_JOB, 1) + _BEGIN + b"".join(parts) + _END


def _attribute(kind: int, name: str, value: bytes) -> bytes:
    return struct.pack(">BH", kind, len(name)) + name.encode() + struct.pack(">H", len(value)) + value
