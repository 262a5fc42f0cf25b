"""Names and ID numbers of nobody, as they are spread in life."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate
from math import gcd
from random import Random

from desktop.domain.id_numbers import check_digit

_OLDEST, _YOUNGEST = date(1950, 1, 1), date(2008, 1, 1)
_FAR = 386_910_137  # one place to the next: has no factor in common with how many numbers there are
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
    "田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单仇解查翟盖缪"
)
_GIVEN = (
    "明国华文建军平志伟东海强晓生光林小民永杰新春红金秀英丽玉兰梅芳霞桂凤云珍敏静娟燕玲萍艳洁琳雪慧雅婷欣怡佳颖涵雨子轩"
    "宇浩博俊泽天嘉铭晨阳梓睿思源家豪诗琪梦瑶若曦紫萱一诺可心语桐艺馨沐辰奕凡景行长河清远山松柏青川岩峰磊森鑫淼焱垚晶品"
    "祥瑞福禄寿喜德仁义礼智信忠孝廉耻勤俭恭让温良和顺安康宁静致远淡泊守正出奇立业兴邦振邦定邦卫国保家为民利民爱民向前"
    "进步跃飞腾翔鹏程万里鸿雁凌霄九州四海五岳三江千秋百川流溪泉波涛洋浪潮汐润泽沛霖霏霜露雯霓虹晴朗昊旻昕昱晟煜炜烨灿"
)
_DIVISIONS = [
    "370102",
    "370103",
    "370104",
    "370112",
    "370181",
    "370202",
    "370303",
    "370402",
    "370502",
    "370602",
    "370702",
    "370802",
    "370902",
    "371002",
    "371102",
    "371302",
    "371321",
    "371322",
    "371402",
    "371421",
    "371502",
    "371602",
    "371702",
    "410102",
    "411425",
    "341222",
    "320902",
    "130102",
    "210203",
    "220104",
    "230102",
    "430103",
    "510104",
    "500101",
    "610113",
    "620102",
    "140105",
    "350203",
    "360102",
    "440106",
]


def made_up_names(chance: Random, count: int) -> list[str]:
    """Names as they are spread in life: a few characters in very many, most in few."""
    first = list(accumulate(1 / (place + 4) for place in range(len(_SURNAMES))))
    given = "".join(dict.fromkeys(_GIVEN))
    later = list(accumulate(1 / (place + 12) for place in range(len(given))))
    names: dict[str, None] = {}
    while len(names) < count:
        [surname] = chance.choices(_SURNAMES, cum_weights=first)
        length = 1 if chance.random() < 0.1 else 2
        names[surname + "".join(chance.choices(given, cum_weights=later, k=length))] = None
    return list(names)


def drawn_names(chance: Random, count: int) -> list[str]:
    """A name for each of so many people, shared as in life: two in ten thousand have the commonest."""
    first = list(accumulate(1 / (place + 4) for place in range(len(_SURNAMES))))
    given = "".join(dict.fromkeys(_GIVEN))
    later = list(accumulate(1 / (place + 12) for place in range(len(given))))
    surnames = chance.choices(_SURNAMES, cum_weights=first, k=count)
    firsts, seconds = (chance.choices(given, cum_weights=later, k=count) for _ in range(2))
    return [
        surname + one + (other if chance.random() >= 0.1 else "")
        for surname, one, other in zip(surnames, firsts, seconds, strict=True)
    ]


def numbers(chance: Random, count: int) -> list[str]:
    """Give so many valid ID numbers, each once."""
    made: dict[str, None] = {}
    span = (_YOUNGEST - _OLDEST).days
    while len(made) < count:
        born = _OLDEST + timedelta(days=int(chance.random() * span))
        first17 = f"{_DIVISIONS[int(chance.random() * len(_DIVISIONS))]}{born:%Y%m%d}{int(chance.random() * 1000):03d}"
        made[first17 + check_digit(first17)] = None
    return list(made)


class NumberInTurn:
    """A valid ID number for each place from 0, none of them twice among 847 million."""

    def __init__(self) -> None:
        days = [_OLDEST + timedelta(days=day) for day in range((_YOUNGEST - _OLDEST).days)]
        self._divisions = [(division, _weighed(division, 0)) for division in _DIVISIONS]
        self._days = [(f"{day:%Y%m%d}", _weighed(f"{day:%Y%m%d}", 6)) for day in days]
        self._orders = [(f"{order:03d}", _weighed(f"{order:03d}", 14)) for order in range(1000)]
        self._all = len(self._divisions) * len(self._days) * len(self._orders)
        assert gcd(_FAR, self._all) == 1
        assert check_digit(self[1][:17]) == self[1][17]

    def __getitem__(self, place: int) -> str:
        """Give the number at a place."""
        rest, at = divmod(place * _FAR % self._all, len(self._divisions))
        division, one = self._divisions[at]
        rest, at = divmod(rest, len(self._days))
        day, two = self._days[at]
        order, three = self._orders[rest]
        return f"{division}{day}{order}{'10X98765432'[(one + two + three) % 11]}"


def _weighed(digits: str, start: int) -> int:
    return sum(int(digit) * 2 ** (17 - start - at) for at, digit in enumerate(digits)) % 11
