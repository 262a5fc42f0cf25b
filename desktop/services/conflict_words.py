"""The words of the review list: what an operation was, about whom, what it printed, how it differs by now."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from desktop.domain.addresses import written
from desktop.domain.case_life import OPEN
from desktop.domain.code_words import label
from desktop.domain.errors import Sentence, sentence
from desktop.domain.forms import PersonForm, RegistrationForm
from desktop.domain.masking import mask_address, mask_id, mask_phone
from desktop.domain.rights import Right
from desktop.services import case_records, people_records, registration_records, standing_on
from desktop.services.conflict_rows import Side
from desktop.services.fact_words import fact_words
from desktop.services.person_versions import FIELDS

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.operation_form import Operation
    from desktop.services.rows import Actor

_WHAT: Mapping[str, Sentence] = {
    "registrations.accept": sentence("away", "居住登记"),
    "applications.accept": sentence("away", "受理居住证申领"),
    "copies.next": sentence("away", "打印单据"),
    "copies.drawn": sentence("away", "单据原样存档"),
    "copies.sent": sentence("away", "送打印机"),
    "copies.not_sent": sentence("away", "打印机没有接收"),
    "copies.saved": sentence("away", "另存单据"),
    "copies.settled": sentence("away", "确认打印结果"),
    "print_jobs.sent": sentence("away", "送打印机"),
    "print_jobs.taken_back": sentence("away", "取消打印任务"),
    "journal.store": sentence("away", "留痕"),
    "journal.take_over": sentence("away", "留痕"),
}
_OTHER = sentence("away", "其他业务")
_NONE = sentence("away", "无")
_ADDRESS = sentence("away", "居住地址")
_ARRIVED = sentence("away", "来本地日期")
_CASES = sentence("away", "在办业务")
_AS_IT_IS = sentence("away", "按离线办理的内容补办，受理号、时间、单据不变。")
_AS_MOVE = sentence(
    "away", "按变更住址补办：服务器上的登记到办理当日为止，改为离线登记的住址；受理号、时间、单据不变。"
)
_NO_RIGHT = sentence("away", "这些项目由民警处理。")
_APART = sentence("away", "{fact}（不同）")
_MASKED: Mapping[str, Callable[[str], str]] = {"id_number": mask_id, "phone": mask_phone}
"""What is shown masked on both sides; that they differ is said where it is hidden."""


def what(name: str) -> Sentence:
    """Return what an operation was."""
    return _WHAT.get(name, _OTHER)


def whom(operation: Operation) -> str:
    """Return whom it is about: a name where the form has one, and the masked number."""
    number = operation.subject.partition(":")[2]
    form = operation.arguments.get("person")
    name = form.name if isinstance(form, PersonForm) else ""
    return " ".join(part for part in (name, mask_id(number) if number else "") if part)


def papers(operation: Operation) -> tuple[str, ...]:
    """Return the numbers of the papers that it froze."""
    return tuple(str(json.loads(document)["number"]) for document in operation.given.documents)


def apply_as(*, moves: bool) -> Sentence:
    """Say as what an operation would be applied now."""
    return _AS_MOVE if moves else _AS_IT_IS


def no_right(actor: Actor) -> Sentence | None:
    """Say who settles lines, to whoever does not."""
    return None if actor.may(Right.DECIDE) else _NO_RIGHT


def sides(office: Office, link: Link, operation: Operation) -> tuple[Side, ...]:
    """Return both versions: the facts of the form beside those of the server, its address and open cases."""
    there = standing_on.versions(link, operation.subject)
    row = people_records.by_id(link, there["person_id"]) if there else None
    found = list(_person(office, operation.arguments.get("person"), row))
    form = operation.arguments.get("form")
    home = registration_records.open_of(link, there["person_id"]) if there else None
    if isinstance(form, RegistrationForm):
        address = form.address
        names = office.divisions.path(address.community or address.street or address.division)
        now = home.written_address if home is not None else _NONE
        found.append(_addresses(_ADDRESS, written(address, names), now))
        found.append(
            Side(_ARRIVED, form.arrived_on.isoformat(), home.arrived_on.isoformat() if home else _NONE)
        )
    elif home is not None:
        found.append(Side(_ADDRESS, "", mask_address(home.written_address)))
    under_way = _open_cases(link, there)
    if under_way:
        found.append(Side(_CASES, _NONE, under_way))
    return tuple(found)


def _person(office: Office, form: Any, row: Any | None) -> list[Side]:
    if not isinstance(form, PersonForm):
        return []
    then = people_records.facts_of(form)
    codes = {then["hukou_division"], getattr(row, "hukou_division", "")}
    places = {code: office.divisions.full_name(code) or code for code in codes if code}

    def side(name: str, heading: Sentence) -> Side:
        values = str(then[name] or ""), "" if row is None else str(getattr(row, name) or "")
        if name == "hukou_address":
            return _addresses(heading, values[0], _NONE if row is None else values[1])
        mask = _MASKED.get(name)
        before, now = (
            fact_words(name, mask(value) if mask is not None and value else value, places) for value in values
        )
        if before == now and values[0] != values[1]:
            now = _APART.fill(fact=now)
        return Side(heading, before, _NONE if row is None else now)

    return [
        side(name, heading)
        for name, heading in FIELDS.items()
        if then[name] or (row is not None and getattr(row, name))
    ]


def _addresses(heading: Sentence, then: str, now: Sentence | str) -> Side:
    """Set two addresses side by side: whole only where they are compared, since they differ."""
    if isinstance(now, str) and then and now and then != now:
        return Side(heading, then, now)
    return Side(heading, mask_address(then), mask_address(now) if isinstance(now, str) else now)


def _open_cases(link: Link, there: Mapping[str, int]) -> str:
    if not there:
        return ""
    cases = case_records.of_person(link, there["person_id"])
    return "；".join(f"{it.case_number} {label(it.state)}" for it in cases if it.state in OPEN)
