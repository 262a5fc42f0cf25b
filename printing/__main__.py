"""Draw any document from a sample: `python -m printing DOCUMENT sample.toml out.pdf`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from printing import sample
from printing.documents import KINDS, ORIGINAL, Copy
from printing.errors import PaperError
from printing.fonts import Fonts, default_cache

EXAMPLES = """\
python -m printing                                             列出全部单据
python -m printing registration_certificate                    显示该单据的样例文件
python -m printing registration_certificate 样例.toml 凭证.pdf  按样例文件出一份
python -m printing registration_certificate --layout           显示该单据的通用版式，改动后可以作为本所版式
python -m printing acceptance_receipt 样例.toml 回执.pdf --layout layouts/acceptance_receipt.toml
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 0 when it is done, 1 with a sentence on stderr when it cannot be."""
    told = _parser().parse_args(arguments)
    try:
        sys.stdout.write(_answer(told))
    except PaperError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OSError as error:
        sys.stderr.write(f"“{error.filename}”：{error.strerror}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m printing",
        description="按样例文件出一份单据（PDF/A），供设计版式用。",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("document", nargs="?", help="单据名")
    parser.add_argument("sample", nargs="?", type=Path, help="样例文件（TOML）")
    parser.add_argument("pdf", nargs="?", type=Path, help="要写入的PDF文件")
    parser.add_argument("--layout", nargs="?", const="", help="本所版式文件；不给文件名时显示通用版式")
    parser.add_argument("--fonts", type=Path, help="本所字体文件夹")
    parser.add_argument("--copy", type=int, default=0, metavar="N", help="作为第N次补打")
    return parser


def _answer(told: argparse.Namespace) -> str:
    if not told.document:
        return "".join(f"{name:26}{kind.TITLE}\n" for name, kind in KINDS.items())
    if told.document not in KINDS:
        sample.read(told.document, Path())
    if told.sample is None:
        return _shown(told)
    if told.pdf is None:
        raise sample.BadSample("请在样例文件之后写上要写入的PDF文件名。")
    return _drawn(told)


def _shown(told: argparse.Namespace) -> str:
    if told.layout is None:
        return (sample.FOLDER / f"{told.document}.toml").read_text("utf-8")
    from printing.neutral_layout import neutral

    return neutral(told.document)


def _drawn(told: argparse.Namespace) -> str:
    from printing.layouts import read
    from printing.preview import page_count
    from printing.read_back import check
    from printing.render import render

    document = sample.read(told.document, told.sample)
    fonts = Fonts.at_station(default_cache(), told.fonts)
    layout = read(Path(told.layout), fonts, told.document) if told.layout else None
    copy = Copy(told.copy, "样例", date(2026, 11, 21)) if told.copy else ORIGINAL
    pdf = render(document, copy, fonts, layout=layout)
    check(pdf, document, title=layout.title if layout else "")
    half = told.pdf.with_name(f".{told.pdf.name}.part")
    try:
        half.write_bytes(pdf)
        os.replace(half, told.pdf)
    finally:
        half.unlink(missing_ok=True)
    return f"{told.pdf}：{document.heading}，{page_count(pdf)}页，{len(pdf) // 1024}KB\n"


if __name__ == "__main__":
    sys.exit(main())
