"""What production asks of the services, off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.errors import CounterError

if TYPE_CHECKING:
    from desktop.services.card_prints import CardPrints
    from desktop.services.counter import Counter
    from desktop.services.production import Production
    from desktop.services.production_rows import ReservedCard, WaitingCard
    from desktop.services.rows import Actor
    from desktop.ui.kit.background import Runner


class Standing(NamedTuple):
    """What is read at once."""

    waiting: tuple[WaitingCard, ...]
    reserved: tuple[ReservedCard, ...]
    left: int


class Sent(NamedTuple):
    """Cards that left for the printer, or were saved, and what stopped the rest."""

    serials: tuple[str, ...]
    error: CounterError | None


def stand(counter: Counter, number: int) -> Standing:
    """Read who waits, what is reserved at a counter, and how many blanks it has left."""
    production = counter.production
    return Standing(production.waiting(), production.unfinished(number), counter.blanks.at_counter(number))


def each_of(serials: tuple[str, ...], do: Callable[[str], object]) -> Sent:
    """Do it with one card after another, until one cannot be."""
    done: list[str] = []
    for serial in serials:
        try:
            do(serial)
        except CounterError as error:
            return Sent(tuple(done), error)
        done.append(serial)
    return Sent(tuple(done), None)


def add_photo(production: Production, actor: Actor, case_id: int, give: Callable[[], bytes | None]) -> None:
    """Make the photo of what is framed, and store it."""
    production.add_photo(actor, case_id, give() or b"")


def leave_nothing(runner: Runner, prints: CardPrints, actor: Actor, serials: tuple[str, ...]) -> None:
    """Have the print service keep nothing of cards that are told of; one more may be asked for meanwhile."""
    runner.run(partial(prints.jobs.done_with, actor, serials=serials), _quiet, _quiet, lane="printing")


def _quiet(_: object) -> None:
    """It throws them away by itself, later."""
