"""A paper checked at the counter: its code, and what the station's own records say of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import EnvironmentTrouble
from desktop.services.counter import Counter
from desktop.services.verify_words import REASONS, VERDICTS
from printing.freezing import thaw
from printing.seal import ended, keys
from printing.seal.ended import End
from printing.seal.findings import WORDS, Reason, Verdict
from printing.seal.sealing import sealed
from tests.services.test_seals import FOREIGN, foreign

CODE = "7K3M9QXD4TZP"


def certificates(counter: Counter) -> list[Any]:
    with counter.office.database.engine.connect() as connection:
        found = connection.execute(text("select document from paper where kind = '11' order by id"))
        return [thaw(row[0]) for row in found]


def test_our_own_certificate_is_known(station: Counter, clerk: Any, register: Callable[..., Any]) -> None:
    register()
    [document] = certificates(station)
    typed = {"name": document.name, "id_number": document.id_number}
    found = station.verification.check_code(clerk, document.seal.text, code=document.seal.code, printed=typed)
    assert (found.verdict, found.number, found.station_name) == ("genuine", document.number, "测试派出所")
    assert str(found.known) == "本所存有这份单据的档案。"
    assert found.paper_id is not None
    assert found.person_id is not None
    assert {field.name: field.same for field in found.fields if field.same is not None} == {
        "name": True,
        "id_number": True,
    }
    wrong = station.verification.check_code(
        clerk, document.seal.text, code=document.seal.code, printed={"name": "别人"}
    )
    assert wrong.verdict == "altered"
    assert "姓名" in str(wrong.sentence)


def test_our_own_records_say_when_a_paper_no_longer_counts(
    station: Counter, clerk: Any, register: Callable[..., Any]
) -> None:
    done = register(1)
    register(1, residence={"house_number": "2"}, move_from=done.registration.registration_id)
    old, new = certificates(station)
    assert station.verification.check_code(clerk, old.seal.text).verdict == "superseded"
    assert station.verification.check_code(clerk, new.seal.text).verdict == "genuine"


def test_a_paper_with_our_signature_that_we_never_issued_is_alarming(
    station: Counter, clerk: Any, register: Callable[..., Any]
) -> None:
    register()
    [document] = certificates(station)
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update paper set paper_number = '110000000000000000000000'"))
    found = station.verification.check_code(clerk, document.seal.text)
    assert "密钥是否泄露" in str(found.known)


def test_a_photo_of_the_page_is_read(
    station: Counter, clerk: Any, register: Callable[..., Any], tmp_path: Path
) -> None:
    done = register()
    copy = station.papers.prepare(clerk, "print-1", done.paper_id)
    (tmp_path / "paper.pdf").write_bytes(station.papers.pdf(copy.copy_id))
    found = station.verification.check_file(clerk, tmp_path / "paper.pdf")
    assert found.verdict == "genuine"
    assert all(field.same for field in found.fields)
    assert found.text == certificates(station)[0].seal.text
    (tmp_path / "words.txt").write_text("不是照片", "utf-8")
    assert station.verification.check_file(clerk, tmp_path / "words.txt").verdict == "unreadable"
    with pytest.raises(EnvironmentTrouble, match="读不出文件"):
        station.verification.check_file(clerk, tmp_path / "none.jpg")


def test_a_neighbours_paper_is_checked_with_its_imported_keys_and_list(
    station: Counter, clerk: Any, template: Any, register: Callable[..., Any], tmp_path: Path
) -> None:
    register()
    [own] = certificates(station)
    number = "11370103002" + own.number[11:]
    paper = sealed(replace(own, number=number, seal=None), FOREIGN, CODE)
    assert paper.seal is not None
    assert station.verification.check_code(clerk, paper.seal.text).verdict == "not_ours"
    boss = template.security
    (tmp_path / "keys.json").write_text(keys.written([foreign()]), "utf-8")
    station.seals.import_keys(boss, "r", tmp_path / "keys.json")
    found = station.verification.check_code(clerk, paper.seal.text)
    assert (found.verdict, found.list_as_of, str(found.known)) == (
        "genuine",
        None,
        "这是邻近派出所出具的单据，本所没有它的档案。",
    )
    rows = [ended.Ended(number, End.CANCELLED, date(2026, 11, 20))]
    listed = ended.written(ended.made("370103002", date(2026, 11, 20), rows), FOREIGN)
    (tmp_path / "ended.json").write_text(listed, "utf-8")
    station.seals.import_ended(boss, tmp_path / "ended.json")
    assert station.verification.check_code(clerk, paper.seal.text).verdict == "cancelled"
    kept = station.office.folders.data / "ended" / "370103002.json"
    kept.write_text(kept.read_text("utf-8").replace(number, "1" * 24), "utf-8")
    assert station.verification.check_code(clerk, paper.seal.text).list_as_of is None


def test_looking_leaves_a_trace(station: Counter, clerk: Any, register: Callable[..., Any]) -> None:
    register()
    [document] = certificates(station)
    station.verification.check_code(clerk, document.seal.text)
    station.verification.check_code(clerk, "RC1:nonsense")
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        rows = connection.execute(
            text("select paper_number, detail from journal_entry where action = 'verify_paper'")
        )
        assert [tuple(row) for row in rows] == [(document.number, "真实有效")]


def test_the_screens_words_are_the_verifiers() -> None:
    assert {name: str(words) for name, words in VERDICTS.items()} == {it.value: WORDS[it] for it in Verdict}
    assert {name: words.template for name, words in REASONS.items()} == {it.name: it.value for it in Reason}
