"""An operation done on the window's own store while the server is away, and sealed into the outbox with it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.domain.errors import CounterError, NotPossible, ServerAway, sentence
from desktop.domain.times import local_date
from desktop.models.noting import noting
from desktop.services import added, seal_keys, standing_on
from desktop.services.given import Given, giving
from desktop.services.operation_form import Operation, keys_in

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.models.switch import Switch
    from desktop.services.added import Added
    from desktop.services.office import Office
    from desktop.services.outbox import Outbox
    from desktop.services.own_numbers import OwnNumbers
    from desktop.services.rows import Actor
    from desktop.services.without_server import GoesOn

_TRAIL = "journal.take_over"
"""The operation that brings entries of the trail to the server, and nothing else."""

_NO_KEY = sentence(
    "away", "连不上本所服务器，而本窗口还没有核验密钥，出具的单据无法核验。请到其他窗口办理，或等服务器恢复。"
)


class Done(NamedTuple):
    """What an operation answered, whether it was sealed into the outbox, and what it refused after that."""

    answer: Any
    sealed: bool
    refused: CounterError | None = None


class OnOwnStore:
    """Does operations on the window's store; what is stored and what is sealed are one transaction."""

    def __init__(self, office: Office, switch: Switch, outbox: Outbox, numbers: OwnNumbers) -> None:
        self._office, self._switch, self._outbox, self._numbers = office, switch, outbox, numbers

    def do(
        self,
        entry: GoesOn,
        call: Callable[[], Any],
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        given: Given,
        away_since: datetime | None,
    ) -> Done:
        """Do a business operation, given what it is given; NotPossible where it waits for the server by itself."""
        bound = entry.signature.bind(*args, **kwargs)
        arguments = {name: value for name, value in bound.arguments.items() if name != "self"}
        window = self._outbox.window_id  # before the transaction: the first time it is made in one of its own
        self._ready_to_number(arguments, given, away_since)
        with self._switch.on(self._switch.store), self._switch.store.write() as link:
            subject = entry.about(link, arguments)
            basis = standing_on.versions(link, subject)
            with noting(self._switch.store) as noted, giving(given):
                answer = call()
            waits = entry.waits(answer)
            if waits is not None:
                raise NotPossible(waits)
            sealed = bool(given.used or entry.always)
            if sealed:
                rows = added.of(noted, given, arguments, added.rules_of(self._office))
                self._seal(link, window, entry.name, arguments, given, subject, basis, keys_in(answer), rows)
        return Done(answer, sealed)

    def about_this_window(self, call: Callable[[], Any]) -> Done:
        """Do what is about this window alone: its entries of the trail are sealed, also where it refuses."""
        given, answer = Given(), None
        refused: CounterError | None = None
        window = self._outbox.window_id
        with self._switch.on(self._switch.store), self._switch.store.write() as link:
            try:
                with giving(given):
                    answer = call()
            except CounterError as error:
                refused = error
            if given.trail:
                self._seal(link, window, _TRAIL, {"entries": tuple(given.trail)}, Given())
        return Done(answer, bool(given.trail), refused)

    # -- inside ------------------------------------------------------------------------------------
    def _seal(
        self,
        link: Link,
        window: str,
        name: str,
        arguments: dict[str, Any],
        given: Given,
        subject: str = "",
        basis: Mapping[str, int] | None = None,
        keys: Mapping[str, int] | None = None,
        rows: Added | None = None,
    ) -> None:
        place, previous = self._outbox.next_place(link)
        self._outbox.put(
            link,
            Operation(
                op_id=str(uuid.uuid4()),
                window_id=window,
                sequence=place,
                counter_number=_counter(arguments, given),
                made_at=given.times[0] if given.times else self._office.clock.now(),
                name=name,
                arguments=arguments,
                given=given,
                keys=dict(keys or {}),
                subject=subject,
                basis=dict(basis or {}),
                previous=previous,
                added=rows,
            ),
        )

    def _can_seal(self, actor: Actor) -> bool:
        """Whether papers can be sealed with a key that the server knows."""
        with self._switch.store.faults():
            return bool(
                self._switch.store.link.all(
                    seal_keys.SEALING,
                    box_name=self._office.key_box.name,
                    station_number=seal_keys.station_number(actor.station),
                )
            )

    def _ready_to_number(
        self, arguments: Mapping[str, Any], given: Given, away_since: datetime | None
    ) -> None:
        """Have the store give numbers that the server cannot have, and have a key to seal with."""
        actor, now = arguments.get("actor"), self._office.clock.now()
        if actor is None or given.numbers:
            return
        if self._numbers.ready(actor.counter_number, local_date(now)):
            return
        if not self._can_seal(actor):
            raise ServerAway(_NO_KEY, away_since or now)
        self._numbers.go_on_above(
            actor.counter_number, local_date(now), None if away_since is None else local_date(away_since)
        )


def _counter(arguments: Mapping[str, Any], given: Given) -> int:
    """Return which counter's an operation is: its actor's, or that of what it wrote into the trail."""
    actor = arguments.get("actor")
    if actor is not None:
        return int(actor.counter_number)
    return int((given.trail or arguments["entries"])[0][1])
