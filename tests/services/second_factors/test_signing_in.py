"""A key and a password together let in, and neither alone."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.devices.token.key_file import KeyFiles
from desktop.domain.errors import (
    FactorDue,
    NotPossible,
    PasswordDue,
)
from desktop.domain.second_factor import LASTS, FactorKind
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import actions, key
from tests.services.second_factors.factors import (
    PIN,
    Card,
    CardReader,
    Window,
    half,
    refused,
    typed,
    window_of,
)


def test_without_one_registered_and_without_a_rule_a_password_is_enough(window: Window) -> None:
    assert window.sign_in.sign_in("one", "test-pass-1", 3).name == "测试一"


def test_a_key_lets_its_owner_in_and_the_password_alone_does_not(
    window: Window, place: str, clerk: Actor, station: Counter
) -> None:
    before = actions(station).count("sign_in")
    due = half(window)
    assert (due.kinds, due.to_register) == ((FactorKind.TOKEN,), False)
    assert actions(station).count("sign_in") == before
    assert window.sign_in.sign_in_with_token(due.half, place, PIN) == clerk
    assert actions(station).count("sign_in") == before + 1
    assert window.factors.mine(clerk).rows[0].used_on is not None


def test_any_token_behind_the_same_interface_will_do(station: Counter, clerk: Actor, stick: Path) -> None:
    reader = CardReader()
    window = window_of(station, reader, stick)
    window.factors.make_token(clerk, key(), typed(window, drive="slot 0", factor_name="警务卡"))
    assert window.sign_in.keys_present() == ("slot 0",)
    assert "PIN不对" in str(
        refused(lambda: window.sign_in.sign_in_with_token(half(window).half, "slot 0", "1"))
    )
    assert window.sign_in.sign_in_with_token(half(window).half, "slot 0", PIN) == clerk
    reader.card = Card()  # another card in the slot
    assert "不是在您名下" in str(
        refused(lambda: window.sign_in.sign_in_with_token(half(window).half, "slot 0", PIN))
    )


def test_a_challenge_is_answered_once_and_by_nobody_elses_signature(
    window: Window, place: str, station: Counter, clerk: Actor, stick: Path
) -> None:
    reader = CardReader()
    other = window_of(station, reader, stick)
    other.factors.make_token(clerk, key(), typed(other, drive="slot 0", factor_name="警务卡"))
    card = reader.card
    assert card is not None
    heard: list[tuple[bytes, bytes]] = []
    whole = card.sign

    def listening(challenge: bytes) -> bytes:
        heard.append((challenge, whole(challenge)))
        return heard[-1][1]

    card.sign = listening  # type: ignore[method-assign]
    due = half(other)
    assert other.sign_in.sign_in_with_token(due.half, "slot 0", PIN) == clerk
    assert "从密码重新开始" in str(refused(lambda: other.sign_in.sign_in_with_token(due.half, "slot 0", PIN)))
    card.sign = lambda _challenge: heard[0][1]  # type: ignore[method-assign]
    assert "签名不对" in str(
        refused(lambda: other.sign_in.sign_in_with_token(half(other).half, "slot 0", PIN))
    )
    assert len({challenge for challenge, _ in heard}) == len(heard)


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("wrong_pin", "PIN不对"),
        ("pulled_out", "U盘可能已经拔出"),
        ("damaged", "已损坏"),
        ("another_file", "不是密钥文件"),
        ("somebody_elses", "不是在您名下登记的"),
        ("not_registered", "不是在您名下登记的"),
        ("revoked", "已于2026-11-20停用"),
        ("too_late", "已超过3分钟"),
        ("clock_set_back", "时钟刚才被调到以前"),
    ],
)
def test_whatever_is_wrong_is_a_sentence_and_lets_nobody_in(
    window: Window,
    place: str,
    station: Counter,
    clerk: Actor,
    template: Any,
    clock: Any,
    what: str,
    says: str,
) -> None:
    pin = PIN
    if what == "revoked":
        window.factors.make_token(clerk, key(), typed(window, factor_name="备用"))
        [row] = [row for row in window.factors.mine(clerk).rows if row.name == "蓝色U盘"]
        window.factors.revoke(template.security, row.factor_id, "遗失")
    due = half(window)
    if what == "wrong_pin":
        pin = "204081"
    elif what == "pulled_out":
        Path(place).unlink()
    elif what == "damaged":
        Path(place).write_bytes(Path(place).read_bytes()[:-9])
    elif what == "another_file":
        place = str(window.stick / "photo.jpg")
        Path(place).write_bytes(b"\xff\xd8")
    elif what == "somebody_elses":
        theirs = typed(window, old_password="test-pass-2", factor_name="他人的")
        window.factors.make_token(template.other, key(), theirs)
        [place] = [each for each in window.sign_in.keys_present() if "他人" in each]
    elif what == "not_registered":
        place, _ = KeyFiles(lambda: [window.stick]).make(str(window.stick), "没登记", PIN)
    elif what == "too_late":
        clock.moment += LASTS + timedelta(seconds=1)
    elif what == "clock_set_back":
        clock.moment -= timedelta(hours=1)
    assert says in str(refused(lambda: window.sign_in.sign_in_with_token(due.half, place, pin)))
    counted = what in ("wrong_pin", "somebody_elses", "not_registered", "revoked")
    assert actions(station).count("second_factor_failed") == counted


def test_a_damaged_stick_is_no_wrong_try(window: Window, place: str, station: Counter) -> None:
    whole = Path(place).read_bytes()
    Path(place).write_bytes(whole[:100])
    for _ in range(6):
        refused(lambda: window.sign_in.sign_in_with_token(half(window).half, place, PIN))
    Path(place).write_bytes(whole)
    assert window.sign_in.sign_in_with_token(half(window).half, place, PIN)


def test_a_password_that_is_due_is_set_after_the_second_factor_and_not_without(
    window: Window, place: str, clock: Any
) -> None:
    clock.moment += timedelta(days=91)
    new = "willow-22"
    with pytest.raises(FactorDue):
        window.sign_in.sign_in_anew("one", "test-pass-1", new, new, 3)
    due = half(window)
    with pytest.raises(FactorDue):
        window.sign_in.sign_in_anew("one", "test-pass-1", new, new, 3, due.half)
    with pytest.raises(PasswordDue):
        window.sign_in.sign_in_with_token(due.half, place, PIN)
    with pytest.raises(FactorDue):
        window.sign_in.sign_in_anew("one", "test-pass-1", new, new, 4, due.half)  # at another counter
    assert window.sign_in.sign_in_anew("one", "test-pass-1", new, new, 3, due.half)
    assert window.sign_in.sign_in_with_token(half(window, password=new).half, place, PIN)


def test_an_attempt_of_another_or_of_nobody_lets_nobody_in(window: Window, place: str) -> None:
    for name in ("", "0" * 32):
        refused(lambda name=name: window.sign_in.sign_in_with_token(name, place, PIN))
        refused(lambda name=name: window.sign_in.sign_in_with_code(name, "000000"))
    due = half(window)
    window.sign_in.give_up(due.half)
    refused(lambda: window.sign_in.sign_in_with_token(due.half, place, PIN))


def test_who_is_disabled_half_way_is_not_let_in(
    window: Window, place: str, template: Any, station: Counter
) -> None:
    due = half(window)
    boss = template.administrator
    row = next(each for each in station.staff.list(boss).rows if each.sign_in_name == "one")
    station.staff.disable(boss, row.staff_id, row.version)
    assert isinstance(refused(lambda: window.sign_in.sign_in_with_token(due.half, place, PIN)), NotPossible)
