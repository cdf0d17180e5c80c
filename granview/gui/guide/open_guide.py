"""Open a page of the guide: in the browser where the site was built, else in a window of the program."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from granview.gui.guide.guide_pages import WINDOW_PAGE, guide_page
from granview.gui.guide.guide_viewer import GuideViewer


def open_guide(
    name: str, parent: QWidget, open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
) -> GuideViewer | None:
    """Open a page; returns the program's own window where that shows it, or says why it cannot be shown.

    Args:
        name: A page such as ``guide/window.md#keys``.
        parent: A widget of the window that it belongs to.
        open_url: Hands a page of the site to the browser; says whether there is one.
    """
    page = guide_page(name)
    if page is not None and page.is_site and open_url(page.url()):
        return None
    viewer = GuideViewer(parent.window())
    viewer.show_page(page)
    return viewer


def page_in_focus() -> str:
    """Name of the page about the panel or dialog that has the focus: the nearest around it that names one."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None:
        name = getattr(widget, "guide", "")
        if isinstance(name, str) and name:
            return name
        widget = widget.parentWidget()
    return WINDOW_PAGE
