"""A canvas whose file is PDF/A-2b: what it is, in which language, in which colours, all said in the file.

ISO 19005-2. ReportLab leaves three things open that the standard asks for: a line end before `endstream`, no
page transitions, and the metadata with the colour profile.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from html import escape as html_escape
from typing import TYPE_CHECKING, Any

from printing import srgb

if TYPE_CHECKING:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

LANGUAGE = "zh-CN"
MAKER = "residence-counter"
PRODUCER = "ReportLab"

escape = partial(html_escape, quote=False)  # as XML; that of xml.sax reads half the network in

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{maker}</xmp:CreatorTool>
{dates}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_DATES = """<xmp:CreateDate>{at}</xmp:CreateDate>
<xmp:ModifyDate>{at}</xmp:ModifyDate>
<xmp:MetadataDate>{at}</xmp:MetadataDate>
"""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; `day` is the day it was made on, by the station's clock."""

    title: str
    author: str
    subject: str
    keywords: str
    day: date | None = None


def open_canvas(out: BytesIO, size: tuple[float, float], font: str, about: About) -> Canvas:
    """Give a canvas of `size` points that writes PDF/A-2b into `out`; the same strokes give the same bytes."""
    from reportlab import rl_config
    from reportlab.pdfbase import pdfdoc

    _close_streams()
    rl_config.useA85 = 0  # plain binary streams: a third of the time
    canvas: Canvas = _canvas()(
        out, pagesize=size, pageCompression=1, invariant=1, initialFontName=font, lang=LANGUAGE
    )
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setKeywords(about.keywords)
    canvas.setCreator(MAKER)
    canvas.setProducer(PRODUCER)
    document = canvas._doc
    if about.day is not None:
        stamp = document._timeStamp
        stamp.YMDhms, stamp.dhh, stamp.dmm = (about.day.year, about.day.month, about.day.day, 0, 0, 0), 8, 0

    catalog = document.Catalog
    catalog.Metadata = _plain_stream()(
        pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}),
        _metadata(about),
    )
    intent = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": pdfdoc.PDFString(srgb.NAME),
        "Info": pdfdoc.PDFString(srgb.NAME),
        "DestOutputProfile": document.Reference(
            pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb.profile(), [pdfdoc.PDFZCompress])
        ),
    }
    catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
    catalog.__Defaults__ = {**catalog.__Defaults__, "OutputIntents": None}  # one more entry than it knows
    catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])
    return canvas


def _metadata(about: About) -> bytes:
    return _PACKET.format(
        language=LANGUAGE,
        title=escape(about.title),
        author=escape(about.author),
        subject=escape(about.subject),
        keywords=escape(about.keywords),
        producer=PRODUCER,
        maker=MAKER,
        dates=_DATES.format(at=f"{about.day.isoformat()}T00:00:00+08:00") if about.day else "",
    ).encode("utf-8")


@cache
def _canvas() -> Any:
    from reportlab.pdfgen.canvas import Canvas

    class ArchiveCanvas(Canvas):  # type: ignore[misc]
        """A canvas whose pages have no transition, where ReportLab writes an empty one."""

        def showPage(self) -> None:  # noqa: N802 - ReportLab's name
            super().showPage()
            self._doc.Pages.pages[-1].Trans = None

    return ArchiveCanvas


@cache
def _plain_stream() -> Any:
    from reportlab.pdfbase import pdfdoc

    class PlainStream(pdfdoc.PDFStream):  # type: ignore[misc]
        """A stream without any filter, where ReportLab writes an empty list of them."""

        def format(self, document: Any) -> bytes:
            content: bytes = self.content
            head: bytes = pdfdoc.format(
                pdfdoc.PDFDictionary({**self.dictionary.dict, "Length": len(content)}), document
            )
            return head + b"\nstream\n" + content + b"\nendstream\n"

    return PlainStream


@cache
def _close_streams() -> None:
    """Make ReportLab put a line end between a stream and `endstream`, for this process."""
    from reportlab.pdfbase.pdfdoc import PDFStream

    plain = PDFStream.format

    def closed(stream: Any, document: Any) -> bytes:
        written: bytes = plain(stream, document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"

    PDFStream.format = closed
