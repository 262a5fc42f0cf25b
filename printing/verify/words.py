"""Finding a paper's fields among the words of its pages, with the help of their digests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from printing.parts import BLANK
from printing.seal.claims import Claims
from printing.seal.digests import canonical, of_code, of_field, read_code
from printing.seal.fields import FIELDS, Field, fields_of

_CODE = re.compile(r"(?<![0-9A-Z])[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![0-9A-Z])")
_CUTS = re.compile(r"\s+|(?<=[：至）])|(?=（)")
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
_FURNITURE = re.compile(r"（续页）|第\d+页\s*共\d+页")
_MOST_WORDS, _MOST_CHARACTERS = 140, 2_000
_LABELS = frozenset(
    {field.words_before for fields in FIELDS.values() for field in fields}
    | {"性别", "民族", "序号", "证件类型", "出生日期", "证件号码", "与登记人关系", "姓名"}
)
_NEAR = 3
"""Words after a label among which its value begins."""


def code_in(pages: Sequence[Sequence[str]], claims: Claims) -> str:
    """Give the check code that is printed on the pages, the paper's own if it is there; else empty."""
    codes = [
        code
        for page in pages
        for line in page
        for text in _CODE.findall(line.translate(_HYPHENS))
        if (code := read_code(text))
    ]
    own = [code for code in codes if of_code(code, claims.number) == claims.code]
    return next(iter(own or codes), "")


def fields_in(pages: Sequence[Sequence[str]], claims: Claims, code: str) -> dict[str, str]:
    """Give what stands on the pages in the place of each field.

    A field is looked for after its label, or anywhere where the pages have no such label. One that is there
    as it was issued is given so; of another what stands in its place, and nothing where nothing does.
    """
    plain = [word for page in pages for line in page for word in _words(line)]
    flowing = list(_without_furniture(pages))
    found = {}
    for field, digest in zip(fields_of(claims.kind), claims.fields, strict=False):
        for words in (plain, flowing):
            text, same = _read(words, field, claims, code, digest)
            if same:
                break
        found[field.name] = text
    return found


def _words(line: str) -> list[str]:
    return [word for word in _CUTS.split(line.translate(_HYPHENS)) if word]


def _without_furniture(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give the words as if there were no ends of pages: no feet, no heads of later pages, no tables' heads again."""
    seen: set[str] = set()
    for number, page in enumerate(pages):
        for place, line in enumerate(page):
            head = number > 0 and (line in seen or place < 2)
            if not head and not _FURNITURE.search(line):
                yield from _words(line)
        seen.update(page)


def _read(words: Sequence[str], field: Field, claims: Claims, code: str, digest: bytes) -> tuple[str, bool]:
    ends = list(_after_label(words, field.words_before)) if field.words_before else []
    # after a table's heading stands the next heading; where a layout renames a label there is nothing else
    ends = [end for end in ends if end < len(words) and canonical(words[end]) not in _LABELS]
    if digest == of_field(code, claims.number, field.name, ""):
        stated = [words[end] for end in ends]
        if not stated or BLANK in stated:
            return "", True
        return stated[0], False
    starts = [end + near for end in ends for near in range(_NEAR)] or range(len(words))
    for start in starts:
        text = ""
        for word in words[start : start + _MOST_WORDS]:
            text += word
            if len(text) > _MOST_CHARACTERS:
                break
            if of_field(code, claims.number, field.name, text) == digest:
                return text, True
    return (words[ends[0]] if ends else ""), False


def _after_label(words: Sequence[str], label: str) -> Iterator[int]:
    """Give the places after the label, which may be broken into up to three words."""
    wanted = canonical(label)
    for start in range(len(words)):
        text = ""
        for length in range(1, 4):
            text = canonical("".join(words[start : start + length])).rstrip("：:")
            if text == wanted:
                yield start + length
            if not wanted.startswith(text):
                break
