"""How an application would end if it were handed in now, in words for the line and for the button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.domain.codes import MaterialState
from desktop.domain.permit import MaterialNeed, missing_materials
from desktop.domain.rule import Finding
from desktop.ui.kit.findings import change_of
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.application_rows import Checklist


class Ending(Enum):
    """The three ways an application ends at the counter (公通字〔2021〕12号 第六十八条)."""

    ACCEPT = auto()
    TELL_WHAT_IS_MISSING = auto()
    REFUSE = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What handing in would do: the ending, and what it stands on."""

    ending: Ending
    promised_on: date
    estimated: bool
    missing: tuple[MaterialNeed, ...]
    unmet: tuple[Finding, ...]


def outcome_of(checklist: Checklist, states: Mapping[str, MaterialState]) -> Outcome:
    """Foresee the ending, by the same rules and in the same order as the service decides it."""
    unmet = tuple(finding for finding in checklist.findings if not finding.met)
    missing = missing_materials(checklist.materials, states)
    ending = Ending.ACCEPT
    if unmet:
        ending = Ending.REFUSE
    elif missing:
        ending = Ending.TELL_WHAT_IS_MISSING
    return Outcome(ending, checklist.promised_on, checklist.promised_estimated, missing, unmet)


def label_of(outcome: Outcome) -> str:
    """What the button says: what pressing it does."""
    if outcome.ending is Ending.REFUSE:
        return text("application", "不予受理，出具告知书")
    if outcome.ending is Ending.TELL_WHAT_IS_MISSING:
        return text("application", "出具一次性告知书（缺{count}项）").format(count=len(outcome.missing))
    return _accepting(outcome)


def words_of(outcome: Outcome) -> str:
    """The same as a sentence, with what is missing or not met by name."""
    if outcome.ending is Ending.REFUSE:
        told = "　".join((*reasons_of(outcome), *changes_of(outcome)))
        return text("application", "不符合申领条件：{reasons}").format(reasons=told)
    if outcome.ending is Ending.TELL_WHAT_IS_MISSING:
        return text("application", "还缺{count}项：{items}。补齐后凭告知书继续办理。").format(
            count=len(outcome.missing),
            items=text("application", "、").join(sentence_text(need.label) for need in outcome.missing),
        )
    return text("application", "条件符合，材料齐全：{what}。").format(what=_accepting(outcome))


def kind_of(outcome: Outcome | None) -> str:
    """The icon that goes with the words."""
    if outcome is None:
        return "info"
    return {Ending.ACCEPT: "good", Ending.TELL_WHAT_IS_MISSING: "warning", Ending.REFUSE: "problem"}[
        outcome.ending
    ]


def reasons_of(outcome: Outcome) -> tuple[str, ...]:
    """Every condition that is not met: the fact and its clause."""
    return tuple(
        text("application", "{fact}（{basis}）").format(
            fact=sentence_text(finding.fact).rstrip("。."), basis=finding.basis
        )
        for finding in outcome.unmet
    )


def changes_of(outcome: Outcome) -> tuple[str, ...]:
    """What would change each condition that is not met."""
    return tuple(change_of(finding) for finding in outcome.unmet if finding.change is not None)


def _accepting(outcome: Outcome) -> str:
    day = outcome.promised_on.isoformat()
    if outcome.estimated:
        return text("application", "受理，承诺 {day} 前办结（暂估）").format(day=day)
    return text("application", "受理，承诺 {day} 前办结").format(day=day)
