"""Registering, revoking and demanding a second factor."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.devices.token import key_file
from desktop.devices.token.key_file import KeyFiles
from desktop.domain import totp
from desktop.domain.codes import Role
from desktop.domain.errors import (
    BadInput,
    EnvironmentTrouble,
)
from desktop.services.counter import Counter
from desktop.services.factor_making import make_token, register_token
from desktop.services.factor_rows import FactorRule
from desktop.services.rows import Actor
from tests.services.asked import actions, key, rows
from tests.services.second_factors.factors import PIN, Window, half, refused, typed


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


def test_an_actor_made_up_registers_nothing_in_anothers_name(
    window: Window, clerk: Actor, template: Any
) -> None:
    posing = replace(clerk, staff_id=template.other.staff_id)
    refused(lambda: window.factors.make_token(posing, key(), typed(window, old_password="x")))
    assert not list(window.stick.iterdir())
