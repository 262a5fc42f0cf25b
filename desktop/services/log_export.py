"""The child process of an export: reads the log, writes a file that is whole or not there at all.

Run as `python -m desktop.services.log_export`. The first line of standard input is the request as JSON, the
database's key in it, so that no list of processes ever shows it. Standard output has one JSON object a line:
`{"total": n}`, then `{"done": n}` again and again, then `{"ready": {…}}`. The file takes its name only
when the line `keep` comes back; when anything else comes, or the parent is gone, nothing is left. Imports
little on purpose: SQLAlchemy stays in the parent, which sends the statement as text.
"""

from __future__ import annotations

import csv
import errno
import gc
import hashlib
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from desktop.models.cipher import opening_words

CHUNK = 500
"""Rows in memory at a time: few enough to stay in the processor's cache."""
TOLD_EVERY = 5_000
"""Rows between two words about the progress."""
CACHE_KIB = 8_192
PDF_ROWS = 20_000
"""The most rows a PDF may have."""
SHEET_ROWS = 1_000_000
"""Rows on one sheet of a workbook, which ends at 1,048,576."""
BOM = "\ufeff"

Chunks = Iterator[list[tuple[Any, ...]]]


class Trouble(Exception):
    """What the parent tells the clerk: `kind` is "disk", "pdf_rows" or "database"."""

    def __init__(self, kind: str, reason: str = "") -> None:
        super().__init__(kind)
        self.kind, self.reason = kind, reason


class Target:
    """The file being written: without a name while it grows, where the file system can do that.

    Elsewhere (Windows, sticks, shares) it has the name that the parent chose and removes if this process dies.
    """

    def __init__(self, path: Path, part: Path) -> None:
        self._path, self._part = path, part
        self._named = True
        nameless = getattr(os, "O_TMPFILE", 0)
        handle = -1
        if nameless:
            try:
                handle = os.open(path.parent, nameless | os.O_RDWR, 0o600)
                self._named = False
            except OSError as error:
                if error.errno not in (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL):
                    raise
        if handle < 0:
            flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            handle = os.open(part, flags, 0o600)
        self.file: BinaryIO = os.fdopen(handle, "w+b")

    def sync(self) -> int:
        """Bring everything to the disk; return the size in bytes."""
        self.file.flush()
        os.fsync(self.file.fileno())
        return os.fstat(self.file.fileno()).st_size

    def publish(self) -> None:
        """Give the file its name, in place of a file that had it."""
        if not self._named:
            # src_dir_fd makes Python follow the link in /proc, which leads to the nameless file
            os.link(f"/proc/self/fd/{self.file.fileno()}", self._part, src_dir_fd=0, follow_symlinks=True)
        self.file.close()
        os.replace(self._part, self._path)

    def discard(self) -> None:
        """Leave nothing."""
        self.file.close()
        self._part.unlink(missing_ok=True)


class Lines:
    """The canonical CSV lines, whatever is written: what the hash is of."""

    def __init__(self, keep: Callable[[bytes], Any] | None = None) -> None:
        self._hash = hashlib.sha256()
        self._keep = keep

    def add(self, rows: Sequence[Sequence[Any]], begin: str = "") -> None:
        """Take rows."""
        text = io.StringIO(newline="")
        text.write(begin)
        csv.writer(text).writerows(rows)
        written = text.getvalue().encode()
        self._hash.update(written)
        if self._keep is not None:
            self._keep(written)

    @property
    def sha256(self) -> str:
        """The hash so far, in hex."""
        return self._hash.hexdigest()


def say(**what: Any) -> None:
    """Tell the parent something. BrokenPipeError when it is gone."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def opened(request: dict[str, Any]) -> Any:
    """Open the database for reading; return a cursor in one transaction, so that count and rows agree."""
    if "server" in request:
        from desktop.services.server_reading import ServerCursor

        return ServerCursor(request["server"])
    import sqlcipher3.dbapi2 as driver

    connection = driver.connect(request["database"], isolation_level=None, timeout=5)
    cursor = connection.cursor()
    for words in opening_words(bytes.fromhex(request["key"])):
        cursor.execute(words)
    cursor.execute("PRAGMA query_only = ON")
    cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    cursor.execute("BEGIN")
    return cursor


def chunks(cursor: Any, request: dict[str, Any], total: int, *, telling: bool) -> Chunks:
    """Give the rows of every run a few at a time, `telling` now and then how far they are."""
    done = told = 0
    cursor.arraysize = CHUNK
    for values in request.get("runs", [request["select_values"]]):
        cursor.execute(request["select"], values)
        while chunk := cursor.fetchmany():
            yield chunk
            done += len(chunk)
            if telling and (done - told >= TOLD_EVERY or done == total):
                told = done
                say(done=done)


def write_csv(request: dict[str, Any], rows: Chunks, total: int, target: Target) -> str:
    """Pour the rows into a CSV file: UTF-8 with a mark at its head, CRLF; the last two lines are its seal."""
    lines = Lines(target.file.write)
    lines.add([request["headings"]], BOM)
    for chunk in rows:
        lines.add(chunk)
    sealed = lines.sha256
    lines.add([[request["count_label"], total], ["SHA-256", sealed]])
    return sealed


def write_xlsx(request: dict[str, Any], rows: Chunks, total: int, target: Target) -> str:
    """Write a workbook of text cells, a row at a time; the last sheet has count and hash."""
    from xlsxwriter import Workbook

    lines = Lines()
    headings: list[str] = request["headings"]
    columns = len(headings)
    lines.add([headings], BOM)
    options = {"constant_memory": True, "tmpdir": request["scratch"], "strings_to_formulas": False}
    book = Workbook(target.file, options)
    book.set_properties({"title": request["title"], "author": request["station"]})
    bold = book.add_format({"bold": True, "bg_color": "#E8EEF7", "bottom": 1})
    sheet: Any = None
    place = 0
    for chunk in rows:
        lines.add([row[columns:] for row in chunk])
        for row in chunk:
            if place % SHEET_ROWS == 0:
                sheet = _sheet(book, request, place // SHEET_ROWS + 1, bold)
            write = sheet.write_string
            at = place % SHEET_ROWS + 1
            for column in range(columns):
                value = row[column]
                if value is not None and value != "":
                    write(at, column, str(value))
            place += 1
    if sheet is None:
        _sheet(book, request, 1, bold)
    seal = book.add_worksheet(request["seal_title"])
    seal.set_column(0, 0, 16)
    seal.set_column(1, 1, 80)
    facts = [*request["facts"], [request["count_label"], str(total)], ["SHA-256", lines.sha256]]
    for at, (name, value) in enumerate(facts):
        seal.write_string(at, 0, name, bold)
        seal.write_string(at, 1, value)
    book.close()
    return lines.sha256


def _sheet(book: Any, request: dict[str, Any], number: int, bold: Any) -> Any:
    name = request["title"] if number == 1 else f"{request['title']}{number}"
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(request["widths"]):
        sheet.set_column(column, column, width)
    for column, heading in enumerate(request["headings"]):
        sheet.write_string(0, column, heading, bold)
    return sheet


def write_pdf(request: dict[str, Any], rows: Chunks, total: int, target: Target) -> str:
    """Draw the log as a table on A4, landscape."""
    from printing.day_log import LogSheet, render
    from printing.fonts import Fonts

    lines = Lines()
    columns = len(request["headings"])
    lines.add([request["headings"]], BOM)
    cells: list[tuple[str, ...]] = []
    for chunk in rows:
        lines.add([row[columns:] for row in chunk])
        cells += (tuple("" if value is None else str(value) for value in row[:columns]) for row in chunk)
    sheet = LogSheet(
        title=request["title"],
        station=request["station"],
        practice=request["practice"],
        facts=tuple((name, value) for name, value in request["facts"]),
        rows=tuple(cells),
        sha256=lines.sha256,
    )
    fonts = Fonts.at_station(Path(request["fonts"]), Path(request["own_fonts"]))
    target.file.write(render(sheet, fonts, lambda done: say(done=min(done, total))))
    return lines.sha256


def write_trail(request: dict[str, Any], rows: Chunks, total: int, target: Target) -> str:
    """Write the trail as it was hashed; the parent signs the last line."""
    from desktop.services.trail_writing import write

    def ending(sm3: str) -> str:
        say(ending=sm3)
        line = sys.stdin.readline()
        if not line.strip():
            raise BrokenPipeError
        return line

    return write(request["lines"], rows, ending, target.file.write, request["covered"])


WRITERS = {"csv": write_csv, "xlsx": write_xlsx, "pdf": write_pdf, "jsonl": write_trail}


def export(request: dict[str, Any], target: Target) -> None:
    """Write the whole file and say that it is ready."""
    cursor = opened(request)
    total = request.get("total")
    if total is None:
        total = int(cursor.execute(request["count"], request["count_values"]).fetchone()[0])
    say(total=total)
    if request["format"] == "pdf" and total > PDF_ROWS:
        raise Trouble("pdf_rows", str(total))
    # a PDF is slow to draw, not to read
    read = chunks(cursor, request, total, telling=request["format"] != "pdf")
    sealed = WRITERS[request["format"]](request, read, total, target)
    say(ready={"rows": total, "sha256": sealed, "bytes": target.sync()})


def run(request: dict[str, Any]) -> None:
    """Export, and keep the file only when the parent says so."""
    try:
        target = Target(Path(request["path"]), Path(request["part"]))
    except OSError as error:
        raise Trouble("disk", error.strerror or type(error).__name__) from error
    try:
        export(request, target)
        if sys.stdin.readline().strip() == "keep":
            target.publish()
            say(kept=True)
    except BrokenPipeError:
        return  # the parent is gone
    except OSError as error:
        raise Trouble("disk", error.strerror or type(error).__name__) from error
    finally:
        target.discard()


def main() -> int:
    """Do what standard input asks for."""
    if hasattr(os, "nice"):
        os.nice(5)  # the screen comes first
    gc.disable()  # millions of short-lived rows and not one cycle
    request = json.loads(sys.stdin.readline())
    try:
        run(request)
    except Trouble as trouble:
        say(trouble=trouble.kind, reason=trouble.reason)
        return 1
    except Exception as error:
        # a driver's error or our own fault: the parent tells which, and logs it
        say(trouble="other", reason=f"{type(error).__name__}: {error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
