"""Lines that give way in whole parts."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from granview.gui.widgets.fitted_text import fitted_parts, whole_parts


def test_parts_go_as_a_whole_so_that_no_number_is_cut(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont())
    text = "132 ms · cpu"
    whole = metrics.horizontalAdvance(text)
    assert whole_parts(text, whole, metrics) == fitted_parts(text, whole, metrics) == text
    assert whole_parts(text, whole - 1, metrics) == "132 ms"
    assert fitted_parts(text, whole - 1, metrics) == "132 ms …"
    assert whole_parts(text, metrics.horizontalAdvance("132"), metrics) == ""


def test_a_first_part_without_room_keeps_its_beginning_and_its_end(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont())
    name = "a-scan-of-the-left-lung-0042"
    shown = fitted_parts(f"{name} · 0.65", metrics.horizontalAdvance(name) // 2, metrics)
    assert shown.startswith("a-")
    assert shown.endswith("42")
    assert "…" in shown
