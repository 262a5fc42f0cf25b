"""What the keys' screen knows: every key known here, and what an administrator does about them."""

from __future__ import annotations

import uuid
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.domain.rights import Right
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.one_at_a_time import OneAtATime
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor
    from desktop.services.seal_rows import KeysTold, SealKeyRow, SealKeyRows

KEYS_FILE, ENDED_FILE = "keys", "ended"


class SealKeysPresenter(OneAtATime):
    """Shows the keys to everybody; only an administrator makes, revokes and takes in."""

    wrong = Signal(object)
    """What is wrong with what was typed (FieldProblem)."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__(runner)
        self._seals, self._actor = counter.seals, actor
        self._asked = Latest(runner)
        self.can_change = actor.may(Right.KEEP_KEYS)
        self.station = actor.station.name
        self.keys: SealKeyRows | None = None
        self.at: SealKeyRow | None = None
        self._request = str(uuid.uuid4())
        self.refresh()

    def title(self) -> str:
        """See `Presenter.title`."""
        return text("seal_keys", "核验密钥")

    def refresh(self) -> None:
        """Read the keys anew."""
        self._asked.run(partial(self._seals.keys, self._actor), self._show, self.fail)

    def look(self, row: SealKeyRow | None) -> None:
        """Look at another key."""
        self.at = row
        self.changed.emit()

    def rotate(self) -> None:
        """Have a new key made and the present one put away."""
        job = partial(self._seals.rotate, self._actor, self._request)
        self._do(job, partial(self._made, text("seal_keys", "已生成新的密钥，旧密钥不再使用。")))

    def revoke(self, reason: str) -> None:
        """Revoke the key looked at."""
        if self.at is not None:
            job = partial(self._seals.revoke, self._actor, self._request, self.at.key_id, reason)
            words = text("seal_keys", "密钥{key}已吊销。请把新的公钥文件发给核验单位。")
            self._do(job, partial(self._made, words.format(key=self.at.key_id)))

    def write(self, what: str, path: str) -> None:
        """Write the file of public keys, or the list of ended papers, for whoever checks papers."""
        export = self._seals.export_keys if what == KEYS_FILE else self._seals.export_ended
        words = (
            text("seal_keys", "已导出{count}把公钥，文件指纹 {print}。")
            if what == KEYS_FILE
            else text("seal_keys", "已导出{count}份失效单据的名单，文件指纹 {print}。")
        )
        self._do(partial(export, self._actor, Path(path)), partial(self._told, words), lane="background")

    def take_in(self, what: str, path: str) -> None:
        """Take in another station's public keys, or its list of ended papers."""
        if what == KEYS_FILE:
            words = text("seal_keys", "已导入{count}把公钥，文件指纹 {print}。请与对方核对指纹。")
            job = partial(self._seals.import_keys, self._actor, self._request, Path(path))
        else:
            words = text("seal_keys", "已导入{count}份失效单据的名单。")
            job = partial(self._seals.import_ended, self._actor, Path(path))
        self._do(job, partial(self._told, words), lane="background")

    # -- inside ----------------------------------------------------------------------------------------
    def _show(self, keys: SealKeyRows) -> None:
        self.keys = keys
        key_id = self.at.key_id if self.at is not None else ""
        again = next((row for row in keys.rows if row.key_id == key_id), None)
        self.at = again or (keys.rows[0] if keys.rows else None)
        self.changed.emit()

    def _made(self, words: str, keys: SealKeyRows) -> None:
        self._done(words)
        self._show(keys)

    def _told(self, words: str, told: KeysTold) -> None:
        self._done(words.format(count=told.count, print=told.fingerprint))
        self.refresh()

    def _done(self, words: str) -> None:
        self.busy, self._request = False, str(uuid.uuid4())
        self.notice.emit(words)

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.wrong.emit(FieldProblem(error.field, error.message))
        else:
            self.fail(error)
