"""A file that the desktop asks a running program to open."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from granview.gui.background.opened_files import OpenedFiles


def test_its_path_is_told_and_other_events_pass() -> None:
    app = QApplication.instance() or QApplication([])
    parent = QObject()
    paths: list[Path] = []
    OpenedFiles(parent).opened.connect(paths.append)

    QApplication.sendEvent(app, QFileOpenEvent("/somewhere/study ä.granview"))
    QApplication.sendEvent(app, QEvent(QEvent.Type.User))

    assert paths == [Path("/somewhere/study ä.granview")]
