"""The fields of a deed, built from what the deed asks."""

from __future__ import annotations

from desktop.domain.errors import Sentence
from desktop.domain.permit import MaterialNeed
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import ChineseField, DateField, Field, TickField
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.suggest import Suggest
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.permit.deeds.base import Input


def build_field(row: Input) -> Field:
    """Make the field of one input, empty."""
    label = label_of(row)
    if row.kind == "tick":
        tick = TickField(row.name, label)
        if row.need is not None:  # said by a line of its own, always seen
            tick.box.setAccessibleDescription(about(row.need))
        return tick
    if row.kind == "choice":
        options = [
            Option(code, sentence_text(words), f"{at} {initials(str(words))}")
            for at, (code, words) in enumerate(row.options, 1)
        ]
        return Choice(row.name, label, options, required=row.required)
    if row.kind == "date":
        return DateField(row.name, label, required=row.required)
    if row.kind == "place":
        return Suggest(row.name, label, text("permit_page", "键入名称、拼音或代码，不清楚的可以不填"))
    hint = ""
    if row.kind == "photo":
        hint = text("permit_page", "照片文件的路径；填了就用这一张")
    return ChineseField(
        row.name, label, hint, required=row.required, most=1000 if row.kind == "photo" else 200
    )


def label_of(row: Input) -> str:
    """What a field is called; a material by its own name."""
    if row.need is not None:
        return sentence_text(row.need.label)
    if row.name.startswith("share_"):
        return text("permit_page", "由数据共享取得，不要求提交")
    return {
        "proof": text("permit_page", "已查验证明材料"),
        "proof_shared": text("permit_page", "由数据共享取得，不要求提交"),
        "ground": text("permit_page", "签注条件"),
        "note": text("permit_page", "备注"),
        "keep_photo": text("permit_page", "沿用存档照片"),
        "photo": text("permit_page", "新照片文件"),
        "reason": text("permit_page", "原因"),
        "brought": text("permit_page", "补正了什么"),
        "card": text("permit_page", "证件去向"),
        "left_on": text("permit_page", "离开（死亡、落户）日期"),
        "to_division": text("permit_page", "去往的县（市、区）"),
        "to_place": text("permit_page", "去往的详细地址"),
    }[row.name]


def about(need: MaterialNeed) -> str:
    """What a material may be, and by which article."""
    words = ""
    if need.alternatives:
        listed = text("permit_page", "、").join(
            sentence_text(Sentence("materials", each)) for each in need.alternatives
        )
        words = text("permit_page", "任一即可：{listed}。").format(listed=listed)
    return words + text("permit_page", "依据：{basis}").format(basis=need.basis)
