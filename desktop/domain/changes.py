"""What one counter tells the others: that something was done, and to whom; and how each sees the server."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Seen:
    """How the station's server is: since when it is away, or None; and which host answered last."""

    away_since: datetime | None
    host: str


@dataclass(frozen=True, slots=True)
class Change:
    """A deed at a counter, by its name in the trail; `person_id` and `case_number` where it was about one.

    `ANYTHING` stands for whatever may have been done while nothing was heard.
    """

    counter_number: int
    staff_name: str
    action: str
    person_id: int | None = None
    case_number: str = ""

    def written(self) -> str:
        """Give it as one line."""
        return json.dumps(
            [self.counter_number, self.staff_name, self.action, self.person_id, self.case_number],
            ensure_ascii=False,
            separators=(",", ":"),
        )


ANYTHING = Change(0, "", "")


def read(line: str) -> Change:
    """Take what `Change.written` gave; of another program's words it is ANYTHING."""
    try:
        number, name, action, person, case = json.loads(line)
        return Change(int(number), str(name), str(action), None if person is None else int(person), str(case))
    except (ValueError, TypeError):
        return ANYTHING
