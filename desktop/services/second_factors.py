"""Second factors: one's own, and the security administrator's word about everybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.fields import read_text
from desktop.domain.rights import Right
from desktop.domain.second_factor import KIND_WORDS, FactorKind
from desktop.services import factor_making, factor_records
from desktop.services.factor_rows import CodeSecret, FactorPage, FactorRow, FactorRule, OwnFactors
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.rights import needs, open_to
from desktop.services.sign_in_guard import is_password_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.ports import TokenReader
    from desktop.services.rows import Actor

LEAST_OFFLINE, MOST_OFFLINE = 0, 30
"""Days; none means that nobody signs in while the server is away."""

_WRONG = sentence("errors", "密码不对。")
_GONE = sentence("errors", "没有这一项，可能已经停用。")
_LAST = sentence("errors", "按本所规定，{role}登录要有第二要素。请先登记另一个，再停用这一个。")
_NO_REASON = sentence("errors", "请写明原因，如“遗失”。")
_DAYS = sentence("errors", "应为{least}至{most}之间的整数。")
_MEANWHILE = sentence("errors", "规定刚刚改过，这一次没有保存。请核对后再改。")
_NOT_SELF = sentence("errors", "自己的第二要素请在“密码和第二要素”里停用；遗失的请另一位安全管理员办理。")

_WHAT = sentence("log", "{kind}“{name}”")
_WHOSE = sentence("log", "{owner}的{kind}“{name}”：{reason}")
_RULE = sentence("log", "须有第二要素：{roles}；服务器连不上时{days}天内可登录")
_CHANGED = sentence("log", "“{before}”改为“{after}”")
_NOBODY = sentence("log", "无")


class SecondFactors:
    """Registers, lists and ends second factors."""

    def __init__(self, office: Office, journal: Journal, tokens: TokenReader) -> None:
        self._office = office
        self._journal = journal
        self._tokens = tokens

    @needs(Right.OWN_DESK)
    def mine(self, actor: Actor) -> OwnFactors:
        """Return one's own second factors."""
        with self._office.database.faults():
            link = self._office.database.link
            rows = link.all(factor_records.OF_STAFF, staff_id=actor.staff_id)
            required = actor.role in factor_records.rule_of(link).roles
        return OwnFactors(tuple(map(factor_records.row_of, rows)), required, self._tokens.drives())

    @needs(Right.OWN_DESK)
    def make_token(self, actor: Actor, request_id: str, typed: Mapping[str, str]) -> FactorRow:
        """Make a key on a drive and register it, with the password in `old_password`; see `factor_making`."""
        self._check_password(actor, typed["old_password"])
        return factor_making.make_token(
            self._office, self._journal, self._tokens, actor, request_id, dict(typed)
        )

    @needs(Right.OWN_DESK)
    def new_code(self, actor: Actor, password: str) -> CodeSecret:
        """Return a secret for a telephone, to be shown once; nothing is stored until `register_code`."""
        self._check_password(actor, password)
        return factor_making.new_code(actor)

    @needs(Right.OWN_DESK)
    def register_code(
        self, actor: Actor, request_id: str, made: CodeSecret, name: str, typed: str
    ) -> FactorRow:
        """Register the telephone that shows this secret's code."""
        return factor_making.register_code(self._office, self._journal, actor, request_id, made, name, typed)

    @needs(Right.OWN_DESK)
    def give_up(self, actor: Actor, factor_id: int, password: str) -> None:
        """End one of one's own; NotPossible for the last one of a role that must have one. Twice is once."""
        self._check_password(actor, password)

        def job(link: Link) -> None:
            found = _found(link, factor_id)
            if found.staff_id != actor.staff_id:
                raise NotPossible(_GONE)
            if found.ended_at is not None:
                return
            others = len(link.all(factor_records.IN_USE, staff_id=actor.staff_id)) - 1
            if not others and actor.role in factor_records.rule_of(link).roles:
                raise NotPossible(_LAST.fill(role=label(actor.role)))
            self._end(link, actor, found, "end_factor", _WHAT, "")

        in_turn(self._office, job)

    @open_to("seals what an older program left open on the server, whoever works at the window")
    def seal_open_ones(self) -> int:
        """Seal telephones' secrets that lie open on the server, if there are any; return how many.

        0 while this window has not the station's key: another one does it.
        """
        try:
            return factor_making.seal_open_ones(self._office)
        except NotPossible:
            return 0

    @needs(Right.SET_PASSWORD_RULE)
    def everybody(self, actor: Actor) -> FactorPage:
        """Return everybody's second factors and the rule."""
        with self._office.database.faults():
            link = self._office.database.link
            rows = tuple(map(factor_records.row_of, link.all(factor_records.EVERY)))
            return FactorPage(rows, factor_records.rule_of(link))

    @needs(Right.SET_PASSWORD_RULE)
    def revoke(self, actor: Actor, factor_id: int, reason: str) -> FactorRow:
        """End somebody's second factor, lost for instance: it lets nobody in from now on. Twice is once.

        Who has none left and must have one registers another at the next sign-in.
        """
        why = read_text("reason", reason)
        if not why:
            raise BadInput("reason", _NO_REASON)

        def job(link: Link) -> FactorRow:
            found = _found(link, factor_id)
            if found.staff_id == actor.staff_id:
                raise NotPossible(_NOT_SELF)
            if found.ended_at is None:
                self._end(link, actor, found, "revoke_factor", _WHOSE, why)
            return factor_records.row_of(link.one(factor_records.BY_ID, factor_id=factor_id))

        return in_turn(self._office, job)

    @needs(Right.SET_PASSWORD_RULE)
    def set_rule(
        self, actor: Actor, roles: Iterable[Role], offline_days: str, seen: FactorRule
    ) -> FactorRule:
        """Say which roles must have a second factor, and for how many days one signs in without the server."""
        digits = offline_days.strip()
        if not (digits.isascii() and digits.isdigit() and len(digits) < 4) or not (
            LEAST_OFFLINE <= int(digits) <= MOST_OFFLINE
        ):
            raise BadInput("offline_days", _DAYS.fill(least=LEAST_OFFLINE, most=MOST_OFFLINE))
        wanted = FactorRule(frozenset(roles), int(digits))

        def job(link: Link) -> FactorRule:
            now = factor_records.rule_of(link)
            if now == wanted:
                return wanted
            if now != seen:
                raise NotPossible(_MEANWHILE)
            factor_records.set_rule(link, wanted)
            told = _CHANGED.fill(before=_told(now), after=_told(wanted))
            self._journal.write(
                link, Happening(actor, "set_factor_rule", self._office.clock.now(), detail=str(told))
            )
            return wanted

        return in_turn(self._office, job)

    # -- inside ------------------------------------------------------------------------------------
    def _check_password(self, actor: Actor, password: str) -> None:
        if not is_password_of(self._office, self._journal, actor, password):
            raise BadInput("old_password", _WRONG)

    def _end(self, link: Link, actor: Actor, found: Any, action: str, told: Sentence, reason: str) -> None:
        at = self._office.clock.now()
        link.run(factor_records.END, factor_id=found.id, at=at, who=actor.staff_id, why=reason)
        kind = KIND_WORDS[FactorKind(found.kind)]
        detail = told.fill(kind=kind, name=found.name, owner=found.owner, reason=reason)
        self._journal.write(link, Happening(actor, action, at, detail=str(detail)))


def _found(link: Link, factor_id: int) -> Any:
    found = link.one(factor_records.BY_ID, factor_id=factor_id)
    if found is None:
        raise NotPossible(_GONE)
    return found


def _told(rule: FactorRule) -> Sentence:
    roles = "、".join(str(label(role)) for role in Role if role in rule.roles)
    return _RULE.fill(roles=roles or _NOBODY, days=rule.offline_days)
