"""Whom an operation is about, by the kind and number of their document: from a form, a person, a paper, a copy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop.domain.codes import CaseState
from desktop.domain.errors import Sentence, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, Paper, PaperCopy, Person

if TYPE_CHECKING:
    from desktop.models.database import Link

_CURRENT = select(Person.live_key)
_OF_PERSON = Prepared(_CURRENT.where(Person.current_id == bindparam("key")))
_OF_CASE = Prepared(
    _CURRENT.join(CaseFile, CaseFile.person_id == Person.current_id).where(CaseFile.id == bindparam("key"))
)
_OF_PAPER = Prepared(
    _CURRENT.join(Paper, Paper.person_id == Person.current_id).where(Paper.id == bindparam("key"))
)
_OF_COPY = Prepared(
    _CURRENT.join(Paper, Paper.person_id == Person.current_id)
    .join(PaperCopy, PaperCopy.paper_id == Paper.id)
    .where(PaperCopy.id == bindparam("key"))
)
_REFUSAL_WAITS = sentence(
    "away",
    "按本机副本此人不符合申领条件。副本可能不全，不予受理要等服务器恢复后再作决定；材料请先登记或退回。",
)


def of_form(_link: Link, arguments: Mapping[str, Any]) -> str:
    """Whom the form is about."""
    form = arguments["person"]
    return f"{form.id_kind}:{form.id_number}"


def of_person(link: Link, arguments: Mapping[str, Any]) -> str:
    """Whom `person_id` names."""
    return _found(link, _OF_PERSON, arguments["person_id"])


def of_case(link: Link, arguments: Mapping[str, Any]) -> str:
    """Whose case `case_id` is."""
    return _found(link, _OF_CASE, arguments["case_id"])


def of_paper(link: Link, arguments: Mapping[str, Any]) -> str:
    """Whose paper `paper_id` is."""
    return _found(link, _OF_PAPER, arguments["paper_id"])


def of_copy(link: Link, arguments: Mapping[str, Any]) -> str:
    """Whose paper `copy_id` is a copy of."""
    return _found(link, _OF_COPY, arguments["copy_id"])


def refusals_wait(answer: Any) -> Sentence | None:
    """Say that a refusal must wait: what the window's copy has may not be all that the server knows."""
    return _REFUSAL_WAITS if answer.case.state is CaseState.REFUSED else None


def _found(link: Link, statement: Prepared, key: int) -> str:
    row = link.one(statement, key=key)
    return "" if row is None else str(row.live_key)
