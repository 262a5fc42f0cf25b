"""How a person's name may be typed in pinyin: every full reading and every string of initials.

pypinyin reads surnames as ordinary words (单 as dan, 仇 as chou), so an own table of surname readings
comes first and pypinyin's readings of the same character are kept as further ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice, product, repeat
from math import prod

from desktop.services import pinyin_dictionary

MOST = 16
"""The most readings given for one name, the likeliest first to be kept."""

_MOST_CHARACTERS = 64
_PLAIN = re.compile("[\u4e00-\u9fff]{1,16}")
"""A name of common characters, none of which has another form."""
_TONES = re.compile("[\u0300\u0301\u0304\u030c]")

SURNAMES: dict[str, tuple[str, ...]] = {
    **{"单": ("shan",), "仇": ("qiu",), "解": ("xie",), "查": ("zha",), "区": ("ou",), "朴": ("piao",)},
    **{"翟": ("zhai",), "曾": ("zeng",), "盖": ("ge", "gai"), "缪": ("miao",), "员": ("yun",)},
    **{"折": ("she",), "种": ("chong",), "洗": ("xian",), "覃": ("qin", "tan"), "尉": ("wei", "yu")},
    **{"繁": ("po",), "乐": ("yue", "le"), "卜": ("bu",), "黑": ("he", "hei"), "任": ("ren",)},
    **{"华": ("hua",), "宁": ("ning",), "应": ("ying",), "纪": ("ji",), "过": ("guo",), "哈": ("ha",)},
    **{"晟": ("cheng",), "乜": ("nie",), "召": ("shao",), "盛": ("sheng",), "车": ("che",)},
    **{"重": ("chong",), "牟": ("mu", "mou"), "祭": ("zhai",), "秘": ("bi",), "逄": ("pang",)},
    **{"郗": ("xi", "chi"), "郇": ("xun", "huan"), "隗": ("wei", "kui"), "葛": ("ge",), "曲": ("qu",)},
    **{"訾": ("zi",), "谌": ("chen", "shen"), "阚": ("kan",), "阙": ("que",), "佴": ("nai",)},
    **{"俞": ("yu",), "冯": ("feng",), "都": ("du",), "那": ("na",), "句": ("gou",), "能": ("nai",)},
    **{"柏": ("bai", "bo"), "薄": ("bo",), "石": ("shi",), "沈": ("shen",), "贾": ("jia",)},
    **{"宓": ("mi", "fu"), "藏": ("zang",), "撒": ("sa",), "占": ("zhan",), "教": ("jiao",)},
    **{"相": ("xiang",), "褚": ("chu",), "贠": ("yun",), "干": ("gan",), "幺": ("yao",), "么": ("yao",)},
    **{"莘": ("shen", "xin"), "粘": ("nian",), "强": ("qiang",), "颉": ("xie",), "行": ("xing",)},
    **{"贲": ("ben",), "瞿": ("qu",), "厍": ("she",), "郄": ("qie", "xi"), "於": ("yu",), "呙": ("guo",)},
    **{"钭": ("tou",), "宿": ("su",), "鬲": ("ge",), "隽": ("juan",), "长": ("chang",), "燕": ("yan",)},
    **{"令": ("ling",), "万": ("wan",), "叶": ("ye",), "许": ("xu",), "殷": ("yin",), "恽": ("yun",)},
}
"""Readings of a one-character surname, the usual one first."""

COMPOUND_SURNAMES: dict[str, tuple[str, ...]] = {
    **{"尉迟": ("yu", "chi"), "万俟": ("mo", "qi"), "长孙": ("zhang", "sun"), "令狐": ("ling", "hu")},
    **{"澹台": ("tan", "tai"), "单于": ("chan", "yu"), "鲜于": ("xian", "yu"), "宰父": ("zai", "fu")},
    **{"亓官": ("qi", "guan"), "子车": ("zi", "ju"), "颛孙": ("zhuan", "sun"), "谷梁": ("gu", "liang")},
    **{"拓跋": ("tuo", "ba"), "夹谷": ("jia", "gu"), "乐正": ("yue", "zheng"), "相里": ("xiang", "li")},
    **{"叱干": ("chi", "gan"), "呼延": ("hu", "yan"), "赫连": ("he", "lian"), "钟离": ("zhong", "li")},
    **{"东方": ("dong", "fang"), "南宫": ("nan", "gong"), "吐谷浑": ("tu", "yu", "hun")},
    **{"可朱浑": ("ke", "zhu", "hun"), "宇文": ("yu", "wen"), "夏侯": ("xia", "hou")},
    **{"诸葛": ("zhu", "ge"), "百里": ("bai", "li"), "完颜": ("wan", "yan"), "叶赫": ("ye", "he")},
    **{"那拉": ("na", "la"), "公冶": ("gong", "ye"), "独孤": ("du", "gu"), "仆固": ("pu", "gu")},
}
"""Readings of surnames of two and three characters that have a character of several readings."""


def readings(name: str) -> frozenset[str]:
    """Give at most 16 full-pinyin readings of a name, in small letters a–z with ü written v.

    The surname's own reading and the usual reading of each character are always among them. Spaces and
    the separator dot are left out, Latin letters stay as they are without accents, and a character
    without a known reading is passed over. Only the first 64 characters count. A name with nothing to
    read gives an empty set; nothing is refused.
    """
    return _combine(_choices(name))


def initials(name: str) -> frozenset[str]:
    """Give at most 16 strings of first letters, one letter a character and one a Latin word."""
    return _combine([_firsts(choice) for choice in _choices(name)])


@lru_cache(maxsize=64)  # for one name both readings and initials are asked for
def _choices(name: str) -> tuple[tuple[str, ...], ...]:
    """The possible readings of each character or Latin word, the likeliest first."""
    if _PLAIN.fullmatch(name):  # nearly every name
        surname = _surname(name)
        given = name[len(surname) :]
        likely: Iterable[tuple[str, ...]] = repeat(())
        if _has_word(given):
            likely = ((reading,) for reading in _usual(given))
        return tuple(filter(None, map(_spelt, chain(surname, likely), name)))
    latin_apart = unicodedata.normalize("NFKC", name[: 4 * _MOST_CHARACTERS])
    parts = re.findall(r"[^\W\d_]", latin_apart)[:_MOST_CHARACTERS]
    words = re.findall(r"[A-Za-zÀ-ɏ]+|[^\W\d_]", latin_apart)[: len(parts)]
    han = [word for word in words if not _latin(word)]
    surname = _surname("".join(han)) if words and not _latin(words[0]) else ()
    usual = _usual("".join(han[len(surname) :]))
    place = 0
    choices = []
    for word in words:
        if _latin(word):
            found = [_latin(word)]
        else:
            first = surname[place] if place < len(surname) else (usual[place - len(surname)],)
            found = [*first, *_all_readings(word)]
            place += 1
        if letters := _letters(found):
            choices.append(letters)
    return tuple(choices)


@lru_cache(maxsize=8192)
def _spelt(first: tuple[str, ...], character: str) -> tuple[str, ...]:
    """How one character may be typed, its readings in this name first."""
    return _letters([*first, *_all_readings(character)])


@lru_cache(maxsize=8192)
def _firsts(choice: tuple[str, ...]) -> tuple[str, ...]:
    """The first letters of one character's readings, each once."""
    return tuple(dict.fromkeys(reading[0] for reading in choice))


def _letters(found: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spelt for reading in found for spelt in _spellings(reading)))


def _surname(han: str) -> tuple[tuple[str, ...], ...]:
    """The surname's readings, a tuple for each of its characters; empty when it is not in the tables."""
    single = SURNAMES.get(han[:1], ())
    for length in (3, 2):
        if compound := COMPOUND_SURNAMES.get(han[:length]):
            head, *rest = compound
            return (head, *single), *((reading,) for reading in rest)
    return (single,) if single else ()


def _latin(word: str) -> str:
    """The word in small letters a–z without accents; empty for a word in any other script."""
    plain = unicodedata.normalize("NFKD", word).casefold()
    return "".join(letter for letter in plain if "a" <= letter <= "z")


def _spellings(reading: str) -> tuple[str, ...]:
    """The ways one syllable is typed: lüe and nüe also with u, as input methods take both."""
    letters = "".join(letter for letter in reading if "a" <= letter <= "z")
    if not letters:
        return ()
    return (letters, letters.replace("v", "u")) if letters in ("lve", "nve") else (letters,)


@lru_cache(maxsize=8192)
def _usual(han: str) -> tuple[str, ...]:
    """The usual reading of each character as part of the words it stands in; "" where none is known."""
    if not han:
        return ()
    if not _has_word(han):  # most given names: each character for itself
        return tuple(next(iter(_all_readings(character)), "") for character in han)
    pypinyin = pinyin_dictionary.load()
    usual: list[str] = []
    for [reading, *_] in pypinyin.pinyin(han, style=pypinyin.Style.NORMAL, v_to_u=False):
        usual += [reading] if reading.isascii() else [""] * len(reading)  # what it cannot read comes back
    return tuple(usual) if len(usual) == len(han) else ("",) * len(han)


def _has_word(han: str) -> bool:
    """Tell whether neighbours make a word, in which a character may be read otherwise than by itself."""
    words = pinyin_dictionary.words()  # the first time takes 150 ms, so not before the first name is stored
    length = len(han)
    for start in range(length - 1):
        for end in range(start + 2, length + 1):
            if han[start:end] in words:
                return True
    return False


@lru_cache(maxsize=8192)
def _all_readings(character: str) -> Sequence[str]:
    """Every reading that a character has by itself, without its tone and with ü written v."""
    spoken = pinyin_dictionary.characters().get(ord(character), "")
    bare = unicodedata.normalize("NFC", _TONES.sub("", unicodedata.normalize("NFD", spoken)))
    return tuple(dict.fromkeys(bare.replace("ü", "v").split(","))) if bare else ()


def _combine(choices: Sequence[tuple[str, ...]]) -> frozenset[str]:
    if not choices:
        return frozenset()
    if prod(map(len, choices)) <= MOST:
        return frozenset(map("".join, product(*choices)))
    found: set[str] = set()
    furthest = sum(len(choice) - 1 for choice in choices)
    for steps in range(furthest + 1):
        for picks in islice(_at_distance(choices, steps), 4 * MOST):
            found.add("".join(picks))
            if len(found) == MOST:
                return frozenset(found)
    return frozenset(found)


def _at_distance(choices: Sequence[tuple[str, ...]], steps: int) -> Iterator[tuple[str, ...]]:
    """Every combination whose places in the lists of choices add up to `steps`."""
    choice, *rest = choices
    room = sum(len(other) - 1 for other in rest)
    for place in range(max(0, steps - room), min(steps, len(choice) - 1) + 1):
        if not rest:
            yield (choice[place],)
            continue
        for tail in _at_distance(rest, steps - place):
            yield (choice[place], *tail)
