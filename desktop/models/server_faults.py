"""What can be wrong between a counter and the station's server, as sentences with a way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import EnvironmentTrouble, Sentence, ServerAway, sentence
from desktop.domain.times import CHINA

if TYPE_CHECKING:
    from datetime import datetime

_AWAY = sentence(
    "errors",
    "自{since}起连不上本所服务器，这一步没有保存，已填内容保留。网络或服务器恢复后请再按一次；需要时请告诉管理员。",
)
_UNSURE = sentence(
    "errors",
    "保存时与本所服务器断开（{since}），还不知道是否已存。内容保留，恢复后请再按一次：同一次办理不会存两遍。",
)

# SQLSTATE of a connected server's error, and what it means for the clerk.
_BY_STATE: dict[str, Sentence] = {
    "57014": sentence(
        "errors", "服务器没有在{seconds}秒内完成，这一步没有保存。请稍后再试，或缩小查询范围。"
    ),
    "55P03": sentence(
        "errors", "其他窗口正在办理同样的内容，等了{lock_seconds}秒还没有办完。内容保留，请稍后再按一次。"
    ),
    "53100": sentence(
        "errors", "服务器的磁盘已满，这一步没有保存，已填内容保留。请管理员清理服务器磁盘后再按一次。"
    ),
    "42501": sentence(
        "errors", "本程序在服务器上的权限不够，这一步没有保存（{reason}）。请管理员重新运行服务器的授权脚本。"
    ),
    "42P01": sentence(
        "errors", "服务器上的数据库没有本程序要的表（{reason}）。请管理员先升级服务器上的数据库。"
    ),
}

_ITS_OWN = ("53", "58", "XX")
"""Classes of SQLSTATE: nothing left of something, its disk, itself."""
_BROKEN = sentence(
    "errors",
    "服务器自己出了故障（{reason}），这一步没有保存，已填内容保留。请管理员检查服务器的磁盘和日志后再按一次。",
)

_CERTIFICATE = "certificate"

# Words of a refused connection, in the server's own two languages here, all of a group; and what the administrator
# should look at: the server is there.
_REFUSED: tuple[tuple[tuple[tuple[str, ...], ...], Sentence], ...] = (
    (
        (("password authentication failed",), ("认证失败",)),
        sentence("errors", "服务器不接受用户“{user}”的密码。请管理员在“连接”页重新填写。"),
    ),
    (
        (("no password supplied",),),
        sentence("errors", "服务器要求密码，而本窗口没有存密码。请管理员在“连接”页填写。"),
    ),
    (
        (("role", "does not exist"), ("角色", "不存在")),
        sentence("errors", "服务器上没有用户“{user}”。请管理员先在服务器上运行授权脚本，或改正用户名。"),
    ),
    (
        (("database", "does not exist"), ("数据库", "不存在")),
        sentence("errors", "服务器上没有数据库“{database}”。请管理员先建立，或改正名称。"),
    ),
    (
        (
            ("permission denied for database",),
            ("访问数据库", "权限不够"),
            ("not permitted to log in",),
            ("不允许角色", "登录"),
        ),
        sentence(
            "errors",
            "服务器上的用户“{user}”不能使用数据库“{database}”。请管理员在服务器上运行授权脚本，或改正用户名。",
        ),
    ),
    (
        (("pg_hba.conf",),),
        sentence("errors", "服务器不允许这台电脑用“{user}”连接。请管理员检查服务器的 pg_hba.conf。"),
    ),
    (
        ((_CERTIFICATE,),),
        sentence(
            "errors",
            "服务器的证书不能确认（{reason}）。为防假冒，没有连接。请管理员核对证书文件和服务器名称。",
        ),
    ),
    (
        (("does not support ssl",),),
        sentence("errors", "服务器没有开启加密连接（TLS），没有连接。请管理员在服务器上开启后再试。"),
    ),
    (
        (
            ("connection slots",),
            ("too many clients",),
            ("too many connections",),
            ("太多的客户",),
            ("连接位置",),
            ("连接太多",),
        ),
        sentence("errors", "服务器的连接数已满。请关闭不用的窗口程序，或请管理员调高服务器的连接数。"),
    ),
)
_OCCUPIED = sentence(
    "errors", "本窗口的另一项工作正在保存，等了{seconds}秒还没有完。内容保留，请稍后再按一次。"
)


_LOCKED = "55P03"
_CANCELLED = "57014"
_WAITED = ("tuple", "元组")
"""What the server says of a row that it waited for, in its own two languages here."""


class InTheWay(EnvironmentTrouble):
    """Another counter holds the same rows for longer than anybody waits; nothing is wrong."""


class Occupied(EnvironmentTrouble):
    """Another thread of this program is writing, for longer than anybody waits; nothing is wrong."""


def away(since: datetime, *, unsure: bool = False) -> ServerAway:
    """Say that the server is away since a moment; `unsure` when that came in the middle of a commit."""
    shown = since.astimezone(CHINA).strftime("%H:%M:%S")
    return ServerAway((_UNSURE if unsure else _AWAY).fill(since=shown), since, unsure=unsure)


def refusal(error: BaseException, user: str, database: str) -> EnvironmentTrouble | None:
    """Return what is wrong with a connection that the server itself refused; None when none answered."""
    words = str(error).lower()
    for ways, told in _REFUSED:
        if any(all(word in words for word in way) for way in ways):
            return EnvironmentTrouble(told.fill(user=user, database=database, reason=first_line(error)))
    return None


def is_untrusted(error: BaseException) -> bool:
    """Whether a connection came to nothing because the server's certificate is not trusted."""
    return _CERTIFICATE in str(error).lower()


def by_state(error: BaseException, seconds: float, lock_seconds: float) -> EnvironmentTrouble | None:
    """Return the sentence for what a connected server answered, or None when the fault is ours."""
    state = getattr(error, "sqlstate", None) or ""
    if state == _CANCELLED and _waited(error):  # for one row after another, for each less than a lock's time
        state = _LOCKED
    told = _BY_STATE.get(state) or (_BROKEN if state.startswith(_ITS_OWN) else None)
    if told is None:
        return None
    filled = told.fill(seconds=f"{seconds:g}", lock_seconds=f"{lock_seconds:g}", reason=first_line(error))
    return InTheWay(filled) if state == _LOCKED else EnvironmentTrouble(filled)


def _waited(error: BaseException) -> bool:
    """Whether a statement that took too long was waiting for somebody else's row."""
    context = getattr(getattr(error, "diag", None), "context", None) or ""
    return any(word in context for word in _WAITED)


def occupied(seconds: float) -> Occupied:
    """Say that another thread of this program is still writing."""
    return Occupied(_OCCUPIED.fill(seconds=f"{seconds:g}"))


def first_line(error: BaseException) -> str:
    """Give what an error says in one line that fits a screen."""
    lines = str(error).strip().splitlines()
    return lines[0][:120] if lines else type(error).__name__
