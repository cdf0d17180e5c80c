"""Finds words in a window that have not the room that they need, and that no tool tip says whole."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QToolButton,
    QWidget,
)

_SLACK_PX = 1


def clipped_texts(root: QWidget) -> list[str]:
    """What is cut in labels, buttons, combo boxes, heads and cells in view below a widget, by its class and words."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        for words, needed_px, room_px, tip in _lines(widget):
            if needed_px > room_px + _SLACK_PX and words not in _plain(tip):
                found.append(f"{type(widget).__name__}: {words!r} needs {needed_px} px and has {room_px}")
    return found


def _lines(widget: QWidget) -> Iterator[tuple[str, int, int, str]]:
    """Words, the px that they need, the px that they have, and the tip that may say them."""
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        if widget.icon().isNull():
            yield widget.text(), widget.fontMetrics().horizontalAdvance(widget.text()), widget.width(), widget.toolTip()
    elif isinstance(widget, QAbstractButton) and widget.text():
        words = widget.text().replace("&", "")
        yield words, widget.fontMetrics().horizontalAdvance(words), widget.width(), widget.toolTip()
    elif isinstance(widget, QComboBox):
        words, style = widget.currentText(), widget.style()
        room = style.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, _combo_option(widget), QStyle.SubControl.SC_ComboBoxEditField, widget
        ).width()
        yield words, widget.fontMetrics().horizontalAdvance(words), room, widget.toolTip()
    elif isinstance(widget, QHeaderView) and widget.orientation() == Qt.Orientation.Horizontal:
        yield from _heads(widget)
    elif isinstance(widget, QTableView):
        yield from _cells(widget)


def _label(label: QLabel) -> Iterator[tuple[str, int, int, str]]:
    words = label.text()
    if not words or label.pixmap().width() > 0:
        return
    if label.wordWrap():
        yield words, label.heightForWidth(label.width()), label.height(), label.toolTip()
    elif "<" not in words:
        lines = (label.fontMetrics().horizontalAdvance(line) for line in words.split("\n"))
        yield words, max(lines), label.width(), label.toolTip()


def _heads(header: QHeaderView) -> Iterator[tuple[str, int, int, str]]:
    model = header.model()
    for section in range(header.count()):
        words = model.headerData(section, Qt.Orientation.Horizontal)
        if words and not header.isSectionHidden(section):
            needed = max(header.fontMetrics().horizontalAdvance(line) for line in str(words).split("\n"))
            tip = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            yield str(words), needed, header.sectionSize(section), str(tip or "")


def _cells(view: QTableView) -> Iterator[tuple[str, int, int, str]]:
    """Cells whose row or column is cut at the edge, or that are too narrow for their bold words."""
    bold = QFont(view.font())
    bold.setBold(True)
    metrics, model, room = QFontMetrics(bold), view.model(), view.viewport().rect()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            place, words = view.visualRect(index), str(index.data() or "")
            inside = place.intersected(room)
            if not words or inside.isEmpty() or view.isColumnHidden(column):
                continue
            needed = metrics.horizontalAdvance(words) if column else view.fontMetrics().horizontalAdvance(words)
            yield words, needed, inside.width(), str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def _combo_option(combo: QComboBox) -> QStyleOptionComboBox:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    return option


def _plain(tip: str) -> str:
    """A tool tip without its marks."""
    document = QTextDocument()
    if "<" in tip:
        document.setHtml(tip)
    else:
        document.setPlainText(tip)
    return document.toPlainText()
