"""What the first-run form knows: the division sought, how the setting-up goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, sentence
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Gate
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.division_rows import DivisionHit
    from desktop.services.rows import StationRow
    from desktop.services.set_up import SetUp


class SetUpPresenter(Gate):
    """Makes a station and its first administrator; `opened` carries the StationRow.

    `set_up` and `find_county` (text to county-level divisions) are called in the worker only. `asks_secret` where
    the data is this machine's own: a server's is not opened by it.
    """

    divisions_found = Signal(object)
    busy_changed = Signal()
    cancelled = Signal()

    def __init__(
        self,
        set_up: Callable[[], SetUp],
        find_county: Callable[[str], tuple[DivisionHit, ...]],
        runner: Runner,
        *,
        asks_secret: bool = True,
    ) -> None:
        super().__init__()
        self._set_up, self._find_county, self._runner = set_up, find_county, runner
        self._latest = Latest(runner)
        self.asks_secret = asks_secret
        self.busy = False

    def title(self) -> str:
        """The page's name."""
        return text("set_up", "设立派出所")

    def seek(self, typed: str) -> None:
        """Look for a county-level division by name, pinyin or code; the latest question is answered."""
        self._latest.run(partial(self._find_county, typed), self.divisions_found.emit, self.fail)

    def create(self, values: Mapping[str, str]) -> None:
        """Set the station up from the form as typed; a broken rule comes back as a BadInput of its field."""
        if self.busy:
            return
        number = values["counter_number"]
        if not values["division"]:
            self._fail(BadInput("division", sentence("errors", "请从列表中选择所在的县（市、区）。")))
        elif not number.isascii() or not number.isdigit() or not 1 <= int(number) <= 99:
            self._fail(BadInput("counter_number", sentence("errors", "窗口号应为1至99。")))
        else:
            self._set_busy(True)
            unasked = {} if self.asks_secret else {"secret": "", "secret_again": ""}
            self._runner.run(partial(self._create, {**values, **unasked}), self._made, self._fail)

    def _create(self, values: dict[str, str]) -> StationRow:
        from desktop.services.set_up import StationSetup  # brings the database along: never at start-up

        number = int(values.pop("counter_number"))
        return self._set_up().create_station(StationSetup(counter_number=number, **values))

    def _made(self, station: StationRow) -> None:
        self._set_busy(False)
        self.opened.emit(station)

    def _fail(self, error: CounterError) -> None:
        self._set_busy(False)
        self.failed.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
