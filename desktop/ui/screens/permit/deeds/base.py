"""What a deed asks, what the rules make of it, and how it is done.

`load`, `judge` and `act` run in a worker; `inputs` names the fields for whoever builds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.errors import BadInput, Sentence

if TYPE_CHECKING:
    from desktop.domain.permit import MaterialNeed
    from desktop.domain.rule import Finding
    from desktop.services.counter import Counter
    from desktop.services.permit_pages import PermitPage
    from desktop.services.rows import Actor, PersonRow

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Input:
    """One field: "choice", "tick", "date", "text", "line", "place" or "photo"; `options` are (code, label)."""

    kind: str
    name: str
    value: str = ""
    options: tuple[tuple[str, Sentence], ...] = ()
    need: MaterialNeed | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules make of what is typed: the conditions, what will happen, and what is still missing."""

    findings: tuple[Finding, ...] = ()
    told: tuple[Sentence, ...] = ()
    why_not: Sentence | None = None
    problem: BadInput | None = None
    need: MaterialNeed | None = None
    missing: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done: the case with a paper to print, or None where there is none, and a line about it."""

    case_id: int | None
    notice: Sentence


class Deed:
    """Something that can be done; `about` is a permit, a person of whom everything ends, or a case under way."""

    name = ""

    def __init__(self, counter: Counter, actor: Actor, about: int) -> None:
        self.counter, self.actor, self.about = counter, actor, about
        self.page: PermitPage | None = None
        self.person: PersonRow | None = None
        self.photo: bytes | None = None

    def load(self) -> None:
        """Read what the deed is about."""
        self.page = self.counter.permits.page(self.actor, self.about)
        self.person = self.page.person

    def inputs(self) -> tuple[Input, ...]:
        """The fields, once it is loaded."""
        return ()

    def judge(self, values: Values) -> Verdict:
        """Say what the rules make of this; nothing is stored."""
        return Verdict()

    def act(self, request_id: str, values: Values) -> Outcome:
        """Do it."""
        raise TypeError(f"{type(self).__name__} does nothing")

    def seen(self) -> tuple[int, int]:
        """The permit and the version that was shown."""
        assert self.page is not None
        return self.page.permit.permit_id, self.page.permit.version


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants done: with which permit, of a departure which person, of a case under way which one."""

    name: str
    about: int
