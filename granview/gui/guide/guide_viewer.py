"""A window that shows a page of the guide from its Markdown, where no site was built; links lead from page to page."""

import re

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from granview.gui.guide.guide_pages import GuidePage

_SIZE = QSize(860, 720)
_NO_SLUG = re.compile(r"[^\w\- ]")


class GuideViewer(QDialog):
    """Pages of Markdown, with a way back.

    Args:
        parent: The window that it belongs to.

    Attributes:
        text: Shows the page.
        hint: Says how the whole guide, with its search, is had.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = GuideText()
        self.text.setAccessibleName(self.tr("Page of the guide"))
        self.hint = QLabel(wordWrap=True)
        self.hint.setProperty("role", "muted")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        back = QPushButton(self.tr("&Back"))
        back.setEnabled(False)
        back.setAutoDefault(False)
        back.clicked.connect(self.text.backward)
        self.text.backwardAvailable.connect(back.setEnabled)
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(self.hint, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        self.resize(_SIZE)

    def show_page(self, page: GuidePage | None) -> None:
        """Show a page; that the guide is not part of the installation, or that no browser shows it, is said instead."""
        self.show()
        if page is None:
            self.hint.setText(
                self.tr("The guide is not part of this installation. In a checkout, {command} builds it.").format(
                    command="python packaging/dev.py docs"
                )
            )
            self.text.hide()
        elif page.is_site:
            self.hint.setText(
                self.tr("No browser could be started. Open this file with one: {path}").format(path=page.path)
            )
            self.text.hide()
        else:
            self.hint.setText(
                self.tr("{command} builds the whole guide, with a search.").format(
                    command="python packaging/dev.py docs"
                )
            )
            self.text.open_page(page)


class GuideText(QTextBrowser):
    """Markdown files that link to each other; pictures are no wider than the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(True)

    def open_page(self, page: GuidePage) -> None:
        """Show a page from the heading that is meant."""
        self.setSource(page.url(), QTextDocument.ResourceType.MarkdownResource)

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,  # noqa: A002 -- Qt's name
    ) -> None:
        """Show what a link leads to; files that are no pages stay closed."""
        url = QUrl(name)
        if url.isLocalFile() and not url.path().endswith(".md"):
            return
        super().doSetSource(url, type)
        self._scroll_to(url.fragment())

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002 -- Qt's name
        """A picture in the width of the text, anything else as it is."""
        resource = super().loadResource(type, name)
        if type != QTextDocument.ResourceType.ImageResource.value:
            return resource
        picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        width = self.viewport().width() - 32
        if picture.isNull() or picture.width() <= width:
            return resource
        return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)

    def _scroll_to(self, heading: str) -> None:
        block: QTextBlock = self.document().begin()
        while heading and block.isValid():
            if block.blockFormat().headingLevel() and slug(block.text()) == heading:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))
                return
            block = block.next()


def slug(heading: str) -> str:
    """A heading as links spell it: lower case, hyphens for spaces, no punctuation."""
    return _NO_SLUG.sub("", heading.lower()).replace(" ", "-")
