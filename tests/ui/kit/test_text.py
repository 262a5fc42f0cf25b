"""The screen speaks Chinese from the source and English from the translation, switched at once."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.domain.errors import sentence
from desktop.ui.kit.text import Language, Languages, sentence_text, text

ENGLISH = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="en" sourcelanguage="zh_CN">
<context><name>kit_test</name>
<message><source>共 {count} 件</source><translation>{count} cases</translation></message>
<message><source>{name}的{paper}已打印</source><translation>Printed the {paper} of {name}</translation></message>
<message><source>受理回执</source><translation>acceptance receipt</translation></message>
</context></TS>"""


@pytest.fixture
def languages(qapp: QObject, tmp_path: Path) -> Iterator[Languages]:
    (tmp_path / "en.ts").write_text(ENGLISH, encoding="utf-8")
    compiler = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([compiler, "-silent", tmp_path / "en.ts", "-qm", tmp_path / "en.qm"], check=True)
    made = Languages(None, tmp_path)
    yield made
    made.use(Language.CHINESE)


def test_the_source_is_chinese(languages: Languages) -> None:
    assert text("kit_test", "共 {count} 件").format(count=3) == "共 3 件"


def test_english_comes_and_goes_at_once(languages: Languages, qtbot: QtBot) -> None:
    with qtbot.waitSignal(languages.changed):
        languages.switch()
    assert text("kit_test", "共 {count} 件").format(count=3) == "3 cases"
    languages.switch()
    assert text("kit_test", "共 {count} 件").format(count=3) == "共 3 件"


def test_a_sentence_is_translated_with_the_sentences_inside_it(languages: Languages) -> None:
    said = sentence("kit_test", "{name}的{paper}已打印").fill(
        name="张三", paper=sentence("kit_test", "受理回执")
    )
    assert sentence_text(said) == "张三的受理回执已打印"
    languages.use(Language.ENGLISH)
    assert sentence_text(said) == "Printed the acceptance receipt of 张三"


def test_the_same_language_again_changes_nothing(languages: Languages, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(languages.changed):
        languages.use(Language.CHINESE)
