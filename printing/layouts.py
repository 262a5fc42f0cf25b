"""A station's own layouts: titles, words, logo, paper and order of fields, from one TOML file a document.

A file that is wrong anywhere is not used at all: the neutral layout is, and the trouble says file, place and
reason. Law text stays law text: what the rules of a place say is part of the document and not of a layout.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from printing.documents import KINDS
from printing.errors import PaperError
from printing.fonts import Fonts, missing_glyphs
from printing.layout import Measure
from printing.logo import BadLogo, Logo
from printing.logo import read as read_logo
from printing.templates import CARD, Template, measures_of
from printing.wording import Wording

SUFFIX = ".toml"
MOST_BYTES = 64_000
LONGEST = {"title": 30, "labels": 14, "headings": 14, "words": 400}
"""Characters."""

ON_CARD = {"title": 10, "title beside a logo": 5, "words": 6}
"""Characters on a card."""

MOST_SENTENCES = 12
_KEYS = ("title", "paper", "logo", "order", "labels", "words", "headings")
_DEEP = re.compile(r"""(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){32}""")
"""A key of so many parts: reading one of some thousand would take all memory."""
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


class BadLayout(PaperError):
    """A layout file cannot be used; the neutral layout stands in. `place` is a line, a key or empty."""

    kind = "layout"

    def __init__(self, path: Path, place: str, reason: str) -> None:
        super().__init__(
            "版式文件“{file}”{place}{reason}。已改用通用版式，请管理员修改后重试。",
            file=path.name,
            place=f"{place}：" if place else "：",
            reason=reason,
        )
        self.path = path
        self.place = place
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Layout:
    """How a station has one kind of document drawn; what is empty is as in the neutral layout."""

    kind: str
    title: str = ""
    paper: str = ""
    logo: Logo | None = None
    order: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)

    @property
    def measure(self) -> Measure:
        """The paper that it is drawn on."""
        possible = measures_of(self.kind)
        return next((it for it in possible if it.name == self.paper), possible[0])

    def wording(self, template: Template) -> Wording:
        """Give the template's words with this layout's in their place."""
        return Wording(
            {**template.labels, **self.labels},
            {**template.words, **self.words},
            self.headings,
            self.order,
        )


@dataclass(frozen=True, slots=True)
class Layouts:
    """The layouts of a station that can be used, and what is wrong with the others."""

    found: Mapping[str, Layout] = field(default_factory=dict)
    troubles: tuple[BadLayout, ...] = ()

    @classmethod
    def at_station(cls, folder: Path, fonts: Fonts) -> Layouts:
        """Read every `*.toml` of the folder, which need not exist; a trouble never stops the others."""
        found, troubles = {}, []
        for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
            try:
                layout = read(path, fonts)
            except BadLayout as trouble:
                troubles.append(trouble)
            else:
                found[layout.kind] = layout
        return cls(found, tuple(troubles))

    def of(self, kind: str) -> Layout:
        """Give the layout of a kind of document, the neutral one where the station has none."""
        return self.found.get(kind) or Layout(kind)


def of_station(folder: Path, kind: str, fonts: Fonts) -> Layout:
    """Give the station's layout of one kind of document, the neutral one where it has none or a wrong one."""
    path = folder / f"{kind}{SUFFIX}"
    try:
        return read(path, fonts) if path.is_file() else Layout(kind)
    except BadLayout:
        return Layout(kind)


def read(path: Path, fonts: Fonts, kind: str = "") -> Layout:
    """Read one layout, of the document it is named after; raise `BadLayout` with file, place and reason."""
    kind = kind or path.name.removesuffix(SUFFIX)
    if kind not in KINDS:
        raise BadLayout(path, "", f"没有名为“{kind}”的单据，可用的有{'、'.join(KINDS)}")
    written = _text(path)
    try:
        if _DEEP.search(written):
            raise RecursionError
        told = tomllib.loads(written)
    except RecursionError as error:
        raise BadLayout(path, "", "括号或者键名套得过深") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        place = f"第{line[1]}行" if line else "最后一行"
        raise BadLayout(path, place, "不是正确的TOML格式") from error
    return _Reading(path, written, kind, fonts).layout(told)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadLayout(path, "", f"无法读取（{error.strerror or type(error).__name__}）") from error
    if len(content) > MOST_BYTES:
        raise BadLayout(path, "", "文件超过64KB")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadLayout(path, f"第{line}行", "不是UTF-8编码的文字") from error


class _Reading:
    """One file being read; knows where in it a key stands."""

    def __init__(self, path: Path, written: str, kind: str, fonts: Fonts) -> None:
        self._path, self._written, self._kind, self._fonts = path, written, kind, fonts
        self._template = Template(kind)
        self._longest = {**LONGEST, **ON_CARD} if kind == CARD else LONGEST

    def layout(self, told: dict[str, Any]) -> Layout:
        """Check everything and give the layout."""
        for key in told:
            if key not in _KEYS:
                raise self._bad("", key, f"没有这一项，可用的有{'、'.join(_KEYS)}")
        template = self._template
        logo = self._logo(told.get("logo", ""))
        most = "title beside a logo" if logo is not None and self._kind == CARD else "title"
        title = self._sentence("", "title", told.get("title", ""), self._longest[most])
        return Layout(
            kind=self._kind,
            title="" if title == KINDS[self._kind].TITLE else title,  # a paper may refine its own title
            paper=self._paper(told.get("paper", "")),
            logo=logo,
            order=self._order(told.get("order", [])),
            labels=self._table("labels", told, dict(template.labels)),
            words=dict(self._words(told.get("words", {}))),
            headings=self._table("headings", told, dict.fromkeys(template.headings, "")),
        )

    def _bad(self, table: str, key: str, reason: str) -> BadLayout:
        line = self._line(table, key)
        where = f"{table}.{key}" if table else key
        return BadLayout(self._path, f"第{line}行“{where}”" if line else f"“{where}”", reason)

    def _line(self, table: str, key: str) -> int:
        """Find the line where a key is set, 0 for none: in its table, or dotted or as a table's head."""
        inside = ""
        names = {key, f'"{key}"', f"'{key}'"}
        for number, line in enumerate(self._written.split("\n"), 1):
            line = line.strip()
            if line.startswith("["):
                inside = line.strip("[] ").strip("\"'")
                if not table and inside == key:
                    return number
            name = line.partition("=")[0].strip()
            if (inside == table and name in names) or (table and name in {f"{table}.{it}" for it in names}):
                return number
        return 0

    def _sentence(self, table: str, key: str, value: Any, most: int) -> str:
        """Check one text: a string, not too long, no control characters, every glyph there."""
        if not isinstance(value, str):
            raise self._bad(table, key, "应为文字")
        if len(value) > most:
            raise self._bad(table, key, f"有{len(value)}个字，最多{most}个字")
        if _CONTROLS.search(value):
            raise self._bad(table, key, "含有换行或者控制字符")
        missing = missing_glyphs(value, self._fonts.own)
        if missing:
            named = "、".join(f"“{it.character}”（{it.code_point}）" for it in missing)
            raise self._bad(table, key, f"字符{named}没有可用字形")
        return value.strip()

    def _filled(self, table: str, key: str, value: Any, most: int) -> str:
        found = self._sentence(table, key, value, most)
        if not found:
            raise self._bad(table, key, "不能为空")
        return found

    def _paper(self, value: Any) -> str:
        possible = [it.name for it in measures_of(self._kind)]
        if value and value not in possible:
            raise self._bad("", "paper", f"不能用“{value}”，可用的有{'、'.join(possible)}")
        return str(value)

    def _logo(self, value: Any) -> Logo | None:
        name = self._sentence("", "logo", value, 100)
        if not name:
            return None
        if name != Path(name).name or "\\" in name:
            raise self._bad("", "logo", "图像文件应放在版式文件所在的文件夹，只写文件名")
        try:
            return read_logo(self._path.parent / name)
        except BadLogo as error:
            raise self._bad("", "logo", str(error)) from error

    def _order(self, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self._bad("", "order", "应为项目名的列表")
        for name in value:
            if not isinstance(name, str) or name not in self._template.labels:
                known = "、".join(self._template.labels)
                raise self._bad("", "order", f"没有名为“{name}”的项目，可用的有{known}")
            if value.count(name) > 1:
                raise self._bad("", "order", f"项目“{name}”写了两次")
        return tuple(value)

    def _table(self, table: str, told: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, str]:
        value = told.get(table, {})
        if not isinstance(value, dict):
            raise self._bad("", table, "应为一个表，写作[…]")
        for key in value:
            if key not in known:
                raise self._bad(table, key, f"没有这个项目，可用的有{'、'.join(known) or '（无）'}")
        if self._kind == CARD and table == "labels":
            return {key: self._card_label(key, text) for key, text in value.items()}
        return {key: self._filled(table, key, text, self._longest[table]) for key, text in value.items()}

    def _card_label(self, key: str, value: Any) -> str:
        """Check a label on a card: its lines are as short as the neutral ones, so that every value keeps its room."""
        label = self._filled("labels", key, value, LONGEST["labels"])
        lines = label.split("|")
        if len(lines) > (2 if key in self._template.broken_labels else 1):
            raise self._bad("labels", key, "这一项不能再用“|”分行")
        for line in lines:
            self._filled("labels", key, line, self._template.longest_labels[key])
        return label

    def _words(self, value: Any) -> Iterator[tuple[str, str | tuple[str, ...]]]:
        if not isinstance(value, dict):
            raise self._bad("", "words", "应为一个表，写作[words]")
        known = self._template.words
        for key, told in value.items():
            if key not in known:
                raise self._bad("words", key, f"没有这个项目，可用的有{'、'.join(known)}")
            if isinstance(known[key], str):
                yield key, self._filled("words", key, told, self._longest["words"])
                continue
            if not isinstance(told, list) or not 1 <= len(told) <= MOST_SENTENCES:
                raise self._bad("words", key, f"应为1至{MOST_SENTENCES}句文字的列表")
            yield key, tuple(self._filled("words", key, text, self._longest["words"]) for text in told)
