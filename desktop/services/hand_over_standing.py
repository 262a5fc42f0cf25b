"""What stands in the way of handing a permit over: where its case is, what became of the permit, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.case_life import PRODUCED
from desktop.domain.code_words import label
from desktop.domain.codes import CaseState, Relation
from desktop.domain.errors import Sentence, sentence
from desktop.domain.permit_life import STATE_WORDS, PermitState
from desktop.domain.times import CHINA, local_date
from desktop.services import case_records, people_records, permit_records, registration_records
from desktop.services.judging import in_force
from desktop.services.person_versions import FACE, FIELDS, changes_between

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.models.database import Link
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import CaseRow, CaseStepRow

NOT_A_CODE = sentence("hand_over", "请扫描受理回执或者居住证上的条码，也可以输入22位受理号。")
FOREIGN = sentence(
    "hand_over", "{number}不是本所的号码（区划{division}，派出所{station}），请到受理的派出所领取。"
)
UNKNOWN = sentence("hand_over", "本所没有号码{number}的记录，请核对后重新扫描。")
OTHER_PAPER = sentence("hand_over", "{number}是{kind}，不是领取居住证用的受理回执。")
HOLDER = sentence("hand_over", "本人")
AGENT = sentence("hand_over", "代领人{name}（{relation}）")


def problem_of(link: Link, case: CaseRow, permit: PermitRow | None, on: date) -> Sentence | None:
    """Say why nothing can be handed over for a case now, or None: the permit's own end goes before all else."""
    if permit is not None and permit.state in (PermitState.CANCELLED, PermitState.REPLACED):
        return ended(link, permit)
    return case_problem(link, case) or permit_problem(link, case, permit, on)


def case_problem(link: Link, case: CaseRow) -> Sentence | None:
    """Say why a case has nothing to be handed over now: not a permit's, not so far yet, or over; None if it has."""
    if case.kind not in PRODUCED:
        told = sentence("hand_over", "{number}是{kind}的单据，不是领取居住证用的受理回执。")
        return told.fill(number=case.case_number, kind=label(case.kind))
    if case.state is CaseState.PRODUCED:
        return None
    last = _last(case_records.steps(link, case.case_id), case.state)
    due = case.due_on.isoformat() if case.due_on else ""
    told = _BY_STATE.get((case.state, bool(due))) or _BY_STATE.get((case.state, False)) or _OTHERWISE
    return told.fill(
        kind=label(case.kind),
        name=case.person_name,
        number=case.case_number,
        state=label(case.state),
        due=due,
        who=last.staff_name if last else case.clerk,
        at=_minute(last.at) if last else "",
        on=local_date(last.at).isoformat() if last else "",
        note=last.note if last else "",
        to=receiver(last) if last else "",
    )


def permit_problem(link: Link, case: CaseRow, permit: PermitRow | None, on: date) -> Sentence | None:
    """Say why a permit that was made cannot be handed over: it ended, its face is out of date; None if it can."""
    if permit is None:
        told = sentence("hand_over", "办件{number}没有对应的居住证，请先制证。")
        return told.fill(number=case.case_number)
    if permit.state is not PermitState.PRODUCED:
        return ended(link, permit)
    then = people_records.by_row(link, _person_row(link, permit))
    now = people_records.by_id(link, permit.person_id)
    face = [one.field for one in changes_between(then, now) if one.field in FACE] if then and now else []
    if face:
        told = sentence("hand_over", "证面的{fields}与现在登记的不一致，请作废重制后再发放。")
        return told.fill(fields="、".join(str(FIELDS[one]) for one in face))
    if registration_records.open_of(link, permit.person_id) is None:
        return sentence(
            "hand_over", "{name}没有有效的居住登记，不能发放；已经离开的，请注销这张居住证。"
        ).fill(name=permit.person_name)
    return held_problem(link, permit, on)


def held_problem(link: Link, permit: PermitRow, on: date) -> Sentence | None:
    """Say that somebody has another permit that this one does not replace; None without one, or one run out."""
    held = permit_records.held_by(link, permit.person_id)
    if held is None or held.permit_id == permit.replaces_id or not in_force(held, on):
        return None
    told = sentence("hand_over", "{name}持有另一张居住证{number}（{state}），一人一证，请先处理那一张。")
    return told.fill(name=permit.person_name, number=held.permit_number, state=STATE_WORDS[held.state])


def replaced_problem(old: PermitRow) -> Sentence | None:
    """Say that the card to be replaced has come to an end meanwhile; None when it can be replaced."""
    if old.state not in (PermitState.CANCELLED, PermitState.REPLACED, PermitState.PRODUCED):
        return None
    told = sentence("hand_over", "要换的旧证{number}现在是“{state}”，不能换发新证，请先核对。")
    return told.fill(number=old.permit_number, state=STATE_WORDS[old.state])


def ended(link: Link, permit: PermitRow) -> Sentence:
    """Say where a permit stands that is not to be handed over, since when and by whom."""
    last = permit_records.steps(link, permit.permit_id)[-1]
    told = sentence("hand_over", "居住证{number}现在是“{state}”（{on}，{who}办理），不能发放。")
    return told.fill(
        number=permit.permit_number,
        state=STATE_WORDS[permit.state],
        on=last.on_date.isoformat(),
        who=last.staff_name,
    )


def receiver(step: CaseStepRow) -> Sentence:
    """Return to whom a permit was handed over."""
    agent = step.facts.get("collector")
    if not agent:
        return HOLDER
    return AGENT.fill(name=agent["name"], relation=label(Relation(agent["relation"])))


def notes(link: Link, permit: PermitRow) -> tuple[Sentence, ...]:
    """Return what the holder is to be told with the permit."""
    here = registration_records.open_of(link, permit.person_id)
    if here is None or here.written_address == permit.address:
        return ()
    told = sentence("hand_over", "制证后居住地址有变动，发放后请接着办理居住证地址变更。")
    return (told,)


def _person_row(link: Link, permit: PermitRow) -> int:
    """Return the version of the person that the card was made from."""
    return permit_records.person_row_of(link, permit.permit_id)


def _last(steps: tuple[CaseStepRow, ...], state: CaseState) -> CaseStepRow | None:
    return next((one for one in reversed(steps) if one.state is state), None)


def _minute(at: datetime) -> str:
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")


_OTHERWISE = sentence("hand_over", "{kind}{number}现在是“{state}”，没有可以发放的居住证。")
_BY_STATE: dict[tuple[CaseState, bool], Sentence] = {
    (CaseState.ACCEPTED, False): sentence("hand_over", "{kind}{number}还没有审核，没有可以发放的居住证。"),
    (CaseState.ACCEPTED, True): sentence(
        "hand_over", "{kind}{number}还没有审核，应于{due}前办结，请届时再来。"
    ),
    (CaseState.GRANTED, False): sentence("hand_over", "{kind}{number}已审核通过，还没有制证。"),
    (CaseState.GRANTED, True): sentence(
        "hand_over", "{kind}{number}已审核通过，还没有制证，应于{due}前办结，请届时再来。"
    ),
    (CaseState.SENT_BACK, False): sentence("hand_over", "{kind}{number}于{on}退回补正：{note}"),
    (CaseState.AWAITING_MATERIALS, False): sentence("hand_over", "{kind}{number}待补材料，还没有受理。"),
    (CaseState.DENIED, False): sentence("hand_over", "{kind}{number}已于{on}不予签发：{note}"),
    (CaseState.COMPLETED, False): sentence(
        "hand_over", "{name}的居住证（{number}）已于{at}由{who}发放给{to}，不能再发。"
    ),
}
