"""Things made one by one: while a server is waited for or, at the latest, when they are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Meanwhile(Generic[T]):
    """What `making` makes; each of its steps takes some hundred microseconds at the most.

    A step is done in the midst of something else, so it never raises: whoever wants the things is told.
    """

    def __init__(self, making: Iterator[T]) -> None:
        self._making = making
        self._made: list[T] = []
        self._fault: Exception | None = None

    def step(self) -> bool:
        """Make one more; False where there is none."""
        try:
            self._made.append(next(self._making))
        except StopIteration:
            return False
        except Exception as error:
            self._fault = error
            return False
        return True

    def all(self) -> list[T]:
        """Return all of them, making what is left; raises what went wrong on the way."""
        return list(self.each())

    def each(self) -> Iterator[T]:
        """Give them one by one, making what is not yet there; raises what went wrong on the way."""
        place = 0
        while place < len(self._made) or self.step():
            yield self._made[place]
            place += 1
        if self._fault is not None:
            raise self._fault
