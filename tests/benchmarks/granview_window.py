"""The ``granview`` command: prints a line when its window has been painted, what it has loaded by then, and ends."""

import sys

from PySide6.QtWidgets import QApplication

from granview.cli import main
from tests.benchmarks.first_paint import FirstPaint

HEAVY = ("torch", "transformers", "torchvision", "cv2", "polars", "pyqtgraph")

if __name__ == "__main__":
    watcher = FirstPaint(QApplication(sys.argv))
    code = main([])
    print("loaded:", *[name for name in HEAVY if name in sys.modules])
    sys.exit(code)
