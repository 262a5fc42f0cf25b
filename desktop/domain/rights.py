"""Who may do what: the rights, and which role has which. One table; a station only takes away from it.

Officers decide and auxiliaries accept, collect and hand over (公通字〔2021〕12号 第七条); the three administrators
are apart from the counter and from one another (GB/T 22239-2019 8.1.4).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from desktop.domain.codes import Role
from desktop.domain.errors import Sentence, sentence


class Right(StrEnum):
    """Something that somebody may do at the station."""

    OWN_DESK = "own_desk"
    LOOK_UP = "look_up"
    SEE_WHOLE_NUMBERS = "see_whole_numbers"
    REGISTER_RESIDENCE = "register_residence"
    ACCEPT = "accept"
    ENDORSE = "endorse"
    CHANGE_PERMIT = "change_permit"
    END_PERMIT = "end_permit"
    PRODUCE = "produce"
    HAND_OVER = "hand_over"
    WITHDRAW_CASE = "withdraw_case"
    TELL_OWN_DATA = "tell_own_data"
    VERIFY_PAPER = "verify_paper"
    PRINT = "print"
    WORK_DAY = "work_day"
    SEE_BLANKS = "see_blanks"
    SET_PRINTING = "set_printing"
    DECIDE = "decide"
    KEEP_BLANKS = "keep_blanks"
    MANAGE_ACCOUNTS = "manage_accounts"
    SET_STATION = "set_station"
    SET_CALENDAR = "set_calendar"
    KEEP_DATABASE = "keep_database"
    GIVE_ROLES = "give_roles"
    LIMIT_RIGHTS = "limit_rights"
    SET_PASSWORD_RULE = "set_password_rule"  # noqa: S105 - the name of a right
    SEE_KEYS = "see_keys"
    KEEP_KEYS = "keep_keys"
    SEE_RETENTION = "see_retention"
    PREPARE_PURGE = "prepare_purge"
    APPROVE_PURGE = "approve_purge"
    READ_TRAIL = "read_trail"
    EXPORT_LOG = "export_log"
    CHECK_TRAIL = "check_trail"


RIGHT_WORDS: Mapping[Right, Sentence] = {
    Right.OWN_DESK: sentence("rights", "自己的草稿和密码"),
    Right.LOOK_UP: sentence("rights", "查询人员和证件"),
    Right.SEE_WHOLE_NUMBERS: sentence("rights", "查看完整号码"),
    Right.REGISTER_RESIDENCE: sentence("rights", "居住登记"),
    Right.ACCEPT: sentence("rights", "受理"),
    Right.ENDORSE: sentence("rights", "签注"),
    Right.CHANGE_PERMIT: sentence("rights", "变更、挂失和恢复"),
    Right.END_PERMIT: sentence("rights", "注销和离开登记"),
    Right.PRODUCE: sentence("rights", "制证"),
    Right.HAND_OVER: sentence("rights", "发证和催领"),
    Right.WITHDRAW_CASE: sentence("rights", "撤回办件"),
    Right.TELL_OWN_DATA: sentence("rights", "告知本人信息"),
    Right.VERIFY_PAPER: sentence("rights", "核验凭证"),
    Right.PRINT: sentence("rights", "打印"),
    Right.WORK_DAY: sentence("rights", "当日办件、待办和日结"),
    Right.SEE_BLANKS: sentence("rights", "查看空白证"),
    Right.SET_PRINTING: sentence("rights", "本窗口打印设置"),
    Right.DECIDE: sentence("rights", "审核签发"),
    Right.KEEP_BLANKS: sentence("rights", "空白证收发和作废"),
    Right.MANAGE_ACCOUNTS: sentence("rights", "人员账号"),
    Right.SET_STATION: sentence("rights", "本所设置"),
    Right.SET_CALENDAR: sentence("rights", "工作日历"),
    Right.KEEP_DATABASE: sentence("rights", "服务器连接、备份和恢复"),
    Right.GIVE_ROLES: sentence("rights", "授予身份"),
    Right.LIMIT_RIGHTS: sentence("rights", "停用权限"),
    Right.SET_PASSWORD_RULE: sentence("rights", "密码规定和第二要素"),
    Right.SEE_KEYS: sentence("rights", "查看核验公钥"),
    Right.KEEP_KEYS: sentence("rights", "印章和数据库密钥"),
    Right.SEE_RETENTION: sentence("rights", "查看保存期限和清除单"),
    Right.PREPARE_PURGE: sentence("rights", "编制清除单、设定保存期限"),
    Right.APPROVE_PURGE: sentence("rights", "批准清除个人信息"),
    Right.READ_TRAIL: sentence("rights", "查阅留痕"),
    Right.EXPORT_LOG: sentence("rights", "导出台账"),
    Right.CHECK_TRAIL: sentence("rights", "校验留痕"),
}

_COUNTER = frozenset(
    (
        Right.OWN_DESK,
        Right.LOOK_UP,
        Right.SEE_WHOLE_NUMBERS,
        Right.REGISTER_RESIDENCE,
        Right.ACCEPT,
        Right.ENDORSE,
        Right.CHANGE_PERMIT,
        Right.END_PERMIT,
        Right.PRODUCE,
        Right.HAND_OVER,
        Right.WITHDRAW_CASE,
        Right.TELL_OWN_DATA,
        Right.VERIFY_PAPER,
        Right.PRINT,
        Right.WORK_DAY,
        Right.SEE_BLANKS,
        Right.SET_PRINTING,
        Right.SEE_KEYS,
    )
)

RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.OFFICER: _COUNTER | {Right.DECIDE, Right.KEEP_BLANKS},
    Role.AUXILIARY: _COUNTER,
    Role.SYSTEM_ADMINISTRATOR: frozenset(
        (
            Right.OWN_DESK,
            Right.SEE_BLANKS,
            Right.SET_PRINTING,
            Right.KEEP_BLANKS,
            Right.MANAGE_ACCOUNTS,
            Right.SET_STATION,
            Right.SET_CALENDAR,
            Right.KEEP_DATABASE,
            Right.SEE_RETENTION,
            Right.PREPARE_PURGE,
            Right.SEE_KEYS,
        )
    ),
    Role.SECURITY_ADMINISTRATOR: frozenset(
        (
            Right.OWN_DESK,
            Right.GIVE_ROLES,
            Right.LIMIT_RIGHTS,
            Right.SET_PASSWORD_RULE,
            Right.SEE_KEYS,
            Right.KEEP_KEYS,
            Right.SEE_RETENTION,
            Right.APPROVE_PURGE,
        )
    ),
    Role.AUDIT_ADMINISTRATOR: frozenset(
        (
            Right.OWN_DESK,
            Right.SEE_RETENTION,
            Right.READ_TRAIL,
            Right.EXPORT_LOG,
            Right.CHECK_TRAIL,
            Right.SEE_KEYS,
        )
    ),
    Role.NOBODY: frozenset(),
}
"""The whole truth about who may do what; nothing adds to it."""

ADMINISTRATORS = frozenset((Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR))
"""The three that nobody is two of, and that never work the counter."""

NOBODY_HERE = sentence("errors", "还没有人登录，不能办理。请先登录。")
NO_ROLE = sentence("errors", "{who}的账号还没有授予身份，不能办理。请由安全管理员授予。")
NOT_YOURS = sentence("errors", "{role}没有“{right}”的权限，这一步没有办理。请由有此权限的人员登录办理。")
TAKEN_AWAY = sentence("errors", "本所已停用{role}的“{right}”权限，这一步没有办理。如需恢复，请找安全管理员。")
DISABLED = sentence("errors", "{who}的账号已停用，不能再办理。请锁定屏幕，由在岗人员登录。")


TIED_TO_ROLE = frozenset((Right.OWN_DESK,))
"""What everybody with a role has, for good."""


def may_take(role: Role, right: Right, taken: Collection[tuple[Role, Right]]) -> bool:
    """Tell whether a station may take a right from a role: never from the last role that has it."""
    others = (other for other in holders(right) if other is not role and (other, right) not in taken)
    return right in RIGHTS[role] and right not in TIED_TO_ROLE and any(others)


def holders(right: Right) -> tuple[Role, ...]:
    """Return the roles that the table gives a right to, in the order of the table."""
    return tuple(role for role, rights in RIGHTS.items() if right in rights)
