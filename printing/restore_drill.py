"""备份恢复检验记录, drawn: the backup, the verdict, what was counted, every fault."""

from __future__ import annotations

from printing.documents import RestoreDrill
from printing.layout import MM, Row, closing, gap
from printing.parts import Column, Parts

FIELDS = {
    "backup": "备份文件",
    "size": "大小",
    "made_at": "备份时间",
    "tried_at": "检验时间",
    "trail": "留痕",
    "seconds": "用时",
    "clerk": "检验人",
}
WORDS = {
    "passed": "检验通过：这份备份可以恢复。",
    "failed": "检验没有通过：这份备份不能依靠，请另行备份并查明原因。",
    "counts": "清点",
    "faults": "发现的问题",
    "remarks": "恢复时注意",
    "note": "检验把备份恢复到临时数据库，逐页核对完整性，清点各类记录，沿留痕链逐条重算校验值，并与本机现有数据比对；"
    "检验后临时数据库已删除，现有数据没有改动。“现在”一栏为检验时本机的数量，备份之后办理的内容不在备份中。",
    "sign": ("检验人签名", "审核人签名", "日期"),
}
LINES = (
    Column("项目", 50 * MM),
    Column("备份时记下", 40 * MM, "right"),
    Column("备份中清点", 40 * MM, "right"),
    Column("现在", 40 * MM, "right"),
)


def rows(document: RestoreDrill, parts: Parts) -> list[Row]:
    """Lay the record out."""
    it = document
    lines = [(one.what, str(one.written), str(one.found), str(one.now)) for one in it.lines]
    laid = [
        *parts.grid(
            [("backup", it.backup), ("size", it.size)],
            [("made_at", it.made_at), ("tried_at", it.tried_at)],
            [("trail", f"{it.entries}条，{it.chains}条链"), ("seconds", f"{it.seconds}秒")],
            [("clerk", it.clerk)],
        ),
        gap(4 * MM),
        *parts.call(parts.say("passed" if it.passed else "failed")),
        *parts.section(parts.say("counts")),
        *parts.table(LINES, lines),
    ]
    if it.faults:
        laid += [*parts.section(parts.say("faults")), *parts.numbered(it.faults, 10)]
    if it.remarks:
        laid += [*parts.section(parts.say("remarks")), *parts.numbered(it.remarks, 10)]
    close = [
        gap(3 * MM),
        *parts.paragraph(parts.say("note"), 9.5, ink=0.2),
        *parts.sign_line(parts.points("sign")),
    ]
    return closing(laid, close)
