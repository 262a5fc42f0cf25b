"""A real PostgreSQL for the tests, started by them and stopped by them; where there is none they fail."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.scratch_server import ScratchServer


@contextmanager
def scratch() -> Iterator[ScratchServer]:
    """A server of one's own, on a socket in a scratch folder."""
    made = ScratchServer(Path(tempfile.mkdtemp(prefix="counter-pg-")))
    try:
        made.make()
        made.start()
        yield made
    finally:
        made.remove()
