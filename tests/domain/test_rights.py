from __future__ import annotations

import pytest

from desktop.domain.codes import Role
from desktop.domain.rights import ADMINISTRATORS, RIGHT_WORDS, RIGHTS, Right, holders

PERSONAL = (
    Right.LOOK_UP,
    Right.SEE_WHOLE_NUMBERS,
    Right.REGISTER_RESIDENCE,
    Right.ACCEPT,
    Right.PRODUCE,
    Right.HAND_OVER,
    Right.PRINT,
    Right.DECIDE,
)


def test_every_role_is_in_the_table_and_every_right_has_a_holder_and_a_name() -> None:
    assert set(RIGHTS) == set(Role)
    assert set(RIGHT_WORDS) == set(Right)
    assert all(holders(right) for right in Right)
    assert len({str(words) for words in RIGHT_WORDS.values()}) == len(Right)


def test_officers_decide_and_auxiliaries_never_do() -> None:
    assert holders(Right.DECIDE) == (Role.OFFICER,)
    assert RIGHTS[Role.AUXILIARY] < RIGHTS[Role.OFFICER]


@pytest.mark.parametrize("right", PERSONAL)
def test_no_administrator_works_the_counter(right: Right) -> None:
    assert not ADMINISTRATORS & set(holders(right))


def test_no_two_administrators_keep_the_same_and_the_audit_administrator_changes_nothing() -> None:
    shared = {Right.OWN_DESK, Right.SEE_KEYS, Right.SEE_RETENTION, *RIGHTS[Role.OFFICER]}
    for one in ADMINISTRATORS:
        for other in ADMINISTRATORS - {one}:
            assert RIGHTS[one] & RIGHTS[other] <= shared
    assert {Right.READ_TRAIL, Right.EXPORT_LOG, Right.CHECK_TRAIL} <= RIGHTS[Role.AUDIT_ADMINISTRATOR]
    assert not RIGHTS[Role.AUDIT_ADMINISTRATOR] & {
        Right.MANAGE_ACCOUNTS,
        Right.GIVE_ROLES,
        Right.LIMIT_RIGHTS,
        Right.SET_STATION,
        Right.SET_CALENDAR,
        Right.SET_PASSWORD_RULE,
        Right.KEEP_KEYS,
        Right.KEEP_BLANKS,
        Right.KEEP_DATABASE,
        Right.SET_PRINTING,
    }


def test_somebody_without_a_role_may_do_nothing() -> None:
    assert RIGHTS[Role.NOBODY] == frozenset()
