"""What a station sets for itself: which settings there are, what each may be."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.characters import half_width
from desktop.domain.errors import BadInput, Sentence, sentence
from desktop.domain.fields import read_text

LEAST_AUTHORITY, MOST_AUTHORITY = 4, 30
"""Characters of a 签发机关."""
LEAST_DAYS, MOST_DAYS = 1, 365
"""Calendar days after which somebody may be called."""
ON_DEMAND, WITH_CARD = "按需", "制证时"
"""When the slip to collect a permit with is made out: when somebody asks for it, or with every permit made."""


class StationSetting(StrEnum):
    """A setting, by the name it is stored under."""

    ISSUING_AUTHORITY = "issuing_authority"
    UNCOLLECTED_DAYS = "uncollected_days"
    COLLECTION_SLIP = "collection_slip"


SETTING_WORDS: Mapping[StationSetting, Sentence] = {
    StationSetting.ISSUING_AUTHORITY: sentence("settings", "签发机关"),
    StationSetting.UNCOLLECTED_DAYS: sentence("settings", "制证后多少日未领即通知"),
    StationSetting.COLLECTION_SLIP: sentence("settings", "领取凭证何时出具"),
}

NOT_YOURS = sentence("settings", "本所设置由系统管理员修改，当前登录的人员只能查看。")

_SHORT = sentence("settings", "签发机关应为{least}至{most}个字的全称，如“济南市公安局历下区分局”。")
_NEITHER = sentence("settings", "只能是“{demand}”或者“{card}”。")
_NO_DAYS = sentence("settings", "应为{least}至{most}之间的整数。")


def read_setting(setting: StationSetting, typed: str) -> str:
    """Read a setting as typed; "" goes back to what holds without one. BadInput(its name) when it is none."""
    words = read_text(setting.value, typed)
    if not words:
        return ""
    if setting is StationSetting.COLLECTION_SLIP:
        if words not in (ON_DEMAND, WITH_CARD):
            raise BadInput(setting.value, _NEITHER.fill(demand=ON_DEMAND, card=WITH_CARD))
        return words if words == WITH_CARD else ""
    if setting is StationSetting.UNCOLLECTED_DAYS:
        digits = half_width(words)
        if not (digits.isascii() and digits.isdigit() and LEAST_DAYS <= int(digits) <= MOST_DAYS):
            raise BadInput(setting.value, _NO_DAYS.fill(least=LEAST_DAYS, most=MOST_DAYS))
        return str(int(digits))
    if not LEAST_AUTHORITY <= len(words) <= MOST_AUTHORITY:
        raise BadInput(setting.value, _SHORT.fill(least=LEAST_AUTHORITY, most=MOST_AUTHORITY))
    return words
