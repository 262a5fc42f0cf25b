"""The page that our canvas drew, drawn by other libraries: the same texts, lines and bars at the same places."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.certificate import Drawing

Page = Callable[[Any], bytes]
HIGH, WIDE = 841.89, 595.28


def fpdf2_page(drawing: Drawing, files: dict[str, Path]) -> Page | None:
    """Give what draws the page with fpdf2, None where it is not installed."""
    try:
        from fpdf import FPDF
    except ImportError:
        return None

    def draw(_: Any) -> bytes:
        pdf = FPDF(unit="pt", format="A4")
        pdf.set_auto_page_break(False)
        pdf.add_page()
        for name, path in files.items():
            pdf.add_font(name, fname=str(path))
        for call, values, named in drawing:
            if call == "setFont":
                pdf.set_font(values[0], size=values[1])
            elif call == "setFillGray":
                pdf.set_text_color(round(values[0] * 255))
                pdf.set_fill_color(round(values[0] * 255))
            elif call == "setStrokeGray":
                pdf.set_draw_color(round(values[0] * 255))
            elif call == "setLineWidth":
                pdf.set_line_width(values[0])
            elif call == "drawString":
                pdf.text(values[0], HIGH - values[1], values[2])
            elif call == "line":
                x1, y1, x2, y2 = values
                pdf.line(x1, HIGH - y1, x2, HIGH - y2)
            elif call == "rect":
                x, y, width, height = values
                style = ("D" if named.get("stroke") else "") + ("F" if named.get("fill") else "")
                pdf.rect(x, HIGH - y - height, width, height, style=style or "D")
            elif call == "drawPath":
                for x, y, width, height in values:
                    pdf.rect(x, HIGH - y - height, width, height, style="F")
        return bytes(pdf.output())

    return draw


def weasyprint_page(drawing: Drawing, files: dict[str, Path]) -> Page | None:
    """Give what draws the page with WeasyPrint, None where it is not installed or lacks its own libraries."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError):
        return None
    faces = "".join(
        f"@font-face {{ font-family: '{name}'; src: url('{path.as_uri()}'); }}"
        for name, path in files.items()
    )
    style = f"<style>{faces} @page {{ size: A4; margin: 0 }} span {{ position: absolute; white-space: pre }}</style>"
    words, strokes = [], []
    font, size, grey, stroke, width = "", 10.0, 0.0, 0.0, 1.0
    for call, values, _named in drawing:
        if call == "setFont":
            font, size = values
        elif call == "setFillGray":
            grey = values[0]
        elif call == "setStrokeGray":
            stroke = values[0]
        elif call == "setLineWidth":
            width = values[0]
        elif call == "drawString":
            x, y, text = values[:3]
            place = f"left:{x:.2f}pt;top:{HIGH - y - size:.2f}pt;font:{size}pt '{font}';color:{_grey(grey)}"
            words.append(f'<span style="{place}">{escape(text)}</span>')
        elif call == "line":
            x1, y1, x2, y2 = values
            strokes.append(
                f'<line x1="{x1:.2f}" y1="{HIGH - y1:.2f}" x2="{x2:.2f}" y2="{HIGH - y2:.2f}" '
                f'stroke="{_grey(stroke)}" stroke-width="{width}"/>'
            )
        elif call in ("rect", "drawPath"):
            boxes = [values] if call == "rect" else values
            path = "".join(f"M{x:.2f} {HIGH - y:.2f}h{w:.2f}v{-h:.2f}h{-w:.2f}z" for x, y, w, h in boxes)
            strokes.append(f'<path d="{path}" fill="{_grey(grey)}"/>')
    svg = f'<svg width="{WIDE}pt" height="{HIGH}pt" viewBox="0 0 {WIDE} {HIGH}" style="position:absolute;left:0;top:0">'
    page = f"<!doctype html><html lang=zh>{style}<body>{svg}{''.join(strokes)}</svg>{''.join(words)}</body></html>"

    def draw(_: Any) -> bytes:
        return bytes(HTML(string=page).write_pdf())

    return draw


def _grey(value: float) -> str:
    level = round(value * 255)
    return f"rgb({level},{level},{level})"
