"""What can wait begins once the window is painted; a window that is not painted does not wait for ever."""

from PySide6.QtWidgets import QApplication, QWidget

from granview.gui.background.first_paint import FirstPaint
from tests.helpers.shell_waiting import until


def test_it_is_called_once_after_the_first_paint(qapp: QApplication) -> None:
    called: list[bool] = []
    widget = QWidget()
    FirstPaint(widget, lambda: called.append(widget.isVisible()))
    assert called == []
    widget.show()
    until(qapp, lambda: bool(called))
    widget.repaint()
    qapp.processEvents()
    assert called == [True]
    widget.close()


def test_a_window_that_is_never_painted_is_not_waited_for_for_ever(qapp: QApplication) -> None:
    called: list[int] = []
    widget = QWidget()
    FirstPaint(widget, lambda: called.append(1))
    until(qapp, lambda: bool(called))
    assert called == [1]
