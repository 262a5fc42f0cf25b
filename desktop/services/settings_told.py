"""Settings set against the trail: a value that the trail does not tell of was changed behind the program's back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from desktop.domain.code_words import label
from desktop.domain.codes import PaperKind
from desktop.domain.errors import Sentence, sentence
from desktop.domain.station_settings import SETTING_WORDS, StationSetting
from desktop.domain.trail import LIMIT
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, Setting, TrailArchive
from desktop.services import print_settings, setting_records, staff, staff_records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.models.database import Link

Key = tuple[str, str, int]
"""An action, what it was done to, and the counter where each has its own."""

_CHANGES = Prepared(
    select(JournalEntry.matter, JournalEntry.detail, JournalEntry.counter_number)
    .where(JournalEntry.action == bindparam("done"))
    .order_by(JournalEntry.on_date, JournalEntry.id)
)
_ARCHIVES = Prepared(select(func.count(TrailArchive.id).label("count")))
_PRINTERS = Prepared(select(Setting.name).where(Setting.name >= "printer/", Setting.name < "printer0"))

_STATION, _PASSWORDS, _PRINTER = "set_station_setting", "set_password_rule", "set_counter_printer"
_NONE = "（未设置）"
_NAMED = sentence("settings", "“{what}”现在是“{now}”，留痕里没有这次修改。请核对，并由管理员重新设置。")
_RULE = sentence("settings", "密码规定")
_OF_COUNTER = sentence("settings", "{counter}号窗口{paper}的打印设置")


def untold(link: Link) -> tuple[Sentence, ...]:
    """Say of each setting whose value the trail does not tell; what was set before an archived trail is not doubted."""
    last: dict[Key, str] = {}
    for action in (_STATION, _PASSWORDS, _PRINTER):
        for row in link.all(_CHANGES, done=action):
            counter = row.counter_number if action == _PRINTER else 0
            last[action, row.matter if action != _PASSWORDS else "", counter] = row.detail
    archives = link.one(_ARCHIVES)
    archived = archives is not None and archives.count > 0
    found = []
    for key, what, now, usual in _standing(link, last):
        detail = last.get(key)
        if detail is None:
            wrong = now != usual and not archived
        else:
            wrong = len(detail) < LIMIT and not detail.endswith(f"”改为“{now}”")
        if wrong:
            found.append(_NAMED.fill(what=what, now=now))
    return tuple(found)


def _standing(link: Link, last: dict[Key, str]) -> Iterator[tuple[Key, Sentence, str, str]]:
    """Give each setting: its key in the trail, its name, what holds now, what holds where nothing was ever set."""
    for setting, words in SETTING_WORDS.items():
        yield (_STATION, str(words), 0), words, _value(link, setting), _NONE
    rule = staff_records.rule_of(link)
    yield (_PASSWORDS, "", 0), _RULE, str(staff.told(rule)), str(staff.told(type(rule)()))
    counters = {int(row.name.split("/")[1]) for row in link.all(_PRINTERS)}
    counters |= {counter for action, _, counter in last if action == _PRINTER}
    for counter in sorted(counters):
        for kind in PaperKind:
            now = print_settings.words_of(print_settings.setting_of(link, counter, kind)) or _NONE
            what = _OF_COUNTER.fill(counter=counter, paper=label(kind))
            yield (_PRINTER, str(label(kind)), counter), what, now, _NONE


def _value(link: Link, setting: StationSetting) -> str:
    return setting_records.value_of(link, setting.value) or _NONE
