"""How many people a community or an employer has to look after its newcomers."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.policy import Policy
from desktop.domain.rule import Finding, finding

MOST_RESIDENTS = 1_000_000
"""No community and no employer has more; a longer number is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """Auxiliaries (协管员), full-time managers from–to, and part-time managers at least."""

    auxiliaries: int
    full_time_at_least: int
    full_time_at_most: int
    part_time_at_least: int
    findings: tuple[Finding, ...]

    @property
    def words(self) -> Sentence:
        """Say how many of whom."""
        if self.full_time_at_most:
            return sentence("outcomes", "协管员{count}名，专职管理员{least}至{most}名").fill(
                count=self.auxiliaries, least=self.full_time_at_least, most=self.full_time_at_most
            )
        return sentence("outcomes", "兼职管理员至少{least}名").fill(least=self.part_time_at_least)


def read_residents(typed: str) -> int:
    """Read a number of newcomers as typed; BadInput for anything but a whole number up to a million."""
    words = typed.strip()
    if not words.isdecimal() or int(words) > MOST_RESIDENTS:
        problem = sentence("findings", "流动人口数量应为0至{most}之间的整数。")
        raise BadInput("residents", problem.fill(most=MOST_RESIDENTS))
    return int(words)


def staff_for(residents: int, policy: Policy) -> Staffing:
    """Count the staff for so many newcomers of one community or employer.

    Auxiliaries go by the ratio, a remainder counting as one more; below the number from which full-time
    managers are needed there are none. Raises BadInput for a negative number, NotPossible where the rules
    in force name no staff.
    """
    rules = policy.staffing
    if rules is None:
        problem = sentence("policies", "{title}没有规定协管员、管理员的配备标准。")
        raise NotPossible(problem.fill(title=policy.title))
    if residents < 0:
        raise BadInput("residents", sentence("findings", "流动人口数量不能是负数。"))
    many = residents >= rules.full_time_from.value
    ratio = rules.residents_per_auxiliary
    fact = sentence("findings", "流动人口{residents}人，{limit}人以上配备专职管理员和协管员。")
    size = finding(
        "full_time_from",
        rules.full_time_from,
        many,
        fact.fill(residents=residents, limit=rules.full_time_from.value),
        sentence("findings", "不足{limit}人的至少配备{least}名兼职管理员。").fill(
            limit=rules.full_time_from.value, least=rules.part_time_at_least.value
        ),
    )
    if not many:
        return Staffing(0, 0, 0, rules.part_time_at_least.value if residents else 0, (size,))
    auxiliaries = -(-residents // ratio.value)
    fact = sentence("findings", "按{ratio}比1配备协管员{count}名。").fill(
        ratio=ratio.value, count=auxiliaries
    )
    return Staffing(
        auxiliaries,
        rules.full_time_at_least.value,
        rules.full_time_at_most.value,
        0,
        (size, finding("residents_per_auxiliary", ratio, True, fact)),
    )
