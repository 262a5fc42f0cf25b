"""What is locked is checked without a network: hashes, versions installed, versions known to be bad, an old list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from installer import requirements
from installer.requirements import Bad, Pin, age_warning, bad_versions, pins, problems

HASH = "--hash=sha256:" + "a" * 64
LOCK = f"""\
alpha==1.2.3 \\
    {HASH} \\
    {HASH}
    # via residence-counter (pyproject.toml)
Be_ta==2.0 ; sys_platform == "nowhere" \\
    {HASH}
    # via alpha

# The following packages are considered to be unsafe in a requirements file:
gamma==3 \\
    {HASH}
"""
HERE = {"alpha": "1.2.3", "gamma": "3"}


def listed(lock: str, bad: tuple[Bad, ...] = (), here: dict[str, str] | None = None) -> list[str]:
    return list(problems(lock, bad, (HERE if here is None else here).get))


def test_what_is_whole_is_let_through_and_read_with_its_marker() -> None:
    assert listed(LOCK) == []
    assert list(pins(LOCK)) == [
        Pin("alpha", "1.2.3", "", 2),
        Pin("be-ta", "2.0", 'sys_platform == "nowhere"', 1),
        Pin("gamma", "3", "", 1),
    ]


@pytest.mark.parametrize(
    ("lock", "said"),
    [
        (LOCK.replace("alpha==1.2.3", "alpha>=1.2.3"), "“alpha>=1.2.3 \\” is no exact version"),
        (LOCK.replace("gamma==3 \\\n    " + HASH, "gamma==3"), "gamma 3 has no hash"),
        (LOCK.replace("sha256:" + "a" * 64, "md5:" + "a" * 32), "alpha 1.2.3 has no hash"),
        (LOCK + f"delta==1 \\\n    {HASH}\n", "delta 1 is locked and not installed"),
        (LOCK.replace("alpha==1.2.3", "alpha==1.2.4"), "alpha is locked at 1.2.4 and installed at 1.2.3"),
    ],
)
def test_each_thing_that_is_wrong_is_named(lock: str, said: str) -> None:
    assert any(said in line for line in listed(lock))


def test_a_version_known_to_be_bad_is_named_with_its_source_also_where_it_is_not_installed() -> None:
    looked, bad = bad_versions(
        'looked_through = 2026-11-21\n[[bad]]\nname = "Be.ta"\nversions = "<2.1"\nwhy = "a hole"\n'
        'source = "CVE-2000-1"\nsince = 2000-01-02\n'
    )
    assert looked == date(2026, 11, 21)
    assert listed(LOCK, bad) == ["be-ta 2.0: a hole (CVE-2000-1, 2000-01-02)"]
    assert listed(LOCK.replace("==2.0 ;", "==2.1 ;"), bad) == []
    assert listed(LOCK.replace("==2.0 ;", "==2.0rc1 ;"), bad) != []


def test_an_old_list_is_a_warning_and_says_how_old() -> None:
    assert age_warning(date(2026, 8, 23), date(2026, 11, 21)) == ""
    assert "91 days ago" in age_warning(date(2026, 8, 22), date(2026, 11, 21))


def test_the_list_of_this_tree_can_be_read_and_every_entry_says_who_says_so() -> None:
    folder = Path(requirements.__file__).parent
    _, bad = bad_versions((folder / requirements.KNOWN_BAD).read_text("utf-8"))
    assert bad
    assert all(one.why and one.source and one.since <= date(2026, 11, 21) for one in bad)
    locked = {
        pin.name
        for pin in pins((requirements.PROJECT / requirements.LOCK).read_text("utf-8"))
        if isinstance(pin, Pin)
    }
    assert {one.name for one in bad} <= locked  # an entry for what is not used any more goes out
