"""Everything typed in a view, with cursor and focus, as plain data: for drafts and language switches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QTabWidget,
    QWidget,
)

KEPT = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton, QTabWidget, QTableView, QScrollArea)


def capture(view: QWidget) -> dict[str, Any]:
    """Give what stands in the view's named inputs, where the cursors are, and who has the focus.

    Plain data that JSON can hold: `{"inputs": {name: …}, "focus": name}`. Secrets (password fields) and
    inputs marked with the property `kept` = False are left out.
    """
    inputs = {}
    for widget in _inputs(view):
        state = _state(widget)
        if state is not None:
            inputs[widget.objectName()] = state
    focus = view.focusWidget()
    return {"inputs": inputs, "focus": focus.objectName() if focus is not None else ""}


def restore(view: QWidget, kept: Mapping[str, Any]) -> None:
    """Put back what `capture` gave; what the view no longer has is passed over."""
    states = kept.get("inputs", {})
    for widget in _inputs(view):
        state = states.get(widget.objectName())
        if state is not None:
            _put_back(widget, state)
    name = kept.get("focus", "")
    focus = view.findChild(QWidget, name) if name else None
    if focus is not None:
        focus.setFocus(Qt.FocusReason.OtherFocusReason)


def typed(kept: Mapping[str, Any]) -> dict[str, str]:
    """The texts alone of a capture, by name: what a list of open drafts may show."""
    return {
        name: str(state["text"])
        for name, state in kept.get("inputs", {}).items()
        if isinstance(state, Mapping) and state.get("text")
    }


def _inputs(view: QWidget) -> list[QWidget]:
    named = [each for each in view.findChildren(QWidget) if isinstance(each, KEPT) and each.objectName()]
    return [
        each
        for each in named
        if not each.objectName().startswith("qt_") and each.property("kept") is not False
    ]


def _state(widget: QWidget) -> dict[str, Any] | None:
    if isinstance(widget, QLineEdit):
        if widget.echoMode() is not QLineEdit.EchoMode.Normal:
            return None
        state: dict[str, Any] = {"text": widget.text(), "cursor": widget.cursorPosition()}
        if widget.hasSelectedText():
            state["selection"] = [widget.selectionStart(), widget.selectionLength()]
        code = widget.property("code")
        return state | ({"code": code} if code else {})
    if isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        return {"text": widget.toPlainText(), "cursor": cursor.position(), "anchor": cursor.anchor()}
    if isinstance(widget, QComboBox):
        return {"code": widget.currentData()}
    if isinstance(widget, QAbstractButton):
        return {"checked": widget.isChecked()} if widget.isCheckable() else None
    if isinstance(widget, QTabWidget):
        return {"tab": widget.currentIndex()}
    if isinstance(widget, QTableView):
        return {"row": widget.currentIndex().row(), "scroll": widget.verticalScrollBar().value()}
    if isinstance(widget, QAbstractScrollArea):
        return {"scroll": widget.verticalScrollBar().value()}
    return None


def _put_back(widget: QWidget, state: Mapping[str, Any]) -> None:
    if isinstance(widget, QLineEdit):
        widget.setText(state.get("text", ""))
        widget.setProperty("code", state.get("code") or None)
        widget.setCursorPosition(state.get("cursor", 0))
        if "selection" in state:
            start, length = state["selection"]
            at_start = state.get("cursor") == start
            widget.setSelection(start + length if at_start else start, -length if at_start else length)
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(state.get("text", ""))
        cursor = widget.textCursor()
        cursor.setPosition(state.get("anchor", 0))
        cursor.setPosition(state.get("cursor", 0), cursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(state.get("code")))
    elif isinstance(widget, QAbstractButton):
        widget.setChecked(bool(state.get("checked")))
    elif isinstance(widget, QTabWidget):
        widget.setCurrentIndex(int(state.get("tab", 0)))
    elif isinstance(widget, QTableView):
        model, row = widget.model(), int(state.get("row", -1))
        if model is not None and 0 <= row < model.rowCount():
            widget.selectRow(row)
            widget.verticalScrollBar().setValue(int(state.get("scroll", 0)))
    elif isinstance(widget, QAbstractScrollArea):
        widget.verticalScrollBar().setValue(int(state.get("scroll", 0)))
