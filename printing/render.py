"""Documents in, PDF bytes out."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from printing.documents import Copy, Document, PermitCard, texts
from printing.errors import NoGlyph
from printing.fonts import Fonts, missing_glyphs


def require_glyphs(document: Document, fonts: Fonts) -> None:
    """Raise `NoGlyph` when the document has a text that cannot be drawn; cheap enough before storing it."""
    for text in texts(document):
        missing = missing_glyphs(text, fonts.own)
        if missing:
            raise NoGlyph(missing, text)


def render(document: Document, copy: Copy, fonts: Fonts, *, shift: tuple[float, float] = (0.0, 0.0)) -> bytes:
    """Draw a document as a PDF of A4 pages, or of a card's two; the same arguments always give the same bytes.

    `shift` moves a card's layout right and up by so many mm, for a card printer that is out of line. Raises
    `NoGlyph` before drawing, `FontTrouble`, `BadBarcode`, or `BadDocument` for a text that no page can hold.
    One thread draws at a time; a second one waits.
    """
    require_glyphs(document, fonts)
    for text in (copy.reason,):
        missing = missing_glyphs(text, fonts.own)
        if missing:
            raise NoGlyph(missing, text)

    # Here and not above: ReportLab costs a tenth of a second that the first window does not wait for.
    from printing.archive import About, open_canvas
    from printing.layout import PAGE_HEIGHT, PAGE_WIDTH
    from printing.parts import Parts
    from printing.permit_card import CARD_HEIGHT, CARD_WIDTH, Card
    from printing.sheet import Sheet
    from printing.typefaces import DRAWING, card_stacks, stacks

    with DRAWING:
        card = isinstance(document, PermitCard)
        body, heading = card_stacks(fonts) if card else stacks(fonts)
        about = About(
            title=f"{document.heading} {document.number}",
            author=document.station_name,
            subject=document.heading,
            keywords=document.number,
            day=copy.printed_on or document.issued_on,
        )
        out = BytesIO()
        size = (CARD_WIDTH, CARD_HEIGHT) if card else (PAGE_WIDTH, PAGE_HEIGHT)
        canvas = open_canvas(out, size, body.name, about)
        if isinstance(document, PermitCard):
            Card(document, body, heading).draw(canvas, shift)
        else:
            rows = _template(document)(document, Parts(body, heading))
            Sheet(document, copy, body, heading).draw(canvas, rows)
        canvas.save()
    return out.getvalue()


def _template(document: Document) -> Any:
    from printing import (
        acceptance_receipt,
        call_list,
        cancellation_certificate,
        day_summary,
        endorsement_slip,
        entitlement_sheet,
        hukou_notice,
        missing_items_notice,
        production_sheet,
        refusal_notice,
        registration_certificate,
        stock_balance,
    )

    templates = {
        "registration_certificate": registration_certificate,
        "acceptance_receipt": acceptance_receipt,
        "missing_items_notice": missing_items_notice,
        "refusal_notice": refusal_notice,
        "denial_notice": refusal_notice,
        "day_summary": day_summary,
        "entitlement_sheet": entitlement_sheet,
        "hukou_notice": hukou_notice,
        "stock_balance": stock_balance,
        "production_sheet": production_sheet,
        "call_list": call_list,
        "endorsement_slip": endorsement_slip,
        "cancellation_certificate": cancellation_certificate,
    }
    return templates[document.KIND].rows
