"""The second step of signing in: a key signs a challenge, or a telephone's code is given, each once."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop.domain import totp
from desktop.domain.code_words import label
from desktop.domain.errors import BadInput, CounterError, FactorDue, NotPossible, sentence
from desktop.domain.second_factor import LASTS, Challenge, FactorKind
from desktop.domain.times import local_date
from desktop.services import factor_making, factor_records, sign_in_guard

if TYPE_CHECKING:
    from desktop.services.factor_rows import CodeSecret
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.ports import TokenReader
    from desktop.services.rows import Actor

MOST_HALF = 16
"""So many attempts may be half way at a window; the oldest gives way."""

_ASK = sentence("errors", "密码正确。请再用第二要素确认是本人。")
_REGISTER = sentence("errors", "按本所规定，{role}登录要有第二要素。您还没有登记，请现在登记。")
_OVER = sentence("errors", "这次登录已超过{minutes}分钟，请从密码重新开始。")
_SET_BACK = sentence("errors", "本机时钟刚才被调到以前，这次登录作废。请核对时钟后，从密码重新开始。")
_NOT_MINE = sentence("errors", "这把密钥不是在您名下登记的，不能用来登录。请换成自己的密钥。")
_ENDED = sentence("errors", "这把密钥已于{day}停用，不能再用。请交给安全管理员。")
_NOT_SIGNED = sentence("errors", "密钥的签名不对，不能登录。请重新插好后再试。")
_WRONG_CODE = sentence("errors", "动态码不对，或已经过时。请输入手机上现在的6位数字。")
_USED_CODE = sentence("errors", "这个动态码已经用过。请等手机上换成下一个再输入。")
_CLOCK = sentence("errors", "本机时钟早于上次使用动态码的时间，不能核对动态码。请校准时钟，或改用密钥登录。")
_NOT_READABLE = sentence(
    "errors", "登记的动态码在本机读不出来，请改用密钥登录，或请安全管理员停用后重新登记。"
)


@dataclass(slots=True)
class Half:
    """An attempt whose password was right; `proven` once the second factor was too."""

    actor: Actor
    account: str
    kinds: tuple[FactorKind, ...]
    challenge: Challenge
    proven: bool = field(default=False)


class SecondStep:
    """Knows the attempts that are half way; nothing of them is told to the screen but a name."""

    def __init__(self, office: Office, journal: Journal, tokens: TokenReader) -> None:
        self._office = office
        self._journal = journal
        self._tokens = tokens
        self._half: dict[str, Half] = {}
        self._guard = threading.Lock()

    def present(self) -> tuple[str, ...]:
        """Return the keys that are plugged in."""
        return self._tokens.present()

    def drives(self) -> tuple[str, ...]:
        """Return where a new key can be put."""
        return self._tokens.drives()

    def kinds(self, actor: Actor) -> tuple[FactorKind, ...] | None:
        """Return which second factors somebody has, () where one must be registered, None where none is asked."""
        with self._office.database.faults():
            link = self._office.database.link
            found = link.all(factor_records.IN_USE, staff_id=actor.staff_id)
            if found:
                return tuple(kind for kind in FactorKind if any(row.kind == kind.value for row in found))
            return () if actor.role in factor_records.rule_of(link).roles else None

    def begin(self, actor: Actor, account: str, kinds: tuple[FactorKind, ...]) -> FactorDue:
        """Keep an attempt half way, with a fresh challenge, and say what is due."""
        name = secrets.token_hex(16)
        half = Half(actor, account, kinds, self._challenge(actor))
        with self._guard:
            self._half[name] = half
            while len(self._half) > MOST_HALF:
                self._half.pop(next(iter(self._half)))
        words = _ASK if kinds else _REGISTER.fill(role=label(actor.role))
        return FactorDue(words, name, kinds)

    def find(self, name: str) -> Half:
        """Return an attempt half way; NotPossible when it took too long, or is none."""
        with self._guard:
            half = self._half.get(name)
            now = self._office.clock.now()
            if half is not None and half.challenge.fresh(now):
                return half
            self._half.pop(name, None)
        set_back = half is not None and now < half.challenge.at
        raise NotPossible(_SET_BACK if set_back else _OVER.fill(minutes=LASTS.seconds // 60))

    def drop(self, name: str) -> None:
        """Forget an attempt: it is over, or was given up."""
        with self._guard:
            self._half.pop(name, None)

    def prove_by_token(self, name: str, place: str, pin: str) -> Half:
        """Have a key sign this attempt's challenge; a wrong PIN or another key counts as a wrong password does."""
        half = self.find(name)

        def judge() -> CounterError | None:
            try:
                token = self._tokens.open(place, pin)
            except BadInput as error:
                return error
            asked, half.challenge = half.challenge, self._challenge(half.actor)
            link = self._office.database.link
            with self._office.database.faults():
                known = link.one(factor_records.BY_PUBLIC, public_part=token.public)
            if known is None or known.staff_id != half.actor.staff_id:
                return NotPossible(_NOT_MINE)
            if known.ended_at is not None:
                return NotPossible(_ENDED.fill(day=local_date(known.ended_at).isoformat()))
            if not verifies(known.public, token.sign(asked.to_sign()), asked):
                return NotPossible(_NOT_SIGNED)
            with self._office.database.write() as writing:
                used = writing.run(factor_records.USE, factor_id=known.id, at=self._office.clock.now())
            return None if used else NotPossible(_NOT_MINE)  # ended in this very moment

        return self._judged(half, judge)

    def prove_by_code(self, name: str, typed: str) -> Half:
        """Take a telephone's code, once; a wrong one counts as a wrong password does."""
        half = self.find(name)

        def judge() -> CounterError | None:
            with self._office.database.faults():
                found = self._office.database.link.all(factor_records.IN_USE, staff_id=half.actor.staff_id)
            phones = [row for row in found if row.kind == FactorKind.CODE.value]
            told: CounterError = BadInput("code", _WRONG_CODE)
            for phone in phones:
                answer = self._take(phone, typed)
                if answer is None:
                    return None
                told = answer if not isinstance(answer, BadInput) or answer.message == _USED_CODE else told
            return told

        return self._judged(half, judge)

    def register_token(self, name: str, request_id: str, typed: dict[str, str]) -> Half:
        """Make and register the first key of somebody who must have one: it proves the attempt too."""
        half = self._to_register(name)
        factor_making.make_token(self._office, self._journal, self._tokens, half.actor, request_id, typed)
        half.proven = True
        return half

    def new_code(self, name: str) -> CodeSecret:
        """Return a secret for the telephone of somebody who must have a second factor and has none."""
        return factor_making.new_code(self._to_register(name).actor)

    def register_code(self, name: str, request_id: str, made: CodeSecret, called: str, typed: str) -> Half:
        """Register that telephone: its code proves the attempt too."""
        half = self._to_register(name)
        factor_making.register_code(self._office, self._journal, half.actor, request_id, made, called, typed)
        half.proven = True
        return half

    # -- inside ------------------------------------------------------------------------------------
    def _to_register(self, name: str) -> Half:
        half = self.find(name)
        if half.kinds or (self.kinds(half.actor) and not half.proven):
            raise NotPossible(_ASK)  # registered meanwhile: it is that one which counts
        return half

    def _judged(self, half: Half, judge: Callable[[], CounterError | None]) -> Half:
        if not half.kinds:
            raise NotPossible(_REGISTER.fill(role=label(half.actor.role)))
        wrong = sign_in_guard.judged(
            self._office, self._journal, half.account, judge, half.actor, "second_factor_failed", tell=True
        )
        if wrong is not None:
            raise wrong
        half.proven = True
        return half

    def _take(self, phone: Any, typed: str) -> CounterError | None:
        now = self._office.clock.now()
        try:
            secret = factor_making.secret_of(self._office, phone.staff_id, phone.secret)
        except ValueError:
            return NotPossible(_NOT_READABLE)
        if totp.step_of(now) + totp.WINDOW < phone.last_step:
            return NotPossible(_CLOCK)
        step = totp.matching_step(secret, typed, now)
        if step is None:
            return BadInput("code", _WRONG_CODE)
        with self._office.database.write() as link:
            taken = link.run(factor_records.USE_STEP, factor_id=phone.id, step=step, now_step=step, at=now)
        return None if taken else BadInput("code", _USED_CODE)

    def _challenge(self, actor: Actor) -> Challenge:
        station = actor.station
        return Challenge(
            f"{station.division}{station.station_code}",
            actor.counter_number,
            actor.staff_id,
            self._office.clock.now(),
            secrets.token_bytes(32),
        )


def verifies(public: str, signature: bytes, asked: Challenge) -> bool:
    """Tell whether the key with this public part signed this challenge."""
    from cryptography.exceptions import InvalidSignature  # here for start-up time
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    kind, _, key = public.partition(":")
    if kind != "Ed25519":
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, asked.to_sign())
    except (InvalidSignature, ValueError):
        return False
    return True
