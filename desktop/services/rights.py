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

from desktop.domain.codes import Role, label
from desktop.domain.errors import NotPossible, Sentence
from desktop.domain.rights import DISABLED, NO_ROLE, NOT_YOURS, RIGHT_WORDS, RIGHTS, TAKEN_AWAY, Right
from desktop.models.prepared import Prepared
from desktop.models.tables import Staff
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

_ACCOUNT = Prepared(select(Staff.role, Staff.active).where(Staff.id == bindparam("staff_id")))


class _Service(Protocol):
    _office: Office


S = TypeVar("S", bound=_Service)


def needs(
    right: Right,
) -> Callable[[Callable[Concatenate[S, Actor, P], T]], Callable[Concatenate[S, Actor, P], T]]:
    """Have a method of a service ask for a right before anything else happens.

    The actor is its first argument. Whoever has not got the right gets NotPossible, and the trail a failure.
    """

    def declare(method: Callable[Concatenate[S, Actor, P], T]) -> Callable[Concatenate[S, Actor, P], T]:
        @functools.wraps(method)
        def asked(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> T:
            self._office.rights.check(actor, right)
            return method(self, actor, *args, **kwargs)

        asked.right = right  # type: ignore[attr-defined]
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

    def check(self, actor: Actor, right: Right) -> None:
        """Refuse whoever has not got a right: NotPossible names it, and the trail keeps the attempt."""
        role, rights = self._account(actor.staff_id)
        if right not in rights:
            self._refuse(actor, right, role)

    def may(self, actor: Actor, right: Right) -> bool:
        """Tell whether somebody has a right now."""
        return right in self._account(actor.staff_id)[1]

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
            row = self._office.database.link.one(_ACCOUNT, staff_id=staff_id)
        if row is None or not row.active:
            return None, frozenset()
        role = Role(row.role)
        return role, RIGHTS[role]

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
