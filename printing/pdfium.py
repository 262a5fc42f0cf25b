"""One door to PDFium, which serves one thread at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

from printing.errors import BadPdf

_ONE_AT_A_TIME = RLock()


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Give the opened document, all of PDFium held until it is closed again.

    Raises `BadPdf` for bytes that are no PDF.
    """
    import pypdfium2  # here for start-up time

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise BadPdf("打印文件已损坏，无法打开。请重新生成该单据。") from error
        try:
            yield document
        finally:
            document.close()


@contextmanager
def page_of(document: Any, number: int) -> Iterator[Any]:
    """Give a page, counted from 0, and close it again. Raises `BadPdf` where there is none."""
    if not 0 <= number < len(document):
        raise BadPdf("该文件没有第{page}页。", page=str(number + 1))
    page = document[number]
    try:
        yield page
    finally:
        page.close()
