"""The findings of a check in sentences that the screen can say in its own language."""

from __future__ import annotations

from desktop.domain.errors import sentence

VERDICTS = {
    "genuine": sentence("verify", "真实有效"),
    "superseded": sentence("verify", "真实，但已被代替"),
    "cancelled": sentence("verify", "真实，但已注销"),
    "expired": sentence("verify", "真实，但已过期"),
    "practice": sentence("verify", "演练单据"),
    "altered": sentence("verify", "已被改动"),
    "key_revoked": sentence("verify", "密钥已失效"),
    "not_ours": sentence("verify", "不是已知派出所出具"),
    "unreadable": sentence("verify", "无法识读"),
}
"""A verdict in a few words, by `printing.seal.findings.Verdict`."""

REASONS = {
    "ALL_SAME": sentence("verify", "单据真实，核对的{count}项内容与签发时一致。"),
    "SOME_SAME": sentence("verify", "签名真实，已核对的{count}项与签发时一致，其余{left}项没有核对。"),
    "SIGNED": sentence(
        "verify", "签名真实，码内内容未被改动。请看纸面与下列内容是否一致；输入校验码和纸面内容可以逐项核对。"
    ),
    "SUPERSEDED": sentence("verify", "单据真实，但已于{day}被新的单据代替，请使用新单据。"),
    "CANCELLED": sentence("verify", "单据真实，但已于{day}注销或者作废，不能再使用。"),
    "EXPIRED": sentence("verify", "单据真实，但有效期到{day}为止，已经过期。"),
    "PRACTICE": sentence("verify", "这是演练单据，不证明任何事项。"),
    "FIELDS_ALTERED": sentence("verify", "纸面内容与签发时不一致：{fields}。"),
    "CODE_ALTERED": sentence("verify", "二维码的内容与签名不符，已被改动或者损坏。"),
    "NUMBER_ALTERED": sentence("verify", "纸面条码的编号与二维码中的编号不一致。"),
    "WRONG_CODE": sentence("verify", "校验码与这份单据不符：请核对是否输错；没有输错的，校验码已被改动。"),
    "REVOKED": sentence(
        "verify", "签名所用的密钥{key}已于{day}吊销（{why}），这份单据不能采信，请向签发单位核实。"
    ),
    "OUT_OF_TERM": sentence(
        "verify", "单据的签发日期不在密钥{key}的使用期限之内，不能采信，请向签发单位核实。"
    ),
    "UNKNOWN_KEY": sentence(
        "verify", "签名的密钥{key}不在公钥文件中：不是这些派出所出具的，或者公钥文件需要更新。"
    ),
    "OTHER_STATION": sentence("verify", "签名的密钥属于{station}，单据编号却属于别的派出所，不能采信。"),
    "NO_LIBRARY": sentence("verify", "这份单据用国密SM2签名，本机没有安装相应组件，不能核验。"),
    "NOT_OUR_CODE": sentence("verify", "这不是派出所单据上的核验码。"),
    "DAMAGED": sentence("verify", "核验码不完整或者已损坏，读不出内容。请重新扫描或者拍照。"),
    "NO_CODE": sentence("verify", "没有找到核验码。请把整个二维码拍清楚、拍完整。"),
    "SEVERAL": sentence("verify", "图像中有不止一份单据的核验码，请一份一份核验。"),
    "NOT_A_PICTURE": sentence("verify", "这个文件不是能读取的图像或者PDF。"),
    "TOO_LARGE": sentence("verify", "这个文件过大（{size}），没有读取。请用普通的照片或者扫描件。"),
}
"""Why it is so, by the name of `printing.seal.findings.Reason`, whose words these are."""
