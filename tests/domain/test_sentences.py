"""Sentences of the floors without a screen: collectable for translation, and none with an open gap."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import desktop
from desktop.domain.errors import stored
from desktop.services import inbox
from desktop.services.kept_sentences import kept_sentence

ROOT = Path(desktop.__file__).parent
FILES = [path for floor in ("domain", "policies") for path in sorted((ROOT / floor).glob("*.py"))]


def calls() -> Iterator[tuple[str, ast.Call]]:
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sentence":
                yield f"{path.name}:{node.lineno}", node


def test_every_sentence_is_two_plain_literals() -> None:
    found = list(calls())
    assert len(found) > 150
    for where, call in found:
        assert len(call.args) == 2, where
        assert not call.keywords, where
        assert all(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in call.args), (
            where
        )


def test_every_gap_has_a_name() -> None:
    for where, call in calls():
        template = call.args[1]
        assert isinstance(template, ast.Constant)
        for _, gap, _, _ in string.Formatter().parse(str(template.value)):
            assert gap is None or gap.isidentifier(), where


@pytest.mark.parametrize(
    "template",
    ["{a.__class__}", "{a[0]}", "{a!r}", "{a:>99999999999}", "{b}", "{}", "{0}", "{a", "a}"],
)
def test_a_stored_sentence_has_plain_gaps_or_is_shown_as_it_stands(template: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what is said of it is nobody's
        stored("away", template, {"a": "x"})
    kept = kept_sentence({"context": "away", "template": template, "facts": {"a": "x"}})
    assert template in str(kept)
    assert template in str(inbox.read(f'["away", "{template}", {{"a": "x"}}]'))
    nested = inbox.read(f'["away", "{{a}}", {{"a": ["away", "{template}", {{"a": "x"}}]}}]')
    assert template in str(nested)


def test_a_stored_sentence_is_read_as_it_was_written() -> None:
    assert str(stored("away", "{a}和{{b}}", {"a": "甲"})) == "甲和{b}"
    told = inbox.Cannot("refused", stored("away", "见{a}", {"a": stored("away", "此处", {})})).reason
    assert inbox.read(inbox.written(told)) == told
    for words in ("", "[]", "{}", "3", '["a", "b"]', '["a", "b", 3]', "[" * 100_000):
        assert str(inbox.read(words)) == words[:80]
