from __future__ import annotations

import inspect
from collections import Counter
from enum import StrEnum

import pytest

from desktop.domain import codes
from desktop.domain.code_words import LABELS, choices, label
from desktop.domain.codes import PaperKind, Relation, ReportedBy, Sex
from desktop.domain.ethnicities import ETHNIC

TABLES = [table for _, table in inspect.getmembers(codes, inspect.isclass) if issubclass(table, StrEnum)]
TABLES.remove(StrEnum)


@pytest.mark.parametrize("table", TABLES)
def test_every_code_of_every_table_has_a_label(table: type[StrEnum]) -> None:
    assert list(LABELS[table]) == list(table)
    assert [code for code, _ in choices(table)] == list(table)


def test_one_wording_in_one_context_means_one_thing() -> None:
    used = Counter((each.context, each.template) for table in LABELS.values() for each in table.values())
    assert [wording for wording, times in used.items() if times > 1] == [
        ("codes", "非亲属")  # of a minor and of a landlord, and the same in both
    ]


def test_codes_equal_as_text_keep_their_own_labels() -> None:
    assert str(label(Sex.FEMALE)) == "女"
    assert str(label(Relation.OTHER)) == "非亲属"
    assert str(label(ReportedBy.OTHER)) == "其他代办人"


def test_the_ethnic_groups_are_those_of_the_standard() -> None:
    assert len(ETHNIC) == 58
    assert [str(ETHNIC[code]) for code in ("01", "03", "05", "11", "49", "56", "97")] == [
        "汉族",
        "回族",
        "维吾尔族",
        "满族",
        "京族",
        "基诺族",
        "其他",
    ]


def test_no_paper_kind_is_one_that_barcodes_lose() -> None:
    assert all(len(kind) == 2 and kind != "99" for kind in PaperKind)
