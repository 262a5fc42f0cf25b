"""The deed of replacing a card: damaged, lost, or out of date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.codes import MaterialState
from desktop.domain.errors import BadInput, CounterError, sentence
from desktop.domain.replacement import ReplacementKind
from desktop.ui.screens.permit.deeds.base import Deed, Input, Outcome, Values, Verdict

if TYPE_CHECKING:
    from desktop.domain.permit import MaterialNeed
    from desktop.services.counter import Counter
    from desktop.services.permit_pages import ReplacementCheck
    from desktop.services.rows import Actor

RENEWS = {
    "replace_lost": ReplacementKind.LOST.value,
    "replace_damaged": ReplacementKind.DAMAGED.value,
    "replace_changed": ReplacementKind.CHANGED.value,
}
"""The three replacements by the action's name."""
PHOTO = "photo"
KEPT_PHOTO = "keep_photo"
REASONS = {
    "replace_lost": sentence("permit_page", "证件遗失"),
    "replace_damaged": sentence("permit_page", "证件损坏，难以辨认"),
    "replace_changed": sentence("permit_page", "证载内容变更"),
}


class Replace(Deed):
    """A new card for one that is lost or damaged, or says what is no longer so."""

    def __init__(self, name: str, counter: Counter, actor: Actor, about: int) -> None:
        super().__init__(counter, actor, about)
        self.name, self.kind = name, ReplacementKind(RENEWS[name])
        self.check: ReplacementCheck | None = None

    def load(self) -> None:
        """Read the permit, what a new one takes, and the photo there is."""
        super().load()
        self.check = self.counter.replacements.replacement(self.actor, self.about, self.kind)
        self.photo = self.counter.replacements.photo(self.about)

    def inputs(self) -> tuple[Input, ...]:
        """A tick for each material, the photo, the reason."""
        assert self.check is not None
        rows = []
        for need in self.check.materials:
            if need.code != PHOTO:
                rows.append(Input("tick", f"material_{need.code}", need=need))
                rows += [Input("tick", f"share_{need.code}")] if need.shareable else []
        if self.photo is not None:
            rows.append(Input("tick", KEPT_PHOTO, "yes"))
        rows.append(Input("photo", PHOTO))
        rows.append(Input("line", "reason", str(REASONS[self.name]), required=True))
        return tuple(rows)

    def judge(self, values: Values) -> Verdict:
        """What is missing, and by when the new card is made."""
        check = self.check
        assert check is not None
        if check.why_not is not None:
            return Verdict(why_not=check.why_not)
        missing = tuple(
            need.label for need in check.materials if self._state(need, values) is MaterialState.MISSING
        )
        told = sentence("permit_page", "受理后于{due}前制证（{basis}）。{fee}")
        told = told.fill(due=check.due_on.isoformat(), basis=check.basis, fee=check.fee)
        why_not = (
            sentence("permit", "还缺：{missing}。").fill(missing="、".join(map(str, missing)))
            if missing
            else None
        )
        if why_not is None and len(values.get("reason", "").strip()) < 2:
            why_not = sentence("permit_page", "请填写原因。")
        return Verdict(told=(told,), why_not=why_not, missing=missing)

    def act(self, request_id: str, values: Values) -> Outcome:
        """Take it in; the receipt waits to be printed."""
        check = self.check
        assert check is not None
        permit_id, version = self.seen()
        done = self.counter.replacements.replace(
            self.actor,
            request_id,
            permit_id,
            version,
            self.kind,
            self._photo(values),
            {need.code: self._state(need, values) for need in check.materials},
            values.get("reason", ""),
        )
        told = sentence("permit_page", "已受理换补领，请打印回执。")
        return Outcome(done.case.case_id if done.case else None, told)

    def _state(self, need: MaterialNeed, values: Values) -> MaterialState:
        if need.code == PHOTO:
            there = values.get(PHOTO, "").strip() or (values.get(KEPT_PHOTO) and self.photo)
            return MaterialState.PRESENT if there else MaterialState.MISSING
        if values.get(f"material_{need.code}"):
            return MaterialState.PRESENT
        shared = need.shareable and values.get(f"share_{need.code}")
        return MaterialState.SHARED if shared else MaterialState.MISSING

    def _photo(self, values: Values) -> bytes | None:
        path = values.get(PHOTO, "").strip()
        return photo_at(path) if path else self.photo if values.get(KEPT_PHOTO) else None


def photo_at(path: str) -> bytes:
    """Read a photo file as typed, cut to a permit's proportions; BadInput where it is none."""
    from desktop.services.photos import centred, open_picture, read_picture

    try:
        picture = open_picture(read_picture(Path(path.strip("\"'")).expanduser()))
        return picture.cropped(centred(picture.width, picture.height))
    except CounterError as error:
        raise BadInput(PHOTO, error.message) from error
