"""The index of provinces, cities, counties, streets and communities: a read-only SQLite file of public data.

The shipped table `data/divisions.csv.xz` is turned into the file once, in a cache folder; every later
start finds it there by the table's fingerprint. A level is named by the length of its codes: 2, 4, 6, 9
and 12 digits, so the codes below another one are those that begin with it.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import sqlite3
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from itertools import islice, pairwise
from pathlib import Path
from typing import Final, Literal

from desktop.domain.errors import EnvironmentTrouble, sentence

DATA: Final = Path(__file__).parent / "data" / "divisions.csv.xz"
COMMUNITY: Final = 12
LEVELS: Final = (2, 4, 6, 9, COMMUNITY)

Kind = Literal["name", "pinyin", "initials"]
Match = tuple[str, str]
"""A division's code and the text of it that was matched."""

_LAYOUT = 1
_END = "\U0010ffff"
_AFTER_DIGITS = ":"
_SETTINGS = """
    PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -100000; PRAGMA temp_store = MEMORY;
"""
_TABLES = """
    BEGIN;
    CREATE TABLE division (
        code TEXT PRIMARY KEY, name TEXT NOT NULL, level INTEGER NOT NULL,
        pinyin TEXT NOT NULL, initials TEXT NOT NULL, mark TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE other_pinyin (
        level INTEGER, pinyin TEXT, code TEXT, PRIMARY KEY (level, pinyin, code)) WITHOUT ROWID;
    CREATE TABLE other_initials (
        level INTEGER, initials TEXT, code TEXT, PRIMARY KEY (level, initials, code)) WITHOUT ROWID;
    CREATE TABLE bigram (pair TEXT PRIMARY KEY, codes TEXT NOT NULL) WITHOUT ROWID;
"""
_INDEXES = """
    CREATE INDEX by_name ON division (level, name);
    CREATE INDEX by_pinyin ON division (level, pinyin);
    CREATE INDEX by_initials ON division (level, initials) WHERE level < 12;
    CREATE INDEX by_level ON division (level, code) WHERE level < 12;
"""
_STARTS = {
    "name": (
        "SELECT code, name FROM division INDEXED BY by_name"
        " WHERE level = ? AND name >= ? AND name < ? AND code >= ? AND code < ? LIMIT ?",
    ),
    "pinyin": (
        "SELECT code, pinyin FROM division INDEXED BY by_pinyin"
        " WHERE level = ? AND pinyin >= ? AND pinyin < ? AND code >= ? AND code < ? LIMIT ?",
        "SELECT code, pinyin FROM other_pinyin"
        " WHERE level = ? AND pinyin >= ? AND pinyin < ? AND code >= ? AND code < ? LIMIT ?",
    ),
    "initials": (
        "SELECT code, initials FROM division INDEXED BY by_initials"
        " WHERE level = ? AND level < 12 AND initials >= ? AND initials < ? AND code >= ? AND code < ? LIMIT ?",
        "SELECT code, initials FROM other_initials"
        " WHERE level = ? AND initials >= ? AND initials < ? AND code >= ? AND code < ? LIMIT ?",
    ),
}
_STARTS_BELOW = {  # the unary plus keeps SQLite on the primary key: a few hundred rows read in a line
    "name": "SELECT code, name FROM division"
    " WHERE +level = ? AND +name >= ? AND +name < ? AND code >= ? AND code < ? LIMIT ?",
    "pinyin": "SELECT code, pinyin FROM division"
    " WHERE +level = ? AND +pinyin >= ? AND +pinyin < ? AND code >= ? AND code < ? LIMIT ?",
    "initials": "SELECT code, initials FROM division"
    " WHERE +level = ? AND +initials >= ? AND +initials < ? AND code >= ? AND code < ? LIMIT ?",
}


def build(cache: Path) -> Path:
    """Give the index file in the folder `cache`, making both when they are not there yet (about a second).

    The file's name holds the fingerprint of the shipped table. It is written under another name and
    renamed when whole, so two programs that start at once each finish and neither sees half a file.
    Raises EnvironmentTrouble when the folder cannot be written.
    """
    try:
        packed = DATA.read_bytes()
        fingerprint = hashlib.sha256(packed).hexdigest()[:16]
        path = cache / f"divisions-{_LAYOUT}-{fingerprint}.sqlite"
        if _whole(path):
            return path
        cache.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix="divisions-", suffix=".part", dir=cache)
        os.close(handle)
        part = Path(name)
        try:
            _write(part, lzma.decompress(packed).decode())
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            with suppress(PermissionError):  # Windows: the other program's whole file is already open
                os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, sqlite3.Error, lzma.LZMAError) as trouble:
        raise _trouble(cache, trouble) from trouble
    return path


def _whole(path: Path) -> bool:
    """Whether the file is there with every page that it had when it was made."""
    try:
        with path.open("rb") as stored:
            head = stored.read(100)
        size = int.from_bytes(head[16:18], "big") * int.from_bytes(head[28:32], "big")
        return head.startswith(b"SQLite format 3") and path.stat().st_size == size
    except OSError:
        return False


def _write(path: Path, table: str) -> None:
    others: dict[str, list[tuple[int, str, str]]] = {"pinyin": [], "initials": []}
    pairs: defaultdict[str, list[str]] = defaultdict(list)

    def rows() -> Iterator[list[str]]:
        for line in islice(table.splitlines(), 1, None):
            row = line.split(",")
            code, name, _, pinyin, initials, _ = row
            level = len(code)
            if " " in pinyin:
                row[3], *further = pinyin.split(" ")
                others["pinyin"] += ((level, reading, code) for reading in further)
            if " " in initials:
                row[4], *further = initials.split(" ")
                others["initials"] += ((level, reading, code) for reading in further)
            if level < COMMUNITY:
                for first, second in pairwise(name):
                    pairs[first + second].append(code)
            yield row

    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_SETTINGS + _TABLES)
        database.executemany("INSERT INTO division VALUES (?1, ?2, length(?1), ?4, ?5, ?6)", rows())
        database.executemany("INSERT INTO other_pinyin VALUES (?, ?, ?)", sorted(others["pinyin"]))
        database.executemany("INSERT INTO other_initials VALUES (?, ?, ?)", sorted(others["initials"]))
        listed = sorted((pair, ",".join(codes)) for pair, codes in pairs.items())
        database.executemany("INSERT INTO bigram VALUES (?, ?)", listed)
        for statement in _INDEXES.strip().split(";"):  # executescript would commit first
            database.execute(statement)
        database.execute("COMMIT")


def _trouble(place: Path, trouble: Exception) -> EnvironmentTrouble:
    return EnvironmentTrouble(
        sentence(
            "divisions",
            "无法读写行政区划索引（{place}：{trouble}）。请检查磁盘空间和文件夹权限，"
            "或删除该文件夹后重新启动程序；在此之前可直接填写区划代码。",
        ).fill(place=place, trouble=trouble)
    )


class DivisionIndex:
    """Questions to the index file; each thread that asks has its own connection until `close`.

    Every answer is in no promised order, at most `limit` long, and may hold grouping rows (市辖区).
    `below` is a code or the beginning of one; "" is the whole country. Raises EnvironmentTrouble when
    the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._guard = threading.Lock()

    def close(self) -> None:
        """Close the connections of all threads; nobody may be asking any more."""
        with self._guard:
            self._threads = threading.local()
            while self._open:
                self._open.pop().close()

    def names(self, codes: Sequence[str]) -> dict[str, str]:
        """The names of the codes that exist, by code."""
        question = "SELECT code, name FROM division WHERE code IN (SELECT value FROM json_each(?))"
        return dict(self._ask(question, (json.dumps(list(codes)),)))

    def marked(self, mark: Literal["", "grouping", "statistical"], level: int) -> frozenset[str]:
        """The codes of a level above communities that bear a mark of the data's README.md ("" for none)."""
        found = self._ask(
            "SELECT code FROM division WHERE level < 12 AND level = ? AND mark = ?",
            (level, mark),
        )
        return frozenset(code for code, *_ in found)

    def coded(self, below: str, level: int, limit: int) -> list[Match]:
        """The first divisions of a level whose codes begin with `below`, by code, with their names."""
        question = "SELECT code, name FROM division WHERE code >= ? AND code < ? AND +level = ? LIMIT ?"
        if level < COMMUNITY:
            question = (
                "SELECT code, name FROM division INDEXED BY by_level"
                " WHERE code >= ? AND code < ? AND level = ? AND level < 12 LIMIT ?"
            )
        return self._ask(question, (below, below + _AFTER_DIGITS, level, limit))

    def starting(self, kind: Kind, text: str, level: int, below: str, limit: int) -> list[Match]:
        """Divisions of a level whose name, pinyin or initials (any reading) begin with a text.

        Communities by initials are looked for only inside a city or less (`below` of 4 digits or more).
        """
        given = (level, text, text + _END, below, below + _AFTER_DIGITS, limit)
        questions: Iterable[str] = _STARTS[kind]
        if level == COMMUNITY and (kind == "initials" or len(below) >= 6):
            if len(below) < 4:
                return []
            questions = (_STARTS_BELOW[kind], *_STARTS[kind][1:])
        return [match for question in questions for match in self._ask(question, given)]

    def containing(self, text: str, level: int, below: str, limit: int) -> list[Match]:
        """Divisions of a level with a text of two characters or more anywhere in the name.

        Communities are looked for only inside a city or less (`below` of 4 digits or more).
        """
        if len(text) < 2 or (level == COMMUNITY and len(below) < 4):
            return []
        if level == COMMUNITY:
            return self._ask(
                "SELECT code, name FROM division"
                " WHERE code >= ? AND code < ? AND +level = ? AND instr(name, ?) LIMIT ?",
                (below, below + _AFTER_DIGITS, level, text, limit),
            )
        lists = []
        for pair in {first + second for first, second in pairwise(text)}:
            listed = self._ask("SELECT codes, pair FROM bigram WHERE pair = ?", (pair,))
            if not listed:
                return []
            lists.append(listed[0][0])
        shortest, *longer = sorted(lists, key=len)
        codes = [code for code in shortest.split(",") if len(code) == level and code.startswith(below)]
        for other in longer:  # the name is looked at in the end, so few candidates need no more thinning
            if len(codes) > limit:
                common = set(other.split(","))
                codes = [code for code in codes if code in common]
        return [match for match in self.names(codes[:limit]).items() if text in match[1]]

    def _ask(self, question: str, given: tuple[str | int, ...]) -> list[Match]:
        try:
            database: sqlite3.Connection | None = getattr(self._threads, "database", None)
            if database is None:
                address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
                database = sqlite3.connect(address, uri=True, check_same_thread=False)
                self._threads.database = database
                with self._guard:
                    self._open.append(database)
            return database.execute(question, given).fetchall()
        except sqlite3.Error as trouble:
            raise _trouble(self._path, trouble) from trouble
