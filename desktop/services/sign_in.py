"""Who works at which counter: signing in, unlocking, signing out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop.domain.accounts import folded
from desktop.domain.characters import seen
from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible, PasswordDue, sentence
from desktop.domain.rights import NO_ROLE
from desktop.services import factor_records, own_password, sign_in_guard
from desktop.services.journal import Happening
from desktop.services.practice_staff import PRACTICE_CLERKS, PRACTICE_COUNTERS
from desktop.services.rights import open_to
from desktop.services.rows import Actor, Welcome
from desktop.services.second_step import SecondStep
from desktop.services.seen_here import NoteStore, SeenHere, keep_verifier
from desktop.services.staff_records import BY_ID, BY_NAME, ONE_TIME_LASTS, is_sample, rule_of
from desktop.services.without_server import at_this_window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.domain.second_factor import FactorKind
    from desktop.services.factor_rows import CodeSecret
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.ports import TokenReader
    from desktop.services.rows import StationRow
    from desktop.services.second_step import Half

COUNTERS = tuple(range(1, 100))
_WRONG = sentence("errors", "登录名或密码不对。请检查大小写后再试。")
_FIRST_TIME = sentence("errors", "这是一次性密码。请设置自己的密码后登录。")
_TOO_OLD = sentence("errors", "密码已用满{days}天。请设置新的密码后登录。")
_TAKEN_OVER = sentence("log", "由{name}接用窗口")
_OUT = sentence("errors", "这个账号刚刚停用，不能登录。请找管理员。")
_TAKEN = sentence(
    "errors", "{number}号窗口正在另一台电脑上使用，编号不能重复。请填写本窗口自己的号码，或先退出那一台。"
)
_ONE_TIME_OVER = sentence("errors", "一次性密码已过期，请管理员重新生成。")


class SignIn:
    """Lets staff in; knows nothing of screens."""

    def __init__(self, office: Office, journal: Journal, tokens: TokenReader) -> None:
        self._office = office
        self._journal = journal
        self._step = SecondStep(office, journal, tokens)

    @open_to("the page is shown before anybody is let in")
    def welcome(self) -> Welcome:
        """Return what the sign-in page shows; the sample clerks only at the practice station."""
        station = self._office.station()
        practice = station is not None and station.practice
        counters, own = PRACTICE_COUNTERS if practice else COUNTERS, self._office.own_counter
        return Welcome(
            station=station,
            counters=counters if own is None else (own, *(each for each in counters if each != own)),
            practice_clerks=PRACTICE_CLERKS if practice else (),
        )

    @at_this_window
    @open_to("before anybody is let in nobody has a right; each step proves who it is")
    def sign_in(self, sign_in_name: str, password: str, counter_number: int) -> Actor:
        """Return who signed in at which counter. BadInput says the same for a wrong name and password.

        FactorDue when it was right and a second factor comes next: `sign_in_with_token` or
        `sign_in_with_code`. PasswordDue when another password has to be set: `sign_in_anew` does both.
        NotPossible with the time left while the account waits after wrong ones.
        """
        row, actor, kinds = self._known(sign_in_name, password, counter_number)
        if kinds is not None:
            raise self._step.begin(actor, row.lookalike, kinds)
        return self._let_in(row, actor)

    @at_this_window
    @open_to("before anybody is let in nobody has a right; each step proves who it is")
    def sign_in_with_token(self, half: str, place: str, pin: str) -> Actor:
        """Go on with the key at a place: it signs a challenge made for this attempt only.

        BadInput("pin") for a wrong PIN, NotPossible for another key or when it took too long: all sentences.
        """
        return self._go_on(half, self._step.prove_by_token(half, place, pin))

    @at_this_window
    @open_to("before anybody is let in nobody has a right; each step proves who it is")
    def sign_in_with_code(self, half: str, code: str) -> Actor:
        """Go on with a telephone's code, which is used up by it; BadInput("code") for another."""
        return self._go_on(half, self._step.prove_by_code(half, code))

    @open_to("before anybody is let in nobody has a right; each step proves who it is")
    def keys_present(self) -> tuple[str, ...]:
        """Return the places of the keys that are plugged in."""
        return self._step.present()

    @open_to("before anybody is let in nobody has a right; each step proves who it is")
    def drives(self) -> tuple[str, ...]:
        """Return where a new key can be put."""
        return self._step.drives()

    @open_to("before anybody is let in nobody has a right; each step proves who it is")
    def register_token(self, half: str, request_id: str, typed: Mapping[str, str]) -> Actor:
        """Register the first key of somebody who must have one, and let them in; see `factor_making`."""
        return self._go_on(half, self._step.register_token(half, request_id, dict(typed)))

    @open_to("before anybody is let in nobody has a right; each step proves who it is")
    def new_code(self, half: str) -> CodeSecret:
        """Return a secret for the telephone of somebody who must have a second factor and has none."""
        return self._step.new_code(half)

    @open_to("before anybody is let in nobody has a right; each step proves who it is")
    def register_code(self, half: str, request_id: str, made: CodeSecret, name: str, code: str) -> Actor:
        """Register that telephone, and let its owner in."""
        return self._go_on(half, self._step.register_code(half, request_id, made, name, code))

    @open_to("before anybody is let in nobody has a right; each step proves who it is")
    def give_up(self, half: str) -> None:
        """Forget an attempt that stopped half way."""
        self._step.drop(half)

    @open_to("before anybody is let in nobody has a right; each step proves who it is")
    def sign_in_anew(
        self,
        sign_in_name: str,
        password: str,
        new: str,
        again: str,
        counter_number: int,
        half: str = "",
    ) -> Actor:
        """Set another password and sign in with it, both or neither; the errors of both.

        `half` is the attempt whose second factor was right, where one is asked.
        """
        row, actor, kinds = self._known(sign_in_name, password, counter_number)
        if kinds is not None:
            proven = self._step.find(half) if half else None
            if proven is None or not proven.proven or proven.actor != actor:
                raise self._step.begin(actor, row.lookalike, kinds)
        if row.one_time and self._office.clock.now() - row.password_set_at > ONE_TIME_LASTS:
            raise NotPossible(_ONE_TIME_OVER)
        prepared = own_password.prepare(self._office, actor, row, new, again)
        with self._office.database.write() as link:
            own_password.store(self._office, self._journal, link, actor, row, prepared)
            sign_in_guard.forgive(link, row.lookalike)
            self._journal.write(link, Happening(actor, "sign_in", self._office.clock.now()))
        self._step.drop(half)
        self._remember(actor)
        self._office.refresh_calendar()
        return self._seated(actor)

    @at_this_window
    @open_to("the password is asked for")
    def unlock(self, actor: Actor, password: str) -> None:
        """Let the same clerk back to the locked screen; BadInput when the password is wrong."""
        if not sign_in_guard.is_password_of(self._office, self._journal, actor, password, "unlock_failed"):
            raise BadInput("password", sentence("errors", "密码不对。锁屏下的内容没有变动，请再试。"))
        self._write(actor, "unlock")
        self._office.rights.seat(actor)
        self._office.refresh_calendar()

    @at_this_window
    @open_to("the newcomer signs in by the ordinary steps")
    def taken_over(self, first: Actor, second: Actor) -> None:
        """Write down that somebody else took the window over from who had locked it, and is out by that."""
        at, told = self._office.clock.now(), str(_TAKEN_OVER.fill(name=second.name))
        with self._office.database.write() as link:
            self._journal.write(link, Happening(first, "taken_over", at, detail=told))

    @at_this_window
    @open_to("whoever is let in may lock")
    def locked(self, actor: Actor) -> None:
        """Write down that the screen was locked."""
        self._write(actor, "lock")

    @at_this_window
    @open_to("whoever is let in may leave")
    def sign_out(self, actor: Actor) -> None:
        """Write down that the clerk left."""
        self._office.rights.leave(actor)
        self._write(actor, "sign_out")
        self._office.database.occupy(None)

    # -- inside ------------------------------------------------------------------------------------
    def _known(
        self, sign_in_name: str, password: str, counter_number: int
    ) -> tuple[Any, Actor, tuple[FactorKind, ...] | None]:
        """Return who gave the right password, and which second factors they have (None where none is asked)."""
        station = self._office.station()
        if station is None:
            raise NotPossible(sentence("errors", "本机还没有设立派出所，请先完成首次设置。"))
        if not 1 <= counter_number <= 99:
            raise BadInput("counter_number", sentence("errors", "窗口号应为1至99。"))
        name = folded(sign_in_name)
        if seen(name) != name:
            name = seen(name) + "?"  # nobody's: what is not seen makes it another name
        with self._office.database.faults():
            row = self._office.database.link.one(BY_NAME, sign_in_name=name)
        if row is None:
            trying, kinds = Actor(0, "（没有这个登录名）", "", Role.NOBODY, station, counter_number), None
        else:
            trying = Actor(row.id, row.name, row.sign_in_name, Role(row.role), station, counter_number)
            kinds = self._step.kinds(trying)
        self._check_seen(row)
        stored = row.password_hash if row is not None and row.active else None
        account = sign_in_guard.account_of(row, name)
        alone = kinds is None
        if not sign_in_guard.is_right(
            self._office, self._journal, account, stored, password, trying, "sign_in_failed", forgives=alone
        ):
            raise BadInput("password", _WRONG)
        if trying.role is Role.NOBODY:
            raise NotPossible(NO_ROLE.fill(who=trying.name))
        return row, trying, kinds

    def _go_on(self, name: str, half: Half) -> Actor:
        """Let in whose second factor was right too, unless another password is due first."""
        with self._office.database.faults():
            row = self._office.database.link.one(BY_ID, staff_id=half.actor.staff_id)
        if row is None or not row.active:
            raise NotPossible(_OUT)
        actor = self._let_in(row, half.actor)
        self._step.drop(name)
        return actor

    def _let_in(self, row: Any, actor: Actor) -> Actor:
        due = None if self._offline() else self._due(row, actor.station)
        if due is not None:
            raise due
        if not self._office.database.occupy(actor.counter_number):
            raise NotPossible(_TAKEN.fill(number=actor.counter_number))
        self._write(actor, "sign_in_offline" if self._offline() else "sign_in")
        self._remember(actor)
        self._office.refresh_calendar()
        return self._seated(actor)

    def _offline(self) -> bool:
        """Tell whether the window's own store is asked, the server being away."""
        line = self._office.line
        return line is not None and line.switch.current is line.switch.store

    def _check_seen(self, row: Any) -> None:
        """While the server is away only who signed in here lately goes on, and whoever else is told alike."""
        line = self._office.line
        if line is not None and self._offline():
            with self._office.database.faults():
                rule = factor_records.rule_of(self._office.database.link)
            seen = SeenHere(NoteStore(line.switch.store))
            seen.check(None if row is None else row.id, self._office.clock.now(), rule)

    def _remember(self, actor: Actor) -> None:
        """Remember who was here, and have the store follow their account and counter."""
        line = self._office.line
        if line is not None and not self._offline():
            seen = SeenHere(NoteStore(line.switch.store))
            seen.remember(actor.staff_id, actor.counter_number, self._office.clock.now())
            with self._office.database.faults():
                row = self._office.database.link.one(BY_ID, staff_id=actor.staff_id)
            keep_verifier(line.switch.store, row)
            line.at_counter(actor.counter_number, actor)

    def _seated(self, actor: Actor) -> Actor:
        """Return who is signed in here from now on, with what the station took away from their role."""
        rights = self._office.rights
        rights.forget()
        seated = replace(actor, without=rights.withheld(actor.staff_id))
        rights.seat(seated)
        return seated

    def _due(self, row: Any, station: StationRow) -> PasswordDue | NotPossible | None:
        if is_sample(station, row.sign_in_name):
            return None
        now, set_at = self._office.clock.now(), row.password_set_at or row.created_at
        with self._office.database.faults():
            rule = rule_of(self._office.database.link)
        if row.one_time:
            if now - set_at > ONE_TIME_LASTS:
                return NotPossible(_ONE_TIME_OVER)
            return PasswordDue(_FIRST_TIME, rule.words())
        return PasswordDue(_TOO_OLD.fill(days=rule.days), rule.words()) if rule.expired(set_at, now) else None

    def _write(self, actor: Actor, action: str) -> None:
        with self._office.database.write() as link:
            self._journal.write(link, Happening(actor, action, self._office.clock.now()))
