"""The lock file: complete, hashed, and free of addresses."""

from __future__ import annotations

import os
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from installer import lock

LOCK = (lock.PROJECT / "requirements.lock").read_text(encoding="utf-8")
ENTRIES = [entry for entry in re.split(r"\n(?=\S)", LOCK) if not entry.startswith("#")]
PINS = {
    canonicalize_name(found[1]): found[2]
    for entry in ENTRIES
    if (found := re.match(r"([A-Za-z0-9._-]+)==([^\s;\\]+)", entry))
}


def declared() -> list[Requirement]:
    project = tomllib.loads((lock.PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [
        Requirement(line) for line in [*project["dependencies"], *(it for extra in extras for it in extra)]
    ]


def test_every_entry_is_one_exact_version():
    assert len(PINS) == len(ENTRIES)


@pytest.mark.parametrize(
    "address", ["http", "--index-url", "--extra-index-url", "--find-links", "file:/", "@"]
)
def test_the_lock_says_nothing_of_where_to_download(address: str):
    assert address not in LOCK


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.split("=")[0])
def test_every_entry_has_hashes(entry: str):
    hashes = re.findall(r"--hash=(\S+)", entry)
    assert hashes
    assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", it) for it in hashes)


@pytest.mark.parametrize("requirement", declared(), ids=lambda it: it.name)
def test_everything_declared_is_locked_at_a_version_it_allows(requirement: Requirement):
    assert PINS[canonicalize_name(requirement.name)] in requirement.specifier


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_what_the_locked_need_is_locked_too_for_every_python_we_run_on(python: str):
    surroundings = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": "linux",
        "platform_system": "Linux",
        "platform_machine": "x86_64",
        "extra": "",
    }
    unlocked = set()
    for name in PINS:
        for line in metadata.requires(name) or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate(surroundings):
                version = PINS.get(canonicalize_name(needed.name))
                if version is None or not needed.specifier.contains(version, prereleases=True):
                    unlocked.add(f"{name} needs {line}")
    assert not unlocked


def test_the_lock_is_made_without_the_wheels_one_machine_has_aside(tmp_path: Path):
    settings = tmp_path / "pip.conf"
    settings.write_text(
        f"[global]\nfind-links = {tmp_path}\nextra-index-url = {tmp_path.as_uri()}\ntimeout = 77\n"
    )
    kept = lock.only_the_public_index(
        [sys.executable, "-m", "pip"],
        {"PATH": os.environ["PATH"], "PIP_CONFIG_FILE": str(settings), "PIP_FIND_LINKS": str(tmp_path)},
    )
    assert kept["PIP_TIMEOUT"] == "77"
    assert not [value for value in kept.values() if str(tmp_path) in value]
    assert kept["PIP_CONFIG_FILE"] == os.devnull
