"""The English screen: what is collected, and what the check names."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.translations import Translations, gaps, read_entries

DESK = """\
from desktop.domain.errors import sentence
from desktop.ui.kit.text import text


def labels(count):
    return text("desk", "共 {count} 件").format(count=count), text("desk", "锁定")


def trouble(length):
    return sentence("errors", "号码应为 18 位，"
        "现为 {length} 位").fill(length=length)
"""


@pytest.fixture
def program(tmp_path: Path) -> Translations:
    """Give a small program whose English is complete."""
    (tmp_path / "desktop" / "ui" / "i18n").mkdir(parents=True)
    (tmp_path / "desktop" / "desk.py").write_text(DESK, encoding="utf-8")
    ours = Translations(tmp_path)
    ours.update()
    say(ours, "共 {count} 件", "{count} cases")
    say(ours, "锁定", "Lock")
    say(ours, "号码应为 18 位，现为 {length} 位", "The number needs 18 characters and has {length}")
    ours.build()
    return ours


def say(ours: Translations, chinese: str, english: str) -> None:
    words = ours.ts.read_text(encoding="utf-8")
    head, found, tail = words.partition(f"<source>{chinese}</source>")
    assert found
    _, _, rest = tail.partition("</message>")
    ours.ts.write_text(
        f"{head}{found}\n        <translation>{english}</translation>\n    </message>{rest}", encoding="utf-8"
    )


def write(ours: Translations, code: str) -> None:
    (ours.ts.parents[2] / "desk.py").write_text(code, encoding="utf-8")


def test_a_complete_and_current_translation_has_no_problems(program: Translations):
    assert list(program.problems()) == []


def test_both_markers_and_continued_literals_are_collected(program: Translations):
    assert [(entry.context, entry.source) for entry in read_entries(program.ts)] == [
        ("desk", "共 {count} 件"),
        ("desk", "锁定"),
        ("errors", "号码应为 18 位，现为 {length} 位"),
    ]


def test_the_file_holds_no_places_so_that_moved_code_changes_nothing(program: Translations):
    before = program.ts.read_bytes()
    assert b"<location" not in before
    assert b'sourcelanguage="zh_CN"' in before
    write(program, "\n\n# moved down\n" + DESK)
    program.update()
    assert program.ts.read_bytes() == before


def test_a_new_literal_is_named_with_its_place(program: Translations):
    write(program, DESK + '\n\nNEW = text("desk", "打印")\n')
    assert list(program.problems()) == ["desktop/desk.py:14: missing [desk] “打印”"]


def test_a_new_literal_gets_no_guessed_translation(program: Translations):
    write(program, DESK + '\n\nNEW = text("menu", "锁定")\n')
    program.update()
    assert list(program.problems()) == ["desktop/desk.py:14: empty [menu] “锁定”"]


def test_a_dropped_literal_is_obsolete(program: Translations):
    write(program, DESK.replace(', text("desk", "锁定")', ""))
    assert list(program.problems()) == ["obsolete [desk] “锁定”"]


@pytest.mark.parametrize(
    ("english", "problem"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("{number} cases", "other gaps in “{number} cases” than in"),
        ("cases", "other gaps in “cases” than in"),
        ("{count cases", "other gaps in “{count cases” than in"),
    ],
)
def test_an_empty_text_or_one_with_other_gaps_is_named(program: Translations, english: str, problem: str):
    say(program, "共 {count} 件", english)
    program.build()
    assert list(program.problems()) == [f"desktop/desk.py:6: {problem} [desk] “共 {{count}} 件”"]


def test_an_unfinished_text_is_named(program: Translations):
    words = program.ts.read_text(encoding="utf-8")
    program.ts.write_text(words.replace("<translation>Lock", '<translation type="unfinished">Lock'), "utf-8")
    program.build()
    assert list(program.problems()) == ["desktop/desk.py:6: unfinished [desk] “锁定”"]


@pytest.mark.parametrize(
    "call", ['text("desk", f"第{1}件")', "text(CONTEXT, CHINESE)", 'text("desk", "锁" + "定")']
)
def test_a_call_that_hides_its_literal_is_named(program: Translations, call: str):
    write(program, f"{DESK}\n\nHIDDEN = {call}\n")
    named = list(program.problems())
    assert "desktop/desk.py:14: not two plain literals, so it can never be translated" in named


def test_somebody_elses_text_is_none_of_ours(program: Translations):
    other = program.ts.parents[2] / "tables.py"
    other.write_text('from sqlalchemy import text\n\nQUERY = text("SELECT 1")\n', encoding="utf-8")
    assert list(program.problems()) == []


def test_a_compiled_file_that_is_old_or_missing_is_named(program: Translations):
    stale = ["desktop/ui/i18n/en.qm is not what en.ts compiles to; run make translations"]
    say(program, "锁定", "Lock it")
    assert list(program.problems()) == stale
    program.qm.unlink()
    assert list(program.problems()) == stale


def test_without_a_translation_file_the_check_says_how_to_make_one(program: Translations):
    program.ts.unlink()
    assert list(program.problems()) == ["desktop/ui/i18n/en.ts is not there; run make translations"]


def test_gaps_are_compared_by_name_and_not_by_order():
    assert gaps("{a} of {b:>3}") == gaps("{b} 之 {a}") == {"a", "b"}
    assert gaps("{{a}}") == frozenset()
    assert gaps("{a") is None
