from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

from granview.gui.style.icons import IconSet


def test_an_icon_without_room_is_drawn_without_complaint(qapp, capfd):
    icon = IconSet("#000000", "#0000ff").icon("search")
    assert icon.pixmap(QSize(0, 16)).isNull()
    assert not icon.pixmap(QSize(16, 16)).isNull()
    canvas = QPixmap(20, 20)
    with QPainter(canvas) as painter:
        icon.paint(painter, 0, 0, 0, 0)
    assert "QPainter" not in capfd.readouterr().err
