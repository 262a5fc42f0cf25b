"""The trail of a city, as lines to COPY: five entries a person, in the order of time, each chained to the one before.

Every counter has a chain of its own from its first entry, as the program writes and checks it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta

from benchmarks.city_rows import Block, Coming, address
from benchmarks.people import EPOCH
from desktop.domain.trail import FIRST_HASH, Entry, entry_hash, moment

COLUMNS = (
    "id, counter_number, sequence, at, on_date, local_time, staff_id, staff_name, action, person_id, case_number,"
    " paper_number, matter, detail, previous_hash, hash"
)
LOOKS = 4
"""So many looks at a person's page beside the entry of who came in, a look every 25 days."""
APART = timedelta(days=25)
_BLOCK = 500
_COMPARED = 100_000
_FOUND = "按证件号码“370102********1234”查到1人"


class Trail:
    """The entries of the steps of time, asked for from the first step on: a chain has no beginning but its own."""

    def __init__(self, coming: Coming, staff_id: int, staff_name: str) -> None:
        self._coming, self._staff_id, self._staff_name = coming, staff_id, staff_name
        self._apart = int(APART.total_seconds()) // coming.step
        small = len(coming.counters) == 4
        self._lookers = range(31, 47) if small else range(51, 99)
        chained = (*coming.counters, *self._lookers)
        self._chains = {counter: (0, FIRST_HASH) for counter in chained}

    @property
    def ticks(self) -> int:
        """How many steps of time there are until the last look."""
        return self._coming.rows + LOOKS * self._apart

    def lines(self, first: int, end: int) -> Iterator[Block]:
        """Give the lines of some steps, which follow those given before."""
        for start in range(first, end, _BLOCK):
            yield self._block(start, min(start + _BLOCK, end))

    def _block(self, first: int, end: int) -> Block:
        coming, chains, block = self._coming, self._chains, Block()
        counters, lookers, sm3 = coming.counters, self._lookers, hashlib.new("sm3")
        staff = f"{self._staff_id}\n{self._staff_name}"
        staff_there = staff.replace("\n", "\t")
        for tick in range(first, end):
            second = coming.first + tick * coming.step
            key, at, here = second * 1000 << 21, coming.utc(second), coming.here(second)
            day, exact = here[:10], f"{at[:10]}T{at[11:]}.000000+00:00"
            for look in range(LOOKS + 1):
                place = tick - look * self._apart
                if not 0 <= place < coming.rows:
                    continue
                case = detail = ""
                if look:
                    counter, action = lookers[(place + look) % len(lookers)], "view_person"
                else:
                    counter = counters[place % len(counters)]
                    action = "look_up" if place % 3 else "register_residence"
                    case = "" if place % 3 else coming.case_number(place, 1)
                    detail = _FOUND if place % 3 else address(place)
                person = coming.key(place, 0)
                sequence, previous = chains[counter]
                sequence += 1
                digest = sm3.copy()
                digest.update(
                    f"{previous}\n{counter}\n{sequence}\n{exact}\n{staff}\n{action}\n{person}\n\n{case}\n\n\n"
                    f"{detail}".encode()
                )
                found = digest.hexdigest()
                chains[counter] = sequence, found
                block.append(
                    f"{key | counter << 14 | 5 + look}\t{counter}\t{sequence}\t{at}+00\t{day}\t{here}\t{staff_there}\t"
                    f"{action}\t{person}\t{case}\t\t\t{detail}\t{previous}\t{found}\n"
                )
        if first % _COMPARED < _BLOCK and block:
            entry = Entry(
                counter,
                sequence,
                moment(EPOCH + timedelta(seconds=second)),
                self._staff_id,
                self._staff_name,
                action,
                person,
                None,
                case,
                "",
                "",
                detail,
            )
            assert found == entry_hash(previous, entry)
        return block
