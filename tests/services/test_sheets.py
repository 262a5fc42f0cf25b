"""The sheet of what a resident is entitled to, made out at the counter."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest

from desktop.domain.codes import CaseKind, PaperKind
from desktop.domain.errors import NotPossible
from desktop.services.counter import Counter
from desktop.services.rows import Actor, RegistrationDone

Register = Callable[..., RegistrationDone]


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def test_the_sheet_says_what_the_rules_here_entitle_to(
    station: Counter, clerk: Actor, register: Register
) -> None:
    person = register().case.person_id
    done = station.sheets.entitlements(clerk, "sheet-1", person)
    assert done.case.kind is CaseKind.ENTITLEMENTS
    [paper] = station.papers.of_case(done.case.case_id)
    assert (paper.paper_id, paper.kind) == (done.paper_id, PaperKind.ENTITLEMENT_SHEET)
    read = words(station.papers.pdf(station.papers.prepare(clerk, "copy-1", done.paper_id).copy_id))
    policy = station.office.policies.in_force(clerk.station.division, station.office.today())
    for _, rule in policy.entitlements:
        assert "".join(rule.value.label.split()) in read
        assert "".join(rule.basis.split()) in read
    assert "现持有居住登记凭证" in read


def test_the_same_request_makes_one_sheet(station: Counter, clerk: Actor, register: Register) -> None:
    person = register().case.person_id
    first = station.sheets.entitlements(clerk, "sheet-1", person)
    assert station.sheets.entitlements(clerk, "sheet-1", person) == first
    assert station.sheets.entitlements(clerk, "sheet-2", person).paper_id != first.paper_id
    assert station.day.balance(station.office.today(), 1).exceptions == ()


def test_who_is_not_registered_gets_none(
    station: Counter, clerk: Actor, register: Register, person_form: Callable[..., object]
) -> None:
    with pytest.raises(NotPossible, match="没有这个人的记录"):
        station.sheets.entitlements(clerk, "sheet-1", 12345)
    assert station.day.cases(station.office.today()) == ()


def test_the_certificate_says_what_the_rules_here_say(
    station: Counter, clerk: Actor, register: Register
) -> None:
    done = register()
    read = words(station.papers.pdf(station.papers.prepare(clerk, "copy-1", done.paper_id).copy_id))
    assert "居住登记凭证" in read
    assert "应当在3个工作日内到居住地派出所办理变更登记" in read
    assert "办理居住登记满半年，符合合法稳定就业、合法稳定住所、连续就读条件之一的，可以申领居住证" in read
    assert "办理居住登记不收取费用" in read
