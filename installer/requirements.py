"""Checks what is locked, without a network: pinned with hashes, installed as pinned, and no version known to be bad."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import metadata
from pathlib import Path

from packaging.markers import Marker
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent
LOCK = "requirements.lock"
KNOWN_BAD = "known_bad.toml"
MOST_DAYS = 90
"""Days after which the list of bad versions is called old."""

_ENTRY = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;\s*([^\\\n]+?))?\s*(?:\\|$)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Pin:
    """One locked requirement; `marker` says where it is wanted, "" for everywhere."""

    name: str
    version: str
    marker: str
    hashes: int


@dataclass(frozen=True, slots=True)
class Bad:
    """Versions that must not be used, why, who says so and since when."""

    name: str
    versions: SpecifierSet
    why: str
    source: str
    since: date


def pins(lock: str) -> Iterator[Pin | str]:
    """Give each entry of a lock file as a pin, or the line itself where it pins no exact version."""
    for entry in re.split(r"\n(?=[^\s#])", lock.strip()):
        head = entry.split("\n", 1)[0]
        found = _ENTRY.match(head)
        if found is None:
            yield head
        else:
            yield Pin(canonicalize_name(found[1]), found[2], found[3] or "", len(_HASH.findall(entry)))


def bad_versions(written: str) -> tuple[date, tuple[Bad, ...]]:
    """Read the list kept by hand: the day it was last looked through, and what is on it."""
    told = tomllib.loads(written)
    rows = [
        Bad(
            canonicalize_name(one["name"]),
            SpecifierSet(one["versions"]),
            one["why"],
            one["source"],
            one["since"],
        )
        for one in told["bad"]
    ]
    return told["looked_through"], tuple(rows)


def installed_version(name: str) -> str | None:
    """Give the version of a distribution in this environment, None where it is not there."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def problems(
    lock: str, bad: tuple[Bad, ...], installed: Callable[[str], str | None] = installed_version
) -> Iterator[str]:
    """Name all that is wrong with what is locked, one line each."""
    for pin in pins(lock):
        if isinstance(pin, str):
            yield f"{LOCK}: “{pin}” is no exact version"
            continue
        if not pin.hashes:
            yield f"{LOCK}: {pin.name} {pin.version} has no hash"
        for one in bad:
            if one.name == pin.name and one.versions.contains(pin.version, prereleases=True):
                yield f"{pin.name} {pin.version}: {one.why} ({one.source}, {one.since})"
        if pin.marker and not Marker(pin.marker).evaluate():
            continue
        here = installed(pin.name)
        if here is None:
            yield f"{pin.name} {pin.version} is locked and not installed"
        elif here != pin.version:
            yield f"{pin.name} is locked at {pin.version} and installed at {here}"


def age_warning(looked_through: date, today: date) -> str:
    """Say that the list is old, "" while it is not."""
    days = (today - looked_through).days
    if days <= MOST_DAYS:
        return ""
    return f"{KNOWN_BAD} was last looked through {days} days ago ({looked_through}): compare it with the advisories."


def main() -> int:
    """Print what is wrong; 0 where nothing is. An old list of bad versions is a warning only."""
    looked_through, bad = bad_versions((Path(__file__).with_name(KNOWN_BAD)).read_text("utf-8"))
    warning = age_warning(looked_through, datetime.now(UTC).date())  # noqa: TID251 - a tool, not the program
    if warning:
        print(f"Warning: {warning}")
    found = list(problems((PROJECT / LOCK).read_text("utf-8"), bad))
    for line in found:
        print(line)
    if not found:
        print("Requirements: all pinned with hashes, installed as pinned, none known to be bad.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
