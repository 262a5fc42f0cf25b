"""How long each kind of personal data is kept, and what stands against deleting it: pure rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.characters import half_width
from desktop.domain.errors import BadInput, Sentence, sentence
from desktop.domain.times import add_months

MOST_MONTHS = 600


class DataKind(StrEnum):
    """A kind of personal data with a term of its own."""

    PERSON = "person"
    MATERIALS = "materials"
    SHEETS = "sheets"
    DRAFTS = "drafts"
    TRAIL = "trail"


class DeletionGround(StrEnum):
    """Why a resident may ask for deletion: the cases of 个人信息保护法 art. 47(1) that fit a statutory duty."""

    PURPOSE_ENDED = "purpose_ended"
    TERM_OVER = "term_over"
    UNLAWFUL = "unlawful"


class PurgeKind(StrEnum):
    """What an order to delete comes from."""

    RETENTION = "retention"
    REQUEST = "request"


class PurgeState(StrEnum):
    """Where an order stands. `DONE` counts also where parts were kept after all."""

    PREPARED = "prepared"
    APPROVED = "approved"
    REFUSED = "refused"
    DONE = "done"


class PartState(StrEnum):
    """Where one part of an order stands."""

    WAITING = "waiting"
    DONE = "done"
    KEPT = "kept"


DATA_WORDS: Mapping[DataKind, Sentence] = {
    DataKind.PERSON: sentence("retention", "人员及其登记、办件、证件、单据"),
    DataKind.MATERIALS: sentence("retention", "没有办成的申请所交的相片和签名"),
    DataKind.SHEETS: sentence("retention", "内部清单中的姓名和号码"),
    DataKind.DRAFTS: sentence("retention", "没有办完的表单草稿"),
    DataKind.TRAIL: sentence("retention", "操作留痕"),
}
START_WORDS: Mapping[DataKind, Sentence] = {
    DataKind.PERSON: sentence("retention", "此人最后一次登记、办件、证件终结之日"),
    DataKind.MATERIALS: sentence("retention", "办件终结之日"),
    DataKind.SHEETS: sentence("retention", "清单出具之日"),
    DataKind.DRAFTS: sentence("retention", "最后一次保存之日"),
    DataKind.TRAIL: sentence("retention", "记录之日"),
}
GROUND_WORDS: Mapping[DeletionGround, Sentence] = {
    DeletionGround.PURPOSE_ENDED: sentence(
        "retention", "处理目的已实现、无法实现或者不再必要（第四十七条第一款第一项）"
    ),
    DeletionGround.TERM_OVER: sentence("retention", "保存期限已届满（第四十七条第一款第二项）"),
    DeletionGround.UNLAWFUL: sentence("retention", "处理违反法律、行政法规（第四十七条第一款第四项）"),
}
STATE_WORDS: Mapping[PurgeState, Sentence] = {
    PurgeState.PREPARED: sentence("retention", "待另一人批准"),
    PurgeState.APPROVED: sentence("retention", "已批准，正在清除"),
    PurgeState.REFUSED: sentence("retention", "未批准"),
    PurgeState.DONE: sentence("retention", "已清除"),
}

_FROM_THE_FLOOR = sentence("retention", "应为{least}至{most}之间的整数（月）。法定最短期限：{law}。")
_NO_LAW = sentence("retention", "无")
_PURPOSE = "《个人信息保护法》第四十七条第一款第一项"
_TERM = "《个人信息保护法》第四十七条第二款"
_REGISTERED = sentence("retention", "居住登记还没有注销，处理目的没有实现。注销登记后可以再申请。")
_HAS_PERMIT = sentence("retention", "居住证{number}还没有注销，处理目的没有实现。注销居住证后可以再申请。")
_OPEN_CASE = sentence("retention", "办件{number}还没有办结，处理目的没有实现。办结后可以再申请。")
_TOO_EARLY = sentence(
    "retention",
    "法定保存期限到{until}届满（{law}）。届满前停止除存储和采取必要的安全保护措施之外的处理。",
)


@dataclass(frozen=True, slots=True)
class Retention:
    """How long one kind is kept: never below `floor` months, as `law` has it; `usual` where no station says else.

    `purged` tells that this program deletes it; the trail is archived instead. `read` says that the article
    was read in its own text, not known from elsewhere.
    """

    kind: DataKind
    floor: int
    law: str
    usual: int
    why: str
    purged: bool
    read: bool


@dataclass(frozen=True, slots=True)
class PersonStanding:
    """What is known of a person's matters: what is still open, and the day on which the last one ended."""

    registered: bool
    permit_number: str
    case_number: str
    ended_on: date


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that stands against deleting, with the article that says so."""

    why: Sentence
    law: str


def term_over(retention: Retention, months: int, ended_on: date, on: date) -> bool:
    """Tell whether data that ended on a day has been kept long enough; `months` never counts below the floor."""
    return add_months(ended_on, max(months, retention.floor)) <= on


def cutoff(retention: Retention, months: int, on: date) -> date:
    """Return the last day on which something must have ended for its term to be over `on` a day."""
    at = add_months(on, -max(months, retention.floor))
    while term_over(retention, months, date.fromordinal(at.toordinal() + 1), on):
        at = date.fromordinal(at.toordinal() + 1)  # the last days of a longer month
    return at


def obstacles(standing: PersonStanding, retention: Retention, on: date) -> tuple[Obstacle, ...]:
    """Return what stands against deleting what is stored of a person, each with its article; none: it may go.

    A resident's request counts by the legal floor, not by what the station adds to it.
    """
    found = []
    if standing.registered:
        found.append(Obstacle(_REGISTERED, _PURPOSE))
    if standing.permit_number:
        found.append(Obstacle(_HAS_PERMIT.fill(number=standing.permit_number), _PURPOSE))
    if standing.case_number:
        found.append(Obstacle(_OPEN_CASE.fill(number=standing.case_number), _PURPOSE))
    if not found and not term_over(retention, 0, standing.ended_on, on):
        until = add_months(standing.ended_on, retention.floor)
        found.append(Obstacle(_TOO_EARLY.fill(until=until.isoformat(), law=retention.law), _TERM))
    return tuple(found)


def read_months(retention: Retention, typed: str) -> int:
    """Read a station's own term in months; BadInput(the kind) below the legal floor or beyond fifty years."""
    digits = half_width(typed).strip()
    least = max(retention.floor, 1)
    if not (digits.isascii() and digits.isdigit() and least <= int(digits) <= MOST_MONTHS):
        told = _FROM_THE_FLOOR.fill(least=least, most=MOST_MONTHS, law=retention.law or _NO_LAW)
        raise BadInput(retention.kind.value, told)
    return int(digits)
