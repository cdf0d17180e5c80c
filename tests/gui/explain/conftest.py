from tests.gui.shell.conftest import bench, open_window

__all__ = ["bench", "open_window"]
