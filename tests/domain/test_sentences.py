"""Sentences of the floors without a screen: collectable for translation, and none with an open gap."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import desktop

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
