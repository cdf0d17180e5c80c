import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

_SHOW = """
import sys, tempfile
from functools import partial
from pathlib import Path
from granview.gui.app import EventLog, Preferences, Settings, WindowMemory, make_application
from granview.gui.app import new_engine
from granview.gui.workbench import Workbench
print(*sorted(name for name in sys.modules if "." not in name or name == "numpy.random"))
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
def loaded(tmp_path_factory: pytest.TempPathFactory) -> tuple[frozenset[str], frozenset[str]]:
    """Top-level modules in a process that has imported the window, and then in one that has shown it."""
    home = tmp_path_factory.mktemp("home")
    done = subprocess.run(
        [sys.executable, "-c", _SHOW, str(home)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    imported, shown = done.stdout.splitlines()
    return frozenset(imported.split()), frozenset(shown.split())


@pytest.mark.parametrize(
    "module", ["torch", "torchvision", "transformers", "cv2", "polars", "pyqtgraph", "PIL", "huggingface_hub", "email"]
)
def test_showing_the_window_does_not_load(module: str, loaded: tuple[frozenset[str], frozenset[str]]) -> None:
    _, shown = loaded
    assert "PySide6" in shown
    assert module not in shown


@pytest.mark.parametrize("module", ["hashlib", "socket", "subprocess", "multiprocessing", "numpy.random"])
def test_importing_the_window_does_not_load(module: str, loaded: tuple[frozenset[str], frozenset[str]]) -> None:
    imported, _ = loaded
    assert "PySide6" in imported
    assert module not in imported


@pytest.mark.skipif(sys.platform != "linux", reason="fork servers are used on Linux alone")
def test_while_the_user_chooses_what_lanes_need_is_imported_and_ends_with_the_program(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    command = [sys.executable, str(Path(__file__).parents[2] / "main.py")]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as window:
        servers: list[psutil.Process] = []
        while not servers:
            assert window.poll() is None
            children = psutil.Process(window.pid).children()
            servers = [child for child in children if "forkserver" in " ".join(child.cmdline())]
        assert "granview.worker.transformers_server" in " ".join(servers[0].cmdline())
        window.send_signal(signal.SIGTERM)
        assert window.stderr is not None
        written = window.stderr.read()
        window.wait(20)
    assert "Traceback" not in written
    assert written.splitlines()[-1] == "granview: Ended by SIGTERM."
    assert not servers[0].is_running()
