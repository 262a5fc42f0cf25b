"""What a day leaves in the data folder, with every fault that could quote somebody thrown in; and the search in it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import text

from desktop.domain.errors import NotPossible, sentence
from desktop.services.counter import Counter
from desktop.ui.kit.faults import fault
from printing.errors import BadDocument

SHORTEST = 2
"""Characters of the shortest word that is looked for."""
_WORDS = (
    "select name from person",
    "select former_name from person",
    "select id_number from person",
    "select phone from person",
    "select hukou_address from person",
    "select written_address from registration",
    "select landlord_name from registration",
    "select landlord_phone from registration",
    "select reporter_name from registration",
    "select reporter_phone from registration",
    "select name from accompanying_minor",
    "select id_number from accompanying_minor",
)


def words_of(counter: Counter) -> list[str]:
    """Every name, number, telephone number and address that the station knows."""
    found: set[str] = set()
    with counter.office.database.engine.connect() as connection:
        for statement in _WORDS:
            found |= {value for value in connection.execute(text(statement)).scalars() if value}
    return sorted(word for word in found if len(word) >= SHORTEST)


def throw_faults(counter: Counter, words: Iterable[str]) -> int:
    """Have faults of every kind with each of these words in them logged as the program logs its own."""
    thrown = 0
    for word in words:
        for raising in _FAULTS:
            try:
                raising(counter, word)
            except Exception as error:
                fault(error)
                thrown += 1
    thread = threading.Thread(target=_in_a_thread, args=(words,))
    thread.start()
    thread.join()
    return thrown


def found_in(folder: Path, words: Iterable[str]) -> list[str]:
    """Which of these words stand in any file of a folder."""
    files = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    return [
        f"{path.relative_to(folder)}: {word}"
        for word in words
        for path, content in files.items()
        if word.encode() in content
    ]


def _by_driver(counter: Counter, word: str) -> None:
    with counter.office.database.engine.begin() as connection:
        connection.execute(text(f'select "{word}" from nowhere where x = :x'), {"x": word})


def _by_values(counter: Counter, word: str) -> None:
    statement = text("insert into setting (name, value) values (:word, :word)")
    with counter.office.database.engine.begin() as connection:
        connection.execute(statement, [{"word": word[:40]}, {"word": word[:40]}])


def _by_key(_: Counter, word: str) -> None:
    known: dict[str, str] = {}
    known[word]


def _by_number(_: Counter, word: str) -> None:
    int(f"{word} ")


def _by_json(_: Counter, word: str) -> None:
    json.loads(f"{{{word}")


def _by_sentence(_: Counter, word: str) -> None:
    raise NotPossible(sentence("errors", "没有这个人的记录：{who}").fill(who=word))


def _by_paper(_: Counter, word: str) -> None:
    raise BadDocument("单据编号“{number}”不是24位数字，不能出具。", number=word)


def _by_cause(_: Counter, word: str) -> None:
    try:
        raise ValueError(word)
    except ValueError as error:
        raise RuntimeError(f"for {word}") from error


def _by_assertion(_: Counter, word: str) -> None:
    known: Any = {"who": word}
    assert known == {}, f"{word} is known"


def _in_a_thread(words: Iterable[str]) -> None:
    raise RuntimeError(" ".join(words))


_FAULTS: tuple[Callable[[Counter, str], None], ...] = (
    *(_by_driver, _by_values, _by_key, _by_number, _by_json),
    *(_by_sentence, _by_paper, _by_cause, _by_assertion),
)
