"""One's own password, and how long one waits after wrong ones."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.errors import BadInput, NotPossible
from desktop.services import own_password
from desktop.services.counter import Counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from tests import servers
from tests.services.asked import actions, rows
from tests.services.rivals import at_once


def wrong(station: Counter, name: str = "one", counter: int = 3) -> Exception:
    with pytest.raises((BadInput, NotPossible)) as caught:
        station.sign_in.sign_in(name, "wrong-one-0", counter)
    return caught.value


def test_a_password_is_changed_and_the_last_three_are_not_taken_again(station: Counter, clerk: Actor) -> None:
    mine = ["test-pass-1", "willow-22", "willow-23", "willow-24"]
    for old, new in zip(mine, mine[1:], strict=False):
        station.own_password.change(clerk, old, new, new)
    for used in mine[1:]:
        with pytest.raises(BadInput, match="最近3次") as caught:
            station.own_password.change(clerk, "willow-24", used, used)
        assert caught.value.field == "new_password"
    station.own_password.change(clerk, "willow-24", "test-pass-1", "test-pass-1")
    assert station.sign_in.sign_in("one", "test-pass-1", 3)
    assert actions(station).count("change_own_password") == 4


@pytest.mark.parametrize(
    ("old", "new", "again", "field"),
    [
        ("test-pass-2", "willow-22", "willow-22", "old_password"),
        ("test-pass-1", "willow", "willow", "new_password"),
        ("test-pass-1", "my-one-22", "my-one-22", "new_password"),
        ("test-pass-1", "test-pass-1", "test-pass-1", "new_password"),
        ("test-pass-1", "willow-22", "willow-2", "new_password_again"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_changes(
    station: Counter, clerk: Actor, old: str, new: str, again: str, field: str
) -> None:
    with pytest.raises(BadInput) as caught:
        station.own_password.change(clerk, old, new, again)
    assert caught.value.field == field
    assert "change_own_password" not in actions(station)
    assert station.sign_in.sign_in("one", "test-pass-1", 3)


def test_two_changes_of_one_password_at_once_leave_one_that_works(station: Counter, clerk: Actor) -> None:
    news = ["willow-22", "willow-33"]
    came = at_once(
        [lambda new=new: station.own_password.change(clerk, "test-pass-1", new, new) for new in news]
    )
    assert sorted(isinstance(one, Exception) for one in came) == [False, True]
    won = news[came.index(None)]
    assert station.sign_in.sign_in("one", won, 3)


def test_one_changed_while_the_old_one_is_checked_is_not_changed_over(
    station: Counter, clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = own_password.is_password_of

    def checked_and_changed(*asked: Any) -> bool:
        right = checked(*asked)
        monkeypatch.setattr(own_password, "is_password_of", checked)
        station.own_password.change(clerk, "test-pass-1", "willow-22", "willow-22")
        return right

    monkeypatch.setattr(own_password, "is_password_of", checked_and_changed)
    with pytest.raises(NotPossible, match="刚刚改过"):
        station.own_password.change(clerk, "test-pass-1", "willow-33", "willow-33")
    assert station.sign_in.sign_in("one", "willow-22", 3)


def test_after_five_wrong_passwords_the_next_waits_the_longer_and_a_restart_does_not_help(
    station: Counter, clock: Any, folders: Folders
) -> None:
    assert [type(wrong(station)) for _ in range(4)] == [BadInput] * 4
    assert "还要等1分钟" in str(wrong(station))
    clock.moment += timedelta(seconds=20)
    again = servers.again(station, folders, clock)
    try:
        with pytest.raises(NotPossible, match="还要等40秒"):
            again.sign_in.sign_in("one", "test-pass-1", 5)  # at another counter, and with the right one
        assert again.sign_in.sign_in("two", "test-pass-2", 3)  # nobody else waits
        clock.moment += timedelta(seconds=41)
        assert "还要等2分钟" in str(wrong(again))
        clock.moment += timedelta(minutes=2, seconds=1)
        assert again.sign_in.sign_in("one", "test-pass-1", 3)
        assert type(wrong(again)) is BadInput  # it begins anew
    finally:
        again.close()
    assert actions(station).count("sign_in_failed") == 7


def test_a_clock_set_back_shortens_nothing_and_the_wait_still_ends(station: Counter, clock: Any) -> None:
    for _ in range(5):
        wrong(station)
    clock.moment -= timedelta(days=400)
    with pytest.raises(NotPossible, match="还要等1分钟"):
        station.sign_in.sign_in("one", "test-pass-1", 3)
    clock.moment += timedelta(seconds=30)
    with pytest.raises(NotPossible, match="还要等30秒"):
        station.sign_in.sign_in("one", "test-pass-1", 3)
    clock.moment += timedelta(seconds=31)
    assert station.sign_in.sign_in("one", "test-pass-1", 3)


def test_a_name_that_nobody_has_waits_alike_and_is_not_kept(station: Counter) -> None:
    told = [str(wrong(station, "my-secret-1")) for _ in range(6)]
    assert told[:4] == [str(wrong(station)) for _ in range(4)]
    assert "还要等1分钟" in told[4]
    kept = str(rows(station, "select * from wrong_password")) + str(
        rows(station, "select * from journal_entry")
    )
    assert "my-secret-1" not in kept
    assert "（没有这个登录名）" in kept


def test_unlocking_and_confirming_count_too(station: Counter, clerk: Actor) -> None:
    tries = (
        lambda: station.sign_in.unlock(clerk, "wrong-one-0"),
        lambda: station.own_password.change(clerk, "wrong-one-0", "willow-22", "willow-22"),
    )
    for attempt in range(5):
        with pytest.raises((BadInput, NotPossible)):
            tries[attempt % 2]()
    with pytest.raises(NotPossible, match="还要等"):
        station.sign_in.unlock(clerk, "test-pass-1")
    assert [each for each in actions(station) if each.endswith("_failed")] == [
        *("unlock_failed", "confirm_failed") * 2,
        "unlock_failed",
    ]


def test_an_administrator_ends_the_wait_with_another_password(station: Counter, template: Any) -> None:
    boss = template.administrator
    for _ in range(5):
        wrong(station)
    row = next(each for each in station.staff.list(boss).rows if each.sign_in_name == "one")
    assert row.wait_minutes == 1
    made = station.staff.reset_password(boss, row.staff_id, row.version)
    assert station.sign_in.sign_in_anew("one", made.one_time_password, "willow-22", "willow-22", 3)


def test_tries_at_many_counters_at_once_are_all_counted(station: Counter) -> None:
    came = at_once([lambda n=n: station.sign_in.sign_in("one", "wrong-one-0", n) for n in range(1, 9)])
    assert all(isinstance(one, (BadInput, NotPossible)) for one in came)
    [(tries,)] = rows(station, "select tries from wrong_password")
    assert tries == 5
