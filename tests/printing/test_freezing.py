from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printing.documents import Document, Minor, RegistrationCertificate
from printing.errors import BadDocument
from printing.freezing import freeze, thaw

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
minors = st.builds(Minor, name=words, sex=words, birth_date=st.none() | days, id_number=words, relation=words)
certificates = st.builds(
    RegistrationCertificate,
    number=st.from_regex("11[0-9]{22}", fullmatch=True),
    minors=st.lists(minors, max_size=4).map(tuple),
    intended_until=st.none() | days,
    layout=st.just(1),
    **dict.fromkeys(["case_number", "station_name", "name", "employer", "residence_address"], words),
)


def test_every_paper_thaws_to_what_was_frozen(paper: Document) -> None:
    assert thaw(freeze(paper)) == paper


@given(certificates)
@settings(max_examples=60, deadline=None)
def test_any_certificate_thaws_to_what_was_frozen(certificate: RegistrationCertificate) -> None:
    assert thaw(freeze(certificate)) == certificate


def test_the_frozen_text_is_canonical(certificate: RegistrationCertificate) -> None:
    text = freeze(certificate)
    content = json.loads(text)
    assert content["kind"] == "registration_certificate"
    assert content["layout"] == 1
    assert list(content) == sorted(content)
    assert text == freeze(replace(certificate))
    assert text == json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def altered(document: Document, **changes: object) -> str:
    content = json.loads(freeze(document))
    content.update(changes)
    return json.dumps({name: value for name, value in content.items() if value != "gone"})


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "banknote"},
        {"kind": None},
        {"name": "gone"},
        {"extra": "1"},
        {"name": 5},
        {"counter_number": "1"},
        {"counter_number": True},
        {"arrived_on": "2026-02-30"},
        {"arrived_on": None},
        {"minors": "王小雨"},
        {"minors": [{"name": "王小雨"}]},
        {"layout": 2},
    ],
)
def test_what_is_not_exactly_a_document_is_refused(
    certificate: RegistrationCertificate, changes: dict[str, object]
) -> None:
    with pytest.raises(BadDocument):
        thaw(altered(certificate, **changes))


@pytest.mark.parametrize("text", ["", "{", "[]", "1", "null", '{"kind":[]}'])
def test_what_is_not_an_object_is_refused(text: str) -> None:
    with pytest.raises(BadDocument):
        thaw(text)


def test_a_summary_stored_before_there_were_heads_of_the_trail_is_what_it_was(
    normal: dict[str, Document],
) -> None:
    before = replace(normal["day_summary"], trail_head="")  # type: ignore[call-arg]
    stored = freeze(before)
    assert "trail_head" not in stored
    assert thaw(stored) == before
    assert freeze(thaw(stored)) == stored
