"""A document from a TOML file, for whoever designs forms: every mistake is told with the file and the field."""

from __future__ import annotations

import tomllib
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from printing.documents import KINDS, Document
from printing.errors import BadDocument, PaperError

FOLDER = Path(__file__).parent / "samples"
_NOT_WRITTEN = frozenset({"layout", "seal"})
_KINDS_OF_VALUE = {
    str: "文字",
    int: "整数",
    bool: "true或者false",
    date: "日期，如2026-11-21",
    bytes: "文件名",
}


class BadSample(PaperError):
    """A file does not hold the document asked for; the sentence names the file, the field and the reason."""

    kind = "sample"


def read(kind: str, path: Path) -> Document:
    """Read a document of a kind; raise `BadSample`, or `BadDocument` where its form's own rules are broken.

    A photo is written as the name of a file beside the TOML file.
    """
    if kind not in KINDS:
        known = "\n".join(f"  {name}　{each.TITLE}" for name, each in KINDS.items())
        raise BadSample("没有名为“{kind}”的单据。可用的有：\n{known}", kind=kind, known=known)
    try:
        told = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        raise BadSample("没有文件“{file}”。", file=str(path)) from error
    except OSError as error:
        raise BadSample(
            "“{file}”无法读取：{reason}。", file=str(path), reason=error.strerror or ""
        ) from error
    except UnicodeDecodeError as error:
        raise BadSample("“{file}”不是UTF-8编码的文字。", file=str(path)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadSample(
            "“{file}”不是正确的TOML格式：{reason}。", file=str(path), reason=str(error)
        ) from error
    document = _Reading(path).whole(KINDS[kind], told, "")
    assert isinstance(document, Document)
    return document


class _Reading:
    """One file being read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def _bad(self, where: str, reason: str) -> BadSample:
        return BadSample(
            "“{file}”的“{where}”：{reason}。", file=self._path.name, where=where or "（全文）", reason=reason
        )

    def whole(self, kind: type, told: Any, where: str) -> Any:
        """Read a document or a part of one; every field is known, there, and of its type."""
        if not isinstance(told, Mapping):
            raise self._bad(where, "应为一个表，写作[…]或者[[…]]")
        hints = get_type_hints(kind)
        known = {it.name: it for it in fields(kind) if it.name not in _NOT_WRITTEN}
        for name in told:
            if name not in known:
                raise self._bad(_inside(where, name), f"没有这个项目，可用的有{'、'.join(known)}")
        for name, it in known.items():
            if name not in told and _required(it):
                raise self._bad(_inside(where, name), "缺少这个项目")
        values = {name: self._value(told[name], hints[name], _inside(where, name)) for name in told}
        try:
            return kind(**values)
        except BadDocument as error:
            raise BadSample("“{file}”：{reason}", file=self._path.name, reason=str(error)) from error

    def _value(self, told: Any, hint: Any, where: str) -> Any:
        if isinstance(hint, types.UnionType):
            [hint] = [it for it in get_args(hint) if it is not type(None)]
        if get_origin(hint) is tuple:
            if not isinstance(told, list):
                raise self._bad(where, "应为列表")
            each = get_args(hint)[0]
            return tuple(self._value(it, each, f"{where}[{place}]") for place, it in enumerate(told, 1))
        if is_dataclass(hint):
            return self.whole(hint, told, where)  # type: ignore[arg-type]
        if hint is bytes and isinstance(told, str):
            return self._file(told, where)
        if type(told) is not hint or isinstance(told, datetime):
            raise self._bad(where, f"应为{_KINDS_OF_VALUE.get(hint, hint.__name__)}")
        return told

    def _file(self, name: str, where: str) -> bytes:
        try:
            return (self._path.parent / name).read_bytes()
        except (OSError, ValueError) as error:
            raise self._bad(where, f"文件“{name}”无法读取") from error


def _inside(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _required(it: Field[Any]) -> bool:
    return it.default is MISSING and it.default_factory is MISSING
