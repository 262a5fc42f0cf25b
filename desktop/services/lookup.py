"""The one box: whatever the clerk types or scans, the people it can mean, exact ones first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop.domain.case_life import OPEN
from desktop.domain.codes import IdKind, PaperKind
from desktop.domain.errors import CounterError, Sentence, sentence
from desktop.domain.id_numbers import read_id_number, region_advice
from desktop.domain.masking import mask_id, mask_name, mask_phone
from desktop.domain.queries import Query, QueryKind, read_query
from desktop.domain.rights import Right
from desktop.domain.times import CHINA, local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import OpPaper, Paper
from desktop.services import case_records, permit_records, person_versions
from desktop.services.journal import Happening
from desktop.services.people_found import BY_KEY, SPOKEN_SO, searches
from desktop.services.people_records import live_key
from desktop.services.rights import needs
from desktop.services.rows import LookupAnswer, PersonHit

if TYPE_CHECKING:
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_LAST = "\U0010ffff"
_DOT = "·"

_UNDER_WAY = frozenset(state.value for state in OPEN)

_PAPER = Prepared(select(Paper.id, Paper.case_id).where(Paper.paper_number == bindparam("number")))

_UNAPPLIED = Prepared(select(OpPaper.void_at).where(OpPaper.paper_number == bindparam("number")))

_UNDER_REVIEW = sentence(
    "lookup", "单据{number}是断网时打印的，与服务器上的情况不一致，正等待民警核对（Ctrl+Shift+U 待上传）。"
)
_FROM_COPY = sentence("lookup", "连不上服务器，以下来自本机副本，截至{as_of}。")
_NOT_IN_COPY = sentence(
    "lookup", "本机副本（截至{as_of}）里没有查到，服务器上可能有。可以照常登记，服务器恢复后会核对。"
)
_VOID = sentence("lookup", "单据{number}是断网时打印的，核对后已作废。")
_NOT_OURS = sentence("lookup", "本所没有编号为{number}的单据，可能是其他派出所出具的。")


class Lookup:
    """Finds people, cases and papers; every look is written down with the matter it was for."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.LOOK_UP)
    def find(self, actor: Actor, text: str, *, limit: int = 20, matter: str = "") -> LookupAnswer:
        """Answer what was typed or scanned. It never fails for bad input: the answer says what is wrong.

        At most `limit` people; `more` says that there were others.
        """
        asked = read_query(text)
        with self._office.database.faults():
            if asked.kind is QueryKind.ID:
                answer = self._by_number(asked.text)
            elif asked.kind is QueryKind.CASE:
                answer = self._by_case(asked.text)
            elif asked.kind is QueryKind.PAPER:
                answer = self._by_paper(asked.text)
            elif asked.kind is QueryKind.PHONE:
                answer = self._by_phone(asked.text, limit)
            elif asked.kind is QueryKind.NAME:
                answer = self._by_name(asked.text, limit)
            elif asked.kind is QueryKind.PINYIN:
                answer = self._by_pinyin(asked.text, limit)
            else:
                return LookupAnswer(asked.text, ())
        answer = self._marked(answer)
        self._journal.note(
            Happening(
                actor,
                "look_up",
                self._office.clock.now(),
                person_id=answer.hits[0].person_id if len(answer.hits) == 1 else None,
                case_number=answer.case.case_number if answer.case else "",
                matter=matter,
                detail=_trace(asked, answer),
            )
        )
        return answer

    def _marked(self, answer: LookupAnswer) -> LookupAnswer:
        """Say of an answer from the window's own copy as of when it is: the server may know more."""
        line = self._office.line
        as_of = line.copy.as_of() if line is not None and line.away else None
        if as_of is None or answer.problem is not None:
            return answer
        told = _NOT_IN_COPY if answer.advice is not None or not answer.hits else _FROM_COPY
        if answer.case is not None or answer.paper_id is not None or answer.permit_id is not None:
            told = _FROM_COPY
        return replace(answer, advice=told.fill(as_of=as_of.astimezone(CHINA).strftime("%H:%M")))

    def _by_number(self, text: str) -> LookupAnswer:
        link = self._office.database.link
        try:
            number = read_id_number(text, None, today=local_date(self._office.clock.now()))
        except CounterError as error:
            return LookupAnswer(text, (), problem=error.message)
        row = link.one(BY_KEY, key=live_key(number.kind, number.number))
        if row is not None:
            return LookupAnswer(number.number, (_hit(row, True),))
        other = IdKind.PASSPORT if number.kind is not IdKind.PASSPORT else IdKind.FOREIGN
        row = link.one(BY_KEY, key=live_key(other, number.number))
        hits = () if row is None else (_hit(row, True),)
        return LookupAnswer(
            number.number, hits, advice=region_advice(number, self._office.divisions.known_county_codes())
        )

    def _by_case(self, number: str) -> LookupAnswer:
        case = case_records.by_number(self._office.database.link, number)
        if case is None:
            return LookupAnswer(number, (), problem=_NOT_OURS.fill(number=number))
        return LookupAnswer(number, (), case=case)

    def _by_paper(self, number: str) -> LookupAnswer:
        link = self._office.database.link
        if number.startswith(PaperKind.PERMIT_CARD):
            permit = permit_records.by_number(link, number)
            if permit is not None:
                return LookupAnswer(number, (), permit_id=permit.permit_id)
        row = link.one(_PAPER, number=number)
        if row is None:
            unapplied = link.one(_UNAPPLIED, number=number)
            told = _NOT_OURS if unapplied is None else _VOID if unapplied.void_at else _UNDER_REVIEW
            return LookupAnswer(number, (), problem=told.fill(number=number), of_outage=unapplied is not None)
        case = case_records.find(link, row.case_id) if row.case_id else None
        return LookupAnswer(
            number, (), case=case, paper_id=row.id, superseded=person_versions.superseded(link, row.id)
        )

    def _by_phone(self, phone: str, limit: int) -> LookupAnswer:
        rows = self._office.database.link.all(searches(limit + 1).by_phone, phone=phone)
        return _answer(phone, rows, limit)

    def _by_name(self, name: str, limit: int) -> LookupAnswer:
        link, ask = self._office.database.link, searches(limit + 1)
        rows = link.all(ask.by_name_range, first=name, last=name + _LAST)
        if len(rows) > limit:
            return _answer(name, rows, limit, exact=name)
        if rows:  # who is on this list already may be on the next one
            ask = searches(2 * (limit + 1))
        if len(name) == 1:
            rows += link.all(ask.by_character, first=name, last=name + _LAST)
        elif len(name) == 2:
            rows += link.all(ask.by_bigram, pair=name)
        else:
            both = link.all(ask.by_bigrams, pair=name[-2:], first_pair=name[:2])
            bare = name.replace(_DOT, "")  # whoever types a name with a dot may leave it out
            rows += [row for row in both if bare in row.name.replace(_DOT, "")]
        return _answer(name, rows, limit, exact=name)

    def _by_pinyin(self, text: str, limit: int) -> LookupAnswer:
        letters = "".join(character for character in text if character.isalpha())
        link, ask = self._office.database.link, searches(limit + 1)
        rows = link.all(ask.by_reading, first=letters, last=letters + "{")
        if len(rows) <= limit:  # a foreigner's name is kept in capitals
            upper, title = text.upper(), text.title()
            ends = {"last_upper": upper + _LAST, "last_title": title + _LAST}
            rows += link.all(ask.by_either_range, first_upper=upper, first_title=title, **ends)
        answer = _answer(text, rows, limit, exact="")
        if len(answer.hits) != 1:
            return answer
        [hit] = answer.hits  # opened at once if the whole name was typed; its beginning may be another's
        whole = link.one(SPOKEN_SO, reading=letters, person=hit.person_id) is not None
        return replace(answer, hits=(replace(hit, exact=whole),))


_HIDDEN = {QueryKind.ID: mask_id, QueryKind.PHONE: mask_phone, QueryKind.NAME: mask_name}
_BY = {
    QueryKind.ID: "证件号码",
    QueryKind.PHONE: "电话",
    QueryKind.NAME: "姓名",
    QueryKind.PINYIN: "拼音",
    QueryKind.CASE: "受理号",
    QueryKind.PAPER: "单据编号",
}


def _trace(asked: Query, answer: LookupAnswer) -> str:
    """What the trail says of a look: by what, how many; numbers and names of people stay masked."""
    words = _HIDDEN.get(asked.kind, str)(asked.text)
    if answer.permit_id is not None:
        return f"按居住证编号{asked.text}查到居住证"
    if answer.case is not None:
        return f"按{_BY[asked.kind]}查到办件"
    return f"按{_BY[asked.kind]}“{words}”查到{len(answer.hits)}人"


def _hit(row: Any, exact: bool) -> PersonHit:
    return PersonHit(
        person_id=row.person_id,
        name=row.name,
        id_kind=IdKind(row.id_kind),
        masked_id_number=mask_id(row.id_number),
        birth_year=row.birth_date.year if row.birth_date else None,
        address=row.written_address or "",
        registration="registered" if row.written_address is not None else "ended" if row.ever else "none",
        permit=row.card if row.card and row.permit not in _UNDER_WAY else row.permit or "none",
        exact=exact,
    )


def _answer(asked: str, rows: Iterable[Any], limit: int, exact: str | None = None) -> LookupAnswer:
    hits: dict[int, PersonHit] = {}
    for row in rows:
        if row.person_id not in hits:
            hits[row.person_id] = _hit(row, exact is None or row.name == exact)
    ranked = sorted(hits.values(), key=lambda hit: not hit.exact)
    return LookupAnswer(asked, tuple(ranked[:limit]), more=len(ranked) > limit, advice=_no_hit(ranked))


def _no_hit(hits: list[PersonHit]) -> Sentence | None:
    return None if hits else sentence("lookup", "没有查到。请核对输入，或按证件号码登记。")
