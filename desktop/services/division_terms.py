"""What is typed into the search for divisions, cut into terms, and when a term is the whole name."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from desktop.models.divisions import Kind

_MOST_CHARACTERS, _MOST_TERMS, _LONGEST_CODE = 40, 6, 12

_PEOPLES: Final = {
    **{"蒙古": "menggu", "回": "hui", "藏": "zang", "维吾尔": "weiwuer", "苗": "miao", "彝": "yi"},
    **{"壮": "zhuang", "布依": "buyi", "朝鲜": "chaoxian", "满": "man", "侗": "dong", "瑶": "yao"},
    **{"白": "bai", "土家": "tujia", "哈尼": "hani", "哈萨克": "hasake", "傣": "dai", "黎": "li"},
    **{"傈僳": "lisu", "佤": "wa", "畲": "she", "拉祜": "lahu", "水": "shui", "东乡": "dongxiang"},
    **{"纳西": "naxi", "景颇": "jingpo", "柯尔克孜": "keerkezi", "土": "tu", "达斡尔": "dawoer"},
    **{"仫佬": "mulao", "羌": "qiang", "布朗": "bulang", "撒拉": "sala", "毛南": "maonan"},
    **{"仡佬": "gelao", "锡伯": "xibo", "普米": "pumi", "塔吉克": "tajike", "怒": "nu"},
    **{"鄂温克": "ewenke", "保安": "baoan", "裕固": "yugu", "独龙": "dulong", "鄂伦春": "elunchun"},
    **{"俄罗斯": "eluosi", "各": "ge"},
}
_HAN: Final = "(?:(?:" + "|".join(_PEOPLES) + ")族?)*"
_SPELT: Final = "(?:(?:" + "|".join(_PEOPLES.values()) + ")(?:zu)?)*"

# What may follow a name that was typed without its kind: 历下(区), 长阳(土家族自治县), 解放桥(社区居民委员会).
_KINDS: Final[dict[Kind, re.Pattern[str]]] = {
    "name": re.compile(
        rf"(?:省|市|地区|盟|区|县|旗|林区|特区|特别行政区|{_HAN}自治[区州县旗]|街道|镇|乡|苏木|{_HAN}(?:民族)?乡"
        r"|村?(?:村民委员会|村委会|村)|社区(?:居民委员会|居委会)?|居民委员会|居委会)?"
    ),
    "pinyin": re.compile(
        rf"(?:sheng|shi|diqu|meng|qu|xian|qi|linqu|tequ|tebiexingzhengqu|{_SPELT}zizhi(?:qu|zhou|xian|qi)"
        rf"|jiedao|zhen|xiang|sumu|{_SPELT}(?:minzu)?xiang|cun|shequ)?"
    ),
    "initials": re.compile(r"(?:s|q|x|z|m|c|dq|jd|sq|tq|lq|[a-z]*zz[qzx])?"),
}
EXACT_ENDS: Final[dict[Kind, tuple[str, ...]]] = {
    "name": (
        "",
        "市",
        "区",
        "县",
        "街道",
        "镇",
        "乡",
        "村委会",
        "村民委员会",
        "社区居委会",
        "社区居民委员会",
    ),
    "pinyin": ("", "shi", "qu", "xian", "jiedao", "zhen", "xiang", "cun", "shequ"),
    "initials": ("", "s", "q", "x", "jd", "z", "c", "sq"),
}
"""The commonest ends, to ask for whole names directly where too many begin alike."""


def is_whole(kind: Kind, term: str, found: str) -> bool:
    """Whether a text that begins with a term is the term itself, or lacks only the kind of division.

    A single Latin letter is never taken for a whole name.
    """
    return not (len(term) == 1 and term.isascii()) and _KINDS[kind].fullmatch(found, len(term)) is not None


def read_terms(text: str) -> list[str]:
    """Cut what was typed into at most six terms: full-width made plain, small letters, no punctuation.

    Forty characters count. ü is written v, and offices are cut to the name that the table has
    (解放路街道办事处 to 解放路街道).
    """
    plain = unicodedata.normalize("NFKC", text[: 4 * _MOST_CHARACTERS]).casefold()[:_MOST_CHARACTERS]
    plain = plain.replace("ü", "v").replace("'", "").replace("’", "")
    terms = [term for term in re.split(r"[\W_]+", plain) if term]
    if all(len(term) == 1 for term in terms):  # spaces for looks: 历 下
        terms = ["".join(terms)] if terms else []
    return [_without_office(term) for term in terms[:_MOST_TERMS]]


def _without_office(term: str) -> str:
    return re.sub(r"(?<=街道)办事处$|(?<=.)(?:居民委员会|居委会|村民委员会|村委会)$", "", term)


def read_code(text: str) -> str:
    """The digits of a division's code, at most 12; "" for a text that cannot be one."""
    digits = unicodedata.normalize("NFKC", text[: 4 * _LONGEST_CODE]).strip()
    return digits if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST_CODE else ""


def distance(code: str, near: str) -> int:
    """0 in the same county, 1 city, 2 province, 3 elsewhere; 0 for every code when nothing is near."""
    if not near:
        return 0
    return next((step for step, length in enumerate((6, 4, 2)) if code[:length] == near[:length]), 3)
