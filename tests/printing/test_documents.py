from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError, replace

import pytest

from printing.documents import KINDS, Document, RegistrationCertificate, texts
from printing.errors import BadDocument


def test_a_document_cannot_be_changed(certificate: RegistrationCertificate) -> None:
    with pytest.raises(FrozenInstanceError):
        certificate.name = "李四"  # type: ignore[misc]


@pytest.mark.parametrize("number", ["", "11" + "1" * 21, "11" + "1" * 23, "11" + "１" * 22, "11" + "x" * 22])
def test_a_paper_number_is_24_digits(certificate: RegistrationCertificate, number: str) -> None:
    with pytest.raises(BadDocument, match="24位"):
        replace(certificate, number=number)


def test_a_paper_number_begins_with_its_kinds_code(certificate: RegistrationCertificate) -> None:
    with pytest.raises(BadDocument, match="居住登记凭证"):
        replace(certificate, number="12" + certificate.number[2:])


def test_a_layout_from_the_future_is_refused(certificate: RegistrationCertificate) -> None:
    with pytest.raises(BadDocument, match="版式"):
        replace(certificate, layout=99)


def test_codes_of_kinds_are_all_different_and_none_begins_with_99() -> None:
    codes = [kind.CODE for kind in KINDS.values()]
    assert len(set(codes)) == len(codes) == len(KINDS)
    assert "99" not in codes


def test_texts_reach_into_lists_of_a_paper(paper: Document) -> None:
    found = set(texts(paper))
    assert {paper.number, paper.station_name, paper.clerk} <= found
    for minor in getattr(paper, "minors", ()):
        assert {minor.name, minor.relation} <= found


@pytest.mark.parametrize(
    "module",
    [
        "documents",
        "errors",
        "fonts",
        "freezing",
        "render",
        "read_back",
        "preview",
        "cups",
        "typefaces",
        "barcode",
    ],
)
def test_heavy_libraries_are_not_imported_before_they_are_needed(module: str) -> None:
    heavy = "{'reportlab', 'pypdfium2', 'zxingcpp', 'barcode', 'PIL', 'PySide6', 'numpy'}"
    code = f"import sys, printing.{module}; print(sorted({heavy} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
