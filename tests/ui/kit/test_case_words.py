"""Numbers are read out in groups, and what a case is about speaks the screen's language."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from desktop.domain.code_words import label
from desktop.domain.codes import CancelReason, CaseKind, Ground, Holding
from desktop.domain.hukou import SUMMARY
from desktop.domain.hukou_codes import HukouZone
from desktop.domain.hukou_codes import label as zone_label
from desktop.ui.kit.case_words import grouped, summary_words
from desktop.ui.kit.text import Language, Languages


@pytest.mark.parametrize(
    ("number", "read_out"),
    [
        ("3701020012026112102001", "370102 001 20261121 02 001"),
        ("113701020012026112102001", "11 370102 001 20261121 02 001"),
        ("123", "123"),
        ("", ""),
    ],
)
def test_numbers_are_grouped(number: str, read_out: str) -> None:
    assert grouped(number) == read_out


def test_a_ground_is_translated_and_an_address_is_masked(qapp: object) -> None:
    ground: Any = SimpleNamespace(kind=CaseKind.PERMIT_APPLICATION, summary=str(label(Ground.EMPLOYMENT)))
    address: Any = SimpleNamespace(kind=CaseKind.REGISTRATION, summary="山东省济南市历下区演练路1号")
    assert summary_words(ground) == "合法稳定就业"
    languages = Languages()
    languages.use(Language.ENGLISH)
    try:
        assert summary_words(ground) == "Lawful stable work"
        assert summary_words(address) == "山东省济南市历下区演练路***号"  # masked, in its own language
    finally:
        languages.use(Language.CHINESE)


@pytest.mark.parametrize(
    ("kind", "summary", "english"),
    [
        (CaseKind.ENTITLEMENTS, str(label(Holding.CERTIFICATE)), "Registration certificate"),
        (CaseKind.CANCELLATION, str(label(CancelReason.LEFT)), "Left"),
        (CaseKind.CORRECTION, "姓名、民族", "Name, Ethnic group"),
        *(
            (CaseKind.HUKOU_ASSESSMENT, str(SUMMARY.fill(zone=zone_label(zone), count=12)), "met: 12")
            for zone in HukouZone
        ),
    ],
)
def test_what_other_cases_are_about_is_translated(
    qapp: object, kind: CaseKind, summary: str, english: str
) -> None:
    case: Any = SimpleNamespace(kind=kind, summary=summary)
    assert summary_words(case) == summary
    languages = Languages()
    languages.use(Language.ENGLISH)
    try:
        assert english in summary_words(case)
    finally:
        languages.use(Language.CHINESE)


def test_a_summary_of_another_form_stays_as_it_is(qapp: object) -> None:
    case: Any = SimpleNamespace(kind=CaseKind.HUKOU_ASSESSMENT, summary="没有测算结果")
    assert summary_words(case) == "没有测算结果"
