"""A bare PySide6 window with a pyqtgraph plot: prints a line when it has been painted, and ends."""

import sys

import pyqtgraph
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.first_paint import FirstPaint

if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.setCentralWidget(pyqtgraph.PlotWidget())
    window.resize(1280, 800)
    watcher = FirstPaint(app)
    window.show()
    sys.exit(app.exec())
