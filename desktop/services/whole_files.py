"""Files that are either all there or not there at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from desktop.domain.errors import EnvironmentTrouble, sentence


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that either all of it is there or nothing changed; EnvironmentTrouble says why not."""
    left: str | None = None
    try:
        handle, left = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(left, path)
    except OSError as error:
        if left is not None:
            Path(left).unlink(missing_ok=True)
        raise EnvironmentTrouble(
            sentence("errors", "文件没有存成：{path}（{reason}）。原有文件没有改动，请换一个位置再存。").fill(
                path=str(path), reason=error.strerror or type(error).__name__
            )
        ) from error
