"""The Chinese literals of the program: every `text("context", "…")` and `sentence("context", "…")` call."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MARKERS = ("text", "sentence")


@dataclass(frozen=True, slots=True)
class Literal:
    """A context and a Chinese text, and the first place where the program says it."""

    context: str
    source: str
    place: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A call that cannot be collected, since it is not given two plain strings."""

    place: str


def read(files: Iterable[Path], root: Path) -> tuple[dict[tuple[str, str], Literal], list[Unreadable]]:
    """Collect the literals of Python files, keyed by context and text, and the calls that hide theirs.

    Only names imported from `desktop`, or defined in the file, count: `text` may be somebody else's word.
    """
    found: dict[tuple[str, str], Literal] = {}
    hidden = []
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"), filename=str(file))
        markers = _ours(tree)
        for call in _calls(tree, markers):
            place = f"{file.relative_to(root)}:{call.lineno}"
            words = [part.value for part in call.args if isinstance(part, ast.Constant)]
            match words:
                case [str(context), str(source)] if len(call.args) == 2 and not call.keywords:
                    found.setdefault((context, source), Literal(context, source, place))
                case _:
                    hidden.append(Unreadable(place))
    return found, hidden


def _ours(tree: ast.Module) -> frozenset[str]:
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "desktop"
        for alias in node.names
        if alias.name in MARKERS
    }
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in MARKERS}
    return frozenset(imported | defined)


def _calls(tree: ast.Module, markers: frozenset[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in markers:
            yield node
