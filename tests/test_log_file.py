from __future__ import annotations

import json
import logging
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from desktop.domain.errors import NotPossible, sentence
from desktop.log_file import LogFile, leave_no_core, told
from desktop.services.counter import Counter
from desktop.ui.kit.faults import fault
from printing.errors import BadDocument

PERSON = {  # put together here, so that no line of code has it whole
    "name": "".join(("司", "徒", "演练")),
    "number": "".join(("371321", "19900214", "001", "X")),
    "phone": "139" + "8765" + "0001",
    "address": "山东省济南市" + "演练路" + "1号101室",
}
WORDS = tuple(PERSON.values())


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root, handler = logging.getLogger(), LogFile(tmp_path / "log")
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield tmp_path / "log"
    root.removeHandler(handler)
    root.setLevel(level)
    if handler._file is not None:
        handler._file.close()


def found(folder: Path, words: tuple[str, ...] = WORDS) -> list[str]:
    """Which of these words stand in any file of a folder."""
    return [
        f"{path.name}: {word}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for word in words
        if word.encode() in path.read_bytes()
    ]


def text_of(folder: Path) -> str:
    return (folder / "program.log").read_text("utf-8")


def test_the_search_finds_what_is_planted(tmp_path: Path) -> None:
    (tmp_path / "program.log").write_text(f"x {PERSON['phone']} y", "utf-8")
    assert found(tmp_path) == [f"program.log: {PERSON['phone']}"]


def raising(kind: str) -> None:
    name, number, phone, address = PERSON.values()
    if kind == "value":
        int(address)
    if kind == "key":
        {}[name]
    if kind == "format":
        json.loads(f"{{{address}")
    if kind == "encode":
        name.encode("ascii")
    if kind == "ours":
        raise NotPossible(sentence("errors", "没有{name}的记录。").fill(name=name))
    if kind == "paper":
        raise BadDocument("单据编号“{number}”不是24位数字，不能出具。", number=number)
    if kind == "cause":
        try:
            raise ValueError(f"{name} {phone}")
        except ValueError as error:
            raise RuntimeError(address) from error
    if kind == "group":
        raise ExceptionGroup(address, [ValueError(name), KeyError(number)])
    if kind == "note":
        error = RuntimeError("x")
        error.add_note(f"{name} {number}")
        raise error
    if kind == "file":
        Path(f"/none/{name}").read_bytes()
    if kind == "syntax":
        compile(f"{name} {number}", address, "exec")


@pytest.mark.parametrize(
    "kind",
    ["value", "key", "format", "encode", "ours", "paper", "cause", "group", "note", "file", "syntax"],
)
def test_a_fault_says_where_and_what_but_nobodys_data(log: Path, kind: str) -> None:
    try:
        raising(kind)
    except Exception as error:
        reference = fault(error).reference
        name = type(error).__name__
    written = text_of(log)
    assert found(log) == []
    assert f"fault {reference}" in written
    assert name in written
    assert "in raising" in written
    assert __file__ in written


def test_what_a_sentence_of_ours_says_is_kept_without_its_facts(log: Path) -> None:
    try:
        raising("ours")
    except NotPossible as error:
        fault(error)
    assert "没有{name}的记录。" in text_of(log)


def test_a_driver_that_quotes_its_values_is_not_quoted(log: Path, station: Counter) -> None:
    engine = station.office.database.engine
    statement = text(
        "insert into draft (id, staff_id, counter_number, form, subject, payload, saved_at) "
        "values (:id, 1, 1, :form, :form, :form, '2026-11-20')"
    )
    values = {"id": PERSON["number"], "form": PERSON["name"]}
    with pytest.raises(IntegrityError) as told_off, engine.begin() as connection:
        connection.execute(statement, [values, values])
    assert PERSON["name"] not in str(told_off.value)  # nor where somebody prints it
    fault(told_off.value)
    assert found(log) == []
    assert "IntegrityError: SQLITE_CONSTRAINT" in text_of(log)


def test_what_is_handed_to_a_message_is_kept_where_it_cannot_be_anybodys(log: Path) -> None:
    own = logging.getLogger("desktop.x")
    own.error("a %s b %s c %d d %s e %s", "OperationalError", PERSON["name"], 3, PERSON["number"], 1.5)
    own.error("%s", ValueError(PERSON["phone"]))
    own.error("%s", int(PERSON["phone"]))
    own.error("%s", "No space left on device")
    written = text_of(log)
    assert found(log) == []
    assert "a OperationalError b [4] c 3 d [18] e 1.5" in written
    assert "No space left on device" in written


def test_other_loggers_words_lose_everything_that_may_be_somebodys(log: Path) -> None:
    other = logging.getLogger("alembic.runtime")
    other.warning("Running upgrade %s -> %s for %s", "0006", "0007", PERSON["name"])
    other.warning("value '%s' (%s) <%s>", "John Smith", PERSON["number"], PERSON["address"])
    written = text_of(log)
    assert found(log, (*WORDS, "John Smith")) == []
    assert "Running upgrade 0006 -> 0007" in written


def test_the_frames_have_no_values_of_variables() -> None:
    try:
        raising("cause")
    except RuntimeError as error:
        lines = told(error)
    assert not any(word in lines for word in PERSON.values())
    assert lines.count("in raising") == 2
    assert lines.index("builtins.ValueError") < lines.index("builtins.RuntimeError")


def test_a_loop_of_causes_ends() -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    assert told(first).count("ValueError") == 2


PROGRAM = """
import sys, threading, logging
from pathlib import Path
from desktop.log_file import log_to
log_to(Path(sys.argv[1]))
words = sys.argv[2]
def run():
    raise ValueError(words)
thread = threading.Thread(target=run)
thread.start()
thread.join()
class Bad:
    def __del__(self):
        raise KeyError(words)
bad = Bad()
del bad
"""


def test_what_nobody_caught_in_a_thread_goes_to_the_log_and_not_to_stderr(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), PERSON["name"]],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    written = text_of(tmp_path)
    assert PERSON["name"] not in written
    assert "uncaught, thread" in written
    assert "uncaught, unraisable" in written


def test_no_picture_of_the_memory_is_left_behind() -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    try:
        leave_no_core()
        assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)


def test_a_folder_that_cannot_be_written_says_the_same_little_on_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_text("not a folder")
    handler = LogFile(tmp_path / "log")
    handler.handle(
        logging.makeLogRecord(
            {
                "name": "desktop.x",
                "msg": "said %s",
                "args": (PERSON["name"],),
                "levelno": 40,
                "levelname": "ERROR",
            }
        )
    )
    said = capsys.readouterr().err
    assert "said [4]" in said
    assert PERSON["name"] not in said
