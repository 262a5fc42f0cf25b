"""What a window sends that is no operation: one such line never keeps anybody from the review list."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import cbor2
import pytest

from desktop.services import conflict_words, operation_form
from desktop.services.conflict_steps import heads_of
from desktop.services.given import Given
from desktop.services.operation_form import Operation

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
STRANGE: tuple[Any, ...] = (None, 5, -1, 1.5, "x", b"x", [], [[]], {}, {"a": []}, {"a": None}, {1: 2}, True)


def operation(name: str, **arguments: Any) -> Operation:
    return Operation("op", "window", 1, 2, AT, name, arguments, Given(), {"person_id": 7}, "id:1", {}, "")


@pytest.mark.parametrize("place", range(1, 18))
@pytest.mark.parametrize("name", ["registrations.accept", "copies.sent"])
def test_an_operation_with_something_strange_in_it_is_none_or_is_listed(place: int, name: str) -> None:
    parts = list(cbor2.loads(operation(name, paper_id=3).written()))
    for strange in STRANGE:
        sent = [*parts[:place], strange, *parts[place + 1 :]]
        try:
            read = operation_form.read(cbor2.dumps(sent))
        except ValueError:
            continue
        assert isinstance(conflict_words.whom(read), str)
        assert isinstance(str(conflict_words.what(read.name)), str)
        assert heads_of({1: read, 2: read}) <= {1, 2}


@pytest.mark.parametrize("key", [[1], {"a": 1}, "x", 1.5, None])
def test_a_paper_that_is_no_key_belongs_to_nothing(key: Any) -> None:
    assert heads_of({1: operation("copies.sent", copy_id=key, paper_id=key)}) == {1}


@pytest.mark.parametrize("opens", [b"\x81", b"\xc6", b"\xa1\x00"])
def test_ten_thousand_brackets_are_no_operation(opens: bytes) -> None:
    with pytest.raises(ValueError, match="not an operation"):
        operation_form.read(opens * 10_000 + b"\x00")
