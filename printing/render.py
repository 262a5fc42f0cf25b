"""Documents in, PDF bytes out."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from printing.documents import Copy, Document, PermitCard, texts
from printing.errors import NoGlyph, NoGlyphFontUnusable
from printing.fonts import Fonts, missing_glyphs

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from printing.layouts import Layout
    from printing.typefaces import Stack


def require_glyphs(document: Document, fonts: Fonts) -> None:
    """Raise `NoGlyph` when the document has a text that cannot be drawn; cheap enough before storing it."""
    for text in texts(document):
        _require(text, fonts)


def _require(text: str, fonts: Fonts) -> None:
    missing = missing_glyphs(text, fonts.own)
    if missing:
        from printing.fonts.coverage import unusable

        damaged = unusable(fonts.own)
        raise NoGlyphFontUnusable(missing, text, damaged) if damaged else NoGlyph(missing, text)


def render(
    document: Document,
    copy: Copy,
    fonts: Fonts,
    *,
    layout: Layout | None = None,
    shift: tuple[float, float] = (0.0, 0.0),
) -> bytes:
    """Draw a document as a PDF/A of pages, a strip or a card's two sides; same arguments, same bytes.

    `layout` is a station's own, the neutral one if None. `shift` moves a card's layout right and up by so many
    mm, for a card printer that is out of line. Raises `NoGlyph` before drawing, `FontTrouble`, `BadBarcode`,
    or `BadDocument` for a text that no page can hold. One thread draws at a time; a second one waits.
    """
    require_glyphs(document, fonts)
    _require(copy.reason, fonts)

    # Here and not above: ReportLab costs a tenth of a second that the first window does not wait for.
    from printing.archive import About, open_canvas
    from printing.layouts import Layout
    from printing.permit_card import CARD_HEIGHT, CARD_WIDTH, Card
    from printing.templates import Template
    from printing.typefaces import DRAWING, card_stacks, stacks

    with DRAWING:
        card = isinstance(document, PermitCard)
        body, heading = card_stacks(fonts) if card else stacks(fonts)
        title = layout.title if layout is not None and layout.title else document.heading
        about = About(
            title=f"{title} {document.number}",
            author=document.station_name,
            subject=title,
            keywords=document.number,
            day=copy.printed_on or document.issued_on,
        )
        out = BytesIO()
        canvas = open_canvas(out, (CARD_WIDTH, CARD_HEIGHT), body.name, about)
        if isinstance(document, PermitCard):
            own = layout or Layout(document.KIND)
            wording = own.wording(Template(document.KIND))
            Card(document, body, heading, wording, title=title, logo=own.logo).draw(canvas, shift)
        else:
            _paper(canvas, document, copy, layout, title, body, heading)
        canvas.save()
    return out.getvalue()


def _paper(
    canvas: Canvas,
    document: Document,
    copy: Copy,
    layout: Layout | None,
    title: str,
    body: Stack,
    heading: Stack,
) -> None:
    """Draw pages, or a strip where the layout asks for one; closely set where that saves a sheet."""
    from printing.layout import SHORT, STEPS, aired
    from printing.layouts import Layout
    from printing.parts import Parts
    from printing.roll import RollParts, Strip
    from printing.sheet import Sheet
    from printing.templates import Template

    layout = layout or Layout(document.KIND)
    template = Template(document.KIND)
    wording, measure = layout.wording(template), layout.measure
    if measure.roll:
        rows = template.rows(document, RollParts(body, heading, wording))
        Strip(document, copy, body, heading, title=title, logo=layout.logo).draw(canvas, rows)
        return
    canvas.setPageSize((measure.page_width, measure.page_height))
    sheets = []
    for each in STEPS[measure.name]:
        rows = aired(template.rows(document, Parts(body, heading, wording, each)), each.air)
        sheet = Sheet(document, copy, body, heading, title=title, logo=layout.logo, measure=each)
        sheets.append((sheet, sheet.pages(rows)))
        if not 1 < len(sheets[-1][1]) <= SHORT:
            break
    sheet, pages = min(sheets, key=lambda it: len(it[1]))  # of those as long, the roomiest
    sheet.draw(canvas, pages)
