"""The station's own settings: what holds, who may change it, and every change with what was before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.rights import Right
from desktop.domain.station_settings import ON_DEMAND, SETTING_WORDS, StationSetting, read_setting
from desktop.services import cards, setting_records
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.paper_look import PaperLook, paper_look
from desktop.services.rights import needs, open_to
from desktop.services.settings_told import untold
from desktop.services.uncollected import DEFAULT_DAYS

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, StationRow

_MEANWHILE = sentence("settings", "“{setting}”刚刚改成了“{now}”，这一次没有保存。请核对后再改。")
_NO_GLYPH = sentence("settings", "字库里没有“{characters}”，证件上印不出来。请改用其他写法。")
_CHANGED = sentence("log", "“{before}”改为“{after}”")
_NONE = sentence("settings", "（未设置）")


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting as it stands: `value` is "" where the station set none and `usual` holds."""

    setting: StationSetting
    value: str
    usual: str

    @property
    def effective(self) -> str:
        """What holds."""
        return self.value or self.usual


@dataclass(frozen=True, slots=True)
class StationSettingsRow:
    """The station, each of its settings, whether the rules themselves say when to collect a permit, its papers.

    `untold` says of each setting of the station that its value was not set by this program.
    """

    station: StationRow
    settings: tuple[SettingRow, ...]
    days_by_rule: str
    look: PaperLook
    untold: tuple[Sentence, ...] = ()

    def value(self, setting: StationSetting) -> str:
        """Return what was set, or ""."""
        return next(one.value for one in self.settings if one.setting is setting)


class StationSettings:
    """Shows the settings to everybody and changes them for administrators."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @open_to("what the station set stands on its papers")
    def read(self, actor: Actor) -> StationSettingsRow:
        """Return the settings as they stand."""
        office = self._office
        policy = office.policies.in_force(actor.station.division, office.today())
        collect = policy.permit.collect_within
        with office.database.faults():
            link = office.database.link
            settings = tuple(
                SettingRow(one, setting_records.value_of(link, one.value), self._usual(actor, one))
                for one in StationSetting
            )
            behind = untold(link)
        by_rule = collect.basis if collect.value is not None else ""
        return StationSettingsRow(actor.station, settings, by_rule, paper_look(office), behind)

    @needs(Right.SET_STATION)
    def change(
        self, actor: Actor, typed: Mapping[StationSetting, str], seen: Mapping[StationSetting, str]
    ) -> tuple[StationSetting, ...]:
        """Store what was typed, all of it or nothing; return the settings that became other ones.

        `seen` is what the administrator saw: NotPossible where somebody set it otherwise since, unless to the
        same. "" goes back to the usual value. Sent twice it is stored and written down once. BadInput names the
        setting whose value is none.
        """
        wanted = {setting: self._read(setting, words) for setting, words in typed.items()}

        def job(link: Link) -> tuple[StationSetting, ...]:
            at = self._office.clock.now()
            changed: list[StationSetting] = []
            for setting, value in wanted.items():
                now = setting_records.value_of(link, setting.value)
                if now == value:
                    continue
                if now != seen.get(setting, ""):
                    raise NotPossible(_MEANWHILE.fill(setting=SETTING_WORDS[setting], now=now or _NONE))
                self._store(link, actor, setting, now, value, at)
                changed.append(setting)
            return tuple(changed)

        return in_turn(self._office, job)

    # -- inside ------------------------------------------------------------------------------------
    def _read(self, setting: StationSetting, typed: str) -> str:
        value = read_setting(setting, typed)
        if setting is StationSetting.ISSUING_AUTHORITY:
            lacking = cards.lacking(self._office, (value,))
            if lacking:
                characters = "".join(one.character for one in lacking)
                raise BadInput(setting.value, _NO_GLYPH.fill(characters=characters))
        return value

    def _usual(self, actor: Actor, setting: StationSetting) -> str:
        if setting is StationSetting.UNCOLLECTED_DAYS:
            return str(DEFAULT_DAYS)
        if setting is StationSetting.COLLECTION_SLIP:
            return ON_DEMAND
        return cards.usual_authority(self._office, actor)

    def _store(
        self, link: Link, actor: Actor, setting: StationSetting, before: str, after: str, at: datetime
    ) -> None:
        setting_records.put(link, setting.value, before, after)
        told = _CHANGED.fill(before=before or _NONE, after=after or _NONE)
        happening = Happening(
            actor, "set_station_setting", at, matter=str(SETTING_WORDS[setting]), detail=str(told)
        )
        self._journal.write(link, happening)
