"""The key to a plot's lines, in much and in little room."""

from PySide6.QtWidgets import QApplication

from granview.gui.widgets.key_line import KeyLine


def test_a_key_of_many_lanes_takes_more_lines_and_no_more_width(qapp: QApplication) -> None:
    key = KeyLine()
    key.show_entries([("#123456", f"efficientnet-{place} ECE 0.1") for place in range(6)])
    one = KeyLine()
    one.show_entries([("#123456", "efficientnet-0 ECE 0.1")])
    assert key.minimumSizeHint().width() < 2 * one.sizeHint().width()
    assert key.heightForWidth(300) > key.heightForWidth(3000)
    assert "<b>" not in key.text()
    key.show_entries([("#123456", "a<b>")])
    assert "a&lt;b&gt;" in key.text()
