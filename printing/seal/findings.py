"""What a check of a paper can find, in words that anybody understands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from printing.seal.claims import Claims
from printing.seal.keys import PublicKey


class Verdict(StrEnum):
    """How a paper stands; only the first is a paper to go by."""

    GENUINE = "genuine"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    PRACTICE = "practice"
    ALTERED = "altered"
    KEY_REVOKED = "key_revoked"
    NOT_OURS = "not_ours"
    UNREADABLE = "unreadable"


class Reason(StrEnum):
    """Why a verdict is what it is: one sentence each, its facts in braces."""

    ALL_SAME = "单据真实，核对的{count}项内容与签发时一致。"
    SOME_SAME = "签名真实，已核对的{count}项与签发时一致，其余{left}项没有核对。"
    SIGNED = "签名真实，码内内容未被改动。请看纸面与下列内容是否一致；输入校验码和纸面内容可以逐项核对。"
    SUPERSEDED = "单据真实，但已于{day}被新的单据代替，请使用新单据。"
    CANCELLED = "单据真实，但已于{day}注销或者作废，不能再使用。"
    EXPIRED = "单据真实，但有效期到{day}为止，已经过期。"
    PRACTICE = "这是演练单据，不证明任何事项。"
    FIELDS_ALTERED = "纸面内容与签发时不一致：{fields}。"
    CODE_ALTERED = "二维码的内容与签名不符，已被改动或者损坏。"
    NUMBER_ALTERED = "纸面条码的编号与二维码中的编号不一致。"
    WRONG_CODE = "校验码与这份单据不符：请核对是否输错；没有输错的，校验码已被改动。"
    REVOKED = "签名所用的密钥{key}已于{day}吊销（{why}），这份单据不能采信，请向签发单位核实。"
    OUT_OF_TERM = "单据的签发日期不在密钥{key}的使用期限之内，不能采信，请向签发单位核实。"
    UNKNOWN_KEY = "签名的密钥{key}不在公钥文件中：不是这些派出所出具的，或者公钥文件需要更新。"
    OTHER_STATION = "签名的密钥属于{station}，单据编号却属于别的派出所，不能采信。"
    NO_LIBRARY = "这份单据用国密SM2签名，本机没有安装相应组件，不能核验。"
    NOT_OUR_CODE = "这不是派出所单据上的核验码。"
    DAMAGED = "核验码不完整或者已损坏，读不出内容。请重新扫描或者拍照。"
    NO_CODE = "没有找到核验码。请把整个二维码拍清楚、拍完整。"
    SEVERAL = "图像中有不止一份单据的核验码，请一份一份核验。"
    NOT_A_PICTURE = "这个文件不是能读取的图像或者PDF。"
    TOO_LARGE = "这个文件过大（{size}），没有读取。请用普通的照片或者扫描件。"


@dataclass(frozen=True, slots=True)
class Compared:
    """One printed field set against its digest: `text` is what was typed or read."""

    name: str
    label: str
    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict, its sentence, and what the code says where its signature held.

    `claims` and `key` are None wherever nothing in the code may be believed. `as_of` is the day of the list
    of ended papers, None where there was none to look in.
    """

    verdict: Verdict
    reason: Reason
    facts: Mapping[str, str] = field(default_factory=dict)
    claims: Claims | None = None
    key: PublicKey | None = None
    compared: tuple[Compared, ...] = ()
    as_of: date | None = None

    @property
    def sentence(self) -> str:
        """The finding in one Chinese sentence."""
        return self.reason.value.format(**self.facts)

    @property
    def altered(self) -> tuple[str, ...]:
        """The names of the fields that were altered."""
        return tuple(it.name for it in self.compared if not it.same)


WORDS = {
    Verdict.GENUINE: "真实有效",
    Verdict.SUPERSEDED: "真实，但已被代替",
    Verdict.CANCELLED: "真实，但已注销",
    Verdict.EXPIRED: "真实，但已过期",
    Verdict.PRACTICE: "演练单据",
    Verdict.ALTERED: "已被改动",
    Verdict.KEY_REVOKED: "密钥已失效",
    Verdict.NOT_OURS: "不是已知派出所出具",
    Verdict.UNREADABLE: "无法识读",
}
"""A verdict in a few words."""
