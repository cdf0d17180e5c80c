"""GranView's own window: prints a line when it has been painted, which libraries it has loaded by then, and ends."""

import sys

from granview.gui.app import main, make_application
from granview.settings import Settings
from tests.benchmarks.first_paint import FirstPaint

HEAVY = ("torch", "transformers", "torchvision", "cv2", "polars", "pyqtgraph")

if __name__ == "__main__":
    app = make_application()
    watcher = FirstPaint(app)
    code = main([], None, Settings())
    print("loaded:", *[name for name in HEAVY if name in sys.modules])
    sys.exit(code)
