"""Calls every method of every service that takes a text, with a hostile text in one place after the other."""

from __future__ import annotations

import dataclasses
import inspect
import re
import types
import uuid
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

import desktop.services.counter as counter_module
from desktop.domain import codes, forms
from desktop.domain.rights import RIGHTS
from desktop.services.counter import Counter
from desktop.services.rows import Actor

NOT_CALLED = {
    "set_up.establish": "a station is set up once; its texts are read by the same rules (tests/services/test_set_up.py)",
    "sign_in.sign_in": "its own test: every call costs what a password costs",
    "sign_in.sign_in_anew": "its own test: every call costs what a password costs",
}
"""Methods that take a text and are not called here, and why."""

BENIGN = "测试用字"


class Call(NamedTuple):
    """One call: which method, in which place the hostile text stood, and what came of it."""

    method: str
    place: str
    error: BaseException | None


@dataclasses.dataclass(frozen=True)
class Ids:
    """What is really there, so that a call gets as far as it can."""

    person_id: int
    case_id: int
    paper_id: int
    permit_id: int
    copy_id: int
    staff_id: int
    serial: str


def services(counter: Counter) -> Iterator[tuple[str, object]]:
    """Give every service by the name that screens know it under."""
    for field in dataclasses.fields(counter):
        if field.name not in ("office", "journal"):
            yield field.name, getattr(counter, field.name)
    yield "papers.jobs", counter.papers.jobs
    yield "card_prints.jobs", counter.card_prints.jobs


def methods(service: object) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Give the public methods of a service."""
    for name, method in inspect.getmembers(service, callable):
        if not name.startswith("_") and inspect.ismethod(method):
            yield name, method


def texts_of(method: Callable[..., Any]) -> list[str]:
    """Name the places of a method that take a text, alone or inside of something."""
    return [
        it.name
        for it in inspect.signature(method).parameters.values()
        if _takes_text(str(it.annotation), it.name)
    ]


def _takes_text(annotation: str, name: str) -> bool:
    inside = ("str", "Mapping", "dict", "Form", "NewAccount", "Path", "LogRequest", "HukouFacts", "Question")
    return any(re.search(rf"\b\w*{word}\b", annotation) for word in inside)


def walk(
    counter: Counter, actors: dict[codes.Role, Actor], ids: Ids, hostile: str, folder: Path
) -> Iterator[Call]:
    """Call everything with `hostile` in every place that takes a text."""
    for service_name, service in services(counter):
        for name, method in methods(service):
            full = f"{service_name}.{name}"
            if full in NOT_CALLED:
                continue
            for place in texts_of(method):
                yield _call(full, method, actors, ids, hostile, place, folder)


def _call(
    full: str,
    method: Callable[..., Any],
    actors: dict[codes.Role, Actor],
    ids: Ids,
    hostile: str,
    place: str,
    folder: Path,
) -> Call:
    rights = getattr(method, "rights", ())
    role = next(
        (role for role in RIGHTS if role in actors and set(rights) & set(RIGHTS[role])), codes.Role.OFFICER
    )
    try:
        values: dict[str, Any] = {}
        for it in inspect.signature(method).parameters.values():
            if it.default is not inspect.Parameter.empty and it.name != place:
                continue
            if it.kind in (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD):
                continue
            text = hostile if it.name == place else _benign(it.name, ids)
            values[it.name] = _value(it.name, str(it.annotation), text, actors[role], ids, folder)
        given = [values.pop("actor")] if "actor" in values else []
        found = method(*given, **values)
        if isinstance(found, types.GeneratorType):
            list(found)
    except Exception as error:
        return Call(full, place, error)
    return Call(full, place, None)


def _benign(name: str, ids: Ids) -> str:
    known = {"serial": ids.serial, "first": ids.serial, "last": ids.serial, "code": "37010200620261120030001"}
    if name == "request_id":
        return str(uuid.uuid4())
    return known.get(name, BENIGN)


def _value(name: str, annotation: str, text: str, actor: Actor, ids: Ids, folder: Path) -> Any:
    if annotation == "Actor":
        return actor
    if "Path" in annotation:
        return folder / text.replace("\x00", "")
    if hasattr(ids, name) and "int" in annotation:
        return getattr(ids, name)
    kind = annotation.split("|")[0].strip()
    plain: dict[str, Any] = {
        "str": text,
        "int": 1,
        "bool": False,
        "date": date(2026, 11, 20),
        "bytes": text.encode("utf-8", "replace"),
        "float": 96.0,
    }
    if kind in plain:
        return plain[kind]
    if kind.startswith(("Sequence[str", "Collection[str", "tuple[str", "Iterable[str")):
        return (text,)
    if kind.startswith(("Sequence[int", "Collection[int", "tuple[int")):
        return (ids.case_id,)
    if kind.startswith(("Mapping[", "dict[")):
        inner = kind[kind.index("[") + 1 : kind.rindex("]")].split(",")[0].strip()
        outer = kind[kind.index("[") + 1 : kind.rindex("]")].split(",")[1].strip()
        keys = [text] if inner == "str" else list(_found(inner) or ())
        return dict.fromkeys(keys, text if outer == "str" else _value(name, outer, text, actor, ids, folder))
    if kind.startswith(("Sequence[", "Collection[", "Iterable[", "tuple[", "frozenset[")):
        return ()
    if kind.startswith("Callable"):
        return lambda *_: False
    found = _found(kind)
    if isinstance(found, type) and issubclass(found, Enum):
        return next(iter(found))
    if isinstance(found, type) and dataclasses.is_dataclass(found):
        return _made(found, text)
    return None


def _found(name: str) -> Any:
    """Find a class by its name, wherever the services have it from."""
    for module in (codes, forms, counter_module, *_modules()):
        if hasattr(module, name):
            return getattr(module, name)
    return None


def _modules() -> list[types.ModuleType]:
    import importlib
    import pkgutil

    import desktop.domain
    import desktop.services

    names = [
        f"{package.__name__}.{it.name}"
        for package in (desktop.domain, desktop.services)
        for it in pkgutil.iter_modules(package.__path__)
    ]
    return [importlib.import_module(name) for name in names if not name.endswith("export_child")]


def _made(kind: type, text: str) -> Any:
    """Make one of a dataclass, every text of it `text`."""
    values: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        hint = str(field.type)
        if hint.split("|")[0].strip() == "str":
            values[field.name] = text
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            values[field.name] = _value(field.name, hint, text, None, None, Path())  # type: ignore[arg-type]
    return kind(**values)
