"""Every public method of a service says which right it needs, or why it is open to everybody.

The right is asked of the account as it is stored, not of what a screen remembers: somebody disabled, or
given another role, is refused within two seconds at every counter, and at once at the counter that did it.
"""

from __future__ import annotations

import functools
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import bindparam, select

from desktop.domain.code_words import label
from desktop.domain.codes import Role
from desktop.domain.errors import NotPossible, Sentence
from desktop.domain.rights import (
    DISABLED,
    NO_ROLE,
    NOBODY_HERE,
    NOT_YOURS,
    RIGHT_WORDS,
    RIGHTS,
    TAKEN_AWAY,
    Right,
)
from desktop.models.prepared import Prepared
from desktop.models.tables import Staff, WithheldRight
from desktop.services.journal import Happening

if TYPE_CHECKING:
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

P = ParamSpec("P")
T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])

FRESH = 2.0
"""Seconds for which an account that was read counts as it was read."""

ACCOUNT = Prepared(
    select(Staff.role, Staff.active, WithheldRight.right.label("withheld"))
    .select_from(Staff)
    .outerjoin(WithheldRight, WithheldRight.role == Staff.role)
    .where(Staff.id == bindparam("staff_id"))
)


class _Service(Protocol):
    _office: Office


S = TypeVar("S", bound=_Service)


def needs(
    *rights: Right,
) -> Callable[[Callable[Concatenate[S, Actor, P], T]], Callable[Concatenate[S, Actor, P], T]]:
    """Have a method of a service ask for a right, or for one of several, before anything else happens.

    The actor is its first argument. Whoever has not got the right gets NotPossible, and the trail a failure.
    """

    def declare(method: Callable[Concatenate[S, Actor, P], T]) -> Callable[Concatenate[S, Actor, P], T]:
        @functools.wraps(method)
        def asked(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> T:
            self._office.rights.check(actor, *rights)
            return method(self, actor, *args, **kwargs)

        asked.rights = rights  # type: ignore[attr-defined]
        return asked

    return declare


def needs_here(*rights: Right) -> Callable[[Callable[Concatenate[S, P], T]], Callable[Concatenate[S, P], T]]:
    """Have a method that takes no actor ask for a right of whoever is signed in at this program."""

    def declare(method: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
        @functools.wraps(method)
        def asked(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
            self._office.rights.check_here(*rights)
            return method(self, *args, **kwargs)

        asked.rights = rights  # type: ignore[attr-defined]
        return asked

    return declare


def open_to(reason: str) -> Callable[[F], F]:
    """Say why a method of a service is open to everybody; the test of all methods asks for it."""

    def declare(method: F) -> F:
        method.open_to = reason  # type: ignore[attr-defined]
        return method

    return declare


class Guard:
    """Knows what each account may do now; `ticks` gives seconds that nobody sets back."""

    def __init__(self, office: Office, journal: Journal, ticks: Callable[[], float] = time.monotonic) -> None:
        self._office = office
        self._journal = journal
        self._ticks = ticks
        self._known: dict[int, tuple[float, Role | None, frozenset[Right]]] = {}
        self._guard = threading.Lock()
        self._here: Actor | None = None

    def seat(self, actor: Actor) -> None:
        """Remember who is signed in at this program."""
        self._here = actor

    def leave(self, actor: Actor) -> None:
        """Have nobody sit here once somebody has signed out, unless somebody else sits here by now."""
        if self._here is not None and self._here.staff_id == actor.staff_id:
            self._here = None

    def check(self, actor: Actor, *rights: Right) -> None:
        """Refuse whoever has none of these rights: NotPossible names it, and the trail keeps the attempt."""
        role, theirs = self._account(actor.staff_id)
        if theirs.isdisjoint(rights):
            self._refuse(actor, rights[0], role)

    def why_not(self, actor: Actor, *rights: Right) -> Sentence | None:
        """Return why somebody may do none of these, for a screen that says so beforehand; None when they may."""
        role, theirs = self._account(actor.staff_id)
        return _why(actor, rights[0], role) if theirs.isdisjoint(rights) else None

    def check_here(self, *rights: Right) -> None:
        """Refuse when whoever is signed in at this program has none of these rights, or when nobody is."""
        if self._here is None:
            raise NotPossible(NOBODY_HERE)
        self.check(self._here, *rights)

    def withheld(self, staff_id: int) -> frozenset[Right]:
        """Return the rights that the station took away from somebody's role."""
        role, theirs = self._account(staff_id)
        return frozenset() if role is None else RIGHTS[role] - theirs

    def forget(self) -> None:
        """Read every account anew: somebody's role, or what a role may do, was changed here."""
        with self._guard:
            self._known.clear()

    # -- inside ------------------------------------------------------------------------------------
    def _account(self, staff_id: int) -> tuple[Role | None, frozenset[Right]]:
        known = self._known.get(staff_id)
        now = self._ticks()
        if known is not None and now - known[0] < FRESH:
            return known[1], known[2]
        role, rights = self._read(staff_id)
        with self._guard:
            self._known[staff_id] = (now, role, rights)
        return role, rights

    def _read(self, staff_id: int) -> tuple[Role | None, frozenset[Right]]:
        with self._office.database.faults():
            rows = self._office.database.link.all(ACCOUNT, staff_id=staff_id)
        if not rows or not rows[0].active:
            return None, frozenset()
        role = Role(rows[0].role)
        return role, RIGHTS[role] - {row.withheld for row in rows}

    def _refuse(self, actor: Actor, right: Right, role: Role | None) -> None:
        refused = _why(actor, right, role)
        told = Happening(actor, "right_refused", self._office.clock.now(), detail=str(RIGHT_WORDS[right]))
        if self._office.database.link.in_transaction:
            self._journal.note(told)  # the caller's transaction is about to be undone
        else:
            with self._office.database.write() as link:
                self._journal.write(link, told)
        raise NotPossible(refused)


def _why(actor: Actor, right: Right, role: Role | None) -> Sentence:
    if role is None:
        return DISABLED.fill(who=actor.name)
    if role is Role.NOBODY:
        return NO_ROLE.fill(who=actor.name)
    told = TAKEN_AWAY if right in RIGHTS[role] else NOT_YOURS
    return told.fill(role=label(role), right=RIGHT_WORDS[right])
