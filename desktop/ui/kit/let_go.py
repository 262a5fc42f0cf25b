"""The last moment of a widget that is seen no more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def let_go(widget: QWidget) -> None:
    """Destroy a widget in the next turn, and have nothing painted for it but what it covers now.

    Qt paints the place of a widget anew when it is destroyed, though it was hidden long before: the end of a
    view that was left had the whole page painted at once that is seen in its place, 8 to 14 ms. So it goes
    from a place outside its parent.
    """
    widget.hide()
    widget.move(-widget.width(), -widget.height())
    widget.deleteLater()
