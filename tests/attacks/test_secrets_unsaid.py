"""No secret is in what Python says of a value: a traceback, a debugger, a message put together in haste."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator

import desktop
from desktop.models.dump_programs import WayIn
from desktop.models.unlock import Unlock
from desktop.services.set_up import StationSetup

SECRETS = frozenset(
    ("password", "password_again", "one_time_password", "secret", "secret_again", "recovery", "pin", "again")
)
SHOWN = {("PracticeClerk", "password"): "the sign-in page of the practice station shows it to everybody"}


def classes() -> Iterator[type]:
    for found in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if "migrations" in found.name or found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for each in vars(module).values():
            if isinstance(each, type) and dataclasses.is_dataclass(each) and each.__module__ == found.name:
                yield each


def test_no_record_says_a_secret() -> None:
    walked = list(classes())
    assert len(walked) > 200
    said = {
        (each.__name__, one.name)
        for each in walked
        for one in dataclasses.fields(each)
        if one.repr and one.name in SECRETS and one.type in ("str", "bytes", str, bytes)
    }
    assert said == set(SHOWN)


def test_what_opens_something_is_not_in_its_words() -> None:
    typed = "four quiet words"
    setup = StationSetup("370102", "006", "演练", "", "", 1, "演练", "boss", typed, typed, typed, typed)
    for each in (Unlock(secret=typed, recovery=typed), WayIn({"password": typed}), setup):
        assert typed not in repr(each)
        assert typed not in f"{[each]}"
