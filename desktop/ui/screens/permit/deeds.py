"""What can be done with a permit: what each deed asks, what the rules make of it, and how it is done.

`load`, `judge` and `act` run in a worker; `inputs` names the fields for whoever builds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.codes import CancelReason, Ground, MaterialState, label
from desktop.domain.errors import BadInput, CounterError, NotPossible, Sentence, sentence
from desktop.domain.permit_life import STATE_WORDS, PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.services.permit_endings import CARD_WORDS, CardFate

if TYPE_CHECKING:
    from desktop.domain.permit import MaterialNeed
    from desktop.domain.rule import Finding
    from desktop.services.counter import Counter
    from desktop.services.permit_pages import DepartureCheck, PermitPage, ReplacementCheck
    from desktop.services.rows import Actor, PersonRow

Values = Mapping[str, str]

RENEWS = {
    "replace_lost": ReplacementKind.LOST.value,
    "replace_damaged": ReplacementKind.DAMAGED.value,
    "replace_changed": ReplacementKind.CHANGED.value,
}
"""The three replacements by the action's name."""
ENDS = "cancel_permit"
PHOTO = "photo"
KEPT_PHOTO = "keep_photo"
REASONS = {
    "replace_lost": sentence("permit_page", "证件遗失"),
    "replace_damaged": sentence("permit_page", "证件损坏，难以辨认"),
    "replace_changed": sentence("permit_page", "证载内容变更"),
}
_WITH_RESIDENCE = (CancelReason.LEFT, CancelReason.DEATH, CancelReason.LOCAL_HUKOU)


@dataclass(frozen=True, slots=True)
class Input:
    """One field: "choice", "tick", "date", "text", "line", "place" or "photo"; `options` are (code, label)."""

    kind: str
    name: str
    value: str = ""
    options: tuple[tuple[str, Sentence], ...] = ()
    need: MaterialNeed | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules make of what is typed: the conditions, what will happen, and what is still missing."""

    findings: tuple[Finding, ...] = ()
    told: tuple[Sentence, ...] = ()
    why_not: Sentence | None = None
    problem: BadInput | None = None
    need: MaterialNeed | None = None
    missing: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done: the case with a paper to print, or None where there is none, and a line about it."""

    case_id: int | None
    notice: Sentence


class Deed:
    """Something that can be done; `about` is a permit, or a person of whom everything ends."""

    name = ""

    def __init__(self, counter: Counter, actor: Actor, about: int) -> None:
        self.counter, self.actor, self.about = counter, actor, about
        self.page: PermitPage | None = None
        self.person: PersonRow | None = None
        self.photo: bytes | None = None

    def load(self) -> None:
        """Read what the deed is about."""
        self.page = self.counter.permits.page(self.actor, self.about)
        self.person = self.page.person

    def inputs(self) -> tuple[Input, ...]:
        """The fields, once it is loaded."""
        return ()

    def judge(self, values: Values) -> Verdict:
        """Say what the rules make of this; nothing is stored."""
        return Verdict()

    def act(self, request_id: str, values: Values) -> Outcome:
        """Do it."""
        raise TypeError(f"{type(self).__name__} does nothing")

    def seen(self) -> tuple[int, int]:
        """The permit and the version that was shown."""
        assert self.page is not None
        return self.page.permit.permit_id, self.page.permit.version


class Endorse(Deed):
    """The yearly endorsement, and the late one that restores."""

    name = "endorse"

    def inputs(self) -> tuple[Input, ...]:
        """The ground and its proof."""
        assert self.page is not None
        grounds = tuple((each.value, label(each)) for each in Ground)
        return (
            Input("tick", "proof"),
            Input("tick", "proof_shared"),
            Input("choice", "ground", self.page.permit.ground or Ground.EMPLOYMENT.value, grounds),
            Input("line", "note"),
        )

    def judge(self, values: Values) -> Verdict:
        """Every finding, and the dates it leads to."""
        assert self.page is not None
        permit_id, _ = self.seen()
        ground, proof = self._chosen(values)
        check = self.counter.endorsements.endorsement(self.actor, permit_id, ground, proof)
        unmet = next((one for one in check.findings if not one.met), None)
        told: Sentence | None = None
        if check.next_opens_on and check.next_due_on:
            told = sentence(
                "permit_page", "签注后：下一签注期{opens}至{due}，居住年限自{start}起算，已满{years}年。"
            )
            if check.late:
                told = sentence(
                    "permit_page",
                    "补办签注并恢复使用功能：下一签注期{opens}至{due}，居住年限自{start}起算，已满{years}年。",
                )
            told = told.fill(
                opens=check.next_opens_on.isoformat(),
                due=check.next_due_on.isoformat(),
                start=check.years_from.isoformat(),
                years=check.full_years,
            )
        why_not = (unmet.change or unmet.fact) if unmet is not None else None
        return Verdict(check.findings, (told,) if told else (), why_not, need=check.need)

    def act(self, request_id: str, values: Values) -> Outcome:
        """Endorse; the slip waits to be printed."""
        permit_id, version = self.seen()
        ground, proof = self._chosen(values)
        done = self.counter.endorsements.endorse(
            self.actor, request_id, permit_id, version, ground, proof, values.get("note", "")
        )
        told = sentence("permit_page", "已签注，签注有效至{due}。")
        due = done.permit.due_on.isoformat() if done.permit.due_on else "—"
        return Outcome(done.case.case_id if done.case else None, told.fill(due=due))

    @staticmethod
    def _chosen(values: Values) -> tuple[Ground, MaterialState]:
        proof = MaterialState.MISSING
        if values.get("proof"):
            proof = MaterialState.PRESENT
        elif values.get("proof_shared"):
            proof = MaterialState.SHARED
        return Ground(values.get("ground") or Ground.EMPLOYMENT.value), proof


class DeclareLost(Deed):
    """The card is lost, and no new one is asked for yet."""

    name = "declare_lost"

    def inputs(self) -> tuple[Input, ...]:
        """What there is to say of it."""
        return (Input("line", "note"),)

    def judge(self, values: Values) -> Verdict:
        """What it leads to."""
        return Verdict(
            told=(sentence("permit_page", "挂失后原证不能使用；找回可以撤销挂失，找不回办理补领。"),)
        )

    def act(self, request_id: str, values: Values) -> Outcome:
        """Declare it lost; there is no paper."""
        permit_id, version = self.seen()
        self.counter.permit_changes.declare_lost(
            self.actor, request_id, permit_id, version, values.get("note", "")
        )
        return Outcome(None, sentence("permit_page", "已挂失。"))


class FoundAgain(DeclareLost):
    """The lost card has turned up."""

    name = "found_again"

    def judge(self, values: Values) -> Verdict:
        """What it leads to."""
        told = sentence("permit_page", "撤销挂失后恢复使用；期间签注逾期的，使用功能中止，须补办签注。")
        return Verdict(told=(told,))

    def act(self, request_id: str, values: Values) -> Outcome:
        """Take it up again; there is no paper."""
        permit_id, version = self.seen()
        done = self.counter.permit_changes.found_again(
            self.actor, request_id, permit_id, version, values.get("note", "")
        )
        told = sentence("permit_page", "已撤销挂失，现在的状态：{state}。")
        return Outcome(None, told.fill(state=STATE_WORDS[done.permit.state]))


class ChangeAddress(Deed):
    """The permit follows to the address registered now."""

    name = "change_address"

    def judge(self, values: Values) -> Verdict:
        """From where to where."""
        assert self.page is not None
        here = self.page.registration
        told = sentence("permit_page", "证载地址由{old}变更为{new}，居住年限不变。")
        told = told.fill(old=self.page.permit.address, new=here.written_address if here else "—")
        return Verdict(told=(told,))

    def act(self, request_id: str, values: Values) -> Outcome:
        """Change it; there is no paper."""
        permit_id, version = self.seen()
        self.counter.permit_changes.change_address(self.actor, request_id, permit_id, version)
        return Outcome(None, sentence("permit_page", "居住证地址已变更。"))


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


class Cancel(Deed):
    """The permit ends and the registration stays, or has ended before."""

    name = ENDS

    def inputs(self) -> tuple[Input, ...]:
        """Why, and what became of the card."""
        assert self.page is not None
        with_residence = self.page.registration is not None
        reasons = [each for each in CancelReason if not (with_residence and each in _WITH_RESIDENCE)]
        rows = [
            Input("choice", "reason", "", tuple((each.value, label(each)) for each in reasons), required=True)
        ]
        if self.page.permit.state is not PermitState.PRODUCED:
            rows.append(card_input())
        return (*rows, Input("line", "note"))

    def judge(self, values: Values) -> Verdict:
        """What will end."""
        assert self.page is not None
        told = [sentence("permit_page", "居住证注销后不能恢复；再要领取的，重新申领。")]
        if self.page.open_replacement is not None:
            told.append(sentence("permit_page", "正在办理的换补领一并撤回。"))
        why_not = None if values.get("reason") else sentence("permit_page", "请选择注销原因。")
        if why_not is None and self.page.permit.state is not PermitState.PRODUCED and not values.get("card"):
            why_not = sentence("permit_page", "请选择证件的去向。")
        return Verdict(told=tuple(told), why_not=why_not)

    def act(self, request_id: str, values: Values) -> Outcome:
        """Cancel it; the certificate waits to be printed."""
        permit_id, version = self.seen()
        done = self.counter.cancellations.cancel(
            self.actor,
            request_id,
            permit_id,
            version,
            CancelReason(values["reason"]),
            CardFate(values.get("card") or CardFate.RETURNED),
            values.get("note", ""),
        )
        told = sentence("permit_page", "居住证已注销，请打印注销证明。")
        return Outcome(done.case.case_id if done.case else None, told)


class Leave(Deed):
    """Somebody leaves for good: registration and permit end together. `about` is the person."""

    name = "leave_residence"

    def __init__(self, counter: Counter, actor: Actor, about: int) -> None:
        super().__init__(counter, actor, about)
        self.standing: DepartureCheck | None = None

    def load(self) -> None:
        """Read who leaves, and what there is to end."""
        self.person = self.counter.people.person(self.about)
        today = self.counter.day.today()
        self.standing = self._check({"reason": CancelReason.LEFT.value, "left_on": today.isoformat()})

    def inputs(self) -> tuple[Input, ...]:
        """Why, when, where to, and what became of the card."""
        reasons = tuple((each.value, label(each)) for each in _WITH_RESIDENCE)
        rows = [
            Input("choice", "reason", CancelReason.LEFT.value, reasons, required=True),
            Input("date", "left_on", self.counter.day.today().isoformat(), required=True),
            Input("place", "to_division"),
            Input("line", "to_place"),
        ]
        if self._in_hands():
            rows.append(card_input())
        return (*rows, Input("line", "note"))

    def judge(self, values: Values) -> Verdict:
        """What will end, and how late it is told."""
        try:
            check = self._check(values)
        except BadInput as error:
            return Verdict(why_not=error.message, problem=error)
        except NotPossible as error:
            return Verdict(why_not=error.message)
        told = []
        if check.registration is not None:
            words = sentence("permit_page", "居住登记终止：{address}（{since}起）。")
            told.append(
                words.fill(
                    address=check.registration.written_address,
                    since=check.registration.registered_on.isoformat(),
                )
            )
        for permit in check.permits:
            words = sentence("permit_page", "居住证注销：{number}（{state}）。")
            told.append(words.fill(number=permit.permit_number, state=STATE_WORDS[permit.state]))
        told.append(sentence("permit_page", "正在办理的申领、换补领一并撤回。"))
        if check.late is not None:
            told.append(check.late)
        why_not = None
        if self._in_hands() and not values.get("card"):
            why_not = sentence("permit_page", "请选择证件的去向。")
        return Verdict(told=tuple(told), why_not=why_not)

    def act(self, request_id: str, values: Values) -> Outcome:
        """End it all; the certificate waits to be printed."""
        done = self.counter.departures.leave(self.actor, request_id, self.about, self._form(values))
        told = sentence("permit_page", "居住登记和居住证已注销，请打印注销证明。")
        return Outcome(done.case.case_id, told)

    def _in_hands(self) -> bool:
        permits = self.standing.permits if self.standing else ()
        return any(permit.state is not PermitState.PRODUCED for permit in permits)

    def _check(self, values: Values) -> DepartureCheck:
        return self.counter.departures.check(self.actor, self.about, self._form(values))

    @staticmethod
    def _form(values: Values) -> Any:
        from desktop.services.departures import DepartureForm

        try:
            left_on = date.fromisoformat(values.get("left_on", ""))
        except ValueError as error:
            raise BadInput("left_on", sentence("permit_page", "请填写离开的日期。")) from error
        to = values.get("to_division", "")
        if to and not to.isdigit():
            raise BadInput("to_division", sentence("permit_page", "请从列表中选择去往的县（市、区）。"))
        return DepartureForm(
            reason=CancelReason(values.get("reason") or CancelReason.LEFT.value),
            left_on=left_on,
            to_division=to[:6],
            to_place=values.get("to_place", ""),
            card=CardFate(values.get("card") or CardFate.RETURNED),
            note=values.get("note", ""),
        )


def card_input() -> Input:
    """What became of the card: returned or declared lost."""
    fates = (CardFate.RETURNED, CardFate.LOST)
    return Input("choice", "card", "", tuple((each.value, CARD_WORDS[each]) for each in fates), required=True)


def photo_at(path: str) -> bytes:
    """Read a photo file as typed, cut to a permit's proportions; BadInput where it is none."""
    from desktop.services.photos import centred, open_picture, read_picture

    try:
        picture = open_picture(read_picture(Path(path.strip("\"'")).expanduser()))
        return picture.cropped(centred(picture.width, picture.height))
    except CounterError as error:
        raise BadInput(PHOTO, error.message) from error


DEEDS: dict[str, Any] = {
    Endorse.name: Endorse,
    DeclareLost.name: DeclareLost,
    FoundAgain.name: FoundAgain,
    ChangeAddress.name: ChangeAddress,
    **{name: partial(Replace, name) for name in RENEWS},
    Cancel.name: Cancel,
    Leave.name: Leave,
}
"""How each deed is made, by the action's name."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants done: with which permit, or, of a departure, which person."""

    name: str
    about: int
