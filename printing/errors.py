"""What can go wrong with a paper, as Chinese sentences a clerk can act on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple


class Missing(NamedTuple):
    """A character that no font can draw, and its name in Unicode, such as `U+30EDE`."""

    character: str
    code_point: str


class PaperError(Exception):
    """A paper cannot be made or sent.

    `str()` is the sentence. `kind` is for programs; `template` and `facts` let a screen in another
    language say the same with its own words.
    """

    kind: ClassVar[str] = "paper"

    def __init__(self, template: str, /, **facts: str) -> None:
        super().__init__(template.format(**facts))
        self.template = template
        self.facts: Mapping[str, str] = facts


class BadDocument(PaperError):
    """A document breaks a rule of its own form; nothing was drawn."""

    kind = "document"


class BadBarcode(PaperError):
    """A number cannot be drawn as a barcode that reads back the same."""

    kind = "barcode"


class FontTrouble(PaperError):
    """A font file is missing, damaged or cannot be unpacked."""

    kind = "font"


class NoGlyph(PaperError):
    """A text has characters that none of the fonts can draw; `characters` names them all, once each."""

    kind = "no_glyph"

    def __init__(self, characters: Sequence[Missing], text: str) -> None:
        named = "、".join(f"“{it.character}”（{it.code_point}）" for it in characters)
        super().__init__(
            "“{text}”中的字符{named}没有可用字形，不能打印。"
            "请核对录入是否有误；如确有此字，请管理员把含有该字的字体文件放入本所字体文件夹后重试。",
            text=text,
            named=named,
        )
        self.characters = tuple(characters)


class NoGlyphFontUnusable(NoGlyph):
    """As `NoGlyph`, where the station has font files of its own that cannot be used; `fonts` names them."""

    kind = "no_glyph_font"

    def __init__(self, characters: Sequence[Missing], text: str, fonts: Sequence[str]) -> None:
        super().__init__(characters, text)
        files = "、".join(fonts)
        PaperError.__init__(
            self,
            "“{text}”中的字符{named}没有可用字形，不能打印。"
            "本所字体文件夹中的{files}已损坏或不是TrueType字体，没有使用；请管理员换上完好的字体文件后重试。",
            text=text,
            named=self.facts["named"],
            files=files,
        )
        self.fonts = tuple(fonts)


class ReadBackFailed(PaperError):
    """The finished page does not say what the document says; it must not go out."""

    kind = "read_back"

    def __init__(self, differences: Sequence[str]) -> None:
        super().__init__(
            "版面自检未通过，已停止打印：{differences}。请重试；仍不通过时请联系管理员。",
            differences="；".join(differences),
        )
        self.differences = tuple(differences)


class BadPdf(PaperError):
    """Bytes that should be a PDF cannot be opened, or have no such page."""

    kind = "pdf"


class PrinterTrouble(PaperError):
    """The printing system did not take the paper; the document itself is unharmed."""

    kind = "printer"


class NoPrintingSystem(PrinterTrouble):
    """There is no CUPS: its programs are missing or its server does not answer."""

    kind = "no_cups"


class NoPrinter(PrinterTrouble):
    """The queue asked for does not exist."""

    kind = "no_printer"


class PrinterStopped(PrinterTrouble):
    """The queue exists but is stopped or takes no jobs."""

    kind = "stopped"


class PrinterTimeout(PrinterTrouble):
    """The printing system did not answer within the deadline; whether the job was taken is not known."""

    kind = "timeout"


class JobRejected(PrinterTrouble):
    """The printing system answered and refused the job."""

    kind = "rejected"
