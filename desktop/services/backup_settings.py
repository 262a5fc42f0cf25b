"""What a machine keeps of its backups beside the data: the plan, the duty, and what went wrong lately."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.domain.backups import BackupPlan, read_plan
from desktop.domain.errors import BadInput, CounterError, Sentence
from desktop.services.kept_sentences import to_keep
from desktop.services.whole_files import write_whole

FILE = "backups.json"


class BackupSettings:
    """The file, read anew each time: another program may have written it."""

    def __init__(self, data: Path) -> None:
        self._path = data / FILE

    def read(self) -> dict[str, Any]:
        """Return what is kept; nothing where the file is not there or cannot be read."""
        try:
            told = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def keep(self, told: dict[str, Any]) -> None:
        """Keep this instead; EnvironmentTrouble says why it could not be written."""
        write_whole(self._path, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())

    def keep_failure(self, message: Sentence, at: datetime) -> None:
        """Keep that a backup failed, and when, unless a full disk keeps this from being written down too."""
        try:
            self.keep({**self.read(), "failed": to_keep(message), "tried": at.isoformat()})
        except CounterError:
            return


def plan_of(told: dict[str, Any]) -> BackupPlan:
    """Return the plan that is kept, or the one that the program ships."""
    try:
        plan = told["plan"]
        return read_plan(str(plan["hour"]), str(plan["daily"]), str(plan["weekly"]), str(plan["second"]))
    except (KeyError, TypeError, BadInput):
        return BackupPlan()
