"""What the screen of a move says of people, counts and the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.errors import Sentence
from desktop.domain.masking import mask_address, mask_fact
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.move_rows import MoveCount, MoveDone, MoveLook, SamePerson


@dataclass(frozen=True)
class Line:
    """A line of what differs of somebody: the heading, the station's, this window's."""

    heading: str
    station: str
    here: str


@dataclass(frozen=True)
class Counted:
    """A line of the counts: rows here and at the station before, and after where it is over."""

    words: str
    here: str
    before: str
    after: str


def lines_of(one: SamePerson | None) -> tuple[Line, ...]:
    """Return what differs of somebody, a line each."""
    if one is None:
        return ()
    lines = [
        Line(
            sentence_text(each.heading),
            *_two(each.station, each.here, *(hidden(side, each.field) for side in (each.station, each.here))),
        )
        for each in one.differences
    ]
    for heading, pair in (
        (text("move", "现居住登记"), one.residence),
        (text("move", "有效居住证"), one.permit),
    ):
        if pair is not None:
            sides = pair.station, pair.here
            lines.append(Line(heading, *_two(*sides, *map(without_house, sides))))
    return tuple(lines)


def hidden(fact: Sentence | str, field: str) -> Sentence | str:
    """Return a fact masked: whoever moves a database decides which side holds, and need not read it whole."""
    return mask_fact(field, fact) if isinstance(fact, str) else fact


def without_house(told: Sentence) -> Sentence:
    """Return what says a residence or a permit without the numbers of its address."""
    return told.fill(address=mask_address(str(told.facts["address"])))


def shown(fact: Sentence | str) -> str:
    """Return a fact as it is read, a dash for none."""
    words = sentence_text(fact) if isinstance(fact, Sentence) else fact
    return words or "—"


def asked_words(one: SamePerson) -> str:
    """Say what is to be decided of somebody, in short."""
    asked = [sentence_text(each.heading) for each in one.differences]
    if one.residence is not None and not one.residence.alike:
        asked.append(text("move", "居住登记"))
    if one.permit is not None:
        asked.append(text("move", "一人两证"))
    return text("move", "、").join(asked)


def consequence(one: SamePerson | None, chosen: dict[str, str]) -> str:
    """Say what will happen to somebody as it is decided by now."""
    if one is None:
        return ""
    told = []
    kept = {"station": text("move", "派出所"), "here": text("move", "本窗口")}
    if one.residence is not None and chosen.get("residence"):
        told.append(
            text("move", "居住登记保留{side}的，另一处自今天终止。").format(side=kept[chosen["residence"]])
        )
    if one.permit is not None and chosen.get("permit"):
        lost = one.permit.here if chosen["permit"] == "station" else one.permit.station
        told.append(
            text("move", "注销：{permit}。卡片要向本人收回。").format(
                permit=sentence_text(without_house(lost))
            )
        )
    return "\n".join(told)


def counts_of(looked: MoveLook) -> tuple[Counted, ...]:
    """Return the rows on both sides before anything is moved; kinds of which there are none are left out."""
    return tuple(_counted(one) for one in looked.counts if one.here)


def counts_after(result: MoveDone) -> tuple[Counted, ...]:
    """Return the rows that were moved, and those at the station before and after."""
    return tuple(
        Counted(sentence_text(words), f"{moved:,}", f"{before:,}", f"{after:,}")
        for words, before, moved, after in result.counts
        if moved
    )


def found_words(looked: MoveLook, decide: int, left: int) -> str:
    """Say in a line what was found, and how many people are left to decide."""
    told = text(
        "move", "{station}：本机有{rows}条要迁入；两边都有的{same}人，其中{decide}人要选定以哪边为准。"
    ).format(station=looked.station, rows=f"{looked.rows:,}", same=len(looked.same), decide=decide)
    if decide and left:
        told += text("move", "还有{left}人没有选定。").format(left=left)
    elif decide:
        told += text("move", "都已选定，可以迁入。")
    return told


def result_words(result: MoveDone) -> str:
    """Say what came of it, line by line."""
    lines = [
        text("move", "单据{papers}份、相片和附件{files}份逐字节核对，摘要相符。").format(
            papers=result.papers, files=result.files
        ),
        text(
            "move",
            "本机留痕{entries}条已核验并存为文件，根{root}；派出所服务器上{counter}号窗口的留痕{checked}条核验完整。",
        ).format(
            entries=result.entries,
            root=result.root[:16],
            counter=result.counter_number,
            checked=result.station_entries,
        ),
        text("move", "存档：{archive}（下次打开程序时改成这个名字，只读，仍用原来的密钥）").format(
            archive=result.archive.name
        ),
        text("move", "留痕文件：{trail}　公钥文件：{keys}").format(
            trail=result.trail_file.name, keys=result.keys_file.name
        ),
    ]
    if result.same:
        told = text("move", "派出所现有的比原有加本机多出的，是{same}位两边都有的人合并时新开的版本。")
        lines.insert(0, told.format(same=result.same))
    if result.new_accounts:
        names = "、".join(result.new_accounts)
        lines.append(text("move", "新建账号（无密码、无身份）：{names}").format(names=names))
    if result.ended:
        numbers = "、".join(result.ended)
        lines.append(text("move", "因一人两证注销、要收回的居住证：{numbers}").format(numbers=numbers))
    return "\n".join(lines)


def _two(
    station: Sentence | str, here: Sentence | str, station_shown: Sentence | str, here_shown: Sentence | str
) -> tuple[str, str]:
    """Give both sides as they are read; that they differ is said where it is hidden."""
    words = shown(station_shown), shown(here_shown)
    if words[0] != words[1] or station == here:
        return words
    apart = text("move", "{fact}（不同）")
    return apart.format(fact=words[0]), apart.format(fact=words[1])


def _counted(one: MoveCount) -> Counted:
    return Counted(sentence_text(one.words), f"{one.here:,}", f"{one.there:,}", "—")
