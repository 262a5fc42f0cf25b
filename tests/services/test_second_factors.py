"""The second factor of signing in, on both engines: what lets in, what does not and says so, and who ends it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.devices.token import key_file
from desktop.devices.token.key_file import KeyFiles
from desktop.domain import totp
from desktop.domain.codes import Role
from desktop.domain.errors import (
    BadInput,
    CounterError,
    EnvironmentTrouble,
    FactorDue,
    NotPossible,
    PasswordDue,
)
from desktop.domain.second_factor import LASTS, FactorKind
from desktop.services.counter import Counter
from desktop.services.factor_making import make_token, register_token
from desktop.services.factor_rows import FactorRule
from desktop.services.ports import Token, TokenReader
from desktop.services.rows import Actor
from desktop.services.second_factors import SecondFactors
from desktop.services.sign_in import SignIn
from tests.services.asked import actions, key, rows
from tests.services.rivals import at_once

PIN = "204080"


@dataclass
class Window:
    """The two services of a counter with a stick of the test's in it."""

    sign_in: SignIn
    factors: SecondFactors
    stick: Path


class Card:
    """A key that never leaves its chip, as one behind PKCS#11 would be: the same interface, no file."""

    def __init__(self) -> None:
        self.name, self.pin, self.inside = "警务卡", PIN, True
        self._private = Ed25519PrivateKey.generate()
        self.public = f"Ed25519:{self._private.public_key().public_bytes_raw().hex()}"

    def sign(self, challenge: bytes) -> bytes:
        return self._private.sign(challenge)


class CardReader:
    """One slot."""

    def __init__(self) -> None:
        self.card: Card | None = None

    def drives(self) -> tuple[str, ...]:
        return ("slot 0",)

    def present(self) -> tuple[str, ...]:
        return ("slot 0",) if self.card else ()

    def open(self, place: str, pin: str) -> Token:
        assert self.card is not None
        if pin != self.card.pin:
            raise BadInput("pin", key_file._WRONG_PIN)
        return self.card

    def make(self, drive: str, name: str, pin: str) -> tuple[str, Token]:
        self.card = Card()
        self.card.name, self.card.pin = name, pin
        return drive, self.card

    def take_back(self, place: str) -> None:
        self.card = None


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(key_file, "KIB", 64)  # a PIN need not be slow here
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def window_of(station: Counter, reader: TokenReader, stick: Path) -> Window:
    office, journal = station.office, station.journal
    return Window(SignIn(office, journal, reader), SecondFactors(office, journal, reader), stick)


@pytest.fixture
def window(station: Counter, stick: Path) -> Window:
    return window_of(station, KeyFiles(lambda: [stick]), stick)


def typed(window: Window, **other: str) -> dict[str, str]:
    return {
        "old_password": "test-pass-1",
        "drive": str(window.stick),
        "factor_name": "蓝色U盘",
        "new_pin": PIN,
        "new_pin_again": PIN,
        **other,
    }


@pytest.fixture
def place(window: Window, clerk: Actor) -> str:
    """The clerk's key, registered; where it is."""
    window.factors.make_token(clerk, key(), typed(window))
    [found] = window.sign_in.keys_present()
    return found


@pytest.fixture
def secret(window: Window, clerk: Actor, clock: Any) -> bytes:
    """The secret of the clerk's telephone, registered a while ago."""
    made = window.factors.new_code(clerk, "test-pass-1")
    code = totp.code(made.secret, totp.step_of(clock.moment))
    window.factors.register_code(clerk, key(), made, "手机", code)
    clock.moment += timedelta(minutes=5)
    return made.secret


def half(window: Window, name: str = "one", password: str = "test-pass-1", counter: int = 3) -> FactorDue:  # noqa: S107
    with pytest.raises(FactorDue) as caught:
        window.sign_in.sign_in(name, password, counter)
    return caught.value


def refused(call: Callable[[], object]) -> CounterError:
    with pytest.raises(CounterError) as caught:
        call()
    assert not isinstance(caught.value, FactorDue | PasswordDue)
    return caught.value


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


def test_a_code_lets_in_once_and_wrong_ones_do_not(
    window: Window, secret: bytes, clerk: Actor, clock: Any
) -> None:
    def now(off: int = 0) -> str:
        return totp.code(secret, totp.step_of(clock.moment) + off)

    due = half(window)
    assert due.kinds == (FactorKind.CODE,)
    wrong = refused(lambda: window.sign_in.sign_in_with_code(due.half, now(5)))
    assert isinstance(wrong, BadInput)
    assert (wrong.field, "动态码不对" in str(wrong)) == ("code", True)
    used = now()
    assert window.sign_in.sign_in_with_code(due.half, used) == clerk
    assert "已经用过" in str(refused(lambda: window.sign_in.sign_in_with_code(half(window).half, used)))
    assert "已经用过" in str(refused(lambda: window.sign_in.sign_in_with_code(half(window).half, now(-1))))
    assert window.sign_in.sign_in_with_code(half(window).half, now(1)) == clerk
    clock.moment += timedelta(minutes=2)
    assert window.sign_in.sign_in_with_code(half(window).half, now(-1)) == clerk


def test_the_same_code_at_two_counters_at_once_lets_one_in(window: Window, secret: bytes, clock: Any) -> None:
    code = totp.code(secret, totp.step_of(clock.moment))
    names = [half(window, counter=number).half for number in (3, 4, 5)]
    came = at_once([lambda name=name: window.sign_in.sign_in_with_code(name, code) for name in names])
    assert sum(isinstance(one, Actor) for one in came) == 1
    assert all(isinstance(one, Actor) or "已经用过" in str(one) for one in came)


def test_a_clock_set_back_lets_no_old_code_in(
    window: Window, secret: bytes, clerk: Actor, clock: Any
) -> None:
    old, then = totp.code(secret, totp.step_of(clock.moment)), clock.moment
    clock.moment += timedelta(days=1)
    now = totp.code(secret, totp.step_of(clock.moment))
    assert window.sign_in.sign_in_with_code(half(window).half, now) == clerk
    clock.moment = then
    assert "校准时钟" in str(refused(lambda: window.sign_in.sign_in_with_code(half(window).half, old)))


def test_wrong_codes_count_to_the_wait_and_the_right_password_does_not_help(
    window: Window, secret: bytes, clock: Any, clerk: Actor
) -> None:
    for _ in range(4):
        refused(lambda: window.sign_in.sign_in_with_code(half(window).half, "000000"))
    assert "还要等1分钟" in str(
        refused(lambda: window.sign_in.sign_in_with_code(half(window).half, "000000"))
    )
    assert "还要等" in str(refused(lambda: window.sign_in.sign_in("one", "test-pass-1", 3)))
    clock.moment += timedelta(seconds=61)
    due = half(window)  # the right password neither forgives the wrong codes nor counts as one
    assert "还要等2分钟" in str(refused(lambda: window.sign_in.sign_in_with_code(due.half, "000000")))
    clock.moment += timedelta(minutes=2, seconds=1)
    code = totp.code(secret, totp.step_of(clock.moment))
    assert window.sign_in.sign_in_with_code(half(window).half, code) == clerk
    assert not rows_of_wrong(window)


def rows_of_wrong(window: Window) -> list[Any]:
    return rows(window_station(window), "select * from wrong_password")


def window_station(window: Window) -> Any:
    return type("Station", (), {"office": window.sign_in._office})()


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


def test_who_must_have_one_registers_it_at_the_next_sign_in(
    window: Window, template: Any, station: Counter, clock: Any
) -> None:
    factors, security = window.factors, template.security
    rule = factors.set_rule(security, [Role.OFFICER], "7", factors.everybody(security).rule)
    assert rule == FactorRule(frozenset([Role.OFFICER]), 7)
    assert window.sign_in.sign_in("one", "test-pass-1", 3)  # no officer
    due = half(window, "officer", "test-pass-4", 5)
    assert due.to_register
    made = window.sign_in.new_code(due.half)
    wrong = refused(lambda: window.sign_in.register_code(due.half, key(), made, "手机", "000000"))
    assert isinstance(wrong, BadInput)
    code = totp.code(made.secret, totp.step_of(clock.moment))
    actor = window.sign_in.register_code(due.half, key(), made, "手机", code)
    assert actor.role is Role.OFFICER
    again = half(window, "officer", "test-pass-4", 5)
    assert not again.to_register
    refused(lambda: window.sign_in.new_code(again.half))
    assert "请先登记另一个" in str(
        refused(lambda: factors.give_up(actor, factors.mine(actor).rows[0].factor_id, "test-pass-4"))
    )
    due = half(window, "second", "test-pass-5", 6)
    asked = typed(window, factor_name="第二把")
    assert window.sign_in.register_token(due.half, key(), asked).name == "测试民警二"
    assert actions(station).count("register_factor") == 2


def test_a_lost_one_is_revoked_and_another_is_registered(
    window: Window, place: str, clerk: Actor, template: Any, station: Counter
) -> None:
    security = template.security
    [row] = window.factors.everybody(security).rows
    assert isinstance(refused(lambda: window.factors.revoke(security, row.factor_id, " ")), BadInput)
    for _ in range(2):
        assert window.factors.revoke(security, row.factor_id, "U盘遗失").ended_on is not None
    assert actions(station).count("revoke_factor") == 1
    assert window.sign_in.sign_in("one", "test-pass-1", 3)  # none is asked of this role
    token = KeyFiles().open(place, PIN)
    told = refused(lambda: register_token(station.office, station.journal, clerk, key(), token))
    assert "请生成新的密钥" in str(told)
    for actor in (clerk, template.administrator, template.auditor):
        refused(lambda actor=actor: window.factors.revoke(actor, row.factor_id, "遗失"))
        refused(lambda actor=actor: window.factors.everybody(actor))
        refused(lambda actor=actor: window.factors.set_rule(actor, [], "7", FactorRule()))


def test_the_same_request_registers_one_key(window: Window, clerk: Actor, station: Counter) -> None:
    asked = key()
    first = window.factors.make_token(clerk, asked, typed(window))
    assert window.factors.make_token(clerk, asked, typed(window)) == first
    assert len(list(window.stick.iterdir())) == 1
    assert actions(station).count("register_factor") == 1


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"old_password": "wrong-one-0"}, "old_password"),
        ({"factor_name": " "}, "factor_name"),
        ({"new_pin": "111111", "new_pin_again": "111111"}, "new_pin"),
        ({"new_pin_again": "204081"}, "new_pin_again"),
        ({"drive": ""}, "drive"),
    ],
)
def test_what_is_wrong_in_registering_is_told_at_its_field_and_leaves_no_file(
    window: Window, clerk: Actor, other: dict[str, str], field: str
) -> None:
    told = refused(lambda: window.factors.make_token(clerk, key(), typed(window, **other)))
    assert isinstance(told, BadInput)
    assert told.field == field
    assert not list(window.stick.iterdir())


def test_a_key_that_cannot_be_registered_is_taken_off_the_stick_again(
    window: Window, clerk: Actor, station: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise EnvironmentTrouble(key_file._GONE.fill(path="x"))

    monkeypatch.setattr(station.journal, "write", refuse)
    with pytest.raises(EnvironmentTrouble):
        make_token(station.office, station.journal, window.factors._tokens, clerk, key(), typed(window))
    assert not list(window.stick.iterdir())


def test_a_telephones_secret_is_nowhere_in_the_database_as_it_is(
    window: Window, secret: bytes, station: Counter
) -> None:
    [(kept,)] = rows(station, "select secret from second_factor")
    assert secret.hex() not in kept
    assert secret.hex() not in str(rows(station, "select * from journal_entry"))


def test_the_rule_meets_what_was_seen_and_is_written_down_once(
    window: Window, template: Any, station: Counter
) -> None:
    security, factors = template.security, window.factors
    seen = factors.everybody(security).rule
    for _ in range(2):
        factors.set_rule(security, [Role.OFFICER, Role.AUXILIARY], "3", seen)
    assert actions(station).count("set_factor_rule") == 1
    assert "刚刚改过" in str(refused(lambda: factors.set_rule(security, [], "5", seen)))
    for days in ("31", "-1", "", "三"):
        told = refused(lambda days=days: factors.set_rule(security, [], days, seen))
        assert isinstance(told, BadInput)
        assert told.field == "offline_days"
    detail = rows(station, "select detail from journal_entry where action = 'set_factor_rule'")[0][0]
    assert "须有第二要素：民警、辅警" in detail


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


def test_an_actor_made_up_registers_nothing_in_anothers_name(
    window: Window, clerk: Actor, template: Any
) -> None:
    posing = replace(clerk, staff_id=template.other.staff_id)
    refused(lambda: window.factors.make_token(posing, key(), typed(window, old_password="x")))
    assert not list(window.stick.iterdir())
