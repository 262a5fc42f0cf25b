"""From a file to a finding: read the sheet, take its code, compare what can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from printing.seal.checking import check
from printing.seal.ended import EndedList
from printing.seal.findings import Finding
from printing.seal.keys import Keys
from printing.verify.sheets import Sheet, Unreadable, barcode_of, code_of, read_sheet
from printing.verify.words import code_in, fields_in


def check_file(
    content: bytes,
    keys: Keys,
    on: date,
    *,
    ended: EndedList | None = None,
    code: str = "",
    printed: Mapping[str, str] | None = None,
) -> Finding:
    """Find out how the paper stands that is in a picture or a PDF; never raises.

    The words of a PDF are compared by themselves; `code` and `printed` are what somebody typed off the paper.
    """
    try:
        sheet = read_sheet(content)
    except Unreadable as error:
        return error.finding
    return check_sheet(sheet, keys, on, ended=ended, code=code, printed=printed)


def check_sheet(
    sheet: Sheet,
    keys: Keys,
    on: date,
    *,
    ended: EndedList | None = None,
    code: str = "",
    printed: Mapping[str, str] | None = None,
) -> Finding:
    """Find out the same from a sheet that was read already."""
    try:
        text = code_of(sheet)
    except Unreadable as error:
        return error.finding
    said = dict(printed or {})
    first = check(text, keys, on, ended=ended)
    if first.claims and sheet.pages and not code:
        code = code_in(sheet.pages, first.claims)
        if code:
            said = {**fields_in(sheet.pages, first.claims, code), **said}
    return check(text, keys, on, ended=ended, code=code, printed=said, barcode=barcode_of(sheet))
