"""What goes on while the station's server is away: which methods of services, and whom each is about."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.services.given import CURRENT, Asked

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.models.database import Link

F = TypeVar("F", bound=Callable[..., Any])
About = Callable[["Link", Mapping[str, Any]], str]
Waits = Callable[[Any], "Sentence | None"]


@dataclass(frozen=True, slots=True)
class GoesOn:
    """One method that goes on: `about` gives the document of whom it is about, `waits` why an answer must wait.

    `always`: it changes rows without making any. `request_place`: which of its arguments is the request's id.
    """

    name: str
    method: Callable[..., Any]
    signature: inspect.Signature
    about: About
    waits: Waits
    always: bool
    request_place: int | None = None

    @property
    def service(self) -> str:
        """The service's name among the counter's."""
        return self.name.partition(".")[0]

    def asked(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Asked | None:
        """Return what tells the same request asked again; None for a method that takes no request's id."""
        place = self.request_place
        if place is None:
            return None
        request_id = args[place] if place < len(args) else kwargs["request_id"]
        actor = args[_ACTOR] if len(args) > _ACTOR else kwargs["actor"]
        return Asked(self.name, request_id, actor.counter_number)


_ACTOR = 1
"""Which argument says who does it, after the service itself."""

CATALOGUE: dict[str, GoesOn] = {}
"""Every method that goes on, by the name under which it is written into the outbox."""


def _of_nobody(_link: Link, _arguments: Mapping[str, Any]) -> str:
    return ""


def _never(_answer: Any) -> None:
    return None


def without_server(
    name: str, about: About = _of_nobody, waits: Waits = _never, *, always: bool = False
) -> Callable[[F], F]:
    """Let a method go on while the server is away: done on the window's store, sealed, and done again later.

    `name` is for ever: `service.method` as the counter calls them. The method must do nothing but change rows
    in one transaction; it is the outermost of its decorators. One that makes no row says `always`.
    """

    def declare(method: F) -> F:
        bare = inspect.unwrap(method)
        signature = inspect.signature(bare)
        arguments = list(signature.parameters)
        place = arguments.index("request_id") if "request_id" in arguments else None
        assert place is None or arguments[_ACTOR] == "actor"
        entry = GoesOn(name, bare, signature, about, waits, always, place)
        CATALOGUE[name] = entry

        @functools.wraps(method)
        def asked(self: Any, *args: Any, **kwargs: Any) -> Any:
            line = self._office.line
            if line is None or CURRENT.get() is not None:
                return method(self, *args, **kwargs)
            return line.do(entry, functools.partial(method, self, *args, **kwargs), (self, *args), kwargs)

        return asked  # type: ignore[return-value]

    return declare


def at_this_window(method: F) -> F:
    """Let a method that is about this window alone go on while the server is away.

    What it stores stays in the window's store; what it writes into the trail goes to the server afterwards. A
    CounterError that it raises undoes nothing: a wrong password is remembered.
    """

    @functools.wraps(method)
    def asked(self: Any, *args: Any, **kwargs: Any) -> Any:
        line = self._office.line
        if line is None or CURRENT.get() is not None:
            return method(self, *args, **kwargs)
        return line.here(functools.partial(method, self, *args, **kwargs))

    return asked  # type: ignore[return-value]
