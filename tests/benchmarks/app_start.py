"""From starting the program to the first paint of its window: the application that was built, against the checkout.

The application is that of ``python packaging/dev.py app``, or of the folder that ``GRANVIEW_APP`` names. It is started
by its own launcher, the checkout by the ``granview`` command's Python; both from byte code, in a fresh user folder.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.row import Row
from tests.benchmarks.window import shown_s

TITLE = "Application shown"
ROUNDS = 9
ROOT = Path(__file__).resolve().parents[2]
APP = Path(os.environ.get("GRANVIEW_APP", ROOT / "out" / "app" / "linux" / "GranView"))
SHOWN = (
    f"import runpy, sys; sys.path.append({str(ROOT)!r}); sys.argv = ['granview'];"
    "runpy.run_module('tests.benchmarks.granview_window', run_name='__main__')"
)
"""The window, which says when it is painted; what measures it comes last on the path, so the program is its own."""


def measure() -> list[Row]:
    """Rows for the checkout and the application, started by turns; the ratio is taken pair by pair."""
    launcher = APP / "granview"
    if not launcher.is_file():
        return [Row(f"no application in {APP}: python packaging/dev.py app --folder-only", "not measured", None)]
    script = launcher.read_text(encoding="utf-8").replace('-m granview "$@"', '-c "$1"')
    application, checkout = ["sh", "-c", script, str(launcher), SHOWN], [sys.executable, "-c", SHOWN]
    with tempfile.TemporaryDirectory() as home:
        pairs = [(shown_s(checkout, home)[0], shown_s(application, home)[0]) for _ in range(ROUNDS + 1)][1:]
    return [
        Row("GranView from a checkout", f"{statistics.median(pair[0] for pair in pairs):.3f} s", 1.0),
        Row(
            "GranView, the application",
            f"{statistics.median(pair[1] for pair in pairs):.3f} s",
            statistics.median(pair[1] / pair[0] for pair in pairs),
            "at most 1.5",
        ),
    ]
