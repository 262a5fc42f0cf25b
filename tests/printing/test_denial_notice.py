from __future__ import annotations

from printing.documents import ORIGINAL, DenialNotice, Document
from printing.fonts import Fonts
from printing.pdfium import opened
from printing.read_back import squeezed
from printing.refusal_notice import WORDS
from printing.render import render
from tests.printing.samples.papers import NORMAL

APPEAL = str(WORDS["appeal"])


def words(document: Document, fonts: Fonts) -> str:
    with opened(render(document, ORIGINAL, fonts)) as pdf:
        return "".join(squeezed(page.get_textpage().get_text_range()) for page in pdf)


def test_a_denial_is_told_apart_from_a_refusal_and_names_its_remedies(fonts: Fonts) -> None:
    refused, denied = (words(NORMAL[kind], fonts) for kind in ("refusal_notice", "denial_notice"))
    assert "不符合受理条件，不予受理" in refused
    assert squeezed(APPEAL) not in refused
    assert "受理后经审核，不符合签发条件，不予签发" in denied
    assert squeezed(APPEAL) in denied
    denial = NORMAL["denial_notice"]
    assert isinstance(denial, DenialNotice)
    for reason in denial.reasons:
        assert squeezed(reason.fact) in denied
        assert squeezed(reason.basis) in denied
