import subprocess
import sys
from pathlib import Path

import pytest

_SHOW = """
import sys, tempfile
from functools import partial
from pathlib import Path
from granview.gui.app import EventLog, Preferences, Settings, WindowMemory, make_application
from granview.gui.app import new_engine
from granview.gui.workbench import Workbench
from granview.engine.picture_server import PictureServer
from granview.store.session import Session

home = Path(sys.argv[1])
app = make_application()
preferences = Preferences(Settings(), print, print)
bench = Workbench(app, Session.create(home / "a.granview"), WindowMemory(home / "w.ini"), PictureServer(),
                  partial(new_engine, preferences), preferences, EventLog())
bench.window.show()
app.processEvents()
print(*sorted(name for name in sys.modules if "." not in name))
bench.window.close()
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Top-level modules in a process that has shown the window."""
    home = tmp_path_factory.mktemp("home")
    done = subprocess.run(
        [sys.executable, "-c", _SHOW, str(home)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    return frozenset(done.stdout.split())


@pytest.mark.parametrize(
    "module", ["torch", "torchvision", "transformers", "cv2", "polars", "pyqtgraph", "PIL", "huggingface_hub", "email"]
)
def test_showing_the_window_does_not_load(module: str, loaded: frozenset[str]) -> None:
    assert "PySide6" in loaded
    assert module not in loaded
