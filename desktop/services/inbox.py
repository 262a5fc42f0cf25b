"""The server's inbox: operations that windows did without it, each applied once by the same service code."""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, literal_column, select, text, update

from desktop.domain.errors import CounterError, EnvironmentTrouble, NotPossible, Sentence, sentence, stored
from desktop.models.prepared import Prepared
from desktop.models.tables import OpConflict, OpInbox, OpPaper, Paper
from desktop.services import standing_on
from desktop.services.freezing import PaperDiffers
from desktop.services.given import giving
from desktop.services.operation_form import Operation, keys_in
from desktop.services.without_server import CATALOGUE

if TYPE_CHECKING:
    from desktop.models.database import Database, Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.outbox import Waiting

APPLIED, THERE, CONFLICT = "applied", "there", "conflict"
OPEN = "open"
_SHOWN = 80
"""So many characters are shown of what is no sentence after all."""

SAVE = Prepared(text("SAVEPOINT one_operation"))
KEEP = Prepared(text("RELEASE SAVEPOINT one_operation"))
_UNDO = Prepared(text("ROLLBACK TO SAVEPOINT one_operation"))
_SEEN = Prepared(select(OpInbox.digest, OpInbox.outcome).where(OpInbox.op_id == bindparam("op")))
_TAKEN = Prepared(insert(OpInbox))
_ALIASES = Prepared(
    select(OpInbox.aliases).where(
        OpInbox.window_id == bindparam("window"),
        OpInbox.aliases != literal_column("''"),  # as the index has it, which holds no others
    )
)
_LEARN = Prepared(update(OpInbox).where(OpInbox.op_id == bindparam("op")).values(aliases=bindparam("words")))
_IN_THE_WAY = Prepared(
    select(OpConflict.id).where(OpConflict.subject == bindparam("who"), OpConflict.state == OPEN).limit(1)
)
_SAME_CONFLICT = Prepared(
    select(OpConflict.id).where(OpConflict.op_id == bindparam("op"), OpConflict.digest == bindparam("sum"))
)
_ADD_CONFLICT = Prepared(insert(OpConflict))
_ADD_PAPER = Prepared(insert(OpPaper))
_PAPER = Prepared(select(Paper.document).where(Paper.paper_number == bindparam("number")))
TRANSLATED = frozenset(("person_id", "move_from", "resumes", "case_id", "paper_id", "copy_id"))
AGAIN = frozenset(("40001", "40P01"))  # SQLSTATE: could not serialize, deadlock

_FOLLOWS = sentence("away", "同一个人在它之前的一项离线业务正等待核对，这一项排在后面。")
_ALARM = sentence(
    "away", "同一个编号的离线业务收到了两次，内容不一样。请立即告诉管理员：窗口的待上传文件可能被改动过。"
)
_FAULT = sentence("away", "程序不能照原样补办这一项（{kind}）。业务内容完整保留，请管理员处理。")
_UNKNOWN = sentence("away", "这项业务（{name}）由更新版本的程序办理，本程序不认识。请升级后再补办。")
_DIFFERS = sentence("away", "离线时打印的单据{number}，与现在服务器上的情况不一致。")
_NUMBERS = ("case_number", "paper_number")
"""Columns that have what stands on paper, as a database names them that has the same there already."""
_NUMBER_THERE = sentence(
    "away",
    "单据号{number}在服务器上已经给了别人：可能两台电脑用了同一个窗口号，或者这个窗口的副本重建过。请收回这份单据并作废这一项，再重新办理，并请管理员核对各窗口的号码。",
)
_NOT_THERE = sentence("away", "服务器上已有同一次办理，但不是离线打印的单据{number}。")

log = logging.getLogger(__name__)


class Cannot(Exception):
    """An operation that cannot be applied as it was done: which kind of trouble, and the sentence."""

    def __init__(self, kind: str, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.kind = kind
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Inbox:
    """Takes operations in, in transactions of the caller's on the server's database."""

    office: Office
    journal: Journal
    services: Mapping[str, Any]

    def foresee(self, link: Link, window_id: str) -> None:
        """Say that `aliases` will be asked for."""
        link.foresee(_ALIASES, window=window_id)

    def aliases(self, link: Link, window_id: str) -> dict[int, int]:
        """Return the keys of a window's that are others here."""
        found: dict[int, int] = {}
        for row in link.all(_ALIASES, window=window_id):
            found.update({int(key): int(value) for key, value in json.loads(row.aliases).items()})
        return found

    def take(self, link: Link, waiting: Waiting, aliases: dict[int, int]) -> str:
        """Apply an operation, or keep it as a conflict; return which. Taken in before, it is only answered.

        `aliases` grows by what is known by other keys here. A fault of the environment is raised: the
        transaction is undone then, and everything in it comes again.
        """
        operation = waiting.operation
        seen = link.one(_SEEN, op=operation.op_id)
        if seen is not None:
            if seen.digest == waiting.digest:
                return str(seen.outcome)
            if link.one(_SAME_CONFLICT, op=operation.op_id, sum=waiting.digest) is None:
                self._keep(link, waiting, Cannot("alarm", _ALARM))
            return CONFLICT
        more: dict[int, int] = {}
        outcome = CONFLICT
        if operation.subject and link.one(_IN_THE_WAY, who=operation.subject) is not None:
            self._keep(link, waiting, Cannot("follows", _FOLLOWS), trail=True)
        else:
            try:
                outcome, more = self.attempt(link, operation, aliases)
            except Cannot as trouble:
                self._keep(link, waiting, trouble, trail=True)
        aliases.update(more)
        link.run(_TAKEN, **self.row(waiting, outcome, more))
        return outcome

    def row(self, waiting: Waiting, outcome: str, more: Mapping[int, int]) -> dict[str, Any]:
        """Return the inbox's row of an operation."""
        operation = waiting.operation
        return {
            "op_id": operation.op_id,
            "window_id": operation.window_id,
            "sequence": operation.sequence,
            "counter_number": operation.counter_number,
            "digest": waiting.digest,
            "outcome": outcome,
            "made_at": operation.made_at,
            "taken_at": self.office.clock.now(),
            "aliases": json.dumps(more) if more else "",
        }

    def attempt(
        self, link: Link, operation: Operation, aliases: Mapping[int, int], **instead: Any
    ) -> tuple[str, dict[int, int]]:
        """Apply an operation all or nothing within the caller's transaction; Cannot says why it could not be.

        `instead` replaces arguments by name.
        """
        driver = self.office.database.engine.dialect.loaded_dbapi
        for left in (1, 0):
            link.run(SAVE)
            try:
                found = self.apply(link, operation, aliases, instead)
                link.settle()
            except Exception as error:
                if comes_again(self.office.database, error):
                    raise
                undo(link)
                if left and isinstance(error, driver.IntegrityError):
                    continue  # another window was first by a moment: this time the service sees it
                raise _cannot(error, operation) from error
            link.run(KEEP)
            return found
        raise AssertionError("unreachable")

    def learn(self, link: Link, op_id: str, more: Mapping[int, int]) -> None:
        """Remember by which keys here is known what an operation made that was applied afterwards."""
        if more:
            link.run(_LEARN, op=op_id, words=json.dumps(more))

    def apply(
        self,
        link: Link,
        operation: Operation,
        aliases: Mapping[int, int],
        instead: Mapping[str, Any] = MappingProxyType({}),
        trail: list[tuple[Any, ...]] | None = None,
    ) -> tuple[str, dict[int, int]]:
        """Do an operation as it was done, in the caller's transaction; whatever it raises, that must be undone.

        Its entries go to the end of `trail`, where there is one, for the caller to chain.
        """
        entry = CATALOGUE.get(operation.name)
        if entry is None:
            raise Cannot("fault", _UNKNOWN.fill(name=operation.name))
        arguments = {
            name: aliases.get(value, value) if name in TRANSLATED and type(value) is int else value
            for name, value in operation.arguments.items()
        }
        if not instead:
            arguments = standing_on.ready(link, operation, arguments, aliases)
        given = operation.given.again(replays=True)
        given.told, given.apart = operation.given.told, trail
        with giving(given):
            answer = entry.method(self.services[entry.service], **{**arguments, **instead})
        for document in given.left():
            self._is_there(link, document)
        keys = keys_in(answer)
        more = {
            before: keys[place]
            for place, before in operation.keys.items()
            if keys.get(place, before) != before
        }
        return APPLIED if given.used or entry.always else THERE, more

    # -- inside ------------------------------------------------------------------------------------
    def _is_there(self, link: Link, document: str) -> None:
        number = json.loads(document)["number"]
        row = link.one(_PAPER, number=number)
        if row is None or row.document != document:
            raise Cannot("differs", _NOT_THERE.fill(number=number))

    def _keep(self, link: Link, waiting: Waiting, trouble: Cannot, *, trail: bool = False) -> None:
        """Keep an operation for somebody to look at; what it wrote into the trail happened all the same."""
        operation, at = waiting.operation, self.office.clock.now()
        if trail:
            self.journal.append(link, operation.given.trail)
        who = operation.arguments.get("actor")
        conflict_id = self.office.key(operation.counter_number, at)
        link.run(
            _ADD_CONFLICT,
            id=conflict_id,
            op_id=operation.op_id,
            digest=waiting.digest,
            window_id=operation.window_id,
            sequence=operation.sequence,
            counter_number=operation.counter_number,
            kind=trouble.kind,
            state=OPEN,
            version=1,
            subject=operation.subject,
            action=operation.name,
            reason=written(trouble.reason),
            operation=waiting.written,
            staff_id=getattr(who, "staff_id", None),
            staff_name=getattr(who, "name", ""),
            made_at=operation.made_at,
            taken_at=at,
            settled_at=None,
            settled_by=None,
            settled_name="",
            note="",
            request_id=None,
        )
        for document in operation.given.documents:
            content = json.loads(document)
            link.run(
                _ADD_PAPER,
                id=self.office.key(operation.counter_number, at),
                conflict_id=conflict_id,
                paper_number=content["number"],
                kind=content["number"][:2],
                document=document,
                void_at=None,
            )


def comes_again(database: Database, error: Exception) -> bool:
    """Whether it is no matter of an operation's own: the disk, a lock, the way to the server, its rights."""
    if getattr(error, "sqlstate", None) in AGAIN:
        return True
    try:
        with database.faults():
            raise error
    except EnvironmentTrouble:
        return True
    except Exception:
        return False


def undo(link: Link) -> None:
    """Undo what was done since `SAVE`; what had not been sent to the server yet may fail, and is undone too."""
    with contextlib.suppress(link.dialect.loaded_dbapi.Error):
        link.settle()
    link.run(_UNDO)
    link.run(KEEP)


def written(told: Sentence) -> str:
    """Give a sentence as JSON."""
    facts = {
        name: json.loads(written(fact)) if isinstance(fact, Sentence) else str(fact)
        for name, fact in told.facts.items()
    }
    return json.dumps([told.context, told.template, facts], ensure_ascii=False)


def read(words: str) -> Sentence:
    """Give the sentence that was written; what is none is said as it stands."""

    def made(parts: list[Any]) -> Sentence:
        context, template, facts = parts
        return stored(
            str(context),
            str(template),
            {name: made(fact) if isinstance(fact, list) else str(fact) for name, fact in facts.items()},
        )

    try:
        return made(json.loads(words))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return Sentence("away", "{what}", {"what": words[:_SHOWN]})


def _cannot(error: Exception, operation: Operation) -> Cannot:
    if isinstance(error, Cannot):
        return error
    if isinstance(error, PaperDiffers):
        return Cannot("differs", _DIFFERS.fill(number=error.printed.number))
    if isinstance(error, NotPossible):
        return Cannot("refused", error.message)
    if any(column in str(error) for column in _NUMBERS) and operation.given.documents:
        number = json.loads(operation.given.documents[0])["number"]
        return Cannot("refused", _NUMBER_THERE.fill(number=number))
    log.error("operation %s %s cannot be applied", operation.op_id, operation.name, exc_info=error)
    if isinstance(error, CounterError):
        return Cannot("refused", error.message)
    return Cannot("fault", _FAULT.fill(kind=type(error).__name__))
