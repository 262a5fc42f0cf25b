"""The permit's page in words: state, dates, days left, what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CancelReason, Ground
from desktop.domain.endorsement import EndorsementState
from desktop.domain.handing_over import OLD_CARD_WORDS, OldCard
from desktop.domain.masking import mask_address
from desktop.domain.permit_life import EVENT_WORDS, OPEN, STATE_WORDS, PermitEvent, PermitState
from desktop.domain.times import CHINA
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.permit_pages import PermitPage
    from desktop.services.permit_rows import PermitStepRow

Fact = tuple[str, str]
"""What it is called, and what it is."""

_SIGNS = {
    PermitState.PRODUCED: ("○", "quiet"),
    PermitState.VALID: ("✓", "good"),
    PermitState.SUSPENDED: ("‖", "warning"),
    PermitState.LOST: ("?", "warning"),
    PermitState.REPLACED: ("→", "quiet"),
    PermitState.CANCELLED: ("✗", "problem"),
}
"""Each state's sign and colour, so that neither stands alone."""


def state_words(state: PermitState) -> str:
    """A state with its sign."""
    return f"{_SIGNS[state][0]} {sentence_text(STATE_WORDS[state])}"


def state_kind(state: PermitState) -> str:
    """The kind of chip that a state has."""
    return _SIGNS[state][1]


def number_words(number: str) -> str:
    """A permit's 24 digits in groups, as somebody reads them out."""
    parts = (2, 6, 3, 8, 2, 3)
    if len(number) != sum(parts):
        return number
    said, at = [], 0
    for width in parts:
        said.append(number[at : at + width])
        at += width
    return " ".join(said)


def ground_words(ground: str) -> str:
    """The ground of a permit; a code of another version stays as it is."""
    try:
        return sentence_text(label(Ground(ground)))
    except ValueError:
        return ground


def facts(page: PermitPage) -> list[Fact]:
    """What a permit is: card, ground, address, and its days."""
    permit, standing = page.permit, page.standing
    rows = [
        (text("permit_page", "证件流水号"), permit.serial),
        (text("permit_page", "申领条件"), ground_words(permit.ground)),
        (text("permit_page", "证载地址"), mask_address(permit.address)),
        (text("permit_page", "签发日期"), permit.issued_on.isoformat()),
        (text("permit_page", "领取日期"), day_or_not(permit.handed_over_on)),
        (text("permit_page", "年限起算"), standing.years_from.isoformat()),
    ]
    if permit.endorsed_on is not None:
        rows.append((text("permit_page", "最近签注"), permit.endorsed_on.isoformat()))
    if standing.endorsement is not None and permit.state in OPEN:
        rows.append((text("permit_page", "签注期开始"), day_or_not(standing.opens_on)))
        rows.append((text("permit_page", "签注有效至"), day_or_not(standing.due_on)))
    if standing.valid_until is not None:
        rows.append((text("permit_page", "证件有效至"), standing.valid_until.isoformat()))
    if standing.renewal_opens is not None:
        rows.append((text("permit_page", "可换证自"), standing.renewal_opens.isoformat()))
    if permit.end_reason:
        rows.append(_end(permit.state, permit.end_reason))
    return rows


def _end(state: PermitState, reason: str) -> Fact:
    """Why a permit was cancelled, or what became of the card that was replaced."""
    if state is PermitState.REPLACED:
        return text("permit_page", "旧证去向"), sentence_text(OLD_CARD_WORDS[OldCard(reason)])
    return text("permit_page", "注销原因"), reason_words(reason)


def reason_words(reason: str) -> str:
    """Why a permit ended."""
    try:
        return sentence_text(label(CancelReason(reason)))
    except ValueError:
        return reason


def day_or_not(day: date | None) -> str:
    """A day, or a dash."""
    return day.isoformat() if day is not None else "—"


def term(page: PermitPage) -> tuple[str, str]:
    """How long the endorsement lasts, in days of both kinds, and the chip's kind; "" where nothing runs."""
    standing, state = page.standing, page.permit.state
    if state not in (PermitState.VALID, PermitState.SUSPENDED, PermitState.LOST):
        return "", ""
    if standing.working_days_left is None or standing.calendar_days_left is None:
        return "", ""
    working, calendar = standing.working_days_left, standing.calendar_days_left
    if calendar < 0:
        words = text("permit_page", "✗ 已逾期 {calendar} 天（{working} 个工作日）")
        words, kind = words.format(calendar=-calendar, working=-working), "problem"
    elif calendar == 0:
        words, kind = text("permit_page", "！ 今天是最后一天"), "warning"
    else:
        words = text("permit_page", "还剩 {calendar} 天（{working} 个工作日）")
        words = words.format(calendar=calendar, working=working)
        is_open = standing.endorsement is EndorsementState.OPEN
        kind = "warning" if is_open else "quiet"
        if is_open:
            words = text("permit_page", "！ 正在签注期，{left}").format(left=words)
    return words + (text("permit_page", "（暂估）") if standing.estimated else ""), kind


def step_words(step: PermitStepRow) -> str:
    """What happened."""
    if step.event == "produce":
        return text("permit_page", "制证")
    try:
        return sentence_text(EVENT_WORDS[PermitEvent(step.event)])
    except ValueError:
        return step.event


def at_words(step: PermitStepRow) -> str:
    """When it happened, by the clock on the wall."""
    return f"{step.at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def by_words(step: PermitStepRow) -> str:
    """Who did it, and where; what the rule does by itself is nobody's deed."""
    if step.event == PermitEvent.SUSPEND.value:
        return text("permit_page", "按规定自动办理")
    return text("permit_page", "{name}（{counter}号窗口）").format(
        name=step.staff_name, counter=step.counter_number
    )
