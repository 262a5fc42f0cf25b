"""The yearly endorsement (签注) of a permit: when it opens, when it is overdue, and how the years count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.domain.errors import NotPossible, sentence
from desktop.domain.policy import LateEndorsement, PermitPolicy, Policy
from desktop.domain.rule import Rule, Window
from desktop.domain.times import add_months


class EndorsementState(StrEnum):
    """Where a permit stands between two endorsements; `OVERDUE` means that its use is suspended."""

    NOT_YET = "not_yet"
    OPEN = "open"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class EndorsementStanding:
    """The next endorsement and what came before it.

    It may be made from `opens_on` to `due_on`, both included; from the day after, the permit is suspended
    where the pack says so. `years_from` is the day since which the years count, `full_years` how many of
    them are behind `due_on`'s year.
    """

    state: EndorsementState
    opens_on: date
    due_on: date
    years_from: date
    full_years: int
    suspended: bool
    basis: str
    verified: bool
    note: str


def endorsement_standing(
    issued_on: date, endorsed_on: Sequence[date], policy: Policy, on: date
) -> EndorsementStanding | None:
    """Give the standing on a day of a permit issued and endorsed on days; None where none is endorsed.

    The time runs in full years from issue. An endorsement before its window opens does not count; a late
    one restores the permit, and the pack says whether the years begin anew with it (居住证暂行条例 第十条
    第三款: 居住证持有人的居住年限自补办签注手续之日起连续计算).
    """
    rules = policy.permit
    every, window = rules.endorse_every_months.value, rules.endorsement_window.value
    if not every or window is None:
        return None
    start, turn = issued_on, 1
    for day in sorted(endorsed_on):
        if day > on:
            break
        due = add_months(start, every * turn)
        if day < window.opens(due):
            continue
        if day <= due:
            turn += 1
        else:
            start, turn = _after_late(start, turn, day, rules, window)
    due = add_months(start, every * turn)
    opens = window.opens(due)
    state = EndorsementState.OVERDUE if on > due else EndorsementState.OPEN
    if on < opens:
        state = EndorsementState.NOT_YET
    rule = rules.endorsement_window
    return EndorsementStanding(
        state=state,
        opens_on=opens,
        due_on=due,
        years_from=start,
        full_years=every * (turn - 1) // 12,
        suspended=state is EndorsementState.OVERDUE and rules.suspended_when_overdue.value,
        basis=rule.basis,
        verified=rule.verified,
        note=rule.note,
    )


def valid_until(issued_on: date, policy: Policy, *, long: bool = False) -> date | None:
    """Give the last day of a permit that ends by itself, or None where it does not.

    `long` is the longer time that the pack grants in certain cases (`long_validity_for`); NotPossible
    where it grants none. A year ends on the day before the corresponding day, and where a month has none
    on the month's last (民法典 第二百零二条).
    """
    rules = policy.permit
    months = rules.validity_months.value
    if not months:
        return None
    if long:
        months = rules.long_validity_months.value
        if not months:
            raise NotPossible(sentence("findings", "当地没有规定更长的居住证有效期。"))
    turn = add_months(issued_on, months)
    return turn - timedelta(days=1) if turn.day == issued_on.day else turn


def renewal_opens(last_day: date, policy: Policy) -> date | None:
    """Give the first day for renewing a permit that ends on `last_day`; None where the law names none."""
    rule: Rule[Window | None] = policy.permit.renewal_window
    return rule.value.opens(last_day) if rule.value else None


def _after_late(start: date, turn: int, day: date, rules: PermitPolicy, window: Window) -> tuple[date, int]:
    """Say from when the years count after a late endorsement, and which turn is the next.

    Where they go on from issue, one that comes while a later window is open serves for that one too.
    """
    if rules.late_endorsement.value is LateEndorsement.FROM_ENDORSEMENT:
        return day, 1
    while window.opens(add_months(start, rules.endorse_every_months.value * turn)) <= day:
        turn += 1
    return start, turn
