"""What the rules of a place say to the holder of a paper, in the words that are printed on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import Ground
from desktop.domain.errors import Sentence, sentence
from desktop.domain.registration import in_words

if TYPE_CHECKING:
    from desktop.domain.policy import PermitPolicy, Policy
    from desktop.domain.rule import Deadline, Rule

HALF_A_YEAR = 6


def certificate_notes(policy: Policy) -> tuple[str, ...]:
    """Say on a registration certificate what it proves, and what its holder must and may do next."""
    rules = policy.registration
    notes = [
        sentence("paper", "本凭证由居住地公安派出所出具，证明上列人员已经申报{term}。"),
        sentence("paper", "在本县（市、区）内变更居住地址的，应当{limit}到居住地派出所办理变更登记。").fill(
            limit=_within(rules.change_within)
        ),
        sentence(
            "paper", "离开本居住地或者跨县（市、区）变更居住地的，应当{limit}到派出所办理注销登记。"
        ).fill(limit=_within(rules.leave_within)),
    ]
    if policy.permits is not None:
        notes.append(_permit(policy.permits))
    if rules.free.value:
        notes.append(sentence("paper", "办理{term}不收取费用。"))
    notes.append(sentence("paper", "请当场核对登记内容，如有错误，立即提出更正。"))
    return tuple(str(note.fill(term=rules.term.value)) for note in notes)


def receipt_notes(policy: Policy) -> tuple[str, ...]:
    """Say on a receipt what the first permit costs, where the law says that it costs nothing."""
    rules = policy.permit
    if not rules.free_first_issue.value:
        return ()
    return (str(sentence("paper", "首次申领{permit}不收取费用。").fill(permit=rules.term.value)),)


def _permit(rules: PermitPolicy) -> Sentence:
    grounds = "、".join(str(label(ground)) for ground in Ground if ground in rules.grounds.value)
    months, days = rules.months_registered.value, rules.days_intended.value
    told = sentence("paper", "拟在本地居住{days}日以上的，{may}申领{permit}。")
    if months == HALF_A_YEAR:
        told = sentence("paper", "办理{term}满半年，{ground}{may}申领{permit}。")
    elif months:
        told = sentence("paper", "办理{term}满{months}个月，{ground}{may}申领{permit}。")
    elif not days:
        told = sentence("paper", "办理{term}后，{ground}{may}申领{permit}。")
    return told.fill(
        ground=sentence("paper", "符合{grounds}条件之一的，").fill(grounds=grounds) if grounds else "",
        months=months,
        days=days,
        may=sentence("paper", "应当") if rules.obligatory.value else sentence("paper", "可以"),
        permit=rules.term.value,
    )


def _within(rule: Rule[Deadline | None]) -> Sentence | str:
    if rule.value is None:
        return ""
    return sentence("paper", "在{limit}内").fill(limit=in_words(rule.value))
