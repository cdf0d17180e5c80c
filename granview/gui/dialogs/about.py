"""What this program is, and under which terms it and its parts come."""

import platform

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QTextBrowser, QWidget

import granview
from granview.core.errors import GranViewError
from granview.core.resources import resource_path
from granview.gui.background.jobs import Jobs
from granview.gui.dialogs.dialog_page import Page
from granview.gui.dialogs.licence_list import LicenceList
from granview.gui.style.icons import application_icon


class AboutDialog(Page):
    """Name, version, licences with their texts, and where the galleries come from; all of it without a network.

    Args:
        jobs: Where licences and sources are read.
        parent: The window.
    """

    guide = "guide/installing.md"

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(self.tr("About GranView"), parent)
        self.body.addLayout(self._head())
        self.licences = LicenceList(jobs)
        self.galleries = QTextBrowser()
        self.galleries.setOpenLinks(False)
        self.galleries.anchorClicked.connect(self._open_link)
        jobs.start(_gallery_sources, self.galleries.setMarkdown)
        tabs = QTabWidget()
        tabs.addTab(self.licences, self.tr("Licences"))
        tabs.addTab(self.galleries, self.tr("Sample galleries"))
        self.body.addWidget(tabs, 1)
        self.add_cancel(self.tr("Close"))
        self.resize(900, 600)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(64, 64))
        question = self.tr("Does the bigger model see the finer grain, and what does it cost?")
        terms = self.tr("GranView comes under the Apache License 2.0; its parts come under their own terms.")
        system = f"Python {platform.python_version()} · Qt {qVersion()} · {platform.platform(terse=True)}"
        text = QLabel(f"<h2>GranView {granview.__version__}</h2><p>{question}</p><p>{terms}<br>{system}</p>")
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addSpacing(12)
        head.addWidget(text, 1)
        return head

    def _open_link(self, link: QUrl) -> None:
        """In the browser, where it leads to the web; the page itself is never left."""
        if link.scheme() in ("http", "https"):
            QDesktopServices.openUrl(link)


def _gallery_sources() -> str:
    """Where the samples of all galleries come from, as their own lists have it, in Markdown."""
    try:
        files = sorted(resource_path().glob("gallery*/SOURCES.md"))
        return "\n\n".join(file.read_text(encoding="utf-8") for file in files)
    except (OSError, GranViewError):
        return ""
