"""Wrong tries where no database opens that would count them: they are counted in a file beside it, and made to wait.

The file is for whoever stands at the machine's keyboard. Somebody who may delete files beside the database deletes this
one too, and could as well carry the backup away: what protects a backup from them is its keys.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.accounts import PasswordRule, delay, still_to_wait
from desktop.domain.errors import BadInput, CounterError, EnvironmentTrouble, NotPossible, sentence
from desktop.models.envelope import write_private
from desktop.services.sign_in_guard import in_words

if TYPE_CHECKING:
    from desktop.services.ports import Clock

T = TypeVar("T")
RULE = PasswordRule()
"""The station's own rule stands in what cannot be read yet."""

_WAIT = sentence("errors", "连续输错，还要等{left}才能再试恢复。")
_NOT_WRITTEN = sentence("errors", "无法写入{path}（{reason}），没有恢复。请管理员检查权限和磁盘。")


@dataclass(frozen=True, slots=True)
class Tried:
    """How many wrong tries there were, and when the last one was."""

    tries: int
    last_at: datetime


def file_of(place: Path) -> Path:
    """Return where the wrong tries are counted of who restores the database at a place."""
    return place.with_name(f"{place.stem}.tries")


def judged(place: Path, clock: Clock, judge: Callable[[], T]) -> T:
    """Count a try, then do what raises BadInput where it was a wrong one; a right one has those before forgotten.

    NotPossible tells how long there is to wait; then nothing was done. Whatever else goes wrong is no try. With the
    clock set back to before the last try the whole delay begins again. A file that nobody wrote counts as so many
    tries that the next one has to wait. For one process at a time.
    """
    path, now = file_of(place), clock.now()
    before = _read(path)
    if before is None and path.exists():
        before = Tried(RULE.tries, now)
        _write(path, before)
    left = still_to_wait(before.tries, before.last_at, now, RULE) if before is not None else None
    if before is not None and left:
        if now < before.last_at:
            _write(path, Tried(before.tries, now))
        raise NotPossible(_WAIT.fill(left=in_words(left)))
    tried = Tried(before.tries + 1 if before is not None else 1, now)
    _write(path, tried)
    try:
        outcome = judge()
    except BadInput as wrong:
        pause = delay(tried.tries, RULE)
        if pause:
            raise NotPossible(_WAIT.fill(left=in_words(pause))) from wrong
        raise
    except CounterError:
        _put_back(path, before)
        raise
    _put_back(path, None)
    return outcome


def _read(path: Path) -> Tried | None:
    try:
        told = json.loads(path.read_bytes())
        tries, last_at = told["tries"], datetime.fromisoformat(told["last_at"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if type(tries) is not int or tries < 1 or last_at.tzinfo is None:
        return None
    return Tried(tries, last_at)


def _write(path: Path, tried: Tried) -> None:
    content = json.dumps({"tries": tried.tries, "last_at": tried.last_at.isoformat()}) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_private(path, content.encode())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EnvironmentTrouble(_NOT_WRITTEN.fill(path=str(path), reason=reason)) from error


def _put_back(path: Path, before: Tried | None) -> None:
    if before is not None:
        _write(path, before)
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EnvironmentTrouble(_NOT_WRITTEN.fill(path=str(path), reason=reason)) from error
