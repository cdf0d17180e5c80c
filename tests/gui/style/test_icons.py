import os
import subprocess
import sys

import pytest
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


DENSE = """
from PySide6.QtWidgets import QApplication, QWidget
from granview.gui.style.icons import IconSet
app = QApplication([])
icon = IconSet("#000000", "#0000ff").pixmap("search", 16)
shown = QWidget()
shown.resize(40, 20)
print(icon.devicePixelRatio(), icon.width(), shown.grab().devicePixelRatio(), shown.grab().width())
"""


@pytest.mark.parametrize(("factor", "icon_px", "widget_px"), [("1.25", 20, 50), ("2", 32, 80)])
def test_icons_have_the_px_of_a_dense_screen(factor: str, icon_px: int, widget_px: int) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor}
    ran = subprocess.run([sys.executable, "-c", DENSE], env=environment, capture_output=True, text=True, check=True)
    ratio = float(factor)
    assert ran.stdout.split() == [str(ratio), str(icon_px), str(ratio), str(widget_px)]
