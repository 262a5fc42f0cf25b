"""Documents to stored text and back: one canonical JSON for one document; bytes stand in it as Base64."""

from __future__ import annotations

import json
import types
from base64 import b64decode, b64encode
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from printing.documents import KINDS, Document
from printing.errors import BadDocument

_LATER: dict[str, Any] = {"seal": None, "trail_head": "", "remarks": []}
"""Fields that papers stored before them do not have; left out where they say nothing."""
_NO_SEAL = '"seal":null,'


def freeze(document: Document) -> str:
    """Give the document as canonical JSON: equal documents give equal text, down to the byte in UTF-8."""
    return _JSON.encode(content_of(document))


def around_seal(document: Document) -> tuple[str, str]:
    """Give the text of a document that has no seal in two parts, with the place of the seal between them.

    What goes there is followed by a comma: the station's name comes after it in every document.
    """
    content = content_of(document)
    content["seal"] = None
    before, _, after = _JSON.encode(content).partition(_NO_SEAL)
    return before, after


def content_of(document: Document) -> dict[str, Any]:
    """Give what the text is made of: the names and values of what the document says."""
    content = _values(document)
    content["kind"] = document.KIND
    for name in _LATER:
        if not content.get(name, True):
            del content[name]
    return content


def thaw(text: str) -> Document:
    """Give the document that was frozen; raise `BadDocument` where the text is not exactly such a one."""
    try:
        content = json.loads(text)
        kind: type = KINDS[content.pop("kind")]
        for name, nothing in _LATER.items():
            if name in _hints(kind):
                content.setdefault(name, nothing)
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise BadDocument("存档的单据内容无法识别。") from error
    document = _read(content, kind)
    assert isinstance(document, Document)
    return document


def _values(value: Any) -> dict[str, Any]:
    kind: type = type(value)
    return {name: getattr(value, name) for name in _names(kind)}


def _written(value: Any) -> Any:
    """Give as JSON knows it what JSON does not know: a day, bytes, a part of a document; TypeError for all else."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    return _values(value)


_JSON = json.JSONEncoder(
    ensure_ascii=False,
    sort_keys=True,
    separators=(",", ":"),
    default=_written,
    check_circular=False,  # no part of a frozen document can have the whole in it
)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(
        sorted(field.name for field in fields(kind))
    )  # in the text's order, so that nothing is sorted


@cache
def _hints(kind: type) -> dict[str, Any]:
    return {name: hint for name, hint in get_type_hints(kind).items() if get_origin(hint) is not _CLASS_VAR}


_CLASS_VAR = get_origin(get_type_hints(Document)["KIND"])


def _read(value: Any, hint: Any) -> Any:
    """Rebuild a value of the type that the field declares; nothing is guessed or dropped."""
    if isinstance(hint, types.UnionType):
        options = [option for option in get_args(hint) if option is not type(None)]
        return None if value is None else _read(value, options[0])
    if get_origin(hint) is tuple and isinstance(value, list):
        return tuple(_read(item, get_args(hint)[0]) for item in value)
    if isinstance(hint, type) and is_dataclass(hint) and isinstance(value, dict):
        hints = _hints(hint)
        if set(value) != set(hints):
            odd = "、".join(sorted(set(value) ^ set(hints)))
            raise BadDocument("存档的单据内容缺少或多出项目：{odd}。", odd=odd)
        return hint(**{name: _read(value[name], hints[name]) for name in hints})
    if hint is date and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise BadDocument("存档的单据中日期“{value}”无法识别。", value=value) from error
    if hint is bytes and isinstance(value, str):
        try:
            return b64decode(value, validate=True)
        except ValueError as error:
            raise BadDocument("存档的单据中的图像无法识别。") from error
    if hint in (str, int, bool) and type(value) is hint:
        return value
    raise BadDocument("存档的单据中“{value}”的类型不对。", value=str(value))
